//! The breakdown table 任務分解表: every measure with its task, targets, responsibility and due date; if it is for reporting, also the
//! reports.

use super::head::HeadFacts;
use super::paper::{Block, Paper, Table};
use super::request::PaperRequest;
use super::rows::{runs, statement, target};
use super::tree::{Element, Tree, el};
use super::words::date_words;
use super::writer::{TaskSelection, Writer};
use crate::domain::mark::Field;
use crate::domain::ordered::Ordered;
use crate::domain::plan::{Measure, Task};
use crate::domain::runs::Run;
use crate::domain::span::Span;
pub use crate::text::paper::COLUMNS;
use crate::text::paper::PaperWords;

/// The columns of a table.
#[derive(Clone, Copy, Debug)]
pub struct Columns<'a> {
    /// The columns left out, by their place among all columns.
    pub without: &'a Ordered<u16>,
    /// Whether the table has the columns for reports.
    pub reporting: bool,
}

/// The number of columns that say what is to be done; the columns after them are for reports.
pub const PLANNED: u16 = 6;

/// The place of the column of measures, which is never left out.
pub const MEASURES: u16 = 2;

/// The class of each column, in the order of [`PaperWords::columns`].
const CLASSES: [&str; COLUMNS as usize] = [
    "col-no",
    "col-task",
    "col-text",
    "col-target",
    "col-units",
    "col-due",
    "col-said",
    "col-state",
    "col-said",
    "col-said",
    "col-notes",
];

impl Columns<'_> {
    /// The places of the columns that the table has.
    fn places(self) -> impl Iterator<Item = usize> {
        let count = if self.reporting { COLUMNS } else { PLANNED };
        let without = self.without.clone();
        (0..count).filter(move |place| *place == MEASURES || !without.contains(place)).map(usize::from)
    }
}

/// The breakdown table that is requested, on A4 or, if `large`, on A3.
pub fn paper(request: &PaperRequest, columns: &Columns, large: bool) -> Paper {
    let words = request.words();
    let writer = Writer::of(request);
    let facts =
        HeadFacts::of(request, if columns.reporting { words.reporting_table } else { words.breakdown }.to_owned());
    let mut blocks = vec![Block::head(0)];
    let mut shared = Vec::new();
    let mut section = None;
    let count = columns.places().count().to_string();
    let across = |class: &str, text: &str| {
        Block::row(0, el("tr").class(class).child(el("th").set("colspan", &count).set("scope", "rowgroup").text(text)))
    };
    let mut apart = false;
    for selection in writer.tasks() {
        let here = request.plan.section_of(selection.place);
        if selection.undetermined && !apart {
            blocks.push(across("row-apart", words.undetermined).kept());
        } else if here != section && !selection.undetermined {
            let title = here.map(|section| writer.section(section));
            blocks.extend(title.filter(|title| !title.is_empty()).map(|title| across("row-apart", &title).kept()));
        }
        (section, apart) = (here, selection.undetermined);
        let cells = shared.len();
        let rows = Rows { words, writer: &writer, columns, selection: &selection };
        shared.push((0, rows.shared("")));
        shared.push((0, rows.shared(words.continued)));
        for (i, measure) in selection.measures.iter().enumerate() {
            blocks.push(Block { cells: Some(cells), joins: i > 0, ..Block::row(0, rows.row(measure)) });
        }
    }
    if blocks.len() == 1 {
        blocks.push(across("row-nothing", words.nothing));
    }
    let line = [words.seal, words.filled_by, words.checked_by, words.telephone];
    let line = line.map(|label| el("span").text(label).text("：").tree());
    let closing = columns.reporting.then(|| el("p").class("paper-line").children(line));
    let names = columns.places().map(|place| (CLASSES[place], words.columns[place])).collect();
    Paper {
        words,
        class: if large { "is-a3" } else { "is-wide" },
        owner: [&facts.party, "　", &facts.kind].concat(),
        scope: facts.scope.clone(),
        head: facts.head(words),
        running: facts.running(),
        tables: vec![Table { class: "paper-table is-breakdown", columns: names }],
        shared,
        blocks,
        closing: closing.into(),
        foot: String::new(),
        by_lines: false,
    }
}

/// Makes the rows of a task.
struct Rows<'a> {
    words: &'static PaperWords,
    writer: &'a Writer<'a>,
    columns: &'a Columns<'a>,
    selection: &'a TaskSelection<'a>,
}

impl Rows<'_> {
    /// Whether the responsibility is that of the whole task, not of single measures.
    fn is_whole(&self) -> bool {
        self.selection.task.measures.iter().all(|measure| measure.responsibility.is_none())
    }

    /// The cells that the rows of the task share, with gaps for the other cells.
    fn shared(&self, continued: &str) -> Tree {
        let task = self.selection.task;
        let cell = |place: usize| match place {
            1 => cell(1).text([&self.writer.text(task.title), continued].concat()).tree(),
            4 if self.is_whole() => cell(4).children(runs(&self.answers(), "own")).tree(),
            5 => cell(5).text(self.due(task)).tree(),
            _ => Tree::Nothing,
        };
        el("tr").class("row-measure").children(self.columns.places().map(cell)).tree()
    }

    /// The responsibility of the task.
    fn answers(&self) -> Vec<Run> {
        self.writer.task(self.selection.task, self.words).responsibility
    }

    /// The time by which the task is due: as the task says, else the plan's due date.
    fn due(&self, task: &Task) -> String {
        let said: Vec<String> = task.deadlines.iter().map(|span: &Span| self.writer.time(*span)).collect();
        let due = self.writer.plan().meta.due.as_ref().filter(|_| said.is_empty());
        due.map_or_else(|| said.join("；"), |due| date_words(&due.value, self.words))
    }

    /// The other cells of the row of a measure.
    fn row(&self, measure: &Measure) -> Tree {
        let words = self.words;
        let row = self.writer.measure(self.selection, measure, words);
        let said = |field: Field| {
            let said = self.writer.said(self.selection, measure.id, field);
            said.into_iter().map(|(name, text)| el("p").child(el("span").text(name)).text(text).tree())
        };
        let of = |place: usize| {
            let cell = cell(place);
            Some(match place {
                0 => cell.text(&row.no),
                2 => cell.children(runs(&row.text, "num")),
                3 => cell.children(row.targets.iter().map(|line| target(words, line, self.columns.reporting))),
                4 if !self.is_whole() && row.responsibility.is_empty() => cell.children(runs(&self.answers(), "own")),
                4 if !self.is_whole() => cell.child(statement(&row.responsibility)),
                6 => cell.children(said(Field::Progress)),
                7 => {
                    let standing =
                        self.writer.standing_of(self.selection, measure.id).filter(|standing| standing.counts);
                    cell.text(standing.map_or_else(String::new, |s| self.writer.state(&words.short_states, s)))
                }
                8 => cell.children(said(Field::Problem)),
                9 => cell.children(said(Field::NextStep)),
                10 => cell,
                _ => return None,
            })
        };
        el("tr").class("row-measure").children(self.columns.places().filter_map(of).map(Element::tree)).tree()
    }
}

fn cell(place: usize) -> Element {
    el("td").class(CLASSES[place])
}
