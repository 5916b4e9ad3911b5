//! The list in a handed-out page before the program runs, and where it cannot: the plan as text, of one party or whole.

use super::live::{View, el};
use crate::domain::party::Party;
use crate::domain::plan::{Measure, Plan, Task};
use crate::element::html::html;

/// The list as HTML, in the words of the record.
pub fn list(plan: &Plan, party: Option<Party>) -> String {
    let lang = plan.script.tag();
    let whose = party.and_then(|party| plan.printed_name(party));
    let whose = whose.map(|name| el("p").child(el("strong").text(name)).view());
    let scope = plan.scope(party.unwrap_or(Party::Coordinator));
    let tasks = scope.all().filter_map(|i| plan.tasks.get(i));
    html(
        el("main")
            .class("page")
            .set("lang", lang)
            .child(el("h1").text(plan.text(plan.meta.title)))
            .children(whose)
            .children(tasks.map(|task| one(plan, task))),
    )
}

fn one(plan: &Plan, task: &Task) -> View {
    let title = plan.text(task.title);
    let label = plan.text(task.label);
    let numbered = |measure: &Measure| format!("{} {}", plan.label(measure.id), plan.text(measure.span).trim());
    let measures = task.measures.iter().map(|measure| el("li").text(numbered(measure)).view());
    let said = task.responsibilities.iter().map(|said| el("p").text(plan.text(said.span).trim()).view());
    el("section")
        .child(el("h2").text(format!("{label} {title}").trim()))
        .child(el("ul").children(measures))
        .children(said)
        .view()
}
