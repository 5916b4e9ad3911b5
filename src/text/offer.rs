//! The words around a progress file that is offered: what it would change, what is doubtful in it, why it is refused.

use super::en::n;
use crate::domain::doubts::Why;
use crate::domain::fault::{LedgerFileError, Stranger, Unread};
use crate::domain::settings::Lang;

/// The words of one language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct OfferWords {
    pub now: &'static str,
    pub then: &'static str,
    pub beside: &'static str,
    pub new: &'static str,
    pub lost: &'static str,
    pub changed: &'static str,
    pub unknown: fn(usize) -> String,
    /// Behind a name or numbers.
    pub unknown_here: &'static str,
    pub not_asked: fn(usize) -> String,
    pub odd: fn(usize) -> String,
    /// Behind what is odd, before it is listed.
    pub kept: &'static str,
    /// Behind what is unknown or not asked for.
    pub kept_uncounted: &'static str,
    pub why: fn(Why) -> &'static str,
    pub days_to_come: fn(usize) -> String,
    pub emptied_to_come: &'static str,
    pub replace: &'static str,
    pub nothing_changed: &'static str,
    pub refused: fn(&LedgerFileError) -> String,
    /// Of the progress of a plan with the title of the open one.
    pub other_text: &'static str,
    pub unreadable: &'static str,
    pub too_large: &'static str,
    /// How many more there are than are listed.
    pub more: fn(usize) -> String,
}

impl OfferWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.of([&ZH_HANS, &ZH_HANT, &EN])
    }
}

static ZH_HANS: OfferWords = OfferWords {
    now: "现有填报",
    then: "替换后填报",
    beside: "替换后不计入的",
    new: "新写的栏目",
    lost: "改动或清空的栏目",
    changed: "最近改动",
    unknown: |n| format!("其中 {n} 条的填报单位或举措，这份工作要点里没有。"),
    unknown_here: "（这份要点里没有）",
    not_asked: |n| format!("其中 {n} 条填报的举措，按这份工作要点不归该填报单位负责。"),
    odd: |n| format!("其中 {n} 栏填写的内容不合要求。"),
    kept: "原样留存：",
    kept_uncounted: "原样留存，不计入进度：",
    why: |why| match why {
        Why::NoStatus => "无法识别的状态，按未填报计",
        Why::NoDay => "不是2000年至2099年的日期",
        Why::NoNumber => "不是数字，不计入统计",
        Why::BelowZero => "应填 0 或更大的数，不计入统计",
        Why::NoTarget => "这条举措没有这个量化目标，不计入统计",
        Why::NoWords => "不是本栏可填的内容，不计入统计",
    },
    days_to_come: |n| format!("其中 {n} 处的时间在明天以后，不作为日期。"),
    emptied_to_come: "这份进度记着一次“删除全部”，时间在明天以后：在那以前填的都不算在内。",
    replace: "替换现有进度",
    nothing_changed: "现有进度没有任何改动。",
    refused: |error| match error {
        LedgerFileError::Empty => "这个文件是空的。".into(),
        LedgerFileError::NotJson { line, column } => {
            format!("这个文件不完整或不是进度文件（第 {line} 行第 {column} 字节处中断）。")
        }
        LedgerFileError::HasNul { line } => {
            format!("这个文件第 {line} 行有空字符（NUL），文本里不会有，文件可能已经损坏。")
        }
        LedgerFileError::OtherEncoding => {
            "按推断的编码读出的不是这份工作要点的进度：文件可能用了其他编码，也可能不完整。\
             可以读取的编码是 UTF-8、UTF-16 和 GB18030，请另存为 UTF-8 再读。"
                .into()
        }
        LedgerFileError::NotALedger => "这不是要点的进度文件。".into(),
        LedgerFileError::HeadGone => {
            "这是要点的表格，但表头那一行（编码、状态、进展情况……）没有了。请补上表头再试。".into()
        }
        LedgerFileError::Damaged => {
            "这是这份要点的进度文件，但其中有无法识别的内容，可能已被改动，因此全部没有采用。请对方重新导出一份。"
                .into()
        }
        LedgerFileError::Stranger(Stranger::Plan) => "这是一份要点，不是进度：请在“要点库”里打开它。".into(),
        LedgerFileError::Stranger(Stranger::Page) => "这是网页，但不是这里下发的页面，里面没有填报。".into(),
        LedgerFileError::Stranger(Stranger::Nested) => "压缩包嵌套过深，没有打开。请解压后再交。".into(),
        LedgerFileError::Stranger(Stranger::Empty) => "压缩包里没有文件。".into(),
        LedgerFileError::Stranger(Stranger::Unread(why)) => match why {
            Unread::Encrypted => "文件有密码，无法打开。请对方去掉密码再交。".into(),
            Unread::TooLarge | Unread::Bomb | Unread::TooMuch => "文件大小异常，没有读取。".into(),
            Unread::Damaged => "文件已损坏或不完整。请对方重新发送。".into(),
            _ => {
                "这种文件里读不出填报。能收的是进度文件、填报表（.xlsx、.xls、.ods、.csv）、下发的页面和它们的压缩包。"
                    .into()
            }
        },
        LedgerFileError::Newer { version } => format!("这个文件由更新版本的要点保存（格式 {version}），请用新版打开。"),
        LedgerFileError::OtherPlan { plan } => format!("这是另一份工作要点（{plan}）的进度。"),
    },
    other_text: "这是标题相同、内容不同的另一份工作要点的进度。",
    unreadable: "无法读取这个文件：它不是文本，或者编码不是 UTF-8、GB18030、UTF-16。请选择原来导出的文件。",
    too_large: "这个文件超过 32 MB，没有读取。交回的进度文件和填报表都小得多；下发用的压缩包不用交回，里面没有各单位的填报。",
    more: |n| format!("另有 {n} 项没有列出。"),
};

