//! Rows of tables whose cells are merged, or stand on lines of their own.

use super::kinds::check;
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
