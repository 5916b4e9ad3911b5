//! Spreadsheets that are handed out, filled in and come back.
//!
//! Out: a table ([`mod@table`]) of who is asked what, drawn as a sheet ([`mod@write`]) or as comma-separated values ([`mod@csv`]). A
//! hidden sheet ([`mod@base`]) keeps which plan it was made of, whose each sheet is and what stood in the cells that are filled in, so
//! that what comes back says what a person changed. Which plan and whose stand in the first cells of the sheet itself, too.
//!
//! A form is for the round that is open when it is made ([`mod@round`]), and says so in all these places.
//!
//! In: the rows of every sheet ([`mod@open`]), their columns by what their heads say ([`mod@columns`]), their measures by the id or by
//! the text ([`mod@rows`]), their values by what people write ([`mod@values`]). What is not understood is not guessed: it is listed
//! with the reason.

mod base;
mod cells;
mod columns;
mod csv;
mod filled;
mod fit;
mod form;
mod incoming;
mod left;
mod names;
mod open;
mod round;
mod rows;
mod table;
mod values;
mod write;

use crate::domain::ledger::Ledger;
use crate::domain::plan::Plan;

pub use columns::Column;
pub use csv::rows as csv_rows;
pub use filled::filled;
pub use form::{
    Fault, Filled, Known, NoForm, NotTaken, Order, Outcome, Place, RowOutcome, Said, SheetPlan, Sheets, Unwritten, Whom,
};
pub use incoming::{NotBrought, incoming};
pub use left::left_over;

/// The workbook (`.xlsx`) that is ordered.
///
/// # Errors
/// [`Unwritten`] says why there is none.
pub fn workbook(plan: &Plan, ledger: &Ledger, order: &Order) -> Result<Vec<u8>, Unwritten> {
    let order = &order.dated();
    let tables = table::tables(plan, ledger, order);
    write::workbook(plan, order, &tables, &base::Base::of(plan, order, &tables))
}

/// The same as comma-separated values, with the mark that spreadsheet programs know UTF-8 by. Several tables stand one below the other.
pub fn csv(plan: &Plan, ledger: &Ledger, order: &Order) -> String {
    csv::text(&table::tables(plan, ledger, &order.dated()))
}
