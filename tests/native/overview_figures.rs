//! Every figure of the overview leads to exactly the rows it counts: all of them are followed, in every state that it shows.

use crate::ledger::{measure, plan};
use crate::papers::DUE;
use crate::rounds::noon;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use yaodian::domain::ledger::{Change, Ledger, Moment};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan};
use yaodian::domain::rollup::State;
use yaodian::domain::rounds::{RoundId, Rounds};
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
use yaodian::reader::read;
use yaodian::route::Route;
use yaodian::state::Store;
use yaodian::views;
use yaodian::views::overview::overview;
use yaodian::views::rounds::Frozen;

/// Where every figure that is drawn leads, and how many it says.
fn figures(html: &str) -> BTreeSet<(String, usize)> {
    let link = |part: &str| {
        let (tag, rest) = part.split_once('>')?;
        let (_, address) = tag.split_once("href=\"#")?;
        let (address, _) = address.split_once('"')?;
        let (says, _) = rest.split_once("</a>")?;
        Some((format!("#{}", address.replace("&amp;", "&")), says.parse().ok()?))
    };
    html.split("<a ").skip(1).filter_map(link).filter(|(address, _)| address.starts_with("#/")).collect()
}

/// Several have reported.
fn report(store: Store) {
    let education = Party::Unit(plan().unit_named("市教育局").expect("a unit of the plan"));
    let say = |party: Party, said: &[(MeasureId, Field, &str)]| {
        store.open_party(party);
        for (id, field, value) in said {
            store.write(*id, *field, (*value).to_owned(), false);
        }
    };
    say(
        education,
        &[
            (measure(2, 1), Field::Status, "done"),
            (measure(2, 3), Field::Status, "under-way"),
            (measure(2, 3), Field::Actual(1), "6"),
            (measure(3, 1), Field::Status, "behind"),
            (measure(3, 1), Field::Problem, "報名不足"),
            (measure(22, 1), Field::Status, "not-applicable"),
        ],
    );
    say(Party::Locality(0), &[(measure(1, 1), Field::Status, "done"), (measure(5, 1), Field::Status, "done")]);
    say(Party::Coordinator, &[(measure(2, 1), Field::Status, "done"), (measure(8, 1), Field::Status, "done")]);
}

/// Follows every figure that the overview draws now.
fn follow(store: Store, all: BTreeSet<(String, usize)>) {
    for (address, says) in all {
        store.open_address(&address);
        let found = store.shown(|shown| shown.measures.len());
        assert_eq!(found, says, "{address}");
    }
    assert!(store.notices().is_empty(), "an address is unknown");
}

/// A plan with deadlines, some past, some near: its overview says whose, and opens them.
#[test]
fn what_is_late_opens_exactly_the_rows_it_counts() {
    Owner::new().with(|| {
        let plan = Plan { id: "due".into(), ..read(DUE).plan };
        // 2021-09-30.
        let store = Store::new(plan, Settings::default(), Lang::ZhHans, || 1_632_988_800_000);
        provide_context(store);
        store.open_party(Party::Coordinator);
        let first = store.plan().measures().next().expect("a measure").id;
        let late = |store: Store| {
            store.late(store.plan().parties()).iter().map(|row| (row.overdue, row.soon)).collect::<Vec<_>>()
        };
        let before = late(store);
        assert_eq!(before[0], (2, 2), "6月底 and 三季度前 are past, 10月15日 is near");
        let figures = figures(&html(overview(|then| then(), |_, _| None)));
        let asks = |what: &str| figures.iter().filter(|(address, says)| address.contains(what) && *says > 0).count();
        assert!(asks("overdue") > 2 && asks("soon") > 1, "{figures:?}");
        follow(store, figures);
        store.open_party(Party::Coordinator);
        store.tick(first, true);
        assert_eq!(late(store)[0], (1, 2), "what is signed off is not late");
    });
}

#[test]
fn every_figure_opens_exactly_the_rows_it_counts() {
    let owner = Owner::new();
    owner.with(|| {
        let store = Store::new(plan().clone(), Settings::default(), Lang::ZhHans, || 1_632_988_800_000);
        provide_context(store);
        report(store);
        let round: RoundId = "2021-01-01/2021-06-30".parse().expect("a round");
        for (field, value) in [(Field::Name, "上半年"), (Field::Closed, "2021-07-10")] {
            store.settle_for(vec![Change { key: round.key(), field, value: value.into() }]);
        }
        let shows = State::ALL.map(|state| format!("?show={}", state.key()));
        let mut all = BTreeSet::new();
        for show in shows.iter().map(String::as_str).chain([""]) {
            store.open_address(&format!("#/overview{show}"));
            let html = html(overview(|then| then(), |_, _| Some(Ledger::default())));
            assert!(html.contains("course-table"), "the year so far");
            let figures = figures(&html);
            assert!(figures.len() > 100, "{show}: {}", figures.len());
            // Those of a closed round are followed below.
            all.extend(figures.into_iter().filter(|(address, _)| !address.contains("round=")));
        }
        assert!(all.iter().filter(|(_, says)| *says > 0).count() > 100, "{}", all.len());
        follow(store, all);
    });
}

