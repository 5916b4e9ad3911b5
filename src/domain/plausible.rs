//! Whether words that a person points at in a plan can be what that person says they are.

use super::calendar::parse_iso_date;
use super::corrections::Particular;
use super::printed_day::year_in;
use super::script::fold_text;

/// Characters of which one stands in every time that has a number or names a part of a year: 6月底, 三季度, 两周内, 8时.
const PARTS_OF_TIME: &str = "年月日号季周旬天时期汛春夏秋冬早晚";
/// Words for times that have no number, folded.
const TIMES: [&str; 16] = [
    "持续", "长期", "常态", "经常", "随时", "适时", "即时", "及时", "立即", "马上", "尽快", "近期", "全程", "定期",
    "每", "阶段",
];
/// Words that set a number without printing one, folded.
const NUMBERS: [&str; 12] =
    ["全覆盖", "覆盖", "全部", "全面", "全员", "消除", "清零", "杜绝", "翻番", "倍", "归零", "动态清"];
const NUMERALS: &str = "〇零一二三四五六七八九十百千万亿两半几数";

/// Whether words can say by when something is due: 年底前, 持續推進; not 窗口建設.
pub fn may_be_time(words: &str) -> bool {
    let words = fold_text(words);
    let names_part = words.chars().any(|c| PARTS_OF_TIME.contains(c));
    names_part || TIMES.iter().any(|time| words.contains(time)) || year_in(&words).is_some()
}

/// Whether words can set a target: 10所, 翻一番, 全覆蓋; not 窗口建設.
pub fn may_be_target(words: &str) -> bool {
    let words = fold_text(words);
    let number = |c: char| c.is_numeric() || NUMERALS.contains(c);
    words.chars().any(number) || NUMBERS.iter().any(|number| words.contains(number))
}

/// Whether a particular can have a value: a date is one of the times in which plans are made, or none is given.
pub fn may_be_particular(which: Particular, value: &str) -> bool {
    let value = value.trim();
    let is_date = || parse_iso_date(value).is_some() && year_in(value).is_some();
    !which.is_date() || value.is_empty() || is_date()
}
