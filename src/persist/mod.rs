//! Domain values to saved text and back. This is the only place that knows a saved form; each form has a version and is
//! separate from the domain types.
//!
//! - [`plan_file`]: a plan; [`embedded`]: the plan that the page carries.
//! - [`facts`], [`translation`]: curated facts, joined to what the reader reads, and what does not fit ([`misfit`]); [`english`]: the English reading that they give.
//! - [`json`]: the value that plans and ledgers are read from.
//! - [`outline`]: what the reader reads, as JSON for people and scripts.
//! - [`ledger_file`]: the ledger, in storage and in progress files alike.
//! - [`progress_file`]: a progress file: a ledger, and from whom it is.
//! - [`calendar_file`]: deadlines for the calendar of a phone; [`rounds`]: the state of closed rounds.
//! - [`receipts`]: the receipts of files that were brought in.
//! - [`encoding`]: guesses the encoding of a text file.
//! - [`settings`]: language, theme and script.
//! - [`shelf`]: where texts are kept by key; [`keys`]: under which; [`room`]: what gives way where it is full, and how full it is.
//! - [`keeper`]: how the ledger is kept on a shelf that may be full, blocked, corrupted or shared with other tabs.
//! - [`corrections`]: what a person mended, a line each.
//! - [`draft`]: the text of a plan that is being brought in, and what was mended of it.
//! - [`mending`]: a plan that is mended, and the reading under it.
//! - [`library`]: several plans on such a shelf, and the index of them.

pub mod calendar_file;
pub mod corrections;
pub mod draft;
pub mod embedded;
pub mod encoding;
pub mod english;
pub mod facts;
pub mod identity;
pub mod json;
pub mod keeper;
pub mod keys;
pub mod ledger_file;
pub mod library;
pub mod mending;
pub mod misfit;
pub mod outline;
pub mod plan_file;
pub mod progress_file;
pub mod receipts;
pub mod room;
pub mod round_said;
pub mod rounds;
pub mod settings;
pub mod shelf;
pub mod translation;
