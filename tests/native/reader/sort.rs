//! The fourth stage: what each heading is.

use super::outline::grown;
use yaodian::reader::outline::NodeId;
use yaodian::reader::sort::{Part, sort};
use yaodian::reader::text::Text;

/// What the headings of a text are, by their labels; of tasks with the label of their section and how many parts they have.
#[derive(Debug, Default, PartialEq)]
struct Labels<'a> {
    tasks: Vec<(&'a str, bool, &'a str, usize)>,
    groups: Vec<&'a str>,
    general: Vec<&'a str>,
    standing: Vec<&'a str>,
    empty: Vec<&'a str>,
    loose: Vec<&'a str>,
}

#[track_caller]
fn check(source: &str, expected: &Labels) {
    let text = Text::new(source);
    let tree = grown(&text);
    let sorted = sort(&text, &tree);
    let label = |id: &NodeId| tree[*id].name().of(source);
    let labels = |ids: &[NodeId]| ids.iter().map(label).collect::<Vec<_>>();
    let words = |part: &&Part| matches!(part, Part::Text(p) if !p.span.is_empty());
    let tasks = sorted
        .tasks
        .iter()
        .map(|item| (label(&item.node), item.headed, label(&item.section), item.parts.iter().filter(words).count()));
    let found = Labels {
        tasks: tasks.collect(),
        groups: labels(&sorted.groups),
        general: labels(&sorted.general),
        standing: labels(&sorted.standing),
        empty: labels(&sorted.empty),
        loose: sorted.loose.iter().map(|span| span.of(source)).filter(|words| !words.is_empty()).collect(),
    };
    assert_eq!(&found, expected, "{source}");
}

#[test]
fn headings_are_tasks_groups_or_passages() {
    check("", &Labels::default());
    check(
        "一、总体要求\n坚持方向。\n二、任务\n1. 甲。乙。\n2. 丙。丁。\n三、保障措施\n加强领导。\n",
        &Labels {
            tasks: vec![("1", true, "二", 1), ("2", true, "二", 1)],
            groups: vec!["二"],
            general: vec!["一"],
            standing: vec!["三"],
            ..Labels::default()
        },
    );
    // Standing words before other tasks make no standing passage.
    check(
        "一、任务\n1. 甲。乙。\n二、保障措施\n1. 丙。丁。\n三、任务\n1. 戊。己。\n",
        &Labels {
            tasks: vec![("1", true, "一", 1), ("1", true, "二", 1), ("1", true, "三", 1)],
            groups: vec!["一", "二", "三"],
            ..Labels::default()
        },
    );
    check(
        "一、甲\n二、任务\n导语。\n1. 乙。丙。\n",
        &Labels {
            tasks: vec![("1", true, "二", 1)],
            groups: vec!["二"],
            empty: vec!["一"],
            loose: vec!["导语。"],
            ..Labels::default()
        },
    );
}

#[test]
fn who_names_somebody_is_a_task() {
    // Paragraphs under a heading, those of a passage, and those before all headings.
    check(
        "（一）甲\n乙。（市教育局负责）\n丙。（市财政局负责）\n",
        &Labels {
            tasks: vec![("（一）", false, "（一）", 1), ("（一）", false, "（一）", 1)],
            groups: vec!["（一）"],
            ..Labels::default()
        },
    );
    check(
        "一、总体要求\n（一）甲。乙。\n（二）丙。丁。（市教育局负责）\n",
        &Labels {
            tasks: vec![("（二）", true, "一", 1)],
            groups: vec!["一"],
            general: vec!["（一）"],
            ..Labels::default()
        },
    );
    check(
        "甲。（市教育局负责）\n一、乙\n1. 丙。丁。\n",
        &Labels { tasks: vec![("", false, "", 1), ("1", true, "一", 1)], groups: vec!["一"], ..Labels::default() },
    );
}

#[test]
fn numbered_paragraphs_belong_to_their_task_unless_they_name_somebody() {
    check(
        "一、任务\n1. 甲。乙：（市教育局负责）\n（1）丙；\n（2）丁。\n",
        &Labels { tasks: vec![("1", true, "一", 3)], groups: vec!["一"], ..Labels::default() },
    );
    check(
        "一、任务\n1. 甲。\n（1）丙。（市教育局负责）\n（2）丁。（市财政局负责）\n",
        &Labels {
            tasks: vec![("（1）", true, "1", 1), ("（2）", true, "1", 1)],
            groups: vec!["一", "1"],
            ..Labels::default()
        },
    );
}

#[test]
fn closing_words_are_of_no_task() {
    check(
        "（一）甲\n乙。（市教育局负责）\n丙。（市财政局负责）\n丁。\n",
        &Labels {
            tasks: vec![("（一）", false, "（一）", 1), ("（一）", false, "（一）", 1)],
            groups: vec!["（一）"],
            loose: vec!["丁。"],
            ..Labels::default()
        },
    );
    check(
        "一、任务\n1. 甲。乙。\n本要点自发布之日起施行。\n",
        &Labels {
            tasks: vec![("1", true, "一", 1)],
            groups: vec!["一"],
            loose: vec!["本要点自发布之日起施行。"],
            ..Labels::default()
        },
    );
}
