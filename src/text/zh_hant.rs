//! Traditional Chinese.

use super::{Shown, Words};
use crate::domain::fault::{LedgerFileError, NotKept};

/// The table.
pub static WORDS: Words = Words {
    language_name: "繁體中文",
    seal: "要點",
    app_name: "要點",

    nav_list: "清單",
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
    party_figures: |tasks, count| format!("{tasks} 項任務 · {} 條舉措 · 已完成 {}", count.all, count.done),
    units: "責任單位",
    localities: "縣區",
    no_party: "沒有這個名稱的單位或縣區",

    search: "搜尋",
    search_hint: "任務、舉措、單位（繁簡皆可）",
    filters: "篩選",
    section: "部分",
    state: "狀態",
    done: "已完成",
    not_done: "未完成",
    targets: "量化目標",
    has_target: "有量化目標",
    clear_filter: "清除篩選",
    filter_query: |query| format!("含「{query}」"),
    or: "或",

    shown: |shown| {
        let Shown {
            party,
            tasks,
            measures,
            of_tasks,
            of_measures,
            done,
            shown_tasks,
            shown_measures,
            shown_done,
            filters,
        } = shown;
        if filters.is_empty() {
            if tasks == of_tasks {
                return format!("{party}的清單：全部 {tasks} 項任務、{measures} 條舉措，已完成 {done} 條。");
            }
            return format!(
                "{party}的清單：{of_tasks} 項任務中的 {tasks} 項，{of_measures} 條舉措中的 {measures} 條，已完成 {done} 條。"
            );
        }
        let filters = filters.join("、");
        format!(
            "{party}的清單，篩選：{filters}。顯示 {shown_tasks} 項任務、{measures} 條舉措中的 {shown_measures} 條，其中已完成 {shown_done} 條。"
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
    done_of: "已完成：",
    link_to_measure: "這條舉措的連結",
    link_to_task: "這項任務的連結",
    responsible_units: "責任單位",
    and_others: "等部門",
    role_lead: "牽頭",
    role_support: "配合",

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
    data_kept_text: "勾選隨時自動保存，不上傳，不離開這個頁面。清理瀏覽器資料、換電腦或換瀏覽器之前，請先存成檔案。",
    data_state: |ticks, date| match date {
        Some(date) => format!("現有 {ticks} 個勾選（各填報方合計），最近改動：{date}。"),
        None => "還沒有任何勾選。".into(),
    },
    save_file: "存成檔案",
    save_file_text: "把全部填報方的進度存成一個檔案，可以備份、帶到別的電腦，或交給統籌單位。",
    read_file: "讀取檔案",
    read_file_text: "選擇以前存成的進度檔案。先檢查、給您看會有什麼變化，確認後才替換現有進度；替換後可以復原。",
    choose_file: "選擇進度檔案",
    offer_now: "現有勾選",
    offer_then: "替換後勾選",
    offer_new: "新增",
    offer_lost: "取消",
    offer_changed: "檔案最近改動",
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
    unreadable: "瀏覽器讀不出這個檔案。",
    too_large: "這個檔案太大，不會是進度檔案。",
    delete: "刪除全部進度",
    delete_text: "刪除這份工作要點所有填報方的勾選。別的頁面和別的計畫的資料不受影響。",
    delete_question: |n| format!("要刪除全部 {n} 個勾選嗎？離開頁面之前可以復原。"),
    delete_yes: "刪除",

    not_kept: |why| match why {
        NotKept::Blocked => "瀏覽器不允許保存資料：進度沒有保存，關閉頁面就會遺失。請存成檔案。",
        NotKept::Full => "瀏覽器的儲存空間已滿：最近的改動沒有保存，關閉頁面就會遺失。請存成檔案。",
        NotKept::Newer => "這台電腦上有更新版本的要點保存的進度，本頁不會改動它；這裡的改動沒有保存，請存成檔案。",
    },
    put_aside: |key| format!("以前保存的進度讀不出來，已原樣移到「{key}」，沒有覆蓋。可以下載備查。"),
    download_aside: "下載",
    drop_aside: "丟棄",
    asides: "讀不出來、移到一旁的內容：",
    unknown_address: |address| format!("這份工作要點裡沒有地址所指的內容：{address}。現在顯示全市清單。"),
    replaced: |n| format!("已換成檔案裡的進度，現有 {n} 個勾選。"),
    deleted: |n| format!("已刪除 {n} 個勾選。離開頁面之前可以復原。"),
    kept_again: |n| format!("保存的進度被別的視窗或程式清除，已把本頁的 {n} 個勾選重新保存。"),
};
