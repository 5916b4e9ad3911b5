//! The words of plans that are being brought in or mended: what mending means for reports, drafts that are half done, and what
//! another window does meanwhile. A table of their own, which comes with the library.

use super::en::n;
use crate::domain::fault::NotKept;
use crate::domain::mended_reports::Why;
use crate::domain::settings::Lang;

/// The words of one language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct DraftWords {
    /// So many reports are not shown by the plan as mended.
    pub beside: fn(usize) -> String,
    /// Which they are.
    pub which: &'static str,
    /// Whose, of which words, and why.
    pub one: fn(&str, &str, &str) -> String,
    pub why: fn(Why) -> &'static str,
    /// Measures with reports, by their numbers, have other words.
    pub reworded: fn(&[String]) -> String,
    /// Measures with reports, by their numbers, have others joined to them.
    pub joined: fn(&[String]) -> String,
    /// So many other drafts are half done.
    pub half_done: fn(usize) -> String,
    /// The draft of a kept plan.
    pub of_kept: fn(&str) -> String,
    /// The draft that is worked on is not kept, and why.
    pub unkept: fn(NotKept) -> &'static str,
    /// Another draft is not kept.
    pub held: &'static str,
    pub go_on: &'static str,
    pub drop: &'static str,
    pub drop_question: fn(&str) -> String,
    pub anew: &'static str,
    /// Another window works on the same draft.
    pub same_draft: &'static str,
    /// Another window kept corrections of the same plan.
    pub mended_too: &'static str,
    /// Another window deleted the plan that is mended here.
    pub deleted_there: &'static str,
    /// A file that came along with another waits as a draft.
    pub along: fn(&str) -> String,
}

impl DraftWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.of([&ZH_HANS, &ZH_HANT, &EN])
    }
}

static ZH_HANS: DraftWords = DraftWords {
    beside: |n| {
        format!("有 {n} 条填报在修正后的要点里没有对应的举措或单位：不计入进度，随要点留存，取消修正就会恢复。")
    },
    which: "是哪些填报",
    one: |who, measure, why| format!("{who}：“{measure}”（{why}）"),
    why: |why| match why {
        Why::NoMeasure => "已没有这条举措",
        Why::NotAsked => "不再由该单位负责",
    },
    reworded: |labels| {
        let labels = labels.join("、");
        format!("填报过的举措有文字变动：{labels}。填报保留在开头与原来相同的那一条，请核对是否仍然适用。")
    },
    joined: |labels| {
        let labels = labels.join("、");
        format!("合并的举措：{labels}。合为一条后，只保留开头那一条的填报，并入的也以此为准。请核对是否仍然适用。")
    },
    half_done: |n| format!("另有 {n} 份未完成"),
    of_kept: |title| format!("《{title}》的修正，尚未保存"),
    unkept: |why| match why {
        NotKept::Full => {
            "浏览器的存储空间已满，这里的改动没有保存，关闭页面就会丢失。请在要点库里删除不用的要点，有了空间会自动保存。"
        }
        NotKept::Blocked | NotKept::Newer => "浏览器不允许页面保存内容，这里的改动没有保存，关闭页面就会丢失。",
    },
    held: "没有保存，关闭页面就会丢失。",
    go_on: "继续",
    drop: "丢弃",
    drop_question: |name| format!("要丢弃“{name}”吗？丢弃后不能找回。"),
    anew: "另起一份，保留这一份",
    same_draft: "另一个窗口也在改这一份。那里的内容没有变动，这里的另存为一份，两份都保留。",
    mended_too: "另一个窗口保存了这份要点的修正，已与这里的修正合并。请核对后再保存。",
    deleted_there: "这份要点已在另一个窗口里删除。这里的原文和修正仍保留，可以作为新的一份保存。",
    along: |name| format!("“{name}”也已读取，列入“未完成”。"),
};

