//! The source, each piece marked with what it was taken for.

use super::facts::{class_of, tag, words_of};
use super::sheet::{Review, key};
use crate::domain::places::Stretch;
use crate::domain::span::Span;
use crate::domain::taken::{Kind, Taken};
use crate::views::live::{View, all, el};
use std::ops::Range;

/// So many characters stand in a line of the pane, by estimate.
const LINE: usize = 34;

/// The lots of the source, to be drawn one by one.
pub fn source(review: &Review) -> View {
    let lots = review.sheet.source.iter().enumerate().map(|(place, lot)| {
        let lines = lines(review, lot.clone());
        let (own, lot) = (review.clone(), lot.clone());
        review.source.view(place, lines, move || draw(&own, lot.clone()))
    });
    all(lots.collect())
}

/// How many lines a lot takes, by estimate.
fn lines(review: &Review, lot: Range<usize>) -> usize {
    let stretches = review.sheet.places.stretches.get(lot).unwrap_or_default();
    let (Some(first), Some(last)) = (stretches.first(), stretches.last()) else { return 0 };
    let text = review.plan().text(first.run.span.through(last.run.span));
    text.lines().map(|line| 1 + line.len() / (3 * LINE)).sum()
}

fn draw(review: &Review, lot: Range<usize>) -> View {
    let before = lot.start.checked_sub(1).and_then(|before| thing_of(review, before));
    let stretches = review.sheet.places.stretches.get(lot).unwrap_or_default();
    let mut last = before;
    let views = stretches.iter().map(|stretch| stretch_view(review, stretch, &mut last));
    el("div").class("lot-text").children(views).view()
}

/// What a stretch was taken for, if it is a part of a thing.
fn thing_of(review: &Review, stretch: usize) -> Option<Taken> {
    review.sheet.places.stretches.get(stretch).map(|stretch| stretch.run.taken)
}

/// A stretch of the source. A thing of several pieces has its label before the first of them.
fn stretch_view(review: &Review, stretch: &Stretch, last: &mut Option<Taken>) -> View {
    let plan = review.plan();
    let taken = stretch.run.taken;
    if taken == Taken::Gap {
        return View::Text(plan.text(stretch.run.span).to_owned());
    }
    let label = if *last == Some(taken) { None } else { tag(review, taken) };
    *last = Some(taken);
    let kind = taken.kind(plan);
    let own: Span = review.sheet.places.key(plan, stretch.run);
    let mut element = el("span").class(class_of(kind)).set("data-at", &key(own));
    if let Some(label) = label {
        element = element.set("data-tag", &label);
    }
    element.children(words_of(review, stretch)).view()
}

/// The legend: every kind that the source has, as it looks there.
pub fn legend(review: &Review) -> View {
    let plan = review.plan();
    let mut there = [false; Kind::ALL.len()];
    for stretch in &review.sheet.places.stretches {
        for run in std::iter::once(&stretch.run).chain(&stretch.inner) {
            let place = Kind::ALL.iter().position(|kind| *kind == run.taken.kind(plan));
            place.and_then(|place| there.get_mut(place)).into_iter().for_each(|there| *there = true);
        }
    }
    let words = review.words();
    let item = |(kind, _): (Kind, bool)| {
        let mut sample = el("span").class(class_of(kind));
        let label = match kind {
            Kind::Section => "一",
            Kind::Task => "1",
            Kind::Measure => "1.1",
            Kind::Duty => "※",
            _ => "",
        };
        if !label.is_empty() {
            sample = sample.set("data-tag", label);
        }
        el("li").child(sample.text((words.kind)(kind))).view()
    };
    let items = Kind::ALL.into_iter().zip(there).filter(|(_, there)| *there).map(item);
    let name = el("span").class("sr-only").text(words.legend);
    el("div").class("legend").child(name).child(el("ul").children(items)).view()
}