thread_local! {
    static NOW: Cell<Moment> = const { Cell::new(0) };
    /// The ledger of the first half of the year, as it was kept.
    static KEPT: RefCell<Option<Ledger>> = const { RefCell::new(None) };
}

fn load(_: Store, _: RoundId) -> Option<Ledger> {
    KEPT.with_borrow(Option::clone)
}

/// In a round what is reported is what was reported for it: in the year so far, on the page of a closed round and where their figures
/// lead. The first half was closed when its reports were no longer due, in the days of the second.
#[test]
fn figures_of_rounds_open_the_rows_that_count_for_them() {
    Owner::new().with(|| {
        NOW.set(noon("2021-06-15"));
        let store = Store::new(plan().clone(), Settings::default(), Lang::ZhHans, || NOW.get());
        provide_context(store);
        let rounds = ["2021-01-01/2021-06-30", "2021-07-01/2021-12-31"].map(|days| days.parse().expect("a round"));
        let settle = |round: RoundId, field, value: &str| {
            store.settle_for(vec![Change { key: round.key(), field, value: value.into() }]);
        };
        settle(rounds[0], Field::Name, "上半年");
        settle(rounds[1], Field::Name, "下半年");
        report(store);
        NOW.set(noon("2021-07-20"));
        store.open_party(Party::Locality(2));
        store.write(measure(1, 2), Field::Status, "under-way".into(), false);
        KEPT.set(Some(untrack(|| store.ledger(Clone::clone))));
        settle(rounds[0], Field::Closed, "2021-07-20");
        NOW.set(noon("2021-09-30"));
        store.write(measure(5, 2), Field::Status, "under-way".into(), false);

        store.open_address("#/overview");
        let page = html(overview(|then| then(), load));
        let table = page.split("course-table").nth(1).and_then(|rest| rest.split("</table>").next()).expect("a table");
        let year = figures(table);
        let reported: Vec<usize> =
            year.iter().filter(|(address, _)| address.contains("reported")).map(|(_, says)| *says).collect();
        assert_eq!((year.len(), reported), (4, vec![2, 6]), "two since July, six before: {year:?}");
        store.open_address(&store.address(&Route::Rounds(rounds[0].days())));
        let frozen = Frozen { keep: |_, _, _| Ok(()), load, remove: |_, _| {} };
        let of_round = figures(&html(views::rounds::rounds(frozen)));
        let mut followed = 0;
        for (address, says) in year.into_iter().chain(of_round) {
            store.open_address(&address);
            let found = match store.print().filter(|print| !print.round.is_empty()) {
                Some(print) if print.view.filter.is_empty() => continue,
                Some(print) => {
                    assert_eq!(print.round, rounds[0].days());
                    let kept = KEPT.with_borrow(Option::clone).expect("it is kept");
                    let round = store.ledger(Rounds::of).get(rounds[0]).cloned().expect("a round");
                    let then = (round.closed.expect("it is closed"), Some(&round));
                    store.found_in(&kept, then, print.view.party, &print.view.filter).len()
                }
                None => store.shown(|shown| shown.measures.len()),
            };
            assert_eq!(found, says, "{address}");
            followed += usize::from(says > 0);
        }
        assert!(followed > 50, "{followed}");

        // The page of a round has what the overview has, and what changed since the round before.
        store.settle_for(vec![Change { key: rounds[1].key(), field: Field::Closed, value: "2021-09-30".into() }]);
        for (round, before) in [(rounds[0], false), (rounds[1], true)] {
            store.open_address(&store.address(&Route::Rounds(round.days())));
            let page = html(views::rounds::rounds(frozen));
            assert_eq!(page.contains("自上半年以来"), before, "{page}");
            for part in ["class=\"verdict\"", "单位排行", "单位与部分", "量化目标", "報名不足"] {
                assert!(page.contains(part), "{part} in {page}");
            }
            store.hide_lights(true);
            let page = html(views::rounds::rounds(frozen));
            assert!(!page.contains("单位与部分") && !page.contains("light-sign"), "{page}");
            store.hide_lights(false);
        }
    });
}

/// Whoever switches lights off reads of none: in the verdict's grounds, beside who is furthest behind, in no tile.
#[test]
fn lights_can_be_switched_off_altogether() {
    for (no_lights, is_there) in [(false, true), (true, false)] {
        Owner::new().with(|| {
            let settings = Settings { no_lights, ..Settings::default() };
            let store = Store::new(plan().clone(), settings, Lang::ZhHans, || 1_632_988_800_000);
            provide_context(store);
            report(store);
            store.open_party(Party::Coordinator);
            let html = html(overview(|then| then(), |_, _| None));
            for sign in ["红灯", "light-sign", "light-tiles"] {
                assert_eq!(html.contains(sign), is_there, "{sign}, switched off: {no_lights}");
            }
        });
    }
}
