//! Receipts (收件): what each file said that was brought in, and what became of it.
//!
//! A receipt *stands* until it is taken back. By it a value tells where it comes from; what a standing receipt has seen is never
//! asked about again, and what it brought can be taken back. A value that several receipts brought stays as long as one of them
//! stands.
//!
//! What was said is known again by its words and by when they were first said ([`Saying`]), and not by its stamp: undo gives words
//! back under a new one.

use crate::domain::digest::digest;
use crate::domain::ledger::{Edit, Ledger, MarkKey, Moment};
use crate::domain::mark::{Field, Version};
use crate::domain::rounds::RoundSaid;
use std::collections::BTreeMap;

/// Something that was said, wherever it stands: when it was first said, and the beginning of the digest of its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Saying {
    /// When it was first said.
    pub said: Moment,
    /// Which words these were.
    pub words: u32,
}

impl From<&Version> for Saying {
    fn from(version: &Version) -> Self {
        let digest = digest(&version.value);
        let words = digest.get(..8).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        Self { said: version.said, words: words.unwrap_or_default() }
    }
}

/// One field of a file that was brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The mark.
    pub key: MarkKey,
    /// The field of the mark.
    pub field: Field,
    /// What the file said.
    pub saying: Saying,
    /// Whether the ledger said so when the file was brought in.
    pub held: bool,
    /// The version that this file took the place of, empty where there was none; `None` if the file changed nothing.
    pub before: Option<Vec<Version>>,
    /// What the file said, where that was not taken over.
    pub declined: Option<String>,
}

/// A file that was brought in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// Its id: when it was brought in, and the digest of what it said.
    pub id: String,
    /// The name of the file.
    pub name: String,
    /// The key of the party whose report it was; `None` for a whole ledger.
    pub from: Option<String>,
    /// The copy of the ledger that it was made from.
    pub copy: Option<String>,
    /// When it was made, by its own account.
    pub made: Option<Moment>,
    /// The round that it said it was for.
    pub round: Option<RoundSaid>,
    /// When it was brought in.
    pub brought: Moment,
    /// The digest of what it said.
    pub digest: String,
    /// What it said, field by field.
    pub lines: Vec<Line>,
    /// What of a spreadsheet was not understood, in simplified and in traditional characters: the first of it.
    pub left: Vec<[String; 2]>,
    /// How much that was in all.
    pub left_in_all: usize,
    /// When it was taken back; `None` while it stands.
    pub taken_back: Option<Moment>,
}

impl Line {
    /// Whether what it said may stand in the ledger: it did when the file was brought in, or it was declined for what another file said,
    /// which may be taken back.
    fn may_stand(&self) -> bool {
        self.held || self.declined.is_some()
    }

    /// Whether the file has the field empty and nothing was emptied by that: it says nothing of it then.
    pub fn says_nothing(&self) -> bool {
        let emptied = self.before.iter().flatten().next().is_some_and(|before| !before.value.is_empty());
        !emptied && self.saying.words == Saying::from(&Version::default()).words
    }
}

impl Receipt {
    /// Whether it stands.
    pub fn stands(&self) -> bool {
        self.taken_back.is_none()
    }

    /// What it said: the lines that say something.
    pub fn said(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| !line.says_nothing())
    }

    /// How many marks it speaks of.
    pub fn marks(&self) -> usize {
        let mut keys: Vec<&MarkKey> = self.said().map(|line| &line.key).collect();
        keys.sort();
        keys.dedup();
        keys.len()
    }

    /// How many fields it changed.
    pub fn changed(&self) -> usize {
        self.lines.iter().filter(|line| line.before.is_some()).count()
    }
}

/// What taking a receipt back did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenBack {
    /// What it changed.
    pub edits: Vec<Edit>,
    /// The fields that it had changed and that say something else since.
    pub left: Vec<(MarkKey, Field)>,
}

type Place = (MarkKey, Field, Saying);

/// All receipts of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipts {
    /// In the order in which they were brought in.
    all: Vec<Receipt>,
    /// Which of them said what: receipt and line.
    said: BTreeMap<Place, Vec<(usize, usize)>>,
}

