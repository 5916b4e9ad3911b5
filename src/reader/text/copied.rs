//! Marks that a copy of a table puts into its cells: line breaks of markdown, and the quotation marks in which a spreadsheet puts a cell
//! of several lines.

/// White space in place of one byte of them.
const BLANK: u8 = b' ';
/// The longest cell in quotation marks, in bytes.
const LONGEST_CELL: usize = 6000;

/// The text with white space where such marks were; as long as it was.
pub fn without_marks(text: String) -> String {
    let breaks = text.contains("<br");
    let quoted = text.contains("\t\"") || text.contains("\n\"");
    if !breaks && !quoted {
        return text;
    }
    let mut bytes = text.clone().into_bytes();
    if breaks {
        blank_breaks(&text, &mut bytes);
    }
    if quoted {
        blank_quotes(&text, &mut bytes);
    }
    // Only whole characters of one byte were replaced by another one.
    String::from_utf8(bytes).unwrap_or(text)
}

/// `<br>`, `<br/>`, `<br />`.
fn blank_breaks(text: &str, bytes: &mut [u8]) {
    for (at, _) in text.match_indices("<br") {
        let Some(inner) = text[at..].find('>') else { return };
        let is_break = text[at + "<br".len()..at + inner].trim_matches(['/', ' ']).is_empty();
        if is_break && let Some(mark) = bytes.get_mut(at..=at + inner) {
            mark.fill(BLANK);
        }
    }
}

/// A cell that begins and ends with a quotation mark, and has line breaks between them.
fn blank_quotes(text: &str, bytes: &mut [u8]) {
    let mut until = 0;
    for (at, _) in text.match_indices('"') {
        let opens = at >= until && text[..at].ends_with(['\t', '\n']);
        if !opens {
            continue;
        }
        let ends = |(end, _): &(usize, &str)| text[at + 1 + end + 1..].starts_with(['\t', '\n', '\r']);
        let inner = &text[at + 1..];
        let closed = inner.match_indices('"').take_while(|(end, _)| *end < LONGEST_CELL);
        let last = |(end, _): &(usize, &str)| at + 1 + end + 1 == text.len();
        let Some((end, _)) = closed.into_iter().find(|found| last(found) || ends(found)) else { continue };
        let whole = at..=at + 1 + end;
        until = *whole.end();
        let Some(cell) = bytes.get_mut(whole).filter(|cell| cell.contains(&b'\n')) else { continue };
        cell.iter_mut().filter(|byte| matches!(byte, b'"' | b'\n' | b'\r')).for_each(|byte| *byte = BLANK);
    }
}
