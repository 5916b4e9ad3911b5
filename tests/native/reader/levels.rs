//! Headings on three levels and more over the tasks: none is lost, whatever the text is made of.

use super::tiles;
use yaodian::domain::plan::Section;
use yaodian::reader::read;

/// Checks the sections of a plan, each as its path and the words of its headings, and the paths of all its tasks.
#[track_caller]
fn levels(source: &str, sections: &[&str], tasks: &[&str]) {
    let read = read(source);
    let plan = &read.plan;
    let words = |section: &Section| section.titles().map(|title| plan.text(title)).collect::<Vec<_>>().join("/");
    let found: Vec<String> =
        plan.sections.iter().map(|section| format!("{} {}", section.path.join("/"), words(section))).collect();
    assert_eq!(found, sections, "sections of\n{source}");
    let found: Vec<String> = plan.tasks.iter().map(|task| task.path.join("/")).collect();
    assert_eq!(found, tasks, "paths of the tasks of\n{source}");
    tiles(&read);
}

const SECTIONS: [&str; 3] = ["一/（一） 生态/水利", "一/（二） 生态/林草", "二/（一） 民生/养老"];
const TASKS: [&str; 4] = ["一/（一）/1", "一/（一）/2", "一/（二）/3", "二/（一）/4"];

#[test]
fn lines_keep_all_levels() {
    levels(
        "某县2024年工作要点\n一、生态\n（一）水利\n1.修渠。修渠3条。（县水利局）\n2.清淤。清淤2处。（县水利局）\n（二）林草\n\
         3.造林。造林5亩。（县林草局）\n二、民生\n（一）养老\n4.建食堂。建3个。（县民政局）\n",
        &SECTIONS,
        &TASKS,
    );
    for parts in
        [["第一部分 生态", "第二部分 民生"], ["第一篇 生态", "第二篇 民生"], ["第一部分\n生态", "第二部分\n民生"]]
    {
        let [first, second] = parts;
        let name = |part: &str| part.split([' ', '\n']).next().unwrap_or_default().to_owned();
        let (one, two) = (name(first), name(second));
        levels(
            &format!(
                "某县2024年工作要点\n{first}\n一、水利\n（一）修渠。修渠3条。（县水利局）\n{second}\n一、养老\n（一）建食堂。建3个。（县民政局）\n"
            ),
            &[&format!("{one}/一 生态/水利"), &format!("{two}/一 民生/养老")],
            &[&format!("{one}/一/（一）"), &format!("{two}/一/（一）")],
        );
    }
    levels(
        "某縣2024年工作要點\n壹、生態\n一、水利\n（一）修渠。修渠3條。（縣水利局）\n貳、民生\n一、養老\n（一）建食堂。建3個。（縣民政局）\n",
        &["壹/一 生態/水利", "貳/一 民生/養老"],
        &["壹/一/（一）", "貳/一/（一）"],
    );
    // Words of a list, and of a sentence.
    levels("某县2024年工作要点\n1.修路。修路3条。（县交通局）\n陆、海、空齐发展，第一篇文章写好。\n", &[" "], &["1"]);
}

#[test]
fn tables_keep_all_levels() {
    let row = |number: u8, what: &str, who: &str| format!("{number}\t{what}\t{who}\n");
    let rows = [
        row(1, "修渠3条。", "县水利局"),
        row(2, "清淤2处。", "县水利局"),
        row(3, "造林5亩。", "县林草局"),
        row(4, "建食堂3个。", "县民政局"),
    ];
    let [one, two, three, four] = &rows;
    // A heading in a row of its own, on a line, or with its number in a cell.
    for (over, mark) in [("、", "\t\t"), ("、", ""), ("\t", "\t")] {
        let inner = if over == "\t" { "\t" } else { "" };
        let table = format!(
            "某县分解表\n序号\t工作任务\t责任单位\n一{over}生态{mark}\n（一）{inner}水利{mark}\n{one}{two}（二）{inner}林草{mark}\n{three}二{over}民生{mark}\n\
             （一）{inner}养老{mark}\n{four}"
        );
        levels(&table, &SECTIONS, &TASKS);
    }
    // One cell a line.
    let stacked = format!(
        "某县分解表\n序号\t工作任务\t责任单位\n一、生态\n（一）水利\n{one}{two}（二）林草\n{three}二、民生\n（一）养老\n{four}"
    );
    levels(&stacked.replace('\t', "\n"), &SECTIONS, &TASKS);
    // Merged cells of two columns.
    levels(
        "某县分解表\n领域\t类别\t工作任务\t责任单位\n一、生态\t（一）水利\t修渠3条。\t县水利局\n\t\t清淤2处。\t县水利局\n\t（二）林草\t造林5亩。\t县林草局\n\
         二、民生\t（一）养老\t建食堂3个。\t县民政局\n",
        &SECTIONS,
        &["一/（一）", "一/（一）", "一/（二）", "二/（一）"],
    );
}

