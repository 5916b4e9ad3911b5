//! The words of a measure's report, the overview, the full text and the data view. A table of their own, loaded with these views.

use super::en::n;
use super::fields::{self, FieldWords};
use crate::domain::reports::Reports;
use crate::domain::settings::Lang;

/// The words of one language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct LazyWords {
    pub reported_of: fn(usize, usize) -> String,
    pub silent: &'static str,
    pub signed_off_note: &'static str,
    pub fields: &'static FieldWords,
    pub no_such_day: &'static str,
    pub no_number: &'static str,
    pub below_zero: &'static str,
    pub check_unit: fn(&str) -> String,
    pub no_status: &'static str,
    pub history: &'static str,
    pub emptied: &'static str,
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
    pub cancel: &'static str,
    pub targets: &'static str,
    pub measures: &'static str,
    pub role: &'static str,
    pub due: &'static str,
    pub nobody_late: &'static str,
    pub text_shown: &'static str,
    pub record: &'static str,
    pub simplified: &'static str,
    pub traditional: &'static str,
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
    /// What is kept beside reports and not counted; empty if there is nothing.
    pub beside: fn(Reports) -> String,
    pub data_room: fn(usize, usize) -> String,
    pub data_state: fn(Reports, Option<&str>) -> String,
    pub save_file_text: &'static str,
    /// In place of a day, of a moment that cannot be a date.
    pub no_date: &'static str,
    pub delete: &'static str,
    pub delete_text: &'static str,
    pub delete_question: fn(Reports) -> String,
    pub delete_yes: &'static str,
    pub replaced: fn(usize) -> String,
    pub deleted: fn(usize) -> String,
    pub days_to_come: fn(usize) -> String,
    pub unfiled: fn(&str) -> String,
    pub drop_aside: &'static str,
    pub snapshots: &'static str,
    pub snapshot_of_day: fn(&str) -> String,
    pub snapshot_before: fn(&str) -> String,
    pub look_at: &'static str,
    pub asides: &'static str,
}

impl LazyWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.of([&ZH_HANS, &ZH_HANT, &EN])
    }
}

/// What stands beside reports, as far as there is any: each count between two words.
fn beside(reports: Reports, words: [[&str; 2]; 3], comma: &str) -> String {
    let counts = [reports.without_status, reports.not_asked, reports.unknown];
    let mut all = String::new();
    for ([before, after], count) in words.into_iter().zip(counts).filter(|(_, count)| *count > 0) {
        all += if all.is_empty() { "" } else { comma };
        all = [&all, before, &count.to_string(), after].concat();
    }
    all
}

/// A clause of what there is more, between two words; none if there is nothing.
fn clause(before: &str, more: &str, after: &str) -> String {
    if more.is_empty() { String::new() } else { [before, more, after].concat() }
}

