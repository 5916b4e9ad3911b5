//! The words of the coordinator's year: identity, arrangement, rounds, lights, what is given back and postponed.

use crate::domain::field::{Adding, Duty, Field, REFUSED};
use crate::domain::rollup::{Count, STATES, Standing, State};
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
    pub sign_off: &'static str,
    pub take_sign_off: &'static str,
    /// How many say that it is done, of how many, and what the others say.
    pub reports_say: fn(usize, usize, &str) -> String,
    pub ask_sign_off: &'static str,
    pub sign_anyway: &'static str,
    pub not_yet: &'static str,
    /// Whose list it is, and who reads it.
    pub read_only: fn(&str, &str) -> String,
    pub fill_in: &'static str,
    pub filling_in: fn(&str) -> String,
    pub end_filling_in: &'static str,
    pub were_given_back: fn(usize) -> String,
    /// The name of the round, the day on which it is due, and how many reports are made of how many.
    pub stands_in_round: fn(&str, &str, Count) -> String,
    pub wishes_wait: fn(usize) -> String,
    pub rest_as_before: fn(usize) -> String,
    /// Beside a state that was last reported for an earlier round.
    pub of_last_round: &'static str,
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
    pub round_overlaps: fn(&str) -> String,
    pub round_as_of: fn(&str, &str) -> String,
    pub not_kept_here: &'static str,
    pub no_such_round: &'static str,
    pub still_open: &'static str,
    pub papers: &'static str,
    pub save_calendar: &'static str,
    pub no_deadlines: &'static str,
    pub arrangement_text: &'static str,
    pub body: &'static str,
    pub as_printed: &'static str,
    pub set_due: &'static str,
    pub due_on: fn(&str) -> String,
    /// A day without its year: month and day.
    pub short_day: fn((u64, u64, u64)) -> String,
    /// Behind a day: the one that held at first.
    pub at_first: fn(&str) -> String,
    pub chosen: fn(usize) -> String,
    pub choose_none: &'static str,
    /// For whom a duty is set, given the names of the bodies that are chosen.
    pub for_bodies: fn(&[String]) -> String,
    /// Between a name and what stands behind it.
    pub colon: &'static str,
    /// Between several.
    pub comma: &'static str,
    /// Around what is said beside a name.
    pub brackets: [&'static str; 2],
    /// Chooses the bodies that the plan names for the chosen rows.
    pub of_chosen: &'static str,
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
    sign_off: "销号",
    take_sign_off: "取消销号",
    reports_say: |done, asked, others| match (asked, others) {
        (0, _) => "没有单位需要填报".into(),
        (_, "") => format!("{asked} 家中 {done} 家报已完成"),
        _ => format!("{asked} 家中 {done} 家报已完成；{others}"),
    },
    ask_sign_off: "各单位尚未全部报已完成，仍要销号吗？",
    sign_anyway: "仍要销号",
    not_yet: "暂不销号",
    read_only: |list, own| format!("这是{list}的清单，{own}在此只能查看。"),
    fill_in: "代为填报",
    filling_in: |list| format!("正在代{list}填报：所填内容都记在{list}名下。"),
    end_filling_in: "结束代填",
    were_given_back: |n| format!("有 {n} 条填报被退回，请按退回原因修改后重新填报。"),
    stands_in_round: |name, due, made| format!("{name}（{due} 截止）：应报 {} 条，已报 {} 条。", made.all, made.done),
    wishes_wait: |n| format!("有 {n} 件延期申请待答复："),
    rest_as_before: |n| format!("其余 {n} 条与上期相同"),
    of_last_round: "上期",
    refused: "不同意延期",
    given_back_note: |reason| format!("统筹单位退回了这条填报：{reason}。修改后即作为新的填报。"),
    given_back_because: |reason| format!("已退回：{reason}"),
    give_back: "退回",
    return_reason: "退回的原因",
    take_return: "取消退回",
    in_round: |name, due, said| format!("{name}（{due} 截止）：{said}"),
    round_missing: "本期还没有填报",
    round_made: "本期已填报",
    round_before: "现为上期的内容，可以继续修改；没有变化的，按右边的按钮",
    same: "与上期相同",
    postponement: "申请延期",
    until: "延至",
    reason: "原因",
    ask: "提出申请",
    asked_until: |day, reason| format!("申请延期至 {day}：{reason}。"),
    not_answered: "统筹单位还没有答复。",
    granted_until: |day| format!("已同意延期至 {day}。"),
    grant: "同意",
    refuse: "不同意",
    rounds_text: "一期为一个填报周期。上一期截止的次日起、至本期截止日止填报的，或确认“与上期相同”的，计入本期。结束一期时，当时的台账原样留存，可随时查看、与以后比较。",
    no_rounds: "尚未设期。可以按年一次设好：",
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
    every_quarter: "设四个季度",
    every_month: "设十二个月",
    another_round: "另设一期",
    make_round: "设这一期",
    round_name: |every, n| match every {
        Every::Month => format!("{n}月"),
        Every::Quarter => format!("第{}季度", ["一", "二", "三", "四"][(n + 3) % 4]),
    },
    round_overlaps: |name| format!("与“{name}”的日期重叠，同一天只能属于一期。"),
    round_as_of: |name, day| format!("{name}（{day} 的台账）"),
    not_kept_here: "这一期不是在这个浏览器里结束的，这里没有当时的台账。",
    no_such_round: "没有这一期。",
    still_open: "这一期还没有结束。",
    papers: "打印这一期的",
    save_calendar: "导出期限日历（.ics）",
    no_deadlines: "没有未完成且有期限的举措。",
    arrangement_text: "以原文为基础：原文没有写明的，在这里明确由谁牵头、负责、配合或不涉及，“相关县区”指哪些县区，以及时限。勾选举措，再按上面的按钮；可以撤销。清单、总数和打印件随之改变，原文不变。",
    body: "单位或县区",
    as_printed: "按原文",
    set_due: "定时限",
    due_on: |day| format!("时限 {day}"),
    short_day: |(_, month, day)| format!("{month}月{day}日"),
    at_first: |day| format!("（原定 {day}）"),
    chosen: |n| format!("已选 {n} 条举措"),
    choose_none: "全不选",
    colon: "：",
    comma: "、",
    brackets: ["（", "）"],
    for_bodies: |names| match names {
        [] => "选单位和县区".into(),
        [first, second, _, _, ..] => format!("{first}、{second}等 {} 个", names.len()),
        few => few.join("、"),
    },
    of_chosen: "选这些举措的责任单位",
    adding_none: "各家所报一致时采用",
    adding_of: |n| format!("第 {n} 个目标的实际值"),
    duties: ["牵头", "责任", "配合", "不涉及"],
    addings: ["各县区相加", "以牵头单位为准", "以统筹单位为准"],
};

