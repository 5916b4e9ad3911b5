//! The desk on which files lie that came back: what is said of each, and what is offered.

use crate::forms::unit;
use crate::ledger::plan as haidong;
use crate::offer::nothing;
use crate::papers::text;
use crate::totals::between;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use yaodian::domain::fault::LedgerFileError;
use yaodian::domain::gather::{Gathering, Incoming, Receipt, Receipts};
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::rounds::{RoundId, RoundSaid};
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
use yaodian::persist::progress_file::{self, Head};
use yaodian::route::{ListView, Route};
use yaodian::state::{Offer, Store};
use yaodian::views::data;
use yaodian::views::gather::arriving::Arriving;
use yaodian::views::gather::desk::{Desk, Hands, Read};
use yaodian::views::gather::gather;
use yaodian::views::print::{requested, then};

/// 2021-09-30 in China.
const NOW: Moment = 1_632_988_800_000;

/// What stands in the view of bringing together with these files on the desk, a line for each paragraph and cell.
fn shown(lang: Lang, mine: &Ledger, hands: Hands, files: &[Read]) -> (String, String) {
    Owner::new().with(|| {
        let store = Store::new(haidong().clone(), Settings::default(), lang, || NOW);
        provide_context(store);
        store.take_in(mine);
        let desk = Desk::new(store, hands);
        let take = desk.take();
        take((0..).zip(files.iter().cloned()).collect());
        let page = html(gather(desk));
        let ends = ["</label>", "</summary>", "</li>", "</p>", "</td>", "</th>", "</button>", "</h3>", "</legend>"];
        let lines = ends.iter().fold(page.clone(), |page, end| page.replace(end, &["\n", *end].concat()));
        (page, text(&lines))
    })
}

/// A report of a unit that says this.
fn report(says: &[(Field, &str)]) -> Incoming {
    let party = unit(haidong(), "市教育局");
    let key = MarkKey::Placed(party, haidong().scope_measures(party)[0]);
    let mut ledger = Ledger::default();
    for (field, value) in says {
        ledger.set(Change { key: key.clone(), field: *field, value: (*value).to_owned() }, NOW - 1000);
    }
    let head = Head { from: Some(party), copy: "its", made: NOW };
    let text = progress_file::write(&ledger, haidong(), &head);
    progress_file::read("a.json", &text, "utf-8", haidong()).expect("a progress file")
}

#[test]
fn of_which_plan_a_file_is_stands_beside_it() {
    let other = Incoming { other_copy: true, ..report(&[(Field::Status, "done")]) };
    let refused = |plan: &str| {
        Err(Offer::Refused { name: "b.json".into(), error: LedgerFileError::OtherPlan { plan: plan.into() } })
    };
    let title = haidong().text(haidong().meta.title);
    for (lang, file, line) in [
        (Lang::ZhHans, Ok(other.clone()), "属于同一要点的另一份（文字相同，分开保存），可以照常合并。"),
        (Lang::ZhHant, Ok(other.clone()), "屬於同一要點的另一份（文字相同，分開保存），可以照常合併。"),
        (
            Lang::En,
            Ok(other),
            "Made for another copy of this plan, kept apart with the same text: it can be merged as usual.",
        ),
        (Lang::ZhHant, refused("某縣2022年工作要點"), "這是另一份工作要點（某縣2022年工作要點）的進度。"),
        (Lang::ZhHant, refused(title), "這是標題相同、內容不同的另一份工作要點的進度。"),
        (Lang::ZhHans, refused(title), "这是标题相同、内容不同的另一份工作要点的进度。"),
        (Lang::En, refused(title), "This is the progress of another plan, with the same title and a different text."),
    ] {
        let (_, shown) = shown(lang, &Ledger::default(), nothing().hands, &[file]);
        assert!(shown.lines().any(|there| there == line), "{line} is not in:\n{shown}");
    }
    let (_, shown) =
        shown(Lang::ZhHans, &Ledger::default(), nothing().hands, &[Ok(report(&[(Field::Status, "done")]))]);
    assert!(!shown.contains("另一份"), "{shown}");
}

