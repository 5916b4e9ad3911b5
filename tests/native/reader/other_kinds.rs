//! Texts that are no plans though they have tasks in them: that is said, and they are read all the same.

use super::{read, tiles};

/// Whether a text with this head, and these lines before its first task, is said to be of another kind.
#[track_caller]
fn check(head: &str, said: bool) {
    let source = format!("{head}\n一、修好水渠\n（一）修渠3条。（县水利局）\n（二）清淤2处。（县水利局）\n");
    let read = read(&source);
    let found = read.diagnostics.iter().any(|remark| remark.kind.code() == "other-kind");
    assert_eq!(found, said, "{source}");
    assert!(read.is_plan(), "it can be gone on with: {source}");
    assert_eq!(read.plan.tasks.len(), 2, "its tasks are read: {source}");
    tiles(&read);
}

#[test]
fn speeches_reports_and_calls_to_meetings_are_said_to_be_none() {
    for head in [
        "在全县水利工作会议上的讲话",
        "在全县水利工作会议上的讲话\n（2024年1月5日）\n县长 某某\n同志们：",
        "某县长在动员会上的讲话（2024年1月5日）",
        "水利工作动员会发言提纲",
        "某县水利局2023年工作总结",
        "某县2023年水利工作情况汇报",
        "全县水利工作会议\n同志们：\n今天我讲三点意见。",
        "某县2024年水利工作\n各位代表：\n现在报告工作。",
        "关于召开全县水利工作会议的通知\n各乡镇：",
        "关于举办水利干部培训班的通知",
    ] {
        check(head, true);
    }
}

#[test]
fn plans_are_none_of_them() {
    for head in [
        "某县2024年水利工作要点",
        "关于做好2024年水利工作的通知\n各乡镇：",
        "关于印发某县水利会议重点任务分工的通知\n各乡镇：",
        "某县落实县长讲话精神任务分解方案",
        "某县水利工作会议重点任务清单",
        "关于开展水利设施排查的通知\n各乡镇：",
        "某县政府工作报告重点任务分解表",
        "某县2024年水利工作要点\n各乡镇各单位：",
    ] {
        check(head, false);
    }
}

#[test]
fn a_call_to_a_meeting_is_known_by_its_headings() {
    let source = "某县教育工作会议\n一、会议时间\n3月5日上午。\n二、会议地点\n县会议中心3楼。\n三、有关要求\n1.请于3月3日前报回执1份。\n";
    let codes: Vec<&str> = read(source).diagnostics.iter().map(|remark| remark.kind.code()).collect();
    assert!(codes.contains(&"other-kind") || codes.contains(&"no-plan"), "{codes:?}");
}
