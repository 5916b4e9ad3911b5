//! Both Chinese scripts, character by character: one to one, so that positions are kept.
//!
//! [`simplify`] turns one traditional character into its simplified form and leaves everything else alone. It
//! knows no words (`網路` becomes `网路`); words are the business of [`super::reading`]. [`fold`] makes what a person
//! types and what a plan prints comparable: one script, small letters, half-width letters and digits.
//!
//! The pairs stand in [`super::script_table`] as two readable strings. The program carries them as steps between
//! code points, computed at build time, which compress to little more than half of the strings.

use super::script_table::{SIMPLIFIED, TRADITIONAL};
use std::sync::OnceLock;

/// The code point that the first step is counted from.
const BASE: u16 = 0x4E00;
/// How many pairs there are: every character of the table takes three bytes.
const COUNT: usize = TRADITIONAL.len() / 3;
/// From each traditional character to the next.
static STEPS: [u8; COUNT] = steps();
/// From each traditional character to its simplified form.
static OFFSETS: [i16; COUNT] = offsets();

/// The code point of the `n`th character of a text whose characters all take three bytes of UTF-8.
const fn code_point(text: &str, n: usize) -> u16 {
    let bytes = text.as_bytes();
    let (a, b, c) = (bytes[3 * n], bytes[3 * n + 1], bytes[3 * n + 2]);
    assert!(a & 0xF0 == 0xE0, "the table holds characters of three bytes only");
    (a as u16 & 0x0F) << 12 | (b as u16 & 0x3F) << 6 | (c as u16 & 0x3F)
}

/// Does not compile unless the table is sorted, without doubles, and without larger gaps than a byte counts.
const fn steps() -> [u8; COUNT] {
    let mut steps = [0; COUNT];
    let mut last = BASE;
    let mut n = 0;
    while n < COUNT {
        let here = code_point(TRADITIONAL, n);
        assert!(here > last && here - last <= 0xFF, "the table is sorted, by small steps");
        #[allow(clippy::cast_possible_truncation)] // checked in the line above
        {
            steps[n] = (here - last) as u8;
        }
        last = here;
        n += 1;
    }
    steps
}

/// Does not compile unless the table pairs every character with another one.
const fn offsets() -> [i16; COUNT] {
    assert!(SIMPLIFIED.len() == TRADITIONAL.len(), "the table goes by pairs");
    let mut offsets = [0; COUNT];
    let mut n = 0;
    while n < COUNT {
        let (from, to) = (code_point(TRADITIONAL, n), code_point(SIMPLIFIED, n));
        offsets[n] = to.wrapping_sub(from).cast_signed();
        assert!(offsets[n] != 0, "a pair of two characters");
        n += 1;
    }
    offsets
}

/// The pairs, unpacked once.
fn pairs() -> &'static [(u16, u16)] {
    static PAIRS: OnceLock<Vec<(u16, u16)>> = OnceLock::new();
    PAIRS.get_or_init(|| {
        let mut last = BASE;
        let unpack = |(&step, &offset): (&u8, &i16)| {
            last += u16::from(step);
            (last, last.wrapping_add_signed(offset))
        };
        STEPS.iter().zip(&OFFSETS).map(unpack).collect()
    })
}

/// The simplified form of a character; the character itself where it has none of its own.
///
/// The result takes as many bytes of UTF-8 as the character.
pub fn simplify(c: char) -> char {
    let Ok(code) = u16::try_from(u32::from(c)) else { return c };
    if code < BASE {
        return c;
    }
    let pairs = pairs();
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
