//! The words of the overview, the full text and the data view: a table of their own, which comes with these views.

use super::en::n;
use crate::domain::fault::LedgerFileError;
use crate::domain::settings::Lang;

/// The words of one language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct LaterWords {
    pub overview_date: fn((u64, u64, u64), Option<i64>) -> String,
    pub by_section: &'static str,
    pub by_party: &'static str,
    pub whose_row: &'static str,
    pub all_sections: &'static str,
    pub target_set: &'static str,
    pub reached: &'static str,
    pub not_reached: &'static str,
    pub differ: &'static str,
    pub ahead_by: fn(i64) -> String,
    pub concerns: &'static str,
    pub no_concerns: &'static str,
    pub silent_parties: &'static str,
    pub nobody_silent: &'static str,
    pub text_shown: &'static str,
    pub record: &'static str,
    pub simplified: &'static str,
    pub particulars: &'static str,
    pub meta_number: &'static str,
    pub meta_issuer: &'static str,
    pub meta_issued: &'static str,
    pub meta_published: &'static str,
    pub meta_addressees: &'static str,
    pub meta_due: &'static str,
    pub about_reading: fn(usize) -> String,
    pub about_reading_text: &'static str,
    pub certainty: &'static str,
    pub confirmed: &'static str,
    pub direction: &'static str,
    pub inferred: &'static str,
    pub data_kept: &'static str,
    pub data_kept_text: &'static str,
    pub data_state: fn(usize, usize, Option<&str>) -> String,
    pub save_file_text: &'static str,
    pub read_file: &'static str,
    pub read_file_text: &'static str,
    pub choose_file: &'static str,
    pub offer_now: &'static str,
    pub offer_then: &'static str,
    pub offer_new: &'static str,
    pub offer_lost: &'static str,
    pub offer_changed: &'static str,
    pub offer_unknown: fn(usize) -> String,
    pub offer_days_to_come: fn(usize) -> String,
    pub replace: &'static str,
    pub nothing_changed: &'static str,
    pub refused: fn(&LedgerFileError) -> String,
    pub unreadable: &'static str,
    pub too_large: &'static str,
    pub delete: &'static str,
    pub delete_text: &'static str,
    pub delete_question: fn(usize) -> String,
    pub delete_yes: &'static str,
    pub drop_aside: &'static str,
    pub snapshots: &'static str,
    pub snapshot_of_day: fn(&str) -> String,
    pub snapshot_before: fn(&str) -> String,
    pub look_at: &'static str,
    pub asides: &'static str,
}

impl LaterWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::ZhHans => &ZH_HANS,
            Lang::ZhHant => &ZH_HANT,
            Lang::En => &EN,
        }
    }
}

