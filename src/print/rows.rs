//! The checklist as a paper: its parts, and the blocks that are cut into sheets.

use super::checklist::ChecklistPaper;
use super::model::{DutyParagraph, MeasureRow, PaperRow, TargetLine, TaskRow};
use super::paper::{Block, Paper, Table};
use super::tree::{Element, Tree, el};
use crate::domain::runs::Run;
use crate::text::paper::PaperWords;

/// The empty box; empty and ticked boxes are characters that every Chinese font has.
const BOX: &str = "□";
const TICK: &str = "√";

impl ChecklistPaper {
    /// The paper of this checklist.
    pub fn paper(&self) -> Paper {
        let words = self.words;
        let mut shared = Vec::new();
        let mut blocks: Vec<Block> = self.standing.iter().map(standing).collect();
        blocks.push(Block::head(0));
        for row in &self.rows {
            let above = shared.len().checked_sub(1).filter(|_| row.is_measure());
            if let PaperRow::Task(task) = row {
                shared.push((0, task_row(words, task, words.continued)));
            }
            let keep_with_next = matches!(row, PaperRow::Undetermined | PaperRow::Task(_));
            blocks.push(Block { keep_with_next, above, ..Block::row(0, self::row(words, row)) });
        }
        let foot = if self.filled {
            [BOX, " ", self.done.open, "　", TICK, " ", self.done.done].concat()
        } else {
            words.legend_blank.to_owned()
        };
        let columns = vec![
            ("col-no", words.col_no),
            ("col-box", words.col_done),
            ("col-text", words.col_measure),
            ("col-target", words.col_target),
            ("col-notes", if self.filled { words.col_report } else { words.col_notes }),
        ];
        Paper {
            words,
            class: if self.filled { "is-filled" } else { "" },
            owner: self.facts.party.clone(),
            scope: self.facts.scope.clone(),
            head: self.facts.head(words),
            running: self.facts.running(),
            tables: vec![Table { class: "paper-table", columns }],
            shared,
            blocks,
            closing: sign_off(self),
            foot,
            by_lines: false,
            glosses: &[],
        }
    }
}

/// A paragraph of the standing requirements.
fn standing(paragraph: &DutyParagraph) -> Block {
    match paragraph {
        DutyParagraph::Heading(words) => Block::of(el("h2").class("paper-standing").text(words)).kept(),
        DutyParagraph::Paragraph { lead_in, text } => {
            let lead_in = (!lead_in.is_empty()).then(|| el("b").text(lead_in));
            Block::of(el("p").class("paper-standing").child(lead_in).text(text))
        }
    }
}

/// A row of the table.
fn row(words: &'static PaperWords, row: &PaperRow) -> Tree {
    match row {
        PaperRow::Undetermined => {
            let heading = el("th").set("colspan", "5").set("scope", "rowgroup").text(words.undetermined);
            let heading = heading.child(el("small").text(words.undetermined_note));
            el("tr").class("row-apart").child(heading).tree()
        }
        PaperRow::Nothing => {
            el("tr").class("row-nothing").child(el("td").set("colspan", "5").text(words.nothing)).tree()
        }
        PaperRow::Task(task) => task_row(words, task, ""),
        PaperRow::Measure(measure) => measure_row(words, measure),
    }
}

/// The row of a task. If `continued` is not empty, it is added to the title, and deadline and responsibility are left out.
fn task_row(words: &PaperWords, task: &TaskRow, continued: &str) -> Tree {
    let is_first = continued.is_empty();
    let statement = if is_first { statement(&task.responsibility) } else { None };
    let deadline = if is_first { deadline(words, &task.deadline) } else { None };
    let heading = el("th")
        .set("colspan", "4")
        .set("scope", "rowgroup")
        .text([task.title.as_str(), continued].concat())
        .child(task.role.map(|role| el("em").text(role)))
        .child(deadline)
        .child(statement);
    el("tr").class("row-task").child(el("td").class("col-no").text(task.no.as_str())).child(heading).tree()
}

fn measure_row(words: &'static PaperWords, measure: &MeasureRow) -> Tree {
    let none = measure.targets.is_empty().then(|| el("span").class("none").text("—"));
    let text = el("td").class("col-text").children(runs(&measure.text, "num"));
    let text = text.child(deadline(words, &measure.deadline)).child(statement(&measure.responsibility));
    let state = (!measure.state.is_empty()).then(|| el("b").text(&measure.state));
    let written = |(label, text): &(&'static str, String)| {
        el("p").child(el("span").text([*label, "："].concat())).text(text).tree()
    };
    let report = measure.report.iter().map(written);
    el("tr")
        .class("row-measure")
        .child(el("td").class("col-no").text(measure.no.as_str()))
        .child(el("td").class("col-box").text(if measure.done { TICK } else { BOX }))
        .child(text)
        .child(
            el("td")
                .class("col-target")
                .children(measure.targets.iter().map(|line| target(words, line, true)))
                .child(none),
        )
        .child(el("td").class("col-notes").child(state).children(report))
        .tree()
}

/// A target of a measure; `with_actual` with the line for the actual value, given or left to be written.
pub(super) fn target(words: &PaperWords, line: &TargetLine, with_actual: bool) -> Tree {
    el("div")
        .child(line.counts.as_ref().map(|counts| el("small").text(counts.as_str())))
        .child(el("b").text(line.words.as_str()))
        .child(
            with_actual
                .then(|| el("span").class("actual").text(words.fields.actual.short).text(" ").text(&line.actual)),
        )
        .tree()
}

/// The line on which a table is signed.
pub(super) fn signing_line(words: &PaperWords) -> Element {
    let line = [words.seal, words.filled_by, words.checked_by, words.telephone];
    el("p").class("paper-line").children(line.map(|label| el("span").text(label).text("：").tree()))
}

/// A deadline, in smaller type.
pub(super) fn deadline(words: &PaperWords, deadline: &str) -> Option<Element> {
    (!deadline.is_empty()).then(|| el("small").text(words.deadline).text(deadline))
}

/// A statement of responsibility, in smaller type.
pub(super) fn statement(statement: &[Run]) -> Option<Element> {
    (!statement.is_empty()).then(|| el("small").children(runs(statement, "own")))
}

pub(super) fn runs(runs: &[Run], class: &'static str) -> impl Iterator<Item = Tree> {
    runs.iter().map(move |run| {
        let text = run.text.clone();
        if run.target { el("b").class(class).text(text).tree() } else { Tree::Text(text) }
    })
}

/// The sign-off block below the last row.
fn sign_off(paper: &ChecklistPaper) -> Tree {
    let words = paper.words;
    let line = |label: &str| el("div").child(el("dt").text(label)).child(el("dd")).tree();
    let lines = [words.filled_by, words.checked_by, words.head, words.telephone].map(line);
    let date = el("dd").class("sign-date").children(words.empty_date.map(|part| el("span").text(part).tree()));
    let seal = el("p").class("sign-seal").text(words.seal).child(el("b").text(paper.signer.as_str()));
    let signed_on = el("div").child(el("dt").text(words.signed_on)).child(date);
    let signatures = el("dl").children(lines).child(signed_on);
    el("section").class("paper-sign").child(el("div").class("sign-box").child(seal).child(signatures)).tree()
}
