//! Sixth stage: the measures of each task, what they set, and by when.
//!
//! In: tasks with their statements read. Out: a [`Work`] for each. Change here what a sentence is (`sentences.rs`), a number
//! (`numbers.rs`), a target (`targets.rs`, `joined.rs` where lines are broken, `coverage.rs` where it has no number, `conditions.rs` and `described.rs` for numbers that are none) and a deadline in running text (`deadlines.rs`, `since.rs` where it is counted from a day).

pub mod conditions;
pub mod coverage;
pub mod deadlines;
pub mod described;
pub mod joined;
pub mod numbers;
pub mod sentences;
pub mod since;
pub mod targets;

use crate::domain::plan::{Measure, PieceKind, Target};
use crate::domain::span::Span;
use crate::reader::duty::{Duties, Duty, Names, Said};
use crate::reader::lexicon::marks::{digit, is_colon, is_stop, opens_bracket};
use crate::reader::lexicon::quantities::{CIRCLE, CIRCLE_UNITS};
use crate::reader::sort::Item;
use crate::reader::text::Text;
use crate::reader::text::fields::content_label;
use crate::reader::text::scan::{Depth, has_words, is_bracket, length, trim};
use crate::reader::text::table::Row;

/// A lead-in of this length or less (`具体措施：`) is no measure.
const LONGEST_LEAD_IN: usize = 12;
/// So many of the last times of a task are asked whether one was found already.
const LAST_TIMES: usize = 8;
/// A bracket behind a heading is looked through for so many characters.
const LONGEST_BRACKET: usize = 200;

/// A task with its measures read. `Of` is what it was found as: an [`Item`], or the [`Row`]s of a table.
#[derive(Clone, Debug)]
pub struct Work<Of> {
    /// What it was found as.
    pub of: Of,
    /// Its heading; empty where that is its only measure.
    pub title: Span,
    /// Its measures in printed order, not yet numbered; each says which of the statements speaks of it, where there are several.
    pub measures: Vec<Measure>,
    /// Who answers, those statements taken together that have no measure between them.
    pub statements: Vec<Names>,
    /// By when.
    pub deadlines: Vec<Span>,
    /// What was recognised in its text; its statements of who answers are not among it.
    pub pieces: Vec<(Span, PieceKind)>,
}

/// All tasks of a text.
#[derive(Clone, Debug, Default)]
pub struct Works<'t> {
    /// Those under headings, in printed order.
    pub items: Vec<Work<&'t Item<'t>>>,
    /// Those of tables, in printed order.
    pub rows: Vec<Work<&'t [Row]>>,
}

/// Reads the measures of all tasks.
pub fn read<'t>(text: &Text, duties: Duties<'t>) -> Works<'t> {
    let titled = |mut duty: Duty<&'t Item<'t>>| {
        let Item { mut title, node, section, .. } = *duty.of;
        if let Some(sentence) = counting(text, title).filter(|_| node != section) {
            duty.said.insert(0, Said::Words(sentence));
            title = Span::default();
        }
        let mut work = Work::read(text, duty, title);
        // The heading of a section stays one.
        if node != section {
            work.tick_title(text);
            work.tick_lead_in(text);
        }
        work
    };
    let items = duties.items.into_iter().map(titled).collect();
    let rows = duties.rows.into_iter().map(|duty| Work::read(text, duty, Span::default())).collect();
    Works { items, rows }
}

/// A heading with the stop behind it.
fn stopped(text: &Text, heading: Span) -> Span {
    let behind = Span::new(heading.ends(), text.folded.len());
    let stop = behind.of(&text.folded).chars().next().filter(|c| is_stop(*c)).map_or(0, char::len_utf8);
    Span::new(heading.begins(), heading.ends() + stop)
}

/// A heading with its stop, if it is a sentence that says how many: 新建公园3处。其中城区2处。 1小时通勤圈 is the name of something.
fn counting(text: &Text, heading: Span) -> Option<Span> {
    let words = heading.of(&text.folded);
    let sentence = stopped(text, heading);
    // 新建公园3处（县住建局）。其中城区2处。
    let bracketed = || {
        let behind = Span::new(heading.ends(), text.folded.len()).of(&text.folded);
        let mut depth = Depth::default();
        let behind = behind.starts_with(opens_bracket).then_some(behind)?;
        let mut rest = behind.chars().take(LONGEST_BRACKET).skip_while(|c| {
            depth.step(*c);
            depth.bracketed()
        });
        rest.nth(1).filter(|c| is_stop(*c))
    };
    if sentence == heading && bracketed().is_none() {
        return None;
    }
    let counts = |target: &Target| {
        let circle = CIRCLE_UNITS.contains(&target.unit.as_str()) && words.contains(CIRCLE);
        !circle && target.span.of(&text.folded).contains(|c| digit(c).is_some())
    };
    (words.contains(|c| digit(c).is_some()) && targets::find(text, heading).iter().any(counts)).then_some(sentence)
}

