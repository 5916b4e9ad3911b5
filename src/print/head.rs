//! The facts that every paper gives of itself: plan, party, date, extent. They make the head of the first sheet, and the
//! running line above every other.

use super::phrases::phrases;
use super::request::PaperRequest;
use super::tree::{Element, Tree, el};
use super::words::{date_words, round_words};
use super::writer::Writer;
use crate::domain::party::Party;
use crate::text::paper::PaperWords;

/// The facts that a paper gives of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadFacts {
    /// The kind of paper: 責任單位工作清單.
    pub kind: String,
    /// The title of the plan.
    pub title: String,
    /// The label of the party: 責任單位.
    pub party_label: &'static str,
    /// The party as the plan prints it: 市教育局.
    pub party: String,
    /// The full name of the party, in the characters in which it writes itself; `None` if it is not known, or is the printed
    /// name.
    pub full_name: Option<String>,
    /// The language tag of the full name.
    pub full_name_lang: &'static str,
    /// The document number; `None` if it is not known.
    pub number: Option<String>,
    /// The label of the date, which is that of the data or of the blank form.
    pub date_label: &'static str,
    /// The date in words: 2021年9月30日.
    pub date: String,
    /// The closed round whose state the paper shows, with its days: 第一季度（2021年1月1日至2021年3月31日）.
    pub round: Option<String>,
    /// Which measures are on the paper, of how many, and by which filters.
    pub scope: String,
}

/// The language tag of full names, which are in simplified characters, as the bodies write them, unless they show otherwise.
const SIMPLIFIED: &str = "zh-Hans";

impl HeadFacts {
    /// The facts of a paper of this kind.
    pub(super) fn of(request: &PaperRequest, kind: String) -> Self {
        let words = request.words();
        let writer = Writer::of(request);
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
            round: request.round.map(|round| round_words(&writer.write(&round.name), round.id, words)),
            scope: writer.scope(words),
        }
    }

    /// The head of the first sheet.
    pub(super) fn head(&self, words: &PaperWords) -> Tree {
        self.head_with(words, Vec::new())
    }

    /// The same with more facts.
    pub(super) fn head_with(&self, words: &PaperWords, more: Vec<Element>) -> Tree {
        let full_name = self.full_name.as_ref().map(|name| el("small").set("lang", self.full_name_lang).text(name));
        let party = el("dd").child(el("b").text(&self.party)).text(" ").child(full_name);
        let facts = el("dl")
            .class("paper-facts")
            .child(el("div").child(el("dt").text(self.party_label)).child(party))
            .child(fact(self.date_label, &self.date))
            .child(fact(words.scope, &self.scope))
            .children(self.number.iter().map(|number| fact(words.number, number).tree()))
            .children(self.round.iter().map(|round| fact(words.round, round).tree()))
            .children(more.into_iter().map(Element::tree));
        el("header")
            .class("paper-head")
            .child(el("p").class("paper-kind").text(&self.kind))
            .child(el("h1").class("paper-title").child(phrases(&self.title)))
            .child(facts)
            .tree()
    }

    /// The head of every sheet after the first.
    pub(super) fn running(&self) -> Tree {
        running(&self.title, &self.kind, &self.party)
    }
}

/// A fact with its label.
pub(super) fn fact(label: &str, value: &str) -> Element {
    el("div").child(el("dt").text(label)).child(el("dd").text(value))
}

/// The running line above a sheet.
pub(super) fn running(title: &str, kind: &str, owner: &str) -> Tree {
    let owner = el("span").text([kind, "　"].concat()).child(el("b").text(owner));
    el("header").class("paper-running").child(el("span").text(title)).child(owner).tree()
}
