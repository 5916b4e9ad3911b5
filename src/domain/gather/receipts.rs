//! Receipts (收件): what each file said that was brought in, and what became of it.
//!
//! A receipt *stands* until it is taken back. By it a value tells where it comes from; what a standing receipt has seen is never
//! asked about again, and what it brought can be taken back. A value that several receipts brought stays as long as one of them
//! stands.
//!
//! A file may also *replace* all that is here. What receipts had settled before that is open again where it changed the field: the same
//! file can be brought in once more.
//!
//! What was said is known again by its words and by when they were first said ([`Saying`]), and not by its stamp: undo gives words
//! back under a new one.

use super::incoming::OF_FORM;
use crate::domain::digest::digest;
use crate::domain::ledger::{Edit, Ledger, MarkKey, Moment};
use crate::domain::mark::{Field, Version};
use crate::domain::rounds::RoundSaid;
use std::collections::{BTreeMap, BTreeSet};

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
    /// What the file said, where the ledger did not say so when it was brought in, and might once another file is taken back: where it
    /// was declined, or was older, or as old words as those of another file.
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
    /// Whether it took the place of all that was here: it then has a line for each field that it emptied, too.
    pub replaces: bool,
}

impl Line {
    /// Whether what it said may stand in the ledger: it did when the file was brought in, or it was declined for what another file said,
    /// which may be taken back.
    fn may_stand(&self) -> bool {
        self.held || self.declined.is_some()
    }

    /// Whether what it said took the place of this.
    fn took_the_place_of(&self, saying: Saying) -> bool {
        self.before.iter().flatten().any(|was| Saying::from(was) == saying)
    }

    /// What the file said, where the ledger says something else that is no newer: that was not taken over, and has not come since.
    pub fn set_aside(&self, ledger: &Ledger) -> Option<&str> {
        let newest = ledger.versions(&self.key, self.field).first();
        let stands_aside =
            |declined: &str| newest.is_none_or(|newest| newest.value != declined && newest.said <= self.saying.said);
        self.declined.as_deref().filter(|declined| stands_aside(declined))
    }

    /// Whether the ledger says something newer.
    pub fn is_outdated(&self, ledger: &Ledger) -> bool {
        let newest = ledger.versions(&self.key, self.field).first();
        newest.is_some_and(|newest| newest.said > self.saying.said && self.declined.as_ref() != Some(&newest.value))
    }

    /// Whether the file has the field empty and nothing was emptied by that: it says nothing of it then.
    pub fn says_nothing(&self) -> bool {
        let emptied = self.before.iter().flatten().next().is_some_and(|before| !before.value.is_empty());
        !emptied && self.is_empty()
    }

    fn is_empty(&self) -> bool {
        self.saying.words == Saying::from(&Version::default()).words
    }
}

impl Receipt {
    /// The receipt of a ledger from a file of this name, and with this digest, that took the place of all that was here at `now`, by
    /// these edits; `ledger` is what became of it.
    pub fn of_replacement(
        (name, digest): (String, String),
        file: &Ledger,
        ledger: &Ledger,
        edits: &[Edit],
        now: Moment,
    ) -> Self {
        let mut before = BTreeMap::new();
        for edit in edits {
            let was = || edit.before.iter().take(1).cloned().collect();
            before.entry((&edit.key, edit.field)).or_insert_with(was);
        }
        let of_file =
            file.marks().iter().flat_map(|(key, mark)| mark.fields().iter().map(move |(field, _)| (key, *field)));
        let places: BTreeSet<(&MarkKey, Field)> = of_file.chain(before.keys().copied()).collect();
        let line = |(key, field): (&MarkKey, Field)| {
            let stands = ledger.versions(key, field).first().map(Saying::from);
            let said = file.versions(key, field).first().map(Saying::from);
            let before = before.get(&(key, field)).cloned();
            Some(Line {
                key: key.clone(),
                field,
                saying: said.or(stands)?,
                held: said.is_none() || said == stands,
                before,
                declined: None,
            })
        };
        let lines = places.into_iter().filter_map(line).collect();
        Self { id: format!("{now}-{digest}"), name, brought: now, digest, lines, replaces: true, ..Self::default() }
    }

    /// Whether it stands.
    pub fn stands(&self) -> bool {
        self.taken_back.is_none()
    }

    /// Whether both come from one copy of the ledger, or are the same party's own files and no forms: then the later one knows the earlier.
    fn is_of_one_hand(&self, other: &Self) -> bool {
        let is_form = |receipt: &Self| receipt.copy.as_ref().is_some_and(|copy| copy.starts_with(OF_FORM));
        self.copy.is_some() && self.copy == other.copy
            || self.from.is_some() && self.from == other.from && !is_form(self) && !is_form(other)
    }

