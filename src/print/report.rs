//! The progress report: the figures of the overview as an office writes them. Every sentence is made from the ledger.

use super::first_page;
use super::head::HeadFacts;
use super::paper::{Block, Paper, Table};
use super::request::PaperRequest;
use super::tree::{Tree, el};
use super::words::{date_words, fill};
use super::writer::{TaskSelection, Writer};
use crate::domain::calendar::parse_iso_date;
use crate::domain::dues::Due;
use crate::domain::ledger::Ledger;
use crate::domain::party::Party;
use crate::domain::plan::{MeasureId, Plan};
use crate::domain::progress::{Actual, Term};
use crate::domain::rollup::{Count, Standing, State, Tally};
use crate::domain::{mark::Field, mark::Status};
use crate::text::paper::{DoneWords, PaperWords};

/// The progress report that is requested.
pub fn paper(request: &PaperRequest) -> Paper {
    let words = request.words();
    let facts = HeadFacts::of(request, words.report.to_owned());
    let writer = Writer::of(request);
    let nothing = Ledger::default();
    let mut report = Report {
        words,
        writer: &writer,
        selections: writer.tasks(),
        ledger: request.ledger.unwrap_or(&nothing),
        blocks: Vec::new(),
        tables: Vec::new(),
        headings: 0,
    };
    let opens = report.first_page();
    report.summary();
    if let Some(block) = opens.and_then(|place| report.blocks.get_mut(place)) {
        block.opens = true;
    }
    if request.party == Party::Coordinator {
        report.parties();
    }
    report.targets();
    report.concerns();
    report.legend();
    Paper {
        words,
        class: "is-report",
        owner: facts.party.clone(),
        scope: facts.scope.clone(),
        head: facts.head(words),
        running: facts.running(),
        tables: report.tables,
        shared: Vec::new(),
        blocks: report.blocks,
        closing: Tree::Nothing,
        foot: String::new(),
        by_lines: false,
        glosses: &[],
    }
}

/// The share done, in percent; 0 of 0 is "—".
fn rate(count: Count) -> String {
    count.percent().map_or_else(|| "—".to_owned(), |percent| format!("{percent}%"))
}

/// How many rows a blank form leaves to be filled in by hand.
const EMPTY_ROWS: usize = 6;

/// One value for each of five columns.
type Columns = [&'static str; 5];

struct Report<'a> {
    words: &'static PaperWords,
    writer: &'a Writer<'a>,
    selections: Vec<TaskSelection<'a>>,
    /// The ledger; empty on a blank form.
    ledger: &'a Ledger,
    blocks: Vec<Block>,
    tables: Vec<Table>,
    headings: usize,
}

