//! What a person should look at, one place after another.

use super::selection::Chosen;
use super::sheet::{Review, Stop, Why};
use crate::domain::corrections::{BodyIs, Change, Particular};
use crate::domain::questions::Asked;
use crate::domain::span::Span;
use crate::domain::taken::Taken;
use crate::text::plans::PlanWords;
use crate::views::live::{View, all, button, el, is, part, says};
use crate::views::mending::{self, particulars};

/// So many places of one question are listed with it.
const MOST_PLACES: usize = 24;
/// So many places to be looked at are listed.
const MOST_LISTED: usize = 100;

impl Review {
    /// Why a place is to be looked at.
    pub fn why(&self, stop: &Stop) -> String {
        match &stop.why {
            Why::Remark(code) => (PlanWords::of(self.store.lang()).remark)(code).to_owned(),
            Why::Question(asked) => (self.words().asked)(asked).to_owned(),
        }
    }

    /// The place to be looked at that is selected. What was mended since may have settled it.
    pub fn stop_of(&self, chosen: Chosen) -> Option<(usize, &Stop)> {
        let stop = self.sheet.stops.get(chosen.stop?)?;
        stop.places.contains(&chosen.span?).then_some((chosen.stop?, stop))
    }

    /// Goes on to the next place to be looked at, or back. Returns whether there is any.
    pub fn step(&self, forward: bool, focus: bool) -> bool {
        let stops = &self.sheet.stops;
        let now = self.selection.now();
        let next = match self.stop_of(now).map(|(stop, _)| stop) {
            Some(stop) if forward => stop + 1,
            Some(stop) => stop.checked_sub(1).unwrap_or(stops.len().saturating_sub(1)),
            // From what is selected on.
            None => {
                let from = now.span.map_or(0, |span| span.start + 1);
                let next = stops.iter().position(|stop| stop.places[0].start >= from).unwrap_or(0);
                if forward || now.span.is_none() {
                    next
                } else {
                    next.checked_sub(1).unwrap_or(stops.len().saturating_sub(1))
                }
            }
        };
        let next = if next < stops.len() { next } else { 0 };
        let Some(place) = stops.get(next).and_then(|stop| stop.places.first()) else { return false };
        self.selection.stop_at(next, *place, focus);
        true
    }
}

/// The buttons that go from place to place, and at which one is.
pub fn steps(review: &Review) -> Option<View> {
    let all = review.sheet.stops.len();
    let words = review.words();
    let (back, on, own) = (review.clone(), review.clone(), review.clone());
    let at = says(move || {
        let stop = own.stop_of(own.selection.get()).map_or(0, |(stop, _)| stop + 1);
        if stop == 0 { format!("– / {all}") } else { format!("{stop} / {all}") }
    });
    let press = |name: &'static str, sign: &'static str| {
        el("button")
            .set("type", "button")
            .set("title", words.keys)
            .child(el("span").set("aria-hidden", "true").text(sign))
            .child(el("span").class("step-name").text(name))
    };
    (all > 0).then(|| {
        el("div")
            .class("steps")
            .set("role", "group")
            .set("aria-label", PlanWords::of(review.store.lang()).look_at)
            .child(press(words.previous, "↑").press(move || _ = back.step(false, false)))
            .child(el("span").class("figures").says(at))
            .child(press(words.next, "↓").press(move || _ = on.step(true, false)))
            .view()
    })
}

/// All places to be looked at, as a list.
pub fn list(review: &Review) -> Option<View> {
    let stops = &review.sheet.stops;
    let item = |(place, stop): (usize, &Stop)| {
        let (selection, span) = (review.selection, stop.places.first().copied().unwrap_or_default());
        let why = review.why(stop);
        let current = is(move || selection.get().stop == Some(place));
        let go = button(says(move || why.clone()), move || selection.stop_at(place, span, false));
        let words = el("span").set("lang", review.plan().script.tag()).child(quoted(review, stop));
        el("li").class_if("is-current", current).child(go.class("link")).text(" ").child(words).view()
    };
    let items = stops.iter().enumerate().take(MOST_LISTED).map(item);
    let name = format!("{}（{}）", PlanWords::of(review.store.lang()).look_at, stops.len());
    let part = review.mend.folds.part("remarks", &name, review.browser);
    (!stops.is_empty()).then(|| part.child(el("ol").children(items)).view())
}

