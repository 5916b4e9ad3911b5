//! What there is to tick: tasks that say nothing but their heading, and values beside what they are the values of.

use super::kinds::check;
use yaodian::reader::read;

#[test]
fn a_heading_that_somebody_answers_for_is_ticked_where_nothing_else_is() {
    check(
        "某市2024年工作要点\n一、任务\n1. 设窗口。优化流程。（市教育局负责）\n2. 修道路。拓宽三条。（市交通局负责）\n3. 建公园。绿化山坡。（市林草局负责）\n\
         4. 发放补助200万元。\n责任单位：市财政局\n5. 办好节会\n（市文旅局负责）\n",
        &[
            "一/1|设窗口|<责任:市教育局>|||1",
            "一/2|修道路|<责任:市交通局>|||1",
            "一/3|建公园|<责任:市林草局>|||1",
            "一/4||<责任:市财政局>||200万元|1",
            "一/5||<责任:市文旅局>|||1",
        ],
        &[],
    );
    // A line behind the heading that only states is of the heading, and not of the paragraph before it.
    check(
        "某市2024年工作要点\n一、任务\n（一）建好平台。\n牵头单位：市数据局\n推进共享\n责任单位：市民政局\n（二）建好机房\n牵头单位：市数据局\n",
        &["一/（一）|建好平台|<牵头:市数据局><责任:市民政局>|||1", "一/（二）||<牵头:市数据局>|||1"],
        &[],
    );
}

#[test]
fn a_value_belongs_to_the_words_before_it() {
    let rows = "1\t扩建厂房。引进企业。\t8万平方米\t县发改局\n2\t修好公路\t30公里以上\t县交通局\n";
    for value in ["目标值", "年度目标", "2024年任务数"] {
        let source = format!("某县工作任务表\n序号\t工作内容\t{value}\t责任单位\n{rows}");
        let plan = read(&source).plan;
        let measures: Vec<&str> = plan.measures().map(|measure| plan.text(measure.span)).collect();
        assert_eq!(measures, ["扩建厂房。", "引进企业。\t8万平方米", "修好公路\t30公里以上"], "{value}");
    }
    check(
        "某县工作任务表\n序号\t重点任务\t工作内容\t目标值\t责任单位\n1\t园区\t扩建厂房\t8万平方米\t县发改局\n",
        &["1|园区|<责任:县发改局>||8万平方米|1"],
        &[],
    );
    // Where nothing else says what is to be done, values do; and what they are counted in names nobody.
    check(
        "某县指标表\n序号\t指标名称\t单位\t2023年目标值\t2024年目标值\t牵头单位\n1\t新增就业\t人\t500\t600\t县人社局\n",
        &["1|新增就业|<牵头:县人社局>|2023年、2024年|500、600|2"],
        &[],
    );
    // Of those of each place only the whole is read.
    check(
        "某县目标任务分解表\n序号\t指标\t单位\t全县\t东山镇\t南湖镇\t责任单位\n1\t造林\t亩\t500\t200\t300\t县林草局\n",
        &["1|造林|<责任:县林草局>||500|1"],
        &[],
    );
}

/// A first sentence that says how many is what is to be reached, and no name of it.
#[test]
fn a_first_sentence_with_a_number_to_be_reached_is_ticked() {
    for (text, told) in [
        ("整修水渠8公里。其中灌区5公里。", "|<责任:县水利局>||8公里、5公里|2"),
        ("整修水渠8公里（县水利局）。同步护岸。", "|<责任:县水利局>||8公里|2"),
        ("村集体收入增长9%以上。盘活资产。办好企业。", "|<责任:县水利局>||9%|3"),
        ("把环节精简为3个。公开清单。", "|<责任:县水利局>||3个|2"),
        // Numbers that name something.
        ("打造20分钟便民圈。设站点。", "打造20分钟便民圈|<责任:县水利局>|||1"),
        ("开展三年行动。治理河道。", "开展三年行动|<责任:县水利局>|||1"),
        ("抓好2024年项目。加快开工。", "抓好2024年项目|<责任:县水利局>|||1"),
        ("管好水利。整修水渠8公里。", "管好水利|<责任:县水利局>||8公里|1"),
    ] {
        let end = if text.contains('（') { "" } else { "（县水利局）" };
        let source = format!("某县2024年工作要点\n一、任务\n1.{text}{end}\n2.办实事。办事。（县民政局）\n");
        check(&source, &[&format!("一/1|{told}"), "一/2|办实事|<责任:县民政局>|||1"], &[]);
    }
    // Inside of a task, too.
    check(
        "某县2024年工作要点\n一、任务\n1.管好水\n（1）整修水渠8公里。其中灌区5公里。\n（2）清理河道。巡河12次。\n责任单位：县水利局\n",
        &["一/1|管好水|<责任:县水利局>||8公里、5公里、12次|4"],
        &[],
    );
}

#[test]
fn a_mark_is_no_measure() {
    let plan = read("某县2024年工作要点\n一、任务\n1.（\n**\n责任单位：县教育局\n2.办实事。办事。（县民政局）\n").plan;
    let measures: Vec<&str> = plan.measures().map(|measure| plan.text(measure.span)).collect();
    assert_eq!(measures, ["办事。"]);
}
