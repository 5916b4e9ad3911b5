//! Which table has the words of a language.

use super::{Words, en, zh_hans, zh_hant};
use crate::domain::settings::Lang;

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::ZhHans => &zh_hans::WORDS,
        Lang::ZhHant => &zh_hant::WORDS,
        Lang::En => &en::WORDS,
    }
}
