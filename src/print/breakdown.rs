//! The breakdown table 任務分解表: every measure with its task, targets, responsibility and due date; if it is for reporting, also the
//! reports. On the coordinator's paper these are those of many, in a table of their own ([`super::reporting`]).

pub use super::columns::{COLUMNS, Columns, MEASURES, PLANNED};
use super::columns::{Shared, Widths, due_of, fitting, one_due, settled};
use super::head::{HeadFacts, fact};
use super::paper::{Block, Paper, Table};
use super::request::PaperRequest;
use super::rows::{runs, signing_line, statement, target};
use super::tree::{Element, Tree, el};
use super::writer::{TaskSelection, Writer};
use crate::domain::mark::Field;
use crate::domain::party::Party;
use crate::domain::plan::Measure;
use crate::domain::runs::Run;
use crate::text::paper::PaperWords;
use crate::text::reporting::ReportingWords;

/// The class of each column, in the order of [`PaperWords::columns`].
const CLASSES: [&str; COLUMNS as usize] = [
    "col-no",
    "col-task",
    "col-text",
    "col-target",
    "col-units",
    "col-due",
    "col-progress",
    "col-state",
    "col-problem",
    "col-next",
    "col-notes",
];

/// The place of the column of times by which tasks are due, and those of the columns of words that are reported.
const DUE: u16 = 5;
const SAID: [(u16, Field); 3] = [(6, Field::Progress), (8, Field::Problem), (9, Field::NextStep)];

/// How wide the measures are, and each column of words that are reported.
const WIDTHS: [Widths<4>; 2] = [
    ("paper-table is-breakdown", [560, 280, 280, 280]),
    ("paper-table is-breakdown fits-telling", [420, 390, 390, 390]),
];

/// The breakdown table that is requested, on A4 or, if `large`, on A3.
pub fn paper(request: &PaperRequest, columns: &Columns, large: bool) -> Paper {
    let of_many = columns.reporting && request.party == Party::Coordinator;
    of_many
        .then(|| super::reporting::paper(request, *columns, large))
        .flatten()
        .unwrap_or_else(|| of_one(request, columns, large))
}

/// The table in which each measure has one row.
fn of_one(request: &PaperRequest, columns: &Columns, large: bool) -> Paper {
    let words = request.words();
    let writer = Writer::of(request);
    let facts =
        HeadFacts::of(request, if columns.reporting { words.reporting_table } else { words.breakdown }.to_owned());
    let selections = writer.tasks();
    let mut table = Rows { words, writer: &writer, places: Vec::new(), reporting: columns.reporting };
    let (left_out, more) = table.constant(columns, &selections);
    table.places = columns.places().filter(|place| !left_out.contains(place)).map(usize::from).collect();
    let mut blocks = vec![Block::head(0)];
    let mut shared = Vec::new();
    let mut section = None;
    let count = table.places.len().to_string();
    let across = |class: &str, text: &str| {
        Block::row(0, el("tr").class(class).child(el("th").set("colspan", &count).set("scope", "rowgroup").text(text)))
    };
    let mut apart = false;
    for selection in &selections {
        let here = request.plan.section_of(selection.place);
        if selection.undetermined && !apart {
            blocks.push(across("row-apart", words.undetermined).kept());
        } else if here != section && !selection.undetermined {
            let headings = here.map(|here| writer.headings(section, here)).unwrap_or_default();
            blocks.extend(headings.iter().map(|words| across("row-apart", words).kept()));
        }
        (section, apart) = (here, selection.undetermined);
        let cells = shared.len();
        shared.push((0, table.shared(selection, "")));
        shared.push((0, table.shared(selection, words.continued)));
        for (i, measure) in selection.measures.iter().enumerate() {
            blocks.push(Block { cells: Some(cells), joins: i > 0, ..Block::row(0, table.row(selection, measure)) });
        }
    }
    if blocks.len() == 1 {
        blocks.push(across("row-nothing", words.nothing));
    }
    let names = table.places.iter().map(|place| (CLASSES[*place], words.columns[*place])).collect();
    Paper {
        words,
        class: if large { "is-a3" } else { "is-wide" },
        owner: [&facts.party, "　", &facts.kind].concat(),
        scope: facts.scope.clone(),
        head: facts.head_with(words, more),
        running: facts.running(),
        tables: vec![Table { class: table.widths(&selections), columns: names }],
        shared,
        blocks,
        closing: columns.reporting.then(|| signing_line(words)).into(),
        foot: String::new(),
        by_lines: false,
        glosses: &[],
    }
}

/// Makes the rows of the table.
struct Rows<'a> {
    words: &'static PaperWords,
    writer: &'a Writer<'a>,
    /// The places of the columns that the table has.
    places: Vec<usize>,
    reporting: bool,
}

