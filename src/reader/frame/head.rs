//! What stands before the first heading: title, particulars, the notice that sends the plan out, its preamble, and what
//! belongs to the page that the text was copied from.

use super::date::{date_in, first_day};
use super::fact::literal;
use super::line::{
    LONGEST_TITLE_LINE, can_be_title, ends_as_title, is_furniture, is_notice, is_prose, is_text_follows, looks_whole,
};
use super::number::number_in;
use super::particulars::Particulars;
use super::signature::over_title;
use crate::domain::plan::Fact;
use crate::domain::span::Span;
use crate::reader::lexicon::documents::{
    ABOUT, ADDRESSEES, BEGINS_TEXT, DOCUMENT_KINDS, LETTERHEAD, LETTERS, TITLE_CLOSE, TITLE_OPEN,
};
use crate::reader::lexicon::marks::{MARKDOWN_TITLE, STOP, is_colon, is_space, is_stop, opens};
use crate::reader::lexicon::{ends, starts};
use crate::reader::text::Text;
use crate::reader::text::scan::{Depth, chars_in, length, trim, trim_by};

/// How many paragraphs before the first heading are looked at.
const LONGEST_HEAD: usize = 60;
/// How many paragraphs are searched for a title that its text follows without a break.
const LINES_OF_FLAT_TITLE: usize = 2;
/// The longest list of addressees, in characters.
const LONGEST_ADDRESS: usize = 80;
/// How many lines are searched for a title where none ends as titles do.
const FIRST_LINES: usize = 3;
/// A title that names no year and is shorter may be the second half of one.
const SHORTEST_WHOLE: usize = 10;

/// What stands before the first heading.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// The title; empty where there is none.
    pub title: Span,
    /// Lines that send the plan out, or tell its particulars.
    pub notice: Vec<Span>,
    /// Paragraphs that say why the plan is made.
    pub preamble: Vec<Span>,
    /// Lines of the page around it.
    pub furniture: Vec<Span>,
    /// Number, issuer and date of issue.
    pub particulars: Particulars,
    /// The first day of the time that the title says the plan is for.
    pub start: Option<Fact>,
}

impl Head {
    /// Reads the paragraphs before the first heading; `sent` are those before the first heading of the document that a letter sends
    /// out, whose title is that of the plan.
    pub fn of_letter(text: &Text, paragraphs: &[Span], sent: &[Span]) -> Self {
        let mut head = Self::read(text, paragraphs);
        let folded = text.folded.as_str();
        if let Some(Title { first, last }) = title_lines(folded, sent) {
            head.notice.push(head.title);
            head.title = sent[first].through(sent[last]);
            head.start = first_day(folded, text.source, head.title).or(head.start);
        }
        head
    }

    /// Reads the paragraphs before the first heading.
    pub fn read(text: &Text, paragraphs: &[Span]) -> Self {
        let (folded, source) = (text.folded.as_str(), text.source);
        let mut head = Self::default();
        let mut lines: Vec<Span> = Vec::new();
        // The place of a title that the text runs on from.
        let mut flat = None;
        for (n, p) in paragraphs.iter().enumerate() {
            if n < LINES_OF_FLAT_TITLE
                && flat.is_none()
                && let Some(Flat { title, number, rest }) = flat_title(folded, *p)
            {
                flat = Some(lines.len());
                head.particulars.number = number.map(|number| literal(source, number));
                lines.push(title);
                lines.extend(number);
                lines.extend(rest);
            } else if n < LONGEST_HEAD {
                lines.push(*p);
            } else {
                head.preamble.push(*p);
            }
        }
        let title = title_lines(folded, &lines).or(flat.map(|n| Title { first: n, last: n }));
        if let Some(Title { first, last }) = title {
            head.title =
                trim_by(folded, lines[first].through(lines[last]), |c| is_space(c) || MARKDOWN_TITLE.contains(&c));
        }
        let begins = lines.iter().rposition(|line| is_text_follows(line.of(folded)));
        for (n, &line) in lines.iter().enumerate() {
            let words = line.of(folded);
            let of_title = title.is_some_and(|title| (title.first..=title.last).contains(&n));
            head.particulars.take(text, line, &lines[..n], of_title);
            if of_title {
                continue;
            }
            let after = title.is_none_or(|title| n > title.last) && begins.is_none_or(|b| n > b);
            if is_furniture(words) {
                head.furniture.push(line);
            } else if after && is_prose(words) && !is_notice(words) {
                head.preamble.push(line);
            } else {
                head.notice.push(line);
            }
        }
        head.preamble.sort_by_key(|p| p.start);
        // 中共某县委员会 / 某县人民政府 / 关于…的意见.
        let over = title.filter(|_| head.particulars.issuer.is_none() && head.title.of(folded).starts_with(ABOUT));
        if let Some(over) = over {
            head.particulars.issuer = over_title(text, &lines[..over.first]);
        }
        head.start = first_day(folded, source, head.title);
        head
    }
}

/// The title at the start of a text, its number, and the rest, where they stand on one line: `…实施意见渝府办发〔2021〕88号各区县…：…`,
/// `…行动方案为加快…，制定本方案。`
fn flat_title(text: &str, paragraph: Span) -> Option<Flat> {
    numbered_title(text, paragraph).or_else(|| bare_title(text, paragraph))
}

