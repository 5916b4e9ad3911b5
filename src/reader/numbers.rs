//! Numbers as plans print them: `2.4万人次`, `9千人以上`, `1-3个月`, `不少于两万平方米`.

use super::chars::{Bytes, chars_in, digit, is_numeral, is_space, numeral_value, slice};

/// Units of counting, longest first where one begins another.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "个百分点", "百分点", "个工作日", "工作日", "个自然日", "个交易日", "个小时", "个月", "个季度", "个县", "个点",
    "个", "平方公里", "平方千米", "平方米", "立方米", "公里", "千米", "公顷", "公斤", "千克", "千瓦时", "千瓦",
    "兆瓦时", "兆瓦", "万千瓦", "人次", "户次", "场次", "件次", "辆次", "架次", "车次", "台次", "台套", "台", "人",
    "名", "家", "所", "套", "户", "场", "项", "次", "件", "条", "座", "辆", "亩", "米", "吨", "元", "美元", "小时",
    "分钟", "天", "日", "晚", "年", "周", "倍", "款", "类", "处", "间", "张", "份", "部", "支", "种", "对", "床",
    "篇", "门", "期", "节", "班", "艘", "架", "根", "口", "眼", "株", "棵", "只", "头", "羽", "升", "克", "度",
    "字", "单", "笔", "宗", "例", "批", "片", "幅", "本", "册", "枚", "具", "副", "组", "团", "队", "县", "镇",
    "村", "乡", "区", "市", "条线", "%", "％", "‰", "PB", "TB", "GB", "EB", "MW", "kW", "KW", "GW", "P", "EFLOPS",
    "标箱", "标准箱", "卡", "床位", "车位", "学位", "股", "级", "分", "点", "站", "栋", "幢", "层", "万方", "方",
    "毫米", "厘米", "克拉", "宗地", "桩", "月", "季度", "位", "行",
];

/// Words before a number that compare, longest first.
#[rustfmt::skip]
const AT_LEAST_BEFORE: &[&str] = &[
    "不少于", "不低于", "不小于", "不得低于", "不得少于", "至少", "超过", "突破", "大于", "高于", "多于", "超",
    "达到", "达",
];
/// The same for the other side.
#[rustfmt::skip]
const AT_MOST_BEFORE: &[&str] = &[
    "最高不超过", "最长不超过", "最多不超过", "不得超过", "不超过", "不高于", "不多于", "不大于", "不得高于",
    "不长于", "低于", "少于", "小于", "控制在", "最高", "最长", "最多", "限",
];

/// A number as printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its value, without 万 and 亿: those belong to the unit.
    pub value: f64,
    /// After its digits.
    pub digits_end: usize,
    /// After 万, 亿, 多, 余.
    pub end: usize,
    /// Whether it is written in Chinese numerals.
    pub chinese: bool,
}

/// The number at the start of the range. Of a range (`1-3个月`) the value is the upper end.
pub fn number_at(text: &str, range: Bytes) -> Option<Number> {
    let first = slice(text, range.clone()).chars().next()?;
    let (mut value, mut end, chinese) = if digit(first).is_some() {
        let (value, end) = digits(text, range.clone())?;
        (value, end, false)
    } else {
        let end = chars_in(text, range.clone()).take(7).find(|(_, c)| !is_numeral(*c)).map_or(range.end, |(at, _)| at);
        (f64::from(numeral_value(slice(text, range.start..end))?), end, true)
    };
    let rest = slice(text, end..range.end);
    if let Some(dash) = rest.chars().next().filter(|c| matches!(c, '-' | '—' | '－' | '–' | '~' | '～' | '至')) {
        let upper = end + dash.len_utf8();
        let upper = upper + if slice(text, upper..range.end).starts_with('—') { '—'.len_utf8() } else { 0 };
        if !chinese && let Some((high, after)) = digits(text, upper..range.end) {
            (value, end) = (high, after);
        }
    }
    let digits_end = end;
    for (at, c) in chars_in(text, end..range.end).take(6) {
        if matches!(c, '万' | '亿' | '千' | '百' | '余' | '多' | '十') {
            end = at + c.len_utf8();
        } else if !is_space(c) {
            break;
        }
    }
    Some(Number { value, digits_end, end, chinese })
}

/// A number of more digits names something, and could not be kept exactly: saved forms have floats.
const MOST_DIGITS: usize = 15;

/// Arabic digits with a decimal part and thousands separators, and where they end.
fn digits(text: &str, range: Bytes) -> Option<(f64, usize)> {
    let mut plain = String::new();
    let mut end = range.start;
    let mut pending = None;
    for (at, c) in chars_in(text, range).take(40) {
        if let Some(d) = digit(c) {
            plain.extend(pending.take().filter(|p| *p == '.'));
            plain.extend(char::from_digit(d, 10));
            end = at + c.len_utf8();
        } else if matches!(c, '.' | '．' | ',') && pending.is_none() && !plain.is_empty() {
            pending = Some(if c == '．' { '.' } else { c });
        } else {
            break;
        }
    }
    let count = plain.bytes().filter(u8::is_ascii_digit).count();
    plain.parse().ok().filter(|_| (1..=MOST_DIGITS).contains(&count)).map(|value| (value, end))
}

