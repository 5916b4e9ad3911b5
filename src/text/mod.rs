//! The words of the interface: one typed table per language, so that a missing word does not compile.
//!
//! - [`zh_hans`], [`zh_hant`], [`en`]: the tables.
//! - [`addresses`]: what is said of an address that names what is not there.
//! - [`course`]: what changed since the last round, and the course of the year.
//! - [`drafts`]: the words of what is half done, in this window or another.
//! - [`english`]: the words around an English reading of a plan.
//! - [`fields`]: what the fields of a mark are called, for all the others.
//! - [`forms`]: the words on spreadsheets that are handed out and filled in.
//! - [`issued`], [`circular`], [`reminder`]: the words of papers that an office issues.
//! - [`guide`]: what the guide is called.
//! - [`lazy`]: the words of the views that a first visit does without.
//! - [`offer`]: the words around a progress file that is offered.
//! - [`overview`]: the words of the overview's first screen.
//! - [`paper`]: the words printed on papers, which are Chinese whatever the language of the interface.
//! - [`plans`]: the words of the library, and of bringing in a plan.
//! - [`receipt`]: the words on receipts that are printed.
//! - [`reporting`]: the words of the table of reports.
//! - [`review`]: the words for looking through what was read of a plan.
//! - [`sentences`]: what sentences on papers say in English.
//! - [`year`]: the words of the coordinator's year: identity, arrangement, rounds, lights, what is given back and postponed.
//! - [`print_toolbar`]: the words around a paper on the screen.

pub mod addresses;
pub mod circular;
pub mod course;
pub mod drafts;
pub mod en;
pub mod english;
pub mod fields;
pub mod forms;
pub mod gather;
pub mod guide;
pub mod issued;
pub mod keys;
pub mod lazy;
pub mod mending;
pub mod offer;
pub mod overview;
pub mod paper;
pub mod plans;
pub mod print_toolbar;
pub mod receipt;
pub mod reminder;
pub mod reporting;
pub mod review;
pub mod sentences;
mod tables;
pub mod year;
pub mod zh_hans;
pub mod zh_hant;

pub use tables::words;

use crate::domain::fault::NotKept;
use crate::domain::filter::STAGES;
use crate::domain::rollup::{Count, STATES, Total};

/// What a list shows, for the sentence above it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListSummary {
    /// The party, by name.
    pub party: String,
    /// The total of the whole list.
    pub list: Total,
    /// The word for done, which for the coordinator is signed off.
    pub done_word: &'static str,
    /// The total of the measures that the filter shows.
    pub shown: Total,
    /// What the filter asks for, in words; empty if it shows everything.
    pub filters: Vec<String>,
}

/// Every word of the interface.
#[allow(missing_docs, reason = "each field is named for what it says")]
pub struct Words {
    pub language_name: &'static str,
    pub seal: &'static str,

    pub nav_list: &'static str,
    pub nav_overview: &'static str,
    pub rounds: &'static str,
    pub arrangement: &'static str,
    pub nav_print: &'static str,
    pub nav_read: &'static str,
    pub nav_data: &'static str,
    pub nav_plans: &'static str,
    pub views: &'static str,
    pub skip: &'static str,
    pub language: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    /// Asks who a person is.
    pub who: &'static str,
    /// Stands before the name of who a person is.
    pub own: &'static str,
    pub close: &'static str,
    pub issued_on: fn((u64, u64, u64)) -> String,

    /// The word for the whole of a place, in the order of `Territory`.
    pub whole: [&'static str; 9],
    pub coordinator: fn(&str) -> String,
    pub whose: &'static str,
    pub party_hint: &'static str,
    pub party_figures: fn(usize, Count, &str) -> String,
    pub units: &'static str,
    pub localities: &'static str,
    pub no_party: &'static str,

    pub search: &'static str,
    pub search_hint: &'static str,
    pub filters: &'static str,
    pub section: &'static str,
    pub state: &'static str,
    pub done: &'static str,
    pub states: [&'static str; STATES],
    /// In the order of `Stage::ALL`.
    pub stages: [&'static str; STAGES],
    pub not_done: &'static str,
    pub not_signed_off: &'static str,
    pub report: &'static str,
    pub reported: &'static str,
    pub has_problem: &'static str,
    pub somebody_behind: &'static str,
    pub given_back: &'static str,
    /// In the order of `Light::ALL`.
    pub lights: [&'static str; 3],
    pub unlit: &'static str,
    pub counted: &'static str,
    pub has_target: &'static str,
    pub soon: &'static str,
    pub overdue: &'static str,
    pub clear_filter: &'static str,
    pub filter_query: fn(&str) -> String,
    pub filter_unknown: fn(&str) -> String,
    pub or: &'static str,

    pub shown: fn(&ListSummary) -> String,
    pub lingering: fn(usize) -> String,
    pub settle: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub link: &'static str,
    pub copy_link: &'static str,
    pub print_list: &'static str,
    pub nothing_matches: &'static str,
    pub nothing_here: &'static str,
    pub undetermined: &'static str,
    pub undetermined_note: &'static str,
    pub done_of: &'static str,
    pub link_to_measure: &'static str,
    pub link_to_task: &'static str,
    pub responsible_units: &'static str,
    pub and_others: &'static str,
    pub role_lead: &'static str,
    pub role_support: &'static str,

    pub save_file: &'static str,
    pub loading: &'static str,
    pub not_loaded: &'static str,
    pub load_again: &'static str,

    pub not_kept: fn(NotKept) -> &'static str,
    pub put_aside: fn(&str) -> String,
    pub download_aside: &'static str,
    pub kept_again: &'static str,
    pub left_alone: fn(&str, usize) -> String,
    pub new_version: &'static str,
    pub renew: &'static str,
}
