//! Bodies by what people call them: which are found, in which order, and what is marked.

use crate::ledger::plan;
use proptest::prelude::*;
use std::ops::Range;
use yaodian::domain::hits::terms;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Assignee, Plan, Unit};
use yaodian::domain::sayings::{Meant, sayings};

/// A plan of these bodies, by their printed names.
fn of_bodies(names: &[&str]) -> Plan {
    let unit = |name: &&str| Unit { key: (*name).into(), ..plan().units[0].clone() };
    let bare = |unit: Unit| Unit { aliases: Vec::new(), canonical: None, english: None, ..unit };
    Plan { units: names.iter().map(unit).map(bare).collect(), localities: Vec::new(), ..plan().clone() }
}

fn offered(plan: &Plan, typed: &str) -> Vec<String> {
    let offered = (sayings().expect("brought").offered)(plan, "全市统筹\nWhole city", typed);
    offered.into_iter().map(|party| plan.printed_name(party).unwrap_or("統籌").to_owned()).collect()
}

fn meant(plan: &Plan, term: &str, is_in_text: bool) -> Meant {
    (sayings().expect("brought").meant)(plan, &[term.to_owned()], &|_| is_in_text)
}

fn found(plan: &Plan, term: &str, is_in_text: bool) -> Vec<String> {
    let bodies = meant(plan, term, is_in_text).bodies;
    bodies.into_iter().map(|(_, party)| plan.printed_name(party).unwrap_or("統籌").to_owned()).collect()
}

/// What is marked of a name, where these words are searched for and the first of them means the body.
fn marks(name: &str, words: &str) -> Vec<Range<usize>> {
    let body = Party::Unit(0);
    let meant = Meant { bodies: vec![(0, body)], ..Meant::default() };
    (sayings().expect("brought").marks)(&meant, &terms(words), Assignee::Unit(0), name)
}

/// What is typed, and the body of the Haidong plan that it finds first.
const HAIDONG: [(&str, &str); 118] = [
    ("市公安局", "市公安局"),
    ("公安", "市公安局"),
    ("gaj", "市公安局"),
    ("教育局", "市教育局"),
    ("jyj", "市教育局"),
    ("jiaoyu", "市教育局"),
    ("jiaoyuju", "市教育局"),
    ("jiaoy", "市教育局"),
    ("jyju", "市教育局"),
    ("sjyj", "市教育局"),
    ("hdsjyj", "市教育局"),
    ("hdjyj", "市教育局"),
    ("JYJ", "市教育局"),
    ("ＪＹＪ", "市教育局"),
    ("jiao yu ju", "市教育局"),
    ("jiao'yu", "市教育局"),
    ("j y j", "市教育局"),
    ("海东教育局", "市教育局"),
    ("教育厅", "市教育局"),
    ("教yj", "市教育局"),
    ("住建局", "市住房建設局"),
    ("住建", "市住房建設局"),
    ("zjj", "市住房建設局"),
    ("zhujianju", "市住房建設局"),
    ("zhjj", "市住房建設局"),
    ("建设局", "市住房建設局"),
    ("人社局", "市人力資源社會保障局"),
    ("人社", "市人力資源社會保障局"),
    ("社保", "市人力資源社會保障局"),
    ("rsj", "市人力資源社會保障局"),
    ("renshe", "市人力資源社會保障局"),
    ("renli", "市人力資源社會保障局"),
    ("卫健委", "市衛生健康委"),
    ("衛健委", "市衛生健康委"),
    ("卫计委", "市衛生健康委"),
    ("卫健局", "市衛生健康委"),
    ("卫生局", "市衛生健康委"),
    ("wjw", "市衛生健康委"),
    ("weijian", "市衛生健康委"),
    ("财政", "市財政局"),
    ("czj", "市財政局"),
    ("caizheng", "市財政局"),
    ("医保", "市醫保局"),
    ("医疗保障局", "市醫保局"),
    ("ybj", "市醫保局"),
    ("资规局", "市自然資源規劃局"),
    ("自规局", "市自然資源規劃局"),
    ("自然资源局", "市自然資源規劃局"),
    ("国土局", "市自然資源規劃局"),
    ("國土", "市自然資源規劃局"),
    ("zrzy", "市自然資源規劃局"),
    ("zrzyghj", "市自然資源規劃局"),
    ("农牧局", "市農業農村局"),
    ("农业局", "市農業農村局"),
    ("nyncj", "市農業農村局"),
    ("nongye", "市農業農村局"),
    ("统计", "市統計局"),
    ("tjj", "市統計局"),
    ("交通局", "市交通運輸局"),
    ("交运局", "市交通運輸局"),
    ("jtj", "市交通運輸局"),
    ("jtysj", "市交通運輸局"),
    ("发改委", "市發展改革委"),
    ("發改委", "市發展改革委"),
    ("发改", "市發展改革委"),
    ("发改局", "市發展改革委"),
    ("发展和改革委员会", "市發展改革委"),
    ("fgw", "市發展改革委"),
    ("sfgw", "市發展改革委"),
    ("fagai", "市發展改革委"),
    ("fagaiwei", "市發展改革委"),
    ("环保局", "市生態環境局"),
    ("环境局", "市生態環境局"),
    ("hbj", "市生態環境局"),
    ("sthjj", "市生態環境局"),
    ("文旅局", "市文體旅遊廣電局"),
    ("文旅广电", "市文體旅遊廣電局"),
    ("旅游局", "市文體旅遊廣電局"),
    ("广电局", "市文體旅遊廣電局"),
    ("wlj", "市文體旅遊廣電局"),
    ("wenlv", "市文體旅遊廣電局"),
    ("wenlu", "市文體旅遊廣電局"),
    ("lüyou", "市文體旅遊廣電局"),
    ("水利局", "市水務局"),
    ("水务", "市水務局"),
    ("swj", "市水務局"),
    ("林业局", "市林草局"),
    ("lcj", "市林草局"),
    ("安监局", "市應急局"),
    ("应急管理局", "市應急局"),
    ("yjj", "市應急局"),
    ("工信局", "市工業信息化局"),
    ("经信委", "市工業信息化局"),
    ("gxj", "市工業信息化局"),
    ("jrb", "市金融辦"),
    ("金融局", "市金融辦"),
    ("扶贫局", "市鄉村振興局"),
    ("xczxj", "市鄉村振興局"),
    ("人行", "人民銀行海東中心支行"),
    ("央行", "人民銀行海東中心支行"),
    ("rh", "人民銀行海東中心支行"),
    ("rmyh", "人民銀行海東中心支行"),
    ("银保监", "海東銀監局"),
    ("yinjian", "海東銀監局"),
    ("kjj", "市科技局"),
    ("科学技术局", "市科技局"),
    ("zwfw", "市政務服務監管局"),
    ("政务", "市政務服務監管局"),
    ("cgj", "市城管局"),
    ("城市管理局", "市城管局"),
    ("rfb", "市人防辦"),
    ("人民防空", "市人防辦"),
    ("shangwu", "市商務局"),
    ("mzj", "市民政局"),
    ("sfj", "市司法局"),
    ("xfj", "市信訪局"),
    ("市监局", "市市場監管局"),
    ("工商局", "市市場監管局"),
];

