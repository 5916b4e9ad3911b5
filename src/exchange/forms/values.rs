//! What people write into the cells of a form, as the domain spells it. What is not one of the usual ways is not guessed.

use super::cells::clean;
use super::form::NotTaken;
use crate::domain::calendar::{is_day_of_report, iso_day};
use crate::domain::doubts::Why;
use crate::domain::field::{Field, Status};
use crate::domain::party::Party;
use crate::domain::printed_day::day_of;
use crate::domain::progress::{is_below_zero, number};
use crate::domain::script::{Script, fold, fold_text};
use crate::text::forms::FormWords;

/// How statuses are written, in simplified characters and without signs.
const STATUSES: [(Status, &[&str]); 5] = [
    (
        Status::Done,
        &[
            "已完成",
            "完成",
            "已完成待核",
            "全部完成",
            "已全部完成",
            "完成了",
            "已办结",
            "办结",
            "已销号",
            "销号",
            "已落实",
            "√",
            "✓",
            "✔",
            "☑",
            "100%",
            "done",
            "true",
        ],
    ),
    (
        Status::UnderWay,
        &[
            "推进中",
            "正在推进",
            "持续推进",
            "进行中",
            "正在进行",
            "正在办理",
            "办理中",
            "实施中",
            "正在实施",
            "已启动",
            "under-way",
        ],
    ),
    (Status::Behind, &["滞后", "进度滞后", "进展滞后", "落后", "进度落后", "behind"]),
    (
        Status::NotStarted,
        &["未启动", "尚未启动", "没有启动", "未开始", "尚未开始", "未开展", "尚未开展", "0%", "not-started"],
    ),
    (Status::NotApplicable, &["不适用", "不涉及", "无此项", "not-applicable"]),
];

/// Ways to say that nothing is reported: the status is left as it is.
const NO_STATUS: [&str; 4] = ["未填报", "未填", "—", "-"];

/// What a cell of 與上期相同 says that is ticked: its day is that of the file.
pub const TICK: &str = "√";

/// What a box says that is not ticked.
pub const UNTICKED: &str = "FALSE";

/// What one says that is.
pub const TICKED: &str = "TRUE";

/// Ways to tick it.
const TICKS: [&str; 12] = [TICK, "true", "✓", "✔", "☑", "是", "同", "相同", "同上期", "与上期相同", "y", "yes"];

/// The value that a cell gives a field of a measure with so many targets, in a plan of this year; empty where it says nothing. That
/// of 與上期相同 is [`TICK`].
///
/// # Errors
/// [`NotTaken::Value`] says why it is none; [`NotTaken::NoTick`] that it is no tick for 與上期相同.
pub fn value(field: Field, text: &str, targets: usize, year: Option<u32>) -> Result<String, NotTaken> {
    let text = clean(text);
    let text = text.trim();
    if text.is_empty() {
        return Ok(String::new());
    }
    if field == Field::Confirmed {
        return if is_tick(text) { Ok(TICK.to_owned()) } else { Err(NotTaken::NoTick) };
    }
    let value = match field {
        Field::Status => status(text),
        Field::Date => day(text, year),
        Field::Actual(_) => actual(text),
        _ => Some(text.to_owned()),
    };
    // A value that is none for its field is told as the domain tells it.
    let value = value.unwrap_or_else(|| text.to_owned());
    match Some(value.as_str()).filter(|value| !value.is_empty()).and_then(|value| Why::of(field, value, targets)) {
        Some(why) => Err(NotTaken::Value(why)),
        None => Ok(value),
    }
}

/// Whether a text ticks 與上期相同.
fn is_tick(text: &str) -> bool {
    TICKS.contains(&bare(text).as_str())
}

/// A text in simplified characters, without white space and the signs around words.
fn bare(text: &str) -> String {
    let is_sign =
        |c: char| matches!(c, '。' | '，' | '（' | '）' | '(' | ')' | '.' | '、' | '；' | '!' | ',' | '“' | '”' | '"');
    text.chars().map(fold).filter(|c| !c.is_whitespace() && !is_sign(*c)).collect()
}

