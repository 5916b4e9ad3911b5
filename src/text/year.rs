//! The words of the coordinator's year: identity, arrangement, rounds, lights, what is given back and postponed.

use crate::domain::field::{Adding, Duty, Field, REFUSED};
use crate::domain::rollup::{STATES, Standing, State};
use crate::domain::rounds::Every;
use crate::domain::script::Script;
use crate::domain::settings::Lang;

/// How a measure of which several parties are asked stands: the word for its state, how many have reported of how many and, where
/// no one word stands for the reports, how many say what: 各方填報 3/7 · 待核 2 · 滯後 1.
pub fn of_all(word: &str, states: &[&str; STATES], standing: &Standing) -> String {
    format!("{word} {}/{}{}", standing.reported(), standing.asked, apart(states, standing))
}

/// How many of several reports say what, where no one word stands for them and they are not closed; else nothing.
pub fn apart(states: &[&str; STATES], standing: &Standing) -> String {
    let mut text = String::new();
    if standing.state == State::SignedOff {
        return text;
    }
    for state in State::ALL.into_iter().filter(|state| !standing.says_alone(*state)) {
        let n = standing.reports.of(state);
        if n > 0 {
            text = format!("{text} · {} {n}", states[state as usize]);
        }
    }
    text
}

/// The words of one language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct YearWords {
    pub refused: &'static str,
    pub given_back_note: fn(&str) -> String,
    pub given_back_because: fn(&str) -> String,
    pub give_back: &'static str,
    pub return_reason: &'static str,
    pub take_return: &'static str,
    /// The name of the round, the day on which it is due, and how the report stands in it.
    pub in_round: fn(&str, &str, &str) -> String,
    pub round_missing: &'static str,
    pub round_made: &'static str,
    pub round_before: &'static str,
    pub same: &'static str,
    pub postponement: &'static str,
    pub until: &'static str,
    pub reason: &'static str,
    pub ask: &'static str,
    pub asked_until: fn(&str, &str) -> String,
    pub not_answered: &'static str,
    pub granted_until: fn(&str) -> String,
    pub grant: &'static str,
    pub refuse: &'static str,
    pub rounds: &'static str,
    pub rounds_text: &'static str,
    pub no_rounds: &'static str,
    pub round: &'static str,
    pub name: &'static str,
    pub from: &'static str,
    pub last_day: &'static str,
    pub due_day: &'static str,
    pub made: &'static str,
    pub current: &'static str,
    pub close_round: &'static str,
    pub open_again: &'static str,
    pub remove: &'static str,
    pub look_at: &'static str,
    pub closed_on: fn(&str) -> String,
    pub year: &'static str,
    pub every_quarter: &'static str,
    pub every_month: &'static str,
    pub another_round: &'static str,
    pub make_round: &'static str,
    /// The name of the `n`th round of a year, from 1.
    pub round_name: fn(Every, usize) -> String,
    pub round_as_of: fn(&str, &str) -> String,
    pub not_kept_here: &'static str,
    pub no_such_round: &'static str,
    pub still_open: &'static str,
    pub papers: &'static str,
    pub since: fn(&str) -> String,
    pub newly_done: &'static str,
    pub newly_behind: &'static str,
    pub newly_reported: &'static str,
    pub unmoved: &'static str,
    pub save_calendar: &'static str,
    pub no_deadlines: &'static str,
    pub arrangement: &'static str,
    pub arrangement_text: &'static str,
    pub body: &'static str,
    pub as_printed: &'static str,
    pub set_due: &'static str,
    pub due_on: fn(&str) -> String,
    pub chosen: fn(usize) -> String,
    pub choose_none: &'static str,
    pub adding_none: &'static str,
    pub adding_of: fn(usize) -> String,
    /// In the order of [`Duty::ALL`].
    pub duties: [&'static str; 4],
    /// In the order of [`Adding::ALL`].
    pub addings: [&'static str; 3],
}

impl YearWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.of([&ZH_HANS, &ZH_HANT, &EN])
    }

    /// The words of papers, in their script; beside a text of mixed script, simplified ones.
    pub fn on_paper(script: Script) -> &'static Self {
        match script {
            Script::Traditional => &ZH_HANT,
            Script::Simplified | Script::Mixed => &ZH_HANS,
        }
    }

    /// The words for a value that is spelled by a key or with something of its own; `None` for one that is words already.
    pub fn value<'v>(&self, field: Field, value: &'v str) -> Option<&'v str>
    where
        Self: 'v,
    {
        match field {
            Field::Duty => Duty::of_key(value).map(|duty| self.duties[duty as usize]),
            Field::Adding(_) => Adding::of_key(value).map(|adding| self.addings[adding as usize]),
            Field::Granted if value == REFUSED => Some(self.refused),
            // The moment before the reason says which report is meant.
            Field::Returned => value.split_once(' ').map(|(_, reason)| reason),
            _ => None,
        }
    }
}

