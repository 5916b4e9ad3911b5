//! Kinds of plans as offices write them, each with what is read in it.

use super::{roles, tiles};
use yaodian::domain::plan::Task;
use yaodian::reader::{Read, quantity, read};

/// A task on one line: path, heading, who answers (each statement in its own brackets), by when, what it sets, how many measures.
fn told(read: &Read, task: &Task) -> String {
    let plan = &read.plan;
    let who: Vec<String> = task
        .responsibilities
        .iter()
        .map(|statement| {
            let alone = Task { responsibilities: vec![statement.clone()], ..Task::default() };
            format!("<{}{}>", roles(plan, &alone).join(" "), if statement.open { " 等" } else { "" })
        })
        .collect();
    let by: Vec<&str> = task.deadlines.iter().map(|span| plan.text(*span)).collect();
    let sets: Vec<&str> = task.measures.iter().flat_map(|m| &m.targets).map(|t| quantity(plan.text(t.span))).collect();
    let (path, title) = (task.path.join("/"), plan.text(task.title).replace('\n', ""));
    let (who, by, sets) = (who.concat().replace('\n', ""), by.join("、"), sets.join("、"));
    format!("{path}|{title}|{who}|{by}|{sets}|{}", task.measures.len())
}

/// Checks all tasks of a plan, each as [`told`], and the codes of what is remarked on.
#[track_caller]
pub fn check(source: &str, tasks: &[&str], remarks: &[&str]) {
    let read = read(source);
    let found: Vec<String> = read.plan.tasks.iter().map(|task| told(&read, task)).collect();
    assert_eq!(found, tasks, "tasks of\n{source}");
    let codes: Vec<&str> = read.diagnostics.iter().map(|remark| remark.kind.code()).collect();
    assert_eq!(codes, remarks, "remarks on\n{source}");
    tiles(&read);
}

/// Checks one task with this text behind its heading.
#[track_caller]
fn one(text: &str, told: &str) {
    let source = format!("某县工作要点\n一、任务\n1.建窗口。设窗口。{text}\n2.办实事。办事。（县民政局负责）\n");
    let read = read(&source);
    assert_eq!(self::told(&read, &read.plan.tasks[0]), format!("一/1|建窗口|{told}"), "{source}");
    assert_eq!(read.plan.tasks.len(), 2, "the next task stays one: {source}");
    tiles(&read);
}

#[test]
fn bodies_times_and_persons_stand_in_any_order() {
    for (statement, told) in [
        ("（责任单位：县教育局；完成时限：2023年8月底）", "<责任:县教育局>|2023年8月底||1"),
        ("（完成时限：8月底前；牵头单位：县教育局）", "<牵头:县教育局>|8月底前||1"),
        ("（9月底前完成，县教育局负责）", "<责任:县教育局>|9月底前||1"),
        ("（县教育局负责，9月底前完成）", "<责任:县教育局>|9月底前||1"),
        ("（9月底前，县教育局、各乡镇）", "<责任:县教育局 责任地:各乡镇>|9月底前||1"),
        ("（长期坚持。责任单位：县教育局）", "<责任:县教育局>|长期坚持||1"),
        ("（9月底取得初步成效并持续推进，牵头单位：县教育局）", "<牵头:县教育局>|9月底取得初步成效并持续推进||1"),
        ("（责任领导：某某某；牵头单位：县教育局；配合单位：县财政局）", "<牵头:县教育局 配合:县财政局>|||1"),
        ("（牵头单位：县教育局，责任人：某某某，时限：三季度）", "<牵头:县教育局>|三季度||1"),
        ("\n牵头单位：县教育局  配合单位：县财政局  完成时限：8月", "<牵头:县教育局 配合:县财政局>|8月||1"),
        ("\n分管领导：某某某\n责任单位：县教育局。\n完成时限：8月，并长期坚持。", "<责任:县教育局>|8月，并长期坚持||1"),
        ("责任单位：县教育局。完成时限：8月。", "<责任:县教育局>|8月||1"),
        ("\n【牵头单位】县教育局\n【完成时间】8月", "<牵头:县教育局>|8月||1"),
        ("\n责任单位｜县教育局", "<责任:县教育局>|||1"),
        ("主责单位：县教育局 协同单位：县财政局", "<牵头:县教育局 配合:县财政局>|||1"),
        ("\n责任单位：\n县教育局", "<责任:县教育局>|||1"),
        ("——县教育局、各乡镇", "<责任:县教育局 责任地:各乡镇>|||1"),
        ("（**县教育局**、县财政局负责）", "<责任:县教育局 责任:县财政局>|||1"),
        ("\n**牵头单位**：县教育局\n- **配合单位：** **县财政局**", "<牵头:县教育局 配合:县财政局>|||1"),
        (
            "\n试点单位：第一批：县教育局、县财政局，6月底前完成；第二批：县民政局，9月底前完成。",
            "<责任:县教育局 责任:县财政局 责任:县民政局>|6月底前、9月底前||1",
        ),
    ] {
        one(statement, told);
    }
}

