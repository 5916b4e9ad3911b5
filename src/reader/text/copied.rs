//! Marks that a copy of a table puts into its cells: line breaks of markdown, and the quotation marks in which a spreadsheet puts a cell
//! of several lines.

/// White space in place of one byte of them.
const BLANK: u8 = b' ';
/// The longest cell in quotation marks, in bytes.
const LONGEST_CELL: usize = 6000;

/// A line break in a cell, as markdown has it.
const BREAKS: [&str; 3] = ["<br>", "<br/>", "<br />"];

/// The text with white space where such marks were; as long as it was.
pub fn without_marks(text: String) -> String {
    let breaks = text.contains("<br");
    let quoted = text.contains("\t\"") || text.contains("\n\"");
    if !breaks && !quoted {
        return text;
    }
    let mut bytes = text.clone().into_bytes();
    for (at, mark) in BREAKS.iter().flat_map(|mark| text.match_indices(mark)) {
        bytes[at..at + mark.len()].fill(BLANK);
    }
    if quoted {
        blank_quotes(&text, &mut bytes);
    }
    // Only whole characters of one byte were replaced by another one.
    String::from_utf8(bytes).unwrap_or(text)
}

/// A cell that begins and ends with a quotation mark, and has line breaks between them.
fn blank_quotes(text: &str, bytes: &mut [u8]) {
    let marks = || text.match_indices('"').map(|(at, _)| at);
    let closes = |at: &usize| text.len() == at + 1 || text[at + 1..].starts_with(['\t', '\n', '\r']);
    let closing: Vec<usize> = marks().filter(closes).collect();
    let mut until = 0;
    for at in marks().filter(|at| text[..*at].ends_with(['\t', '\n'])) {
        let end = closing.get(closing.partition_point(|end| *end <= at)).copied();
        let Some(end) = end.filter(|end| at >= until && end - at < LONGEST_CELL) else { continue };
        until = end;
        let cell = &mut bytes[at..=end];
        if cell.contains(&b'\n') {
            cell.iter_mut().filter(|byte| matches!(byte, b'"' | b'\n' | b'\r')).for_each(|byte| *byte = BLANK);
        }
    }
}