/// What it is, the ledger here, the files, the buttons that are offered, how many files have nothing new, what is said of all.
type Case = (&'static str, Ledger, Vec<Read>, &'static [&'static str], usize, &'static str);

/// The names of the buttons that bring files in.
fn offered(page: &str) -> Vec<&'static str> {
    ["merge", "note"].into_iter().filter(|id| page.contains(&format!("id=\"{id}\""))).collect()
}

#[test]
fn what_has_nothing_new_is_said_to_have_nothing_and_is_not_merged() {
    let says = [(Field::Status, "done"), (Field::Progress, "已開工")];
    let (same, other) = (report(&says), report(&[(Field::Status, "behind")]));
    let here = same.ledger.clone();
    let handed = Incoming { handed: true, ..same.clone() };
    let empty = Incoming { ledger: Ledger::default(), ..same.clone() };
    let bad = || Err(Offer::Unreadable { name: "b.json".into() });
    let cases: [Case; 8] = [
        ("new", Ledger::default(), vec![Ok(same.clone())], &["merge"], 0, "1 个文件可以合并。现有进度还没有改动。"),
        (
            "known words",
            here.clone(),
            vec![Ok(same.clone())],
            &["note"],
            1,
            "1 个文件没有新内容。现有进度没有任何改动。",
        ),
        (
            "of a page that was handed out",
            here.clone(),
            vec![Ok(handed)],
            &[],
            1,
            "1 个文件没有新内容。现有进度没有任何改动。",
        ),
        ("nothing at all", here.clone(), vec![Ok(empty)], &[], 1, "1 个文件没有新内容。现有进度没有任何改动。"),
        (
            "the same file twice",
            here.clone(),
            vec![Ok(same.clone()), Ok(same.clone())],
            &["note"],
            2,
            "2 个文件没有新内容。现有进度没有任何改动。",
        ),
        ("a conflict", here.clone(), vec![Ok(other)], &["merge"], 0, "1 个文件可以合并。现有进度还没有改动。"),
        (
            "all sorts",
            Ledger::default(),
            vec![Ok(same.clone()), Ok(same.clone()), Ok(Incoming::default()), bad()],
            &["merge"],
            1,
            "2 个文件可以合并，1 个没有新内容，1 个不能合并，原因见下。现有进度还没有改动。",
        ),
        ("none", here.clone(), vec![bad()], &[], 0, "1 个文件不能合并，原因见下。现有进度没有任何改动。"),
    ];
    for (what, mine, files, buttons, without, line) in cases {
        let (page, shown) = shown(Lang::ZhHans, &mine, nothing().hands, &files);
        assert_eq!(offered(&page), buttons, "{what}");
        assert!(shown.lines().any(|there| there == line), "{what}: {line} is not in:\n{shown}");
        assert_eq!(shown.lines().filter(|line| *line == "没有新内容。").count(), without, "{what}:\n{shown}");
    }
    for (lang, line, button) in [
        (Lang::ZhHans, "没有新内容。", "仅登记收到 1 个文件"),
        (Lang::ZhHant, "沒有新內容。", "僅登記收到 1 個檔案"),
        (Lang::En, "Nothing new.", "Only record the receipt of 1 file"),
    ] {
        let (_, shown) = shown(lang, &here, nothing().hands, &[Ok(same.clone())]);
        for line in [line, button] {
            assert!(shown.lines().any(|there| there == line), "{line} is not in:\n{shown}");
        }
    }
    // A file that was brought in before leaves no second receipt.
    let known = Hands { receipts: |_| (brought_before(None), 0), ..nothing().hands };
    let (page, shown) = self::shown(Lang::ZhHans, &here, known, &[Ok(same)]);
    assert_eq!(offered(&page), [""; 0], "{shown}");
}

