//! How headings are labelled, which of them head no tasks, and what the columns of a table are called.

/// The forms of label. Which stands above which is for each plan to say, by the order of appearance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// `第一部分`, `第一章`, `壹、`.
    Part,
    /// `第一节`.
    Division,
    /// `甲、`.
    Stem,
    /// `（甲）`.
    StemBracketed,
    /// `Ⅰ、` `I.`
    Roman,
    /// `第一条`
    Article,
    /// `一、`
    Chinese,
    /// `（一）`
    ChineseBracketed,
    /// `1.` `1．` `1、`
    Arabic,
    /// `1.1 `
    Decimal,
    /// `任务一：`
    Named,
    /// `（1）` `1）`
    ArabicBracketed,
    /// `①`
    Circled,
    /// A heading line without a number, in a plan that numbers nothing.
    Unnumbered,
    /// A box between the tasks: `专栏1 重点工程`.
    Boxed,
    /// A line that begins notes on the plan: `说明`, `备注：`.
    Note,
    /// The first line of an annex, or of another document in the same text.
    Document,
}

/// What the first line of a box begins with.
pub const BOXES: &[&str] = &["专栏", "专 栏"];

/// What heads notes on a plan, which stand before, between or behind its tasks and are none of them.
#[rustfmt::skip]
pub const NOTES: &[&str] = &[
    "说明", "有关说明", "相关说明", "编制说明", "起草说明", "填报说明", "填表说明", "情况说明", "几点说明", "备注", "附注", "注", "注释",
    "名词解释",
];

impl Form {
    /// Whether headings of this form group others at the top of a plan.
    pub fn is_upper(self) -> bool {
        matches!(self, Self::Part | Self::Stem | Self::Roman | Self::Chinese | Self::Unnumbered)
    }

    /// Whether a line with a label of this form can head rows of a table.
    pub fn heads_rows(self) -> bool {
        matches!(self, Self::Part | Self::Stem | Self::Roman | Self::Chinese | Self::ChineseBracketed)
    }
}

/// What begins an ordinal: `第一章`.
pub const ORDINAL: char = '第';
/// What it numbers.
pub const ORDINALS: &[(&str, Form)] =
    &[("部分", Form::Part), ("篇", Form::Part), ("章", Form::Part), ("节", Form::Division), ("条", Form::Article)];
/// One of them that also counts what is written: 第一篇文章.
pub const WRITTEN: &str = "篇";
/// Numerals in their long form, in which parts are counted: `壹、`.
pub const LONG_NUMERALS: [char; 10] = ['壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾'];
/// The ten stems, in which upper headings are counted: `甲、`.
pub const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
/// Roman numerals, by their values.
pub const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
/// The first and the last of those that are one character.
pub const ROMAN_CHARACTERS: [char; 2] = ['Ⅰ', 'Ⅻ'];
/// Marks behind an ordinal.
pub const AFTER_ORDINAL: [char; 4] = ['、', '：', ':', '.'];
/// Words that are numbered: 任务一：, 行动1：.
pub const NAMED: &[&str] = &["任务", "举措", "措施", "行动", "事项", "项目", "专项行动", "重点任务"];
/// Marks behind such a number.
pub const AFTER_NAMED: [char; 5] = ['：', ':', '、', '.', '．'];
/// Marks behind `（一）`.
pub const AFTER_BRACKET: [char; 2] = ['、', '.'];
/// Marks behind `一`.
pub const AFTER_CHINESE: [char; 4] = ['、', '．', '.', '﹑'];
/// What stands behind a numeral that counts the sentences of a text: `一是`.
pub const IS: char = '是';
/// Points behind `1`, which may also stand inside of a number.
pub const POINTS: [char; 5] = ['.', '．', '﹒', '·', '•'];
/// Marks behind the number of a row, which are none of it.
pub const AFTER_ROW_NUMBER: [char; 3] = ['.', '、', '．'];

