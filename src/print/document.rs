//! The full text as an official document by GB/T 9704-2012: 22 lines of 28 characters on a page, in a type area of 156 by 225
//! mm, with the standard's faces of headings and page numbers. The lengths are in `style/document.css`.

use super::head::{HeadFacts, fact};
use super::paper::{Block, Paper};
use super::phrases::phrases;
use super::request::PaperRequest;
use super::tree::{Element, Tree, el};
use super::writer::{TaskSelection, Writer};
use crate::domain::plan::{Measure, PieceKind, Responsibility};
use crate::domain::rollup::State;
use crate::domain::running::{self, Line, Part};
use crate::text::paper::PaperWords;

/// The full text of the measures requested, with the passages that nobody ticks. Filled in, it gives the state of reported
/// measures.
pub fn paper(request: &PaperRequest) -> Paper {
    let words = request.words();
    let writer = Writer::of(request);
    let facts = HeadFacts::of(request, words.full_text.to_owned());
    let mut blocks = vec![Block::of(el("h1").class("doc-title").child(phrases(&facts.title))).kept()];
    blocks.extend(facts.number.iter().map(|number| Block::of(el("p").class("doc-number").text(number)).kept()));
    blocks.extend(Running::of(&writer, words).blocks());
    let closing = el("dl")
        .class("doc-record")
        .child(fact(facts.party_label, &facts.party))
        .child(fact(words.scope, &facts.scope))
        .child(fact(facts.date_label, &facts.date))
        .children(facts.round.iter().map(|round| fact(words.round, round).tree()));
    Paper {
        words,
        class: "is-document",
        owner: facts.party,
        scope: facts.scope,
        head: Tree::Nothing,
        running: Tree::Nothing,
        tables: Vec::new(),
        shared: Vec::new(),
        blocks,
        closing: closing.tree(),
        foot: String::new(),
        by_lines: true,
        glosses: &[],
    }
}

/// The running text of the plan, and the part of it that is requested.
struct Running<'a> {
    writer: &'a Writer<'a>,
    words: &'a PaperWords,
    lines: Vec<Line>,
    /// What is requested of each task, in the order of the plan; `None` for tasks without a requested measure.
    tasks: Vec<Option<TaskSelection<'a>>>,
}

impl<'a> Running<'a> {
    fn of(writer: &'a Writer<'a>, words: &'a PaperWords) -> Self {
        let plan = writer.plan();
        let mut tasks: Vec<_> = plan.tasks.iter().map(|_| None).collect();
        let mut take = |task: TaskSelection<'a>| {
            if let Some(place) = tasks.get_mut(task.place) {
                *place = Some(task);
            }
        };
        let chosen = writer.tasks();
        let whole = chosen.iter().map(|task| task.measures.len()).sum::<usize>();
        // No filter finds a task without measures, so it is printed only if the whole list is.
        let scope = writer.request.scope(writer.request.party);
        if whole == scope.measures(plan).count() {
            scope.all().filter_map(|place| writer.without_measures(place)).for_each(&mut take);
        }
        chosen.into_iter().for_each(take);
        Self { writer, words, lines: running::lines(plan), tasks }
    }

    fn blocks(&self) -> Vec<Block> {
        let stays = |place: &usize| self.stays(*place);
        (0..self.lines.len()).filter(stays).map(|place| self.block(&self.lines[place])).collect()
    }

    /// Whether a line is printed. A line of a task is printed if something of it is requested; a heading if something under
    /// it is printed, or if there is nothing under it; every other line always.
    fn stays(&self, place: usize) -> bool {
        let line = &self.lines[place];
        if line.task.is_some() || !line.is_heading() {
            return (0..line.parts.len()).any(|part| self.says(line, part));
        }
        let under = self.lines[place + 1..].iter().take_while(|under| under.level == 0 || under.level > line.level);
        let mut left_out = false;
        for under in under.filter(|under| under.task.is_some() || !under.is_heading()) {
            if (0..under.parts.len()).any(|part| self.says(under, part)) {
                return true;
            }
            left_out = true;
        }
        !left_out
    }

    fn task(&self, line: &Line) -> Option<&TaskSelection<'a>> {
        self.tasks.get(line.task?)?.as_ref()
    }

    /// Whether a part of a line is printed. In a task these are the requested measures and what belongs to them: a number
    /// with the words behind it, and a statement on some measures with one of those.
    fn says(&self, line: &Line, place: usize) -> bool {
        if line.task.is_none() {
            return true;
        }
        let Some((selection, part)) = self.task(line).zip(line.parts.get(place)) else { return false };
        match part.piece.kind {
            PieceKind::Measure => asked(selection, part).is_some(),
            PieceKind::Label if place >= line.head && place + 1 < line.parts.len() => self.says(line, place + 1),
            PieceKind::Responsibility => {
                let is_it = |statement: &Responsibility| statement.span.contains(part.piece.span);
                let Some(statement) = selection.task.responsibilities.iter().position(is_it) else { return true };
                let of_it = |measure: &Measure| measure.responsibility == Some(statement);
                !selection.task.measures.iter().any(of_it) || selection.measures.iter().any(|measure| of_it(measure))
            }
            _ => true,
        }
    }

    fn block(&self, line: &Line) -> Block {
        let head: String = line.parts[..line.head].iter().map(|part| self.text(part)).collect();
        if line.is_heading() {
            return title_line(&head, line.level);
        }
        let selection = self.task(line);
        let mut paragraph = el("p");
        if !head.is_empty() {
            paragraph = if is_second(&head) {
                paragraph.child(el("span").class("doc-second").text(head))
            } else {
                paragraph.text(head)
            };
        }
        for place in (line.head..line.parts.len()).filter(|place| self.says(line, *place)) {
            let part = &line.parts[place];
            let measure = selection.and_then(|selection| Some((selection, asked(selection, part)?)));
            let state = measure.and_then(|(selection, measure)| self.state(selection, measure));
            paragraph = paragraph.text(self.text(part)).child(state);
        }
        Block::of(paragraph)
    }

    /// The text of a piece with the marks behind it.
    fn text(&self, part: &Part) -> String {
        self.writer.text(part.piece.span) + &self.writer.write(&part.marks)
    }

    /// The state of a measure, if it was reported.
    fn state(&self, selection: &TaskSelection, measure: &Measure) -> Option<Element> {
        let standing = self.writer.standing_of(selection, measure.id)?;
        let told = standing.counts && standing.state != State::NotReported;
        let state = || ["（", &self.writer.state(&self.words.short_states, standing), "）"].concat();
        told.then(|| el("span").class("doc-state").text(state()))
    }
}

/// The requested measure that a part holds.
fn asked<'a>(selection: &TaskSelection<'a>, part: &Part) -> Option<&'a Measure> {
    let measure = running::measure_of(selection.task, part.piece)?;
    selection.measures.iter().any(|asked| asked.id == measure.id).then_some(measure)
}

/// A heading in the face of its level: 一、 in 黑體, (一) in 楷體, deeper ones such as 1. in the face of the text.
fn title_line(title: &str, level: usize) -> Block {
    let class = if is_second(title) {
        Some("doc-second")
    } else {
        let plain = level > 1 && title.starts_with(|c: char| c.is_ascii_digit());
        (!plain).then_some("doc-first")
    };
    let heading = class.map_or_else(|| el("h2"), |class| el("h2").class(class));
    Block::of(heading.text(title)).kept()
}

/// Whether a heading has a label of the second level: (一).
fn is_second(heading: &str) -> bool {
    heading.starts_with(['(', '（'])
}