#[test]
fn roles_stand_in_labels_and_behind_names() {
    for (statement, told) in [
        ("（责任单位：县教育局（牵头）、县财政局）", "<牵头:县教育局 责任:县财政局>|||1"),
        ("（县教育局（牵头）、县财政局配合）", "<牵头:县教育局 配合:县财政局>|||1"),
        ("（县教育局牵头、县财政局配合）", "<牵头:县教育局 配合:县财政局>|||1"),
        ("（县教育局、县财政局按分工负责）", "<责任:县教育局 责任:县财政局>|||1"),
        ("（牵头考核单位：县教育局；协同责任单位：县财政局）", "<牵头:县教育局 配合:县财政局>|||1"),
        ("（责任单位：县教育局，县财政局配合）", "<责任:县教育局 配合:县财政局>|||1"),
        ("（县教育局牵头，县司法局负责法制审查工作）", "<牵头:县教育局 责任:县司法局>|||1"),
        ("（县教育局安全处）", "<责任:县教育局安全处>|||1"),
        ("（县教育局按职责分工负责，各乡镇政府结合实际落实）", "<责任:县教育局 责任地:各乡镇政府>|||1"),
        ("\n部门分工：县教育局牵头，各乡镇政府配合。", "<牵头:县教育局 配合地:各乡镇政府>|||1"),
    ] {
        one(statement, told);
    }
}

#[test]
fn sets_of_bodies_are_one_name() {
    for (statement, told) in [
        ("（县教育局等有关部门和单位负责）", "<责任:县教育局 等>|||1"),
        ("（各有关部门和单位负责）", "<责任泛:各有关部门和单位>|||1"),
        ("（县教育局，各乡镇党委、政府负责）", "<责任:县教育局 责任地:各乡镇党委、政府>|||1"),
        ("（全国总工会、全国妇联负责）", "<责任:全国总工会 责任:全国妇联>|||1"),
        ("（县教育局、团县委等和各乡镇政府负责）", "<责任:县教育局 责任:团县委 责任地:各乡镇政府 等>|||1"),
        ("（某某海关和各乡镇政府负责）", "<责任:某某海关 责任地:各乡镇政府>|||1"),
        ("（责任单位：县教育局、各区政府〈含新区、园区，下同〉）", "<责任:县教育局 责任地:各区政府>|||1"),
    ] {
        one(statement, told);
    }
}

