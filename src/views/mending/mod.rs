//! Mending what was read: what can be said otherwise of the selected place, and what was said so far.
//!
//! - [`mend`]: the corrections of the reading that is looked through; [`correct`]: how one is made.
//! - [`said`]: a correction in words; [`mod@controls`]: what all of it is made of.
//! - [`list`]: all corrections, undo and redo.
//! - [`kinds`]: what words are; where one piece ends and the next begins.
//! - [`bodies`]: who answers; [`renaming`]: under which name. [`values`]: deadlines and targets. [`particulars`]: what holds of the whole plan.

mod bodies;
mod controls;
mod correct;
mod kinds;
pub mod list;
pub mod mend;
pub mod particulars;
mod renaming;
mod said;
mod values;

use super::live::{View, el, keyed, says};
use super::review::sheet::{Review, key};
use crate::domain::span::Span;
use crate::domain::taken::{Taken, span_of};
use correct::PANEL;

/// The answer to which localities the selected place means; none where it is no name.
pub fn which_localities(review: &Review) -> Option<View> {
    let at = review.selection.now().span?;
    let Some(Taken::Name(task, statement, place)) = review.sheet.taken(at) else { return None };
    bodies::which_localities(review, at, [task, statement, place])
}

/// What can be mended of the selected place.
pub fn controls(review: &Review) -> View {
    let (own, follows) = (review.clone(), review.selection);
    let key = says(move || follows.get().span.map(key).unwrap_or_default());
    keyed(key, move || {
        let Some(span) = own.selection.now().span else { return View::Nothing };
        let Some(taken) = own.sheet.taken(span) else { return View::Nothing };
        // The place itself may be a part of what was taken for something, or more than that.
        let at = span_of(own.plan(), taken).filter(|thing| thing.contains(span)).unwrap_or(span);
        let acts = acts(&own, at, taken);
        let name = own.mend_words().mend;
        el("section")
            .id(PANEL)
            .class("mend")
            .set("tabindex", "-1")
            .set("aria-label", name)
            .child(el("h4").text(name))
            .children(acts)
            .view()
    })
}

fn acts(review: &Review, at: Span, taken: Taken) -> Vec<View> {
    let mut views = match taken {
        Taken::Target(task, measure, place) => return values::target(review, at, [task, measure, place]),
        Taken::Name(task, statement, place) => return bodies::name(review, at, [task, statement, place]),
        Taken::Deadline(..) => return values::deadline(review, at),
        Taken::Statement(task, statement) => bodies::statement(review, at, task, statement),
        _ => Vec::new(),
    };
    views.extend(kinds::kinds(review, at, taken));
    let (task, measure) = match taken {
        Taken::Task(task) => (task, None),
        Taken::Measure(task, measure) => (task, Some(measure)),
        _ => return views,
    };
    views.push(bodies::add(review, bodies::place_of(review, task, measure, at)));
    views.push(values::add_deadline(review, task, at));
    views.extend(measure.map(|_| values::add_target(review, at)));
    views
}
