//! The drafts in the browser's storage, and which of them this window works on. Comes with the library.

use super::elsewhere;
use super::keep::BrowserShelf;
use crate::browser::storage;
use crate::persist::draft::{self, Draft, Slot};
use crate::persist::shelf::Shelf;
use crate::persist::{keys, library, mending};
use crate::views::plans::{Drafts, HalfDone, Hears, TakeUp};
use std::cell::{Cell, RefCell};

/// What is half done, for the views.
pub const DRAFTS: Drafts = Drafts { now, keep, others, take_up, add, drop, hear, end: elsewhere::end };

thread_local! {
    /// The draft that this window works on; `None` until it is first asked for.
    static SLOT: RefCell<Option<Slot>> = const { RefCell::new(None) };
    /// Whether this window listens.
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// The name under which this window alone keeps the key of its draft.
const OWN_DRAFT: &str = "yaodian/draft";

fn with_slot<T>(act: impl FnOnce(&mut Slot) -> T) -> T {
    let known = || storage::own(OWN_DRAFT).filter(|key| draft::plan_of(key).is_some());
    SLOT.with_borrow_mut(|slot| {
        let first = || Slot::at(&BrowserShelf, &known().unwrap_or_else(|| draft::KEY.to_owned()));
        act(slot.get_or_insert_with(first))
    })
}

/// From now on this window works on the draft under this key.
fn work_on(key: &str) {
    SLOT.set(Some(Slot::at(&BrowserShelf, key)));
    storage::set_own(OWN_DRAFT, Some(key));
}

/// What this window works on, as it was left; a new plan where the kept one is gone.
fn now() -> Draft {
    let key = with_slot(|slot| slot.key().to_owned());
    let found = load(&key);
    work_on(if found.is_some() { &key } else { draft::KEY });
    found.or_else(|| load(draft::KEY)).unwrap_or_default()
}

fn load(key: &str) -> Option<Draft> {
    let id = draft::plan_of(key)?;
    let half_done = draft::at(&BrowserShelf, key);
    if id.is_empty() {
        return Some(half_done.unwrap_or_default());
    }
    let kept = library::plan(&BrowserShelf, id).ok()?;
    let base = mending::corrections_of(&kept);
    let begun = || Draft { corrections: base.clone(), plan: id.to_owned(), ..Draft::default() };
    let draft = half_done.unwrap_or_else(begun);
    Some(Draft { text: kept.source, base: draft.base.or(Some(base)), ..draft })
}

/// What is not kept is still in its field. What is mended of a plan that is gone is kept as a new one.
fn keep(draft: &Draft) -> bool {
    let is_gone = !draft.plan.is_empty() && BrowserShelf.get(&keys::plan_file(&draft.plan)) == Ok(None);
    let anew = Draft { plan: String::new(), base: None, ..draft.clone() };
    let draft = if is_gone && !draft.is_idle() { &anew } else { draft };
    let put = |slot: &mut Slot| (slot.keep(&BrowserShelf, draft).unwrap_or_default(), slot.key().to_owned());
    let (is_apart, key) = with_slot(put);
    storage::set_own(OWN_DRAFT, Some(&key));
    is_apart
}

/// A plan is made of the draft, or it is given up.
pub fn leave() {
    let _ = with_slot(|slot| slot.leave(&BrowserShelf));
    work_on(draft::KEY);
}

fn others() -> Vec<HalfDone> {
    let own = with_slot(|slot| slot.key().to_owned());
    let others = draft::all(&BrowserShelf).into_iter().filter(|(key, _)| *key != own);
    let half_done = |(key, draft): (String, Draft)| {
        let title = if draft.plan.is_empty() {
            draft.text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_owned()
        } else {
            library::plan(&BrowserShelf, &draft.plan).map(|kept| kept.text(kept.meta.title).to_owned()).ok()?
        };
        Some(HalfDone { key, title, is_kept: !draft.plan.is_empty() })
    };
    others.filter_map(half_done).collect()
}

fn take_up(which: &TakeUp) -> Draft {
    match which {
        TakeUp::This(key) => work_on(key),
        TakeUp::Kept(id) => work_on(&draft::key_of(id)),
        TakeUp::Fresh => work_on(&draft::fresh(&BrowserShelf, "")),
        TakeUp::New => {
            if with_slot(|slot| draft::plan_of(slot.key()) != Some("")) {
                work_on(draft::KEY);
            }
        }
        TakeUp::Nothing => leave(),
    }
    now()
}

fn add(text: String) -> bool {
    with_slot(|slot| slot.add(&BrowserShelf, &Draft { text, ..Draft::default() })).is_ok()
}

fn drop(key: &str) {
    let _ = Slot::at(&BrowserShelf, key).leave(&BrowserShelf);
}

/// Lets the view that is open hear when its draft is to be kept.
fn hear(heard: Hears) -> u32 {
    if !LISTENS.replace(true) {
        storage::on_change(|change| {
            let is_own = || with_slot(|slot| change.key.as_deref() == Some(slot.key()));
            if change.text.is_some() && is_own() {
                elsewhere::keep_draft();
            }
        });
    }
    elsewhere::hear(heard)
}
