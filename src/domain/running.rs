//! The running text of a plan: its pieces as lines, each word once and in the order of the source.
//!
//! Title, notice and furniture are not part of it. A line ends where the source ends one. It also ends where another task
//! begins, or a heading outside any task, so that a text copied without its line breaks keeps its headings apart. Where the
//! source is wrapped at a fixed width, the end of a full line within a paragraph does not end a line of the running text.

use super::plan::{Measure, Piece, PieceKind, Plan, Task};
use super::span::Span;

/// One line of the running text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The pieces on the line, in order; never empty.
    pub parts: Vec<Part>,
    /// How many parts, from the first on, are the heading: all parts if the heading stands alone, none in a paragraph.
    pub head: usize,
    /// The level of the heading, from 1; 0 where the line has none.
    pub level: usize,
    /// The task that the line belongs to, as an index into [`Plan::tasks`].
    pub task: Option<usize>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// One of [`Plan::pieces`], never a gap.
    pub piece: Piece,
    /// The marks of the record between this part and the next, or the end of the line. Left out are the closing mark of a
    /// heading that stands alone, a line break within the line, spaces at its end, and the marks of Markdown; between the
    /// cells of a table there is a space.
    pub marks: String,
}

impl Line {
    /// Whether the line is a heading without text after it.
    pub fn is_heading(&self) -> bool {
        self.head == self.parts.len()
    }
}

/// The lines of a plan's running text, in the order of the source.
pub fn lines(plan: &Plan) -> Vec<Line> {
    let mut walk = Walk { plan, line: Line::default(), lines: Vec::new(), kinds: Vec::new() };
    let extents = extents(plan);
    let width = width_of_lines(plan);
    // Whether the last piece is a part of the line, so that the marks after it belong to the line.
    let mut goes_on = false;
    for (place, piece) in plan.pieces.iter().enumerate() {
        match piece.kind {
            PieceKind::Title | PieceKind::Notice | PieceKind::Furniture => goes_on = false,
            PieceKind::Gap => {
                let gap = plan.text(piece.span);
                let line_end = gap.find(LINE_ENDS).filter(|_| !walk.is_wrapped(&extents, width, &plan.pieces[place..]));
                if let Some(part) = walk.line.parts.last_mut().filter(|_| goes_on) {
                    part.marks = marks(&gap[..line_end.unwrap_or(gap.len())]);
                }
                if line_end.is_some() {
                    walk.end();
                }
            }
            _ => {
                let task = task_at(&extents, piece.span);
                let opens =
                    || task.is_none() && walk.line.has_more_than_labels() && opens_heading(&plan.pieces[place..]);
                if task != walk.line.task || opens() {
                    walk.end();
                }
                walk.line.task = task;
                walk.line.parts.push(Part { piece: *piece, marks: String::new() });
                goes_on = true;
            }
        }
    }
    walk.end();
    walk.lines
}

/// The measure of a task that a piece of the running text holds.
pub fn measure_of(task: &Task, piece: Piece) -> Option<&Measure> {
    let is_measure = piece.kind == PieceKind::Measure;
    task.measures.iter().find(|measure| is_measure && measure.span.contains(piece.span))
}

/// The characters that end a line.
const LINE_ENDS: [char; 6] = ['\n', '\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'];

/// The width at which the source is wrapped: the width of the widest line that ends within a sentence; `None` where no line does.
fn width_of_lines(plan: &Plan) -> Option<usize> {
    let texts = plan.pieces.iter().filter(|piece| matches!(piece.kind, PieceKind::Paragraph | PieceKind::Measure));
    let ends = texts.flat_map(|piece| {
        let begins = piece.span.begins();
        plan.text(piece.span).match_indices(LINE_ENDS).map(move |(at, _)| begins + at)
    });
    ends.map(|end| width_before(&plan.source, end)).max()
}

/// The width of the source line that ends at this offset, in half-width characters.
fn width_before(source: &str, end: usize) -> usize {
    let before = source.get(..end).unwrap_or_default();
    let line = before.rfind(LINE_ENDS).map_or(before, |at| before[at..].trim_start_matches(LINE_ENDS));
    line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// The finished lines, and the line being collected.
struct Walk<'a> {
    plan: &'a Plan,
    line: Line,
    lines: Vec<Line>,
    /// The kinds of labels of the headings that the next heading may stand under, from the outermost on.
    kinds: Vec<String>,
}

