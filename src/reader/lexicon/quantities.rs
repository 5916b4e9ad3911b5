//! Numbers that plans set: units of counting, words that compare, verbs that say what is to be reached.

use super::bodies::is_place;
use super::longest_start;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Units of counting. Where one begins another, the longer one is meant.
#[rustfmt::skip]
pub const UNITS: &[&str] = &[
    "个百分点", "百分点", "个工作日", "工作日", "个自然日", "个交易日", "个小时", "个月", "个季度", "个点",
    "个", "平方公里", "平方千米", "平方米", "立方米", "公里", "千米", "公顷", "公斤", "千克", "千瓦时", "千瓦",
    "兆瓦时", "兆瓦", "万千瓦", "人次", "户次", "场次", "件次", "辆次", "架次", "车次", "台次", "台套", "台", "人",
    "名", "家", "所", "套", "户", "场", "项", "次", "件", "条", "座", "辆", "亩", "米", "吨", "元", "美元", "小时",
    "分钟", "天", "日", "晚", "年", "周", "倍", "款", "类", "处", "间", "张", "份", "部", "支", "种", "对", "床",
    "篇", "门", "期", "节", "班", "艘", "架", "根", "口", "眼", "株", "棵", "只", "头", "羽", "升", "克", "度",
    "字", "单", "笔", "宗", "例", "批", "片", "幅", "本", "册", "枚", "具", "副", "组", "团", "队", "县", "镇",
    "村", "乡", "区", "市", "条线", "%", "％", "‰", "PB", "TB", "GB", "EB", "MW", "kW", "KW", "GW", "P", "EFLOPS",
    "标箱", "标准箱", "卡", "床位", "车位", "学位", "股", "级", "分", "点", "站", "栋", "幢", "层", "万方", "方",
    "毫米", "厘米", "克拉", "宗地", "桩", "月", "季度", "位", "行", "批次", "人份", "剂次", "班次", "学时", "课时", "平米",
    "家次", "立方", "蒸吨", "㎡", "秒", "毫秒", "斤", "盏", "块", "席", "趟", "集", "标段", "亩次", "微克/立方米",
    "折", "卡时", "岁", "周岁", "起",
];

/// The units by their first character. They are looked for behind every number.
static BY_START: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let mut all: HashMap<char, Vec<&'static str>> = HashMap::new();
    for unit in UNITS {
        if let Some(first) = unit.chars().next() {
            all.entry(first).or_default().push(unit);
        }
    }
    all
});

/// The longest unit that words begin with.
pub fn unit_at_start(words: &str) -> Option<&'static str> {
    let units = BY_START.get(&words.chars().next()?)?;
    longest_start(words, units)
}

/// A unit that is the short form of a year, or a span of years.
pub const YEARS: &str = "年";
/// A unit that may be the day of a date.
pub const DAYS: &str = "日";
/// Units that a Chinese numeral counts only where a word before it compares: 每周一次.
pub const OF_HABIT: &[&str] = &["日", "周", "月", "次"];
/// Units that are one only where a word compares: 80分以上, 三期.
pub const ONLY_COMPARED: &[&str] = &["分", "点", "期", "级"];
/// One of them that is one by itself, too, where nothing is called after it: 4期.
pub const PERIODS: &str = "期";
/// Words before a number of years that make it a span.
pub const LASTING: &[&str] = &["延长", "不变", "期限", "为期", "满", "享受", "给予"];
/// One of them that may stand anywhere before it.
pub const EXTENDING: &str = "延长";

/// Words that a unit begins, so that its number names something: 12345市民热线, 3部门.
const NAMES: &[(&[&str], &[&str])] = &[
    (&["部"], &["门", "委", "分", "署"]),
    (&["个", "家"], &["部门", "单位联合"]),
    (&["起"], &["来", "步", "点", "草", "见", "到"]),
    (
        &["级", "分", "点", "位", "行", "方", "卡", "站", "层", "组", "队", "团", "班"],
        &["别", "之", "钟", "析", "类", "级", "动", "业", "向", "面", "法"],
    ),
    (&["人"], &["民", "才", "大", "口普查"]),
    (&["条"], &["例", "件"]),
    (&["类"], &["别"]),
    (&["日", "年"], &["起", "度", "代", "内瓦", "常", "后", "来"]),
    (&["个月", "天", "小时", "个工作日", "分钟"], &["后"]),
    (&["对"], &["接", "口", "标", "于", "外"]),
    (&["处"], &["理", "置"]),
    (&["项"], &["目标"]),
    (&["度"], &["假"]),
    (&["单"], &["位"]),
    (&["本"], &["级", "市", "省", "地"]),
    (&["张"], &["网"]),
    (&["吨", "千瓦", "万千瓦", "兆瓦", "元"], &["级"]),
    (&["米", "公里"], &["覆盖率", "半径", "供热半径", "服务半径"]),
];
/// What energy is counted as, behind its unit and before what it is counted by: 千克标煤/平方米.
pub const COAL: &[&str] = &["标准煤", "标煤"];
/// Units of time, by which a rate is counted that is not part of the unit: 3000元/年.
pub const OF_TIME: &[&str] = &["年", "月", "日", "天", "周", "次", "季度", "小时"];
/// A unit that never counts by itself: 3月 is a date.
const NEVER: &str = "月";