fn third_quarter() -> RoundSaid {
    RoundSaid { id: "2021-07-01/2021-09-30".parse().expect("a round"), name: "第三季度".into() }
}

/// The rounds here: the second quarter, closed if a day is given, and the third.
fn quarters(closed: Option<&str>) -> Ledger {
    let mut ledger = Ledger::default();
    for (days, name, due) in
        [("2021-04-01/2021-06-30", "第二季度", "2021-07-10"), ("2021-07-01/2021-09-30", "第三季度", "2021-10-10")]
    {
        let id: RoundId = days.parse().expect("a round");
        let mut set = |field, value: &str| {
            ledger.set(Change { key: id.key(), field, value: value.to_owned() }, NOW - 1000);
        };
        set(Field::Name, name);
        set(Field::Due, due);
        closed.filter(|_| name == "第二季度").into_iter().for_each(|day| set(Field::Closed, day));
    }
    ledger
}

#[test]
fn for_which_round_a_file_is_stands_beside_it() {
    let of = |days: &str, name: &str| {
        let round = RoundSaid { id: days.parse().expect("a round"), name: name.into() };
        Ok(Incoming { round: Some(round), ..report(&[(Field::Status, "done")]) })
    };
    let (second, third) = (of("2021-04-01/2021-06-30", "第二季度"), of("2021-07-01/2021-09-30", "第三季度"));
    let strange = of("2020-07-01/2020-09-30", "去年");
    let warnings =
        ["不属于正在填报的一期", "这一期已于", "这里没有这一期", "不屬於正在填報", "It is not for", "That round was"];
    for (lang, mine, file, said, warned) in [
        (Lang::ZhHans, quarters(None), &third, "填报期：第三季度（2021-07-01 至 2021-09-30）", None),
        (
            Lang::ZhHans,
            quarters(None),
            &second,
            "填报期：第二季度（2021-04-01 至 2021-06-30）",
            Some("不属于正在填报的一期（第三季度）。"),
        ),
        (
            Lang::ZhHant,
            quarters(None),
            &second,
            "填報期：第二季度（2021-04-01 至 2021-06-30）",
            Some("不屬於正在填報的一期（第三季度）。"),
        ),
        (
            Lang::En,
            quarters(None),
            &second,
            "Round: 第二季度 (2021-04-01 to 2021-06-30)",
            Some("It is not for the round that is open (第三季度)."),
        ),
        (
            Lang::ZhHans,
            quarters(Some("2021-07-12")),
            &second,
            "填报期：第二季度（2021-04-01 至 2021-06-30）",
            Some("这一期已于 2021-07-12 结束：合并后计入现在的进度，不改变结束时的台账。"),
        ),
        (Lang::ZhHans, quarters(None), &strange, "填报期：去年（2020-07-01 至 2020-09-30）", Some("这里没有这一期。")),
    ] {
        let (_, shown) = shown(lang, &mine, nothing().hands, std::slice::from_ref(file));
        assert!(shown.lines().any(|line| line == said), "{said} is not in:\n{shown}");
        let found: Vec<&str> =
            shown.lines().filter(|line| warnings.iter().any(|warning| line.starts_with(warning))).collect();
        assert_eq!(found, warned.into_iter().collect::<Vec<_>>(), "{said}:\n{shown}");
    }
    let silent = Ok(report(&[(Field::Status, "done")]));
    let (_, shown) = shown(Lang::ZhHans, &quarters(None), nothing().hands, &[silent]);
    assert!(!shown.contains("填报期"), "what says no round is told of none:\n{shown}");
    // Its receipt says it, too.
    let hands = Hands { receipts: |_| (brought_before(Some(third_quarter())), 0), ..nothing().hands };
    let (_, shown) = self::shown(Lang::ZhHans, &quarters(None), hands, &[]);
    assert!(shown.contains(" · 填报期：第三季度（2021-07-01 至 2021-09-30） · "), "{shown}");
}