static ZH_HANT: YearWords = YearWords {
    sign_off: "銷號",
    take_sign_off: "取消銷號",
    reports_say: |done, asked, others| match (asked, others) {
        (0, _) => "沒有單位需要填報".into(),
        (_, "") => format!("{asked} 家中 {done} 家報已完成"),
        _ => format!("{asked} 家中 {done} 家報已完成；{others}"),
    },
    ask_sign_off: "各單位尚未全部報已完成，仍要銷號嗎？",
    sign_anyway: "仍要銷號",
    not_yet: "暫不銷號",
    read_only: |list, own| format!("這是{list}的清單，{own}在此只能查看。"),
    fill_in: "代為填報",
    filling_in: |list| format!("正在代{list}填報：所填內容都記在{list}名下。"),
    end_filling_in: "結束代填",
    were_given_back: |n| format!("有 {n} 條填報被退回，請按退回原因修改後重新填報。"),
    stands_in_round: |name, due, made| format!("{name}（{due} 截止）：應報 {} 條，已報 {} 條。", made.all, made.done),
    wishes_wait: |n| format!("有 {n} 件延期申請待答覆："),
    rest_as_before: |n| format!("其餘 {n} 條與上期相同"),
    of_last_round: "上期",
    refused: "不同意延期",
    given_back_note: |reason| format!("統籌單位退回了這條填報：{reason}。修改後即作為新的填報。"),
    given_back_because: |reason| format!("已退回：{reason}"),
    give_back: "退回",
    return_reason: "退回的原因",
    take_return: "取消退回",
    in_round: |name, due, said| format!("{name}（{due} 截止）：{said}"),
    round_missing: "本期還沒有填報",
    round_made: "本期已填報",
    round_before: "現為上期的內容，可以繼續修改；沒有變化的，按右邊的按鈕",
    same: "與上期相同",
    postponement: "申請延期",
    until: "延至",
    reason: "原因",
    ask: "提出申請",
    asked_until: |day, reason| format!("申請延期至 {day}：{reason}。"),
    not_answered: "統籌單位還沒有答覆。",
    granted_until: |day| format!("已同意延期至 {day}。"),
    grant: "同意",
    refuse: "不同意",
    rounds_text: "一期為一個填報週期。上一期截止的次日起、至本期截止日止填報的，或確認「與上期相同」的，計入本期。結束一期時，當時的台賬原樣留存，可隨時查看、與以後比較。",
    no_rounds: "尚未設期。可以按年一次設好：",
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
    every_quarter: "設四個季度",
    every_month: "設十二個月",
    another_round: "另設一期",
    make_round: "設這一期",
    round_name: |every, n| match every {
        Every::Month => format!("{n}月"),
        Every::Quarter => format!("第{}季度", ["一", "二", "三", "四"][(n + 3) % 4]),
    },
    round_overlaps: |name| format!("與「{name}」的日期重疊，同一天只能屬於一期。"),
    round_as_of: |name, day| format!("{name}（{day} 的台賬）"),
    not_kept_here: "這一期不是在這個瀏覽器裡結束的，這裡沒有當時的台賬。",
    no_such_round: "沒有這一期。",
    still_open: "這一期還沒有結束。",
    papers: "列印這一期的",
    save_calendar: "匯出期限日曆（.ics）",
    no_deadlines: "沒有未完成且有期限的舉措。",
    arrangement_text: "以原文為基礎：原文沒有寫明的，在這裡明確由誰牽頭、負責、配合或不涉及，「相關縣區」指哪些縣區，以及時限。勾選舉措，再按上面的按鈕；可以復原。清單、總數和列印件隨之改變，原文不變。",
    body: "單位或縣區",
    as_printed: "按原文",
    set_due: "定時限",
    due_on: |day| format!("時限 {day}"),
    short_day: |(_, month, day)| format!("{month}月{day}日"),
    at_first: |day| format!("（原定 {day}）"),
    chosen: |n| format!("已選 {n} 條舉措"),
    choose_none: "全不選",
    colon: "：",
    comma: "、",
    brackets: ["（", "）"],
    for_bodies: |names| match names {
        [] => "選單位和縣區".into(),
        [first, second, _, _, ..] => format!("{first}、{second}等 {} 個", names.len()),
        few => few.join("、"),
    },
    of_chosen: "選這些舉措的責任單位",
    adding_none: "各家所報一致時採用",
    adding_of: |n| format!("第 {n} 個目標的實際值"),
    duties: ["牽頭", "責任", "配合", "不涉及"],
    addings: ["各縣區相加", "以牽頭單位為準", "以統籌單位為準"],
};

