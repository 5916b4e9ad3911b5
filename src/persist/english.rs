//! The English reading of the plan that the page carries. It is no official translation, and stands in a file of its own, so that only
//! who reads in English loads it.

use super::embedded;
use crate::domain::english::English;
use std::sync::OnceLock;

/// Its lines, made by `cargo xtask plan`.
pub const TEXT: &str = include_str!("../../plans/haidong-2021/english.txt");

/// The reading.
pub fn reading() -> &'static English {
    static READING: OnceLock<English> = OnceLock::new();
    READING.get_or_init(|| English::of(&embedded::plan(), TEXT))
}
