//! A handed-out page takes in what came with it. It begins with the plan that it carries, at the list of its party; the marks, and all
//! characters of both scripts, come once this is loaded ([`mod@super::lazy`]).

use super::current;
use super::keep::BrowserShelf;
use crate::browser::page;
use crate::domain::calendar::iso_minute;
use crate::domain::handed;
use crate::domain::ledger::Ledger;
use crate::domain::party::Party;
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
        let party = page::text_of(PARTY).and_then(|key| store.plan().party_of_key(&key));
        page::after(0, move || {
            current::with(|store| {
                if let Some(marks) = page::text_of(MARKS) {
                    take_in_marks(store, &marks, With::Page(party));
                }
            });
        });
    }
}

/// What marks came with.
#[derive(Clone, Copy)]
pub enum With {
    /// A page, a party's or everybody's.
    Page(Option<Party>),
    /// A plan file.
    Plan,
}

/// Takes in the marks, a progress file, that came with the plan that is open, and says so.
pub fn take_in_marks(store: Store, marks: &str, with: With) {
    let plan = store.plan();
    let Ok(came) = progress_file::read("", marks, "utf-8", &plan) else {
        return;
    };
    let had = untrack(|| store.ledger(|ledger| *ledger != Ledger::default()));
    let differs: Vec<String> = untrack(|| store.ledger(|mine| handed::differs(mine, &came.ledger)))
        .iter()
        .map(|key| store.measure_label(key))
        .collect();
    store.take_in(&untrack(|| store.ledger(|mine| handed::brings(mine, &came.ledger))));
    let made = came.made.unwrap_or_default();
    // What another unit got is no older or newer file of this one.
    let party = if let With::Page(party) = with { party } else { None };
    let whose = party.map(|party| ["/", &plan.party_key(party)].concat()).unwrap_or_default();
    let key = keys::under(&plan.id, keys::HANDED) + &whose;
    let before = BrowserShelf.get(&key).ok().flatten().and_then(|before| before.parse().ok()).unwrap_or(0);
    if made > before {
        // Where it cannot be kept it is said again next time.
        let _ = BrowserShelf.put(&key, &made.to_string());
    }
    let who = party.and_then(|party| plan.printed_name(party)).unwrap_or_default();
    let say = |lang| {
        let words = GatherWords::of(lang);
        let newer = (made > before && had).then(|| (words.handed_newer)(&iso_minute(made)));
        let said = if before > made {
            vec![(words.handed_older)(&iso_minute(made), &iso_minute(before))]
        } else if matches!(with, With::Plan) {
            vec![words.handed_plan.to_owned()]
        } else {
            // What another unit's page brought is no older one of this.
            (before == 0).then(|| (words.handed_first)(who)).into_iter().chain(newer).collect()
        };
        let other = (!differs.is_empty()).then(|| (words.handed_differs)(&differs));
        let said: Vec<String> = said.into_iter().chain(other).collect();
        (!said.is_empty()).then(|| said.join(lang.of(["", "", " "])))
    };
    let [Some(simplified), Some(traditional), Some(english)] = Lang::ALL.map(say) else { return };
    store.tell(Notice::Told([simplified, traditional, english], About::Step(None)));
}
