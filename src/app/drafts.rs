//! The drafts in the browser's storage, and which of them this window works on. Comes with the library.

use super::elsewhere;
use super::keep::BrowserShelf;
use crate::browser::{page, storage};
use crate::domain::fault::NotKept;
use crate::persist::draft::{self, Draft, Slot, Unkept};
use crate::persist::shelf::Shelf;
use crate::persist::{keys, library, mending};
use crate::views::plans::{Drafts, HalfDone, Hears, TakeUp};
use std::cell::{Cell, RefCell};

/// What is half done, for the views.
pub const DRAFTS: Drafts = Drafts { now, keep, others, take_up, add, drop, hear, end: elsewhere::end };

thread_local! {
    /// The draft that this window works on; `None` until it is first asked for.
    static SLOT: RefCell<Option<Slot>> = const { RefCell::new(None) };
    /// What this window has and could not keep.
    static UNKEPT: RefCell<Unkept> = RefCell::default();
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
    let held = UNKEPT.with_borrow(|unkept| unkept.at(key).map(|(slot, _)| slot.clone()));
    SLOT.set(Some(held.unwrap_or_else(|| Slot::at(&BrowserShelf, key))));
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
    if let Some(held) = UNKEPT.with_borrow(|unkept| unkept.at(key).map(|(_, draft)| draft.clone())) {
        return Some(held);
    }
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

/// What is mended of a plan that is gone is kept as a new one. What there is no room for this window holds, and tries it again whenever
/// something is kept.
fn keep(draft: &Draft) -> Result<bool, NotKept> {
    let is_gone = !draft.plan.is_empty() && BrowserShelf.get(&keys::plan_file(&draft.plan)) == Ok(None);
    let anew = Draft { plan: String::new(), base: None, ..draft.clone() };
    let draft = if is_gone && !draft.is_idle() { &anew } else { draft };
    let (before, kept, slot) = with_slot(|slot| {
        let before = slot.key().to_owned();
        let kept = slot.keep(&BrowserShelf, draft);
        (before, kept, slot.clone())
    });
    storage::set_own(OWN_DRAFT, Some(slot.key()));
    UNKEPT.with_borrow_mut(|unkept| match kept {
        Err(why) if !draft.is_idle() => {
            unkept.hold(slot, draft.clone());
            Err(why.into())
        }
        kept => {
            unkept.let_go(&before);
            unkept.try_again(&BrowserShelf);
            Ok(kept.unwrap_or_default())
        }
    })
}

/// A plan is made of the draft, or it is given up.
pub fn leave() {
    let key = with_slot(|slot| {
        let _ = slot.leave(&BrowserShelf);
        slot.key().to_owned()
    });
    UNKEPT.with_borrow_mut(|unkept| unkept.let_go(&key));
    work_on(draft::KEY);
}

fn others() -> Vec<HalfDone> {
    let own = with_slot(|slot| slot.key().to_owned());
    let held: Vec<(String, Draft)> = UNKEPT.with_borrow(|unkept| {
        unkept.all().iter().map(|(slot, draft)| (slot.key().to_owned(), draft.clone())).collect()
    });
    let is_held = |key: &str| held.iter().any(|(of, _)| of == key);
    let kept = draft::all(&BrowserShelf).into_iter().filter(|(key, _)| !is_held(key));
    let others = kept.map(|one| (one, true)).chain(held.iter().cloned().map(|one| (one, false)));
    let others = others.filter(|((key, _), _)| *key != own);
    let half_done = |((key, draft), is_safe): ((String, Draft), bool)| {
        let title = if draft.plan.is_empty() {
            draft.text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_owned()
        } else {
            library::plan(&BrowserShelf, &draft.plan).map(|kept| kept.text(kept.meta.title).to_owned()).ok()?
        };
        Some(HalfDone { key, title, is_kept: !draft.plan.is_empty(), is_safe })
    };
    others.filter_map(half_done).collect()
}

fn take_up(which: &TakeUp) -> Draft {
    match which {
        TakeUp::This(key) => work_on(key),
        TakeUp::Kept(id) => work_on(&draft::key_of(id)),
        TakeUp::Fresh => {
            let is_held = |key: &str| UNKEPT.with_borrow(|unkept| unkept.at(key).is_some());
            work_on(&draft::fresh(&BrowserShelf, "", is_held));
        }
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
    UNKEPT.with_borrow_mut(|unkept| unkept.let_go(key));
    let _ = Slot::at(&BrowserShelf, key).leave(&BrowserShelf);
}

/// Lets the view that is open hear when its draft is to be kept: another window has put something else there, or there may be room by
/// now for what could not be kept.
fn hear(heard: Hears) -> u32 {
    if !LISTENS.replace(true) {
        let is_missing = || UNKEPT.with_borrow(|unkept| !unkept.all().is_empty());
        storage::on_change(move |change| {
            let is_own = || with_slot(|slot| change.key.as_deref() == Some(slot.key()));
            if is_missing() || change.text.is_some() && is_own() {
                elsewhere::keep_draft();
            }
        });
        page::on_return(move || {
            if is_missing() {
                elsewhere::keep_draft();
            }
        });
    }
    elsewhere::hear(heard)
}
