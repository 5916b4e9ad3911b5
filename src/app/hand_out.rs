//! Handing out and giving back, in the browser: pages are made of the one file of the site or of the handed-out page that is open.

use super::keep::BrowserShelf;
use super::making::{Made, Maker, kind_of};
use super::office;
use crate::browser::{clock, files, page};
use crate::domain::ledger::Ledger;
use crate::domain::party::Party;
use crate::persist::progress_file::{self, Head};
use crate::persist::receipts;
use crate::state::Store;
use crate::views::gather::desk::{Handed, HandsOut, Tells, What};
use leptos::prelude::*;

/// What the data view needs of the browser for handing out.
pub const OUT: HandsOut = HandsOut { one, pack, report };

/// The name of the one file of the site, beside the page.
const ONE_FILE: &str = "yaodian.html";

/// Hands one file out.
fn one(store: Store, what: What, party: Option<Party>, told: Tells) {
    match what {
        What::Page => with_one_file(move |base| {
            let made = base.ok_or(Handed::NoFile);
            tell(&told, made.and_then(|base| maker(store).one(what, party, &base, None)));
        }),
        What::Plan => tell(&told, maker(store).one(what, party, "", None)),
        _ => office::with(move |office| tell(&told, maker(store).one(what, party, "", office.as_ref()))),
    }
}

/// Hands out to each party, packed into one file.
fn pack(store: Store, told: Tells) {
    with_one_file(move |base| {
        office::with(move |office| {
            let made = match (base, office) {
                (None, _) => Err(Handed::NoFile),
                (_, None) => Err(Handed::NotLoaded),
                (Some(base), Some(office)) => maker(store).pack(&base, &office),
            };
            tell(&told, made);
        });
    });
}

/// Gives a party's report back as a form.
fn report(store: Store, party: Party, told: Tells) {
    office::with(move |office| {
        let made = office.ok_or(Handed::NotLoaded).and_then(|office| maker(store).report(party, &office));
        tell(&told, made);
    });
}

/// Offers what is made to be saved, and tells what became of it.
fn tell(told: &Tells, made: Result<Made, Handed>) {
    told(match made {
        Ok(made) => {
            files::save_bytes(&made.name, &made.bytes, kind_of(&made.name));
            Handed::Done
        }
        Err(why) => why,
    });
}

/// Calls `then` with the one file: of the page that is open, if that is one, else of the site.
fn with_one_file(then: impl FnOnce(Option<String>) + 'static) {
    if page::is_one_file() {
        return then(page::whole());
    }
    files::fetch(ONE_FILE, then);
}

/// Everything as a progress file that says from which copy of the ledger it is.
pub fn copy_of_all(store: Store, ledger: &Ledger) -> String {
    let plan = store.plan();
    let copy = receipts::copy_name(&BrowserShelf, &plan, clock::name);
    progress_file::write(ledger, &plan, &Head { from: None, copy: &copy, made: store.now() })
}

fn maker(store: Store) -> Maker {
    let plan = store.plan();
    Maker {
        ledger: untrack(|| store.ledger(Ledger::clone)),
        copy: receipts::copy_name(&BrowserShelf, &plan, clock::name),
        now: store.now(),
        rendition: untrack(|| store.rendition()),
        plan,
    }
}
