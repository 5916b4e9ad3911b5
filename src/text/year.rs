//! The words of the coordinator's year: identity, arrangement, rounds, lights, what is given back and postponed.

use crate::domain::field::{Adding, Duty, Field, REFUSED};
use crate::domain::rollup::{STATES, Standing, State};
use crate::domain::script::Script;
use crate::domain::settings::Lang;

/// How a measure of which several parties are asked stands: the word for its state, how many have reported of how many and, where
/// no one word stands for the reports, how many say what: 各方填報 3/7 · 待核 2 · 滯後 1.
pub fn of_all(word: &str, states: &[&str; STATES], standing: &Standing) -> String {
    format!("{word} {}/{}{}", standing.reported(), standing.asked, apart(states, standing))
}

/// How many of several reports say what, where no one word stands for them and they are not closed; else nothing.
pub fn apart(states: &[&str; STATES], standing: &Standing) -> String {
    let mut text = String::new();
    if standing.state == State::SignedOff {
        return text;
    }
    for state in State::ALL.into_iter().filter(|state| !standing.says_alone(*state)) {
        let n = standing.reports.of(state);
        if n > 0 {
            text = format!("{text} · {} {n}", states[state as usize]);
        }
    }
    text
}

/// The words of one language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct YearWords {
    pub refused: &'static str,
    /// In the order of [`Duty::ALL`].
    pub duties: [&'static str; 4],
    /// In the order of [`Adding::ALL`].
    pub addings: [&'static str; 3],
}

impl YearWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.of([&ZH_HANS, &ZH_HANT, &EN])
    }

    /// The words of papers, in their script; beside a text of mixed script, simplified ones.
    pub fn on_paper(script: Script) -> &'static Self {
        match script {
            Script::Traditional => &ZH_HANT,
            Script::Simplified | Script::Mixed => &ZH_HANS,
        }
    }

    /// The words for a value that is spelled by a key or with something of its own; `None` for one that is words already.
    pub fn value<'v>(&self, field: Field, value: &'v str) -> Option<&'v str>
    where
        Self: 'v,
    {
        match field {
            Field::Duty => Duty::of_key(value).map(|duty| self.duties[duty as usize]),
            Field::Adding(_) => Adding::of_key(value).map(|adding| self.addings[adding as usize]),
            Field::Granted if value == REFUSED => Some(self.refused),
            // The moment before the reason says which report is meant.
            Field::Returned => value.split_once(' ').map(|(_, reason)| reason),
            _ => None,
        }
    }
}

static ZH_HANS: YearWords = YearWords {
    refused: "不同意延期",
    duties: ["牵头", "责任", "配合", "不涉及"],
    addings: ["各家相加", "以牵头单位为准", "以统筹单位为准"],
};

static ZH_HANT: YearWords = YearWords {
    refused: "不同意延期",
    duties: ["牽頭", "責任", "配合", "不涉及"],
    addings: ["各家相加", "以牽頭單位為準", "以統籌單位為準"],
};

static EN: YearWords = YearWords {
    refused: "Postponement refused",
    duties: ["lead", "responsible", "support", "not concerned"],
    addings: ["sum of all", "what the lead gives", "what the coordinator gives"],
};