static ZH_HANS: LaterWords = LaterWords {
    overview_date: |(year, month, day), percent| {
        let date = format!("截至{year}年{month}月{day}日");
        percent.map_or_else(|| date.clone(), |percent| format!("{date}，序时进度 {percent}%"))
    },
    by_section: "按部分",
    by_party: "按责任单位和县区",
    whose_row: "填报方",
    all_sections: "合计",
    target_set: "目标",
    reached: "已达到",
    not_reached: "未达到",
    differ: "各方所报不一",
    ahead_by: |points| format!("{}序时 {} 个百分点", if points < 0 { "落后" } else { "超出" }, points.abs()),
    concerns: "滞后与问题",
    no_concerns: "没有人报滞后或问题。",
    silent_parties: "还没有填报的",
    nobody_silent: "都已填报。",
    text_shown: "文本",
    record: "原文（繁体）",
    simplified: "简体读法",
    particulars: "文件信息",
    meta_number: "文号",
    meta_issuer: "印发单位",
    meta_issued: "印发日期",
    meta_published: "发布日期",
    meta_addressees: "主送",
    meta_due: "完成时限",
    about_reading: |n| format!("简体读法怎样得来（{n} 处用词）"),
    about_reading_text: "原文是一份经过用词转换的繁体文本，这里原样保留，不作改动。简体读法逐字转换，标点改为全角，并按下表还原用词；每处都注明依据。",
    certainty: "依据",
    confirmed: "专名，已另行查证",
    direction: "公开转换表载有",
    inferred: "据文意推断",
    data_kept: "进度保存在这台电脑的这个浏览器里",
    data_kept_text: "填报随时自动保存，不上传，不离开这个页面。清理浏览器数据、换电脑或换浏览器之前，请先存成文件。",
    data_state: |reports, ticks, date| match date {
        Some(date) => format!("现有 {reports} 条填报（各填报方合计），其中已完成 {ticks} 条；最近改动：{date}。"),
        None => "还没有任何填报。".into(),
    },
    save_file_text: "把全部填报方的进度存成一个文件，可以备份、带到别的电脑，或交给统筹单位。",
    read_file: "读取文件",
    read_file_text: "选择以前存成的进度文件。先检查、给您看会有什么变化，确认后才替换现有进度；替换后可以撤销。",
    choose_file: "选择进度文件",
    offer_now: "现有填报",
    offer_then: "替换后填报",
    offer_new: "新写的栏目",
    offer_lost: "改动或清空的栏目",
    offer_changed: "最近改动",
    offer_unknown: |n| format!("其中 {n} 条的填报方或举措，这份工作要点里没有。会原样留存，不计入进度："),
    offer_days_to_come: |n| format!("其中 {n} 处记的时间在明天以后，不作日期。"),
    replace: "替换现有进度",
    nothing_changed: "现有进度没有任何改动。",
    refused: |error| match error {
        LedgerFileError::Empty => "这个文件是空的。".into(),
        LedgerFileError::NotJson { line, column } => {
            format!("这个文件不完整或不是进度文件（第 {line} 行第 {column} 字节读不下去）。")
        }
        LedgerFileError::NotALedger => "这不是要点的进度文件。".into(),
        LedgerFileError::Newer { version } => format!("这个文件由更新版本的要点保存（格式 {version}），请用新版打开。"),
        LedgerFileError::OtherPlan { plan } => format!("这是另一份工作要点（{plan}）的进度。"),
    },
    unreadable: "读不出这个文件：它不是文本，或者编码不是 UTF-8、GB18030、UTF-16。请选用原来存出的文件。",
    too_large: "这个文件太大，不会是进度文件。",
    delete: "删除全部进度",
    delete_text: "删除这份工作要点所有填报方的填报，连同以前各天的状态。别的页面和别的计划的数据不受影响。",
    delete_question: |n| format!("要删除全部 {n} 条填报吗？离开页面之前可以撤销。"),
    delete_yes: "删除",
    drop_aside: "丢弃",
    snapshots: "留存的以前状态：",
    snapshot_of_day: |date| format!("{date} 当天最后"),
    snapshot_before: |time| format!("{time} 替换前"),
    look_at: "查看",
    asides: "读不出来、移到一旁的内容：",
};

