//! The texts of cells: as a cell can have them, and as they are compared.

use crate::domain::script::simplify;

/// The most units of UTF-16 in a cell.
pub const LONGEST: usize = 32_767;

/// A text as a cell can have it: without characters that no cell shows, and no longer than the longest.
pub fn clean(text: &str) -> String {
    let unbroken = text.replace("\r\n", "\n").replace('\r', "\n");
    let shown = |c: char| if c == '\n' { c } else { ' ' };
    let is_no_character = |c: char| matches!(c, '\u{fffe}' | '\u{ffff}');
    let plain = unbroken.chars().map(|c| if c.is_control() || is_no_character(c) { shown(c) } else { c });
    let mut units = 0;
    plain
        .take_while(|c| {
            units += c.len_utf16();
            units <= LONGEST
        })
        .collect()
}

/// A text by which measures are compared: in one script, without white space and signs.
pub fn bare(text: &str) -> String {
    text.chars().map(crate::domain::script::fold).filter(|c| c.is_alphanumeric()).map(simplify).collect()
}
