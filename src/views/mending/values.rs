//! Deadlines and targets: the selected one, and one more.

use super::controls::{act, choice, field, press};
use crate::domain::corrections::{Aim, Change};
use crate::domain::plan::{Comparator, Target};
use crate::domain::plausible::{may_be_target, may_be_time};
use crate::domain::span::Span;
use crate::views::live::{El, View};
use crate::views::review::sheet::Review;
use leptos::prelude::*;

const COMPARATORS: [(Comparator, &str); 5] = [
    (Comparator::AtLeast, "least"),
    (Comparator::AtMost, "most"),
    (Comparator::Exactly, "exactly"),
    (Comparator::Eliminate, "eliminate"),
    (Comparator::Unstated, "unstated"),
];

/// What can be said of a deadline.
pub fn deadline(review: &Review, at: Span) -> Vec<View> {
    let (own, words) = (review.clone(), review.mend_words());
    let none = move || own.correct(at, own.mend_words().deadline, Change::Deadline(false), None);
    vec![press(words.no_deadline, none)]
}

/// Saying by which words of a task it is due.
pub fn add_deadline(review: &Review, task: usize, at: Span) -> View {
    let (own, words) = (review.clone(), review.mend_words());
    let typed = RwSignal::new(String::new());
    act(vec![field(words.add_deadline, typed)], words.add, move || {
        let task = own.plan().tasks.get(task)?;
        let measures = task.measures.iter().map(|measure| measure.span);
        let mut places = [at, task.title].into_iter().chain(measures);
        match places.find_map(|place| words_in(&own, place, &typed.get_untracked())) {
            Some(span) if may_be_time(own.plan().text(span)) => own.correct(span, "", Change::Deadline(true), None),
            Some(_) => Some(words.no_time.to_owned()),
            None => Some(words.not_there.to_owned()),
        }
    })
}

/// The fields of a target.
#[derive(Clone, Copy)]
struct Fields {
    comparator: RwSignal<String>,
    value: RwSignal<String>,
    unit: RwSignal<String>,
    counts: RwSignal<String>,
}

impl Fields {
    fn of(target: Option<&Target>) -> Self {
        let word = COMPARATORS.iter().find(|(of, _)| target.is_some_and(|target| target.comparator == *of));
        let text = |text: Option<String>| RwSignal::new(text.unwrap_or_default());
        Self {
            comparator: text(Some(word.map_or("least", |(_, word)| word).to_owned())),
            value: text(target.map(|target| target.value.to_string())),
            unit: text(target.map(|target| target.unit.clone())),
            counts: text(target.and_then(|target| target.counts.clone())),
        }
    }

    fn views(self, review: &Review) -> Vec<El> {
        let words = review.mend_words();
        let options = COMPARATORS.iter().map(|(of, word)| ((*word).to_owned(), (words.comparators)(*of).to_owned()));
        vec![
            choice(words.comparator, options.collect(), self.comparator),
            field(words.value, self.value),
            field(words.unit, self.unit),
            field(words.counts, self.counts),
        ]
    }

    /// What the fields say; `None` if the value is no number, as a person types one.
    fn aim(self) -> Option<Aim> {
        let word = self.comparator.get_untracked();
        let comparator = COMPARATORS.iter().find(|(_, known)| *known == word).map(|(of, _)| *of);
        let (value, unit, counts) =
            (self.value.get_untracked(), self.unit.get_untracked(), self.counts.get_untracked());
        Aim::typed(comparator.unwrap_or_default(), &value, unit, counts)
    }
}

/// What can be said of a target: of a task, its measure, and the place there.
pub fn target(review: &Review, at: Span, [task, measure, place]: [usize; 3]) -> Vec<View> {
    let words = review.mend_words();
    let target = review.plan().tasks.get(task).and_then(|task| task.measures.get(measure)?.targets.get(place));
    let fields = Fields::of(target);
    let was = review.plan().text(at).to_owned();
    let (own, other, old) = (review.clone(), review.clone(), was.clone());
    let change = move || match fields.aim() {
        Some(aim) => own.correct(at, &was, Change::Target(Some(aim)), None),
        None => Some(words.no_number.to_owned()),
    };
    let none = move || other.correct(at, &old, Change::Target(None), None);
    vec![act(fields.views(review), words.change, change), press(words.no_target, none)]
}

/// Saying which words of a measure set a target.
pub fn add_target(review: &Review, at: Span) -> View {
    let (own, words) = (review.clone(), review.mend_words());
    let (typed, fields) = (RwSignal::new(String::new()), Fields::of(None));
    let add = move || match (words_in(&own, at, &typed.get_untracked()), fields.aim()) {
        (None, _) => Some(words.not_there.to_owned()),
        (Some(span), _) if !may_be_target(own.plan().text(span)) => Some(words.no_count.to_owned()),
        (_, None) => Some(words.no_number.to_owned()),
        (Some(span), aim) => own.correct(span, "", Change::Target(aim), None),
    };
    let mut all = vec![field(words.target_words, typed)];
    all.extend(fields.views(review));
    let part = review.mend.folds.part("mend-target", words.add_target, review.browser);
    part.child(act(all, words.add, add)).view()
}

/// Where words stand in a place of the source.
fn words_in(review: &Review, place: Span, words: &str) -> Option<Span> {
    let words = words.trim();
    let start = place.begins() + review.plan().text(place).find(words).filter(|_| !words.is_empty())?;
    Some(Span::new(start, start + words.len()))
}
