//! Files beside the ledger: what each of them brings, where they contradict, and the ledger that they become.

use super::incoming::Incoming;
use super::receipts::{Line, Receipt, Receipts, Saying};
use super::sides::{Fate, Side, Source, Table, proposed};
use crate::domain::ledger::{Edit, Ledger, MarkKey, Moment};
use crate::domain::mark::{Field, Version};
use crate::domain::plan::Plan;
use std::collections::{BTreeMap, BTreeSet};

/// How many marks of a file are what. A mark counts once, for what is most to be looked at: a conflict, then what is new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Marks that contradict what is said here or in another file.
    pub conflicts: usize,
    /// Marks that are new, or newer than what is said here.
    pub new: usize,
    /// Marks that are older than what is said here, or were settled before.
    pub older: usize,
    /// Marks that are said here already.
    pub same: usize,
}

impl Tally {
    /// How many marks it has.
    pub fn all(self) -> usize {
        self.conflicts + self.new + self.older + self.same
    }

    fn add(&mut self, fate: Fate) {
        match fate {
            Fate::Conflict => self.conflicts += 1,
            Fate::New => self.new += 1,
            Fate::Older => self.older += 1,
            Fate::Same => self.same += 1,
        }
    }
}

/// What is said of one file before it is brought in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileLine {
    /// What its marks are.
    pub tally: Tally,
    /// When the same was brought in before, if its receipt stands.
    pub before: Option<Moment>,
    /// The place of a file before it that says the same, if there is one.
    pub twin: Option<usize>,
    /// The party as which this copy of the ledger reported before, or in a file beside it, where that was another one: who made the file may have
    /// begun with somebody else's.
    pub reported_as: Option<String>,
}

impl FileLine {
    /// Whether anything in it is new or contradicts.
    pub fn has_news(&self) -> bool {
        self.tally.new + self.tally.conflicts > 0
    }
}

/// A field of which several things are said by people who did not know of each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The mark.
    pub key: MarkKey,
    /// The field of the mark.
    pub field: Field,
    /// What is said; two at least.
    pub sides: Vec<Side>,
    /// The place of the side that is proposed.
    pub proposed: usize,
}

/// Files beside a ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathering {
    /// What is said of each file, in their order.
    pub files: Vec<FileLine>,
    /// What contradicts, in the order of measures, parties and fields.
    pub conflicts: Vec<Conflict>,
    /// What is said of the other fields that change: one thing each.
    news: Vec<(MarkKey, Field, Side)>,
    /// How many marks are new, or newer than what is said here, whichever files say so.
    pub new: usize,
}

impl Gathering {
    /// What these files bring to the ledger.
    pub fn of(plan: &Plan, ledger: &Ledger, receipts: &Receipts, files: &[Incoming]) -> Self {
        let mut fields = BTreeSet::new();
        for (key, mark) in files.iter().flat_map(|file| file.ledger.marks()) {
            fields.extend(mark.fields().iter().map(|(field, _)| (key.clone(), *field)));
        }
        let table = Table { plan, ledger, receipts, files };
        let mut gathering = Self::default();
        let mut fates: BTreeMap<(usize, MarkKey), Fate> = BTreeMap::new();
        for (key, field) in fields {
            let settled = table.settle(&key, field);
            for (file, fate) in settled.fates {
                let of_mark = fates.entry((file, key.clone())).or_insert(fate);
                // A mark of which something is older and the rest the same has something older.
                *of_mark = fate.max(*of_mark);
            }
            let mut sides = settled.sides;
            if sides.len() > 1 {
                let proposed = proposed(&sides);
                gathering.conflicts.push(Conflict { key, field, sides, proposed });
            } else if let Some(side) = sides.pop() {
                gathering.news.push((key, field, side));
            }
        }
        gathering.files = files.iter().map(|file| line(plan, receipts, files, file)).collect();
        for (i, file) in files.iter().enumerate() {
            let twin = files.iter().take(i).position(|other| other.digest == file.digest);
            if let Some(line) = gathering.files.get_mut(i) {
                line.twin = twin;
            }
        }
        let mut new: Vec<&MarkKey> =
            fates.iter().filter(|(_, fate)| **fate == Fate::New).map(|((_, key), _)| key).collect();
        new.sort();
        new.dedup();
        gathering.new = new.len();
        for ((file, _), fate) in fates {
            if let Some(line) = gathering.files.get_mut(file) {
                line.tally.add(fate);
            }
        }
        gathering
    }

    /// Whether the ledger takes what the file at this place says of a field, or asks which side holds; it does not where that is older.
    pub fn takes(&self, file: usize, key: &MarkKey, field: Field) -> bool {
        let is_it = |side: &Side| side.sources.contains(&Source::File(file));
        let find = |of: &(MarkKey, Field, Side)| (&of.0, of.1).cmp(&(key, field));
        let is_news =
            self.news.binary_search_by(find).is_ok_and(|at| self.news.get(at).is_some_and(|(.., side)| is_it(side)));
        let find = |conflict: &Conflict| (&conflict.key, conflict.field).cmp(&(key, field));
        let at = self.conflicts.binary_search_by(find);
        is_news || at.is_ok_and(|at| self.conflicts.get(at).is_some_and(|conflict| conflict.sides.iter().any(is_it)))
    }

