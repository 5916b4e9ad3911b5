//! What is said in the year that never was, in the languages in which pictures are taken.

use yaodian::domain::mark::Status;
use yaodian::domain::settings::Lang;

/// The words of one language.
pub struct Words {
    /// What the rounds are called.
    pub rounds: [&'static str; 3],
    /// What is said of a measure that is under way, round after round.
    pub progress: [&'static str; 3],
    /// What is said of one that is done.
    pub done: &'static str,
    /// What stands in the way, and what is done about it.
    pub problems: [&'static str; 4],
    pub next: &'static str,
    /// What the unit reports that is shown.
    pub own: [Report; 5],
    /// Why a report is given back, and why somebody asks for a later day.
    pub given_back: &'static str,
    pub postponed: &'static str,
    /// What the coordinator filled in for somebody.
    pub filled_in: &'static str,
    /// Stands behind what somebody writes later.
    pub updated: &'static str,
}

/// A report on the measure with this label.
#[derive(Clone, Copy)]
pub struct Report {
    pub label: &'static str,
    pub status: Status,
    pub progress: &'static str,
    pub problem: &'static str,
    pub next: &'static str,
}

impl Words {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.of([&CHINESE, &CHINESE, &ENGLISH])
    }
}

impl Report {
    /// One without a problem.
    pub const fn plain(label: &'static str, status: Status, progress: &'static str) -> Self {
        Self { label, status, progress, problem: "", next: "" }
    }
}

static CHINESE: Words = Words {
    rounds: ["8月", "9月", "10月"],
    progress: [
        "已制定实施方案，任务分解到责任科室。",
        "正在按方案推进，完成年度任务的六成。",
        "完成年度任务的八成以上。",
    ],
    done: "年度任务已全部完成，有关文件和台账已归档。",
    problems: [
        "项目资金缺口约800万元，尚未落实。",
        "用地手续尚未办结。",
        "专业技术人员不足。",
        "部门之间数据尚未打通，需市级协调。",
    ],
    next: "已列入市政府专题会议议题，12月10日前拿出办法。",
    own: [
        Report::plain("2.1", Status::Done, "新建、改扩建义务教育学校6所，新增学位3450个，已全部投入使用。"),
        Report::plain("2.2", Status::UnderWay, "教职工编制调配方案已报市委编办审核，乡镇学校缺编情况已摸清。"),
        Report {
            label: "2.3",
            status: Status::UnderWay,
            progress: "10所幼儿园全部开工，其中7所已完工并通过验收。",
            problem: "化隆县2所因用地手续办理较慢，主体刚开工。",
            next: "与市自然资源规划局对接，11月底前办结手续，12月中旬完工。",
        },
        Report::plain("2.4", Status::UnderWay, "已实现网上申办，办理时限明显缩短。"),
        Report {
            label: "3.1",
            status: Status::Behind,
            progress: "已开展培训1.7万人次。",
            problem: "培训机构师资不足，11月前难以全部开班。",
            next: "从职业院校抽调教师42名，11月分三批开班。",
        },
    ],
    given_back: "请写明办理时限压缩到几个工作日，并填实际值。",
    postponed: "监管平台采购流标，需重新招标",
    filled_in: "电话了解：已完成八成，其余12月完成。",
    updated: "（11月2日更新）",
};

static ENGLISH: Words = Words {
    rounds: ["August", "September", "October"],
    progress: [
        "A plan for it is made, and each division has its part.",
        "Goes on as planned; six tenths of the year's work are done.",
        "More than eight tenths of the year's work are done.",
    ],
    done: "All of the year's work is done, and the papers are filed.",
    problems: [
        "About 8 million yuan are lacking.",
        "The permit for the land is still to come.",
        "There are too few skilled staff.",
        "The departments' data are not joined yet; the city has to coordinate.",
    ],
    next: "On the agenda of the city government; a way is found by 10 December.",
    own: [
        Report::plain(
            "2.1",
            Status::Done,
            "6 schools built, rebuilt or extended, with 3,450 more places; all are in use.",
        ),
        Report::plain(
            "2.2",
            Status::UnderWay,
            "The plan for posts is with the city's office for staffing; the gaps at rural schools are known.",
        ),
        Report {
            label: "2.3",
            status: Status::UnderWay,
            progress: "All 10 kindergartens are begun; 7 are finished and accepted.",
            problem: "2 in Hualong have only just begun, as their land took long.",
            next: "With the planning bureau: land settled by the end of November, finished in mid-December.",
        },
        Report::plain("2.4", Status::UnderWay, "It can be applied for online, and takes much less time."),
        Report {
            label: "3.1",
            status: Status::Behind,
            progress: "17,000 trainings given.",
            problem: "Too few teachers to begin all courses before November.",
            next: "42 teachers come from vocational schools; three batches in November.",
        },
    ],
    given_back: "Please say to how many working days it is down, and give the actual value.",
    postponed: "nobody offered the platform, which is put out to tender again",
    filled_in: "By phone: eight tenths are done, the rest in December.",
    updated: " (As of 2 November.)",
};