/// Whether the unit is the beginning of a longer word, so that the number names something.
pub fn name_follows(unit: &str, rest: &str) -> bool {
    let names = NAMES.iter().filter(|(units, _)| units.contains(&unit)).flat_map(|(_, names)| *names);
    unit == NEVER || names.into_iter().any(|name| rest.starts_with(name))
}

/// Whether a unit is a kind of place: it counts only the places listed before it (`化隆、循化两县`).
pub fn counts_places(unit: &str) -> bool {
    let mut chars = unit.chars();
    chars.next().is_some_and(|c| is_place(c) || c == '村') && chars.next().is_none()
}

/// What counts the members of a list, besides levels of places.
const LIST_COUNTERS: &str = "条个村项家所座处类种";

/// Whether a character counts the members of a list: 三条控制线, 两县.
pub fn counts_list(c: char) -> bool {
    is_place(c) || LIST_COUNTERS.contains(c)
}

/// Words before a number that compare.
#[rustfmt::skip]
pub const AT_LEAST_BEFORE: &[&str] = &[
    "不少于", "不低于", "不小于", "不得低于", "不得少于", "至少", "超过", "突破", "大于", "高于", "多于", "超",
    "达到", "达", "≥", "≧", ">=", "＞=", "＞＝", ">", "＞",
];
/// The same for the other side.
#[rustfmt::skip]
pub const AT_MOST_BEFORE: &[&str] = &[
    "最高不超过", "最长不超过", "最多不超过", "不得超过", "不超过", "不高于", "不多于", "不大于", "不得高于",
    "不长于", "低于", "少于", "小于", "控制在", "最高", "最长", "最多", "限", "≤", "≦",
    "<=", "＜=", "＜＝", "<", "＜",
];
/// Those that say that the number is to be reached, and may be passed.
pub const REACHED: &[&str] = &["达", "达到"];
/// Marks that say that it is the number.
pub const EQUALS: [char; 2] = ['=', '＝'];
/// A short verb that may stand between such a word and its number: 最高可申请300万元, 至少开展一次.
#[rustfmt::skip]
pub const BETWEEN: &[&str] = &[
    "可申请", "给予", "开展", "举办", "组织", "为", "到", "可达", "建设", "培育", "打造", "建成", "新增", "完成",
    "公开", "召开",
];

