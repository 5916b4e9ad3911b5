//! Files that came back, through the function that the page calls: packs of them, handed-out pages, and what is none of it.

use std::fmt::Write as _;

use yaodian::app::office::Office;
use yaodian::app::returned::{self, Desk};
use yaodian::domain::fault::{LedgerFileError, Stranger, Unread};
use yaodian::domain::gather::{Gathering, Incoming, Receipts};
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::Plan;
use yaodian::domain::script::{Rendition, with_only};
use yaodian::exchange::forms::{self, Order, Sheets, Whom};
use yaodian::exchange::hand_out::{self, HandOut};
use yaodian::exchange::{self, pack};
use yaodian::persist::embedded::PAIRS;
use yaodian::persist::encoding::encodings;
use yaodian::persist::progress_file::{self, Head};
use yaodian::persist::{ledger_file, plan_file};
use yaodian::state::Offer;
use zip::CompressionMethod::{Deflated, Stored};

use crate::exchange::{decode, packed_by};
use crate::forms::{order, pages, unit};
use crate::forms_back::{FIRST, column, written};
use crate::ledger::plan as haidong;

/// 2021-09-30 in China.
const NOW: Moment = 1_632_988_800_000;

pub const OFFICE: Office = Office {
    text_of: |bytes| exchange::text_of(bytes, encodings, &decode),
    of_html: exchange::of_html,
    incoming: |name, bytes, plan, ledger, now| forms::incoming(name, bytes, (plan, ledger), (encodings, &decode), now),
    workbook: forms::workbook,
    csv: forms::csv,
    rows: forms::csv_rows,
    zip: pack::zip,
    is_pack: exchange::is_pack,
    unpack: |bytes, take| pack::unpack(bytes, &decode, take),
};

pub fn text(bytes: &[u8]) -> Option<(String, &'static str)> {
    encodings(bytes).iter().find_map(|encoding| Some((decode(encoding, bytes)?, *encoding)))
}

fn read(name: &str, bytes: &[u8]) -> Vec<Result<Incoming, Offer>> {
    let desk = Desk { plan: haidong(), ledger: &Ledger::default(), now: NOW, text };
    let mut all = Vec::new();
    returned::read(&desk, &OFFICE, name, bytes, &mut |read| all.push(read));
    all
}

/// What is said of each file: its name, how many marks, or why it is refused.
fn said(name: &str, bytes: &[u8]) -> Vec<String> {
    let line = |read| match read {
        Ok(Incoming { name, ledger, handed, .. }) => {
            format!("{name}: {}{}", ledger.marks().len(), if handed { " handed out" } else { "" })
        }
        Err(Offer::Refused { name, error }) => format!("{name}: {}", why(&error)),
        Err(Offer::Unreadable { name }) => format!("{name}: unreadable"),
        Err(Offer::TooLarge { name }) => format!("{name}: too large"),
        Err(Offer::Fits { name, .. }) => format!("{name}: fits"),
    };
    read(name, bytes).into_iter().map(line).collect()
}

fn why(error: &LedgerFileError) -> &'static str {
    match error {
        LedgerFileError::Stranger(Stranger::Plan) => "a plan",
        LedgerFileError::Stranger(Stranger::Page) => "a page",
        LedgerFileError::Stranger(Stranger::Nested) => "nested",
        LedgerFileError::Stranger(Stranger::Empty) => "empty",
        LedgerFileError::Stranger(Stranger::Unread(Unread::Damaged)) => "damaged",
        LedgerFileError::Stranger(Stranger::Unread(Unread::Bomb)) => "bomb",
        LedgerFileError::Stranger(Stranger::Unread(Unread::TooMuch)) => "too much",
        LedgerFileError::Stranger(Stranger::Unread(Unread::Encrypted)) => "encrypted",
        LedgerFileError::NotJson { .. } => "no JSON",
        LedgerFileError::NotALedger => "no ledger",
        LedgerFileError::Damaged => "spoilt",
        LedgerFileError::HeadGone => "no head",
        LedgerFileError::HasNul { .. } => "has NULs",
        LedgerFileError::OtherPlan { .. } => "another plan",
        _ => "something else",
    }
}