#[test]
fn bodies_of_the_plan_are_found_by_what_people_call_them() {
    let wrong = |(typed, body): &(&str, &str)| {
        let offered = offered(plan(), typed);
        (offered.first().map(String::as_str) != Some(body)).then(|| format!("{typed}: {body}, not {offered:?}"))
    };
    let wrong: Vec<String> = HAIDONG.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    let missing: Vec<&str> = plan().units.iter().map(|unit| unit.key.as_str()).collect();
    let missing: Vec<&&str> = missing.iter().filter(|name| !HAIDONG.iter().any(|(_, body)| body == *name)).collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
}

/// What is typed, and what it finds first.
type Cases = &'static [(&'static str, &'static str)];

/// The bodies of another plan, what is typed, and what it finds first; nothing where that is empty.
const OTHERS: [(&[&str], Cases); 5] = [
    (
        &[
            "国家发展改革委",
            "教育部",
            "科技部",
            "工业和信息化部",
            "人力资源社会保障部",
            "自然资源部",
            "中国人民银行",
            "国家市场监督管理总局",
            "银保监会",
            "国家卫生健康委",
            "国家税务总局",
            "国务院国资委",
            "应急管理部",
            "中国残联",
        ],
        &[
            ("发改委", "国家发展改革委"),
            ("fgw", "国家发展改革委"),
            ("gjfgw", "国家发展改革委"),
            ("jyb", "教育部"),
            ("教育局", "教育部"),
            ("工信部", "工业和信息化部"),
            ("gxb", "工业和信息化部"),
            ("人社部", "人力资源社会保障部"),
            ("rsb", "人力资源社会保障部"),
            ("zrzyb", "自然资源部"),
            ("国土资源部", ""),
            ("央行", "中国人民银行"),
            ("人行", "中国人民银行"),
            ("renhang", "中国人民银行"),
            ("zgrmyh", "中国人民银行"),
            ("市监总局", "国家市场监督管理总局"),
            ("市监局", "国家市场监督管理总局"),
            ("shijian", "国家市场监督管理总局"),
            ("ybj", "银保监会"),
            ("卫健委", "国家卫生健康委"),
            ("国税", "国家税务总局"),
            ("shuiwu", "国家税务总局"),
            ("gzw", "国务院国资委"),
            ("canlian", "中国残联"),
        ],
    ),
    (
        &[
            "市委编办",
            "市委宣传部",
            "市机构编制委员会办公室",
            "市人大常委会办公室",
            "市政协办公室",
            "市中级人民法院",
            "市人民检察院",
            "市纪律检查委员会",
            "团市委",
            "市妇女联合会",
            "市残疾人联合会",
            "市工商业联合会",
            "市总工会",
            "市科学技术协会",
            "市红十字会",
        ],
        &[
            ("编办", "市委编办"),
            ("swbb", "市委编办"),
            ("xcb", "市委宣传部"),
            ("rd", "市人大常委会办公室"),
            ("renda", "市人大常委会办公室"),
            ("zx", "市政协办公室"),
            ("法院", "市中级人民法院"),
            ("jcy", "市人民检察院"),
            ("纪委", "市纪律检查委员会"),
            ("团委", "团市委"),
            ("妇联", "市妇女联合会"),
            ("fl", "市妇女联合会"),
            ("残联", "市残疾人联合会"),
            ("工商联", "市工商业联合会"),
            ("工会", "市总工会"),
            ("科协", "市科学技术协会"),
            ("kexie", "市科学技术协会"),
            ("红会", "市红十字会"),
        ],
    ),
    (
        &[
            "省住房城乡建设厅",
            "省文化和旅游厅",
            "省地方金融监管局",
            "省粮食和物资储备局",
            "省机关事务管理局",
            "省退役军人事务厅",
            "省大数据发展管理局",
            "重庆海关",
            "西藏调查总队",
            "省长江委",
            "省国资委",
            "省民宗委",
            "省畜牧局",
        ],
        &[
            ("住建厅", "省住房城乡建设厅"),
            ("zjt", "省住房城乡建设厅"),
            ("szjt", "省住房城乡建设厅"),
            ("住建局", "省住房城乡建设厅"),
            ("文旅厅", "省文化和旅游厅"),
            ("金融局", "省地方金融监管局"),
            ("粮储局", "省粮食和物资储备局"),
            ("机关局", "省机关事务管理局"),
            ("退役军人", "省退役军人事务厅"),
            ("dsj", "省大数据发展管理局"),
            ("chongqing", "重庆海关"),
            ("zhongqing", "重庆海关"),
            ("cqhg", "重庆海关"),
            ("xizang", "西藏调查总队"),
            ("diaocha", "西藏调查总队"),
            ("changjiang", "省长江委"),
            ("国资", "省国资委"),
            ("mzw", "省民宗委"),
            ("xumu", "省畜牧局"),
        ],
    ),
    (
        &["县公安局", "县交警大队", "县供电公司", "县农商行", "县自来水公司", "县融媒体中心", "各乡镇"],
        &[
            ("gaj", "县公安局"),
            ("交警", "县交警大队"),
            ("jj", "县交警大队"),
            ("电力公司", "县供电公司"),
            ("gongdian", "县供电公司"),
            ("农商银行", ""),
            ("nsh", "县农商行"),
            ("zls", "县自来水公司"),
            ("融媒", "县融媒体中心"),
            ("rmt", "县融媒体中心"),
            ("乡镇", "各乡镇"),
            ("xiangzhen", "各乡镇"),
        ],
    ),
    (&[], &[("jyj", ""), ("教育局", ""), ("qstc", "統籌"), ("统筹", "統籌"), ("whole", "統籌")]),
];

