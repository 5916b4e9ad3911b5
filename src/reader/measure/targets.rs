//! Finds the numbers that a sentence sets: `15个工作日以内`, `9千人以上`, `不低于70%`, `社区全覆盖`.
//!
//! A number is a target where a unit of counting follows it and it is not part of a name, a date or a quotation. A
//! Chinese numeral is one only where the plan compares (`至少一次`), or where it counts the names just before it
//! in a sentence that completes something (`化隆、循化两县…建成`): elsewhere it is part of a name (三年行动, 五张网).

use super::conditions;
use super::coverage::{elimination, full_coverage};
use super::joined::Joined;
use super::numbers::{
    After, Before, NEAR, Number, after_number, before_number, before_share, near, number_at, rate_end, unit_at,
};
use crate::domain::plan::{Comparator, Direction, Target};
use crate::domain::span::Span;
use crate::reader::lexicon::marks::{PAUSE, closes, digit, is_clause_end, is_numeral, numeral_value};
use crate::reader::lexicon::quantities::{
    AT_LEAST_AFTER, CIRCLE, CIRCLE_UNITS, COMPLETING, DAYS, DOWN_TO, ELIMINATE, EQUALS, EXTENDING, FINISHING, FULL,
    GIVING, HALF, LASTING, LIFE, LOWERING, NO_HALF_BEHIND, NO_NUMBER_BEHIND, OF_AGE, OF_HABIT, ONLY_COMPARED, PERIODS,
    QUALIFYING, REACHED, SHARES, UPPERMOST, YEARS, counts_list, counts_places,
};
use crate::reader::lexicon::times::MONTH;
use crate::reader::lexicon::{ends, holds, starts};
use crate::reader::text::scan::{Depth, chars_in, compact};
use crate::reader::text::{Text, folded};

/// How many characters may stand between an hour and the circle that lies within it: 1小时便捷通勤圈.
const WITHIN: usize = 12;
/// How far behind a number, in characters.
pub(super) const NEAR_BEHIND: usize = NEAR / 3;
/// Below this a number of years is a span, and no year.
const FIRST_YEAR: f64 = 200.0;

/// The targets of a sentence, in printed order. Units are given as printed.
pub fn find(text: &Text, sentence: Span) -> Vec<Target> {
    let Some(joined) = Joined::of(text, sentence) else { return in_line(text, sentence) };
    let text = joined.text();
    let back = |target: Target| Target { span: joined.back(target.span), ..target };
    in_line(&text, Span::whole(&text.folded)).into_iter().map(back).collect()
}

/// The targets of a sentence whose lines are whole.
fn in_line(text: &Text, sentence: Span) -> Vec<Target> {
    let (source, text) = (text.source, text.folded.as_str());
    let mut out: Vec<Target> = Vec::new();
    let mut depth = Depth::default();
    let mut skip = sentence.begins();
    let mut clause = sentence;
    let mut before = ' ';
    let mut conditions = conditions::find(text, sentence).into_iter().peekable();
    for (at, c) in chars_in(text, sentence) {
        depth.step(c);
        if let Some(condition) = conditions.next_if(|condition| condition.begins() == at) {
            skip = skip.max(condition.ends());
        }
        if at >= skip && !depth.quoted() {
            if c == FULL {
                out.extend(full_coverage(text, clause, at));
            } else if c == ELIMINATE {
                out.extend(elimination(text, source, sentence.on_from(at)));
            } else if (digit(c).is_some() || is_numeral(c) || is_half(c, before)) && !inside_number(before) {
                let place = Place { text, source, sentence, clause, at };
                if let Some((target, end)) = place.target() {
                    out.push(target);
                    skip = end;
                } else {
                    skip = number_at(text, sentence.on_from(at)).map_or(skip, |n| n.end.max(skip));
                }
            }
        }
        if is_clause_end(c) {
            clause = sentence.on_from(at + c.len_utf8());
        }
        before = c;
    }
    out
}

/// Whether a number has begun before, or is the ordinal or the tail of a name.
fn inside_number(before: char) -> bool {
    digit(before).is_some() || is_numeral(before) || NO_NUMBER_BEHIND.contains(&before)
}

/// Whether a character is the numeral, and not that of 上半年.
fn is_half(c: char, before: char) -> bool {
    c == HALF && !NO_HALF_BEHIND.contains(&before)
}

