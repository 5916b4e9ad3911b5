//! How names of bodies, of places and of sets of them end, and how names are joined.

use super::{ends, holds, starts};

/// Levels of places: 各区县, 市州, 乡镇. Every question about places is made of these.
pub const PLACES: &str = "区县市州镇乡";
/// Levels of places in the grasslands.
pub const BANNERS: &str = "旗盟";

/// A character with which the name of a place ends.
pub fn is_place(c: char) -> bool {
    PLACES.contains(c)
}

/// Characters with which names of bodies end.
pub const BODY_ENDINGS: &str = "局委办厅部会院行司署社台处所队校学联室站馆园组军府门位协库团心集库资网科股";

/// Whether a character can end the name of a body or of a place.
pub fn ends_name(c: char) -> bool {
    BODY_ENDINGS.contains(c) || is_place(c)
}

/// Characters that end such a name only on the left of a word that joins names: 各地和…, 单位和….
pub const LEFT_ENDINGS: &str = "地位";
/// And on its right.
pub const RIGHT_ENDINGS: &str = "位";
/// And of a name that stands alone: 海关, 法庭.
pub const ODD_ENDINGS: &str = "地位关庭";

/// Words with which names of bodies end whose last character ends other words too.
#[rustfmt::skip]
const NAME_ENDINGS: &[&str] = &[
    "公司", "集团", "银行", "支行", "分行", "中心", "政府", "海关", "地区", "企业", "总局", "供电", "资本", "控股",
    "街道", "镇街", "街镇", "村居", "专班", "车务段", "工务段", "机务段", "中央", "大学", "公安", "消防", "国资", "管委", "党政办", "电力", "燃气", "铁塔", "电信", "移动", "联通",
];

/// Characters with which the name of a body or of a set begins that is printed with the level of its place.
const NAME_STARTS: &[&str] = &["市", "县", "区", "省", "州", "旗", "镇", "乡", "各", "有关", "相关", "国家", "自治区"];

/// Whether words begin as a name with the level of its place does.
pub fn begins_name(words: &str) -> bool {
    starts(words, NAME_STARTS)
}

/// The end of the first half of 党委和政府.
pub const PARTY: &str = "党委";
/// Words for sets of bodies that stand by themselves behind another one: 有关部门和单位.
pub const BARE_SETS: &[&str] = &["部门", "单位", "机构", "企业", "地区", "委办局", "组织"];

/// Whether words end as the name of a body, or of a set of them, does.
pub fn ends_as_name(words: &str) -> bool {
    words.chars().next_back().is_some_and(|c| ends_name(c) || ODD_ENDINGS.contains(c)) || ends(words, NAME_ENDINGS)
}

/// Endings of names so sure that a bracket with nothing but them is a statement: （市发展改革委、市财政局）.
#[rustfmt::skip]
pub const SURE_ENDINGS: &[&str] = &[
    "局", "委", "厅", "办", "部", "委员会", "政府", "管委会", "中心", "公司", "集团", "院", "署", "办公室", "法院",
    "支行", "部门", "单位", "总社", "联社", "大队", "支队", "总队", "妇联", "总工会", "工商联", "残联", "团委", "分行",
];

/// Endings of names of parts of a body, which stand behind its own name: 市发展改革委农业处.
const PARTS_OF_BODY: [char; 4] = ['处', '科', '室', '股'];

/// Whether a name ends as only names of bodies and of their parts do.
pub fn ends_surely(name: &str) -> bool {
    let of_body = || {
        let whole = name.strip_suffix(PARTS_OF_BODY).unwrap_or("");
        SURE_ENDINGS.iter().any(|ending| whole.find(ending).is_some_and(|at| at > 0 && at + ending.len() < whole.len()))
    };
    ends(name, SURE_ENDINGS) || of_body()
}

/// Characters with which names of parts of an office end that stand by themselves: 民政科, 水利站.
const OFFICE_ENDINGS: [char; 7] = ['处', '科', '室', '股', '站', '队', '组'];

/// Those of them that nothing but sections of a body end with.
pub const SECTIONS: [char; 3] = ['科', '处', '股'];
/// Characters with which the names of bodies end that are headings over what these do.
pub const BUREAUS_AND_OFFICES: [char; 9] = ['局', '委', '办', '厅', '科', '室', '处', '股', '府'];

/// Whether words end as the name of a part of an office does, or of a set of bodies.
pub fn is_office(words: &str) -> bool {
    words.ends_with(OFFICE_ENDINGS) || opens_set(words)
}

/// Names of what governs a place, longest first.
pub const GOVERNMENTS: &[&str] = &["人民政府", "政府", "管委会"];
/// Names of other offices of a place.
pub const PLACE_OFFICES: &[&str] = &["管理委员会", "办事处"];

/// Words with which names of places, or of sets of places, end; single levels left out.
const PLACE_ENDINGS: &[&str] = &[
    "政府",
    "管委会",
    "管理委员会",
    "地区",
    "地方",
    "各地",
    "办事处",
    "街道",
    "园区",
    "开发区",
    "功能区",
    "新区",
    "省",
    "镇街",
    "街镇",
    "村",
    "社区",
    "村居",
];

