//! The table of reports on the coordinator's paper: a row for each measure, and beside it a row for each body that said something of it.
//! Bodies that gave a status and not a word stand together in one row for each status, and so do those that are asked and gave none.

use super::columns::{Columns, Shared, Widths, due_of, fitting, one_due, settled};
use super::head::{HeadFacts, fact};
use super::paper::{Block, Paper, Table};
use super::request::PaperRequest;
use super::rows::{deadline, runs, signing_line, statement};
use super::tree::{Element, Tree, el};
use super::writer::{TaskSelection, Writer};
use crate::domain::ledger::MarkKey;
use crate::domain::mark::{Field, Mark, Status};
use crate::domain::party::Party;
use crate::domain::plan::Measure;
use crate::domain::rollup::{Standing, State};
use crate::text::paper::PaperWords;
use crate::text::reporting::ReportingWords;

/// The columns of words, by their places: progress, problem, next step; and that of the status.
const SAID: [u16; 3] = [6, 8, 9];
const STATUS: u16 = 7;
const NOTES: u16 = 10;

/// How wide the measures are, and the columns of [`SAID`].
const WIDTHS: [Widths<4>; 7] = [
    ("paper-table is-breakdown is-reporting fits-long", [480, 1050, 280, 280]),
    ("paper-table is-breakdown is-reporting fits-middle", [480, 930, 340, 340]),
    ("paper-table is-breakdown is-reporting fits-mixed", [460, 830, 400, 400]),
    ("paper-table is-breakdown is-reporting fits-level", [460, 550, 540, 540]),
    ("paper-table is-breakdown is-reporting fits-broad", [700, 830, 280, 280]),
    ("paper-table is-breakdown is-reporting fits-half", [700, 550, 420, 420]),
    ("paper-table is-breakdown is-reporting fits-short", [1000, 530, 280, 280]),
];

/// What one body says of one measure, in words.
struct Said {
    name: String,
    status: Option<Status>,
    /// In the order of [`SAID`]; the actual values stand behind the progress.
    words: [String; 3],
}

/// What is said of one measure.
struct Reports<'a> {
    measure: &'a Measure,
    /// Who said something.
    said: Vec<Said>,
    /// Who said a status only; last, where others reported on a measure that is not signed off, who is asked and said none.
    quiet: Vec<(Option<Status>, Vec<String>)>,
}

/// The table; `None` where nobody has reported anything.
pub(super) fn paper(request: &PaperRequest, columns: Columns, large: bool) -> Option<Paper> {
    let writer = Writer::of(request);
    let selections = writer.tasks();
    let of_task = |selection| -> Vec<Reports> { reports(&writer, selection, columns) };
    let said: Vec<Vec<Reports>> = selections.iter().map(of_task).collect();
    let all = || said.iter().flatten();
    if all().all(|reports| reports.said.is_empty() && reports.quiet.is_empty()) {
        return None;
    }
    let is_written = |n: usize| all().flat_map(|reports| &reports.said).any(|said| !said.words[n].is_empty());
    let written: Vec<usize> = (0..SAID.len()).filter(|n| is_written(*n)).collect();
    let words = request.words();
    let mut table = Reporting {
        words,
        own_words: ReportingWords::of(request.script()),
        writer: &writer,
        columns,
        written,
        due: one_due(&writer, &selections),
        shared: Vec::new(),
        blocks: vec![Block::head(0)],
    };
    let class = table.fitting(&said);
    let mut section = None;
    for (selection, reports) in selections.iter().zip(&said) {
        let here = request.plan.section_of(selection.place);
        if here != section {
            for words in here.map(|here| writer.headings(section, here)).unwrap_or_default() {
                table.blocks.push(Block::row(0, table.across("row-apart", el("b").text(words))).kept());
            }
        }
        section = here;
        table.task(selection, reports);
    }
    let facts = HeadFacts::of(request, words.reporting_table.to_owned());
    let names = table.columns();
    Some(Paper {
        words,
        class: if large { "is-a3" } else { "is-wide" },
        owner: [&facts.party, "　", &facts.kind].concat(),
        scope: facts.scope.clone(),
        head: facts.head_with(words, table.facts()),
        running: facts.running(),
        tables: vec![Table { class, columns: names }],
        shared: table.shared,
        blocks: table.blocks,
        closing: signing_line(words).tree(),
        foot: String::new(),
        by_lines: false,
        glosses: &[],
    })
}