static ZH_HANS: YearWords = YearWords {
    refused: "不同意延期",
    given_back_note: |reason| format!("统筹单位退回了这条填报：{reason}。修改后即作为新的填报。"),
    given_back_because: |reason| format!("已退回：{reason}"),
    give_back: "退回",
    return_reason: "退回的原因",
    take_return: "撤回退回",
    in_round: |name, due, said| format!("{name}（{due} 截止）：{said}"),
    round_missing: "本期还没有填报",
    round_made: "本期已填报",
    round_before: "现在写的是上期的内容，可以接着改；没有变化就按右边的按钮",
    same: "与上期相同",
    postponement: "申请延期",
    until: "延到",
    reason: "原因",
    ask: "提出申请",
    asked_until: |day, reason| format!("申请延期到 {day}：{reason}。"),
    not_answered: "统筹单位还没有答复。",
    granted_until: |day| format!("已同意延期到 {day}。"),
    grant: "同意",
    refuse: "不同意",
    rounds: "期",
    rounds_text: "一期是一个填报周期。从上一期截止的次日起、到本期截止日为止写的填报，或按了“与上期相同”的，算本期的。结束一期会把当时的台账原样存下，随时可以再看、与后来比较。",
    no_rounds: "还没有期。可以按年一次做好：",
    round: "期",
    name: "名称",
    from: "开始",
    last_day: "结束",
    due_day: "截止填报",
    made: "已报/应报",
    current: "本期",
    close_round: "结束本期",
    open_again: "重新打开",
    remove: "删除",
    look_at: "查看",
    closed_on: |day| format!("{day} 结束"),
    year: "年份",
    every_quarter: "做四个季度",
    every_month: "做十二个月",
    another_round: "另做一期",
    make_round: "做这一期",
    round_name: |every, n| match every {
        Every::Month => format!("{n}月"),
        Every::Quarter => format!("第{}季度", ["一", "二", "三", "四"][(n + 3) % 4]),
    },
    round_as_of: |name, day| format!("{name}（{day} 的台账）"),
    not_kept_here: "这一期不是在这个浏览器里结束的，这里没有当时的台账。",
    no_such_round: "没有这一期。",
    still_open: "这一期还没有结束。",
    papers: "打印这一期的",
    since: |name| format!("与{name}相比"),
    newly_done: "新完成",
    newly_behind: "新出现滞后",
    newly_reported: "新填报",
    unmoved: "没有变动",
    save_calendar: "期限存为日历（.ics）",
    no_deadlines: "没有未完成的期限。",
    arrangement: "分工",
    arrangement_text: "从原文写的开始：原文没写明的，在这里定谁牵头、谁负责、谁配合、谁不涉及，“相关县区”是哪些县区，什么时限。勾选举措，再按上面的按钮；可以撤销。清单、总数和打印件随之改变，原文不变。",
    body: "单位或县区",
    as_printed: "按原文",
    set_due: "定时限",
    due_on: |day| format!("时限 {day}"),
    chosen: |n| format!("已选 {n} 条举措"),
    choose_none: "都不选",
    adding_none: "各家所报一致时采用",
    adding_of: |n| format!("第 {n} 个目标的实际值"),
    duties: ["牵头", "责任", "配合", "不涉及"],
    addings: ["各家相加", "以牵头单位为准", "以统筹单位为准"],
};

