//! Handing out: to a party or to all what they need, as a file, or to each of them packed into one.

use super::desk::{Handed, HandsOut, Tells, What, party_option, says_word, words};
use crate::domain::party::Party;
use crate::state::Store;
use crate::views::live::{Dynamic, El, View, all, button, el, is, maybe, part, says};
use leptos::prelude::*;
use std::rc::Rc;

/// The id of the list of what can be handed out.
const WHAT: &str = "hand-out-what";

/// The id of the list of parties.
const WHOM: &str = "hand-out-to";

/// What is being made, and what became of what was made last.
#[derive(Clone, Copy)]
pub(super) struct Making {
    told: RwSignal<Option<Handed>>,
    working: RwSignal<bool>,
}

impl Making {
    pub(super) fn new() -> Self {
        Self { told: RwSignal::new(None), working: RwSignal::new(false) }
    }

    /// Begins to make something. What is returned tells what became of it.
    pub(super) fn begin(self) -> Tells {
        self.told.set(None);
        self.working.set(true);
        Rc::new(move |handed| {
            // The view may be gone by then.
            _ = self.told.try_set(Some(handed));
            _ = self.working.try_set(false);
        })
    }

    /// A button that can be pressed while nothing is being made.
    pub(super) fn button(self, button: El) -> El {
        button.flag("disabled", is(move || self.working.get()))
    }

    /// What a person is told.
    pub(super) fn told(self, store: Store) -> View {
        let said = maybe(move || {
            let w = words(store);
            let text = match self.told.get() {
                Some(Handed::Done) => w.handed_out,
                Some(Handed::NoFile) => w.no_one_file,
                Some(Handed::NoRoom) => w.no_memory,
                Some(Handed::NotLoaded) => w.no_program,
                Some(Handed::Nothing) => w.nothing_to_write,
                None if self.working.get() => w.handing_out,
                None => return None,
            };
            Some(el("p").text(text).view())
        });
        el("div").set("role", "status").child(said).view()
    }
}

/// Hands out: what, to whom, and the buttons that do it.
pub(in crate::views) fn hand_out(store: Store, hands: HandsOut) -> View {
    let plan = store.plan();
    let parties: Vec<Party> = plan.parties().filter(|party| *party != Party::Coordinator).collect();
    let count = parties.len();
    let (what, whom) = (RwSignal::new(What::default()), RwSignal::new(None::<Party>));
    let making = Making::new();
    let one = button(says_word(store, |w| w.hand_out_one), move || {
        (hands.one)(store, what.get_untracked(), whom.get_untracked(), making.begin());
    });
    let pack = button(says(move || (words(store).hand_out_all)(count)), move || (hands.pack)(store, making.begin()));
    el("section")
        .id("hand-out")
        .child(el("h2").says(says_word(store, |w| w.hand_out)))
        .child(el("p").says(says_word(store, |w| w.hand_out_text)))
        .child(
            el("div")
                .class("hand-out-choices")
                .child(list(
                    WHAT,
                    |w| w.hand_out_what,
                    store,
                    kinds(store),
                    move |place| {
                        what.set(What::ALL.get(place.unwrap_or_default()).copied().unwrap_or_default());
                    },
                ))
                .child(list(
                    WHOM,
                    |w| w.hand_out_whom,
                    store,
                    owners(store, parties.clone()),
                    move |place| {
                        whom.set(place.and_then(|place| parties.get(place)).copied());
                    },
                )),
        )
        .child(
            el("div")
                .class("actions")
                .child(making.button(one).class("is-strong"))
                .child((count > 1).then(|| making.button(pack).view())),
        )
        .child(making.told(store))
        .view()
}

/// A list with its label; `choose` gets the place of the chosen one, none for all.
fn list(
    id: &'static str,
    label: fn(&crate::text::gather::GatherWords) -> &'static str,
    store: Store,
    options: Dynamic,
    choose: impl Fn(Option<usize>) + 'static,
) -> View {
    let select = el("select").id(id).choose(move |value: String| choose(value.parse().ok())).child(options);
    let label = el("span").class("label").says(says_word(store, label));
    el("label").class("field").set("for", id).child(label).child(select).view()
}

fn kinds(store: Store) -> Dynamic {
    part(move || {
        let option = |(place, words): (usize, &&str)| el("option").set("value", &place.to_string()).text(*words).view();
        all(words(store).hand_out_kinds.iter().enumerate().map(option).collect())
    })
}

fn owners(store: Store, parties: Vec<Party>) -> Dynamic {
    part(move || {
        let option = |(place, who): (usize, &Party)| party_option(store, &place.to_string(), *who).view();
        let all_as_one = el("option").set("value", "all").text(words(store).hand_out_whole).view();
        all(std::iter::once(all_as_one).chain(parties.iter().enumerate().map(option)).collect())
    })
}
