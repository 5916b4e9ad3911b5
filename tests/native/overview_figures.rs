//! Every figure of the overview leads to exactly the rows it counts: all of them are followed, in every state that it shows.

use crate::ledger::{measure, plan};
use crate::papers::DUE;
use leptos::prelude::*;
use std::collections::BTreeSet;
use yaodian::domain::ledger::{Change, Ledger};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan};
use yaodian::domain::rollup::State;
use yaodian::domain::rounds::RoundId;
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
use yaodian::reader::read;
use yaodian::state::Store;
use yaodian::views::overview::overview;

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
            assert!(html.contains("course-table"), "the year so far, of which today's figures lead to their rows");
            let figures = figures(&html);
            assert!(figures.len() > 100, "{show}: {}", figures.len());
            all.extend(figures);
        }
        assert!(all.iter().filter(|(_, says)| *says > 0).count() > 100, "{}", all.len());
        follow(store, all);
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
