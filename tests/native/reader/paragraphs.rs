//! Paragraphs under a heading that are tasks of their own, lines that are statements, and numbers that begin as decimals do.

use super::kinds::check;

/// Under a heading with words behind it, paragraphs that each end with a statement are tasks, as they are under one without.
#[test]
fn paragraphs_that_each_name_somebody_are_tasks_under_a_heading_with_words() {
    let plan = |words: &str, second: &str| {
        format!(
            "某县2024年工作要点\n一、任务\n（一）建设园区。{words}\n修渠3条，长期管护，保证通水。（县水利局）\n造林5亩，长期管护，保证成活。{second}\n\
             （二）清淤。清淤2处。（县水利局）\n"
        )
    };
    let last = "一/（二）|清淤|<责任:县水利局>||2处|1";
    check(
        &plan("发挥园区作用，分类推进。", "（县林草局）"),
        &["一/（一）||<责任:县水利局>||3条|1", "一/（一）||<责任:县林草局>||5亩|1", last],
        &["numbers-counted"],
    );
    // The words behind the heading are a task, too, where they name somebody.
    check(
        &plan("新建4处。（县城投公司）", "（县林草局）"),
        &[
            "一/（一）|建设园区|<责任:县城投公司>||4处|1",
            "一/（一）||<责任:县水利局>||3条|1",
            "一/（一）||<责任:县林草局>||5亩|1",
            last,
        ],
        &["numbers-counted"],
    );
    // Where one names nobody, all are one task.
    check(&plan("发挥园区作用，分类推进。", ""), &["一/（一）|建设园区|<责任:县水利局>||3条、5亩|3", last], &[]);
}

/// Words before a colon head a paragraph where most of those beside it have some.
#[test]
fn words_before_a_colon_head_a_paragraph_beside_others_that_have_some() {
    check(
        "某县2024年工作要点\n一、任务\n（一）建设园区。发挥园区作用，分类推进。\n水利工程：修渠3条。（县水利局）\n林草工程：造林5亩。（县林草局）\n（二）清淤。清淤2处。（县水利局）\n",
        &[
            "一/（一）|水利工程|<责任:县水利局>||3条|1",
            "一/（一）|林草工程|<责任:县林草局>||5亩|1",
            "一/（二）|清淤|<责任:县水利局>||2处|1",
        ],
        &["numbers-counted"],
    );
}

/// A line that is nothing but bodies and what they do needs neither bracket nor label.
#[test]
fn a_line_of_bodies_and_what_they_do_is_a_statement() {
    check(
        "某县2024年工作要点\n1.修渠\n修渠3条，保证通水。\n县水利局牵头，县财政局按职责分工负责\n2.造林\n造林5亩，保证成活。\n县林草局、县财政局等单位按职责分工负责\n",
        &["1|修渠|<牵头:县水利局 责任:县财政局>||3条|1", "2|造林|<责任:县林草局 责任:县财政局 等>||5亩|1"],
        &[],
    );
}

/// A bracket below the name of a body that signs before the title is another name of it.
#[test]
fn a_bracket_below_who_signs_is_no_statement() {
    check(
        "各有关单位：\n现将方案印发给你们。\n某县水利局\n（某县河长制办公室）\n某县财政局\n2024年3月1日\n某县2024年治水方案\n一、总体目标\n\
         到2025年，建成河道5条。\n二、重点任务\n1.修渠。修渠3条。（县水利局）\n2.清淤。清淤2处。（县水利局）\n",
        &["二/1|修渠|<责任:县水利局>||3条|1", "二/2|清淤|<责任:县水利局>||2处|1"],
        &[],
    );
}

/// A heading may begin with a number of its own, where its label counts on from the one before it.
#[test]
fn a_label_before_a_number_counts_on() {
    check(
        "某县2024年工作要点\n1.修渠。修渠3条。（县水利局）\n2.121人才项目。培养10名。（县人社局）\n3.5G网络建设。建站4座。（县工信局）\n",
        &[
            "1|修渠|<责任:县水利局>||3条|1",
            "2|121人才项目|<责任:县人社局>||10名|1",
            "3|5G网络建设|<责任:县工信局>||4座|1",
        ],
        &[],
    );
}

/// In a text without line breaks （1） is a level of its own under 1., where each names somebody.
#[test]
fn brackets_count_in_a_text_without_line_breaks() {
    check(
        "某县2024年工作要点为做好工作，制定本要点。一、任务（一）水利1.治河。（1）修渠3条。（县水利局）（2）清淤2处。（县城管局）2.巡河。（1）巡河4次。（县水利局）\
         （2）补岗5个。（县人社局）（二）林草3.造林。造林5亩。（县林草局）",
        &[
            "一/（一）/1/（1）||<责任:县水利局>||3条|1",
            "一/（一）/1/（2）||<责任:县城管局>||2处|1",
            "一/（一）/2/（1）||<责任:县水利局>||4次|1",
            "一/（一）/2/（2）||<责任:县人社局>||5个|1",
            "一/（二）/3|造林|<责任:县林草局>||5亩|1",
        ],
        &["numbers-restart"],
    );
}

/// A line that says what marks who leads is no task.
#[test]
fn what_explains_a_mark_is_no_task() {
    check(
        "某县2024年工作要点\n（标▲的为牵头单位，其他为责任单位）\n1.修渠。修渠3条。（▲县水利局、县财政局）\n",
        &["1|修渠|<牵头:县水利局 责任:县财政局>||3条|1"],
        &[],
    );
}
