//! The reader on plans of all layouts, written for the purpose; and each of its stages by itself.

mod assemble;
mod columns;
mod days;
mod duty;
mod fields;
mod frame;
mod headed;
mod kinds;
mod layouts;
mod levels;
mod lexicon;
mod notes;
mod numbers;
mod offices;
mod other_kinds;
mod outline;
mod paragraphs;
mod passages;
mod rows;
mod siblings;
mod sort;
mod statement;
mod tables;
mod text;
mod ticked;
mod wrapped;

use proptest::prelude::*;
use std::collections::HashSet;
use yaodian::domain::plan::{Assignee, Comparator, Direction, Plan, Role, Task};
use yaodian::reader::{DiagnosticKind, Read, read};

const HAIDONG: &str = include_str!("../../plans/haidong-2021/source.txt");

/// A plan around one statement, so that it stands where statements do.
fn stated(statement: &str) -> String {
    format!(
        "某市2024年工作要点\n一、重点任务\n1. 做好服务。推进窗口建设。优化办事流程。{statement}\n2. 加强宣传。开展宣传活动。（市宣传局负责）\n"
    )
}

fn roles(plan: &Plan, task: &Task) -> Vec<String> {
    task.assigned()
        .map(|a| {
            let role = match a.role {
                Role::Lead => "牵头",
                Role::Support => "配合",
                Role::Responsible => "责任",
            };
            let kind = match a.who {
                Assignee::Unit(_) => "",
                Assignee::Locality(_) | Assignee::Localities(_) => "地",
                Assignee::Generic => "泛",
            };
            format!("{role}{kind}:{}", plan.text(a.span))
        })
        .collect()
}

/// Checks who a statement names, each as `role:name`, and whether the list is open.
#[track_caller]
fn names(statement: &str, expected: &[&str], open: bool) {
    let read = read(&stated(statement));
    let task = &read.plan.tasks[0];
    assert_eq!(roles(&read.plan, task), expected, "who is named by {statement}");
    assert_eq!(task.responsibilities.iter().any(|r| r.open), open, "whether {statement} leaves the list open");
    let measures: Vec<&str> = task.measures.iter().map(|m| read.plan.text(m.span)).collect();
    assert_eq!(measures, ["推进窗口建设。", "优化办事流程。"], "measures beside {statement}");
    tiles(&read);
}

#[test]
fn statements_in_brackets() {
    names("（市教育局负责）", &["责任:市教育局"], false);
    names("(市教育局、市财政局按职责分工负责)", &["责任:市教育局", "责任:市财政局"], false);
    names("〔市教育局等部门及各县区政府按职责分工负责〕", &["责任:市教育局", "责任地:各县区政府"], true);
    names("[责任单位：市教育局，各县（市）区政府]", &["责任:市教育局", "责任地:各县（市）区政府"], false);
    names("【责任部门：市教育局、市财政局】", &["责任:市教育局", "责任:市财政局"], false);
    names("（市教育局牵头，市财政局、市民政局等配合）", &["牵头:市教育局", "配合:市财政局", "配合:市民政局"], true);
    names("（市教育局牵头负责，市财政局配合）", &["牵头:市教育局", "配合:市财政局"], false);
    names(
        "（牵头单位：市教育局；责任单位：市财政局、市民政局）",
        &["牵头:市教育局", "责任:市财政局", "责任:市民政局"],
        false,
    );
    names("（市教育局会同有关部门负责）", &["责任:市教育局", "责任泛:有关部门"], false);
    names("（市教育局、市财政局分别负责落实，完成时限：2024年10月）", &["责任:市教育局", "责任:市财政局"], false);
    names("（市教育局、市财政局具体负责）", &["责任:市教育局", "责任:市财政局"], false);
    names("（市教育局、市财政局按分管领域负责）", &["责任:市教育局", "责任:市财政局"], false);
    names("（*市教育局、市财政局负责）", &["牵头:市教育局", "责任:市财政局"], false);
    names("（市教育局、市财政局）", &["责任:市教育局", "责任:市财政局"], false);
    names("（責任單位：市教育局、市發展改革委）", &["责任:市教育局", "责任:市發展改革委"], false);
    names("（市教育局、市财政局指导）", &["责任:市教育局", "责任:市财政局"], false);
    names("（市教育局指导，各县区政府负责落实）", &["责任:市教育局", "责任地:各县区政府"], false);
    // It has been said who leads: those without a verb do what those behind them do.
    names(
        "（市教育局牵头负责，市财政局、市民政局，各县区政府配合）",
        &["牵头:市教育局", "配合:市财政局", "配合:市民政局", "配合地:各县区政府"],
        false,
    );
    names("（市教育局、市财政局，以下均涉及各县区、功能区，不再重复列出）", &["责任:市教育局", "责任:市财政局"], false);
}

