//! The columns of a form, and how their heads are known again.

use crate::domain::field::Field;
use crate::domain::script::{Script, fold};
use crate::text::forms::FormWords;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is named for what stands in it")]
pub enum Column {
    Id,
    No,
    Task,
    Measure,
    Target,
    Role,
    Units,
    Due,
    Party,
    Said(Field),
    Notes,
    /// What the coordinator answers: nobody fills it in.
    Answer,
    Reasons,
}

/// What heads are called, in simplified characters and without signs: longer names before those that they begin with.
const CALLED: [(Column, &[&str]); 17] = [
    (Column::Id, &["编码", "举措编码", "id"]),
    (Column::Reasons, &["未采用的原因"]),
    (Column::Answer, &["统筹意见"]),
    (Column::No, &["序号", "编号", "no"]),
    (
        Column::Measure,
        &["工作举措", "具体举措", "主要举措", "举措", "工作措施", "具体措施", "措施", "工作内容", "任务内容"],
    ),
    (Column::Task, &["重点任务", "工作任务", "任务"]),
    (Column::Target, &["量化目标", "目标值", "目标"]),
    (Column::Role, &["职责", "角色", "牵头或配合"]),
    (Column::Units, &["责任单位", "责任部门", "责任分工"]),
    (Column::Party, &["填报单位", "填报部门", "填报方"]),
    (Column::Due, &["完成时限", "时限", "完成时间"]),
    (Column::Said(Field::Confirmed), &["与上期相同", "同上期", "与上期一致"]),
    (Column::Said(Field::Problem), &["存在问题", "存在的问题", "问题和困难", "问题"]),
    (
        Column::Said(Field::NextStep),
        &["下一步措施", "下一步打算", "下一步工作", "下一步计划", "下一步安排", "下一步", "下步"],
    ),
    (Column::Said(Field::Date), &["填报日期", "填报时间", "报告日期", "更新日期", "日期"]),
    (
        Column::Said(Field::Status),
        &["状态", "完成状态", "当前状态", "填报状态", "进展状态", "完成状况", "办理状态", "工作状态", "目前状态"],
    ),
    (
        Column::Said(Field::Progress),
        &["进展情况", "工作进展", "目前进展", "最新进展", "推进情况", "落实情况", "进展", "进度"],
    ),
];

/// The same without the words that join others: 困难和问题, 存在的困难与问题.
const JOINED: [(Column, &[&str]); 2] = [
    (
        Column::Said(Field::Problem),
        &[
            "存在问题",
            "问题困难",
            "困难问题",
            "存在困难问题",
            "存在问题困难",
            "主要问题",
            "主要困难",
            "存在困难",
            "困难",
            "问题不足",
            "存在问题不足",
            "问题原因",
            "存在问题原因",
        ],
    ),
    (
        Column::Said(Field::NextStep),
        &[
            "下步打算",
            "下步措施",
            "下步工作",
            "下步计划",
            "下步安排",
            "下步举措",
            "下步工作打算",
            "下步工作措施",
            "下步工作计划",
            "下步工作安排",
            "下一步举措",
            "下一步工作打算",
            "下一步工作措施",
            "下一步工作计划",
            "下一步工作安排",
            "工作打算",
            "打算",
        ],
    ),
];

/// Signs and words that join others.
const JOINING: [char; 5] = ['的', '和', '与', '及', '、'];

/// What may head statuses and progress: the one of the two that the table does not have otherwise.
const EITHER: [&str; 7] = ["情况", "目前情况", "当前情况", "现状", "工作情况", "办理情况", "完成情况"];

/// The names of the column of actual values, which have a number behind them, and of notes.
const ACTUAL: [&str; 5] = ["实际完成值", "实际完成", "实际值", "完成值", "实际"];
const NOTES: [&str; 2] = ["备注", "说明"];

/// A head longer than this, in characters, is a sentence.
const LONGEST: usize = 24;

impl Column {
    /// Whether it is filled in.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Said(_) | Self::Notes)
    }

    /// Its head. `several` says whether there is more than one column of actual values.
    pub fn head(self, words: &FormWords, several: bool) -> String {
        match self {
            Self::Id => words.id,
            Self::No => words.no,
            Self::Task => words.task,
            Self::Measure => words.measure,
            Self::Target => words.target,
            Self::Role => words.role,
            Self::Units => words.units,
            Self::Due => words.due,
            Self::Party => words.party.trim_end_matches('：'),
            Self::Said(field) => return words.fields.head(field, several),
            Self::Notes => words.notes,
            Self::Answer => words.answer,
            Self::Reasons => words.reasons,
        }
        .to_owned()
    }

    /// The column that forms head so in either script, without turning one into the other.
    fn of_form(head: &str) -> Option<Self> {
        let called = |words: &FormWords, column: Self| column.head(words, false) == head;
        [Script::Traditional, Script::Simplified]
            .map(FormWords::of)
            .into_iter()
            .find_map(|words| CALLED.iter().map(|(column, _)| *column).find(|column| called(words, *column)))
    }

    /// The column with this head, renamed within reason: other usual names, either script, words in brackets behind it.
    pub fn of_head(head: &str) -> Option<Self> {
        if head.chars().count() > LONGEST {
            return None;
        }
        let own = head.split(['（', '(', '[', '【', '：', ':']).next()?;
        if let Some(column) = Self::of_form(own.trim()) {
            return Some(column);
        }
        let bare: String = own.chars().map(fold).filter(|c| c.is_alphanumeric()).collect();
        let numbered = |name: &&str| match bare.strip_prefix(*name)? {
            "" => Some(1),
            number => number.parse::<u16>().ok().filter(|place| *place > 0),
        };
        if let Some(place) = ACTUAL.iter().find_map(numbered) {
            return Some(Self::Said(Field::Actual(place)));
        }
        if NOTES.contains(&bare.as_str()) {
            return Some(Self::Notes);
        }
        let joined: String = bare.chars().filter(|c| !JOINING.contains(c)).collect();
        let of = |called: &[(Self, &[&str])], name: &str| {
            called.iter().find(|(_, names)| names.contains(&name)).map(|(column, _)| *column)
        };
        of(&CALLED, &bare).or_else(|| of(&JOINED, &joined))
    }

    /// Whether this head may stand over statuses and over progress.
    fn is_either(head: &str) -> bool {
        let bare: String = head.chars().map(fold).filter(|c| c.is_alphanumeric()).collect();
        EITHER.contains(&bare.as_str())
    }
}

/// The columns that a row names, by their places; empty if it is no head: it must name the measures and one more. Of two columns with
/// one name the first counts.
pub fn head<'a>(cells: impl Iterator<Item = (u32, &'a str)>) -> Vec<(u32, Column)> {
    let mut out: Vec<(u32, Column)> = Vec::new();
    let mut either = Vec::new();
    for (place, words) in cells {
        if let Some(column) = Column::of_head(words)
            && out.iter().all(|(_, known)| *known != column)
        {
            out.push((place, column));
        } else if Column::is_either(words) {
            either.push(place);
        }
    }
    for place in either {
        let has = |field: Field| out.iter().any(|(_, known)| *known == Column::Said(field));
        let field = match (has(Field::Status), has(Field::Progress)) {
            (_, false) => Field::Progress,
            (false, true) => Field::Status,
            (true, true) => continue,
        };
        out.push((place, Column::Said(field)));
    }
    let names_measures = out.iter().any(|(_, column)| matches!(column, Column::Id | Column::Measure));
    if names_measures && out.len() > 1 { out } else { Vec::new() }
}