/// The receipt of a report that was brought in.
fn brought_before(round: Option<RoundSaid>) -> Receipts {
    let files = [Incoming { round, ..report(&[(Field::Status, "done"), (Field::Progress, "已開工")]) }];
    let mut ledger = Ledger::default();
    let gathering = Gathering::of(haidong(), &ledger, &Receipts::default(), &files);
    Receipts::new(gathering.apply(haidong(), &mut ledger, &Receipts::default(), &files, &[], NOW).1)
}

/// What a merge leaves alone is no change, and is not told as one.
#[test]
fn only_what_a_merge_changes_is_listed() {
    let mut file = report(&[(Field::Status, "done"), (Field::Problem, "問題")]);
    let key = file.ledger.marks()[0].0.clone();
    let older = Change { key: key.clone(), field: Field::Progress, value: "較舊的".into() };
    file.ledger.set(older, NOW - 3 * 86_400_000);
    // What the file says was known here before something newer was written.
    let mut mine = file.ledger.only(|_, field| field == Field::Progress);
    mine.set(Change { key, field: Field::Progress, value: "較新的".into() }, NOW - 500);
    for (lang, more) in [
        (Lang::ZhHans, "另有 1 栏，现有的内容较新或早已选定，合并后不变。"),
        (Lang::ZhHant, "另有 1 欄，現有的內容較新或早已選定，合併後不變。"),
        (Lang::En, "1 more field stays as it is: what is here is newer, or was settled."),
    ] {
        let (_, shown) = shown(lang, &mine, nothing().hands, &[Ok(file.clone())]);
        assert!(!shown.contains("較舊的"), "{shown}");
        assert!(shown.contains("問題") && shown.lines().any(|line| line == more), "{more}:\n{shown}");
    }
    // What contradicts is listed, as it may be chosen.
    let mut other = Ledger::default();
    let key = file.ledger.marks()[0].0.clone();
    other.set(Change { key, field: Field::Progress, value: "別的".into() }, NOW - 500);
    let (_, shown) = shown(Lang::ZhHans, &other, nothing().hands, &[Ok(file)]);
    assert!(shown.lines().any(|line| line == "2.1 市教育局 · 进展情况：別的 → 較舊的"), "{shown}");
}

#[test]
fn a_long_list_says_how_much_more_there_is() {
    let party = unit(haidong(), "市發展改革委");
    let mut ledger = Ledger::default();
    let mut fields = 0;
    for id in haidong().scope_measures(party) {
        for field in [Field::Status, Field::Progress, Field::Problem, Field::NextStep] {
            let value = if field == Field::Status { "done" } else { "幾句話" };
            ledger.set(Change { key: MarkKey::Placed(party, id), field, value: value.into() }, NOW - 1000);
            fields += 1;
        }
    }
    let file = Incoming { ledger, ..report(&[]) };
    let (_, shown) = shown(Lang::ZhHans, &Ledger::default(), nothing().hands, &[Ok(file)]);
    assert!(fields > 100, "{fields}");
    assert!(shown.lines().any(|line| line == format!("另有 {} 项没有列出。", fields - 100)), "{shown}");
}

