//! The selector of the party whose list is open, which can be typed into (a combobox with a listbox, by the ARIA authoring
//! practices).

use super::live::{View, all, el, is, part, says, word};
use super::parts::{fraction, name_text};
use crate::domain::party::Party;
use crate::domain::rollup::Total;
use crate::state::names::done_words;
use crate::state::{Command, Store, use_store};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The state of the selector: the typed text (`None` while it is closed) and the option that the arrow keys are on.
#[derive(Clone, Copy)]
struct Choosing {
    store: Store,
    typed: RwSignal<Option<String>>,
    active: RwSignal<usize>,
}

impl Choosing {
    fn is_open(self) -> bool {
        self.typed.with(Option::is_some)
    }

    /// The parties that fit the typed words, the best first.
    fn offered(self) -> Vec<Party> {
        self.typed.get().map_or_else(Vec::new, |typed| self.store.offered(&typed))
    }

    fn open(self) {
        if untrack(|| !self.is_open()) {
            self.typed.set(Some(String::new()));
            let current = untrack(|| self.store.party());
            self.go(untrack(|| self.offered()).iter().position(|party| *party == current).unwrap_or(0));
        }
    }

    fn go(self, place: usize) {
        self.active.set(place);
        self.store.command(Command::Reveal(option_id(place)));
    }

    fn step(self, by: isize) {
        let last = untrack(|| self.offered()).len().saturating_sub(1);
        self.go(self.active.get_untracked().saturating_add_signed(by).min(last));
    }

    fn choose(self, party: Party) {
        self.typed.set(None);
        self.store.open_party(party);
        // There the keys of the list act, and a phone has no use for its keyboard.
        self.store.command(Command::Focus("list".into()));
    }

    fn key(self, event: &KeyboardEvent) {
        if event.is_composing() {
            return;
        }
        let opened = untrack(|| self.is_open());
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" | "Enter" if !opened => self.open(),
            "ArrowDown" => self.step(1),
            "ArrowUp" => self.step(-1),
            "PageDown" if opened => self.step(8),
            "PageUp" if opened => self.step(-8),
            "Enter" => {
                if let Some(party) = untrack(|| self.offered()).get(self.active.get_untracked()) {
                    self.choose(*party);
                }
            }
            "Escape" if opened => self.typed.set(None),
            _ => return,
        }
        event.prevent_default();
    }
}

/// The selector. Closed, it shows the party of the open list and its figures; open, every party that fits the typed words.
pub fn party_select() -> View {
    let store = use_store();
    let choosing = Choosing { store, typed: RwSignal::new(None), active: RwSignal::new(0) };
    let value = says(move || choosing.typed.get().unwrap_or_else(|| store.party_label(store.party())));
    let figures = says(move || {
        let Total { tasks, count, .. } = store.total(store.party());
        let done = done_words(store.words(), store.party()).0;
        (store.words().party_figures)(tasks, count, done)
    });
    let active = says(move || if choosing.is_open() { option_id(choosing.active.get()) } else { String::new() });
    let input = move |text: String| {
        choosing.typed.set(Some(text));
        choosing.active.set(0);
    };
    let field = el("input")
        .id("party")
        .set("type", "text")
        .set("role", "combobox")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("aria-autocomplete", "list")
        .set("aria-controls", "parties")
        .set("aria-describedby", "party-figures")
        .live("aria-expanded", says(move || choosing.is_open().to_string()))
        .live("aria-activedescendant", active)
        .live("placeholder", word(|w| w.party_hint))
        .value(value)
        .press(move || choosing.open())
        .input(input)
        .on_key(move |event| choosing.key(&event))
        .on("blur", move |_| choosing.typed.set(None));
    let combo = el("div")
        .class("combo")
        .child(field)
        .child(el("span").id("party-figures").class("combo-figures").says(figures))
        .child(el("span").class("combo-arrow").set("aria-hidden", "true").text("▾"));
    // Pressing on the list must not take the focus from the field, as that would close the list.
    let list = el("ul")
        .id("parties")
        .set("role", "listbox")
        .class("parties")
        .flag("hidden", is(move || !choosing.is_open()))
        .live("aria-label", word(|w| w.whose))
        .on("pointerdown", |event| event.prevent_default())
        .on("mousedown", |event| event.prevent_default())
        .child(part(move || options(&choosing)));
    el("div")
        .class("party")
        .child(el("label").class("label").set("for", "party").says(word(|w| w.whose)))
        .child(combo)
        .child(list)
        .view()
}

fn option_id(place: usize) -> String {
    format!("party-{place}")
}

/// The options. As long as nothing is typed, a heading stands before the first unit and before the first locality; after that the best
/// stand first.
fn options(choosing: &Choosing) -> View {
    let choosing = *choosing;
    let words = choosing.store.words();
    let offered = choosing.offered();
    let typed = untrack(|| choosing.typed.get()).unwrap_or_default();
    let mut rows = Vec::with_capacity(offered.len() + 2);
    let mut above = "";
    for (place, party) in offered.iter().enumerate() {
        let heading = match party {
            _ if !typed.is_empty() => "",
            Party::Coordinator => "",
            Party::Unit(_) => words.units,
            Party::Locality(_) => words.localities,
        };
        if heading != above {
            rows.push(el("li").set("role", "presentation").class("parties-heading").text(heading).view());
            above = heading;
        }
        rows.push(option(&choosing, place, *party));
    }
    if rows.is_empty() {
        // The arrow keys are on this option, although there is nothing to choose.
        let none = el("li").id(&option_id(0)).set("role", "option").set("aria-disabled", "true");
        rows.push(none.set("aria-selected", "false").class("parties-none").text(words.no_party).view());
    }
    all(rows)
}

/// The option of one party: its name, and how many of its measures are done.
fn option(choosing: &Choosing, place: usize, party: Party) -> View {
    let choosing = *choosing;
    let store = choosing.store;
    let current = untrack(|| store.party()) == party;
    let lang = if party == Party::Coordinator { store.lang().tag() } else { store.name_lang() };
    let name = name_text(store.party_name(party), lang);
    el("li")
        .id(&option_id(place))
        .set("role", "option")
        .class(if current { "party-option is-current" } else { "party-option" })
        .class_if("is-active", is(move || choosing.active.get() == place))
        .set("aria-selected", if current { "true" } else { "false" })
        .on("pointermove", move |_| choosing.active.set(place))
        .press(move || choosing.choose(party))
        .child(el("span").class("party-name").child(name))
        .child(el("span").class("figures").text(fraction(untrack(|| store.party_count(party)))))
        .view()
}
