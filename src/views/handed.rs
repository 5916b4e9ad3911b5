//! The list in a handed-out page before the program runs, and where it cannot: the plan as text, of one party or whole.

use super::live::{View, el};
use crate::domain::arrangement;
use crate::domain::ledger::Ledger;
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::{Measure, MeasureId, Plan, Task};
use crate::element::html::html;

/// The list as HTML, in the words of the record, as the coordinator arranged it.
pub fn list(plan: &Plan, ledger: &Ledger, party: Option<Party>) -> String {
    let lang = plan.script.tag();
    let whose = party.and_then(|party| plan.printed_name(party));
    let whose = whose.map(|name| el("p").child(el("strong").text(name)).view());
    let asked: Ordered<MeasureId> =
        arrangement::measures(plan, ledger, party.unwrap_or(Party::Coordinator)).into_iter().collect();
    let is_asked = |task: &&Task| task.measures.iter().any(|measure| asked.contains(&measure.id));
    let tasks = plan.tasks.iter().filter(is_asked);
    html(
        el("main")
            .class("page")
            .set("lang", lang)
            .child(el("h1").text(plan.text(plan.meta.title)))
            .children(whose)
            .children(tasks.map(|task| one(plan, task, &asked))),
    )
}

fn one(plan: &Plan, task: &Task, asked: &Ordered<MeasureId>) -> View {
    let title = plan.text(task.title);
    let label = plan.text(task.label);
    let numbered = |measure: &Measure| format!("{} {}", plan.label(measure.id), plan.text(measure.span).trim());
    let measures = task
        .measures
        .iter()
        .filter(|measure| asked.contains(&measure.id))
        .map(|measure| el("li").text(numbered(measure)).view());
    let said = task.responsibilities.iter().map(|said| el("p").text(plan.text(said.span).trim()).view());
    el("section")
        .child(el("h2").text(format!("{label} {title}").trim()))
        .child(el("ul").children(measures))
        .children(said)
        .view()
}