#[test]
fn statements_on_lines_and_cut_off() {
    names(
        "\n牵头部门：市教育局\n参与单位：市财政局、市民政局\n完成时限：2024年10月",
        &["牵头:市教育局", "配合:市财政局", "配合:市民政局"],
        false,
    );
    names("\n责任单位：市教育局 市财政局", &["责任:市教育局", "责任:市财政局"], false);
    names(
        "（责任单位：市教育局、市财\n政局、市民政局）",
        &["责任:市教育局", "责任:市财\n政局", "责任:市民政局"],
        false,
    );
    names("（责任单位：市教育局、市财政局", &["责任:市教育局", "责任:市财政局"], false);
    names("责任单位：市教育局、市财政局。", &["责任:市教育局", "责任:市财政局"], false);
    names("（牵头单位：市教育局）（配合单位：市财政局）", &["牵头:市教育局", "配合:市财政局"], false);
}

#[test]
fn names_are_cut_where_words_join_them() {
    names("（市工业和信息化局和市文化和旅游局负责）", &["责任:市工业和信息化局", "责任:市文化和旅游局"], false);
    names(
        "（市住房和城乡建设局、市规划和自然资源局负责）",
        &["责任:市住房和城乡建设局", "责任:市规划和自然资源局"],
        false,
    );
    names("（市教育局、市财政局（按职责分工））", &["责任:市教育局", "责任:市财政局"], false);
    names("（▲市教育局、市财政局负责）", &["牵头:市教育局", "责任:市财政局"], false);
    names("（工作经费由市财政局牵头，市教育局配合）", &["牵头:市财政局", "配合:市教育局"], false);
    names("（市城市运行和政务服务办、市教育局负责）", &["责任:市城市运行和政务服务办", "责任:市教育局"], false);
    names("（各县区政府和功能区管委会负责）", &["责任地:各县区政府", "责任地:功能区管委会"], false);
    names("（高新区管委会负责）", &["责任:高新区管委会"], false);
    names("（市教育局及各区县政府负责）", &["责任:市教育局", "责任地:各区县政府"], false);
    names(
        "（责任单位：省教育厅，各市、自治州人民政府，新区管委会）",
        &["责任:省教育厅", "责任地:各市、自治州人民政府", "责任:新区管委会"],
        false,
    );
    names("（各市、县〔区〕人民政府负责）", &["责任地:各市、县〔区〕人民政府"], false);
    names("（各市、县人民政府和市直有关部门负责）", &["责任地:各市、县人民政府", "责任泛:市直有关部门"], false);
    names(
        "（省市场监管局（省知识产权局）、省科技厅负责）",
        &["责任:省市场监管局（省知识产权局）", "责任:省科技厅"],
        false,
    );
    names("（市妇联和有关区县政府具体负责）", &["责任:市妇联", "责任地:有关区县政府"], false);
    names("（各区政府、市政府各部门负责落实）", &["责任地:各区政府", "责任泛:市政府各部门"], false);
    names("（国家能源局等国务院相关部门及各地区按职责分工负责）", &["责任:国家能源局", "责任地:各地区"], true);
}

/// Checks the targets of a sentence, each with comparator and value.
#[track_caller]
fn targets(sentence: &str, expected: &[(&str, Comparator, f64)]) {
    let text = format!("某市2024年工作要点\n一、重点任务\n1. 做好服务。推进窗口建设。{sentence}（市教育局负责）\n");
    let read = read(&text);
    let measures = &read.plan.tasks[0].measures;
    let found: Vec<(&str, Comparator, f64)> =
        measures.iter().flat_map(|m| &m.targets).map(|t| (read.plan.text(t.span), t.comparator, t.value)).collect();
    assert_eq!(found, expected, "targets of {sentence}");
}

