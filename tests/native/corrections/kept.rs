//! What was mended is kept: with the plan, in its file, and half done.

use super::{TEXT, at, body, mend, shape};
use yaodian::domain::corrections::mending::{Mending, moved, together};
use yaodian::domain::corrections::{BodyIs, Change, Corrected, Correction, Kind};
use yaodian::domain::ledger::{Change as Say, Ledger, MarkKey};
use yaodian::domain::mark::Field;
use yaodian::domain::mended_reports::{Beside, MendedReports, Why};
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Plan, Role};
use yaodian::domain::questions::Asked;
use yaodian::domain::settings::Lang;
use yaodian::domain::span::Span;
use yaodian::persist::ledger_file;
use yaodian::persist::mending::{again, gone_of, mended, would_change};
use yaodian::persist::plan_file::{from_text, to_text};
use yaodian::reader::read;
use yaodian::text::addresses::AddressWords;

/// The text as kept, after these changes.
fn kept(changes: &[(Span, Change)]) -> Plan {
    let corrections = changes.iter().map(|(at, change)| mend(*at, change.clone())).collect();
    let mut plan = mended(&Mending::new(read(TEXT).plan, corrections)).plan;
    plan.id = "plan-1".into();
    plan
}

#[test]
fn a_plan_file_carries_what_was_mended() {
    let plan = kept(&[(at("优化办事流程。"), Change::Kind(Kind::Task))]);
    assert_eq!(plan.corrections.len(), 1);
    assert_eq!(from_text(&to_text(&plan)), Ok(plan.clone()), "it comes back");
    let older = Plan { corrections: Vec::new(), ..plan };
    assert!(!to_text(&older).contains("corrections"), "a file without any is what it was before there were any");
    assert_eq!(from_text(&to_text(&older)), Ok(older));
}

#[test]
fn what_a_newer_version_mended_is_kept_and_told() {
    let mut plan = kept(&[(at("优化办事流程。"), Change::Kind(Kind::Task))]);
    let newer = "[0,9,\"\",\"of tomorrow\",{\"a\":1}]".to_owned();
    plan.corrections.push(newer.clone());
    let mut mending = again(&plan).0;
    mending.make(mend(at("加强宣传"), Change::Kind(Kind::Section)));
    let corrected = mended(&mending);
    assert_eq!(corrected.unfit, [1]);
    assert_eq!(corrected.plan.corrections[1], newer);
    assert_eq!(shape(&corrected.plan).iter().filter(|line| line.starts_with('§')).count(), 3);
}

#[test]
fn ids_of_a_kept_plan_stay() {
    let plan = kept(&[]);
    let id = |plan: &Plan, words: &str| {
        let measure = plan.measures().find(|measure| plan.text(measure.span) == words);
        measure.map(|measure| (measure.id.to_string(), plan.label(measure.id).to_string()))
    };
    let both = |id: &str, label: &str| Some((id.to_owned(), label.to_owned()));
    assert_eq!(id(&plan, "优化办事流程。"), both("1.2", "1.2"));
    let mut mending = again(&plan).0;
    mending.make(mend(at("推进窗口建设，新建10所学校。"), Change::Split(at("新建10所").start)));
    mending.make(mend(at("保障民生"), Change::Kind(Kind::Task)));
    let split = mended(&mending).plan;
    assert_eq!(split.id, "plan-1");
    assert_eq!(id(&split, "优化办事流程。"), both("1.2", "1.3"), "it stands elsewhere, and is the same");
    assert_eq!(id(&split, "推进窗口建设，"), both("1.1", "1.1"), "it begins as before");
    assert_eq!(id(&split, "新建10所学校。"), both("1.3", "1.2"), "an id that nothing had");
    assert_eq!(id(&split, "发放补助。"), both("3.1", "4.1"));
    let mut back = again(&split).0;
    assert!(back.undo() && back.undo());
    let back = mended(&back).plan;
    assert_eq!(id(&back, "发放补助。"), both("3.1", "3.1"));
    assert_eq!(id(&back, "推进窗口建设，新建10所学校。"), both("1.1", "1.1"), "it begins where it began all the time");
}

const WINDOW: &str = "推进窗口建设，新建10所学校。";

