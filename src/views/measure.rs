//! The row of a measure in the list: its checkbox, its sentence and its state.

use super::dues::{brief_of, more_of_state, reports_bar};
use super::english;
use super::lazy::lazy;
use super::live::{View, el, is, keyed, says};
use super::parts::mixed;
use crate::domain::party::Party;
use crate::domain::plan::{Label, Measure, MeasureId};
use crate::domain::rollup::State;
use crate::state::{Row, Store, use_store};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

/// The row of a measure with this label: a checkbox, the label as a link to the row, the sentence, the state, and the report
/// once it is opened. Everything in it follows the row's own signal and no other; the rest of the state is read when the row
/// is updated. The checkbox comes first and reads the row; the elements after it use what it has read.
pub fn measure_row(no: Label, measure: Measure) -> View {
    let store = use_store();
    let id = measure.id;
    let row = store.row(id);
    let measure = Arc::new(measure);
    let reported = measure.clone();
    let seen = Rc::new(Cell::new(row.get_untracked()));
    let look = {
        let seen = seen.clone();
        move || {
            seen.set(row.get());
            seen.get().standing.ticked
        }
    };
    let own = {
        let seen = seen.clone();
        move |read: fn(Store, Row) -> String| {
            let seen = seen.clone();
            says(move || untrack(|| read(store, seen.get())))
        }
    };
    let stands = {
        let seen = seen.clone();
        says(move || untrack(|| state_text(store, id, seen.get())))
    };
    let brief = {
        let seen = seen.clone();
        says(move || untrack(|| brief_of(store, id, seen.get())))
    };
    let drawn = own(|_, row| row.drawn.to_string());
    let whether = move |read: fn(Row) -> bool| {
        let seen = seen.clone();
        is(move || read(seen.get()))
    };
    let text = keyed(drawn, move || english::text(store, measure.span, &measure.targets, &store.terms()));
    let open = own(|_, row| row.open.to_string());
    let (place, cell, opens) = (format!("m{no}"), format!("c{no}"), format!("r{no}"));
    let tick = el("input").set("type", "checkbox").id(&cell).checked(is(look)).switch(move |on| store.tick(id, on));
    // The coordinator may have to be asked first. The box then stays as it is.
    let tick = tick.flag("disabled", whether(|row| row.only_read)).on("click", move |event| {
        if store.asks_first(id) {
            event.prevent_default();
        }
    });
    // The address is that of the open list: the rows are built anew for another party's.
    let address = store.place_address(&place);
    let link = el("a").class("measure-no").set("href", &address);
    let link = link.live("title", own(|store, _| store.words().link_to_measure.to_owned()));
    let label = el("label").class("measure-text").set("for", &cell);
    let label = label.live("lang", own(|store, _| store.text_lang().to_owned()));
    let state = el("button")
        .set("type", "button")
        .class("state")
        .set("aria-controls", &opens)
        .live("aria-expanded", open)
        .live("data-state", own(|_, row| row.standing.state.key().to_owned()))
        .live("style", own(|_, row| reports_bar(row)))
        .press(move || store.toggle_report(id))
        .child(el("span").class("sr-only").says(own(|store, _| store.words().report.to_owned())))
        .says(stands);
    let lazy = lazy();
    // Only a row whose report is open follows the loading of the report's view.
    let drawn = whether(|row| row.open);
    let drawn = says(move || if drawn() { lazy.key().to_owned() } else { String::new() });
    let report = keyed(drawn, move || {
        let place = || el("div").class("report").id(&opens);
        let is_open = row.get_untracked().open;
        is_open.then(|| lazy.draw(|views| (views.report)(&reported), place(), &cell)).into()
    });
    el("li")
        .as_one()
        .id(&place)
        .class("measure")
        .class_if("is-done", whether(|row| row.standing.done))
        .class_if("is-pointed", whether(|row| row.pointed))
        .flag("hidden", whether(|row| !row.shown))
        .child(tick)
        .child(link.text(no.to_string()))
        .child(label.child(text))
        .child(el("p").class("brief").child(keyed(brief.clone(), move || mixed(store.lang(), &brief(), "zh"))))
        .child(state)
        .child(report)
        .view()
}

/// The state of a measure; for the coordinator, with how many of the parties asked have reported; and whether it is overdue.
fn state_text(store: Store, id: MeasureId, row: Row) -> String {
    let (words, standing) = (store.words(), row.standing);
    // Only for the plan is done not the end of it.
    let whole = store.party() == Party::Coordinator;
    let state =
        if standing.state == State::Done && !whole { words.done } else { words.states[standing.state as usize] };
    let mut text = state.to_owned();
    if whole && standing.asked > 0 {
        // Where somebody leads, others may say something else than the word of the measure.
        let own = standing.state != State::SignedOff && standing.reported() > 0 && !standing.says_alone(standing.state);
        if own && standing.state != State::Reported {
            text = format!("{state} · {}", words.states[State::Reported as usize]);
        }
        text = format!("{text} {}/{}", standing.reported(), standing.asked);
    }
    text + &more_of_state(store, id, row)
}
