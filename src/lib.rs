//! Yaodian (要點): a government work plan as a checklist, in any browser, with no server.
//!
//! Modules in reading order. Imports point down only (`tests/native/layers.rs` checks it):
//!
//! - [`domain`]: the plan, the ledger and the rules, as plain values.
//! - [`reader`]: text of a plan to [`domain::plan::Plan`] and diagnostics.
//! - [`persist`]: domain values to saved text and back; the only place that knows a saved form.
//! - [`exchange`]: a file that somebody brings, to its text.
//! - [`text`]: the words of the interface, in three languages.
//! - [`route`]: what is open, as an address.
//! - `element`: what views are made of; shown in the page, or written as HTML.
//! - `print`: papers, over values.
//! - `state`: the one store, its actions and selectors.
//! - `views`: the page's components.
//! - `browser`: the only place that names the browser.
//! - `app`: where all of it is put together.

pub mod domain;
pub mod exchange;
pub mod persist;
pub mod reader;
pub mod route;
pub mod text;

#[cfg(feature = "page")]
pub mod app;
#[cfg(feature = "page")]
pub mod browser;
#[cfg(feature = "page")]
pub mod element;
#[cfg(feature = "page")]
pub mod print;
#[cfg(feature = "page")]
pub mod state;
#[cfg(feature = "page")]
pub mod views;
