//! What goes out: one file for one, a pack for all, and what of a form that is given back is said.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::sync::Arc;

use yaodian::app::making::{Made, Maker};
use yaodian::app::returned::{self, Desk};
use yaodian::domain::calendar;
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::Plan;
use yaodian::domain::script::Rendition;
use yaodian::domain::span::Span;
use yaodian::persist::{plan_file, progress_file};
use yaodian::reader::read;
use yaodian::views::gather::desk::{Handed, What};

use crate::forms::unit;
use crate::ledger::plan as haidong;
use crate::returned::{OFFICE, text};

/// 2021-09-30 in China.
const NOW: Moment = 1_632_988_800_000;

const ONE_FILE: &str = "<!DOCTYPE html><html><head><meta http-equiv=\"Content-Security-Policy\" content=\"\"><meta name=\"viewport\">\
                        </head><body><div id=\"app\"></div><script nomodule></script></body></html>";

fn maker(plan: &Plan, ledger: Ledger) -> Maker {
    Maker { plan: Arc::new(plan.clone()), ledger, copy: "office".into(), now: NOW, rendition: Rendition::Record }
}

/// The names of the files in a pack, and their contents.
fn unpacked(made: &Made) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(&made.bytes)).expect("a pack");
    let mut files = Vec::new();
    for i in 0..archive.len() {
        let mut file = archive.by_index(i).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("content");
        files.push((file.name().expect("a name").into_owned(), bytes));
    }
    files
}

#[test]
fn a_pack_has_a_page_and_a_form_for_everybody_the_plan_and_a_list() {
    let plan = haidong();
    let made = maker(plan, Ledger::default()).pack(ONE_FILE, &OFFICE).expect("a pack");
    assert_eq!(made.name, "要點-海東市2021年新型城鎮化和城鄉融合發展-2021-09-30.zip");
    let files = unpacked(&made);
    assert_eq!(files.len(), 37 * 2 + 2);
    let names: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), files.len(), "each has a name of its own");
    for party in plan.parties().skip(1) {
        let name = plan.printed_name(party).expect("a name");
        let page = format!("要點-{name}.html");
        let (_, page) = files.iter().find(|(file, _)| *file == page).unwrap_or_else(|| panic!("{page} is there"));
        let page = String::from_utf8_lossy(page);
        assert!(page.contains(&format!("id=\"handed-for\">{}<", plan.party_key(party))), "it opens at {name}");
        // Where the program cannot run it says whose it is, and names each measure as everybody does.
        assert!(page.contains(&format!("<strong>{name}</strong>")), "it says that it is {name}'s");
        let measures = plan.scope_measures(party).into_iter();
        let missing = measures.filter(|id| !page.contains(&format!("<li>{} ", plan.label(*id)))).collect::<Vec<_>>();
        assert_eq!(missing, [], "{name} reads each of its measures");
        assert!(names.contains(format!("填報表-{name}.xlsx").as_str()), "{name} has a form");
    }
    let plan_file = files.iter().find(|(name, _)| name.ends_with(".plan.json")).expect("the plan file");
    assert!(String::from_utf8_lossy(&plan_file.1).contains("\"yaodian-plan\""));
    let list =
        files.iter().find(|(name, _)| name == "要點-海東市2021年新型城鎮化和城鄉融合發展-目錄.csv").expect("the list");
    let list = String::from_utf8(list.1.clone()).expect("text");
    let title = plan.text(plan.meta.title);
    assert!(list.starts_with(&format!("\u{feff}{title}\r\n填報單位,舉措,頁面,填報表\r\n")), "{list}");
    assert!(list.contains("\r\n市教育局,17,要點-市教育局.html,填報表-市教育局.xlsx\r\n"), "{list}");
    assert_eq!(list.lines().count(), 39);
}

#[test]
fn a_pack_of_a_plan_without_a_title_is_named_too() {
    let mut plan = read("某县2024年工作要点\n一、教育\n1.新建学校10所。（责任单位：县教育局）\n").plan;
    plan.meta.title = Span::default();
    let made = maker(&plan, Ledger::default()).pack(ONE_FILE, &OFFICE).expect("a pack");
    assert_eq!(made.name, "要点-2021-09-30.zip");
    let files = unpacked(&made);
    let (_, list) = files.iter().find(|(name, _)| name == "要点-目录.csv").expect("the list");
    assert!(list.starts_with("\u{feff}填报单位,".as_bytes()));
}

