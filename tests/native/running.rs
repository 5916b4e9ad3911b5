//! The running text of a plan: nothing of it is lost or moved.

use proptest::prelude::*;
use std::fs;
use std::path::Path;
use yaodian::domain::plan::{Piece, PieceKind, Plan};
use yaodian::domain::running::{Line, lines, measure_of};
use yaodian::persist::plan_file::from_text;
use yaodian::reader::read;

const HAIDONG: &str = include_str!("../../plans/haidong-2021/source.txt");

/// A plan of two chapters whose numbers restart, with paragraphs of no task and statements between measures. Written for
/// the purpose.
pub const MADE_UP: &str = "\
青山縣2024年惠民工作要點

為辦好惠民實事,制定本工作要點。

一、總體要求
以群眾滿意為標準。

二、改善民生
各單位要把下列事項列入年度計劃。
(一)辦好教育。
1. 擴建校舍。新建教室20間。(縣教育局負責)改造操場3個。添置課桌。(縣財政局負責)
2. 培訓教師。全年培訓教師100人次。(縣教育局牽頭,縣人力資源社會保障局配合)
(二)方便就醫。
1. 設立診室。在各鄉鎮設立診室。
責任單位:縣衛生健康局
完成時限:2024年10月

三、發展產業
(一)扶持農戶。
1. 推廣良種。推廣良種500畝,分兩步實施:
(1)春季試種。
(2)秋季推廣。
(縣農業農村局負責)
以上各項每季度通報一次。

四、組織實施
(一)加強領導。各單位主要負責人親自抓。
";

/// Whether a piece is of the running text.
fn is_text(piece: Piece) -> bool {
    use PieceKind::{Furniture, Gap, Notice, Title};
    !matches!(piece.kind, Title | Notice | Furniture | Gap)
}

/// What must hold for any plan: its lines hold its text, once and in order, and say of each measure whose it is.
#[track_caller]
fn holds_all(plan: &Plan) {
    let lines = lines(plan);
    let held: Vec<Piece> = lines.iter().flat_map(|line| &line.parts).map(|part| part.piece).collect();
    let expected: Vec<Piece> = plan.pieces.iter().copied().filter(|piece| is_text(*piece)).collect();
    assert_eq!(held, expected, "the pieces of the lines");
    for line in &lines {
        assert!(!line.parts.is_empty() && line.head <= line.parts.len(), "{line:?}");
        assert_eq!(line.level > 0, line.head > 0, "what has a level is a heading: {line:?}");
        assert!(line.task.is_none_or(|task| task < plan.tasks.len()), "{line:?}");
    }
    let found = |line: &Line| -> Vec<_> {
        let Some(task) = line.task.and_then(|task| plan.tasks.get(task)) else { return Vec::new() };
        line.parts.iter().filter_map(|part| measure_of(task, part.piece)).map(|measure| measure.id).collect()
    };
    let mut measures: Vec<_> = lines.iter().flat_map(found).collect();
    let mut all: Vec<_> = plan.measures().map(|measure| measure.id).collect();
    measures.sort();
    all.sort();
    assert_eq!(measures, all, "the measures on lines of their tasks");
}

/// The lines as one can read them: `#` for each level of a heading, a heading before its text in brackets, the task behind.
fn shown(plan: &Plan) -> Vec<String> {
    let show = |line: &Line| {
        let words = |range: std::ops::Range<usize>| -> String {
            line.parts[range].iter().map(|part| plan.text(part.piece.span).to_owned() + &part.marks).collect()
        };
        let (head, rest) = (words(0..line.head), words(line.head..line.parts.len()));
        let task = line.task.map(|task| format!(" @{task}")).unwrap_or_default();
        match line.head {
            0 => rest + &task,
            _ if line.is_heading() => format!("{} {head}{task}", "#".repeat(line.level)),
            _ => format!("[{head}]{rest}{task}"),
        }
    };
    lines(plan).iter().map(show).collect()
}

