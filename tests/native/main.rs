//! The native tests, one binary: they need no browser and, without the `page` feature, no framework.

mod arrangement;
mod bodies;
mod brief;
mod calendar;
mod calendar_file;
#[cfg(feature = "page")]
mod checklist_paper;
mod circles;
#[cfg(feature = "page")]
mod closed_round;
mod corrections;
#[cfg(feature = "page")]
mod course;
mod desk;
mod digest;
mod drafts;
mod dues;
mod encoding;
mod english;
mod english_sentences;
mod english_shown;
#[cfg(feature = "office")]
mod exchange;
#[cfg(feature = "office")]
mod exchange_hostile;
#[cfg(feature = "office")]
mod exchange_sheets;
#[cfg(feature = "office")]
mod exchange_web;
#[cfg(feature = "office")]
mod exchange_word;
mod facts;
mod fields;
mod file_name;
mod filter;
#[cfg(feature = "office")]
mod forms;
#[cfg(feature = "office")]
mod forms_back;
#[cfg(feature = "office")]
mod forms_round;
mod gather;
#[cfg(feature = "office")]
mod guide;
mod haidong;
mod hand_out;
mod handed;
mod history;
#[cfg(feature = "page")]
mod hostile;
mod identity;
mod ids;
mod issued_papers;
mod json;
mod keeper;
#[cfg(feature = "page")]
mod labels;
mod layers;
#[cfg(feature = "page")]
mod layout;
mod ledger;
mod ledger_file;
mod library;
mod library_room;
#[cfg(feature = "page")]
mod lights;
mod long_list;
mod long_plan;
#[cfg(feature = "page")]
mod making;
mod notices;
#[cfg(feature = "page")]
mod offer;
mod overview;
#[cfg(feature = "page")]
mod overview_figures;
#[cfg(feature = "page")]
mod papers;
mod phrases;
mod plan_file;
mod plan_id;
#[cfg(feature = "page")]
mod plans;
mod plausible;
mod progress;
mod progress_file;
mod questions;
mod reader;
mod reading;
mod receipt_paper;
mod releases;
mod reporting_table;
mod returned;
mod rollup;
mod room;
mod rounds;
mod route;
mod running;
mod sayings;
mod script;
mod settings;
#[cfg(feature = "page")]
mod shapes;
mod shelf;
#[cfg(feature = "page")]
mod store;
mod taken;
#[cfg(feature = "page")]
mod totals;
mod windows;
mod words;
mod year;
