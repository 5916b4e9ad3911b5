//! The desk on which files lie that are brought together: what they are, what is chosen, and what only the browser can do.

use crate::domain::calendar::iso_day;
use crate::domain::gather::{Conflict, FileLine, Gathering, Incoming, Receipts, Source};
use crate::domain::history::StepId;
use crate::domain::ledger::MarkKey;
use crate::domain::mark::Field;
use crate::domain::party::Party;
use crate::domain::rounds::RoundSaid;
use crate::state::{Offer, Store};
use crate::text::gather::GatherWords;
use crate::views::live::{El, TextFn, el, says};
use leptos::ev::Event;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// The id of the field for files that came back.
pub const FILES: &str = "progress-files";

/// A file that was chosen or dropped, read; or why it cannot be.
pub type Read = Result<Incoming, Offer>;

/// Takes files, each with its place among those that came with it.
pub type Take = Rc<dyn Fn(Vec<(u32, Read)>)>;

/// What bringing files in did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The step that it was; `None` if it changed nothing.
    pub step: Option<StepId>,
}

/// Brings files in, with what was found of them, the receipts there are, and the sides that were chosen.
pub type Bring = fn(Store, &Gathering, &Receipts, &[Incoming], &[usize]) -> Option<Brought>;

/// What only the browser can do for files that go from hand to hand.
#[derive(Clone, Copy)]
pub struct Hands {
    /// The receipts of the open plan, and how many cannot be read.
    pub receipts: fn(Store) -> (Receipts, usize),
    /// Reads the files chosen in the field with this id.
    pub choose: fn(Store, &str, Take),
    /// Reads the files that are dropped, and lets files be dropped.
    pub hand: fn(Store, &Event, Take),
    /// Brings files in; `None` if their receipts could not be kept, and then nothing changed.
    pub bring: Bring,
    /// Takes over the ledger of the file on offer, and keeps its receipt.
    pub replace: fn(Store),
    /// Takes a receipt back: how many fields that changed, and how many were left; `None` if it could not be kept that it is.
    pub take_back: fn(Store, &Receipts, &str) -> Option<(usize, usize)>,
    /// Saves a spreadsheet under this name.
    pub save: fn(&str, &[u8]),
    /// Saves the report of a party as a file with this name.
    pub give: fn(Store, Party),
    /// Counts this up whenever receipts change without the ledger.
    pub tell: fn(RwSignal<u32>),
}

/// What became of handing out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// The browser has the file.
    Done,
    /// The one file of the site that pages are made of cannot be had: there is no network, or the host does not serve it.
    NoFile,
    /// There is no memory for so much.
    NoRoom,
    /// What makes spreadsheets could not be loaded.
    NotLoaded,
    /// There is nothing to write, or more than a spreadsheet can have.
    Nothing,
}

/// What is handed out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum What {
    /// The page with the plan in it.
    #[default]
    Page,
    /// The form to fill in, as a spreadsheet.
    Form,
    /// The same as comma-separated values.
    FormCsv,
    /// The breakdown table, as a spreadsheet.
    Table,
    /// The same as comma-separated values.
    TableCsv,
    /// The plan file.
    Plan,
}

impl What {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Page, Self::Form, Self::Table, Self::FormCsv, Self::TableCsv, Self::Plan];
}

/// Tells what became of handing out.
pub type Tells = Rc<dyn Fn(Handed)>;

/// What only the browser can do for handing out.
#[derive(Clone, Copy)]
pub struct HandsOut {
    /// Hands one file out to a party, or to all as one.
    pub one: fn(Store, What, Option<Party>, Tells),
    /// Hands out to each party, packed into one file.
    pub pack: fn(Store, Tells),
    /// Gives the report of a party back as a form.
    pub report: fn(Store, Party, Tells),
}

/// What the views of bringing together work with.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The workspace whose ledger they become part of.
    pub store: Store,
    /// What only the browser can do.
    pub hands: Hands,
    /// The files on the desk, in the order in which they came.
    pub files: RwSignal<Vec<(u32, Read)>>,
    /// How many times files came: those that come together stand in their own order.
    pub times: RwSignal<u32>,
    /// What a person chose where several things are said: by field, the words.
    pub chosen: RwSignal<BTreeMap<(MarkKey, Field), String>>,
    /// What is chosen for all conflicts that nothing is chosen for.
    pub rule: RwSignal<Rule>,
    /// What became of them.
    pub told: RwSignal<Told>,
    /// Counted up whenever receipts change without the ledger.
    pub turn: RwSignal<u32>,
    /// What was found of the files.
    found: Memo<Arc<Found>>,
}

/// What the files on the desk bring to the ledger as it is now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The files that could be read, in their order.
    pub files: Vec<Incoming>,
    /// The receipts there are.
    pub receipts: Receipts,
    /// What the files bring.
    pub gathering: Gathering,
}

impl Found {
    /// The name of the file at this place, with a number where another file of the same name says something else. Files that say the
    /// same are one.
    pub fn called(&self, place: usize) -> String {
        let Some(file) = self.files.get(place) else { return String::new() };
        let first = |place: usize| self.gathering.files.get(place).and_then(|line| line.twin).unwrap_or(place);
        let namesakes = self.files.iter().enumerate().filter(|(_, other)| other.name == file.name);
        let namesakes: Vec<usize> = namesakes.map(|(place, _)| place).filter(|place| first(*place) == *place).collect();
        match namesakes.iter().position(|other| *other == first(place)) {
            Some(at) if namesakes.len() > 1 => format!("{} ({})", file.name, at + 1),
            _ => file.name.clone(),
        }
    }