#[test]
fn a_pack_is_dated_and_no_larger_than_it_must_be() {
    // A page is packed text in letters for the most part: nothing in it is said twice.
    let mut seed = 1_u32;
    let letters = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[(seed >> 26) as usize])
    });
    let letters: String = letters.take(200_000).collect();
    let base =
        ONE_FILE.replace("<script nomodule>", &["<template>", &letters, "</template><script nomodule>"].concat());
    let plan = read("某县2024年工作要点\n一、教育\n1.新建学校10所。（责任单位：县教育局、县财政局）\n").plan;
    for (now, dated) in [
        (NOW + 45_296_000, "2021-10-01T04:34:56"),
        // By the clock of China, whatever the computer's zone.
        (1_609_430_399_000, "2020-12-31T23:59:58"),
        // What a pack cannot say.
        (0, "1980-01-01T00:00:00"),
        (calendar::LAST_MOMENT, "1980-01-01T00:00:00"),
    ] {
        let maker = Maker { now, ..maker(&plan, Ledger::default()) };
        let made = maker.pack(&base, &OFFICE).expect("a pack");
        let mut archive = zip::ZipArchive::new(Cursor::new(&made.bytes)).expect("a pack");
        assert_eq!(archive.len(), 2 * 2 + 2);
        for i in 0..archive.len() {
            let file = archive.by_index(i).expect("a file");
            let name = file.name().expect("a name").into_owned();
            let time = file.last_modified().expect("a date");
            assert_eq!(time.to_string().replace(' ', "T"), dated, "{name}");
            // A workbook is packed already.
            let is_page = name.contains(".html");
            if is_page {
                assert!(
                    file.compressed_size() * 10 < file.size() * 9,
                    "{name}: {} of {} by {:?}",
                    file.compressed_size(),
                    file.size(),
                    file.compression()
                );
            }
            assert!(file.compressed_size() <= file.size(), "{name}");
        }
    }
}

#[test]
fn names_that_no_system_takes_or_that_are_one_are_kept_apart() {
    let source = "工作要點\n一、任务\n（一）做事。建成一所学校。（责任单位：市=局/甲、市=局:甲、con）\n";
    let mut plan = read(source).plan;
    plan.units.truncate(1);
    let one = plan.units[0].clone();
    for key in ["市局/甲", "市局:甲", "con", "=cmd"] {
        let mut unit = one.clone();
        unit.key = key.into();
        plan.units.push(unit);
    }
    plan.units.remove(0);
    let files = unpacked(&maker(&plan, Ledger::default()).pack(ONE_FILE, &OFFICE).expect("a pack"));
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let pages: Vec<&str> = names.iter().copied().filter(|name| name.contains(".html")).collect();
    assert_eq!(pages, ["要點-市局_甲.html", "要點-市局_甲 (2).html", "要點-con.html", "要點-=cmd.html"]);
    let list = files.iter().find(|(name, _)| name.contains("目錄")).expect("the list");
    assert!(String::from_utf8_lossy(&list.1).contains("\r\n'=cmd,"), "no cell is a formula");
}

#[test]
fn where_the_one_file_is_another_page_nothing_is_made() {
    let maker = maker(haidong(), Ledger::default());
    for base in ["", "<html><head></head><body>404</body></html>"] {
        assert_eq!(maker.pack(base, &OFFICE), Err(Handed::NoFile));
        assert_eq!(maker.one(What::Page, None, base, None), Err(Handed::NoFile));
    }
    assert_eq!(maker.one(What::Form, None, "", None), Err(Handed::NotLoaded));
}

#[test]
fn each_kind_is_named_for_what_it_is_and_whose() {
    let plan = haidong();
    let maker = maker(plan, Ledger::default());
    let title = plan.text(plan.meta.title);
    let education = Some(unit(plan, "市教育局"));
    let cases = [
        (What::Page, education, "要點-市教育局.html".to_owned()),
        (What::Page, None, format!("要點-{title}.html")),
        (What::Form, education, "填報表-市教育局.xlsx".to_owned()),
        (What::Form, None, format!("填報表-{title}.xlsx")),
        (What::FormCsv, education, "填報表-市教育局.csv".to_owned()),
        (What::Table, None, format!("任務分解表-{title}.xlsx")),
        (What::TableCsv, education, "任務分解表-市教育局.csv".to_owned()),
        (What::Plan, education, format!("{title}-市教育局.plan.json")),
        (What::Plan, None, format!("{title}.plan.json")),
    ];
    for (what, party, name) in cases {
        let made = maker.one(what, party, ONE_FILE, Some(&OFFICE)).expect("a file");
        assert_eq!(made.name, name);
        let begins: &[u8] = match made.name.rsplit_once('.').expect("an ending").1 {
            "xlsx" => b"PK",
            "csv" => "\u{feff}".as_bytes(),
            "json" => b"{",
            _ => b"<!DOCTYPE",
        };
        assert!(made.bytes.starts_with(begins), "{name}");
    }
}

