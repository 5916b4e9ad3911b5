//! What was mended is kept: with the plan, in its file, and half done.

use super::{TEXT, at, body, mend, shape};
use crate::shelf::TestShelf;
use yaodian::domain::corrections::mending::{Mending, moved};
use yaodian::domain::corrections::{BodyIs, Change, Correction, Kind};
use yaodian::domain::party::Party;
use yaodian::domain::plan::Plan;
use yaodian::domain::span::Span;
use yaodian::persist::draft::{self, Draft};
use yaodian::persist::mending::{again, mended};
use yaodian::persist::plan_file::{from_text, to_text};
use yaodian::reader::read;

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
    assert_eq!(id(&split, "新建10所学校。"), both("1.4", "1.2"), "an id that nothing had");
    assert_eq!(id(&split, "发放补助。"), both("3.1", "4.1"));
    let mut back = again(&split).0;
    assert!(back.undo() && back.undo());
    let back = mended(&back).plan;
    assert_eq!(id(&back, "发放补助。"), both("3.1", "3.1"));
    assert_eq!(id(&back, "推进窗口建设，新建10所学校。"), both("1.5", "1.1"), "of words that were gone nobody knows");
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

#[test]
fn half_done_work_comes_back() {
    let shelf = TestShelf::of(&[(draft::KEY, TEXT)]);
    let old = draft::load(&shelf);
    assert_eq!(old, Draft { text: TEXT.into(), ..Draft::default() }, "the text alone, as it was kept before");
    let half = Draft { corrections: vec![mend(at("优化办事流程。"), Change::Kind(Kind::Task))], ..old.clone() };
    draft::keep(&shelf, &half).expect("there is room");
    assert_eq!(draft::load(&shelf), half);
    assert_eq!(draft::mending(&shelf), None);
    draft::begin(&shelf, "plan-1").expect("there is room");
    assert_eq!(draft::mending(&shelf), Some(("plan-1".into(), None)), "nothing is mended of it yet");
    let of_kept = Draft { plan: "plan-1".into(), ..half.clone() };
    draft::keep(&shelf, &of_kept).expect("there is room");
    draft::begin(&shelf, "plan-2").expect("there is room");
    draft::begin(&shelf, "plan-1").expect("there is room");
    let expected = Some(("plan-1".into(), Some(half.corrections.clone())));
    assert_eq!((draft::load(&shelf), draft::mending(&shelf)), (half, expected), "no draft takes the place of another");
    draft::leave(&shelf, "plan-1").expect("it can be reached");
    assert_eq!(draft::mending(&shelf), None);
    draft::keep(&shelf, &old).expect("there is room");
    assert_eq!(shelf.text(draft::KEY).as_deref(), Some(TEXT), "a text of which nothing is mended is kept as it is");
    draft::keep(&shelf, &Draft::default()).expect("it can be reached");
    assert_eq!(shelf.all(), []);
    for odd in
        ["{\"format\":\"yaodian-draft\"}", "{\"format\":\"yaodian-plan\"", "{\"format\":\"yaodian-draft\",\"text\":1}"]
    {
        let shelf = TestShelf::of(&[(draft::KEY, odd)]);
        assert_eq!(draft::load(&shelf).text, odd, "what is no draft is a text");
    }
}
