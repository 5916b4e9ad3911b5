//! The receipt on paper: what a file said, and what became of each field.

use crate::papers::{lay_out, same, text};
use yaodian::domain::gather::{Gathering, Incoming, Line, Receipt, Receipts, Source};
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::Plan;
use yaodian::domain::rounds::RoundSaid;
use yaodian::domain::script::Rendition;
use yaodian::element::html::html as html_of;
use yaodian::persist::embedded::plan as haidong;
use yaodian::persist::progress_file::{self, Head};
use yaodian::persist::receipts;
use yaodian::print::paper::sheets;
use yaodian::print::receipt::{self, ReceiptRequest};

/// 2021-09-30 in China.
const DAY: Moment = 1_632_988_800_000;

fn education(plan: &Plan) -> Party {
    plan.party_of_key("unit:市教育局").expect("a unit of the plan")
}

fn write(ledger: &mut Ledger, plan: &Plan, party: Party, said: &[(usize, Field, &str)], at: Moment) {
    let measures = plan.scope_measures(party);
    for (place, field, value) in said {
        let key = MarkKey::Placed(party, measures[*place]);
        ledger.set(Change { key, field: *field, value: (*value).to_owned() }, at);
    }
}

fn file(ledger: &Ledger, plan: &Plan, from: Option<Party>, copy: &str) -> Incoming {
    let text = progress_file::write(ledger, plan, &Head { from, copy, made: DAY });
    progress_file::read("市教育局-進度-2021-09-30.json", &text, "utf-8", plan).expect("a progress file")
}

/// What the unit gave back is brought into a ledger that says something else of one field; the ledger's word is kept there.
fn brought(plan: &Plan, from: Option<Party>) -> (Ledger, Receipt) {
    let who = education(plan);
    let (mut theirs, mut here) = (Ledger::default(), Ledger::default());
    let said = [
        (0, Field::Status, "done"),
        (0, Field::Progress, "4所幼兒園已交付使用。\n其餘3所正在裝修"),
        (1, Field::Status, "behind"),
        (1, Field::Problem, "用地未批"),
        (1, Field::NextStep, "10月底前報批"),
        (1, Field::Date, "2021-09-28"),
    ];
    write(&mut theirs, plan, who, &said, DAY);
    if from.is_none() {
        write(&mut theirs, plan, Party::Coordinator, &[(0, Field::Status, "done")], DAY);
    }
    write(&mut here, plan, who, &[(1, Field::Problem, "電話說：缺資金")], DAY - 60_000);
    let files = [file(&theirs, plan, from, "theirs")];
    let gathering = Gathering::of(plan, &here, &Receipts::default(), &files);
    let chosen: Vec<usize> = gathering
        .conflicts
        .iter()
        .map(|conflict| conflict.sides.iter().position(|side| side.sources.contains(&Source::Here)).expect("a side"))
        .collect();
    let now = DAY + 3_600_000;
    let (_, receipts) = gathering.apply(plan, &mut here, &Receipts::default(), &files, &chosen, now);
    (here, receipts.into_iter().next().expect("a receipt"))
}

fn printed(plan: &Plan, rendition: Rendition, ledger: &Ledger, receipt: &Receipt) -> String {
    let (paper, layout) = lay_out(receipt::paper(&ReceiptRequest { plan, rendition, ledger, receipt }));
    html_of(sheets(&paper, &layout))
}

