//! The words on spreadsheets that are handed out and filled in: forms are Chinese whatever the language of the interface, in the script
//! of the plan.

use super::fields::{self, FieldWords};
use crate::domain::field::Status;
use crate::domain::party::Party;
use crate::domain::script::Script;
use crate::domain::settings::Lang;

/// The words of forms in one script. Words around numbers are given as the parts between the numbers.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct FormWords {
    /// Kinds of sheets.
    pub breakdown: &'static str,
    /// Before what the coordinator settled of who has which duty.
    pub arranged: &'static str,
    /// The duties, in the order of [`Duty`](crate::domain::field::Duty).
    pub duties: [&'static str; 4],
    pub filling: &'static str,
    pub left_over: &'static str,
    /// Particulars in the head, each with its colon.
    pub number: &'static str,
    pub party: &'static str,
    pub made: &'static str,
    pub round: &'static str,
    /// Around the days of a round, behind its name.
    pub round_days: [&'static str; 3],
    /// How a form is filled in, below its head: around a date that is given as an example.
    pub how: [&'static str; 2],
    /// Behind that, where there is a round: that nothing need be written again which is as before.
    pub how_same: &'static str,
    /// Names of the columns of a list of contents: who, how many measures, the page, the form.
    pub contents: [&'static str; 4],
    /// Names of columns.
    pub id: &'static str,
    pub no: &'static str,
    pub task: &'static str,
    pub measure: &'static str,
    pub target: &'static str,
    pub role: &'static str,
    pub units: &'static str,
    pub due: &'static str,
    pub fields: &'static FieldWords,
    pub notes: &'static str,
    pub reasons: &'static str,
    /// The one who keeps the whole plan together.
    pub coordinator: &'static str,
    /// The statuses in the order of [`Status::ALL`], and done as the coordinator has it.
    pub statuses: [&'static str; 5],
    pub signed_off: &'static str,
    /// Roles.
    pub lead: &'static str,
    pub support: &'static str,
    pub responsible: &'static str,
    /// After a list of bodies that is left open.
    pub and_others: &'static str,
    /// Around the number of a sheet and the number of sheets, with the codes of a foot for them.
    pub page: &'static str,
    /// Year, month, day behind their numbers.
    pub day: [&'static str; 3],
    pub why_not: &'static WhyNot,
    /// The column of what the coordinator answers.
    pub answer: &'static str,
}

/// Why a row or a cell was not taken: on sheets in their script, in the page in its language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct WhyNot {
    pub no_status: &'static str,
    pub no_day: &'static str,
    pub no_number: &'static str,
    pub below_zero: &'static str,
    pub no_target: &'static str,
    pub no_measure: &'static str,
    pub several: &'static str,
    pub disagrees: &'static str,
    pub twice: &'static str,
    pub not_asked: &'static str,
    pub no_party: &'static str,
    pub no_result: &'static str,
    pub no_tick: &'static str,
    pub nothing_before: &'static str,
    pub stranger: &'static str,
    pub no_column: &'static str,
    /// A column that no form has: its head, and how many of its cells have something in them.
    pub column: fn(&str, usize) -> String,
    /// A row that was not understood: its number, what it says, why not.
    pub row: fn(u32, &str, &str) -> String,
}

impl WhyNot {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.of([&WHY_HANS, &WHY_HANT, &WHY_EN])
    }
}

impl FormWords {
    /// The words in a script; beside a text of mixed script, simplified ones.
    pub fn of(script: Script) -> &'static Self {
        match script {
            Script::Traditional => &HANT,
            Script::Simplified | Script::Mixed => &HANS,
        }
    }

    /// The words of the statuses as a party is offered them, in the order of [`Status::ALL`].
    pub fn statuses_of(&self, party: Party) -> [&'static str; 5] {
        let mut words = self.statuses;
        if party == Party::Coordinator {
            for (word, status) in words.iter_mut().zip(Status::ALL) {
                if status == Status::Done {
                    *word = self.signed_off;
                }
            }
        }
        words
    }

    /// The word of the status with this key, as a party is offered it; `None` if it is none.
    pub fn status(&self, key: &str, party: Party) -> Option<&'static str> {
        let place = Status::ALL.iter().position(|status| status.key() == key)?;
        self.statuses_of(party).get(place).copied()
    }
}

static HANT: FormWords = FormWords {
    breakdown: "任務分解表",
    arranged: "分工",
    duties: ["牽頭", "責任", "配合", "不涉及"],
    filling: "填報表",
    left_over: "未採用的填報",
    number: "文號：",
    party: "填報單位：",
    made: "製表日期：",
    round: "填報期：",
    round_days: ["（", "至", "）"],
    how: ["白底的欄由填報單位填寫；灰底的欄請勿改動。狀態從下拉選項中選擇，日期如 ", "，實際完成值只填數字。"],
    how_same: "沒有變化的，在「與上期相同」欄選「√」，不必重填。",
    contents: ["填報單位", "舉措", "頁面", "填報表"],
    id: "編碼",
    no: "序號",
    task: "重點任務",
    measure: "工作舉措",
    target: "量化目標",
    role: "職責",
    units: "責任單位",
    due: "完成時限",
    fields: &fields::HANT,
    notes: "備註",
    reasons: "未採用的原因",
    coordinator: "統籌",
    statuses: ["未啟動", "推進中", "滯後", "已完成", "不適用"],
    signed_off: "已銷號",
    lead: "牽頭",
    support: "配合",
    responsible: "責任",
    and_others: "等",
    page: "第 &P 頁 共 &N 頁",
    day: ["年", "月", "日"],
    why_not: &WHY_HANT,
    answer: "統籌意見",
};

static HANS: FormWords = FormWords {
    breakdown: "任务分解表",
    arranged: "分工",
    duties: ["牵头", "责任", "配合", "不涉及"],
    filling: "填报表",
    left_over: "未采用的填报",
    number: "文号：",
    party: "填报单位：",
    made: "制表日期：",
    round: "填报期：",
    round_days: ["（", "至", "）"],
    how: ["白底的栏由填报单位填写；灰底的栏请勿改动。状态从下拉选项中选择，日期如 ", "，实际完成值只填数字。"],
    how_same: "没有变化的，在“与上期相同”栏选“√”，不必重填。",
    contents: ["填报单位", "举措", "页面", "填报表"],
    id: "编码",
    no: "序号",
    task: "重点任务",
    measure: "工作举措",
    target: "量化目标",
    role: "职责",
    units: "责任单位",
    due: "完成时限",
    fields: &fields::HANS,
    notes: "备注",
    reasons: "未采用的原因",
    coordinator: "统筹",
    statuses: ["未启动", "推进中", "滞后", "已完成", "不适用"],
    signed_off: "已销号",
    lead: "牵头",
    support: "配合",
    responsible: "责任",
    and_others: "等",
    page: "第 &P 页 共 &N 页",
    day: ["年", "月", "日"],
    why_not: &WHY_HANS,
    answer: "统筹意见",
};

static WHY_HANT: WhyNot = WhyNot {
    no_status: "無法識別的狀態",
    no_day: "無法識別的日期",
    no_number: "不是數字",
    below_zero: "小於零",
    no_target: "這條舉措沒有這一項指標",
    no_measure: "要點裡沒有這條舉措",
    several: "要點裡有幾條相同的舉措，無法確定是哪一條",
    disagrees: "編碼和舉措文字不是同一條",
    twice: "同一條舉措在前面已填報",
    not_asked: "這條舉措不由該單位填報",
    no_party: "無法確定填報單位",
    no_result: "公式沒有保存結果，或結果為錯誤值；請用表格軟體打開，重新計算後保存，或直接填寫",
    no_tick: "這一欄只填「√」或留空",
    stranger: "要點裡沒有這個填報單位",
    no_column: "填報表沒有這一欄，沒有讀取",
    column: |head, count| format!("「{head}」一欄不是填報表的欄，沒有讀取：{count} 格"),
    nothing_before: "這條舉措尚未填報，沒有上期內容可沿用，請填寫狀態",
    row: |row, said, why| format!("第 {row} 行 {said}：{why}"),
};

static WHY_HANS: WhyNot = WhyNot {
    no_status: "无法识别的状态",
    no_day: "无法识别的日期",
    no_number: "不是数字",
    below_zero: "小于零",
    no_target: "这条举措没有这一项指标",
    no_measure: "要点里没有这条举措",
    several: "要点里有几条相同的举措，无法确定是哪一条",
    disagrees: "编码和举措文字不是同一条",
    twice: "同一条举措在前面已填报",
    not_asked: "这条举措不由该单位填报",
    no_party: "无法确定填报单位",
    no_result: "公式没有保存结果，或结果为错误值；请用表格软件打开，重新计算后保存，或直接填写",
    no_tick: "这一栏只填“√”或留空",
    stranger: "要点里没有这个填报单位",
    no_column: "填报表没有这一栏，没有读取",
    column: |head, count| format!("“{head}”一栏不是填报表的栏，没有读取：{count} 格"),
    nothing_before: "这条举措尚未填报，没有上期内容可沿用，请填写状态",
    row: |row, said, why| format!("第 {row} 行 {said}：{why}"),
};

static WHY_EN: WhyNot = WhyNot {
    no_status: "not a known status",
    no_day: "not a date",
    no_number: "not a number",
    below_zero: "below zero",
    no_target: "the measure has no such target",
    no_measure: "the plan has no such measure",
    several: "several measures of the plan have this text, and it is not clear which is meant",
    disagrees: "the code and the text are of different measures",
    twice: "an earlier row already reports on this measure",
    not_asked: "the measure is not one of this body's",
    no_party: "the reporting body is not known",
    no_result: "the formula has no stored value, or an error; open the file in a spreadsheet program and save it, or type the value",
    no_tick: "only √ or nothing is understood here",
    stranger: "the plan does not have the body that it names",
    no_column: "forms have no such column; not read",
    column: |head, count| {
        let cells = if count == 1 { "cell" } else { "cells" };
        format!("Column “{head}” is none of a form and was not read: {count} {cells}")
    },
    nothing_before: "nothing has been reported of this measure yet that could be the same; give a status",
    row: |row, said, why| format!("Row {row} {said}: {why}"),
};
