//! Whether and where something typed fits one name, and how well: the characters themselves, or their pinyin, in full, by initials or
//! mixed; side by side, or in the order of the name with gaps.
//!
//! A gap may stand for anything, so what has gaps must say at least two characters of what the body is: neither the place before it
//! (市) nor the word that it ends in (局). Letters must in addition begin where the name or what the body is begins.

use super::pinyin::readings;
use crate::domain::script::fold;

/// How well something typed fits a name, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the name, with or without its place.
    Whole,
    /// The name begins with it, with or without its place.
    Begins,
    /// It is a short form of the name, or begins one.
    Short,
    /// It stands in the name.
    Within,
    /// It is the initials of the name, with or without its place.
    Initials,
    /// It is the first of these initials.
    FirstInitials,
    /// It is initials of a short form, from its beginning.
    ShortInitials,
    /// It is initials in the middle of the name.
    SomeInitials,
    /// It is pinyin of characters that stand together, some of it in full.
    Syllables,
    /// The same of a short form.
    ShortSyllables,
    /// Its characters stand in the name in this order.
    Among,
    /// Characters whose pinyin or initials it is stand in the name in this order.
    ReadAmong,
}

impl Fit {
    /// All, the best first.
    pub const ALL: [Self; 12] = [
        Self::Whole,
        Self::Begins,
        Self::Short,
        Self::Within,
        Self::Initials,
        Self::FirstInitials,
        Self::ShortInitials,
        Self::SomeInitials,
        Self::Syllables,
        Self::ShortSyllables,
        Self::Among,
        Self::ReadAmong,
    ];
}

/// Characters after which a body's own name may begin: 市教育局, 国家税务局.
const PLACES: &str = "市省县区州旗盟国家";
/// Characters that names of bodies end with.
const ENDS: &str = "局委办厅部会院行署处社司站所";
/// More characters than this are no name.
const LONGEST: usize = 64;
/// The letters of `zhuang`.
const LONGEST_SYLLABLE: usize = 6;

/// Whether this is how names of bodies end.
pub fn is_end(c: char) -> bool {
    ENDS.contains(c)
}

/// A name or what is typed in the form in which both are compared: one script, small half-width letters, nothing between them. Empty
/// if it is longer than any name.
pub fn plain(text: &str) -> Vec<char> {
    let mut plain = Vec::new();
    for c in text.chars().map(fold) {
        match c {
            ' ' | '\t' | '\n' | '\r' | '\'' | '’' | '-' | '·' | '.' | '、' => {}
            _ if plain.len() == LONGEST => return Vec::new(),
            'ü' | 'Ü' => plain.push('v'),
            _ => plain.push(c),
        }
    }
    plain
}

/// Whether these characters stand in a name in their order.
pub fn has_in_order(name: &[char], characters: &str) -> bool {
    let mut rest = name.iter();
    characters.chars().all(|c| rest.any(|other| *other == c))
}

/// The end of the place that a name begins with: 1 in 市教育局, 3 in 海东市教育局, 2 in 国家税务局, 0 without one.
pub fn place_of(name: &[char]) -> usize {
    let mut before = ' ';
    for at in 0..name.len().saturating_sub(2).min(8) {
        let (Some(c), Some(next)) = (name.get(at), name.get(at + 1)) else { break };
        let is_none = matches!((*c, *next), ('市', '场') | ('国', '有' | '土' | '家')) || before == '城' && *c == '市';
        if PLACES.contains(*c) && !is_none {
            return at + 1;
        }
        before = *c;
    }
    0
}

/// How well what is typed fits a name, and which characters of the name it is; `None` if it does not. Both are [`plain`].
pub fn fit(name: &[char], typed: &[char]) -> Option<(Fit, Vec<usize>)> {
    if name.len() > LONGEST {
        return None;
    }
    written(name, typed).or_else(|| together(name, typed)).or_else(|| apart(name, typed))
}

/// Where a body's own name may begin.
fn is_start(name: &[char], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| name.get(before)).is_none_or(|c| PLACES.contains(*c))
}

/// It stands in the name as it is typed.
pub fn written(name: &[char], typed: &[char]) -> Option<(Fit, Vec<usize>)> {
    let place = place_of(name);
    let mut best = None;
    for at in 0..name.len() {
        let rest = name.get(at..).unwrap_or_default();
        let same = rest.iter().zip(typed).take_while(|(one, other)| one == other).count();
        if typed.is_empty() || same < typed.len() {
            continue;
        }
        let fit = match (at == 0 || at == place, same == rest.len()) {
            (false, _) => Fit::Within,
            (true, true) => Fit::Whole,
            (true, false) => Fit::Begins,
        };
        better(&mut best, fit, || (at..at + same).collect());
    }
    best
}

/// Takes what fits better than the best so far.
fn better(best: &mut Option<(Fit, Vec<usize>)>, fit: Fit, places: impl FnOnce() -> Vec<usize>) {
    if best.as_ref().is_none_or(|(other, _)| fit < *other) {
        *best = Some((fit, places()));
    }
}

