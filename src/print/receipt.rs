//! The receipt 收件回執 for a file that was brought in: what it said, measure by measure, and what became of it.

use super::head::{fact, running};
use super::paper::{Block, Paper, Table};
use super::phrases::phrases;
use super::tree::{Element, Tree, el};
use super::words::{between, date_words, round_words};
use crate::domain::calendar::iso_minute;
use crate::domain::gather::receipts::Saying;
use crate::domain::gather::{Line, Receipt};
use crate::domain::ledger::{Ledger, MarkKey, Moment};
use crate::domain::mark::Field;
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::script::{Rendition, Script};
use crate::text::forms::FormWords;
use crate::text::paper::PaperWords;
use crate::text::receipt::ReceiptWords;
use crate::text::year::YearWords;
use std::collections::BTreeMap;

/// The request for a receipt on paper.
#[derive(Clone, Copy, Debug)]
pub struct ReceiptRequest<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The text of the plan that is printed.
    pub rendition: Rendition,
    /// The ledger, which has the words that the receipt knows by their digests.
    pub ledger: &'a Ledger,
    /// The receipt.
    pub receipt: &'a Receipt,
}

/// The receipt as a paper.
pub fn paper(request: &ReceiptRequest) -> Paper {
    let script = request.plan.script_of(request.rendition);
    let writer = Writer { request, words: ReceiptWords::of(script), forms: FormWords::of(script) };
    let paper_words = PaperWords::of(script);
    let from = writer.from();
    let title = writer.write(request.plan.text(request.plan.meta.title));
    let kind = writer.words.kind;
    let extent = writer.extent();
    Paper {
        words: paper_words,
        class: "is-receipt",
        owner: from.clone(),
        scope: extent.clone(),
        head: writer.head(&title, &from, &extent, paper_words),
        running: running(&title, kind, &from),
        tables: vec![Table { class: "paper-table", columns: writer.columns(paper_words) }],
        shared: Vec::new(),
        blocks: writer.blocks(),
        closing: writer.closing(paper_words),
        foot: [writer.words.digest, " ", &grouped(&request.receipt.digest)].concat(),
        by_lines: false,
        glosses: &[],
    }
}

/// A digest in groups of four, to be compared by eye.
fn grouped(digest: &str) -> String {
    let digits: Vec<char> = digest.chars().collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Writes the words of one receipt.
struct Writer<'a> {
    request: &'a ReceiptRequest<'a>,
    words: &'static ReceiptWords,
    forms: &'static FormWords,
}