#[test]
fn rules_and_unknown_labels_are_remarked_on() {
    let plan = |statement: &str| {
        format!("某县工作要点\n一、任务\n1.建窗口。设窗口。{statement}\n2.办实事。办事。（县民政局、县财政局负责）\n")
    };
    check(
        &plan("（县教育局、县公安局负责。列第一位的为牵头单位，下同）"),
        &["一/1|建窗口|<牵头:县教育局 责任:县公安局>|||1", "一/2|办实事|<牵头:县民政局 责任:县财政局>|||1"],
        &["first-named-leads"],
    );
    check(
        &plan("（县教育局负责，以下均需各乡镇落实，不再列出）"),
        &["一/1|建窗口|<责任:县教育局>|||1", "一/2|办实事|<责任:县民政局 责任:县财政局>|||1"],
        &["rule-for-others", "rule-for-others"],
    );
    check(
        &plan("（牵头单位：县教育局；数据提供单位：县统计局）"),
        &["一/1|建窗口|<牵头:县教育局 责任:县统计局>|||1", "一/2|办实事|<责任:县民政局 责任:县财政局>|||1"],
        &["unknown-label"],
    );
    // A line that names who leads is enough for the lines behind it.
    check(
        "某县工作要点\n列第一位的为牵头单位。\n1.建窗口。设窗口。\n牵头单位：县教育局\n责任单位：县公安局、各乡镇\n",
        &["1|建窗口|<牵头:县教育局 责任:县公安局 责任地:各乡镇>|||1"],
        &["first-named-leads"],
    );
    // The rule holds from where it stands.
    check(
        "某县工作要点\n1.建窗口。设窗口。（县教育局、县公安局负责）\n2.办实事。办事。（县民政局、县财政局负责，排第一的为牵头单位，下同）\n",
        &["1|建窗口|<责任:县教育局 责任:县公安局>|||1", "2|办实事|<牵头:县民政局 责任:县财政局>|||1"],
        &["first-named-leads"],
    );
}

#[test]
fn tasks_may_have_no_numbers() {
    let head = "某县工作要点\n";
    check(
        &format!(
            "{head}推进旧改。改造100户。\n责任单位：县住建局\n完成时限：8月底前\n整治河道。整治3条。\n牵头单位：县水利局\n配合单位：县财政局\n"
        ),
        &["|推进旧改|<责任:县住建局>|8月底前|100户|1", "|整治河道|<牵头:县水利局 配合:县财政局>||3条|1"],
        &[],
    );
    // Headings without numbers over tasks that have some.
    let read = read(
        "某县工作要点\n产业发展\n1.推进园区。建厂房。（县工信局负责）\n民生保障\n2.推进教育。建学校。（县教育局负责）\n",
    );
    let sections: Vec<&str> = read.plan.sections.iter().map(|section| read.plan.text(section.title)).collect();
    assert_eq!(sections, ["产业发展", "民生保障"], "headings without numbers");
    assert_eq!(read.plan.measures().count(), 2, "and they are no measures");
    // 1.1 and 任务一 are labels; a field of a task is none.
    check(
        &format!(
            "{head}（一）平台\n1.1加强建设。建平台。（市数据局负责）\n1.2推进应用。用平台。（市工信局负责）\n（二）服务\n任务一：优化流程。压环节。（市审批局负责）\n"
        ),
        &[
            "（一）/1.1|加强建设|<责任:市数据局>|||1",
            "（一）/1.2|推进应用|<责任:市工信局>|||1",
            "（二）/任务一|优化流程|<责任:市审批局>|||1",
        ],
        &["numbers-restart"],
    );
    check(
        &format!(
            "{head}一、教育工程\n（一）工程内容：新建学校3所。\n（二）责任单位：县教育局\n（三）完成时限：8月底\n"
        ),
        &["一|教育工程|<责任:县教育局>|8月底|3所|1"],
        &[],
    );
}

#[test]
fn a_body_may_be_the_heading_or_the_subject() {
    check(
        "某县方案\n一、分工\n1.县教育局：负责校园安全，配合排查。\n2.由县民政局牵头，组织各乡镇登记。\n3.某某移动公司、某某联通公司某县分公司（简称“运营商”）：负责整治线路。\n",
        &[
            "一/1|县教育局|<责任:县教育局>|||1",
            "一/2||<牵头:县民政局>|||1",
            "一/3||<责任:某某移动公司 责任:某某联通公司某县分公司>|||1",
        ],
        &["read-from-sentence", "read-from-sentence", "read-from-sentence"],
    );
}

