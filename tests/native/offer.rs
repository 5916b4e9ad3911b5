//! A progress file that is offered: what is doubtful in it is counted and named before it is taken over, in every language.

use crate::ledger::{measure, plan};
use crate::papers::text;
use crate::totals::between;
use leptos::prelude::*;
use yaodian::domain::doubts::Why;
use yaodian::domain::gather::Receipts;
use yaodian::domain::history::Beside;
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::reports::Reports;
use yaodian::domain::rollup::Standings;
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
use yaodian::persist::ledger_file::read;
use yaodian::state::{Notice, Store};
use yaodian::views::data;
use yaodian::views::gather::desk::{Hands, HandsOut};

/// A browser that keeps nothing and gives nothing.
pub fn nothing() -> data::Browser {
    let hands = Hands {
        receipts: |_| (Receipts::default(), 0),
        choose: |_, _, _| (),
        hand: |_, _, _| (),
        bring: |_, _, _, _, _| None,
        replace: |_| (),
        take_back: |_, _, _| None,
        save: |_, _| (),
        give: |_, _| (),
        tell: |_| (),
    };
    let out = HandsOut { one: |_, _, _, _| (), pack: |_, _| (), report: |_, _, _| () };
    data::Browser { hands, out, drop_aside: |_, _| (), beside: |_, _, _| (), usage: |_| None, has_guide: || true }
}

/// 2021-09-30 in China.
fn clock() -> u64 {
    1_632_988_800_000
}

