//! Whose a deadline is that stands beside one measure of several: on a line behind it, or in the row of a table.

use super::{kinds, tiles};
use yaodian::domain::calendar::iso_day;
use yaodian::domain::dues::dues;
use yaodian::reader::read;

/// Checks the day of each measure of a plan for 2024, as month and day; "" for none.
#[track_caller]
fn check(tasks: &str, expected: &[&str]) {
    let source = format!("某局2024年重点工作\n{tasks}");
    let read = read(&source);
    let dues = dues(&read.plan).expect("native programs can read deadlines");
    let day = |day: Option<u32>| day.map(|day| iso_day(day.into())).unwrap_or_default();
    let found: Vec<String> =
        read.plan.measures().map(|measure| day(dues.day(measure.id)).trim_start_matches("2024-").to_owned()).collect();
    assert_eq!(found, expected, "{source}");
    tiles(&read);
}

#[test]
fn a_line_says_by_when_what_stands_before_it_is_due() {
    for (tasks, expected) in [
        // Who and by when behind each measure, in either order, with persons between.
        (
            "1.改善办学\n新建小学2所。\n责任科室：基建科\n完成时限：6月底\n改造食堂3个。\n责任科室：后勤科\n完成时限：9月底\n",
            &["06-30", "09-30"][..],
        ),
        (
            "1.改善办学\n新建小学2所。\n完成时限：6月底\n责任科室：基建科\n改造食堂3个。\n完成时限：9月底\n责任科室：后勤科\n",
            &["06-30", "09-30"],
        ),
        (
            "1.改善办学\n新建小学2所。\n责任科室：基建科\n责任人：某某\n完成时限：6月底\n改造食堂3个。\n责任科室：后勤科\n责任人：某某\n完成时限：9月底\n",
            &["06-30", "09-30"],
        ),
        // One statement on two measures; one paragraph of two.
        (
            "1.改善办学\n新建小学2所。\n扩建小学1所。\n责任科室：基建科\n完成时限：6月底\n改造食堂3个。\n责任科室：后勤科\n完成时限：9月底\n",
            &["06-30", "06-30", "09-30"],
        ),
        (
            "1.改善办学\n新建小学2所。扩建小学1所。\n完成时限：6月底\n改造食堂3个。\n完成时限：9月底\n",
            &["06-30", "06-30", "09-30"],
        ),
        // By when alone, behind numbered paragraphs.
        (
            "1.改善办学\n（1）新建小学2所。\n完成时限：6月底\n（2）改造食堂3个。\n完成时限：9月底\n责任科室：后勤科\n",
            &["06-30", "09-30"],
        ),
        // In brackets of their own.
        (
            "1.改善办学。新建小学2所。（责任科室：基建科）（完成时限：6月底）改造食堂3个。（责任科室：后勤科）（完成时限：9月底）\n",
            &["06-30", "09-30"],
        ),
        // What is printed in the measure itself, or has no day, is no other one's.
        ("1.改善办学\n5月底前新建小学2所。\n完成时限：6月底\n改造食堂3个。\n完成时限：持续推进\n", &["05-31", ""]),
        // One that stands behind all is of all, and so are several where not each measure has one.
        ("1.改善办学\n新建小学2所。\n改造食堂3个。\n责任科室：基建科\n完成时限：9月底\n", &["09-30", "09-30"]),
        (
            "1.改善办学\n新建小学2所。\n完成时限：6月底\n改造食堂3个。\n完成时限：9月底\n招聘教师5名。\n",
            &["09-30", "09-30", "09-30"],
        ),
    ] {
        check(tasks, expected);
    }
}