/// Numbers that are one character with their mark: the first and the last of each run, and its form.
pub const ONE_CHARACTER: &[(char, char, Form)] = &[
    ('①', '⑳', Form::Circled),
    ('⑴', '⒇', Form::ArabicBracketed),
    ('⒈', '⒛', Form::Arabic),
    ('㈠', '㈩', Form::ChineseBracketed),
];

/// Headings of passages before the tasks that nobody ticks.
#[rustfmt::skip]
pub const GENERAL: &[&str] = &[
    "总体要求", "总体目标", "总体思路", "总要求", "指导思想", "基本原则", "工作原则", "主要目标", "工作目标",
    "发展目标", "行动目标", "目标要求", "工作思路", "基本思路", "适用范围", "适用对象", "支持对象", "支持范围",
    "实施范围", "扶持对象", "背景", "重要意义", "目的意义", "编制依据", "发展基础", "工作基础", "总则", "实施时间",
    "有效期", "定义",
];

/// Words in the headings of passages after the tasks that say what holds for all of them.
#[rustfmt::skip]
pub const STANDING: &[&str] = &[
    "组织实施", "组织保障", "组织领导", "保障措施", "工作保障", "保障机制", "实施保障", "工作要求", "有关要求",
    "相关要求", "实施要求", "强化保障", "保障要求", "监督考核", "保障制度", "政策保障", "服务保障措施",
];

/// What the heading of a passage ends with that says what is aimed at: 行动计划目标, 重点发展产品.
pub const AIMS: &[&str] = &["目标", "愿景", "发展产品", "发展方向", "重点方向", "重点领域", "空间布局", "发展布局"];

/// What the text behind a long heading begins with that enumerates.
pub const ENUMERATING: &[&str] = &["一要", "一是", "首先", "第一，", "一）", "（1）", "①"];

/// Headings that say so only as they stand.
#[rustfmt::skip]
pub const STANDING_EXACTLY: &[&str] = &[
    "附则", "其他", "其他事项", "推进机制", "工作机制", "考核评价", "保障", "工作步骤", "实施步骤", "工作安排",
    "监督检查", "督导考核", "说明", "有关说明", "相关说明", "编制说明", "起草说明",
];

/// Headings of passages before the tasks that say so only as they stand.
pub const GENERAL_EXACTLY: &[&str] = &["说明", "有关说明", "相关说明", "编制说明", "起草说明"];

/// What headings end with that are called as kinds of documents are, and name none where they are short: 重点任务.
pub const HEADING_KINDS: &[&str] = &["任务", "措施", "举措", "安排", "行动", "目标"];

/// Labels before a colon of what is to be done, which say nothing of it: 工作措施：修渠3条.
#[rustfmt::skip]
pub const CONTENT_LABELS: &[&str] = &[
    "措施", "工作措施", "具体措施", "主要措施", "推进措施", "重点措施", "实施措施", "任务", "工作任务", "重点任务", "具体任务", "主要任务",
    "目标任务", "任务目标", "工作目标", "年度目标", "主要目标", "目标", "内容", "工作内容", "任务内容", "主要内容", "具体内容", "建设内容",
    "实施内容", "工作举措", "具体举措", "主要举措", "举措", "具体要求", "任务名称", "项目名称", "事项名称", "工作事项", "事项",
];
/// The longest of them, in characters.
pub const LONGEST_CONTENT_LABEL: usize = 4;

/// Marks that no heading line has in a plan that numbers nothing.
pub const NOT_IN_HEADING: [char; 5] = ['：', ':', '，', '|', '\t'];

