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
    told("新建小学2所，扩建校舍。认真抓好落实。", "一/1||||2所|2", &[]);
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
