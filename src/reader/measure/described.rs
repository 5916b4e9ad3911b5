//! Numbers that only describe: what is there already, where something goes from, whom something is for.

use super::numbers::{self, After, Before, Number, rate_end};
use super::targets::{NEAR_BEHIND, Place};
use crate::domain::span::Span;
use crate::reader::lexicon::bodies::AND_OTHERS;
use crate::reader::lexicon::marks::{PAUSE, digit, is_clause_end, opens_bracket};
use crate::reader::lexicon::quantities::{
    ATTRIBUTES, BELOW, CLASSED, COMPLETING, CONDITIONS, DESCRIBING, EACH, EACH_TIME, FINISHING, FROM, GIVEN, GIVING,
    GOING_TO, IS, MEASURED, OF_RANK, OF_SIZE, OF_WHOM, QUALIFYING, RECIPIENTS, REWARDING, TO_WHOM, UPPERMOST, YEARS,
};
use crate::reader::lexicon::{ends, holds, longest_end, starts};
use crate::reader::text::scan::chars_in;

/// A smaller number behind 等 counts what is named before it.
const MANY: f64 = 10.0;
/// The longest name of what is of a class of size, in characters.
const LONGEST_CLASSED: usize = 8;
/// The longest name of what is given, in characters.
const LONGEST_GIVEN: usize = 8;
/// The most names that are counted.
const MOST_NAMED: usize = 50;

/// Whether a number behind 等 counts many more than are named before it, and all of them are to be done: 实现甲、乙等58项通办.
fn counts_more(number: Number, words: &str) -> bool {
    let named = words.matches(PAUSE).take(MOST_NAMED).count() + 1;
    let many = u32::try_from(named * 2).is_ok_and(|named| number.value > f64::from(named));
    words.ends_with(AND_OTHERS) && number.value >= MANY && many && holds(words, FINISHING)
}

/// Whether words are what something has that is called by its size, and nothing else: 全长 in （全长18.6公里）.
fn is_attribute(words: &str) -> bool {
    let before = longest_end(words, ATTRIBUTES).map(|attribute| words[..words.len() - attribute.len()].trim_end());
    before.is_some_and(|before| before.is_empty() || before.ends_with(opens_bracket))
}

/// Whether words begin with what is given: 一次性奖励.
fn given(words: &str) -> bool {
    let near = words.char_indices().nth(LONGEST_GIVEN).map_or(words, |(at, _)| &words[..at]);
    let found = GIVEN.iter().filter_map(|word| near.find(word)).min();
    found.is_some_and(|at| !holds(&near[..at], RECIPIENTS))
}

/// Whether words begin with what is of a class of size: 规模企业.
fn classed(words: &str) -> bool {
    let near = words.char_indices().nth(LONGEST_CLASSED).map_or(words, |(at, _)| &words[..at]);
    let near = near.find(|c: char| !c.is_alphabetic()).map_or(near, |at| &near[..at]);
    holds(near, CLASSED)
}

impl Place<'_> {
    /// Whether a number with its unit only describes: what is there already, where something goes from, whom something is for.
    pub(super) fn described(self, number: Number, unit: Span, before: Option<Before>, after: After) -> bool {
        let words = self.before().trim_end();
        let unit_words = unit.of(self.text);
        let behind = self.behind(after.end().unwrap_or(unit.ends()));
        // What stands far behind says nothing of the number.
        let near = |span: Span| chars_in(self.text, span).nth(NEAR_BEHIND).map_or(span, |(at, _)| span.up_to(at));
        let behind = near(behind);
        let end = chars_in(self.text, behind).find(|(_, c)| is_clause_end(*c) && !matches!(c, ':' | '：'));
        let next = end.map_or("", |(at, c)| near(self.behind(at + c.len_utf8())).of(self.text));
        let behind = end.map_or(behind, |(at, _)| behind.up_to(at)).of(self.text);
        if ends(words, DESCRIBING) && !counts_more(number, words)
            || ends(words, OF_WHOM)
            || before.is_none() && is_attribute(words)
            || unit_words == YEARS && holds(words, OF_WHOM)
            || next.starts_with(IS) && holds(next, CONDITIONS)
        {
            return true;
        }
        // 超过100人的企业 says which; 设置不少于2名的专管员 sets how many, 给予最高10万元的补助 how much.
        let set = before.is_some_and(|before| {
            let verb = numbers::near(self.text, self.clause, before.start());
            ends(longest_end(verb, MEASURED).map_or(verb, |noun| &verb[..verb.len() - noun.len()]), COMPLETING)
                || behind.strip_prefix(QUALIFYING).is_some_and(given)
                || matches!(before, Before::AtMost(at) if starts(self.clause.on_from(at).of(self.text), UPPERMOST))
        });
        if before.is_some() && !set && behind.starts_with(QUALIFYING) {
            return true;
        }
        let noun = behind.starts_with(char::is_alphanumeric);
        let below = || self.behind(rate_end(self.text, self.behind(unit.ends()))).of(self.text).trim_start();
        if after.end().is_some()
            && noun
            && (OF_RANK.contains(&unit_words) || before.is_none() && starts(below(), BELOW))
        {
            return true;
        }
        // 实施500万元以上工业项目20个 says of which class; 建设100亩以上基地 is to be reached.
        let class = || classed(behind) && (!ends(words, COMPLETING) || behind.contains(|c| digit(c).is_some()));
        if before.is_none() && after.end().is_some() && OF_SIZE.contains(&unit_words) && class() {
            return true;
        }
        let from = words.rfind(FROM).map(|at| &words[at..]);
        if from.is_some_and(|from| !from.contains(|c| digit(c).is_some())) && holds(behind, GOING_TO) {
            return true;
        }
        // 每培育1家企业给予补助10万元: the 10万元 have the reward before them, the 1家 behind.
        let each = words.rsplit_once(EACH).is_some_and(|(_, each)| starts(each, EACH_TIME) && !holds(each, REWARDING));
        if each && (holds(behind, REWARDING) || starts(next, REWARDING)) {
            return true;
        }
        let whom = words.contains(TO_WHOM) && !holds(words, &GIVING[..2]);
        let given = behind.split_once(QUALIFYING).is_some_and(|(_, rest)| holds(rest, GIVING) || starts(next, GIVING));
        whom && given
    }
}