impl Writer<'_> {
    /// Words of the plan in the script of the paper.
    fn write(&self, record: &str) -> String {
        self.request.plan.in_rendition(record, self.request.rendition)
    }

    fn name(&self, party: Party) -> String {
        self.request.plan.printed_name(party).map_or_else(|| self.forms.coordinator.to_owned(), |name| self.write(name))
    }

    /// Whose report the file is, by name.
    fn from(&self) -> String {
        let Some(from) = &self.request.receipt.from else { return self.words.whole.to_owned() };
        let party = self.request.plan.party_of_key(from);
        party.map_or_else(|| Plan::name_in_key(from).to_owned(), |party| self.name(party))
    }

    /// How much the file said.
    fn extent(&self) -> String {
        let receipt = self.request.receipt;
        let declined = receipt.said().filter(|line| line.set_aside(self.request.ledger).is_some()).count();
        let not_taken = if declined > 0 { between(&self.words.not_taken, &[declined]) } else { String::new() };
        between(&self.words.marks, &[receipt.marks()])
            + &between(&self.words.fields, &[receipt.said().count()])
            + &not_taken
            + &if receipt.left_in_all > 0 { between(&self.words.left, &[receipt.left_in_all]) } else { String::new() }
    }

    fn head(&self, title: &str, from: &str, extent: &str, paper: &PaperWords) -> Tree {
        let Receipt { name, made, round, brought, digest, .. } = self.request.receipt;
        let round = round.as_ref().map(|round| round_words(&self.write(&round.name), round.id, paper));
        let minute = |moment: Moment| {
            let text = iso_minute(moment);
            let (day, time) = text.split_once(' ').unwrap_or((&text, ""));
            [&date_words(day, paper), " ", time].concat()
        };
        let words = self.words;
        let facts = el("dl")
            .class("paper-facts")
            .child(fact(words.from, from))
            .child(fact(words.brought, &minute(*brought)))
            .child(fact(words.extent, extent))
            .child(fact(words.made, &made.map_or_else(|| "—".to_owned(), minute)))
            .children(round.map(|round| fact(paper.round, &round).tree()))
            .child(fact(words.file, name))
            .child(fact(words.digest, &grouped(digest)));
        el("header")
            .class("paper-head")
            .child(el("p").class("paper-kind").text(words.kind))
            .child(el("h1").class("paper-title").child(phrases(title)))
            .child(facts)
            .tree()
    }

    fn columns(&self, paper: &PaperWords) -> Vec<(&'static str, &'static str)> {
        vec![
            ("col-no", paper.col_no),
            ("col-text", paper.col_measure),
            ("col-said", self.words.said),
            ("col-fate", self.words.fate),
        ]
    }

    /// The rows: a measure each, in the order of the plan; of a whole ledger below the name of each party.
    fn blocks(&self) -> Vec<Block> {
        let mut of = BTreeMap::<_, Vec<&Line>>::new();
        for line in self.request.receipt.said() {
            let place = match &line.key {
                MarkKey::Placed(party, id) => (Some(*party), self.request.plan.measure_place(*id)),
                MarkKey::Unplaced { .. } => (None, None),
            };
            of.entry((place.0, place.1, &line.key)).or_default().push(line);
        }
        let mut blocks = vec![Block::head(0)];
        let across = |class: &str, text: &str| {
            Block::row(0, el("tr").class(class).child(el("th").set("colspan", "4").set("scope", "rowgroup").text(text)))
        };
        if of.is_empty() {
            blocks.push(across("row-nothing", self.words.nothing));
        }
        let is_whole = self.request.receipt.from.is_none();
        let mut whose = None;
        for ((party, _, key), lines) in of {
            if is_whole && whose != Some(party) {
                whose = Some(party);
                let name = match (party, key) {
                    (Some(party), _) => self.name(party),
                    (None, MarkKey::Unplaced { party, .. }) => Plan::name_in_key(party).to_owned(),
                    (None, _) => String::new(),
                };
                blocks.push(across("row-apart", &name).kept());
            }
            blocks.push(Block::row(0, self.row(key, &lines)));
        }
        blocks.extend(self.left());
        blocks
    }

    /// What was not understood, so that whoever sent it knows what to send again.
    fn left(&self) -> Vec<Block> {
        let Receipt { left, left_in_all, .. } = self.request.receipt;
        if *left_in_all == 0 {
            return Vec::new();
        }
        let row = |class: &str, cell: Element| Block::row(0, el("tr").class(class).child(cell.set("colspan", "4")));
        let more = left_in_all.saturating_sub(left.len());
        let more = (more > 0).then(|| between(&self.words.more_left, &[more]));
        let is_traditional = self.request.plan.script_of(self.request.rendition) == Script::Traditional;
        let lines = left.iter().map(|[hans, hant]| if is_traditional { hant } else { hans }.clone()).chain(more);
        let head = el("th").set("scope", "rowgroup").text(self.words.left_head);
        let lines = lines.map(|line| row("row-left", el("td").class("col-said").text(line)));
        std::iter::once(row("row-apart", head).kept()).chain(lines).collect()
    }

    fn row(&self, key: &MarkKey, lines: &[&Line]) -> Tree {
        let plan = self.request.plan;
        let (no, text) = match key {
            MarkKey::Placed(_, id) => {
                let words = plan.measure(*id).map_or("", |measure| plan.text(measure.span));
                (plan.label(*id).to_string(), self.write(words))
            }
            MarkKey::Unplaced { measure, .. } => (measure.clone(), "—".to_owned()),
        };
        let said = lines.iter().map(|line| {
            let name = [&self.forms.fields.name(line.field), "："].concat();
            el("p").child(el("span").text(name)).text(self.value(line)).tree()
        });
        let fates: Vec<&str> = lines.iter().map(|line| self.fate(line)).collect();
        // One word for all fields, or one for each.
        let fates: Vec<String> = match fates.first() {
            Some(first) if fates.iter().all(|fate| fate == first) => vec![(*first).to_owned()],
            _ => lines
                .iter()
                .zip(fates)
                .map(|(line, fate)| [&self.forms.fields.name(line.field), "：", fate].concat())
                .collect(),
        };
        el("tr")
            .class("row-measure")
            .child(el("td").class("col-no").text(no))
            .child(el("td").class("col-text").text(text))
            .child(el("td").class("col-said").children(said))
            .child(el("td").class("col-fate").children(fates.into_iter().map(|fate| el("p").text(fate).tree())))
            .tree()
    }

    /// What the file said, as far as the ledger or the receipt still has the words.
    fn value(&self, line: &Line) -> String {
        let mut kept = self.request.ledger.versions(&line.key, line.field).iter();
        let kept = kept.find(|version| Saying::from(*version) == line.saying).map(|version| &version.value);
        let Some(value) = line.declined.as_ref().or(kept) else {
            // What was taken over or stood here already was known once.
            let was_here = line.held || line.before.is_some();
            return if was_here { self.words.gone } else { self.words.not_kept }.to_owned();
        };
        let party = if let MarkKey::Placed(party, _) = line.key { party } else { Party::default() };
        let status = if line.field == Field::Status { self.forms.status(value, party) } else { None };
        match status {
            Some(status) => status.to_owned(),
            None if value.is_empty() => self.words.emptied.to_owned(),
            None => {
                let words = YearWords::on_paper(self.request.plan.script_of(self.request.rendition));
                words.value(line.field, value).unwrap_or(value).to_owned()
            }
        }
    }

    fn fate(&self, line: &Line) -> &'static str {
        match line {
            line if line.set_aside(self.request.ledger).is_some() => self.words.declined,
            Line { declined: Some(_), .. } if !line.is_outdated(self.request.ledger) => self.words.same,
            Line { before: Some(_), .. } => self.words.taken,
            Line { held: true, .. } => self.words.same,
            _ => self.words.older,
        }
    }

    /// What the receipt says, and who received the file, to be filled in.
    fn closing(&self, paper: &PaperWords) -> Tree {
        let words = self.words;
        let date = paper.empty_date.map(|part| ["　　", part].concat()).concat();
        let line = [words.seal, words.received_by].map(|label| el("span").text(label).text("：").tree());
        el("div")
            .child(el("p").class("paper-standing").text(words.note))
            .child(
                el("p")
                    .class("paper-line")
                    .children(line)
                    .child(el("span").text(words.received_on).text("：").text(date)),
            )
            .tree()
    }
}