static ZH_HANS: LazyWords = LazyWords {
    reported_of: |k, n| format!("各方填报：{n} 家应报，{k} 家已报"),
    silent: "未报：",
    signed_off_note: "统筹已销号。",
    fields: &fields::HANS,
    no_such_day: "日期有误，或不在2000年至2099年之间：没有保存",
    no_number: "不是数字，不计入统计",
    below_zero: "应填 0 或更大的数；现在填的不计入统计",
    check_unit: |unit| format!("单位是“{unit}”，请核对"),
    no_status: "未选状态，按未填报计",
    history: "变更记录",
    emptied: "（清空）",
    overview_date: |(year, month, day), percent| {
        let date = format!("截至{year}年{month}月{day}日");
        percent.map_or_else(|| date.clone(), |percent| format!("{date}，时间进度 {percent}%"))
    },
    by_section: "按部分",
    by_party: "按责任单位和县区",
    whose_row: "填报单位",
    all_sections: "合计",
    target_set: "目标",
    reached: "已达到",
    not_reached: "未达到",
    differ: "各方所报不一",
    ahead_by: |points| format!("{}时间进度 {} 个百分点", if points < 0 { "落后" } else { "快于" }, points.abs()),
    concerns: "滞后与问题",
    no_concerns: "没有单位填报滞后或问题。",
    cancel: "取消",
    targets: "量化目标",
    measures: "举措",
    role: "分工",
    due: "时限",
    nobody_late: "没有单位逾期。",
    text_shown: "文本",
    record: "原文（繁体）",
    simplified: "简体读法",
    traditional: "繁体读法",
    particulars: "文件信息",
    meta_number: "文号",
    meta_issuer: "印发单位",
    meta_issued: "印发日期",
    meta_published: "发布日期",
    meta_addressees: "主送",
    meta_due: "完成时限",
    about_reading: |n| format!("两种读法的由来（{n} 处用词）"),
    about_reading_text: "原文是一份经过用词转换的繁体文本，这里原样保留，不作改动。两种读法的标点都改为全角。简体读法逐字转换，并按下表还原用词；繁体读法保留转换后的用词，只改下表所列无人这样写的字词。每处都注明依据。",
    certainty: "依据",
    confirmed: "专名，已另行查证",
    direction: "公开转换表载有",
    inferred: "据文意推断",
    data_kept: "进度保存在这台电脑的这个浏览器里",
    data_kept_text: "填报随时自动保存，不上传，不离开这个页面。清理浏览器数据、换电脑或换浏览器之前，请先导出进度。",
    data_room: |used, own| format!("浏览器给这个网站的空间约 5 MB，已用 {used}%，其中这份要点 {own}%。"),
    beside: |reports| {
        beside(reports, [["未选状态 ", " 条"], ["不归填报单位负责 ", " 条"], ["这份要点里没有 ", " 条"]], "、")
    },
    data_state: |reports, date| match date {
        Some(date) => {
            let more = clause("另有", &(ZH_HANS.beside)(reports), "，不计入；");
            let Reports { all, done, .. } = reports;
            format!("现有 {all} 条填报（各填报单位合计），其中已完成 {done} 条；{more}最近改动：{date}。")
        }
        None => "尚无填报。".into(),
    },
    no_date: "日期不明",
    save_file_text: "将全部填报单位的进度导出为一个文件，可以备份，也可以转到其他电脑。单位报统筹单位的，请用上面的“上报”。",
    delete: "删除全部进度",
    delete_text: "删除这份工作要点全部填报单位的填报，连同留存的历史状态、收件记录和无法读取、另行存放的内容；撤销时一并恢复。其他页面和其他要点的数据不受影响。",
    delete_question: |reports| {
        let more = clause("不计入的也一并删除：", &(ZH_HANS.beside)(reports), "。");
        format!("要删除全部 {} 条填报吗？{more}打开别的要点或离开页面之前可以撤销。", reports.all)
    },
    delete_yes: "删除",
    days_to_come: |versions| format!("有 {versions} 处填报的时间在明天以后，不作为日期：填报的电脑时钟不准。"),
    unfiled: |date| format!("{date} 以来的填报还没有导出。有的浏览器会清除一周未打开的页面的数据，请导出一份。"),
    replaced: |n| format!("进度已替换，现有 {n} 条填报。"),
    deleted: |n| format!("已删除 {n} 条填报。打开别的要点或离开页面之前可以撤销。"),
    drop_aside: "丢弃",
    snapshots: "留存的历史状态：",
    snapshot_of_day: |date| format!("{date} 当天最后"),
    snapshot_before: |time| format!("{time} 替换前"),
    look_at: "查看",
    asides: "无法读取、另行存放的内容：",
};

