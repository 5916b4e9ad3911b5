//! The words of the sheet that lists the keys, and of what they do.

use crate::domain::settings::Lang;

/// How many keys there are.
pub const KEYS: usize = 16;

/// The keys, as they are pressed, in the order of [`KeyWords::keys`].
pub const PRESSED: [&str; KEYS] =
    ["j", "k", "Space", "e", "/", "u", "g l", "g o", "g p", "g t", "g d", "g b", "g r", "g a", "y", "Esc"];

/// The words in one language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct KeyWords {
    pub title: &'static str,
    /// What each key does, in the order of [`PRESSED`].
    pub keys: [&'static str; KEYS],
    pub undo: &'static str,
    pub help: &'static str,
    /// Switches the keys that are pressed alone off.
    pub none: &'static str,
    /// Said once a link is on the clipboard, with what it does not carry.
    pub copied: &'static str,
}

impl KeyWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.of([&ZH_HANS, &ZH_HANT, &EN])
    }
}

static ZH_HANS: KeyWords = KeyWords {
    title: "快捷键",
    keys: [
        "下一条举措",
        "上一条举措",
        "勾选，或取消勾选",
        "展开或收起这条的填报",
        "搜索",
        "选责任单位",
        "清单",
        "总览",
        "打印",
        "原文",
        "数据",
        "要点库",
        "期",
        "分工",
        "复制链接：选中的举措，没有选中则为当前页",
        "收起展开的填报、筛选或这张表",
    ],
    undo: "撤销；重做",
    help: "这张表",
    none: "停用单个字母的快捷键",
    copied: "链接已复制。打开链接，看到的是同一份清单和筛选；链接不含填报内容，填报请用“上报”或“导出进度”。",
};

static ZH_HANT: KeyWords = KeyWords {
    title: "快速鍵",
    keys: [
        "下一條舉措",
        "上一條舉措",
        "勾選，或取消勾選",
        "展開或收起這條的填報",
        "搜尋",
        "選責任單位",
        "清單",
        "總覽",
        "列印",
        "原文",
        "資料",
        "要點庫",
        "期",
        "分工",
        "複製連結：選中的舉措，沒有選中則為目前頁",
        "收起展開的填報、篩選或這張表",
    ],
    undo: "復原；重做",
    help: "這張表",
    none: "停用單個字母的快速鍵",
    copied: "連結已複製。打開連結，看到的是同一份清單和篩選；連結不含填報內容，填報請用「上報」或「匯出進度」。",
};

static EN: KeyWords = KeyWords {
    title: "Keyboard shortcuts",
    keys: [
        "Next measure",
        "Previous measure",
        "Tick, or untick",
        "Open or close its report",
        "Search",
        "Choose a body",
        "Checklist",
        "Overview",
        "Print",
        "Text",
        "Data",
        "Plans",
        "Rounds",
        "Arrangement",
        "Copy a link: to the measure in focus, else to this view",
        "Close what is open: a report, the filters, this sheet",
    ],
    undo: "Undo; redo",
    help: "This sheet",
    none: "Turn off single-letter shortcuts",
    copied: "Link copied. Whoever opens it sees the same list and filters; it does not contain reports: to send those, submit them or export progress.",
};
