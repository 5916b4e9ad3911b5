//! Workbooks: their sheets, and the one that is a table of tasks.

pub mod compound;
mod ods;
mod shown;
mod strings;
pub mod workbook;
mod xls;
mod xlsx;

pub use self::ods::ods;
pub use self::xls::xls;
pub use self::xlsx::xlsx;
