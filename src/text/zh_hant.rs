//! Traditional Chinese.

use super::{ListSummary, Words};
use crate::domain::fault::NotKept;
use crate::domain::rollup::Total;
use crate::domain::words::joined;

/// How many measures are on a list but not in its total.
fn beside(total: &Total) -> String {
    let not_applicable = (total.not_applicable > 0).then(|| format!("不適用{}條", total.not_applicable));
    let undetermined = (total.undetermined > 0).then(|| format!("原文未指明縣區{}條", total.undetermined));
    let beside: Vec<String> = not_applicable.into_iter().chain(undetermined).collect();
    if beside.is_empty() { String::new() } else { format!("（另有{}，不計入）", joined(&beside, "、")) }
}

/// The table.
pub static WORDS: Words = Words {
    language_name: "繁體中文",
    seal: "要點",

    nav_list: "清單",
    nav_overview: "總覽",
    rounds: "期",
    arrangement: "分工",
    nav_print: "列印",
    nav_read: "原文",
    nav_data: "資料",
    nav_plans: "要點庫",
    views: "頁面",
    skip: "跳到正文",
    language: "介面語言",
    theme_system: "主題：跟隨系統",
    theme_light: "主題：淺色",
    theme_dark: "主題：深色",
    who: "您是哪個單位？",
    own: "本單位：",
    close: "關閉",
    issued_on: |(year, month, day)| format!("{year}年{month}月{day}日印發"),

    whole: ["全國", "全省", "全州", "全市", "全縣", "全區", "全旗", "全鎮", "全鄉"],
    coordinator: |whole| [whole, "統籌"].concat(),
    whose: "責任單位",
    party_hint: "輸入單位或縣區名稱",
    party_figures: |tasks, count, done| format!("{tasks}項任務 · {}條舉措 · {done}{}條", count.all, count.done),
    units: "責任單位",
    localities: "縣區",
    no_party: "沒有這個名稱的單位或縣區",

    search: "搜尋",
    search_hint: "任務、舉措、單位（繁簡皆可）",
    filters: "篩選",
    section: "部分",
    state: super::fields::HANT.status.full,
    done: "已完成",
    states: ["已銷號", "待核", "推進中", "各方填報", "滯後", "未啟動", "未填報", "不適用"],
    stages: ["全部", "未報", "推進", "滯後", "完成", "已銷號", "有問題"],
    not_done: "未完成",
    not_signed_off: "未銷號",
    report: "填報",
    reported: "已填報",
    has_problem: "有問題",
    somebody_behind: "有單位滯後",
    given_back: "被退回",
    lights: ["紅燈", "黃燈", "綠燈"],
    unlit: "未亮燈",
    counted: "應辦舉措",
    has_target: "有量化目標",
    soon: "近期到期",
    overdue: "已逾期",
    clear_filter: "清除篩選",
    filter_query: |query| format!("含「{query}」"),
    filter_unknown: |part| format!("無法識別的條件「{part}」"),
    or: "或",

    shown: |shown| {
        let ListSummary { party, list, done_word, shown, filters } = shown;
        let said = |total: &Total| {
            format!("{}項任務 · {}條舉措 · {done_word}{}條", total.tasks, total.count.all, total.count.done)
        };
        if filters.is_empty() {
            return format!("{party}：{}{}", said(list), beside(list));
        }
        let (filters, all) = (joined(filters, "、"), list.count.all);
        format!("{party}，篩選：{filters}。共{all}條，顯示{}{}", said(shown), beside(shown))
    },
    lingering: |n| format!("有 {n} 條剛剛改動，暫時留在原處。"),
    settle: "更新列表",
    undo: "復原",
    redo: "重做",
    link: "連結",
    copy_link: "複製連結",
    print_list: "列印這份清單",
    nothing_matches: "沒有符合篩選條件的舉措。",
    nothing_here: "這份清單沒有舉措：原文沒有分給它，或分工裡定為不涉及。可在上面換一個責任單位，或查看原文。",
    undetermined: "原文未指明縣區",
    undetermined_note: "以下任務由「相關縣區政府」負責，原文沒有寫明是哪些縣區。是否屬於本縣區，請向牽頭部門核實。",
    done_of: "已完成：",
    link_to_measure: "這條舉措的連結",
    link_to_task: "這項任務的連結",
    responsible_units: "責任單位",
    and_others: "等部門",
    role_lead: "牽頭",
    role_support: "配合",

    save_file: "匯出進度",
    loading: "正在載入……",
    not_loaded: "頁面的這一部分未能載入。",
    load_again: "再試一次",

    not_kept: |why| match why {
        NotKept::Blocked => "瀏覽器不允許保存資料：進度沒有保存，關閉頁面就會遺失。請匯出進度。",
        NotKept::Full => "瀏覽器的儲存空間已滿：最近的改動沒有保存，關閉頁面就會遺失。請匯出進度。",
        NotKept::Newer => "這台電腦上有更新版本的要點保存的進度，本頁不會改動它；這裡的改動沒有保存，請匯出進度。",
    },
    put_aside: |key| format!("以前保存的進度無法讀取，已原樣移到「{key}」，未覆蓋，可下載備查。"),
    download_aside: "下載",
    kept_again: "保存的進度被其他視窗或程式清除，本頁的進度已重新保存。",
    left_alone: |first, measures| {
        let of = if measures > 1 { format!("等 {measures} 條舉措") } else { String::new() };
        format!("舉措 {first} {of}有欄目後來又改過，這些欄目沒有復原或重做。")
    },
    new_version: "這個頁面有新版本，可隨時更新，進度不受影響。",
    renew: "更新",
};
