//! The words for what changed since the last round, and for the course of the year.

use crate::domain::settings::Lang;

/// The words of one language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct CourseWords {
    /// What stands before the figures of what changed since a round.
    pub since: fn(&str) -> String,
    /// In the order of the lists of [`Changes`](crate::domain::changes::Changes).
    pub changed: [&'static str; 5],
    pub course: &'static str,
    /// What the figures are shares of.
    pub note: &'static str,
    pub round: &'static str,
    pub today: &'static str,
    pub day: &'static str,
    pub done: &'static str,
    pub reported: &'static str,
    pub time: &'static str,
    pub table: &'static str,
    /// One step in words: which, on which day, how much is done and reported.
    pub step: fn(&str, &str, &str, &str) -> String,
    /// What stands between two steps in words.
    pub between: &'static str,
}

impl CourseWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.of([&ZH_HANS, &ZH_HANT, &EN])
    }
}

static ZH_HANS: CourseWords = CourseWords {
    since: |round| format!("自{round}以来"),
    changed: ["新完成", "新滞后", "新填报", "有进展", "无变化"],
    course: "全年走势",
    note: "各期结束时和今天，应办举措中已完成（已销号或待核）和当期已填报的比例。",
    round: "期",
    today: "今天",
    day: "日期",
    done: "已完成",
    reported: "已填报",
    time: "时间进度",
    table: "数据表",
    step: |round, day, done, reported| format!("{round}（{day}）：已完成 {done}，已填报 {reported}"),
    between: "；",
};

static ZH_HANT: CourseWords = CourseWords {
    since: |round| format!("自{round}以來"),
    changed: ["新完成", "新滯後", "新填報", "有進展", "無變化"],
    course: "全年走勢",
    note: "各期結束時和今天，應辦舉措中已完成（已銷號或待核）和當期已填報的比例。",
    round: "期",
    today: "今天",
    day: "日期",
    done: "已完成",
    reported: "已填報",
    time: "時間進度",
    table: "數據表",
    step: |round, day, done, reported| format!("{round}（{day}）：已完成 {done}，已填報 {reported}"),
    between: "；",
};

static EN: CourseWords = CourseWords {
    since: |round| format!("Since {round}"),
    changed: ["Newly done", "Newly behind", "Newly reported", "Moved", "Unchanged"],
    course: "Course of the year",
    note: "The share of applicable measures that were done (signed off or awaiting review) and reported for the round, when each was closed and today.",
    round: "Round",
    today: "Today",
    day: "Day",
    done: "Done",
    reported: "Reported",
    time: "Time of year",
    table: "As a table",
    step: |round, day, done, reported| format!("{round} ({day}): {done} done, {reported} reported"),
    between: "; ",
};
