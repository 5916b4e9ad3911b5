//! First stage: a text, cut into paragraphs, rows of tables and numbers of pages.
//!
//! In: the source. Out: [`Cut`]. Change here what makes a paragraph (`lines.rs`, `inline.rs` where labels stand in it, and `flat.rs` and `flat_ends.rs` where no line breaks are left), the
//! label of a heading (`labels.rs`) and of a statement (`fields.rs`), bold words (`emphasis.rs`), what a copy puts into cells (`copied.rs`), a time (`times.rs`), the beginning of notes (`noted.rs`), and a row of a table: its columns
//! (`columns.rs`), its cells (`cells.rs`), what rows stand under (`groups.rs`, `heads.rs`), how lines make rows (`table.rs`, `rows.rs`, `stacked.rs`, `between.rs` and `uncounted.rs` where each cell is a line,
//! `turned.rs` where each line is a column, `aligned.rs` where only blanks part the cells, and `unnamed.rs` where no line names the columns).

pub mod aligned;
pub mod between;
pub mod cells;
pub mod columns;
pub mod copied;
pub mod emphasis;
pub mod fields;
pub mod flat;
pub mod flat_ends;
pub mod groups;
pub mod heads;
pub mod inline;
pub mod labels;
pub mod lines;
pub mod noted;
pub mod page;
pub mod rows;
pub mod scan;
pub mod stacked;
pub mod table;
pub mod times;
pub mod turned;
pub mod uncounted;
pub mod unnamed;

use crate::domain::script::{Forms, simplify};
use crate::domain::span::Span;
use table::Tables;

/// A text in both forms that the stages need.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    /// As it was found.
    pub source: &'a str,
    /// In simplified characters and without the marks around bold words, which all matching is done on. A span of one is a span of
    /// the other.
    pub folded: String,
}

impl<'a> Text<'a> {
    /// The text of this source.
    pub fn new(source: &'a str) -> Self {
        Self { source, folded: copied::without_marks(emphasis::without_emphasis(folded(source))) }
    }
}

/// Below this a text is simplified character by character, in bytes: a table of all forms takes longer to make.
const SHORT: usize = 8192;

/// The text in simplified characters, the same length character by character.
pub fn folded(source: &str) -> String {
    if source.len() < SHORT {
        return source.chars().map(simplify).collect();
    }
    let forms = Forms::at_hand();
    source.chars().map(|c| forms.of(c).unwrap_or(c)).collect()
}

/// What a text was cut into.
#[derive(Clone, Debug, Default)]
pub struct Cut {
    /// The paragraphs of running text, trimmed, in order.
    pub paragraphs: Vec<Span>,
    /// The tables among them.
    pub tables: Tables,
    /// The numbers of the pages that they stood on.
    pub pages: Vec<Span>,
}

/// Cuts a text.
pub fn cut(text: &Text) -> Cut {
    let text = text.folded.as_str();
    let (pages, all): (Vec<Span>, Vec<Span>) =
        lines::paragraphs(text).into_iter().partition(|p| page::is_page_number(p.of(text)));
    let (tables, paragraphs) = table::take(text, &all);
    Cut { paragraphs, tables, pages }
}