#[test]
fn a_row_is_due_by_its_own_cell_where_its_bodies_are_merged() {
    let head = "序号\t重点任务\t具体举措\t责任单位\t完成时限\n";
    for (rows, expected) in [
        (
            "1\t管好水\t修渠3条。\t县水利局\t4月底前\n\t\t清淤2处。\t\t5月底前\n\t\t护岸1公里。\t\t6月底前\n",
            &["04-30", "05-31", "06-30"][..],
        ),
        // A blank cell is merged with the one above; the sentences of one cell have one day.
        (
            "1\t管好水\t修渠3条。巡渠。\t县水利局\t4月底前\n\t\t清淤2处。\t\t\n\t\t护岸1公里。\t\t6月底前\n",
            &["04-30", "04-30", "04-30", "06-30"],
        ),
        ("1\t管好水\t修渠3条。\t县水利局\t4月底前\n\t\t清淤2处。\t\t\n", &["04-30", "04-30"]),
        ("1\t管好水\t修渠3条。\t县水利局\t4月底前\n\t\t清淤2处。\t县林草局\t5月底前\n", &["04-30", "05-31"]),
    ] {
        let table = format!("{head}{rows}");
        check(&table, expected);
        let piped = table.trim_end().replace('\t', " | ").replace('\n', " |\n| ");
        check(&format!("| {piped} |\n"), expected);
    }
    let first = "序号\t重点任务\t完成时限\t具体举措\t责任单位\n";
    check(
        &format!("{first}1\t管好水\t4月底前\t修渠3条。\t县水利局\n\t\t5月底前\t清淤2处。\t\n\t\t\t护岸1公里。\t\n"),
        &["04-30", "05-31", "05-31"],
    );
}

/// Paragraphs that each end with lines of their own are tasks of their own, whatever the order of the lines.
#[test]
fn lines_of_who_and_by_when_belong_to_the_paragraph_before_them() {
    for lines in [
        ["责任科室：基建科\n完成时限：6月底", "责任科室：后勤科\n完成时限：9月底"],
        ["完成时限：6月底\n责任科室：基建科", "完成时限：9月底\n责任科室：后勤科"],
        ["责任科室：基建科\n责任人：某某\n完成时限：6月底", "责任科室：后勤科\n责任人：某某\n完成时限：9月底"],
    ] {
        for label in ["", "工作措施："] {
            let [first, second] = lines;
            kinds::check(
                &format!(
                    "某局工作要点\n一、教育\n（一）改善办学\n{label}新建小学2所。\n{first}\n{label}改造食堂3个。\n{second}\n（二）宣传。办专栏1个。\n责任科室：宣传科\n"
                ),
                &[
                    "一/（一）||<责任:基建科>|6月底|2所|1",
                    "一/（一）||<责任:后勤科>|9月底|3个|1",
                    "一/（二）|宣传|<责任:宣传科>||1个|1",
                ],
                &["numbers-counted"],
            );
        }
    }
}

#[test]
fn a_step_is_due_by_the_time_that_its_cell_begins_with() {
    let head = "工作任务\t时序进度\t考核要点\n";
    for (rows, expected) in [
        // Cells merged before the steps and behind them are not copied.
        (
            "参赛\t3月：备赛\t获奖2项\n4月-5月：校内选拔\n6月：参加省赛\n社团\t全年：开展活动\t活动12场\n10月：社团嘉年华\n",
            &["03-31", "", "05-31", "06-30", "", "", "10-31"][..],
        ),
        (
            "修订制度\t3月 调研\t调研报告\n1月至4月 起草办法\t完成草稿\n5月至12月，开展抽查\t形成细则\n",
            &["03-31", "", "04-30", "", "12-31", ""],
        ),
        ("修订制度\t上半年：调研\t报告\n下半年：起草办法\t草稿\n", &["06-30", "", "12-31", ""]),
        // One that says 前 is one deadline.
        ("修订制度\t3月底前，完成调研\t报告\n6月底前，起草办法\t草稿\n", &["03-31", "", "06-30", ""]),
    ] {
        check(&format!("{head}{rows}"), expected);
    }
    // What begins with another word has no time, and a task keeps its name.
    let source = format!("某局2024年重点工作\n{head}参赛\t月度例会：备赛\t获奖2项\n选拔\t3月：校内选拔\t名单\n");
    let plan = read(&source).plan;
    let told: Vec<(&str, usize)> =
        plan.tasks.iter().map(|task| (plan.text(task.title), task.deadlines.len())).collect();
    assert_eq!(told, [("参赛", 0), ("选拔", 1)], "{source}");
}