impl Receipts {
    /// These receipts.
    pub fn new(mut all: Vec<Receipt>) -> Self {
        all.sort_by(|one, other| (one.brought, &one.id).cmp(&(other.brought, &other.id)));
        let mut said = BTreeMap::<Place, Vec<(usize, usize)>>::new();
        for (i, receipt) in all.iter().enumerate() {
            for (place, line) in receipt.lines.iter().enumerate() {
                said.entry((line.key.clone(), line.field, line.saying)).or_default().push((i, place));
            }
        }
        Self { all, said }
    }

    /// All, in the order in which they were brought in.
    pub fn all(&self) -> &[Receipt] {
        &self.all
    }

    /// The receipt with this id.
    pub fn get(&self, id: &str) -> Option<&Receipt> {
        self.all.iter().find(|receipt| receipt.id == id)
    }

    /// The standing receipt of a file that said just this; the last, if there are several.
    pub fn of_digest(&self, digest: &str) -> Option<&Receipt> {
        self.all.iter().rev().find(|receipt| receipt.stands() && receipt.digest == digest)
    }

    /// The receipt that a field's value comes from: the last of the standing ones that brought it. `None` if it was written here.
    pub fn origin(&self, ledger: &Ledger, key: &MarkKey, field: Field) -> Option<&Receipt> {
        let saying = ledger.versions(key, field).first()?.into();
        self.holding(key, field, saying).map(|(receipt, _)| receipt).filter(|receipt| receipt.stands()).last()
    }

    /// Whether a standing receipt has seen this, so that it was settled then what becomes of it; not if it was declined and since then
    /// another receipt taken back that had changed the field.
    pub fn has_seen(&self, key: &MarkKey, field: Field, saying: Saying) -> bool {
        self.saying(key, field, saying).any(|of| self.is_settled(of))
    }

    fn is_settled(&self, (receipt, line): (&Receipt, &Line)) -> bool {
        let changed = |other: &Receipt| {
            let is_it =
                |changing: &Line| changing.before.is_some() && changing.key == line.key && changing.field == line.field;
            other.taken_back.is_some_and(|back| back > receipt.brought) && other.lines.iter().any(is_it)
        };
        receipt.stands() && !(line.declined.is_some() && self.all.iter().any(changed))
    }

    /// Whether the ledger may have said this at a moment, by a receipt that stood then.
    pub fn stood_at(&self, key: &MarkKey, field: Field, saying: Saying, at: Moment) -> bool {
        let stood = |receipt: &Receipt| receipt.brought <= at && receipt.taken_back.is_none_or(|back| back >= at);
        self.holding(key, field, saying).any(|(receipt, _)| stood(receipt))
    }

    /// Whether a version is what a field said again when a receipt was taken back.
    pub fn gave_back(&self, key: &MarkKey, field: Field, version: &Version) -> bool {
        self.all
            .iter()
            .filter(|receipt| receipt.taken_back == Some(version.entered))
            .any(|receipt| receipt.lines.iter().any(|line| line.may_stand() && line.key == *key && line.field == field))
    }

