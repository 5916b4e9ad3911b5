//! Labels inside of paragraphs, before which these are cut.

use super::labels::label_at;
use super::scan::{chars_in, trim};
use crate::domain::span::Span;
use crate::reader::lexicon::headings::Form;
use crate::reader::lexicon::marks::{closes_bracket, is_colon, is_space, is_stop, opens_bracket};

/// Cuts paragraphs before the labels inside them: the first one of an enumeration whose second one begins the next paragraph
/// (`建道路：（1）修桥；` `（2）修路`), and those of parts that each end with a statement.
pub fn cut(text: &str, paragraphs: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        let second = label_at(text, paragraph).filter(|label| label.value == 2 && !label.loose);
        if let (Some(second), Some(last)) = (second, out.last().copied())
            && label_at(text, last).is_some_and(|label| label.form != second.form)
        {
            let mut before = ' ';
            let place = chars_in(text, last).find(|(at, c)| {
                let behind = is_colon(before) || is_stop(before);
                if !is_space(*c) {
                    before = *c;
                }
                let label = behind.then(|| label_at(text, last.on_from(*at))).flatten();
                label.is_some_and(|label| label.form == second.form && label.value == 1 && !label.loose)
            });
            if let Some((at, _)) = place {
                out.pop();
                out.extend([trim(text, last.up_to(at)), last.on_from(at)]);
            }
        }
        let cuts = parts(text, paragraph);
        let starts = std::iter::once(paragraph.begins()).chain(cuts.iter().copied());
        let ends = cuts.iter().copied().chain(std::iter::once(paragraph.ends()));
        out.extend(starts.zip(ends).map(|(start, end)| trim(text, Span::new(start, end))));
    }
    out
}

/// Where the parts of a numbered paragraph begin that each end with a bracket: 1.建道路。（1）修桥。（县交通局）（2）修路。（县公路局）.
fn parts(text: &str, paragraph: Span) -> Vec<usize> {
    let Some(own) = label_at(text, paragraph) else { return Vec::new() };
    let mut out = Vec::new();
    let mut before = ' ';
    for (at, c) in chars_in(text, paragraph) {
        let behind = if out.is_empty() { is_stop(before) || is_colon(before) } else { closes_bracket(before) };
        if behind
            && opens_bracket(c)
            && let Some(label) = label_at(text, paragraph.on_from(at))
            && label.form == Form::ArabicBracketed
            && label.form != own.form
            && u32::try_from(out.len()).is_ok_and(|count| label.value == count + 1)
        {
            out.push(at);
        }
        if !is_space(c) {
            before = c;
        }
    }
    if out.len() < 2 { Vec::new() } else { out }
}
