//! What stands around a plan: kinds of documents, notices, signatures, and the web pages that plans are copied from.

use super::{holds, starts};

/// Endings of the titles of documents.
#[rustfmt::skip]
pub const DOCUMENT_KINDS: &[&str] = &[
    "工作要点", "要点", "方案", "意见", "措施", "行动计划", "计划", "办法", "规划", "通知", "分工", "清单", "安排",
    "细则", "决定", "任务", "指标表", "条例", "纲要", "政策", "规定", "分解表", "任务表", "一览表", "表", "台账",
    "举措", "若干条", "报告", "指南", "通告", "公告", "函", "实事", "责任分解", "任务分解", "分解", "行动", "工作目标",
    "进展情况",
];
/// Marks that may close a title.
pub const AFTER_TITLE: [char; 3] = ['*', '》', '”'];
/// Marks that no line of a title has.
pub const NOT_IN_TITLE: [char; 4] = ['。', '•', '|', '\t'];
/// What a whole title has between the issuer and the matter.
pub const ABOUT: &str = "关于";
/// What a whole title begins with that has none.
pub const TITLE_OPEN: char = '《';
/// What closes one that a title quotes.
pub const TITLE_CLOSE: char = '》';
/// The end of the red line above a title, which names the issuer: 某市人民政府文件.
pub const LETTERHEAD: &str = "文件";
/// Kinds of letters that send a document; what stands below one is a document of its own.
pub const LETTERS: &[&str] = &["通知", "函", "公告", "通告"];
/// The end of the title of the most usual one, behind which no line goes on with it.
pub const LETTER: &str = "的通知";
/// What a text begins with that follows its title without a mark.
#[rustfmt::skip]
pub const BEGINS_TEXT: &[&str] = &[
    "为", "根据", "按照", "依据", "近年来", "一、", "第一章", "各市", "各区", "各县", "各省", "各乡", "各镇", "各地",
    "各有关", "附件", "现将", "经", "当前", "（征求", "今年",
];
/// What a list of addressees begins with.
pub const ADDRESSEES: &[&str] = &["各", "有关", "省有关", "市有关", "县有关", "区有关", "市政府", "省政府", "县政府"];

/// What numbers a document that is sent with another, longest first.
pub const ANNEX: &[&str] = &["附件", "附表", "附"];

/// What a document number ends with: `东政办〔2021〕68号`.
pub const NUMBER: char = '号';
/// What may stand before its last part: 第68号.
pub const NUMBER_ORDINAL: char = '第';
/// Marks that no document number has.
pub const NOT_IN_NUMBER: [char; 5] = ['，', ',', '、', '《', '》'];
/// Brackets that stand in a document number and not around it.
pub const NUMBER_BRACKETS: [char; 2] = ['〔', '['];

/// Lines that belong to the page a text was copied from.
#[rustfmt::skip]
pub const FURNITURE: &[&str] = &[
    "相关词条", "热门词条", "联系我们", "联络我们", "相关链接", "相关阅读", "相关文件", "相关文章", "相关附件",
    "推荐阅读", "相关新闻", "相关推荐", "热门推荐", "分享到", "分享至", "打印本页", "打印", "关闭窗口", "关闭",
    "上一篇", "下一篇", "返回顶部", "返回首页", "回到顶部", "扫一扫", "版权所有", "网站地图", "关于我们",
    "网站声明", "隐私政策", "字号", "字体", "当前位置", "您现在的位置", "首页", "收藏", "纠错", "政策解读", "图解",
    "我要纠错", "阅读次数", "浏览次数", "点击数", "来源：", "来源:", "责任编辑", "编辑：", "编辑:", "附件下载",
    "扫码", "登录", "注册", "投诉", "目录导航", "词条标签", "参考资料", "无障碍", "相关解读", "相关报道", "相关政策",
    "政府网站标识码", "网站标识码", "国家部委网站", "友情链接", "技术支持", "中文域名", "站点地图", "使用帮助", "分享",
    "责编", "审核：", "审核:", "信息来源", "文章来源", "访问量", "您是第",
];
/// What stands anywhere in a line of the page around a text.
pub const OF_A_SITE: &[&str] = &["ICP备", "公网安备", "版权所有", "网站地图", "Copyright", "copyright"];
/// What the lines at the foot of a page begin with that name who runs it; no statement of a plan does where it is the only one.
pub const OF_THE_SITE: &[&str] =
    &["主办：", "主办:", "主办单位：", "主办单位:", "承办：", "承办:", "承办单位：", "承办单位:"];
