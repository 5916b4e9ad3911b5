//! How offices lay tasks out, each layout with what is read in it.

use super::kinds::check;

#[test]
fn numbers_begin_anew_under_a_heading() {
    check(
        "某县2024年工作要点\n一、产业\n1.扩建厂房，引进企业。（县发改局）\n2.修好公路，拓宽桥梁。（县交通局）\n（一）办学\n1.新建小学2所。（县教育局）\n\
         （二）办医\n1.扩建医院3家。（县卫健局）\n2.培训医生。（县卫健局）\n",
        &[
            "一/1||<责任:县发改局>|||1",
            "一/2||<责任:县交通局>|||1",
            "一/（一）/1||<责任:县教育局>||2所|1",
            "一/（二）/1||<责任:县卫健局>||3家|1",
            "一/（二）/2||<责任:县卫健局>|||1",
        ],
        &["numbers-restart"],
    );
}

#[test]
fn a_person_over_tasks_makes_no_task() {
    check(
        "某县2024年工作要点\n一、任务\n（一）办学\n牵头领导：某某某 县委常委、副县长\n某某 县政府党组成员、办公室主任\n1.新建小学2所。\n责任单位：县教育局\n\
         2.扩建校舍。\n责任单位：县住建局\n（二）办医\n牵头单位：县卫健局\n配合单位：县财政局\n1.扩建医院3家。\n2.培训医生。\n",
        &[
            "一/（一）/1||<责任:县教育局>||2所|1",
            "一/（一）/2||<责任:县住建局>|||1",
            "一/（二）|办医|<牵头:县卫健局 配合:县财政局>||3家|2",
        ],
        &["numbers-restart"],
    );
}

#[test]
fn who_answers_stands_before_or_in_a_sentence_of_its_own() {
    let told = |text: &str, told: &str, remarks: &[&str]| {
        let source = format!("某县2024年工作要点\n一、任务\n1.{text}\n2.培训医生。（县卫健局）\n");
        check(&source, &[told, "一/2||<责任:县卫健局>|||1"], remarks);
    };
    told("（县教育局）新建小学2所，扩建校舍。", "一/1||<责任:县教育局>||2所|1", &[]);
    told("新建小学2所，扩建校舍。县教育局负责。", "一/1||<责任:县教育局>||2所|1", &[]);
    told("新建小学2所，扩建校舍。由县教育局牵头，县财政局配合。", "一/1||<牵头:县教育局 配合:县财政局>||2所|1", &[]);
    told("新建小学2所，扩建校舍。由县教育局负责，8月底前完成。", "一/1||<责任:县教育局>|8月底前|2所|1", &[]);
    told("新建小学2所，扩建校舍。8月底前完成，县教育局牵头。", "一/1||<牵头:县教育局>|8月底前|2所|1", &[]);
    // Behind who does it and by when stands what is to be done.
    told(
        "办学。由县教育局牵头，县财政局配合，8月底前新建小学2所。",
        "一/1|办学|<牵头:县教育局 配合:县财政局>|8月底前|2所|1",
        &["read-from-sentence"],
    );
    told(
        "办学。县教育局牵头，8月底前新建小学2所并开学。",
        "一/1|办学|<牵头:县教育局>|8月底前|2所|1",
        &["read-from-sentence"],
    );
    told("新建小学2所，扩建校舍。责任股室：基教股", "一/1||<责任:基教股>||2所|1", &[]);
    told("新建小学2所，扩建校舍。认真抓好落实。", "一/1||||2所|2", &[]);
    told("新建小学2所，扩建校舍。各乡镇抓好落实。", "一/1||||2所|2", &[]);
}

#[test]
fn a_heading_between_rows_has_its_number_in_a_cell() {
    check(
        "某县分解表\n序号\t工作任务\t具体措施\t责任单位\n一\t办学\t\t\n1\t建校\t新建小学2所。\t县教育局\n二\t办医\t\t\n2\t建院\t扩建医院3家。\t县卫健局\n",
        &["一/1|建校|<责任:县教育局>||2所|1", "二/2|建院|<责任:县卫健局>||3家|1"],
        &[],
    );
}