/// With a plan file goes what the coordinator settled and said, and what its party reported: nobody else's words.
#[test]
fn a_plan_file_carries_what_the_coordinator_settled() {
    let plan = haidong();
    let (education, police) = (unit(plan, "市教育局"), unit(plan, "市公安局"));
    let first = plan.measures().next().expect("a measure").id;
    let mut ledger = Ledger::default();
    let mut say = |party, field, value: &str| {
        ledger.set(Change { key: MarkKey::Placed(party, first), field, value: value.into() }, NOW);
    };
    say(Party::Coordinator, Field::Due, "2021-11-30");
    say(Party::Coordinator, Field::Status, "done");
    say(education, Field::Progress, "教育");
    say(police, Field::Progress, "公安");
    say(police, Field::Returned, "太短");
    let maker = maker(plan, ledger);
    for (party, own) in [(Some(education), "教育"), (Some(police), "公安太短"), (None, "")] {
        let made = maker.one(What::Plan, party, "", None).expect("a plan file");
        let text = String::from_utf8(made.bytes).expect("a text");
        let (alone, marks) = plan_file::parted(&text);
        assert_eq!((&alone, plan_file::from_text(&alone).as_ref()), (&plan_file::to_text(plan), Ok(plan)), "as it was");
        let marks = marks.expect("marks go along");
        let came = progress_file::read("", &marks, "utf-8", plan).expect("they can be read").ledger;
        let says = |party, field| came.value(party, first, field);
        assert_eq!(says(Party::Coordinator, Field::Due), "2021-11-30");
        assert_eq!(says(Party::Coordinator, Field::Status), "done");
        let others = [says(education, Field::Progress), says(police, Field::Progress), says(police, Field::Returned)];
        assert_eq!(others.concat(), own, "{party:?}");
    }
    let alone = plan_file::to_text(plan);
    assert_eq!(plan_file::parted(&alone), (alone.clone(), None));
}

#[test]
fn a_form_that_is_given_back_says_all_that_stands_in_it() {
    let plan = haidong();
    let party = unit(plan, "市教育局");
    let mut ledger = Ledger::default();
    for (place, id) in plan.scope_measures(party).into_iter().enumerate().take(5) {
        let key = MarkKey::Placed(party, id);
        ledger.set(Change { key: key.clone(), field: Field::Status, value: "under-way".into() }, NOW - 90_000_000);
        ledger.set(Change { key, field: Field::Progress, value: format!("第{place}條") }, NOW - 90_000_000);
    }
    let made = maker(plan, ledger.clone()).report(party, &OFFICE).expect("a form");
    assert_eq!(made.name, "市教育局-填報表-2021-09-30.xlsx");
    let desk = Desk { plan, ledger: &Ledger::default(), now: NOW, text };
    let mut files = Vec::new();
    returned::read(&desk, &OFFICE, &made.name, &made.bytes, &mut |read| files.push(read));
    let [Ok(file)] = files.as_slice() else { panic!("it is read: {files:?}") };
    assert_eq!(file.sender(plan), Some(party));
    assert_eq!(file.ledger.marks().len(), 5);
    for (key, mark) in ledger.marks() {
        let MarkKey::Placed(party, id) = key else { panic!("a measure of the plan") };
        for field in [Field::Status, Field::Progress] {
            assert_eq!(file.ledger.value(*party, *id, field), mark.value(field), "{id}");
        }
    }
    let nobody = Party::Unit(usize::MAX);
    assert!(maker(plan, Ledger::default()).report(nobody, &OFFICE).is_err(), "nobody has nothing to report");
}

#[test]
fn rows_that_were_not_understood_come_as_a_form_again() {
    let plan = haidong();
    let table = "编码,举措,填报单位,状态,进展情况\n2.1,,市教育局,已完成,已开工\n2.2,,市教育局,差不多,\n";
    let desk = Desk { plan, ledger: &Ledger::default(), now: NOW, text };
    let mut files = Vec::new();
    returned::read(&desk, &OFFICE, "a.csv", table.as_bytes(), &mut |read| files.push(read));
    let [Ok(file)] = files.as_slice() else { panic!("it is read: {files:?}") };
    assert_eq!((file.left.len(), file.ledger.marks().len()), (1, 1));
    let mut again = Vec::new();
    returned::read(&desk, &OFFICE, "b.xlsx", &file.left_over, &mut |read| again.push(read));
    let [Ok(rest)] = again.as_slice() else { panic!("it is a form: {again:?}") };
    assert_eq!(rest.left.len(), 1, "what is not put right is not understood again: {:?}", rest.left);
}

#[test]
fn rows_that_are_known_by_their_text_are_told() {
    let plan = haidong();
    let party = unit(plan, "市教育局");
    let id = plan.scope_measures(party)[0];
    let text_of = plan.text(plan.measure(id).expect("a measure").span);
    let table = format!("工作举措,填报单位,状态\n\"{text_of}\",市教育局,已完成\n");
    let desk = Desk { plan, ledger: &Ledger::default(), now: NOW, text };
    let mut files = Vec::new();
    returned::read(&desk, &OFFICE, "a.csv", table.as_bytes(), &mut |read| files.push(read));
    let [Ok(file)] = files.as_slice() else { panic!("it is read: {files:?}") };
    assert_eq!((file.by_text, file.ledger.marks().len()), (1, 1));
}
