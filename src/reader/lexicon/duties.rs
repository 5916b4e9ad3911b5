//! How statements of responsibility say who leads, who supports and who is responsible.
//!
//! A statement has a label (`牵头单位：市教育局`), or a verb behind the names (`市教育局牵头，市财政局配合`), or both.

use super::marks::digit;
use super::times::is_deadline_label;
use super::{ends, ends_with};
use crate::domain::plan::Role;

/// The words of one role.
pub struct RoleWords {
    /// What they give.
    pub role: Role,
    /// Words that stand in a label and as a verb: 牵头单位：…, …牵头. A new word for a role is one word here.
    pub words: &'static [&'static str],
    /// Words that stand in a label only.
    pub labels: &'static [&'static str],
    /// Words that stand as a verb only.
    pub verbs: &'static [&'static str],
}

/// The words of all roles.
#[rustfmt::skip]
pub const ROLES: &[RoleWords] = &[
    RoleWords {
        role: Role::Lead,
        words: &["牵头", "主办", "主责", "首责", "总牵头"],
        labels: &[
            "牵头负责", "牵头责任", "责任牵头", "牵头落实", "市级牵头", "省级牵头", "县级牵头",
        ],
        verbs: &["为牵头单位", "为牵头部门", "为主办单位"],
    },
    RoleWords {
        role: Role::Support,
        words: &["配合", "参与", "协办", "协助", "协同", "支持", "参加", "协同配合", "会办"],
        labels: &["责任配合", "协作", "配合责任"],
        verbs: &["为配合单位", "为协办单位", "为配合部门"],
    },
    RoleWords {
        role: Role::Responsible,
        words: &["负责", "落实", "承办", "承担", "指导"],
        labels: &[
            "责任", "实施", "责任落实", "执行", "责任分工", "职责分工", "分工", "任务分工", "部门分工", "组织", "主管",
            "落实责任", "任务", "市级责任", "省级责任", "县级责任", "责任区",
        ],
        verbs: &["组织实施", "组织落实", "为责任单位", "为责任部门"],
    },
];

/// Words between the names and the verb, or in its place, that give no role.
#[rustfmt::skip]
pub const FILLERS: &[&str] = &[
    "统筹推进", "统筹协调", "统筹", "实施", "推进", "完成", "工作", "抓好", "做好", "组织", "分别", "共同", "联合",
    "具体", "分头", "分工", "各自", "按职责", "依职责", "依职", "结合实际", "结合职责",
];

/// Whom a label speaks of: 牵头单位, 配合部门.
#[rustfmt::skip]
const ADDRESSED: &[&str] = &[
    "单位", "部门", "主体", "机构", "地区", "处室", "科室", "股室", "站所", "方", "县区", "区县", "县市", "乡镇", "镇街", "街道",
];
/// Words in the middle of such a label that give a role: 牵头考核单位, 协同责任单位. The first that stands in it decides.
#[rustfmt::skip]
const IN_LABELS: &[(&str, Role)] = &[
    ("牵头", Role::Lead), ("主办", Role::Lead), ("主责", Role::Lead), ("首责", Role::Lead),
    ("配合", Role::Support), ("协办", Role::Support), ("协同", Role::Support), ("协助", Role::Support),
    ("协作", Role::Support), ("参与", Role::Support), ("参加", Role::Support), ("支持", Role::Support),
    ("责任", Role::Responsible), ("负责", Role::Responsible), ("落实", Role::Responsible),
    ("承办", Role::Responsible), ("承担", Role::Responsible), ("实施", Role::Responsible),
    ("执行", Role::Responsible),
];

/// What stands between the name of a body and the label of its parts: 市卫生健康委内牵头处室.
pub const WITHIN: char = '内';

/// Words of a label that say nothing of the role: 主要责任单位, 具体负责单位.
const QUALIFIERS: &[&str] = &["主要", "具体"];

/// The longest label without the word for whom it speaks of: 市级牵头责任.
const LONGEST_STEM: usize = 6;

