//! Handing out: a page of its own for each party, made of the one file of the site or of the handed-out page that is open.

use super::keep::BrowserShelf;
use super::office;
use crate::browser::{clock, files, page};
use crate::domain::ledger::Ledger;
use crate::domain::party::Party;
use crate::exchange::forms::{Order, Sheets, Whom};
use crate::exchange::hand_out::{self, HandOut, file_name};
use crate::persist::progress_file::{self, Head};
use crate::persist::{plan_file, receipts};
use crate::route::{ListView, Route};
use crate::state::Store;
use crate::text::forms::FormWords;
use crate::views::gather::desk::{Handed, HandsOut, Tells};
use crate::views::handed;
use leptos::prelude::*;

/// What the data view needs of the browser for handing out.
pub const OUT: HandsOut = HandsOut { page: one, pages: all, form };

/// The name of the one file of the site, beside the page.
const ONE_FILE: &str = "yaodian.html";

/// Hands a page out to one party, or to all as one.
fn one(store: Store, party: Option<Party>, told: Tells) {
    with_one_file(move |base| {
        let made = base.and_then(|base| Maker::of(store).page(&base, party));
        let handed = made.is_some();
        if let Some((name, page)) = made {
            files::save_bytes(&name, page.as_bytes(), "text/html;charset=utf-8");
        }
        told(if handed { Handed::Done } else { Handed::NoFile });
    });
}

/// Hands out a page to each party, packed into one file with a list of what is in it.
fn all(store: Store, told: Tells) {
    with_one_file(move |base| {
        office::with(move |office| {
            let (Some(base), Some(office)) = (base, office) else { return told(Handed::NoFile) };
            let maker = Maker::of(store);
            let plan = store.plan();
            let parties: Vec<Party> = plan.parties().filter(|party| *party != Party::Coordinator).collect();
            let mut contents = Some(maker.contents(&parties));
            let mut left = parties.iter();
            let mut next = || match left.next() {
                Some(party) => maker.page(&base, Some(*party)).map(|(name, page)| (name, page.into_bytes())),
                None => contents.take(),
            };
            let packed = (office.zip)(&mut next);
            if let Some(packed) = &packed {
                let name = format!("{}-{}.zip", maker.word, crate::domain::calendar::iso_date(store.now()));
                files::save_bytes(&name, packed, "application/zip");
            }
            told(if packed.is_some() { Handed::Done } else { Handed::NoRoom });
        });
    });
}

/// Hands out a form as a spreadsheet: of a party, or a workbook with a sheet for each.
fn form(store: Store, party: Option<Party>, told: Tells) {
    office::with(move |office| {
        let Some(office) = office else { return told(Handed::NoFile) };
        let plan = store.plan();
        let rendition = untrack(|| store.rendition());
        let whom = party.map_or(Whom::Each, Whom::Party);
        let order = Order { sheets: Sheets::Filling, whom, made: store.now(), rendition };
        let ledger = untrack(|| store.ledger(Ledger::clone));
        let Ok(workbook) = (office.workbook)(&plan, &ledger, &order) else { return told(Handed::NoRoom) };
        let who = party.and_then(|party| plan.printed_name(party)).unwrap_or_else(|| plan.text(plan.meta.title));
        let name = file_name(FormWords::of(plan.script).filling, who, "xlsx");
        files::save_bytes(&name, &workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        told(Handed::Done);
    });
}

/// Calls `then` with the one file: of the page that is open, if that is one, else of the site.
fn with_one_file(then: impl FnOnce(Option<String>) + 'static) {
    if page::is_one_file() {
        return then(page::whole());
    }
    files::fetch(ONE_FILE, then);
}

/// Makes the pages of one plan.
struct Maker {
    store: Store,
    plan: String,
    ledger: Ledger,
    copy: String,
    word: &'static str,
}

impl Maker {
    fn of(store: Store) -> Self {
        let plan = store.plan();
        Self {
            store,
            plan: plan_file::to_text(&plan),
            ledger: untrack(|| store.ledger(Ledger::clone)),
            copy: receipts::copy_name(&BrowserShelf, &plan, clock::name),
            word: progress_file::plan_word(&plan),
        }
    }

    /// The page of a party, with its name. What the coordinator said goes with it, and what the party reported before.
    fn page(&self, base: &str, party: Option<Party>) -> Option<(String, String)> {
        let plan = self.store.plan();
        let mut marks = progress_file::of_party(&self.ledger, Party::Coordinator);
        match party {
            Some(party) => marks.merge(&progress_file::of_party(&self.ledger, party)),
            None => marks.clone_from(&self.ledger),
        }
        let head = Head { from: None, copy: &self.copy, made: self.store.now() };
        let marks = progress_file::write(&marks, &plan, &head);
        let list = |party| Route::List(ListView { party, ..ListView::default() }).address(&plan);
        let at = party.map(|party| [plan.party_key(party), list(party)]);
        let shown = handed::list(&plan, party);
        let title = plan.text(plan.meta.title);
        let mut data = vec![(hand_out::PLAN, self.plan.as_str()), (hand_out::MARKS, &marks)];
        if let Some([key, at]) = &at {
            data.extend([(hand_out::PARTY, key.as_str()), (page::OPENS_AT, at)]);
        }
        let hand_out = HandOut { title, data: &data, list: &shown };
        Some((self.name(party), hand_out::page(base, &hand_out)?))
    }

    fn name(&self, party: Option<Party>) -> String {
        let plan = self.store.plan();
        let who = party.and_then(|party| plan.printed_name(party)).unwrap_or_else(|| plan.text(plan.meta.title));
        file_name(self.word, who, "html")
    }

    /// The list of what is in the packed file: who, how many measures, which file. With a mark of its encoding, for Excel.
    fn contents(&self, parties: &[Party]) -> (String, Vec<u8>) {
        let plan = self.store.plan();
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let mut list = String::from("\u{feff}");
        for party in parties {
            let name = plan.printed_name(*party).unwrap_or_default();
            let measures = plan.scope_measures(*party).len();
            list += &[quoted(name), measures.to_string(), quoted(&self.name(Some(*party)))].join(",");
            list += "\r\n";
        }
        (format!("{}-{}.csv", self.word, progress_file::contents_word(&plan)), list.into_bytes())
    }
}
