//! What is odd about a plan as a whole.

use crate::domain::plan::{Plan, Task};
use crate::reader::diagnostics::{Diagnostic, DiagnosticKind};
use crate::reader::outline::Tree;

/// Tasks that name nobody, in a plan in which most name somebody.
pub fn nobody_named(plan: &Plan) -> impl Iterator<Item = Diagnostic> {
    let named = |task: &&Task| !task.responsibilities.is_empty();
    let most = plan.tasks.iter().filter(named).count() * 2 > plan.tasks.len();
    plan.tasks.iter().filter(move |task| most && !named(task)).map(|task| {
        let span = task.measures.first().map_or(task.title, |measure| measure.span);
        Diagnostic { kind: DiagnosticKind::NobodyNamed, span }
    })
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