static ZH_HANT: OfferWords = OfferWords {
    now: "現有填報",
    then: "替換後填報",
    beside: "替換後不計入的",
    new: "新寫的欄目",
    lost: "改動或清空的欄目",
    changed: "最近改動",
    unknown: |n| format!("其中 {n} 條的填報單位或舉措，這份工作要點裡沒有。"),
    unknown_here: "（這份要點裡沒有）",
    not_asked: |n| format!("其中 {n} 條填報的舉措，按這份工作要點不歸該填報單位負責。"),
    odd: |n| format!("其中 {n} 欄填寫的內容不合要求。"),
    kept: "原樣留存：",
    kept_uncounted: "原樣留存，不計入進度：",
    why: |why| match why {
        Why::NoStatus => "無法識別的狀態，按未填報計",
        Why::NoDay => "不是2000年至2099年的日期",
        Why::NoNumber => "不是數字，不計入統計",
        Why::BelowZero => "應填 0 或更大的數，不計入統計",
        Why::NoTarget => "這條舉措沒有這個量化目標，不計入統計",
        Why::NoWords => "不是本欄可填的內容，不計入統計",
    },
    days_to_come: |n| format!("其中 {n} 處的時間在明天以後，不作為日期。"),
    emptied_to_come: "這份進度記著一次「刪除全部」，時間在明天以後：在那以前填的都不算在內。",
    replace: "替換現有進度",
    nothing_changed: "現有進度沒有任何改動。",
    refused: |error| match error {
        LedgerFileError::Empty => "這個檔案是空的。".into(),
        LedgerFileError::NotJson { line, column } => {
            format!("這個檔案不完整或不是進度檔案（第 {line} 行第 {column} 位元組處中斷）。")
        }
        LedgerFileError::HasNul { line } => {
            format!("這個檔案第 {line} 行有空字元（NUL），文字裡不會有，檔案可能已經損壞。")
        }
        LedgerFileError::OtherEncoding => {
            "按推斷的編碼讀出的不是這份工作要點的進度：檔案可能用了其他編碼，也可能不完整。\
             可以讀取的編碼是 UTF-8、UTF-16 和 GB18030，請另存為 UTF-8 再讀。"
                .into()
        }
        LedgerFileError::NotALedger => "這不是要點的進度檔案。".into(),
        LedgerFileError::HeadGone => {
            "這是要點的表格，但表頭那一行（編碼、狀態、進展情況……）沒有了。請補上表頭再試。".into()
        }
        LedgerFileError::Damaged => {
            "這是這份要點的進度檔案，但其中有無法識別的內容，可能已被改動，因此全部沒有採用。請對方重新匯出一份。"
                .into()
        }
        LedgerFileError::Stranger(Stranger::Plan) => "這是一份要點，不是進度：請在「要點庫」裡打開它。".into(),
        LedgerFileError::Stranger(Stranger::Page) => "這是網頁，但不是這裡下發的頁面，裡面沒有填報。".into(),
        LedgerFileError::Stranger(Stranger::Nested) => "壓縮檔嵌套過深，沒有打開。請解壓後再交。".into(),
        LedgerFileError::Stranger(Stranger::Empty) => "壓縮檔裡沒有檔案。".into(),
        LedgerFileError::Stranger(Stranger::Unread(why)) => match why {
            Unread::Encrypted => "檔案有密碼，無法打開。請對方去掉密碼再交。".into(),
            Unread::TooLarge | Unread::Bomb | Unread::TooMuch => "檔案大小異常，沒有讀取。".into(),
            Unread::Damaged => "檔案已損壞或不完整。請對方重新傳送。".into(),
            _ => {
                "這種檔案裡讀不出填報。能收的是進度檔案、填報表（.xlsx、.xls、.ods、.csv）、下發的頁面和它們的壓縮檔。"
                    .into()
            }
        },
        LedgerFileError::Newer { version } => format!("這個檔案由更新版本的要點保存（格式 {version}），請用新版打開。"),
        LedgerFileError::OtherPlan { plan } => format!("這是另一份工作要點（{plan}）的進度。"),
    },
    other_text: "這是標題相同、內容不同的另一份工作要點的進度。",
    unreadable: "無法讀取這個檔案：它不是文字，或者編碼不是 UTF-8、GB18030、UTF-16。請選擇原來匯出的檔案。",
    too_large: "這個檔案超過 32 MB，沒有讀取。交回的進度檔案和填報表都小得多；下發用的壓縮檔不用交回，裡面沒有各單位的填報。",
    more: |n| format!("另有 {n} 項沒有列出。"),
};

