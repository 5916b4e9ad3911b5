//! Both Chinese scripts, character by character: one to one, so that positions are kept.
//!
//! [`simplify`] turns one traditional character into its simplified form and leaves everything else alone. It
//! knows no words (`網路` becomes `网路`); words are the business of [`super::reading`]. [`fold`] makes what a person
//! types and what a plan prints comparable: one script, small letters, half-width letters and digits.
//!
//! The pairs of characters are those of [`super::pairs`]. A page brings those that its own plan needs ([`bring`]) and, before it
//! opens another plan, all of them ([`bring_all`]). Natively all are there from the start.

use super::ordered::Ordered;
use super::pairs::{self, Packed};
use std::sync::OnceLock;

/// A character, and its simplified form.
type Pair = (u16, u16);

/// The pairs that a page's own plan needs.
static SOME: OnceLock<Vec<Pair>> = OnceLock::new();
/// All pairs there are.
static ALL: OnceLock<Vec<Pair>> = OnceLock::new();

/// Brings the pairs that are enough for one plan. What was brought before stays.
pub fn bring(some: Packed) {
    SOME.get_or_init(|| some.unpack());
}

/// Brings all pairs: any plan can be read, searched and simplified then.
pub fn bring_all() {
    ALL.get_or_init(|| pairs::ALL.unpack());
}

/// The pairs at hand, in the order of the traditional characters.
fn at_hand() -> &'static [Pair] {
    if cfg!(not(target_arch = "wasm32")) {
        bring_all();
    }
    ALL.get().or_else(|| SOME.get()).map_or(&[], Vec::as_slice)
}

/// In which script a text is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Script {
    /// In simplified characters, or in such as both scripts have.
    #[default]
    Simplified,
    /// In traditional characters.
    Traditional,
    /// Partly in the ones, partly in the others.
    Mixed,
}

impl Script {
    /// The script of a text, by the characters that have another form in the other one. In a simplified text next to none of them
    /// is traditional; in a traditional one more than seven of ten are, the others being such as 局, 合 and 后, which are the
    /// simplified form of a rare character and traditional themselves. What lies between is mixed.
    pub fn of(text: &str) -> Self {
        let (mut traditional, mut simplified) = (0_usize, 0_usize);
        let forms: Ordered<u16> = at_hand().iter().map(|pair| pair.1).collect();
        for c in text.chars() {
            if simplify(c) != c {
                traditional += 1;
            } else if u16::try_from(u32::from(c)).is_ok_and(|code| forms.contains(&code)) {
                simplified += 1;
            }
        }
        let all = traditional + simplified;
        if traditional * 20 <= all {
            Self::Simplified
        } else if traditional * 10 > all * 7 {
            Self::Traditional
        } else {
            Self::Mixed
        }
    }

    /// The language tag of Chinese in it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Simplified => "zh-Hans",
            Self::Traditional => "zh-Hant",
            Self::Mixed => "zh",
        }
    }
}

/// Which text of a plan is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Rendition {
    /// The record: the source, as printed, in whatever script.
    #[default]
    Record,
    /// The simplified reading, where the plan has one.
    Simplified,
}

/// The simplified form of a character; the character itself where it has none of its own.
///
/// The result takes as many bytes of UTF-8 as the character.
pub fn simplify(c: char) -> char {
    let Ok(code) = u16::try_from(u32::from(c)) else { return c };
    if code < pairs::FIRST {
        return c;
    }
    let pairs = at_hand();
    let found = pairs.binary_search_by_key(&code, |pair| pair.0).ok();
    found.and_then(|i| char::from_u32(u32::from(pairs[i].1))).unwrap_or(c)
}

/// The form under which a character is searched: simplified, small, half-width.
///
/// Beyond [`simplify`], three characters that the character dictionary leaves alone because they are also right
/// in simplified text are taken for what they are in most words: 著 (着力), 瞭 (了解), 藉 (借助).
pub fn fold(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\u{3000}' => ' ',
        '！'..='～' => match u8::try_from(u32::from(c) - 0xFEE0) {
            Ok(half) => char::from(half).to_ascii_lowercase(),
            Err(_) => c,
        },
        '著' => '着',
        '瞭' => '了',
        '藉' => '借',
        _ => simplify(c),
    }
}

/// [`fold`] over a text: as many characters as before.
pub fn fold_text(text: &str) -> String {
    text.chars().map(fold).collect()
}
