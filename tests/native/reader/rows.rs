//! Rows of tables whose cells are merged, or stand on lines of their own.

use super::kinds::check;
use yaodian::domain::calendar::iso_day;
use yaodian::reader::read;

#[test]
fn rows_with_one_name_are_one_task() {
    // Each row has its own bodies and time; or the cells of these are merged as well.
    check(
        "某县分解表\n序号\t重点任务\t具体举措\t责任单位\t完成时限\n1\t管好水\t修渠3条。\t县水利局\t4月底前\n\t\t清淤2处。\t县林草局\t5月底前\n\
         2\t养好老\t建食堂4个。\t县民政局\t6月底前\n\t\t培训护工50名。\n",
        &[
            "1|管好水|<责任:县水利局><责任:县林草局>|4月底前、5月底前|3条、2处|2",
            "2|养好老|<责任:县民政局>|6月底前|4个、50名|2",
        ],
        &[],
    );
    // Without numbers, behind the bodies, between pipes.
    check(
        "某县分解表\n| 责任单位 | 重点任务 | 具体举措 |\n|---|---|---|\n| 县水利局 | 管好水 | 修渠3条。 |\n| | | 清淤2处。 |\n| | 用好水 | 装表5块。 |\n\
         | 县民政局 | 养好老 | 建食堂4个。 |\n",
        &["|管好水|<责任:县水利局>||3条、2处|2", "|用好水|<责任:县水利局>||5块|1", "|养好老|<责任:县民政局>||4个|1"],
        &[],
    );
    // Cells that are merged may not be copied at all, as of web pages: the row begins behind its number.
    check(
        "某县分解表\n序号\t重点任务\t具体举措\t责任单位\n1\t管好水\t修渠3条。\t县水利局\n清淤2处。\t县林草局\n2\t养好老\t建食堂4个。\t县民政局\n",
        &["1|管好水|<责任:县水利局><责任:县林草局>||3条、2处|2", "2|养好老|<责任:县民政局>||4个|1"],
        &[],
    );
    // What a second column of tasks says is not another name.
    check(
        "某县分解表\n重点任务\t工作事项\t责任单位\n管好水\t修渠3条\t县水利局\n\t清淤2处\t县林草局\n",
        &["|管好水|<责任:县水利局><责任:县林草局>||3条、2处|2"],
        &[],
    );
    // Rows that have numbers of their own are tasks of their own, and so are those behind a heading.
    check(
        "某县分解表\n序号\t重点任务\t具体举措\t责任单位\n1\t管好水\t修渠3条。\t县水利局\n2\t\t清淤2处。\t县水利局\n二、林草\n3\t\t造林5亩。\t县林草局\n",
        &["1|管好水|<责任:县水利局>||3条|1", "2|管好水|<责任:县水利局>||2处|1", "二/3||<责任:县林草局>||5亩|1"],
        &[],
    );
}

#[test]
fn each_row_of_a_task_has_its_own_statement() {
    let plan = read(
        "某县分解表\n重点任务\t具体举措\t责任单位\n管好水\t修渠3条。\t县水利局\n\t清淤2处。\t县林草局\n\t护岸1公里。\n\t巡河。\t县公安局\n",
    )
    .plan;
    let own: Vec<Option<usize>> = plan.measures().map(|measure| measure.responsibility).collect();
    assert_eq!(own, [Some(0), Some(1), Some(1), Some(2)], "whose statement speaks of which row");
}

/// Cells on lines of their own, from a spreadsheet that was pasted into a message.
fn stacked(names: &[&str], rows: &[&[&str]]) -> String {
    let cells = rows.iter().flat_map(|row| row.iter());
    let lines: Vec<&str> = std::iter::once(&"某县分解表").chain(names).chain(cells).copied().collect();
    lines.join("\n") + "\n"
}

