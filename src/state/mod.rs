//! What is remembered while the page is open, its actions (verbs) and selectors. No browser, no `view!`.
//!
//! - [`session`]: what outlives the plan that is open.
//! - [`store`]: the workspace of the plan that is open: its ledger, what is looked at, and what follows from it.
//! - [`rows`]: what the list shows of each measure, task and heading; `tell` says so to each where it changes.
//! - [`actions`]: everything a person can do to it. Only here is the ledger written.
//! - [`address`]: opens addresses that others changed, and tells what of them cannot be read.
//! - [`names`]: what things are called in the language and script of the moment.
//! - [`page`]: what the page has to do in the browser's own terms, and what the browser reports.

pub mod actions;
pub mod address;
pub mod names;
pub mod page;
pub mod rows;
pub mod session;
pub mod store;
mod tell;

pub use crate::persist::library::Entry;
pub use page::{Command, Keeping, Notice, Offer, Stored};
pub use rows::Row;
pub use session::Session;
pub use store::{Group, Store, use_store};
