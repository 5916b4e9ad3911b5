//! What the fields of a mark are called: one table for the page, for papers and for forms.

use crate::domain::mark::Field;

/// A name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// In full.
    pub full: &'static str,
    /// Before what is said, where there is little room.
    pub short: &'static str,
}

/// The names in one language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug, PartialEq, Eq)]
pub struct FieldWords {
    pub status: Name,
    pub progress: Name,
    pub problem: Name,
    pub next_step: Name,
    pub date: Name,
    pub actual: Name,
    pub confirmed: Name,
    pub postponement: Name,
    pub duty: Name,
    pub returned: Name,
    pub granted: Name,
    pub due: Name,
    pub round_name: Name,
    pub closed: Name,
    pub adding: Name,
    /// The head of a column of actual values, which are numbers and nothing else.
    pub values: &'static str,
}

impl FieldWords {
    /// The name of a field; of actual values the same for every target.
    pub fn of(&self, field: Field) -> Name {
        match field {
            Field::Status => self.status,
            Field::Progress => self.progress,
            Field::Problem => self.problem,
            Field::NextStep => self.next_step,
            Field::Date => self.date,
            Field::Actual(_) => self.actual,
            Field::Confirmed => self.confirmed,
            Field::Postponement => self.postponement,
            Field::Duty => self.duty,
            Field::Returned => self.returned,
            Field::Granted => self.granted,
            Field::Due => self.due,
            Field::Name => self.round_name,
            Field::Closed => self.closed,
            Field::Adding(_) => self.adding,
        }
    }

    /// The full name of a field, with the number of its target from the second one on.
    pub fn name(&self, field: Field) -> String {
        let name = self.of(field).full;
        match field {
            Field::Actual(n) | Field::Adding(n) if n != 1 => format!("{name} {n}"),
            _ => name.to_owned(),
        }
    }

    /// The head of a column for a field. `several` says whether there is more than one column of actual values.
    pub fn head(&self, field: Field, several: bool) -> String {
        match field {
            Field::Actual(n) if several => format!("{}{n}", self.values),
            Field::Actual(_) => self.values.to_owned(),
            field => self.of(field).full.to_owned(),
        }
    }
}

const fn name(full: &'static str, short: &'static str) -> Name {
    Name { full, short }
}

/// In simplified characters.
pub const HANS: FieldWords = FieldWords {
    status: name("状态", "状态"),
    progress: name("进展情况", "进展"),
    problem: name("存在问题", "问题"),
    next_step: name("下一步措施", "下一步"),
    date: name("填报日期", "填报日期"),
    actual: name("实际完成", "实际"),
    confirmed: name("与上期相同", "与上期相同"),
    postponement: name("申请延期", "申请延期"),
    duty: name("分工", "分工"),
    returned: name("退回", "退回"),
    granted: name("延期答复", "延期答复"),
    due: name("时限", "时限"),
    round_name: name("名称", "名称"),
    closed: name("结束日期", "结束日期"),
    adding: name("实际值的算法", "算法"),
    values: "实际完成值",
};

/// In traditional characters.
pub const HANT: FieldWords = FieldWords {
    status: name("狀態", "狀態"),
    progress: name("進展情況", "進展"),
    problem: name("存在問題", "問題"),
    next_step: name("下一步措施", "下一步"),
    date: name("填報日期", "填報日期"),
    actual: name("實際完成", "實際"),
    confirmed: name("與上期相同", "與上期相同"),
    postponement: name("申請延期", "申請延期"),
    duty: name("分工", "分工"),
    returned: name("退回", "退回"),
    granted: name("延期答覆", "延期答覆"),
    due: name("時限", "時限"),
    round_name: name("名稱", "名稱"),
    closed: name("結束日期", "結束日期"),
    adding: name("實際值的算法", "算法"),
    values: "實際完成值",
};

/// In English.
pub const EN: FieldWords = FieldWords {
    status: name("Status", "Status"),
    progress: name("Progress", "Progress"),
    problem: name("Problem", "Problem"),
    next_step: name("Next step", "Next step"),
    date: name("Date of report", "Date of report"),
    actual: name("Actual", "Actual"),
    confirmed: name("Same as last round", "Same as last round"),
    postponement: name("Postponement requested", "Postponement"),
    duty: name("Duty", "Duty"),
    returned: name("Returned", "Returned"),
    granted: name("Postponement, answer", "Postponement, answer"),
    due: name("Due", "Due"),
    round_name: name("Name", "Name"),
    closed: name("Closed on", "Closed on"),
    adding: name("How values add up", "Adding"),
    values: "Actual value",
};
