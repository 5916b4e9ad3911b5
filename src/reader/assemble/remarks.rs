//! What is odd about a plan as a whole.

use crate::domain::numbering::Numbered;
use crate::domain::plan::{Plan, Task};
use crate::domain::span::Span;
use crate::reader::diagnostics::{Diagnostic, DiagnosticKind};
use crate::reader::frame::Head;
use crate::reader::frame::line::ends_as_title;
use crate::reader::lexicon::documents::{calls, is_of_meeting, speaks_to, tells};
use crate::reader::lexicon::headings::Form;
use crate::reader::lexicon::marks::{closes_bracket, opens_bracket};
use crate::reader::outline::parts::annex;
use crate::reader::outline::{NodeId, Tree};
use crate::reader::sort::Sorted;
use crate::reader::text::scan::compact;
use crate::reader::text::{Text, folded as simplified};
use std::collections::HashSet;

/// Marks around a title that are none of it.
const TITLE_MARKS: [char; 3] = ['《', '》', '*'];
/// How many characters are read to tell in which script a text is written.
const LONGEST_LOOK: usize = 20_000;

/// Tasks that name nobody, in a plan in which most name somebody.
pub fn nobody_named(plan: &Plan) -> impl Iterator<Item = Diagnostic> {
    let named = |task: &&Task| !task.responsibilities.is_empty();
    let most = plan.tasks.iter().filter(named).count() * 2 > plan.tasks.len();
    plan.tasks.iter().filter(move |task| most && !named(task)).map(|task| {
        let span = task.measures.first().map_or(task.title, |measure| measure.span);
        Diagnostic { kind: DiagnosticKind::NobodyNamed, span }
    })
}

/// What is odd about the numbers of tasks, at the first one that shows it.
pub fn numbered(plan: &Plan, numbered: Numbered) -> Option<Diagnostic> {
    let (kind, place) = match numbered {
        Numbered::AsPrinted => return None,
        Numbered::WithSection(place) => (DiagnosticKind::NumbersRestart, place),
        Numbered::Repeating(place) => match printed_twice(&plan.tasks) {
            Some(twice) => (DiagnosticKind::NumbersRepeat, twice),
            None => (DiagnosticKind::NumbersCounted, place),
        },
        Numbered::Missing(place) => (DiagnosticKind::NumbersCounted, place),
    };
    Some(Diagnostic { kind, span: first_words(plan.tasks.get(place)?) })
}

/// The place of the first task with the same labels as one before it, down to its own.
fn printed_twice(tasks: &[Task]) -> Option<usize> {
    let mut seen = HashSet::new();
    tasks.iter().position(|task| !task.label.is_empty() && !seen.insert(&task.path))
}

/// The label of a task, or else its heading, or its first measure.
fn first_words(task: &Task) -> Span {
    let measure = task.measures.first().map(|measure| measure.span);
    [task.label, task.title].into_iter().chain(measure).find(|span| !span.is_empty()).unwrap_or_default()
}

/// Whether a text does not read as a plan at all: most of it is no Chinese, or it is not called as plans are and nobody is to do
/// anything by any time, or to reach any number.
pub fn no_plan(plan: &Plan) -> bool {
    let (mut letters, mut chinese) = (0_usize, 0_usize);
    for c in plan.source.chars().take(LONGEST_LOOK).filter(|c| c.is_alphabetic()) {
        letters += 1;
        chinese += usize::from(!c.is_ascii());
    }
    let sets = |task: &Task| {
        !task.responsibilities.is_empty()
            || !task.deadlines.is_empty()
            || task.measures.iter().any(|m| !m.targets.is_empty())
    };
    let title = simplified(plan.text(plan.meta.title));
    chinese * 2 < letters || letters == 0 || (!ends_as_title(&title) && !plan.tasks.iter().any(sets))
}

/// A text that is called, or begins, as something else does, and its tasks may be none: at its title, or where it begins so.
pub fn other_kind(text: &Text, head: &Head, tree: &Tree, sent_out: Option<NodeId>) -> Option<Diagnostic> {
    let folded = text.folded.as_str();
    let title = compact(head.title.of(folded));
    let bare = title.trim_matches(|c| TITLE_MARKS.contains(&c));
    // （2024年3月5日） behind the title is none of it.
    let bare =
        bare.strip_suffix(closes_bracket).and_then(|bare| bare.rfind(opens_bracket)).map_or(bare, |at| &bare[..at]);
    let spoken = || head.notice.iter().chain(&head.preamble).copied().find(|line| speaks_to(line.of(folded)));
    let meeting = || tree.headings().iter().filter(|node| is_of_meeting(node.words().of(folded))).count() > 1;
    let span = if tells(bare) || calls(bare) || sent_out.is_none() && meeting() { Some(head.title) } else { spoken() };
    span.map(|span| Diagnostic { kind: DiagnosticKind::OtherKind, span })
}

/// Boxes and annexes that are no part of a plan, what closes the tasks before it, and what is left among passages behind them.
pub fn set_apart<'a>(tree: &'a Tree, sorted: &'a Sorted) -> impl Iterator<Item = Diagnostic> + 'a {
    let headings = sorted.apart.iter().chain(&sorted.left).map(|id| tree[*id].own.span);
    let spans = headings.chain(tree.closing.iter().map(|p| p.span));
    spans.map(|span| Diagnostic { kind: DiagnosticKind::SetApart, span })
}

/// Other documents in the same text, but for annexes.
pub fn second_plans<'a>(
    text: &'a Text,
    tree: &'a Tree,
    sent_out: Option<NodeId>,
) -> impl Iterator<Item = Diagnostic> + 'a {
    let documents =
        tree.headings().iter().filter(|node| node.form() == Some(Form::Document) && !node.children.is_empty());
    let sent = sent_out.map(|id| tree[id].own.span);
    let titled = documents
        .filter(move |node| Some(node.own.span) != sent)
        .filter(|node| annex(node.own.span.of(&text.folded)).is_none());
    titled.map(|node| Diagnostic { kind: DiagnosticKind::SecondPlan, span: node.own.span })
}

/// Numbers that do not follow the one before them under the same heading.
pub fn skipped_numbers(tree: &Tree) -> impl Iterator<Item = Diagnostic> {
    let pairs = tree.ids().flat_map(|id| tree[id].children.windows(2));
    pairs.filter_map(|pair| {
        let [before, this] = pair else { return None };
        let (before, this) = (tree[*before].label?, tree[*this].label?);
        let kind = DiagnosticKind::NumberSkipped { expected: before.value + 1, found: this.value };
        let skipped = before.form == this.form && this.value > 0 && this.value != before.value + 1;
        skipped.then_some(Diagnostic { kind, span: this.name })
    })
}
