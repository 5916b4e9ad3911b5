//! What another window does to the plan that is open: where it mends that, it is opened anew as it is now, and where it deletes it, it is
//! left. Loaded later ([`mod@super::lazy`]): the page's own plan, which a first visit opens, is neither mended nor deleted.

use super::keep::{self, BrowserShelf};
use super::{current, identity as own};
use crate::browser::{page, storage};
use crate::domain::mended_reports::MendedReports;
use crate::domain::plan::{MeasureId, Plan};
use crate::persist::library::{self, Library};
use crate::persist::shelf::Shelf;
use crate::persist::{identity, keys, mending};
use crate::route::Route;
use crate::state::Store;
use crate::views::plans::Hears;
use leptos::prelude::untrack;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

thread_local! {
    static LISTENS: Cell<bool> = const { Cell::new(false) };
    /// The text of the open plan when it was last looked at.
    static SEEN: RefCell<Option<String>> = const { RefCell::new(None) };
    /// Keeps the draft of the view that is open, if that has one; and how many such views there were.
    static DRAFT: RefCell<(u32, Option<Hears>)> = const { RefCell::new((0, None)) };
    /// What hears that another window changed something, once it was first asked for.
    static WATCHES: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
    /// Whether it is about to be told.
    static IS_CHANGED: Cell<bool> = const { Cell::new(false) };
}

/// Calls this from now on, instead of the one before, when another window has changed something that is kept, or may have while this one
/// was asleep. What is changed at once is told once.
pub fn watch(heard: Hears) {
    if WATCHES.replace(Some(heard.into())).is_some() {
        return;
    }
    let tell = || {
        IS_CHANGED.set(false);
        let watches = WATCHES.with_borrow(Clone::clone);
        if let Some(watches) = watches {
            watches();
        }
    };
    let changed = move || {
        if !IS_CHANGED.replace(true) {
            page::after(0, tell);
        }
    };
    storage::on_change(move |_| changed());
    page::on_return(changed);
}

/// From now on calls this when the draft of the view that is open is to be kept. Returns a number for [`end`].
pub fn hear(heard: Hears) -> u32 {
    DRAFT.with_borrow_mut(|(turn, hears)| {
        *turn = turn.wrapping_add(1);
        *hears = Some(heard);
        *turn
    })
}

/// Ends that; whether nobody else is called instead by now.
pub fn end(own: u32) -> bool {
    DRAFT.with_borrow_mut(|(turn, hears)| *turn == own && hears.take().is_some())
}

/// Lets the view that is open keep its draft.
pub fn keep_draft() {
    DRAFT.with_borrow(|(_, hears)| hears.iter().for_each(|heard| heard()));
}

/// Listens from now on, also to what happened while this window was asleep.
pub fn listen() {
    if LISTENS.replace(true) {
        return;
    }
    storage::on_change(|change| {
        current::with(|store| {
            let plan = store.plan();
            if change.key == Some(identity::key(&plan)) {
                own::follow(store);
            } else if change.key == Some(keys::plan_file(&plan.id)) {
                look(store);
            }
        });
    });
    page::on_return(|| {
        current::with(look);
        current::with(own::follow);
    });
}

/// Looks whether the open plan is kept as it is open.
fn look(store: Store) {
    let open = store.plan();
    if store.session().is_own(&open.id) {
        return;
    }
    match BrowserShelf.get(&keys::plan_file(&open.id)) {
        Ok(None) => leave(store),
        Ok(there) if SEEN.with_borrow(|seen| *seen != there) => {
            SEEN.set(there);
            // What cannot be read, or a newer version keeps, stays as it is there and here.
            if let Ok(plan) = library::plan(&BrowserShelf, &open.id)
                && plan != *open
            {
                open_anew(store, plan);
            }
        }
        Ok(Some(_)) | Err(_) => {}
    }
}

/// Opens the plan as it is now, at the same address, with what was typed here.
fn open_anew(store: Store, plan: Plan) {
    let open = store.plan();
    keep::save(store);
    keep_draft();
    let opened: Vec<MeasureId> =
        untrack(|| open.measures().map(|one| one.id).filter(|id| store.is_open(*id)).collect());
    let title = plan.text(plan.meta.title).to_owned();
    let gone = mending::gone_of(&plan);
    let hidden = untrack(|| store.ledger(|ledger| MendedReports::of(&open, &plan, &gone, ledger).beside.len()));
    store.session().open(plan);
    page::after(0, move || {
        current::with(|store| {
            for id in
                opened.into_iter().filter(|id| store.plan().measure(*id).is_some() && !untrack(|| store.is_open(*id)))
            {
                store.toggle_report(id);
            }
            store.tell_mended_elsewhere(&title, hidden);
        });
    });
}

/// Leaves a plan that is gone, for the library. What this window had kept of it is gone with it; what it had not kept yet stays, and is
/// there when the plan is brought back.
fn leave(store: Store) {
    let (session, open, now) = (store.session(), store.plan(), store.now());
    let is_kept = untrack(|| store.ledger(|ledger| store.with_keeper(|keeper| keeper.has_kept(ledger))));
    keep_draft();
    if !untrack(|| store.route()).is_of_library() {
        page::set_fragment(&Route::Plans.address(&open), true);
    }
    session.open(session.own());
    // The workspace keeps its ledger as it ends.
    page::after(0, move || {
        if is_kept == Some(true) && BrowserShelf.get(&keys::plan_file(&open.id)) == Ok(None) {
            let _ = Library::load(&BrowserShelf, &session.own(), now).delete(&BrowserShelf, &open.id, now);
        }
        current::with(|store| store.tell_deleted_elsewhere(open.text(open.meta.title)));
    });
}