/// The number and unit of a target without its comparator: `9千人` of `9千人以上`. `words` is the target as printed.
pub fn quantity(words: &str) -> &str {
    let folded = folded(words);
    let whole = Span::whole(&folded);
    let found = folded.char_indices().filter(|(_, c)| digit(*c).is_some() || is_numeral(*c) || *c == HALF).find_map(
        |(at, _)| {
            let number = number_at(&folded, whole.on_from(at))?;
            let end = unit_at(&folded, whole.on_from(number.end)).map_or(number.end, Span::ends);
            Some(Span::new(at, end))
        },
    );
    found.map_or(words, |span| span.of(words))
}

/// How the words around a number compare.
fn compared_by(before: Option<Before>, after: After) -> Option<Comparator> {
    match (before, after) {
        (_, After::AtMost(_)) | (Some(Before::AtMost(_)), _) => Some(Comparator::AtMost),
        (_, After::AtLeast(_)) | (Some(Before::AtLeast(_)), _) => Some(Comparator::AtLeast),
        _ => None,
    }
}

/// A place in a sentence where a number begins.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    source: &'a str,
    sentence: Span,
    /// From the beginning of its clause to the end of the sentence.
    pub(super) clause: Span,
    at: usize,
}

impl<'a> Place<'a> {
    /// The target that begins here, and where its words end.
    fn target(self) -> Option<(Target, usize)> {
        let number = number_at(self.text, self.behind(self.at))?;
        let before = before_number(self.text, self.clause.up_to(self.at));
        let Some(unit) = unit_at(self.text, self.behind(number.end)) else { return self.bare(number, before) };
        let is_share = || SHARES.contains(&unit.of(self.text));
        let before = before.or_else(|| is_share().then(|| before_share(self.text, self.clause.up_to(self.at)))?);
        let rated = rate_end(self.text, self.behind(unit.ends()));
        let mut after = after_number(self.text, self.behind(rated));
        // 80%以上的村, 开发100个以上的岗位.
        let done = || ends(self.before().trim_end(), COMPLETING);
        if after == After::Qualifies && (SHARES.contains(&unit.of(self.text)) || done()) {
            let word = AT_LEAST_AFTER.iter().find(|word| self.behind(rated).of(self.text).starts_with(**word));
            after = word.map_or(after, |word| After::AtLeast(rated + word.len()));
        }
        if self.described(number, unit, before, after) {
            return None;
        }
        let listed = self.counts_list(number, unit);
        let compared = before.is_some() || matches!(after, After::AtLeast(_) | After::AtMost(_));
        if number.chinese && !listed && !compared && !self.lowered() {
            return None;
        }
        if !listed && counts_places(unit.of(self.text)) {
            return None;
        }
        if matches!(after, After::Qualifies) || !self.unit_fits(number, unit, before, after) {
            return None;
        }
        let completes = || listed || self.before().trim_end().ends_with(EQUALS) || self.completing(unit.ends());
        let unstated = || if completes() { Comparator::Exactly } else { Comparator::Unstated };
        let comparator = compared_by(before, after).unwrap_or_else(unstated);
        let end = after.end().unwrap_or(unit.ends());
        let target = Target {
            span: Span::new(before.map_or(self.at, Before::start), end),
            comparator,
            direction: self.direction(comparator, number, unit),
            value: number.value,
            unit: compact(Span::new(number.digits_end, unit.ends()).of(self.source)),
            counts: None,
        };
        Some((target, end))
    }

    /// The target that is a number without a unit: 突破5亿, 控制在103左右. Only a comparison makes it one, or a sentence, or a cell, in
    /// which nothing else stands.
    fn bare(self, number: Number, before: Option<Before>) -> Option<(Target, usize)> {
        let after = after_number(self.text, self.behind(number.end));
        let end = after.end().unwrap_or(number.end);
        let next = self.behind(end).of(self.text).trim_start().chars().next();
        // 最高100万的补助, 最高200万一次性补助.
        let most = || before.is_some_and(|before| starts(self.clause.on_from(before.start()).of(self.text), UPPERMOST));
        let before_gift = |rest: &str| rest.starts_with(QUALIFYING) || starts(rest, GIVING);
        let given = || number.end > number.digits_end && most() && before_gift(self.behind(end).of(self.text));
        let ends = next.is_none_or(|c| is_clause_end(c) || c == PAUSE || closes(c).is_some()) || given();
        let alone = self.before().trim().is_empty() && next.is_none() && number.digits_end > self.at;
        let compared = before.is_some() || after.end().is_some();
        let year = number.end == number.digits_end && (1900.0..2100.0).contains(&number.value);
        if number.chinese || !ends || year || !(compared || alone) {
            return None;
        }
        let comparator = compared_by(before, after).unwrap_or(Comparator::Exactly);
        let target = Target {
            span: Span::new(before.map_or(self.at, Before::start), end),
            comparator,
            direction: comparator.direction(),
            value: number.value,
            unit: compact(Span::new(number.digits_end, number.end).of(self.source)),
            counts: None,
        };
        Some((target, end))
    }

