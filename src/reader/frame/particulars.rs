//! Number, issuer and date of a document, where its own words tell them.

use super::date::{date_in, is_date_line};
use super::fact::{fact, literal};
use super::line::LONGEST_TITLE_LINE;
use super::number::number_in;
use super::signature::signed;
use crate::domain::plan::Fact;
use crate::domain::span::Span;
use crate::reader::lexicon::documents::{DATE_LABELS, ISSUER_LABELS};
use crate::reader::lexicon::marks::{STOP, closes_bracket, is_bullet, is_colon, is_space, opens_bracket};
use crate::reader::text::Text;
use crate::reader::text::scan::{chars_in, compact, length, trim, trim_by};

/// What the lines before a plan tell of it.
#[derive(Clone, Debug, Default)]
pub struct Particulars {
    /// The document's number.
    pub number: Option<Fact>,
    /// The body that issued it.
    pub issuer: Option<Fact>,
    /// The date of issue.
    pub issued: Option<Fact>,
}

impl Particulars {
    /// Takes in what a line tells. `before` are the lines above it; `of_title` says whether the line is one of the title.
    pub fn take(&mut self, text: &Text, line: Span, before: &[Span], of_title: bool) {
        let (folded, source) = (text.folded.as_str(), text.source);
        let words = line.of(folded);
        let short = length(words, LONGEST_TITLE_LINE + 31) <= LONGEST_TITLE_LINE + 30 && !words.contains(STOP);
        let around = |c: char| opens_bracket(c) || closes_bracket(c);
        if self.number.is_none()
            && short
            && let Some(number) = number_in(folded, line)
        {
            self.number = Some(literal(source, trim(folded, number)));
        }
        if let Some((key, value)) = key_value(folded, line) {
            if ISSUER_LABELS.contains(&key.as_str()) {
                self.issuer = Some(fact(source, bare(folded, line), compact(value.of(source))));
            }
            if DATE_LABELS.contains(&key.as_str())
                && self.issued.is_none()
                && let Some(date) = date_in(folded, value)
            {
                self.issued = Some(fact(source, bare(folded, line), date));
            }
        } else if !of_title && is_date_line(words.trim_matches(around)) {
            if let Some(date) = date_in(folded, line) {
                self.issued = Some(fact(source, line, date));
            }
            // Below a title the date stands in brackets, and nobody signs.
            if let Some((issuer, _)) = signed(text, before).filter(|_| is_date_line(words)) {
                self.issuer = Some(issuer);
            }
        }
    }
}

/// A particular told as `key：value`; `None` where no colon stands near the front.
fn key_value(text: &str, line: Span) -> Option<(String, Span)> {
    let line = bare(text, line);
    let (at, colon) = chars_in(text, line).take(10).find(|(_, c)| is_colon(*c))?;
    Some((compact(line.up_to(at).of(text)), trim(text, line.on_from(at + colon.len_utf8()))))
}

/// The line without the bullet before it.
fn bare(text: &str, line: Span) -> Span {
    trim_by(text, line, |c| is_space(c) || is_bullet(c))
}
