//! What the reader reads; and what it could not read, or read with doubt, as data: the words for people are chosen
//! elsewhere.

use crate::domain::plan::Plan;
use crate::domain::span::Span;
use std::fmt;

/// A text as read.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// What the text says. Its id is empty; names and places that the text does not explain are left to others.
    pub plan: Plan,
    /// What a person should look at, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Read {
    /// Whether the text reads as a plan: something is to be done in it, and it is not quite another text with numbers in it.
    pub fn is_plan(&self) -> bool {
        !self.plan.tasks.is_empty() && self.diagnostics.iter().all(|remark| remark.kind != DiagnosticKind::NoPlan)
    }
}

/// Something in the text that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is.
    pub kind: DiagnosticKind,
    /// Where it stands.
    pub span: Span,
}

/// What a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiagnosticKind {
    /// No title was found.
    NoTitle,
    /// Nothing was found that somebody must do.
    NoTasks,
    /// The number of a heading does not follow the one before it.
    NumberSkipped {
        /// The number that would have followed.
        expected: u32,
        /// The number that is printed.
        found: u32,
    },
    /// The numbers of the tasks begin anew here, so that they carry the section.
    NumbersRestart,
    /// The number of a task stands twice under one heading, so that all tasks are counted.
    NumbersRepeat,
    /// Tasks are counted, as one has no number, though others have, or as a heading and one under it are tasks of the same number.
    NumbersCounted,
    /// A heading has no text and groups nothing.
    EmptyHeading,
    /// A task names nobody, though others of the plan do.
    NobodyNamed,
    /// A statement of responsibility is not closed.
    UnclosedStatement,
    /// A statement of responsibility in which no name was found.
    EmptyStatement,
    /// A name in a statement that does not look like that of a body.
    OddName,
    /// A rule for the whole plan was followed: the first body named by a statement leads.
    FirstNamedLeads,
    /// A rule for the whole plan was followed: those lead that a statement names before a mark.
    FirstGroupLeads,
    /// A statement sets a rule for others, which is not followed: 以下均需各区落实.
    RuleForOthers,
    /// Who answers was read from a heading or a sentence, as no statement says it.
    ReadFromSentence,
    /// The cells of a table were told apart by their words: its rows had more or fewer lines than columns.
    GuessedCells,
    /// Another document begins in the same text; its tasks are read as a part of their own.
    SecondPlan,
    /// Words that stand between or behind tasks and were read as part of none: a box, what closes a list, a column of a table.
    SetApart,
    /// The text does not read as a plan at all.
    NoPlan,
    /// The text is called, or begins, as something else does: a speech, a report on what was, a notice of a meeting.
    OtherKind,
    /// A label in a statement that says nothing of who, in which role, or by when.
    UnknownLabel,
}

impl DiagnosticKind {
    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoTitle => "no-title",
            Self::NoTasks => "no-tasks",
            Self::NumberSkipped { .. } => "number-skipped",
            Self::NumbersRestart => "numbers-restart",
            Self::NumbersRepeat => "numbers-repeat",
            Self::NumbersCounted => "numbers-counted",
            Self::EmptyHeading => "empty-heading",
            Self::NobodyNamed => "nobody-named",
            Self::UnclosedStatement => "unclosed-statement",
            Self::EmptyStatement => "empty-statement",
            Self::OddName => "odd-name",
            Self::FirstNamedLeads => "first-named-leads",
            Self::FirstGroupLeads => "first-group-leads",
            Self::RuleForOthers => "rule-for-others",
            Self::ReadFromSentence => "read-from-sentence",
            Self::GuessedCells => "guessed-cells",
            Self::SecondPlan => "second-plan",
            Self::SetApart => "set-apart",
            Self::NoPlan => "no-plan",
            Self::OtherKind => "other-kind",
            Self::UnknownLabel => "unknown-label",
        }
    }
}

impl fmt::Display for DiagnosticKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NumberSkipped { expected, found } => write!(f, "number {found} where {expected} would follow"),
            other => f.write_str(other.code()),
        }
    }
}
