//! What a single line around a plan is: part of a title, of a notice, of the page that it was copied from.

use super::date::is_date_line;
use super::number::number_in;
use crate::domain::span::Span;
use crate::reader::lexicon::documents::{
    ABOUT, AFTER_TITLE, ANNEX, AROUND_FURNITURE, DISTRIBUTION, DOCUMENT_KINDS, FURNITURE, IN_FURNITURE,
    NOT_IN_SIGNATURE, NOT_IN_TITLE, NUMBER, NUMBER_BRACKETS, OF_A_SITE, OF_THE_SITE, PRINTED, REACHED_BY, TEXT_FOLLOWS,
    THIS_COPY, TITLE_OPEN, sends_out,
};
use crate::reader::lexicon::headings::NOTES;
use crate::reader::lexicon::marks::{
    LINE_ENDS, ROUND_CLOSE, ROUND_OPEN, closes_bracket, digit, is_break, is_colon, is_numeral, is_space, is_stop,
    opens, opens_bracket,
};
use crate::reader::lexicon::times::{DAY, YEAR};
use crate::reader::lexicon::{ends, holds, starts};
use crate::reader::text::labels::label_at;
use crate::reader::text::page::is_page_number;
use crate::reader::text::scan::{compact, length};

/// The longest line that can be part of a title.
pub const LONGEST_TITLE_LINE: usize = 70;

/// Whether a line can be one of a title.
pub fn can_be_title(line: &str) -> bool {
    let count = length(line, LONGEST_TITLE_LINE + 1);
    (2..=LONGEST_TITLE_LINE).contains(&count)
        && !line.ends_with(is_break)
        && !line.starts_with(opens_bracket)
        && !line.contains(NOT_IN_TITLE)
        && !line.contains(is_colon)
        && label_at(line, Span::whole(line)).is_none()
        && !is_annex(line)
        && !is_furniture(line)
        && !is_text_follows(line)
        && !is_number_line(line)
        && !is_date_line(line)
}

/// Whether a line ends as titles of documents do.
pub fn ends_as_title(line: &str) -> bool {
    if line.contains(LINE_ENDS) {
        // …的通⏎知.
        return ends_as_title(&compact(line));
    }
    let mut bare = line.trim_end_matches(|c| is_space(c) || AFTER_TITLE.contains(&c));
    while bare.ends_with(closes_bracket) {
        match bare.rfind(opens_bracket).map(|at| &bare[..at]) {
            Some(before) if !before.is_empty() => bare = before.trim_end(),
            _ => break,
        }
    }
    ends(bare, DOCUMENT_KINDS)
}

/// Whether a line reads as a title by itself: it names a year, or a place and 关于.
pub fn looks_whole(line: &str) -> bool {
    line.contains(ABOUT) || line.contains(YEAR) || line.starts_with(TITLE_OPEN)
}

/// `附件1`, `附1`: numbers the document, and is no title.
fn is_annex(line: &str) -> bool {
    let numbers = |c: char| is_space(c) || is_colon(c) || digit(c).is_some() || is_numeral(c);
    ANNEX.iter().find_map(|word| line.strip_prefix(word)).is_some_and(|rest| rest.chars().all(numbers))
}

/// Whether a line is a document number and nothing else.
fn is_number_line(line: &str) -> bool {
    let around = |c: char| is_space(c) || (opens(c).is_some() && !NUMBER_BRACKETS.contains(&c)) || c == '*';
    let line = line.trim_matches(around);
    length(line, 31) <= 30
        && line.contains(NUMBER)
        && number_in(line, Span::whole(line)).is_some_and(|number| number.start == 0)
}

/// Whether a line is running text.
pub fn is_prose(line: &str) -> bool {
    line.contains(is_stop) || length(line, 60) >= 60 || (line.ends_with(is_colon) && length(line, 30) >= 30)
}

/// Whether a paragraph sends the plan out: 现将《…》印发给你们，请认真贯彻执行。
pub fn is_notice(line: &str) -> bool {
    length(line, 141) <= 140 && sends_out(line)
}

/// Whether a line of the page says that the plan follows.
pub fn is_text_follows(line: &str) -> bool {
    TEXT_FOLLOWS.contains(&line.trim_end_matches(is_colon))
}

/// Whether a line belongs to the page around the text.
pub fn is_furniture(line: &str) -> bool {
    let line = line.trim_matches(|c| is_space(c) || AROUND_FURNITURE.contains(&c));
    let short = length(line, 41) <= 40 && !line.contains(is_stop);
    let word = FURNITURE.iter().any(|word| {
        line.starts_with(word) && (length(line, 20) <= length(word, 20) + 6 || line.contains(IN_FURNITURE))
    });
    short && (word || is_page_number(line) || holds(line, OF_A_SITE))
}

/// Whether a line tells how somebody is reached: 联系人：…，联系电话：….
pub fn is_contact(line: &str) -> bool {
    length(line, 81) <= 80 && line.contains(is_colon) && holds(line, REACHED_BY)
}

/// Whether a line at the foot of a page names who runs it. `text` is all of the page, in which no other line begins like it.
pub fn is_of_site(line: &str, text: &str) -> bool {
    let mut starts = OF_THE_SITE.iter().filter(|start| line.starts_with(**start));
    starts.next().is_some_and(|start| length(line, 41) <= 40 && text.matches(start).nth(1).is_none())
}

/// Whether a line can be the name of the body that signs.
pub fn is_signature(line: &str) -> bool {
    (2..=30).contains(&length(line, 31))
        && !ends_as_title(line)
        && !line.ends_with(|c: char| is_break(c) || is_colon(c))
        && !line.contains(NOT_IN_SIGNATURE)
        && !NOTES.contains(&line)
        && label_at(line, Span::whole(line)).is_none()
        && !line.starts_with(|c| opens(c).is_some())
}

/// Whether a line says to whom a plan goes, or who may read it: （此件公开发布）, 抄送：…, …办公室2024年8月7日印发.
pub fn is_remark(line: &str) -> bool {
    let bracketed = line.starts_with(ROUND_OPEN) && line.contains(THIS_COPY) && line.ends_with(ROUND_CLOSE);
    let printed = line.ends_with(PRINTED) && line.contains(YEAR) && line.contains(DAY);
    length(line, 61) <= 60 && (bracketed || printed || starts(line, DISTRIBUTION))
}