static ZH_HANT: LaterWords = LaterWords {
    overview_date: |(year, month, day), percent| {
        let date = format!("截至{year}年{month}月{day}日");
        percent.map_or_else(|| date.clone(), |percent| format!("{date}，序時進度 {percent}%"))
    },
    by_section: "按部分",
    by_party: "按責任單位和縣區",
    whose_row: "填報方",
    all_sections: "合計",
    target_set: "目標",
    reached: "已達到",
    not_reached: "未達到",
    differ: "各方所報不一",
    ahead_by: |points| format!("{}序時 {} 個百分點", if points < 0 { "落後" } else { "超出" }, points.abs()),
    concerns: "滯後與問題",
    no_concerns: "沒有人報滯後或問題。",
    silent_parties: "還沒有填報的",
    nobody_silent: "都已填報。",
    text_shown: "文本",
    record: "原文（繁體）",
    simplified: "簡體讀法",
    particulars: "文件資訊",
    meta_number: "文號",
    meta_issuer: "印發單位",
    meta_issued: "印發日期",
    meta_published: "發布日期",
    meta_addressees: "主送",
    meta_due: "完成時限",
    about_reading: |n| format!("簡體讀法怎樣得來（{n} 處用詞）"),
    about_reading_text: "原文是一份經過用詞轉換的繁體文本，這裡原樣保留，不作改動。簡體讀法逐字轉換，標點改為全形，並按下表還原用詞；每處都註明依據。",
    certainty: "依據",
    confirmed: "專名，已另行查證",
    direction: "公開轉換表載有",
    inferred: "據文意推斷",
    data_kept: "進度保存在這台電腦的這個瀏覽器裡",
    data_kept_text: "填報隨時自動保存，不上傳，不離開這個頁面。清理瀏覽器資料、換電腦或換瀏覽器之前，請先存成檔案。",
    data_state: |reports, ticks, date| match date {
        Some(date) => format!("現有 {reports} 條填報（各填報方合計），其中已完成 {ticks} 條；最近改動：{date}。"),
        None => "還沒有任何填報。".into(),
    },
    save_file_text: "把全部填報方的進度存成一個檔案，可以備份、帶到別的電腦，或交給統籌單位。",
    read_file: "讀取檔案",
    read_file_text: "選擇以前存成的進度檔案。先檢查、給您看會有什麼變化，確認後才替換現有進度；替換後可以復原。",
    choose_file: "選擇進度檔案",
    offer_now: "現有填報",
    offer_then: "替換後填報",
    offer_new: "新寫的欄目",
    offer_lost: "改動或清空的欄目",
    offer_changed: "最近改動",
    offer_unknown: |n| format!("其中 {n} 條的填報方或舉措，這份工作要點裡沒有。會原樣留存，不計入進度："),
    offer_days_to_come: |n| format!("其中 {n} 處記的時間在明天以後，不作日期。"),
    replace: "替換現有進度",
    nothing_changed: "現有進度沒有任何改動。",
    refused: |error| match error {
        LedgerFileError::Empty => "這個檔案是空的。".into(),
        LedgerFileError::NotJson { line, column } => {
            format!("這個檔案不完整或不是進度檔案（第 {line} 行第 {column} 位元組讀不下去）。")
        }
        LedgerFileError::NotALedger => "這不是要點的進度檔案。".into(),
        LedgerFileError::Newer { version } => format!("這個檔案由更新版本的要點保存（格式 {version}），請用新版打開。"),
        LedgerFileError::OtherPlan { plan } => format!("這是另一份工作要點（{plan}）的進度。"),
    },
    unreadable: "讀不出這個檔案：它不是文字，或者編碼不是 UTF-8、GB18030、UTF-16。請選用原來存出的檔案。",
    too_large: "這個檔案太大，不會是進度檔案。",
    delete: "刪除全部進度",
    delete_text: "刪除這份工作要點所有填報方的填報，連同以前各天的狀態。別的頁面和別的計畫的資料不受影響。",
    delete_question: |n| format!("要刪除全部 {n} 條填報嗎？離開頁面之前可以復原。"),
    delete_yes: "刪除",
    drop_aside: "丟棄",
    snapshots: "留存的以前狀態：",
    snapshot_of_day: |date| format!("{date} 當天最後"),
    snapshot_before: |time| format!("{time} 替換前"),
    look_at: "查看",
    asides: "讀不出來、移到一旁的內容：",
};