    /// Whether it took the place of what a line's field said.
    fn has_replaced(&self, line: &Line) -> bool {
        self.replaces && line.before.is_some()
    }

    /// What it said: the lines that say something. What is empty since it took the place of everything it did not say.
    pub fn said(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| !(line.says_nothing() || self.replaces && line.is_empty()))
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

/// Receipts with their lines.
type Said<'a> = Vec<(&'a Receipt, &'a Line)>;

/// All receipts of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipts {
    /// In the order in which they were brought in.
    all: Vec<Receipt>,
    /// Which of them said what: receipt and line. What was said of a field before something replaced what stood there is left out.
    said: BTreeMap<Place, Vec<(usize, usize)>>,
}

impl Receipts {
    /// These receipts.
    pub fn new(mut all: Vec<Receipt>) -> Self {
        all.sort_by(|one, other| (one.brought, &one.id).cmp(&(other.brought, &other.id)));
        let mut said = BTreeMap::<Place, Vec<(usize, usize)>>::new();
        for (i, receipt) in all.iter().enumerate() {
            for (place, line) in receipt.lines.iter().enumerate() {
                if receipt.stands() && receipt.has_replaced(line) {
                    let before: Vec<Place> =
                        of_field(&said, &line.key, line.field, 0).map(|(place, _)| place.clone()).collect();
                    for place in before {
                        said.remove(&place);
                    }
                }
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

    /// The standing receipt of a file that said just this, of those after which nothing replaced all that was here; the last, if there
    /// are several.
    pub fn of_digest(&self, digest: &str) -> Option<&Receipt> {
        let replaces = |receipt: &Receipt| receipt.replaces && receipt.stands();
        let since = self.all.iter().rposition(replaces).unwrap_or_default();
        self.all.iter().skip(since).rev().find(|receipt| receipt.stands() && receipt.digest == digest)
    }

    /// The receipt that a field's value comes from: the last of the standing ones that brought it. `None` if it was written here.
    pub fn origin(&self, ledger: &Ledger, key: &MarkKey, field: Field) -> Option<&Receipt> {
        let saying = ledger.versions(key, field).first()?.into();
        self.holding(key, field, saying).into_iter().map(|(receipt, _)| receipt).rfind(|receipt| receipt.stands())
    }

    /// Whether a standing receipt has seen this, so that it was settled then what becomes of it; not if it was declined and since then
    /// another receipt taken back that had changed the field.
    pub fn has_seen(&self, key: &MarkKey, field: Field, saying: Saying) -> bool {
        self.saying(key, field, saying).into_iter().any(|of| self.is_settled(of))
    }

    fn is_settled(&self, (receipt, line): (&Receipt, &Line)) -> bool {
        let changed = |other: &Receipt| {
            let is_it =
                |changing: &Line| changing.before.is_some() && changing.key == line.key && changing.field == line.field;
            let is_back = other.taken_back.is_some_and(|back| back > receipt.brought);
            // Where all that a file had replaced is there again, everything is as it was.
            is_back && !other.replaces && other.lines.iter().any(is_it)
        };
        receipt.stands() && !(line.declined.is_some() && self.all.iter().any(changed))
    }

    /// Whether a version that a standing receipt brought, too, was entered here when some receipt did or later, and not by whoever said it.
    pub fn came_anew(&self, key: &MarkKey, field: Field, version: &Version) -> bool {
        let holding = self.holding(key, field, version.into());
        holding.iter().any(|(receipt, _)| receipt.stands())
            && holding.iter().any(|(receipt, _)| receipt.brought <= version.entered)
    }

    /// Whether a version is what the file of a standing receipt said, as it was entered by whoever said it.
    pub fn came_as_it_was(&self, key: &MarkKey, field: Field, version: &Version) -> bool {
        let holding = self.holding(key, field, version.into());
        holding.iter().any(|(receipt, _)| receipt.stands() && !receipt.replaces && receipt.brought > version.entered)
    }

    /// Whether a version is what a field says since a file replaced all that was here.
    pub fn is_of_replacement(&self, key: &MarkKey, field: Field, version: &Version) -> bool {
        let saying = version.into();
        self.replacing(key, field).iter().any(|(of, line)| of.brought == version.entered && line.saying == saying)
    }

    /// Whether a field said this when a file replaced all that was here.
    pub fn was_replaced(&self, key: &MarkKey, field: Field, saying: Saying) -> bool {
        self.replacing(key, field).iter().any(|(_, line)| line.took_the_place_of(saying))
    }

    /// The standing receipts by which a field was changed when all that was here was replaced, with their lines.
    fn replacing(&self, key: &MarkKey, field: Field) -> Said<'_> {
        let mut all = self.of(key, field);
        all.retain(|(of, line)| of.stands() && of.has_replaced(line));
        all
    }

    /// Whether the ledger may have said this at a moment, by a receipt that stood then.
    pub fn stood_at(&self, key: &MarkKey, field: Field, saying: Saying, at: Moment) -> bool {
        let stood = |receipt: &Receipt| receipt.brought <= at && receipt.taken_back.is_none_or(|back| back >= at);
        self.holding(key, field, saying).iter().any(|(receipt, _)| stood(receipt))
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
        let is_of = move |(receipt, _): &(usize, usize)| {
            self.all.get(*receipt).is_some_and(|receipt| receipt.stands() && receipt.copy.as_deref() == Some(copy))
        };
        let places = of_field(&self.said, key, field, said.saturating_add(1))
            .filter(move |(_, places)| places.iter().any(is_of));
        places.map(|((.., saying), _)| *saying)
    }

    /// Whether a standing receipt of a file with this digest has seen these words, whenever they are said to be from: a spreadsheet
    /// without a date says something else of that each time it is read.
    pub fn has_seen_in(&self, digest: &str, key: &MarkKey, field: Field, words: u32) -> bool {
        let all = self.of(key, field);
        let is_it = |(receipt, line): &(&Receipt, &Line)| {
            line.saying.words == words && receipt.digest == digest && self.is_settled((receipt, line))
        };
        all.iter().any(is_it)
    }

    /// Takes a receipt back at `now`: the fields that say what it brought, and that no other standing receipt brought too, say again
    /// what they said before it, or else what another standing receipt said that was declined for it. `None` if no receipt with this id
    /// stands.
    pub fn take_back(&self, id: &str, ledger: &mut Ledger, now: Moment) -> Option<TakenBack> {
        let receipt = self.get(id).filter(|receipt| receipt.stands())?;
        if receipt.replaces {
            // What it had replaced counts again.
            let mut all = self.all.clone();
            all.iter_mut().filter(|other| other.id == id).for_each(|receipt| receipt.taken_back = Some(now));
            return Some(Self::new(all).give_back(receipt, ledger, now));
        }
        Some(self.give_back(receipt, ledger, now))
    }

    fn give_back(&self, receipt: &Receipt, ledger: &mut Ledger, now: Moment) -> TakenBack {
        let mut taken = TakenBack::default();
        let is_its = |line: &&Line| line.may_stand() && (!receipt.replaces || line.before.is_some());
        for line in receipt.lines.iter().filter(is_its) {
            if ledger.versions(&line.key, line.field).first().map(Saying::from) != Some(line.saying) {
                taken.left.extend(line.before.is_some().then(|| (line.key.clone(), line.field)));
                continue;
            }
            // What had brought the same before all was replaced had been changed by then.
            let counts = |other: &Receipt| !receipt.replaces || other.brought > receipt.brought;
            let is_another = |other: &Receipt| other.stands() && other.id != receipt.id && counts(other);
            if self.holding(&line.key, line.field, line.saying).iter().any(|(other, _)| is_another(other)) {
                continue;
            }
            let nothing: &[Version] = &[];
            let came = self.is_gone(&line.key, line.field, line.saying, &receipt.id);
            let Some(before) = self.before(line, receipt).or(came.then_some(nothing)) else { continue };
            let other = self.another(line, receipt, before.first(), ledger).map(|other| vec![other]);
            let before = other.as_deref().unwrap_or(before);
            taken.edits.extend(ledger.give_back(line.key.clone(), line.field, before, now));
        }
        taken
    }

    /// The last of what standing receipts other than this one said of a line's field, where it goes before what was there: where that
    /// is nothing, or was said earlier by the same hand. The words of what stood in the ledger are those that its field, or a
    /// receipt of what took its place, remembers.
    fn another(&self, line: &Line, receipt: &Receipt, before: Option<&Version>, ledger: &Ledger) -> Option<Version> {
        let all = self.of(&line.key, line.field);
        let holding = before.map(|before| self.holding(&line.key, line.field, before.into())).unwrap_or_default();
        let mut last: Option<Version> = None;
        for (other, line) in &all {
            if !other.stands()
                || other.id == receipt.id
                || last.as_ref().is_some_and(|last| last.said > line.saying.said)
            {
                continue;
            }
            let replaced = || all.iter().filter_map(|(_, line)| line.before.as_ref()?.first());
            let mut kept = ledger.versions(&line.key, line.field).iter().chain(replaced());
            let kept = || kept.find(|kept| Saying::from(*kept) == line.saying).map(|kept| &kept.value);
            let Some(words) = line.declined.as_ref().or_else(kept) else { continue };
            let is_of_one_hand =
                |(of, _): &(&Receipt, &Line)| of.stands() && of.id != receipt.id && of.is_of_one_hand(other);
            let goes_before = match before {
                Some(before) if holding.iter().any(is_of_one_hand) => line.saying.said > before.said,
                Some(before) => before.value.is_empty(),
                None => true,
            };
            if goes_before {
                last = Some(Version::at(line.saying.said, words.clone()));
            }
        }
        last
    }

    /// What a field said before what this line of a receipt says was brought in, once that is taken back; `None` if no receipt changed the
    /// field to it.
    fn before<'a>(&'a self, line: &'a Line, receipt: &Receipt) -> Option<&'a [Version]> {
        let mut saying = line.saying;
        // What is replaced may have been brought in long before.
        let mut own = line.before.as_deref().filter(|_| receipt.replaces);
        // Each step goes to what was there earlier. Receipts can be changed by hand, and a circle of them is not followed for ever.
        for step in 0..=self.all.len() {
            let holding = self.holding(&line.key, line.field, saying);
            let changing = || holding.iter().find_map(|(_, line)| line.before.as_deref());
            // What came once something else was taken back came where nothing was.
            let before = own.take().or_else(changing).or((step > 0).then_some(&[]))?;
            let Some(newest) = before.first() else { return Some(before) };
            saying = newest.into();
            if !self.is_gone(&line.key, line.field, saying, &receipt.id) {
                return Some(before);
            }
        }
        None
    }

    /// Whether a version came into the ledger by receipts alone, and all of them are taken back. What a file only knew is none of what came.
    pub fn is_taken_back(&self, key: &MarkKey, field: Field, version: &Version) -> bool {
        let saying = version.into();
        let came = || self.holding(key, field, saying).iter().any(|(_, line)| line.before.is_some());
        self.is_gone(key, field, saying, "") && (version.entered != version.said || came())
    }

    /// Whether a receipt brought this, and none of those after which the ledger said so stands, but for that with the id `but`. What was
    /// there before the files that said it, too, is not gone with them.
    fn is_gone(&self, key: &MarkKey, field: Field, saying: Saying, but: &str) -> bool {
        let holding = self.holding(key, field, saying);
        let brought = |(_, line): &(&Receipt, &Line)| line.before.is_some();
        let declined = |(_, line): &(&Receipt, &Line)| line.declined.is_some();
        !holding.iter().any(|(receipt, _)| receipt.stands() && receipt.id != but)
            && (holding.iter().any(brought) || holding.iter().any(declined) && !self.stood_before(key, field, saying))
    }

    /// Whether this stood in the ledger before the first of the files that said it was brought in: that found it there, or it, or a file
    /// before it, took its place.
    fn stood_before(&self, key: &MarkKey, field: Field, saying: Saying) -> bool {
        let holding = self.holding(key, field, saying);
        let Some(first) = holding.iter().map(|(receipt, _)| receipt.brought).min() else { return false };
        holding.iter().any(|(receipt, line)| receipt.brought == first && line.held && line.before.is_none())
            || self.of(key, field).iter().any(|(of, line)| of.brought <= first && line.took_the_place_of(saying))
    }

    /// What receipts say of a field, with their lines.
    fn of(&self, key: &MarkKey, field: Field) -> Said<'_> {
        let mut all = Vec::new();
        of_field(&self.said, key, field, 0).for_each(|(_, places)| self.add(places, &mut all));
        all
    }

    /// The receipts whose files said this, with their lines.
    fn saying(&self, key: &MarkKey, field: Field, saying: Saying) -> Said<'_> {
        let mut all = Vec::new();
        if let Some(places) = self.said.get(&(key.clone(), field, saying)) {
            self.add(places, &mut all);
        }
        all
    }

    /// Those of them after which the ledger said so, or may say so since.
    fn holding(&self, key: &MarkKey, field: Field, saying: Saying) -> Said<'_> {
        let mut all = self.saying(key, field, saying);
        all.retain(|(_, line)| line.may_stand());
        all
    }

    fn add<'a>(&'a self, places: &[(usize, usize)], all: &mut Said<'a>) {
        for (receipt, line) in places {
            if let Some(receipt) = self.all.get(*receipt)
                && let Some(line) = receipt.lines.get(*line)
            {
                all.push((receipt, line));
            }
        }
    }
}

/// What receipts say of a field that was said at a moment or after it.
fn of_field<'a>(
    said: &'a BTreeMap<Place, Vec<(usize, usize)>>,
    key: &MarkKey,
    field: Field,
    from: Moment,
) -> impl Iterator<Item = (&'a Place, &'a Vec<(usize, usize)>)> + use<'a> {
    let [first, last] =
        [(from, 0), (Moment::MAX, u32::MAX)].map(|(said, words)| (key.clone(), field, Saying { said, words }));
    said.range(first..=last)
}
