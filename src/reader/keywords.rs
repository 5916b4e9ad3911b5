//! The words by which plans say what a passage is. All in simplified characters: the reader compares against the
//! text folded to them, so that a plan in either script, or in both mixed, is read alike.

use crate::domain::plan::Role;

/// Headings of passages before the tasks that nobody ticks.
#[rustfmt::skip]
pub const GENERAL: &[&str] = &[
    "总体要求", "总体目标", "总体思路", "总要求", "指导思想", "基本原则", "工作原则", "主要目标", "工作目标",
    "发展目标", "行动目标", "目标要求", "工作思路", "基本思路", "适用范围", "适用对象", "支持对象", "支持范围",
    "实施范围", "扶持对象", "背景", "重要意义", "目的意义", "编制依据", "发展基础", "工作基础", "总则", "实施时间",
    "有效期",
];

/// Words in the headings of passages after the tasks that say what holds for all of them.
#[rustfmt::skip]
pub const STANDING: &[&str] = &[
    "组织实施", "组织保障", "组织领导", "保障措施", "工作保障", "保障机制", "实施保障", "工作要求", "有关要求",
    "相关要求", "实施要求", "强化保障", "保障要求", "监督考核", "保障制度", "政策保障", "服务保障措施",
];

/// Headings that say so only as they stand.
#[rustfmt::skip]
pub const STANDING_EXACTLY: &[&str] = &[
    "附则", "其他", "其他事项", "推进机制", "工作机制", "考核评价", "保障", "工作步骤", "实施步骤", "工作安排",
    "监督检查", "督导考核",
];

/// Endings of the titles of documents.
#[rustfmt::skip]
pub const DOCUMENT_KINDS: &[&str] = &[
    "工作要点", "要点", "方案", "意见", "措施", "行动计划", "计划", "办法", "规划", "通知", "分工", "清单", "安排",
    "细则", "决定", "任务", "指标表", "条例", "纲要", "政策", "规定", "分解表", "任务表", "一览表", "表", "台账",
    "举措", "若干条", "报告", "指南", "通告", "公告", "函",
];

/// Lines that belong to the page a text was copied from.
#[rustfmt::skip]
pub const FURNITURE: &[&str] = &[
    "相关词条", "热门词条", "联系我们", "联络我们", "相关链接", "相关阅读", "相关文件", "相关文章", "相关附件",
    "推荐阅读", "相关新闻", "相关推荐", "热门推荐", "分享到", "分享至", "打印本页", "打印", "关闭窗口", "关闭",
    "上一篇", "下一篇", "返回顶部", "返回首页", "回到顶部", "扫一扫", "版权所有", "网站地图", "关于我们",
    "网站声明", "隐私政策", "字号", "字体", "当前位置", "您现在的位置", "首页", "收藏", "纠错", "政策解读", "图解",
    "我要纠错", "阅读次数", "浏览次数", "点击数", "来源：", "来源:", "责任编辑", "编辑：", "编辑:", "附件下载",
    "扫码", "登录", "注册", "投诉", "目录导航", "词条标签", "参考资料", "无障碍",
];

/// Marks in the head of a page that the plan itself follows.
pub const TEXT_FOLLOWS: &[&str] = &["全文", "正文", "文件全文", "内容", "文件内容", "政策全文", "政策原文"];

/// Names before a colon that say who answers, with the role they give. Asked by [`label_role`].
const BODIES: &[&str] = &["单位", "部门", "主体", "机构", "地区", "处室", "科室", "方"];

/// Words that open a statement of a deadline.
#[rustfmt::skip]
pub const DEADLINE_LABELS: &[&str] = &[
    "完成时限", "完成时间", "时间要求", "时限要求", "办理时限", "时间节点", "完成期限", "工作时限", "进度要求",
    "推进时限", "时限", "期限", "进度安排",
];

/// Verbs at the end of a clause of a statement, longest first, with the role they give; `None` for those that
/// only fill.
pub const TRAILING: &[(&str, Option<Role>)] = &[
    ("组织实施", Some(Role::Responsible)),
    ("组织落实", Some(Role::Responsible)),
    ("统筹推进", None),
    ("统筹协调", None),
    ("统筹", None),
    ("牵头", Some(Role::Lead)),
    ("主办", Some(Role::Lead)),
    ("主责", Some(Role::Lead)),
    ("协同配合", Some(Role::Support)),
    ("协助", Some(Role::Support)),
    ("协办", Some(Role::Support)),
    ("配合", Some(Role::Support)),
    ("参与", Some(Role::Support)),
    ("参加", Some(Role::Support)),
    ("协同", Some(Role::Support)),
    ("支持", Some(Role::Support)),
    ("负责", Some(Role::Responsible)),
    ("承办", Some(Role::Responsible)),
    ("承担", Some(Role::Responsible)),
    ("落实", Some(Role::Responsible)),
    ("实施", None),
    ("推进", None),
    ("完成", None),
    ("工作", None),
    ("抓好", None),
    ("做好", None),
    ("组织", None),
    ("分别", None),
    ("共同", None),
    ("联合", None),
    ("具体", None),
    ("分头", None),
    ("分工", None),
    ("各自", None),
    ("按职责", None),
    ("依职责", None),
    ("依职", None),
];

