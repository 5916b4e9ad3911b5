//! What is said of one field: by the ledger here and by files, and whether that is one thing or several.

use super::incoming::{Incoming, OF_FORM};
use super::receipts::{Receipts, Saying};
use crate::domain::calendar::day;
use crate::domain::ledger::{Ledger, MarkKey, Moment};
use crate::domain::mark::{Field, Version};
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::version::Stamp;
use std::borrow::Cow;

/// Who says something of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The ledger here.
    Here,
    /// The file at this place among those that are brought in.
    File(usize),
}

/// One thing that is said of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Who says it; the ledger first.
    pub sources: Vec<Source>,
    /// What, and what was said before it, newest first. Never empty.
    pub versions: Vec<Version>,
    /// Whether it comes from the party's own file.
    pub own: bool,
}

impl Side {
    /// What it says; empty where the field was emptied.
    pub fn says(&self) -> &str {
        self.versions.first().map_or("", |version| &version.value)
    }

    /// Whether the ledger says it.
    pub fn is_here(&self) -> bool {
        self.sources.first() == Some(&Source::Here)
    }
}

/// What becomes of what a file says of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    /// The ledger says it already.
    Same,
    /// Something later is said, or it was settled before.
    Older,
    /// It is new, or newer than what stands here.
    New,
    /// It contradicts.
    Conflict,
}

/// What comes of one field.
#[derive(Clone, Debug, Default)]
pub(super) struct Settled {
    /// What becomes of what each file says that says something of it, by the file's place.
    pub fates: Vec<(usize, Fate)>,
    /// What is said: nothing new, one thing, or several that contradict.
    pub sides: Vec<Side>,
}

/// Where the ledger and the files are, for the fields to be settled one after the other.
#[derive(Clone, Copy)]
pub(super) struct Table<'a> {
    pub plan: &'a Plan,
    pub ledger: &'a Ledger,
    pub receipts: &'a Receipts,
    pub files: &'a [Incoming],
}

/// One who says something of a field.
struct Voice<'a> {
    source: Source,
    versions: Cow<'a, [Version]>,
    copy: Option<&'a str>,
    own: bool,
    /// Whether it is a spreadsheet among the files that are brought in.
    table: bool,
    /// Of a form that was handed out, when it was made: whoever filled it in knew what stood here by then.
    form_of: Option<Moment>,
}

impl Voice<'_> {
    fn newest(&self) -> Option<Saying> {
        self.versions.first().map(Saying::from)
    }

    fn stamp(&self) -> Option<Stamp> {
        self.versions.first().map(|version| version.stamp)
    }

    fn says(&self) -> &str {
        self.versions.first().map_or("", |version| &version.value)
    }

    /// Whether it knows what the other says, and says something else since.
    fn replaces(&self, other: &Self) -> bool {
        let theirs = other.newest();
        let stood = || {
            let entered = other.versions.first().map(|version| version.entered);
            other.source == Source::Here && self.form_of.zip(entered).is_some_and(|(made, entered)| entered <= made)
        };
        let knows = || self.versions.iter().skip(1).any(|version| Some(Saying::from(version)) == theirs);
        self.newest() != theirs && (knows() || stood())
    }

    /// Whether both come from one copy of the ledger or, where one does not say from which, from the party's own files: then the
    /// later one knows the earlier one. Of two that say other words of the same moment neither does: one was changed by hand. A form does not know what else was written into it: only one that comes on another day than one
    /// that was brought in before goes on with that.
    fn is_of_one_hand(&self, other: &Self) -> bool {
        let day = |voice: &Self| voice.versions.first().map(|version| day(version.said));
        match (self.copy, other.copy) {
            (Some(mine), Some(theirs)) if mine == theirs && mine.starts_with(OF_FORM) => {
                !(self.table && other.table) && day(self) != day(other)
            }
            (Some(mine), Some(theirs)) => mine == theirs,
            _ => self.own && other.own && !(self.table && other.table),
        }
    }

    fn is_replaced_by(&self, other: &Self) -> bool {
        self.source != other.source
            && (other.replaces(self)
                || self.is_of_one_hand(other) && !self.replaces(other) && self.stamp() < other.stamp())
    }
}

