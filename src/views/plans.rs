//! The library: the plans kept in this browser, to be opened, saved to a file, and deleted.

use super::asking::asking;
use super::live::{Dynamic, TextFn, View, button, el, part, says, word};
use super::parts::mixed;
use super::review::browser::Browser;
use crate::domain::calendar::iso_date;
use crate::domain::fault::{NotChanged, Unread};
use crate::domain::ledger::Moment;
use crate::domain::plan::Plan;
use crate::route::{Route, within};
use crate::state::{Command, Entry, Store, Stored, use_store};
use crate::text::plans::PlanWords;
use leptos::ev::Event;
use leptos::prelude::*;

/// What only the browser can do for the library, and for bringing in a plan.
#[derive(Clone, Copy)]
pub struct Shelves {
    /// The plans there are: the page's own first.
    pub entries: fn(Store) -> Vec<Entry>,
    /// The text of a plan's file.
    pub file: fn(Store, &str) -> Option<String>,
    /// Deletes a plan and its progress, and hands both out.
    pub delete: fn(Store, &str) -> Result<Vec<Stored>, NotChanged>,
    /// Brings back what was deleted.
    pub undelete: fn(Store, &[Stored]) -> Result<(), NotChanged>,
    /// Keeps a new plan and opens it.
    pub keep: fn(Store, Plan) -> Result<(), NotChanged>,
    /// The plan in a text of our own form, if it is one.
    pub plan_of: fn(&str) -> Option<Plan>,
    /// The text that is being brought in, as it was left.
    pub draft: fn() -> String,
    /// Keeps that text until a plan is made of it.
    pub keep_draft: fn(&str),
    /// Reads the file chosen in the field of this id; tells its name and what is in it.
    pub read_file: fn(&str, Take),
    /// Takes what is dropped on the view, or pasted into the field of this id, if it is a file or part of a web page.
    pub hand: fn(&'static str, &Event, Take),
    /// Calls a function after so many milliseconds, if the plan is still open.
    pub after: fn(Store, i32, Box<dyn FnOnce()>),
    /// What looking through a plan needs.
    pub review: Browser,
}

/// Takes what a file gave, or why it gave nothing.
pub type Take = Box<dyn Fn(Result<FileText, FileFault>)>;

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileText {
    /// The text.
    pub text: String,
    /// How many text boxes, notes, hidden passages, other sheets and hidden rows are not in it.
    pub left_out: [usize; 5],
}

/// Why a file that was chosen gives no text; each with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// The browser cannot read it.
    Unreadable(String),
    /// What reads it could not be loaded.
    NotLoaded(String),
    /// It is none of the files that are read, or cannot be.
    Unread(String, Unread),
}

impl FileFault {
    /// What is said of it.
    pub(super) fn says(&self, words: &PlanWords) -> String {
        match self {
            Self::Unreadable(name) => (words.not_read)(name, words.unreadable),
            Self::NotLoaded(name) => (words.not_read)(name, words.office_missing),
            Self::Unread(name, why) => (words.not_read)(name, (words.unread)(*why)),
        }
    }
}

/// The words of the library in the language of the moment.
pub(super) fn plan_words(store: Store) -> &'static PlanWords {
    PlanWords::of(store.lang())
}

/// A word of the library in the language of the moment.
pub(super) fn plan_word(read: fn(&PlanWords) -> &'static str) -> TextFn {
    let store = use_store();
    says(move || read(plan_words(store)).to_owned())
}

/// The library.
pub fn library(shelves: Shelves) -> View {
    let store = use_store();
    let changed = RwSignal::new(0_u32);
    let told = RwSignal::new(Told::Nothing);
    let list = part(move || {
        changed.get();
        let entries = (shelves.entries)(store);
        el("ul")
            .class("plans")
            .children(entries.into_iter().map(|entry| row(store, shelves, entry, changed, told)))
            .view()
    });
    let new = el("a").class("button is-strong").set("href", &Route::NewPlan.address(&store.plan()));
    let new = new.says(plan_word(|w| w.new_plan));
    el("main")
        .id("list")
        .class("data")
        .set("tabindex", "-1")
        .child(
            el("section")
                .child(el("h2").says(plan_word(|w| w.library)))
                .child(el("p").says(plan_word(|w| w.library_text)))
                .child(el("p").child(new))
                .child(el("div").set("role", "status").child(notice(store, shelves, changed, told)))
                .child(list),
        )
        .view()
}

/// What a person is told in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Told {
    Nothing,
    /// A plan of this title was deleted: it can be brought back.
    Deleted(String, Vec<Stored>),
    /// It was not done, and why.
    NotDone(NotChanged),
}

fn notice(store: Store, shelves: Shelves, changed: RwSignal<u32>, told: RwSignal<Told>) -> Dynamic {
    part(move || match told.get() {
        Told::Nothing => View::Nothing,
        Told::NotDone(why) => el("p").class("doubt").text((plan_words(store).not_changed)(&why)).view(),
        Told::Deleted(title, stored) => {
            let back = move || {
                told.set(match (shelves.undelete)(store, &stored) {
                    Ok(()) => Told::Nothing,
                    Err(why) => Told::NotDone(why),
                });
                changed.update(|n| *n += 1);
                store.command(Command::Focus("list".into()));
            };
            let text = mixed(store.lang(), &(plan_words(store).deleted)(&title), "zh");
            let undo = button(word(|w| w.undo), back);
            el("div").class("offer").child(el("p").child(text)).child(undo).view()
        }
    })
}

/// A plan of the library.
fn row(store: Store, shelves: Shelves, entry: Entry, changed: RwSignal<u32>, told: RwSignal<Told>) -> View {
    let words = plan_words(store);
    let title = if entry.title.is_empty() { words.untitled.to_owned() } else { entry.title.clone() };
    let is_open = store.plan().id == entry.id;
    let name = el("span").set("lang", "zh").text(store.in_script(&title));
    let name = if entry.fault.is_some() {
        name
    } else {
        let address = if entry.carried { "#/".to_owned() } else { within(&entry.id, "#/") };
        el("a").set("href", &address).child(name)
    };
    let day = |moment: Moment, say: fn(&str) -> String| (moment > 0).then(|| say(&iso_date(moment)));
    let number = entry.number.as_ref().map(|number| store.in_script(number) + " · ");
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
    let id = entry.id.clone();
    let save = move || {
        if let Some(text) = (shelves.file)(store, &id) {
            store.command(Command::Save { name: format!("{id}.plan.json"), text });
        }
    };
    let save = button(plan_word(|w| w.save), save);
    let save = entry.fault.is_none().then_some(save);
    let delete = (!is_open && !entry.carried).then(|| delete(store, shelves, entry.id, title, changed, told));
    let actions = el("div").class("actions").child(save).child(delete);
    el("li").child(el("div").child(el("h3").class("plan-title").child(name)).child(facts)).child(actions).view()
}

/// Deleting asks first.
fn delete(
    store: Store,
    shelves: Shelves,
    id: String,
    title: String,
    changed: RwSignal<u32>,
    told: RwSignal<Told>,
) -> Dynamic {
    let (own, name) = (format!("delete-{id}"), title.clone());
    let act = move || {
        told.set(match (shelves.delete)(store, &id) {
            Ok(stored) => Told::Deleted(name.clone(), stored),
            Err(why) => Told::NotDone(why),
        });
        changed.update(|n| *n += 1);
        store.command(Command::Focus("list".into()));
    };
    let question = move || (plan_words(store).delete_question)(&title);
    asking(own, plan_word(|w| w.delete), plan_word(|w| w.delete_yes), question, act)
}
