//! A plan of the library: what it is, how far it is, and what can be done with it.

use super::super::asking::asking;
use super::super::live::{Dynamic, El, View, button, el, follow, keyed, lazy_word, says};
use super::super::plans::{TakeUp, plan_word, plan_words};
use super::desk::{Desk, Told};
use crate::domain::calendar::iso_date;
use crate::domain::ledger::Moment;
use crate::route::{Route, within};
use crate::state::{Command, Entry, Progress};
use crate::text::mending::MendWords;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// The longest name that a person can give a plan, in characters.
const LONGEST_NAME: &str = "80";

/// A plan of the library.
pub fn row(desk: &Desk, entry: &Entry) -> View {
    let Desk { store, shelves, .. } = *desk;
    let words = plan_words(store);
    let title = if entry.title.is_empty() { words.untitled.to_owned() } else { store.in_script_of_any(&entry.title) };
    let is_open = store.plan().id == entry.id;
    // A name of the person's own stands before the title, which is then said below it.
    let (shown, title) = if entry.name.is_empty() { (title, None) } else { (entry.name.clone(), Some(title)) };
    let name = el("span").set("lang", "zh").text(&shown);
    let name = if entry.fault.is_some() {
        name
    } else {
        let address = if entry.carried { "#/".to_owned() } else { within(&entry.id, "#/") };
        el("a").set("href", &address).child(name)
    };
    let title = title.map(|title| el("p").class("plan-facts").set("lang", "zh").text(title));
    let day = |moment: Moment, say: fn(&str) -> String| (moment > 0).then(|| say(&iso_date(moment)));
    let number = entry.number.as_ref().map(|number| store.in_script_of_any(number) + " · ");
    let number = number.map(|number| el("span").set("lang", "zh").text(number));
    let facts = [
        entry.measures.map(words.measures),
        entry.carried.then(|| words.carried.to_owned()),
        is_open.then(|| words.is_open.to_owned()),
        day(entry.kept, words.kept_on),
        day(entry.opened, words.opened_on),
        entry.fault.as_ref().map(|fault| (words.fault)(fault).to_owned()),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let facts = el("p").class("plan-facts").child(number).text(facts.join(" · "));
    let readable = entry.fault.is_none();
    let far = readable.then(|| how_far(desk, &entry.id));
    let id = entry.id.clone();
    let save = move || {
        if let Some(text) = (shelves.file)(store, &id) {
            store.command(Command::Save { name: format!("{id}.plan.json"), text });
        }
    };
    let save = readable.then(|| button(plan_word(|w| w.save), save));
    let copy = readable.then(|| copy(desk, entry.id.clone(), shown.clone()));
    let id = entry.id.clone();
    let mend = (readable && !entry.carried).then(|| {
        let mend = el("a").class("button").set("href", &Route::NewPlan.address(&store.plan()));
        mend.text(MendWords::of(store.lang()).mend)
            .press(move || _ = (shelves.drafts.take_up)(&TakeUp::Kept(id.clone())))
    });
    let actions = el("div")
        .class("actions")
        .child(naming(desk, entry))
        .child(mend)
        .child(copy)
        .child(save)
        .child(delete(desk, entry, shown, is_open));
    let text = el("div").child(el("h3").class("plan-title").child(name)).child(title).child(facts).child(far);
    el("li").child(text).child(actions).view()
}

/// How far a plan is and when something was last reported of it. It is read once the list is drawn, as each plan takes a while, and again
/// when that may be different.
fn how_far(desk: &Desk, id: &str) -> El {
    let Desk { store, shelves, .. } = *desk;
    let far = RwSignal::new(None::<Progress>);
    let (id, elsewhere) = (id.to_owned(), desk.elsewhere);
    let is_open = store.plan().id == id;
    follow(move || {
        elsewhere.get();
        if is_open {
            store.ledger(|_| ());
        }
        // The list may be another by then.
        let id = id.clone();
        (shelves.after)(store, 0, Box::new(move || _ = far.try_set((shelves.progress)(store, &id))));
    });
    let said = says(move || {
        let words = plan_words(store);
        let said = |Progress { count, reported }: Progress| {
            let reported = reported.map(|moment| [" · ", &(words.reported_on)(&iso_date(moment))].concat());
            (words.signed_off)(count) + &reported.unwrap_or_default()
        };
        far.get().map(said).unwrap_or_default()
    });
    el("p").class("plan-facts").says(said)
}

fn copy(desk: &Desk, id: String, shown: String) -> El {
    let Desk { store, shelves, .. } = *desk;
    let desk = *desk;
    button(plan_word(|w| w.copy), move || {
        let name = (plan_words(store).copy_name)(&shown);
        desk.done((shelves.copy)(store, &id, &name).map(|()| Told::Copied(name)), "list");
    })
}

/// A button that lets a person type a name in its place.
fn naming(desk: &Desk, entry: &Entry) -> View {
    let Desk { store, shelves, .. } = *desk;
    let desk = *desk;
    let (plan, before) = (entry.id.clone(), entry.name.clone());
    let asks = RwSignal::new(false);
    keyed(says(move || asks.get().to_string()), move || {
        let id = format!("name-{plan}");
        let focus = id.clone();
        let ask = move |on: bool| {
            asks.set(on);
            desk.types_name(on);
            store.command(Command::Focus(focus.clone()));
        };
        if !asks.get_untracked() {
            return button(plan_word(|w| w.rename), move || ask(true)).id(&id).view();
        }
        let typed = Rc::new(RefCell::new(before.clone()));
        let (plan, name, own) = (plan.clone(), typed.clone(), id.clone());
        let keep = move || {
            let name = name.borrow().trim().to_owned();
            desk.done((shelves.rename)(store, &plan, &name).map(|()| Told::Nothing), &own);
        };
        let (by_key, away) = (keep.clone(), ask.clone());
        let key = move |event: KeyboardEvent| match event.key().as_str() {
            // Enter also ends what an input method composes.
            "Enter" if !event.is_composing() => by_key(),
            "Escape" => away(false),
            _ => {}
        };
        let first = before.clone();
        let field = el("input")
            .id(&id)
            .set("maxlength", LONGEST_NAME)
            .set("autocomplete", "off")
            .value(says(move || first.clone()))
            .input(move |text| *typed.borrow_mut() = text)
            .on_key(key);
        let label = el("label").class("field").child(el("span").says(plan_word(|w| w.name))).child(field);
        let actions = el("div")
            .class("actions")
            .child(button(plan_word(|w| w.keep_name), keep))
            .child(button(lazy_word(|w| w.cancel), move || ask(false)));
        el("div").class("offer").child(label).child(actions).view()
    })
}

/// Deleting asks first.
fn delete(desk: &Desk, entry: &Entry, title: String, is_open: bool) -> Dynamic {
    let Desk { store, shelves, .. } = *desk;
    let desk = *desk;
    let (plan, stays) = (entry.id.clone(), entry.carried);
    let id = format!("delete-{plan}");
    let shown = title.clone();
    let act = move || {
        if stays && is_open {
            // Its workspace has the ledger, and undoes it like any step.
            return store.delete_all();
        }
        let before = desk.deleted.get_untracked();
        let done = (shelves.delete)(store, &plan, &title, &before);
        let done = done.map(|deleted| desk.set_deleted(|all| all.push(deleted)));
        desk.done(done.map(|()| Told::Nothing), "list");
    };
    let question = move || {
        let words = plan_words(store);
        let question = if stays { words.delete_own_question } else { words.delete_question };
        question(&shown)
    };
    let yes = if stays { plan_word(|w| w.delete_own_yes) } else { plan_word(|w| w.delete_yes) };
    asking(id, plan_word(|w| w.delete), yes, question, act)
}
