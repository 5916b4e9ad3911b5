//! What things are called in the language of the interface and the script of the text.

use super::store::Store;
use crate::domain::party::Party;
use crate::domain::plan::Unit;
use crate::domain::reading::{Reading, Script, simplified};
use crate::domain::settings::Lang;
use crate::domain::span::Span;
use leptos::prelude::*;

/// A name in Chinese and, where the interface is in English, its English beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// In the script it is shown in.
    pub chinese: String,
    /// In English, where the interface is.
    pub english: Option<String>,
}

impl Store {
    /// A text of the record in the script of the moment.
    pub fn text_of(self, span: Span) -> String {
        self.in_script(self.plan().text(span))
    }

    /// Words of the record in the script of the moment.
    pub fn in_script(self, record: &str) -> String {
        written(record, self.script.get(), self)
    }

    /// The simplified reading of a piece of the record.
    pub fn reading_of(self, span: Span) -> Reading {
        let plan = self.plan();
        Reading::new(plan.text(span), &plan.rewordings)
    }

    /// A unit's name as the plan prints it, in the script of the moment.
    pub fn unit_name(self, unit: &Unit) -> Name {
        Name { chinese: self.in_script(&unit.key), english: self.english(unit.english.as_ref()) }
    }

    /// A party's name in the interface: Chinese names in the script of the interface's language.
    pub fn party_name(self, party: Party) -> Name {
        let plan = self.plan();
        let script = if self.lang.get() == Lang::ZhHans { Script::Simplified } else { Script::Record };
        let name = |key: &str, english: Option<&String>| Name {
            chinese: written(key, script, self),
            english: self.english(english),
        };
        match party {
            Party::Coordinator => Name { chinese: self.words().coordinator.into(), english: None },
            Party::Unit(i) => plan.units.get(i).map_or_else(Name::default, |u| name(&u.key, u.english.as_ref())),
            Party::Locality(i) => {
                plan.localities.get(i).map_or_else(Name::default, |l| name(&l.key, l.english.as_ref()))
            }
        }
    }

    /// A party's name in one run of text: the English one where the interface is in English and there is one.
    pub fn party_label(self, party: Party) -> String {
        let Name { chinese, english } = self.party_name(party);
        english.unwrap_or(chinese)
    }

    /// An English name, where the interface is in English.
    pub fn english(self, name: Option<&String>) -> Option<String> {
        name.filter(|_| self.lang.get() == Lang::En).cloned()
    }

    /// The language tag of the plan's text as it is shown.
    pub fn text_lang(self) -> &'static str {
        match self.script.get() {
            Script::Record => "zh-Hant",
            Script::Simplified => "zh-Hans",
        }
    }

    /// The language tag of Chinese names in the interface.
    pub fn name_lang(self) -> &'static str {
        match self.lang.get() {
            Lang::ZhHans => "zh-Hans",
            Lang::ZhHant | Lang::En => "zh-Hant",
        }
    }
}

fn written(record: &str, script: Script, store: Store) -> String {
    match script {
        Script::Record => record.into(),
        Script::Simplified => simplified(record, &store.plan().rewordings),
    }
}
