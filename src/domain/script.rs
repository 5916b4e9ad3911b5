//! Both Chinese scripts, converted character by character: one for one, so that positions stay.
//!
//! [`simplify`] turns one traditional character into its simplified form and leaves all others alone. It knows no words (`網路` becomes
//! `网路`); words are the business of [`super::reading`]. [`fold`] makes what a person types comparable with what a plan
//! prints: one script, small letters, half-width letters and digits.
//!
//! The pairs of characters are those of [`super::pairs`]. A page loads the pairs that its own plan needs ([`bring`]) and,
//! before it opens another plan or reads what a person brings, all of them ([`bring_all`]). Native programs have all of them from the
//! start; [`with_only`] lets a test see what a page sees.

use super::ordered::Ordered;
use super::pairs::{self, Packed};
use std::sync::OnceLock;

/// A traditional character and its simplified form, as code points.
type Pair = (u16, u16);

/// The pairs that the page's own plan needs.
static SOME: OnceLock<Vec<Pair>> = OnceLock::new();
/// All pairs of the table.
static ALL: OnceLock<Vec<Pair>> = OnceLock::new();

/// Loads the pairs that one plan needs. Pairs loaded before stay.
pub fn bring(some: Packed) {
    SOME.get_or_init(|| some.unpack());
}

/// Loads all pairs, so that any plan can be read, searched and simplified.
pub fn bring_all() {
    ALL.get_or_init(|| pairs::ALL.unpack());
    #[cfg(not(target_arch = "wasm32"))]
    ONLY.set(None);
}

#[cfg(not(target_arch = "wasm32"))]
thread_local! {
    /// The pairs that this thread has, where it has not all: see [`with_only`].
    static ONLY: std::cell::Cell<Option<&'static [Pair]>> = const { std::cell::Cell::new(None) };
}

/// Runs with these pairs alone, as in a page that has loaded no others, until something brings all. For tests: what is right natively
/// only because all pairs are there is wrong in a page.
#[cfg(not(target_arch = "wasm32"))]
pub fn with_only<T>(some: Packed, run: impl FnOnce() -> T) -> T {
    ONLY.set(Some(some.unpack().leak()));
    let done = run();
    ONLY.set(None);
    done
}

/// The pairs loaded so far, in the order of the traditional characters.
fn at_hand() -> &'static [Pair] {
    #[cfg(not(target_arch = "wasm32"))]
    {
        if let Some(only) = ONLY.get() {
            return only;
        }
        bring_all();
    }
    ALL.get().or_else(|| SOME.get()).map_or(&[], Vec::as_slice)
}

/// The script of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Script {
    /// Simplified characters, or only characters that both scripts share.
    #[default]
    Simplified,
    /// Traditional characters.
    Traditional,
    /// Some simplified and some traditional characters.
    Mixed,
}

impl Script {
    /// The script of a text, judged by the characters that differ between the scripts. A simplified text has next to no
    /// traditional ones. In a traditional text they are more than seven of ten; the others are characters such as 局, 合 and 后,
    /// which are traditional themselves and also the simplified form of a rare character. Any share in between is mixed.
    pub fn of(text: &str) -> Self {
        let forms: Ordered<u16> = at_hand().iter().map(|pair| pair.1).collect();
        let is_form = |c: char| u16::try_from(u32::from(c)).is_ok_and(|code| forms.contains(&code));
        Self::judged(text.chars().filter_map(|c| match simplify(c) {
            form if form != c => Some(true),
            _ => is_form(c).then_some(false),
        }))
    }

    /// Judges by the characters that differ between the scripts: whether each is traditional.
    fn judged(traditional: impl Iterator<Item = bool>) -> Self {
        let (mut all, mut count) = (0_usize, 0_usize);
        for is_traditional in traditional {
            all += 1;
            count += usize::from(is_traditional);
        }
        if count * 20 <= all {
            Self::Simplified
        } else if count * 10 > all * 7 {
            Self::Traditional
        } else {
            Self::Mixed
        }
    }

    /// The BCP 47 language tag of Chinese in this script.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Simplified => "zh-Hans",
            Self::Traditional => "zh-Hant",
            Self::Mixed => "zh",
        }
    }
}

/// Which of a plan's texts is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Rendition {
    /// The record: the source, as printed, in whatever script.
    #[default]
    Record,
    /// The simplified reading, where the plan has one.
    Simplified,
    /// The reading in traditional script of a record in that script: the same with full-width marks, and with the words that its
    /// readers use where the record's are none of theirs.
    Traditional,
}

impl Rendition {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Record, Self::Simplified, Self::Traditional];

    /// The renditions that are not the record.
    pub const READINGS: [Self; 2] = [Self::Simplified, Self::Traditional];
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

/// The forms of all characters in one table, for going through a whole text.
#[derive(Debug)]
pub struct Forms(Vec<u16>);

impl Forms {
    /// The table of the pairs loaded so far.
    pub fn at_hand() -> Self {
        let mut forms = vec![0; usize::from(u16::MAX - pairs::FIRST) + 1];
        let pairs = at_hand().iter();
        // A character that is the simplified form of one and has one itself is put last.
        for (code, form) in pairs.clone().map(|pair| (pair.1, pair.1)).chain(pairs.copied()) {
            let place = code.checked_sub(pairs::FIRST).map(usize::from);
            if let Some(place) = place.and_then(|place| forms.get_mut(place)) {
                *place = form;
            }
        }
        Self(forms)
    }

    /// The script of a text, as [`Script::of`].
    pub fn script(&self, text: &str) -> Script {
        Script::judged(text.chars().filter_map(|c| self.of(c).map(|form| form != c)))
    }

    /// The simplified form of a character that differs between the scripts, which may be itself; `None` for all others.
    pub fn of(&self, c: char) -> Option<char> {
        let code = u16::try_from(u32::from(c)).ok()?.checked_sub(pairs::FIRST)?;
        let form = self.0.get(usize::from(code)).filter(|form| **form > 0)?;
        char::from_u32(u32::from(*form))
    }
}

/// The form of a character in which it is searched: simplified, small, half-width.
///
/// Three more characters are folded that [`simplify`] leaves alone because simplified text has them too: 著 (着力), 瞭 (了解) and
/// 藉 (借助), each to the form that most words have.
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

/// Applies [`fold`] to every character of a text; their number stays the same.
pub fn fold_text(text: &str) -> String {
    text.chars().map(fold).collect()
}