#[test]
fn targets_are_numbers_to_be_reached() {
    use Comparator::{AtLeast, AtMost, Exactly, Unstated};
    targets("新建幼儿园10所。", &[("10所", Exactly, 10.0)]);
    targets("培训教师不少于300人次。", &[("不少于300人次", AtLeast, 300.0)]);
    targets("覆盖率不低于70%。", &[("不低于70%", AtLeast, 70.0)]);
    targets("建设示范点300个以上。", &[("300个以上", AtLeast, 300.0)]);
    targets("力争培育企业150家。", &[("150家", Exactly, 150.0)]);
    targets("销售额增长20%以上。", &[("20%以上", AtLeast, 20.0)]);
    targets("办理时间压缩至5个工作日以内。", &[("5个工作日以内", AtMost, 5.0)]);
    targets("给予最高不超过100万元补助。", &[("最高不超过100万元", AtMost, 100.0)]);
    targets("每年至少开展一次评价。", &[("一次", AtLeast, 1.0)]);
    targets("农村劳动力转移就业4.9万人次。", &[("4.9万人次", Unstated, 4.9)]);
    targets("建成甲、乙、丙三个中心。", &[("三个", Exactly, 3.0)]);
    targets("实现行政村全覆盖。", &[("行政村全覆盖", Exactly, 100.0)]);
    targets("完成１２００户改造。", &[("１２００户", Exactly, 1200.0)]);
    // 千 belongs to the unit, a comparison is enough for a number, and a quotation may close with another mark.
    targets(
        "新增装机300万千瓦，发电量超30亿千瓦时。",
        &[("300万千瓦", Exactly, 300.0), ("超30亿千瓦时", AtLeast, 30.0)],
    );
    targets("用户突破5亿。", &[("突破5亿", AtLeast, 5.0)]);
    targets("指数控制在103左右。", &[("控制在103左右", AtMost, 103.0)]);
    targets("推行“一窗办理\"模式，办理率达90%以上。", &[("90%以上", AtLeast, 90.0)]);
    targets("设置不少于2名的专管员。", &[("不少于2名", AtLeast, 2.0)]);
    targets("推动80%以上的村达标。", &[("80%以上", AtLeast, 80.0)]);
    // A number before the word for a place, and from where something goes.
    targets("建成10个县级机构。", &[("10个", Exactly, 10.0)]);
    targets("标准从500元提高到520元。", &[("520元", Exactly, 520.0)]);
    targets("由每人5元提高至10元。", &[("10元", Exactly, 10.0)]);
    // A second unit in brackets of either width.
    targets("完成10套（次）。", &[("10套（次）", Exactly, 10.0)]);
    targets("完成10套(次)。", &[("10套(次)", Exactly, 10.0)]);
    targets("完成10套(次),改造5户。", &[("10套(次)", Exactly, 10.0), ("5户", Exactly, 5.0)]);
    targets("培训9千人(含)以上。", &[("9千人(含)以上", AtLeast, 9.0)]);
    targets("每场100人（含）以下。", &[("100人（含）以下", AtMost, 100.0)]);
    // How much is given, how large something is, half a year, many more than are named.
    targets("给予最高50万元的资助，租金支持最长半年。", &[("最高50万元", AtMost, 50.0), ("最长半年", AtMost, 0.5)]);
    targets("组建规模不低于10亿元的基金。", &[("不低于10亿元", AtLeast, 10.0)]);
    targets("审批时限压缩至三天。", &[("三天", Exactly, 3.0)]);
    targets("实现注册登记、公证等58项事项通办。", &[("58项", Exactly, 58.0)]);
}

