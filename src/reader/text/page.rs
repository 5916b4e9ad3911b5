//! The numbers of pages, which copies carry into the text.

use super::scan::length;
use crate::reader::lexicon::documents::{AROUND_PAGE, PAGE};
use crate::reader::lexicon::marks::{PAGE_DASHES, digit, is_space};

/// Whether a line is the number of a page: `— 3 —`, `第3页 共8页`.
pub fn is_page_number(line: &str) -> bool {
    let dashed = line.starts_with(PAGE_DASHES) && line.ends_with(PAGE_DASHES);
    let around = |c: char| is_space(c) || AROUND_PAGE.contains(&c);
    let rest = line.trim_matches(|c| around(c) || PAGE_DASHES.contains(&c));
    let only = rest.chars().all(|c| digit(c).is_some() || around(c)) && !rest.is_empty();
    only && (dashed || line.contains(PAGE)) && length(line, 16) <= 15
}