/// The status that forms offer in these words, in either script.
fn offered(text: &str) -> Option<Status> {
    let of = |words: &FormWords| {
        let place = [Party::Coordinator, Party::Unit(0)]
            .into_iter()
            .find_map(|party| words.statuses_of(party).iter().position(|word| *word == text))?;
        Status::ALL.get(place).copied()
    };
    [Script::Traditional, Script::Simplified].map(FormWords::of).into_iter().find_map(of)
}

/// The key of a status; empty for words that say that there is none.
fn status(text: &str) -> Option<String> {
    // The words that forms offer are known in either script, without turning one into the other.
    if let Some(status) = offered(text) {
        return Some(status.key().to_owned());
    }
    let bare = bare(text);
    if NO_STATUS.contains(&bare.as_str()) {
        return Some(String::new());
    }
    let found = STATUSES.iter().find(|(_, names)| names.contains(&bare.as_str()));
    found.map(|(status, _)| status.key().to_owned())
}

/// A day: 2021-9-30, 2021/9/30, 2021.9.30, 20210930, 2021年9月30日, 9月底, a number of days as spreadsheets count them.
fn day(text: &str, year: Option<u32>) -> Option<String> {
    let plain: String = fold_text(text).chars().filter(|c| !c.is_whitespace()).collect();
    let date = text.split_whitespace().next().map(fold_text).unwrap_or_default();
    let parts = |text: &str| -> Option<String> {
        let parts: Vec<&str> = text.split(['-', '/', '.', '—', '–']).collect();
        let [year, month, day] = parts[..] else { return None };
        let day = day.split(['t', 'T', ' ']).next()?;
        dated(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    };
    let digits = |text: &str| -> Option<String> {
        let whole = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
        whole.then(|| dated(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?)).flatten()
    };
    // The first of January 1970 is day 25,569 of a spreadsheet; from 2000 to 2099.
    let serial = |text: &str| -> Option<String> {
        let whole = text.split('.').next()?;
        let days: u64 = whole.parse().ok().filter(|_| whole.len() == 5)?;
        Some(iso_day(days.checked_sub(25_569)?))
    };
    let is_numbers = plain.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b'.' | b':'));
    let printed = |text: &str| {
        let day = day_of(text, year).map(|day| iso_day(day.into()))?;
        // A day that its month does not have is none, and not the last of the month.
        let before = text.rsplit_once(['日', '号']).map_or("", |(before, _)| before);
        let number = before.rsplit(|c: char| !c.is_ascii_digit()).next().and_then(|number| number.parse::<u32>().ok());
        number.is_none_or(|number| day.ends_with(&format!("-{number:02}"))).then_some(day)
    };
    let found = parts(&plain).or_else(|| parts(&date)).or_else(|| digits(&plain)).or_else(|| serial(&plain));
    let found = found.or_else(|| if is_numbers { None } else { printed(&plain) });
    found.filter(|day| is_day_of_report(day))
}

/// Whether a day is one only because its year is taken to be this: 9月底.
pub fn is_year_guessed(text: &str, year: Option<u32>) -> bool {
    day(text, None).is_none() && day(text, year).is_some()
}

fn dated(year: u32, month: u32, day: u32) -> Option<String> {
    let year = if year < 100 { 2000 + year } else { year };
    Some(format!("{year:04}-{month:02}-{day:02}")).filter(|day| is_day_of_report(day))
}

/// A number as typed, without what stands around it: a unit, a word such as 约 would say something else and is not dropped.
fn actual(text: &str) -> Option<String> {
    let plain: String = fold_text(text).chars().filter(|c| !c.is_whitespace()).collect();
    let bare = plain.trim_end_matches('%');
    let is_number = number(bare).is_some() || is_below_zero(bare);
    is_number.then(|| bare.replace(',', ""))
}

/// Whether two texts say the same: spaces at the ends and kinds of line breaks do not count.
pub fn same(one: &str, other: &str) -> bool {
    let words = |text: &str| clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
    one == other || words(one) == words(other)
}
