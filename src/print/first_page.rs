//! The first page of the progress report, which alone is enough: the verdict, bars against the time of year, targets at risk, the
//! problems that most need a decision, and a line to be signed. Everything behind it is an annex.

use super::charts::bar;
use super::paper::{Block, Table};
use super::tree::{Tree, el};
use super::writer::Writer;
use crate::domain::calendar::iso_to_day;
use crate::domain::glance::{Glance, Line};
use crate::domain::ledger::Ledger;
use crate::domain::lights::{Light, OnDay};
use crate::domain::mark::Status;
use crate::domain::overview::{Concern, concerns};
use crate::domain::party::Party;
use crate::domain::printed_day::Day;
use crate::domain::rollup::{Count, Lighting, Standings, State, Tally};
use crate::text::overview::{Figures, OverviewWords};
use crate::text::paper::PaperWords;
use std::collections::BTreeSet;

/// The most problems on the page.
const PROBLEMS: usize = 5;

/// The most targets and bodies on the page.
const ROWS: usize = 3;

/// How much of a problem is on the page, in characters: two lines. All of it is in the tables behind.
const GIST: usize = 32;

/// A row of a table that has so many already. The first is most needed; the others go where the page has no room for all.
fn row(table: usize, before: usize, tree: impl Into<Tree>) -> Block {
    let row = Block::row(table, tree);
    if before == 0 { row } else { row.spared() }
}

/// The beginning of a text.
fn gist(text: &str) -> String {
    let mut all = text.chars();
    let begin: String = all.by_ref().take(GIST).collect();
    if all.next().is_some() { begin + "…" } else { begin }
}

/// The blocks of the page, with the tables that they are rows of; the first of these tables gets this number.
pub(super) fn blocks(writer: &Writer, ledger: &Ledger, first: usize) -> (Vec<Block>, Vec<Table>) {
    let Some(day) = iso_to_day(writer.request.date) else { return (Vec::new(), Vec::new()) };
    let page = Page {
        writer,
        ledger,
        words: writer.request.words(),
        own: OverviewWords::on_paper(writer.request.script()),
        glance: Glance::of(writer.plan(), ledger, writer.dues(), day, writer.request.round_of(day).as_ref()),
        day,
        first,
    };
    page.blocks()
}

struct Page<'a> {
    writer: &'a Writer<'a>,
    ledger: &'a Ledger,
    words: &'static PaperWords,
    own: &'static OverviewWords,
    glance: Glance,
    day: Day,
    first: usize,
}

