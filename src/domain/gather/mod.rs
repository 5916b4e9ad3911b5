//! Bringing together (匯總): what units send back becomes part of one ledger.
//!
//! - [`incoming`]: a file that came back, and from whom.
//! - [`receipts`]: what was brought in before: each file leaves a receipt, by which it is known again and can be taken back.
//! - [`sides`]: what is said of one field, by whom, and whether that is one thing or several.
//! - [`gathering`]: files beside the ledger: what each of them brings, where they contradict, and the ledger they become.
//! - [`timing`]: whether a file comes in the round that it says it is for.
//!
//! The ledger's own rule joins what does not contradict: the later stamp wins, in any order and any number of times. It cannot know
//! that two people said different things without knowing of each other. That is a *conflict*, and a person settles it:
//!
//! | what the file says of a field | what that is |
//! |---|---|
//! | nothing was ever said here, or what stands here is an earlier version in the file | new |
//! | the same as here, or the same words | the same |
//! | an earlier version of what stands here, what was emptied here, or what a file brought once before | older |
//! | what a later file from the same copy, whose receipt stands, does not know | older |
//! | something else, and the two come from one copy of the ledger, or both from the party's own files | the later is newer |
//! | something else, and the two are fillings of one form that came one after the other, of different days | the later is newer |
//! | something else | a conflict |
//!
//! A receipt that is taken back counts as never brought in: what stood before it stands again, or what another file said that was declined
//! for it; and both can be read once more.
//!
//! In a conflict the party's own file is proposed before somebody else's copy of it, and otherwise what was said later.

pub mod gathering;
pub mod incoming;
pub mod receipts;
pub mod sides;
pub mod timing;

pub use gathering::{Conflict, FileLine, Gathering, Tally};
pub use incoming::{IN_PACK, Incoming, OF_FORM, Seal, own_name};
pub use receipts::{Line, Receipt, Receipts, TakenBack};
pub use sides::{Side, Source};
pub use timing::Timing;
