//! Finds the numbers that a sentence sets: `15个工作日以内`, `9千人以上`, `不低于70%`, `社区全覆盖`.
//!
//! A number is a target where a unit of counting follows it and it is not part of a name, a date or a quotation. A
//! Chinese numeral is one only where the plan compares (`至少一次`), or where it counts the names just before it
//! in a sentence that completes something (`化隆、循化两县…建成`): elsewhere it is part of a name (三年行动, 五张网).

use super::chars::{Bytes, Depth, chars_in, digit, is_clause_end, is_numeral, is_space, numeral_value, slice};
use super::numbers::{After, Before, Number, after_number, before_number, is_place, number_at, unit_at};
use crate::domain::plan::{Comparator, Direction, Target};
use crate::domain::span::Span;

/// Verbs that say that a number is to be reached.
#[rustfmt::skip]
const COMPLETING: &[&str] = &[
    "完成", "建成", "新建", "建设", "实施", "打造", "开工", "落实", "延长", "达到", "达", "实现", "形成", "培育",
    "认定", "引进", "组织", "举办", "开展", "新增", "改造", "压缩", "创建", "建立", "推出", "发布", "制定", "配备",
    "设置", "设立", "支持", "争取", "力争", "确保", "评选", "挖掘", "集聚", "汇聚", "提供", "提高", "提升", "增长",
    "增加", "划定", "改建", "扩建", "投运", "竣工", "推广", "遴选", "培训", "招引", "建", "至", "为",
];
/// Verbs that complete what a sentence lists.
const FINISHING: &[&str] = &["完成", "建成", "划定", "投运", "竣工", "投用", "实现", "启用", "确定", "投产", "建立"];
/// Verbs that bring something down, before 至.
const LOWERING: &[&str] = &["压缩", "缩短", "缩减", "压减", "精简", "减少", "降低", "下降", "降"];
/// So many characters may stand between an hour and the circle that lies within it: 1小时便捷通勤圈.
const WITHIN: usize = 12;
/// What 全覆盖 covers.
#[rustfmt::skip]
const COVERED: &[&str] = &[
    "乡镇", "社区", "行政村", "自然村", "镇街", "街道", "村居", "县域", "市域", "全域", "城乡", "全市", "全县",
    "全省", "全区", "县区", "区县", "村级", "镇村", "乡村", "建制村", "村",
];
/// What counts the members of a list.
const LIST_COUNTERS: &str = "条县个区镇乡村市项家所座处类种";

/// The targets of a sentence, in printed order. `text` is simplified, `source` as printed: units are given as printed.
pub fn find(text: &str, source: &str, sentence: Bytes) -> Vec<Target> {
    let mut out: Vec<Target> = Vec::new();
    let mut depth = Depth::default();
    let mut skip = sentence.start;
    let mut clause = sentence.start;
    let mut before = ' ';
    let finishing = FINISHING.iter().any(|verb| slice(text, sentence.clone()).contains(verb));
    for (at, c) in chars_in(text, sentence.clone()) {
        depth.step(c);
        let looked = at >= skip && !depth.quoted();
        if looked && c == '全' {
            out.extend(full_coverage(text, clause..sentence.end, at));
        } else if looked && c == '消' {
            out.extend(elimination(text, source, at..sentence.end));
        } else if looked && (digit(c).is_some() || is_numeral(c)) && !inside_number(before) {
            let place = Place { text, source, sentence: &sentence, clause, at, finishing };
            if let Some((target, end)) = place.number() {
                out.push(target);
                skip = end;
            } else {
                skip = number_at(text, at..sentence.end).map_or(skip, |n| n.end.max(skip));
            }
        }
        if is_clause_end(c) {
            clause = at + c.len_utf8();
        }
        before = c;
    }
    out
}

/// Whether a number has begun before, or is the ordinal or the tail of a name.
fn inside_number(before: char) -> bool {
    digit(before).is_some() || is_numeral(before) || matches!(before, '第' | '.' | '№')
}