/// The kept plan with one more correction, kept.
fn after(kept: &Plan, correction: Correction) -> Plan {
    let mut mending = again(kept).0;
    mending.make(correction);
    mended(&mending).plan
}

/// The kept plan with its last correction taken back, kept.
fn before(kept: &Plan) -> Plan {
    let mut mending = again(kept).0;
    assert!(mending.undo(), "there is one");
    mended(&mending).plan
}

/// What was reported, by the words of the measures; in order.
fn reported(plan: &Plan, ledger: &str) -> Vec<String> {
    let ledger = ledger_file::read(ledger, plan).expect("a ledger of this plan");
    let done = |id| ledger.done(Party::Coordinator, id);
    plan.measures().filter(|measure| done(measure.id)).map(|measure| plan.text(measure.span).to_owned()).collect()
}

/// What was ticked on measures that are split, joined or no measures any more: kept, mended again and taken back.
#[test]
fn reports_stay_with_where_a_measure_begins_and_come_back_with_it() {
    let all = [WINDOW, "优化办事流程。"];
    let both = Span::new(at(WINDOW).begins(), at("优化办事流程。").ends());
    let split = || mend(at(WINDOW), Change::Split(at("新建10所").start));
    // Each: the correction; what is ticked after it, of both measures; how many reports are beside, how many measures reworded.
    let table: [(Correction, &[&str], usize, usize); 5] = [
        (split(), &["推进窗口建设，", "优化办事流程。"], 0, 1),
        (mend(both, Change::Join), &["推进窗口建设，新建10所学校。优化办事流程。"], 1, 1),
        (mend(at(WINDOW), Change::Kind(Kind::Paragraph)), &["优化办事流程。"], 1, 0),
        (mend(at("优化办事流程。"), Change::Kind(Kind::Task)), &[WINDOW], 1, 0),
        (mend(at("优化办事流程。"), Change::Kind(Kind::Nothing)), &[WINDOW], 1, 0),
    ];
    for (correction, expected, beside, reworded) in table {
        let name = format!("{:?}", correction.change);
        let plan = kept(&[]);
        let mut ledger = Ledger::default();
        for measure in plan.measures().take(2) {
            let key = MarkKey::Placed(Party::Coordinator, measure.id);
            ledger.set(Say { key, field: Field::Status, value: "done".into() }, 1);
        }
        let text = ledger_file::write(&ledger, &plan);
        let mut mending = again(&plan).0;
        mending.make(correction.clone());
        let Corrected { plan: now, gone, .. } = mended(&mending);
        let told = MendedReports::of(&plan, &now, &gone, &ledger);
        assert_eq!((told.beside.len(), told.reworded.len()), (beside, reworded), "{name}: what is told");
        let joins = correction.change == Change::Join;
        assert_eq!(told.joined, if joins { told.reworded.clone() } else { Vec::new() }, "{name}: what is joined");
        // Another window that has the plan open tells the same of the plan as it is kept, and of the reports that it has itself.
        assert_eq!(MendedReports::of(&plan, &now, &gone_of(&now), &ledger), told, "{name}: what is told elsewhere");
        assert!(told.beside.iter().all(|one| one.why == Why::NoMeasure && all.contains(&now.text(one.at))), "{name}");
        assert_eq!(reported(&now, &text), expected, "{name}: what is ticked");
        let from_file = from_text(&to_text(&now)).expect("it comes back");
        assert_eq!(reported(&before(&from_file), &text), all, "{name}: taken back, all is there again");
        // What another correction leaves of it meanwhile changes nothing of that.
        let further = after(&from_file, mend(at("发放补助。"), Change::Kind(Kind::Paragraph)));
        assert_eq!(reported(&before(&before(&further)), &text), all, "{name}: taken back later");
    }
}

#[test]
fn another_window_says_that_all_reports_are_there_only_where_they_are() {
    for lang in Lang::ALL {
        let say = |hidden| (AddressWords::of(lang).mended_elsewhere)("甲", hidden);
        let says_all = |text: &str| ["均已保留", "all reports are kept"].iter().any(|all| text.contains(all));
        assert!(says_all(&say(0)), "{}", say(0));
        assert!(!says_all(&say(2)) && say(2).contains('2'), "{}", say(2));
    }
}