/// How a number is meant that no word compares.
#[test]
fn a_number_is_a_ceiling_where_its_sentence_comes_down_to_it() {
    use Direction::{Down, Fixed, Up};
    #[track_caller]
    fn check(direction: Direction, sentences: &[&str]) {
        for sentence in sentences {
            let text =
                format!("某市2024年工作要点\n一、重点任务\n1. 做好服务。推进窗口建设。{sentence}（市教育局负责）\n");
            let read = read(&text);
            let found: Vec<Direction> =
                read.plan.measures().flat_map(|m| &m.targets).map(|target| target.direction).collect();
            assert_eq!(found, [direction], "{sentence}");
        }
    }
    check(
        Down,
        &[
            "持续打造西寧—海東都市圈1小時便捷通勤圈。",
            "构建15分钟便民生活圈。",
            "形成1小时交通圈、经济带。",
            "办理时限压缩至5个工作日。",
            "平均时间缩短到3天。",
            "把环节精简为4个。",
            "不良率降至2%。",
            "办理时限压缩至15个工作日以内。",
            "费用不超过100万元。",
            "发生责任事故0次。",
        ],
    );
    check(
        Up,
        &[
            "新建幼儿园10所。",
            "培训教师300人次以上。",
            "农村劳动力转移就业4.9万人次。",
            "实现行政村全覆盖。",
            "建成都市圈公路2条。",
            "服务时间增加到8小时。",
            "能耗下降3%。",
            "提高至70%。",
            "建成甲、乙、丙三个中心。",
            "培训8小时，打造交通圈。",
        ],
    );
    check(Fixed, &["落实第二轮土地承包到期后再延长30年政策。", "合同为期5年。"]);
}

#[test]
fn the_first_day_is_that_of_the_years_in_the_title() {
    #[track_caller]
    fn check(title: &str, start: Option<(&str, &str)>) {
        let text = format!("{title}\n一、任务\n1. 建窗口。设窗口。\n");
        let read = read(&text);
        assert_eq!(read.plan.text(read.plan.meta.title), title);
        let found = read.plan.meta.start.as_ref().map(|fact| (fact.value.as_str(), fact.basis.as_str()));
        assert_eq!(found, start, "{title}");
    }
    check("某市2021年工作要点", Some(("2021-01-01", "2021年")));
    check("某市2021年度工作要点", Some(("2021-01-01", "2021年")));
    check("某市 2021 年工作要点", Some(("2021-01-01", "2021 年")));
    check("某市２０２１年工作要点", Some(("2021-01-01", "２０２１年")));
    check("某市二〇二一年工作要点", Some(("2021-01-01", "二〇二一年")));
    check("某市二○二一年工作要点", Some(("2021-01-01", "二○二一年")));
    check("某市三年行动方案（2021—2023年）", Some(("2021-01-01", "2021—2023年")));
    check("某市2021——2023年行动方案", Some(("2021-01-01", "2021——2023年")));
    check("某市2021年至2023年行动方案", Some(("2021-01-01", "2021年至2023年")));
    check("某市三年行动方案（2025年—2027年）", Some(("2025-01-01", "2025年—2027年")));
    check("某市落实2024年会议精神2025年工作要点", Some(("2024-01-01", "2024年")));
    check("某市工作要点", None);
    check("某市三年行动方案", None);
    check("某市12021年工作要点", None);
    check("某市9021年工作要点", None);
}

/// The date of issue that is told behind its label.
#[test]
fn the_date_of_issue_is_the_first_whole_date() {
    #[track_caller]
    fn issued(words: &str, date: Option<&str>) {
        let text = format!("某市工作要点\n印发日期：{words}\n一、任务\n1. 建窗口。设窗口。\n");
        assert_eq!(read(&text).plan.meta.issued.as_ref().map(|fact| fact.value.as_str()), date, "{words}");
    }
    issued("2021年7月20日", Some("2021-07-20"));
    issued("二〇二一年七月二十日", Some("2021-07-20"));
    issued("2021 年 7 月 20 日", Some("2021-07-20"));
    // A year that has no day is not the date, and neither are days that are none.
    issued("2021年度计划，2021年7月20日", Some("2021-07-20"));
    issued("近三年成果，于2021年7月20日印发", Some("2021-07-20"));
    issued("2021年7月，2021年7月20日", Some("2021-07-20"));
    issued("2021年13月1日，2022年1月1日", Some("2022-01-01"));
    issued("2021年度", None);
    issued("年月日", None);
}

#[test]
fn names_and_dates_are_no_targets() {
    for sentence in [
        "推进5G网络和PM2.5治理。",
        "开展三年行动，织密“五张网”。",
        "发布2023年数据和第七次普查结果。",
        "落实《三项制度10条》要求。",
        "拓宽G109线，用好12345热线。",
        "完善三级联动机制，实施三支一扶。",
        "依据国发〔2020〕12号文件办理。",
        "对60岁以上的老人予以照顾。",
        "二级以上医院开设门诊，开展等4个专项行动。",
        "针对2034种商品加大力度。",
        "给予产值超1亿元的企业支持。",
        "面向参保3年以上人员。",
        "自有车辆占比达到30%及以上，是参与租赁的必要条件。",
        "实现政策全覆盖。",
        "上半年以内公布，每半年公布结果。",
    ] {
        targets(sentence, &[]);
    }
}