#[test]
fn texts_without_line_breaks_keep_all_levels() {
    levels(
        "某县2024年工作要点为做好工作，制定本要点。第一部分 生态 一、水利（一）修渠。修渠3条。（县水利局）（二）清淤。清淤2处。（县水利局）\
         二、林草（一）造林。造林5亩。（县林草局）第二部分 民生 一、养老（一）建食堂。建3个。（县民政局）",
        &["第一部分/一 生态/水利", "第一部分/二 生态/林草", "第二部分/一 民生/养老"],
        &["第一部分/一/（一）", "第一部分/一/（二）", "第一部分/二/（一）", "第二部分/一/（一）"],
    );
}

/// What stands at the end of a part and holds for all of it is no task, as at the end of a plan.
#[test]
fn parts_end_with_standing_passages() {
    let source = "某县2024年工作要点\n第一部分 生态\n一、水利\n（一）修渠。修渠3条。（县水利局）\n二、工作要求\n抓好落实。\n\
                  第二部分 民生\n一、养老\n（一）建食堂。建4个。（县民政局）\n二、保障措施\n（一）加强领导。压实责任。\n";
    levels(source, &["第一部分/一 生态/水利", "第二部分/一 民生/养老"], &["第一部分/一/（一）", "第二部分/一/（一）"]);
    let plan = read(source).plan;
    let standing: Vec<&str> = plan.standing.iter().map(|passage| plan.text(passage.title)).collect();
    assert_eq!(standing, ["工作要求", "保障措施"]);
}

#[test]
fn stems_and_roman_numerals_are_levels_where_they_stand() {
    let source = "某县2024年工作要点\n甲、生态\n（一）水利\n1.修渠。修渠3条。（县水利局）\n2.清淤。清淤2处。（县水利局）\n（二）林草\n\
                  3.造林。造林5亩。（县林草局）\n乙、民生\n（一）养老\n4.建食堂。建3个。（县民政局）\n";
    for [one, two] in
        [["甲、", "乙、"], ["Ⅰ、", "Ⅱ、"], ["Ⅰ．", "Ⅱ．"], ["I. ", "II. "], ["I、", "II、"], ["（甲）", "（乙）"]]
    {
        let source = source.replace("甲、", one).replace("乙、", two);
        let name = |label: &str| label.trim_end_matches(['、', '．', '.', ' ']).to_owned();
        let path = |words: &&str| match words.chars().next() {
            Some('一') => format!("{}{}", name(one), &words['一'.len_utf8()..]),
            _ => format!("{}{}", name(two), &words['二'.len_utf8()..]),
        };
        let sections: Vec<String> = SECTIONS.iter().map(path).collect();
        let tasks: Vec<String> = TASKS.iter().map(path).collect();
        levels(
            &source,
            &sections.iter().map(String::as_str).collect::<Vec<_>>(),
            &tasks.iter().map(String::as_str).collect::<Vec<_>>(),
        );
    }
    // Below another level, too; and in the words of sentences they are none.
    levels(
        "某县2024年工作要点\n一、生态\n甲、修渠。修渠3条。（县水利局）\n乙、造林。造林5亩。（县林草局）\n甲、乙、丙三村齐动手。\nV.I.P.服务。\n",
        &["一 生态"],
        &["一/甲", "一/乙"],
    );
}

