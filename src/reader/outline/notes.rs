//! Notes on a plan, which are none of its tasks: 说明, 备注：…

use crate::reader::lexicon::headings::Form;
use crate::reader::lexicon::marks::{is_break, is_space};
use crate::reader::statement::Labelled;
use crate::reader::text::labels::Label;
use crate::reader::text::noted::{Beginning, beginning};

/// Whether the paragraph at a place begins notes. `begun` says whether a heading stands before it, `behind_table` whether a table does.
pub fn begin(text: &str, paragraphs: &[Labelled], place: usize, begun: bool, behind_table: bool) -> bool {
    let own = &paragraphs[place].own;
    let Some(beginning) = beginning(own.span.of(text)).filter(|_| !own.names()) else { return false };
    let next = paragraphs.get(place + 1);
    // What names somebody is no note; the next task behind one may.
    let own = |next: &Labelled| next.own.names() && next.label.is_none_or(|label| label.value == 1);
    if next.is_some_and(own) {
        return false;
    }
    let before = place.checked_sub(1).map(|place| &paragraphs[place].own);
    let complete = before.is_none_or(|before| {
        before.ends_stated(text) || before.span.of(text).trim_end_matches(is_space).ends_with(is_break)
    });
    match beginning {
        _ if behind_table => true,
        Beginning::Heading => begun || lists(paragraphs, place),
        Beginning::Sentence => begun && complete,
    }
}

/// Whether a list of notes stands behind a place and the headings of the plan behind that, so that these are no part of it.
fn lists(paragraphs: &[Labelled], place: usize) -> bool {
    let label = |paragraph: &Labelled| paragraph.label.filter(|_| !paragraph.own.names());
    let Some(first) = paragraphs.get(place + 1).and_then(label).filter(|first| first.value == 1) else { return false };
    let behind = paragraphs[place + 2..].iter();
    let mut behind = behind.take_while(|paragraph| !paragraph.own.names()).filter_map(|paragraph| paragraph.label);
    behind.any(|next| begins_anew(first, next))
}

/// Whether a label begins the headings of a plan behind a list that began with another one.
pub fn begins_anew(first: Label, next: Label) -> bool {
    next.value == 1 && (next.form == first.form || next.form.is_upper() && !first.form.is_upper())
}

/// Whether notes end before a label: it counts on from what stands outside, or begins anew.
/// `outside` and `inside` are the last labels of its form there, `first` the first label inside; `named` says whether
/// somebody is named behind it.
pub fn end(label: Label, outside: Option<Label>, inside: Option<Label>, first: Option<Label>, named: bool) -> bool {
    let follows = |last: Option<Label>| last.is_some_and(|last| last.value + 1 == label.value);
    let upper = label.form.is_upper() && first.is_none_or(|first| first.form != label.form);
    match outside {
        _ if matches!(label.form, Form::Document | Form::Part) => true,
        Some(_) => label.value != 1 && (named || upper) || follows(outside) && !follows(inside),
        None => first.is_some_and(|first| begins_anew(first, label)),
    }
}