/// Files of one name are told apart by numbers; the same file once more is none of its own.
#[test]
fn files_of_one_name_are_told_apart() {
    let of = |status: &str| {
        let file = report(&[(Field::Status, status)]);
        Ok(Incoming { copy: Some(status.to_owned()), ..file })
    };
    let files = [of("done"), of("behind"), of("done"), of("done")];
    let (page, shown) = shown(Lang::ZhHans, &Ledger::default(), nothing().hands, &files);
    let lines = |wanted: &str| shown.lines().filter(|line| line.trim() == wanted).count();
    for (line, count) in [
        ("a.json (1)", 3),
        ("a.json (2)", 1),
        ("“a.json (1)”的", 1),
        ("“a.json (2)”的", 1),
        ("已完成 — “a.json (1)”的 · 填报单位自己的文件 · 2021-09-30 15:59", 1),
        ("滞后 — “a.json (2)”的 · 填报单位自己的文件 · 2021-09-30 15:59", 1),
        ("与“a.json (1)”内容相同。", 2),
    ] {
        assert_eq!(lines(line), count, "{line}:\n{shown}");
    }
    assert_eq!(page.matches("name=\"conflict-rule\"").count(), 4, "two rules for all, and one for each of two files");
    let (_, shown) = self::shown(Lang::ZhHans, &Ledger::default(), nothing().hands, &[of("done"), of("done")]);
    assert!(!shown.contains("(1)"), "the same file twice needs no number: {shown}");
    // What stands here came in a file, too.
    let mine = report(&[(Field::Status, "done"), (Field::Progress, "已開工")]).ledger;
    let known = Hands { receipts: |_| (brought_before(None), 0), ..nothing().hands };
    let other = Incoming { copy: Some("another".into()), ..report(&[(Field::Status, "behind")]) };
    let other = Incoming { from: None, name: "b.json".into(), ..other };
    let (_, shown) = self::shown(Lang::ZhHans, &mine, known, &[Ok(other)]);
    let line = "已完成 — 现有的 · “a.json”的 · 填报单位自己的文件 · 2021-09-30 15:59";
    assert!(shown.lines().any(|there| there.trim() == line), "{line}:\n{shown}");
}

#[test]
fn whose_a_spreadsheet_is_stands_beside_it() {
    let table = |file: Incoming| Ok(Incoming { table: true, copy: Some("form-1-".into()), ..file });
    let strange = Incoming { from: Some("unit:市鐵路局".into()), ledger: Ledger::default(), ..report(&[]) };
    let guessed = Incoming { guessed: true, ..report(&[(Field::Status, "done")]) };
    let nobodys = Incoming { from: None, ledger: Ledger::default(), ..report(&[]) };
    for (file, lines) in [
        (table(strange), &["市鐵路局", "表里写的填报单位是“市鐵路局”，这份要点里没有这个单位。"][..]),
        (table(guessed), &["市教育局", "表内未写明填报单位，按文件名认作上面这个单位，请核对。"][..]),
        (table(nobodys), &["没有注明"][..]),
    ] {
        let (_, shown) = shown(Lang::ZhHans, &Ledger::default(), nothing().hands, &[file]);
        for line in lines {
            assert!(shown.lines().any(|there| there == *line), "{line} is not in:\n{shown}");
        }
        assert!(!shown.contains("整份台账"), "{shown}");
    }
}

/// Files that come to the desk at once, with their places.
type Lot = Vec<(u32, Read)>;

/// However many files come one after the other, the desk is drawn a few times, in their order, and has all of them in the end.
#[test]
fn many_files_come_to_the_desk_in_lots() {
    for count in [1, 2, 3, 300] {
        let lots: Rc<RefCell<Vec<Lot>>> = Rc::default();
        let taken = lots.clone();
        let arriving = Arriving::new(Rc::new(move |lot| taken.borrow_mut().push(lot)));
        let mut turn = 0;
        for place in 0..count {
            let before = turn;
            turn = arriving.put(place, Err(Offer::Unreadable { name: place.to_string() }));
            if place > 0 {
                // Something came since.
                arriving.rest(before);
            }
        }
        assert_eq!(lots.borrow()[0].len(), 1, "the first is shown at once");
        arriving.rest(turn);
        arriving.rest(turn);
        let lots = lots.borrow();
        assert!(lots.len() <= 10, "{count}: {} lots", lots.len());
        let places: Vec<u32> = lots.concat().into_iter().map(|(place, _)| place).collect();
        assert_eq!(places, (0..count).collect::<Vec<_>>());
    }
}