/// No statement at all: the sentences say of whom they speak.
#[test]
fn a_sentence_may_say_who_must_do_it() {
    let plan = |sentences: &str| format!("某州措施\n一、举措\n1.建站点。{sentences}\n2.做宣传。印制手册。\n");
    let check_one = |sentences: &str, first: &str, remarks: &[&str]| {
        let second = "一/2|做宣传||||1";
        check(&plan(sentences), &[&format!("一/1|建站点|{first}"), second], remarks);
    };
    check_one(
        "州交通局要新建站点。各县、市要编制方案，6月底前公布。",
        "<责任:州交通局><责任地:各县、市>|6月底前||2",
        &["read-from-sentence", "read-from-sentence"],
    );
    check_one(
        "新建站点。州商务局、州电力公司要按规划建设。加强监测。",
        "<责任:州商务局 责任:州电力公司>|||3",
        &["read-from-sentence"],
    );
    check_one(
        "全州各级交通、市场监管等部门要加强检查。",
        "<责任泛:全州各级交通、市场监管等部门>|||1",
        &["read-from-sentence"],
    );
    check_one(
        "各县、市人民政府和州直有关部门须公布标准。具体方案由州民政局牵头拟订。",
        "<责任地:各县、市人民政府 责任泛:州直有关部门><牵头:州民政局>|||2",
        &["read-from-sentence", "read-from-sentence"],
    );
    // Nobody in particular, no body, and other words with 要.
    for sentences in ["各有关部门要加强配合。", "站点要方便群众。", "州交通局要求按期完成。", "局要公开。"]
    {
        check_one(sentences, "|||1", &[]);
    }
}

#[test]
fn rows_of_tables_hold_together() {
    // Cells of several paragraphs, merged cells, rows that group, columns of persons.
    check(
        "某县清单\n序号\t重点任务\t具体举措\t责任领导\t牵头单位\t完成时限\n一、教育\n1\t建学校\t新建小学2所\n改建幼儿园3所\t某某\t县教育局\t8月底前完成\n2\t\t引进教师20名。\t某某\t\t\n二、民生\n3\t建食堂\t新建食堂4个\t某某\t县民政局\t长期\n",
        &[
            "一/1|建学校|<牵头:县教育局>|8月底前|2所、3所|1",
            "一/2|建学校|<牵头:县教育局>|8月底前|20名|1",
            "二/3|建食堂|<牵头:县民政局>|长期|4个|1",
        ],
        &[],
    );
    // The number is merged with the name.
    check(
        "某县清单\n序号\t重点任务\t具体举措\t牵头单位\n1\t建学校\t新建小学2所。\t县教育局\n\t\t引进教师20名。\t县人社局\n",
        &["1|建学校|<牵头:县教育局><牵头:县人社局>||2所、20名|2"],
        &[],
    );
    // The first column is of bodies; a name is broken inside of its cell.
    check(
        "某县职责表\n部门\t职责与任务\n县教育局\t抓好体育。办好讲座。\n县人力资源社会\n保障局\t办好培训。\n",
        &["||<责任:县教育局>|||2", "||<责任:县人力资源社会保障局>|||1"],
        &[],
    );
    // One cell a line, headings between the rows.
    check(
        "某县分解表\n序号\n工作任务\n责任单位\n协同单位\n一、扩大投资\n1\n新建水库2座。\n县水利局\n县财政局\n二、改善民生\n三、其他\n2\n新建学校3所。\n县教育局\n县住建局、县财政局\n",
        &["一/1||<责任:县水利局 配合:县财政局>||2座|1", "三/2||<责任:县教育局 配合:县住建局 配合:县财政局>||3所|1"],
        &[],
    );
    // One cell a line; a row with more bodies than lines for them.
    let stacked = "某县实事表\n序号\n\n内容\n\n责任\n\n单位\n\n时限\n\n1\n\n新建食堂4个。\n\n县民政局\n\n8月底前\n\n2\n\n建公园。\n\n县住建局\n\n县水利局\n\n9月动工\n";
    check(
        stacked,
        &["1||<责任:县民政局>|8月底前|4个|1", "2||<责任:县住建局 责任:县水利局>|9月||1"],
        &["guessed-cells"],
    );
    // The name of a column says the year of its aims, and a title is without its stop.
    check(
        "某县指标表\n序号\t领域\t工作指标\t2027年目标值\t责任单位\n1\t教育\t新建小学，改建幼儿园。\t3所以上\t县教育局\n2\t\t培训教师\t60‰\t\n",
        &["1|新建小学，改建幼儿园|<责任:县教育局>|2027年|3所|1", "2|培训教师|<责任:县教育局>|2027年|60‰|1"],
        &[],
    );
    // The names of the columns stand in the first cells.
    check(
        "某县实事表\n项目名称\t改市场\t建幼儿园\n建设内容\t改造市场3个。\t新建2所，新增学位300个。\n责任单位\t县商务局\t县教育局、县住建局\n完成时限\t6月底\t8月底\n各单位要抓紧。\n",
        &["|改市场|<责任:县商务局>|6月底|3个|1", "|建幼儿园|<责任:县教育局 责任:县住建局>|8月底|2所、300个|1"],
        &["set-apart"],
    );
    check(
        "某县实事表\n| 序号 | 1 | 2 |\n|---|---|---|\n| 任务 | 改造市场。 | 新建学校。 |\n| 责任领导 | 某某 | 某某 |\n| 牵头单位 | 县商务局 | 县教育局 |\n| 配合单位 | 县财政局 | |\n",
        &["1||<牵头:县商务局 配合:县财政局>|||1", "2||<牵头:县教育局>|||1"],
        &[],
    );
    // Cells between blanks alone: as many as columns, or under the column where they begin.
    check(
        "某县分解表\n序号  任务          具体举措          责任单位\n1     改市场        改造市场3个。     县商务局\n2     建学校        新建学校2所。     县教育局\n                                        县住建局\n3                   改建4所。         县教育局\n全县一盘棋，抓紧落实到位。\n",
        &[
            "1|改市场|<责任:县商务局>||3个|1",
            "2|建学校|<责任:县教育局 责任:县住建局>||2所|1",
            "3|建学校|<责任:县教育局>||4所|1",
        ],
        &["guessed-cells", "set-apart"],
    );
    check(
        "某县分解表\n序号　　任务　　　　　　责任单位\n1　　　改造市场3个，　　县商务局\n　　　 提升环境。\n",
        &["1||<责任:县商务局>||3个|2"],
        &["guessed-cells"],
    );
    // Pipes without one before the first cell.
    check(
        "某县分解表\n序号 | 任 务 名 称 | 指标要求 | 牵头部门 | 目标类型 |\n1 | 就业 | 增长6% | 县人社局 | 甲类 |\n2 | 出口 | 增长7% | 县商务局 | 乙类 |\n",
        &["1|就业|<牵头:县人社局>||6%|1", "2|出口|<牵头:县商务局>||7%|1"],
        &[],
    );
}

