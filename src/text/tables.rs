//! Which table has the words of a language.

use super::{Words, en, zh_hans, zh_hant};
use crate::domain::settings::Lang;

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    lang.of([&zh_hans::WORDS, &zh_hant::WORDS, &en::WORDS])
}