#[test]
fn cells_on_lines_need_no_numbers() {
    let told = ["||<责任:县水利局>|4月底前|3条|1", "||<责任:县林草局、县城管局>|5月底前|2处|1"]
        .map(|told| told.replace('、', " 责任:"));
    let [first, second] = [&told[0], &told[1]];
    let (one, two) = (["修渠3条。", "县水利局", "4月底前"], ["清淤2处。", "县林草局、县城管局", "5月底前"]);
    // In any order of columns.
    for order in [[0, 1, 2], [1, 0, 2], [0, 2, 1]] {
        let sorted = |cells: [&'static str; 3]| order.map(|place: usize| cells[place]);
        let names = sorted(["工作任务", "责任单位", "完成时限"]);
        let source = stacked(&names, &[&sorted(one), &sorted(two)]);
        check(&source, &[first, second], &[]);
        // What closes the table is no cell.
        check(&format!("{source}各单位要按月填报。\n"), &[first, second], &["set-apart"]);
    }
    // Merged names, and a heading between the rows.
    check(
        &stacked(
            &["重点任务", "具体举措", "责任单位"],
            &[
                &["一、生态"],
                &["管好水", "修渠3条。", "县水利局"],
                &["清淤2处。", "县林草局"],
                &["二、民生"],
                &["养好老", "建食堂4个。", "县民政局"],
            ],
        ),
        &["一|管好水|<责任:县水利局><责任:县林草局>||3条、2处|2", "二|养好老|<责任:县民政局>||4个|1"],
        &["guessed-cells"],
    );
    // Lines that are called as columns are, and no table.
    check("某县工作要点\n工作任务\n责任单位\n1.修渠3条。（县水利局）\n", &["1||<责任:县水利局>||3条|1"], &[]);
}

#[test]
fn cells_on_lines_may_be_merged_and_have_several_lines() {
    let names = ["序号", "领域", "工作任务", "责任单位"];
    check(
        &stacked(
            &names,
            &[
                &["1", "生态", "修渠3条。", "县水利局"],
                &["2", "清淤2处。", "县林草局"],
                &["3", "民生", "建食堂4个。", "县民政局"],
            ],
        ),
        &["1||<责任:县水利局>||3条|1", "2||<责任:县林草局>||2处|1", "3||<责任:县民政局>||4个|1"],
        &["guessed-cells"],
    );
    check(
        &stacked(
            &["序号", "重点任务", "具体举措", "责任单位"],
            &[
                &["1", "管好水", "修渠3条。", "县水利局"],
                &["清淤2处。", "县林草局"],
                &["2", "养好老", "建食堂4个。", "县民政局"],
            ],
        ),
        &["1|管好水|<责任:县水利局><责任:县林草局>||3条、2处|2", "2|养好老|<责任:县民政局>||4个|1"],
        &["guessed-cells"],
    );
    // Parts of one body have columns of their own, and / says that nobody is in a cell.
    check(
        &stacked(
            &["序号", "重点任务", "具体举措", "牵头单位", "配合单位", "县水利局内牵头科室"],
            &[
                &["1", "管好水", "修渠3条。", "县水利局", "/", "水利股"],
                &["清淤2处。", "县水利局", "县林草局", "/"],
                &["2", "养好老", "建食堂4个。", "县民政局", "/", "社会股"],
            ],
        ),
        &[
            "1|管好水|<牵头:县水利局 牵头:水利股><牵头:县水利局 配合:县林草局>||3条、2处|2",
            "2|养好老|<牵头:县民政局 牵头:社会股>||4个|1",
        ],
        &["guessed-cells"],
    );
    // A cell of two lines.
    check(
        &stacked(
            &["序号", "工作任务", "责任单位", "完成时限"],
            &[&["1", "修渠3条。", "清淤2处。", "县水利局", "4月底前"], &["2", "建食堂4个。", "县民政局", "5月底前"]],
        ),
        &["1||<责任:县水利局>|4月底前|3条、2处|2", "2||<责任:县民政局>|5月底前|4个|1"],
        &["guessed-cells"],
    );
}

#[test]
fn rows_on_lines_are_counted_in_any_way() {
    for numbers in [["1.", "2."], ["（1）", "（2）"], ["一", "二"], ["１", "２"]] {
        let [one, two] = numbers;
        let source = stacked(
            &["序号", "工作任务", "责任单位"],
            &[&[one, "修渠3条。", "县水利局"], &[two, "清淤2处。", "县林草局"]],
        );
        let name = |number: &str| number.trim_end_matches('.').to_owned();
        check(
            &source,
            &[&format!("{}||<责任:县水利局>||3条|1", name(one)), &format!("{}||<责任:县林草局>||2处|1", name(two))],
            &[],
        );
    }
}

#[test]
fn a_row_of_a_task_is_due_by_its_own_time() {
    use yaodian::domain::dues::dues;
    let days = |source: &str| -> Vec<String> {
        let plan = read(source).plan;
        super::tiles(&read(source));
        let dues = dues(&plan).expect("programs that are no pages read deadlines");
        plan.measures()
            .map(|measure| dues.day(measure.id).map_or_else(String::new, |day| iso_day(day.into())))
            .collect()
    };
    let head = "某县2024年分解表\n序号\t重点任务\t具体举措\t责任单位\t完成时限\n";
    assert_eq!(
        days(&format!(
            "{head}1\t管好水\t修渠3条。\t县水利局\t4月底前\n\t\t清淤2处。\t县林草局\t5月底前\n\t\t护岸1公里。\t县水利局\t6月底前\n2\t养老\t建食堂。\t县民政局\t7月底前\n"
        )),
        ["2024-04-30", "2024-05-31", "2024-06-30", "2024-07-31"],
        "each row has its own"
    );
    // One time over several rows is that of the task.
    assert_eq!(
        days(&format!("{head}1\t管好水\t修渠3条。\t县水利局\t4月底前\n\t\t清淤2处。\t县林草局\t\n")),
        ["2024-04-30", "2024-04-30"],
        "merged cells"
    );
    let turned = "某县2024年分解表\n序号\t重点任务\t责任单位\t具体举措\t完成时限\n1\t管好水\t县水利局\t修渠3条。\t4月底前\n\t\t县林草局\t清淤2处。\t5月底前\n";
    assert_eq!(days(turned), ["2024-04-30", "2024-05-31"], "what is to be done stands between who does it and by when");
}
