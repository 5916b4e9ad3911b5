//! What changed since the last round, and the course of the year: counted by hand, against the figures of the overview, and as it is drawn.

use crate::ledger::{busy_ledger, measure, plan};
use crate::rounds::{make, noon};
use leptos::prelude::*;
use proptest::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use yaodian::domain::calendar::iso_to_day;
use yaodian::domain::course::{Course, Step};
use yaodian::domain::dues::dues;
use yaodian::domain::glance::Glance;
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan};
use yaodian::domain::printed_day::Day;
use yaodian::domain::rollup::{Count, State};
use yaodian::domain::rounds::{RoundId, Rounds};
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
use yaodian::state::Store;
use yaodian::views::lazy;
use yaodian::views::overview::overview;

fn day(iso: &str) -> Day {
    iso_to_day(iso).expect("a day")
}

fn unit(name: &str) -> Party {
    Party::Unit(plan().unit_named(name).expect("a unit of the plan"))
}

fn say(ledger: &mut Ledger, party: Party, id: MeasureId, value: &str) {
    let key = MarkKey::Placed(party, id);
    ledger.set(Change { key, field: Field::Status, value: value.into() }, 5);
}

#[test]
fn a_step_counts_what_is_done_and_what_is_reported() {
    #[track_caller]
    fn check(said: &[(&str, MeasureId, &str)], done: (usize, usize), reported: (usize, usize)) {
        let mut ledger = Ledger::default();
        for (who, id, value) in said {
            let party = if who.is_empty() { Party::Coordinator } else { unit(who) };
            say(&mut ledger, party, *id, value);
        }
        let step = Step::of(plan(), &ledger, day("2021-09-30"), None);
        let count = |(done, all)| Count { done, all };
        assert_eq!((step.done, step.reported), (count(done), count(reported)), "{said:?}");
        assert_eq!(step.time, Some(74), "273 of 365 days");
    }
    let education = "市教育局";
    check(&[], (0, 129), (0, 129));
    check(&[(education, measure(2, 1), "under-way")], (0, 129), (1, 129));
    // One of many who are asked says that it is done: that is a report, and nothing is done.
    check(&[(education, measure(2, 1), "done")], (0, 129), (1, 129));
    check(&[(education, measure(2, 1), "done"), ("", measure(2, 1), "done")], (1, 129), (1, 129));
    // What is signed off without a report is done, is not reported, and need not be any more.
    check(&[("", measure(8, 1), "done")], (1, 129), (0, 128));
    // 不適用 leaves both.
    check(&[("", measure(8, 1), "not-applicable"), (education, measure(2, 1), "behind")], (0, 128), (1, 128));
}