#[test]
fn a_receipt_says_what_was_received_and_what_became_of_it() {
    let plan = haidong();
    let (ledger, receipt) = brought(&plan, Some(education(&plan)));
    same("receipt", &printed(&plan, Rendition::Record, &ledger, &receipt));
    let simplified = text(&printed(&plan, Rendition::Simplified, &ledger, &receipt));
    for said in ["收件回执", "填报单位市教育局", "2 条举措、6 栏，其中 1 栏未采用", "存在问题：未采用"]
    {
        assert!(simplified.contains(said), "{said} is in {simplified}");
    }
    assert!(!simplified.contains("填报期"), "no round was said: {simplified}");
    let id = "2021-07-01/2021-09-30".parse().expect("a round");
    let for_round = Receipt { round: Some(RoundSaid { id, name: "第三季度".into() }), ..receipt.clone() };
    same("receipt-round", &printed(&plan, Rendition::Record, &ledger, &for_round));
    let simplified = text(&printed(&plan, Rendition::Simplified, &ledger, &for_round));
    assert!(simplified.contains("填报期第三季度（2021年7月1日至2021年9月30日）"), "{simplified}");
    let digest: String = receipt.digest.chars().take(4).collect();
    assert!(simplified.contains(&digest), "the digest is in {simplified}");
}

#[test]
fn words_that_were_changed_since_are_said_to_be_gone() {
    let plan = haidong();
    let (mut ledger, receipt) = brought(&plan, Some(education(&plan)));
    // The history of a field keeps a few days.
    for day in 1..7 {
        let at = DAY + day * 86_400_000;
        write(&mut ledger, &plan, education(&plan), &[(0, Field::Progress, &format!("第{day}天"))], at);
    }
    let page = text(&printed(&plan, Rendition::Record, &ledger, &receipt));
    assert!(page.contains("進展情況：（內容後來已改，本表不再載明）"), "{page}");
    assert!(!page.contains("第6天"), "nothing that the file did not say: {page}");
}

#[test]
fn words_that_were_never_taken_are_not_said_to_have_been_changed() {
    let plan = haidong();
    let who = education(&plan);
    let (mut theirs, mut here) = (Ledger::default(), Ledger::default());
    let said = [(0, Field::Progress, "五月的進展"), (0, Field::Problem, "寫了又擦"), (1, Field::Problem, "用地未批")];
    write(&mut theirs, &plan, who, &said, DAY);
    write(&mut theirs, &plan, who, &[(0, Field::Problem, "")], DAY + 1000);
    let older = file(&theirs, &plan, Some(who), "theirs");
    write(&mut theirs, &plan, who, &[(0, Field::Progress, "九月的進展")], DAY + 2000);
    // The later file comes first, and what the earlier one says of a field never stands here.
    let later = file(&theirs, &plan, Some(who), "theirs");
    let mut receipts = Receipts::default();
    for (minute, came) in [(10, later), (20, older)] {
        let files = [came];
        let gathering = Gathering::of(&plan, &here, &receipts, &files);
        let (_, new) = gathering.apply(&plan, &mut here, &receipts, &files, &[], DAY + minute * 60_000);
        receipts = Receipts::new(receipts.all().iter().cloned().chain(new).collect());
    }
    let [_, receipt] = receipts.all() else { panic!("two receipts: {receipts:?}") };
    // It has them, should the later file be taken back, and says that newer ones stand.
    let page = text(&printed(&plan, Rendition::Record, &here, receipt));
    assert!(page.contains("進展情況：五月的進展") && page.contains("已有較新內容"), "{page}");
    assert!(!page.contains("未採用"), "{page}");
    // A receipt of an earlier release does not.
    let lines = receipt.lines.iter().map(|line| Line { declined: None, ..line.clone() }).collect();
    let receipt = &Receipt { lines, ..receipt.clone() };
    for (rendition, said) in [
        (Rendition::Record, "進展情況：（較舊的內容，沒有留存，本表不載明）"),
        (Rendition::Simplified, "进展情况：（较旧的内容，没有留存，本表不载明）"),
    ] {
        let page = text(&printed(&plan, rendition, &here, receipt));
        assert!(page.contains(said), "{page}");
        assert!(!page.contains("後來已改") && !page.contains("后来已改"), "{page}");
        // What was written and rubbed out before the file was made was never said.
        assert!(!page.contains("清空") && page.contains("2 "), "{page}");
    }
    assert_eq!((receipt.marks(), receipt.said().count(), receipt.lines.len()), (2, 2, 3));
}

