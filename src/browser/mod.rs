//! The browser: plain functions in, plain values out. The only place that names it.
//!
//! - [`storage`]: texts under keys, and what other windows do to them.
//! - [`files`]: offers a text as a file, reads a chosen file.
//! - [`page`]: address, scrolling, focus, keys, printing, language and theme of the document.
//! - [`pointing`]: marks the places of a text that is drawn beside what was read of it.
//! - [`clock`]: the current time.
//! - [`measure`]: the heights of a paper's blocks.
//! - [`transfer`]: what is dropped on the page or pasted into a field.
//! - [`typing`]: tells listeners of a text once it is typed.
//! - [`selecting`]: lets the texts of labels be selected.

pub mod clipboard;
pub mod clock;
pub mod files;
pub mod keys;
pub mod measure;
pub mod page;
pub mod pointing;
pub mod selecting;
pub mod storage;
pub mod transfer;
pub mod typing;