    /// Makes the ledger what it becomes with the files, at `now`, where of each conflict the side at the place in `chosen` holds, or the
    /// proposed one where that says nothing. Returns what changed, and a receipt for each file that is not known already.
    pub fn apply(
        &self,
        plan: &Plan,
        ledger: &mut Ledger,
        receipts: &Receipts,
        files: &[Incoming],
        chosen: &[usize],
        now: Moment,
    ) -> (Vec<Edit>, Vec<Receipt>) {
        let choice = |(i, conflict): (usize, &'_ Conflict)| {
            let place = chosen.get(i).copied().unwrap_or(conflict.proposed);
            let side = conflict.sides.get(place).or_else(|| conflict.sides.get(conflict.proposed));
            side.map(|side| (conflict.key.clone(), conflict.field, side.clone()))
        };
        let settled = self.conflicts.iter().enumerate().filter_map(choice);
        let mut edits: BTreeMap<(MarkKey, Field), Edit> = BTreeMap::new();
        for (key, field, side) in self.news.iter().cloned().chain(settled) {
            // What is chosen because it stands here stays as it is: what it was chosen over is in the receipt.
            let is_news = side.sources.iter().any(|source| *source != Source::Here);
            let stands = ledger.versions(&key, field).first().map(Saying::from);
            // That a field is empty of which nothing is known here takes no place in it.
            let is_news = is_news && !(side.says().is_empty() && stands.is_none());
            if is_news && stands != side.versions.first().map(Saying::from) {
                let before = ledger.versions(&key, field).to_vec();
                ledger.take_over(key.clone(), field, &side.versions, now);
                let after = ledger.versions(&key, field).to_vec();
                let edit = Edit { key: key.clone(), field, before, after };
                if !edit.makes_no_difference() {
                    edits.insert((key, field), edit);
                }
            }
        }
        let mut new = Vec::new();
        let mut given = BTreeSet::new();
        let contradicting: BTreeSet<(&MarkKey, Field)> =
            self.conflicts.iter().map(|conflict| (&conflict.key, conflict.field)).collect();
        let is_first = |(i, file): &(usize, &Incoming)| {
            receipts.of_digest(&file.digest).is_none() && !files[..*i].iter().any(|other| other.digest == file.digest)
        };
        for (_, file) in files.iter().enumerate().filter(is_first) {
            let mut receipt = receipt(plan, file, now);
            for (key, mark) in file.ledger.marks() {
                for (field, versions) in mark.fields() {
                    let place = (key.clone(), *field);
                    let Some(newest) = versions.first() else { continue };
                    let saying = Saying::from(newest);
                    let stands = ledger.versions(key, *field).first();
                    let held = stands.map(Saying::from) == Some(saying);
                    let edit = edits.get(&place).filter(|_| held && given.insert(place.clone()));
                    // An empty field contradicts nobody.
                    let says_other = stands.map_or("", |stands| &stands.value) != newest.value;
                    let contradicts = says_other && contradicting.contains(&(key, *field));
                    // What stands with another file may go with it.
                    let may_go = || edits.contains_key(&place) || receipts.origin(ledger, key, *field).is_some();
                    let is_declined = !held && !newest.value.is_empty() && (contradicts || may_go());
                    receipt.lines.push(Line {
                        key: place.0,
                        field: *field,
                        saying,
                        held,
                        before: edit.map(|edit| edit.before.iter().take(1).cloned().collect()),
                        declined: is_declined.then(|| newest.value.clone()),
                    });
                }
            }
            new.push(receipt);
        }
        (edits.into_values().collect(), new)
    }
}

/// So much of what was not understood is kept in a receipt.
const MOST_LEFT: usize = 50;

/// A receipt of a file that is brought in at `now`, without its lines.
fn receipt(plan: &Plan, file: &Incoming, now: Moment) -> Receipt {
    Receipt {
        id: format!("{now}-{}", file.digest),
        name: file.name.clone(),
        from: file.from.clone().or_else(|| file.sender(plan).map(|party| plan.party_key(party))),
        copy: file.copy.clone(),
        made: file.made,
        round: file.round.clone(),
        brought: now,
        digest: file.digest.clone(),
        left: file.left.iter().take(MOST_LEFT).map(|[hans, hant, _]| [hans.clone(), hant.clone()]).collect(),
        left_in_all: file.left.len(),
        ..Receipt::default()
    }
}

/// What is said of a file but for what its marks are.
fn line(plan: &Plan, receipts: &Receipts, files: &[Incoming], file: &Incoming) -> FileLine {
    let sender = |from: &Option<String>| from.as_deref().and_then(|from| plan.party_of_key(from));
    let is_another = |(copy, from): &(&Option<String>, &Option<String>)| {
        let both = sender(from).zip(sender(&file.from));
        copy.is_some() && **copy == file.copy && both.is_some_and(|(one, other)| one != other)
    };
    let before = receipts.all().iter().map(|receipt| (&receipt.copy, &receipt.from));
    let beside = files.iter().map(|file| (&file.copy, &file.from));
    let reported_as = before.chain(beside).rfind(is_another);
    FileLine {
        tally: Tally::default(),
        before: receipts.of_digest(&file.digest).map(|receipt| receipt.brought),
        twin: None,
        reported_as: reported_as.and_then(|(_, from)| from.clone()),
    }
}

impl Ledger {
    /// Takes over versions of a field, newest first, at `now`, so that the first of them is what the field says: by its own stamp
    /// where that is the later one, else given back anew. Versions that were emptied since come as if said now.
    pub fn take_over(&mut self, key: MarkKey, field: Field, versions: &[Version], now: Moment) {
        let Some(newest) = versions.first() else { return };
        let is_later = self.versions(&key, field).first().is_none_or(|there| there < newest);
        if is_later && newest.stamp > self.cleared() {
            self.add_versions(key, field, versions.to_vec());
        } else {
            self.give_back(key, field, versions, now);
        }
    }
}
