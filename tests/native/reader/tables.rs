//! Tables among the headings of a plan.

use super::kinds::check;
use yaodian::reader::read;

/// Two tables under headings of their own, and what stands behind them.
const TABLES: &str = "某县2024年重点工作安排\n一、生态\n序号\t重点任务\t责任单位\t完成时限\n1\t修渠3条\t县水利局\t6月底前\n2\t造林5亩\t县林草局\t9月底前\n\
                      二、民生\n序号\t重点任务\t责任单位\t完成时限\n3\t建食堂2个\t县民政局\t8月底前\n";
const ROWS: [&str; 3] = [
    "一/1||<责任:县水利局>|6月底前|3条|1",
    "一/2||<责任:县林草局>|9月底前|5亩|1",
    "二/3||<责任:县民政局>|8月底前|2个|1",
];

#[test]
fn headings_over_tables_are_those_of_their_rows() {
    check(TABLES, &ROWS, &[]);
    check(&TABLES.replace('\t', "    "), &ROWS, &["guessed-cells"; 2]);
    let plan = read(TABLES).plan;
    let titles: Vec<&str> = plan.sections.iter().map(|section| plan.text(section.title)).collect();
    assert_eq!(titles, ["生态", "民生"], "the words of the headings");
    // A caption or a sentence may stand between, and so may a heading below.
    for between in ["表1 生态任务表\n", "任务分解如下：\n", "各单位按表落实。\n", "（单位：个）\n"]
    {
        check(&TABLES.replacen("一、生态\n", &format!("一、生态\n{between}"), 1), &ROWS, &[]);
    }
    check(
        &TABLES.replacen("一、生态\n", "一、生态\n（一）水土\n", 1),
        &ROWS.map(|row| row.replacen("一/", "一/（一）/", 1)).iter().map(String::as_str).collect::<Vec<_>>(),
        &[],
    );
}

#[test]
fn a_heading_that_no_row_follows_is_none_of_a_table() {
    let behind = "三、工作要求\n（一）加强领导。各单位要高度重视。\n（二）按月报送。每月25日前报送进度。\n某县人民政府办公室\n2024年1月5日\n";
    let source = format!("{TABLES}{behind}");
    check(&source, &ROWS, &[]);
    let plan = read(&source).plan;
    assert_eq!(plan.standing.len(), 1, "passages behind the tables");
    assert_eq!(plan.meta.issuer.map(|fact| fact.value).as_deref(), Some("某县人民政府办公室"), "who signs");
}

#[test]
fn tasks_of_tables_and_headings_stand_in_printed_order() {
    let source = format!(
        "{TABLES}三、办学\n4.新建小学2所。（县教育局）\n四、办医\n序号\t任务\t责任单位\n5\t扩建医院3家\t县卫健局\n"
    );
    let all = [ROWS.as_slice(), &["三/4||<责任:县教育局>||2所|1", "四/5||<责任:县卫健局>||3家|1"]].concat();
    check(&source, &all, &[]);
}

#[test]
fn a_table_behind_the_plan_stands_under_none_of_its_headings() {
    let table = "序号\t任务\t责任单位\n1\t扩建医院3家\t县卫健局\n";
    check(
        &format!(
            "某县2024年工作方案\n一、办学\n1.新建小学2所。（县教育局）\n二、附则\n本方案自印发之日起施行。\n某县任务分解表\n{table}"
        ),
        &["一/1||<责任:县教育局>||2所|1", "1||<责任:县卫健局>||3家|1"],
        &["numbers-restart"],
    );
}

#[test]
fn a_table_goes_on_on_the_next_page() {
    let head = "序号\t领域\t任务\t责任单位\n";
    for between in ["", "续表\n", "（续表）\n"] {
        check(
            &format!("某县分解表\n{head}1\t生态\t修渠3条\t县水利局\n{between}{head}2\t\t造林5亩\t县林草局\n"),
            &["1||<责任:县水利局>||3条|1", "2||<责任:县林草局>||5亩|1"],
            &[],
        );
        let plan =
            read(&format!("某县分解表\n{head}1\t生态\t修渠3条\t县水利局\n{between}{head}2\t\t造林5亩\t县林草局\n"))
                .plan;
        assert_eq!(plan.sections.len(), 1, "both rows stand under 生态 with {between:?} between");
    }
}

#[test]
fn a_table_of_an_annex_stands_under_no_heading_of_the_plan() {
    check(
        "某县工作方案\n一、任务\n（一）宣传政策。\n各部门要广泛宣传。\n附件：任务表\n部门\t领域\t任务\n县水利局\t生态\t修渠3条。\n县林草局\t生态\t造林5亩。\n",
        &["一/（一）|宣传政策||||1", "||<责任:县水利局>||3条|1", "||<责任:县林草局>||5亩|1"],
        &["nobody-named", "numbers-counted"],
    );
}

