//! The words of plans that are being brought in or mended: what mending means for reports, drafts that are half done, and what
//! another window does meanwhile. A table of their own, which comes with the library.

use super::en::n;
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
        Why::NoMeasure => "这条举措没有了",
        Why::NotAsked => "不再由它负责",
    },
    reworded: |labels| {
        let labels = labels.join("、");
        format!("填报过的举措有文字变动：{labels}。填报留在开头与原来相同的那一条，请看是否仍然合适。")
    },
};

static ZH_HANT: DraftWords = DraftWords {
    beside: |n| {
        format!("有 {n} 條填報在修正後的要點裡沒有對應的舉措或單位：不計入進度，隨要點留存，取消修正就會恢復。")
    },
    which: "是哪些填報",
    one: |who, measure, why| format!("{who}：「{measure}」（{why}）"),
    why: |why| match why {
        Why::NoMeasure => "這條舉措沒有了",
        Why::NotAsked => "不再由它負責",
    },
    reworded: |labels| {
        let labels = labels.join("、");
        format!("填報過的舉措有文字變動：{labels}。填報留在開頭與原來相同的那一條，請看是否仍然合適。")
    },
};

static EN: DraftWords = DraftWords {
    beside: |count| {
        let (are, they) =
            if count == 1 { ("is", "It is not counted, stays") } else { ("are", "They are not counted, stay") };
        let reports = n(count, "report", "reports");
        format!(
            "{reports} {are} of measures or units that the plan as mended does not have. {they} with the plan, and will be back if the correction is taken back."
        )
    },
    which: "Which reports",
    one: |who, measure, why| format!("{who}: “{measure}” ({why})"),
    why: |why| match why {
        Why::NoMeasure => "the measure is gone",
        Why::NotAsked => "does not answer for it any more",
    },
    reworded: |labels| {
        let labels = labels.join(", ");
        format!(
            "Measures with reports have other words now: {labels}. What was reported stays with the measure that begins as before. Look whether it still holds."
        )
    },
};
