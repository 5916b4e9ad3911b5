//! The parts that the sheets of a checklist are made of. Elements marked `data-h` are measured.

use super::checklist::{ChecklistPaper, MeasureRow, Row, Standing, TargetLine, TaskRow, between};
use crate::domain::runs::Run;
use crate::element::{El, View, el};
use crate::text::paper::PaperWords;

/// Empty and ticked, in characters that every Chinese font has.
const BOX: &str = "□";
const TICK: &str = "√";

/// An element that is measured.
fn measured(tag: &'static str) -> El {
    el(tag).set("data-h", "")
}

/// The head of the first sheet.
pub(super) fn head(paper: &ChecklistPaper) -> View {
    let words = paper.words;
    let date_label = if paper.filled { words.date_filled } else { words.date_blank };
    let full_name =
        paper.full_name.as_ref().map(|name| el("small").set("lang", paper.full_name_lang).text(name.as_str()));
    let party = el("dd").child(el("b").text(paper.party.as_str())).text(" ").child(full_name);
    let facts = el("dl")
        .class("paper-facts")
        .child(el("div").child(el("dt").text(paper.party_label)).child(party))
        .child(fact(date_label, &paper.date))
        .child(fact(words.scope, &paper.scope))
        .children(paper.number.iter().map(|number| fact(words.number, number).view()));
    measured("header")
        .class("paper-head")
        .child(el("p").class("paper-kind").text(paper.kind))
        .child(el("h1").class("paper-title").text(paper.title.as_str()))
        .child(facts)
        .view()
}

fn fact(label: &str, value: &str) -> El {
    el("div").child(el("dt").text(label)).child(el("dd").text(value))
}

/// The head of every sheet after the first.
pub(super) fn running_head(paper: &ChecklistPaper) -> View {
    let party = el("span").text([paper.kind, "　"].concat()).child(el("b").text(paper.party.as_str()));
    measured("header").class("paper-running").child(el("span").text(paper.title.as_str())).child(party).view()
}

/// A paragraph of the standing requirements.
pub(super) fn standing(paragraph: &Standing) -> View {
    match paragraph {
        Standing::Heading(words) => measured("h2").class("paper-standing").text(words.as_str()),
        Standing::Paragraph { lead_in, text } => {
            let lead_in = (!lead_in.is_empty()).then(|| el("b").text(lead_in.as_str()));
            measured("p").class("paper-standing").child(lead_in).text(text.as_str())
        }
    }
    .view()
}

/// The widths of the columns, so that a table without its head has the same.
pub(super) fn columns() -> El {
    let columns = ["col-no", "col-box", "col-text", "col-target", "col-notes"];
    el("colgroup").children(columns.map(|class| el("col").class(class).view()))
}

/// The table: its head, and these rows.
pub(super) fn table(paper: &ChecklistPaper, rows: Vec<View>) -> View {
    let words = paper.words;
    let columns_named = [
        ("col-no", words.col_no),
        ("col-box", words.col_done),
        ("col-text", words.col_measure),
        ("col-target", words.col_target),
        ("col-notes", if paper.filled { words.col_report } else { words.col_notes }),
    ];
    let column = |(class, name)| el("th").set("scope", "col").class(class).text(name).view();
    let head = el("thead").child(el("tr").children(columns_named.map(column)));
    let table = el("table").child(columns()).child(head).child(el("tbody").children(rows));
    measured("div").class("paper-table").child(table).view()
}

/// A row of the table.
pub(super) fn row(paper: &ChecklistPaper, row: &Row) -> View {
    let words = paper.words;
    match row {
        Row::Undetermined => {
            let heading = el("th").set("colspan", "5").set("scope", "rowgroup").text(words.undetermined);
            let heading = heading.child(el("small").text(words.undetermined_note));
            measured("tr").class("row-apart").child(heading).view()
        }
        Row::Nothing => {
            measured("tr").class("row-nothing").child(el("td").set("colspan", "5").text(words.nothing)).view()
        }
        Row::Task(task) => task_row(task, ""),
        Row::Measure(measure) => measure_row(words, measure),
    }
}

