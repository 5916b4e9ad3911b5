//! What was read: particulars, sections, tasks, measures, and who answers by when.

use super::facts::{deadlines, of_whole_task, tag, targets, units, words_of};
use super::rows::Row;
use super::sheet::{Review, key};
use crate::domain::places::Run;
use crate::domain::plan::{Fact, Passage};
use crate::domain::span::Span;
use crate::domain::taken::{Taken, span_of};
use crate::text::plans::PlanWords;
use crate::views::live::{View, all, button, el, says};
use std::ops::Range;

/// So many characters stand in a line of the pane, by estimate.
const LINE: usize = 30;

/// The lots of what was read, to be drawn one by one.
pub fn outline(review: &Review) -> View {
    let lots = review.sheet.outline.iter().enumerate().map(|(place, lot)| {
        let rows = review.sheet.rows.get(lot.clone()).unwrap_or_default();
        let lines = rows.iter().map(|row| lines(review, row)).sum();
        let (own, lot) = (review.clone(), lot.clone());
        review.outline.view(place, lines, move || draw(&own, lot.clone()))
    });
    all(lots.collect())
}

/// How many lines a row takes, by estimate.
fn lines(review: &Review, row: &Row) -> usize {
    match row {
        Row::Head => 8,
        Row::Upper(..) | Row::Section(_) | Row::Task(_) | Row::Foot(_) => 2,
        Row::Measures(task, of) => {
            let all = review.plan().tasks.get(*task).and_then(|task| task.measures.get(of.clone()));
            all.unwrap_or_default().iter().map(|measure| 1 + measure.span.len() / (3 * LINE)).sum()
        }
        Row::Duties(passage) => 2 * review.plan().standing.get(*passage).map_or(0, |passage| passage.duties.len()) + 1,
    }
}

fn draw(review: &Review, lot: Range<usize>) -> View {
    let rows = review.sheet.rows.get(lot).unwrap_or_default();
    all(rows.iter().map(|row| row_view(review, row)).collect())
}

fn row_view(review: &Review, row: &Row) -> View {
    match row {
        Row::Head => head(review),
        Row::Upper(section, at) => heading(review, "outline-upper", Taken::Upper(*section, *at)),
        Row::Section(section) => heading(review, "outline-section", Taken::Section(*section)),
        Row::Task(task) => task_view(review, *task),
        Row::Measures(task, of) => {
            let measures = of.clone().map(|measure| measure_view(review, *task, measure));
            el("ol").class("outline-measures").children(measures).view()
        }
        Row::Foot(task) => foot(review, *task),
        Row::Duties(passage) => duties(review, *passage),
    }
}

/// The title, and what the plan says of itself.
fn head(review: &Review) -> View {
    let plan = review.plan();
    let words = review.words();
    let lang = plan.script.tag();
    let meta = &plan.meta;
    let title = plan.text(meta.title);
    let title = if title.is_empty() { PlanWords::of(review.store.lang()).untitled } else { title };
    let rows: [(&str, &Option<Fact>); 5] = [
        (words.number, &meta.number),
        (words.issuer, &meta.issuer),
        (words.issued, &meta.issued),
        (words.start, &meta.start),
        (words.due, &meta.due),
    ];
    let row = |(name, fact): (&str, &Option<Fact>)| {
        let value = el("span").set("lang", lang).text(fact.as_ref()?.value.as_str());
        Some(el("div").child(el("dt").text(name)).child(el("dd").child(value)).view())
    };
    el("div")
        .class("outline-head")
        .child(el("p").class("document-title").set("lang", lang).set("data-at", &key(meta.title)).text(title))
        .child(el("dl").children(rows.into_iter().filter_map(row)))
        .view()
}

/// The heading of a section, or one over it.
fn heading(review: &Review, class: &str, taken: Taken) -> View {
    let plan = review.plan();
    let Some(title) = span_of(plan, taken) else { return View::Nothing };
    let no = tag(review, taken).map(|no| el("span").class("section-no").text(&no).text(" "));
    el("h4")
        .class(class)
        .set("lang", plan.script.tag())
        .set("data-at", &key(title))
        .child(no)
        .text(plan.text(title))
        .view()
}

/// The number of a thing, which selects it.
fn number(review: &Review, class: &str, no: String, span: Span) -> View {
    let selection = review.selection;
    button(says(move || no.clone()), move || selection.choose(span)).class(class).set("tabindex", "-1").view()
}

fn task_view(review: &Review, at: usize) -> View {
    let plan = review.plan();
    let Some(task) = plan.tasks.get(at) else { return View::Nothing };
    let first = task.measures.first().map_or(task.title, |measure| measure.span);
    let span = span_of(plan, Taken::Task(at)).unwrap_or(first);
    el("h5")
        .class("outline-task")
        .set("data-at", &key(span))
        .child(number(review, "row-no is-task", task.no.to_string(), span))
        .child(el("span").set("lang", plan.script.tag()).text(plan.text(task.title)))
        .view()
}

fn measure_view(review: &Review, task: usize, at: usize) -> View {
    let plan = review.plan();
    let Some(measure) = plan.tasks.get(task).and_then(|task| task.measures.get(at)) else { return View::Nothing };
    let stretch = review.sheet.places.within(Run { span: measure.span, taken: Taken::Measure(task, at) });
    let text = el("div").class("outline-text").set("lang", plan.script.tag()).children(words_of(review, &stretch));
    let own = measure.responsibility.and_then(|statement| units(review, task, statement, false));
    let targets = targets(review, measure);
    el("li")
        .class("outline-measure")
        .set("data-at", &key(measure.span))
        .child(number(review, "row-no", review.label(task, at), measure.span))
        .child(el("div").child(text).child(own).child(targets))
        .view()
}

/// Who answers for a task as a whole, and by when.
fn foot(review: &Review, at: usize) -> View {
    let whole = of_whole_task(review, at);
    let nobody = review.plan().tasks.get(at).is_none_or(|task| task.responsibilities.is_empty());
    let units = whole.into_iter().filter_map(|statement| units(review, at, statement, false));
    let nobody = nobody.then(|| el("p").class("and-others").text(PlanWords::of(review.store.lang()).nobody));
    el("div").class("outline-foot").children(units).child(nobody).child(deadlines(review, at)).view()
}

/// The requirements that stand on every checklist.
fn duties(review: &Review, at: usize) -> View {
    let plan = review.plan();
    let Some(passage) = plan.standing.get(at) else { return View::Nothing };
    let duty = |(place, duty): (usize, &Passage)| {
        let span = span_of(plan, Taken::Duty(at, place)).unwrap_or(duty.title);
        let last = duty.paragraphs.last().copied().filter(|last| last.start >= span.start).unwrap_or(span);
        el("li").class("outline-duty").set("data-at", &key(span)).text(plan.text(span.through(last))).view()
    };
    el("div")
        .class("outline-duties")
        .child(el("h4").class("outline-section").text(review.words().standing))
        .child(el("p").class("plan-facts").set("lang", plan.script.tag()).text(plan.text(passage.title)))
        .child(el("ul").set("lang", plan.script.tag()).children(passage.duties.iter().enumerate().map(duty)))
        .view()
}
