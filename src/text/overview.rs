//! The words of the overview's first screen: the verdict, made of the ledger, and what stands beside it.

use super::en::n;
use crate::domain::calendar::iso_day;
use crate::domain::glance::Glance;
use crate::domain::lights::Light;
use crate::domain::party::Party;
use crate::domain::problem_kind::ProblemKind;
use crate::domain::rollup::{Count, State};
use crate::domain::script::Script;
use crate::domain::settings::Lang;

/// The figures that the verdict is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many measures are signed off, of those that count.
    pub signed_off: Count,
    /// How many wait to be signed off (待核).
    pub waiting: usize,
    /// How much of the plan's term is over, in whole percent.
    pub time: Option<i64>,
    /// How many measures have a red, a yellow, a green light; `None` where lights are left out.
    pub lights: Option<[usize; 3]>,
    /// How many measures nobody has reported.
    pub unreported: usize,
    /// How many units and localities have something to report.
    pub bodies: usize,
    /// How many of them have reported nothing.
    pub silent: usize,
    /// Those that are furthest behind, by name.
    pub furthest: Vec<String>,
    /// How many reports were made, of those that are to be made.
    pub reports: Count,
    /// The name of the round that they are made for, and the day on which they are due, ISO 8601.
    pub round: Option<(String, String)>,
}

impl Figures {
    /// The figures of a plan at a glance; `name` gives the name of a body.
    pub fn of(glance: &Glance, name: impl Fn(Party) -> String) -> Self {
        let plan = &glance.plan;
        Self {
            signed_off: plan.tally.done(Party::Coordinator),
            waiting: plan.tally.of(State::Done),
            time: glance.time,
            lights: Some(Light::ALL.map(|light| plan.lights.of(light))),
            unreported: plan.tally.of(State::NotReported),
            bodies: glance.bodies.iter().filter(|line| line.reported.all > 0).count(),
            silent: glance.silent().count(),
            furthest: glance.furthest_behind().iter().take(3).map(|line| name(line.party)).collect(),
            reports: glance.reports(),
            round: glance.round.as_ref().map(|round| (round.name.clone(), iso_day(round.due.into()))),
        }
    }

    /// Whether nobody has reported anything and nothing is signed off.
    pub fn is_empty(&self) -> bool {
        self.unreported == self.signed_off.all
    }

    /// The share that is done, signed off or waiting for it, in whole percent; `None` where nothing counts.
    fn share(&self) -> Option<i64> {
        let done = Count { done: self.signed_off.done + self.waiting, ..self.signed_off };
        done.percent().and_then(|percent| i64::try_from(percent).ok())
    }

    /// By how many percentage points what is done is ahead of the time of year, below 0 behind it.
    fn ahead(&self) -> Option<i64> {
        Some(self.share()? - self.time?)
    }
}

/// From so many percentage points on, what is done is ahead of the time of year or behind it.
const APART: i64 = 5;

