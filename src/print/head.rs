//! What every paper says of itself: which plan, whose, of which day, how much of it. The head of the first sheet, and
//! the line above every other.

use super::request::PaperRequest;
use super::tree::{Element, Tree, el};
use super::words::date_words;
use super::writer::Writer;
use crate::domain::party::Party;
use crate::text::paper::PaperWords;

/// What a paper says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadFacts {
    /// What kind of paper it is: 責任單位工作清單.
    pub kind: String,
    /// The plan's title.
    pub title: String,
    /// Label of the party: 責任單位.
    pub party_label: &'static str,
    /// The party as the plan prints it: 市教育局.
    pub party: String,
    /// Its full name, where it is known and another, in the characters in which the body itself writes it.
    pub full_name: Option<String>,
    /// The language of the full name, as in `lang`.
    pub full_name_lang: &'static str,
    /// The document number.
    pub number: Option<String>,
    /// What the date is of: the data, or the blank form.
    pub date_label: &'static str,
    /// The date in words: 2021年9月30日.
    pub date: String,
    /// What is on the paper, of how much, and by which filters.
    pub scope: String,
}

/// Full names are in simplified characters, as the bodies write them, unless they show that they are not.
const SIMPLIFIED: &str = "zh-Hans";

impl HeadFacts {
    /// What a paper of this kind says of itself.
    pub(super) fn of(request: &PaperRequest, kind: String) -> Self {
        let words = request.words();
        let writer = Writer { request };
        let (name, full_name) = writer.names();
        let own_script = full_name.as_ref().is_none_or(|full| writer.is_in_script(full));
        Self {
            kind,
            title: writer.text(request.plan.meta.title),
            party_label: match request.party {
                Party::Coordinator => words.coordinator,
                Party::Unit(_) => words.unit,
                Party::Locality(_) => words.locality,
            },
            full_name_lang: if own_script { words.lang } else { SIMPLIFIED },
            full_name: full_name.filter(|full| *full != name),
            party: name,
            number: request.plan.meta.number.as_ref().map(|fact| writer.write(&fact.value)),
            date_label: if request.ledger.is_some() { words.date_filled } else { words.date_blank },
            date: date_words(request.date, words),
            scope: writer.scope(words),
        }
    }

    /// The head of the first sheet.
    pub(super) fn head(&self, words: &PaperWords) -> Tree {
        let full_name = self.full_name.as_ref().map(|name| el("small").set("lang", self.full_name_lang).text(name));
        let party = el("dd").child(el("b").text(&self.party)).text(" ").child(full_name);
        let facts = el("dl")
            .class("paper-facts")
            .child(el("div").child(el("dt").text(self.party_label)).child(party))
            .child(fact(self.date_label, &self.date))
            .child(fact(words.scope, &self.scope))
            .children(self.number.iter().map(|number| fact(words.number, number).tree()));
        el("header")
            .class("paper-head")
            .child(el("p").class("paper-kind").text(&self.kind))
            .child(el("h1").class("paper-title").text(&self.title))
            .child(facts)
            .tree()
    }

    /// The head of every sheet after the first.
    pub(super) fn running(&self) -> Tree {
        running(&self.title, &self.kind, &self.party)
    }
}

/// A fact and what it is called.
pub(super) fn fact(label: &str, value: &str) -> Element {
    el("div").child(el("dt").text(label)).child(el("dd").text(value))
}

/// The line above a sheet.
pub(super) fn running(title: &str, kind: &str, owner: &str) -> Tree {
    let owner = el("span").text([kind, "　"].concat()).child(el("b").text(owner));
    el("header").class("paper-running").child(el("span").text(title)).child(owner).tree()
}