/// How far back from a number its verb is looked for.
const NEAR: usize = 600;

/// The words of a clause before a place, the nearest ones if it is long.
fn near(text: &str, clause: usize, at: usize) -> &str {
    let start = clause.max(at.saturating_sub(NEAR));
    let start = (start..=at).find(|at| text.is_char_boundary(*at)).unwrap_or(at);
    slice(text, start..at)
}

/// 实现…社区全覆盖.
fn full_coverage(text: &str, clause: Bytes, at: usize) -> Option<Target> {
    let rest = slice(text, at..clause.end);
    let word = ["全覆盖", "全面覆盖"].into_iter().find(|word| rest.starts_with(word))?;
    let before = near(text, clause.start, at);
    let completing = ["实现", "达到", "确保", "完成", "做到"].iter().any(|verb| before.contains(verb));
    let covered = COVERED.iter().filter(|c| before.ends_with(**c)).map(|c| c.len()).max().unwrap_or(0);
    completing.then(|| Target {
        span: Span::new(at - covered, at + word.len()),
        comparator: Comparator::Exactly,
        direction: Direction::Up,
        value: 100.0,
        unit: "%".into(),
        counts: None,
    })
}

/// 消除劣Ⅴ类水体断面: none may remain of something that is counted.
fn elimination(text: &str, source: &str, range: Bytes) -> Option<Target> {
    let what = slice(text, range.clone()).strip_prefix("消除")?;
    if !["劣", "黑臭", "零就业", "空壳", "薄弱"].iter().any(|start| what.starts_with(start)) {
        return None;
    }
    let (end, _) = chars_in(text, range.clone()).take(40).find(|(_, c)| is_clause_end(*c) || *c == '、')?;
    let words = slice(text, range.start..end);
    let unit = ["断面", "水体", "家庭", "村"].into_iter().find(|unit| words.ends_with(unit))?;
    Some(Target {
        span: Span::new(range.start, end),
        comparator: Comparator::Eliminate,
        direction: Direction::Down,
        value: 0.0,
        unit: slice(source, end - unit.len()..end).into(),
        counts: None,
    })
}

/// The number and unit of a target without its comparator: `9千人` of `9千人以上`. `words` is the target as printed.
pub fn quantity(words: &str) -> &str {
    let folded = super::folded(words);
    let found = folded.char_indices().filter(|(_, c)| digit(*c).is_some() || is_numeral(*c)).find_map(|(at, _)| {
        let number = number_at(&folded, at..folded.len())?;
        Some(at..unit_at(&folded, number.end..folded.len())?.end)
    });
    found.and_then(|range| words.get(range)).unwrap_or(words)
}

/// A place in a sentence where a number begins.
struct Place<'a> {
    text: &'a str,
    source: &'a str,
    sentence: &'a Bytes,
    clause: usize,
    at: usize,
    finishing: bool,
}