/// What is said of the requested measures of a task, as far as the table has columns for it.
fn reports<'a>(writer: &Writer<'a>, selection: &TaskSelection<'a>, columns: Columns) -> Vec<Reports<'a>> {
    let Some(ledger) = writer.request.ledger else { return Vec::new() };
    let of = |measure: &&'a Measure| {
        let mut reports = Reports { measure, said: Vec::new(), quiet: Vec::new() };
        for (key, mark) in ledger.said_of(measure.id) {
            let MarkKey::Placed(party, _) = key else { continue };
            let is_own = *party == Party::Coordinator;
            if !is_own && !selection.asked.counts_with(*party, mark) {
                continue;
            }
            let said =
                |place: u16, field| if columns.has(place) { mark.value(field).to_owned() } else { String::new() };
            let mut words =
                [said(SAID[0], Field::Progress), said(SAID[1], Field::Problem), said(SAID[2], Field::NextStep)];
            if columns.has(3) {
                let actual = actual(writer, measure, mark);
                let stop = if words[0].is_empty() || actual.is_empty() { "" } else { "\n" };
                words[0] = [&words[0], stop, &actual].concat();
            }
            let status = mark.status();
            let name = writer.name(*party);
            if words.iter().any(|words| !words.is_empty()) {
                reports.said.push(Said { name, status, words });
            } else if status.is_some() && !is_own {
                match reports.quiet.iter_mut().find(|(other, _)| *other == status) {
                    Some((_, names)) => names.push(name),
                    None => reports.quiet.push((status, vec![name])),
                }
            }
        }
        reports.quiet.sort_by_key(|(status, _)| *status);
        let is_open = |standing: Standing| standing.counts && standing.reported() > 0 && !standing.done;
        if columns.has(STATUS) && writer.standing_of(selection, measure.id).is_some_and(is_open) {
            let silent = selection.asked.silent(ledger.said_of(measure.id));
            let names: Vec<String> = silent.iter().map(|party| writer.name(*party)).collect();
            reports.quiet.extend((!names.is_empty()).then_some((None, names)));
        }
        reports
    };
    selection.measures.iter().map(of).collect()
}

/// The actual values that a body gave: 實際 6 所.
fn actual(writer: &Writer, measure: &Measure, mark: &Mark) -> String {
    let several = measure.targets.len() > 1;
    let given = measure.targets.iter().zip(1..).filter_map(|(target, n)| {
        let value = Some(mark.value(Field::Actual(n))).filter(|value| !value.is_empty())?;
        let counts = target.counts.as_ref().filter(|_| several).map(|counts| writer.write(counts));
        let unit = writer.write(&target.unit);
        Some([&counts.unwrap_or_default(), writer.request.words().fields.actual.short, " ", value, " ", &unit].concat())
    });
    given.collect::<Vec<_>>().join("；")
}

struct Reporting<'a> {
    words: &'static PaperWords,
    own_words: &'static ReportingWords,
    writer: &'a Writer<'a>,
    columns: Columns<'a>,
    /// The columns of [`SAID`] in which something is written, by their places there.
    written: Vec<usize>,
    /// When all is due, where that is one day for all tasks.
    due: Option<String>,
    shared: Vec<(usize, Tree)>,
    blocks: Vec<Block>,
}

