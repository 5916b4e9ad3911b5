//! The words of the interface: one typed table per language, so that a missing word does not compile.

pub mod paper;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    ZhHans,
    /// Traditional Chinese.
    ZhHant,
    /// English.
    En,
}
