//! Files that go from hand to hand, in the browser: they are read, their receipts kept.

use super::keep::{self, BrowserShelf};
use super::making::kind_of;
use super::office;
use super::returned::{self, Desk};
use crate::browser::files::{self, NoBytes};
use crate::browser::{clock, page, storage, transfer};
use crate::domain::gather::{Gathering, Incoming, Receipts};
use crate::domain::history::Beside;
use crate::domain::ledger::{Ledger, Moment};
use crate::domain::party::Party;
use crate::persist::encoding::encodings;
use crate::persist::keys::RECEIPT;
use crate::persist::shelf::{Shelf, Stored};
use crate::persist::{library, receipts};
use crate::state::{Offer, Store};
use crate::views::gather::arriving::Arriving;
use crate::views::gather::desk::{Brought, Hands, Read, Take};
use leptos::ev::Event;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The largest file that is read, in bytes. A progress file of ten thousand measures and forty parties has a few megabytes.
const MOST_BYTES: f64 = 33_554_432.0;

/// What the data view needs of the browser for files that go from hand to hand.
pub const HANDS: Hands = Hands { receipts: load, choose, hand, bring, replace, take_back, save, give, tell: tell_of };

/// A text under its key before a step, and after it; `None` where there is none.
struct Swap {
    key: String,
    before: Option<String>,
    after: Option<String>,
}

thread_local! {
    /// What steps did beside the ledger, by [`Beside`], from the one after [`Beside::ALL`] on.
    static SWAPS: RefCell<Vec<Vec<Swap>>> = const { RefCell::new(Vec::new()) };
    /// Counted up whenever receipts change without the ledger.
    static TURN: Cell<Option<RwSignal<u32>>> = const { Cell::new(None) };
}

/// Does beside the ledger what a step did or, if `takes_back`, takes it back.
pub fn beside(store: Store, what: Beside, takes_back: bool) {
    if what == Beside::ALL {
        keep::drop_or_restore(store, takes_back);
    } else {
        SWAPS.with_borrow(|swaps| {
            let place = usize::try_from(what.0).ok().and_then(|number| number.checked_sub(FIRST));
            for swap in place.and_then(|place| swaps.get(place)).into_iter().flatten() {
                let text = if takes_back { &swap.before } else { &swap.after };
                // What cannot be put back now is missing from the list of receipts, which the ledger does without.
                let _ = match text {
                    Some(text) => BrowserShelf.put(&swap.key, text),
                    None => BrowserShelf.remove(&swap.key),
                };
            }
        });
    }
    tell();
}

/// The number of the first step that kept something of its own beside the ledger.
const FIRST: usize = Beside::ALL.0 as usize + 1;

/// Remembers what a step did beside the ledger.
fn remember(swaps: Vec<Swap>) -> Beside {
    SWAPS.with_borrow_mut(|all| {
        all.push(swaps);
        Beside(u32::try_from(all.len() - 1 + FIRST).unwrap_or(u32::MAX))
    })
}

/// Tells of receipts from now on, of those of another window, too.
fn tell_of(turn: RwSignal<u32>) {
    if TURN.replace(Some(turn)).is_none() {
        storage::on_change(|change| {
            if change.key.is_none_or(|key| key.contains(RECEIPT)) {
                tell();
            }
        });
    }
}

fn tell() {
    if let Some(turn) = TURN.get() {
        // The view may be gone.
        let _ = turn.try_update(|turn| *turn = turn.wrapping_add(1));
    }
}

fn load(store: Store) -> (Receipts, usize) {
    receipts::load(&BrowserShelf, &store.plan())
}

/// So long after a file nothing more has come, in milliseconds.
const PAUSE: i32 = 150;

fn choose(store: Store, field: &str, take: Take) {
    let arriving = Arriving::new(take);
    files::bytes_of_all_chosen(field, MOST_BYTES, move |place, name, bytes| {
        read(store, place, name, bytes, arriving.clone());
    });
}

/// Hands a file on, and what is left once no more come.
fn put(arriving: &Rc<Arriving>, place: u32, read: Read) {
    let turn = arriving.put(place, read);
    let arriving = arriving.clone();
    page::after(PAUSE, move || arriving.rest(turn));
}

fn hand(store: Store, event: &Event, take: Take) {
    if event.type_() == "dragover" {
        return transfer::allow(event);
    }
    let arriving = Arriving::new(take);
    let read = move |place, name, bytes| read(store, place, name, bytes, arriving.clone());
    transfer::take_files(event, MOST_BYTES, read);
}

