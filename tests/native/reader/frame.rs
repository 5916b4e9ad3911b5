//! What stands around a plan.

use yaodian::domain::span::Span;
use yaodian::reader::frame::date::{date_in, is_date_line};
use yaodian::reader::frame::line::{can_be_title, ends_as_title, is_notice, is_remark, is_signature};
use yaodian::reader::frame::number::number_in;
use yaodian::reader::frame::{Head, Tail};
use yaodian::reader::text::{Text, cut};

#[test]
fn a_line_is_what_it_says() {
    #[track_caller]
    fn check(question: &str, answers: fn(&str) -> bool, yes: &[&str], no: &[&str]) {
        for line in yes {
            assert!(answers(line), "{question}: {line}");
        }
        for line in no {
            assert!(!answers(line), "{question}, and is not: {line}");
        }
    }
    check(
        "can be of a title",
        can_be_title,
        &["某市2024年工作要点", "关于做好工作的通知"],
        &["为做好工作。", "附件1", "（此件公开发布）", "来源：某网", "某政发〔2023〕1号", "2023年3月9日", "正文"],
    );
    check(
        "ends as a title",
        ends_as_title,
        &["某市工作要点", "某市工作要点（试行）", "《某市行动计划》"],
        &["某市人民政府", "（试行）"],
    );
    check(
        "is a date",
        is_date_line,
        &["2023年3月9日", "二〇二三年三月九日"],
        &["2023年3月", "2023年3月9日印发", "节日"],
    );
    check(
        "sends out",
        is_notice,
        &["现将《要点》印发给你们，请认真贯彻执行。", "特此通知。"],
        &["请认真学习。", "要点已印发。"],
    );
    check("signs", is_signature, &["某市人民政府"], &["某市人民政府：", "一、甲", "（甲）", "某市工作要点", "甲"]);
    check(
        "is a remark",
        is_remark,
        &["（此件公开发布）", "抄送：市委", "某市政府办公室2023年3月9日印发"],
        &["此件公开发布", "现予印发"],
    );
}

#[test]
fn document_numbers_are_found() {
    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(number_in(text, Span::whole(text)).map(|span| span.of(text)), expected, "{text}");
    }
    check("东政办〔2021〕68号", Some("东政办〔2021〕68号"));
    check("依据国发[2020]12号文件", Some("依据国发[2020]12号"));
    check("某市，国发（2020）第 12 号", Some("国发（2020）第 12 号"));
    check("国发〔2020〕号", None);
    check("国发〔1820〕12号", None);
    check("〔2020〕12号", None);
    check("12号", None);
}

#[test]
fn dates_are_whole() {
    for (words, date) in [
        ("于2021年7月20日印发", Some("2021-07-20")),
        ("二○二一年十二月三十一日", Some("2021-12-31")),
        ("2021年7月", None),
        ("2021年7月32日", None),
    ] {
        assert_eq!(date_in(words, Span::whole(words)).as_deref(), date, "{words}");
    }
}

#[test]
fn the_head_tells_title_notice_and_preamble() {
    let source = "首页\n某政发〔2023〕1号\n各区人民政府：\n现将要点印发给你们，请认真贯彻执行。\n某市人民政府\n2023年3月9日\n某市2023年\n工作要点\n为做好工作，制定本要点。\n";
    let text = Text::new(source);
    let head = Head::read(&text, &cut(&text).paragraphs);
    let words = |spans: &[Span]| spans.iter().map(|span| span.of(source)).collect::<Vec<_>>();
    assert_eq!(head.title.of(source), "某市2023年\n工作要点", "title");
    assert_eq!(words(&head.furniture), ["首页"], "furniture");
    assert_eq!(words(&head.preamble), ["为做好工作，制定本要点。"], "preamble");
    assert_eq!(head.notice.len(), 5, "notice");
    let facts = [&head.particulars.number, &head.particulars.issuer, &head.particulars.issued, &head.start];
    let facts = facts.map(|fact| fact.as_ref().map(|fact| fact.value.as_str()));
    assert_eq!(facts, [Some("某政发〔2023〕1号"), Some("某市人民政府"), Some("2023-03-09"), Some("2023-01-01")]);
    assert!(Head::read(&text, &[]).title.is_empty(), "no lines, no title");
}