/// Checks the deadlines of a sentence.
#[track_caller]
fn deadlines(sentence: &str, expected: &[&str]) {
    let text = format!("某市2024年工作要点\n一、重点任务\n1. 做好服务。推进窗口建设。{sentence}\n");
    let read = read(&text);
    let found: Vec<&str> = read.plan.tasks[0].deadlines.iter().map(|d| read.plan.text(*d)).collect();
    assert_eq!(found, expected, "deadlines of {sentence}");
}

#[test]
fn deadlines_are_literal_times() {
    deadlines("2021年6月底前完成。", &["2021年6月底前"]);
    deadlines("到2025年，建成体系。", &["到2025年"]);
    deadlines("年底前公开结果。", &["年底前"]);
    deadlines("2022年6月30日前办结。", &["2022年6月30日前"]);
    deadlines("（市教育局负责，完成时限：2021年10月）", &["2021年10月"]);
    deadlines("开展试点。\n责任单位：市教育局\n完成时限：持续推进", &["持续推进"]);
    deadlines(
        "（责任单位：市教育局；完成时限：2019年12月取得阶段性成果并持续推进）",
        &["2019年12月取得阶段性成果并持续推进"],
    );
    deadlines("到 2025年，建成体系。", &["到 2025年"]);
    deadlines("3月中旬前完成，三季度开工。", &["3月中旬前", "三季度"]);
    deadlines("今年年底前建成，明年6月底前验收。", &["今年年底前", "明年6月底前"]);
    deadlines("2024年6月建成，自印发之日起30日内报告。", &["2024年6月", "印发之日起30日内"]);
    deadlines("2024年3月至10月，开展培训。", &["2024年3月至10月"]);
    deadlines("3月1日—15日集中开展检查。3月15日至4月底，开展整治。", &["3月15日至4月底"]);
    deadlines("2020年1月至6月，已完成投资。培训时间为3月至6月。", &[]);
    deadlines("办法施行后一年内出台细则，自印发之日起两个月内备案。", &["办法施行后一年内", "印发之日起两个月内"]);
    deadlines("每月25日前报送进度，每季度末通报，每年3月底前公布。", &["每月25日前", "每季度末", "每年3月底前"]);
    deadlines("2025年汛前建成泵站，春节前发放补助，专项行动长期坚持。", &["2025年汛前", "春节前", "长期坚持"]);
    deadlines("五一前开园，上冻前完工，国庆节前验收。", &["五一前", "上冻前", "国庆节前"]);
    deadlines("长期坚持改革，做好防汛前期准备，每月不少于2次。", &[]);
    deadlines("2024—2026年新建管网5公里。", &["2024—2026年"]);
    deadlines("截至2022年底，已有20家。", &[]);
    deadlines("持续推进改革，发布2020年数据。", &[]);
    deadlines("2023年要有所突破，2025年全面推广。", &["2023年", "2025年"]);
    deadlines("改造2000年建成的小区，2023年计划的执行情况。", &[]);
    deadlines("自2021年12月1日起施行，延长至3月底。", &[]);
}

/// Checks the tasks of a text: path, title, number of measures.
#[track_caller]
fn tasks(text: &str, expected: &[(&str, &str, usize)]) -> Read {
    let read = read(text);
    let found: Vec<(String, &str, usize)> =
        read.plan.tasks.iter().map(|t| (t.path.join("/"), read.plan.text(t.title), t.measures.len())).collect();
    let expected: Vec<(String, &str, usize)> = expected.iter().map(|(p, t, n)| ((*p).to_owned(), *t, *n)).collect();
    assert_eq!(found, expected, "tasks of {text}");
    tiles(&read);
    read
}