#[test]
fn what_is_doubtful_in_a_spreadsheet_stands_beside_it() {
    let left = vec![["读不懂", "讀不懂", "unread"].map(str::to_owned)];
    let unread = Incoming { table: true, left: left.clone(), ledger: Ledger::default(), ..report(&[]) };
    let partly = Incoming { table: true, left, ..report(&[(Field::Status, "done")]) };
    let years = Incoming { years: 2, ..report(&[(Field::Date, "2021-09-30")]) };
    let to_come = report(&[(Field::Date, "2099-01-01")]);
    let [no_news, no_year, later] = ["没有新内容", "没有写年份", "在今天以后"];
    for (what, file, headline, said) in [
        ("unread", unread, "1 个文件不能合并，原因见下", &["没有一处可以识别，未采用任何内容。"][..]),
        ("partly", partly, "1 个文件可以合并", &[]),
        ("no year", years, "1 个文件可以合并", &["2 处填报日期没有写年份，是按要点的年份算的，请核对。"]),
        ("to come", to_come, "1 个文件可以合并", &["1 处填报日期在今天以后，请核对。"]),
    ] {
        let (_, shown) = shown(Lang::ZhHans, &Ledger::default(), nothing().hands, &[Ok(file)]);
        assert!(shown.contains(headline), "{what}:\n{shown}");
        for line in said {
            assert!(shown.lines().any(|there| there == *line), "{what}: {line} is not in:\n{shown}");
        }
        for doubt in [no_news, no_year, later] {
            assert_eq!(
                shown.contains(doubt),
                said.iter().any(|line| line.contains(doubt)),
                "{what}, {doubt}:\n{shown}"
            );
        }
    }
    // What becomes of what is not counted is said once, with the list of it.
    let stranger = MarkKey::Placed(unit(haidong(), "市醫保局"), haidong().measures().last().expect("one").id);
    let mut file = report(&[(Field::Status, "done")]);
    file.ledger.set(Change { key: stranger, field: Field::Status, value: "done".into() }, NOW - 1000);
    let (_, shown) = shown(Lang::ZhHans, &Ledger::default(), nothing().hands, &[Ok(file)]);
    assert_eq!(shown.matches("原样留存").count(), 1, "{shown}");
}

/// Two receipts of one unit, and one of another's.
fn three_receipts() -> Receipts {
    let mut ledger = Ledger::default();
    let mut all = Vec::new();
    for (n, says) in [(0, "一"), (1, "二")] {
        let files = [report(&[(Field::Progress, says)])];
        let known = Receipts::new(all.clone());
        let gathering = Gathering::of(haidong(), &ledger, &known, &files);
        all.extend(gathering.apply(haidong(), &mut ledger, &known, &files, &[], NOW + n).1);
    }
    all.push(Receipt { id: "7-0123456789abcdef".into(), from: Some("unit:市財政局".into()), ..all[0].clone() });
    Receipts::new(all)
}

#[test]
fn the_receipt_beside_which_it_says_print_is_printed() {
    let hands = Hands { receipts: |_| (three_receipts(), 0), ..nothing().hands };
    let (page, _) = shown(Lang::ZhHans, &Ledger::default(), hands, &[]);
    Owner::new().with(|| {
        let store = Store::new(haidong().clone(), Settings::default(), Lang::ZhHans, || NOW);
        provide_context(store);
        let links: Vec<&str> = page
            .split("href=\"")
            .skip(1)
            .filter_map(|link| link.split('"').next())
            .filter(|link| link.contains("receipts"))
            .collect();
        let mut printed = Vec::new();
        for link in &links {
            let link = link.replace("&amp;", "&");
            store.open_address(&link);
            assert_eq!(store.open_now(), link, "the address is written as it is read");
            let papers = untrack(|| requested(store, |_| (three_receipts(), 0), then(store, |_, _| None), ""));
            printed.push(papers.iter().map(|paper| paper.foot.clone()).collect::<Vec<_>>());
        }
        // All of them first, then each alone, the newest first.
        assert_eq!(printed.iter().map(Vec::len).collect::<Vec<_>>(), [3, 1, 1, 1], "{links:?}");
        assert_eq!(printed[1..].concat(), printed[0]);
    });
}

