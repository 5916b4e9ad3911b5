//! The columns of breakdown tables: which there are, which say the same in every row, and how wide they are.

use super::tree::{Tree, el};
use super::words::date_words;
use super::writer::{TaskSelection, Writer};
use crate::domain::arrangement;
use crate::domain::mark::{Duty, Field};
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::{Measure, Task};
pub use crate::text::paper::COLUMNS;
use crate::text::year::YearWords;

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

impl Columns<'_> {
    /// Whether the table is to have the column at this place.
    pub(super) fn has(self, place: u16) -> bool {
        let count = if self.reporting { COLUMNS } else { PLANNED };
        place < count && (place == MEASURES || !self.without.contains(&place))
    }

    /// The places of the columns that the table is to have.
    pub(super) fn places(self) -> impl Iterator<Item = u16> {
        (0..COLUMNS).filter(move |place| self.has(*place))
    }
}

/// A few widths of which one is chosen by what is written: the class of the table, and how wide its columns of words are, in tenths of a
/// millimetre on an A4 sheet. `style/papers.css` has the same widths.
pub(super) type Widths<const N: usize> = (&'static str, [usize; N]);

/// How wide half a character of 9 pt is, and how much of a column's width is left free beside its words.
const HALF: usize = 16;
const BESIDE: usize = 24;

/// How high a row is beside its lines, in lines.
const PER_ROW: usize = 1;

/// On how many lines a text stands in a column of this width.
fn lines(text: &str, width: usize) -> usize {
    let room = (width.saturating_sub(BESIDE) / HALF).max(2);
    let of_line = |line: &str| {
        let halves: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        halves.div_ceil(room).max(1)
    };
    text.lines().map(of_line).sum()
}

/// What stands beside one cell that several rows share: its words, and those of each row's columns.
pub(super) struct Shared<const N: usize> {
    pub(super) cell: String,
    pub(super) rows: Vec<[String; N]>,
}

/// The widths by which a table of these rows is least high, the first of those that do as well: of the column of shared cells, then of the
/// rows' columns.
pub(super) fn fitting<const N: usize, const M: usize>(sets: &[Widths<M>], rows: &[Shared<N>]) -> &'static str {
    let height = |widths: &[usize; M]| -> usize {
        let row = |row: &[String; N]| {
            let cells = row.iter().zip(&widths[1..]).map(|(cell, width)| lines(cell, *width));
            cells.max().unwrap_or(0).max(1) + PER_ROW
        };
        let of = |shared: &Shared<N>| {
            let beside: usize = shared.rows.iter().map(row).sum();
            beside.max(lines(&shared.cell, widths[0]) + PER_ROW)
        };
        rows.iter().map(of).sum()
    };
    sets.iter().min_by_key(|(_, widths)| height(widths)).map_or("", |(class, _)| class)
}

/// The time by which a task is due: as the task says, else the plan's due date; empty if there is none. Days that the coordinator
/// settled stand behind it, each with its measure.
pub(super) fn due_of(writer: &Writer, task: &Task) -> String {
    let said: Vec<String> = task.deadlines.iter().map(|span| writer.time(*span)).collect();
    let due = writer.plan().meta.due.as_ref().filter(|_| said.is_empty());
    let printed = due.map_or_else(|| said.join("；"), |due| date_words(&due.value, writer.request.words()));
    // Measures with the same day stand together.
    let mut days: Vec<(&str, Vec<String>)> = Vec::new();
    for measure in &task.measures {
        let day = writer.request.settled.value(Party::Coordinator, measure.id, Field::Due);
        let label = writer.plan().label(measure.id).to_string();
        match days.iter_mut().find(|(other, _)| *other == day) {
            _ if day.is_empty() => {}
            Some((_, labels)) => labels.push(label),
            None => days.push((day, vec![label])),
        }
    }
    let settled = days
        .into_iter()
        .map(|(day, labels)| format!("{}：{}", labels.join("、"), date_words(day, writer.request.words())));
    std::iter::once(printed).filter(|printed| !printed.is_empty()).chain(settled).collect::<Vec<_>>().join("；")
}

/// Who leads, supports, answers or is not concerned by what the coordinator settled of a measure, which stands beside what the plan says.
pub(super) fn settled(writer: &Writer, measure: &Measure) -> Option<Tree> {
    let names = YearWords::on_paper(writer.request.script()).duties;
    let said = writer.request.settled.said_of(measure.id);
    let of = |(duty, parties): (Duty, Vec<Party>)| {
        let parties: Vec<String> = parties.into_iter().map(|party| writer.name(party)).collect();
        format!("{}：{}", names[duty as usize], parties.join("、"))
    };
    let all: Vec<String> = arrangement::duties(said).into_iter().map(of).collect();
    let no = writer.plan().label(measure.id);
    (!all.is_empty()).then(|| el("p").text(format!("{no} {}", all.join("；"))).tree())
}

/// The time by which all of several tasks are due, if that is one.
pub(super) fn one_due(writer: &Writer, selections: &[TaskSelection]) -> Option<String> {
    let mut dues = selections.iter().map(|selection| due_of(writer, selection.task));
    let first = dues.next().filter(|due| !due.is_empty())?;
    let rest: Vec<String> = dues.collect();
    (!rest.is_empty() && rest.iter().all(|due| *due == first)).then_some(first)
}