/// The task row at the head of a sheet on which the task goes on.
pub(super) fn continued_row(paper: &ChecklistPaper, task: usize) -> Option<View> {
    match paper.rows.get(task) {
        Some(Row::Task(task)) => Some(task_row(task, paper.words.continued)),
        _ => None,
    }
}

/// A task row; one that is `continued` says so and does not repeat who answers.
fn task_row(task: &TaskRow, continued: &str) -> View {
    let statement = if continued.is_empty() { statement(&task.responsibility) } else { None };
    let heading = el("th")
        .set("colspan", "4")
        .set("scope", "rowgroup")
        .text([task.title.as_str(), continued].concat())
        .child(task.role.map(|role| el("em").text(role)))
        .child(statement);
    measured("tr").class("row-task").child(el("td").class("col-no").text(task.no.as_str())).child(heading).view()
}

fn measure_row(words: &'static PaperWords, measure: &MeasureRow) -> View {
    let none = measure.targets.is_empty().then(|| el("span").class("none").text("—"));
    let text =
        el("td").class("col-text").children(runs(&measure.text, "num")).child(statement(&measure.responsibility));
    let state = (!measure.state.is_empty()).then(|| el("b").text(&measure.state));
    let written = |(label, text): &(&'static str, String)| el("p").child(el("span").text(label)).text(text).view();
    let report = measure.report.iter().map(written);
    measured("tr")
        .class("row-measure")
        .child(el("td").class("col-no").text(measure.no.as_str()))
        .child(el("td").class("col-box").text(if measure.done { TICK } else { BOX }))
        .child(text)
        .child(
            el("td").class("col-target").children(measure.targets.iter().map(|line| target(words, line))).child(none),
        )
        .child(el("td").class("col-notes").child(state).children(report))
        .view()
}

fn target(words: &PaperWords, line: &TargetLine) -> View {
    el("div")
        .child(line.counts.as_ref().map(|counts| el("small").text(counts.as_str())))
        .child(el("b").text(line.words.as_str()))
        .child(el("span").class("actual").text(words.actual).text(" ").text(&line.actual))
        .view()
}

/// A statement of responsibility, in smaller type.
fn statement(statement: &[Run]) -> Option<El> {
    (!statement.is_empty()).then(|| el("small").children(runs(statement, "own")))
}

fn runs(runs: &[Run], class: &'static str) -> impl Iterator<Item = View> {
    runs.iter().map(move |run| {
        let text = run.text.clone();
        if run.target { el("b").class(class).text(text).view() } else { View::Text(text) }
    })
}

/// What the paper is signed with, below the last row.
pub(super) fn sign_off(paper: &ChecklistPaper) -> View {
    let words = paper.words;
    let line = |label: &str| el("div").child(el("dt").text(label)).child(el("dd")).view();
    let lines = [words.filled_by, words.checked_by, words.head, words.telephone].map(line);
    let date = el("dd").class("sign-date").children(words.empty_date.map(|part| el("span").text(part).view()));
    let seal = el("p").class("sign-seal").text(words.seal).child(el("b").text(paper.signer.as_str()));
    let signed_on = el("div").child(el("dt").text(words.signed_on)).child(date);
    let signatures = el("dl").children(lines).child(signed_on);
    measured("section").class("paper-sign").child(el("div").class("sign-box").child(seal).child(signatures)).view()
}

/// The foot of a sheet; `number` counts from 0.
pub(super) fn foot(paper: &ChecklistPaper, number: usize, count: usize) -> View {
    let words = paper.words;
    let legend = if paper.filled {
        [BOX, " ", words.legend_open, "　", TICK, " ", words.legend_done].concat()
    } else {
        words.legend_blank.to_owned()
    };
    numbered_foot(words, &legend, number, count)
}

/// The foot of any sheet: what is said there, and its number.
pub(super) fn numbered_foot(words: &PaperWords, says: &str, number: usize, count: usize) -> View {
    el("footer")
        .class("sheet-foot")
        .child(el("span").text(says))
        .child(el("span").class("sheet-no").text(between(&words.page, &[number + 1, count])))
        .view()
}