#[test]
fn what_stands_between_and_behind_the_tasks_is_none() {
    // Words that close a group or the plan, contacts, the page around.
    check(
        "某县民生实事\n1.建食堂3个（牵头单位：民政局）。\n2.建学校2所（牵头单位：教育局）。\n请各单位抓好落实。\n联系人：某某，联系电话：000\n主办单位：某县政府\n",
        &["1||<牵头:民政局>||3个|1", "2||<牵头:教育局>||2所|1"],
        &["set-apart"],
    );
    check(
        "某县民生实事\n一、出行\n1.修路3条。\n2.修桥2座。\n各单位要按月报送。\n二、教育\n3.建校1所。\n",
        &["一/1||||3条|1", "一/2||||2座|1", "二/3||||1所|1"],
        &["set-apart"],
    );
    // A box between tasks.
    check(
        "某省计划\n一、任务\n1.建网络。铺设宽带。（省通信局负责）\n专栏1  宽带工程\n每年评选20家企业。\n2.建平台。开通平台。（省经信厅负责）\n",
        &["一/1|建网络|<责任:省通信局>|||1", "一/2|建平台|<责任:省经信厅>|||1"],
        &["set-apart"],
    );
    // A list of annexes, an annex, and another plan behind the first.
    check(
        "某县报告\n附件：1.名单\n2.实事\n一、产业\n（一）发展能源。保障煤炭。\n附件2\n某县民生实事\n1.建校5所（牵头单位：教育局）。\n",
        &["一/（一）|发展能源||||1", "1||<牵头:教育局>||5所|1"],
        &["numbers-restart"],
    );
    check(
        "某省若干政策\n一、人才\n培训2万名人员。（省人社厅负责）\n本政策由省经信厅负责解释。\n某省发展行动计划\n为加快发展，制定本计划。\n一、总体要求\n（一）指导思想\n坚持方向。\n二、任务\n1.建网络。铺设宽带。（省通信局负责）\n",
        &["一|人才|<责任:省人社厅>||2万名|1", "二/1|建网络|<责任:省通信局>|||1"],
        &["second-plan", "numbers-restart"],
    );
    // Its headings may be of another form, if its title says a year.
    check(
        "某县2024年工作要点\n一、产业\n1.建大棚。新建大棚20座。（县农业局负责）\n某县2024年卫生健康工作要点\n1.改卫生院。改造3所。（县卫健局负责）\n",
        &["一/1|建大棚|<责任:县农业局>||20座|1", "1|改卫生院|<责任:县卫健局>||3所|1"],
        &["second-plan", "numbers-restart"],
    );
    // An annex that explains words.
    check(
        "某县方案\n一、任务\n（一）建窗口。设窗口。（县教育局负责）\n附件2\n名词解释\n1.一网通办：统一入口。\n2.一件事：一个事项。\n",
        &["一/（一）|建窗口|<责任:县教育局>|||1"],
        &["set-apart"],
    );
    // What a letter asks for that sends a plan out.
    check(
        "某市政府关于印发工作分工的通知\n现将《工作分工》印发给你们，请认真贯彻执行。\n一、压实责任。各单位要加强领导。\n某市政府\n2023年2月1日\n某市2023年工作分工\n一、目标\n（一）新增就业2万人。（市人社局负责）\n",
        &["一/（一）||<责任:市人社局>||2万人|1"],
        &[],
    );
}

