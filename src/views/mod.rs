//! The page's components: they read selectors and call actions, and name neither the browser nor a saved form.
//!
//! - [`shell`]: the frame around every view: header, notices, the view itself.
//! - [`checklist`]: the list of a party; its finder ([`finder`], [`party_select`]) and its rows ([`task`], [`measure`]).
//! - [`lazy`]: the views that a first visit does without, and what stands in their place until they are loaded.
//! - [`mod@dues`]: what the list shows only of a plan with deadlines or roles.
//! - [`mod@english`]: the English reading of the plan, in the English interface.
//! - [`report`]: the report of the open party on a measure, and those of others.
//! - [`overview`]: the whole plan at a glance.
//! - [`full_text`]: the document to be read.
//! - [`mod@print`]: papers, sheet by sheet, before they are printed.
//! - [`data`]: what goes out and comes back as files, and what is kept; [`gather`]: giving back and bringing together;
//!   [`handed`]: the list in a handed-out page before the program runs.
//! - [`library`]: the plans kept in this browser; [`plans`]: what it and bringing in a plan need; [`new_plan`]: bringing in another
//!   plan; [`mod@review`]: looking through what was read of it; [`mending`]: what was read wrongly.
//! - [`mod@guide`]: the link to the guide.
//! - [`mod@offer`]: a progress file before it is taken over.
//! - [`mod@asking`]: a button that asks first.
//! - [`live`]: what follows the state, in few types.
//! - [`parts`]: small pieces that hold no state.

mod answers;
pub mod arrangement;
mod asking;
pub mod brief;
pub mod checklist;
pub mod data;
pub mod dues;
pub mod english;
pub mod finder;
pub mod full_text;
pub mod gather;
mod guide;
pub mod handed;
pub mod keys;
pub mod lazy;
pub mod library;
pub mod list_notes;
pub mod live;
pub mod measure;
pub mod mending;
pub mod new_plan;
pub mod notices;
mod offer;
pub mod overview;
pub mod parts;
pub mod party_select;
pub mod plans;
pub mod print;
mod print_bar;
mod print_job;
mod print_papers;
mod print_state;
pub mod report;
pub mod review;
pub mod rounds;
pub mod shell;
mod sign_off;
pub mod task;
