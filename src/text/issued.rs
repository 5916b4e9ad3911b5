//! What papers that an office issues (催辦單, 通報) have in common: number, seal, what is left to be filled in.

use crate::domain::script::Script;

/// The words in one script.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct IssuedWords {
    /// The number, left to be filled in.
    pub number: &'static str,
    /// A figure that is left to be written.
    pub gap: &'static str,
    /// A day that is left to be written.
    pub empty_day: &'static str,
    /// Around the title of a plan.
    pub title: [&'static str; 2],
    /// Before the words of the filters, and behind them.
    pub filters: [&'static str; 2],
    pub seal: &'static str,
    pub contact: &'static str,
    pub telephone: &'static str,
    /// Behind the name of an addressee.
    pub addressee: &'static str,
    /// How many days something is overdue.
    pub late: &'static str,
    pub behind: &'static str,
    pub missing: &'static str,
    /// In the round of this name.
    pub missing_in: &'static str,
    /// Between parts of a sentence, and things of a list.
    pub comma: &'static str,
    pub and: &'static str,
}

impl IssuedWords {
    /// The words in a script; beside a text of mixed script, simplified ones.
    pub fn of(script: Script) -> &'static Self {
        match script {
            Script::Traditional => &HANT,
            Script::Simplified | Script::Mixed => &HANS,
        }
    }
}

static HANT: IssuedWords = IssuedWords {
    number: "　　　〔　　　〕　　　號",
    gap: "＿＿",
    empty_day: "　　年　　月　　日",
    title: ["《", "》"],
    filters: ["（篩選：", "）"],
    seal: "（發文單位蓋章）",
    contact: "聯繫人：",
    telephone: "聯繫電話：",
    addressee: "：",
    late: "逾期 {} 天",
    behind: "滯後",
    missing: "未填報",
    missing_in: "{}未填報",
    comma: "，",
    and: "、",
};

static HANS: IssuedWords = IssuedWords {
    number: "　　　〔　　　〕　　　号",
    gap: "＿＿",
    empty_day: "　　年　　月　　日",
    title: ["《", "》"],
    filters: ["（筛选：", "）"],
    seal: "（发文单位盖章）",
    contact: "联系人：",
    telephone: "联系电话：",
    addressee: "：",
    late: "逾期 {} 天",
    behind: "滞后",
    missing: "未填报",
    missing_in: "{}未填报",
    comma: "，",
    and: "、",
};