impl<'a> Table<'a> {
    /// What comes of a field.
    pub fn settle(&self, key: &MarkKey, field: Field) -> Settled {
        let mine = self.here(key, field);
        let mut settled = Settled::default();
        let mut voices = Vec::new();
        let mut same = Vec::new();
        for (i, file) in self.files.iter().enumerate() {
            let voice = self.file(i, file, key, field);
            let Some(newest) = voice.newest() else { continue };
            let knows = |version: &Version| Saying::from(version) == newest;
            if mine.newest() == Some(newest) {
                settled.fates.push((i, Fate::Same));
            } else if self.receipts.has_seen_in(&file.digest, key, field, newest.words) {
                let is_same = voice.says() == mine.says();
                settled.fates.push((i, if is_same { Fate::Same } else { Fate::Older }));
            } else if self.receipts.has_seen(key, field, newest)
                || mine.versions.iter().any(knows)
                || self.was_emptied(&mine, newest, key, field)
                || self.is_outdated(&voice, key, field)
            {
                // The same words of another moment.
                let is_same = !mine.versions.is_empty() && voice.says() == mine.says();
                settled.fates.push((i, if is_same { Fate::Same } else { Fate::Older }));
            } else if voice.says() == mine.says() {
                settled.fates.push((i, Fate::Same));
                same.push(voice);
            } else {
                voices.push(voice);
            }
        }
        if voices.is_empty() && same.is_empty() {
            return settled;
        }
        let fresh: Vec<usize> = voices.iter().filter_map(|voice| file_of(voice.source)).collect();
        if !mine.versions.is_empty() {
            voices.push(mine);
        }
        voices.extend(same);
        let standing: Vec<&Voice> =
            voices.iter().filter(|one| !voices.iter().any(|other| one.is_replaced_by(other))).collect();
        let mut sides: Vec<Side> = Vec::new();
        for voice in standing {
            add(&mut sides, voice);
        }
        // An empty field contradicts nobody: only who knew the words takes them back.
        if sides.len() > 1 {
            sides.retain(|side| !side.says().is_empty());
        }
        sides.sort_by(|one, other| one.sources.cmp(&other.sources));
        let contradicts = sides.len() > 1;
        for i in fresh {
            let stands = sides.iter().any(|side| side.sources.contains(&Source::File(i)));
            let fate = if !stands {
                Fate::Older
            } else if contradicts {
                Fate::Conflict
            } else {
                Fate::New
            };
            settled.fates.push((i, fate));
        }
        settled.sides = sides;
        settled
    }

    /// Whether the field was emptied here while it said this. The field itself may have forgotten that.
    fn was_emptied(&self, mine: &Voice, saying: Saying, key: &MarkKey, field: Field) -> bool {
        let emptied = mine.versions.first().filter(|newest| newest.value.is_empty());
        emptied.is_some_and(|emptied| self.receipts.stood_at(key, field, saying, emptied.entered))
    }

    /// Whether a file that was brought in and stands was made from the same copy, and says something later that this one does not know.
    fn is_outdated(&self, voice: &Voice, key: &MarkKey, field: Field) -> bool {
        let Some((copy, newest)) = voice.copy.zip(voice.newest()).filter(|(copy, _)| !copy.starts_with(OF_FORM)) else {
            return false;
        };
        let is_known = |saying: Saying| voice.versions.iter().any(|version| Saying::from(version) == saying);
        self.receipts.said_after(copy, key, field, newest.said).any(|later| !is_known(later))
    }

