//! A form as comma-separated values.

use super::columns::Column;
use super::table::Table;

/// What spreadsheet programs know UTF-8 by.
const MARK: char = '\u{feff}';

/// Signs that would make a formula of a cell, where they stand first.
const BEGINS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The tables as text, one below the other.
pub fn text(tables: &[Table]) -> String {
    let mut out = String::from(MARK);
    for (place, table) in tables.iter().enumerate() {
        if place > 0 {
            out.push_str("\r\n");
        }
        line(&mut out, [&table.mark, &table.title].into_iter());
        let round = table.round.as_ref().map(|round| round.id.to_string());
        line(&mut out, std::iter::once(&table.key).chain(&table.particulars).chain(&round));
        let heads: Vec<String> = table.heads().collect();
        line(&mut out, heads.iter());
        for row in &table.rows {
            // Programs would make a number of an id, and 3.1 of 3.10.
            let id = row.measure.map(|id| format!("m{id}")).unwrap_or_default();
            let cells = row.cells.iter().zip(&table.columns);
            line(&mut out, cells.map(|(cell, column)| if *column == Column::Id { &id } else { &cell.text }));
        }
    }
    out
}

/// Rows as text, whatever they are; no cell of them is a formula.
pub fn rows(rows: &[Vec<String>]) -> String {
    let mut out = String::from(MARK);
    for row in rows {
        line(&mut out, row.iter());
    }
    out
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a String>) {
    for (place, text) in cells.enumerate() {
        if place > 0 {
            out.push(',');
        }
        let text = disarmed(text);
        if text.contains([',', '"', '\n', '\r', ';', '\t']) || text.trim() != text {
            out.push('"');
            out.push_str(&text.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&text);
        }
    }
    out.push_str("\r\n");
}

/// A text that is no formula: a quote before it, which [`armed`] takes away again.
fn disarmed(text: &str) -> String {
    if text.trim_start().starts_with(BEGINS) { ["'", text].concat() } else { text.to_owned() }
}

/// A text without the quote that kept it from being a formula.
pub fn armed(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.trim_start().starts_with(BEGINS)).unwrap_or(text)
}
