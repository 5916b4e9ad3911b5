//! The words on receipts that are printed: Chinese like all papers, in the script of the paper.

use crate::domain::script::Script;

/// The words of receipts in one script. Words around numbers are given as the parts between the numbers.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct ReceiptWords {
    /// The kind of paper, and that of a list of several.
    pub kind: &'static str,
    pub contents: &'static str,
    /// Particulars in its head.
    pub from: &'static str,
    pub whole: &'static str,
    pub file: &'static str,
    pub made: &'static str,
    pub brought: &'static str,
    pub extent: &'static str,
    pub digest: &'static str,
    /// Around the number of measures, of fields, and of fields that were not taken over.
    pub marks: [&'static str; 2],
    pub fields: [&'static str; 2],
    pub not_taken: [&'static str; 2],
    /// Columns.
    pub said: &'static str,
    pub fate: &'static str,
    /// What became of a field.
    pub taken: &'static str,
    pub same: &'static str,
    pub older: &'static str,
    pub declined: &'static str,
    /// In place of words that the ledger has no longer, of words that it never had, and of words that were emptied.
    pub gone: &'static str,
    pub not_kept: &'static str,
    pub emptied: &'static str,
    /// In place of rows where nothing of this plan was said.
    pub nothing: &'static str,
    /// Below the last row: what a receipt says and does not say.
    pub note: &'static str,
    /// Who received it, to be filled in.
    pub seal: &'static str,
    pub received_by: &'static str,
    pub received_on: &'static str,
    /// Around how much of a spreadsheet was not understood; above it, one by one; around how much more there is than is listed.
    pub left: [&'static str; 2],
    pub left_head: &'static str,
    pub more_left: [&'static str; 2],
}

impl ReceiptWords {
    /// The words in a script; beside a text of mixed script, simplified ones.
    pub fn of(script: Script) -> &'static Self {
        match script {
            Script::Traditional => &HANT,
            Script::Simplified | Script::Mixed => &HANS,
        }
    }
}

static HANT: ReceiptWords = ReceiptWords {
    kind: "收件回執",
    contents: "收件回執目錄",
    from: "填報單位",
    whole: "整份台賬",
    file: "文件名稱",
    made: "生成時間",
    brought: "收件時間",
    extent: "收件內容",
    digest: "校驗碼",
    marks: ["", " 條舉措"],
    fields: ["、", " 欄"],
    not_taken: ["，其中 ", " 欄未採用"],
    said: "收到的填報",
    fate: "處理",
    taken: "已採用",
    same: "與原有相同",
    older: "已有較新內容",
    declined: "未採用",
    gone: "（內容後來已改，本表不再載明）",
    not_kept: "（較舊的內容，沒有留存，本表不載明）",
    emptied: "（已清空）",
    nothing: "文件中沒有本要點的填報",
    note: "本回執證明上列填報已收到並按「處理」欄辦理，不代表審核通過。進度文件的校驗碼記在文件末尾，表格的校驗碼是文件 SHA-256 值的前 16 位；校驗碼相同的，內容相同。",
    seal: "收件單位（蓋章）",
    received_by: "收件人",
    received_on: "日期",
    left: ["；另有 ", " 處沒有讀懂，未採用"],
    left_head: "沒有讀懂、未採用的內容（請更正後再報）",
    more_left: ["另有 ", " 處沒有列出"],
};

static HANS: ReceiptWords = ReceiptWords {
    kind: "收件回执",
    contents: "收件回执目录",
    from: "填报单位",
    whole: "整份台账",
    file: "文件名称",
    made: "生成时间",
    brought: "收件时间",
    extent: "收件内容",
    digest: "校验码",
    marks: ["", " 条举措"],
    fields: ["、", " 栏"],
    not_taken: ["，其中 ", " 栏未采用"],
    said: "收到的填报",
    fate: "处理",
    taken: "已采用",
    same: "与原有相同",
    older: "已有较新内容",
    declined: "未采用",
    gone: "（内容后来已改，本表不再载明）",
    not_kept: "（较旧的内容，没有留存，本表不载明）",
    emptied: "（已清空）",
    nothing: "文件中没有本要点的填报",
    note: "本回执证明上列填报已收到并按“处理”栏办理，不代表审核通过。进度文件的校验码记在文件末尾，表格的校验码是文件 SHA-256 值的前 16 位；校验码相同的，内容相同。",
    seal: "收件单位（盖章）",
    received_by: "收件人",
    received_on: "日期",
    left: ["；另有 ", " 处没有读懂，未采用"],
    left_head: "没有读懂、未采用的内容（请更正后再报）",
    more_left: ["另有 ", " 处没有列出"],
};