#[test]
fn headings_of_all_forms() {
    tasks(
        "要点\n一、任务\n（一）建窗口。设窗口。配人员。\n（二）办实事。办十件事。\n",
        &[("一/（一）", "建窗口", 2), ("一/（二）", "办实事", 1)],
    );
    tasks("要点\n1．建窗口\n设窗口。\n2．办实事\n办事。\n", &[("1", "建窗口", 1), ("2", "办实事", 1)]);
    tasks(
        "要点\n第一章 任务\n第一条 设窗口。配人员。\n第二条 办事。\n",
        &[("第一章/第一条", "设窗口", 1), ("第一章/第二条", "", 1)],
    );
    tasks("要点\n一、任务\n1.设窗口（市教育局负责）\n2.办事（市财政局负责）\n", &[("一/1", "", 1), ("一/2", "", 1)]);
    tasks("**要点**\n## 一、任务\n**1. 建窗口。**设窗口。配人员。\n", &[("一/1", "建窗口", 2)]);
}

#[test]
fn numbered_paragraphs_belong_to_their_task_unless_they_name_somebody() {
    tasks(
        "要点\n一、任务\n1. 建窗口。设窗口：（市教育局负责）\n（1）配人员；\n（2）配桌子。\n",
        &[("一/1", "建窗口", 2)],
    );
    tasks(
        "要点\n一、任务\n1. 建窗口。\n（1）配人员。（市教育局负责）\n（2）配桌子。（市财政局负责）\n",
        &[("一/1/（1）", "", 1), ("一/1/（2）", "", 1)],
    );
    tasks("要点\n一、任务\n（一）建窗口\n1.配人员；\n2.配桌子。（市教育局负责）\n", &[("一/（一）", "建窗口", 2)]);
    tasks("要点\n一、任务\n（一）建窗口\n1.配人员。\n2.配桌子。\n责任单位：市教育局\n", &[("一/（一）", "建窗口", 2)]);
}

#[test]
fn paragraphs_that_name_somebody_are_tasks_under_a_heading() {
    let text = "要点\n一、任务\n（一）建窗口\n设窗口。配人员。（市教育局负责）\n配桌子。（市财政局负责）\n";
    tasks(text, &[("一/（一）", "", 2), ("一/（一）", "", 1)]);
}

#[test]
fn a_statement_inside_a_paragraph_speaks_of_what_it_follows() {
    let text = "要点\n一、任务\n（一）建窗口。设窗口。（市教育局负责）配人员。配桌子。（市财政局负责）\n";
    let read = tasks(text, &[("一/（一）", "建窗口", 3)]);
    let own: Vec<Option<usize>> = read.plan.measures().map(|m| m.responsibility).collect();
    assert_eq!(own, [Some(0), Some(1), Some(1)], "which statement speaks of which measure");
}

#[test]
fn passages_around_the_tasks_are_no_tasks() {
    let text = "要点\n一、总体要求\n（一）指导思想。坚持方向。\n二、任务\n1. 建窗口。设窗口。\n三、保障措施\n（一）加强领导。压实责任。\n四、附则\n本要点自发布之日起施行。\n";
    let read = tasks(text, &[("二/1", "建窗口", 1)]);
    assert_eq!(read.plan.general.len(), 1, "general passages");
    assert_eq!(read.plan.standing.len(), 2, "passages after the tasks");
    assert_eq!(read.plan.standing[0].duties.len(), 1, "standing duties");
    let text = "要点\n一、任务\n1. 建窗口。设窗口。（市教育局负责）\n二、保障措施\n（一）加强领导。压实责任。（市财政局负责）\n";
    tasks(text, &[("一/1", "建窗口", 1), ("二/（一）", "加强领导", 1)]);
}

#[test]
fn a_text_without_line_breaks_is_cut_at_its_numbers() {
    let text = "某省关于做好窗口工作的意见某政发〔2021〕8号各市：为做好工作，提出如下意见。一、指导思想坚持方向。二、任务（一）建窗口。设窗口。（省教育厅负责）（二）办实事。办事。（省财政厅负责）三、保障措施（一）加强领导。压实责任。";
    let read = tasks(text, &[("二/（一）", "建窗口", 1), ("二/（二）", "办实事", 1)]);
    assert_eq!(read.plan.text(read.plan.meta.title), "某省关于做好窗口工作的意见", "title");
    assert_eq!(read.plan.meta.number.as_ref().map(|f| f.value.as_str()), Some("某政发〔2021〕8号"), "number");
}

