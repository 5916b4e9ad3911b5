//! What was read from a plan, as JSON for people and scripts to check: titles, responsibilities, deadlines, targets, measures.

use crate::domain::plan::{Assignee, Plan, Responsibility, Role, Task};
use crate::domain::span::Span;
use crate::reader::{Diagnostic, quantity};
use serde::Serialize;
use std::collections::HashSet;

#[derive(Serialize)]
struct Document {
    title: Option<String>,
    number: Option<String>,
    items: Vec<Item>,
    diagnostics: Vec<Remark>,
}

#[derive(Serialize)]
struct Item {
    id: String,
    path: Vec<String>,
    title: Option<String>,
    statements: Vec<Statement>,
    deadlines: Vec<String>,
    targets: Vec<String>,
    measures: Vec<Words>,
}

#[derive(Serialize)]
struct Statement {
    units: Vec<Unit>,
    others: bool,
}

#[derive(Serialize)]
struct Unit {
    name: String,
    role: &'static str,
    kind: &'static str,
}

#[derive(Serialize)]
struct Words {
    id: String,
    text: String,
}

#[derive(Serialize)]
struct Remark {
    code: &'static str,
    message: String,
    start: u32,
    end: u32,
    text: String,
}

/// The outline of a plan, as pretty-printed JSON.
pub fn outline(plan: &Plan, diagnostics: &[Diagnostic]) -> String {
    let document = Document {
        title: words(plan, plan.meta.title),
        number: plan.meta.number.as_ref().map(|fact| fact.value.clone()),
        items: plan.tasks.iter().map(|task| item(plan, task)).collect(),
        diagnostics: diagnostics.iter().map(|d| remark(plan, d)).collect(),
    };
    // Strings, numbers and lists alone cannot fail to serialise.
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

fn item(plan: &Plan, task: &Task) -> Item {
    let targets = task.measures.iter().flat_map(|m| &m.targets);
    Item {
        id: task.no.to_string(),
        path: task.path.clone(),
        title: words(plan, task.title),
        statements: task.responsibilities.iter().map(|r| statement(plan, r)).collect(),
        deadlines: once_each(task.deadlines.iter().map(|span| on_one_line(plan.text(*span)))),
        targets: once_each(targets.map(|target| on_one_line(quantity(plan.text(target.span))))),
        measures: task
            .measures
            .iter()
            .enumerate()
            .map(|(n, m)| Words { id: task.label_of(n).to_string(), text: on_one_line(plan.text(m.span)) })
            .collect(),
    }
}

fn statement(plan: &Plan, responsibility: &Responsibility) -> Statement {
    let units = responsibility.assigned.iter().map(|assigned| Unit {
        name: on_one_line(plan.text(assigned.span)),
        role: match assigned.role {
            Role::Lead => "lead",
            Role::Support => "support",
            Role::Responsible => "responsible",
        },
        kind: match assigned.who {
            Assignee::Unit(_) => "named",
            Assignee::Localities(_) | Assignee::Locality(_) => "localities",
            Assignee::Generic => "generic",
        },
    });
    Statement { units: units.collect(), others: responsibility.open }
}

fn remark(plan: &Plan, diagnostic: &Diagnostic) -> Remark {
    let Span { start, end } = diagnostic.span;
    let text = plan.text(diagnostic.span).chars().take(40).collect();
    Remark { code: diagnostic.kind.code(), message: diagnostic.kind.to_string(), start, end, text }
}

/// The text of a span; `None` for an empty span.
fn words(plan: &Plan, span: Span) -> Option<String> {
    (!span.is_empty()).then(|| on_one_line(plan.text(span)))
}

/// Removes the line breaks of a hard-wrapped text and the white space around them. Spaces between Latin words stay.
fn on_one_line(text: &str) -> String {
    if text.contains(['\n', '\r']) { text.lines().map(str::trim).collect() } else { text.to_owned() }
}

fn once_each(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    texts.filter(|text| seen.insert(text.clone())).collect()
}