/// Columns with the number of a row.
pub const NUMBER_COLUMNS: &[&str] = &["序号", "编号", "号", "No.", "NO"];
/// Columns that are called just so and name who answers.
pub const BODY_COLUMNS: &[&str] = &["部门", "单位", "部门名称", "单位名称", "成员单位", "责任主体", "地区和部门"];
/// Columns of places, which answer where no other column says who does.
pub const PLACE_COLUMNS: &[&str] = &[
    "乡镇",
    "镇街",
    "街镇",
    "街道",
    "村",
    "村居",
    "社区",
    "村社区",
    "县区",
    "区县",
    "县",
    "乡",
    "镇",
    "市县",
    "市州",
    "单位或乡镇",
];
/// One of them that names in what values are counted, where another column names who answers.
pub const COUNTED_IN: &str = "单位";
/// Endings of the names of columns that group rows.
pub const GROUP_COLUMNS: &[&str] = &["领域", "类别", "分类", "板块", "方面", "专项", "类型"];
/// Endings of the names of columns that say what is to be done.
#[rustfmt::skip]
pub const CONTENT_COLUMNS: &[&str] = &[
    "举措", "措施", "内容", "要求", "具体任务", "标准", "成果", "职责", "具体工作", "规模", "计划", "预期成效", "预期效果",
    "目标成效", "年度形象进度",
];
/// Endings of the names of columns that say what it costs, and not what is to be done.
pub const COST_COLUMNS: &[&str] = &["投资计划", "资金计划", "投资规模", "资金规模", "用地计划", "用款计划"];
/// Endings of the names of columns with particulars, in which nothing is to be done.
#[rustfmt::skip]
pub const PARTICULAR_COLUMNS: &[&str] = &[
    "备注", "说明", "人", "人员", "领导", "负责同志", "姓名", "职务", "电话", "方式", "分值", "权重", "得分", "自评", "分数", "单位", "投资",
    "金额", "资金", "经费", "来源", "依据", "出处", "地点", "位置", "情况", "进展", "现状", "基础", "性质", "年限", "时间", "日期", "次数", "编码",
    "代码", "文号", "级别", "属性", "范围", "周期", "频次", "领域", "类别", "分类", "板块", "方面", "专项", "类型", "问题", "原因", "基期值", "基准值",
];
/// Columns that are called just so and say what is to be done.
pub const CONTENT_NAMES: &[&str] = &["任务分解", "时序进度", "任务分解/时序进度", "任务分解及时序进度", "考核要点"];
/// Names of columns that end so and say how what was done is marked.
pub const MARKING_COLUMNS: &[&str] = &["评分标准", "计分标准", "扣分标准", "评价标准", "得分标准", "赋分标准"];
/// What the first cell of a row says that sums up others.
pub const TOTALS: &[&str] = &["总分", "合计", "总计", "小计", "共计"];
/// Endings of the names of columns that say how much of it.
pub const VALUE_COLUMNS: &[&str] = &["目标", "目标值", "指标值", "目标数", "任务数", "任务量", "计划数", "计划值"];
/// Columns that are called just so and say how much of it is to be done in all, beside those that say how much in each place.
pub const WHOLE_COLUMNS: &[&str] = &["全市", "全县", "全区", "全省", "全州", "全镇", "全乡", "合计", "总计"];
/// Endings of the names of columns that say what is to be reached in the year before them: 2027年目标值.
pub const AIM_COLUMNS: &[&str] = &["目标", "目标值", "指标值", "计划", "任务"];
/// Endings of the names of columns that name what is to be done.
#[rustfmt::skip]
pub const TASK_COLUMNS: &[&str] = &[
    "任务", "事项", "项目", "重点工作", "任务名称", "指标", "工作", "名称", "场景", "实事",
];
/// Lines over the names of the columns of a table that goes on on the next page.
pub const CONTINUED: &[&str] = &["续表", "（续表）", "(续表)", "续上表", "接上表", "（续）", "(续)"];
/// A column that ends so is one of tasks, although the word can open a statement too: 分工任务.
pub const WORK: &str = "任务";
/// And so is one that is called so.
pub const ORGANISING: &str = "组织";
