//! The state while the page is open: its actions (verbs) and selectors. No browser, no `view!`.
//!
//! - [`session`]: the state that outlives the plan that is open.
//! - [`store`]: the workspace of the plan that is open: its ledger, its view state, and everything that follows from them.
//! - [`rows`]: what the list shows of each measure, task and heading; `tell` updates the rows that change.
//! - [`actions`]: everything a person can do. Only this module writes the ledger.
//! - [`address`]: opens addresses that others changed, and shows notices of what cannot be read.
//! - `gather`: files that go from hand to hand.
//! - [`names`]: names and labels in the current language and script.
//! - [`page`]: the commands for the page, and what the page reports.

pub mod actions;
pub mod address;
mod gather;
pub mod names;
pub mod page;
pub mod rows;
pub mod session;
pub mod store;
mod tell;

pub use crate::persist::draft::Draft;
pub use crate::persist::library::{Entry, ListPlace, Progress};
pub use page::{About, Command, Keeping, Notice, OfFile, Offer, Stored};
pub use rows::Row;
pub use session::Session;
pub use store::{Group, Store, use_store};
