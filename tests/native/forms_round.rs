//! The round of spreadsheets: it stands in their heads and comes back with them, and in a column a report is said to be as before.

use proptest::prelude::*;
use yaodian::domain::calendar::{DAY, iso_date, iso_day, iso_to_day};
use yaodian::domain::gather::{Gathering, Receipts};
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::{Field, Mark};
use yaodian::domain::party::Party;
use yaodian::domain::plan::MeasureId;
use yaodian::domain::rounds::{RoundId, RoundSaid, Rounds};
use yaodian::exchange::forms::{
    Column, Fault, Known, NotTaken, Order, Outcome, Sheets, Whom, csv, incoming, left_over, workbook,
};
use yaodian::persist::encoding::encodings;

use crate::exchange::decode;
use crate::forms::{MADE, Page, order, pages, parts, said, unit};
use crate::forms_back::{FIRST, HEAD, back, column, short, written};
use crate::ledger::plan;
use crate::rounds::make;

const SAME: Column = Column::Said(Field::Confirmed);

fn education() -> Party {
    unit(plan(), "市教育局")
}

fn ids() -> Vec<MeasureId> {
    plan().scope_measures(education())
}

fn third_quarter() -> RoundSaid {
    RoundSaid { id: "2021-07-01/2021-09-30".parse().expect("a round"), name: "第三季度".into() }
}

/// A ledger with reports on the first two measures before the third quarter, which is a round.
fn ledger() -> Ledger {
    let mut ledger = Ledger::default();
    let june = Moment::from(iso_to_day("2021-06-20").expect("a day")) * DAY;
    for (n, field, value) in
        [(0, Field::Status, "under-way"), (0, Field::Progress, "已開工"), (1, Field::Status, "behind")]
    {
        let key = MarkKey::Placed(education(), ids()[n]);
        ledger.set(Change { key, field, value: value.into() }, june);
    }
    make(&mut ledger, "2021-07-01/2021-09-30", "第三季度", "2021-10-10");
    ledger
}

fn form_of(ledger: &Ledger) -> Vec<Page> {
    pages(&workbook(plan(), ledger, &order(Sheets::Filling, Whom::Party(education()))).expect("a form"))
}

#[test]
fn a_form_says_its_round() {
    let of = |day: &str, whom| {
        let made = Moment::from(iso_to_day(day).expect("a day")) * DAY;
        Order { made, ..order(Sheets::Filling, whom) }
    };
    let own = Whom::Party(education());
    let mut closed = ledger();
    let close = Change { key: third_quarter().id.key(), field: Field::Closed, value: "2021-09-20".into() };
    closed.set(close, MADE - 500);
    let mut winter = Ledger::default();
    make(&mut winter, "2021-12-01/2022-01-31", "冬季", "");
    let with = "填報單位：市教育局　　填報期：第三季度（7月1日至9月30日）　　文號：";
    for (what, ledger, order, head, has_column) in [
        ("in the round", ledger(), of("2021-09-30", own), with, true),
        ("until it is due", ledger(), of("2021-10-10", own), with, true),
        ("after it is due", ledger(), of("2021-10-11", own), "填報單位：市教育局　　文號：", false),
        ("closed", closed, of("2021-09-30", own), "填報單位：市教育局　　文號：", false),
        ("no rounds", said(&[]), of("2021-09-30", own), "填報單位：市教育局　　文號：", false),
        (
            "across years",
            winter,
            of("2021-12-30", own),
            "填報單位：市教育局　　填報期：冬季（2021年12月1日至2022年1月31日）",
            true,
        ),
        ("the coordinator's", ledger(), of("2021-09-30", Whom::Whole), "填報單位：統籌　　填報期：第三季度", false),
        ("given back", ledger(), Order { sheets: Sheets::Report, ..of("2021-09-30", own) }, with, true),
        (
            "a breakdown table",
            ledger(),
            Order { sheets: Sheets::Breakdown, ..of("2021-09-30", own) },
            "填報單位：市教育局　　文號：",
            false,
        ),
    ] {
        let all = pages(&workbook(plan(), &ledger, &order).expect("a workbook"));
        let rows = &all[0].rows;
        assert!(rows[1][1].starts_with(head), "{what}: {}", rows[1][1]);
        let head = if order.sheets == Sheets::Breakdown { HEAD - 1 } else { HEAD };
        assert_eq!(rows[head].iter().any(|cell| cell == "與上期相同"), has_column, "{what}: {:?}", rows[head]);
        let hidden = all.iter().find(|page| page.hidden).expect("the hidden sheet");
        let says = hidden.rows.iter().any(|row| row[0] == "round");
        assert_eq!(says, rows[1][1].contains("填報期"), "{what}: {:?}", hidden.rows);
        assert_eq!(rows[2][1].contains("在「與上期相同」欄選「√」"), has_column, "{what}: {}", rows[2][1]);
    }
}

