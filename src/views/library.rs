//! The library: the plans kept in this browser ([`mod@row`]), and what was done with them ([`desk`]).

mod desk;
mod row;

use super::guide::guide;
use super::live::{Dynamic, View, all, button, el, part, word};
use super::parts::mixed;
use super::plans::{Deleted, Shelves, TakeUp, plan_word, plan_words};
use crate::route::Route;
use crate::state::use_store;
use desk::{Desk, Told};
use leptos::prelude::*;
use row::row;

/// The library.
pub fn library(shelves: Shelves) -> View {
    let store = use_store();
    store.set_beside(shelves.beside);
    let desk = Desk::of(store, shelves);
    on_cleanup(shelves.left);
    (shelves.watch)(Box::new(move || desk.look_again()));
    let list = part(move || {
        desk.changed.get();
        let entries = (shelves.entries)(store);
        desk.draws(&entries);
        el("ul").class("plans").children(entries.iter().map(|entry| row(&desk, entry))).view()
    });
    let new = el("a").class("button is-strong").set("href", &Route::NewPlan.address(&store.plan()));
    let new = new.says(plan_word(|w| w.new_plan)).press(move || _ = (shelves.drafts.take_up)(&TakeUp::New));
    el("main")
        .id("list")
        .class("data")
        .set("tabindex", "-1")
        .child(
            el("section")
                .child(el("h2").says(plan_word(|w| w.library)))
                .child(el("p").says(plan_word(|w| w.library_text)))
                .child(el("p").child(new))
                .child(guide(shelves.has_guide))
                .child(el("div").set("role", "status").child(notice(&desk)))
                .child(list),
        )
        .view()
}

fn notice(desk: &Desk) -> Dynamic {
    let Desk { store, shelves, told, deleted, .. } = *desk;
    let desk = *desk;
    part(move || {
        let words = plan_words(store);
        let said = |text: String| el("p").child(mixed(store.lang(), &text, "zh"));
        let told = match told.get() {
            Told::Nothing => View::Nothing,
            Told::NotDone(why) => el("p").class("doubt").text((words.not_changed)(&why)).view(),
            Told::Copied(name) => said((words.copied)(&name)).view(),
        };
        let back = |plan: Deleted| {
            let text = if plan.place.is_none() { words.deleted_own } else { words.deleted }(&plan.title);
            let back = move || {
                let done = (shelves.undelete)(store, &plan);
                if done.is_ok() {
                    desk.set_deleted(|all| all.retain(|other| *other != plan));
                }
                desk.done(done.map(|()| Told::Nothing), "list");
            };
            el("div").class("offer").child(said(text)).child(button(word(|w| w.undo), back)).view()
        };
        all(std::iter::once(told).chain(deleted.get().into_iter().map(back)).collect())
    })
}
