//! Deadlines: how a statement, a table and a sentence say by when.
//!
//! A statement has a label (`完成时限：2021年10月`), a table a column, and running text the time itself with 前, or
//! with 到 before it (`2021年6月底前`, `到2025年`, `年内`).

use super::ends;

/// Labels of a statement of a deadline, and names of columns with deadlines.
#[rustfmt::skip]
pub const DEADLINE_LABELS: &[&str] = &[
    "完成时限", "完成时间", "时间要求", "时限要求", "办理时限", "时间节点", "完成期限", "工作时限", "进度要求",
    "推进时限", "时限", "期限", "进度安排", "办结时间", "完成日期", "办结时限", "时间进度", "计划完成时间",
    "目标时限", "完成节点", "时间安排", "整改时限", "责任时限",
];

/// Endings of the names of columns with deadlines.
pub const DEADLINE_COLUMNS: &[&str] = &[
    "时限",
    "完成时间",
    "期限",
    "时间节点",
    "办结时间",
    "完成日期",
    "竣工时间",
    "完工时间",
    "建成时间",
    "竣工日期",
    "完工日期",
];
/// A column of deadlines that is called just so; a label 时间：… is one of an event.
const TIME_COLUMN: &str = "时间";
/// The same as a label in a statement that says who answers: there it is none of an event.
pub const TIME_LABEL: &str = TIME_COLUMN;

/// Whether words before a colon open a statement of a deadline.
pub fn is_deadline_label(words: &str) -> bool {
    DEADLINE_LABELS.contains(&words)
}

/// Whether a column of this name holds deadlines.
pub fn is_deadline_column(words: &str) -> bool {
    is_deadline_label(words) || ends(words, DEADLINE_COLUMNS) || words == TIME_COLUMN
}

/// Behind the year of a date.
pub const YEAR: char = '年';
/// Behind its month.
pub const MONTH: char = '月';
/// Behind its day.
pub const DAY: char = '日';
/// What begins a line only where its number stands at the end of the line before: 2021 / 年底前, 95 / %以上.
pub const OF_NUMBER: [char; 6] = ['年', '月', '日', '%', '％', '‰'];

/// Times of a year that are known by what comes in them, before which something is due.
#[rustfmt::skip]
pub const SEASONS: &[&str] = &[
    "主汛期前", "汛期前", "入汛前", "汛前", "雨季前", "采暖期前", "采暖季前", "供暖期前", "供暖季前", "封冻前", "上冻前", "开学前", "春节前", "元旦前",
    "国庆前", "国庆节前", "中秋前", "五一前",
];
/// The characters that they begin with.
pub const SEASON_STARTS: [char; 14] =
    ['主', '汛', '入', '雨', '采', '供', '封', '上', '开', '春', '元', '国', '中', '五'];
/// Before one of them this makes it another word: 防汛前线.
pub const NOT_OF_SEASON: [char; 2] = ['防', '抗'];
/// Behind one of them these do: 汛前期.
pub const NOT_SEASON: [char; 4] = ['期', '线', '后', '往'];
/// What a time begins with that comes again and again: 每月25日前.
pub const EVERY_TIME: &[&str] = &["每年", "每季度", "每季", "每月", "每学期", "每半年"];
/// The character that they begin with.
pub const EVERY: char = '每';
/// Words behind such a time that end it: 每季度末.
pub const ENDS_OF_TIME: &[&str] = &["底", "末", "初"];
/// A time without an end that closes a clause: 专项行动长期坚持。
pub const FOR_EVER: &str = "长期坚持";
/// The character that it begins with.
pub const FOR_EVER_START: char = '长';

/// Words behind a time that make it a deadline.
pub const BEFORE: &[&str] = &["之前", "以前", "前"];
/// Behind 前 these make another word of it: 前期, 前述.
pub const NOT_BEFORE: [char; 4] = ['期', '后', '述', '款'];
/// A word behind a year that makes it a deadline: 2021年内.
pub const WITHIN: &[&str] = &["内"];
/// Behind 内 these make another word of it: 内部, 内容.
pub const NOT_WITHIN: [char; 4] = ['部', '容', '地', '涵'];
/// A year behind this one is a deadline by itself, and the word is part of it: 到2025年.
pub const BY: char = '到';
/// A year behind this one is a deadline by itself: 至2021年底.
pub const UNTIL: char = '至';

/// Parts of a year that is not said: 年底前.
pub const PARTS_OF_THIS_YEAR: &[&str] = &["底", "末", "中", "终"];
/// Parts of a year.
#[rustfmt::skip]
pub const PARTS_OF_YEAR: &[&str] = &[
    "上半年", "下半年", "年底", "年末", "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度",
    "四季度",
];
/// Parts of a year or of a month.
pub const PARTS: &[&str] = &["上旬", "中旬", "下旬", "中下旬", "底", "末", "初", "中"];

/// Before 年 these make it one of several years, or none: 近年内, 每年底, 青年.
pub const NOT_THIS_YEAR: &str = "近去往多几数每全周学跨历逐青成万千余半当青壮";
/// Before 至 these move a date: 延长至3月底.
pub const MOVING: &str = "长延迟推期效限施续用";
/// Before 至 these, or a digit, begin a span of time: 3月至6月.
pub const SPANNING: [char; 5] = ['日', '月', '年', '行', '起'];