/// It is offered a tick, and no cell is ticked but for what was confirmed in the round.
#[test]
fn what_was_confirmed_in_the_round_is_ticked() {
    let mut confirmed = ledger();
    for (n, day) in [(0, "2021-06-20"), (1, "2021-09-20")] {
        let key = MarkKey::Placed(education(), ids()[n]);
        confirmed.set(Change { key, field: Field::Confirmed, value: day.into() }, MADE - 700);
    }
    let bytes = workbook(plan(), &confirmed, &order(Sheets::Filling, Whom::Party(education()))).expect("a form");
    let sheet = &parts(&bytes)["xl/worksheets/sheet1.xml"];
    assert!(sheet.contains("<formula1>\"√\"</formula1>"), "{sheet}");
    let page = &pages(&bytes)[0];
    let at = column(page, "與上期相同");
    let cells: Vec<&str> =
        page.rows[FIRST..].iter().map(|row| row[at].as_str()).filter(|cell| !cell.is_empty()).collect();
    assert_eq!((cells, page.rows[FIRST + 1][at].as_str()), (vec!["√"], "√"));
    let read = back(&bytes, plan());
    assert_eq!((read.said.len(), read.round), (0, Some(third_quarter())), "it stood there already");
    // Given back, it is said; the tick that a person takes away takes nothing back.
    let given = workbook(plan(), &confirmed, &order(Sheets::Report, Whom::Party(education()))).expect("a form");
    let read = back(&given, plan());
    assert!(short(&read).contains(&(ids()[1], Field::Confirmed, "√", Known::Id)), "{:?}", read.said);
    let mut emptied = pages(&bytes);
    emptied[0].rows[FIRST + 1][at].clear();
    assert_eq!(back(&written(&emptied, &[]), plan()).said, []);
}

#[test]
fn a_tick_confirms_and_all_else_is_listed() {
    let form = form_of(&ledger());
    let at = column(&form[0], "與上期相同");
    for typed in
        ["√", " √ ", "✓", "✔", "是", "是。", "同", "相同", "同上期", "與上期相同", "与上期相同", "y", "Y", "Ｙ"]
    {
        let mut edited = form.clone();
        edited[0].rows[FIRST][at] = typed.into();
        let read = back(&written(&edited, &[]), plan());
        assert_eq!(short(&read), [(ids()[0], Field::Confirmed, "√", Known::Id)], "{typed}");
    }
    for (row, typed, why) in [
        (0, "否", Some(NotTaken::NoTick)),
        (0, "不同", Some(NotTaken::NoTick)),
        (0, "×", Some(NotTaken::NoTick)),
        (0, "n", Some(NotTaken::NoTick)),
        (0, "2021-09-30", Some(NotTaken::NoTick)),
        (0, "基本相同", Some(NotTaken::NoTick)),
        (2, "√", Some(NotTaken::NothingBefore)),
        (0, "", None),
        (0, "  ", None),
    ] {
        let mut edited = form.clone();
        edited[0].rows[FIRST + row][at] = typed.into();
        let read = back(&written(&edited, &[]), plan());
        assert_eq!(read.said, [], "{typed}");
        let faults: Vec<&Fault> = read
            .rows
            .iter()
            .filter_map(|row| if let Outcome::NotUnderstood(faults, 0) = &row.outcome { faults.first() } else { None })
            .collect();
        let expected = why.map(|why| Fault { column: Some(SAME), head: String::new(), text: typed.into(), why });
        assert_eq!(faults, expected.iter().collect::<Vec<_>>(), "{typed}");
        if let Some(why) = why {
            // What is put right comes back, in a form of the same round.
            let mut again = pages(
                &left_over(plan(), &Ledger::default(), &read, &order(Sheets::Filling, Whom::Whole))
                    .expect("what is left over"),
            );
            let (same, status) = (column(&again[0], "與上期相同"), column(&again[0], "狀態"));
            assert_eq!(again[0].rows[FIRST][same], typed);
            assert!(again[0].rows[FIRST][1].starts_with("與上期相同：“"), "{:?}", again[0].rows[FIRST]);
            again[0].rows[FIRST][same] = "√".into();
            if why == NotTaken::NothingBefore {
                again[0].rows[FIRST][status] = "推進中".into();
            }
            let read = back(&written(&again, &[]), plan());
            assert_eq!(read.round, Some(third_quarter()), "{typed}");
            assert!(read.said.iter().any(|said| said.field == Field::Confirmed), "{typed}: {:?}", read.rows);
        }
    }
    // A status that is given in the same row is a report that holds.
    let mut edited = form.clone();
    edited[0].rows[FIRST + 2][at] = "√".into();
    edited[0].rows[FIRST + 2][at + 1] = "推進中".into();
    let read = back(&written(&edited, &[]), plan());
    let expected = [(Field::Confirmed, "√"), (Field::Status, "under-way")];
    let taken: Vec<(Field, &str)> = read.said.iter().map(|said| (said.field, said.value.as_str())).collect();
    assert_eq!(taken, expected);
    for (words, why) in [
        (["这一栏只填“√”或留空", "這一欄只填「√」或留空", "only √ or nothing is understood here"], "否"),
        (["没有上期内容可沿用", "沒有上期內容可沿用", "could be the same"], "√"),
    ] {
        let mut edited = form.clone();
        edited[0].rows[FIRST + 2][at] = why.into();
        let bytes = written(&edited, &[]);
        let came = incoming("a.xlsx", &bytes, (plan(), &ledger()), (encodings, &decode), MADE).expect("a form");
        for (line, words) in came.left[0].iter().zip(words) {
            assert!(line.contains(words), "{words}: {line}");
        }
    }
}

