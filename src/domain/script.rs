//! Both Chinese scripts, character by character: one to one, so that positions are kept.
//!
//! [`simplify`] turns one traditional character into its simplified form and leaves everything else alone. It
//! knows no words (`網路` becomes `网路`); words are the business of [`super::reading`]. [`fold`] makes what a person
//! types and what a plan prints comparable: one script, small letters, half-width letters and digits.
//!
//! The pairs stand in [`super::script_table`] as two readable strings. The program carries them as steps between
//! code points, computed at build time, which compress to little more than half of the strings.
//!
//! The page carries only a part of the table, an eighth of it: the pairs of which a character occurs in the embedded
//! plan in one script or the other ([`in_page`]). Any other pair can change nothing there: what is simplified is the
//! plan, and a character that is typed and in neither form in the plan is not found either way. Natively, for the
//! reader and any other plan, the table is whole. A page that opens other plans needs the whole table first.

use super::script_table::{SIMPLIFIED, TRADITIONAL};
use std::sync::OnceLock;

/// The code point that the first step is counted from.
const BASE: u16 = 0x4E00;
/// One flag for every code point that takes at most three bytes.
type Characters = [bool; 0x1_0000];
/// How many pairs the table has: every character of it takes three bytes.
const ALL: usize = TRADITIONAL.len() / 3;

/// The plan that the page carries, as text: all its characters are in it.
const PLAN: &str = include_str!("../../plans/haidong-2021/plan.json");
/// For every pair of the table, whether it can change anything in the page.
const IN_PAGE: [bool; ALL] = pairs_of_plan();

/// The pairs that this program carries.
const CARRIED: [bool; ALL] = if cfg!(target_arch = "wasm32") { IN_PAGE } else { [true; ALL] };
/// How many they are.
const COUNT: usize = count(&CARRIED);
/// From each traditional character to the next.
static STEPS: [u16; COUNT] = steps();
/// From each traditional character to its simplified form.
static OFFSETS: [i16; COUNT] = offsets();

/// The code point of the `n`th character of a text whose characters all take three bytes of UTF-8.
const fn code_point(text: &str, n: usize) -> u16 {
    three_bytes(text.as_bytes(), 3 * n)
}

/// The code point whose three bytes of UTF-8 begin here.
const fn three_bytes(bytes: &[u8], at: usize) -> u16 {
    let (a, b, c) = (bytes[at], bytes[at + 1], bytes[at + 2]);
    assert!(a & 0xF0 == 0xE0, "the table holds characters of three bytes only");
    (a as u16 & 0x0F) << 12 | (b as u16 & 0x3F) << 6 | (c as u16 & 0x3F)
}

/// Which pairs of the table have a character that occurs in the plan, as it stands or simplified.
const fn pairs_of_plan() -> [bool; ALL] {
    // A phrase may be simplified twice, as the reading and as what is searched.
    let occurs = with_simplified(with_simplified(characters(PLAN)));
    let mut kept = [false; ALL];
    let mut n = 0;
    while n < ALL {
        kept[n] = occurs[code_point(TRADITIONAL, n) as usize] || occurs[code_point(SIMPLIFIED, n) as usize];
        n += 1;
    }
    kept
}

/// Which characters of three bytes occur in a text, and what [`fold`] makes of the three that it treats by itself.
#[allow(clippy::large_stack_arrays)] // only while building: nothing of it is in the program
const fn characters(text: &str) -> Characters {
    let mut occurs = [false; 0x1_0000];
    let folded = "着了借";
    let mut n = 0;
    while n < folded.len() / 3 {
        occurs[code_point(folded, n) as usize] = true;
        n += 1;
    }
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] & 0xF0 == 0xE0 {
            occurs[three_bytes(bytes, at) as usize] = true;
            at += 2;
        }
        at += 1;
    }
    occurs
}

/// The same characters, and the simplified form of each.
const fn with_simplified(mut occurs: Characters) -> Characters {
    let mut n = 0;
    while n < ALL {
        if occurs[code_point(TRADITIONAL, n) as usize] {
            occurs[code_point(SIMPLIFIED, n) as usize] = true;
        }
        n += 1;
    }
    occurs
}

const fn count(carried: &[bool; ALL]) -> usize {
    let (mut count, mut n) = (0, 0);
    while n < ALL {
        count += carried[n] as usize;
        n += 1;
    }
    count
}

/// Does not compile unless the table is sorted and without doubles.
const fn steps() -> [u16; COUNT] {
    let mut steps = [0; COUNT];
    let mut last = BASE;
    let (mut n, mut to) = (0, 0);
    while n < ALL {
        if CARRIED[n] {
            let here = code_point(TRADITIONAL, n);
            assert!(here > last, "the table is sorted");
            steps[to] = here - last;
            last = here;
            to += 1;
        }
        n += 1;
    }
    steps
}

/// Does not compile unless the table pairs every character with another one.
const fn offsets() -> [i16; COUNT] {
    assert!(SIMPLIFIED.len() == TRADITIONAL.len(), "the table goes by pairs");
    let mut offsets = [0; COUNT];
    let (mut n, mut to) = (0, 0);
    while n < ALL {
        if CARRIED[n] {
            offsets[to] = code_point(SIMPLIFIED, n).wrapping_sub(code_point(TRADITIONAL, n)).cast_signed();
            assert!(offsets[to] != 0, "a pair of two characters");
            to += 1;
        }
        n += 1;
    }
    offsets
}

/// The pairs, unpacked once.
fn pairs() -> &'static [(u16, u16)] {
    static PAIRS: OnceLock<Vec<(u16, u16)>> = OnceLock::new();
    PAIRS.get_or_init(|| {
        let mut last = BASE;
        let unpack = |(&step, &offset): (&u16, &i16)| {
            last += step;
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

/// Whether the page, too, simplifies this character; natively every character of the table is.
pub fn in_page(c: char) -> bool {
    TRADITIONAL.chars().zip(IN_PAGE).any(|(traditional, kept)| traditional == c && kept)
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