impl Reporting<'_> {
    /// The columns of the table, each as class and name.
    fn columns(&self) -> Vec<(&'static str, &'static str)> {
        let name = |place: u16| self.words.columns[usize::from(place)];
        let mut columns = vec![("col-no", name(0)), ("col-text", name(2)), ("col-owner", self.own_words.who)];
        columns.retain(|(class, _)| *class != "col-no" || self.columns.has(0));
        columns.extend(self.columns.has(STATUS).then(|| ("col-state", name(STATUS))));
        let classes = ["col-progress", "col-problem", "col-next"];
        columns.extend(self.written.iter().map(|n| (classes[*n], name(SAID[*n]))));
        columns
    }

    /// How many columns stand beside the shared cells.
    fn beside(&self) -> usize {
        1 + usize::from(self.columns.has(STATUS)) + self.written.len()
    }

    /// What is said once for all rows: when all is due, and which columns nobody wrote in.
    fn facts(&self) -> Vec<Element> {
        let name = |place: u16| self.words.columns[usize::from(place)];
        let due = self.due.as_ref().filter(|_| self.columns.has(5)).map(|due| fact(name(5), due));
        let is_empty = |n: &usize| !self.written.contains(n);
        let empty = (0..SAID.len()).filter(is_empty).map(|n| SAID[n]).chain([NOTES]);
        let empty: Vec<&str> = empty.filter(|place| self.columns.has(*place)).map(name).collect();
        let empty = (!empty.is_empty()).then(|| fact(self.own_words.empty, &empty.join("、")));
        due.into_iter().chain(empty).collect()
    }

    /// The class with the widths that fit what is written.
    fn fitting(&self, said: &[Vec<Reports>]) -> &'static str {
        let row = |said: &Said| said.words.clone();
        let of = |reports: &Reports| {
            let quiet = reports.quiet.iter().map(|_| <[String; 3]>::default());
            let measure = self.writer.text(reports.measure.span);
            Shared { cell: measure, rows: reports.said.iter().map(row).chain(quiet).collect() }
        };
        fitting(&WIDTHS, &said.iter().flatten().map(of).collect::<Vec<_>>())
    }

    /// A row over all columns.
    fn across(&self, class: &str, content: Element) -> Element {
        let count = self.columns().len().to_string();
        el("tr").class(class).child(el("th").set("colspan", &count).set("scope", "rowgroup").child(content))
    }

    /// The row of a task, and those of its measures.
    fn task(&mut self, selection: &TaskSelection, reports: &[Reports]) {
        let row = self.writer.task(selection.task, self.words);
        let title = super::words::heading(&row.no, &row.title);
        let above = self.shared.len();
        self.shared.push((0, self.across("row-of", el("b").text([&title, self.words.continued].concat())).tree()));
        let is_whole = selection.task.measures.iter().all(|measure| measure.responsibility.is_none());
        let answers = (is_whole && self.columns.has(4) && !row.responsibility.is_empty())
            .then(|| el("span").children(runs(&row.responsibility, "own")));
        let due = due_of(self.writer, selection.task);
        let due = (self.columns.has(5) && self.due.is_none() && !due.is_empty())
            .then(|| el("span").text(self.words.deadline).text(due));
        if self.columns.has(1) || answers.is_some() || due.is_some() {
            let title = self.columns.has(1).then(|| el("b").text(title));
            let content = el("div").child(title).child(answers).child(due);
            self.blocks.push(Block::row(0, self.across("row-of", content)).kept());
        }
        for reports in reports {
            let cells = self.shared.len();
            self.shared.push((0, self.measure(selection, reports.measure, is_whole)));
            self.shared.push((0, self.again(reports.measure)));
            for (i, row) in self.rows(reports).into_iter().enumerate() {
                let above = self.columns.has(1).then_some(above);
                self.blocks.push(Block { cells: Some(cells), joins: i > 0, above, ..Block::row(0, row) });
            }
        }
    }

    /// The cells of a measure that the rows of its reports share.
    fn measure(&self, selection: &TaskSelection, measure: &Measure, is_whole: bool) -> Tree {
        let row = self.writer.measure(selection, measure, self.words);
        let standing = self.writer.standing_of(selection, measure.id).filter(|standing| standing.counts);
        let state = standing.map(|standing| self.writer.state(&self.words.short_states, standing));
        let text = el("td")
            .class("col-text")
            .children(runs(&row.text, "num"))
            .child(if self.columns.has(5) { deadline(self.words, &row.deadline) } else { None })
            .child(if self.columns.has(4) && !is_whole { statement(&row.responsibility) } else { None })
            .child(settled(self.writer, measure).filter(|_| self.columns.has(4)))
            .child(state.filter(|_| self.columns.has(STATUS)).map(|state| el("small").child(el("b").text(state))));
        self.shared_cells(&row.no, text)
    }

    /// The same cells on the next sheet.
    fn again(&self, measure: &Measure) -> Tree {
        let no = self.writer.plan().label(measure.id).to_string();
        self.shared_cells(&no, el("td").class("col-text").text(self.own_words.continued))
    }

    fn shared_cells(&self, no: &str, text: Element) -> Tree {
        let no = self.columns.has(0).then(|| el("td").class("col-no").text(no).tree());
        el("tr").class("row-measure").children(no).child(text).child(Tree::Nothing).tree()
    }

    /// A row for each who said something, one for each status that others gave without a word; at least one.
    fn rows(&self, reports: &Reports) -> Vec<Tree> {
        // All of its cells take the one gap beside those of the measure, be they one or several.
        let row = |cells: Vec<Element>| {
            el("tr").class("row-measure").child(Tree::All(cells.into_iter().map(Element::tree).collect()))
        };
        let mut rows: Vec<Tree> = reports.said.iter().map(|said| row(self.cells(said)).tree()).collect();
        for (status, names) in &reports.quiet {
            let state = self.words.short_states[status.map_or(State::NotReported, State::from) as usize];
            let span = self.beside().to_string();
            let cell = el("td").class("col-owner").set("colspan", &span).child(el("b").text(state)).text("：");
            rows.push(row(vec![cell.text(names.join("、"))]).tree());
        }
        if rows.is_empty() {
            rows.push(row((0..self.beside()).map(|_| el("td")).collect()).tree());
        }
        rows
    }

    /// The cells of who said something.
    fn cells(&self, said: &Said) -> Vec<Element> {
        let mut cells = vec![el("td").class("col-owner").text(&said.name)];
        if self.columns.has(STATUS) {
            let state = said.status.map_or("", |status| self.words.short_states[State::from(status) as usize]);
            let is_behind = said.status == Some(Status::Behind);
            let cell = el("td").class("col-state");
            cells.push(if is_behind { cell.child(el("b").text(state)) } else { cell.text(state) });
        }
        let of_words = |n: &usize| {
            let cell = el("td").class("col-said");
            let words = &said.words[*n];
            if words.is_empty() { cell } else { cell.child(el("p").text(words)) }
        };
        cells.extend(self.written.iter().map(of_words));
        cells
    }
}