/// The round is known by the hidden sheet, without it by what stands above the table; a tick is dated as all else in the file.
#[test]
fn a_form_comes_back_with_its_round() {
    let mut office = ledger();
    let form = form_of(&office);
    let at = column(&form[0], "與上期相同");
    let mut edited = form.clone();
    edited[0].rows[FIRST][at] = "√".into();
    let mut bare = edited.clone();
    bare.retain(|page| !page.hidden);
    let text = csv(plan(), &office, &order(Sheets::Filling, Whom::Party(education())));
    let mut nameless = bare.clone();
    nameless[0].rows[1][1] = "填報單位：市教育局".into();
    let mut gone = nameless.clone();
    gone[0].rows[2][0].clear();
    let by_days = RoundSaid { name: third_quarter().id.to_string(), ..third_quarter() };
    for (what, bytes, round) in [
        ("with all", written(&edited, &[]), Some(third_quarter())),
        ("without the hidden sheet", written(&bare, &[]), Some(third_quarter())),
        ("without its name", written(&nameless, &[]), Some(by_days)),
        ("without anything that says it", written(&gone, &[]), None),
        ("as comma-separated values", text.into_bytes(), Some(third_quarter())),
    ] {
        let now = MADE + DAY;
        let came = incoming("a", &bytes, (plan(), &office), (encodings, &decode), now).expect("a form");
        assert_eq!(came.round, round, "{what}");
    }
    let bytes = written(&edited, &[]);
    let now = Moment::from(iso_to_day("2021-10-02").expect("a day")) * DAY;
    let files = [incoming("a.xlsx", &bytes, (plan(), &office), (encodings, &decode), now).expect("a form")];
    let key = MarkKey::Placed(education(), ids()[0]);
    let dated: Vec<Moment> =
        files[0].ledger.versions(&key, Field::Confirmed).iter().map(|version| version.said).collect();
    let value = files[0].ledger.value(education(), ids()[0], Field::Confirmed).to_owned();
    assert_eq!(dated.into_iter().map(iso_date).collect::<Vec<_>>(), [value.as_str()], "the day of the file");
    let third = Rounds::of(&office).get(third_quarter().id).cloned().expect("the round");
    let counts = |ledger: &Ledger| ledger.mark(education(), ids()[0]).is_some_and(|mark: &Mark| third.counts(mark));
    assert!(!counts(&office));
    let gathering = Gathering::of(plan(), &office, &Receipts::default(), &files);
    assert_eq!((gathering.conflicts.len(), gathering.files[0].tally.new), (0, 1));
    let (_, receipts) = gathering.apply(plan(), &mut office, &Receipts::default(), &files, &[], now);
    assert!(counts(&office), "the report counts for the round");
    assert_eq!(receipts[0].round, Some(third_quarter()));
    assert_eq!(office.value(education(), ids()[0], Field::Status), "under-way", "and says what it said");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a round is called and whenever it is, a form of it comes back with it, unchanged.
    #[test]
    fn any_round_comes_back(first in 18_000_u32..19_000, days in 0_u32..400, name in "[第三季度（）() :：\"&<甲a-c]{0,8}", at in any::<u32>()) {
        let id = RoundId { from: first, until: first + days };
        let mut ledger = ledger();
        let own = [Field::Name, Field::Due].map(|field| Change { key: third_quarter().id.key(), field, value: String::new() });
        for change in own {
            ledger.set(change, MADE);
        }
        make(&mut ledger, &format!("{}/{}", iso_day(first.into()), iso_day((first + days).into())), &name, "");
        let made = Moment::from(first + at % (days + 1)) * DAY;
        let order = Order { made, ..order(Sheets::Filling, Whom::Party(education())) };
        let bytes = workbook(plan(), &ledger, &order).expect("a form");
        let read = back(&bytes, plan());
        let wanted = if name.trim().is_empty() { id.to_string() } else { name.trim().to_owned() };
        let round = Some(RoundSaid { id, name: wanted }).filter(|_| !name.is_empty());
        prop_assert_eq!(read.round, round.clone());
        prop_assert_eq!(read.said, vec![]);
        let mut bare = pages(&bytes);
        bare.retain(|page| !page.hidden);
        prop_assert_eq!(back(&written(&bare, &[]), plan()).round.map(|round| round.id), round.map(|round| round.id));
    }
}
