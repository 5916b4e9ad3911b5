//! The last stage: ids, pieces, bodies, remarks.

use yaodian::domain::numbering::{Numbered, number};
use yaodian::domain::plan::{Measure, PieceKind, Role, Section, Task};
use yaodian::domain::settings::Lang;
use yaodian::domain::span::Span;
use yaodian::reader::assemble::pieces::tile;
use yaodian::reader::assemble::units::Units;
use yaodian::reader::read;
use yaodian::reader::statement::meaning::Meaning;
use yaodian::reader::statement::read::Named;
use yaodian::reader::text::Text;
use yaodian::text::plans::PlanWords;

#[test]
fn ids_are_the_printed_numbers_where_those_do() {
    #[track_caller]
    fn check(printed: &[Option<u16>], sections: &[(usize, usize)], expected: &[&str], how: Numbered) {
        let mut tasks: Vec<Task> =
            printed.iter().map(|_| Task { measures: vec![Measure::default()], ..Task::default() }).collect();
        let sections: Vec<Section> = (1..)
            .zip(sections)
            .map(|(no, tasks)| Section { no, tasks: tasks.0..tasks.1, ..Section::default() })
            .collect();
        assert_eq!(number(&mut tasks, &sections, printed), how, "{printed:?}");
        let found: Vec<String> = tasks.iter().map(|task| task.measures[0].id.to_string()).collect();
        assert_eq!(found, expected, "{printed:?}");
    }
    check(&[Some(1), Some(2)], &[(0, 2)], &["1.1", "2.1"], Numbered::AsPrinted);
    check(&[Some(3), Some(7)], &[(0, 1), (1, 2)], &["3.1", "7.1"], Numbered::AsPrinted);
    check(&[Some(1), Some(1)], &[(0, 1), (1, 2)], &["1-1.1", "2-1.1"], Numbered::WithSection(1));
    check(&[Some(1), Some(1)], &[(0, 2)], &["1.1", "2.1"], Numbered::Repeating(1));
    check(&[Some(5), None], &[(0, 2)], &["1.1", "2.1"], Numbered::Missing(1));
    check(&[None, None], &[(0, 2)], &["1.1", "2.1"], Numbered::AsPrinted);
}

#[test]
fn pieces_tile_the_source() {
    use PieceKind::{Gap, Heading, Label, Measure, Paragraph};
    #[track_caller]
    fn check(source: &str, found: &[(&str, PieceKind)], expected: &[(&str, PieceKind)]) {
        let span = |words: &str| source.find(words).map_or(Span::at(9000), |at| Span::new(at, at + words.len()));
        let tiled = tile(source, found.iter().map(|(words, kind)| (span(words), *kind)).collect());
        let tiled: Vec<_> = tiled.iter().map(|piece| (piece.span.of(source), piece.kind)).collect();
        assert_eq!(tiled, expected, "{source}");
    }
    check("", &[], &[]);
    check(" 。", &[], &[(" 。", Gap)]);
    check(" 甲。", &[], &[(" ", Gap), ("甲", Paragraph), ("。", Gap)]);
    check(
        "一、甲。乙。",
        &[("甲", Heading), ("一、", Label), ("乙。", Measure)],
        &[("一、", Label), ("甲", Heading), ("。", Gap), ("乙。", Measure)],
    );
    // The first to begin stays whole, what reaches behind it keeps its end; what is not of the text is dropped.
    check("甲乙丙", &[("甲乙", Heading), ("乙丙", Measure), ("丁", Label)], &[("甲乙", Heading), ("丙", Measure)]);
}

#[test]
fn a_statement_spans_all_that_it_names_in_whatever_order_its_parts_were_read() {
    let source = "一、重点任务\n某市2024年工作要点\n2．加强宣传\n完成时限：2024年10月\n1. 做好服务。\n（市教育局、市财政局负责）\n3.（市水利局负责）\n";
    let plan = read(source).plan;
    let statements: Vec<_> = plan.tasks.iter().flat_map(|task| &task.responsibilities).collect();
    let named: Vec<Vec<&str>> =
        statements.iter().map(|statement| statement.assigned.iter().map(|one| plan.text(one.span)).collect()).collect();
    assert_eq!(named, [["市水利局", "市教育局", "市财政局"]]);
    assert_eq!(plan.text(statements[0].span), "（市教育局、市财政局负责）\n3.（市水利局负责）");
}

