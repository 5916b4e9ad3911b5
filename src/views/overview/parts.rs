//! Small parts of the overview: figures that lead to the rows they count, tables, bars.

use crate::domain::calendar::date;
use crate::domain::filter::Filter;
use crate::domain::party::Party;
use crate::domain::plan::MeasureId;
use crate::domain::progress::time_of_year;
use crate::domain::rollup::{State, Tally};
use crate::route::{Anchor, ListView, Print, Route};
use crate::state::Store;
use crate::views::live::{El, View, el};
use crate::views::parts::mixed;
use leptos::prelude::use_context;

pub(super) fn listed(rows: Vec<View>, class: &str, nothing: &str) -> View {
    if rows.is_empty() { el("p").text(nothing).view() } else { el("ul").class(class).children(rows).view() }
}

/// The closed round that the figures in a view are of, as its address names it.
#[derive(Clone)]
pub struct OfRound(pub String);

/// A figure, as a link to the rows it counts: on the list or, of a closed round, as they were then, to be printed.
pub(super) fn figure(store: Store, party: Party, filter: Filter, n: usize) -> View {
    figure_of(store, use_context(), party, filter, n)
}

/// The same, of a closed round or of today.
pub(super) fn figure_of(store: Store, of: Option<OfRound>, party: Party, filter: Filter, n: usize) -> View {
    let address = address_of(store, of, ListView { party, filter });
    let class = if n == 0 { "figure is-none" } else { "figure" };
    el("a").class(class).set("href", &address).text(n.to_string()).view()
}

/// Where a party's list with a filter is: the list or, of a closed round, the rows as they were then, to be printed.
pub(super) fn rows_of(store: Store, party: Party, filter: Filter) -> String {
    address_of(store, use_context(), ListView { party, filter })
}

fn address_of(store: Store, of: Option<OfRound>, view: ListView) -> String {
    store.address(&match of {
        Some(OfRound(round)) => Route::Print(Print { round, ..Print::of(view) }),
        None => Route::List(view),
    })
}

/// The filter of all measures that count.
pub(super) fn counted() -> Filter {
    Filter { counted: true, ..Filter::default() }
}

/// A bar in which each state has its share. It is decoration: the figures stand beside it.
pub(super) fn stack(tally: Tally) -> El {
    let states = State::ALL.into_iter().filter(|state| *state != State::NotApplicable && tally.of(*state) > 0);
    let pieces = states.map(|state| {
        el("i").set("data-state", state.key()).set("style", &format!("flex-grow:{}", tally.of(state))).view()
    });
    el("span").class("stack").set("aria-hidden", "true").children(pieces)
}

pub(super) fn states_figure(store: Store, state: State, tally: Tally) -> El {
    let swatch = el("i").class("swatch").set("aria-hidden", "true").set("data-state", state.key());
    let figure = figure(store, Party::Coordinator, Filter::of_state(state), tally.of(state));
    el("span").child(swatch).text(store.words().states[state as usize]).text(" ").child(figure)
}

pub(super) fn head(store: Store, words: impl IntoIterator<Item = String>) -> El {
    let word = |word: String| el("th").set("scope", "col").child(mixed(store.lang(), &word, "zh-Hant")).view();
    let cells = words.into_iter().map(word);
    el("thead").child(el("tr").children(cells))
}

pub(super) fn table(class: &str, name: &str, head: El, rows: Vec<View>) -> View {
    let table = el("table").class(class).set("aria-label", name).child(head).child(el("tbody").children(rows));
    // A table wider than the screen scrolls on its own, by keyboard as well.
    el("div").class("scroll").set("tabindex", "0").set("role", "region").set("aria-label", name).child(table).view()
}

pub(super) fn cell(content: View) -> View {
    el("td").child(content).view()
}

pub(super) fn anchor(store: Store, id: MeasureId) -> View {
    let plan = store.plan();
    el("a")
        .class("measure-no")
        .set("href", &store.place_address_on(Party::Coordinator, Anchor::Measure(id)))
        .text(plan.label(id).to_string())
        .view()
}

/// How much of the plan's term is over, in whole percent.
pub(super) fn time(store: Store) -> Option<i64> {
    time_of_year(&store.plan(), date(store.now()))
}