#[test]
fn rows_of_tables_are_tasks() {
    let tabs = "某市任务分工表\n序号\t重点任务\t具体举措\t牵头单位\t责任单位\t完成时限\n一、提升服务\n1\t简化流程\t办理时间压缩至1个工作日以内。\t市教育局\t市财政局\t2022年6月底\n2\t减少材料\t减少材料50%。\t\t\t2022年底\n";
    let pipes = "某市指标表\n| 序号 | 领域 | 工作指标 | 目标值 | 责任单位 |\n|---|---|---|---|---|\n| 1 | 总体 | 开放场景 | 150个以上 | 市教育局、各区政府 |\n| 2 |  | 培育企业 | 5家 |  |\n";
    let read = tasks(tabs, &[("一/1", "简化流程", 1), ("一/2", "减少材料", 1)]);
    for task in &read.plan.tasks {
        assert_eq!(
            roles(&read.plan, task),
            ["牵头:市教育局", "责任:市财政局"],
            "merged cells hold for task {}",
            task.id
        );
    }
    let times: Vec<&str> = read.plan.tasks.iter().flat_map(|t| &t.deadlines).map(|d| read.plan.text(*d)).collect();
    assert_eq!(times, ["2022年6月底", "2022年底"], "deadlines");
    let read = tasks(pipes, &[("1", "开放场景", 1), ("2", "培育企业", 1)]);
    assert_eq!(roles(&read.plan, &read.plan.tasks[1]), ["责任:市教育局", "责任地:各区政府"], "merged cells");
    assert_eq!(read.plan.text(read.plan.sections[0].title), "总体", "the column that groups rows");
}

#[test]
fn persons_are_no_units() {
    let text = "要点\n一、任务\n1. 建窗口。设窗口。\n牵头领导：某某某\n责任单位：市教育局\n";
    let read = tasks(text, &[("一/1", "建窗口", 1)]);
    assert_eq!(roles(&read.plan, &read.plan.tasks[0]), ["责任:市教育局"], "who is named");
}

#[test]
fn hard_wrapped_lines_are_joined() {
    let text = "某省数据局文件\n某数发〔2024〕9 号\n某省数据局关于做好工作的通知\n一、重点任务\n（一）提升能力。\n1.开展调查。面向有关部门、企事业单位和社会各\n界，开展供需情况摸底，形成资源供需一本账，明\n确主攻方向。（责任单位：省数据局、省经\n信厅、省财政厅）\n2.推动供给。完善治理机制，加强公安、人社、交\n通等领域的高频数据治理，持续提升公共数据的治\n理水平。（责\n任单位：省数据局、省委网信办、省发展改革委、\n省公安厅）\n";
    let read = tasks(text, &[("一/（一）/1", "开展调查", 1), ("一/（一）/2", "推动供给", 1)]);
    let keys: Vec<&str> = read.plan.units.iter().map(|u| u.key.as_str()).collect();
    assert_eq!(
        keys,
        ["省数据局", "省经信厅", "省财政厅", "省委网信办", "省发展改革委", "省公安厅"],
        "names without line breaks"
    );
}

#[test]
fn the_first_named_leads_where_the_plan_says_so() {
    let text = "要点\n一、任务\n1. 建窗口。设窗口。（教育部、财政部等负责。列第一位者为牵头单位，下同）\n2. 办实事。办事。（财政部、教育部负责）\n";
    let read = tasks(text, &[("一/1", "建窗口", 1), ("一/2", "办实事", 1)]);
    assert_eq!(roles(&read.plan, &read.plan.tasks[0]), ["牵头:教育部", "责任:财政部"], "the task with the rule");
    assert_eq!(roles(&read.plan, &read.plan.tasks[1]), ["牵头:财政部", "责任:教育部"], "the task after it");
}

#[test]
fn restarting_numbers_carry_their_section() {
    let text = "要点\n一、甲\n1. 建窗口。设窗口。\n二、乙\n1. 办实事。办事。\n2. 搞宣传。宣传。\n";
    let read = read(text);
    let ids: Vec<String> = read.plan.measures().map(|m| m.id.to_string()).collect();
    assert_eq!(ids, ["1-1.1", "2-1.1", "2-2.1"], "ids");
    assert!(read.diagnostics.iter().any(|d| d.kind == DiagnosticKind::NumbersRestart), "it is remarked on");
    let text = "要点\n一、甲\n1. 建窗口。设窗口。\n1. 办实事。办事。\n";
    let ids: Vec<String> = self::read(text).plan.tasks.iter().map(|t| t.id.to_string()).collect();
    assert_eq!(ids, ["1", "2"], "numbers that repeat in one section give way to places");
}

