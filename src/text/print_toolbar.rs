//! The words around a paper on the screen.

use crate::domain::settings::Lang;

/// The words of one language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct PrintWords {
    pub preview: &'static str,
    pub back: &'static str,
    pub print: &'static str,
    pub boxes: &'static str,
    pub blank: &'static str,
    pub filled: &'static str,
    pub text: &'static str,
    pub record: &'static str,
    pub simplified: &'static str,
    /// The number of sheets.
    pub sheets: fn(usize) -> String,
    /// The advice for the print dialogue, given the paper size.
    pub advice: fn(&str) -> String,
    /// The kinds of papers, in the order of [`crate::route::PaperKind`].
    pub kinds: [&'static str; 8],
    pub kind: &'static str,
    pub size: &'static str,
    pub columns: &'static str,
    pub reporting: &'static str,
    pub whose: &'static str,
    pub whose_receipts: &'static str,
    pub whose_reminders: &'static str,
    /// Where nobody is urged for anything.
    pub nobody_urged: &'static str,
    /// The papers are of a closed round: its name, and the day on which it was closed.
    pub of_round: fn(&str, &str) -> String,
    /// There is no state of a round: which, and why.
    pub no_round: fn(&str, &str) -> String,
    pub of_today: &'static str,
    /// The number of the paper that an office issues, and what it may look like.
    pub number: &'static str,
    pub number_hint: &'static str,
    pub everybody: &'static str,
    pub nobody: &'static str,
    /// Who was chosen is no more, and the others are.
    pub turned: &'static str,
    pub units: &'static str,
    pub localities: &'static str,
    pub duplex: &'static str,
    pub with_table: &'static str,
    pub stop: &'static str,
    /// How many checklists are laid out, of how many.
    pub laid_out: fn(usize, usize) -> String,
    /// The warning that some rows are taller than a sheet, given their number.
    pub too_tall: fn(usize) -> String,
}

impl PrintWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.of([&ZH_HANS, &ZH_HANT, &EN])
    }
}

static ZH_HANS: PrintWords = PrintWords {
    preview: "打印预览",
    back: "返回清单",
    print: "打印",
    boxes: "样式",
    blank: "空白表",
    filled: "带进度",
    text: "文本",
    record: "原文（繁体）",
    simplified: "简体读法",
    sheets: |n| format!("共 {n} 页"),
    advice: |paper| format!("打印设置：纸张 {paper}，边距“无”，缩放 100%。"),
    kinds: ["工作清单", "批量清单", "任务分解表", "进展报告", "全文", "收件回执", "催办单", "通报"],
    kind: "打印内容",
    size: "纸张",
    columns: "栏目",
    reporting: "填报栏",
    whose: "打印哪些单位的清单",
    whose_receipts: "打印哪些单位的回执",
    whose_reminders: "催办对象",
    nobody_urged: "没有需要催办的单位和县区。",
    of_round: |name, day| format!("已结束的一期：{name}，按 {day} 结束时的台账。"),
    no_round: |round, why| format!("{round}：{why}什么也不打印。"),
    of_today: "改为打印今天的",
    number: "文号（第一份；后面的依次加一）",
    number_hint: "如：东政督〔2021〕3号",
    everybody: "全部单位和县区",
    nobody: "全不选",
    turned: "反选",
    units: "责任单位",
    localities: "县区",
    duplex: "双面打印（每份从正面开始）",
    with_table: "附任务分解表",
    stop: "停止",
    laid_out: |k, n| format!("已排好 {k} / {n} 份"),
    too_tall: |n| format!("有 {n} 处内容比一页还长，会被截断。"),
};

static ZH_HANT: PrintWords = PrintWords {
    preview: "列印預覽",
    back: "返回清單",
    print: "列印",
    boxes: "樣式",
    blank: "空白表",
    filled: "帶進度",
    text: "文本",
    record: "原文（繁體）",
    simplified: "簡體讀法",
    sheets: |n| format!("共 {n} 頁"),
    advice: |paper| format!("列印設定：紙張 {paper}，邊界「無」，縮放 100%。"),
    kinds: ["工作清單", "批次清單", "任務分解表", "進展報告", "全文", "收件回執", "催辦單", "通報"],
    kind: "列印內容",
    size: "紙張",
    columns: "欄目",
    reporting: "填報欄",
    whose: "列印哪些單位的清單",
    whose_receipts: "列印哪些單位的回執",
    whose_reminders: "催辦對象",
    nobody_urged: "沒有需要催辦的單位和縣區。",
    of_round: |name, day| format!("已結束的一期：{name}，按 {day} 結束時的台賬。"),
    no_round: |round, why| format!("{round}：{why}什麼也不列印。"),
    of_today: "改為列印今天的",
    number: "文號（第一份；後面的依次加一）",
    number_hint: "如：東政督〔2021〕3號",
    everybody: "全部單位和縣區",
    nobody: "全不選",
    turned: "反選",
    units: "責任單位",
    localities: "縣區",
    duplex: "雙面列印（每份從正面開始）",
    with_table: "附任務分解表",
    stop: "停止",
    laid_out: |k, n| format!("已排好 {k} / {n} 份"),
    too_tall: |n| format!("有 {n} 處內容比一頁還長，會被截斷。"),
};

static EN: PrintWords = PrintWords {
    preview: "Print preview",
    back: "Back to the list",
    print: "Print",
    boxes: "Form",
    blank: "Blank",
    filled: "With progress",
    text: "Text",
    record: "Record (traditional)",
    simplified: "Simplified reading",
    sheets: |n| if n == 1 { "1 sheet".into() } else { format!("{n} sheets") },
    advice: |paper| format!("In the print dialogue: paper {paper}, margins none, scale 100%."),
    kinds: [
        "Checklist",
        "All checklists",
        "Breakdown table",
        "Progress report",
        "Full text",
        "Receipts",
        "Reminders",
        "Circular",
    ],
    kind: "Paper to print",
    size: "Paper size",
    columns: "Columns",
    reporting: "Columns for reporting",
    whose: "Whose checklists",
    whose_receipts: "Whose receipts",
    whose_reminders: "Reminders to",
    nobody_urged: "No unit or locality needs a reminder.",
    of_round: |name, day| format!("Closed round: {name}, from the ledger as it stood when it was closed on {day}."),
    no_round: |round, why| format!("{round}: {why} Nothing is printed."),
    of_today: "Print today's instead",
    number: "Document number (of the first; the others count up)",
    number_hint: "e.g. 东政督〔2021〕3号",
    everybody: "All units and localities",
    nobody: "None",
    turned: "Invert selection",
    units: "Units",
    localities: "Localities",
    duplex: "Two-sided (each starts on a new leaf)",
    with_table: "With the breakdown table",
    stop: "Stop",
    laid_out: |k, n| format!("{k} of {n} laid out"),
    too_tall: |n| format!("Taller than a sheet, so cut off: {n}."),
};