/// A title that its number follows.
fn numbered_title(text: &str, paragraph: Span) -> Option<Flat> {
    let number = number_in(text, first_part(text, paragraph))?;
    let before = paragraph.up_to(number.begins()).of(text);
    if before.contains(STOP)
        || before.contains(TITLE_OPEN) && !before.contains(TITLE_CLOSE)
        || is_in_bracket(text, number)
    {
        return None;
    }
    let code = number.of(text);
    let split = DOCUMENT_KINDS.iter().filter_map(|kind| code.find(kind).map(|at| at + kind.len())).max().unwrap_or(0);
    let title = trim(text, paragraph.up_to(number.begins() + split));
    let number = number.on_from(number.begins() + split);
    if title.is_empty() || !ends_as_title(title.of(text)) {
        return None;
    }
    Some(Flat { title, number: Some(number), rest: addressed(text, paragraph.on_from(number.ends())) })
}

/// A title that the text follows: 为加快…, 各市…：….
fn bare_title(text: &str, paragraph: Span) -> Option<Flat> {
    if !paragraph.of(text).contains(is_stop) {
        return None;
    }
    let mut depth = Depth::default();
    for (at, c) in chars_in(text, paragraph).take(LONGEST_TITLE_LINE) {
        depth.step(c);
        if is_stop(c) || is_colon(c) {
            return None;
        }
        let after = at + c.len_utf8();
        let rest = paragraph.on_from(after);
        let title = paragraph.up_to(after);
        if depth.outside() && ends_as_title(title.of(text)) && begins_text(rest.of(text)) {
            let rest = rest.on_from(rest.ends() - rest.of(text).trim_start_matches(is_stop).len());
            return Some(Flat { title, number: None, rest: addressed(text, rest) });
        }
    }
    None
}

/// Whether words are those that a document goes on with behind its title.
fn begins_text(words: &str) -> bool {
    let words = words.trim_start();
    let stop = words.starts_with(is_stop) && length(words, 20) > 10;
    let colon = words.chars().take(LONGEST_ADDRESS).take_while(|c| !is_stop(*c) && *c != '，').any(is_colon);
    stop || starts(words, BEGINS_TEXT) || (colon && !words.starts_with(is_colon) && starts(words, ADDRESSEES))
}

/// The addressees of a document and what follows them, of what stands behind its title.
fn addressed(text: &str, rest: Span) -> Vec<Span> {
    let colon = chars_in(text, rest).take(120).take_while(|(_, c)| !is_stop(*c)).find(|(_, c)| is_colon(*c));
    let start = colon.map_or(rest.begins(), |(at, c)| at + c.len_utf8());
    let rest = [rest.up_to(start), rest.on_from(start)];
    rest.into_iter().map(|span| trim(text, span)).filter(|span| !span.is_empty()).collect()
}

/// A title, a number and the rest of one line.
struct Flat {
    title: Span,
    number: Option<Span>,
    rest: Vec<Span>,
}

/// The front of a paragraph, where a number would stand.
fn first_part(text: &str, paragraph: Span) -> Span {
    chars_in(text, paragraph).nth(160).map_or(paragraph, |(at, _)| paragraph.up_to(at))
}

fn is_in_bracket(text: &str, span: Span) -> bool {
    Span::new(0, span.begins()).of(text).ends_with(|c| opens(c).is_some())
}

/// The first and the last line of a title.
#[derive(Clone, Copy)]
struct Title {
    first: usize,
    last: usize,
}

/// The lines of the title: the last line before the text that ends as titles do, and the lines that it was broken
/// from. `None` where no line can be a title.
fn title_lines(text: &str, lines: &[Span]) -> Option<Title> {
    let is_title = |line: &Span| can_be_title(line.of(text)) && ends_as_title(line.of(text));
    let last = lines.iter().rposition(is_title).or_else(|| {
        let before = lines.iter().take_while(|line| !is_prose(line.of(text))).take(FIRST_LINES);
        let mut titles =
            before.enumerate().filter(|(_, line)| can_be_title(line.of(text)) && length(line.of(text), 80) >= 4);
        titles.next().map(|(n, _)| n)
    })?;
    let mut first = last;
    while let [above @ .., before, whole] = &lines[..=first]
        && last - first < 3
    {
        let whole = whole.of(text);
        let words = before.of(text);
        // 某市目标任务 / 责任分解方案: the second line names no place and no year, and the first is no letter.
        let half = first == last
            && !looks_whole(whole)
            && length(whole, SHORTEST_WHOLE) < SHORTEST_WHOLE
            && looks_whole(words);
        let broken = can_be_title(words)
            && (!ends_as_title(words) || (half && !ends(words, LETTERS)))
            && !words.ends_with(LETTERHEAD)
            && date_in(text, *before).is_none();
        // A whole title begins with the issuer or 关于; the line before it may be a signature.
        let fresh = whole.starts_with(ABOUT) || (first == last && looks_whole(whole) && !words.contains(ABOUT));
        if !broken || fresh {
            break;
        }
        first = above.len();
    }
    Some(Title { first, last })
}