impl Rows<'_> {
    /// The columns that say the same in every row of a table for reporting, and that in the facts of the head: when all is due; in which
    /// columns of a filled-in paper nothing is written.
    fn constant(&self, columns: &Columns, selections: &[TaskSelection]) -> (Vec<u16>, Vec<Element>) {
        let (mut left_out, mut more) = (Vec::new(), Vec::new());
        if !self.reporting {
            return (left_out, more);
        }
        let name = |place: u16| self.words.columns[usize::from(place)];
        let due = one_due(self.writer, selections).filter(|_| columns.has(DUE));
        if let Some(due) = due {
            left_out.push(DUE);
            more.push(fact(name(DUE), &due));
        }
        let is_written = |field: Field| {
            let mut all = selections.iter().flat_map(|of| of.measures.iter().map(move |measure| (of, measure.id)));
            all.any(|(of, id)| !self.writer.said(of, id, field).is_empty())
        };
        // Where nobody has written anything yet there is room to.
        if SAID.iter().any(|(_, field)| is_written(*field)) {
            let empty = SAID.iter().filter(|(place, field)| columns.has(*place) && !is_written(*field));
            let empty: Vec<u16> = empty.map(|(place, _)| *place).collect();
            let names: Vec<&str> = empty.iter().map(|place| name(*place)).collect();
            let label = ReportingWords::of(self.writer.request.script()).empty;
            more.extend((!names.is_empty()).then(|| fact(label, &names.join("、"))));
            left_out.extend(empty);
        }
        (left_out, more)
    }

    /// The class with the widths that fit what is written.
    fn widths(&self, selections: &[TaskSelection]) -> &'static str {
        if !self.reporting {
            return WIDTHS[0].0;
        }
        let all = selections.iter().flat_map(|of| of.measures.iter().map(move |measure| (of, measure)));
        let row = |(of, measure): (&TaskSelection, &&Measure)| {
            let said = |(_, field): (u16, Field)| {
                let said = self.writer.said(of, measure.id, field);
                said.into_iter().map(|(name, text)| name + &text).collect::<Vec<_>>().join("\n")
            };
            Shared { cell: self.writer.text(measure.span), rows: vec![SAID.map(said)] }
        };
        fitting(&WIDTHS, &all.map(row).collect::<Vec<_>>())
    }

    /// Whether the responsibility is that of the whole task, not of single measures.
    fn is_whole(selection: &TaskSelection) -> bool {
        selection.task.measures.iter().all(|measure| measure.responsibility.is_none())
    }

    /// The cells that the rows of the task share, with gaps for the other cells.
    fn shared(&self, selection: &TaskSelection, continued: &str) -> Tree {
        let task = selection.task;
        let of = |place: &usize| match *place {
            1 => cell(1).text([&self.writer.text(task.title), continued].concat()).tree(),
            4 if Self::is_whole(selection) => {
                let settled = task.measures.iter().filter_map(|measure| settled(self.writer, measure));
                cell(4).children(runs(&self.answers(selection), "own")).children(settled).tree()
            }
            5 => cell(5).text(due_of(self.writer, task)).tree(),
            _ => Tree::Nothing,
        };
        el("tr").class("row-measure").children(self.places.iter().map(of)).tree()
    }

    /// The responsibility of the task.
    fn answers(&self, selection: &TaskSelection) -> Vec<Run> {
        self.writer.task(selection.task, self.words).responsibility
    }

    /// The other cells of the row of a measure.
    fn row(&self, selection: &TaskSelection, measure: &Measure) -> Tree {
        let words = self.words;
        let row = self.writer.measure(selection, measure, words);
        let is_whole = Self::is_whole(selection);
        let said = |field: Field| {
            let said = self.writer.said(selection, measure.id, field);
            said.into_iter().map(|(name, text)| el("p").child(el("span").text(name)).text(text).tree())
        };
        let of = |place: &usize| {
            let cell = cell(*place);
            Some(match *place {
                0 => cell.text(&row.no),
                2 => cell.children(runs(&row.text, "num")),
                3 => cell.children(row.targets.iter().map(|line| target(words, line, self.reporting))),
                4 if !is_whole && row.responsibility.is_empty() => {
                    cell.children(runs(&self.answers(selection), "own")).children(settled(self.writer, measure))
                }
                4 if !is_whole => cell.child(statement(&row.responsibility)).children(settled(self.writer, measure)),
                6 => cell.children(said(Field::Progress)),
                7 => {
                    let standing = self.writer.standing_of(selection, measure.id).filter(|standing| standing.counts);
                    cell.text(standing.map_or_else(String::new, |s| self.writer.state(&words.short_states, s)))
                }
                8 => cell.children(said(Field::Problem)),
                9 => cell.children(said(Field::NextStep)),
                10 => cell,
                _ => return None,
            })
        };
        el("tr").class("row-measure").children(self.places.iter().filter_map(of).map(Element::tree)).tree()
    }
}

fn cell(place: usize) -> Element {
    el("td").class(CLASSES[place])
}