#[test]
fn cells_are_lines_and_the_column_of_numbers_has_no_name() {
    for bar in ["", "|\n"] {
        let cells = [
            "工作任务",
            "具体要求",
            "责任科室",
            "时限要求",
            "管好学校",
            "1",
            "新建小学2所。",
            "基建科",
            "9月底前",
            "2",
            "扩建校舍。",
            "财务科",
            "持续推进",
            "管好食堂",
            "3",
            "检查食堂8家。",
            "后勤科",
            "年底前",
        ];
        let source = format!("某局任务表\n{}", cells.map(|cell| format!("{cell}\n{bar}")).concat());
        check(
            &source,
            &[
                "1|管好学校|<责任:基建科>|9月底前|2所|1",
                "2|管好学校|<责任:财务科>|持续推进||1",
                "3|管好食堂|<责任:后勤科>|年底前|8家|1",
            ],
            &[],
        );
    }
}

#[test]
fn an_enumeration_begins_behind_its_heading_and_goes_on_below() {
    check(
        "某县2024年工作要点\n1.修好道路：（1）拓宽公路30公里；\n（2）新建桥梁2座。\n牵头单位：县交通局\n2.办好学校：（1）新建小学2所；\n（2）扩建校舍。\n牵头单位：县教育局\n",
        &["1|修好道路|<牵头:县交通局>||30公里、2座|2", "2|办好学校|<牵头:县教育局>||2所|2"],
        &[],
    );
}

#[test]
fn a_time_is_counted_from_a_day() {
    for (text, times) in [
        ("自本方案印发之日起2个月内制定细则。", "本方案印发之日起2个月内"),
        ("各乡镇应在本通知印发后15天内制定细则。", "本通知印发后15天内"),
        ("名录更新后30日内调整。", "名录更新后30日内"),
        ("受理后5个工作日内办结。", ""),
        ("11月底100%竣工。", "11月底"),
        ("本措施有效期至2026年12月31日。", ""),
        ("自2024年3月1日起至2024年9月30日减半收费。", ""),
    ] {
        let source = format!("某县2024年工作要点\n一、任务\n1.建窗口。设窗口。{text}（县司法局）\n");
        let plan = yaodian::reader::read(&source).plan;
        let found: Vec<&str> = plan.tasks[0].deadlines.iter().map(|span| plan.text(*span)).collect();
        assert_eq!(found.join("、"), times, "{text}");
    }
}

#[test]
fn conditions_set_nothing() {
    for (text, sets) in [
        ("对年产值首次突破5亿元、10亿元的，分别奖励20万元、50万元。", "20万元、50万元"),
        ("新招员工人数达到原有人数30%（超过200人的企业达到20%）并签订合同的，可申请最高100万元的贷款。", "100万元"),
        ("对通过评估，且评分不低于90分的企业，年收入突破3000万元的，给予10万元奖励。", "10万元"),
        ("建成厂房20栋，对参与建设的，给予奖励8万元。", "20栋、8万元"),
    ] {
        let source = format!("某县2024年工作要点\n一、任务\n1.建窗口。设窗口。{text}（县财政局）\n");
        let plan = yaodian::reader::read(&source).plan;
        let found: Vec<&str> =
            plan.measures().flat_map(|m| &m.targets).map(|t| yaodian::reader::quantity(plan.text(t.span))).collect();
        assert_eq!(found.join("、"), sets, "{text}");
    }
}

#[test]
fn a_heading_may_stand_in_a_box_and_an_item_behind_a_mark() {
    check(
        "某县办法\n第一条 【设窗口】压缩时限至4天。（县政务局）\n第二条 【建平台】建设平台2个。（县数据局牵头，县财政局配合）\n",
        &["第一条|设窗口|<责任:县政务局>||4天|1", "第二条|建平台|<牵头:县数据局 配合:县财政局>||2个|1"],
        &[],
    );
    check(
        "某县2024年重点工作\n★ 办学\n● 新建小学2所，扩建校舍，配齐教师，改善办学条件和食堂条件。【牵头单位：县教育局】【完成时限：8月底】\n\
         ● 培训教师300名，办好学前教育和特殊教育，管好学生午餐。【牵头单位：县教育局】【责任单位：县人社局】\n",
        &["||<牵头:县教育局>|8月底|2所|1", "||<牵头:县教育局 责任:县人社局>||300名|1"],
        &[],
    );
}

