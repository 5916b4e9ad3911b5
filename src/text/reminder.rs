//! The words of reminders (催辦單), which are printed: Chinese like all papers, in the script of the paper.

use crate::domain::script::Script;

/// The words of reminders in one script. `{}` are gaps for values.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct ReminderWords {
    /// The kind of paper, and that of a list of several.
    pub kind: &'static str,
    pub contents: &'static str,
    /// The column that says how much is on each.
    pub extent: &'static str,
    /// How a unit is spoken to; and what stands before the last character of a locality's name, which says what kind of place it is.
    pub you: &'static str,
    pub your: &'static str,
    /// The kinds of places that are spoken to by their last character.
    pub places: &'static str,
    /// The day, who is spoken to, how many measures.
    pub intro: &'static str,
    /// How many measures: alone, and with what of each kind.
    pub count: &'static str,
    pub of_these: &'static str,
    pub late: &'static str,
    pub behind: &'static str,
    pub returned: &'static str,
    /// Behind the number of what is not reported.
    pub missing: &'static str,
    /// Said where a measure is urged for in two ways.
    pub twice: &'static str,
    /// Columns.
    pub col_no: &'static str,
    pub col_measure: &'static str,
    pub col_day: &'static str,
    pub col_why: &'static str,
    pub col_said: &'static str,
    /// Below a day: the first one, where it was postponed; the one that is asked for, where nobody answered.
    pub first_day: &'static str,
    pub asked_for: &'static str,
    /// Since when it is behind or silent.
    pub since: &'static str,
    /// Why it was given back: with and without the day on which it was.
    pub returned_on: &'static str,
    pub returned_for: &'static str,
    pub problem: &'static str,
    /// What is asked for: by a day that is left to be written, and in a round by the day on which it is due, of its name.
    pub ask: &'static str,
    pub ask_in: &'static str,
    /// Added where something is overdue or behind; and where something was given back.
    pub ask_late: &'static str,
    pub ask_returned: &'static str,
}

impl ReminderWords {
    /// The words in a script; beside a text of mixed script, simplified ones.
    pub fn of(script: Script) -> &'static Self {
        match script {
            Script::Traditional => &HANT,
            Script::Simplified | Script::Mixed => &HANS,
        }
    }
}

static HANT: ReminderWords = ReminderWords {
    kind: "催辦單",
    contents: "催辦單目錄",
    extent: "催辦事項",
    you: "你單位",
    your: "你",
    places: "省市州盟縣區旗鎮鄉",
    intro: "截至{}，{}承擔的舉措中需要催辦的有 {} 條",
    count: "{} 條",
    of_these: "，其中",
    late: "逾期未完成 {} 條",
    behind: "滯後 {} 條",
    returned: "被退回 {} 條",
    missing: " {} 條",
    twice: "（一條有幾種情形的，分別計數）",
    col_no: "編號",
    col_measure: "舉措",
    col_day: "時限",
    col_why: "催辦事由",
    col_said: "最近一次填報",
    first_day: "原定 {}",
    asked_for: "申請延至 {}，尚未答覆",
    since: "（{}起）",
    returned_on: "{}退回：{}",
    returned_for: "退回：{}",
    problem: "問題：",
    ask: "請逐條核實，於{}前填報最新情況。",
    ask_in: "請逐條核實，於{}前完成{}填報。",
    ask_late: "逾期和滯後的，寫明原因和趕上進度的措施；確需延期的，寫明理由和擬完成日期。",
    ask_returned: "被退回的，按退回理由改正後重新填報。",
};

static HANS: ReminderWords = ReminderWords {
    kind: "催办单",
    contents: "催办单目录",
    extent: "催办事项",
    you: "你单位",
    your: "你",
    places: "省市州盟县区旗镇乡",
    intro: "截至{}，{}承担的举措中需要催办的有 {} 条",
    count: "{} 条",
    of_these: "，其中",
    late: "逾期未完成 {} 条",
    behind: "滞后 {} 条",
    returned: "被退回 {} 条",
    missing: " {} 条",
    twice: "（一条有几种情形的，分别计数）",
    col_no: "编号",
    col_measure: "举措",
    col_day: "时限",
    col_why: "催办事由",
    col_said: "最近一次填报",
    first_day: "原定 {}",
    asked_for: "申请延至 {}，尚未答复",
    since: "（{}起）",
    returned_on: "{}退回：{}",
    returned_for: "退回：{}",
    problem: "问题：",
    ask: "请逐条核实，于{}前填报最新情况。",
    ask_in: "请逐条核实，于{}前完成{}填报。",
    ask_late: "逾期和滞后的，写明原因和赶上进度的措施；确需延期的，写明理由和拟完成日期。",
    ask_returned: "被退回的，按退回理由改正后重新填报。",
};