/// The unit of counting at the start of the range, a short bracket behind it included: `套（次）`.
pub fn unit_at(text: &str, range: Bytes) -> Option<Bytes> {
    let start = chars_in(text, range.clone()).take(3).find(|(_, c)| !is_space(*c)).map_or(range.end, |(at, _)| at);
    let rest = slice(text, start..range.end);
    let unit = UNITS.iter().filter(|unit| rest.starts_with(**unit)).max_by_key(|unit| unit.len())?;
    let end = start + unit.len();
    let rest = slice(text, end..range.end);
    let latin = unit.ends_with(|c: char| c.is_ascii_alphabetic());
    if latin && rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    if name_follows(unit, rest) {
        return None;
    }
    let bracket = rest.char_indices().take(4).collect::<Vec<_>>();
    let closed = match bracket.as_slice() {
        [(_, '（' | '('), (_, inner), (at, close @ ('）' | ')')), ..]
            if UNITS.iter().any(|u| u.chars().eq([*inner])) =>
        {
            Some(end + at + close.len_utf8())
        }
        _ => None,
    };
    Some(start..closed.unwrap_or(end))
}

/// Whether a unit is a kind of place: it counts only the places listed before it (`化隆、循化两县`).
pub fn is_place(unit: &str) -> bool {
    matches!(unit, "市" | "区" | "县" | "乡" | "村" | "镇")
}

/// Whether the unit is the beginning of a longer word, so that the number names something: 12345市民热线, 3部门.
fn name_follows(unit: &str, rest: &str) -> bool {
    let names: &[&str] = match unit {
        "部" => &["门", "委", "分", "署"],
        "个" | "家" => &["部门", "单位联合"],
        "级" | "分" | "点" | "位" | "行" | "方" | "卡" | "站" | "层" | "组" | "队" | "团" | "班" => {
            &["别", "之", "钟", "析", "类", "级", "动", "业", "向", "面", "法"]
        }
        "人" => &["民", "才", "大", "口普查"],
        "条" => &["例", "件"],
        "类" => &["别"],
        "日" | "年" => &["起", "度", "代", "内瓦", "常", "后", "来"],
        "月" => return true,
        "个月" | "天" | "小时" | "个工作日" | "分钟" => &["后"],
        "对" => &["接", "口", "标", "于", "外"],
        "处" => &["理", "置"],
        "项" => &["目标"],
        "度" => &["假"],
        "单" => &["位"],
        "本" => &["级", "市", "省", "地"],
        "张" => &["网"],
        _ => &[],
    };
    names.iter().any(|name| rest.starts_with(name))
}

/// A comparison before a number, with the place where its words begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Before {
    /// 不少于.
    AtLeast(usize),
    /// 不超过.
    AtMost(usize),
    /// 达到, 力争: to be reached.
    Reached(usize),
}

impl Before {
    /// Where its words begin.
    pub fn start(&self) -> usize {
        match self {
            Self::AtLeast(at) | Self::AtMost(at) | Self::Reached(at) => *at,
        }
    }
}

/// The comparison that ends just before a number. `clause` ends at the number.
pub fn before_number(text: &str, clause: Bytes) -> Option<Before> {
    let words = slice(text, clause.clone());
    let end = words.trim_end();
    // 最高可申请300万元, 至少开展一次: a short verb may stand between.
    let between = [
        "可申请",
        "给予",
        "开展",
        "举办",
        "组织",
        "为",
        "到",
        "可达",
        "建设",
        "培育",
        "打造",
        "建成",
        "新增",
        "完成",
        "公开",
        "召开",
    ];
    let stems = std::iter::once(end).chain(between.iter().filter_map(|verb| end.strip_suffix(verb)));
    for (n, stem) in stems.enumerate() {
        let longest = |list: &[&str]| list.iter().filter(|word| stem.ends_with(**word)).map(|word| word.len()).max();
        let (least, most) = (longest(AT_LEAST_BEFORE), longest(AT_MOST_BEFORE));
        // With a verb between, the words stand out only from the number on.
        let start = |len: usize| if n == 0 { clause.start + stem.len() - len } else { clause.end };
        match (least, most) {
            (Some(l), m) if m.is_none_or(|m| l > m) => {
                let reached = stem.ends_with('达') || stem.ends_with("达到");
                return Some(if reached { Before::Reached(clause.end) } else { Before::AtLeast(start(l)) });
            }
            (_, Some(m)) => return Some(Before::AtMost(start(m))),
            _ => {}
        }
    }
    None
}

/// A comparison behind the unit, with the place where its words end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum After {
    /// 以上.
    AtLeast(usize),
    /// 以内.
    AtMost(usize),
    /// 左右.
    About(usize),
    /// 以上的: says whom something is for, not what is to be reached.
    Qualifies,
    /// None.
    Nothing,
}

impl After {
    /// Where its words end.
    pub fn end(&self) -> Option<usize> {
        match self {
            Self::AtLeast(at) | Self::AtMost(at) | Self::About(at) => Some(*at),
            Self::Qualifies | Self::Nothing => None,
        }
    }
}

/// The comparison that begins just after a unit.
pub fn after_number(text: &str, range: Bytes) -> After {
    let start = chars_in(text, range.clone()).take(3).find(|(_, c)| !is_space(*c)).map_or(range.end, |(at, _)| at);
    let rest = slice(text, start..range.end);
    let first = |words: &[&str]| words.iter().find(|word| rest.starts_with(**word)).map(|word| start + word.len());
    if let Some(end) = first(&["及以上", "（含）以上", "(含)以上", "以上"]) {
        return if slice(text, end..range.end).starts_with('的') { After::Qualifies } else { After::AtLeast(end) };
    }
    if let Some(end) =
        first(&["及以内", "及以下", "（含）以内", "(含)以内", "（含）以下", "(含)以下", "以内", "之内", "以下"])
    {
        return if slice(text, end..range.end).starts_with('的') { After::Qualifies } else { After::AtMost(end) };
    }
    if let Some(end) = first(&["左右", "上下"]) {
        return After::About(end);
    }
    if rest.starts_with('内') && !rest.starts_with("内容") {
        return After::AtMost(start + '内'.len_utf8());
    }
    After::Nothing
}