impl<Of> Work<Of> {
    /// Reads one task; `title` is its heading, in which a deadline may stand.
    fn read(text: &Text, duty: Duty<Of>, title: Span) -> Self {
        let deadlines = deadlines::find(&text.folded, title);
        let (measures, statements, pieces) = (Vec::new(), Vec::new(), Vec::new());
        let mut work = Self { of: duty.of, title, measures, statements, deadlines, pieces };
        // The first measure that no statement has spoken of yet.
        let mut since = 0;
        // Whether there was a measure since the last statement.
        let mut fresh = true;
        for said in duty.said {
            match said {
                Said::Label(span) => work.pieces.push((span, PieceKind::Label)),
                Said::Heading(span) if counting(text, span).is_some() => fresh |= work.words(text, stopped(text, span)),
                Said::Heading(span) => {
                    work.pieces.push((span, PieceKind::Heading));
                    work.deadlines.extend(deadlines::find(&text.folded, span));
                }
                Said::Words(span) => fresh |= work.words(text, span),
                Said::Value(span) => fresh |= work.value(text, span),
                Said::Times(span, times) => {
                    work.pieces.push((span, PieceKind::Deadline));
                    // A time that a cell begins with was found in its words, if they say 前.
                    let found =
                        |time: &Span| work.deadlines.iter().rev().take(LAST_TIMES).any(|due| due.contains(*time));
                    let fresh: Vec<Span> = times.into_iter().filter(|time| !found(time)).collect();
                    work.deadlines.extend(fresh);
                }
                Said::Names(names) => {
                    work.names(names, fresh);
                    let index = work.statements.len().saturating_sub(1);
                    work.measures.iter_mut().skip(since).for_each(|m| m.responsibility = Some(index));
                    since = work.measures.len();
                    fresh = false;
                }
            }
        }
        if work.statements.len() < 2 {
            work.measures.iter_mut().for_each(|m| m.responsibility = None);
        }
        work
    }

    /// Makes the heading the measure of a task that somebody answers for and that says nothing else.
    fn tick_title(&mut self, text: &Text) {
        if !self.measures.is_empty() || self.statements.is_empty() || !has_words(&text.folded, self.title) {
            return;
        }
        let title = std::mem::take(&mut self.title);
        let span = stopped(text, title);
        self.measures.push(Measure { span, targets: targets::find(text, span), ..Measure::default() });
        self.pieces.push((span, PieceKind::Measure));
    }

    /// Makes what leads in to nothing the measure of a task that says nothing else: 修好公路：.
    fn tick_lead_in(&mut self, text: &Text) {
        if !self.measures.is_empty() || !self.statements.is_empty() || !self.title.is_empty() {
            return;
        }
        let leads = |piece: &&mut (Span, PieceKind)| {
            piece.1 == PieceKind::Paragraph && piece.0.of(&text.folded).ends_with(is_colon)
        };
        if let Some((span, kind)) = self.pieces.iter_mut().find(leads) {
            *kind = PieceKind::Measure;
            self.measures.push(Measure { span: *span, targets: targets::find(text, *span), ..Measure::default() });
        }
    }

    /// Takes the sentences of a span as measures; whether there were any.
    fn words(&mut self, text: &Text, span: Span) -> bool {
        let before = self.measures.len();
        for sentence in sentences::sentences(&text.folded, span) {
            let words = sentence.of(&text.folded);
            let lead_in = words.ends_with(is_colon) && length(words, LONGEST_LEAD_IN + 1) <= LONGEST_LEAD_IN;
            if lead_in || is_bracket(words) {
                self.pieces.push((sentence, PieceKind::Paragraph));
                continue;
            }
            let label = content_label(&text.folded, sentence);
            self.pieces.extend(label.map(|label| (label, PieceKind::Paragraph)));
            let sentence = label.map_or(sentence, |label| trim(&text.folded, sentence.on_from(label.ends())));
            self.deadlines.extend(deadlines::find(&text.folded, sentence));
            let targets = targets::find(text, sentence);
            self.measures.push(Measure { span: sentence, targets, ..Measure::default() });
            self.pieces.push((sentence, PieceKind::Measure));
        }
        self.measures.len() > before
    }

    /// Takes a value in as what the last measure sets, if it stands behind it, or else as its words are; whether there is a measure.
    fn value(&mut self, text: &Text, span: Span) -> bool {
        let last = self.measures.last_mut().filter(|last| last.span.end <= span.start);
        let Some(last) = last.filter(|last| !has_words(&text.folded, Span::new(last.span.ends(), span.begins())))
        else {
            return self.words(text, span);
        };
        let whole = last.span.through(span);
        if let Some((piece, _)) = self.pieces.iter_mut().rfind(|(piece, _)| *piece == last.span) {
            *piece = whole;
        }
        last.span = whole;
        last.targets.extend(targets::find(text, span));
        self.deadlines.extend(deadlines::find(&text.folded, span));
        true
    }

    /// Takes a statement in. One with no measure since the last continues it: 牵头部门 and 参与单位 on lines of their own.
    fn names(&mut self, names: Names, fresh: bool) {
        self.deadlines.extend(&names.deadlines);
        match self.statements.last_mut().filter(|_| !fresh) {
            Some(last) => {
                last.span = last.span.around(names.span);
                last.named.extend(names.named);
                last.open |= names.open;
            }
            None => self.statements.push(names),
        }
    }
}