static ZH_HANT: DraftWords = DraftWords {
    beside: |n| {
        format!("有 {n} 條填報在修正後的要點裡沒有對應的舉措或單位：不計入進度，隨要點留存，取消修正就會恢復。")
    },
    which: "是哪些填報",
    one: |who, measure, why| format!("{who}：「{measure}」（{why}）"),
    why: |why| match why {
        Why::NoMeasure => "已沒有這條舉措",
        Why::NotAsked => "不再由該單位負責",
    },
    reworded: |labels| {
        let labels = labels.join("、");
        format!("填報過的舉措有文字變動：{labels}。填報保留在開頭與原來相同的那一條，請核對是否仍然適用。")
    },
    joined: |labels| {
        let labels = labels.join("、");
        format!("合併的舉措：{labels}。合為一條後，只保留開頭那一條的填報，併入的也以此為準。請核對是否仍然適用。")
    },
    half_done: |n| format!("另有 {n} 份未完成"),
    of_kept: |title| format!("《{title}》的修正，尚未保存"),
    unkept: |why| match why {
        NotKept::Full => {
            "瀏覽器的儲存空間已滿，這裡的改動沒有保存，關閉頁面就會遺失。請在要點庫裡刪除不用的要點，有了空間會自動保存。"
        }
        NotKept::Blocked | NotKept::Newer => "瀏覽器不允許頁面保存內容，這裡的改動沒有保存，關閉頁面就會遺失。",
    },
    held: "沒有保存，關閉頁面就會遺失。",
    go_on: "繼續",
    drop: "丟棄",
    drop_question: |name| format!("要丟棄「{name}」嗎？丟棄後不能找回。"),
    anew: "另起一份，保留這一份",
    same_draft: "另一個視窗也在改這一份。那裡的內容沒有變動，這裡的另存為一份，兩份都保留。",
    mended_too: "另一個視窗保存了這份要點的修正，已與這裡的修正合併。請核對後再保存。",
    deleted_there: "這份要點已在另一個視窗裡刪除。這裡的原文和修正仍保留，可以作為新的一份保存。",
    along: |name| format!("「{name}」也已讀取，列入「未完成」。"),
};

static EN: DraftWords = DraftWords {
    beside: |count| {
        let (are, they) =
            if count == 1 { ("is", "It is not counted, stays") } else { ("are", "They are not counted, stay") };
        let reports = n(count, "report", "reports");
        format!(
            "{reports} {are} for measures or units that the corrected plan does not have. {they} with the plan, and will be restored if the correction is undone."
        )
    },
    which: "Which reports",
    one: |who, measure, why| format!("{who}: “{measure}” ({why})"),
    why: |why| match why {
        Why::NoMeasure => "the measure is gone",
        Why::NotAsked => "no longer responsible for it",
    },
    reworded: |labels| {
        let labels = labels.join(", ");
        format!(
            "Measures with reports have been reworded: {labels}. The report stays with the measure that begins as before. Please check that it still applies."
        )
    },
    joined: |labels| {
        let labels = labels.join(", ");
        format!(
            "Joined measures with reports: {labels}. The report on the first part now stands for the whole. Please check that it still applies."
        )
    },
    half_done: |count| format!("{} not finished yet", n(count, "other draft", "other drafts")),
    of_kept: |title| format!("Corrections to “{title}”, not saved yet"),
    unkept: |why| match why {
        NotKept::Full => {
            "The browser's storage is full. Changes here are not saved and are lost if the page is closed. Delete plans you do not need: changes are saved as soon as there is room."
        }
        NotKept::Blocked | NotKept::Newer => {
            "The browser does not let the page save anything. Changes here are not saved and are lost if the page is closed."
        }
    },
    held: "Not saved: it is lost if the page is closed.",
    go_on: "Continue",
    drop: "Discard",
    drop_question: |name| format!("Discard “{name}”? It cannot be recovered."),
    anew: "Start another; keep this one",
    same_draft: "Another window is working on the same draft. That one is untouched; the one here is now a draft of its own. Both are kept.",
    mended_too: "Another window saved corrections to this plan. They have been merged with those made here. Please check them, then save.",
    deleted_there: "Another window deleted this plan. Its text and corrections are still here, and can be saved as a new plan.",
    along: |name| format!("“{name}” was read as well and is listed under unfinished drafts."),
};
