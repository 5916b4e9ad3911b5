//! Giving back: a party's own report as a file.

use super::desk::{Hands, HandsOut, for_round, party_option, says_word, words};
use super::hand_out::Making;
use crate::domain::ledger::Ledger;
use crate::domain::mark::Field;
use crate::domain::party::Party;
use crate::domain::rounds::{Round, Rounds};
use crate::state::Store;
use crate::text::year::YearWords;
use crate::views::live::{View, all, button, el, is, maybe, part, says};
use crate::views::parts::mixed;
use crate::views::report::{field_name, value_text};
use leptos::prelude::*;

/// The id of the list of parties.
const WHO: &str = "give-as";

/// Gives back: who reports (first of all the party whose view this is), what goes into the file, and the button that saves it.
pub(in crate::views) fn give(store: Store, hands: Hands, out: HandsOut, own: Party) -> View {
    let party = RwSignal::new(own);
    let plan = store.plan();
    let others = plan.parties().filter(|party| *party != own && *party != Party::Coordinator);
    let coordinator = Some(Party::Coordinator).filter(|coordinator| *coordinator != own);
    let parties: Vec<Party> = std::iter::once(own).chain(others).chain(coordinator).collect();
    let choosing = parties.clone();
    let choose = move |value: String| {
        if let Some(chosen) = value.parse().ok().and_then(|i: usize| choosing.get(i).copied()) {
            party.set(chosen);
        }
    };
    let options = part(move || {
        let option = |(i, who): (usize, &Party)| {
            let option = party_option(store, &i.to_string(), *who);
            option.set_if(*who == party.get_untracked(), "selected", "").view()
        };
        all(parties.iter().enumerate().map(option).collect())
    });
    let select = el("select").id(WHO).choose(choose).child(options);
    let label = el("label").class("field").set("for", WHO);
    let label = label.child(el("span").class("label").says(says_word(store, |w| w.give_as)));
    let said = move || {
        let total = store.total(party.get());
        (words(store).given)(content(store, party.get()).len(), total.count.all + total.not_applicable)
    };
    let name = move || store.report_name(party.get());
    let nothing = move || content(store, party.get()).is_empty();
    // The file's name is in the script of the plan, whatever the page is in.
    let script = store.plan().script.tag();
    let named = part(move || el("span").set("lang", script).text(name()).view());
    let save = el("button").set("type", "button").press(move || (hands.give)(store, party.get_untracked()));
    let save = save.child(el("span").says(says_word(store, |w| w.give_save))).text(" ").child(named);
    let making = Making::new();
    let form = button(says_word(store, |w| w.give_form), move || {
        (out.report)(store, party.get_untracked(), making.begin());
    });
    let year = move |read: fn(&YearWords) -> &'static str| says(move || read(YearWords::of(store.lang())).to_owned());
    let none = RwSignal::new(false);
    let calendar = button(year(|w| w.save_calendar), move || none.set(!store.save_calendar(party.get_untracked())));
    let no_deadlines =
        el("p").set("role", "status").flag("hidden", is(move || !none.get())).says(year(|w| w.no_deadlines));
    el("section")
        .id("give")
        .child(el("h2").says(says_word(store, |w| w.give)))
        .child(el("p").says(says_word(store, |w| w.give_text)))
        .child(label.child(select))
        .child(el("p").class("data-state").says(says(said)))
        .child(maybe(move || {
            let round = store.ledger(Rounds::of).open_at(store.today()).map(Round::said)?;
            let text = for_round(store, &round);
            Some(el("p").class("plan-facts").child(mixed(store.lang(), &text, "zh")).view())
        }))
        .child(
            el("p")
                .class("plan-facts")
                .flag("hidden", is(move || !nothing()))
                .says(says_word(store, |w| w.give_nothing)),
        )
        .child(
            el("div")
                .class("actions")
                .child(save.class("is-strong").flag("disabled", is(nothing)))
                .child(making.button(form).flag("hidden", is(nothing)))
                .child(calendar),
        )
        .child(
            el("p")
                .class("plan-facts")
                .flag("hidden", is(move || !asks_for_days(store, party.get())))
                .says(says_word(store, |w| w.form_lacks)),
        )
        .child(no_deadlines)
        .child(making.told(store))
        .child(part(move || listed(store, party.get())))
        .view()
}

/// Whether a party asks for a later day, for which a form has no column.
fn asks_for_days(store: Store, party: Party) -> bool {
    let asks = |ledger: &Ledger| {
        let mut measures = store.measures_of(party).into_iter();
        measures.any(|id| !ledger.value(party, id, Field::Postponement).is_empty())
    };
    store.ledger(asks)
}

/// What goes into a party's file, by measure: its label, and what is said of it.
fn content(store: Store, party: Party) -> Vec<String> {
    let plan = store.plan();
    let measures = store.measures_of(party);
    store.ledger(|ledger| {
        let said = |id: &_| {
            let mark = ledger.mark(party, *id).filter(|mark| !mark.is_empty())?;
            let fields =
                mark.fields().iter().filter(|(field, _)| !field.is_settled() && !mark.value(*field).is_empty());
            let fields = fields.map(|(field, _)| {
                let colon = YearWords::of(store.lang()).colon;
                format!("{}{colon}{}", field_name(store, *field), value_text(store, party, *field, mark.value(*field)))
            });
            Some(format!("{} {}", plan.label(*id), fields.collect::<Vec<_>>().join(" · ")))
        };
        measures.iter().filter_map(said).collect()
    })
}

fn listed(store: Store, party: Party) -> View {
    let lines = content(store, party);
    if lines.is_empty() {
        return View::Nothing;
    }
    let rows = lines.iter().map(|line| el("li").child(mixed(store.lang(), line, "zh")).view());
    el("details")
        .child(el("summary").text((words(store).give_content)(lines.len())))
        .child(el("ul").class("history").set("tabindex", "0").children(rows))
        .view()
}
