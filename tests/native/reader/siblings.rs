//! Headings that name nobody, between others that do.

use super::kinds::check;

#[test]
fn a_heading_between_tasks_is_one() {
    // With text of its own, or none, or no more than a colon.
    for (silent, told, remark) in [
        ("2.护好堤。巡堤两遍。", "一/2|护好堤||||1", "nobody-named"),
        ("2.护好堤", "一/2|||||1", "nobody-named"),
        ("2.护好堤：", "一/2|||||1", "nobody-named"),
    ] {
        check(
            &format!(
                "某县2024年工作要点\n一、水利\n1.修好渠。修渠3条。（县水利局）\n{silent}\n3.清好淤。清淤2处。（县林草局）\n"
            ),
            &["一/1|修好渠|<责任:县水利局>||3条|1", told, "一/3|清好淤|<责任:县林草局>||2处|1"],
            &[remark],
        );
    }
    // At the top of a plan that has deeper headings elsewhere; one that groups nothing is still said to be empty.
    check(
        "某县2024年工作要点\n一、修渠\n修渠3条。（县水利局）\n二、护好堤\n三、清淤\n清淤2处。（县林草局）\n四、养老\n（一）建食堂4个。（县民政局）\n五、助残\n",
        &[
            "一|修渠|<责任:县水利局>||3条|1",
            "二|||||1",
            "三|清淤|<责任:县林草局>||2处|1",
            "四/（一）||<责任:县民政局>||4个|1",
        ],
        &["nobody-named", "numbers-restart", "empty-heading"],
    );
}

#[test]
fn a_heading_between_those_of_a_passage_that_name_somebody_is_a_task() {
    check(
        "某县2024年工作要点\n一、任务\n（一）修渠。修渠3条。（县水利局）\n二、保障措施\n（一）加强统筹。成立专班。（县政府办）\n（二）护好堤。巡堤两遍。\n\
         （三）加大投入。落实资金。（县财政局）\n（四）营造氛围。做好宣传。\n",
        &[
            "一/（一）|修渠|<责任:县水利局>||3条|1",
            "二/（一）|加强统筹|<责任:县政府办>|||1",
            "二/（二）|护好堤||||1",
            "二/（三）|加大投入|<责任:县财政局>|||1",
        ],
        &["numbers-restart", "nobody-named", "set-apart"],
    );
}

#[test]
fn a_heading_with_numbered_paragraphs_beside_tasks_that_have_some_is_one() {
    check(
        "某县2024年工作要点\n一、任务\n（一）修好水渠。（县水利局）\n1.新建水渠3条。\n2.清淤2处。\n（二）护好堤\n1.巡堤两遍。\n2.加固堤段。\n\
         （三）办好食堂。（县民政局）\n1.新建食堂4个。\n",
        &[
            "一/（一）|修好水渠|<责任:县水利局>||3条、2处|2",
            "一/（二）|护好堤||||2",
            "一/（三）|办好食堂|<责任:县民政局>||4个|1",
        ],
        &["nobody-named"],
    );
}

#[test]
fn a_line_that_names_somebody_is_of_its_own_task_where_others_follow() {
    let line = "责任单位：县水利局\n";
    check(
        &format!(
            "某县2024年工作要点\n一、任务\n（一）护好堤\n巡堤两遍。\n（二）修渠\n修渠3条。\n{line}（三）清淤\n清淤2处。\n{line}"
        ),
        &["一/（一）|护好堤||||1", "一/（二）|修渠|<责任:县水利局>||3条|1", "一/（三）|清淤|<责任:县水利局>||2处|1"],
        &["nobody-named"],
    );
    // Behind the last of those that name nobody it is about all of them.
    check(
        &format!(
            "某县2024年工作要点\n一、任务\n（一）护堤\n1.巡堤两遍。\n2.修渠3条。\n{line}（二）清淤\n1.清淤2处。\n2.清运。\n{line}"
        ),
        &["一/（一）|护堤|<责任:县水利局>||3条|2", "一/（二）|清淤|<责任:县水利局>||2处|2"],
        &[],
    );
}