/// One unit's report of its first measures.
fn ledger(plan: &Plan, party: Party, progress: &str) -> Ledger {
    let mut ledger = Ledger::default();
    for id in plan.scope_measures(party).into_iter().take(3) {
        let key = MarkKey::Placed(party, id);
        ledger.set(Change { key: key.clone(), field: Field::Status, value: "done".into() }, NOW);
        ledger.set(Change { key, field: Field::Progress, value: progress.to_owned() }, NOW);
    }
    ledger
}

fn progress(unit_name: &str) -> Vec<u8> {
    let party = unit(haidong(), unit_name);
    let head = Head { from: Some(party), copy: unit_name, made: NOW };
    progress_file::write(&ledger(haidong(), party, "已開工"), haidong(), &head).into_bytes()
}

fn filled_form(unit_name: &str) -> Vec<u8> {
    let party = unit(haidong(), unit_name);
    let ledger = ledger(haidong(), party, "正在辦");
    forms::workbook(haidong(), &ledger, &order(Sheets::Filling, Whom::Party(party))).expect("a workbook")
}

/// A page as it is handed out to a unit with what it reported before.
fn handed_out(plan: &Plan) -> Vec<u8> {
    let party = unit(haidong(), "市教育局");
    let (plan_text, head) = (plan_file::to_text(plan), Head { from: None, copy: "office", made: NOW });
    let marks = progress_file::write(&ledger(haidong(), party, "<b>去年</b>"), plan, &head);
    let one = "<!DOCTYPE html><html><head><meta http-equiv=\"Content-Security-Policy\" content=\"\"><meta name=\"viewport\"></head>\
               <body><div id=\"app\"></div><script nomodule></script></body></html>";
    let data = [(hand_out::PLAN, plan_text.as_str()), (hand_out::MARKS, marks.as_str())];
    hand_out::page(one, &HandOut { title: "要點", data: &data, list: "<p></p>" }).expect("the one file").into_bytes()
}

#[test]
fn each_kind_is_what_its_content_says() {
    let plan_text = plan_file::to_text(haidong());
    let mut spoilt = progress("市教育局");
    let place = spoilt.windows(8).position(|part| part == b"\"status\"").expect("a field");
    spoilt[place + 1] = b'S';
    let party = unit(haidong(), "市教育局");
    let csv = forms::csv(haidong(), &ledger(haidong(), party, "正在辦"), &order(Sheets::Filling, Whom::Party(party)));
    let beheaded = |csv: &str| {
        let rows = csv.split("\r\n").enumerate().filter(|(row, _)| *row != 2);
        rows.map(|(_, words)| words).collect::<Vec<_>>().join("\r\n")
    };
    let cases: [(&str, Vec<u8>, &str); 13] = [
        ("a.dat", csv.clone().into_bytes(), "3"),
        ("a.dat", csv.replace(',', "\t").into_bytes(), "3"),
        ("a.txt", progress("市教育局"), "3"),
        ("a.json", filled_form("市教育局"), "0"),
        ("要點-市教育局.html", handed_out(haidong()), "3 handed out"),
        ("別的.html", b"<!DOCTYPE html><html><body>1,2\n3,4</body></html>".to_vec(), "a page"),
        ("計劃.json", plan_text.into_bytes(), "a plan"),
        ("a.json", b"{".to_vec(), "no JSON"),
        ("a.json", b"{\"a\":1}".to_vec(), "no ledger"),
        ("a.json", spoilt, "spoilt"),
        ("a.csv", "一,二\n三,四\n".into(), "no ledger"),
        ("a.csv", beheaded(&csv).into_bytes(), "no head"),
        ("a.csv", beheaded(&csv).replace(',', ";").into_bytes(), "no head"),
    ];
    for (name, bytes, wanted) in cases {
        assert_eq!(said(name, &bytes), [format!("{name}: {wanted}")]);
    }
}

