//! The only place that names the browser: plain functions in, plain values out.
//!
//! - [`storage`]: texts under keys, and what other windows do to them.
//! - [`files`]: a text offered as a file, a chosen file as a text.
//! - [`page`]: address, scrolling, focus, keys, printing, language and theme of the document.
//! - [`clock`]: what time it is.
//! - [`measure`]: how high the blocks of a paper are.
//! - [`typing`]: what it means that a text was typed.
//! - [`selecting`]: texts of labels that can be selected.

pub mod clock;
pub mod files;
pub mod measure;
pub mod page;
pub mod selecting;
pub mod storage;
pub mod typing;
