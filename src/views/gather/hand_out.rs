//! Handing out: to each party a page of its own with the plan in it, or all of them packed into one file.

use super::desk::{Handed, HandsOut, Tells, party_option, says_word, words};
use crate::domain::party::Party;
use crate::state::Store;
use crate::views::live::{View, all, button, el, is, maybe, part, says};
use leptos::prelude::*;
use std::rc::Rc;

/// The id of the list of parties.
const WHOM: &str = "hand-out-to";

/// Hands out: whom, and the buttons that do it.
pub(in crate::views) fn hand_out(store: Store, hands: HandsOut) -> View {
    let plan = store.plan();
    let parties: Vec<Party> = plan.parties().filter(|party| *party != Party::Coordinator).collect();
    let count = parties.len();
    let whom = RwSignal::new(None::<Party>);
    let told = RwSignal::new(None::<Handed>);
    let working = RwSignal::new(false);
    let choosing = parties.clone();
    let choose = move |value: String| {
        whom.set(value.parse().ok().and_then(|i: usize| choosing.get(i).copied()));
    };
    let options = part(move || {
        let option = |(i, who): (usize, &Party)| party_option(store, &i.to_string(), *who).view();
        let all_as_one = el("option").set("value", "all").text(words(store).hand_out_whole).view();
        all(std::iter::once(all_as_one).chain(parties.iter().enumerate().map(option)).collect())
    });
    let select = el("select").id(WHOM).choose(choose).child(options);
    let label = el("label").class("field").set("for", WHOM);
    let label = label.child(el("span").class("label").says(says_word(store, |w| w.hand_out_whom)));
    let done: Tells = Rc::new(move |handed| {
        // The view may be gone by then.
        _ = told.try_set(Some(handed));
        _ = working.try_set(false);
    });
    let begin = move || {
        told.set(None);
        working.set(true);
    };
    let (for_one, for_all, for_form) = (done.clone(), done.clone(), done);
    let one = button(says_word(store, |w| w.hand_out_page), move || {
        begin();
        (hands.page)(store, whom.get_untracked(), for_one.clone());
    });
    let many = button(says(move || (words(store).hand_out_all)(count)), move || {
        begin();
        (hands.pages)(store, for_all.clone());
    });
    let form = button(says_word(store, |w| w.hand_out_form), move || {
        begin();
        (hands.form)(store, whom.get_untracked(), for_form.clone());
    });
    let busy = is(move || working.get());
    let said = maybe(move || {
        let w = words(store);
        let text = match told.get() {
            Some(Handed::Done) => w.handed_out,
            Some(Handed::NoFile) => w.no_one_file,
            Some(Handed::NoRoom) => w.no_memory,
            None if working.get() => w.handing_out,
            None => return None,
        };
        Some(el("p").text(text).view())
    });
    el("section")
        .id("hand-out")
        .child(el("h2").says(says_word(store, |w| w.hand_out)))
        .child(el("p").says(says_word(store, |w| w.hand_out_text)))
        .child(label.child(select))
        .child(
            el("div")
                .class("actions")
                .child(one.flag("disabled", busy.clone()))
                .child(form.flag("disabled", busy.clone()))
                .child((count > 1).then(|| many.flag("disabled", busy).view())),
        )
        .child(el("div").set("role", "status").child(said))
        .view()
}