#[test]
fn letters_around_the_plan_are_read() {
    let text = "某市人民政府关于印发《某市2023年工作要点》的通知\n某政发〔2023〕1号\n各区人民政府：\n现将《某市2023年工作要点》印发给你们，请认真贯彻执行。\n某市人民政府\n2023年3月9日\n（此件公开发布）\n某市2023年\n工作要点\n为做好工作，制定本要点。\n一、任务\n1. 建窗口。设窗口。\n";
    let read = tasks(text, &[("一/1", "建窗口", 1)]);
    let plan = &read.plan;
    assert_eq!(plan.text(plan.meta.title), "某市2023年\n工作要点", "title over two lines");
    assert_eq!(plan.meta.number.as_ref().map(|f| f.value.as_str()), Some("某政发〔2023〕1号"), "number");
    assert_eq!(plan.meta.issuer.as_ref().map(|f| f.value.as_str()), Some("某市人民政府"), "issuer");
    assert_eq!(plan.meta.issued.as_ref().map(|f| f.value.as_str()), Some("2023-03-09"), "date");
    assert_eq!(plan.preamble.len(), 1, "preamble");
}

/// What must hold for any text: pieces tile it, spans fit it, ids are unique.
#[track_caller]
fn tiles(read: &Read) {
    let plan = &read.plan;
    let mut at = 0;
    for piece in &plan.pieces {
        assert_eq!(piece.span.start, at, "pieces are contiguous");
        assert!(!piece.span.is_empty(), "no piece is empty");
        assert_eq!(plan.text(piece.span).len(), piece.span.len(), "a piece begins and ends between characters");
        at = piece.span.end;
    }
    assert_eq!(at as usize, plan.source.len(), "pieces reach the end");
    let tasks: HashSet<_> = plan.tasks.iter().map(|t| t.id).collect();
    assert_eq!(tasks.len(), plan.tasks.len(), "task ids are unique");
    let measures: HashSet<_> = plan.measures().map(|m| m.id).collect();
    assert_eq!(measures.len(), plan.measures().count(), "measure ids are unique");
    let spans = plan.tasks.iter().flat_map(|t| {
        let measures = t.measures.iter().flat_map(|m| m.targets.iter().map(|t| t.span).chain([m.span]));
        let named = t.assigned().map(|a| a.span);
        measures.chain(named).chain(t.deadlines.iter().copied()).chain([t.title, t.label]).collect::<Vec<_>>()
    });
    for span in spans.chain(read.diagnostics.iter().map(|d| d.span)) {
        assert_eq!(plan.text(span).len(), span.len(), "a span begins and ends between characters");
    }
    for (i, task) in plan.tasks.iter().enumerate() {
        assert!(plan.section_of(i).is_some(), "task {} stands in a section", task.id);
    }
}

#[test]
fn texts_that_are_no_plans_are_read_without_fault() {
    for text in [
        "",
        " ",
        "。",
        "（",
        "）（",
        "一、",
        "1.",
        "（一）（二）",
        "全文",
        "\n\n\n",
        "责任单位：",
        "（责任单位：）",
        "第一条",
        "|",
        "|a|b|\n|-|-|",
        "\u{feff}",
    ] {
        tiles(&read(text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_tiled(text in "\\PC{0,200}") {
        tiles(&read(&text));
    }

    #[test]
    fn any_text_of_the_marks_of_plans_is_tiled(text in "[一二三、（）()1２.．。；：，\n \t年月日底前到局委负责牵头单位等个%《》“”|*#①第条万A｜【】〈〉\"—附件专栏序号任务从至的]{0,120}") {
        tiles(&read(&text));
    }

    #[test]
    fn a_mangled_plan_is_tiled(cuts in prop::collection::vec((0usize..40_000, 0usize..60), 1..12)) {
        let mut text: Vec<char> = HAIDONG.chars().collect();
        for (at, length) in cuts {
            let at = at % text.len().max(1);
            let end = (at + length).min(text.len());
            text.drain(at..end);
        }
        tiles(&read(&text.into_iter().collect::<String>()));
    }
}
