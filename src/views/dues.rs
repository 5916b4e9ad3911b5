//! What the list shows only of a plan that prints deadlines, or who leads and who supports, and of reports. A first visit may have
//! none of it: [`bring`] brings what draws them, with the code that reads deadlines.

use super::brief::brief;
use super::live::{self, BoolFn, El, TextFn, View, el, is, keyed, lazy_word, says, text_lang, word};
use crate::domain::calendar::iso_day;
use crate::domain::dues::{self, Apart, Due};
use crate::domain::filter::{Facets, Filter};
use crate::domain::mark::Field;
use crate::domain::party::Party;
use crate::domain::plan::MeasureId;
use crate::domain::rollup::{Count, Standing, State};
use crate::state::{Row, Store, use_store};
use crate::text::year::{YearWords, apart};
use leptos::prelude::*;
use std::sync::OnceLock;

/// What draws them.
struct Printed {
    /// The deadlines of the task at a place of the plan, given its row.
    footer: fn(usize, RwSignal<Row>) -> Option<El>,
    /// What the state of a row says beside its word.
    state: fn(Store, MeasureId, Row) -> String,
    /// What is written of a measure, in one line.
    brief: fn(Store, MeasureId) -> String,
    /// The bar of the reports on a row.
    bar: fn(Row) -> String,
    /// The facets, given what makes one of a name, a flag and a count.
    facets: fn(SwitchFacet) -> Vec<View>,
}

/// Makes a facet that is on or off, of its name, its flag and its count.
pub(super) type SwitchFacet = fn(TextFn, fn(&mut Filter) -> &mut bool, fn(&Facets) -> usize) -> View;

static PRINTED: OnceLock<Printed> = OnceLock::new();

/// Brings the code that reads and draws them. Native programs have it from the start.
pub fn bring() {
    dues::bring();
    PRINTED.get_or_init(|| Printed { footer, state: more, brief, bar, facets });
}

fn printed() -> Option<&'static Printed> {
    if cfg!(not(target_arch = "wasm32")) {
        bring();
    }
    PRINTED.get()
}

/// The deadlines of the task at this place of the plan, given its row; none as long as the code that draws them is not there.
pub(super) fn dues_footer(index: usize, card: RwSignal<Row>) -> Option<El> {
    printed().and_then(|printed| (printed.footer)(index, card))
}

/// What the state of a row says beside its word; nothing as long as the code for it is not there.
pub(super) fn more_of_state(store: Store, id: MeasureId, row: Row) -> String {
    printed().map_or_else(String::new, |printed| (printed.state)(store, id, row))
}

/// What is written of a measure, in one line; nothing where its report is open, and as long as the code for it is not there.
pub(super) fn brief_of(store: Store, id: MeasureId, row: Row) -> String {
    let brief = printed().filter(|_| !row.open).map(|printed| printed.brief);
    brief.map_or_else(String::new, |brief| brief(store, id))
}

/// How several reports on a row stand, as one declaration of a style; none where they are not several, for which the styles show none,
/// either, and as long as the code for it is not there.
pub(super) fn reports_bar(row: Row) -> String {
    printed().map_or_else(String::new, |printed| (printed.bar)(row))
}

/// The reports that say something else each, as parts of a bar that is as long as all who are asked.
fn bar(row: Row) -> String {
    let Standing { state, asked, reports, .. } = row.standing;
    let mut stops = String::new();
    let mut upto = 0;
    let parts = [
        (State::Done, "green"),
        (State::UnderWay, "edge"),
        (State::Behind, "behind"),
        (State::NotStarted, "line"),
        (State::NotApplicable, "line"),
    ];
    for (part, colour) in parts {
        let from = upto;
        upto += reports.of(part) * 100 / asked.max(1);
        if state == State::Reported && upto > from {
            stops = format!("{stops}var(--{colour}) {from}% {upto}%,");
        }
    }
    if stops.is_empty() { stops } else { format!("--said:linear-gradient(90deg,{stops}var(--card) 0)") }
}

