//! Deadlines: how a statement, a table and a sentence say by when.
//!
//! A statement has a label (`完成时限：2021年10月`), a table a column, and running text the time itself with 前, or
//! with 到 before it (`2021年6月底前`, `到2025年`, `年内`).

use super::ends;

/// Labels of a statement of a deadline, and names of columns with deadlines.
#[rustfmt::skip]
pub const DEADLINE_LABELS: &[&str] = &[
    "完成时限", "完成时间", "时间要求", "时限要求", "办理时限", "时间节点", "完成期限", "工作时限", "进度要求",
    "推进时限", "时限", "期限", "进度安排",
];

/// Endings of the names of columns with deadlines.
pub const DEADLINE_COLUMNS: &[&str] = &["时限", "完成时间", "期限", "时间节点"];

/// Whether words before a colon open a statement of a deadline.
pub fn is_deadline_label(words: &str) -> bool {
    DEADLINE_LABELS.contains(&words)
}

/// Whether a column of this name holds deadlines.
pub fn is_deadline_column(words: &str) -> bool {
    is_deadline_label(words) || ends(words, DEADLINE_COLUMNS)
}

/// Behind the year of a date.
pub const YEAR: char = '年';
/// Behind its month.
pub const MONTH: char = '月';
/// Behind its day.
pub const DAY: char = '日';

/// Words behind a time that make it a deadline.
pub const BEFORE: &[&str] = &["之前", "以前", "前"];
/// Behind 前 these make another word of it: 前期, 前述.
pub const NOT_BEFORE: [char; 4] = ['期', '后', '述', '款'];
/// A word behind a year that makes it a deadline: 2021年内.
pub const WITHIN: &[&str] = &["内"];
/// Behind 内 these make another word of it: 内部, 内容.
pub const NOT_WITHIN: [char; 4] = ['部', '容', '地', '涵'];
/// A year behind this one is a deadline by itself, and the word is part of it: 到2025年.
pub const BY: char = '到';
/// A year behind this one is a deadline by itself: 至2021年底.
pub const UNTIL: char = '至';

/// Parts of a year that is not said: 年底前.
pub const PARTS_OF_THIS_YEAR: &[&str] = &["底", "末", "中", "终"];
/// Parts of a year.
#[rustfmt::skip]
pub const PARTS_OF_YEAR: &[&str] = &[
    "上半年", "下半年", "年底", "年末", "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度",
    "四季度",
];
/// Parts of a year or of a month.
pub const PARTS: &[&str] = &["底", "末", "初", "中", "上旬", "中旬", "下旬"];

/// Before 年 these make it one of several years, or none: 近年内, 每年底, 青年.
pub const NOT_THIS_YEAR: &str = "近去往多几数每全周学跨历逐青成万千余半当青壮";
/// Before 至 these move a date: 延长至3月底.
pub const MOVING: &str = "长延迟推";
/// Before 至 these, or a digit, begin a span of time: 3月至6月.
pub const SPANNING: [char; 4] = ['日', '月', '年', '行'];
