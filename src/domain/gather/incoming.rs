//! A file that came back.

use crate::domain::ledger::{Ledger, MarkKey, Moment};
use crate::domain::mark::Field;
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::rounds::RoundSaid;

/// How the copy of a spreadsheet begins that was handed out and filled in. The form may have been filled in twice, by people who did
/// not know of each other.
pub const OF_FORM: &str = "form-";

/// What stands between the name of a pack and that of a file in it.
pub const IN_PACK: &str = " › ";

/// The name of a file without those of the packs that it came in.
pub fn own_name(name: &str) -> &str {
    name.rsplit(IN_PACK).next().unwrap_or(name)
}

/// Whether a file is as it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Seal {
    /// Its digest fits what it says.
    Whole,
    /// Its digest does not fit: somebody or some program changed it since.
    Broken,
    /// It has no digest: an earlier release wrote it, or it is a spreadsheet.
    #[default]
    None,
}

/// A file that came back, read, and not yet part of the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own about a file")]
pub struct Incoming {
    /// Its name, without folders.
    pub name: String,
    /// The key of the party whose report it is; `None` for a whole ledger, and for what does not say.
    pub from: Option<String>,
    /// The copy of the ledger that it was made from: what one browser keeps of one plan.
    pub copy: Option<String>,
    /// When it was made, by its own account.
    pub made: Option<Moment>,
    /// The round that it was made for; `None` where none was open, and for what does not say.
    pub round: Option<RoundSaid>,
    /// The fingerprint of the plan that it was made for ([`Plan::fingerprint`]).
    pub fingerprint: Option<String>,
    /// Whether it was made for the same plan with the same measures where it is kept under another id.
    pub other_copy: bool,
    /// Whether it is as it was made.
    pub seal: Seal,
    /// The digest of what it says, by which it is known again.
    pub digest: String,
    /// What it says.
    pub ledger: Ledger,
    /// Whether it is a handed-out page, which has what was handed out and nothing that was reported in it.
    pub handed: bool,
    /// Whether it is a spreadsheet, which knows of nothing that was written elsewhere.
    pub table: bool,
    /// Whether nothing in a spreadsheet says whose its rows are, and its name alone suggests it.
    pub guessed: bool,
    /// How many days in a spreadsheet have no year and are taken for days of the plan's.
    pub years: usize,
    /// How many measures of a spreadsheet are known by their text alone, as the row does not say which they are.
    pub by_text: usize,
    /// What of a spreadsheet was not understood: where, what stands there, and why not, in the order of
    /// [`Lang::ALL`](crate::domain::settings::Lang::ALL).
    pub left: Vec<[String; 3]>,
    /// The same rows as a spreadsheet with the reasons beside them, to be put right and brought in; empty if there is none.
    pub left_over: Vec<u8>,
}

impl Incoming {
    /// The parties of whom it says something, as the plan knows them; unknown ones are left out.
    pub fn parties(&self) -> Ordered<Party> {
        let said = self.ledger.marks().iter().filter(|(_, mark)| !mark.is_empty());
        said.filter_map(|(key, _)| if let MarkKey::Placed(party, _) = key { Some(*party) } else { None }).collect()
    }

    /// Whose report it is: the party that it names. Of what names none because an earlier release wrote it, or because it is a table, the
    /// only one of whom it says something; a copy of everything says from which copy it is, and is nobody's.
    pub fn sender(&self, plan: &Plan) -> Option<Party> {
        if let Some(from) = &self.from {
            return plan.party_of_key(from);
        }
        if self.copy.is_some() && !self.table {
            return None;
        }
        let parties = self.parties();
        let mut parties = parties.iter();
        parties.next().copied().filter(|_| parties.next().is_none())
    }

    /// How many dates of reports in it are later than this day, `2021-09-30`.
    pub fn dated_after(&self, today: &str) -> usize {
        self.ledger.marks().iter().filter(|(_, mark)| mark.value(Field::Date) > today).count()
    }

    /// Its name without those of the packs that it came in.
    pub fn own_name(&self) -> &str {
        own_name(&self.name)
    }

    /// The party that its name says it is from, where it is from another one: `市教育局-進度-2021-09-30.json`.
    pub fn named_for(&self, plan: &Plan) -> Option<Party> {
        let sender = self.sender(plan)?;
        let name = self.own_name();
        let named = |party: &Party| plan.printed_name(*party).filter(|printed| name.starts_with(printed)).map(str::len);
        let named = plan.parties().max_by_key(named).filter(|party| named(party).is_some())?;
        Some(named).filter(|named| *named != sender)
    }

    /// Whether it was made for the plan as it is worded now. What does not say counts as made for it.
    pub fn fits(&self, fingerprint: &str) -> bool {
        self.fingerprint.as_deref().is_none_or(|made_for| made_for == fingerprint)
    }
}