/// Words behind a unit that compare.
pub const AT_LEAST_AFTER: &[&str] = &["及以上", "（含）以上", "(含)以上", "以上"];
/// Those of the other side that say, before a name, what something is for: 35蒸吨及以下锅炉.
pub const BELOW: &[&str] = &["及以下", "以下"];
/// The same for the other side.
#[rustfmt::skip]
pub const AT_MOST_AFTER: &[&str] = &[
    "及以内", "及以下", "（含）以内", "(含)以内", "（含）以下", "(含)以下", "以内", "之内", "以下",
];
/// And for neither.
pub const ABOUT_AFTER: &[&str] = &["左右", "上下"];
/// The short form of 以内.
pub const INSIDE: &str = "内";
/// Words before a number of what is there already, or of what a list is counted.
#[rustfmt::skip]
pub const DESCRIBING: &[&str] = &[
    "针对", "等", "现有", "原", "原有", "已有", "前", "其余", "上述", "共有", "已建成", "第", "之日起", "确定的", "出列的", "认定的", "评定的", "新增的", "下达的", "列入的", "纳入的", "涉及的", "现有的",
    "印发后", "发布后", "公布后", "更新后", "出台后", "下发后", "下达后", "施行后",
];
/// What something has that is called by its size, where nothing but it stands before the number: （全长18.6公里，总投资4.2亿元）.
#[rustfmt::skip]
pub const ATTRIBUTES: &[&str] = &[
    "全长", "总长", "总长度", "总投资", "计划总投资", "估算总投资", "概算总投资", "建筑面积", "总建筑面积", "占地", "占地面积", "用地面积", "库容", "总库容",
];
/// Words before a number that say from where something goes: 从500元提高到520元.
pub const FROM: [char; 2] = ['从', '由'];
/// And those behind it that say that it goes on.
#[rustfmt::skip]
pub const GOING_TO: &[&str] = &[
    "提高到", "提高至", "提高为", "提升到", "提升至", "提升为", "增加到", "增加至", "扩大到", "扩大至", "增长到", "增长至", "放宽到",
    "放宽至", "延长到", "延长至", "压缩到", "压缩至", "压缩为", "缩短到", "缩短至", "缩短为", "降低到", "降低至", "降低为", "降至",
    "下降到", "下降至", "减少到", "减少至", "减少为", "调整为", "调整到", "调整至", "精简到", "精简至", "精简为", "压减到", "压减至",
    "压减为", "增至", "升至", "扩至", "上升到", "上升至", "上调至", "上调到", "拓展到", "拓展至", "扩展到", "扩展至", "提至", "达到",
];
/// Units of size that say of which class something is where 以上 stands between them and a name: 亩 of 100亩以上基地.
#[rustfmt::skip]
pub const OF_SIZE: &[&str] = &[
    "人", "名", "户", "人次", "元", "美元", "亩", "公顷", "平方米", "平方公里", "平方千米", "平米", "立方米", "吨", "千瓦", "兆瓦", "MW",
    "kW", "KW", "米", "公里", "千米", "张", "床", "头", "羽", "只", "级",
];
/// What is of such a class.
#[rustfmt::skip]
pub const CLASSED: &[&str] = &[
    "班额", "企业", "项目", "单位", "建筑", "场所", "园区", "基地", "学校", "小区", "自然村", "行政村", "村庄", "工程", "机构", "商场",
    "市场", "景区", "医院", "养殖场", "大户", "主体", "会议", "活动", "班级", "班次", "机组", "锅炉", "水库", "泊位", "船舶", "河流", "湖泊",
    "农场", "合作社", "集群", "门店", "案件", "合同", "产业", "岗位",
];
/// Words before a number of years or of anything else that say who qualifies.
#[rustfmt::skip]
pub const OF_WHOM: &[&str] = &[
    "参保", "缴费", "工作", "从业", "注册", "成立", "年满", "未满", "失业", "担任", "任职", "从事", "居住", "正常经营",
];
/// Units of age, which say of whom something is said, but where a life is that long.
pub const OF_AGE: &[&str] = &["岁", "周岁"];
/// What is counted in years of age and is to be reached: 人均预期寿命达到80岁.
pub const LIFE: &str = "寿命";
/// Units that say who qualifies where 以上 stands between them and a name: 二级以上医院.
pub const OF_RANK: &[&str] = &["级", "岁", "星", "年", "年级"];
/// What a clause begins with that says to whom something is given: 对产值超过1亿元的企业.
pub const TO_WHOM: [char; 3] = ['对', '凡', '向'];
/// The word for being, with which the next clause may say that a number is a condition: 占比达到30%，是…的必要条件.
pub const IS: char = '是';
/// What it is then.
pub const CONDITIONS: &[&str] = &["条件", "前提", "门槛"];
/// Words for the most that is given: 最高10万元的补助.
pub const UPPERMOST: &[&str] = &["最高", "最长", "最多"];
/// What a comparison may speak of between a verb and its number: 组建规模不低于10亿元的基金.
pub const MEASURED: &[&str] = &["规模", "总规模", "面积", "总面积", "总量", "总额", "总计", "金额", "投资", "总投资"];
/// What 的 stands before behind the most or the least that is given: 不超过30万元的一次性奖励, 不高于10%的标准.
#[rustfmt::skip]
pub const GIVEN: &[&str] = &[
    "奖励", "奖补", "补助", "补贴", "资助", "资金", "支持", "优惠", "减免", "贴息", "标准", "比例", "额度", "贷款", "担保", "经费", "券",
];
/// Verbs that give it.
#[rustfmt::skip]
pub const GIVING: &[&str] = &[
    "给予", "予以", "按", "奖励", "补助", "补贴", "发放", "一次性", "免征", "免收", "可", "实行", "享受", "分别", "最高",
];
/// What begins a condition that something is given for as often as it is met: 每培育1家企业给予补助.
pub const EACH: char = '每';
/// What is done each time.
#[rustfmt::skip]
pub const EACH_TIME: &[&str] = &["新增", "增加", "培育", "引进", "建成", "新建", "完成", "认定", "招引", "吸纳", "创建", "孵化"];
/// Verbs that give something for it, and nothing else.
pub const REWARDING: &[&str] = &["给予", "予以", "奖励", "补助", "补贴"];
/// To whom something is given.
pub const RECIPIENTS: &[&str] = &[
    "企业",
    "单位",
    "项目",
    "机构",
    "个人",
    "人员",
    "平台",
    "园区",
    "团队",
    "主体",
    "学校",
    "家庭",
    "农户",
    "合作社",
    "基地",
    "商户",
    "人才",
    "成员",
    "毕业生",
    "劳动者",
    "村",
    "街区",
];
/// What else follows from a condition: 逾期30天的，应予通报.
pub const CONSEQUENCES: &[&str] =
    &["应", "须", "要", "予", "再", "每", "均", "由", "不", "取消", "认定", "视为", "奖", "补"];