/// Words before a stated time that are none of it.
#[rustfmt::skip]
pub const BEFORE_TIME: &[&str] = &["力争", "确保", "原则上", "计划", "预计", "拟", "须", "应", "于", "在", "并"];
/// Times that have no date.
#[rustfmt::skip]
pub const ONGOING: &[&str] = &[
    "持续推进", "持续实施", "持续开展", "长期坚持", "长期推进", "长期", "常年", "全年", "常态化", "持续", "年内", "即时",
    "立行立改", "立即", "每年", "每季度", "每月", "按季度", "按月", "分期", "适时", "随时",
];
/// What may stand behind a stated time that adds nothing to it.
#[rustfmt::skip]
pub const DONE: &[&str] = &[
    "完成", "办结", "完成任务", "全面完成", "基本完成", "开工", "动工", "开工建设", "启动", "竣工", "建成", "投用", "建成投用",
    "投入使用", "投产", "完工",
];
/// What a time without a number begins with that is near: 今年底前, 本月底前.
pub const THIS: &[&str] = &["今年", "本年", "明年", "当年", "次年", "本月", "当月", "下月"];
/// What a clause begins with that goes on with the time before it.
pub const AND_ON: &[&str] = &["并", "后", "之后", "此后", "以后"];
/// What stands between years that something is due by: 到2022年和2030年.
pub const AND_YEARS: &[&str] = &["和", "、", "及"];
/// Quarters and halves of a year by themselves.
#[rustfmt::skip]
pub const QUARTERS: &[&str] = &[
    "上半年", "下半年", "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度",
];
/// What a number of days is counted from: 印发之日起30日内.
pub const FROM_THE_DAY: &str = "之日起";
/// Words before it that belong to it.
pub const FROM_WHAT: &[&str] =
    &["印发", "发布", "公布", "施行", "实施", "受理", "发文", "下发", "出台", "批复", "公告"];
/// The same in one word: 印发后3个月内.
pub const SINCE: &[&str] = &[
    "印发后",
    "发布后",
    "公布后",
    "更新后",
    "出台后",
    "下发后",
    "下达后",
    "施行后",
    "印发之后",
    "发布之后",
    "公布之后",
];
/// The character that they end with.
pub const AFTER: char = '后';
/// What is printed before them: 本意见印发之日起.
pub const THIS_DOCUMENT: char = '本';
/// Words before what is printed that are none of it.
pub const BEFORE_DAY: &[&str] = &["自", "在", "于", "应", "从", "须"];
/// Units of time in which such a time is counted.
pub const SPANS: &[&str] = &["个工作日", "工作日", "个月", "日", "天", "年", "周"];
/// What 中 and 初 begin that are no parts of a year or a month: 2025年中心城区.
pub const NO_PART: &[&str] = &[
    "中心", "中小", "中央", "中国", "中型", "中高", "中等", "中级", "中医", "中华", "中部", "中期", "中学", "中职",
    "初中", "初级", "初步", "初期",
];
/// Verbs that say anywhere in its clause that a year is the last one for it.
pub const FINISHED: &[&str] =
    &["基本建成", "全面建成", "基本完成", "全部完成", "全面完成", "基本实现", "全面实现", "基本形成", "基本建立"];
/// Words of a clause that tells what was.
pub const PAST: &[&str] = &["已", "了"];
/// What stands behind 2000年前 that says only since when something is there, before 的.
pub const THERE: &[&str] = &[
    "到期",
    "建成",
    "已建成",
    "投用",
    "竣工",
    "取得",
    "登记",
    "注册",
    "出生",
    "成立",
    "参加",
    "入学",
    "毕业",
    "修建",
    "投产",
    "购买",
    "购置",
];
/// Verbs behind a date that make it a deadline: 2022年6月底完成.
#[rustfmt::skip]
pub const DUE: &[&str] = &[
    "完成", "建成", "投用", "投运", "开工", "竣工", "办结", "启用", "全面完成", "基本完成", "基本建成", "全面建成",
    "投产", "投入使用", "上线", "实现", "力争", "达到",
];
/// Words of a clause that say what is reached by the time before them: 年末覆盖率达到90%.
pub const REACHING: &[&str] = &["达到", "超过", "突破", "不低于", "不少于", "达", "提高到", "降至"];
/// Verbs before a time that is taken for something: 用两年时间, 利用3-5年时间.
pub const TAKING: &[&str] = &["利用", "通过", "用", "花", "在"];
/// A word behind a number of years that makes it a deadline: 两年之内.
pub const WITHIN_YEARS: &[&str] = &["之内", "以内", "内"];
/// Behind a number of years that is taken.
pub const TIME: &[&str] = &["左右时间", "左右的时间", "的时间", "时间"];
/// Before 两年 these make it this year and the next: 今明两年.
pub const THIS_AND_NEXT: &str = "今明";
/// Words behind 5年内 with which nothing is to be done in that time: it is a condition, or what somebody is given.
#[rustfmt::skip]
pub const NOTHING_TO_DO: &[&str] = &[
    "享受", "无", "未", "不", "没", "曾", "免", "累计", "发生", "获得", "可", "有", "给予", "的", "，", "均", "只",
];
/// What follows a year in which something is to come.
pub const AHEAD: &[&str] = &[
    "要",
    "将",
    "力争",
    "确保",
    "全面推",
    "全面完成",
    "全面建成",
    "全面实现",
    "基本建成",
    "基本完成",
    "基本实现",
    "基本形成",
];
/// What stands before a date by which something had been reached already: 截至2020年底.
pub const AS_OF: &[&str] = &["截至", "截止", "截止到", "截至到"];
