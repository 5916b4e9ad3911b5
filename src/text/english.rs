//! The words around an English reading, which is shown in the English interface alone.

use super::fields::{self, HANT};
use crate::domain::english::English;
use crate::domain::plan::{Assignee, Plan, Task};
use crate::domain::span::Span;

/// The words.
#[allow(missing_docs, reason = "each is named for what it says")]
pub struct EnglishWords {
    pub unofficial: &'static str,
    pub show_chinese: &'static str,
    pub plan_words: &'static str,
    /// Words of plans: in Chinese, in this interface, and what is meant.
    pub glossary: [[&'static str; 3]; 20],
    /// Labels, headings and states on papers, in Chinese and in this interface.
    pub on_papers: &'static [[&'static str; 2]],
    /// Stands before the bodies that answer for a task.
    pub responsible: &'static str,
    pub and_others: &'static str,
}

/// The words in English.
pub static EN: EnglishWords = EnglishWords {
    unofficial: "Unofficial English reading; the Chinese text is the record.",
    show_chinese: "Show the Chinese beside it",
    plan_words: "Plan words",
    glossary: [
        ["工作要點", "work plan", "what a government sets out to do in a year, issued as prose"],
        ["任務", "task", "a numbered heading of the plan, with the units responsible for it"],
        ["舉措", "measure", "one sentence of a task: what is ticked and reported"],
        ["責任單位", "responsible unit", "a body that the plan names for a task"],
        ["牽頭、配合", "lead, support", "who answers for a task, and who helps"],
        ["等部門", "and others", "the list of units is open: others may be asked, too"],
        [
            "縣區",
            "counties and districts",
            "the localities under the city; 相關縣區 are those concerned, which the plan does not name",
        ],
        ["統籌", "coordinator", "the office that breaks the plan down, hands it out and brings reports together"],
        [
            "分工",
            "arrangement",
            "what the coordinator settles where the plan is silent: who leads, who supports, who is not concerned",
        ],
        ["下發", "hand out", "give the plan to the units, as a file, a form or a page"],
        ["上報", "submit", "a unit sends its own reports to the coordinator"],
        ["填報", "report", "what a unit says of a measure: its state, progress, problems, next step"],
        ["期", "round", "a reporting period with a day by which reports are due"],
        ["匯總", "bring together", "make one ledger of the reports that came back"],
        ["台賬", "ledger", "all reports and sign-offs of a plan"],
        ["待核", "awaiting review", "a unit reports it done; the coordinator has not signed it off"],
        ["銷號", "sign-off", "the coordinator closes a measure"],
        ["退回", "return", "the coordinator sends a report back with the reason"],
        ["延期", "postponement", "a later day, asked for by a unit and granted by the coordinator"],
        ["人次", "person-times", "whoever takes part twice counts twice; 萬人次 is 10,000 of them"],
    ],
    on_papers: &[
        ["責任單位工作清單", "Checklist of a responsible unit"],
        ["縣區工作清單", "Checklist of a locality"],
        ["全市工作清單", "Checklist of the whole city"],
        ["任務分解表", "Breakdown of tasks"],
        ["任務分解及進展情況表", "Breakdown and progress of tasks"],
        ["進展情況報告", "Progress report"],
        ["工作清單目錄", "Contents"],
        ["催辦單", "Reminder"],
        ["通報", "Circular"],
        ["收件回執", "Receipt"],
        ["責任單位", "Responsible unit"],
        ["責任縣區", "Locality"],
        ["全市統籌", "Whole city (coordinator)"],
        ["文號", "Number"],
        ["數據截至", "As of"],
        ["製表日期", "Made on"],
        ["填報期", "Round"],
        ["範圍", "Extent"],
        ["序號", "No."],
        ["編號", "No."],
        ["完成", "Done"],
        ["重點任務", "Task"],
        ["工作舉措", "Measure"],
        ["舉措", "Measure"],
        ["量化目標", "Target"],
        ["備註", "Notes"],
        ["填報情況", "Reports"],
        ["完成時限", "Due"],
        [HANT.due.full, fields::EN.due.full],
        [HANT.progress.full, fields::EN.progress.full],
        [HANT.status.full, fields::EN.status.full],
        [HANT.problem.full, fields::EN.problem.full],
        [HANT.next_step.full, fields::EN.next_step.full],
        ["進度與時間", "Progress and time"],
        ["紅燈", "Red light"],
        ["已填報", "Reported"],
        [HANT.actual.short, fields::EN.actual.short],
        ["填報單位", "Reporting body"],
        ["未填欄目", "Columns left empty"],
        ["合計", "Sum"],
        ["總數", "All"],
        ["部分", "Section"],
        ["指標", "What is counted"],
        ["結果", "Result"],
        ["銷號率", "Signed off, %"],
        ["填報完成率", "Reported done, %"],
        ["單位和縣區", "Unit or locality"],
        ["應報", "Due"],
        ["已報", "Reported"],
        ["填報率", "Reported, %"],
        ["已完成\n（含銷號）", "Done, incl. signed off"],
        ["逾期", "Overdue"],
        ["情況", "State"],
        ["催辦事由", "Why"],
        ["最近一次填報", "Last report"],
        ["收到的填報", "What was received"],
        ["處理", "What became of it"],
        ["已銷號", "Signed off"],
        ["已完成（待核）", "Done, awaiting review"],
        ["已完成", "Done"],
        ["待核", "Awaiting review"],
        ["推進中", "Under way"],
        ["各方填報", "By body"],
        ["滯後", "Behind"],
        ["未啟動", "Not started"],
        ["未填報", "Not reported"],
        ["不適用", "Not applicable"],
        ["已達到", "Reached"],
        ["未達到", "Not reached"],
        ["總體進展", "Overall progress"],
        ["各單位和縣區進展", "Progress of units and localities"],
        ["滯後事項和存在問題", "Delays and problems"],
        ["狀態說明", "What the states mean"],
        ["滯後和逾期", "Behind and overdue"],
        ["有風險的指標", "Targets at risk"],
        ["最落後的單位", "Furthest behind"],
        ["需要研究決定的問題", "Problems that need a decision"],
        ["原文未指明縣區", "Locality not named by the plan"],
        ["（已逾期）", "(overdue)"],
        ["填報單位（蓋章）", "Reporting body (seal)"],
        ["填報人", "Filled in by"],
        ["審核人", "Checked by"],
        ["單位負責人", "Head of the unit"],
        ["聯繫人", "Contact"],
        ["聯繫電話", "Telephone"],
        ["（發文單位蓋章）", "(seal of the issuing office)"],
        ["收件單位（蓋章）", "Received by (seal)"],
        ["收件人", "Name"],
        ["日期", "Date"],
        [HANT.date.full, fields::EN.date.full],
        ["收件時間", "Received"],
        ["收件內容", "Content"],
        ["生成時間", "Made"],
        ["文件名稱", "File"],
        ["校驗碼", "Checksum"],
        ["整份台賬", "Whole ledger"],
        ["已採用", "Taken over"],
        ["與原有相同", "Same as before"],
        ["已有較新內容", "Newer words were there"],
        ["未採用", "Not taken over"],
        ["文件中沒有本要點的填報", "Nothing in the file is of this plan"],
    ],
    responsible: "Responsible: ",
    and_others: "and others",
};

/// Who answers for a task by the statement at this place, in English names: `(Responsible: Education Bureau, …)`.
pub fn answers(plan: &Plan, reading: &English, task: &Task, statement: Span) -> String {
    let bodies = task.assigned().filter(|assigned| statement.contains(assigned.span)).map(|assigned| {
        let words = plan.text(assigned.span);
        let english = match assigned.who {
            Assignee::Unit(i) => plan.units.get(i).and_then(|unit| unit.english.clone()),
            Assignee::Locality(i) => plan.localities.get(i).and_then(|place| place.english.clone()),
            Assignee::Localities(_) | Assignee::Generic => reading.plain(words).map(str::to_owned),
        };
        english.unwrap_or_else(|| words.to_owned())
    });
    let mut names: Vec<String> = bodies.collect();
    let is_open = task.responsibilities.iter().any(|said| said.span == statement && said.open);
    names.extend(is_open.then(|| EN.and_others.to_owned()));
    format!("({}{})", EN.responsible, names.join(", "))
}
