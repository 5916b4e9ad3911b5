//! Giving a body another name. What that does to reports is said at the choice.

use super::controls::{act, choice, field};
use crate::domain::corrections::{BodyIs, Change};
use crate::domain::span::Span;
use crate::text::mending::MendWords;
use crate::views::live::{View, el, says};
use crate::views::review::sheet::Review;
use leptos::prelude::*;

/// The choice of all places where a body is named.
pub const ALL: &str = "all";

/// Whether what is said holds at the place or wherever the body is named.
pub fn scopes(words: &MendWords, label: &str, scope: RwSignal<String>) -> View {
    let options = vec![(String::new(), words.here.to_owned()), (ALL.to_owned(), words.everywhere.to_owned())];
    choice(label, options, scope).view()
}

/// The form for the body of this name at a place. A unit is renamed wherever it is named unless a person says otherwise: one that is
/// renamed at a single place is another unit there, for which what was reported does not count. What was no unit gets its name here.
pub fn rename(review: &Review, at: Span, name: &str, is_unit: bool, is_there_twice: bool) -> View {
    let words = review.mend_words();
    let everywhere = is_unit || !is_there_twice;
    let (called, scope) =
        (RwSignal::new(name.to_owned()), RwSignal::new(if everywhere { ALL.to_owned() } else { String::new() }));
    let (own, was) = (review.clone(), name.to_owned());
    let form = act(vec![field(words.name, called)], words.rename, move || {
        let name = called.get_untracked().trim().to_owned();
        if name.is_empty() {
            return Some(words.no_name.to_owned());
        }
        if name == was {
            return Some(words.no_change.to_owned());
        }
        let all = scope.get_untracked() == ALL;
        let is = BodyIs::Called(name);
        own.correct(at, &was, Change::Body { name: was.clone(), all, is }, None)
    });
    let (own, was) = (review.clone(), name.to_owned());
    let does = says(move || {
        let (name, all) = (called.get(), scope.get() == ALL);
        let plan = own.plan();
        let other = plan.unit_named(name.trim()).filter(|other| plan.unit_named(&was) != Some(*other));
        match (all, other) {
            (false, _) => (words.renames_here)(&was),
            (true, None) => words.renames_all.to_owned(),
            (true, Some(_)) => (words.unites)(name.trim()),
        }
    });
    let choice = is_there_twice.then(|| scopes(words, words.scope, scope));
    let does = is_unit.then(|| el("p").class("and-others").set("role", "status").says(does));
    el("div").class("mend-rename").child(form).child(choice).child(does).view()
}