#[test]
fn lines_are_as_the_source_has_them() {
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let plan = read(text).plan;
        assert_eq!(shown(&plan), expected, "{text}");
        holds_all(&plan);
    }
    check(
        MADE_UP,
        &[
            "為辦好惠民實事,制定本工作要點。",
            "# 一、總體要求",
            "以群眾滿意為標準。",
            "# 二、改善民生",
            "各單位要把下列事項列入年度計劃。",
            "## (一)辦好教育",
            "[1. 擴建校舍。]新建教室20間。(縣教育局負責)改造操場3個。添置課桌。(縣財政局負責) @0",
            "[2. 培訓教師。]全年培訓教師100人次。(縣教育局牽頭,縣人力資源社會保障局配合) @1",
            "## (二)方便就醫",
            "[1. 設立診室。]在各鄉鎮設立診室。 @2",
            "責任單位:縣衛生健康局 @2",
            "完成時限:2024年10月 @2",
            "# 三、發展產業",
            "## (一)扶持農戶",
            "[1. 推廣良種。]推廣良種500畝,分兩步實施: @3",
            "(1)春季試種。 @3",
            "(2)秋季推廣。 @3",
            "(縣農業農村局負責) @3",
            "以上各項每季度通報一次。 @3",
            "# 四、組織實施",
            "[(一)加強領導。]各單位主要負責人親自抓。",
        ],
    );
    // Copied without its line breaks.
    check(
        "某省关于做好窗口工作的意见某政发〔2021〕8号各市：为做好工作，提出如下意见。一、指导思想坚持方向。二、任务（一）建窗口。设窗口。（省教育厅负责）（二）办实事。办事。（省财政厅负责）三、保障措施（一）加强领导。压实责任。",
        &[
            "为做好工作，提出如下意见。",
            "[一、指导思想]坚持方向。",
            "# 二、任务",
            "[（一）建窗口。]设窗口。（省教育厅负责） @0",
            "[（二）办实事。]办事。（省财政厅负责） @1",
            "# 三、保障措施",
            "[（一）加强领导。]压实责任。",
        ],
    );
    // Marks of markdown are none of the text; chapters over headings, and no words in a heading.
    check(
        "**要点**\n## 第一章 任务\n### 一、窗口\n**1. 建窗口。**设窗口。配人员。\n",
        &["# 第一章 任务", "## 一、窗口", "[1. 建窗口。]设窗口。配人员。 @0"],
    );
    check(
        "要点\n第一章 任务\n第一条 设窗口。配人员。\n第二条 办事。\n",
        &["# 第一章 任务", "[第一条 设窗口。]配人员。 @0", "[第二条 ]办事。 @1"],
    );
    // Tables.
    check(
        "某市指标表\n| 序号 | 领域 | 工作指标 | 目标值 | 责任单位 |\n|---|---|---|---|---|\n| 1 | 总体 | 开放场景 | 150个以上 | 市教育局、各区政府 |\n| 2 |  | 培育企业 | 5家 |  |\n",
        &[
            "| 序号 | 领域 | 工作指标 | 目标值 | 责任单位 |",
            "[1　总体　开放场景　]150个以上　市教育局、各区政府 @0",
            "[2　培育企业　]5家 @1",
        ],
    );
    check(
        "某市任务分工表\n序号\t重点任务\t具体举措\t牵头单位\t责任单位\t完成时限\n一、提升服务\n1\t简化流程\t办理时间压缩至1个工作日以内。\t市教育局\t市财政局\t2022年6月底\n2\t减少材料\t减少材料50%。\t\t\t2022年底\n",
        &[
            "序号\t重点任务\t具体举措\t牵头单位\t责任单位\t完成时限",
            "# 一、提升服务",
            "[1　简化流程　]办理时间压缩至1个工作日以内。　市教育局　市财政局　2022年6月底 @0",
            "[2　减少材料　]减少材料50%。　2022年底 @1",
        ],
    );
    // Paragraphs that name somebody, under one heading.
    check(
        "要点\n一、任务\n（一）建窗口\n设窗口。配人员。（市教育局负责）\n配桌子。（市财政局负责）\n",
        &["# 一、任务", "## （一）建窗口", "设窗口。配人员。（市教育局负责） @0", "配桌子。（市财政局负责） @1"],
    );
    // A title on a line of its own, and headings inside of a task.
    check(
        "要点\n一、任务\n1．建窗口\n设窗口。\n（1）配人员；\n（2）配桌子。（市教育局负责）\n2．办实事\n办事。\n",
        &[
            "# 一、任务",
            "## 1．建窗口 @0",
            "设窗口。 @0",
            "（1）配人员； @0",
            "（2）配桌子。（市教育局负责） @0",
            "## 2．办实事 @1",
            "办事。 @1",
        ],
    );
    // Lines that are wrapped, also between two sentences.
    check(
        "某省数据局关于做好工作的通知\n一、重点任务\n（一）提升能力。\n1.开展调查。面向有关部门、企事业单位和社会各\n界，开展供需情况摸底，形成资源供需一本账本。\n明确主攻方向。（责任单位：省数据局、省经\n信厅、省财政厅）\n2.推动供给。完善治理机制，加强公安、人社、交\n通等领域的数据治理。\n提升公共数据的治理水平。（责任单位：省数据局）\n",
        &[
            "# 一、重点任务",
            "## （一）提升能力",
            "[1.开展调查。]面向有关部门、企事业单位和社会各\n界，开展供需情况摸底，形成资源供需一本账本。明确主攻方向。（责任单位：省数据局、省经\n信厅、省财政厅） @0",
            "[2.推动供给。]完善治理机制，加强公安、人社、交\n通等领域的数据治理。 @1",
            "提升公共数据的治理水平。（责任单位：省数据局） @1",
        ],
    );
}

#[test]
fn the_plans_of_the_page_are_held_whole() {
    let plans = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
    let folders = fs::read_dir(plans).expect("the plans").map(|entry| entry.expect("a folder").path());
    let files: Vec<_> = folders.map(|folder| folder.join("plan.json")).filter(|file| file.is_file()).collect();
    assert!(!files.is_empty(), "there are plans");
    for file in files {
        let text = fs::read_to_string(&file).expect("its text");
        let plan = from_text(&text).unwrap_or_else(|error| panic!("{}: {error:?}", file.display()));
        holds_all(&plan);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_held_whole(text in "\\PC{0,200}") {
        holds_all(&read(&text).plan);
    }

    #[test]
    fn any_text_of_the_marks_of_plans_is_held_whole(text in "[一二三、（）()1２.．。；：，\n \t年月日底前到局委负责牵头单位等个%《》“”|*#①第条万A]{0,120}") {
        holds_all(&read(&text).plan);
    }

    #[test]
    fn a_mangled_plan_is_held_whole(cuts in prop::collection::vec((0usize..40_000, 0usize..60), 1..12)) {
        let mut text: Vec<char> = HAIDONG.chars().collect();
        for (at, length) in cuts {
            let at = at % text.len().max(1);
            let end = (at + length).min(text.len());
            text.drain(at..end);
        }
        holds_all(&read(&text.into_iter().collect::<String>()).plan);
    }
}