static EN: OfferWords = OfferWords {
    now: "Reports now",
    then: "Reports after",
    beside: "Not counted after",
    new: "Fields written",
    lost: "Fields changed or emptied",
    changed: "Last changed",
    unknown: |reports| {
        let reports = n(reports, "report", "reports");
        format!("{reports} of a body or measure that this plan does not have.")
    },
    unknown_here: " (not in this plan)",
    not_asked: |reports| {
        let reports = n(reports, "report", "reports");
        format!("{reports} on a measure for which the plan does not make that body responsible.")
    },
    odd: |fields| {
        let fields = n(fields, "field", "fields");
        format!("{fields} with invalid content.")
    },
    kept: " Kept as is:",
    kept_uncounted: " Kept as is, and not counted:",
    why: |why| match why {
        Why::NoStatus => "unknown status; counted as not reported",
        Why::NoDay => "not a date between 2000 and 2099",
        Why::NoNumber => "not a number; not counted",
        Why::BelowZero => "must be 0 or more; not counted",
        Why::NoTarget => "the measure has no such target; not counted",
        Why::NoWords => "not valid in this field; not counted",
    },
    days_to_come: |entries| {
        format!("{} dated later than tomorrow, not shown as dates.", n(entries, "entry", "entries"))
    },
    emptied_to_come: "This progress was once deleted as a whole, at a time later than tomorrow: what was entered before that time is left out.",
    replace: "Replace progress",
    nothing_changed: "Nothing here has changed.",
    refused: |error| {
        match error {
        LedgerFileError::Empty => "This file is empty.".into(),
        LedgerFileError::NotJson { line, column } => {
            format!("This file is incomplete or not a progress file (it breaks off at line {line}, byte {column}).")
        }
        LedgerFileError::HasNul { line } => {
            format!("Line {line} of this file has a NUL character, which no text has: the file may be damaged.")
        }
        LedgerFileError::OtherEncoding => {
            "As decoded, this file is not progress of this plan: it may be in another encoding, or incomplete. \
             UTF-8, UTF-16 and GB18030 can be read. Save it as UTF-8 and choose it again."
                .into()
        }
        LedgerFileError::NotALedger => "This is not a progress file of Yaodian.".into(),
        LedgerFileError::HeadGone => {
            "This is a form of Yaodian, but the row that names its columns (編碼, 狀態, 進展情況 …) is gone. Please put it back.".into()
        }
        LedgerFileError::Damaged => {
            "This is a progress file of this plan, but something in it cannot be read: it may have been changed by \
                                     hand. Nothing of it was taken over. Ask for it to be exported again."
                .into()
        }
        LedgerFileError::Stranger(Stranger::Plan) => "This is a plan, not progress: open it under “Plans”.".into(),
        LedgerFileError::Stranger(Stranger::Page) => {
            "This is a web page, but not one that was handed out here: there is no report in it.".into()
        }
        LedgerFileError::Stranger(Stranger::Nested) => {
            "This archive is nested too deeply and was not opened: unpack it first.".into()
        }
        LedgerFileError::Stranger(Stranger::Empty) => "There is no file in this archive.".into(),
        LedgerFileError::Stranger(Stranger::Unread(why)) => match why {
            Unread::Encrypted => "It is locked with a password: ask for it without one.".into(),
            Unread::TooLarge | Unread::Bomb | Unread::TooMuch => "Its size is abnormal and it was not read.".into(),
            Unread::Damaged => "It is damaged or incomplete: ask for it to be sent again.".into(),
            _ => "No report can be read from this kind of file. Accepted are progress files, spreadsheets (.xlsx, .xls, .ods, .csv), \
                  handed-out pages, and archives of these."
                .into(),
        },
        LedgerFileError::Newer { version } => {
            format!("This file was saved by a newer version of Yaodian (format {version}). Please open it there.")
        }
        LedgerFileError::OtherPlan { plan } => format!("This is the progress of another plan ({plan})."),
    }
    },
    other_text: "This is the progress of another plan, with the same title and a different text.",
    unreadable: "This file cannot be read: it is not text, or not in UTF-8, GB18030 or UTF-16. Choose the file as it was exported.",
    too_large: "This file has more than 32 MB and was not read. What comes back is much smaller; a pack that was handed out has no reports in it and need not come back.",
    more: |count| format!("{count} more not listed."),
};
