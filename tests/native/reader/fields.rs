//! Fields of a task without brackets: 责任单位：…, 完成时限：…, anywhere in a line.

use super::kinds::check;

/// Checks a task with these fields behind its sentence, in a line that the next number follows.
#[track_caller]
fn told(text: &str, told: &str) {
    let source = format!("某县2024年重点工作安排\n一、任务\n1.{text}\n2.培训医生3期。（县卫健局）\n");
    check(&source, &[&format!("一/1|{told}"), "一/2||<责任:县卫健局>||3期|1"], &[]);
}

#[test]
fn fields_stand_anywhere_in_a_line() {
    for (text, read) in [
        ("建食堂4个责任单位：县民政局完成时限：6月底前", "|<责任:县民政局>|6月底前|4个|1"),
        ("建设社区食堂牵头单位：县民政局配合单位：县财政局责任人：张三", "|<牵头:县民政局 配合:县财政局>|||1"),
        ("建食堂4个，责任单位：县民政局，完成时限：6月底前。", "|<责任:县民政局>|6月底前|4个|1"),
        ("建食堂4个，責任單位：縣民政局，完成時限：6月底前", "|<责任:縣民政局>|6月底前|4个|1"),
        ("建食堂4个 / 责任单位：县民政局 / 完成时限：6月底前", "|<责任:县民政局>|6月底前|4个|1"),
        (
            "建食堂4个，牵头单位为县民政局，配合单位为各乡镇，完成时限为6月底前。",
            "|<牵头:县民政局 配合地:各乡镇>|6月底前|4个|1",
        ),
        ("建食堂4个。牵头：县民政局；配合：县财政局；时间：6月底前", "|<牵头:县民政局 配合:县财政局>|6月底前|4个|1"),
    ] {
        told(text, read);
    }
    // Words that speak of labels, and state nothing.
    for text in
        ["建食堂4个，各责任单位：按月报送。", "建食堂4个，明确责任单位，倒排工期。", "建食堂4个，由牵头单位为主推进。"]
    {
        told(text, "|||4个|1");
    }
}

#[test]
fn persons_and_their_telephones_take_no_body_along() {
    for (text, read) in [
        (
            "建食堂4个  责任领导：李四  责任单位：县民政局  责任人：张三  联系电话：0931-1234567  完成时限：6月底前",
            "|<责任:县民政局>|6月底前|4个|1",
        ),
        ("建食堂4个。（责任单位：县民政局；责任人：张三；联系电话：0931-1234567）", "|<责任:县民政局>||4个|1"),
        (
            "建食堂4个。\n责任单位：县民政局，责任人：张三（电话：13800000000），完成时限：6月底前",
            "|<责任:县民政局>|6月底前|4个|1",
        ),
    ] {
        told(text, read);
    }
}

#[test]
fn texts_without_line_breaks_are_cut_behind_fields() {
    let rows = [
        "一/1||<责任:县民政局>|6月底前|4个|1",
        "一/2||<责任:县林草局>|年底前|5亩|1",
        "二/3||<责任:县教育局 责任:县住建局>|8月底前|2所|1",
        "二/4||<责任:县交通局>|9月底前|3公里|1",
    ];
    for (comma, stop) in [("，", ""), (" ", ""), ("", ""), ("，", "。"), ("。", "。")] {
        let task = |number: u8, what: &str, who: &str, by: &str| {
            format!("{number}.{what}{comma}责任单位：{who}{comma}完成时限：{by}{stop}")
        };
        let source = format!(
            "某县2024年民生实事工作方案一、民生{}{}二、建设{}{}",
            task(1, "建食堂4个", "县民政局", "6月底前"),
            task(2, "造林5亩", "县林草局", "年底前"),
            task(3, "新建小学2所", "县教育局、县住建局", "8月底前"),
            task(4, "改造公路3公里", "县交通局", "9月底前"),
        );
        check(&source, &rows, &[]);
        // Numbers alone.
        let bare = source.replace("一、民生", "").replace("二、建设", "");
        check(&bare, &rows.map(|row| row[4..].to_owned()).iter().map(String::as_str).collect::<Vec<_>>(), &[]);
    }
}

#[test]
fn any_number_of_labels_takes_linear_time() {
    for field in
        ["责任单位：县水利局", "责任单位为县水利局", "完成时限为县水利局", "责任人：", "责任单位：各责任单位："]
    {
        let count = 4_000;
        let source = format!("某县2024年工作要点\n一、任务\n1.建路。修路。{}\n", field.repeat(count));
        let plan = yaodian::reader::read(&source).plan;
        assert_eq!(plan.tasks.len(), 1, "one task with {field} many times");
    }
}

#[test]
fn labels_of_what_is_to_be_done_say_nothing_of_it() {
    let source = "某县2024年工作安排\n1.工作任务：修好水渠\n工作措施：分段施工，修渠3条。\n工作目标：灌溉率达到90%\n责任单位：县水利局\n完成时限：6月底前\n\
                  2.重点任务：造林5亩。\n责任单位：县林草局\n";
    check(
        &source.replace("工作目标：", "【目标】"),
        &["1|修好水渠|<责任:县水利局>|6月底前|3条、90%|2", "2||<责任:县林草局>||5亩|1"],
        &[],
    );
    check(source, &["1|修好水渠|<责任:县水利局>|6月底前|3条、90%|2", "2||<责任:县林草局>||5亩|1"], &[]);
    let plan = yaodian::reader::read(source).plan;
    let measures: Vec<&str> = plan.measures().map(|measure| plan.text(measure.span)).collect();
    assert_eq!(
        measures,
        ["分段施工，修渠3条。", "灌溉率达到90%", "造林5亩。"],
        "measures without the labels before them"
    );
}
