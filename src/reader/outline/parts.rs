//! What stands between the headings of a plan and is none of them: boxes, annexes, other documents in the same text, and the
//! list of annexes.

use super::notes;
use crate::domain::span::Span;
use crate::reader::lexicon::documents::{ANNEX, DOCUMENT_KINDS};
use crate::reader::lexicon::headings::{BOXES, Form};
use crate::reader::lexicon::marks::{
    BOX_CLOSE, BOX_OPEN, closes, digit, is_break, is_colon, is_numeral, is_space, is_stop,
};
use crate::reader::lexicon::times::YEAR;
use crate::reader::lexicon::{ends, holds};
use crate::reader::statement::Labelled;
use crate::reader::statement::naming::names_offices;
use crate::reader::text::labels::{Label, label_at};
use crate::reader::text::scan::length;

/// The longest first line of a box, an annex or a document.
const LONGEST: usize = 45;
/// The longest heading without a number.
const LONGEST_HEADING: usize = 20;
/// The shortest title of another document.
const SHORTEST_TITLE: usize = 6;

/// Gives the first lines of boxes, annexes and other documents a label, and takes it from the members of a list of annexes.
///
/// `table` is where the first table begins, if there is one.
pub fn mark(text: &str, paragraphs: &mut [Labelled], table: Option<usize>) {
    let top = paragraphs.iter().find_map(|p| p.label).map(|label| label.form);
    // Of each paragraph, whether the next label is the first one of a document.
    let mut first = vec![false; paragraphs.len()];
    // And whether it is a number one of any form.
    let mut anew = vec![false; paragraphs.len()];
    let (mut next, mut one) = (false, false);
    for (place, paragraph) in paragraphs.iter().enumerate().rev() {
        (first[place], anew[place]) = (next, one);
        if let Some(label) = paragraph.label {
            one = label.value == 1;
            next = label.value == 1 && top == Some(label.form);
        }
    }
    // Whether a heading has been, and whether the last first line is one that its title follows.
    let (mut begun, mut announced) = (false, false);
    // The number of the last member of a list of annexes.
    let mut listed: Option<u32> = None;
    for place in 0..paragraphs.len() {
        let paragraph = &paragraphs[place];
        let words = paragraph.own.span.of(text);
        if let Some(label) = paragraph.label {
            if let Some(last) = listed
                && label.form == Form::Arabic
                && label.value == last + 1
                && length(words, LONGEST + 1) <= LONGEST
                && !words.contains(is_stop)
                && !paragraph.own.names()
            {
                listed = Some(label.value);
                let paragraph = &mut paragraphs[place];
                paragraph.own.span.start = Span::new(paragraph.start, 0).start;
                paragraph.label = None;
                continue;
            }
            (begun, announced, listed) = (true, false, None);
            continue;
        }
        let behind_table = table.is_some_and(|at| at < paragraph.start);
        if notes::begin(text, paragraphs, place, begun, behind_table) {
            let start = paragraph.start;
            paragraphs[place].label = Some(Label { form: Form::Note, ..Label::unnumbered(start) });
            (begun, announced, listed) = (true, false, None);
            continue;
        }
        let short = length(words, LONGEST + 1) <= LONGEST && !words.contains(is_stop) && !paragraph.own.names();
        if !short {
            listed = None;
            continue;
        }
        let form = if let Some(rest) = annex(words) {
            let inner = label_at(rest, Span::whole(rest)).map(|label| label.value);
            listed = inner.or(words.ends_with(is_colon).then_some(0));
            begun.then_some(Form::Document)
        } else if std::mem::take(&mut listed).is_some() && !begun {
            None
        } else if begun && BOXES.iter().any(|word| words.starts_with(word)) {
            Some(Form::Boxed)
        } else if begun && !announced && is_title(words) && (first[place] || anew[place] && is_of_a_year(words)) {
            Some(Form::Document)
        } else {
            None
        };
        if let Some(form) = form {
            announced = form == Form::Document;
            let start = paragraph.start;
            paragraphs[place].label = Some(Label { form, ..Label::unnumbered(start) });
        }
    }
    mark_unnumbered(text, top, paragraphs);
}