impl Walk<'_> {
    fn end(&mut self) {
        let mut line = std::mem::take(&mut self.line);
        if line.parts.is_empty() {
            return;
        }
        line.head = self.head(&line);
        if line.head > 0 {
            line.level = self.level(line.parts[0].piece);
        }
        let alone = line.is_heading();
        if let Some(last) = line.parts.last_mut() {
            last.marks.truncate(if alone { 0 } else { last.marks.trim_end().len() });
        }
        self.lines.push(line);
    }

    /// Whether the line continues after the gap that is the first of these pieces: the gap is a single line break, at most two
    /// full-width characters short of the width, and the next piece is plain text of the same task.
    fn is_wrapped(&self, extents: &[Extent], width: Option<usize>, pieces: &[Piece]) -> bool {
        let (Some(width), [gap, next, ..], Some(last)) = (width, pieces, self.line.parts.last()) else { return false };
        let is_plain = |kind| matches!(kind, PieceKind::Paragraph | PieceKind::Measure | PieceKind::Responsibility);
        is_plain(last.piece.kind)
            && is_plain(next.kind)
            && matches!(self.plan.text(gap.span), "\n" | "\r\n")
            && task_at(extents, next.span) == self.line.task
            && width_before(&self.plan.source, gap.span.begins()) + 4 >= width
    }

    /// How many parts of a line are its heading. Within a task only the task's own heading is one; others are its text.
    fn head(&self, line: &Line) -> usize {
        let of = |kind, parts: &[Part]| parts.iter().take_while(|part| part.piece.kind == kind).count();
        let labels = of(PieceKind::Label, &line.parts);
        let headings = of(PieceKind::Heading, &line.parts[labels..]);
        let task = line.task.and_then(|task| self.plan.tasks.get(task));
        let holds = |own: Span| !own.is_empty() && line.parts.iter().any(|part| part.piece.span.contains(own));
        let is_heading = match task {
            Some(task) => holds(task.label) || holds(task.title),
            // A number alone is a heading where nothing follows it.
            None => headings > 0 || labels == line.parts.len(),
        };
        if is_heading { labels + headings } else { 0 }
    }

    /// The level of a heading that begins with this piece: that of the last heading with the same kind of label, or one below the
    /// last heading if there is none.
    fn level(&mut self, first: Piece) -> usize {
        let kind = if first.kind == PieceKind::Label { kind(self.plan.text(first.span)) } else { String::new() };
        let place = self.kinds.iter().position(|other| *other == kind).unwrap_or(self.kinds.len());
        self.kinds.truncate(place);
        self.kinds.push(kind);
        place + 1
    }
}

impl Line {
    fn has_more_than_labels(&self) -> bool {
        self.parts.iter().any(|part| part.piece.kind != PieceKind::Label)
    }
}

/// Whether these pieces begin with a label and a heading.
fn opens_heading(pieces: &[Piece]) -> bool {
    let mut kinds = pieces.iter().map(|piece| piece.kind).filter(|kind| *kind != PieceKind::Gap);
    kinds.next() == Some(PieceKind::Label) && kinds.next() == Some(PieceKind::Heading)
}

/// The kind of a label: its signs without its number. `(一)` and `（十二）` are of one kind.
pub fn kind(label: &str) -> String {
    let mut kind = String::new();
    for c in label.chars() {
        let sign = match c {
            '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '零' | '〇' => {
                '一'
            }
            '壹' | '贰' | '貳' | '叁' | '參' | '肆' | '伍' | '陆' | '陸' | '柒' | '捌' | '玖' | '拾' => {
                '壹'
            }
            '0'..='9' | '０'..='９' => '1',
            '①'..='⑳' => '①',
            '(' | '（' | '〔' => '(',
            c if c.is_alphanumeric() => c,
            _ => continue,
        };
        if !kind.ends_with(sign) {
            kind.push(sign);
        }
    }
    kind
}

/// The marks of a gap, as they are shown within a line.
fn marks(gap: &str) -> String {
    let mut marks = String::new();
    let mut space = None;
    for c in gap.chars() {
        match c {
            c if matches!(c, '*' | '#' | '>') || LINE_ENDS.contains(&c) => {}
            '|' | '\t' => space = Some('\u{3000}'),
            c if c.is_whitespace() => space = space.or(Some(c)),
            c => {
                marks.extend(space.take());
                marks.push(c);
            }
        }
    }
    marks.extend(space);
    marks
}

/// The extent of a task in the source.
struct Extent {
    task: usize,
    start: u32,
    end: u32,
    /// The largest end of this and all earlier extents.
    reach: u32,
}

/// The extents of all tasks, in the order of the source: each from the first of its own words to the last of its statements. A
/// statement in another place, such as a table cell shared by several rows, only lies within the extent of the task around it.
fn extents(plan: &Plan) -> Vec<Extent> {
    let own = |task: &Task| {
        let measures = task.measures.iter().map(|measure| measure.span);
        let all: Vec<Span> =
            [task.label, task.title].into_iter().chain(measures).filter(|span| !span.is_empty()).collect();
        all
    };
    let mut extents: Vec<Extent> = Vec::with_capacity(plan.tasks.len());
    for (place, task) in plan.tasks.iter().enumerate() {
        let own = own(task);
        let statements = || task.responsibilities.iter().map(|statement| statement.span);
        // A task without any other words begins with its statements.
        if let Some(start) =
            own.iter().map(|span| span.start).min().or_else(|| statements().map(|span| span.start).min())
        {
            let end = own.iter().map(|span| span.end).max().unwrap_or(start);
            extents.push(Extent { task: place, start, end, reach: end });
        }
    }
    extents.sort_by_key(|extent| extent.start);
    let mut next = u32::MAX;
    for extent in extents.iter_mut().rev() {
        let task = &plan.tasks[extent.task];
        let statements = task.responsibilities.iter().map(|statement| statement.span);
        let near =
            statements.chain(task.deadlines.iter().copied()).filter(|span| (extent.start..next).contains(&span.start));
        extent.end = near.map(|span| span.end).fold(extent.end, u32::max);
        next = extent.start;
    }
    let mut reach = 0;
    for extent in &mut extents {
        reach = extent.end.max(reach);
        extent.reach = reach;
    }
    extents
}

/// The task that a piece of the source belongs to: among the tasks whose extents hold the piece, the one that begins last.
fn task_at(extents: &[Extent], piece: Span) -> Option<usize> {
    let begun = extents.partition_point(|extent| extent.start < piece.end);
    let mut near = extents[..begun].iter().rev().take_while(|extent| piece.start < extent.reach);
    near.find(|extent| piece.start < extent.end).map(|extent| extent.task)
}
