//! Plain values and rules: no browser, no framework, no saved forms.
//!
//! - [`span`]: where in the source a piece stands.
//! - [`plan`]: one document as sections, tasks, measures, responsibilities, targets.
//! - [`plan_id`]: what names a plan in keys, files and addresses.
//! - [`ids`]: ids, which are given once, and labels, which are printed.
//! - [`numbering`]: numbers and fresh ids for tasks and measures.
//! - [`labels`]: finds a task or measure by its id or its label.
//! - [`carry`]: which tasks and measures keep their ids when a text is read again; [`common`]: what two lists have in common.
//! - [`corrections`]: what a person mended in a reading.
//! - [`bodies`]: which of its names becomes a unit's key.
//! - [`arrangement`]: who the coordinator settled has what to do; [`asked`]: who is asked about a task.
//! - [`party`]: whose checklist is open, and which tasks are on it.
//! - [`script`]: both Chinese scripts folded to one, character by character.
//! - [`pairs`]: the characters that differ between the scripts, packed.
//! - [`reading`]: the readings in either script beside the record; [`english`]: the English one.
//! - [`dues`]: by when measures are due, and what is late; [`printed_day`]: the day of a deadline, from its words; [`dues_beside`]:
//!   whose a deadline is where each measure has one beside it.
//! - [`file_name`]: the names of files that are saved.
//! - [`filter`]: which measures are shown; [`hits`]: where what is searched for stands in a text.
//! - [`running`]: the text of a plan in lines, from beginning to end.
//! - [`runs`]: a text cut where its look changes.
//! - [`taken`]: what each stretch of the source was taken for; [`places`]: the source as such stretches.
//! - [`two_plans`]: a text cut where a second plan begins.
//! - [`questions`]: what a plan leaves open and only its people know.
//! - [`plausible`]: whether words can be the deadline or the target that a person says they are.
//! - [`ordered`]: a set of a few values, as a sorted list.
//! - [`version`]: what a field said from a moment on, and the order of versions.
//! - [`field`]: the fields of a mark, and the values of those that have a few; [`settled`]: what a unit asks for in one, and what the
//!   coordinator answers.
//! - [`mark`]: what one party says of one measure.
//! - [`round_id`]: what names a round; [`rounds`]: the rounds of a plan, and which reports count for them.
//! - [`ledger`]: all marks of a plan, and how two ledgers merge.
//! - [`gather`]: what units send back becomes part of one ledger.
//! - [`digest`]: whether a file or a plan is still what it was.
//! - [`history`]: undo and redo.
//! - [`rollup`]: how far a measure is, and how many are how far.
//! - [`reports`]: how many marks of a ledger are reports; [`doubts`]: what is doubtful in one that comes from a file;
//!   [`mended_reports`]: what mending the plan does to them.
//! - [`problem_kind`]: what kind of problem a text speaks of.
//! - [`progress`]: actual values against targets and the time of year.
//! - [`light`], [`lights`]: whether a measure is on time, by one table.
//! - [`overview`]: the whole plan, by section, party and target; [`glance`]: what a mayor asks for first; [`changes`]: what is other
//!   than in an earlier state; [`course`]: how the plan went through its year.
//! - [`fault`]: the errors of saved ledgers, plans and the library.
//! - [`calendar`]: moments as dates in China.
//! - [`settings`]: language, theme and script that a person chose.

pub mod arrangement;
pub mod asked;
pub mod bodies;
pub mod calendar;
pub mod carry;
pub mod changes;
pub mod common;
pub mod corrections;
pub mod course;
pub mod digest;
pub mod doubts;
pub mod dues;
pub mod dues_beside;
pub mod english;
pub mod fault;
pub mod field;
pub mod file_name;
pub mod filter;
pub mod gather;
pub mod glance;
pub mod handed;
pub mod history;
pub mod hits;
pub mod identity;
pub mod ids;
pub mod in_round;
pub mod labels;
pub mod ledger;
pub mod light;
pub mod lights;
pub mod mark;
pub mod mended_reports;
pub mod numbering;
pub mod ordered;
pub mod overview;
pub mod pairs;
pub mod party;
pub mod places;
pub mod plan;
pub mod plan_id;
pub mod plausible;
pub mod printed_day;
pub mod problem_kind;
pub mod progress;
pub mod questions;
pub mod reading;
pub mod reports;
pub mod rollup;
pub mod round_id;
pub mod rounds;
pub mod running;
pub mod runs;
pub mod sayings;
pub mod script;
mod script_table;
pub mod settings;
pub mod settled;
pub mod span;
pub mod taken;

pub mod two_plans;
pub mod version;
pub mod words;
