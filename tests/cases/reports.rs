//! Reports that nobody made, for tests of how much paper they take: the same each time.

use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan};

/// How many parties report, and how many reports they make.
pub const PARTIES: usize = 29;
pub const REPORTS: usize = 958;

/// Numbers that look like chance, and are always the same.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }

    fn one_of<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

const DONE: [&str; 4] =
    ["已全部完成並通過驗收", "已印發文件並組織實施", "已完成年度任務的全部內容", "已建立制度並投入執行"];
const UNDER_WAY: [&str; 5] = [
    "已完成招標，主體工程正在施工",
    "已制定實施方案，正在徵求各部門意見",
    "已召開推進會，任務已分解到鄉鎮街道",
    "已完成摸底調查，正在編制年度計劃",
    "前三季度完成年度任務的七成以上",
];
const BEHIND: [&str; 3] =
    ["因資金未到位，工程尚未開工", "項目前期手續辦理較慢，進度落後", "設備採購流標，正在重新招標"];
const PLACES: [&str; 5] =
    ["，涉及3個鄉鎮", "，惠及1.2萬人", "，完成投資860萬元", "，已撥付專項資金", "，形成月調度機制"];
const PROBLEMS: [&str; 4] = [
    "項目用地手續尚未辦結，資金缺口約800萬元",
    "專業人員不足，設備老化",
    "部門之間數據尚未打通",
    "冬季施工期短，材料漲價",
];
const NEXT: [&str; 4] =
    ["與自然資源部門對接，12月底前辦結", "申請省級專項補助", "由分管領導牽頭，每週調度一次", "調整工期，增加施工力量"];

/// 958 reports of 29 parties, 8 of a hundred behind, each with words. Each has a number of its own, 【1】 to 【958】, at the end of its
/// progress.
pub fn made_up(plan: &Plan) -> Ledger {
    let mut chance = Chance(2021);
    let mut lists: Vec<(Party, Vec<MeasureId>)> =
        plan.parties().skip(1).map(|party| (party, plan.scope_measures(party))).collect();
    // Those with the longest lists report, and of what is left over the first of each list.
    lists.sort_by_key(|(_, measures)| std::cmp::Reverse(measures.len()));
    lists.truncate(PARTIES);
    let mut all: Vec<(Party, MeasureId)> = Vec::new();
    let longest = lists.iter().map(|(_, measures)| measures.len()).max().unwrap_or(0);
    for place in 0..longest {
        all.extend(lists.iter().filter_map(|(party, measures)| Some((*party, *measures.get(place)?))));
    }
    assert!(all.len() >= REPORTS, "{} reports can be made", all.len());
    let mut ledger = Ledger::default();
    for (n, (party, id)) in all.into_iter().take(REPORTS).enumerate() {
        let (status, words): (&str, &[&str]) = match chance.below(100) {
            0..8 => ("behind", &BEHIND),
            8..38 => ("done", &DONE),
            _ => ("under-way", &UNDER_WAY),
        };
        let more = chance.one_of(&PLACES);
        let progress = format!("{}{more}。【{}】", chance.one_of(words), n + 1);
        let mut said = vec![(Field::Status, status.to_owned()), (Field::Progress, progress)];
        if status == "behind" {
            said.push((Field::Problem, chance.one_of(&PROBLEMS).into()));
            said.push((Field::NextStep, chance.one_of(&NEXT).into()));
        }
        for (field, value) in said {
            ledger.set(Change { key: MarkKey::Placed(party, id), field, value }, 1_632_963_600_000);
        }
    }
    ledger
}
