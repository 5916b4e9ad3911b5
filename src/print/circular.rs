//! The circular (通報) on the whole plan, in an office's form: which bodies reported how far, in which order, who is late with what, and
//! who has not reported. [`super::survey`] says what is counted as what.

use super::head::running;
use super::issued::{EMPTY_ROWS, date, day_words, filters, number, number_line, seal, words as issued};
use super::paper::{Block, Paper, Table};
use super::phrases::phrases;
use super::request::PaperRequest;
use super::survey::{Case, Extent, Figures, Ranked, Survey, ranked};
use super::tree::{Tree, el};
use super::words::fill;
use super::writer::Writer;
use crate::domain::mark::Field;
use crate::domain::party::Party;
use crate::domain::rollup::Count;
use crate::text::circular::CircularWords;
use crate::text::issued::IssuedWords;

/// The class of each column of the bodies, and of what is late.
const BODIES: [&str; 8] = ["col-no", "col-name", "col-n", "col-n", "col-n", "col-n", "col-n", "col-n"];
const CASES: [&str; 5] = ["col-name", "col-no", "col-text", "col-why", "col-said"];

/// The circular that is requested.
pub fn paper(request: &PaperRequest) -> Paper {
    let survey = Survey::of(request);
    let parties = || request.plan.parties().skip(1);
    let bodies = survey.as_ref().map_or_else(Vec::new, |survey| {
        parties().map(|party| (party, survey.cases(party))).filter(|(_, cases)| !cases.is_empty()).collect()
    });
    let figures: Vec<(Party, Figures)> = bodies.iter().map(|(party, cases)| (*party, Figures::of(cases))).collect();
    let words = CircularWords::of(request.script());
    let circular = Circular {
        request,
        writer: Writer::of(request),
        words,
        issued: issued(request),
        ranked: ranked(&figures),
        bodies,
        survey,
        figures,
    };
    let title = circular.writer.text(request.plan.meta.title);
    let [before, after] = words.title;
    let head = el("header")
        .class("paper-head")
        .child(number_line(request))
        .child(el("h1").class("paper-title").child(phrases(&[before, &title, after].concat())));
    let mut shared = Vec::new();
    let blocks = circular.blocks(&mut shared);
    let named = |classes: &[&'static str], names: &[&'static str]| {
        classes.iter().copied().zip(names.iter().copied()).collect::<Vec<_>>()
    };
    Paper {
        words: request.words(),
        class: "is-issued is-circular",
        owner: circular.writer.name(Party::Coordinator),
        scope: circular.writer.scope(request.words()),
        head: head.tree(),
        running: running(&title, words.kind, ""),
        tables: vec![
            Table { class: "paper-table is-bodies", columns: named(&BODIES, &words.bodies) },
            Table { class: "paper-table is-cases", columns: named(&CASES, &words.cases) },
        ],
        shared,
        blocks,
        closing: circular.closing(),
        foot: String::new(),
        by_lines: false,
        glosses: &[],
    }
}

struct Circular<'a> {
    request: &'a PaperRequest<'a>,
    writer: Writer<'a>,
    words: &'static CircularWords,
    issued: &'static IssuedWords,
    survey: Option<Survey<'a>>,
    /// The measures of every body that has some on the paper, in the order of the plan; nothing on a blank form.
    bodies: Vec<(Party, Vec<Case<'a>>)>,
    /// Its figures.
    figures: Vec<(Party, Figures)>,
    /// The same in order.
    ranked: Vec<Ranked>,
}