#[test]
fn a_body_is_one_in_either_script() {
    let source = "市發展改革委、市发展改革委、市发展\n改革委、市教育局";
    let text = Text::new(source);
    let mut units = Units::default();
    let mut at = 0;
    for name in source.split('、') {
        let span = Span::new(at, at + name.len());
        at = span.ends() + '、'.len_utf8();
        let named = Named { span, meaning: Meaning::Body, role: Role::Lead, starred: false };
        let assigned = units.assign(&text, &named);
        assert_eq!((assigned.span, assigned.role), (span, Role::Lead), "{name}");
    }
    let found: Vec<(&str, &[String])> =
        units.all.iter().map(|unit| (unit.key.as_str(), unit.aliases.as_slice())).collect();
    assert_eq!(found, [("市發展改革委", &["市发展改革委".to_owned()][..]), ("市教育局", &[])]);
}

#[test]
fn what_is_odd_is_remarked_on_in_the_order_of_the_text() {
    #[track_caller]
    fn check(source: &str, expected: &[(&str, &str)]) {
        let read = read(source);
        let found: Vec<_> =
            read.diagnostics.iter().map(|remark| (remark.kind.code(), remark.span.of(source))).collect();
        assert_eq!(found, expected, "{source}");
    }
    check("要点\n一、任务\n1. 甲。乙。\n2. 丙。丁。\n", &[]);
    check("一、任务\n1. 甲。乙。\n", &[("no-title", ""), ("no-plan", "")]);
    check("要点\n", &[("no-tasks", "")]);
    check("要点\n一、任务\n1. 甲。乙。\n3. 丙。丁。\n", &[("number-skipped", "3")]);
    // Numbers, each remarked on at the first task that shows it.
    check("要点\n一、甲\n1. 甲。乙。\n二、乙\n1. 丙。丁。\n", &[("numbers-restart", "1")]);
    check("要点\n一、甲\n1. 甲。乙。\n1. 丙。丁。\n", &[("numbers-repeat", "1"), ("number-skipped", "1")]);
    check(
        "要点\n序号\t工作任务\t责任单位\n1\t修渠。\t市水利局\n\t清淤。\t市水利局\n3\t护堤。\t市水利局\n",
        &[("numbers-counted", "清淤。")],
    );
    // A heading and a paragraph under it that are both tasks.
    check(
        "要点\n一、任务\n（一）甲。（市教育局负责）\n1. 乙。（市教育局负责）\n（二）丙。（市教育局负责）\n",
        &[("numbers-counted", "1")],
    );
    check("要点\n甲。（市教育局负责）\n乙。（市教育局负责）\n", &[]);
    check("要点\n一、甲\n二、乙\n1. 丙。丁。\n", &[("empty-heading", "一、甲")]);
    check(
        "要点\n一、任务\n1. 甲。乙。（市教育局负责）\n2. 丙。丁。\n3. 戊。己。（责任单位：某某某）\n",
        &[("nobody-named", "丁。"), ("odd-name", "某某某")],
    );
}

#[test]
fn a_remark_on_numbers_points_at_the_task_that_shows_it() {
    let source = "要点\n一、甲\n1. 甲。乙。\n2. 戊。己。\n二、乙\n1. 丙。丁。\n2. 庚。辛。\n";
    let read = read(source);
    let places: Vec<u32> = read.diagnostics.iter().map(|remark| remark.span.start).collect();
    let second = source.find("1. 丙").expect("it is there");
    assert_eq!(places, [u32::try_from(second).expect("small")], "the first number that stands before, too");
}

/// What has no heading is no part of the plan.
#[test]
fn parts_are_headings_that_group_tasks() {
    for (source, parts) in [
        ("要点\n1. 甲。乙。\n2. 丙。丁。\n", 0),
        ("要点\n甲。（市教育局负责）\n乙。（市教育局负责）\n", 0),
        ("要点\n一、甲\n1. 甲。乙。\n二、乙\n2. 丙。丁。\n", 2),
        // Tasks under no heading before others, and a heading that goes on behind one below it.
        ("要点\n1. 甲。乙。\n一、乙\n（一）丙。丁。（市教育局）\n（二）戊。己。（市教育局）\n", 1),
        ("要点\n一、甲\n（一）乙。丙。\n（二）丁\n1. 戊。（市教育局）\n2. 己。（市教育局）\n（三）庚。辛。\n", 2),
    ] {
        assert_eq!(read(source).plan.parts(), parts, "{source}");
    }
    for lang in Lang::ALL {
        let words = PlanWords::of(lang);
        assert!(!(words.read)([0, 2, 3, 1, 0]).contains('0'), "{}", (words.read)([0, 2, 3, 1, 0]));
        assert!((words.read)([4, 2, 3, 1, 0]).starts_with('4'), "{}", (words.read)([4, 2, 3, 1, 0]));
    }
}
