//! Every figure of the overview leads to exactly the rows it counts: all of them are followed, in every state that it shows.

use crate::ledger::{measure, plan};
use leptos::prelude::*;
use std::collections::BTreeSet;
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::MeasureId;
use yaodian::domain::rollup::State;
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
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

#[test]
fn every_figure_opens_exactly_the_rows_it_counts() {
    let owner = Owner::new();
    owner.with(|| {
        let store = Store::new(plan().clone(), Settings::default(), Lang::ZhHans, || 1_632_988_800_000);
        provide_context(store);
        report(store);
        let shows = State::ALL.map(|state| format!("?show={}", state.key()));
        let mut all = BTreeSet::new();
        for show in shows.iter().map(String::as_str).chain([""]) {
            store.open_address(&format!("#/overview{show}"));
            let figures = figures(&html(overview(|then| then())));
            assert!(figures.len() > 100, "{show}: {}", figures.len());
            all.extend(figures);
        }
        assert!(all.iter().filter(|(_, says)| *says > 0).count() > 100, "{}", all.len());
        for (address, says) in all {
            store.open_address(&address);
            let found = store.shown(|shown| shown.measures.len());
            assert_eq!(found, says, "{address}");
        }
        assert!(store.notices().is_empty(), "an address is unknown");
    });
}