static ZH_HANT: YearWords = YearWords {
    refused: "不同意延期",
    given_back_note: |reason| format!("統籌單位退回了這條填報：{reason}。修改後即作為新的填報。"),
    given_back_because: |reason| format!("已退回：{reason}"),
    give_back: "退回",
    return_reason: "退回的原因",
    take_return: "撤回退回",
    in_round: |name, due, said| format!("{name}（{due} 截止）：{said}"),
    round_missing: "本期還沒有填報",
    round_made: "本期已填報",
    round_before: "現在寫的是上期的內容，可以接著改；沒有變化就按右邊的按鈕",
    same: "與上期相同",
    postponement: "申請延期",
    until: "延到",
    reason: "原因",
    ask: "提出申請",
    asked_until: |day, reason| format!("申請延期到 {day}：{reason}。"),
    not_answered: "統籌單位還沒有答復。",
    granted_until: |day| format!("已同意延期到 {day}。"),
    grant: "同意",
    refuse: "不同意",
    rounds: "期",
    rounds_text: "一期是一個填報週期。從上一期截止的次日起、到本期截止日為止寫的填報，或按了“與上期相同”的，算本期的。結束一期會把當時的臺賬原樣存下，隨時可以再看、與後來比較。",
    no_rounds: "還沒有期。可以按年一次做好：",
    round: "期",
    name: "名稱",
    from: "開始",
    last_day: "結束",
    due_day: "截止填報",
    made: "已報/應報",
    current: "本期",
    close_round: "結束本期",
    open_again: "重新打開",
    remove: "刪除",
    look_at: "查看",
    closed_on: |day| format!("{day} 結束"),
    year: "年份",
    every_quarter: "做四個季度",
    every_month: "做十二個月",
    another_round: "另做一期",
    make_round: "做這一期",
    round_name: |every, n| match every {
        Every::Month => format!("{n}月"),
        Every::Quarter => format!("第{}季度", ["一", "二", "三", "四"][(n + 3) % 4]),
    },
    round_as_of: |name, day| format!("{name}（{day} 的臺賬）"),
    not_kept_here: "這一期不是在這個瀏覽器裡結束的，這裡沒有當時的臺賬。",
    no_such_round: "沒有這一期。",
    still_open: "這一期還沒有結束。",
    papers: "列印這一期的",
    since: |name| format!("與{name}相比"),
    newly_done: "新完成",
    newly_behind: "新出現滯後",
    newly_reported: "新填報",
    unmoved: "沒有變動",
    save_calendar: "期限存為日曆（.ics）",
    no_deadlines: "沒有未完成的期限。",
    arrangement: "分工",
    arrangement_text: "從原文寫的開始：原文沒寫明的，在這裡定誰牽頭、誰負責、誰配合、誰不涉及，“相關縣區”是哪些縣區，什麼時限。勾選舉措，再按上面的按鈕；可以撤銷。清單、總數和列印件隨之改變，原文不變。",
    body: "單位或縣區",
    as_printed: "按原文",
    set_due: "定時限",
    due_on: |day| format!("時限 {day}"),
    chosen: |n| format!("已選 {n} 條舉措"),
    choose_none: "都不選",
    adding_none: "各家所報一致時採用",
    adding_of: |n| format!("第 {n} 個目標的實際值"),
    duties: ["牽頭", "責任", "配合", "不涉及"],
    addings: ["各家相加", "以牽頭單位為準", "以統籌單位為準"],
};

static EN: YearWords = YearWords {
    refused: "Postponement refused",
    given_back_note: |reason| {
        format!("The coordinator gave this report back: {reason}. Once changed, it is a new report.")
    },
    given_back_because: |reason| format!("Given back: {reason}"),
    give_back: "Give back",
    return_reason: "Why it is given back",
    take_return: "Take that back",
    in_round: |name, due, said| format!("{name} (due {due}): {said}"),
    round_missing: "not reported for this round yet",
    round_made: "reported for this round",
    round_before: "these are the words of the round before; write on, or say that nothing has changed",
    same: "Same as last round",
    postponement: "Ask for a postponement",
    until: "Until",
    reason: "Reason",
    ask: "Ask",
    asked_until: |day, reason| format!("Postponement until {day} asked for: {reason}."),
    not_answered: "Not answered yet.",
    granted_until: |day| format!("Postponed until {day}."),
    grant: "Grant",
    refuse: "Refuse",
    rounds: "Rounds",
    rounds_text: "A round is a period of reporting. What is reported, or confirmed as unchanged, from the day after the round before was due up to the day on which this one is due counts for it. Closing a round keeps the ledger as it is then, to be looked at and compared at any time.",
    no_rounds: "There are no rounds yet. Those of a year can be made at once:",
    round: "Round",
    name: "Name",
    from: "From",
    last_day: "Until",
    due_day: "Reports due",
    made: "Reported / to report",
    current: "now",
    close_round: "Close this round",
    open_again: "Open again",
    remove: "Remove",
    look_at: "Look at it",
    closed_on: |day| format!("closed {day}"),
    year: "Year",
    every_quarter: "Make four quarters",
    every_month: "Make twelve months",
    another_round: "Make another one",
    make_round: "Make this round",
    round_name: |every, n| match every {
        Every::Month => format!("Month {n}"),
        Every::Quarter => format!("Quarter {n}"),
    },
    round_as_of: |name, day| format!("{name} (the ledger of {day})"),
    not_kept_here: "This round was closed in another browser; its ledger is not here.",
    no_such_round: "There is no such round.",
    still_open: "This round is not closed yet.",
    papers: "Papers on this round",
    since: |name| format!("Since {name}"),
    newly_done: "Newly done",
    newly_behind: "Newly behind",
    newly_reported: "Newly reported",
    unmoved: "Unmoved",
    save_calendar: "Save deadlines as a calendar (.ics)",
    no_deadlines: "Nothing that is not done has a deadline.",
    arrangement: "Arrangement",
    arrangement_text: "It begins with what the plan says. Where the plan is silent, settle here who leads, is responsible, supports or is not concerned, which localities are meant, and by when. Choose measures, then press a button above; it can be undone. Lists, totals and papers follow; the text does not change.",
    body: "Unit or locality",
    as_printed: "As printed",
    set_due: "Set the day",
    due_on: |day| format!("due {day}"),
    chosen: |n| format!("{n} chosen"),
    choose_none: "Choose none",
    adding_none: "where all agree",
    adding_of: |n| format!("Actual value of target {n}"),
    duties: ["lead", "responsible", "support", "not concerned"],
    addings: ["sum of all", "what the lead gives", "what the coordinator gives"],
};