/// The words that a place to be looked at is about.
fn quoted(review: &Review, stop: &Stop) -> View {
    let plan = review.plan();
    if let Why::Question(Asked::SameBody(one, other)) = &stop.why {
        return View::Text([one, " / ", other].concat());
    }
    View::Text(short(plan.text(stop.places.first().copied().unwrap_or_default())))
}

/// The first words of a text, on one line.
pub fn short(text: &str) -> String {
    let mut words: String = text.split_whitespace().flat_map(str::chars).take(28).collect();
    if words.chars().count() == 28 {
        words.push('…');
    }
    words
}

/// Why the selected place is to be looked at, with all places that this is about.
pub fn reason(review: &Review) -> View {
    let own = review.clone();
    part(move || {
        let chosen = own.selection.get();
        let Some((at, stop)) = own.stop_of(chosen) else { return View::Nothing };
        let words = own.words();
        let place = |span: &Span| {
            let (selection, span) = (own.selection, *span);
            let name = label(&own, span);
            button(says(move || name.clone()), move || selection.stop_at(at, span, false))
                .class("link")
                .set_if(chosen.span == Some(span), "aria-current", "true")
                .view()
        };
        let several = stop.places.len() > 1;
        let count = several.then(|| el("span").text((words.places)(stop.places.len())));
        let places = several.then(|| all(stop.places.iter().take(MOST_PLACES).map(place).collect()));
        let more = (stop.places.len() > MOST_PLACES).then(|| el("span").text("…"));
        let answers = if let Why::Question(asked) = &stop.why { answers(&own, asked) } else { View::Nothing };
        let free = matches!(stop.why, Why::Question(_)).then(|| el("span").class("and-others").text(words.no_answer));
        el("div")
            .class("reason")
            .child(
                el("p")
                    .child(el("b").text(own.why(stop)))
                    .text(" ")
                    .child(el("span").set("lang", own.plan().script.tag()).child(quoted(&own, stop))),
            )
            .child(el("p").class("reason-places").child(count).child(places).child(more).child(free))
            .child(answers)
            .view()
    })
    .into()
}

/// The answers that a question can be given in one word: each is a correction.
fn answers(review: &Review, asked: &Asked) -> View {
    let words = review.mend_words();
    let answer = |name: &'static str, was: &str, change: Change| {
        let (own, was) = (review.clone(), was.to_owned());
        button(says(move || name.to_owned()), move || _ = own.correct(Span::default(), &was, change.clone(), None))
    };
    let leave = |name| answer(name, "", Change::Leave(asked.clone()));
    let mut own = None;
    let all = if let Asked::SameBody(one, other) = asked {
        let is = BodyIs::Called(other.clone());
        let same = Change::Body { name: one.clone(), all: true, is };
        vec![answer(words.one_body, one, same).view(), leave(words.two_bodies).view()]
    } else {
        own = match asked {
            Asked::NoTitle => Some(particulars::title(review, "asked-title")),
            Asked::WhichLocalities => mending::which_localities(review),
            // Deadlines without a year are in that of the first day.
            Asked::NoYear => Some(particulars::particular(review, "asked-start", Particular::Start)),
            Asked::NoLocalities => Some(particulars::localities(review, "asked-localities")),
            _ => None,
        };
        vec![leave(words.stays).view()]
    };
    el("div").class("mend is-answers").child(own).child(el("p").class("actions").children(all)).view()
}

/// What a place is called: the label of its measure or task, or else its first words.
fn label(review: &Review, span: Span) -> String {
    match review.sheet.taken(span) {
        Some(Taken::Measure(task, measure) | Taken::Target(task, measure, _)) => review.label(task, measure),
        Some(taken) if taken.task().is_some() => {
            let task = taken.task().and_then(|task| review.plan().tasks.get(task));
            task.map(|task| task.no.to_string()).unwrap_or_default()
        }
        _ => short(review.plan().text(span)),
    }
}