#[test]
fn articles_need_no_mark_where_they_count_on() {
    let source =
        "某县办法\n第一条  为做好工作，制定本办法。\n第二条  修渠3条。（县水利局）\n第三条  造林5亩。（县林草局）\n";
    for mark in ["", "　", "、", "："] {
        levels(&source.replace("  ", mark), &[" "], &["第二条", "第三条"]);
    }
    // On a line of its own.
    levels(&source.replace("  ", "\n"), &[" "], &["第二条", "第三条"]);
    levels("某县要点\n1.修路。修路3条。（县交通局）\n第一条战线要守好。\n第二条战线要守好。\n", &[" "], &["1"]);
}

#[test]
fn sentences_may_count_the_tasks() {
    let source = "某局2024年工作计划\n今年重点做好以下工作：\n一是抓好防汛。修订预案12个。（县水利局）\n二是建设水库。开工水库1座。（县水利局）\n\
                  三是管理河湖。清理河道5处。（县城管局）\n";
    levels(source, &[" "], &["一是", "二是", "三是"]);
    // Under headings they are sentences of a task.
    levels(&source.replace("一是", "一、防汛\n一是"), &["一 防汛"], &["一"; 3]);
}

/// A text that begins in the middle: what has no first one before it stands over what is to come, and not below the last task.
#[test]
fn a_text_that_begins_in_the_middle_keeps_its_levels() {
    levels(
        "4.修渠。修渠3条。（县水利局）\n5.清淤。清淤2处。（县水利局）\n三、民生\n6.建食堂。建3个。（县民政局）\n7.建托育。建4个。（县民政局）\n",
        &[" ", "三 民生"],
        &["4", "5", "三/6", "三/7"],
    );
    levels(
        "二、生态\n4.修渠。修渠3条。（县水利局）\n（三）林草\n5.造林。造林5亩。（县林草局）\n",
        &["二 生态", "二/（三） 生态/林草"],
        &["二/4", "二/（三）/5"],
    );
    levels(
        "（九）修渠。修渠3条。（县水利局）\n（十）清淤。清淤2处。（县水利局）\n五、民生\n（十一）建食堂。建3个。（县民政局）\n",
        &[" ", "五 民生"],
        &["（九）", "（十）", "五/（十一）"],
    );
}

/// A row that counts groups may have points beside it, and one that sums up is none.
#[test]
fn rows_that_group_and_rows_that_sum_up_are_no_tasks() {
    levels(
        "某县考核细则\n序号\t考核项目\t分值\t考核内容\t评分标准\t责任单位\n\t总分\t100\t\t\t\n一、\t生态\t40\t\t\t\n1\t修渠\t20\t修渠3条。\t每条5分\t县水利局\n\
         2\t造林\t20\t造林5亩。\t每亩4分\t县林草局\n二、\t民生\t60\t\t\t\n3\t养老\t60\t建食堂3个。\t每个20分\t县民政局\n合计\t\t100\t\t\t\n",
        &["一 生态", "二 民生"],
        &["一/1", "一/2", "二/3"],
    );
}

/// A heading that stands over all sections tells none apart; a number that others have, too, is said with those over it.
#[test]
fn what_stands_over_all_sections_is_not_said_of_each() {
    levels(
        "某县2024年工作要点\n一、总体要求\n抓好落实。\n二、重点任务\n（一）水利\n1.修渠。修渠3条。（县水利局）\n（二）养老\n2.建食堂。建3个。（县民政局）\n",
        &["二/（一） 水利", "二/（二） 养老"],
        &["二/（一）/1", "二/（二）/2"],
    );
    let plan = read(
        "某县2024年工作要点\n一、生态\n（一）水利\n1.修渠。修渠3条。（县水利局）\n（二）林草\n2.造林。造林5亩。（县林草局）\n二、民生\n\
         （一）养老\n3.建食堂。建3个。（县民政局）\n三、安全\n4.检查。检查3次。（县应急局）\n",
    )
    .plan;
    let numbers: Vec<String> = plan.sections.iter().map(|section| plan.section_number(section)).collect();
    assert_eq!(numbers, ["一（一）", "（二）", "二（一）", "三"]);
    let opened = |at: usize| {
        let before = at.checked_sub(1).map(|before| &plan.sections[before]);
        plan.sections[at].opened(before).map(|(_, upper)| plan.text(upper.title)).collect::<String>()
    };
    assert_eq!([0, 1, 2, 3].map(opened), ["生态", "", "民生", ""]);
}
