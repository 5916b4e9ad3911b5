//! Last stage: what was read, put together as a plan with ids, whose pieces are the source.
//!
//! In: the results of all stages. Out: a [`Read`]. Change here what a section is (`tasks.rs`), a passage (`passages.rs`), a
//! piece (`pieces.rs`), one and the same body (`units.rs`), and what is remarked on (`remarks.rs`).

pub mod passages;
pub mod pieces;
pub mod remarks;
pub mod tasks;
pub mod units;

use crate::domain::numbering::number;
use crate::domain::plan::{Meta, PieceKind, Plan};
use crate::domain::script::Forms;
use crate::domain::span::Span;
use crate::reader::diagnostics::{Diagnostic, DiagnosticKind, Read};
use crate::reader::frame::{Head, Tail};
use crate::reader::measure::Works;
use crate::reader::outline::Tree;
use crate::reader::sort::Sorted;
use crate::reader::text::scan::{has_words, tidy};
use crate::reader::text::{Cut, Text};
use passages::{Recognised, heading, passage};
use tasks::Tasks;

/// The results of the stages before.
pub struct Parts<'t> {
    /// Where the text was cut.
    pub cut: &'t Cut,
    /// What stands before the plan.
    pub head: Head,
    /// What stands behind it.
    pub tail: Tail<'t>,
    /// Its headings.
    pub tree: &'t Tree,
    /// What they are.
    pub sorted: &'t Sorted<'t>,
    /// Its tasks.
    pub works: Works<'t>,
    /// What is odd about its statements.
    pub remarks: Vec<Diagnostic>,
}

/// Puts a plan together.
pub fn assemble(text: &Text, parts: Parts) -> Read {
    let Parts { cut, head, tail, tree, sorted, works, remarks } = parts;
    let folded = text.folded.as_str();
    let mut diagnostics = Vec::new();
    let mut note = |kind, span| diagnostics.push(Diagnostic { kind, span });
    if head.title.is_empty() {
        note(DiagnosticKind::NoTitle, Span::default());
    }
    for heading in sorted.empty.iter().map(|id| &tree[*id]) {
        note(DiagnosticKind::EmptyHeading, Span::new(heading.start, heading.own.span.ends()));
    }
    diagnostics.extend(remarks);
    let other_kind = remarks::other_kind(text, &head, tree, sorted.sent_out);

    let mut found = around(cut, &head, &tail);
    sorted.groups.iter().chain(&sorted.empty).for_each(|id| heading(&tree[*id], &mut found));
    let general = sorted.general.iter().map(|id| passage(folded, tree, *id, &mut found)).collect();
    let mut tasks = Tasks::new(text);
    tasks.take(tree, works);
    // The head of a table; the line that markdown draws under it has no words, and is a gap.
    let heads = cut.tables.heads.iter().filter(|span| has_words(folded, **span));
    tasks.pieces.extend(heads.map(|span| (*span, PieceKind::Paragraph)));
    found.append(&mut tasks.pieces);
    let standing = sorted.standing.iter().map(|id| passage(folded, tree, *id, &mut found)).collect();
    found.extend(sorted.loose.iter().map(|span| (tidy(folded, *span), PieceKind::Paragraph)));

    let mut plan = Plan {
        source: text.source.to_owned(),
        script: Forms::at_hand().script(text.source),
        pieces: pieces::tile(text.source, found),
        preamble: head.preamble,
        general,
        sections: tasks.sections,
        tasks: tasks.all,
        standing,
        units: tasks.units.all,
        meta: Meta {
            title: head.title,
            number: head.particulars.number,
            issuer: head.particulars.issuer.or(tail.issuer),
            issued: head.particulars.issued.or(tail.issued),
            start: head.start,
            ..Meta::default()
        },
        ..Plan::default()
    };
    plan.units.iter_mut().for_each(|unit| unit.settle_key(plan.script));
    let mut note = |kind| diagnostics.push(Diagnostic { kind, span: Span::default() });
    if plan.tasks.is_empty() {
        note(DiagnosticKind::NoTasks);
    }
    if remarks::no_plan(&plan) {
        note(DiagnosticKind::NoPlan);
    } else {
        diagnostics.extend(other_kind);
    }
    let numbered = number(&mut plan.tasks, &plan.sections, &tasks.printed);
    diagnostics.extend(remarks::numbered(&plan, numbered));
    diagnostics.extend(remarks::nobody_named(&plan));
    diagnostics.extend(remarks::skipped_numbers(tree));
    diagnostics.extend(remarks::set_apart(tree, sorted));
    diagnostics.extend(remarks::second_plans(text, tree, sorted.sent_out));
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    Read { plan, diagnostics }
}

/// What was recognised around the plan.
fn around(cut: &Cut, head: &Head, tail: &Tail) -> Recognised {
    let all: [(&[Span], PieceKind); 7] = [
        (&[head.title], PieceKind::Title),
        (&head.notice, PieceKind::Notice),
        (&tail.notice, PieceKind::Notice),
        (&head.preamble, PieceKind::Preamble),
        (&head.furniture, PieceKind::Furniture),
        (&tail.furniture, PieceKind::Furniture),
        (&cut.pages, PieceKind::Furniture),
    ];
    all.into_iter().flat_map(|(spans, kind)| spans.iter().map(move |span| (*span, kind))).collect()
}