#[test]
fn texts_without_line_breaks_are_cut() {
    check(
        "某省行动方案(2021-2023年)为加快调整，制定本方案。一、总体要求(一)指导思想。坚持方向。(二)主要目标。到2023年见效。2023年目标表二、深入调整(三)淘汰产能。组织关停。(省发改委牵头)(四)严控新增。严格置换。(省生态环境厅牵头)三、保障措施(五)加强领导。成立专班。",
        &["二/(三)|淘汰产能|<牵头:省发改委>|||1", "二/(四)|严控新增|<牵头:省生态环境厅>|||1"],
        &[],
    );
    check(
        "某县工作要点一、加强建设1.建窗口。设窗口。（县住建局牵头）2.供好水。修管网。（县水利局牵头）二、优化服务3.养好老。建食堂。（县民政局牵头）各单位要认真落实，年底前报告。某县政府办公室2023年2月1日（此件公开发布）",
        &["一/1|建窗口|<牵头:县住建局>|||1", "一/2|供好水|<牵头:县水利局>|||1", "二/3|养好老|<牵头:县民政局>|||1"],
        &["set-apart"],
    );
    // 统一、 and 一、二、三产业 begin no heading.
    check(
        "某省方案为此制定。一、任务（一）建体系。统一、规范管理，发展一、二、三产业。（省发改委牵头）（二）办实事。办事。（省民政厅牵头）二、保障措施（三）加强领导。成立专班。",
        &["一/（一）|建体系|<牵头:省发改委>|||1", "一/（二）|办实事|<牵头:省民政厅>|||1"],
        &[],
    );
}

#[test]
fn texts_without_line_breaks_are_cut_behind_lists_of_bodies_and_letters() {
    check(
        "某政办〔2024〕8号 某县人民政府办公室关于印发某县工作方案的通知 各乡镇： 《某县工作方案》已经同意，请认真执行。 某县人民政府办公室 \
         2024年3月1日 某县服务工作方案 为做好工作，制定本方案。 一、定义 本方案所称服务，包括：（一）窗口服务；（二）上门服务。 \
         二、指导思想 以群众为中心，做好服务。 三、重点任务 （一）窗口 1.建窗口。设窗口10个。 责任单位：县教育局、县民政局2.办实事。办实事5件。\
         责任单位：县财政局（二）上门 3.送上门。上门办理。 责任单位：县水利局牵头，各乡镇按职责分工负责 4.作回访。逐件回访。 责任单位：县民政局",
        &[
            "三/（一）/1|建窗口|<责任:县教育局 责任:县民政局>||10个|1",
            "三/（一）/2|办实事|<责任:县财政局>||5件|1",
            "三/（二）/3|送上门|<牵头:县水利局 责任地:各乡镇>|||1",
            "三/（二）/4|作回访|<责任:县民政局>|||1",
        ],
        &[],
    );
    let read = read(
        "某政办〔2024〕8号 某县办公室关于印发方案的通知 各乡镇： 请认真执行。 某县办公室 2024年3月1日 某县服务工作方案 为做好工作，\
         制定本方案。 一、任务 （一）建窗口。设窗口。（县教育局负责）（二）办实事。办事。（县民政局负责） 二、保障措施 （一）加强领导。压实责任。",
    );
    assert_eq!(read.plan.text(read.plan.meta.title), "某县服务工作方案");
    assert_eq!(read.plan.meta.number.map(|number| number.value), Some("某政办〔2024〕8号".to_owned()));
}