    /// Whether the file at this place is a spreadsheet of which nothing was understood.
    pub fn is_unread(&self, place: usize) -> bool {
        let all = self.files.get(place).zip(self.gathering.files.get(place));
        all.is_some_and(|(file, line)| line.tally.all() == 0 && !file.left.is_empty())
    }

    /// How many files have something new.
    pub fn fresh(&self) -> usize {
        self.gathering.files.iter().filter(|line| line.has_news()).count()
    }

    /// How many of the others are of a party's, say something, and have left no receipt yet.
    pub fn unnoted(&self) -> usize {
        let all = self.files.iter().zip(&self.gathering.files);
        let is_unnoted = |(file, line): &(&Incoming, &FileLine)| {
            !line.has_news() && line.before.is_none() && line.twin.is_none() && line.tally.all() > 0 && !file.handed
        };
        all.filter(is_unnoted).count()
    }
}

/// How all conflicts are settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// The party's own file, else what was written later.
    #[default]
    Proposed,
    /// What is here.
    Here,
    /// What was written later.
    Newer,
    /// What the file at this place says.
    File(usize),
}

/// What a person is told of what became of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Told {
    /// Nothing yet.
    #[default]
    Nothing,
    /// They were merged.
    Merged {
        /// How many.
        files: usize,
        /// How many marks were new.
        marks: usize,
        /// How many conflicts were settled.
        settled: usize,
        /// The step that it was; `None` if it changed nothing.
        step: Option<StepId>,
    },
    /// So many files without anything new were noted.
    Noted(usize),
    /// Their receipts could not be kept, so nothing was changed.
    NotKept,
    /// A receipt was taken back: how many fields that changed, and how many were left.
    TookBack(usize, usize),
}

pub(super) fn words(store: Store) -> &'static GatherWords {
    GatherWords::of(store.lang())
}

/// The round that a file is for, with its days.
pub(super) fn for_round(store: Store, round: &RoundSaid) -> String {
    let [from, until] = [round.id.from, round.id.until].map(|day| iso_day(day.into()));
    (words(store).for_round)(&round.name, &from, &until)
}

/// An option of a list of parties.
pub(super) fn party_option(store: Store, value: &str, party: Party) -> El {
    let option = el("option").set("value", value);
    let name = store.party_name(party);
    match name.english {
        Some(english) => option.text(english),
        None if party == Party::Coordinator => option.text(name.chinese),
        None => option.set("lang", store.name_lang()).text(name.chinese),
    }
}

/// A word of these views, in the current language.
pub(super) fn says_word(store: Store, read: fn(&GatherWords) -> &'static str) -> TextFn {
    says(move || read(words(store)).to_owned())
}

fn find(store: Store, hands: Hands, files: RwSignal<Vec<(u32, Read)>>, turn: RwSignal<u32>) -> Found {
    turn.get();
    let files: Vec<Incoming> =
        files.with(|files| files.iter().filter_map(|(_, read)| read.as_ref().ok().cloned()).collect());
    if files.is_empty() {
        return Found::default();
    }
    let (receipts, _) = (hands.receipts)(store);
    let plan = store.plan();
    let gathering = store.ledger(|ledger| Gathering::of(&plan, ledger, &receipts, &files));
    Found { files, receipts, gathering }
}

impl Desk {
    /// An empty desk.
    pub fn new(store: Store, hands: Hands) -> Self {
        let turn = RwSignal::new(0);
        (hands.tell)(turn);
        let files = RwSignal::default();
        Self {
            store,
            hands,
            files,
            times: RwSignal::new(0),
            chosen: RwSignal::default(),
            rule: RwSignal::default(),
            told: RwSignal::default(),
            turn,
            found: Memo::new(move |_| Arc::new(find(store, hands, files, turn))),
        }
    }

    /// What the files on the desk bring to the ledger as it is now.
    pub fn found(self) -> Arc<Found> {
        self.found.get()
    }

    /// The side of a conflict that holds as things are chosen.
    pub fn side(self, conflict: &Conflict) -> usize {
        let words = self.chosen.with(|chosen| chosen.get(&(conflict.key.clone(), conflict.field)).cloned());
        let chosen = words.and_then(|words| conflict.sides.iter().position(|side| side.says() == words));
        chosen.unwrap_or_else(|| self.rule.with(|rule| rule.side(conflict)))
    }

    /// Takes files that come together.
    pub fn take(self) -> Take {
        self.times.update_untracked(|times| *times += 1);
        let time = self.times.get_untracked();
        Rc::new(move |lot: Vec<(u32, Read)>| {
            let put = |files: &mut Vec<(u32, Read)>| {
                for (place, read) in lot {
                    let at = time.saturating_mul(1000).saturating_add(place);
                    let place = files.partition_point(|(other, _)| *other <= at);
                    files.insert(place, (at, read));
                }
            };
            // The view may be gone by the time a file is read.
            _ = self.told.try_set(Told::Nothing);
            _ = self.files.try_update(put);
        })
    }

    /// Takes all files away.
    pub fn empty(self) {
        self.files.set(Vec::new());
        self.chosen.set(BTreeMap::new());
        self.rule.set(Rule::Proposed);
    }
}

impl Rule {
    fn side(&self, conflict: &Conflict) -> usize {
        let with = |source: Source| conflict.sides.iter().position(|side| side.sources.contains(&source));
        let newest = |i: &usize| conflict.sides.get(*i).and_then(|side| side.versions.first().cloned());
        match self {
            Self::Proposed => None,
            Self::Here => with(Source::Here),
            Self::File(place) => with(Source::File(*place)),
            Self::Newer => (0..conflict.sides.len()).max_by_key(newest),
        }
        .unwrap_or(conflict.proposed)
    }
}