/// Units of a share: 80%以上的村 is to be reached, and says of none whom something is for.
pub const SHARES: &[&str] = &["%", "％", "‰"];
/// What 内 begins that is no comparison.
pub const NOT_INSIDE: &str = "内容";
/// Behind a comparison it says whom something is for, and not what is to be reached: 60岁以上的老人.
pub const QUALIFYING: char = '的';

/// Verbs that say that a number is to be reached.
#[rustfmt::skip]
pub const COMPLETING: &[&str] = &[
    "完成", "建成", "新建", "建设", "实施", "打造", "开工", "落实", "延长", "达到", "达", "实现", "形成", "培育",
    "认定", "引进", "组织", "举办", "开展", "新增", "改造", "压缩", "创建", "建立", "推出", "发布", "制定", "配备",
    "设置", "设立", "支持", "开发", "选派", "选聘", "争取", "力争", "确保", "评选", "挖掘", "集聚", "汇聚", "提供", "提高", "提升", "增长",
    "增加", "划定", "改建", "扩建", "投运", "竣工", "推广", "遴选", "选拔", "培训", "预留", "招引", "建", "至", "为",
];
/// Verbs that complete what a sentence lists.
#[rustfmt::skip]
pub const FINISHING: &[&str] = &[
    "完成", "建成", "划定", "投运", "竣工", "投用", "实现", "启用", "确定", "投产", "建立",
];
/// Verbs that bring something down, before a word of [`DOWN_TO`].
pub const LOWERING: &[&str] = &["压缩", "缩短", "缩减", "压减", "精简", "减少", "降低", "下降", "降"];
/// Words between such a verb and its number.
pub const DOWN_TO: [char; 3] = ['至', '到', '为'];
/// Units of time in which a circle lies: 1小时通勤圈.
pub const CIRCLE_UNITS: &[&str] = &["小时", "个小时", "分钟"];
/// What lies in them.
pub const CIRCLE: char = '圈';

/// Before a number these make it an ordinal or the tail of a name.
pub const NO_NUMBER_BEHIND: [char; 4] = ['第', '.', '№', '/'];

/// A numeral that is less than one: 最长半年.
pub const HALF: char = '半';
/// Before it these make another word: 上半年, 每半年.
pub const NO_HALF_BEHIND: [char; 5] = ['上', '下', '每', '前', '后'];

/// Words for full coverage.
pub const FULL_COVERAGE: &[&str] = &["全覆盖", "全面覆盖"];
/// The character that they begin with.
pub const FULL: char = '全';
/// Verbs that make it a target.
pub const COVERING: &[&str] = &["实现", "达到", "确保", "完成", "做到"];
/// What it covers.
#[rustfmt::skip]
pub const COVERED: &[&str] = &[
    "乡镇", "社区", "行政村", "自然村", "镇街", "街道", "村居", "县域", "市域", "全域", "城乡", "全市", "全县",
    "全省", "全区", "县区", "区县", "村级", "镇村", "乡村", "建制村", "村",
];

/// What covers places without a verb that says so: 行政村5G全覆盖.
pub const NETWORKS: &[&str] = &[
    "5G",
    "5G网络",
    "5G信号",
    "5g",
    "4G",
    "4G网络",
    "移动网络",
    "移动信号",
    "信号",
    "光纤",
    "光网",
    "宽带",
    "宽带网络",
    "千兆网络",
];

/// The word for doing away with something.
pub const ELIMINATING: &str = "消除";
/// The character that it begins with.
pub const ELIMINATE: char = '消';
/// What is counted and may not remain.
pub const ELIMINATED: &[&str] = &["劣", "黑臭", "零就业", "空壳", "薄弱"];
/// What it is counted in.
pub const ELIMINATED_UNITS: &[&str] = &["断面", "水体", "家庭", "村"];
