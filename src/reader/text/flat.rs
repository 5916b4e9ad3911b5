//! Cuts a text without line breaks before the labels that count on from each other.

use super::fields::begins_field;
use super::flat_ends::{closing_cuts, opening_cuts};
use super::labels::{Label, label_at};
use super::scan::{chars_in, trim};
use crate::domain::span::Span;
use crate::reader::lexicon::documents::DOCUMENT_KINDS;
use crate::reader::lexicon::headings::{Form, GENERAL, ORDINAL, STANDING};
use crate::reader::lexicon::marks::{
    COMMAS, PAUSE, closes_bracket, digit, is_break, is_colon, is_numeral, is_space, opens_bracket,
};
use crate::reader::lexicon::{ends, longest_start};

/// The shortest paragraph with three headings in it, in bytes.
const SHORTEST: usize = 30;
/// Fewer numbers of one level than these, and one, may be those of an enumeration.
const FEWEST: usize = 3;

/// Cuts a paragraph in which whole sections stand one after the other. `whole` says that most of the text is in it.
pub fn cut(text: &str, paragraph: Span, whole: bool) -> Vec<Span> {
    let mut cuts = if paragraph.len() < SHORTEST { Vec::new() } else { cuts(text, paragraph, whole) };
    if cuts.is_empty() && whole {
        cuts = counted(text, paragraph);
    }
    if let Some(last) = cuts.last() {
        cuts.extend(closing_cuts(text, paragraph.on_from(*last)));
        if whole {
            cuts.splice(0..0, opening_cuts(text, paragraph.up_to(cuts[0])));
        }
    }
    let mut out = Vec::with_capacity(cuts.len() + 1);
    let mut start = paragraph.begins();
    for cut in cuts.into_iter().chain(std::iter::once(paragraph.ends())) {
        let span = trim(text, Span::new(start, cut));
        if !span.is_empty() {
            out.push(span);
        }
        start = cut;
    }
    out
}

/// Where labels stand inside a paragraph that count on from each other over at least two levels, or three times
/// at the upper ones. A sentence that enumerates `（一）…（二）…` is not cut.
fn cuts(text: &str, paragraph: Span, whole: bool) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut upper = 0;
    let mut counters = Counters::default();
    if let Some(label) = label_at(text, paragraph)
        && counters.fits(label, false)
    {
        counters.count(label);
        upper += usize::from(whole && label.form != Form::Arabic);
    }
    let mut before = None;
    // Whether a heading has begun that no stop has ended yet.
    let mut heading = upper > 0;
    // Whether the list of bodies behind a label has: 责任单位：市教育局2.建食堂.
    let mut field = false;
    let mut soft = true;
    // Whether that of a part has: 第一部分 产业 一、工业.
    let mut part = false;
    for (at, c) in chars_in(text, paragraph) {
        field = field || begins_field(text, paragraph.on_from(at), c, soft);
        let could = digit(c).is_some() || is_numeral(c) || opens_bracket(c) || c == ORDINAL;
        let after_number = before.is_some_and(|b| digit(b).is_some() || is_numeral(b) || b == ORDINAL);
        if could
            && at > paragraph.begins()
            && !after_number
            && let Some(label) = label_at(text, paragraph.on_from(at)).filter(|label| !label.loose)
        {
            let after_stop = before.is_some_and(|b| is_break(b) || is_colon(b) || closes_bracket(b));
            let after_list = field && before.is_some_and(char::is_alphanumeric);
            let after_stop = after_stop || after_list;
            let begins = match label.form {
                Form::Part => whole && (after_stop || Counters::titled(text, paragraph, at, label)),
                Form::Chinese => after_stop || part || (whole && counters.glued(text, paragraph, at, label)),
                Form::ChineseBracketed => after_stop || heading,
                Form::Arabic => upper > 0 && (after_stop || heading) || !whole && after_stop,
                Form::ArabicBracketed => upper > 0 && counters.arabic > 0 && after_stop,
                _ => false,
            };
            if begins && counters.fits(label, heading) {
                counters.count(label);
                cuts.push(at);
                cuts.extend(run_in_title(text, paragraph.on_from(label.end)));
                let is_upper = !matches!(label.form, Form::Arabic | Form::ArabicBracketed);
                upper += usize::from(is_upper);
                heading = is_upper;
                part = label.form == Form::Part;
                field = false;
            }
        }
        heading &= !is_break(c);
        part &= !is_break(c);
        field &= !is_break(c);
        soft = is_space(c) || is_break(c) || closes_bracket(c) || COMMAS.contains(&c);
        if !is_space(c) {
            before = Some(c);
        }
    }
    let enough = upper >= 3 || (whole && upper >= 2 && counters.chinese > 0 && cuts.len() >= 3);
    if enough { cuts } else { Vec::new() }
}

