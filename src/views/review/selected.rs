//! The panel: what the selected place was taken for.

use super::facts::{class_of, deadlines, of_whole_task, reach, target, targets, units};
use super::sheet::Review;
use super::stops::{reason, short};
use crate::domain::plan::{Assignee, Measure};
use crate::domain::span::Span;
use crate::domain::taken::{Taken, span_of};
use crate::views::live::{View, button, el, part, says};
use crate::views::mending;

/// The panel. It is empty while nothing is selected.
pub fn panel(review: &Review) -> View {
    let (own, told) = (review.clone(), review.clone());
    let facts = part(move || match own.selection.get().span {
        Some(span) => facts(&own, span),
        None => el("p").class("and-others").text(own.words().nothing_selected).view(),
    });
    let (selection, any) = (review.selection, review.selection);
    let words = review.words();
    let close = button(says(move || words.close.to_owned()), move || selection.clear());
    el("aside")
        .class("panel")
        .id("selected")
        .class_if("is-empty", crate::views::live::is(move || any.get().span.is_none()))
        .set("aria-label", words.selected)
        // What is told of a place stays in one element, so that it is read aloud whenever it is another.
        .child(el("p").class("sr-only").set("role", "status").says(says(move || said(&told))))
        .child(reason(review))
        .child(facts)
        .child(mending::controls(review))
        .child(el("div").class("panel-close").child(close.class("link")))
        .child(mending::list::list(review))
        .child(mending::particulars::particulars(review))
        .view()
}

/// What is said aloud of the selected place.
fn said(review: &Review) -> String {
    let chosen = review.selection.get();
    let Some(span) = chosen.span else { return String::new() };
    let why = review.stop_of(chosen).map(|(_, stop)| review.why(stop)).unwrap_or_default();
    [why.as_str(), &heading(review, span), &short(review.plan().text(span))].join(" ")
}

/// What a place was taken for, in a word, with its number.
fn heading(review: &Review, span: Span) -> String {
    let Some(taken) = review.sheet.taken(span) else { return String::new() };
    let kind = (review.words().kind)(taken.kind(review.plan()));
    match taken {
        Taken::Measure(task, measure) => [kind, " ", &review.label(task, measure)].concat(),
        Taken::Task(task) => {
            let no = review.plan().tasks.get(task).map(|task| task.no.to_string());
            [kind, " ", &no.unwrap_or_default()].concat()
        }
        _ => kind.to_owned(),
    }
}

fn facts(review: &Review, span: Span) -> View {
    let plan = review.plan();
    let Some(taken) = review.sheet.taken(span) else { return View::Nothing };
    // The place may be a part of what was taken for something.
    let own = span_of(plan, taken).unwrap_or(span);
    let kind = el("span").class(class_of(taken.kind(plan))).text(heading(review, span));
    let text = plan.text(own);
    let words = el("p").class("panel-text").set("lang", plan.script.tag()).text(longer(text));
    el("div")
        .class("panel-facts")
        .child(el("p").class("panel-kind").child(kind))
        .child(words)
        .children(more(review, taken))
        .view()
}

/// A text of not too many characters.
fn longer(text: &str) -> String {
    let cut = text.char_indices().nth(160).map_or(text.len(), |(at, _)| at);
    let more = if cut < text.len() { "…" } else { "" };
    [text.get(..cut).unwrap_or(text), more].concat()
}

/// What belongs to a thing.
fn more(review: &Review, taken: Taken) -> Vec<View> {
    let plan = review.plan();
    let words = review.words();
    match taken {
        Taken::Section(section) => {
            let tasks = plan.sections.get(section).map_or(0, |section| section.tasks.len());
            vec![el("p").text((words.tasks)(tasks)).view()]
        }
        Taken::Task(task) => {
            let measures = plan.tasks.get(task).map_or(0, |task| task.measures.len());
            let mut views = vec![el("p").text((words.measures)(measures)).view()];
            views.extend(answering(review, task, None));
            views
        }
        Taken::Measure(task, measure) => {
            let one = plan.tasks.get(task).and_then(|task| task.measures.get(measure));
            let mut views = vec![of_task(review, task)];
            views.extend(answering(review, task, one));
            views.extend(one.and_then(|one| targets(review, one)));
            views
        }
        Taken::Target(task, measure, place) => {
            let one = plan.tasks.get(task).and_then(|task| task.measures.get(measure)?.targets.get(place));
            let set = one.map(|one| el("p").child(target(review, one)).view()).unwrap_or_default();
            vec![set, of_measure(review, task, measure)]
        }
        Taken::Statement(task, statement) => {
            vec![units(review, task, statement, true).into(), of_task(review, task)]
        }
        Taken::Name(task, statement, name) => {
            let one = plan.tasks.get(task).and_then(|task| task.responsibilities.get(statement)?.assigned.get(name));
            let about = one.map(|one| body(review, one.who)).unwrap_or_default();
            vec![about, units(review, task, statement, true).into(), of_task(review, task)]
        }
        Taken::Deadline(task, _) => vec![of_task(review, task)],
        _ => Vec::new(),
    }
}

/// A body: its names, and in how many tasks it is named.
fn body(review: &Review, who: Assignee) -> View {
    let plan = review.plan();
    let words = review.words();
    let tasks = plan.tasks.iter().filter(|task| task.assigned().any(|assigned| assigned.who == who)).count();
    let mut line = el("p").text((words.tasks)(tasks));
    if let Some(reach) = reach(review, who) {
        line = line.text(" · ").text(reach);
    }
    if let Assignee::Unit(unit) = who
        && let Some(unit) = plan.units.get(unit)
        && !unit.aliases.is_empty()
    {
        let names = el("span").set("lang", plan.script.tag()).text(unit.aliases.join("、"));
        line = line.text(" · ").text(words.also_called).text(" ").child(names);
    }
    line.view()
}

/// Who answers for a task or one of its measures, and by when.
fn answering(review: &Review, task: usize, measure: Option<&Measure>) -> Vec<View> {
    let own = measure.and_then(|measure| measure.responsibility);
    let statements = own.map_or_else(|| of_whole_task(review, task), |own| vec![own]);
    let mut views: Vec<View> =
        statements.into_iter().filter_map(|statement| units(review, task, statement, true)).collect();
    views.extend(deadlines(review, task));
    views
}

/// The task that something belongs to; pressing it selects the task.
fn of_task(review: &Review, at: usize) -> View {
    let plan = review.plan();
    let Some(task) = plan.tasks.get(at) else { return View::Nothing };
    let Some(span) = span_of(plan, Taken::Task(at)) else { return View::Nothing };
    let name = [&task.no.to_string(), " ", &short(plan.text(task.title))].concat();
    link(review, review.words().of_task, name, span)
}

/// The measure that something belongs to; pressing it selects the measure.
fn of_measure(review: &Review, task: usize, at: usize) -> View {
    let plan = review.plan();
    let Some(span) = span_of(plan, Taken::Measure(task, at)) else { return View::Nothing };
    let name = [&review.label(task, at), " ", &short(plan.text(span))].concat();
    let kind = (review.words().kind)(Taken::Measure(task, at).kind(plan));
    link(review, kind, name, span)
}

fn link(review: &Review, label: &'static str, name: String, span: Span) -> View {
    let (selection, lang) = (review.selection, review.plan().script.tag());
    let go = button(says(move || name.clone()), move || selection.choose(span)).class("link").set("lang", lang);
    el("p").child(el("span").class("label").text(label)).text(" ").child(go).view()
}