    /// What stands before the number in its clause.
    pub(super) fn before(self) -> &'a str {
        near(self.text, self.clause, self.at)
    }

    /// The sentence from an offset on.
    pub(super) fn behind(self, at: usize) -> Span {
        self.clause.on_from(at)
    }

    /// How a number is meant that its comparator says no more of: a ceiling where something comes down to it (`压缩至3天`) or
    /// lies within it (`1小时通勤圈`), and where it is 0; itself where it is a span of years (`延长30年`).
    fn direction(self, comparator: Comparator, number: Number, unit: Span) -> Direction {
        if !matches!(comparator, Comparator::Exactly | Comparator::Unstated) {
            return comparator.direction();
        }
        let follows = chars_in(self.text, self.behind(unit.ends())).map(|(_, c)| c).take(WITHIN);
        let mut follows = follows.take_while(|c| !is_clause_end(*c) && *c != PAUSE);
        let unit = unit.of(self.text);
        let within = CIRCLE_UNITS.contains(&unit) && follows.any(|c| c == CIRCLE);
        if self.lowered() || within || number.value <= 0.0 {
            Direction::Down
        } else if unit == YEARS && !ends(self.before().trim_end(), REACHED) {
            Direction::Fixed
        } else {
            Direction::Up
        }
    }

    /// Whether something comes down to the number: 压缩至三天.
    fn lowered(self) -> bool {
        self.before().trim_end().strip_suffix(DOWN_TO).is_some_and(|verb| ends(verb, LOWERING))
    }

    /// Whether a numeral counts the names just before it: 生态保护红线、永久基本农田、城镇开发边界三条控制线.
    fn counts_list(self, number: Number, unit: Span) -> bool {
        let finishing = || holds(self.sentence.of(self.text), FINISHING);
        if !number.chinese || !unit.of(self.text).chars().all(counts_list) || !finishing() {
            return false;
        }
        let names = self.before().matches(PAUSE).count() + 1;
        let value = numeral_value(Span::new(self.at, number.end).of(self.text)).unwrap_or(0);
        // 等两县 counts a list too, but one that is not all there.
        names >= 2 && usize::try_from(value).is_ok_and(|v| v == names)
    }

    /// Whether the unit can be one of a target here: 30年 may be a span of time or the short form of a year, 30日 a date.
    fn unit_fits(self, number: Number, unit: Span, before: Option<Before>, after: After) -> bool {
        let compared = before.is_some() || after.end().is_some();
        let unit = unit.of(self.text);
        if unit == YEARS {
            let words = self.before();
            number.value < FIRST_YEAR && (compared || ends(words, LASTING) || words.contains(EXTENDING))
        } else if number.chinese && OF_HABIT.contains(&unit) {
            before.is_some()
        } else if unit == PERIODS && !number.chinese {
            // 培训4期, and not 4期工程.
            let next = self.behind(number.end).of(self.text).trim_start().strip_prefix(PERIODS);
            compared || next.is_some_and(|next| !next.starts_with(char::is_alphanumeric))
        } else if OF_AGE.contains(&unit) {
            self.before().contains(LIFE)
        } else if unit == DAYS {
            compared && !self.before().ends_with(MONTH)
        } else {
            compared || !ONLY_COMPARED.contains(&unit)
        }
    }

    /// Whether the clause says that the number is to be reached.
    fn completing(self, unit_end: usize) -> bool {
        let behind = self.behind(unit_end);
        let end = chars_in(self.text, behind).take(NEAR_BEHIND).take_while(|(_, c)| !is_clause_end(*c)).last();
        let words = end.map_or("", |(at, c)| behind.up_to(at + c.len_utf8()).of(self.text));
        holds(self.before(), COMPLETING) || holds(words, COMPLETING)
    }
}
