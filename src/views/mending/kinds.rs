//! What the words of a place are; where one piece ends and the next begins.

use super::controls::{act, choice, labelled, options_of, press, tell, told};
use super::said::short;
use crate::domain::corrections::{Change, Kind, kind_at};
use crate::domain::plan::PieceKind;
use crate::domain::span::Span;
use crate::domain::taken::Taken;
use crate::views::live::{View, el};
use crate::views::review::sheet::Review;
use leptos::prelude::*;

/// So many places are offered at which a piece can be split.
const MOST_PLACES: usize = 60;

/// What can be said of words.
pub fn kinds(review: &Review, at: Span, taken: Taken) -> Vec<View> {
    if !review.plan().text(at).chars().any(char::is_alphanumeric) {
        return Vec::new();
    }
    let mut views = vec![is(review, at, taken)];
    views.extend(split(review, at));
    views.extend(join(review, at));
    views
}

/// What the words are.
fn is(review: &Review, at: Span, taken: Taken) -> View {
    let words = review.mend_words();
    let now = kind_at(review.plan(), at);
    // A statement of responsibility is of no kind that can be chosen.
    let statement = matches!(taken, Taken::Statement(..));
    let own = statement.then(|| (String::new(), (review.words().kind)(taken.kind(review.plan())).to_owned()));
    let kinds = Kind::ALL.map(|kind| (kind.word().to_owned(), (words.kind)(kind).to_owned()));
    let chosen = if statement { "" } else { now.word() };
    // The number of a task stands for its words: what becomes of these is shown.
    let task = if let Taken::Task(task) = taken { review.plan().tasks.get(task) } else { None };
    let numbered = task.filter(|task| task.label == at).and_then(|task| task.measures.first());
    let (review, then) = (review.clone(), numbered.map(|measure| measure.span));
    let message = RwSignal::new(String::new());
    let choose = move |word: String| {
        let kind = Kind::of_word(&word).filter(|kind| statement || *kind != now);
        tell(message, kind.and_then(|kind| review.correct(at, now.word(), Change::Kind(kind), then)));
    };
    let select = options_of(own.into_iter().chain(kinds).collect(), chosen).id("mend-kind").choose(choose);
    el("div").child(labelled(words.is, select)).child(told(message)).view()
}

/// Dividing the words in two, behind one of their marks.
fn split(review: &Review, at: Span) -> Option<View> {
    let words = review.mend_words();
    let text = review.plan().text(at);
    let has_words = |part: &str| part.chars().any(char::is_alphanumeric);
    let marks = text.char_indices().filter(|(_, c)| "，。；、：！？,;:\n".contains(*c));
    let behind = marks.map(|(offset, c)| offset + c.len_utf8());
    let fits =
        |offset: &usize| text.get(*offset..).is_some_and(has_words) && text.get(..*offset).is_some_and(has_words);
    let options = behind.filter(fits).take(MOST_PLACES).map(|offset| {
        let offset = at.begins() + offset;
        (offset.to_string(), short(at.on_from(offset).of(&review.plan().source)))
    });
    let options: Vec<(String, String)> = options.collect();
    let first = options.first()?.0.clone();
    let from = RwSignal::new(first);
    let own = review.clone();
    let split = move || {
        let offset = from.get_untracked().parse().ok()?;
        let second = Span { start: offset, end: at.end };
        own.correct(at, "", Change::Split(offset), Some(second))
    };
    Some(act(vec![choice(words.split_from, options, from)], words.split, split))
}

/// Joining the words with those behind them.
fn join(review: &Review, at: Span) -> Option<View> {
    let plan = review.plan();
    let own = plan.pieces.iter().find(|piece| piece.span.start <= at.start && at.start < piece.span.end)?;
    let mut next = plan.pieces.iter().filter(|piece| piece.span.start >= at.end && piece.kind != PieceKind::Gap);
    let next = next.next()?;
    let joins = match own.kind {
        PieceKind::Measure => next.kind == PieceKind::Measure,
        PieceKind::Heading => matches!(next.kind, PieceKind::Measure | PieceKind::Paragraph),
        PieceKind::Paragraph | PieceKind::Preamble => matches!(next.kind, PieceKind::Paragraph | PieceKind::Preamble),
        _ => false,
    };
    let (whole, words) = (at.through(next.span), review.mend_words());
    let review = review.clone();
    joins.then(|| press(words.join, move || review.correct(whole, "", Change::Join, Some(whole))))
}