/// How many of several reports say what, where no one word stands for them; what the coordinator settled; whether one was given back, all are of the last round, or it
/// is overdue; its light.
fn more(store: Store, id: MeasureId, row: Row) -> String {
    let (words, standing) = (store.words(), row.standing);
    let mut text = if store.party() == Party::Coordinator { apart(&words.states, &standing) } else { String::new() };
    let own = YearWords::of(store.lang());
    if let Some(duty) = standing.duty {
        text += " · ";
        text += own.duties[duty as usize];
    }
    if let Some(day) = standing.day {
        text += " · ";
        text += &(own.due_on)(&iso_day(day.into()));
        if let Some(first) = store.first_day(id) {
            text += &(own.at_first)(&iso_day(first.into()));
        }
    }
    let notes = [
        (standing.returned, words.given_back),
        // What was given back is to be reported again in any case.
        (standing.again && !standing.returned && standing.is_missing(), own.of_last_round),
        (row.due == Due::Overdue, words.overdue),
    ];
    for (_, note) in notes.into_iter().filter(|(holds, _)| *holds) {
        text += " · ";
        text += note;
    }
    if let Some(light) = standing.light.filter(|_| !store.settings().no_lights) {
        text += [" ▲ ", " ◆ ", " ● "][light as usize];
        text += words.lights[light as usize];
    }
    text
}

/// The facets of deadlines and roles; none as long as the code that draws them is not there.
pub(super) fn printed_facets(switch: SwitchFacet) -> Vec<View> {
    printed().map_or_else(Vec::new, |printed| (printed.facets)(switch))
}

fn facets(switch: SwitchFacet) -> Vec<View> {
    let store = use_store();
    let hidden = |facet: View, is_hidden: BoolFn| el("span").flag("hidden", is_hidden).child(facet).view();
    let returned = move || switch(word(|w| w.given_back), |f| &mut f.returned, |n| n.returned);
    let none = move || store.shown(|shown| shown.facets.returned) == 0 && !store.view().filter.returned;
    // Not there at all where nothing was given back, as on the list that stands in the page before the program runs.
    let mut all =
        vec![keyed(says(move || none().to_string()), move || if none() { View::Nothing } else { returned() })];
    // Where the plan says nothing of it, as soon as the coordinator settled something.
    let settled =
        move |field: Field| store.ledger(|ledger| ledger.marks().iter().any(|(_, mark)| !mark.value(field).is_empty()));
    let dues = Memo::new(move |_| store.has_dues() || settled(Field::Due) || settled(Field::Granted));
    all.push(keyed(says(move || dues.get().to_string()), move || {
        if !dues.get() {
            return View::Nothing;
        }
        live::all(vec![
            switch(word(|w| w.overdue), |f| &mut f.overdue, |n| n.overdue),
            switch(word(|w| w.soon), |f| &mut f.soon, |n| n.soon),
        ])
    }));
    let roles = Memo::new(move |_| store.plan().has_roles() || settled(Field::Duty));
    all.push(keyed(says(move || roles.get().to_string()), move || {
        if !roles.get() {
            return View::Nothing;
        }
        // The coordinator has no role of its own.
        let whole = is(move || store.party() == Party::Coordinator);
        live::all(vec![
            hidden(switch(word(|w| w.role_lead), |f| &mut f.lead, |n| n.lead), whole.clone()),
            hidden(switch(word(|w| w.role_support), |f| &mut f.support, |n| n.support), whole),
        ])
    }));
    all
}

/// The deadlines of a task that none of its measures prints, as printed and as dates. They are late as long as not all of the
/// task is done.
fn footer(index: usize, card: RwSignal<Row>) -> Option<El> {
    let store = use_store();
    let dues = store.dues_apart(index);
    let due = move |deadline: Apart| {
        let date = deadline.day.map(|day| format!("（{}）", iso_day(day.into()))).unwrap_or_default();
        let late = says(move || {
            let Count { done, all } = card.get().count;
            let late = done < all && deadline.day.is_some_and(|day| Due::of(day, store.today()) == Due::Overdue);
            if late { store.words().overdue } else { "" }.to_owned()
        });
        let words = el("span").live("lang", text_lang()).says(says(move || store.text_of(deadline.span)));
        el("li").child(words).text(date).child(el("span").class("overdue").says(late)).view()
    };
    let label = (!dues.is_empty()).then(|| el("span").class("label").says(lazy_word(|w| w.due)));
    label.map(|label| el("div").class("units").child(label).child(el("ul").children(dues.into_iter().map(due))))
}