impl Place<'_> {
    /// The target that begins here, and where its words end.
    fn number(&self) -> Option<(Target, usize)> {
        let number = number_at(self.text, self.at..self.sentence.end)?;
        let unit = unit_at(self.text, number.end..self.sentence.end)?;
        let before = before_number(self.text, self.clause..self.at);
        let after = after_number(self.text, unit.end..self.sentence.end);
        let listed = self.counts_list(&number, unit.clone());
        if number.chinese && !listed && before.is_none() && !matches!(after, After::AtLeast(_) | After::AtMost(_)) {
            return None;
        }
        if !listed && is_place(slice(self.text, unit.clone())) {
            return None;
        }
        if matches!(after, After::Qualifies) || !self.unit_fits(&number, unit.clone(), before.as_ref(), &after) {
            return None;
        }
        let comparator = match (&before, &after) {
            (_, After::AtMost(_)) | (Some(Before::AtMost(_)), _) => Comparator::AtMost,
            (_, After::AtLeast(_)) | (Some(Before::AtLeast(_)), _) => Comparator::AtLeast,
            _ if listed || self.completing(unit.end) => Comparator::Exactly,
            _ => Comparator::Unstated,
        };
        let start = before.as_ref().map_or(self.at, Before::start);
        let end = after.end().unwrap_or(unit.end);
        let scaled = number.digits_end..unit.end;
        let target = Target {
            span: Span::new(start, end),
            comparator,
            direction: self.direction(comparator, &number, unit.clone()),
            value: number.value,
            unit: slice(self.source, scaled).chars().filter(|c| !is_space(*c)).collect(),
            counts: None,
        };
        Some((target, end))
    }

    /// How a number is meant that its comparator says no more of: a ceiling where something comes down to it (`压缩至3天`) or
    /// lies within it (`1小时通勤圈`), and where it is 0; itself where it is a span of years (`延长30年`).
    fn direction(&self, comparator: Comparator, number: &Number, unit: Bytes) -> Direction {
        if !matches!(comparator, Comparator::Exactly | Comparator::Unstated) {
            return comparator.direction();
        }
        let before = near(self.text, self.clause, self.at).trim_end();
        let lowered =
            before.strip_suffix(['至', '到', '为']).is_some_and(|verb| LOWERING.iter().any(|l| verb.ends_with(l)));
        let follows = chars_in(self.text, unit.end..self.sentence.end).map(|(_, c)| c).take(WITHIN);
        let mut follows = follows.take_while(|c| !is_clause_end(*c) && *c != '、');
        let unit = slice(self.text, unit);
        let within = matches!(unit, "小时" | "个小时" | "分钟") && follows.any(|c| c == '圈');
        if lowered || within || number.value <= 0.0 {
            Direction::Down
        } else if unit == "年" && !before.ends_with('达') && !before.ends_with("达到") {
            Direction::Fixed
        } else {
            Direction::Up
        }
    }

    /// Whether a numeral counts the names just before it: 生态保护红线、永久基本农田、城镇开发边界三条控制线.
    fn counts_list(&self, number: &Number, unit: Bytes) -> bool {
        if !number.chinese {
            return false;
        }
        let words = near(self.text, self.clause, self.at);
        let names = words.matches('、').count() + 1;
        let value = numeral_value(slice(self.text, self.at..number.end)).unwrap_or(0);
        let counter = slice(self.text, unit).chars().all(|c| LIST_COUNTERS.contains(c));
        // 等两县 counts a list too, but one that is not all there.
        self.finishing && counter && names >= 2 && usize::try_from(value).is_ok_and(|v| v == names)
    }

    /// Whether the unit can be one of a target here: 30年 may be a span of time or the short form of a year, 30日 a date.
    fn unit_fits(&self, number: &Number, unit: Bytes, before: Option<&Before>, after: &After) -> bool {
        let compared = before.is_some() || after.end().is_some();
        match slice(self.text, unit) {
            "年" => {
                let words = near(self.text, self.clause, self.at);
                number.value < 200.0
                    && (compared
                        || ["延长", "不变", "期限", "为期", "满"]
                            .iter()
                            .any(|w| words.ends_with(w) || words.contains("延长")))
            }
            "日" | "周" | "月" | "次" if number.chinese => before.is_some(),
            "日" => compared && !near(self.text, self.clause, self.at).ends_with('月'),
            "分" | "点" | "期" | "级" => compared,
            _ => true,
        }
    }

    /// Whether the clause says that the number is to be reached.
    fn completing(&self, unit_end: usize) -> bool {
        let behind = chars_in(self.text, unit_end..self.sentence.end).take(NEAR / 3);
        let end = behind.take_while(|(_, c)| !is_clause_end(*c)).last().map_or(unit_end, |(at, c)| at + c.len_utf8());
        let words = [near(self.text, self.clause, self.at), slice(self.text, unit_end..end)];
        COMPLETING.iter().any(|verb| words.iter().any(|words| words.contains(verb)))
    }
}