impl Circular<'_> {
    fn is_blank(&self) -> bool {
        self.survey.is_none()
    }

    fn blocks(&self, shared: &mut Vec<(usize, Tree)>) -> Vec<Block> {
        let words = self.words;
        let heading = |title: &str| Block::of(el("h2").text(title)).kept();
        let mut blocks = vec![Block::of(el("p").class("paper-addressee").text(self.addressees())).kept()];
        blocks.push(say(&self.intro()));
        blocks.push(heading(words.reporting));
        blocks.push(Block::head(0));
        blocks.extend(self.table());
        blocks.push(Block::of(el("p").class("paper-note").text(words.note)));
        blocks.push(heading(words.late));
        blocks.extend(self.late(shared));
        blocks.push(heading(words.missing));
        blocks.extend(self.missing());
        blocks
    }

    /// Whom it is for.
    fn addressees(&self) -> &'static str {
        let plan = self.request.plan;
        let [both, units, places] = self.words.to;
        match (plan.units.is_empty(), plan.localities.is_empty()) {
            (true, false) => places,
            (false, true) => units,
            _ => both,
        }
    }

    /// How many bodies have reported so much of what they have to.
    fn of_extent(&self, extent: Extent) -> impl Iterator<Item = &(Party, Figures)> {
        self.figures.iter().filter(move |(_, figures)| figures.extent() == Some(extent))
    }

    fn number(&self, count: usize) -> String {
        number(self.request, count)
    }

    fn intro(&self) -> String {
        let (words, plan) = (self.words, self.request.plan);
        let paper = self.request.words();
        let round = self.survey.as_ref().and_then(|survey| survey.round.as_ref()).map(|round| {
            let days = [round.id.from, round.id.until, round.due].map(|day| day_words(day, paper));
            let [from, until, due] = days;
            fill(words.round, &[self.writer.write(&round.name), from, until, due])
        });
        let [before, after] = self.issued.title;
        let of = plan.meta.number.as_ref().map(|fact| ["（", &self.writer.write(&fact.value), "）"].concat());
        let title = [before, &self.writer.text(plan.meta.title), after, &of.unwrap_or_default()].concat();
        let [all, part, nothing] =
            [Extent::All, Extent::Part, Extent::Nothing].map(|extent| self.of_extent(extent).count());
        let asked = all + part + nothing;
        let mut values = vec![date(self.request), title + &filters(self.request)];
        values.extend([asked, all, part, nothing].map(|count| self.number(count)));
        let beside = self.figures.len() - asked;
        let beside = if beside > 0 { fill(words.beside, &[beside.to_string()]) } else { String::new() };
        [&round.unwrap_or_default(), &fill(words.intro, &values), &beside, words.follows].concat()
    }

    /// The bodies in order; on a blank form an empty row for each of the plan.
    fn table(&self) -> Vec<Block> {
        let row = |cells: Vec<String>| {
            let cells = BODIES.into_iter().zip(cells).map(|(class, cell)| el("td").class(class).text(cell).tree());
            Block::row(0, el("tr").children(cells))
        };
        if self.is_blank() {
            let is_asked = |party: &Party| !self.request.scope(*party).tasks.is_empty();
            let asked = self.request.plan.parties().skip(1).filter(is_asked);
            return asked.map(|_| row(vec![String::new(); BODIES.len()])).collect();
        }
        let none = || "—".to_owned();
        let of = |ranked: &Ranked| {
            let Ranked { rank, party, figures } = ranked;
            let rate = Count { done: figures.reported, all: figures.asked }.percent();
            let mut cells = vec![rank.map_or_else(none, |rank| rank.to_string()), self.writer.name(*party)];
            cells.extend([figures.asked, figures.reported].map(|count| count.to_string()));
            cells.push(rate.map_or_else(none, |percent| [&percent.to_string(), "%"].concat()));
            cells.extend([figures.done, figures.behind, figures.late].map(|count| count.to_string()));
            row(cells)
        };
        self.ranked.iter().map(of).collect()
    }

    /// The bodies that are behind or overdue, each with its measures.
    fn late(&self, shared: &mut Vec<(usize, Tree)>) -> Vec<Block> {
        let words = self.words;
        let is_late = |case: &&Case| case.standing.behind || case.late > 0;
        let late: Vec<(Party, Vec<&Case>)> =
            self.bodies.iter().map(|(party, cases)| (*party, cases.iter().filter(is_late).collect())).collect();
        let late: Vec<_> = late.into_iter().filter(|(_, cases)| !cases.is_empty()).collect();
        if !self.is_blank() && late.is_empty() {
            return vec![say(words.no_late)];
        }
        let sum = |figure: fn(&Figures) -> usize| self.figures.iter().map(|(_, figures)| figure(figures)).sum();
        let counts = [sum(|figures| figures.behind), sum(|figures| figures.late), late.len()];
        let mut blocks = vec![say(&fill(words.late_text, &counts.map(|count| self.number(count)))), Block::head(1)];
        if self.is_blank() {
            let empty = || el("tr").children(CASES.map(|class| el("td").class(class).tree()));
            blocks.extend((0..EMPTY_ROWS).map(|_| Block::row(1, empty())));
        }
        for (party, cases) in late {
            let cells = shared.len();
            let name = |continued: &str| {
                let name = el("td").class(CASES[0]).text([&self.writer.name(party), continued].concat());
                (1, el("tr").child(name).children(CASES[1..].iter().map(|_| Tree::Nothing)).tree())
            };
            shared.extend([name(""), name(words.continued)]);
            for (i, case) in cases.into_iter().enumerate() {
                blocks.push(Block { cells: Some(cells), joins: i > 0, ..Block::row(1, self.case(case)) });
            }
        }
        blocks
    }

    /// A measure that is late, beside the name of its body.
    fn case(&self, case: &Case) -> Tree {
        let behind = case.standing.behind.then(|| self.issued.behind.to_owned());
        let late = (case.late > 0).then(|| fill(self.issued.late, &[case.late.to_string()]));
        let why: Vec<String> = behind.into_iter().chain(late).collect();
        let cells = [
            self.request.plan.label(case.measure.id).to_string(),
            self.writer.text(case.measure.span),
            why.join(self.issued.comma),
            case.mark.map_or("", |mark| mark.value(Field::Problem)).to_owned(),
        ];
        let cells = CASES[1..].iter().zip(cells).map(|(class, cell)| el("td").class(class).text(cell).tree());
        el("tr").class("row-measure").children(cells).tree()
    }

    /// The bodies that have not reported everything: those that reported nothing, and those that reported a part.
    fn missing(&self) -> Vec<Block> {
        let words = self.words;
        let named = |extent: Extent| -> (usize, String) {
            let of = |(party, figures): &(Party, Figures)| {
                let missing = figures.asked - figures.reported;
                fill(words.of_body, &[self.writer.name(*party), missing.to_string()])
            };
            let names: Vec<String> = self.of_extent(extent).map(of).collect();
            (names.len(), names.join(self.issued.and))
        };
        let sentences = [(words.nothing, named(Extent::Nothing)), (words.part, named(Extent::Part))];
        if self.is_blank() {
            let room = || self.issued.gap.repeat(16);
            return sentences.iter().map(|(words, _)| say(&fill(words, &[self.number(0), room()]))).collect();
        }
        let said = sentences.into_iter().filter(|(_, (count, _))| *count > 0);
        let mut blocks: Vec<Block> =
            said.map(|(words, (count, names))| say(&fill(words, &[count.to_string(), names]))).collect();
        if blocks.is_empty() {
            blocks.push(say(words.no_missing));
        } else {
            blocks.push(Block::of(el("p").class("paper-note").text(words.of_body_note)));
        }
        blocks
    }

    /// What is asked for, and the seal.
    fn closing(&self) -> Tree {
        let words = self.words;
        let due = self.survey.as_ref().and_then(Survey::due);
        let due = due.map_or_else(|| self.issued.empty_day.to_owned(), |due| day_words(due, self.request.words()));
        let any = |holds: fn(&Figures) -> bool| self.is_blank() || self.figures.iter().any(|(_, of)| holds(of));
        let mut sentence = String::new();
        if any(|figures| figures.reported < figures.asked) {
            sentence += &fill(words.ask_missing, &[due]);
        }
        if any(|figures| figures.behind + figures.late > 0) {
            sentence += words.ask_late;
        }
        if sentence.is_empty() {
            sentence += words.ask;
        }
        el("div").class("paper-issue").child(el("p").text(sentence)).child(seal(self.request)).tree()
    }
}

/// A paragraph.
fn say(sentence: &str) -> Block {
    Block::of(el("p").text(sentence))
}
