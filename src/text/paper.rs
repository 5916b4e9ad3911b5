//! The words printed on papers. Papers are Chinese whatever the language of the interface: traditional with the record,
//! simplified with the simplified reading.

use super::fields::{self, FieldWords};
use crate::domain::party::Party;
use crate::domain::rollup::STATES;
use crate::domain::script::Script;

/// The number of columns that a breakdown table can have.
pub const COLUMNS: u16 = 11;

/// The names of the papers other than a single checklist, in one script; the window has them as its title.
#[derive(Debug)]
pub struct PaperNames {
    /// The checklist.
    pub checklist: &'static str,
    /// The checklists of several, behind their list of contents.
    pub contents: &'static str,
    /// The breakdown table.
    pub breakdown: &'static str,
    /// The progress report.
    pub report: &'static str,
    /// The full text.
    pub full_text: &'static str,
    /// Receipts.
    pub receipts: &'static str,
    /// What several are urged for.
    pub reminders: &'static str,
    /// The circular.
    pub circular: &'static str,
}

impl PaperNames {
    /// The names in a script. They are apart from [`PaperWords`], which a first visit does without.
    pub fn of(script: Script) -> Self {
        match script {
            Script::Traditional => NAMES_HANT,
            Script::Simplified | Script::Mixed => NAMES_HANS,
        }
    }
}

const NAMES_HANT: PaperNames = PaperNames {
    checklist: "工作清單",
    contents: "工作清單目錄",
    breakdown: "任務分解表",
    report: "進展情況報告",
    full_text: "全文",
    receipts: "收件回執",
    reminders: "催辦單",
    circular: "通報",
};

const NAMES_HANS: PaperNames = PaperNames {
    checklist: "工作清单",
    contents: "工作清单目录",
    breakdown: "任务分解表",
    report: "进展情况报告",
    full_text: "全文",
    receipts: "收件回执",
    reminders: "催办单",
    circular: "通报",
};