/// The plan as it is kept under another id, with or without one of its measures.
fn other(with_all: bool) -> Plan {
    let mut other = Plan { id: "p-2f81".into(), ..haidong().clone() };
    if !with_all {
        other.tasks[0].measures.pop();
    }
    other
}

/// A report, a form and a page of this plan, each with three measures of a unit.
fn files_of(plan: &Plan) -> [(&'static str, Vec<u8>); 4] {
    let party = unit(plan, "市教育局");
    let said = ledger(plan, party, "已開工");
    let head = Head { from: Some(party), copy: "its", made: NOW };
    let order = order(Sheets::Report, Whom::Party(party));
    [
        ("a.json", progress_file::write(&said, plan, &head).into_bytes()),
        ("a.xlsx", forms::workbook(plan, &said, &order).expect("a workbook")),
        ("a.csv", forms::csv(plan, &said, &order).into_bytes()),
        ("a.html", handed_out(plan)),
    ]
}

#[test]
fn a_file_of_the_same_plan_under_another_id_fits() {
    for (is_other, plan) in [(false, haidong().clone()), (true, other(true))] {
        for (name, bytes) in files_of(&plan) {
            let files = read(name, &bytes);
            let [Ok(file)] = files.as_slice() else { panic!("{name}, {is_other}: {files:?}") };
            assert_eq!(file.other_copy, is_other, "{name}");
            assert!(file.fits(&haidong().fingerprint()), "{name}, {is_other}");
            let party = unit(haidong(), "市教育局");
            assert!(file.parties().iter().eq([&party]), "{name}, {is_other}: {:?}", file.parties());
            assert_eq!(file.ledger.marks().len(), 3, "{name}, {is_other}");
        }
    }
}

#[test]
fn a_file_of_another_plan_is_refused_with_its_title() {
    let title = haidong().text(haidong().meta.title);
    for (name, bytes) in files_of(&other(false)) {
        let files = read(name, &bytes);
        let [Err(Offer::Refused { error: LedgerFileError::OtherPlan { plan }, .. })] = files.as_slice() else {
            panic!("{name}: {files:?}")
        };
        assert_eq!(plan, title, "{name}");
    }
    // A backup says the id alone, and the title is known where the plan is kept.
    let backup = ledger_file::write(&Ledger::default(), &other(true));
    let refused = || read("a.json", backup.as_bytes()).pop().expect("a file");
    for (known, called) in [(Some("某縣工作要點"), "某縣工作要點"), (Some(""), "p-2f81"), (None, "p-2f81")]
    {
        let title = |id: &str| known.filter(|_| id == "p-2f81").map(str::to_owned);
        let Err(Offer::Refused { name, error }) = returned::named(refused(), title) else { panic!("it is refused") };
        assert_eq!((name.as_str(), error), ("a.json", LedgerFileError::OtherPlan { plan: called.into() }));
    }
}

/// Whatever a page has loaded before, a file is read with all characters of both scripts.
#[test]
fn a_file_is_read_with_all_pairs_of_characters() {
    let table = "編碼,填報單位,當前狀態,目前進展,備註\n9.1,市財政局,滯后,資金未到位,\n";
    for (name, bytes) in
        [("a.csv", table.as_bytes().to_vec()), ("a.zip", packed_by(Deflated, &[("a.csv", table.as_bytes())]))]
    {
        let files = with_only(PAIRS, || read(name, &bytes));
        let [Ok(file)] = files.as_slice() else { panic!("{name}: {files:?}") };
        let said: usize = file.ledger.marks().iter().map(|(_, mark)| mark.fields().len()).sum();
        assert_eq!((said, file.left.len()), (2, 0), "{name}: {file:?}");
    }
}

/// What was not understood goes out again in the script of the form that it came in, and comes back.
#[test]
fn rows_that_were_put_right_are_read_in_the_script_of_their_form() {
    let party = unit(haidong(), "市醫保局");
    for (rendition, status, wrong, right) in [
        (Rendition::Record, "狀態", "差不多", "推進中"),
        (Rendition::Simplified, "状态", "差不多", "推进中"),
        (Rendition::Traditional, "狀態", "差不多", "推進中"),
    ] {
        let order = Order { rendition, ..order(Sheets::Filling, Whom::Party(party)) };
        let form = forms::workbook(haidong(), &Ledger::default(), &order).expect("a form");
        let with = |bytes: &[u8], words: &str| {
            let mut all = pages(bytes);
            let at = column(&all[0], status);
            all[0].rows[FIRST][at] = words.to_owned();
            written(&all, &[])
        };
        let first = with_only(PAIRS, || read("a.xlsx", &with(&form, wrong)));
        let [Ok(file)] = first.as_slice() else { panic!("{rendition:?}: {first:?}") };
        assert_eq!((file.ledger.marks().len(), file.left.len()), (0, 1), "{rendition:?}");
        let again = with_only(PAIRS, || read("b.xlsx", &with(&file.left_over, right)));
        let [Ok(file)] = again.as_slice() else { panic!("{rendition:?}: {again:?}") };
        assert_eq!((file.ledger.marks().len(), file.left.len()), (1, 0), "{rendition:?}: {:?}", file.left);
    }
}

#[test]
fn a_day_without_a_year_is_one_of_the_plans_and_flagged() {
    for (typed, date, years) in [
        ("9月底", "2021-09-30", 1),
        ("9月30日", "2021-09-30", 1),
        ("2021年9月30日", "2021-09-30", 0),
        ("2021-09-30", "2021-09-30", 0),
        ("44469", "2021-09-30", 0),
        ("21.9.30", "2021-09-30", 0),
    ] {
        let text = format!("编码,填报单位,填报日期\n2.1,市教育局,{typed}\n");
        let files = read("a.csv", text.as_bytes());
        let [Ok(file)] = files.as_slice() else { panic!("{typed}: {files:?}") };
        let said: Vec<&str> = file.ledger.marks().iter().map(|(_, mark)| mark.value(Field::Date)).collect();
        assert_eq!((said.as_slice(), file.years), (&[date][..], years), "{typed}: {:?}", file.left);
    }
}

/// Whose a spreadsheet is that does not say it, or says what the plan does not have.
#[test]
fn whose_a_spreadsheet_is() {
    let rows = "编码,状态\n2.1,已完成\n";
    let of = |head: &str| [head, "\n", rows].concat();
    let medical = "unit:市醫保局";
    for (name, text, from, guessed, marks, left) in [
        ("填報表-市醫保局.csv", rows.to_owned(), Some(medical), true, 1, None),
        ("填报表-市医保局(2).csv", rows.to_owned(), Some(medical), true, 1, None),
        ("填报表.csv", rows.to_owned(), None, false, 0, Some("无法确定填报单位")),
        // What it says itself holds.
        ("填報表-市醫保局.csv", of("填报单位：市教育局"), Some("unit:市教育局"), false, 1, None),
        (
            "填報表-市醫保局.csv",
            of("填报单位：市鐵路局"),
            Some("unit:市鐵路局"),
            false,
            0,
            Some("要点里没有这个填报单位"),
        ),
        ("a.csv", of("unit:市鐵路局"), Some("unit:市鐵路局"), false, 0, Some("要点里没有这个填报单位")),
    ] {
        let files = read(name, text.as_bytes());
        let [Ok(file)] = files.as_slice() else { panic!("{name}: {files:?}") };
        let is = (file.from.as_deref(), file.guessed, file.ledger.marks().len());
        assert_eq!(is, (from, guessed, marks), "{name}\n{text}");
        let told = file.left.first().map(|[simplified, ..]| simplified.as_str());
        assert_eq!(told.is_some(), left.is_some(), "{name}: {told:?}");
        assert!(told.unwrap_or_default().contains(left.unwrap_or_default()), "{name}: {told:?}");
    }
}

#[test]
fn the_files_of_a_pack_stand_each_by_itself() {
    let (one, two, three) = (progress("市教育局"), filled_form("市財政局"), progress("市醫保局"));
    let inner = packed_by(Stored, &[("三.json", &three)]);
    let innermost = packed_by(Stored, &[("四.zip", &packed_by(Stored, &[("五.zip", &inner)]))]);
    let bytes = packed_by(
        Deflated,
        &[
            ("回來的/", b""),
            ("回來的/市教育局.json", &one),
            ("../../../etc/市財政局.xlsx", &two),
            ("C:\\Users\\a\\說明.txt", "請查收".as_bytes()),
            ("__MACOSX/._市教育局.json", b"x"),
            ("回來的/.DS_Store", b"x"),
            ("Thumbs.db", b"x"),
            ("~$填報表.xlsx", b"x"),
            ("內/裏.zip", &inner),
            ("深.zip", &innermost),
        ],
    );
    assert_eq!(
        said("全部.zip", &bytes),
        [
            "全部.zip › 市教育局.json: 3",
            "全部.zip › 市財政局.xlsx: 0",
            "全部.zip › 說明.txt: no JSON",
            "全部.zip › 裏.zip › 三.json: 3",
            "全部.zip › 深.zip › 四.zip: nested",
        ]
    );
    assert_eq!(said("空.zip", &packed_by(Stored, &[("夾/", b"")])), ["空.zip: empty"]);
    assert_eq!(said("空.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), ["空.zip: empty"]);
}

/// Programs that pack files let several have one name.
#[test]
fn files_of_one_name_in_a_pack_are_all_read() {
    let [one, two, three] = ["市教育局", "市財政局", "市醫保局"].map(progress);
    // Packed under names of one length, which are one name then.
    let mut bytes = packed_by(Deflated, &[("填報/甲.json", &one), ("填報/乙.json", &two), ("填報/丙.json", &three)]);
    let (wanted, others) = ("甲".as_bytes(), ["乙", "丙"]);
    for other in others {
        let places: Vec<usize> = (0..bytes.len() - 8)
            .filter(|at| bytes[*at..].starts_with(&[other.as_bytes(), b".json"].concat()))
            .collect();
        assert_eq!(places.len(), 2, "in its head and in the list");
        for at in places {
            bytes[at..at + wanted.len()].copy_from_slice(wanted);
        }
    }
    assert_eq!(said("全部.zip", &bytes), ["全部.zip › 甲.json: 3"; 3]);
    let senders: Vec<Option<String>> =
        read("全部.zip", &bytes).into_iter().map(|read| read.expect("a report").from).collect();
    assert_eq!(senders, ["unit:市教育局", "unit:市財政局", "unit:市醫保局"].map(|key| Some(key.to_owned())));
    // What is no such list changes nothing.
    for cut in (0..bytes.len()).step_by(97) {
        let _ = said("全部.zip", &bytes[..cut]);
    }
}

#[test]
fn a_name_in_the_encoding_of_windows_is_read() {
    let mut bytes = packed_by(Stored, &[("ab.json", &progress("市教育局"))]);
    // 甲乙 in GB18030 stands where ab..... did, in both places.
    let name: Vec<usize> = (0..bytes.len() - 7).filter(|at| &bytes[*at..*at + 7] == b"ab.json").collect();
    for at in name {
        bytes.splice(at..at + 2, [0xbc, 0xd7]);
    }
    assert_eq!(said("a.zip", &bytes), ["a.zip › 甲.json: 3"]);
}

#[test]
fn what_is_made_to_do_harm_is_said_and_the_rest_is_read() {
    let zeros = vec![0_u8; 60 << 20];
    let bomb = packed_by(Deflated, &[("零.json", &zeros), ("市教育局.json", &progress("市教育局"))]);
    assert_eq!(said("a.zip", &bomb), ["a.zip › 零.json: bomb", "a.zip › 市教育局.json: 3"]);

    let many: Vec<(String, Vec<u8>)> = (0..2_001).map(|i| (format!("{i}.json"), b"{}".to_vec())).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    assert_eq!(said("a.zip", &packed_by(Stored, &many)), ["a.zip: too much"]);

    let mut locked = packed_by(Stored, &[("a.json", &progress("市教育局"))]);
    // The flag of a password, in the head of the file and in the list of files.
    locked[6] |= 1;
    let list = locked.windows(4).position(|part| part == b"PK\x01\x02").expect("a list");
    locked[list + 8] |= 1;
    assert_eq!(said("a.zip", &locked), ["a.zip › a.json: encrypted"]);

    let mut cut = packed_by(Deflated, &[("a.json", &progress("市教育局"))]);
    cut.truncate(cut.len() / 2);
    assert_eq!(said("a.zip", &cut), ["a.zip: damaged"]);

    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(said("a.json", deep.as_bytes()), ["a.json: no JSON"]);
    assert_eq!(said("a.json", &zeros), ["a.json: has NULs"]);

    let mut hostile = String::from_utf8(progress("市教育局")).expect("text");
    hostile = hostile.replace("已開工", "<script>alert(1)</script><img src=x onerror=alert(1)>");
    let name = "<img src=x>.json";
    let files = read(name, hostile.as_bytes());
    let [Ok(file)] = files.as_slice() else { panic!("it is read: {files:?}") };
    assert_eq!(file.name, name, "names and words are text, and stay it");
}

#[test]
fn a_table_without_a_date_changes_nothing_when_it_comes_again() {
    let table = "编码,填报单位,状态,存在问题\n9.1,市財政局,滞后,资金未到位\n";
    let (mut office, mut receipts) = (Ledger::default(), Receipts::default());
    let bring = |office: &mut Ledger, receipts: &mut Receipts, now: Moment| {
        let desk = Desk { plan: haidong(), ledger: &office.clone(), now, text };
        let mut files = Vec::new();
        returned::read(&desk, &OFFICE, "a.csv", table.as_bytes(), &mut |read| files.push(read.expect("a form")));
        let gathering = Gathering::of(haidong(), office, receipts, &files);
        let tally = gathering.files[0].tally;
        let (edits, new) = gathering.apply(haidong(), office, receipts, &files, &[], now);
        *receipts = Receipts::new(receipts.all().iter().cloned().chain(new).collect());
        (edits.len(), tally.new, tally.same, tally.older)
    };
    assert_eq!(bring(&mut office, &mut receipts, NOW), (2, 1, 0, 0));
    assert_eq!(bring(&mut office, &mut receipts, NOW + 60_000), (0, 0, 1, 0), "a minute later");
    // What was written since stays, too.
    let id = haidong().measures().find(|measure| haidong().label(measure.id).to_string() == "9.1").expect("9.1").id;
    let key = MarkKey::Placed(unit(haidong(), "市財政局"), id);
    office.set(Change { key, field: Field::Problem, value: "已到位".into() }, NOW + 120_000);
    assert_eq!(bring(&mut office, &mut receipts, NOW + 180_000), (0, 0, 0, 1));
    assert_eq!(receipts.all().len(), 1);
}

/// A form as text, or one of which nothing but the sheet was kept, knows what stood here when it was made: what was changed in it is new and no
/// conflict, and what was not is not said again.
#[test]
fn a_form_that_lost_its_hidden_sheet_says_what_was_changed() {
    let (plan, party) = (haidong(), unit(haidong(), "市教育局"));
    let office = ledger(plan, party, "正在辦");
    let table = forms::csv(plan, &office, &Order { made: NOW + 60_000, ..order(Sheets::Filling, Whom::Party(party)) });
    let changed = table.replacen("正在辦", "已辦好", 1);
    assert_ne!(table, changed);
    let told = |office: &Ledger, table: &str| {
        let desk = Desk { plan, ledger: office, now: NOW + 86_400_000, text };
        let mut files = Vec::new();
        returned::read(&desk, &OFFICE, "a.csv", table.as_bytes(), &mut |read| files.push(read.expect("a form")));
        let gathering = Gathering::of(plan, office, &Receipts::default(), &files);
        (gathering.conflicts.len(), gathering.files[0].tally.new, gathering.files[0].tally.all())
    };
    assert_eq!(told(&office, &table), (0, 0, 0), "as it was handed out");
    assert_eq!(told(&office, &changed), (0, 1, 1));
    // Nor does it complain of what stood here already, of a value that is none for its field, too.
    let left = |office: &Ledger, table: &str| {
        let desk = Desk { plan, ledger: office, now: NOW + 86_400_000, text };
        let mut left = Vec::new();
        let take = &mut |read: Result<Incoming, Offer>| left = read.expect("a form").left;
        returned::read(&desk, &OFFICE, "a.csv", table.as_bytes(), take);
        left.into_iter().map(|[words, ..]| words).collect::<Vec<_>>()
    };
    let mut doubtful = office.clone();
    let counted = plan.scope_measures(party).into_iter().find(|id| !plan.measure(*id).unwrap().targets.is_empty());
    let key = MarkKey::Placed(party, counted.expect("a measure with a target"));
    doubtful.set(Change { key, field: Field::Actual(1), value: "-5 萬".into() }, NOW);
    let table =
        forms::csv(plan, &doubtful, &Order { made: NOW + 60_000, ..order(Sheets::Filling, Whom::Party(party)) });
    assert_eq!(left(&doubtful, &table), <[String; 0]>::default());
    let [complaint] = &left(&doubtful, &table.replace("-5 萬", "-6 萬"))[..] else { panic!("one value is none") };
    assert!(complaint.contains("-6 萬"), "{complaint}");
    // What was written here since contradicts.
    let mut since = office.clone();
    let first = office.marks().iter().map(|(key, _)| key.clone()).next().expect("a mark");
    since.set(Change { key: first, field: Field::Progress, value: "另有安排".into() }, NOW + 80_000_000);
    assert_eq!(told(&since, &table).0, 0);
    assert_eq!(told(&since, &changed).0, 1);
}

#[test]
fn xml_that_grows_without_end_is_refused() {
    let mut xml = String::from("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY l0 \"ha\">");
    for i in 1..10 {
        let _ = write!(xml, "<!ENTITY l{i} \"{}\">", format!("&l{};", i - 1).repeat(10));
    }
    xml += "]><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>&l9;</t></si></sst>";
    let bytes = filled_form("市教育局");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut parts = Vec::new();
    for i in 0..archive.len() {
        let mut part = archive.by_index(i).expect("a part");
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut content).expect("content");
        let name = part.name().expect("a name").into_owned();
        let content = if name == "xl/sharedStrings.xml" { xml.clone().into_bytes() } else { content };
        parts.push((name, content));
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, part)| (name.as_str(), part.as_slice())).collect();
    let files = read("a.xlsx", &packed_by(Deflated, &parts));
    assert!(matches!(files.as_slice(), [Err(_)]), "{files:?}");
}

#[test]
fn a_file_that_is_named_for_somebody_else_is_told() {
    let cases = [
        ("市教育局-進度-2021-09-30.json", None),
        ("報上去.json", None),
        ("市財政局-進度-2021-09-30.json", Some("市財政局")),
        ("全部.zip › 市財政局.json", Some("市財政局")),
    ];
    for (name, wanted) in cases {
        let files = read(name, &progress("市教育局"));
        let [Ok(file)] = files.as_slice() else { panic!("{name} is read") };
        let named = file.named_for(haidong()).and_then(|party| haidong().printed_name(party));
        assert_eq!(named, wanted, "{name}");
    }
}