impl Page<'_> {
    fn blocks(&self) -> (Vec<Block>, Vec<Table>) {
        let mut figures = Figures::of(&self.glance, |party| self.writer.name(party));
        figures.lights = figures.lights.filter(|_| self.writer.request.with_lights);
        let mut blocks = vec![
            Block::of(el("p").class("paper-verdict").text((self.own.verdict)(&figures))).kept(),
            Block::of(el("p").text((self.own.grounds)(&figures))),
        ];
        let mut tables = Vec::new();
        self.bars(&mut blocks, &mut tables);
        self.furthest(&mut blocks, &mut tables);
        self.at_risk(&mut blocks, &mut tables);
        self.problems(&mut blocks, &mut tables);
        let line = [self.words.seal, self.words.checked_by, self.words.head];
        let line = line.map(|label| el("span").text(label).text("：").tree());
        blocks.push(Block::of(el("p").class("paper-line").children(line)));
        (blocks, tables)
    }

    /// Begins a table with a heading above it.
    fn table(
        &self,
        (blocks, tables): (&mut Vec<Block>, &mut Vec<Table>),
        title: &str,
        columns: Vec<(&'static str, &'static str)>,
    ) -> usize {
        let at = self.first + tables.len();
        blocks.push(Block::of(el("h2").class("is-first-page").text(title)).kept());
        blocks.push(Block::head(at));
        tables.push(Table { class: "paper-table is-first-page", columns });
        at
    }

    /// How much of the plan and of each section is signed off, as bars against the time of year, and how much waits for that.
    fn bars(&self, blocks: &mut Vec<Block>, tables: &mut Vec<Table>) {
        let own = self.own;
        let columns =
            vec![("col-name", self.words.section), ("col-bar", own.progress), ("col-n", self.state(State::SignedOff))];
        let at = self.table((blocks, tables), &self.progress(), columns);
        blocks.push(Block::row(at, self.bar(self.words.sum, &self.glance.plan.tally)));
        let plan = self.writer.plan();
        for (section, tally) in plan.sections.iter().zip(self.by_section()) {
            let name = self.writer.section(section);
            blocks.push(Block::row(at, self.bar(&name, &tally)));
        }
    }

    fn by_section(&self) -> Vec<Tally> {
        crate::domain::overview::PartyRow::of(self.writer.plan(), self.ledger, Party::Coordinator).sections
    }

    /// The heading of the bars, with how much of the time is over.
    fn progress(&self) -> String {
        let time = self.glance.time.map(|percent| format!("（{}）", (self.own.time_over)(percent)));
        [self.own.progress, &time.unwrap_or_default()].concat()
    }

    fn bar(&self, name: &str, tally: &Tally) -> Tree {
        let waiting = tally.of(State::Done);
        let signed = Count { done: tally.of(State::SignedOff), all: tally.counted() };
        let pieces = [("is-signed", signed.done), ("is-waiting", waiting)];
        let percent = signed.percent().map_or_else(|| "—".to_owned(), |percent| format!("{percent}%"));
        let apart = if waiting > 0 { " " } else { "" };
        let waits = (waiting > 0).then(|| el("small").text(format!("{} {waiting}", self.state(State::Done))));
        el("tr")
            .child(el("td").text(name))
            .child(el("td").child(bar(&pieces, signed.all, self.glance.time, "")))
            .child(el("td").text(format!("{}/{}（{percent}）{apart}", signed.done, signed.all)).child(waits))
            .tree()
    }

    fn state(&self, state: State) -> &'static str {
        self.words.short_states[state as usize]
    }

    /// The bodies that are furthest behind.
    fn furthest(&self, blocks: &mut Vec<Block>, tables: &mut Vec<Table>) {
        let behind: Vec<&Line> = self.glance.furthest_behind();
        if behind.is_empty() {
            return;
        }
        let lit = self.writer.request.with_lights.then_some(());
        let columns = [("col-name", self.words.owner)].into_iter().chain(lit.map(|()| ("col-n", self.own.red)));
        let columns = columns.chain([
            ("col-n", self.words.short_states[State::Behind as usize]),
            ("col-n", self.own.reported),
            ("col-n", self.own.done),
        ]);
        let columns = columns.collect();
        let at = self.table((blocks, tables), self.own.furthest_on_paper, columns);
        for (before, line) in behind.into_iter().take(ROWS).enumerate() {
            let done = line.tally.done(line.party);
            let fraction = |count: Count| format!("{}/{}", count.done, count.all);
            let red = lit.map(|()| line.lights.of(Light::Red).to_string());
            let cells = [self.writer.name(line.party)].into_iter().chain(red);
            let cells = cells.chain([line.behind.to_string(), fraction(line.reported), fraction(done)]);
            blocks.push(row(at, before, el("tr").children(cells.map(|cell| el("td").text(cell).tree()))));
        }
    }

    /// The targets that are behind the time of year, or not kept.
    fn at_risk(&self, blocks: &mut Vec<Block>, tables: &mut Vec<Table>) {
        let plan = self.writer.plan();
        let risk = |(place, points): &(usize, i64)| {
            let row = self.glance.targets.rows.get(*place)?;
            let measure = plan.tasks.get(row.task)?.measures.get(row.measure)?;
            let target = measure.targets.get(row.target)?;
            let counts = target.counts.as_ref().map(|counts| self.writer.write(counts)).unwrap_or_default();
            let by = if *points == i64::MIN { self.own.not_kept.to_owned() } else { (self.own.behind_by)(-points) };
            Some([plan.label(measure.id).to_string(), counts, self.writer.text(target.span), by])
        };
        let rows: Vec<[String; 4]> = self.glance.targets.at_risk.iter().filter_map(risk).take(ROWS).collect();
        if rows.is_empty() {
            return;
        }
        let columns = vec![
            ("col-no", self.words.col_no),
            ("col-text", self.words.counts),
            ("col-name", self.words.col_target),
            ("col-name", self.words.result),
        ];
        let at = self.table((blocks, tables), self.own.at_risk, columns);
        for (before, cells) in rows.into_iter().enumerate() {
            blocks.push(row(at, before, el("tr").children(cells.map(|cell| el("td").text(cell).tree()))));
        }
    }

    /// The problems that most need a decision: those of measures with a red light first, of what is behind before the others, then those
    /// with a yellow light; alike in the order of the plan.
    fn problems(&self, blocks: &mut Vec<Block>, tables: &mut Vec<Table>) {
        let (all, _) = concerns(self.writer.plan(), self.ledger);
        // Of what is reported done nothing is left to decide but the sign-off.
        let is_open = |concern: &Concern| self.ledger.status(concern.party, concern.measure) != Some(Status::Done);
        let is_told = |concern: &Concern| !concern.problem.is_empty() && is_open(concern);
        let mut told: Vec<Concern> = all.into_iter().filter(is_told).collect();
        let (plan, ledger, on_day) = (self.writer.plan(), self.ledger, OnDay::of(self.day));
        let lighting: Lighting = &|of| on_day.lit(plan, ledger, self.writer.dues(), of);
        let standings = Standings::lit(plan, ledger, Party::Coordinator, 0..plan.tasks.len(), lighting);
        told.sort_by_key(|concern| {
            let light = standings.get(concern.measure).light;
            (light != Some(Light::Red), !concern.behind, light != Some(Light::Yellow))
        });
        if told.is_empty() {
            return;
        }
        // The same words of several are one problem to decide.
        let mut known = BTreeSet::new();
        told.retain(|concern| known.insert(concern.problem.clone()));
        told.truncate(PROBLEMS);
        let columns = vec![
            ("col-no", self.words.col_no),
            ("col-text", self.words.columns[2]),
            ("col-name", self.words.owner),
            ("col-problem", self.words.fields.problem.full),
        ];
        let at = self.table((blocks, tables), self.own.to_decide, columns);
        for (before, concern) in told.into_iter().enumerate() {
            let measure = plan.measure(concern.measure).map(|measure| gist(&self.writer.text(measure.span)));
            let next = gist(&concern.next_step);
            let next =
                (!next.is_empty()).then(|| el("small").text([self.words.fields.next_step.full, "：", &next].concat()));
            let cells =
                [plan.label(concern.measure).to_string(), measure.unwrap_or_default(), self.writer.name(concern.party)];
            let cells = cells.map(|cell| el("td").text(cell).tree());
            let apart = if next.is_some() { " " } else { "" };
            let problem = el("td").text(gist(&concern.problem)).text(apart).child(next);
            blocks.push(row(at, before, el("tr").children(cells).child(problem)));
        }
    }
}
