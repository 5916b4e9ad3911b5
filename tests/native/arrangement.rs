//! The arrangement: whose list a measure is on, as the coordinator settled it.

use crate::forms::{order, pages};
use crate::ledger::{measure, plan};
use proptest::prelude::*;
use yaodian::domain::arrangement::{measures, scope};
use yaodian::domain::asked::Asked;
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::{Duty, Field};
use yaodian::domain::ordered::Ordered;
use yaodian::domain::overview::PartyRow;
use yaodian::domain::party::Party;
use yaodian::domain::plan::MeasureId;
use yaodian::domain::rollup::Standings;
use yaodian::domain::script::Rendition;
use yaodian::element::html::html;
use yaodian::exchange::forms::{Sheets, Whom, workbook};
use yaodian::print::breakdown::{self, Columns};
use yaodian::print::checklist::ChecklistPaper;
use yaodian::print::paper::measuring_sheet as sheet;
use yaodian::print::request::PaperRequest;
use yaodian::views::handed;

fn unit(name: &str) -> Party {
    Party::Unit(plan().unit_named(name).expect("a unit of the plan"))
}

fn settled(duties: &[(Party, MeasureId, Duty)]) -> Ledger {
    let mut ledger = Ledger::default();
    for (party, id, duty) in duties {
        let key = MarkKey::Placed(*party, *id);
        ledger.set(Change { key, field: Field::Duty, value: duty.key().into() }, 5);
    }
    ledger
}

/// 市教育局 has the five measures of task 2 and others; 異地就醫結算 (22.5) is not its own.
#[test]
fn a_measure_comes_and_goes_as_it_is_settled() {
    #[track_caller]
    fn check(duties: &[(Party, MeasureId, Duty)], party: Party, more: &[MeasureId], less: &[MeasureId]) {
        let ledger = settled(duties);
        let before: Ordered<MeasureId> = plan().scope_measures(party).into_iter().collect();
        let now: Ordered<MeasureId> = measures(plan(), &ledger, party).into_iter().collect();
        let only = |one: &Ordered<MeasureId>, other: &Ordered<MeasureId>| {
            one.iter().filter(|id| !other.contains(id)).copied().collect::<Vec<_>>()
        };
        assert_eq!(only(&now, &before), more, "{duties:?}: more for {party:?}");
        assert_eq!(only(&before, &now), less, "{duties:?}: less for {party:?}");
        let row = PartyRow::of(plan(), &ledger, party);
        let total = Standings::of_party(plan(), &ledger, party).total();
        assert_eq!(
            row.all.counted(),
            total.count.all,
            "{duties:?}: the overview and the list say the same of {party:?}"
        );
    }
    let (education, police, ledu) = (unit("市教育局"), unit("市公安局"), Party::Locality(0));
    check(&[], education, &[], &[]);
    check(&[(education, measure(2, 1), Duty::Unconcerned)], education, &[], &[measure(2, 1)]);
    check(&[(education, measure(2, 1), Duty::Unconcerned)], police, &[], &[]);
    check(&[(education, measure(2, 1), Duty::Support)], education, &[], &[]);
    // What the plan does not give to it at all: that measure, and no other of the task.
    check(&[(education, measure(1, 2), Duty::Lead)], education, &[measure(1, 2)], &[]);
    let two = [(education, measure(1, 2), Duty::Lead), (education, measure(1, 1), Duty::Support)];
    check(&two, education, &[measure(1, 1), measure(1, 2)], &[]);
    let both = [(education, measure(1, 2), Duty::Lead), (education, measure(2, 1), Duty::Unconcerned)];
    check(&both, education, &[measure(1, 2)], &[measure(2, 1)]);
    // Which localities 相關 means.
    check(&[(ledu, measure(5, 1), Duty::Responsible)], ledu, &[], &[]);
    let all: Vec<_> = plan().tasks[4].measures.iter().map(|m| (ledu, m.id, Duty::Unconcerned)).collect();
    let ids: Vec<MeasureId> = all.iter().map(|(_, id, _)| *id).collect();
    check(&all, ledu, &[], &ids);
}

