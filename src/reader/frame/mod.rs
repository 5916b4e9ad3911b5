//! What stands around a plan: title, notice and preamble before it, signature and page furniture around it.
//!
//! In: the paragraphs before the first heading, and the last ones of a text. Out: [`Head`] and [`Tail`]. Change here what a
//! line is (`line.rs`) and which facts it tells (`particulars.rs`, `number.rs`, `date.rs`), and who
//! signs (`signature.rs`).

pub mod date;
pub mod fact;
pub mod head;
pub mod line;
pub mod number;
pub mod particulars;
pub mod signature;
pub mod tail;

pub use head::Head;
pub use tail::Tail;