#[test]
fn a_number_of_years_is_a_deadline_where_something_is_done_in_it() {
    for (sentence, deadlines) in [
        ("5年内培训教师100名。", "5年内"),
        ("力争三年内建成学校2所。", "三年内"),
        ("两年之内建成学校2所。", "两年之内"),
        ("做好就业。2022—2025年，新增就业5万人。", "2022—2025年"),
        ("落实2022—2025年规划，新增就业5万人。", ""),
        ("用两年时间建成学校2所。", "用两年时间"),
        ("利用3-5年时间建成学校2所。", "利用3-5年时间"),
        ("力争今年底覆盖率达到90%。", "今年底"),
        ("建立台账，年末覆盖率达到90%。", "年末"),
        ("对3年内无违规的学校给予表扬。", ""),
        ("5年内享受补贴。", ""),
        ("近三年内建成学校2所。", ""),
        ("年末总结经验。", ""),
        ("今明两年投资3亿元。", "今明两年"),
        ("近两年投资3亿元。", ""),
    ] {
        let read =
            read(&format!("某县工作要点\n1.建窗口。{sentence}（县教育局负责）\n2.办实事。办事。（县民政局负责）\n"));
        let found: Vec<&str> = read.plan.tasks[0].deadlines.iter().map(|span| read.plan.text(*span)).collect();
        assert_eq!(found.join("、"), deadlines, "{sentence}");
    }
}

#[test]
fn a_first_sentence_is_a_heading_where_most_are() {
    let long = "以建设开放试验区为牵引，打造面向北方的重要门户";
    check(
        &format!("某县报告\n一、重点\n（一）{long}。一要建平台。办好园区。\n（二）加快转型。一要提能力。建好农田。\n"),
        &[&format!("一/（一）|{long}||||2"), "一/（二）|加快转型||||2"],
        &[],
    );
    // Paragraphs without numbers.
    check(
        "某省若干政策\n一、平台\n建好各类平台。给予奖补。（省经信厅负责）\n推动企业上云。建立资源池。（省工信厅负责）\n",
        &["一|建好各类平台|<责任:省经信厅>|||1", "一|推动企业上云|<责任:省工信厅>|||1"],
        &[],
    );
    // A bracket in the heading, and a score behind it.
    check(
        "某县实事\n1.修好公园（县园林局，6月底前）。新增2处。\n2.建好食堂。（2分）（县民政局负责）\n",
        &["1|修好公园|<责任:县园林局>|6月底前|2处|1", "2||<责任:县民政局>|||1"],
        &[],
    );
}

#[test]
fn a_label_needs_no_stop_before_it() {
    check(
        "某县实事\n1.新建学校2所  责任单位：县教育局  完成时限：8月\n2.改造幼儿园5所，牵头单位：县教育局，配合单位：县财政局。\n3.推进集团化办学，强化责任单位：压实责任。\n",
        &["1||<责任:县教育局>|8月|2所|1", "2||<牵头:县教育局 配合:县财政局>||5所|1", "3|||||1"],
        &["nobody-named"],
    );
    // Lines that a page broke are joined, but not with labels.
    check(
        "某市分解表\n一、工业\n1、新增规上企业30家以上，规上工业增加值实现\n增长8%以上。\n责任领导：某某\n责任单位：市工信局\n2、实施亿元以上工业项目100个，完成投资200亿\n元。\n责任单位：市发改委\n3、粮食产量稳定在50亿斤以上，建设高标准农田\n20万亩。\n责任单位：市农业局\n",
        &[
            "一/1||<责任:市工信局>||30家、8%|1",
            "一/2||<责任:市发改委>||100个、200亿\n元|1",
            "一/3||<责任:市农业局>||50亿斤、20万亩|1",
        ],
        &[],
    );
}