impl<'a> Report<'a> {
    fn plan(&self) -> &'a Plan {
        self.writer.plan()
    }

    fn is_filled(&self) -> bool {
        self.writer.request.ledger.is_some()
    }

    /// A figure; on a blank form, room to write it.
    fn figure(&self, figure: &str) -> String {
        (if self.is_filled() { figure } else { "＿＿" }).to_owned()
    }

    fn number(&self, number: usize) -> String {
        self.figure(&number.to_string())
    }

    fn heading(&mut self, title: &str) {
        let number = ["一", "二", "三", "四", "五"][self.headings % 5];
        self.headings += 1;
        self.blocks.push(Block::of(el("h2").text([number, "、", title].concat())).kept());
    }

    fn say(&mut self, sentence: &str) {
        self.blocks.push(Block::of(el("p").text(sentence)));
    }

    /// Begins a table with these columns; its rows follow.
    fn table(&mut self, class: &'static str, columns: Vec<(&'static str, &'static str)>) {
        self.blocks.push(Block::head(self.tables.len()));
        self.tables.push(Table { class, columns });
    }

    fn row(&mut self, class: &str, cells: &[String]) {
        let cells = cells.iter().map(|cell| el("td").text(cell).tree());
        self.blocks.push(Block::row(self.tables.len() - 1, el("tr").class(class).children(cells)));
    }

    /// A table of these rows, if there are any.
    fn listing(&mut self, class: &'static str, classes: Columns, names: Columns, rows: &[[String; 5]]) {
        if !rows.is_empty() {
            self.table(class, classes.into_iter().zip(names).collect());
            for row in rows {
                self.row("", row);
            }
        }
    }

    fn standing(&self, selection: &TaskSelection, id: MeasureId, party: Party) -> Standing {
        let measure = selection.task.measures.iter().find(|measure| measure.id == id);
        measure.map_or_else(Standing::default, |measure| {
            Standing::of(self.ledger.said_of(id), &selection.asked, (selection.task, measure), party)
        })
    }

    /// The tally of the requested measures for a party, in all tasks or in those at these places.
    fn tally(&self, party: Party, tasks: Option<&std::ops::Range<usize>>) -> Tally {
        let mut tally = Tally::default();
        let scope = self.writer.request.scope(party);
        for selection in &self.selections {
            if tasks.is_some_and(|tasks| !tasks.contains(&selection.place))
                || !scope.all().any(|task| task == selection.place)
            {
                continue;
            }
            for measure in selection.measures.iter().filter(|measure| !scope.left_out.contains(&measure.id)) {
                let standing = self.standing(selection, measure.id, party);
                if standing.counts {
                    tally.add(standing.state);
                }
            }
        }
        tally
    }

    /// The states that a party's measures can be in; for the plan, which has several reports of one, one more.
    fn states(&self) -> impl Iterator<Item = State> + use<> {
        let whole = self.writer.request.party == Party::Coordinator;
        State::ALL.into_iter().filter(move |state| whole || *state != State::Reported)
    }

    /// A table of tallies: name, all that count, each state, the share done. For measures that is the share signed off, for
    /// reports the share reported as done.
    fn tallies(&mut self, name: &'static str, done: &'static DoneWords) {
        let words = self.words;
        let mut columns = vec![("col-name", name), ("col-n", words.counted)];
        columns.extend(self.states().map(|state| ("col-n", words.short_states[state as usize])));
        columns.push(("col-n", done.rate));
        self.table("paper-table is-tally", columns);
    }

    fn tally_row(&mut self, name: String, tally: Tally, party: Party) {
        let class = if name == self.words.sum { "row-sum" } else { "" };
        let all = tally.counted().to_string();
        let mut figures: Vec<String> = self.states().map(|state| tally.of(state).to_string()).collect();
        figures.push(rate(tally.done(party)));
        if !self.is_filled() {
            figures.iter_mut().for_each(String::clear);
        }
        self.row(class, &[vec![name, all], figures].concat());
    }

    /// How many of the requested measures are overdue for a party, and how many are due soon.
    fn late(&self, party: Party) -> [usize; 2] {
        let mut late = [0; 2];
        for selection in &self.selections {
            for measure in &selection.measures {
                match self.writer.due(measure.id, self.standing(selection, measure.id, party)) {
                    Due::Overdue => late[0] += 1,
                    Due::Soon => late[1] += 1,
                    Due::Far => {}
                }
            }
        }
        late
    }

    /// The page that alone is enough, on a filled report on the whole plan. Returns the place of the block behind it.
    fn first_page(&mut self) -> Option<usize> {
        let is_whole = self.writer.request.party == Party::Coordinator
            && self.selections.iter().map(|selection| selection.measures.len()).sum::<usize>()
                == self.plan().measures().count();
        let ledger = self.writer.request.ledger.filter(|_| is_whole)?;
        let (blocks, tables) = first_page::blocks(self.writer, ledger, self.tables.len());
        self.blocks.extend(blocks);
        self.tables.extend(tables);
        Some(self.blocks.len())
    }

    /// The figures of the whole, and by section.
    fn summary(&mut self) {
        let words = self.words;
        let party = self.writer.request.party;
        let tally = self.tally(party, None);
        let done = tally.done(party);
        self.heading(words.summary);
        let mut values = vec![date_words(self.writer.request.date, words), self.number(done.all)];
        values.extend(self.states().map(|state| self.number(tally.of(state))));
        let [of_party, of_plan] = words.summary_text;
        let mut sentence = fill(if party == Party::Coordinator { of_plan } else { of_party }, &values);
        let rate = self.figure(&rate(done));
        sentence += &fill(words.done(party).rate_text, &[self.number(done.done), self.number(done.all), rate]);
        if let Some((term, today)) = Term::of(self.plan()).zip(parse_iso_date(self.writer.request.date)) {
            let [of_a_year, of_another] = words.time_text;
            let text = if term.is_a_year() { of_a_year } else { of_another };
            sentence += &fill(text, &[format!("{}%", term.over(today))]);
        }
        if !self.writer.dues().is_empty() {
            let [overdue, soon] = self.late(party);
            sentence += &fill(words.dues_text, &[self.number(overdue), self.number(soon)]);
        }
        self.say(&sentence);
        self.tallies(words.section, words.done(party));
        for section in &self.plan().sections {
            let tally = self.tally(party, Some(&section.tasks));
            if tally.all() > 0 {
                self.tally_row(self.writer.section(section), tally, party);
            }
        }
        self.tally_row(words.sum.to_owned(), tally, party);
    }

    /// The figures of every unit and locality.
    fn parties(&mut self) {
        let words = self.words;
        let all: Vec<(Party, Tally)> = self.plan().parties().skip(1).map(|p| (p, self.tally(p, None))).collect();
        let asked: Vec<&(Party, Tally)> = all.iter().filter(|(_, tally)| tally.all() > 0).collect();
        let silent = asked.iter().filter(|(_, tally)| tally.of(State::NotReported) > 0);
        let names: Vec<String> = silent.map(|(party, _)| self.writer.name(*party)).collect();
        self.heading(words.parties);
        let values = [asked.len().to_string(), self.number(asked.len() - names.len()), self.number(names.len())];
        let mut sentence = fill(words.parties_text, &values);
        if self.is_filled() && !names.is_empty() && names.len() < asked.len() {
            sentence += &fill(words.silent_text, &[names.join("、")]);
        }
        self.say(&sentence);
        self.tallies(words.owner, &words.reported);
        for (party, tally) in asked {
            self.tally_row(self.writer.name(*party), *tally, *party);
        }
    }

    /// The actual values for the targets of the measures that are the party's own.
    fn targets(&mut self) {
        let (words, ledger) = (self.words, self.ledger);
        let party = self.writer.request.party;
        let (mut reached, mut missed, mut given) = (0, 0, 0);
        let mut rows = Vec::new();
        for selection in &self.selections {
            for measure in
                selection.measures.iter().filter(|measure| self.standing(selection, measure.id, party).counts)
            {
                for (place, target) in measure.targets.iter().enumerate() {
                    let mut actual = Actual::of(ledger, &selection.asked, (selection.task, measure), place);
                    if party != Party::Coordinator {
                        actual = actual.by(party);
                    }
                    let verdict = actual.value.and_then(|value| target.is_reached(value));
                    let result = match verdict {
                        Some(true) => words.reached,
                        Some(false) => words.not_reached,
                        None => "",
                    };
                    reached += usize::from(verdict == Some(true));
                    missed += usize::from(verdict == Some(false));
                    given += usize::from(!actual.given.is_empty());
                    let unit = self.writer.write(&target.unit);
                    let several = actual.given.len() > 1;
                    let who = |who: Party| if several { self.writer.name(who) + "：" } else { String::new() };
                    let values = actual.given.iter().map(|(party, value)| [&who(*party), value, " ", &unit].concat());
                    rows.push([
                        self.plan().label(measure.id).to_string(),
                        target.counts.as_ref().map(|counts| self.writer.write(counts)).unwrap_or_default(),
                        self.writer.text(target.span),
                        values.collect::<Vec<_>>().join("；"),
                        result.to_owned(),
                    ]);
                }
            }
        }
        self.heading(words.targets);
        let values = [rows.len().to_string(), self.number(given), self.number(reached), self.number(missed)];
        self.say(&fill(words.targets_text, &values));
        let columns = [words.col_no, words.counts, words.col_target, words.fields.actual.short, words.result];
        self.listing("paper-table is-targets", ["col-no", "col-text", "col-name", "col-name", "col-n"], columns, &rows);
    }

    /// The measures that are behind or have a problem: for the coordinator those of all parties, else the party's own.
    fn concerns(&mut self) {
        let (words, ledger) = (self.words, self.ledger);
        let request = self.writer.request.party;
        let selections =
            |id: MeasureId| self.selections.iter().any(|selection| selection.measures.iter().any(|m| m.id == id));
        let (concerns, _) = crate::domain::overview::concerns(self.plan(), ledger);
        let mut concerns: Vec<_> = concerns.into_iter().filter(|concern| selections(concern.measure)).collect();
        concerns.retain(|concern| request == Party::Coordinator || concern.party == request);
        let behind = concerns.iter().filter(|concern| concern.behind).count();
        let problems = concerns.iter().filter(|concern| !concern.problem.is_empty()).count();
        self.heading(words.concerns);
        let sentence = if self.is_filled() && concerns.is_empty() {
            words.no_concerns.to_owned()
        } else {
            fill(words.concerns_text, &[self.number(behind), self.number(problems)])
        };
        self.say(&sentence);
        let mut rows = vec![<[String; 5]>::default(); if self.is_filled() { 0 } else { EMPTY_ROWS }];
        for concern in concerns {
            let status = ledger.value(concern.party, concern.measure, Field::Status);
            let state = Status::of_key(status).map(State::from).map_or("", |state| words.short_states[state as usize]);
            let name = self.writer.name(concern.party);
            let no = self.plan().label(concern.measure).to_string();
            rows.push([no, name, state.to_owned(), concern.problem, concern.next_step]);
        }
        let columns = [words.col_no, words.owner, words.columns[7], words.columns[8], words.columns[9]];
        self.listing(
            "paper-table is-concerns",
            ["col-no", "col-name", "col-n", "col-text", "col-text"],
            columns,
            &rows,
        );
    }

    /// The explanation of states and shares.
    fn legend(&mut self) {
        let words = self.words;
        self.heading(words.legend);
        let whole = self.writer.request.party == Party::Coordinator;
        let rates = whole.then_some(&words.signed_off).into_iter().chain([&words.reported]);
        let meanings = words.short_states.into_iter().zip(words.meanings);
        for (name, meaning) in meanings.chain(rates.map(|done| (done.rate, done.rate_meaning))) {
            let line = el("p").class("paper-legend").child(el("b").text(name)).text("：").text(meaning);
            self.blocks.push(Block::of(line));
        }
    }
}
