//! What is ordered of a form, and what one says that came back.

use super::columns::Column;
use crate::domain::calendar::DAY;
use crate::domain::doubts;
use crate::domain::fault::Unread;
use crate::domain::field::Field;
use crate::domain::ledger::{LAST_MOMENT, Moment};
use crate::domain::party::Party;
use crate::domain::plan::MeasureId;
use crate::domain::rounds::RoundSaid;
use crate::domain::script::Rendition;
use crate::text::forms::WhyNot;

/// What is on the sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheets {
    /// 任務分解表: what is to be done, by whom and until when.
    Breakdown,
    /// 填報表: the same of one party, with the columns that it fills in. When it comes back, what was changed in it is said.
    Filling,
    /// 填報表 that is given back: all that stands in it is said.
    Report,
}

/// Whose measures are on the sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// All of the plan; a form that is filled in is the coordinator's.
    Whole,
    /// One party's.
    Party(Party),
    /// A sheet for every unit and locality of the plan that has measures.
    Each,
}

/// The sheets that are wanted.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    /// What is on them.
    pub sheets: Sheets,
    /// Whose.
    pub whom: Whom,
    /// When they are made.
    pub made: Moment,
    /// The text of the plan that is on them; the words are in its script.
    pub rendition: Rendition,
}

impl Order {
    /// The order with a moment that is a date in China, of a year with four digits.
    pub(super) fn dated(&self) -> Self {
        Self { made: self.made.min(LAST_MOMENT - DAY), ..*self }
    }
}

/// Why no workbook was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritten {
    /// There is nothing to write: no measure is on any sheet.
    Nothing,
    /// It is more than a workbook can have.
    TooMuch,
}

/// Which plan a form was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetPlan {
    /// This one, as it is.
    Ours,
    /// This one with the same measures, where it is kept under another id.
    OtherCopy,
    /// This one, which was revised or mended meanwhile.
    Revised,
    /// It does not say.
    NotSaid,
    /// Another one, by its title as the form has it; empty if it gives none. Nothing of it is taken.
    Another(String),
}

/// How it is known which measure a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// By the id in it.
    Id,
    /// By its text.
    Text,
}

/// Where a row stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name of the sheet; empty in a text.
    pub sheet: String,
    /// The row as spreadsheet programs count them, from 1.
    pub row: u32,
}

/// What somebody says in a cell that is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who.
    pub party: Party,
    /// Of which measure.
    pub measure: MeasureId,
    /// In which field.
    pub field: Field,
    /// What, as the domain spells it: the key of a status, an ISO date, a number as typed. Empty where what stood there when the form
    /// was made was deleted. Of 與上期相同 it is √, as the day of that is the file's.
    pub value: String,
    /// Where.
    pub place: Place,
    /// How the measure is known.
    pub known: Known,
}

/// Why a row or a cell of it was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// The value of the cell is none for its field.
    Value(doubts::Why),
    /// The plan has no such measure.
    NoMeasure,
    /// The plan has several measures of this text, and the row has no id.
    Several,
    /// The id says one measure and the text another: the rows were sorted in some columns only.
    Disagrees,
    /// The same party says something else of the same measure in a row before.
    Twice,
    /// The party is not asked about the measure.
    NotAsked,
    /// It does not say whose it is.
    NoParty,
    /// It says whose it is, and the plan has no such party.
    Stranger,
    /// It is neither ticked nor left empty.
    NoTick,
    /// All is said to be as before of a measure of which nothing is reported.
    NothingBefore,
    /// Its column is none that a form has.
    NoColumn,
    /// The cell has a formula that was saved without a value, or with an error.
    NoResult,
}

impl NotTaken {
    /// Why, in words.
    pub fn words(self, words: &WhyNot) -> &'static str {
        match self {
            Self::Value(doubts::Why::NoStatus) => words.no_status,
            Self::Value(doubts::Why::NoDay) => words.no_day,
            Self::Value(doubts::Why::NoNumber) => words.no_number,
            Self::Value(doubts::Why::BelowZero) => words.below_zero,
            Self::Value(doubts::Why::NoTarget | doubts::Why::NoWords) => words.no_target,
            Self::NoMeasure => words.no_measure,
            Self::Several => words.several,
            Self::Disagrees => words.disagrees,
            Self::Twice => words.twice,
            Self::NotAsked => words.not_asked,
            Self::NoParty => words.no_party,
            Self::Stranger => words.stranger,
            Self::NoTick => words.no_tick,
            Self::NothingBefore => words.nothing_before,
            Self::NoColumn => words.no_column,
            Self::NoResult => words.no_result,
        }
    }
}

/// What of a row was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The column of the cell; `None` where it is the row as a whole.
    pub column: Option<Column>,
    /// The head of a column that no form has; empty for all others.
    pub head: String,
    /// What stands in the cell.
    pub text: String,
    /// Why it was not taken.
    pub why: NotTaken,
}

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// So many of its cells say something new.
    Taken(usize),
    /// It says what the form said when it was made, or nothing.
    Unchanged,
    /// It says what a row before says of the same measure.
    Repeated,
    /// Some or all of it was not understood; so many cells were taken all the same.
    NotUnderstood(Vec<Fault>, usize),
}

/// A row of a form that came back, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowOutcome {
    /// Where it stands.
    pub place: Place,
    /// Whose it is, if that is known.
    pub party: Option<Party>,
    /// Its measure, if that is known, and how.
    pub measure: Option<(MeasureId, Known)>,
    /// Its cells with something in them, as they are shown.
    pub cells: Vec<(Column, String)>,
    /// What became of it.
    pub outcome: Outcome,
}

/// A form that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The plan that it was made of.
    pub plan: SheetPlan,
    /// When it was made, if it still says so.
    pub made: Option<Moment>,
    /// Whether it still has what stood in its cells then.
    pub has_base: bool,
    /// When it was last saved, as the workbook says: not before it was made. Whether that can be a date is the caller's to judge, who
    /// knows today.
    pub saved: Option<Moment>,
    /// The round that it was made for, if it says one.
    pub round: Option<RoundSaid>,
    /// Whether it was made to be given back, and not handed out to be filled in.
    pub is_report: bool,
    /// Whose rows it has, each once, in the order of the sheets.
    pub whom: Vec<Party>,
    /// The party that it says it is from and that the plan does not have.
    pub stranger: Option<String>,
    /// Whether nothing in it says whose some of its rows are, and they were taken for those of the party that was guessed.
    pub guessed: bool,
    /// How many days have no year and were taken for days of the plan's.
    pub years: usize,
    /// What was understood and is new.
    pub said: Vec<Said>,
    /// What became of its rows.
    pub rows: Vec<RowOutcome>,
    /// The text of the plan that is in the script of its heads.
    pub rendition: Rendition,
}

/// Why a file is no form that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoForm {
    /// It cannot be read at all.
    Unread(Unread),
    /// No row of it names the columns of a form.
    NoHead,
    /// It is a form of this program, and the row that named its columns is gone.
    HeadGone,
}

impl From<Unread> for NoForm {
    fn from(why: Unread) -> Self {
        Self::Unread(why)
    }
}