#[test]
fn what_was_never_said_is_not_said_to_have_been_emptied() {
    let files = [Ok(report(&[(Field::Status, "done"), (Field::Progress, "已開工")]))];
    let written = report(&[(Field::Progress, "電話說已開工")]).ledger;
    let mut rubbed_out = written.clone();
    let key = written.marks()[0].0.clone();
    rubbed_out.set(Change { key, field: Field::Progress, value: String::new() }, NOW - 500);
    for (what, mine, line) in [
        ("never said", Ledger::default(), "2.1 市教育局 · 进展情况：已開工"),
        ("written and rubbed out", rubbed_out, "2.1 市教育局 · 进展情况：已開工"),
        ("said otherwise", written, "2.1 市教育局 · 进展情况：電話說已開工 → 已開工"),
    ] {
        let (_, shown) = shown(Lang::ZhHans, &mine, nothing().hands, &files);
        assert!(shown.lines().any(|there| there == line), "{what}: {line} is not in:\n{shown}");
        assert!(shown.lines().any(|there| there == "2.1 市教育局 · 状态：未填报 → 已完成"), "{what}:\n{shown}");
        assert!(!shown.contains("清空"), "{what}:\n{shown}");
    }
}

/// The sections of the data view and who is offered to report, in their order, where this list was open last in a browser that
/// reports for this party.
fn data_view(list: Party, own: Option<Party>) -> (Vec<&'static str>, Vec<String>) {
    let page = Owner::new().with(|| {
        let store = Store::new(haidong().clone(), Settings::default(), Lang::ZhHant, || NOW);
        provide_context(store);
        store.identify(own);
        let view = ListView { party: list, ..ListView::default() };
        store.open_address(&Route::List(view).address(haidong()));
        store.open_address("#/data");
        html(data::data(nothing()))
    });
    let place = |id: &str| page.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no {id}"));
    let mut sections = vec!["give", "gather", "hand-out", "offer"];
    sections.sort_by_key(|id| place(id));
    let options = between(&page, "<select id=\"give-as\"", "</select>").split("</option>");
    let names = options.map(|option| text(option.split_once("<option").map_or("", |(_, option)| option)));
    (sections, names.filter(|name| !name.is_empty()).collect())
}

#[test]
fn a_units_data_view_is_about_its_report() {
    let education = Some(unit(haidong(), "市教育局"));
    let (finance, all) = (unit(haidong(), "市財政局"), haidong().parties().count());
    for (what, list, own, first) in [
        ("a unit's list was open", finance, None, "市財政局"),
        ("it is a unit's browser", unit(haidong(), "市教育局"), education, "市教育局"),
        ("a unit's browser, and the coordinator's list was looked at", Party::Coordinator, education, "市教育局"),
        ("a unit's browser, and another's list was looked at", finance, education, "市教育局"),
        ("a locality's list was open", Party::Locality(0), None, "樂都區"),
    ] {
        let (sections, parties) = data_view(list, own);
        assert_eq!(sections, ["give", "offer", "gather", "hand-out"], "{what}");
        assert!(parties[0].ends_with(first), "{what}: {parties:?}");
        assert!(parties[all - 1].contains("統籌"), "{what}: {parties:?}");
        assert_eq!(parties.len(), all, "{what}: each once");
    }
    let (sections, parties) = data_view(Party::Coordinator, None);
    assert_eq!(sections, ["gather", "hand-out", "give", "offer"]);
    assert!(parties[0].contains("統籌"), "{parties:?}");
    assert_eq!(parties.len(), all);
}
