//! Who signs a document, or stands over its title: one body, or several on lines of their own, some of them broken over two.

use super::line::is_signature;
use crate::domain::plan::Fact;
use crate::domain::span::Span;
use crate::reader::lexicon::bodies::ends_as_name;
use crate::reader::lexicon::documents::HALVES_OF_BODIES;
use crate::reader::lexicon::marks::{PAUSE, is_colon, is_space};
use crate::reader::lexicon::starts;
use crate::reader::text::Text;
use crate::reader::text::fields::{Opened, opened};
use crate::reader::text::scan::{compact, length};

/// The most lines of who signs.
const MOST_LINES: usize = 4;
/// The longest second half of a name on a line of its own.
const LONGEST_HALF: usize = 8;
/// What stands between the names where several sign.
const BETWEEN: &str = "、";

/// Who signs at the end of some lines, and on how many; `None` where nobody does.
pub fn signed(text: &Text, lines: &[Span]) -> Option<(Fact, usize)> {
    let folded = text.folded.as_str();
    let mut count = usize::from(is_signature(lines.last()?.of(folded)));
    while let Some([above, below]) =
        lines.get(lines.len().wrapping_sub(count + 1)..).and_then(|rest| rest.first_chunk())
        && count > 0
        && count < MOST_LINES
    {
        let words = above.of(folded);
        // 中共某县委员会 stands over 某县人民政府, and 中共某县委全面深化改革 over 委员会办公室.
        let one = is_half(below.of(folded)) || (ends_as_name(words) && ends_as_name(below.of(folded)));
        // 责任单位 县水利局 is of the task before, and 抄送：县委 of the page.
        let other = words.contains(|c| is_colon(c) || c == PAUSE) || opened(words).is_some_and(Opened::states);
        if !one || other || !is_signature(words) {
            break;
        }
        count += 1;
    }
    let signing = lines.get(lines.len() - count..)?;
    let (first, last) = (signing.first()?, signing.last()?);
    let mut value = String::new();
    for line in signing {
        let halves = is_half(line.of(folded));
        if !value.is_empty() && !halves {
            value.push_str(BETWEEN);
        }
        value.push_str(&names(line.of(text.source), line.of(folded)));
    }
    Some((Fact { value, basis: first.through(*last).of(text.source).to_owned() }, count))
}

/// Who stands over a title, at the end of the lines before it: nothing but names of bodies.
pub fn over_title(text: &Text, lines: &[Span]) -> Option<Fact> {
    let named = |line: &Span| ends_as_name(line.of(&text.folded).trim());
    lines.last().filter(|line| named(line))?;
    signed(text, lines).map(|(fact, _)| fact)
}

/// The names on a line, which white space parts where each side is a name. `folded` is the line in simplified characters.
fn names(line: &str, folded: &str) -> String {
    let parts = folded.split(is_space).filter(|part| !part.is_empty());
    let several = parts.clone().count() > 1 && parts.clone().all(ends_as_name);
    if several {
        line.split(is_space).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(BETWEEN)
    } else {
        compact(line)
    }
}

/// Whether a line is the second half of a name: 委员会办公室.
fn is_half(line: &str) -> bool {
    starts(line, HALVES_OF_BODIES) && length(line, LONGEST_HALF + 1) <= LONGEST_HALF
}
