//! Tables with several columns of what is to be done: all of it is on the list.

use super::kinds::check;
use yaodian::reader::read;

/// Checks the measures of the first row of a table, and the columns that are said to be left out.
#[track_caller]
fn measures(columns: &str, row: &str, expected: &[&str], apart: &[&str]) {
    let source = format!("某市2024年重点项目表\n{columns}\n{row}\n{row}\n");
    let read = read(&source);
    let found: Vec<&str> = read.plan.tasks[0].measures.iter().map(|measure| read.plan.text(measure.span)).collect();
    assert_eq!(found, expected, "measures of\n{source}");
    let left = read.diagnostics.iter().filter(|remark| remark.kind.code() == "set-apart");
    let left: Vec<&str> = left.map(|remark| read.plan.text(remark.span)).collect();
    assert_eq!(left, apart, "columns of\n{source}");
}

#[test]
fn each_column_of_work_is_on_the_list() {
    let (build, year) = ("新建水厂1座，铺管12公里。", "完成主体工程。");
    for second in ["年度计划", "年度目标", "2024年计划", "年度建设计划", "年度工作目标", "2024年建设任务", "预期成效"]
    {
        for first in ["建设内容", "建设内容及规模", "主要建设内容和规模", "建设规模与内容"] {
            measures(
                &format!("序号\t项目名称\t{first}\t{second}\t责任单位"),
                &format!("1\t城东水厂\t{build}\t{year}\t市水务局"),
                &[build, year],
                &[],
            );
        }
    }
    // One for each quarter.
    measures(
        "项目名称\t年度目标\t一季度目标\t二季度目标\t责任单位",
        "城东水厂\t建成水厂1座。\t完成招标\t完成基础施工\t市水务局",
        &["建成水厂1座。", "完成招标", "完成基础施工"],
        &[],
    );
    // A value is part of what it is the value of.
    measures("序号\t工作内容\t年度目标\t责任单位", "1\t新建公园\t300亩以上\t市园林局", &["新建公园\t300亩以上"], &[]);
}

#[test]
fn a_column_that_is_left_out_is_said_to_be() {
    let row = "1\t城东水厂\t新建水厂1座。\t主体已封顶一半\t市水务局";
    measures("序号\t项目名称\t建设内容\t形象\t责任单位", row, &["新建水厂1座。"], &["形象"]);
    measures("序号\t项目名称\t建设内容\t工程节点\t责任单位", row, &["新建水厂1座。"], &["工程节点"]);
    // Particulars, and what it costs, are none of what is to be done.
    for name in ["备注", "进展情况", "建设地点", "资金来源", "投资计划", "包联领导", "考核评分标准"]
    {
        measures(&format!("序号\t项目名称\t建设内容\t{name}\t责任单位"), row, &["新建水厂1座。"], &[]);
    }
    // Nor is a column of numbers and names.
    measures(
        "序号\t项目名称\t建设内容\t概算\t责任单位",
        "1\t城东水厂\t新建水厂1座。\t12000\t市水务局",
        &["新建水厂1座。"],
        &[],
    );
}

#[test]
fn by_when_a_project_is_to_be_built_is_a_deadline() {
    for name in ["完成时限", "竣工时间", "计划完工时间", "建成时间", "竣工日期"] {
        check(
            &format!(
                "某市项目表\n序号\t项目名称\t建设内容\t{name}\t责任单位\n1\t城东水厂\t新建水厂1座。\t2024年10月\t市水务局\n"
            ),
            &["1|城东水厂|<责任:市水务局>|2024年10月|1座|1"],
            &[],
        );
    }
}
