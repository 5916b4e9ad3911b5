//! The page's components: they read selectors and call actions, and name neither the browser nor a saved form.
//!
//! - [`shell`]: the frame around every view: header, notices, the view itself.
//! - [`checklist`]: the list of a party; its rail ([`rail`], [`party_select`]) and its rows ([`task`], [`measure`]).
//! - [`lazy`]: the views that a first visit does without, and what stands in their place until they are loaded.
//! - [`report`]: the report of the open party on a measure, and those of others.
//! - [`overview`]: the whole plan at a glance.
//! - [`full_text`]: the full text of the plan.
//! - [`mod@print`]: the preview of papers, sheet by sheet.
//! - [`data`]: saves progress to a file, reads it back, deletes it.
//! - [`live`]: the few types through which views follow the state.
//! - [`parts`]: small pieces that hold no state.

pub mod checklist;
pub mod data;
pub mod full_text;
pub mod lazy;
pub mod live;
pub mod measure;
pub mod notices;
pub mod overview;
pub mod parts;
pub mod party_select;
pub mod print;
mod print_bar;
mod print_job;
mod print_papers;
pub mod rail;
pub mod report;
pub mod shell;
pub mod task;
