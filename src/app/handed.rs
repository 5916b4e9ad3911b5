//! A handed-out page takes in what came with it. It begins with the plan that it carries, at the list of its party; the marks, and all
//! characters of both scripts, come once this is loaded ([`mod@super::lazy`]).

use super::current;
use super::keep::BrowserShelf;
use crate::browser::page;
use crate::domain::calendar::iso_minute;
use crate::domain::ledger::Ledger;
use crate::domain::script;
use crate::domain::settings::Lang;
use crate::exchange::hand_out::{MARKS, PARTY, PLAN};
use crate::persist::shelf::Shelf;
use crate::persist::{keys, progress_file};
use crate::state::{About, Notice, Store};
use crate::text::gather::GatherWords;
use leptos::prelude::untrack;

/// Takes in the marks that came with the page, if it was handed out, says so where this browser knows an older or a newer one, and draws
/// the page once more with all characters.
pub fn take_in(store: Store) {
    let session = store.session();
    if page::has(PLAN) && untrack(|| session.turn()) == "0" {
        script::bring_all();
        session.open(store.plan());
        page::after(0, || current::with(take_in_marks));
    }
}

fn take_in_marks(store: Store) {
    let plan = store.plan();
    let Some(came) = page::text_of(MARKS).and_then(|text| progress_file::read("", &text, "utf-8", &plan).ok()) else {
        return;
    };
    let had = untrack(|| store.ledger(|ledger| *ledger != Ledger::default()));
    store.take_in(&came.ledger);
    let made = came.made.unwrap_or_default();
    let key = keys::under(&plan.id, keys::HANDED);
    let before = BrowserShelf.get(&key).ok().flatten().and_then(|before| before.parse().ok()).unwrap_or(0);
    if made > before {
        // Where it cannot be kept it is said again next time.
        let _ = BrowserShelf.put(&key, &made.to_string());
    }
    let party = page::text_of(PARTY).and_then(|key| plan.party_of_key(&key));
    let who = party.and_then(|party| plan.printed_name(party)).unwrap_or_default();
    let say = |lang| {
        let words = GatherWords::of(lang);
        if before > made {
            Some((words.handed_older)(&iso_minute(made), &iso_minute(before)))
        } else if made > before && had {
            Some((words.handed_newer)(&iso_minute(made)))
        } else {
            (before == 0).then(|| (words.handed_first)(who))
        }
    };
    let [Some(simplified), Some(traditional), Some(english)] = Lang::ALL.map(say) else { return };
    store.tell(Notice::Told([simplified, traditional, english], About::Step(None)));
}