#[test]
fn labels_take_all_marks() {
    for mark in ["﹒", "。", "·", " "] {
        check(
            &format!("某县实事\n一、出行\n1{mark}修路3条。\n2{mark}修桥2座。\n"),
            &["一/1||||3条|1", "一/2||||2座|1"],
            &[],
        );
    }
}

#[test]
fn a_text_that_is_no_plan_is_said_to_be_none() {
    for text in [
        "<html><body><div class=\"a\">hello</div></body></html>",
        "# Readme\n\n1. Install it.\n2. Run it.\n",
        "City Transport Work Plan 2024\n\n1. Roads. Build 100 kilometres by June. (Transport Bureau)\n2. Bridges. Build 3.\n",
        "春晓\n一、\n春眠不觉晓，处处闻啼鸟。\n二、\n夜来风雨声，花落知多少。\n",
    ] {
        let read = read(text);
        let codes: Vec<&str> = read.diagnostics.iter().map(|remark| remark.kind.code()).collect();
        assert!(codes.contains(&"no-plan"), "{text} is no plan: {codes:?}");
        assert!(!read.is_plan(), "{text} is no plan, whatever numbers are in it");
    }
    assert!(!read("").is_plan());
    assert!(read("清水县2024年工作要点\n一、供水\n（一）新建水厂。（县水利局）\n").is_plan());
}

#[test]
fn titles_are_apart_from_numbers_and_stand_over_two_lines() {
    #[track_caller]
    fn title(head: &str, title: &str, number: Option<&str>) {
        let read = read(&format!("{head}\n一、任务\n1.建窗口。设窗口。（市教育局负责）\n"));
        assert_eq!(read.plan.text(read.plan.meta.title).replace('\n', ""), title, "title of {head}");
        assert_eq!(read.plan.meta.number.map(|fact| fact.value).as_deref(), number, "number of {head}");
        assert_eq!(read.plan.tasks.len(), 1, "tasks behind {head}");
    }
    title("某省关于做好服务的意见某政发〔2020〕24号\n各市政府：", "某省关于做好服务的意见", Some("某政发〔2020〕24号"));
    title("某省工作方案\n某政发〖2020〗24号", "某省工作方案", Some("某政发〖2020〗24号"));
    title("2022年某市《政府工作报告》目标任务\n责任分解方案", "2022年某市《政府工作报告》目标任务责任分解方案", None);
    title("附件1\n2020年重点工作责任分解", "2020年重点工作责任分解", None);
    title("附件1\n某县十件民生实事", "某县十件民生实事", None);
}

#[test]
fn texts_without_line_breaks_are_cut_before_their_numbers_where_each_says_who_answers() {
    let told = ["1||<责任:县水利局 责任:县林草局>||3条|1", "2||<责任:县教育局>||2所|1", "3||<责任:县民政局>||4个|1"];
    let title = "某县2024年民生实事";
    for source in [
        format!(
            "{title}1.修渠3条。责任单位：县水利局、县林草局2.新建小学2所。责任单位：县教育局3.建食堂4个。责任单位：县民政局"
        ),
        format!(
            "{title}1.修渠3条。责任单位：县水利局、县林草局。2.新建小学2所。责任单位：县教育局。3.建食堂4个。责任单位：县民政局。"
        ),
        format!(
            "{title} 1、修渠3条 责任单位：县水利局、县林草局 2、新建小学2所 责任单位：县教育局 3、建食堂4个 责任单位：县民政局"
        ),
    ] {
        check(&source, &told, &[]);
        assert_eq!(read(&source).plan.text(read(&source).plan.meta.title), title, "{source}");
    }
    // Numbers in a sentence of which not each says who answers.
    let read = read("某县2024年工作要点办好实事：1.修渠；2.建校；3.建食堂。责任单位：县水利局。抓好落实。");
    assert_eq!(read.plan.tasks.len(), 1, "one task");
}
