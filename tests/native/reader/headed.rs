//! Plans in which the bodies stand in headings, and what each does in paragraphs under them.

use super::{roles, tiles};
use yaodian::reader::read;

/// Three bodies with two paragraphs each.
const BODIES: [(&str, &str, [&str; 2]); 3] = [
    ("一", "县教育局", ["新建小学2所。", "改造食堂3个。"]),
    ("二", "县水利局", ["修渠3条。", "清淤2处。"]),
    ("三", "县交通局", ["修路20公里。", "建桥2座。"]),
];

/// Checks that each body has its two paragraphs; in `heading` N stands for a number and B for a body.
#[track_caller]
fn check(heading: &str, role: &str) {
    let sections = BODIES.map(|(number, body, paragraphs)| {
        let heading = heading.replace('N', number).replace('B', body);
        format!("{heading}\n{}\n", paragraphs.join("\n"))
    });
    // What is asked of all at the end is no task of the last one.
    for closing in ["", "请各单位认真抓好落实。\n"] {
        let source = format!("某县2024年重点工作任务\n{}{closing}", sections.concat());
        let read = read(&source);
        let plan = &read.plan;
        assert_eq!(plan.text(plan.meta.title), "某县2024年重点工作任务", "{source}");
        let found: Vec<(Vec<String>, Vec<&str>)> = plan
            .tasks
            .iter()
            .map(|task| (roles(plan, task), task.measures.iter().map(|measure| plan.text(measure.span)).collect()))
            .collect();
        let expected = BODIES.map(|(_, body, paragraphs)| (vec![format!("{role}:{body}")], paragraphs.to_vec()));
        assert_eq!(found, expected, "{source}");
        tiles(&read);
    }
}

#[test]
fn paragraphs_under_a_body_are_its_tasks_down_to_the_last_one() {
    for heading in [
        "N、B",
        "N、B：",
        "（N）B",
        "N、B（2项）",
        "N、B负责",
        "N、责任单位：B",
        "N、民生（B）",
        "N、民生\n责任单位：B",
    ] {
        check(heading, "责任");
    }
    check("N、牵头单位：B", "牵头");
}

#[test]
fn so_are_those_of_a_text_that_numbers_nothing() {
    for heading in ["B", "B：", "【B】", "责任单位：B", "【责任单位】B"] {
        check(heading, "责任");
    }
    check("牵头单位：B", "牵头");
}

/// Behind a task that says all at once the last paragraph closes the plan, and lines of bodies behind what they do are statements.
#[test]
fn other_paragraphs_behind_a_body_are_none_of_its_tasks() {
    let plan = read("某县工作要点\n一、修渠3条。（县水利局）\n二、修路20公里。（县交通局）\n以上工作年底考核。\n").plan;
    assert_eq!(plan.measures().count(), 2, "measures of\n{}", plan.source);
    let plan = read("某县工作要点\n修渠3条。\n责任单位：县水利局\n修路20公里。\n责任单位：县交通局\n").plan;
    let first = plan.tasks.first().map(|task| (roles(&plan, task), plan.text(task.measures[0].span)));
    assert_eq!(first, Some((vec!["责任:县水利局".to_owned()], "修渠3条。")), "{}", plan.source);
}