/// The words of one language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct OverviewWords {
    /// The verdict in one sentence.
    pub verdict: fn(&Figures) -> String,
    /// What it rests on, in one or two more.
    pub grounds: fn(&Figures) -> String,
    pub progress: &'static str,
    pub signed_off: &'static str,
    pub waiting: &'static str,
    pub time_over: fn(i64) -> String,
    pub lights: &'static str,
    /// The lights and none, as the heads of their figures.
    pub light_heads: [&'static str; 4],
    /// What red, yellow and green mean, in the order of `Light::ALL`; what has none; and which day counts.
    pub lights_meaning: [&'static str; 5],
    pub hide_lights: &'static str,
    pub furthest: &'static str,
    /// On paper: the bodies that are furthest behind, red lights, and problems that need a decision.
    pub furthest_on_paper: &'static str,
    pub red: &'static str,
    /// The sum of what several gave for a target.
    pub sum: fn(&str) -> String,
    pub to_decide: &'static str,
    pub nobody_behind: &'static str,
    pub silent: fn(usize) -> String,
    pub partly_silent: fn(usize) -> String,
    pub at_risk: &'static str,
    pub no_risk: fn(usize) -> String,
    pub no_actuals: &'static str,
    pub not_kept: &'static str,
    pub behind_by: fn(i64) -> String,
    pub all_of_them: &'static str,
    pub ranking: &'static str,
    pub rank: &'static str,
    pub body: &'static str,
    pub done: &'static str,
    pub reported: &'static str,
    pub problems: &'static str,
    pub heat: &'static str,
    pub heat_note: &'static str,
    pub tables: &'static str,
    pub by_body: &'static str,
    pub by_kind: &'static str,
    pub group_by: &'static str,
    /// In the order of [`ProblemKind::ALL`].
    pub kinds: [&'static str; ProblemKind::ALL.len()],
    pub somebody_behind: &'static str,
    pub nothing_yet: &'static str,
}

impl OverviewWords {
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
}

static ZH_HANS: OverviewWords = OverviewWords {
    verdict: |figures| {
        if figures.is_empty() {
            return "还没有单位填报，进度无从判断。".into();
        }
        let share = figures.share().unwrap_or(0);
        match figures.ahead() {
            Some(points) if points <= -APART => {
                format!("总体落后：完成（含待核）{share}%，落后时间进度 {} 个百分点。", -points)
            }
            Some(points) if points >= APART => {
                format!("总体领先：完成（含待核）{share}%，快于时间进度 {points} 个百分点。")
            }
            Some(_) => format!("总体与时间进度同步：完成（含待核）{share}%。"),
            None => format!("完成（含待核）{share}%；原文没有写明期限，无从与时间进度相比。"),
        }
    },
    grounds: |figures| {
        let Figures { signed_off, waiting, lights, unreported, bodies, silent, .. } = figures;
        let lit = |[red, yellow, green]: [usize; 3]| format!("红灯 {red} 条，黄灯 {yellow} 条，绿灯 {green} 条，");
        let lights = lights.map(lit).unwrap_or_default();
        let names = figures.furthest.join("、");
        let furthest = if names.is_empty() { names } else { format!("最落后：{names}。") };
        let Count { done: made, all: of } = figures.reports;
        let round = figures.round.as_ref().map(|(name, due)| format!("{name}（{due} 截止）：")).unwrap_or_default();
        format!(
            "{} 条举措已销号 {} 条、待核 {waiting} 条；{lights}{unreported} 条未填报。{furthest}{round}应填报 {of} 件，已报 {made} 件；{bodies} 家应报，其中 {silent} 家一件未报。",
            signed_off.all, signed_off.done
        )
    },
    progress: "进度与时间",
    signed_off: "已销号",
    waiting: "待核",
    time_over: |percent| format!("时间已过 {percent}%"),
    lights: "红黄绿灯",
    light_heads: ["红灯", "黄灯", "绿灯", "未亮灯"],
    lights_meaning: [
        "填报为滞后；已填报，但超过期限未完成",
        "30 天内到期未完成；有单位滞后；指标落后于时间进度；或时间过半仍未启动",
        "已完成（待核、已销号），不论是否过期；或按期推进",
        "没有单位填报，或只报了不适用（是否逾期另计）",
        "期限以准予延期的日期为准，其次是统筹单位定的，再次是原文写明的，最后是全文的期限。",
    ],
    hide_lights: "不显示红黄绿灯",
    furthest: "最落后的三家",
    furthest_on_paper: "最落后的单位",
    red: "红灯",
    sum: |n| format!("合计 {n}"),
    to_decide: "需要研究决定的问题",
    nobody_behind: "没有单位亮红灯。",
    silent: |n| format!("一件未报：{n} 家"),
    partly_silent: |n| format!("部分未报：{n} 家"),
    at_risk: "有风险的指标",
    no_risk: |silent| no_risk("没有指标落后于时间进度", silent, "个没有实际值", "。"),
    no_actuals: "各项指标都还没有填实际完成值。",
    not_kept: "超出上限",
    behind_by: |points| format!("落后 {points} 个百分点"),
    all_of_them: "全部",
    ranking: "单位排行",
    rank: "名次",
    body: "单位",
    done: "已完成",
    reported: "已填报",
    problems: "问题",
    heat: "单位与部分",
    heat_note: "每格为该单位在该部分的举措：有红灯的写红灯条数，没有红灯的写黄灯，两者都没有的写绿灯；“·”表示均未填报。",
    tables: "明细表",
    by_body: "按单位",
    by_kind: "按类别",
    group_by: "问题排列方式",
    kinds: ["资金", "用地和征迁", "审批和手续", "人员", "技术和设备", "天气和疫情", "协调配合", "其他"],
    somebody_behind: "有单位滞后",
    nothing_yet: "各单位填报后，这里显示总体进度、红黄绿灯、落后和未报的单位。现在可以先下发清单：“数据”页的“下发”。",
};

static ZH_HANT: OverviewWords = OverviewWords {
    verdict: |figures| {
        if figures.is_empty() {
            return "還沒有單位填報，進度無從判斷。".into();
        }
        let share = figures.share().unwrap_or(0);
        match figures.ahead() {
            Some(points) if points <= -APART => {
                format!("總體落後：完成（含待核）{share}%，落後時間進度 {} 個百分點。", -points)
            }
            Some(points) if points >= APART => {
                format!("總體領先：完成（含待核）{share}%，快於時間進度 {points} 個百分點。")
            }
            Some(_) => format!("總體與時間進度同步：完成（含待核）{share}%。"),
            None => format!("完成（含待核）{share}%；原文沒有寫明期限，無從與時間進度相比。"),
        }
    },
    grounds: |figures| {
        let Figures { signed_off, waiting, lights, unreported, bodies, silent, .. } = figures;
        let lit = |[red, yellow, green]: [usize; 3]| format!("紅燈 {red} 條，黃燈 {yellow} 條，綠燈 {green} 條，");
        let lights = lights.map(lit).unwrap_or_default();
        let names = figures.furthest.join("、");
        let furthest = if names.is_empty() { names } else { format!("最落後：{names}。") };
        let Count { done: made, all: of } = figures.reports;
        let round = figures.round.as_ref().map(|(name, due)| format!("{name}（{due} 截止）：")).unwrap_or_default();
        format!(
            "{} 條舉措已銷號 {} 條、待核 {waiting} 條；{lights}{unreported} 條未填報。{furthest}{round}應填報 {of} 件，已報 {made} 件；{bodies} 家應報，其中 {silent} 家一件未報。",
            signed_off.all, signed_off.done
        )
    },
    progress: "進度與時間",
    signed_off: "已銷號",
    waiting: "待核",
    time_over: |percent| format!("時間已過 {percent}%"),
    lights: "紅黃綠燈",
    light_heads: ["紅燈", "黃燈", "綠燈", "未亮燈"],
    lights_meaning: [
        "填報為滯後；已填報，但超過期限未完成",
        "30 天內到期未完成；有單位滯後；指標落後於時間進度；或時間過半仍未啟動",
        "已完成（待核、已銷號），不論是否過期；或按期推進",
        "沒有單位填報，或只報了不適用（是否逾期另計）",
        "期限以准予延期的日期為準，其次是統籌單位定的，再次是原文寫明的，最後是全文的期限。",
    ],
    hide_lights: "不顯示紅黃綠燈",
    furthest: "最落後的三家",
    furthest_on_paper: "最落後的單位",
    red: "紅燈",
    sum: |n| format!("合計 {n}"),
    to_decide: "需要研究決定的問題",
    nobody_behind: "沒有單位亮紅燈。",
    silent: |n| format!("一件未報：{n} 家"),
    partly_silent: |n| format!("部分未報：{n} 家"),
    at_risk: "有風險的指標",
    no_risk: |silent| no_risk("沒有指標落後於時間進度", silent, "個沒有實際值", "。"),
    no_actuals: "各項指標都還沒有填實際完成值。",
    not_kept: "超出上限",
    behind_by: |points| format!("落後 {points} 個百分點"),
    all_of_them: "全部",
    ranking: "單位排行",
    rank: "名次",
    body: "單位",
    done: "已完成",
    reported: "已填報",
    problems: "問題",
    heat: "單位與部分",
    heat_note: "每格為該單位在該部分的舉措：有紅燈的寫紅燈條數，沒有紅燈的寫黃燈，兩者都沒有的寫綠燈；「·」表示均未填報。",
    tables: "明細表",
    by_body: "按單位",
    by_kind: "按類別",
    group_by: "問題排列方式",
    kinds: ["資金", "用地和徵遷", "審批和手續", "人員", "技術和設備", "天氣和疫情", "協調配合", "其他"],
    somebody_behind: "有單位滯後",
    nothing_yet: "各單位填報後，這裡顯示總體進度、紅黃綠燈、落後和未報的單位。現在可以先下發清單：「資料」頁的「下發」。",
};

static EN: OverviewWords = OverviewWords {
    verdict: |figures| {
        if figures.is_empty() {
            return "No unit has reported yet; progress cannot be assessed.".into();
        }
        let share = figures.share().unwrap_or(0);
        match figures.ahead() {
            Some(points) if points <= -APART => {
                format!(
                    "Behind overall: {share}% done or awaiting review, {} percentage points behind the time of year.",
                    -points
                )
            }
            Some(points) if points >= APART => {
                format!(
                    "Ahead overall: {share}% done or awaiting review, {points} percentage points ahead of the time of year."
                )
            }
            Some(_) => format!("On schedule overall: {share}% done or awaiting review."),
            None => {
                format!(
                    "{share}% done or awaiting review; the plan gives no end date, so it cannot be compared with the time of year."
                )
            }
        }
    },
    grounds: |figures| {
        let Figures { signed_off, waiting, lights, unreported, bodies, silent, .. } = figures;
        let lit = |[red, yellow, green]: [usize; 3]| format!("{red} red, {yellow} yellow, {green} green, ");
        let lights = lights.map(lit).unwrap_or_default();
        let names = figures.furthest.join(", ");
        let furthest = if names.is_empty() { names } else { format!("Furthest behind: {names}. ") };
        let Count { done: made, all } = figures.reports;
        let (measures, reports) = (n(signed_off.all, "measure", "measures"), n(all, "report", "reports"));
        let (done, bodies) = (signed_off.done, n(*bodies, "body", "bodies"));
        let round = figures.round.as_ref().map(|(name, due)| format!("{name} (due {due}): ")).unwrap_or_default();
        format!(
            "Of {measures}, {done} signed off and {waiting} awaiting review; {lights}{unreported} not reported. {furthest}{round}{reports} due, {made} made; of {bodies}, {silent} have reported nothing."
        )
    },
    progress: "Progress and time",
    signed_off: "Signed off",
    waiting: "Awaiting review",
    time_over: |percent| format!("{percent}% of the time has passed"),
    lights: "Lights",
    light_heads: ["Red", "Yellow", "Green", "No light"],
    lights_meaning: [
        "reported as behind; or reported, not done, and past its deadline",
        "due within 30 days and not done; a body is behind; a target is behind the time of year; or not started when half of the time has passed",
        "done (awaiting review or signed off), past its deadline or not; or on time",
        "not reported, or only as not applicable (what is overdue is counted apart)",
        "The deadline is the one granted as a postponement, else the one set by the coordinator, else the one the plan states, else the end of the plan.",
    ],
    hide_lights: "Hide the lights",
    furthest: "The three furthest behind",
    furthest_on_paper: "Furthest behind",
    red: "Red",
    sum: |n| format!("{n} in all"),
    to_decide: "Problems that need a decision",
    nobody_behind: "No unit has a red light.",
    silent: |count| format!("Nothing reported: {count}"),
    partly_silent: |count| format!("Partly reported: {count}"),
    at_risk: "Targets at risk",
    no_risk: |silent| no_risk("No target is behind the time of year", silent, "without an actual value", "."),
    no_actuals: "No actual value has been reported for any target.",
    not_kept: "above its limit",
    behind_by: |points| format!("{points} points behind"),
    all_of_them: "All",
    ranking: "Ranking of bodies",
    rank: "Rank",
    body: "Body",
    done: "Done",
    reported: "Reported",
    problems: "Problems",
    heat: "Bodies and sections",
    heat_note: "Each cell is a body's measures in a section: the number of red lights; where there is none, of yellow ones; else of green ones. “·” means that none has been reported.",
    tables: "Tables",
    by_body: "By body",
    by_kind: "By kind",
    group_by: "Group problems",
    kinds: ["Funding", "Land", "Permits", "Staffing", "Technology", "Weather and epidemics", "Coordination", "Other"],
    somebody_behind: "A body is behind",
    nothing_yet: "Once bodies report, overall progress, the lights, and who is behind or has not reported are shown here. Until then, hand out the lists under “Data”.",
};

/// That no target is at risk, and of how many nobody knows.
fn no_risk(none: &str, silent: usize, without: &str, stop: &str) -> String {
    let beside = if silent == 0 {
        String::new()
    } else if stop == "." {
        format!(" ({silent} {without})")
    } else {
        format!("（{silent} {without}）")
    };
    [none, &beside, stop].concat()
}