static EN: LaterWords = LaterWords {
    overview_date: |(year, month, day), percent| {
        let date = format!("As of {year}-{month:02}-{day:02}");
        percent.map_or_else(|| date.clone(), |percent| format!("{date}; {percent}% of the plan's time has passed"))
    },
    by_section: "By section",
    by_party: "By unit and locality",
    whose_row: "Party",
    all_sections: "All",
    target_set: "Target",
    reached: "reached",
    not_reached: "not reached",
    differ: "reports differ",
    ahead_by: |points| {
        format!("{} points {} the time of year", points.abs(), if points < 0 { "behind" } else { "ahead of" })
    },
    concerns: "Behind, and problems",
    no_concerns: "Nobody reports anything behind, or a problem.",
    silent_parties: "Not yet reported",
    nobody_silent: "Everybody has reported.",
    text_shown: "Text",
    record: "Record (traditional)",
    simplified: "Simplified reading",
    particulars: "About this document",
    meta_number: "Number",
    meta_issuer: "Issued by",
    meta_issued: "Issued",
    meta_published: "Published",
    meta_addressees: "Addressed to",
    meta_due: "Due",
    about_reading: |count| format!("How the simplified reading was made ({})", n(count, "wording", "wordings")),
    about_reading_text: "The record is a traditional-script text whose words were exchanged on the way; it stands here unchanged. The simplified reading converts it character by character, uses full-width punctuation, and restores the wordings below, each with what it rests on.",
    certainty: "Basis",
    confirmed: "proper noun, confirmed elsewhere",
    direction: "in public conversion tables",
    inferred: "inferred from the sentence",
    data_kept: "Progress is kept in this browser on this computer",
    data_kept_text: "Reports are saved as you make them. Nothing is uploaded or leaves this page. Save a file before you clear browser data or change computers.",
    data_state: |reports, ticks, date| match date {
        Some(date) => {
            let reports = n(reports, "report", "reports");
            format!("{reports} now, of all parties together, {ticks} of them done; last change {date}.")
        }
        None => "Nothing has been reported yet.".into(),
    },
    save_file_text: "Saves the progress of all parties as one file: to back up, to carry to another computer, or to hand to the coordinator.",
    read_file: "Read a file",
    read_file_text: "Choose a progress file. It is checked first and you see what would change; only then does it replace what is here, and you can undo it.",
    choose_file: "Choose a progress file",
    offer_now: "Reports now",
    offer_then: "Reports after",
    offer_new: "Fields written",
    offer_lost: "Fields changed or emptied",
    offer_changed: "Last changed",
    offer_unknown: |reports| {
        let reports = n(reports, "report", "reports");
        format!("{reports} of a party or measure that this plan does not have. Kept as it is, and not counted:")
    },
    offer_days_to_come: |entries| {
        format!("{} dated later than tomorrow, not shown as dates.", n(entries, "entry", "entries"))
    },
    replace: "Replace progress",
    nothing_changed: "Nothing here has changed.",
    refused: |error| match error {
        LedgerFileError::Empty => "This file is empty.".into(),
        LedgerFileError::NotJson { line, column } => {
            format!("This file is incomplete or not a progress file (it breaks off at line {line}, byte {column}).")
        }
        LedgerFileError::NotALedger => "This is not a progress file of Yaodian.".into(),
        LedgerFileError::Newer { version } => {
            format!("This file was saved by a newer version of Yaodian (format {version}). Please open it there.")
        }
        LedgerFileError::OtherPlan { plan } => format!("This is the progress of another plan ({plan})."),
    },
    unreadable: "This file cannot be read: it is no text, or not in UTF-8, GB18030 or UTF-16. Choose the file as it was saved.",
    too_large: "This file is too large to be a progress file.",
    delete: "Delete all progress",
    delete_text: "Deletes the reports of all parties for this plan, and the states of earlier days. Other pages and other plans are not touched.",
    delete_question: |count| {
        format!("Delete {}? You can undo this until you leave the page.", n(count, "report", "reports"))
    },
    delete_yes: "Delete",
    drop_aside: "Discard",
    snapshots: "Earlier states kept:",
    snapshot_of_day: |date| format!("{date}, end of the day"),
    snapshot_before: |time| format!("{time}, before it was replaced"),
    look_at: "Look",
    asides: "Put aside because it could not be read:",
};