static ZH_HANT: LazyWords = LazyWords {
    reported_of: |k, n| format!("各方填報：{n} 家應報，{k} 家已報"),
    silent: "未報：",
    signed_off_note: "統籌已銷號。",
    fields: &fields::HANT,
    no_such_day: "日期有誤，或不在2000年至2099年之間：沒有保存",
    no_number: "不是數字，不計入統計",
    below_zero: "應填 0 或更大的數；現在填的不計入統計",
    check_unit: |unit| format!("單位是「{unit}」，請核對"),
    no_status: "未選狀態，按未填報計",
    history: "變更記錄",
    emptied: "（清空）",
    overview_date: |(year, month, day), percent| {
        let date = format!("截至{year}年{month}月{day}日");
        percent.map_or_else(|| date.clone(), |percent| format!("{date}，時間進度 {percent}%"))
    },
    by_section: "按部分",
    by_party: "按責任單位和縣區",
    whose_row: "填報單位",
    all_sections: "合計",
    target_set: "目標",
    reached: "已達到",
    not_reached: "未達到",
    differ: "各方所報不一",
    ahead_by: |points| format!("{}時間進度 {} 個百分點", if points < 0 { "落後" } else { "快於" }, points.abs()),
    concerns: "滯後與問題",
    no_concerns: "沒有單位填報滯後或問題。",
    cancel: "取消",
    targets: "量化目標",
    measures: "舉措",
    role: "分工",
    due: "時限",
    nobody_late: "沒有單位逾期。",
    text_shown: "文本",
    record: "原文（繁體）",
    simplified: "簡體讀法",
    traditional: "繁體讀法",
    particulars: "文件資訊",
    meta_number: "文號",
    meta_issuer: "印發單位",
    meta_issued: "印發日期",
    meta_published: "發布日期",
    meta_addressees: "主送",
    meta_due: "完成時限",
    about_reading: |n| format!("兩種讀法的由來（{n} 處用詞）"),
    about_reading_text: "原文是一份經過用詞轉換的繁體文本，這裡原樣保留，不作改動。兩種讀法的標點都改為全形。簡體讀法逐字轉換，並按下表還原用詞；繁體讀法保留轉換後的用詞，只改下表所列無人這樣寫的字詞。每處都註明依據。",
    certainty: "依據",
    confirmed: "專名，已另行查證",
    direction: "公開轉換表載有",
    inferred: "據文意推斷",
    data_kept: "進度保存在這台電腦的這個瀏覽器裡",
    data_kept_text: "填報隨時自動保存，不上傳，不離開這個頁面。清理瀏覽器資料、換電腦或換瀏覽器之前，請先匯出進度。",
    data_room: |used, own| format!("瀏覽器給這個網站的空間約 5 MB，已用 {used}%，其中這份要點 {own}%。"),
    beside: |reports| {
        beside(reports, [["未選狀態 ", " 條"], ["不歸填報單位負責 ", " 條"], ["這份要點裡沒有 ", " 條"]], "、")
    },
    data_state: |reports, date| match date {
        Some(date) => {
            let more = clause("另有", &(ZH_HANT.beside)(reports), "，不計入；");
            let Reports { all, done, .. } = reports;
            format!("現有 {all} 條填報（各填報單位合計），其中已完成 {done} 條；{more}最近改動：{date}。")
        }
        None => "尚無填報。".into(),
    },
    no_date: "日期不明",
    save_file_text: "將全部填報單位的進度匯出為一個檔案，可以備份，也可以轉到其他電腦。單位報統籌單位的，請用上面的「上報」。",
    delete: "刪除全部進度",
    delete_text: "刪除這份工作要點全部填報單位的填報，連同留存的歷史狀態、收件記錄和無法讀取、另行存放的內容；復原時一併恢復。其他頁面和其他要點的資料不受影響。",
    delete_question: |reports| {
        let more = clause("不計入的也一併刪除：", &(ZH_HANT.beside)(reports), "。");
        format!("要刪除全部 {} 條填報嗎？{more}打開別的要點或離開頁面之前可以復原。", reports.all)
    },
    delete_yes: "刪除",
    days_to_come: |versions| format!("有 {versions} 處填報的時間在明天以後，不作為日期：填報的電腦時鐘不準。"),
    unfiled: |date| format!("{date} 以來的填報還沒有匯出。有的瀏覽器會清除一週未打開的頁面的資料，請匯出一份。"),
    replaced: |n| format!("進度已替換，現有 {n} 條填報。"),
    deleted: |n| format!("已刪除 {n} 條填報。打開別的要點或離開頁面之前可以復原。"),
    drop_aside: "丟棄",
    snapshots: "留存的歷史狀態：",
    snapshot_of_day: |date| format!("{date} 當天最後"),
    snapshot_before: |time| format!("{time} 替換前"),
    look_at: "查看",
    asides: "無法讀取、另行存放的內容：",
};