#[test]
fn paragraphs_are_cut_before_the_parts_of_a_task_and_flat_texts_before_their_numbers() {
    check(
        "某县2024年工作要点\n1.修好道路。（1）拓宽公路30公里。（县交通局牵头负责）（2）新建桥梁2座。（县公路局负责）\n2.办好学校，新建小学2所。（县教育局）\n",
        &["1/（1）||<牵头:县交通局>||30公里|1", "1/（2）||<责任:县公路局>||2座|1", "2||<责任:县教育局>||2所|1"],
        &["numbers-restart"],
    );
    let flat = "某县2024年工作要点为做好工作，制定本要点。1.修好道路。拓宽公路30公里。(县交通局负责)2.办好学校。新建小学2所。(县教育局负责)\
                3.管好食堂。检查食堂8家。(县市监局负责)4。建好医院。扩建医院3家。(县卫健局负责)";
    check(
        flat,
        &[
            "1|修好道路|<责任:县交通局>||30公里|1",
            "2|办好学校|<责任:县教育局>||2所|1",
            "3|管好食堂|<责任:县市监局>||8家|1",
            "4|建好医院|<责任:县卫健局>||3家|1",
        ],
        &[],
    );
}

#[test]
fn something_is_due_in_the_year_in_which_it_is_reached() {
    for (text, times) in [
        ("2025年覆盖率达到90%以上。", "2025年"),
        ("2024年完成改造，2025年基本建成平台。", "2024年、2025年"),
        ("2025年，关停小厂3家。", "2025年"),
        ("2024年60%以上、2025年80%以上机关达到要求。", "2024年、2025年"),
        ("2023年覆盖率达到90%以上。", ""),
        ("2025年中心城区站点达到20个。", "2025年"),
        ("改造2000年前建成的小区5个。", ""),
        ("2024年度考核不低于90分。", ""),
    ] {
        let source = format!("某县2024年工作要点\n一、任务\n1.建窗口。设窗口。{text}（县司法局）\n");
        let plan = yaodian::reader::read(&source).plan;
        let found: Vec<&str> = plan.tasks[0].deadlines.iter().map(|span| plan.text(*span)).collect();
        assert_eq!(found.join("、"), times, "{text}");
    }
}

#[test]
fn numbers_have_the_units_that_others_are_counted_by_and_sizes_set_nothing() {
    for (text, sets) in [
        ("煤耗低于304克/千瓦时，建筑能耗降至15千克标煤/平方米。", "304克/千瓦时、15千克标煤/平方米"),
        ("发放补贴300元/年。", "300元"),
        ("淘汰35蒸吨/小时及以下锅炉，整合3万吨/年及以下5处煤矿。", "5处"),
        ("支持投入达到或超过1亿元/年的企业，给予补助1000万元。", "1000万元"),
        ("开发100个以上的公益岗位。", "100个"),
        ("将已确定的20个县作为重点。", ""),
        ("提高3万吨级以上泊位供电率，建设泊位6个。", "6个"),
        ("站点300米覆盖率达到90%。", "90%"),
        ("8公里供热半径内不再建厂。", ""),
        ("每培育1家企业给予补助6万元。", "6万元"),
        ("每镇新建1所学校。", "1所"),
    ] {
        let source = format!("某县2024年工作要点\n一、任务\n1.建窗口。设窗口。{text}（县司法局）\n");
        let plan = yaodian::reader::read(&source).plan;
        let found: Vec<&str> =
            plan.measures().flat_map(|m| &m.targets).map(|t| yaodian::reader::quantity(plan.text(t.span))).collect();
        assert_eq!(found.join("、"), sets, "{text}");
    }
}

#[test]
fn any_number_of_statements_continue_each_other() {
    let lines = 20_000;
    let source =
        format!("某县2024年工作要点\n一、任务\n（一）办学。新建小学2所。\n{}", "责任单位：县教育局\n".repeat(lines));
    let plan = yaodian::reader::read(&source).plan;
    assert_eq!(plan.tasks[0].assigned().count(), lines, "each names somebody");
    assert_eq!((plan.units.len(), plan.tasks[0].responsibilities.len()), (1, 1), "and all are one statement");
}

#[test]
fn what_is_announced_follows_and_what_was_due_before_sets_no_time() {
    check(
        "某县2024年工作要点\n1.医疗：扩建医院3家。（县卫健局）\n2.教育：（县教育局）\n新建小学2所；\n培训教师4期。\n",
        &["1|医疗|<责任:县卫健局>||3家|1", "2|教育|<责任:县教育局>||2所、4期|2"],
        &[],
    );
    check(
        "某县台账\n编号|任务|具体内容|牵头单位|时限\n1|管资金|对2024年底前到期的贷款，办好展期。|县财政局|6月底前\n2|修路|拓宽公路30公里。|县交通局|全年\n",
        &["1|管资金|<牵头:县财政局>|6月底前||1", "2|修路|<牵头:县交通局>|全年|30公里|1"],
        &[],
    );
}
