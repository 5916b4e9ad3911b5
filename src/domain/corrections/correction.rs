//! What a person can mend, and what that takes of a reader.

use crate::domain::plan::{Comparator, Fact, Meta, Role, Target, UnitKind};
use crate::domain::progress::number;
use crate::domain::questions::Asked;
use crate::domain::span::Span;

/// One thing that a person mended.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// The place in the source; an empty one at 0 for what has no place: particulars, localities, a body wherever it is named.
    pub at: Span,
    /// What the reading had there, for people: a name, a value, or the [`Kind::word`] of a kind.
    pub was: String,
    /// What holds instead.
    pub change: Change,
}

/// What holds instead of what was read.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The words at the place are this.
    Kind(Kind),
    /// What stands at the place is two: the second begins at this offset of the source.
    Split(u32),
    /// What begins and ends at the place, and all between, is one.
    Join,
    /// Whether the words at the place say by when their task is due.
    Deadline(bool),
    /// The target that the words at the place set; `None` if they set none.
    Target(Option<Aim>),
    /// Something of the body named at the place or, with `all`, wherever it is named.
    Body {
        /// The name under which the reading has it: one of a unit's names, or the printed words for others.
        name: String,
        /// Whether it holds wherever the body is named.
        all: bool,
        /// What holds of it.
        is: BodyIs,
    },
    /// The words at the place, in a statement of responsibility, are these names.
    Names(Vec<String>),
    /// The statement or task at the place names this body, too.
    Add(String, Role),
    /// Whether the statement at the place leaves its list open (等部門).
    Open(bool),
    /// The localities that 各縣區 stands for, each with its full and its short name.
    Localities(Vec<(String, String)>),
    /// A particular of the plan; empty if it has none.
    Particular(Particular, String),
    /// A question that the plan leaves open stays open, and is not asked again.
    Leave(Asked),
    /// A correction of a newer version of this program, as it was written. It is kept, and fits nowhere.
    Unknown(String),
}

/// What words of the source can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The title of the plan.
    Title,
    /// The heading of a section.
    Section,
    /// The heading of a task.
    Task,
    /// A measure.
    Measure,
    /// The heading of a passage that nobody ticks.
    Passage,
    /// A paragraph that nobody ticks.
    Paragraph,
    /// No part of the plan.
    Nothing,
}

/// What a person says of a body.
#[derive(Clone, Debug, PartialEq)]
pub enum BodyIs {
    /// Its name is this. Where another body has that name, both are the same.
    Called(String),
    /// It is also printed as this. Where another body has that name, both are the same.
    Also(String),
    /// It is several, of these names.
    Several(Vec<String>),
    /// It is of this kind.
    Kind(UnitKind),
    /// It has this role.
    Role(Role),
    /// It is no single body.
    Set(Set),
    /// It is these localities, by their full names. Those that the plan does not have yet are new ones.
    Localities(Vec<String>),
    /// It does not answer for the task.
    Absent,
}

/// What stands for no single body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// 各縣區: all localities.
    AllLocalities,
    /// 相關縣區: some localities; the plan does not say which.
    SomeLocalities,
    /// 有關部門: nobody in particular.
    Generic,
}

/// The number that a target sets.
#[derive(Clone, Debug, PartialEq)]
pub struct Aim {
    /// How an actual value is compared with it.
    pub comparator: Comparator,
    /// The number, finite, counted in the unit.
    pub value: f64,
    /// The unit, as printed.
    pub unit: String,
    /// What it counts; empty where not known.
    pub counts: String,
}

impl Aim {
    /// An aim whose value a person typed, digits of both widths; `None` if that is no number.
    pub fn typed(comparator: Comparator, value: &str, unit: String, counts: String) -> Option<Self> {
        Some(Self { comparator, value: number(value)?, unit, counts })
    }
}

/// What a plan says of itself, or others say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named for the field of the plan's particulars")]
pub enum Particular {
    Number,
    Issuer,
    /// ISO 8601, as are the other dates.
    Issued,
    Published,
    Addressees,
    Start,
    Due,
}

impl Particular {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Number, Self::Issuer, Self::Issued, Self::Published, Self::Addressees, Self::Start, Self::Due];

    /// Its name in saved forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Issuer => "issuer",
            Self::Issued => "issued",
            Self::Published => "published",
            Self::Addressees => "addressees",
            Self::Start => "start",
            Self::Due => "due",
        }
    }

    /// Whether it is a day.
    pub fn is_date(self) -> bool {
        matches!(self, Self::Issued | Self::Published | Self::Start | Self::Due)
    }

    /// What a plan says of it.
    pub fn of(self, meta: &Meta) -> Option<&Fact> {
        match self {
            Self::Number => meta.number.as_ref(),
            Self::Issuer => meta.issuer.as_ref(),
            Self::Issued => meta.issued.as_ref(),
            Self::Published => meta.published.as_ref(),
            Self::Addressees => meta.addressees.as_ref(),
            Self::Start => meta.start.as_ref(),
            Self::Due => meta.due.as_ref(),
        }
    }

    /// The same, to be set.
    pub fn of_mut(self, meta: &mut Meta) -> &mut Option<Fact> {
        match self {
            Self::Number => &mut meta.number,
            Self::Issuer => &mut meta.issuer,
            Self::Issued => &mut meta.issued,
            Self::Published => &mut meta.published,
            Self::Addressees => &mut meta.addressees,
            Self::Start => &mut meta.start,
            Self::Due => &mut meta.due,
        }
    }
}

/// The roles with their names in saved forms and in [`Correction::was`].
pub const ROLES: [(Role, &str); 3] =
    [(Role::Lead, "lead"), (Role::Support, "support"), (Role::Responsible, "responsible")];

/// The kinds of units with theirs.
pub const UNIT_KINDS: [(UnitKind, &str); 2] = [(UnitKind::Department, "department"), (UnitKind::Central, "central")];

impl Kind {
    /// All kinds, in the order in which a person is offered them.
    pub const ALL: [Self; 7] =
        [Self::Title, Self::Section, Self::Task, Self::Measure, Self::Passage, Self::Paragraph, Self::Nothing];

    /// Its name in saved forms and in [`Correction::was`].
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Section => "section",
            Self::Task => "task",
            Self::Measure => "measure",
            Self::Passage => "passage",
            Self::Paragraph => "paragraph",
            Self::Nothing => "nothing",
        }
    }

    /// The kind of this name.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What whoever reads a text makes of single words, for what a person says they are. All places are of the plan's source.
pub trait Sense {
    /// The targets that a measure sets.
    fn targets(&self, measure: Span) -> Vec<Target>;
    /// The sentences of a paragraph.
    fn sentences(&self, paragraph: Span) -> Vec<Span>;
    /// The label that the words begin with, without its mark, and the offset behind the mark.
    fn label(&self, words: Span) -> Option<(Span, usize)>;
    /// The number that is printed in a label at this place.
    fn number(&self, label: Span) -> Option<u16>;
}