#[test]
fn columns_need_no_names_where_their_cells_say_what_they_hold() {
    let told = [
        "1||<责任:县水利局>|6月底前|3条|1",
        "2||<责任:县林草局 责任:县财政局>|年底前|5亩|1",
        "3||<责任:县民政局>|全年|2个|1",
    ];
    let rows = "1\t修渠3条，清理沟道\t县水利局\t6月底前\n2\t造林5亩\t县林草局、县财政局\t年底前\n3\t建食堂2个\t县民政局\t全年\n";
    for apart in ["\t", "    ", "　　", " | "] {
        check(&format!("某县任务分解\n{}", rows.replace('\t', apart)), &told, &["guessed-cells"]);
        // The number is the label of the line.
        let glued = ["1", "2", "3"]
            .iter()
            .fold(rows.to_owned(), |rows, number| rows.replace(&format!("{number}\t"), &format!("{number}.")));
        check(&format!("某县任务分解\n{}", glued.replace('\t', apart)), &told, &["guessed-cells"]);
    }
    // No numbers; offices of one body; a name before what is to be done, persons and telephones behind it.
    let bare = "修渠3条    水利站    6月底\n造林5亩    林草站    年底\n建食堂2个    民政办    全年\n";
    check(
        &format!("某镇任务分解\n{bare}"),
        &["||<责任:水利站>|6月底|3条|1", "||<责任:林草站>|年底|5亩|1", "||<责任:民政办>|全年|2个|1"],
        &["guessed-cells"],
    );
    check(
        "某镇任务分解\n1  水利  修渠3条  水利站  张三  6月底\n2  林草  造林5亩  林草站  李四  年底\n",
        &["1|水利|<责任:水利站>|6月底|3条|1", "2|林草|<责任:林草站>|年底|5亩|1"],
        &["guessed-cells"],
    );
    // Many lines that are as long as each other are rows, and no text that was broken.
    let many = "新建改建农村公路3公里，整治隐患    县交通局    6月底前\n".repeat(12);
    assert_eq!(read(&format!("某县任务分解\n{many}")).plan.tasks.len(), 12, "each line is a row");
    // Who is a member of what has nothing to do.
    for members in
        ["1  县水利局  张三\n2  县林草局  李四\n", "张三  县长  组长\n李四  县水利局  成员\n王五  县林草局  成员\n"]
    {
        let source = format!("某县方案\n一、任务\n（一）修渠。修渠3条。（县水利局）\n二、小组名单\n{members}");
        assert!(!read(&source).diagnostics.iter().any(|d| d.kind.code() == "guessed-cells"), "{source}");
    }
}

#[test]
fn headings_between_rows_stand_beside_the_one_over_the_table() {
    let told = ["一/1||<责任:县水利局>||3条|1", "一/2||<责任:县林草局>||5亩|1", "二/3||<责任:县民政局>||2个|1"];
    for head in ["", "序号  任务  责任单位\n"] {
        check(
            &format!(
                "某县任务分解\n一、生态\n{head}1  修渠3条  县水利局\n2  造林5亩  县林草局\n二、民生\n3  建食堂2个  县民政局\n"
            ),
            &told,
            &["guessed-cells"],
        );
    }
}

#[test]
fn cells_stand_between_wide_bars_or_single_blanks() {
    let told = [
        "1|管水|<责任:县水利局>|6月底前|3条|1",
        "2|造林|<责任:县林草局 责任:县财政局>|年底前|5亩|1",
        "3|养老|<责任:县民政局>|全年|2个|1",
    ];
    let source = "某县任务分解\n序号\t任务\t措施\t责任单位\t完成时限\n1\t管水\t修渠3条\t县水利局\t6月底前\n2\t造林\t造林5亩\t县林草局、县财政局\t年底前\n\
                  3\t养老\t建食堂2个\t县民政局\t全年\n";
    check(&source.replace('\t', "｜"), &told, &[]);
    check(&source.replace('\t', " "), &told, &["guessed-cells"]);
    // A blank between names, too.
    check(&source.replace(['\t', '、'], " "), &told, &["guessed-cells"]);
}

/// What a copy puts into cells: line breaks of markdown, and quotation marks around a cell of several lines.
#[test]
fn marks_that_a_copy_puts_into_cells_are_none_of_them() {
    let told = ["1||<牵头:县水利局 责任:县财政局 责任:县林草局>|6月底|3条、2处|1", "2||<牵头:县教育局>|6月底|4所|1"];
    check(
        "| 序号 | 任务 | 牵头单位 | 责任单位 | 完成时限 |\n| 1 | 修渠3条；<br>清淤2处。 | 县水利局 | 县财政局<br/>县林草局 | 6月底 |\n| 2 | 办学4所 | 县教育局 | | |\n",
        &told,
        &["no-title"],
    );
    check(
        "序号\t任务\t牵头单位\t责任单位\t完成时限\n1\t\"修渠3条；\n清淤2处。\"\t县水利局\t\"县财政局\n县林草局\"\t6月底\n2\t办学4所\t县教育局\t\t\n",
        &told,
        &["no-title"],
    );
}

/// A blank cell of those who lead is merged with the one above, a blank one of those who help says that nobody does.
#[test]
fn a_blank_cell_of_those_who_lead_is_merged() {
    check(
        "序号\t任务\t牵头单位\t配合单位\n1\t修渠3条\t县水利局\t县财政局\n2\t清淤2处\t\t县林草局\n3\t巡河4次\t县城管局\t\n",
        &[
            "1||<牵头:县水利局 配合:县财政局>||3条|1",
            "2||<牵头:县水利局 配合:县林草局>||2处|1",
            "3||<牵头:县城管局>||4次|1",
        ],
        &["no-title"],
    );
}

/// Marks that begin and never end take no longer than others.
#[test]
fn any_number_of_copied_marks_takes_linear_time() {
    for marks in ["<br", "\n\"甲", "\t\"", "<br /"] {
        let source = format!("序号\t任务\t责任单位\n1\t修渠3条\t县水利局\n{}>", marks.repeat(60_000));
        let told: String = read(&source).plan.pieces.iter().map(|piece| piece.span.of(&source)).collect();
        assert_eq!(told, source, "{marks:?} many times");
    }
}