/// A file with these marks.
fn file(marks: &str) -> String {
    format!(r#"{{"format":"yaodian-ledger","version":3,"plan":"haidong-2021","cleared":0,"marks":{marks}}}"#)
}

/// A file in which a unit says this in a field of 2.3, of which the plan sets one target.
fn says(field: &str, value: &str) -> String {
    file(&format!(r#"{{"unit:市教育局":{{"2.3":{{"{field}":[[5,"{value}"]]}}}}}}"#))
}

/// The data view as HTML.
pub fn data_view() -> String {
    html(data::data(nothing()))
}

/// The data view with this file on offer.
fn offered(lang: Lang, mine: &Ledger, file: &str, encoding: &str) -> String {
    Owner::new().with(|| {
        let store = Store::new(plan().clone(), Settings::default(), lang, clock);
        provide_context(store);
        store.take_in(mine);
        store.offer_decoded("進度.json".into(), file, encoding);
        data_view()
    })
}

/// What is said of the file: its paragraphs and the lines of its lists, and the figures in front.
fn preview(lang: Lang, mine: &Ledger, file: &str) -> String {
    let page = offered(lang, mine, file, "utf-8");
    let page = page.replace("</li>", "\n</li>").replace("</p>", "\n</p>").replace("</dd>", "\n</dd>");
    text(between(&page, "<div class=\"offer\"", "<div class=\"actions\"").split_once('>').expect("a tag").1)
}

#[track_caller]
fn check(file: &str, lines: &[&str]) {
    let preview = preview(Lang::ZhHans, &Ledger::default(), file);
    for line in lines {
        assert!(preview.lines().any(|there| there == *line), "{line} is not in:\n{preview}");
    }
}

#[test]
fn values_that_their_field_cannot_have_are_counted_and_named() {
    let odd = "其中 1 栏填写的内容不合要求。原样留存：";
    for (field, value, line) in [
        ("date", "20210-05-10", "2.3 市教育局 · 填报日期：20210-05-10（不是2000年至2099年的日期）"),
        ("date", "2021-02-29", "2.3 市教育局 · 填报日期：2021-02-29（不是2000年至2099年的日期）"),
        ("date", "五月十日", "2.3 市教育局 · 填报日期：五月十日（不是2000年至2099年的日期）"),
        ("status", "postponed", "2.3 市教育局 · 状态：postponed（无法识别的状态，按未填报计）"),
        ("actual.1", "很多", "2.3 市教育局 · 实际完成：很多（不是数字，不计入统计）"),
        ("actual.1", "-5", "2.3 市教育局 · 实际完成：-5（应填 0 或更大的数，不计入统计）"),
        ("actual.7", "5", "2.3 市教育局 · 实际完成 7：5（这条举措没有这个量化目标，不计入统计）"),
    ] {
        check(&says(field, value), &[odd, line]);
    }
    for (field, value) in [("date", "2021-05-10"), ("status", "done"), ("actual.1", "１，０００"), ("progress", "-5")]
    {
        let preview = preview(Lang::ZhHans, &Ledger::default(), &says(field, value));
        assert!(!preview.contains("不合要求"), "{field}: {value}\n{preview}");
    }
}

#[test]
fn why_a_value_is_none_for_its_field() {
    #[track_caller]
    fn check(field: Field, value: &str, why: Option<Why>) {
        assert_eq!(Why::of(field, value, 1), why, "{field:?}: {value}");
    }
    for status in ["not-started", "under-way", "behind", "done", "not-applicable"] {
        check(Field::Status, status, None);
    }
    for status in ["postponed", "Done", " done", "未啟動"] {
        check(Field::Status, status, Some(Why::NoStatus));
    }
    for day in ["2000-01-01", "2021-05-10", "2024-02-29", "2021-04-30", "2099-12-31"] {
        check(Field::Date, day, None);
    }
    let no_days = [
        "1999-12-31",
        "2100-01-01",
        "20210-05-10",
        "2021-5-10",
        "2021-05-1",
        "2021-13-01",
        "2021-00-10",
        "2021-04-31",
        "2023-02-29",
        "2021-05-10 ",
        "2021-05-10T00:00",
        "+021-05-10",
        "2021/05/10",
        "0021-05-10",
    ];
    for day in no_days {
        check(Field::Date, day, Some(Why::NoDay));
    }
    for number in ["0", "10", "1.5", "１，０００", " 7 "] {
        check(Field::Actual(1), number, None);
    }
    for number in ["-5", "－5", "−0.5", " -1,000"] {
        check(Field::Actual(1), number, Some(Why::BelowZero));
    }
    for number in ["很多", "-", "--5", "5-", "1e3", "-很多"] {
        check(Field::Actual(1), number, Some(Why::NoNumber));
    }
    check(Field::Actual(2), "5", Some(Why::NoTarget));
    check(Field::Actual(0), "5", Some(Why::NoTarget));
    for field in [Field::Progress, Field::Problem, Field::NextStep] {
        check(field, "20210-05-10", None);
    }
}

#[test]
fn reports_of_a_measure_that_is_not_the_partys_are_counted_and_named() {
    let stranger = plan().parties().find(|party| {
        let is_unit = matches!(party, Party::Unit(_));
        is_unit && !plan().scope_measures(*party).contains(&measure(1, 1))
    });
    let key = plan().party_key(stranger.expect("a unit without 1.1"));
    let marks = format!(r#"{{"{key}":{{"1.1":{{"status":[[5,"done"]]}},"1.2":{{"progress":[[5,"甲"]]}}}}}}"#);
    let preview = preview(Lang::ZhHant, &Ledger::default(), &file(&marks));
    let name = key.trim_start_matches("unit:");
    assert!(
        preview.contains("其中 2 條填報的舉措，按這份工作要點不歸該填報單位負責。原樣留存，不計入進度："),
        "{preview}"
    );
    assert!(preview.contains(&format!("{name}：1.1、1.2\n")), "{preview}");
    // A locality may report where the plan does not say which localities it means.
    check(&file(r#"{"locality:樂都區":{"5.1":{"status":[[5,"done"]]}}}"#), &["替换后填报1"]);
}

#[test]
fn who_and_what_the_plan_does_not_have_is_named_as_people_do() {
    let unknown = "其中 1 条的填报单位或举措，这份工作要点里没有。原样留存，不计入进度：";
    for (key, measure, named, change) in [
        ("unit:市外星局", "2.3", "市外星局（这份要点里没有）：2.3", "2.3 市外星局（这份要点里没有）"),
        ("locality:月球縣", "2.3", "月球縣（这份要点里没有）：2.3", "2.3 月球縣（这份要点里没有）"),
        ("unit:市教育局", "99.1", "市教育局：99.1（这份要点里没有）", "99.1（这份要点里没有） 市教育局"),
        ("部門", "2.3", "部門（这份要点里没有）：2.3", "2.3 部門（这份要点里没有）"),
        ("unit:", "2.3", "unit:（这份要点里没有）：2.3", "2.3 unit:（这份要点里没有）"),
    ] {
        let file = file(&format!(r#"{{"{key}":{{"{measure}":{{"status":[[5,"done"]]}}}}}}"#));
        check(&file, &[unknown, named, &format!("{change} · 状态：未填报 → 已完成"), "替换后填报0", "替换后不计入的1"]);
    }
}

#[test]
fn a_status_that_is_none_is_no_change_where_there_was_none_and_is_told_where_there_was_one() {
    let unknown = says("status", "postponed");
    let preview_of = |mine: &Ledger| preview(Lang::ZhHans, mine, &unknown);
    let nothing = preview_of(&Ledger::default());
    assert!(!nothing.contains('→') && nothing.contains("新写的栏目0"), "{nothing}");
    let mine = read(&says("status", "done"), plan()).expect("a ledger");
    let lost = preview_of(&mine);
    assert!(lost.contains("2.3 市教育局 · 状态：已完成 → postponed\n"), "{lost}");
    assert!(lost.contains("改动或清空的栏目1"), "{lost}");
}

#[test]
fn doubts_are_told_in_every_language() {
    let marks = r#"{"unit:市外星局":{"2.3":{"status":[[5,"done"]]}},"unit:市教育局":{"2.3":{"date":[[5,"20210-05-10"]]}},
        "unit:市財政局":{"2.3":{"status":[[5,"postponed"]],"actual.1":[[5,"-5"]]}}}"#;
    for (lang, says) in [
        (
            Lang::ZhHans,
            ["市外星局（这份要点里没有）", "其中 3 栏填写的内容不合要求", "无法识别的状态", "应填 0 或更大的数"],
        ),
        (
            Lang::ZhHant,
            ["市外星局（這份要點裡沒有）", "其中 3 欄填寫的內容不合要求", "無法識別的狀態", "應填 0 或更大的數"],
        ),
        (
            Lang::En,
            ["市外星局 (not in this plan)", "3 fields with invalid content", "unknown status", "must be 0 or more"],
        ),
    ] {
        let preview = preview(lang, &Ledger::default(), &file(marks));
        for words in says {
            assert!(preview.contains(words), "{words} is not in:\n{preview}");
        }
    }
}

/// Eleven marks say something, and five of them are reports: every figure says which it counts.
#[test]
fn what_counts_as_a_report_is_one_thing_everywhere() {
    let marks = r#"{"coordinator":{"2.3":{"status":[[5,"done"]]},"2.4":{"progress":[[5,"已問"]]},"99.1":{"status":[[5,"done"]]}},
        "unit:市教育局":{"2.1":{"status":[[5,"done"]]},"2.3":{"status":[[5,"under-way"]],"progress":[[5,"甲"]]},
            "2.4":{"progress":[[5,"甲"]]},"3.1":{"status":[[5,"postponed"]]}},
        "locality:樂都區":{"5.1":{"status":[[5,"behind"]]},"1.1":{"status":[[5,"na"]]},"1.2":{"status":[[5,"not-applicable"]]}},
        "unit:市外星局":{"2.3":{"status":[[5,"done"]]},"2.4":{"status":[[5,""]]}}}"#;
    let ledger = read(&file(marks), plan()).expect("a ledger");
    let expected = Reports { all: 5, done: 2, without_status: 4, not_asked: 0, unknown: 2 };
    assert_eq!(Reports::of(plan(), &ledger), expected);
    Owner::new().with(|| {
        let store = Store::new(plan().clone(), Settings::default(), Lang::ZhHans, clock);
        provide_context(store);
        store.offer_file("a.json".into(), &file(marks));
        let page = text(&data_view());
        assert!(page.contains("替换后填报5替换后不计入的6"), "{page}");
        store.accept_offer(|_| Beside::NOTHING);
        let told = store.notices();
        assert!(matches!(&told[..], [told] if *told == Notice::replaced(5, told.step())), "{told:?}");
        let page = text(&data_view());
        let says = "现有 5 条填报（各填报单位合计），其中已完成 2 条；另有未选状态 4 条、这份要点里没有 2 条，不计入；";
        assert!(page.contains(says), "{page}");
        store.delete_all();
        let told = store.notices();
        assert!(told.iter().any(|told| *told == Notice::deleted(5, told.step())), "{told:?}");
    });
}

/// What the list of the coordinator counts of each measure, and what the data view counts of all together, are the same reports.
#[test]
fn reports_are_those_that_the_lists_count() {
    let mut ledger = crate::papers::busy(plan());
    for (i, party) in plan().parties().enumerate() {
        for (n, value) in [(1, "甲"), (2, "")] {
            let cell = MarkKey::Placed(party, measure(u16::try_from(i % 22 + 1).expect("a task"), n));
            ledger.set(Change { key: cell.clone(), field: Field::Progress, value: value.into() }, 7);
            ledger
                .set(Change { key: cell, field: Field::Status, value: if i % 3 == 0 { "" } else { "done" }.into() }, 7);
        }
    }
    let standings = Standings::of_party(plan(), &ledger, Party::Coordinator);
    let listed = plan().measures().map(|measure| {
        let own = usize::from(ledger.status(Party::Coordinator, measure.id).is_some());
        standings.get(measure.id).reported() + own
    });
    let reports = Reports::of(plan(), &ledger);
    assert_eq!(reports.all, listed.sum::<usize>());
    let kinds = [reports.all, reports.without_status, reports.not_asked];
    assert!(kinds.iter().all(|count| *count > 0), "there are reports of every kind: {reports:?}");
    assert_eq!(reports.all + reports.beside(), ledger.marks().iter().filter(|(_, mark)| !mark.is_empty()).count());
}

#[test]
fn a_file_that_is_refused_for_its_bytes_says_what_can_be_read() {
    let big5 = file(r#"{"unit:カ毙▅Ы":{"2.3":{"status":[[5,"done"]]}}}"#);
    let damaged = says("progress", "甲\0乙");
    for (lang, encodings, nul) in [
        (Lang::ZhHans, "可以读取的编码是 UTF-8、UTF-16 和 GB18030", "第 1 行有空字符（NUL）"),
        (Lang::ZhHant, "可以讀取的編碼是 UTF-8、UTF-16 和 GB18030", "第 1 行有空字元（NUL）"),
        (Lang::En, "UTF-8, UTF-16 and GB18030 can be read", "Line 1 of this file has a NUL character"),
    ] {
        for (text, encoding, says) in [(&big5, "gb18030", encodings), (&damaged, "utf-8", nul)] {
            let page = offered(lang, &Ledger::default(), text, encoding);
            assert!(page.contains("offer is-refused") && page.contains(says), "{says} is not in:\n{page}");
        }
    }
}
