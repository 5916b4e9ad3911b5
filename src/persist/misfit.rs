//! What does not fit between curated facts and the text that they are about.

use std::fmt;

/// A fact that does not fit the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The text gives another value than the facts.
    Particular {
        /// The name of the fact.
        name: &'static str,
        /// The value in the facts.
        fact: String,
        /// The value read from the text.
        read: String,
    },
    /// A name in the facts that no responsibility prints.
    UnitNotPrinted(String),
    /// A name printed by a responsibility that has no facts.
    UnitUnknown(String),
    /// The sections differ: those of the facts, and those read.
    Sections(Vec<String>, Vec<String>),
    /// The tasks differ: those of the facts, and those read.
    Tasks(Vec<String>, Vec<String>),
    /// The targets of the task with this number differ: those of the facts, and those read.
    Targets(u16, Vec<String>, Vec<String>),
    /// A wording that does not occur in the text.
    NotPrinted(String),
    /// Something of the text that has no English reading: the id of a measure, a unit, the title of a passage.
    Untranslated(String),
    /// An English reading of nothing in the text.
    TranslatesNothing(String),
    /// The English reading of this measure does not mark as many targets as the measure sets.
    Marks(String, usize),
    /// Words of the text, and an English reading with other figures.
    Figures(String, String),
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let differ = |f: &mut fmt::Formatter<'_>, what: &str, facts: &[String], read: &[String]| {
            write!(f, "{what}: the facts say {}, the text {}", facts.join(" / "), read.join(" / "))
        };
        match self {
            Self::Particular { name, fact, read } => write!(f, "meta.{name}: the facts say {fact}, the text {read}"),
            Self::UnitNotPrinted(name) => write!(f, "unit {name}: no responsibility prints this name"),
            Self::UnitUnknown(name) => write!(f, "unit {name}: printed in the text, but not in the facts"),
            Self::Sections(facts, read) => differ(f, "sections", facts, read),
            Self::Tasks(facts, read) => differ(f, "tasks", facts, read),
            Self::Targets(task, facts, read) => differ(f, &format!("targets of task {task}"), facts, read),
            Self::NotPrinted(words) => write!(f, "{words}: does not occur in the text"),
            Self::Untranslated(what) => write!(f, "translation: {what} has none, or one of another length"),
            Self::TranslatesNothing(what) => write!(f, "translation: {what} is not in the text"),
            Self::Marks(id, targets) => write!(f, "translation: {id} is to mark {targets} targets with {{…}}"),
            Self::Figures(record, english) => write!(f, "translation: other figures: {record} / {english}"),
        }
    }
}
