//! Traditional Chinese.

use super::{Shown, Words};
use crate::domain::fault::{LedgerFileError, NotKept};
use crate::domain::rollup::Total;

/// What is on a list and not in its total.
fn beside(total: &Total) -> String {
    let not_applicable = (total.not_applicable > 0).then(|| format!("不適用 {} 條", total.not_applicable));
    let undetermined = (total.undetermined > 0).then(|| format!("原文未指明縣區 {} 條", total.undetermined));
    let beside: Vec<String> = not_applicable.into_iter().chain(undetermined).collect();
    if beside.is_empty() { String::new() } else { format!("；另有{}，不計入", beside.join("、")) }
}

/// The table.
pub static WORDS: Words = Words {
    language_name: "繁體中文",
    seal: "要點",
    app_name: "要點",

    nav_list: "清單",
    nav_overview: "總覽",
    nav_print: "列印",
    nav_read: "原文",
    nav_data: "資料",
    views: "頁面",
    skip: "跳到正文",
    language: "介面語言",
    theme_system: "主題：跟隨系統",
    theme_light: "主題：淺色",
    theme_dark: "主題：深色",
    close: "關閉",
    cancel: "取消",
    issued_on: |(year, month, day)| format!("{year}年{month}月{day}日印發"),

    coordinator: "全市統籌",
    whose: "誰的清單",
    party_hint: "輸入單位或縣區名稱",
    party_figures: |tasks, count, done| format!("{tasks} 項任務 · {} 條舉措 · {done} {}", count.all, count.done),
    units: "責任單位",
    localities: "縣區",
    no_party: "沒有這個名稱的單位或縣區",

    search: "搜尋",
    search_hint: "任務、舉措、單位（繁簡皆可）",
    filters: "篩選",
    section: "部分",
    state: "狀態",
    done: "已完成",
    states: ["已銷號", "待核", "推進中", "滯後", "未啟動", "未填報", "不適用"],
    done_or_not: "完成情況",
    not_done: "未完成",
    not_signed_off: "未銷號",
    report: "填報",
    reported: "已填報",
    problems: "問題",
    has_problem: "有問題",
    counted: "計入統計",
    targets: "量化目標",
    has_target: "有量化目標",
    clear_filter: "清除篩選",
    filter_query: |query| format!("含「{query}」"),
    filter_unknown: |part| format!("認不出的條件「{part}」"),
    or: "或",

    shown: |shown| {
        let Shown { party, list, of_tasks, of_measures, done_word, shown, filters } = shown;
        let (tasks, measures, done) = (list.tasks, list.count.all, list.count.done);
        if filters.is_empty() {
            let beside = beside(list);
            if tasks == *of_tasks {
                return format!(
                    "{party}的清單：全部 {tasks} 項任務、{measures} 條舉措，{done_word} {done} 條{beside}。"
                );
            }
            return format!(
                "{party}的清單：{of_tasks} 項任務中的 {tasks} 項，{of_measures} 條舉措中的 {measures} 條，{done_word} {done} 條{beside}。"
            );
        }
        let filters = filters.join("、");
        let (shown_tasks, count, beside) = (shown.tasks, shown.count, beside(shown));
        format!(
            "{party}的清單，篩選：{filters}。顯示 {shown_tasks} 項任務、{measures} 條舉措中的 {} 條，其中{done_word} {} 條{beside}。",
            count.all, count.done
        )
    },
    lingering: |n| format!("有 {n} 條剛剛改動，暫時留在原處。"),
    settle: "更新列表",
    undo: "復原",
    redo: "重做",
    print_list: "列印這份清單",
    nothing_matches: "沒有符合篩選條件的舉措。",
    nothing_here: "這份清單沒有舉措。",
    undetermined: "原文未指明縣區",
    undetermined_note: "以下任務由「相關縣區政府」負責，原文沒有寫明是哪些縣區。是否屬於本縣區，請向牽頭部門核實。",
    reported_of: |k, n| format!("各方填報：{n} 家應報，{k} 家已報"),
    silent: "未報：",
    signed_off_note: "統籌已銷號。",
    progress: "進展情況",
    problem: "存在問題",
    next_step: "下一步打算",
    date: "填報日期",
    date_range: "日期未寫全，或不在2000年至2099年之間，沒有儲存",
    actual: "實際完成",
    no_number: "不是數字，不計入統計",
    check_unit: |unit| format!("單位是「{unit}」，請核對"),
    no_status: "沒有選狀態，按未填報計",
    history: "變更記錄",
    emptied: "（清空）",
    done_of: "已完成：",
    link_to_measure: "這條舉措的連結",
    link_to_task: "這項任務的連結",
    responsible_units: "責任單位",
    and_others: "等部門",
    role_lead: "牽頭",
    role_support: "配合",
    overview_date: |(year, month, day), percent| {
        let date = format!("截至{year}年{month}月{day}日");
        percent.map_or_else(|| date.clone(), |percent| format!("{date}，序時進度 {percent}%"))
    },
    measures: "舉措",
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
    save_file: "存成檔案",
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
    loading: "正在載入……",
    not_loaded: "頁面的這一部分未能載入。",
    load_again: "再試一次",
    unreadable: "讀不出這個檔案：它不是文字，或者編碼不是 UTF-8、GB18030、UTF-16。請選用原來存出的檔案。",
    too_large: "這個檔案太大，不會是進度檔案。",
    delete: "刪除全部進度",
    delete_text: "刪除這份工作要點所有填報方的填報，連同以前各天的狀態。別的頁面和別的計畫的資料不受影響。",
    delete_question: |n| format!("要刪除全部 {n} 條填報嗎？離開頁面之前可以復原。"),
    delete_yes: "刪除",

    not_kept: |why| match why {
        NotKept::Blocked => "瀏覽器不允許保存資料：進度沒有保存，關閉頁面就會遺失。請存成檔案。",
        NotKept::Full => "瀏覽器的儲存空間已滿：最近的改動沒有保存，關閉頁面就會遺失。請存成檔案。",
        NotKept::Newer => "這台電腦上有更新版本的要點保存的進度，本頁不會改動它；這裡的改動沒有保存，請存成檔案。",
    },
    put_aside: |key| format!("以前保存的進度讀不出來，已原樣移到「{key}」，沒有覆蓋。可以下載備查。"),
    download_aside: "下載",
    drop_aside: "丟棄",
    snapshots: "留存的以前狀態：",
    snapshot_of_day: |date| format!("{date} 當天最後"),
    snapshot_before: |time| format!("{time} 替換前"),
    look_at: "查看",
    asides: "讀不出來、移到一旁的內容：",
    unknown_address: |address| format!("這份工作要點裡沒有地址所指的內容：{address}。現在顯示全市清單。"),
    unknown_parts: |parts| {
        format!(
            "地址裡有認不出的內容：「{}」。認不出的不當作「全部」，這裡顯示的可能比原來要看的少。",
            parts.join("」「")
        )
    },
    replaced: |n| format!("進度已替換，現有 {n} 條填報。"),
    deleted: |n| format!("已刪除 {n} 條填報。離開頁面之前可以復原。"),
    kept_again: |n| format!("保存的進度被別的視窗或程式清除，已把本頁的 {n} 條填報重新保存。"),
    left_alone: |fields| format!("有 {fields} 個欄目後來在別的視窗或檔案裡又改過，保持現在的內容，沒有撤銷或重做。"),
    days_to_come: |versions| {
        format!(
            "有 {versions} 處填報記的時間在明天以後：這台電腦或填報人的電腦時鐘不準。內容都在，只是這些時間不作日期。"
        )
    },
    no_date: "日期不明",
    unfiled: |date| format!("{date} 以來的填報還沒有存成檔案。有的瀏覽器會清除一週沒有打開的頁面的資料，請存一份。"),
    new_version: "這個頁面有新版本。進度都在，更新後接著用；不更新也可以先把手頭的做完。",
    renew: "更新",
};
