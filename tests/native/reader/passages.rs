//! Headings in passages behind the tasks, 强化保障 and the like: what is left out of the list there is said to be.

use super::{read, tiles};

/// Checks the headings of tasks, or else their first measures, and what is said to be left out.
#[track_caller]
fn check(behind: &str, tasks: &[&str], left: &[&str]) {
    let source = format!("某县2024年工作要点\n一、兴业\n（一）建园区。建厂房3间。（县工信局）\n{behind}");
    let read = read(&source);
    let plan = &read.plan;
    let called = |task: &yaodian::domain::plan::Task| {
        if task.title.is_empty() { plan.text(task.measures[0].span) } else { plan.text(task.title) }.to_owned()
    };
    let found: Vec<String> = plan.tasks.iter().skip(1).map(called).collect();
    assert_eq!(found, tasks, "tasks of\n{source}");
    let apart = read.diagnostics.iter().filter(|remark| remark.kind.code() == "set-apart");
    let apart: Vec<&str> = apart.map(|remark| plan.text(remark.span)).collect();
    assert_eq!(apart, left, "what is left of\n{source}");
    tiles(&read);
}

#[test]
fn a_heading_without_text_among_passages_is_said_to_be_left_out() {
    for section in ["强化保障", "保障措施", "工作要求"] {
        check(
            &format!("二、{section}\n（一）加强领导。各单位要高度重视。\n（二）保障用地\n（三）严格督查\n"),
            &[],
            &["保障用地", "严格督查"],
        );
        // Beside one that names somebody, with a text or without.
        check(
            &format!("二、{section}\n（一）加强领导\n责任单位：县政府办\n（二）保障用地\n（三）严格督查。每月督查。\n"),
            &["加强领导"],
            &["保障用地", "严格督查。每月督查。"],
        );
        // Deeper, and the section itself.
        check(&format!("二、{section}\n（一）加强领导\n1.成立专班\n2.各单位要高度重视。\n"), &[], &["成立专班"]);
        check(&format!("二、{section}\n"), &[], &[section]);
        // Passages with texts are as usual, and headings between two that name somebody are tasks.
        check(&format!("二、{section}\n（一）加强领导。各单位要高度重视。\n（二）营造氛围。做好宣传。\n"), &[], &[]);
        check(
            &format!("二、{section}\n（一）加强领导（县政府办）\n（二）保障用地\n（三）严格督查（县纪委）\n"),
            &["加强领导", "保障用地", "严格督查"],
            &[],
        );
    }
}

#[test]
fn such_a_passage_between_tasks_groups_tasks() {
    let between = "二、强化保障措施\n（一）保障用地\n（二）保障资金\n三、消费\n（一）办节。办节3次。（县商务局）\n";
    check(between, &["保障用地", "保障资金", "办节"], &[]);
    // Nobody is named before it, either.
    let source = format!("某县2024年工作要点\n一、兴业\n1.建厂房3间。\n2.引项目5个。\n{between}");
    let found = read(&source);
    assert_eq!(found.plan.tasks.len(), 5, "tasks of\n{source}");
    assert!(found.plan.general.is_empty(), "no passage stands before the tasks of\n{source}");
}
