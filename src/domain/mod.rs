//! Plain values and rules: no browser, no framework, no saved forms.
//!
//! - [`span`]: where in the source a piece stands.
//! - [`plan`]: one document as sections, tasks, measures, responsibilities, targets.
//! - [`party`]: whose checklist is open, and what belongs to it.
//! - [`script`]: both Chinese scripts folded to one, character by character.
//! - [`reading`]: the simplified reading beside the record.
//! - [`filter`]: which measures are shown, and where the search hit.
//! - [`runs`]: a text cut where its look changes.
//! - [`ordered`]: a few values in order, each once.
//! - [`ledger`]: who marked what, and how two ledgers become one.
//! - [`history`]: undo and redo.
//! - [`summary`]: how much is done of how much.
//! - [`fault`]: what can go wrong with a saved ledger.
//! - [`calendar`]: moments as dates.
//! - [`settings`]: language, theme and script that a person chose.

pub mod calendar;
pub mod fault;
pub mod filter;
pub mod history;
pub mod ledger;
pub mod ordered;
pub mod party;
pub mod plan;
pub mod reading;
pub mod runs;
pub mod script;
mod script_table;
pub mod settings;
pub mod span;
pub mod summary;
