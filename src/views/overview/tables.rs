//! The tables of the overview: by section, by unit and locality; who is late.

use super::parts::{cell, counted, figure, head, listed, stack, states_figure, table};
use crate::domain::filter::Filter;
use crate::domain::overview::{LateRow, PartyRow, parties};
use crate::domain::party::Party;
use crate::domain::rollup::{State, Tally};
use crate::route::{ListView, Route};
use crate::state::{Store, use_store};
use crate::views::live::{View, el, says};
use crate::views::parts::name_text;

/// The plan in one line of figures.
pub(super) fn glance(store: Store, plan: &PartyRow) -> View {
    let words = store.words();
    let count = plan.all.done(Party::Coordinator);
    let percent = count.percent().map_or_else(|| "—".to_owned(), |percent| format!("{percent}%"));
    let of = figure(store, Party::Coordinator, counted(), count.all);
    let line = el("p")
        .class("totals")
        .child(el("b").text(format!("{} {percent}", words.states[0])))
        .child(el("span").text(words.counted).text(" ").child(of))
        .children(State::ALL.into_iter().map(|state| states_figure(store, state, plan.all).view()));
    let late = store.has_dues().then(|| store.late(std::iter::once(Party::Coordinator)));
    let late = late.iter().flatten().map(|row| el("p").class("totals").children(late_figures(store, row)).view());
    el("div").child(stack(plan.all)).child(line).children(late).view()
}

pub(super) fn by_section(store: Store, plan: &PartyRow) -> View {
    let words = store.words();
    let names = [words.section, words.counted].map(str::to_owned).into_iter();
    let head = head(store, names.chain(State::ALL.map(|state| words.states[state as usize].to_owned())));
    let row = |name: String, section: Option<u16>, tally: Tally| {
        let of = |mut filter: Filter, n: usize| {
            filter.sections = section.into_iter().collect();
            cell(figure(store, Party::Coordinator, filter, n))
        };
        let name = el("th").set("scope", "row").child(el("span").text(name)).child(stack(tally));
        let states = State::ALL.map(|state| of(Filter::of_state(state), tally.of(state)));
        el("tr").child(name).child(of(counted(), tally.counted())).children(states).view()
    };
    let whole = store.plan();
    let sections = whole.sections.iter().zip(&plan.sections);
    let mut rows: Vec<View> =
        sections.map(|(section, tally)| row(store.section_label(section), Some(section.no), *tally)).collect();
    rows.push(row(store.lazy_words().all_sections.to_owned(), None, plan.all));
    table("by-section", store.lazy_words().by_section, head, rows)
}

/// The choice of what the table of parties shows: how much is done, or how many measures are in one state.
pub(super) fn choices() -> View {
    let store = use_store();
    let choice = |state: Option<State>| {
        let name = says(move || {
            let words = store.words();
            state.map_or(words.done, |state| words.states[state as usize]).to_owned()
        });
        let current = says(move || (shown(store) == state).to_string());
        let address = store.address(&Route::Overview(state));
        el("a").class("button").set("href", &address).live("aria-current", current).says(name).view()
    };
    el("p").class("actions").children(std::iter::once(None).chain(State::ALL.map(Some)).map(choice)).view()
}

/// The state that the table of parties shows; `None` for how much is done.
fn shown(store: Store) -> Option<State> {
    if let Route::Overview(shown) = store.route() { shown } else { None }
}

/// The table of all units and localities by section: of the measures that count, how many are done or in the chosen state.
pub(super) fn by_party(store: Store) -> View {
    let words = store.lazy_words();
    let plan = store.plan();
    let shown = shown(store);
    let parties = store.ledger(|ledger| parties(&plan, ledger));
    let labels = plan.sections.iter().map(|section| store.section_number(section));
    let head =
        head(store, std::iter::once(words.whose_row.to_owned()).chain(labels).chain([words.all_sections.to_owned()]));
    let of = |row: &PartyRow, section: Option<u16>, tally: Tally| {
        let (mut filter, n) = match shown {
            None => (Filter { done: true, ..Filter::default() }, tally.done(row.party).done),
            Some(state) => (Filter::of_state(state), tally.of(state)),
        };
        filter.sections = section.into_iter().collect();
        let all = tally.counted();
        if tally.all() == 0 {
            return cell(el("span").class("none").text("—").view());
        }
        let share = format!("--share:{}%", (n * 100).checked_div(all).unwrap_or(0));
        let n = figure(store, row.party, filter, n);
        let mut whole = counted();
        whole.sections = section.into_iter().collect();
        el("td")
            .set("style", &share)
            .child(n)
            .child(el("small").text("/"))
            .child(figure(store, row.party, whole, all))
            .view()
    };
    let rows = parties.iter().map(|row| {
        let address = store.address(&Route::List(ListView { party: row.party, ..ListView::default() }));
        let name = el("a").set("href", &address).child(name_text(store.party_name(row.party), store.name_lang()));
        let sections =
            plan.sections.iter().zip(&row.sections).map(|(section, tally)| of(row, Some(section.no), *tally));
        el("tr").child(el("th").set("scope", "row").child(name)).children(sections).child(of(row, None, row.all)).view()
    });
    table("matrix", words.by_party, head, rows.collect())
}

/// What is overdue of a party's list, and what is due soon.
fn late_figures(store: Store, row: &LateRow) -> [View; 2] {
    let words = store.words();
    let overdue = figure(store, row.party, Filter { overdue: true, ..Filter::default() }, row.overdue);
    let soon = figure(store, row.party, Filter { soon: true, ..Filter::default() }, row.soon);
    let class = if row.overdue > 0 { "overdue" } else { "" };
    [
        el("span").class(class).text(words.overdue).text(" ").child(overdue).view(),
        el("span").text(words.soon).text(" ").child(soon).view(),
    ]
}

/// Every unit and locality that is late.
pub(super) fn late(store: Store) -> View {
    let rows = store.late(store.plan().parties().skip(1));
    let rows = rows.iter().filter(|row| row.overdue > 0).map(|row| {
        let name = el("b").child(name_text(store.party_name(row.party), store.name_lang()));
        el("li").child(el("p").class("totals").child(name).children(late_figures(store, row))).view()
    });
    listed(rows.collect(), "late", store.lazy_words().nobody_late)
}