static EN: LazyWords = LazyWords {
    reported_of: |k, n| format!("Reports: {k} of {n}"),
    silent: "Not reported:",
    signed_off_note: "Signed off by the coordinator.",
    fields: &fields::EN,
    no_such_day: "No such day, or not between 2000 and 2099: not saved",
    no_number: "Not a number; not counted",
    below_zero: "Must be 0 or more; not counted as it is",
    check_unit: |unit| format!("The unit is “{unit}”: please check"),
    no_status: "No status chosen: counted as not reported",
    history: "History",
    emptied: "(cleared)",
    overview_date: |(year, month, day), percent| {
        let date = format!("As of {year}-{month:02}-{day:02}");
        percent.map_or_else(|| date.clone(), |percent| format!("{date}; {percent}% of the time has passed"))
    },
    by_section: "By section",
    by_party: "By unit and locality",
    whose_row: "Reporting body",
    all_sections: "All",
    target_set: "Target",
    reached: "reached",
    not_reached: "not reached",
    differ: "reports differ",
    ahead_by: |points| {
        format!("{} points {} the time of year", points.abs(), if points < 0 { "behind" } else { "ahead of" })
    },
    concerns: "Delays and problems",
    no_concerns: "No unit reports delays or problems.",
    cancel: "Cancel",
    targets: "Targets",
    measures: "Measures",
    role: "Role",
    due: "Deadlines",
    nobody_late: "No unit is overdue.",
    text_shown: "Text",
    record: "Record (traditional)",
    simplified: "Simplified reading",
    traditional: "Traditional reading",
    particulars: "About this document",
    meta_number: "Number",
    meta_issuer: "Issued by",
    meta_issued: "Issued",
    meta_published: "Published",
    meta_addressees: "Addressed to",
    meta_due: "Due",
    about_reading: |count| format!("How the readings were made ({})", n(count, "wording", "wordings")),
    about_reading_text: "The record is a traditional-script text whose words were exchanged on the way; it stands here unchanged. Both readings use full-width punctuation. The simplified reading turns it character by character and restores the wordings below; the traditional one keeps the exchanged words and mends only what nobody writes. Each says what it rests on.",
    certainty: "Basis",
    confirmed: "proper noun, confirmed elsewhere",
    direction: "in public conversion tables",
    inferred: "inferred from the sentence",
    data_kept: "Progress is kept in this browser on this computer",
    data_kept_text: "Reports are saved as you make them. Nothing is uploaded or leaves this page. Export progress before you clear browser data or change computers.",
    data_room: |used, own| {
        format!("Of the roughly 5 MB that browsers allow this site, {used}% is used, {own}% by this plan.")
    },
    beside: |reports| {
        let words = [" without a status", " of a body that is not asked", " that this plan does not have"];
        beside(reports, words.map(|words| ["", words]), ", ")
    },
    data_state: |reports, date| match date {
        Some(date) => {
            let more = clause("not counted: ", &(EN.beside)(reports), "; ");
            let all = n(reports.all, "report", "reports");
            format!("{all} now, of all bodies together, {} of them done; {more}last change {date}.", reports.done)
        }
        None => "Nothing has been reported yet.".into(),
    },
    no_date: "date unknown",
    save_file_text: "Exports the progress of all bodies as one file, for backup or to move to another computer. To send one unit's reports to the coordinator, use “Submit” above.",
    delete: "Delete all progress",
    delete_text: "Deletes the reports of all bodies for this plan, the earlier states kept, the receipts, and what was set aside because it could not be read; undo restores all of it. Other pages and other plans are not affected.",
    delete_question: |reports| {
        let more = clause("What is not counted goes too: ", &(EN.beside)(reports), ". ");
        format!(
            "Delete {}? {more}You can undo this until you open another plan or leave the page.",
            n(reports.all, "report", "reports")
        )
    },
    delete_yes: "Delete",
    days_to_come: |versions| {
        format!("{} dated later than tomorrow, not shown as dates: a clock is wrong.", n(versions, "entry", "entries"))
    },
    unfiled: |date| {
        format!(
            "Changes since {date} have not been exported yet. Some browsers clear the data of pages not visited for a week: please export progress."
        )
    },
    replaced: |ticks| format!("Progress now is that of the file: {}.", n(ticks, "report", "reports")),
    deleted: |ticks| {
        format!(
            "Deleted {}. You can undo this until you open another plan or leave the page.",
            n(ticks, "report", "reports")
        )
    },
    drop_aside: "Discard",
    snapshots: "Earlier states kept:",
    snapshot_of_day: |date| format!("{date}, end of the day"),
    snapshot_before: |time| format!("{time}, before it was replaced"),
    look_at: "Preview",
    asides: "Set aside because it could not be read:",
};
