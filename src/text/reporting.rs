//! The words of the table of reports that no other paper has: Chinese like all papers, in the script of the paper.

use crate::domain::script::Script;

/// The words in one script.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct ReportingWords {
    /// Column: who reports.
    pub who: &'static str,
    /// Before the names of columns in which nothing is written.
    pub empty: &'static str,
    /// Behind the number of a measure that goes on from the sheet before.
    pub continued: &'static str,
}

impl ReportingWords {
    /// The words in a script; beside a text of mixed script, simplified ones.
    pub fn of(script: Script) -> &'static Self {
        match script {
            Script::Traditional => &HANT,
            Script::Simplified | Script::Mixed => &HANS,
        }
    }
}

static HANT: ReportingWords = ReportingWords { who: "填報單位", empty: "未填欄目", continued: "（續）" };

static HANS: ReportingWords = ReportingWords { who: "填报单位", empty: "未填栏目", continued: "（续）" };