#[test]
fn the_tail_ends_where_the_plan_does() {
    #[track_caller]
    fn check(behind: &str, remain: usize, by: Option<&str>, on: Option<&str>) {
        let text = Text::new(behind);
        let paragraphs = cut(&text).paragraphs;
        let tail = Tail::read(&text, &paragraphs);
        let value = |fact: Option<yaodian::domain::plan::Fact>| fact.map(|fact| fact.value);
        assert_eq!(tail.plan.len(), remain, "paragraphs before the tail of {behind}");
        let found = (value(tail.issuer), value(tail.issued));
        assert_eq!(found, (by.map(str::to_owned), on.map(str::to_owned)), "{behind}");
    }
    check(
        "一、甲\n乙。\n某市人民政府\n2023年3月9日\n（此件公开发布）\n打印本页",
        2,
        Some("某市人民政府"),
        Some("2023-03-09"),
    );
    check("一、甲\n乙。\n某市人民政府", 3, None, None);
    check("一、甲\n1. 打印", 2, None, None);
    check("打印", 1, None, None);
}

#[test]
fn several_bodies_sign_on_lines_of_their_own() {
    #[track_caller]
    fn check(source: &str, by: Option<&str>, on: Option<&str>) {
        let read = yaodian::reader::read(source);
        let value = |fact: &Option<yaodian::domain::plan::Fact>| fact.as_ref().map(|fact| fact.value.clone());
        let meta = &read.plan.meta;
        let found = (value(&meta.issuer), value(&meta.issued));
        assert_eq!(found, (by.map(str::to_owned), on.map(str::to_owned)), "{source}");
        let codes: Vec<&str> = read.diagnostics.iter().map(|remark| remark.kind.code()).collect();
        assert!(!codes.contains(&"set-apart"), "what signs is no part of the plan: {source}");
        assert_eq!(read.plan.measures().count(), 1, "measures of\n{source}");
    }
    let date = Some("2024-03-05");
    for (lines, by) in [
        ("中共某县委办公室\n某县人民政府办公室", "中共某县委办公室、某县人民政府办公室"),
        ("中共某县委员会\n某县人民政府", "中共某县委员会、某县人民政府"),
        ("中共某县委全面深化改革\n委员会办公室", "中共某县委全面深化改革委员会办公室"),
        ("中共某县委员会\n办公室\n某县人民政府\n办公室", "中共某县委员会办公室、某县人民政府办公室"),
        ("某县教育局\n某县财政局\n某县民政局", "某县教育局、某县财政局、某县民政局"),
        ("中共某县委　　某县人民政府", "中共某县委、某县人民政府"),
        ("某县人民政府", "某县人民政府"),
    ] {
        check(&format!("某县工作要点\n一、修渠3条。（县水利局）\n{lines}\n2024年3月5日\n"), Some(by), date);
        check(
            &format!(
                "关于印发《某县工作要点》的通知\n各乡镇：\n现将要点印发给你们，请认真贯彻执行。\n{lines}\n2024年3月5日\n某县工作要点\n一、修渠3条。（县水利局）\n"
            ),
            Some(by),
            date,
        );
        check(
            &format!("{lines}\n关于修好水渠的实施意见\n（2024年3月5日）\n一、修渠3条。（县水利局）\n"),
            Some(by),
            date,
        );
    }
    // What stands above who signs and is no name is not of it.
    check("某县工作要点\n一、修渠3条\n责任单位 县水利局\n某县人民政府\n2024年3月5日\n", Some("某县人民政府"), date);
    check("某县工作要点\n（2024年3月5日）\n一、修渠3条。（县水利局）\n", None, date);
}