/// The words of papers in one script. Words around numbers are given as the parts between the numbers.
#[derive(Debug, PartialEq, Eq)]
pub struct PaperWords {
    /// The language tag of the paper.
    pub lang: &'static str,
    /// Kind of paper: the checklist of a unit.
    pub unit_checklist: &'static str,
    /// Kind of paper: the checklist of a locality.
    pub locality_checklist: &'static str,
    /// Kind of paper: the checklist of the whole plan.
    pub whole_checklist: &'static str,
    /// The word for the whole of a place, in the order of `Territory`; stands before the words for the coordinator and its
    /// checklist.
    pub whole: [&'static str; 9],
    /// Label of the party: a unit.
    pub unit: &'static str,
    /// Label of the party: a locality.
    pub locality: &'static str,
    /// Label of the party: the coordinator.
    pub coordinator: &'static str,
    /// The name of the coordinator.
    pub coordinator_name: &'static str,
    /// The government of a locality, after the locality's name.
    pub government: &'static str,
    /// Label of the document number.
    pub number: &'static str,
    /// Label of the date of the reports, on a paper that is filled in.
    pub date_filled: &'static str,
    /// Label of the date of printing, on a blank form.
    pub date_blank: &'static str,
    /// Label of the round.
    pub round: &'static str,
    /// What stands around the days of a round, behind its name.
    pub round_days: [&'static str; 3],
    /// Label of the scope.
    pub scope: &'static str,
    /// Around the counts of tasks and measures: all of the party's.
    pub all: [&'static str; 3],
    /// Around the same counts: a part of the party's.
    pub part: [&'static str; 3],
    /// Around the same counts: all of the party's, after a part of them.
    pub part_of: [&'static str; 3],
    /// Around the counts of measures that are on a list but not in its total.
    pub beside: [&'static str; 2],
    /// Around the count of measures of undetermined tasks.
    pub undetermined_count: [&'static str; 2],
    /// Around the count of measures that are not applicable.
    pub not_applicable_count: [&'static str; 2],
    /// The words for done for the coordinator: a measure is signed off.
    pub signed_off: DoneWords,
    /// The words for done for all other parties: a measure is reported as done.
    pub reported: DoneWords,
    /// Before the words of the filters.
    pub filters: &'static str,
    /// Column: number.
    pub col_no: &'static str,
    /// Column: box.
    pub col_done: &'static str,
    /// Column: measure.
    pub col_measure: &'static str,
    /// Column: target.
    pub col_target: &'static str,
    /// Column: notes by hand.
    pub col_notes: &'static str,
    /// Column: reports.
    pub col_report: &'static str,
    /// The states, in the order of [`crate::domain::rollup::State`].
    pub states: [&'static str; STATES],
    /// The names of fields.
    pub fields: &'static FieldWords,
    /// After the title of a task that continues from the sheet before.
    pub continued: &'static str,
    /// Heading of undetermined tasks.
    pub undetermined: &'static str,
    /// The explanation of that heading.
    pub undetermined_note: &'static str,
    /// Before a deadline.
    pub deadline: &'static str,
    /// After the state of a measure whose deadline is past.
    pub overdue: &'static str,
    /// Role: leads.
    pub lead: &'static str,
    /// Role: supports.
    pub support: &'static str,
    /// Sign-off: unit and seal.
    pub seal: &'static str,
    /// Sign-off: who filled it in.
    pub filled_by: &'static str,
    /// Sign-off: who checked it.
    pub checked_by: &'static str,
    /// Sign-off: head of the unit.
    pub head: &'static str,
    /// Sign-off: telephone.
    pub telephone: &'static str,
    /// Sign-off: date.
    pub signed_on: &'static str,
    /// An empty date to be filled in: year, month, day.
    pub empty_date: [&'static str; 3],
    /// Legend of a blank form.
    pub legend_blank: &'static str,
    /// Around the number of a sheet and the number of sheets.
    pub page: [&'static str; 3],
    /// In place of rows, if no measure is left.
    pub nothing: &'static str,
    /// Kind of paper: the list of contents of a job.
    pub contents: &'static str,
    /// Column: owner of the checklist.
    pub owner: &'static str,
    /// Column: number of sheets.
    pub sheet_count: &'static str,
    /// Column: first sheet within the job.
    pub first_sheet: &'static str,
    /// Around the counts of checklists and of sheets.
    pub contents_sum: [&'static str; 3],
    /// Kind of paper: the breakdown table.
    pub breakdown: &'static str,
    /// Kind of paper: the breakdown table with the columns for reports.
    pub reporting_table: &'static str,
    /// Kind of paper: the progress report.
    pub report: &'static str,
    /// Kind of paper: the full text.
    pub full_text: &'static str,
    /// The columns of the breakdown table.
    pub columns: [&'static str; COLUMNS as usize],
    /// The states, each in one short word.
    pub short_states: [&'static str; STATES],
    /// The explanations of the states.
    pub meanings: [&'static str; STATES],
    /// Column and row: sum.
    pub sum: &'static str,
    /// Column: measures that count.
    pub counted: &'static str,
    /// Column: section.
    pub section: &'static str,
    /// Column: what a target counts.
    pub counts: &'static str,
    /// Column: whether a target is reached.
    pub result: &'static str,
    /// A target that is reached.
    pub reached: &'static str,
    /// A target that is not reached.
    pub not_reached: &'static str,
    /// Heading: summary.
    pub summary: &'static str,
    /// Sentence of the summary: the date, the number of measures that count, the number in each state.
    pub summary_text: [&'static str; 2],
    /// How much of the plan's term is over: for a plan of one year, and for another.
    pub time_text: [&'static str; 2],
    /// Sentence: how many measures are overdue, and how many are due soon.
    pub dues_text: &'static str,
    /// Heading: units and localities.
    pub parties: &'static str,
    /// Sentence: how many parties are asked, have reported everything, have not.
    pub parties_text: &'static str,
    /// Sentence: which parties have not.
    pub silent_text: &'static str,
    /// Heading: targets.
    pub targets: &'static str,
    /// Sentence: how many targets there are, have an actual value, are reached, are not.
    pub targets_text: &'static str,
    /// Heading: measures that are behind or have a problem.
    pub concerns: &'static str,
    /// Sentence: how many are behind, how many have a problem.
    pub concerns_text: &'static str,
    /// In place of that sentence, if there are none.
    pub no_concerns: &'static str,
    /// Heading: explanation of the states and shares.
    pub legend: &'static str,
}

/// The words for done and for the share done.
#[derive(Debug, PartialEq, Eq)]
pub struct DoneWords {
    /// Not done.
    pub open: &'static str,
    /// Done.
    pub done: &'static str,
    /// Around the count of measures done.
    pub count: [&'static str; 2],
    /// Column: the share done.
    pub rate: &'static str,
    /// Sentence: how many are done, of how many, in percent.
    pub rate_text: &'static str,
    /// The explanation of that column.
    pub rate_meaning: &'static str,
}

impl PaperWords {
    /// The words for done for a party.
    pub fn done(&self, party: Party) -> &DoneWords {
        if party == Party::Coordinator { &self.signed_off } else { &self.reported }
    }

    /// The words in a script; beside a text of mixed script, simplified ones.
    pub fn of(script: Script) -> &'static Self {
        match script {
            Script::Traditional => &HANT,
            Script::Simplified | Script::Mixed => &HANS,
        }
    }
}

static HANT: PaperWords = PaperWords {
    lang: "zh-Hant",
    unit_checklist: "責任單位工作清單",
    locality_checklist: "縣區工作清單",
    whole: ["全國", "全省", "全州", "全市", "全縣", "全區", "全旗", "全鎮", "全鄉"],
    whole_checklist: "工作清單",
    unit: "責任單位",
    locality: "責任縣區",
    coordinator: "填報單位",
    coordinator_name: "統籌",
    government: "人民政府",
    number: "文號",
    date_filled: "數據截至",
    date_blank: "製表日期",
    round: "填報期",
    round_days: ["（", "至", "）"],
    scope: "範圍",
    all: ["全部 ", " 項任務、", " 條舉措"],
    part: ["", " 項任務、", " 條舉措"],
    part_of: ["（全部 ", " 項、", " 條）"],
    beside: ["；另有", "，不計入"],
    undetermined_count: ["原文未指明縣區 ", " 條"],
    not_applicable_count: ["不適用 ", " 條"],
    signed_off: DoneWords {
        open: "未銷號",
        done: "已銷號",
        count: ["，已銷號 ", " 條"],
        rate: "銷號率",
        rate_text: "已銷號 {} 條，共 {} 條，銷號率 {}。",
        rate_meaning: "統籌單位已銷號的舉措占總數的比例。",
    },
    reported: DoneWords {
        open: "未完成",
        done: "已完成",
        count: ["，已完成 ", " 條"],
        rate: "填報完成率",
        rate_text: "填報為已完成的（含已銷號）{} 條，共 {} 條，填報完成率 {}。",
        rate_meaning: "填報單位報告已完成的舉措（含已銷號的）占其總數的比例。",
    },
    filters: "篩選：",
    col_no: "序號",
    col_done: "完成",
    col_measure: "工作舉措",
    col_target: "量化目標",
    col_notes: "備註",
    col_report: "填報情況",
    states: ["已銷號", "已完成（待核）", "推進中", "各方填報", "滯後", "未啟動", "未填報", "不適用"],
    fields: &fields::HANT,
    continued: "（續）",
    undetermined: "原文未指明縣區",
    undetermined_note: "以下任務原文作「相關縣區政府」，未列明是哪些縣區，是否適用請與統籌單位核實。",
    deadline: "時限：",
    overdue: "（已逾期）",
    lead: "牽頭",
    support: "配合",
    seal: "填報單位（蓋章）",
    filled_by: "填報人",
    checked_by: "審核人",
    head: "單位負責人",
    telephone: "聯繫電話",
    signed_on: fields::HANT.date.full,
    empty_date: ["年", "月", "日"],
    legend_blank: "完成一條，在「□」內畫「√」",
    page: ["第 ", " 頁 共 ", " 頁"],
    nothing: "沒有符合條件的舉措",
    contents: NAMES_HANT.contents,
    owner: "填報單位",
    sheet_count: "頁數",
    first_sheet: "起始頁",
    contents_sum: ["共 ", " 份，", " 頁（不含目錄）"],
    breakdown: NAMES_HANT.breakdown,
    reporting_table: "任務分解及進展情況表",
    report: NAMES_HANT.report,
    full_text: NAMES_HANT.full_text,
    columns: [
        "序號",
        "重點任務",
        "工作舉措",
        "量化目標",
        "責任單位",
        "完成時限",
        fields::HANT.progress.full,
        fields::HANT.status.full,
        fields::HANT.problem.full,
        fields::HANT.next_step.full,
        "備註",
    ],
    short_states: ["已銷號", "待核", "推進中", "各方填報", "滯後", "未啟動", "未填報", "不適用"],
    meanings: [
        "填報單位報告完成，並經統籌單位核實。",
        "填報單位報告已完成，尚待統籌單位核實。",
        "已經開始，尚未完成。",
        "已有單位填報，所報不盡相同或尚未報齊，各報幾家列於其後；不以一家代表全部。",
        "進度落後於計劃。",
        "填報單位報告尚未開始。",
        "填報單位尚未填報狀態，不作為未啟動統計。",
        "填報單位認為與其無關，或統籌單位認定不適用，不計入總數。",
    ],
    sum: "合計",
    counted: "總數",
    section: "部分",
    counts: "指標",
    result: "結果",
    reached: "已達到",
    not_reached: "未達到",
    summary: "總體進展",
    summary_text: [
        "截至{}，應辦舉措共 {} 條。其中：已銷號 {} 條，待核 {} 條，推進中 {} 條，滯後 {} 條，未啟動 {} 條，未填報 {} 條；另有不適用 {} 條，不計入總數。",
        "截至{}，應辦舉措共 {} 條。其中：已銷號 {} 條，待核 {} 條，推進中 {} 條，各方填報 {} 條，滯後 {} 條，未啟動 {} 條，未填報 {} 條；另有不適用 {} 條，不計入總數。",
    ],
    time_text: ["全年時間進度 {}。", "時間進度 {}。"],
    dues_text: "已逾期未完成的 {} 條，30日內到期的 {} 條。",
    parties: "各單位和縣區進展",
    parties_text: "不分填報期統計，應填報的單位和縣區共 {} 個，{} 個已全部填報，{} 個尚有未填報的舉措。",
    silent_text: "尚有未填報舉措的是：{}。",
    targets: "量化目標",
    targets_text: "量化目標共 {} 個，{} 個已填報實際值，{} 個已達到，{} 個未達到。",
    concerns: "滯後事項和存在問題",
    concerns_text: "填報為滯後的 {} 條，寫明問題的 {} 條。",
    no_concerns: "沒有填報為滯後的事項，也沒有寫明的問題。",
    legend: "狀態說明",
};

static HANS: PaperWords = PaperWords {
    lang: "zh-Hans",
    unit_checklist: "责任单位工作清单",
    locality_checklist: "县区工作清单",
    whole: ["全国", "全省", "全州", "全市", "全县", "全区", "全旗", "全镇", "全乡"],
    whole_checklist: "工作清单",
    unit: "责任单位",
    locality: "责任县区",
    coordinator: "填报单位",
    coordinator_name: "统筹",
    government: "人民政府",
    number: "文号",
    date_filled: "数据截至",
    date_blank: "制表日期",
    round: "填报期",
    round_days: ["（", "至", "）"],
    scope: "范围",
    all: ["全部 ", " 项任务、", " 条举措"],
    part: ["", " 项任务、", " 条举措"],
    part_of: ["（全部 ", " 项、", " 条）"],
    beside: ["；另有", "，不计入"],
    undetermined_count: ["原文未指明县区 ", " 条"],
    not_applicable_count: ["不适用 ", " 条"],
    signed_off: DoneWords {
        open: "未销号",
        done: "已销号",
        count: ["，已销号 ", " 条"],
        rate: "销号率",
        rate_text: "已销号 {} 条，共 {} 条，销号率 {}。",
        rate_meaning: "统筹单位已销号的举措占总数的比例。",
    },
    reported: DoneWords {
        open: "未完成",
        done: "已完成",
        count: ["，已完成 ", " 条"],
        rate: "填报完成率",
        rate_text: "填报为已完成的（含已销号）{} 条，共 {} 条，填报完成率 {}。",
        rate_meaning: "填报单位报告已完成的举措（含已销号的）占其总数的比例。",
    },
    filters: "筛选：",
    col_no: "序号",
    col_done: "完成",
    col_measure: "工作举措",
    col_target: "量化目标",
    col_notes: "备注",
    col_report: "填报情况",
    states: ["已销号", "已完成（待核）", "推进中", "各方填报", "滞后", "未启动", "未填报", "不适用"],
    fields: &fields::HANS,
    continued: "（续）",
    undetermined: "原文未指明县区",
    undetermined_note: "以下任务原文作“相关县区政府”，未列明是哪些县区，是否适用请与统筹单位核实。",
    deadline: "时限：",
    overdue: "（已逾期）",
    lead: "牵头",
    support: "配合",
    seal: "填报单位（盖章）",
    filled_by: "填报人",
    checked_by: "审核人",
    head: "单位负责人",
    telephone: "联系电话",
    signed_on: fields::HANS.date.full,
    empty_date: ["年", "月", "日"],
    legend_blank: "完成一条，在“□”内画“√”",
    page: ["第 ", " 页 共 ", " 页"],
    nothing: "没有符合条件的举措",
    contents: NAMES_HANS.contents,
    owner: "填报单位",
    sheet_count: "页数",
    first_sheet: "起始页",
    contents_sum: ["共 ", " 份，", " 页（不含目录）"],
    breakdown: NAMES_HANS.breakdown,
    reporting_table: "任务分解及进展情况表",
    report: NAMES_HANS.report,
    full_text: NAMES_HANS.full_text,
    columns: [
        "序号",
        "重点任务",
        "工作举措",
        "量化目标",
        "责任单位",
        "完成时限",
        fields::HANS.progress.full,
        fields::HANS.status.full,
        fields::HANS.problem.full,
        fields::HANS.next_step.full,
        "备注",
    ],
    short_states: ["已销号", "待核", "推进中", "各方填报", "滞后", "未启动", "未填报", "不适用"],
    meanings: [
        "填报单位报告完成，并经统筹单位核实。",
        "填报单位报告已完成，尚待统筹单位核实。",
        "已经开始，尚未完成。",
        "已有单位填报，所报不尽相同或尚未报齐，各报几家列于其后；不以一家代表全部。",
        "进度落后于计划。",
        "填报单位报告尚未开始。",
        "填报单位尚未填报状态，不作为未启动统计。",
        "填报单位认为与其无关，或统筹单位认定不适用，不计入总数。",
    ],
    sum: "合计",
    counted: "总数",
    section: "部分",
    counts: "指标",
    result: "结果",
    reached: "已达到",
    not_reached: "未达到",
    summary: "总体进展",
    summary_text: [
        "截至{}，应办举措共 {} 条。其中：已销号 {} 条，待核 {} 条，推进中 {} 条，滞后 {} 条，未启动 {} 条，未填报 {} 条；另有不适用 {} 条，不计入总数。",
        "截至{}，应办举措共 {} 条。其中：已销号 {} 条，待核 {} 条，推进中 {} 条，各方填报 {} 条，滞后 {} 条，未启动 {} 条，未填报 {} 条；另有不适用 {} 条，不计入总数。",
    ],
    time_text: ["全年时间进度 {}。", "时间进度 {}。"],
    dues_text: "已逾期未完成的 {} 条，30日内到期的 {} 条。",
    parties: "各单位和县区进展",
    parties_text: "不分填报期统计，应填报的单位和县区共 {} 个，{} 个已全部填报，{} 个尚有未填报的举措。",
    silent_text: "尚有未填报举措的是：{}。",
    targets: "量化目标",
    targets_text: "量化目标共 {} 个，{} 个已填报实际值，{} 个已达到，{} 个未达到。",
    concerns: "滞后事项和存在问题",
    concerns_text: "填报为滞后的 {} 条，写明问题的 {} 条。",
    no_concerns: "没有填报为滞后的事项，也没有写明的问题。",
    legend: "状态说明",
};