#[test]
fn a_day_has_its_place_between_the_first_and_the_last_of_the_term_and_of_the_rounds() {
    #[track_caller]
    fn check(plan: &Plan, days: &[&str], along: &[usize], time: &[(usize, usize)]) {
        let ledger = Ledger::default();
        let steps = days.iter().map(|iso| Step::of(plan, &ledger, day(iso), None)).collect();
        let course = Course::of(plan, steps);
        let places: Vec<usize> = course.steps().iter().map(|step| course.along(step.day)).collect();
        assert_eq!(places, along, "{days:?}");
        assert_eq!(course.time(), time, "{days:?}");
    }
    // The plan is for 2021: its last day comes 364 days after its first.
    check(plan(), &["2021-09-30"], &[747], &[(0, 0), (0, 0), (1_000, 1_000), (1_000, 1_000)]);
    check(plan(), &["2021-12-31", "2021-01-01"], &[0, 1_000], &[(0, 0), (0, 0), (1_000, 1_000), (1_000, 1_000)]);
    // 100 days before, and 100 after.
    check(
        plan(),
        &["2020-09-23", "2021-09-30", "2022-04-10"],
        &[0, 659, 1_000],
        &[(0, 0), (177, 0), (822, 1_000), (1_000, 1_000)],
    );
    let mut open = plan().clone();
    (open.meta.start, open.meta.due) = (None, None);
    check(&open, &["2021-04-11", "2021-04-11", "2021-04-21"], &[0, 0, 1_000], &[]);
    check(&open, &["2021-04-11"], &[0], &[]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The step of today says the figures of the overview.
    #[test]
    fn today_is_as_the_overview_says(
        ledger in busy_ledger(),
        round in prop::option::of(prop::sample::select(vec!["2021-07-10", "2021-10-10"])),
    ) {
        let day = day("2021-09-30");
        let mut ledger = ledger;
        if let Some(due) = round {
            make(&mut ledger, "2021-01-01/2021-06-30", "上半年", due);
            make(&mut ledger, "2021-07-01/2021-12-31", "下半年", "");
        }
        let rounds = Rounds::of(&ledger);
        let step = Step::of(plan(), &ledger, day, None);
        let glance = Glance::of(plan(), &ledger, &dues(plan()).expect("the code is there"), day, rounds.at(day));
        let done = glance.plan.tally.of(State::SignedOff) + glance.plan.tally.of(State::Done);
        prop_assert_eq!(step.done, Count { done, all: glance.plan.tally.counted() });
        prop_assert_eq!((step.reported, step.time), (glance.plan.reported, glance.time));
    }
}

thread_local! {
    /// The rounds that are kept in this browser.
    static KEPT: RefCell<BTreeMap<RoundId, Ledger>> = const { RefCell::new(BTreeMap::new()) };
    /// How often one was asked for.
    static ASKED: Cell<usize> = const { Cell::new(0) };
    static NOW: Cell<Moment> = const { Cell::new(0) };
}

fn load(_: Store, round: RoundId) -> Option<Ledger> {
    ASKED.set(ASKED.get() + 1);
    KEPT.with_borrow(|kept| kept.get(&round).cloned())
}

fn page() -> String {
    html(overview(|then| then(), load))
}

/// The part of a page from `from` until `until`.
fn between<'a>(page: &'a str, from: &str, until: &str) -> &'a str {
    let after = page.split_once(from).map_or("", |(_, after)| after);
    after.split_once(until).map_or("", |(part, _)| part)
}

/// The figures of what changed, each with the measures that stand under it.
fn changed(page: &str) -> Vec<(String, Vec<String>)> {
    let since = between(page, "class=\"since\"", "</div>");
    let words = |part: &str| {
        let texts = part.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text);
        texts.collect::<String>()
    };
    let lists = since.split("<details>").flat_map(|part| {
        let (list, behind) = part.split_once("</details>").unwrap_or(("", part));
        let own = (!list.is_empty()).then(|| {
            let links = list.split("class=\"measure-no\"").skip(1);
            let label =
                |link: &str| link.split_once('>').map(|(_, rest)| rest.split('<').next().unwrap_or("").to_owned());
            let name = words(&["<summary>", between(list, "<summary>", "</summary>")].concat());
            (name, links.filter_map(label).collect::<Vec<String>>())
        });
        let without = behind.split("<span>").skip(1).map(|span| (words(&["<span>", span].concat()), Vec::new()));
        own.into_iter().chain(without).collect::<Vec<_>>()
    });
    lists.collect()
}

/// These figures, as [`changed`] gives them.
fn told(changes: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let own = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    changes.iter().map(|(name, ids)| ((*name).to_owned(), own(ids))).collect()
}