/// The role that words before a colon give (`牵头单位`, `配合部门`, `责任`), if they open a statement at all.
pub fn label_role(words: &str) -> Option<Role> {
    let stem = ADDRESSED.iter().find_map(|body| words.strip_suffix(body)).unwrap_or(words).trim_end_matches("及");
    let stem = QUALIFIERS.iter().fold(stem, |stem, word| stem.trim_start_matches(word));
    let known = ROLES.iter().find(|of| of.words.contains(&stem) || of.labels.contains(&stem)).map(|of| of.role);
    let inside = || IN_LABELS.iter().find(|(word, _)| stem.contains(word)).map(|(_, role)| *role);
    known.or_else(|| inside().filter(|_| addresses(words) && stem.chars().count() <= LONGEST_STEM))
}

/// Whether labels of roles, of times or of persons begin with a character. Asked of all characters of a text.
#[rustfmt::skip]
pub fn starts_label(c: char) -> bool {
    matches!(
        c,
        '牵' | '主' | '首' | '总' | '责' | '配' | '参' | '协' | '支' | '会' | '负' | '落' | '承' | '实' | '执' | '职' | '分' | '任'
            | '组' | '市' | '省' | '县' | '部' | '完' | '时' | '办' | '工' | '进' | '推' | '期' | '计' | '目' | '整' | '联' | '包' | '经' | '指'
    )
}

/// Whether words are a label of a role, and no word of another kind is before it: 责任单位, and not 某某某责任单位.
pub fn is_whole_label(words: &str) -> bool {
    let stem = ADDRESSED.iter().find_map(|body| words.strip_suffix(body)).filter(|stem| !stem.is_empty());
    let role = |stem: &str| ROLES.iter().any(|of| of.words.contains(&stem) || of.labels.contains(&stem));
    stem.is_some_and(|stem| role(stem) || IN_LABELS.iter().any(|(word, _)| *word == stem))
}

/// Whether words before a colon say that bodies follow, whatever their role: 数据提供单位.
pub fn addresses(words: &str) -> bool {
    // 造林500亩责任单位：县林草局 begins with what is to be done.
    let stem = |stem: &str| !stem.is_empty() && !stem.contains(|c| digit(c).is_some());
    ADDRESSED.iter().any(|body| words.strip_suffix(body).is_some_and(stem))
}

/// What stands for the colon of a label in a sentence: 责任单位为县教育局.
pub const IS: char = '为';

/// Characters before a label that make it the name of somebody, or the object of a sentence: 各责任单位, 明确责任单位.
pub const BEFORE_NO_LABEL: &str = "各本该其关的由为及和与将对向报定确等";

/// Words of labels of bodies that have no part in a task: 发布单位.
#[rustfmt::skip]
const APART: &[&str] = &["发布", "发文", "印发", "制定", "编制", "起草", "申报", "填报", "报送", "所属", "技术支持"];

/// What words before a colon say that follows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Bodies in a role.
    Bodies(Role),
    /// Bodies, in a role that nobody knows: 数据提供单位.
    Others,
    /// A time.
    Deadline,
    /// Somebody's name: persons change, and are no units.
    Person,
    /// Something else: 目标, 联系电话.
    Else,
}

/// What words before a colon say that follows them.
pub fn field(words: &str) -> Field {
    if is_deadline_label(words) {
        Field::Deadline
    } else if announces_person(words) {
        Field::Person
    } else if APART.iter().any(|word| words.contains(word)) {
        Field::Else
    } else if let Some(role) = label_role(words) {
        Field::Bodies(role)
    } else if addresses(words) {
        Field::Others
    } else {
        Field::Else
    }
}

/// All verbs that give a role, with the role.
pub fn verbs() -> impl Iterator<Item = (&'static str, Role)> {
    ROLES.iter().flat_map(|of| of.words.iter().chain(of.verbs).map(|word| (*word, of.role)))
}

/// The longest verb or filler that words end with, and the role that it gives, if it gives one.
pub fn verb_at_end(words: &str) -> Option<(&'static str, Option<Role>)> {
    let verbs = verbs().map(|(word, role)| (word, Some(role)));
    let all = verbs.chain(FILLERS.iter().map(|word| (*word, None)));
    all.filter(|(word, _)| ends_with(words, word)).max_by_key(|(word, _)| word.len())
}

