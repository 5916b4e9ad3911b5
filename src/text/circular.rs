//! The words of circulars (通報), which are printed: Chinese like all papers, in the script of the paper.

use super::fields;
use crate::domain::script::Script;

/// The words of circulars in one script. `{}` are gaps for values.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct CircularWords {
    /// The kind of paper.
    pub kind: &'static str,
    /// Around the title of the plan.
    pub title: [&'static str; 2],
    /// Whom it is for: units and localities, units, localities.
    pub to: [&'static str; 3],
    /// The round: its name, its days, by when its reports are due.
    pub round: &'static str,
    /// The day, the plan, how many bodies are asked, and how many reported all, a part, nothing.
    pub intro: &'static str,
    /// How many bodies have nothing to report.
    pub beside: &'static str,
    pub follows: &'static str,
    /// Headings.
    pub reporting: &'static str,
    pub late: &'static str,
    pub missing: &'static str,
    /// Columns of the bodies.
    pub bodies: [&'static str; 8],
    /// How they are ordered and counted.
    pub note: &'static str,
    /// How many are behind, how many overdue, of how many bodies; none is.
    pub late_text: &'static str,
    pub no_late: &'static str,
    /// Columns of what is late.
    pub cases: [&'static str; 5],
    /// After the name of a body that goes on from the sheet before.
    pub continued: &'static str,
    /// How many reported nothing, and which; how many a part, and which; nobody is missing.
    pub nothing: &'static str,
    pub part: &'static str,
    pub no_missing: &'static str,
    /// A body, and how many measures it has not reported.
    pub of_body: &'static str,
    pub of_body_note: &'static str,
    /// What is asked for: of who has not reported all, by a day; of who is late; else of everybody.
    pub ask_missing: &'static str,
    pub ask_late: &'static str,
    pub ask: &'static str,
}

impl CircularWords {
    /// The words in a script; beside a text of mixed script, simplified ones.
    pub fn of(script: Script) -> &'static Self {
        match script {
            Script::Traditional => &HANT,
            Script::Simplified | Script::Mixed => &HANS,
        }
    }
}

static HANT: CircularWords = CircularWords {
    kind: "通報",
    title: ["關於《", "》進展情況的通報"],
    to: ["各責任單位，各縣區人民政府：", "各責任單位：", "各縣區人民政府："],
    round: "{}（{}至{}）的填報於{}截止。",
    intro: "截至{}，{}應填報的單位和縣區共 {} 個，其中已全部填報的 {} 個，部分填報的 {} 個，未填報的 {} 個。",
    beside: "另有 {} 個的舉措均不適用，不計入。",
    follows: "現將有關情況通報如下。",
    reporting: "一、填報情況",
    late: "二、滯後和逾期",
    missing: "三、未填報",
    bodies: ["序號", "單位和縣區", "應報", "已報", "填報率", "已完成\n（含銷號）", "滯後", "逾期"],
    note: "按填報率排序，填報率相同的按已完成條數排序，都相同的序號並列。不適用的不計入應報；已銷號而沒有填報的無需再報，也不計入應報。",
    late_text: "填報為滯後的 {} 條次，逾期未完成的 {} 條次，涉及 {} 個單位和縣區（一條舉措涉及幾家的，各計一次）。",
    no_late: "沒有填報為滯後的舉措，也沒有逾期未完成的舉措。",
    cases: ["單位和縣區", "編號", "舉措", "情況", fields::HANT.problem.full],
    continued: "（續）",
    nothing: "未填報的 {} 個：{}。",
    part: "部分填報的 {} 個：{}。",
    no_missing: "應填報的單位和縣區均已全部填報。",
    of_body: "{}（{}）",
    of_body_note: "括號內為尚未填報的條數。",
    ask_missing: "請未全部填報的單位和縣區於{}前補報。",
    ask_late: "請有滯後、逾期舉措的單位和縣區抓緊推進，並報明原因和措施。",
    ask: "請各單位和縣區按時限繼續推進。",
};

static HANS: CircularWords = CircularWords {
    kind: "通报",
    title: ["关于《", "》进展情况的通报"],
    to: ["各责任单位，各县区人民政府：", "各责任单位：", "各县区人民政府："],
    round: "{}（{}至{}）的填报于{}截止。",
    intro: "截至{}，{}应填报的单位和县区共 {} 个，其中已全部填报的 {} 个，部分填报的 {} 个，未填报的 {} 个。",
    beside: "另有 {} 个的举措均不适用，不计入。",
    follows: "现将有关情况通报如下。",
    reporting: "一、填报情况",
    late: "二、滞后和逾期",
    missing: "三、未填报",
    bodies: ["序号", "单位和县区", "应报", "已报", "填报率", "已完成\n（含销号）", "滞后", "逾期"],
    note: "按填报率排序，填报率相同的按已完成条数排序，都相同的序号并列。不适用的不计入应报；已销号而没有填报的无需再报，也不计入应报。",
    late_text: "填报为滞后的 {} 条次，逾期未完成的 {} 条次，涉及 {} 个单位和县区（一条举措涉及几家的，各计一次）。",
    no_late: "没有填报为滞后的举措，也没有逾期未完成的举措。",
    cases: ["单位和县区", "编号", "举措", "情况", fields::HANS.problem.full],
    continued: "（续）",
    nothing: "未填报的 {} 个：{}。",
    part: "部分填报的 {} 个：{}。",
    no_missing: "应填报的单位和县区均已全部填报。",
    of_body: "{}（{}）",
    of_body_note: "括号内为尚未填报的条数。",
    ask_missing: "请未全部填报的单位和县区于{}前补报。",
    ask_late: "请有滞后、逾期举措的单位和县区抓紧推进，并报明原因和措施。",
    ask: "请各单位和县区按时限继续推进。",
};