/// It is pinyin of characters that stand together.
fn together(name: &[char], typed: &[char]) -> Option<(Fit, Vec<usize>)> {
    if typed.is_empty() {
        return None;
    }
    let mut walk = Walk::new(name, typed, false);
    let mut best: Option<(Fit, Vec<usize>)> = None;
    for at in 0..name.len() {
        if !walk.from(at) {
            continue;
        }
        let (start, ends) = (is_start(name, at), at + walk.taken.len() == name.len());
        let fit = match walk.how() {
            How::Initials if start && ends => Fit::Initials,
            How::Initials if start => Fit::FirstInitials,
            How::Initials if typed.len() > 2 => Fit::SomeInitials,
            How::Initials => continue,
            How::Begun if !start => continue,
            How::Begun | How::Full => Fit::Syllables,
        };
        better(&mut best, fit, || walk.places());
    }
    best
}

/// It stands in the name with gaps.
fn apart(name: &[char], typed: &[char]) -> Option<(Fit, Vec<usize>)> {
    let letters = typed.iter().any(char::is_ascii_alphabetic);
    let mut walk = Walk::new(name, typed, true);
    let own = place_of(name)..name.len() - usize::from(name.last().is_some_and(|c| is_end(*c)));
    let starts = (0..name.len()).filter(|at| !letters || is_start(name, *at));
    for at in starts {
        if walk.from(at) && walk.taken.iter().filter(|(at, _)| own.contains(at)).count() > 1 {
            return Some((if letters { Fit::ReadAmong } else { Fit::Among }, walk.places()));
        }
    }
    None
}

/// How a typed part says a character of the name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// By its initial: y, or zh, ch, sh.
    Initials,
    /// By the beginning of its pinyin.
    Begun,
    /// By itself, or by all of its pinyin.
    Full,
}

/// Goes through a name and what is typed side by side.
struct Walk<'a> {
    name: &'a [char],
    typed: &'a [char],
    gaps: bool,
    /// The characters of the name that were said, and how.
    taken: Vec<(usize, How)>,
    /// Where nothing fits from: for each place in what is typed, one bit for each place in the name.
    dead: [u64; LONGEST + 1],
}

impl<'a> Walk<'a> {
    fn new(name: &'a [char], typed: &'a [char], gaps: bool) -> Self {
        Self { name, typed, gaps, taken: Vec::new(), dead: [0; LONGEST + 1] }
    }

    /// Whether all that is typed fits when it begins with this character of the name.
    fn from(&mut self, at: usize) -> bool {
        self.taken.clear();
        self.takes(at, 0)
    }

    /// The first full syllable, else the first beginning of one, else initials only.
    fn how(&self) -> How {
        let has = |how| self.taken.iter().any(|(_, other)| *other == how);
        if has(How::Full) {
            How::Full
        } else if has(How::Begun) {
            How::Begun
        } else {
            How::Initials
        }
    }

    fn places(&self) -> Vec<usize> {
        self.taken.iter().map(|(at, _)| *at).collect()
    }

    /// Takes this character of the name and goes on.
    fn takes(&mut self, at: usize, from: usize) -> bool {
        let Some(c) = self.name.get(at).copied() else { return false };
        let here = 1 << at.min(LONGEST - 1);
        if self.dead.get(from).is_none_or(|dead| dead & here > 0) {
            return false;
        }
        let typed = self.typed.get(from..).unwrap_or_default();
        let longest = typed.len().min(LONGEST_SYLLABLE);
        for length in (0..longest).rev().map(|before| before + 1) {
            let Some(how) = said(c, typed, length) else { continue };
            self.taken.push((at, how));
            if self.goes_on(at + 1, from + length) {
                return true;
            }
            self.taken.pop();
        }
        self.dead.get_mut(from).into_iter().for_each(|dead| *dead |= here);
        false
    }

    fn goes_on(&mut self, at: usize, from: usize) -> bool {
        if from == self.typed.len() {
            return true;
        }
        let last = if self.gaps { self.name.len() } else { (at + 1).min(self.name.len()) };
        (at..last).any(|at| self.takes(at, from))
    }
}

/// How the first so many typed characters say this one of the name; `None` if they do not.
fn said(c: char, typed: &[char], length: usize) -> Option<How> {
    if typed.first() == Some(&c) {
        return (length == 1).then_some(How::Full);
    }
    let mut best = None;
    for reading in readings(c) {
        let same = reading.chars().zip(typed).take_while(|(one, other)| one == *other).count();
        let initial = if reading.as_bytes().get(1) == Some(&b'h') { 2 } else { 1 };
        if same < length {
            continue;
        }
        if length > 1 && length == reading.len() {
            return Some(How::Full);
        }
        if length == 1 || length == initial {
            best = Some(How::Initials);
        } else if length == typed.len() && best.is_none() {
            best = Some(How::Begun);
        }
    }
    best
}
