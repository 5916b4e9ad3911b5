//! The pairs of a traditional character and its simplified form, packed while the program is built.
//!
//! The pairs stand in [`super::script_table`] as two readable strings. A program carries them as steps between code points,
//! which compress to little more than half of the strings. On a first visit a page carries an eighth of the table: the pairs
//! of which either character occurs in the text of its own plan ([`Kept::of`]). No other pair can make a difference there:
//! only that plan is simplified, and a typed character of which the plan has neither form is found in neither way.

use super::script_table::{SIMPLIFIED, TRADITIONAL};

/// No character of the table comes before this code point; the first step is counted from it.
pub const FIRST: u16 = 0x4E00;

/// The number of pairs in the table; every character of it takes three bytes.
const COUNT: usize = TRADITIONAL.len() / 3;

/// One flag for every code point that takes at most three bytes.
type Characters = [bool; 0x1_0000];

/// Pairs in the form that a program carries.
#[derive(Clone, Copy, Debug)]
pub struct Packed {
    /// The steps from each traditional character to the next.
    pub steps: &'static [u16],
    /// The offsets from each traditional character to its simplified form.
    pub offsets: &'static [i16],
}

impl Packed {
    /// The pairs, in the order of the traditional characters.
    pub(super) fn unpack(self) -> Vec<(u16, u16)> {
        let mut last = FIRST;
        let unpack = |(&step, &offset): (&u16, &i16)| {
            last += step;
            (last, last.wrapping_add_signed(offset))
        };
        self.steps.iter().zip(self.offsets).map(unpack).collect()
    }
}

/// Which pairs of the table a program carries.
pub struct Kept([bool; COUNT]);

/// The whole table.
pub static ALL: Packed = Packed { steps: &STEPS, offsets: &OFFSETS };
static STEPS: [u16; COUNT] = Kept::ALL.steps();
static OFFSETS: [i16; COUNT] = Kept::ALL.offsets();

impl Kept {
    const ALL: Self = Self([true; COUNT]);

    /// The pairs that can make a difference in a plan with this text.
    pub const fn of(text: &str) -> Self {
        // A phrase may be simplified twice: for the reading, and for the search.
        let occurs = with_simplified(with_simplified(characters(text)));
        let mut kept = [false; COUNT];
        let mut n = 0;
        while n < COUNT {
            kept[n] = occurs[code_point(TRADITIONAL, n) as usize] || occurs[code_point(SIMPLIFIED, n) as usize];
            n += 1;
        }
        Self(kept)
    }

    /// The number of pairs.
    pub const fn count(&self) -> usize {
        let (mut count, mut n) = (0, 0);
        while n < COUNT {
            count += self.0[n] as usize;
            n += 1;
        }
        count
    }

    /// The steps of [`Packed`]; `N` is their count.
    ///
    /// # Panics
    /// While the program is built, unless the table is sorted and without doubles.
    pub const fn steps<const N: usize>(&self) -> [u16; N] {
        let mut steps = [0; N];
        let mut last = FIRST;
        let (mut n, mut to) = (0, 0);
        while n < COUNT {
            if self.0[n] {
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

    /// The offsets of [`Packed`]; `N` is their count.
    ///
    /// # Panics
    /// While the program is built, unless the table pairs every character with another one.
    pub const fn offsets<const N: usize>(&self) -> [i16; N] {
        assert!(SIMPLIFIED.len() == TRADITIONAL.len(), "the table goes by pairs");
        let mut offsets = [0; N];
        let (mut n, mut to) = (0, 0);
        while n < COUNT {
            if self.0[n] {
                offsets[to] = code_point(SIMPLIFIED, n).wrapping_sub(code_point(TRADITIONAL, n)).cast_signed();
                assert!(offsets[to] != 0, "a pair of two characters");
                to += 1;
            }
            n += 1;
        }
        offsets
    }

    /// Whether the pair of this traditional character is kept.
    pub fn has(&self, c: char) -> bool {
        TRADITIONAL.chars().zip(self.0).any(|(traditional, kept)| traditional == c && kept)
    }
}

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

/// Which characters of three bytes occur in a text, together with the folded forms that [`super::script::fold`] gives three
/// of them.
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

/// The same characters, with the simplified form of each.
const fn with_simplified(mut occurs: Characters) -> Characters {
    let mut n = 0;
    while n < COUNT {
        if occurs[code_point(TRADITIONAL, n) as usize] {
            occurs[code_point(SIMPLIFIED, n) as usize] = true;
        }
        n += 1;
    }
    occurs
}