#[test]
fn what_is_reported_of_the_second_part_comes_back_when_it_is_split_again() {
    let split = || mend(at(WINDOW), Change::Split(at("新建10所").start));
    let plan = after(&kept(&[]), split());
    let second = plan.measures().nth(1).expect("two of one").id;
    let mut ledger = Ledger::default();
    ledger
        .set(Say { key: MarkKey::Placed(Party::Coordinator, second), field: Field::Problem, value: "缺地".into() }, 1);
    let text = ledger_file::write(&ledger, &plan);
    let one = before(&plan);
    let kept_ledger = ledger_file::read(&text, &one).expect("a ledger of this plan");
    assert_eq!(ledger_file::write(&kept_ledger, &one), text, "what is said of it is kept");
    assert!(kept_ledger.marks().iter().all(|(key, _)| matches!(key, MarkKey::Unplaced { .. })));
    // A measure that is new meanwhile does not get its id.
    let other = after(&one, mend(at(WINDOW), Change::Split(at("建设").start)));
    assert!(other.measures().all(|measure| measure.id != second), "an id is never given to anything else");
    let again = after(&before(&other), split());
    assert_eq!(again.measures().nth(1).expect("two of one").id, second);
}

#[test]
fn what_a_unit_said_that_does_not_answer_any_more_is_told() {
    let plan = kept(&[]);
    let unit = plan.party_of_key("unit:市财政局").expect("it is named");
    let first = plan.measures().next().expect("there is one").id;
    let mut ledger = Ledger::default();
    ledger.set(Say { key: MarkKey::Placed(unit, first), field: Field::Status, value: "done".into() }, 1);
    let mut mending = again(&plan).0;
    mending.make(body(at("市财政局"), "市财政局", false, BodyIs::Absent));
    let Corrected { plan: now, gone, .. } = mended(&mending);
    let told = MendedReports::of(&plan, &now, &gone, &ledger);
    let expected = Beside { party: "unit:市财政局".into(), at: at(WINDOW), why: Why::NotAsked };
    assert_eq!(told, MendedReports { beside: vec![expected], ..MendedReports::default() });
}

#[test]
fn what_is_saved_of_a_unit_is_found_under_its_new_name_and_under_the_old_again() {
    let plan = kept(&[]);
    let everywhere = Span::default();
    let mut mending = again(&plan).0;
    mending.make(body(everywhere, "市财政局", true, BodyIs::Called("市税务局".into())));
    let renamed = mended(&mending).plan;
    let Some(Party::Unit(unit)) = renamed.party_of_key("unit:市财政局") else { panic!("the unit is found") };
    assert_eq!(renamed.units[unit].key, "市税务局");
    let mut back = again(&renamed).0;
    assert!(back.undo());
    let back = mended(&back).plan;
    let Some(Party::Unit(unit)) = back.party_of_key("unit:市税务局") else {
        panic!("what was saved meanwhile is found")
    };
    assert_eq!(back.units[unit].key, "市财政局");
    // And two that were one are two again.
    let mut mending = again(&plan).0;
    mending.make(body(everywhere, "市财政局", true, BodyIs::Called("市民政局".into())));
    let one = mended(&mending).plan;
    assert_eq!(one.units.len() + 1, plan.units.len());
    let mut back = again(&one).0;
    assert!(back.undo());
    assert_eq!(mended(&back).plan.units, plan.units);
}

#[test]
fn what_no_reader_reads_stays_beside_a_plan_that_is_mended() {
    let haidong = crate::ledger::plan();
    let mut mending = again(haidong).0;
    let unmended = mended(&mending).plan;
    assert_eq!(unmended.localities, haidong.localities);
    assert_eq!((&unmended.meta.number, &unmended.meta.due), (&haidong.meta.number, &haidong.meta.due));
    let ids = |plan: &Plan| plan.measures().map(|measure| measure.id).collect::<Vec<_>>();
    assert_eq!(ids(&unmended), ids(haidong));
    mending.make(mend(Span::default(), Change::Localities(Vec::new())));
    assert!(mended(&mending).plan.localities.is_empty());
}