    fn here(&self, key: &MarkKey, field: Field) -> Voice<'a> {
        let origin = self.receipts.origin(self.ledger, key, field);
        let of_coordinator = matches!(key, MarkKey::Placed(Party::Coordinator, _));
        let own = match origin {
            Some(receipt) => receipt.from.as_deref().is_some_and(|from| self.is_of(from, key, field)),
            None => of_coordinator || field.is_settled(),
        };
        let copy = origin.and_then(|receipt| receipt.copy.as_deref());
        let mut versions = self.said_here(key, field);
        // What came with a file after everything was emptied or replaced, or came back here, has the stamp of then, and is as old as
        // its words.
        if versions.first().is_some_and(|newest| self.receipts.came_anew(key, field, newest)) {
            versions.to_mut().iter_mut().take(1).for_each(|newest| newest.stamp = newest.said.into());
        }
        Voice { source: Source::Here, versions, copy, own, table: false, form_of: None }
    }

    /// What was said here of a field, newest first. Where undo or something else gave back that nothing was said, that is nothing. What was brought in and taken back never was, though a field remembers it; nor
    /// was what taking a receipt back emptied, or a file that replaced everything. What it gave back has the stamp of when it was said.
    fn said_here(&self, key: &MarkKey, field: Field) -> Cow<'a, [Version]> {
        let all = self.ledger.versions(key, field);
        let Some(newest) = all.first() else { return Cow::Borrowed(all) };
        if newest.value.is_empty() && newest.said == 0 && !self.receipts.came_as_it_was(key, field, newest) {
            return Cow::Borrowed(&[]);
        }
        let is_back = newest.entered != newest.said;
        let is_gone = |version: &Version| {
            let saying = version.into();
            // What was said later than a value that came back was taken back for it.
            is_back && version.said > newest.said
                || self.receipts.is_taken_back(key, field, version)
                || self.receipts.was_replaced(key, field, saying)
        };
        let gave_back = self.receipts.gave_back(key, field, newest);
        if gave_back && newest.value.is_empty() && newest.said == newest.entered {
            return Cow::Borrowed(&[]);
        }
        // Who replaces everything by a file does not know what stood in every field.
        if self.receipts.is_of_replacement(key, field, newest) {
            let alone = Version { stamp: newest.said.into(), ..newest.clone() };
            return if newest.value.is_empty() { Cow::Borrowed(&[]) } else { vec![alone].into() };
        }
        // Who empties a field knows what stood there.
        let is_emptied = newest.value.is_empty() && !gave_back && !is_gone(newest);
        if is_emptied || !gave_back && !all.iter().any(is_gone) {
            return Cow::Borrowed(all);
        }
        let mut said: Vec<Version> = all.iter().filter(|version| !is_gone(version)).cloned().collect();
        if let Some(newest) = said.first_mut().filter(|_| gave_back) {
            newest.stamp = newest.said.into();
        }
        said.into()
    }

    fn file(&self, place: usize, file: &'a Incoming, key: &MarkKey, field: Field) -> Voice<'a> {
        let own = match &file.from {
            Some(from) => self.is_of(from, key, field),
            None => {
                matches!(key, MarkKey::Placed(party, _) if file.sender(self.plan) == Some(*party) && !field.is_settled())
            }
        };
        let versions = file.ledger.versions(key, field).into();
        let copy = file.copy.as_deref();
        let form_of = file.made.filter(|_| file.table && copy.is_some_and(|copy| copy.starts_with(OF_FORM)));
        Voice { source: Source::File(place), versions, copy, own, table: file.table, form_of }
    }

    /// Whether this key of a party names the one who speaks in this field: what is settled is the coordinator's, in whosever mark.
    fn is_of(&self, party_key: &str, key: &MarkKey, field: Field) -> bool {
        let party = self.plan.party_of_key(party_key);
        match key {
            _ if field.is_settled() => party == Some(Party::Coordinator),
            MarkKey::Placed(whose, _) => party == Some(*whose),
            MarkKey::Unplaced { party, .. } => party == party_key,
        }
    }
}

fn file_of(source: Source) -> Option<usize> {
    if let Source::File(i) = source { Some(i) } else { None }
}

/// Adds a voice to the side that says the same, or as a side of its own.
fn add(sides: &mut Vec<Side>, voice: &Voice) {
    let Some(side) = sides.iter_mut().find(|side| side.says() == voice.says()) else {
        sides.push(Side { sources: vec![voice.source], versions: voice.versions.clone().into_owned(), own: voice.own });
        return;
    };
    side.sources.push(voice.source);
    side.sources.sort_unstable();
    side.own |= voice.own;
    if side.versions.first() < voice.versions.first() {
        side.versions = voice.versions.clone().into_owned();
    }
}

/// The side that is proposed where several contradict: the party's own file before somebody else's copy, else what was said later.
pub(super) fn proposed(sides: &[Side]) -> usize {
    let rank = |side: &Side| (side.own, side.versions.first().cloned());
    (0..sides.len()).max_by_key(|i| sides.get(*i).map(rank)).unwrap_or_default()
}