/// Reads a file that came back, and hands what is in it on with its place among those that came with it.
fn read(store: Store, place: u32, name: String, bytes: Result<Vec<u8>, NoBytes>, arriving: Rc<Arriving>) {
    let take = move |place, read| put(&arriving, place, returned::named(read, |id| title(store, id)));
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(NoBytes::TooLarge) => return take(place, Err(Offer::TooLarge { name })),
        Err(NoBytes::Unreadable) => return take(place, Err(Offer::Unreadable { name })),
    };
    let text = |bytes: &[u8]| files::decode(bytes, encodings);
    if let Some(read) = returned::plain(&store.plan(), text, &name, &bytes) {
        return take(place, read);
    }
    office::with(move |office| {
        let Some(office) = office.filter(|_| !store.is_gone()) else {
            return take(place, Err(Offer::Unreadable { name }));
        };
        let (plan, ledger) = (store.plan(), untrack(|| store.ledger(Ledger::clone)));
        let desk = Desk { plan: &plan, ledger: &ledger, now: store.now(), text };
        returned::read(&desk, &office, &name, &bytes, &mut |read| take(place, read));
    });
}

/// The title of the plan with this id, be it the page's own or one that is kept.
fn title(store: Store, id: &str) -> Option<String> {
    let own = store.session().own();
    if own.id == id {
        return Some(own.text(own.meta.title).to_owned());
    }
    let kept = library::plan(&BrowserShelf, id).ok()?;
    Some(kept.text(kept.meta.title).to_owned())
}

fn bring(
    store: Store,
    gathering: &Gathering,
    known: &Receipts,
    files: &[Incoming],
    chosen: &[usize],
) -> Option<Brought> {
    let now = store.now();
    let plan = store.plan();
    let new = store.receipts_of(gathering, known, files, chosen, now);
    let mut swaps = Vec::new();
    for receipt in &new {
        let stored = receipts::stored_form(receipt, &plan);
        if receipts::keep(&BrowserShelf, &stored).is_err() {
            for Swap { key, .. } in swaps {
                let _ = BrowserShelf.remove(&key);
            }
            return None;
        }
        swaps.push(Swap { key: stored.key, before: None, after: Some(stored.text) });
    }
    let beside = if swaps.is_empty() { Beside::NOTHING } else { remember(swaps) };
    let step = store.bring_in(gathering, known, files, chosen, (now, beside));
    remind_of(store, files);
    tell();
    Some(Brought { step })
}

fn replace(store: Store) {
    store.accept_offer(|receipt| {
        let stored = receipts::stored_form(receipt, &store.plan());
        // Without room for its receipt, what the file says is taken over all the same.
        if receipts::keep(&BrowserShelf, &stored).is_err() {
            return Beside::NOTHING;
        }
        remember(vec![Swap { key: stored.key, before: None, after: Some(stored.text) }])
    });
    tell();
}

/// What came was entered elsewhere, and earlier than the last file that was saved here: that file does not have it.
fn remind_of(store: Store, files: &[Incoming]) {
    let entered = files.iter().flat_map(|file| file.ledger.all_versions()).map(|version| version.entered);
    let Some(first) = entered.min() else { return };
    let saved: Moment = store.with_keeper(|keeper| keeper.filed(&BrowserShelf)).unwrap_or_default();
    if saved >= first {
        keep::set_filed(store, first.saturating_sub(1));
    }
}

fn take_back(store: Store, known: &Receipts, id: &str) -> Option<(usize, usize)> {
    let plan = store.plan();
    let mut receipt = known.get(id)?.clone();
    let Stored { key, text: before } = receipts::stored_form(&receipt, &plan);
    // By this moment what it gives back is known again.
    let now = store.now();
    receipt.taken_back = Some(now);
    let after = receipts::stored_form(&receipt, &plan);
    receipts::keep(&BrowserShelf, &after).ok()?;
    let beside = remember(vec![Swap { key, before: Some(before), after: Some(after.text) }]);
    let counts = store.take_receipt_back(known, id, (now, beside));
    tell();
    Some(counts)
}

fn save(name: &str, bytes: &[u8]) {
    files::save_bytes(name, bytes, kind_of(name));
}

fn give(store: Store, party: Party) {
    store.give_back(party, &receipts::copy_name(&BrowserShelf, &store.plan(), clock::name));
}
