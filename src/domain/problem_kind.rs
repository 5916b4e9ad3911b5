//! What kind of problem a text speaks of, by the words in it: for grouping, and never in place of the words.

use super::script::fold_text;

/// A kind of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// 資金.
    Money,
    /// 用地、徵遷.
    Land,
    /// 審批、手續.
    Permits,
    /// 人員.
    Staff,
    /// 技術、設備.
    Technology,
    /// 天氣、疫情.
    Nature,
    /// 協調、配合.
    Coordination,
    /// Anything else.
    Other,
}

/// The words of each kind, in simplified characters; of several kinds the one counts of which a word stands first.
const WORDS: [(ProblemKind, &[&str]); 7] = [
    (ProblemKind::Money, &["资金", "经费", "预算", "拨款", "融资", "筹措", "缺口", "贷款", "投资"]),
    (ProblemKind::Land, &["用地", "土地", "征地", "征收", "征迁", "拆迁", "选址", "占地", "林地"]),
    (ProblemKind::Permits, &["审批", "手续", "批复", "环评", "可研", "报批", "许可", "立项", "招标", "招投标"]),
    (ProblemKind::Staff, &["人员", "编制", "人手", "人才", "教师", "医生", "用工"]),
    (ProblemKind::Technology, &["技术", "设备", "设计", "系统", "平台", "数据", "材料"]),
    (ProblemKind::Nature, &["疫情", "天气", "冬季", "气候", "汛期", "降雨", "低温", "灾害"]),
    (ProblemKind::Coordination, &["协调", "配合", "衔接", "对接", "部门间", "机制"]),
];

impl ProblemKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 8] = [
        Self::Money,
        Self::Land,
        Self::Permits,
        Self::Staff,
        Self::Technology,
        Self::Nature,
        Self::Coordination,
        Self::Other,
    ];

    /// The kind of a problem that is written down, in either script.
    pub fn of(problem: &str) -> Self {
        let text = fold_text(problem);
        let first = |words: &[&str]| words.iter().filter_map(|word| text.find(&fold_text(word))).min();
        let found = WORDS.iter().filter_map(|(kind, words)| first(words).map(|at| (at, *kind)));
        found.min().map_or(Self::Other, |(_, kind)| kind)
    }
}
