//! Notes on a plan, and plans without a title: what stands before and behind the tasks takes none of them along.

use super::kinds::check;
use super::tiles;
use yaodian::reader::read;

const TASKS: &str = "一、水利\n1.修渠。修渠3条。（县水利局）\n2.清淤。清淤2处。（县林草局）\n";
const TOLD: [&str; 2] = ["一/1|修渠|<责任:县水利局>||3条|1", "一/2|清淤|<责任:县林草局>||2处|1"];

#[test]
fn notes_behind_tasks_are_none() {
    for notes in [
        "说明\n1.按月填报。\n2.按季汇总。\n3.逾期通报。\n",
        "填表说明：\n1.按月填报。\n2.按季汇总。\n",
        "【说　明】\n（1）按月填报。\n（2）按季汇总。\n",
        "備註：按月填報。\n",
        "注：1.按月填报。\n2.按季汇总。\n",
        "说明\n按月填报。\n按季汇总。\n",
    ] {
        check(&format!("某县2024年工作要点\n{TASKS}{notes}"), &TOLD, &["set-apart"]);
        // Behind a passage that stands on every list.
        let passage = "二、保障措施\n落实资金。\n";
        let source = format!("某县2024年工作要点\n{TASKS}{passage}{notes}");
        check(&source, &TOLD, &["set-apart"]);
        assert_eq!(read(&source).plan.standing.len(), 1, "the passage stays one: {source}");
        // Behind a table, where nothing of it is the preamble.
        let table = "某县分解表\n序号\t工作任务\t责任单位\n1\t修渠3条。\t县水利局\n2\t清淤2处。\t县林草局\n";
        let source = format!("{table}{notes}");
        check(&source, &["1||<责任:县水利局>||3条|1", "2||<责任:县林草局>||2处|1"], &["set-apart"]);
        assert!(read(&source).plan.preamble.is_empty(), "{source}");
    }
}

#[test]
fn notes_before_and_between_tasks_end_where_these_go_on() {
    for notes in ["说明\n1.按月填报。\n2.按季汇总。\n", "说明\n一、按月填报。\n二、按季汇总。\n"]
    {
        check(&format!("某县2024年工作要点\n{notes}{TASKS}"), &TOLD, &["set-apart"]);
    }
    check(
        "某县2024年工作要点\n一、水利\n1.修渠。修渠3条。（县水利局）\n说明：长度为预期值。\n2.清淤。清淤2处。（县林草局）\n二、养老\n1.建食堂。建4个。（县民政局）\n",
        &[TOLD[0], TOLD[1], "二/1|建食堂|<责任:县民政局>||4个|1"],
        &["set-apart", "numbers-restart"],
    );
    // A heading like others is one.
    let read = read(
        "某县2024年工作要点\n一、说明\n本要点按年制定。\n二、水利\n1.修渠。修渠3条。（县水利局）\n三、说明\n本要点由县政府办解释。\n",
    );
    assert_eq!((read.plan.general.len(), read.plan.tasks.len(), read.plan.standing.len()), (1, 1, 1));
    tiles(&read);
    // One without a word under it.
    check(&format!("某县2024年工作要点\n{}", TASKS.replace("2.", "说明\n2.")), &TOLD, &["set-apart"]);
}

#[test]
fn what_closes_a_table_is_no_preamble() {
    let source = "某县分解表\n为做好工作，制定本表。\n序号\t工作任务\t责任单位\n1\t修渠3条。\t县水利局\n各单位要按月填报，于每月5日前送县政府办，逾期不报的在全县通报批评。\n";
    check(source, &["1||<责任:县水利局>||3条|1"], &["set-apart"]);
    let plan = read(source).plan;
    let preamble: Vec<&str> = plan.preamble.iter().map(|span| plan.text(*span)).collect();
    assert_eq!(preamble, ["为做好工作，制定本表。"]);
}

#[test]
fn a_plan_without_a_title_has_its_tasks() {
    check(TASKS, &TOLD, &["no-title"]);
    let sentence = "修渠3条，清淤2处，加固堤段，疏通河道，完善设施，保障供水，服务群众，守好水源。";
    check(
        &format!(
            "重点任务\n{sentence}\n保障措施\n成立专班，明确分工，定期调度，加强督查，落实资金，做好宣传，确保落实到位。\n"
        ),
        &["|重点任务|||3条、2处|1"],
        &["no-title"],
    );
    // Headings over short paragraphs that name somebody, in them or behind them.
    check(
        "水利\n修渠3条。清淤2处。（县水利局）\n养老\n建食堂4个。培训护工。（县民政局）\n",
        &["|水利|<责任:县水利局>||3条、2处|2", "|养老|<责任:县民政局>||4个|2"],
        &["no-title"],
    );
    check(
        "某县2024年工作要点\n水利\n修渠3条。\n责任单位：县水利局\n护堤\n巡堤两遍。\n养老\n建食堂4个。\n责任单位：县民政局\n",
        &["|水利|<责任:县水利局>||3条|1", "|护堤||||1", "|养老|<责任:县民政局>||4个|1"],
        &["nobody-named"],
    );
}