/// Whether words end as the name of a place, or of a set of places, does.
pub fn ends_as_place(words: &str) -> bool {
    words.chars().next_back().is_some_and(|c| is_place(c) || BANNERS.contains(c)) || ends(words, PLACE_ENDINGS)
}

/// Words with which names of sets of bodies end.
#[rustfmt::skip]
pub const GENERIC_ENDINGS: &[&str] = &[
    "部门", "单位", "机构", "处室", "科室", "企业", "高校", "学校", "医院", "协会", "组织", "公司", "银行", "方面",
    "成员", "机关", "团体", "局", "委", "办", "委办局", "责任人", "院校", "主体",
];
/// Words that end the name of a set of bodies whatever stands before them.
pub const ALWAYS_GENERIC: &[&str] = &["部门", "单位", "责任人"];
/// Those that do so even where levels of places stand before them: 各区县部门.
pub const GENERIC_OF_PLACES: &[&str] = &["部门", "单位"];
/// Offices that a place has one of, so that 各区县教育局 are as many as the places.
pub const BUREAUS: [char; 3] = ['局', '委', '办'];
/// Offices that stand one after the other as one set: 各委、办、局.
pub const OFFICES: [char; 4] = ['委', '办', '局', '厅'];

/// What begins the name of a set: 各部门, 有关县区.
pub const SETS: &[&str] = &["各", "有关", "相关"];
/// A character of the name of a set that holds all of its kind.
pub const EVERY: char = '各';
/// Words in the name of a set that runs through all levels of government: 全区各级交通部门.
pub const EVERY_LEVEL: &str = "各级";
/// Words that begin the name of a set that holds all of its kind.
pub const ALL: &[&str] = &["全市", "全省", "全县", "全区", "全州", "全体", "全部", "其他"];
/// Words in the name of a set of which the plan does not say which.
pub const SOME: &[&str] = &["有关", "相关", "部分", "涉及的"];
/// What else begins the name of a set behind a word that joins names: 和其他部门.
const JOINED_SETS: &[&str] = &["其他", "属地"];
/// What leaves a list open: 市教育局等部门.
pub const AND_OTHERS: char = '等';
/// Words behind it that may end the list with it.
#[rustfmt::skip]
pub const OTHERS: &[&str] = &["部门", "单位", "机构", "地区", "委办局", "企业", "方面", "院校", "高校"];
/// Words at the end of a list without a verb that leave it open.
pub const OPEN_ENDINGS: &[&str] = &["等部门", "等单位", "等"];

/// Whether words begin as the name of a set does.
pub fn opens_set(words: &str) -> bool {
    starts(words, SETS)
}

/// Whether words begin as the name of a set does that is joined to other names.
pub fn opens_joined_set(words: &str) -> bool {
    opens_set(words) || starts(words, JOINED_SETS)
}

/// Whether a clause speaks of a set of bodies or leaves its list open.
pub fn holds_set(clause: &str) -> bool {
    holds(clause, SETS) || clause.contains(AND_OTHERS)
}

/// The words without those before it that make them the name of a set.
pub fn without_set(words: &str) -> &str {
    SETS.iter().fold(words, |words, set| words.trim_start_matches(set))
}

/// Words that join names, longest first.
pub const JOINING: &[&str] = &["以及", "会同", "及", "和", "与", "暨"];
/// The characters with which they begin.
pub const JOINING_STARTS: [char; 6] = ['以', '会', '及', '和', '与', '暨'];
/// Words before the name of a body that are none of it, in the order in which they are taken off.
pub const BEFORE_NAME: &[&str] = &["以上", "均", "统一", "由", "并", "其中", "以及", "会同", "及", "和"];
/// What ends the first half of one name: 社会和…局, 机关和…局, 文学和….
pub const HALF_NAMES: &[&str] = &["社会", "机关", "文学", "运行"];

/// What a cell says that names nobody.
pub const NOBODY: &[&str] = &["无", "暂无", "/", "／", "\\", "-", "－", "—", "——"];

/// What stands before 管委会 where not one is meant, but those of all such places: 开发园区管委会.
pub const KINDS_OF_PLACES: &[&str] =
    &["功能区", "园区", "开发园区", "产业园区", "工业园区", "各类园区", "镇街", "乡镇街道", "镇街道"];

/// What the name of a set of places is made of besides levels: 各市（自治州）.
const PLACE_FORMULA: &str = "旗盟街道自治（）()〔〕、";
/// What it is made of besides where it begins with 各, 有关 or 相关.
const SET_FORMULA: &str = "地直辖设级功能开发新省及 和";

/// Whether a character can stand in a name that is nothing but levels of places: 县（市、区）.
pub fn in_place_formula(c: char) -> bool {
    is_place(c) || PLACE_FORMULA.contains(c)
}

/// Whether a character can stand in the name of a set of places: 各市、自治州, 各功能区.
pub fn in_set_formula(c: char) -> bool {
    in_place_formula(c) || SET_FORMULA.contains(c)
}

/// How many levels of places stand in words: two or more make a set of places of them.
pub fn levels_in(words: &str) -> usize {
    words.chars().filter(|c| is_place(*c) || *c == '旗').count()
}
