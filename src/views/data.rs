//! The data view: reports go out and come back as files; what is kept, and deleting it.

use super::asking::asking;
use super::gather::desk::{Desk, Hands, HandsOut};
use super::gather::{gather, give, hand_out, take_dropped};
use super::guide::guide;
use super::live::{Dynamic, El, TextFn, View, button, el, lazy_word, maybe, says, word};
use super::offer::{PLACE, offer_view};
use crate::domain::calendar::iso_date;
use crate::domain::history::Beside;
use crate::domain::party::Party;
use crate::domain::reports::Reports;
use crate::state::{Command, Store, Stored, use_store};
use leptos::prelude::untrack;

/// What only the browser can do for the data view.
#[derive(Clone, Copy)]
pub struct Browser {
    /// What it does for files that go from hand to hand.
    pub hands: Hands,
    /// What it does for handing out.
    pub out: HandsOut,
    /// Removes the text that was put aside under this key.
    pub drop_aside: fn(Store, &str),
    /// Does beside the ledger what a step did or, if `true`, takes it back.
    pub beside: fn(Store, Beside, bool),
    /// How full the browser's storage is, and how much of it this plan takes up, both in percent; `None` if that is not known.
    pub usage: fn(Store) -> Option<[usize; 2]>,
    /// Whether the guide stands beside the page.
    pub has_guide: fn() -> bool,
}

/// The data view.
pub fn data(browser: Browser) -> View {
    let store = use_store();
    store.set_beside(browser.beside);
    let save = button(word(|w| w.save_file), move || store.save_file());
    let kept = el("p").class("data-state").says(says(move || kept(store)));
    let room = el("p").class("data-state").says(says(move || room(store, browser)));
    let offer = maybe(move || store.offer().map(|offer| offer_view(store, offer, browser.hands.replace)));
    let desk = Desk::new(store, browser.hands);
    let own = untrack(|| store.at_work());
    let give = give(store, browser.hands, browser.out, own);
    let bring_together = [gather(desk), hand_out(store, browser.out)];
    let keep = [
        // Above the snapshots, which are looked at here, too.
        el("div").id(PLACE).set("role", "status").child(offer).view(),
        about(lazy_word(|w| w.data_kept), lazy_word(|w| w.data_kept_text))
            .child(kept)
            .child(room)
            .child(snapshots())
            .child(asides(browser))
            .view(),
        about(word(|w| w.save_file), lazy_word(|w| w.save_file_text)).child(save).view(),
    ];
    // Whoever has a report to give back comes for that; bringing together and handing out are the coordinator's.
    let main = take_dropped(desk, el("main")).id("list").class("data").set("tabindex", "-1");
    let main = main.child(guide(browser.has_guide));
    let main = match own {
        Party::Coordinator => main.children(bring_together).child(give).children(keep),
        Party::Unit(_) | Party::Locality(_) => main.child(give).children(keep).children(bring_together),
    };
    main.child(about(lazy_word(|w| w.delete), lazy_word(|w| w.delete_text)).child(delete())).view()
}

fn about(name: TextFn, text: TextFn) -> El {
    el("section").child(el("h2").says(name)).child(el("p").says(text))
}

/// How many reports are on this page, and when the ledger was last changed.
fn kept(store: Store) -> String {
    let now = store.now();
    let (reports, entered) = store.ledger(|ledger| (Reports::of(&store.plan(), ledger), ledger.entered(now)));
    (store.lazy_words().data_state)(reports, entered.map(iso_date).as_deref())
}

/// How full the storage is; read again whenever the ledger changes.
fn room(store: Store, browser: Browser) -> String {
    store.ledger(|_| ());
    let told = |[used, own]: [usize; 2]| (store.lazy_words().data_room)(used, own);
    (browser.usage)(store).map(told).unwrap_or_default()
}

/// What could not be read and was put aside, to be taken out or thrown away.
fn asides(browser: Browser) -> Dynamic {
    let store = use_store();
    maybe(move || {
        let row = |aside: Stored| {
            let key = aside.key.clone();
            let drop = button(lazy_word(|w| w.drop_aside), move || (browser.drop_aside)(store, &key));
            stored_row(store, aside.key.clone(), aside, drop.class("is-danger"))
        };
        stored_list(store.lazy_words().asides, store.asides().into_iter().map(row).collect())
    })
}

/// The snapshots, the newest first, each with its date, to be looked at like a file.
fn snapshots() -> Dynamic {
    let store = use_store();
    maybe(move || {
        let row = |snapshot: Stored| {
            // The date of a day, or the minute in which everything was replaced.
            let date = snapshot.date();
            let words = store.lazy_words();
            let (name, offered) = match date.get(..16) {
                Some(minute) => {
                    let minute = minute.replace('T', " ");
                    ((words.snapshot_before)(&minute), minute)
                }
                None => ((words.snapshot_of_day)(date), date.to_owned()),
            };
            let text = snapshot.text.clone();
            let look = button(lazy_word(|w| w.look_at), move || {
                store.offer_file(offered.clone(), &text);
                store.command(Command::Reveal(PLACE.into()));
            });
            stored_row(store, name, snapshot, look)
        };
        stored_list(store.lazy_words().snapshots, store.snapshots().into_iter().rev().map(row).collect())
    })
}

fn stored_row(store: Store, name: String, stored: Stored, action: El) -> View {
    let download = button(word(|w| w.download_aside), move || store.save_stored(&stored));
    el("li").child(el("span").text(name)).child(action).child(download).view()
}

fn stored_list(intro: &str, rows: Vec<View>) -> Option<View> {
    let list = el("div").child(el("p").text(intro));
    (!rows.is_empty()).then(|| list.child(el("ul").class("asides").children(rows)).view())
}

/// Deletes everything; asks first.
fn delete() -> Dynamic {
    let store = use_store();
    let reports = move || store.ledger(|ledger| Reports::of(&store.plan(), ledger));
    let question = move || (store.lazy_words().delete_question)(reports());
    asking("delete".into(), lazy_word(|w| w.delete), lazy_word(|w| w.delete_yes), question, move || store.delete_all())
}