#[test]
fn a_task_goes_with_its_last_measure_and_comes_with_its_first() {
    let (education, ledu) = (unit("市教育局"), Party::Locality(0));
    let none: Vec<_> = plan().tasks[1].measures.iter().map(|m| (education, m.id, Duty::Unconcerned)).collect();
    assert!(!scope(plan(), &settled(&none), education).all().any(|task| task == 1));
    assert!(scope(plan(), &settled(&none[1..]), education).all().any(|task| task == 1));
    let one = scope(plan(), &settled(&[(education, measure(1, 2), Duty::Lead)]), education);
    assert!(one.tasks.contains(&0) && one.tasks.is_sorted(), "{:?}", one.tasks);
    // What was open to localities is the locality's own once that is settled, and no longer set apart.
    let open = plan().scope(ledu).undetermined;
    let settled = scope(plan(), &settled(&[(ledu, measure(5, 1), Duty::Responsible)]), ledu);
    assert!(open.contains(&4) && !settled.undetermined.contains(&4) && settled.tasks.contains(&4));
    let before: usize = open.iter().map(|task| plan().tasks[*task].measures.len()).sum();
    assert_eq!(Standings::of_party(plan(), &Ledger::default(), ledu).total().undetermined, before);
}

/// Whoever is asked and did not report is silent: with a duty of its own, too, but not where a measure does not concern it.
#[test]
fn who_is_silent_follows_what_is_settled() {
    let (education, police, ledu) = (unit("市教育局"), unit("市公安局"), Party::Locality(0));
    let silent = |task: u16, ledger: &Ledger| {
        let asked = Asked::of(plan(), &plan().tasks[usize::from(task) - 1]);
        asked.silent(ledger.said_of(measure(task, 1)))
    };
    assert!(silent(2, &Ledger::default()).contains(&education));
    assert!(!silent(5, &Ledger::default()).contains(&ledu), "the plan does not say which localities");
    let mut ledger = settled(&[
        (education, measure(2, 1), Duty::Unconcerned),
        (police, measure(2, 1), Duty::Support),
        (ledu, measure(5, 1), Duty::Responsible),
    ]);
    let now = silent(2, &ledger);
    assert!(!now.contains(&education) && now.contains(&police), "{now:?}");
    assert!(silent(5, &ledger).contains(&ledu));
    let key = MarkKey::Placed(police, measure(2, 1));
    ledger.set(Change { key, field: Field::Status, value: "behind".into() }, 6);
    assert!(!silent(2, &ledger).contains(&police), "it has reported");
}

/// On paper, filled in and blank.
#[test]
fn papers_follow_the_arrangement() {
    let education = unit("市教育局");
    let ledger = settled(&[(education, measure(2, 1), Duty::Unconcerned), (education, measure(1, 2), Duty::Lead)]);
    let measures = measures(plan(), &ledger, education);
    for filled in [None, Some(&ledger)] {
        let request = PaperRequest {
            plan: plan(),
            party: education,
            rendition: Rendition::Record,
            measures: &measures,
            ledger: filled,
            settled: &ledger,
            filters: "",
            date: "2021-09-30",
            round: None,
            number: "",
            with_lights: true,
        };
        let paper = ChecklistPaper::new(&request);
        let text = format!("{:?}", paper.rows);
        assert!(text.contains("\"1.2\"") && !text.contains("\"2.1\"") && text.contains("\"2.2\""), "{text}");
        let all = plan().scope_measures(education).len();
        let scope = &paper.facts.scope;
        assert!(scope.contains(&format!("{all} 條舉措")), "one less and one more: {scope}");
    }
}