#[test]
fn so_are_those_of_any_plan() {
    let mut wrong = Vec::new();
    for (bodies, cases) in OTHERS {
        let plan = of_bodies(bodies);
        for (typed, body) in cases {
            let offered = offered(&plan, typed);
            if offered.first().map_or("", String::as_str) != *body {
                wrong.push(format!("{typed}: {body}, not {offered:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn localities_are_found_in_the_same_ways() {
    for (typed, locality) in [
        ("ledu", "樂都區"),
        ("ldq", "樂都區"),
        ("乐都", "樂都區"),
        ("pingan", "平安區"),
        ("民和县", "民和回族土族自治縣"),
        ("mhx", "民和回族土族自治縣"),
        ("huzhu", "互助土族自治縣"),
        ("hualong", "化隆回族自治縣"),
        ("xunhua", "循化撒拉族自治縣"),
        ("循化县", "循化撒拉族自治縣"),
    ] {
        let offered = offered(plan(), typed);
        assert_eq!(offered.first().map_or("", String::as_str), locality, "{typed}: {offered:?}");
    }
}

#[test]
fn what_means_no_body_finds_none() {
    const NOTHING: [&str; 19] = [
        "",
        " ",
        "'",
        "　",
        "vvz",
        "zq",
        "qwerty",
        "bpm",
        "无此局",
        "市委",
        "市局",
        "教委会",
        "教育局长们",
        "🙂",
        "\0",
        "局局",
        "市市市市",
        "vvv",
        "建局",
    ];
    let wrong: Vec<String> = NOTHING
        .iter()
        .map(|typed| (typed, offered(plan(), typed)))
        .filter(|(_, offered)| !offered.is_empty())
        .map(|(typed, offered)| format!("{typed}: {offered:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn few_letters_do_not_find_everybody() {
    const FEW: [(&str, usize); 8] =
        [("sj", 13), ("jj", 2), ("j", 7), ("ju", 27), ("gj", 1), ("zh", 10), ("jy", 3), ("发", 1)];
    let wrong: Vec<String> = FEW
        .iter()
        .map(|(typed, most)| (typed, most, offered(plan(), typed)))
        .filter(|(_, most, offered)| offered.len() > **most)
        .map(|(typed, _, offered)| format!("{typed}: {} bodies, {offered:?}", offered.len()))
        .collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn the_search_means_bodies_where_the_text_does_not_have_the_words() {
    let check = |term: &str, is_in_text: bool, bodies: &[&str]| {
        assert_eq!(found(plan(), term, is_in_text), bodies, "{term}, in the text: {is_in_text}");
    };
    check("发改委", false, &["市發展改革委"]);
    check("发改委", true, &["市發展改革委"]);
    check("jyj", true, &["市教育局"]);
    check("swj", true, &["市水務局", "市商務局"]);
    check("jiaoyu", false, &["市教育局"]);
    check("文旅局", true, &["市文體旅遊廣電局"]);
    // These are words of a text, too. Where it has them, they are looked for as words.
    check("社保", false, &["市人力資源社會保障局"]);
    check("社保", true, &[]);
    check("国土", true, &[]);
    check("農牧", true, &[]);
    // What a name has in it means the body in any case.
    check("教育", true, &["市教育局"]);
    check("education", true, &["市教育局"]);
    // One character is a word of the text, or part of a name.
    check("发", false, &["市發展改革委"]);
    check("j", false, &["市司法局"]); // Justice Bureau
    check("", false, &[]);
    check("市局", false, &[]);
    // The search knows nothing that is called otherwise.
    check("教育部", false, &[]);
}

#[test]
fn a_hit_is_seen_to_be_one() {
    let check = |shown: &str, typed: &str, marked: &[&str]| {
        let marks: Vec<&str> = marks(shown, typed).into_iter().map(|range| &shown[range]).collect();
        assert_eq!(marks, marked, "{typed} in {shown}");
    };
    check("市發展改革委", "发改委", &["發", "改", "委"]);
    check("市發展改革委", "fgw", &["發", "改", "委"]);
    check("市教育局", "jyj", &["教育局"]);
    check("市教育局", "教育", &["教育"]);
    check("市教育局", "sjyj", &["市教育局"]);
    check("市衛生健康委", "卫健委", &["衛", "健", "委"]);
    check("人民銀行海東中心支行", "人行", &["人", "行"]);
    // By another name it is meant as a whole.
    check("市自然資源規劃局", "国土", &["市自然資源規劃局"]);
    check("市教育局", "education", &["市教育局"]);
    check("市教育局", "jyj 育局", &["教育局"]);
    check("市教育局", "育 市", &["市", "育"]);
    check("", "jyj", &[]);
    // What is not meant is marked where it stands.
    check("市教育局", "局 教育", &["教育局"]);
    check("市教育局", "局 jy", &["局"]);
}

/// Anything that may be typed: names and letters, and any text.
fn anything() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-z]{1,6}",
        2 => proptest::sample::select(vec!["市", "發", "改", "委", "局", "人", "行", "民", "銀", "zh", "ü", "'", " ", "Ａ"])
            .prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn anything_may_be_typed(typed in anything(), name in anything(), is_in_text: bool) {
        let any_name = of_bodies(&[&name]);
        for plan in [plan(), &any_name] {
            let all = offered(plan, &typed);
            prop_assert!(all.len() <= plan.parties().count());
            let found = found(plan, &typed, is_in_text);
            prop_assert!(found.iter().all(|body| all.contains(body)), "the search finds no more: {found:?}, {all:?}");
            if typed.trim().is_empty() {
                prop_assert!(all.is_empty() && found.is_empty());
            }
        }
        let mut upto = 0;
        for range in marks(&name, &typed) {
            prop_assert!(range.start >= upto && name.get(range.clone()).is_some());
            upto = range.end;
        }
    }

    /// A name, in letters or not, finds its body.
    #[test]
    fn a_name_and_its_beginnings_find_the_body(unit in 0..31_usize, length in 2..12_usize) {
        let name: String = plan().units[unit].key.chars().take(length).collect();
        let found = offered(plan(), &name);
        prop_assert!(found.contains(&plan().units[unit].key), "{name}: {found:?}");
    }
}