static EN: YearWords = YearWords {
    sign_off: "Sign off",
    take_sign_off: "Cancel sign-off",
    reports_say: |done, asked, others| match (asked, others) {
        (0, _) => "No unit is asked to report".into(),
        (_, "") => format!("{done} of {asked} report it done"),
        _ => format!("{done} of {asked} report it done; {others}"),
    },
    ask_sign_off: "Not all units report it done. Sign it off anyway?",
    sign_anyway: "Sign off anyway",
    not_yet: "Not yet",
    read_only: |list, own| format!("The list of {list}, to be read only: you report for {own}."),
    fill_in: "Fill in for them",
    filling_in: |list| format!("Filling in for {list}: everything is recorded under that name."),
    end_filling_in: "Stop filling in",
    were_given_back: |n| format!("Reports returned: {n}. Correct them as the reason says, and report again."),
    stands_in_round: |name, due, made| format!("{name} (due {due}): {} to report, {} reported.", made.all, made.done),
    wishes_wait: |n| format!("Postponements awaiting an answer: {n}"),
    rest_as_before: |n| format!("The other {n}: same as last round"),
    of_last_round: "last round",
    refused: "Postponement refused",
    given_back_note: |reason| {
        format!("The coordinator returned this report: {reason}. Once changed, it counts as a new report.")
    },
    given_back_because: |reason| format!("Returned: {reason}"),
    give_back: "Return",
    return_reason: "Reason for return",
    take_return: "Cancel return",
    in_round: |name, due, said| format!("{name} (due {due}): {said}"),
    round_missing: "not reported for this round yet",
    round_made: "reported for this round",
    round_before: "this is the report of the last round; edit it, or confirm that nothing has changed",
    same: "Same as last round",
    postponement: "Request postponement",
    until: "Until",
    reason: "Reason",
    ask: "Send request",
    asked_until: |day, reason| format!("Postponement until {day} requested: {reason}."),
    not_answered: "Not answered yet.",
    granted_until: |day| format!("Postponed until {day}."),
    grant: "Grant",
    refuse: "Refuse",
    rounds_text: "A round is a reporting period. What is reported, or confirmed as unchanged, from the day after the previous round was due until the day this one is due counts towards it. Closing a round keeps the ledger as it stands then, to be viewed and compared at any time.",
    no_rounds: "There are no rounds yet. Those of a year can be set up at once:",
    round: "Round",
    name: "Name",
    from: "From",
    last_day: "Until",
    due_day: "Reports due",
    made: "Reported / due",
    current: "current",
    close_round: "Close this round",
    open_again: "Reopen",
    remove: "Remove",
    look_at: "View",
    closed_on: |day| format!("closed {day}"),
    year: "Year",
    every_quarter: "Set up four quarters",
    every_month: "Set up twelve months",
    another_round: "Another round",
    make_round: "Set up this round",
    round_name: |every, n| match every {
        Every::Month => super::en::month(n as u64).to_owned(),
        Every::Quarter => format!("Quarter {n}"),
    },
    round_overlaps: |name| format!("These days overlap with {name}; a day can belong to one round only."),
    round_as_of: |name, day| format!("{name} (the ledger of {day})"),
    not_kept_here: "This round was closed in another browser; its ledger is not here.",
    no_such_round: "There is no such round.",
    still_open: "This round is not closed yet.",
    papers: "Papers of this round",
    save_calendar: "Export deadlines as a calendar (.ics)",
    no_deadlines: "No outstanding measure has a deadline.",
    arrangement_text: "The plan's text is the starting point. Where it is silent, settle here who leads, is responsible, supports or is not concerned, which localities are meant, and by when. Select measures, then press a button above; it can be undone. Lists, totals and papers follow; the text does not change.",
    body: "Unit or locality",
    as_printed: "As printed",
    set_due: "Set deadline",
    due_on: |day| format!("due {day}"),
    short_day: |(_, month, day)| format!("{day} {}", super::en::month(month).get(..3).unwrap_or_default()),
    at_first: |day| format!(" (originally {day})"),
    chosen: |n| format!("{n} selected"),
    choose_none: "Clear selection",
    colon: ": ",
    comma: ", ",
    brackets: [" (", ")"],
    for_bodies: |names| match names {
        [] => "Select bodies".into(),
        [first, second, _, _, ..] => format!("{first}, {second} and {} more", names.len() - 2),
        few => few.join(", "),
    },
    of_chosen: "Those the plan names for these measures",
    adding_none: "where all agree",
    adding_of: |n| format!("Actual value of target {n}"),
    duties: ["lead", "responsible", "support", "not concerned"],
    addings: ["sum of the localities", "what the lead gives", "what the coordinator gives"],
};