/// What lines say that tell how somebody is reached.
pub const REACHED_BY: &[&str] = &["联系电话", "联系人：", "联系人:", "邮箱", "传真", "邮编", "监督电话", "咨询电话"];
/// Marks around such a line.
#[rustfmt::skip]
pub const AROUND_FURNITURE: [char; 10] = ['【', '】', '[', ']', '（', '）', '*', '#', '>', '|'];
/// Marks in one that is longer than its word.
pub const IN_FURNITURE: [char; 5] = ['>', '：', ':', '|', '/'];

/// The word that numbers a page: 第3页 共8页.
pub const PAGE: char = '页';
/// What stands around the number of a page, besides dashes.
pub const AROUND_PAGE: [char; 5] = ['第', '页', '共', '/', '，'];

/// Marks in the head of a page that the plan itself follows.
pub const TEXT_FOLLOWS: &[&str] = &["全文", "正文", "文件全文", "内容", "文件内容", "政策全文", "政策原文"];

/// What the caption of a table within a section begins with.
pub const CAPTIONS: &[&str] = &["表1", "表2", "表3", "表4", "表5", "表一", "表二", "表三", "单位：", "单位:"];

/// Verbs by which a notice sends a plan out: 现将《…》印发给你们，请认真贯彻执行。
const SENDING: &[&str] = &["印发", "转发", "下发"];
/// What it asks for.
const ASKING: &[&str] = &["印发给你们", "请认真", "请结合", "请遵照", "贯彻执行", "贯彻落实", "组织实施"];
/// What its last line begins with.
const HEREBY: &str = "特此";

/// Whether words send a plan out.
pub fn sends_out(words: &str) -> bool {
    (holds(words, SENDING) && holds(words, ASKING)) || words.starts_with(HEREBY)
}

/// Whether a line before a plan is one of a letter that sends it out: its title, or the sentence that does.
pub fn is_letter(words: &str) -> bool {
    let title = words.trim_end();
    sends_out(words) || (LETTERS.iter().any(|kind| title.ends_with(kind)) && holds(title, SENDING))
}

/// Endings of the titles of documents that say what was, or what somebody said, and set no tasks.
#[rustfmt::skip]
const OTHER_KINDS: &[&str] = &[
    "讲话", "讲话稿", "讲话提纲", "讲话要点", "致辞", "发言", "发言稿", "发言提纲", "主持词", "总结", "总结报告", "汇报", "汇报材料", "情况通报",
    "述职报告", "调研报告",
];
/// What a letter calls to that is no plan.
const CALLING: &[&str] = &["召开", "举办", "举行", "放假", "报名", "参加"];
/// What the headings of such a letter begin with.
const OF_A_MEETING: &[&str] = &[
    "会议时间",
    "会议地点",
    "时间地点",
    "时间和地点",
    "会议议程",
    "参会人员",
    "参会范围",
    "参加人员",
    "出席人员",
    "培训时间",
    "培训地点",
    "培训对象",
    "活动时间",
    "活动地点",
    "报名方式",
    "报名时间",
    "放假时间",
    "放假安排",
];
/// Who is spoken to at the beginning of a speech.
const SPOKEN_TO: &[&str] = &["同志们", "各位代表", "各位领导", "各位委员", "各位同志", "各位来宾", "尊敬的各位"];

/// Whether a title is that of a document that says what was, or what somebody said.
pub fn tells(title: &str) -> bool {
    super::ends(title, OTHER_KINDS)
}