/// Words of a phrase that says how bodies share: 按职责分工, 按分管领域, 根据各自职责.
pub const SHARING: &[&str] = &["职责", "分工", "领域", "各自", "权限", "职能", "管辖", "属地"];

/// Characters with which names of bodies end.
pub const BODY_ENDINGS: &str = "局委办厅部会院行司署社台处所队校学联室站馆园组军府门位协库团心集库资网";

/// Words with which names of places, or of sets of places, end.
#[rustfmt::skip]
pub const PLACE_ENDINGS: &[&str] = &[
    "政府", "管委会", "管理委员会", "地区", "地方", "各地", "办事处", "街道", "园区", "开发区", "功能区", "新区",
    "区", "县", "市", "州", "盟", "旗", "镇", "乡", "省",
];

/// Words with which names of sets of bodies end.
#[rustfmt::skip]
pub const GENERIC_ENDINGS: &[&str] = &[
    "部门", "单位", "机构", "处室", "科室", "企业", "高校", "学校", "医院", "协会", "组织", "公司", "银行", "方面",
    "成员", "机关", "团体", "局", "委", "办", "委办局", "责任人", "院校", "主体",
];

/// The role that words before a colon give (`牵头单位`, `配合部门`, `责任`), if they open a statement at all.
pub fn label_role(words: &str) -> Option<Role> {
    let stem = BODIES.iter().find_map(|body| words.strip_suffix(body)).unwrap_or(words);
    let stem = stem.trim_end_matches("及").trim_start_matches("主要").trim_start_matches("具体");
    match stem {
        "牵头" | "牵头负责" | "牵头责任" | "责任牵头" | "主办" | "主责" | "总牵头" | "牵头落实" | "市级牵头"
        | "省级牵头" | "县级牵头" => Some(Role::Lead),
        "配合" | "参与" | "协办" | "协助" | "协同" | "支持" | "参加" | "责任配合" | "协作" | "配合责任"
        | "协同配合" => Some(Role::Support),
        "责任" | "负责" | "落实" | "承办" | "承担" | "实施" | "责任落实" | "执行" | "责任分工" | "职责分工"
        | "分工" | "任务分工" | "组织" | "主管" | "落实责任" | "任务" | "市级责任" | "省级责任" | "县级责任"
        | "责任区" => Some(Role::Responsible),
        _ => None,
    }
}

/// Whether words before a colon announce a person (`责任领导`, `责任人`): persons change, and are no units.
pub fn announces_person(words: &str) -> bool {
    ["领导", "责任人", "负责人", "联系人", "牵头人", "联络员"].iter().any(|end| words.ends_with(end))
}

/// Whether a clause states a rule for the whole plan and names nobody: 下同, 不再列出, 列第一位者为牵头单位.
pub fn is_rule(clause: &str) -> bool {
    ["下同", "不再列出", "不再列", "以下均需", "以下各项"].iter().any(|word| clause.contains(word))
        || first_leads(clause)
        || star_leads(clause)
}

/// Whether a text says that of each list of bodies the first leads.
pub fn first_leads(text: &str) -> bool {
    let heads = [
        "第一位",
        "排第一",
        "列第一",
        "第一个单位",
        "第一个部门",
        "第一单位",
        "第一责任单位",
        "首位",
        "排名第一",
        "排名首",
        "排在第一",
        "列首",
        "排首",
        "列在首",
        "排在最前",
        "排在前面",
        "首个单位",
    ];
    text.split(is_end).any(|clause| heads.iter().any(|word| clause.contains(word)) && clause.contains("牵头"))
}

/// Whether a text says that a star marks the body that leads.
pub fn star_leads(text: &str) -> bool {
    text.split(is_end).any(|clause| {
        clause.contains(['*', '＊', '★', '※'])
            && clause.contains("牵头")
            && (clause.contains('为') || clause.contains("号"))
    })
}

fn is_end(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '\n')
}