#[test]
fn what_a_file_emptied_is_said_to_be_emptied() {
    let plan = haidong();
    let who = education(&plan);
    let (mut theirs, mut here) = (Ledger::default(), Ledger::default());
    write(&mut theirs, &plan, who, &[(0, Field::Problem, "用地未批")], DAY);
    let first = file(&theirs, &plan, Some(who), "theirs");
    write(&mut theirs, &plan, who, &[(0, Field::Problem, "")], DAY + 86_400_000);
    let second = file(&theirs, &plan, Some(who), "theirs");
    let mut receipts = Receipts::default();
    for (hour, came) in [(1, first), (30, second)] {
        let files = [came];
        let gathering = Gathering::of(&plan, &here, &receipts, &files);
        let (_, new) = gathering.apply(&plan, &mut here, &receipts, &files, &[], DAY + hour * 3_600_000);
        receipts = Receipts::new(receipts.all().iter().cloned().chain(new).collect());
    }
    let page = text(&printed(&plan, Rendition::Record, &here, &receipts.all()[1]));
    assert!(page.contains("存在問題：（已清空）已採用"), "{page}");
}

#[test]
fn a_whole_ledger_stands_under_the_names_of_its_parties() {
    let plan = haidong();
    let (ledger, receipt) = brought(&plan, None);
    let page = text(&printed(&plan, Rendition::Record, &ledger, &receipt));
    assert!(page.contains("填報單位整份台賬"), "{page}");
    assert!(page.contains("處理統籌1.1") && page.contains("已銷號"), "the coordinator's own marks come first: {page}");
    assert!(page.contains("市教育局2.1"), "{page}");
}

/// Whoever sent a spreadsheet learns from the receipt what of it was not taken, and why.
#[test]
fn what_was_not_understood_is_on_the_receipt() {
    let plan = haidong();
    let who = education(&plan);
    let mut theirs = Ledger::default();
    write(&mut theirs, &plan, who, &[(0, Field::Status, "done")], DAY);
    for (lines, listed, more) in [(0, 0, ""), (2, 2, ""), (60, 50, "另有 10 處沒有列出")] {
        let mut came = file(&theirs, &plan, Some(who), "theirs");
        came.left = (1..=lines).map(|n| ["读不懂", "讀不懂", "unread"].map(|why| format!("第{n}行：{why}"))).collect();
        let (mut here, files) = (Ledger::default(), [came]);
        let gathering = Gathering::of(&plan, &here, &Receipts::default(), &files);
        let (_, new) = gathering.apply(&plan, &mut here, &Receipts::default(), &files, &[], DAY);
        // As it is kept and read again.
        let stored = receipts::write(&new[0], &plan);
        let receipt = receipts::read(&stored, &new[0].id, &plan).expect("a receipt");
        assert_eq!(receipt, new[0], "{stored}");
        let page = text(&printed(&plan, Rendition::Record, &here, &receipt));
        assert_eq!(page.matches("：讀不懂").count(), listed, "{page}");
        assert_eq!(page.contains(&format!("；另有 {lines} 處沒有讀懂，未採用")), lines > 0, "{page}");
        assert!(page.contains(more), "{page}");
        let simplified = text(&printed(&plan, Rendition::Simplified, &here, &receipt));
        assert_eq!(simplified.matches("：读不懂").count(), listed, "{simplified}");
    }
}

#[test]
fn what_a_file_says_stays_text() {
    let plan = haidong();
    let (ledger, receipt) = brought(&plan, Some(education(&plan)));
    let receipt = Receipt { name: "<script>alert(1)</script>.json".to_owned(), digest: "<b>".to_owned(), ..receipt };
    let page = printed(&plan, Rendition::Record, &ledger, &receipt);
    assert!(page.contains("&lt;script>") || page.contains("&lt;script&gt;"), "{page}");
    assert!(!page.contains("<script"), "{page}");
}