    /// What standing receipts of files from a copy say of a field, of those that was said after a moment.
    pub fn said_after<'a>(
        &'a self,
        copy: &'a str,
        key: &MarkKey,
        field: Field,
        said: Moment,
    ) -> impl Iterator<Item = Saying> + 'a {
        let [first, last] =
            [said.saturating_add(1), Moment::MAX].map(|said| (key.clone(), field, Saying { said, words: 0 }));
        let is_of = move |(receipt, _): &(usize, usize)| {
            self.all.get(*receipt).is_some_and(|receipt| receipt.stands() && receipt.copy.as_deref() == Some(copy))
        };
        let places = self.said.range(first..=last).filter(move |(_, places)| places.iter().any(is_of));
        places.map(|((.., saying), _)| *saying)
    }

    /// Whether a standing receipt of a file with this digest has seen these words, whenever they are said to be from: a spreadsheet
    /// without a date says something else of that each time it is read.
    pub fn has_seen_in(&self, digest: &str, key: &MarkKey, field: Field, words: u32) -> bool {
        let [first, last] = [(0, 0), (Moment::MAX, u32::MAX)].map(|(said, words)| Saying { said, words });
        let places = self.said.range((key.clone(), field, first)..=(key.clone(), field, last));
        let of_words = places.filter(|((.., saying), _)| saying.words == words).flat_map(|(_, places)| places);
        let mut lines = of_words.filter_map(|place| self.line(*place));
        lines.any(|(receipt, line)| receipt.digest == digest && self.is_settled((receipt, line)))
    }

    /// Takes a receipt back at `now`: the fields that say what it brought, and that no other standing receipt brought too, say again
    /// what they said before it, or else what another standing receipt said that was declined for it. `None` if no receipt with this id
    /// stands.
    pub fn take_back(&self, id: &str, ledger: &mut Ledger, now: Moment) -> Option<TakenBack> {
        let receipt = self.get(id).filter(|receipt| receipt.stands())?;
        let mut taken = TakenBack::default();
        for line in receipt.lines.iter().filter(|line| line.may_stand()) {
            if ledger.versions(&line.key, line.field).first().map(Saying::from) != Some(line.saying) {
                taken.left.extend(line.before.is_some().then(|| (line.key.clone(), line.field)));
                continue;
            }
            let is_another = |other: &Receipt| other.stands() && other.id != receipt.id;
            if self.holding(&line.key, line.field, line.saying).any(|(other, _)| is_another(other)) {
                continue;
            }
            let nothing: &[Version] = &[];
            let Some(before) = self.before(line, &receipt.id).or(line.declined.is_some().then_some(nothing)) else {
                continue;
            };
            let is_empty = before.first().is_none_or(|before| before.value.is_empty());
            let declined = self.declined(line, &receipt.id).filter(|_| is_empty).map(|declined| vec![declined]);
            let before = declined.as_deref().unwrap_or(before);
            taken.edits.extend(ledger.give_back(line.key.clone(), line.field, before, now));
        }
        Some(taken)
    }

    /// The last of what standing receipts other than that with this id said of a line's field and what was declined.
    fn declined(&self, line: &Line, id: &str) -> Option<Version> {
        let others = self.all.iter().filter(|other| other.stands() && other.id != id).flat_map(|other| &other.lines);
        let of_field = others.filter(|other| other.key == line.key && other.field == line.field);
        let said = |other: &Line| Some(Version::at(other.saying.said, other.declined.clone()?));
        of_field.filter_map(said).max()
    }

    /// What a field said before what this line says was brought in, once the receipt with this id is taken back; `None` if no receipt
    /// changed the field to it.
    fn before(&self, line: &Line, id: &str) -> Option<&[Version]> {
        let mut saying = line.saying;
        // Each step goes to what was there earlier. Receipts can be changed by hand, and a circle of them is not followed for ever.
        for _ in 0..=self.all.len() {
            let mut changing =
                self.holding(&line.key, line.field, saying).filter_map(|(_, line)| line.before.as_deref());
            let before = changing.next()?;
            let Some(newest) = before.first() else { return Some(before) };
            saying = newest.into();
            if !self.is_gone(&line.key, line.field, saying, |other| other.stands() && other.id != id) {
                return Some(before);
            }
        }
        None
    }

    /// Whether this came into the ledger by receipts alone, and all of them are taken back.
    pub fn is_taken_back(&self, key: &MarkKey, field: Field, saying: Saying) -> bool {
        self.is_gone(key, field, saying, Receipt::stands)
    }

    /// Whether a receipt brought this, and none of those after which the ledger said so `stands`. What was there before the files that said
    /// it, too, is not gone with them.
    fn is_gone(&self, key: &MarkKey, field: Field, saying: Saying, stands: impl Fn(&Receipt) -> bool) -> bool {
        let mut brought = false;
        let gone = self.holding(key, field, saying).all(|(receipt, line)| {
            brought |= line.before.is_some() || line.declined.is_some();
            !stands(receipt)
        });
        brought && gone
    }

    /// The receipts whose files said this, with their lines.
    fn saying(&self, key: &MarkKey, field: Field, saying: Saying) -> impl Iterator<Item = (&Receipt, &Line)> {
        let places = self.said.get(&(key.clone(), field, saying)).into_iter().flatten();
        places.filter_map(|place| self.line(*place))
    }

    fn line(&self, (receipt, line): (usize, usize)) -> Option<(&Receipt, &Line)> {
        let receipt = self.all.get(receipt)?;
        Some((receipt, receipt.lines.get(line)?))
    }

    /// Those of them after which the ledger said so, or may say so since.
    fn holding(&self, key: &MarkKey, field: Field, saying: Saying) -> impl Iterator<Item = (&Receipt, &Line)> {
        self.saying(key, field, saying).filter(|(_, line)| line.may_stand())
    }
}