/// Whether a title is that of a letter that calls to a meeting and sends nothing out.
pub fn calls(title: &str) -> bool {
    LETTERS.iter().any(|kind| title.ends_with(kind)) && holds(title, CALLING) && !holds(title, SENDING)
}

/// Whether a heading is one of a letter that calls to a meeting.
pub fn is_of_meeting(heading: &str) -> bool {
    starts(heading, OF_A_MEETING)
}

/// Whether a line before the first heading is one in which a speech begins: 同志们：.
pub fn speaks_to(line: &str) -> bool {
    starts(line.trim_start(), SPOKEN_TO)
}

/// Names before a colon of the body that issued a document.
#[rustfmt::skip]
pub const ISSUER_LABELS: &[&str] = &[
    "发布单位", "发文机关", "发布机构", "发文单位", "制定机关", "印发机关", "发布机关",
];
/// Names before a colon of the date of issue.
#[rustfmt::skip]
pub const DATE_LABELS: &[&str] = &[
    "颁布时间", "发布时间", "成文日期", "发布日期", "发文日期", "印发日期", "印发时间", "成文时间",
];
/// Characters of a line that is a date, besides digits and numerals.
pub const DATE_CHARACTERS: &str = "年月日〇○O";
/// What the second half of the name of a body begins with that was broken over two lines: 中共某县委全面深化改革 / 委员会办公室.
pub const HALVES_OF_BODIES: &[&str] = &["委员会", "办公室", "人民政府", "领导小组", "工作组"];
/// Marks that no signature has.
pub const NOT_IN_SIGNATURE: [char; 3] = ['，', '。', '《'];

/// What a remark in brackets behind a plan speaks of: （此件公开发布）.
pub const THIS_COPY: &str = "此件";
/// What the line ends with that says when a plan was printed: …办公室2024年8月7日印发.
pub const PRINTED: &str = "印发";
/// What lines behind a plan begin with that say to whom it goes and what comes with it.
pub const DISTRIBUTION: &[&str] = &["抄送", "主送", "附件：", "附件:"];

/// What closing words call the plan besides its kind: 上述措施.
const ABOVE: &[&str] = &["上述", "以上"];
/// What they call it with its kind: 本措施.
const THIS: char = '本';
/// What they say of it.
const HOLDS_FROM: &[&str] = &["施行", "执行", "解释", "有效期", "之日起", "实施"];

/// Whether words at the end of a document say from when it holds and who explains it.
pub fn closes_document(words: &str) -> bool {
    let start: String = words.chars().take(10).collect();
    let this = start.starts_with(THIS) && holds(&start, DOCUMENT_KINDS) || starts(&start, ABOVE);
    this && holds(words, HOLDS_FROM)
}

/// Words of the article that says why a document was made, and on what basis: 为优化环境，制定本措施。
const ENACTED: &[&str] = &["制定本", "特制定", "制订本", "特制订", "制定如下", "提出如下"];
/// What it begins with.
const ENACTING: &[&str] = &["为", "根据", "依据", "按照"];

/// Whether words say why a document was made.
pub fn enacts(words: &str) -> bool {
    starts(words.trim_start(), ENACTING) && holds(words, ENACTED)
}

/// What closing words behind the last task begin with: 各单位要认真贯彻落实.
#[rustfmt::skip]
pub const CLOSING: &[&str] = &[
    "请各", "各地区要", "各地、各部门要", "各地各部门要", "各地要", "各单位要", "各部门要", "各地区、各部门要",
    "各责任单位要", "各牵头单位要", "各级各部门要", "各级各有关部门要", "各有关单位要", "各相关单位要",
    "各有关部门要", "各市要", "各县区要", "各镇街要", "各乡镇要", "各区要", "各级要", "各市州要",
    "各县（市、区）要", "各县（区）要", "各市县要", "各市、县要", "各地区、各有关部门要", "各地、各有关部门要", "各有关方面要",
];
