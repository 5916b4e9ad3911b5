//! A plan of thousands of measures: its list and its overview are drawn piece by piece, and all of it comes.

use crate::ledger::plan;
use crate::long_plan::long;
use leptos::prelude::*;
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
use yaodian::state::{Command, Store};
use yaodian::views::checklist::checklist;
use yaodian::views::lazy;
use yaodian::views::overview::overview;

/// Runs a test with the store of a page with such a plan.
fn with_long(test: impl FnOnce(Store)) {
    Owner::new().with(|| {
        let store = Store::new(long(17), Settings::default(), Lang::ZhHans, || 0);
        provide_context(store);
        lazy::provide(|_| ());
        test(store);
    });
}

fn rows() -> usize {
    html(checklist()).matches("<li class=\"measure\"").count()
}

#[test]
fn a_long_list_begins_with_some_windows_full_and_goes_on_until_all_is_there() {
    with_long(|store| {
        let all = store.plan_measures();
        assert_eq!(all, 17 * 129);
        let first = rows();
        assert!((150..400).contains(&first), "{first}");
        assert_eq!(store.session().take_commands(), [Command::DrawOn], "the next is called for once that is painted");
        assert!(store.draws(0) && !store.draws(1));
        store.draw_on();
        assert!(store.draws(1) && !store.draws(2));
        assert!(store.draw_all(), "what is looked for may be missing");
        assert!(store.draws(usize::MAX) && !store.draw_all());
    });
}

#[test]
fn a_long_overview_begins_with_the_whole_and_goes_on_until_all_is_there() {
    with_long(|_| {
        let first = html(overview(|_| (), |_, _| None));
        assert!(first.contains("class=\"verdict\""), "the verdict comes first: {first}");
        assert_eq!(first.matches("<table").count(), 1, "with what lights mean: {first}");
        let tables = html(overview(|then| then(), |_, _| None)).matches("<table").count();
        assert_eq!(
            tables, 6,
            "what lights mean, the bodies ranked, by section, targets, by section in figures, by party"
        );
    });
}

#[test]
fn a_list_that_is_not_long_is_there_at_once() {
    Owner::new().with(|| {
        let store = Store::new(plan().clone(), Settings::default(), Lang::ZhHans, || 0);
        provide_context(store);
        lazy::provide(|_| ());
        assert_eq!(rows(), 129);
        assert_eq!(store.session().take_commands(), []);
        let list = html(checklist());
        let hidden = list.split("<li class=\"measure\"").skip(1).filter_map(|row| row.split_once('>'));
        assert!(hidden.clone().all(|(tag, _)| !tag.contains("hidden")), "as HTML, too, every row is shown");
        assert_eq!(html(overview(|_| (), |_, _| None)).matches("<table").count(), 6);
    });
}