/// Gives lines between tasks a label that head the tasks behind them without a number: 民生保障, before a label of the form that
/// stands at the top.
fn mark_unnumbered(text: &str, top: Option<Form>, paragraphs: &mut [Labelled]) {
    let first = paragraphs.iter().position(|p| p.label.is_some()).unwrap_or(0);
    let heads = |place: usize| {
        let words = paragraphs[place].own.span.of(text);
        let next = paragraphs.get(place + 1).and_then(|next| next.label);
        let bare = !words.contains(|c: char| is_break(c) || is_colon(c) || closes(c).is_some());
        // 办公室： over what it does.
        let office =
            || next.is_some_and(|next| next.value == 1) && words.strip_suffix(is_colon).is_some_and(names_offices);
        paragraphs[place].label.is_none()
            && next.is_some_and(|next| Some(next.form) == top)
            && (2..=LONGEST_HEADING).contains(&length(words, LONGEST_HEADING + 1))
            && (bare || office())
            && !holds(words, &["，", ",", "|", "\t"])
            && !paragraphs[place].own.names()
    };
    // Behind a paragraph that is complete.
    let complete = |place: usize| {
        let before = &paragraphs[place - 1];
        before.own.ends_stated(text)
            || before.own.span.of(text).trim_end().ends_with(is_break)
            || paragraphs[place].own.span.of(text).ends_with(is_colon)
    };
    let mut places: Vec<usize> =
        (first + 1..paragraphs.len()).filter(|place| heads(*place) && complete(*place)).collect();
    // The line before the first task is one as well, if it is not the title of the plan.
    let titled = |place: usize| ends(paragraphs[place].own.span.of(text), DOCUMENT_KINDS);
    if !places.is_empty() && first > 1 && heads(first - 1) && !titled(first - 1) {
        places.push(first - 1);
    }
    for place in over_tasks(text, paragraphs).into_iter().chain(over_paragraphs(text, paragraphs)) {
        // It is no statement of the task before it.
        paragraphs[place].own.statements.clear();
        places.push(place);
    }
    for place in places {
        paragraphs[place].label = Some(Label::unnumbered(paragraphs[place].start));
    }
}

/// The lines that say who does the tasks behind them: 责任单位：县水利局, before the first task and not behind the last one, where none
/// of the tasks says so itself.
fn over_tasks(text: &str, paragraphs: &[Labelled]) -> Vec<usize> {
    let states = |place: &usize| {
        let paragraph = &paragraphs[*place];
        paragraph.label.is_none() && paragraph.own.names() && paragraph.own.only_states(text)
    };
    let labelled = |paragraph: &Labelled| paragraph.label.is_some();
    let Some((first, last)) = paragraphs.iter().position(labelled).zip(paragraphs.iter().rposition(labelled)) else {
        return Vec::new();
    };
    let named = |paragraph: &Labelled| labelled(paragraph) && paragraph.own.names();
    let before = first.checked_sub(1).is_some_and(|place| states(&place));
    if !before || paragraphs[first..].iter().any(named) || (last + 1..paragraphs.len()).any(|place| states(&place)) {
        return Vec::new();
    }
    (first - 1..last).filter(|place| states(place) && labelled(&paragraphs[place + 1])).collect()
}

/// The lines of a text that numbers nothing that say who does what the paragraphs behind them say: 责任单位：县水利局, or 县水利局：. The
/// first one stands behind the lines of the title, and behind the last one there is a paragraph.
fn over_paragraphs(text: &str, paragraphs: &[Labelled]) -> Vec<usize> {
    let names = |paragraph: &Labelled| {
        let words = paragraph.own.span.of(text).trim();
        let words = words.strip_suffix(is_colon).unwrap_or(words);
        let words = words.strip_prefix(BOX_OPEN).and_then(|words| words.strip_suffix(BOX_CLOSE)).unwrap_or(words);
        paragraph.own.names() && paragraph.own.only_states(text) || names_offices(words)
    };
    let says = |paragraph: &Labelled| paragraph.own.span.of(text).contains(is_break);
    let places: Vec<usize> = (0..paragraphs.len()).filter(|place| names(&paragraphs[*place])).collect();
    let (Some(first), true) = (places.first(), places.len() > 1) else { return Vec::new() };
    let numbered = || paragraphs.iter().any(|paragraph| paragraph.label.is_some());
    let silent = || !paragraphs[..*first].iter().any(says);
    // Of each line, a paragraph behind it that says something and names nobody.
    let over =
        || places.iter().all(|place| paragraphs.get(place + 1).is_some_and(|next| says(next) && !next.own.names()));
    if numbered() || !silent() || !over() { Vec::new() } else { places }
}

/// What stands behind 附件1 in a line that begins an annex or the list of them.
pub fn annex(words: &str) -> Option<&str> {
    let rest = ANNEX.iter().find_map(|word| words.strip_prefix(word))?;
    let number = |c: char| is_space(c) || digit(c).is_some() || is_numeral(c);
    let behind = rest.trim_start_matches(number);
    let colon = behind.strip_prefix(is_colon);
    // 附则, 附近 are other words.
    (behind.is_empty() || colon.is_some() || behind.len() < rest.len()).then(|| colon.unwrap_or(behind).trim_start())
}

/// Whether a title says of which year it is, so that it is no heading within a plan: 某县2024年卫生健康工作要点.
fn is_of_a_year(words: &str) -> bool {
    words
        .match_indices(YEAR)
        .any(|(at, _)| words[..at].chars().rev().take(4).filter(|c| digit(*c).is_some()).count() == 4)
}

/// Whether a line between headings can be the title of another document.
fn is_title(words: &str) -> bool {
    let bare = words.trim_end_matches(|c: char| is_space(c) || c == '*');
    let bare = bare.rfind(['（', '(']).filter(|_| bare.ends_with(['）', ')'])).map_or(bare, |at| &bare[..at]);
    ends(bare, DOCUMENT_KINDS)
        && length(words, SHORTEST_TITLE) >= SHORTEST_TITLE
        && !words.contains(|c: char| is_break(c) || is_colon(c))
        && !holds(words, &["，", ","])
}