/// Where labels stand in a text of one level: 1. 2. 3. and so on, each behind a statement or a stop, and the first one behind the
/// title. Most of them say who answers, in a bracket or behind a label.
fn counted(text: &str, paragraph: Span) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    // How many of them stand behind a bracket, and how many behind one that says who answers.
    let (mut bracketed, mut stated) = (0, 0);
    let mut before = ' ';
    // Whether the list of bodies behind a label has begun, and whether it has since the last number.
    let (mut field, mut named) = (false, false);
    let mut soft = true;
    for (at, c) in chars_in(text, paragraph) {
        field = field || begins_field(text, paragraph.on_from(at), c, soft);
        named |= field;
        let after_list = field && before.is_alphanumeric() && digit(before).is_none();
        let behind = is_break(before) || is_colon(before) || closes_bracket(before) || after_list;
        if digit(c).is_some()
            && digit(before).is_none()
            && let Some(label) = label_at(text, paragraph.on_from(at))
            && label.form == Form::Arabic
            && u32::try_from(out.len()).is_ok_and(|count| label.value == count + 1)
            && (!label.loose || closes_bracket(before))
            && (behind || Counters::titled(text, paragraph, at, label))
        {
            bracketed += usize::from(closes_bracket(before));
            stated += usize::from(named && !out.is_empty());
            (field, named) = (false, false);
            out.push(at);
        }
        field &= !is_break(c);
        soft = is_space(c) || is_break(c) || closes_bracket(c) || COMMAS.contains(&c);
        if !is_space(c) {
            before = c;
        }
    }
    stated += usize::from(named && !out.is_empty());
    let told = out.len() > 1 && stated == out.len();
    if told || out.len() > FEWEST && bracketed.max(stated) * 3 >= out.len() * 2 { out } else { Vec::new() }
}

/// Where a heading ends that runs into its text without a mark: `一、指导思想以…为指导`, `一、指导思想 以…为指导`.
fn run_in_title(text: &str, rest: Span) -> Option<usize> {
    let rest = trim(text, rest);
    let words = rest.of(text);
    let title = longest_start(words, GENERAL.iter().chain(STANDING))?;
    let after = words[title.len()..].trim_start_matches(is_space).chars().next()?;
    after.is_alphanumeric().then_some(rest.begins() + title.len())
}

/// The numbers reached at each level, to tell labels that count on from numbers in a sentence.
#[derive(Default)]
struct Counters {
    part: u32,
    chinese: u32,
    bracketed: u32,
    arabic: u32,
    /// That of （1） under it.
    inner: u32,
    /// The last Arabic number, also of the section before.
    last: u32,
}

impl Counters {
    /// Whether a label counts on. Numbers below the highest level may also begin anew, and the first under a heading may
    /// have any number: those before it were lost, or the numbers go through all sections.
    fn fits(&self, label: Label, heading: bool) -> bool {
        let value = label.value;
        match label.form {
            Form::Part => value == self.part + 1,
            // Under a part they may begin anew.
            Form::Chinese => value == self.chinese + 1 || value == 1 && self.part > 0,
            Form::ChineseBracketed => value == 1 || value == self.bracketed + 1 || heading || self.bracketed == 0,
            Form::ArabicBracketed => value == self.inner + 1,
            _ => value == 1 || value == self.arabic + 1 || value == self.last + 1,
        }
    }

    fn count(&mut self, label: Label) {
        self.inner = if label.form == Form::ArabicBracketed { label.value } else { 0 };
        match label.form {
            Form::ArabicBracketed => {}
            Form::Part => self.part = label.value,
            Form::Chinese => (self.chinese, self.arabic) = (label.value, 0),
            Form::ChineseBracketed => self.bracketed = label.value,
            _ => (self.arabic, self.last) = (label.value, label.value),
        }
    }

    /// Whether a label may begin a heading although no mark ends what stands before it: 二、 that counts on, and the first
    /// one behind the title of the document. Not in a list of numerals: 一、二、三产业; and not in 统一、.
    fn glued(&self, text: &str, paragraph: Span, at: usize, label: Label) -> bool {
        let before = paragraph.up_to(at).of(text).trim_end();
        let behind = paragraph.on_from(label.end).of(text).chars().next();
        let listed = before.ends_with(PAUSE) || behind.is_none_or(|c| is_numeral(c) || digit(c).is_some());
        !listed && (self.chinese > 0 || Self::titled(text, paragraph, at, label))
    }

    /// Whether a label is the first one and stands behind the title of the document.
    fn titled(text: &str, paragraph: Span, at: usize, label: Label) -> bool {
        label.value == 1 && ends(paragraph.up_to(at).of(text).trim_end(), DOCUMENT_KINDS)
    }
}