/// What becomes of the places of corrections of a text when it is edited.
#[test]
fn corrections_go_along_with_a_text_that_is_edited() {
    let corrections = [
        mend(at("推进窗口建设，新建10所学校。"), Change::Split(at("新建10所").start)),
        mend(at("加强宣传"), Change::Kind(Kind::Section)),
    ];
    let everywhere = mend(Span::default(), Change::Localities(Vec::new()));
    let all = [corrections.to_vec(), vec![everywhere.clone()]].concat();
    let check = |from: &str, to: &str, expected: [Option<&str>; 2]| {
        let edited = TEXT.replacen(from, to, 1);
        let now = moved(&all, TEXT, &edited);
        let words =
            |correction: &Correction| edited.get(correction.at.begins()..correction.at.ends()).map(str::to_owned);
        assert_eq!([words(&now[0]), words(&now[1])], expected.map(|words| words.map(str::to_owned)), "{from} → {to}");
        assert_eq!(now[2], everywhere, "what has no place stays");
        if let (Some(_), Change::Split(offset)) = (expected[0], &now[0].change) {
            assert!(edited[*offset as usize..].starts_with("新建10所"));
        }
    };
    let (first, second) = (Some("推进窗口建设，新建10所学校。"), Some("加强宣传"));
    check("做好全年工作", "全力做好全年各项工作", [first, second]);
    check("优化办事流程。", "", [first, second]);
    check("加强组织领导", "切实加强组织领导", [first, second]);
    check("新建10所", "新建12所", [None, second]);
    assert_eq!(moved(&all, TEXT, "另一份工作要点\n"), [], "another text has none");
    assert_eq!(moved(&all, TEXT, TEXT), all);
}

/// Some of a few corrections.
type Some<'c> = &'c [&'c Correction];

/// What comes of corrections that two windows made of the same plan at the same time.
#[test]
fn corrections_of_two_windows_stand_together() {
    let [a, b, c, d] = ["市教育局", "市财政局", "市宣传局", "市民政局"].map(|name| mend(at(name), Change::Join));
    let table: [(&str, Some, Some, Some, Some); 6] = [
        ("nobody did anything", &[&a], &[&a], &[&a], &[&a]),
        ("each made one", &[&a], &[&a, &b], &[&a, &c], &[&a, &b, &c]),
        ("they took one back", &[&a, &b], &[&b], &[&a, &b, &c], &[&b, &c]),
        ("this one took one back", &[&a, &b], &[&a, &b, &c], &[&b], &[&b, &c]),
        ("both made the same", &[], &[&a, &d], &[&d], &[&a, &d]),
        ("both took the same back", &[&a], &[&b], &[&c], &[&b, &c]),
    ];
    let all = |some: &[&Correction]| some.iter().copied().cloned().collect::<Vec<_>>();
    for (name, base, theirs, mine, expected) in table {
        assert_eq!(together(&all(base), &all(theirs), &all(mine)), all(expected), "{name}");
    }
}

#[test]
fn what_would_change_nothing_is_no_correction() {
    let plan = kept(&[]);
    let (mending, _) = again(&plan);
    let finance = || at("市财政局");
    let role = |role| body(finance(), "市财政局", false, BodyIs::Role(role));
    let now = plan.tasks[0].responsibilities[0].assigned.iter().find(|one| one.span == finance()).expect("it is named");
    let other = if now.role == Role::Lead { Role::Support } else { Role::Lead };
    let several = |names: &[&str]| {
        body(finance(), "市财政局", false, BodyIs::Several(names.iter().map(|&it| it.into()).collect()))
    };
    for (name, correction, expected) in [
        ("several that are the one old name", several(&["市财政局"]), false),
        ("several", several(&["市财政局", "市税务局"]), true),
        ("its own name", body(Span::default(), "市财政局", true, BodyIs::Called("市财政局".into())), false),
        ("the role that it has", role(now.role), false),
        ("another role", role(other), true),
        ("the kind that it is", mend(at(WINDOW), Change::Kind(Kind::Measure)), false),
        ("what fits nowhere", mend(at(WINDOW), Change::Open(true)), false),
        ("a question that stays open", mend(Span::default(), Change::Leave(Asked::NoYear)), true),
    ] {
        assert_eq!(would_change(&mending, &correction), expected, "{name}");
    }
}