#[test]
fn the_first_screen_says_what_changed_since_the_last_round_that_is_kept() {
    Owner::new().with(|| {
        NOW.set(noon("2021-10-20"));
        let store = Store::new(plan().clone(), Settings::default(), Lang::ZhHans, || NOW.get());
        provide_context(store);
        lazy::provide(|_| ());
        let (police, education) = (unit("市公安局"), unit("市教育局"));
        let close = |id: RoundId, day: &str| {
            store.settle_for(vec![Change { key: id.key(), field: Field::Closed, value: day.into() }]);
        };
        let report = |day, party, id, value: &str| {
            NOW.set(noon(day));
            store.settle_for(vec![Change {
                key: MarkKey::Placed(party, id),
                field: Field::Status,
                value: value.into(),
            }]);
        };
        let now = || untrack(|| store.ledger(Clone::clone));
        let nothing_stands_there = |when: &str| {
            let page = page();
            assert!(!page.contains("class=\"since\"") && !page.contains("course"), "{when}: {page}");
        };

        nothing_stands_there("without rounds");
        let mut rounds = Ledger::default();
        let [first, second, third] = [
            make(&mut rounds, "2021-01-01/2021-03-31", "第一季度", "2021-04-10"),
            make(&mut rounds, "2021-04-01/2021-06-30", "第二季度", "2021-07-10"),
            make(&mut rounds, "2021-07-01/2021-09-30", "第三季度", "2021-10-10"),
        ];
        let made = rounds.marks().iter().flat_map(|(key, mark)| {
            let of = |field| Change { key: key.clone(), field, value: mark.value(field).to_owned() };
            [of(Field::Name), of(Field::Due)]
        });
        store.settle_for(made.collect());
        nothing_stands_there("while all are open");
        assert_eq!(ASKED.get(), 0, "a round that is open has no state");

        report("2021-03-15", police, measure(1, 1), "under-way");
        report("2021-03-15", police, measure(1, 3), "under-way");
        KEPT.with_borrow_mut(|kept| kept.insert(first, now()));
        close(first, "2021-04-12");
        report("2021-06-15", education, measure(2, 1), "under-way");
        report("2021-06-15", education, measure(3, 1), "under-way");
        KEPT.with_borrow_mut(|kept| kept.insert(second, now()));
        close(second, "2021-07-12");
        close(third, "2021-10-12");

        report("2021-10-20", Party::Coordinator, measure(1, 1), "done");
        report("2021-10-20", education, measure(3, 1), "behind");
        report("2021-10-20", education, measure(2, 3), "under-way");
        report("2021-10-20", education, measure(2, 4), "under-way");
        let changes = [
            ("新完成 1", &["1.1"][..]),
            ("新滞后 1", &["3.1"]),
            ("新填报 2", &["2.3", "2.4"]),
            ("有进展 0", &[]),
            ("无变化 2", &["1.3", "2.1"]),
        ];
        ASKED.set(0);
        let shown = page();
        assert_eq!(ASKED.get(), 3, "each closed round is read once, however much shows it");
        assert!(
            between(&shown, "class=\"since\"", "</span>").ends_with("自第二季度以来"),
            "the third is not kept here"
        );
        assert_eq!(changed(&shown), told(&changes));
        let place = |what: &str| shown.find(what).unwrap_or_else(|| panic!("{what} is missing"));
        assert!(place("class=\"verdict\"") < place("class=\"since\""), "the verdict first");
        assert!(
            place("class=\"since\"") < place("class=\"first-progress\""),
            "and on a phone it comes before all drawings"
        );
        assert!(place("first-lists") < place("course-drawing"), "the course stands below the first screen");

        // The course: two rounds, each with what was reported for it, and today, which is in none; counted by hand.
        let table = between(&shown, "<table class=\"course-table\"", "</table>");
        let rows: Vec<String> = table.split("<tr>").skip(2).map(words_of).collect();
        let expected = [
            "第一季度2021-04-120/129 0%2/129 1%27%",
            "第二季度2021-07-120/129 0%2/129 1%52%",
            "今天2021-10-201/129 0%6/129 4%80%",
        ];
        assert_eq!(rows, expected, "{table}");
        let drawing = between(&shown, "<svg class=\"course-drawing\"", "</svg>");
        assert!(drawing.contains("role=\"img\" aria-labelledby=\"course-title course-desc\""), "{drawing}");
        let desc = between(drawing, "<desc id=\"course-desc\">", "</desc>");
        assert!(
            desc.contains("第二季度（2021-07-12）：已完成 0% (0/129)，已填报 1% (2/129)；今天（2021-10-20）"),
            "{desc}"
        );
        let names = drawing.split("<text").filter_map(|part| part.split_once('>')?.1.split_once("</text>"));
        let names: Vec<&str> = names.map(|(name, _)| name).collect();
        assert_eq!(names, ["0%", "50%", "100%", "今天", "第二季度", "第一季度"]);
        assert_eq!(drawing.matches("<circle").count(), 6, "a point of each line for each round and today");

        // A round that is to be closed on a day to come, by a clock that was wrong, is none before today.
        close(second, "2031-07-12");
        let shown = page();
        assert!(between(&shown, "class=\"since\"", "</span>").ends_with("自第一季度以来"), "{}", changed(&shown).len());
        // One that is opened again is no longer compared with.
        close(first, "");
        nothing_stands_there("after all are open again, or not kept");
        assert_eq!(Rounds::of(&now()).all().len(), 3);
    });
}

fn words_of(part: &str) -> String {
    part.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect()
}
