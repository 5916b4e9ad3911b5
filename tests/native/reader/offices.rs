//! Bodies that are named once over all that they do: in a heading, or on a line over a table.

use super::kinds::check;

#[test]
fn headings_that_are_names_of_bodies_answer_for_what_stands_under_them() {
    let told = [
        "一/1||<责任:县水利局>||3条|1",
        "一/2||<责任:县水利局>|6月底前|2处|1",
        "二/1||<责任:县林草局 责任:县财政局>||5亩|1",
        "二/2||<责任:县公路局>||3公里|1",
    ];
    let source = "某县2024年工作安排\n一、县水利局\n1.修渠3条。\n2.清淤2处，6月底前完成。\n二、县林草局、县财政局\n1.造林5亩。\n2.修路3公里。（县公路局）\n";
    let remarks = ["read-from-sentence", "read-from-sentence", "numbers-restart"];
    check(source, &told, &remarks);
    check(&format!("{source}三、工作要求\n（一）加强领导。各单位要高度重视。\n"), &told, &remarks);
    // The person who does it is none of the name.
    let person = source.replace("水利局\n", "水利局（责任人：张三）\n");
    check(&person, &told, &remarks);
    // Lines without a number.
    let bare = source.replace("一、", "").replace("二、", "").replace("局\n1", "局：\n1");
    check(
        &bare,
        &told
            .map(|told| told.split_once('/').map_or("", |(_, told)| told).to_owned())
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>(),
        &remarks,
    );
}

#[test]
fn headings_that_end_as_names_do_name_nobody_among_others() {
    // One alone, and what is to be done.
    for headings in [["县水利局", "完善设施"], ["一网通办", "一窗通办"], ["建设养老服务中心", "打造示范集团"]]
    {
        let [one, two] = headings;
        check(
            &format!("某县2024年工作安排\n一、{one}\n1.修渠3条。\n二、{two}\n2.造林5亩。\n"),
            &["一/1||||3条|1", "二/2||||5亩|1"],
            &[],
        );
    }
}

#[test]
fn a_line_over_a_table_says_who_answers_where_no_column_does() {
    let table = |who: &str, number: u8, what: &str| {
        format!("{who}\n序号\t任务\t完成时限\n{number}\t{what}\t6月底前\n{}\t巡查\t年底前\n", number + 1)
    };
    check(
        &format!(
            "某县任务分解表\n{}{}",
            table("责任单位：县水利局", 1, "修渠3条"),
            table("责任单位：县林草局、县财政局", 3, "造林5亩")
        ),
        &[
            "1||<责任:县水利局>|6月底前|3条|1",
            "2||<责任:县水利局>|年底前||1",
            "3||<责任:县林草局 责任:县财政局>|6月底前|5亩|1",
            "4||<责任:县林草局 责任:县财政局>|年底前||1",
        ],
        &[],
    );
    // It speaks of no table that says so itself.
    let own = table("责任单位：县水利局", 1, "修渠3条")
        .replace("任务\t", "任务\t责任单位\t")
        .replace("条\t", "条\t县交通局\t")
        .replace("查\t", "查\t县公安局\t");
    check(
        &format!("某县任务分解表\n一、任务\n（一）办学。新建小学2所。\n{own}"),
        &["一/（一）|办学|<责任:县水利局>||2所|1", "1||<责任:县交通局>|6月底前|3条|1", "2||<责任:县公安局>|年底前||1"],
        &["numbers-restart"],
    );
}

#[test]
fn sections_of_a_body_are_listed_as_bodies_are_and_those_behind_a_comma_help() {
    for (bracket, told) in [
        ("（综合科、法规处、局办公室）", "<责任:综合科 责任:法规处 责任:局办公室>"),
        ("（综合科）", "<责任:综合科>"),
        ("（综合科，局办公室配合）", "<责任:综合科 配合:局办公室>"),
        ("（县教育局、县财政局，县人社局配合）", "<责任:县教育局 责任:县财政局 配合:县人社局>"),
        ("（图书室、活动室）", ""),
    ] {
        check(
            &format!("某局2024年工作安排\n一、任务\n1.建食堂4个。{bracket}\n2.培训医生3期。（县卫健局）\n"),
            &[&format!("一/1||{told}||4个|1"), "一/2||<责任:县卫健局>||3期|1"],
            &[],
        );
    }
}

#[test]
fn places_answer_where_no_other_column_says_who_does() {
    check(
        "某镇任务分解表\n村（社区）\t任务\t责任人\t完成时限\n东山村\t清运垃圾200吨\t张三\t3月底\n南湖社区\t整治楼道30个\t李四\t6月底\n",
        &["||<责任:东山村>|3月底|200吨|1", "||<责任:南湖社区>|6月底|30个|1"],
        &[],
    );
    check(
        "某县任务分解表\n乡镇\t任务\t责任单位\n东山镇\t清运垃圾200吨\t县城管局\n南湖镇\t整治楼道30个\t县住建局\n",
        &["||<责任:县城管局>||200吨|1", "||<责任:县住建局>||30个|1"],
        &[],
    );
}

#[test]
fn a_line_before_tasks_that_name_nobody_says_who_does_them() {
    let source = "某县任务清单\n责任单位：县水利局（共2项）\n1.修渠3条。\n2.清淤2处。\n责任单位：县林草局、县财政局\n3.造林5亩。\n";
    check(
        source,
        &["1||<责任:县水利局>||3条|1", "2||<责任:县水利局>||2处|1", "3||<责任:县林草局 责任:县财政局>||5亩|1"],
        &["read-from-sentence"; 2],
    );
    assert_eq!(yaodian::reader::read(source).plan.sections.len(), 2, "each body has a section");
    // Behind the tasks it is about the one before it.
    check(
        "某县任务清单\n1.修渠3条。\n责任单位：县水利局\n2.清淤2处。\n责任单位：县林草局\n",
        &["1||<责任:县水利局>||3条|1", "2||<责任:县林草局>||2处|1"],
        &[],
    );
}