/// Whether words end with a verb that gives a role, and are more than it.
pub fn ends_with_verb(words: &str) -> bool {
    verbs().any(|(word, _)| ends_with(words, word) && words.len() > word.len())
}

/// The verb before what a body answers for: 市司法局负责法制审查工作.
pub const ANSWERS: &str = "负责";
/// What the bodies of a list are called together that follow one another: 第一批, 第二组.
pub const BATCHES: [char; 2] = ['批', '组'];

/// Words that begin a phrase that says how bodies share: 按职责分工, 根据各自职责.
pub const ACCORDING: &[&str] = &["按照", "按", "根据", "依据", "依"];
/// Characters that begin one.
pub const ACCORDING_STARTS: [char; 3] = ['按', '根', '依'];
/// Words of such a phrase.
pub const SHARED: &[&str] = &["职责", "分工", "领域", "各自", "权限", "职能", "管辖", "属地"];

/// What a sentence begins with that says who does it: 由市教育局牵头.
pub const BY_WHOM: char = '由';

/// Verbs behind the bodies that such a sentence speaks of.
pub const LEADING_VERBS: &[&str] = &["牵头", "负责", "主办"];

/// Verbs behind a body that say what it must do: 县水利局要….
const OBLIGING: &[&str] = &["要", "须", "必须", "应当"];
/// Characters with which they begin.
pub const OBLIGING_STARTS: [char; 4] = ['要', '须', '必', '应'];
/// Behind 要 these make another word of it: 要求, 要素.
const NOT_OBLIGING: [char; 8] = ['求', '素', '点', '件', '闻', '害', '塞', '约'];

/// Whether words begin with a verb that says what somebody must do.
pub fn obliges(words: &str) -> bool {
    let behind = OBLIGING.iter().find_map(|verb| words.strip_prefix(verb));
    behind.is_some_and(|rest| !rest.starts_with(NOT_OBLIGING))
}

/// Words that begin a bracket that explains and states nothing.
#[rustfmt::skip]
pub const EXPLAINING: &[&str] = &["含", "包括", "以下", "如", "即", "见", "详见", "注", "其中", "说明", "标注", "标记", "加粗", "标★", "标▲", "标*", "带★", "带▲", "带*"];
/// Words of a bracket that says who interprets the plan, and gives no task.
pub const INTERPRETING: &str = "负责解释";

/// Endings of labels that announce a person.
#[rustfmt::skip]
const PERSONS: &[&str] = &[
    "领导", "责任人", "负责人", "联系人", "牵头人", "联络员", "负责同志", "市长", "县长", "区长", "省长", "主任",
    "责任人员", "经办人", "领办人", "包抓人", "专员",
];

/// Whether words before a colon announce a person (`责任领导`, `责任人`): persons change, and are no units.
pub fn announces_person(words: &str) -> bool {
    ends(words, PERSONS)
}

/// Labels of persons that are known as they stand.
#[rustfmt::skip]
const PERSON_LABELS: &[&str] = &[
    "责任人", "责任人员", "责任领导", "分管领导", "牵头领导", "包抓领导", "联系领导", "主管领导", "负责人", "联系人", "联络员", "经办人", "牵头人",
];

/// Whether words are a label of a person, and no word of another kind is before it.
pub fn is_person_label(words: &str) -> bool {
    PERSON_LABELS.contains(&words)
}

/// What the posts of persons end with.
#[rustfmt::skip]
const POSTS: &[&str] = &[
    "书记", "市长", "县长", "区长", "省长", "州长", "镇长", "乡长", "局长", "厅长", "部长", "主任", "主席", "常委", "委员", "秘书长",
    "调研员", "巡视员",
];
/// The longest line with a person and his posts, in bytes.
const LONGEST_POST: usize = 120;

/// Whether a line behind one that announces a person names another one with his posts: 某某某 市委常委、副市长.
pub fn is_post(line: &str) -> bool {
    line.len() <= LONGEST_POST && ends(line, POSTS)
}

/// Words of a bracket that says how somebody is reached, and names nobody who answers.
pub const CONTACT: &[&str] = &["联系电话", "电话：", "电话:", "邮箱", "传真"];

/// Labels of how somebody is reached.
pub const REACHED_BY: &[&str] = &["电话", "联系方式", "手机", "邮箱", "传真"];