/// The breakdown table says beside the plan's words what is settled, and a form the day and the duty that hold.
#[test]
fn the_breakdown_table_and_forms_say_what_is_settled() {
    let (education, police) = (unit("市教育局"), unit("市公安局"));
    let duties = [(education, measure(2, 1), Duty::Unconcerned), (police, measure(2, 2), Duty::Lead)];
    let mut ledger = settled(&duties);
    let due = Change {
        key: MarkKey::Placed(Party::Coordinator, measure(2, 2)),
        field: Field::Due,
        value: "2021-11-05".into(),
    };
    let same = Change { key: MarkKey::Placed(Party::Coordinator, measure(2, 4)), ..due.clone() };
    ledger.set(due, 5);
    ledger.set(same, 5);
    let all: Vec<MeasureId> = plan().measures().map(|measure| measure.id).collect();
    let request = PaperRequest {
        plan: plan(),
        party: Party::Coordinator,
        rendition: Rendition::Record,
        measures: &all,
        ledger: None,
        settled: &ledger,
        filters: "",
        date: "2021-09-30",
        round: None,
        number: "",
        with_lights: true,
    };
    let columns = Columns { without: &Ordered::new(), reporting: false };
    let table = html(sheet(&breakdown::paper(&request, &columns, false)));
    for words in ["<p>2.1 不涉及：市教育局</p>", "<p>2.2 牽頭：市公安局</p>", "2.2、2.4：2021年11月5日"]
    {
        assert!(table.contains(words), "{words}: {table}");
    }
    // The table of reports says it, too.
    let mut reported = ledger.clone();
    reported.set(
        Change { key: MarkKey::Placed(education, measure(2, 2)), field: Field::Progress, value: "已摸底".into() },
        5,
    );
    let request = PaperRequest { ledger: Some(&reported), ..request };
    let columns = Columns { without: &Ordered::new(), reporting: true };
    let table = html(sheet(&breakdown::paper(&request, &columns, false)));
    assert!(table.contains("<p>2.2 牽頭：市公安局</p>"), "{table}");
    let form = pages(&workbook(plan(), &ledger, &order(Sheets::Filling, Whom::Party(police))).expect("a form"));
    let row = form[0].rows.iter().find(|row| row.iter().any(|cell| cell == "2.2")).expect("the row of 2.2");
    assert!(row.contains(&"2021-11-05".to_owned()), "{row:?}");
    assert!(!form[0].rows.iter().flatten().any(|cell| cell == "2.1"), "and none of another task's measures");
}

proptest! {
    /// A measure is on a list exactly where the plan or the coordinator puts it, and the coordinator has the last word.
    #[test]
    fn the_coordinator_has_the_last_word(duties in proptest::collection::vec((0_usize..38, 0_usize..129, 0_usize..4), 0..60)) {
        let parties: Vec<Party> = plan().parties().collect();
        let ids: Vec<MeasureId> = plan().measures().map(|measure| measure.id).collect();
        let duties: Vec<_> = duties.iter().map(|(p, m, d)| (parties[*p], ids[*m], Duty::ALL[*d])).collect();
        let ledger = settled(&duties);
        for party in &parties {
            let printed: Ordered<MeasureId> = plan().scope_measures(*party).into_iter().collect();
            let now: Ordered<MeasureId> = measures(plan(), &ledger, *party).into_iter().collect();
            for id in &ids {
                let last = duties.iter().rfind(|(whose, what, _)| whose == party && what == id);
                let is_on = match last {
                    Some((_, _, duty)) if *party != Party::Coordinator => *duty != Duty::Unconcerned,
                    _ => printed.contains(id),
                };
                prop_assert_eq!(now.contains(id), is_on, "{:?} {}", party, id);
            }
        }
    }
}

/// A breakdown table as a spreadsheet, and the list in a handed-out page before its program runs, say so, too.
#[test]
fn what_goes_out_follows_the_arrangement() {
    let (education, water) = (unit("市教育局"), unit("市水務局"));
    let duties = [
        (education, measure(2, 1), Duty::Unconcerned),
        (education, measure(2, 2), Duty::Lead),
        (water, measure(1, 1), Duty::Responsible),
    ];
    let ledger = settled(&duties);
    for (whom, id, says) in [
        (Whom::Whole, measure(2, 1), "\n分工：不涉及：市教育局"),
        (Whom::Whole, measure(2, 2), "\n分工：牽頭：市教育局"),
        (Whom::Party(water), measure(1, 1), "\n分工：責任：市水務局"),
    ] {
        let all = pages(&workbook(plan(), &ledger, &order(Sheets::Breakdown, whom)).expect("a workbook"));
        let row = all[0].rows.iter().find(|row| row[0] == id.to_string()).expect("its row");
        assert_eq!(row.iter().filter(|cell| cell.ends_with(says)).count(), 1, "{id} {says}: {row:?}");
    }
    let of_nobody = pages(&workbook(plan(), &ledger, &order(Sheets::Breakdown, Whom::Whole)).expect("a workbook"));
    let row = of_nobody[0].rows.iter().find(|row| row[0] == "2.3").expect("its row");
    assert!(row.iter().all(|cell| !cell.contains("分工")), "{row:?}");
    let shows = |party, label: &str| handed::list(plan(), &ledger, Some(party)).contains(&format!("<li>{label} "));
    assert!(!shows(education, "2.1") && shows(education, "2.2") && !shows(education, "1.1"));
    assert!(shows(water, "1.1") && !shows(water, "1.2"));
}
