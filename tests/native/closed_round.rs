//! The papers of a closed round: of the ledger as it was kept, on the day of closing, with the reports that were made for it; and of a
//! round of which there is no state nothing.

use crate::ledger::{measure, plan};
use crate::papers::{html as on_sheets, same, text};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use yaodian::domain::calendar::{DAY, iso_to_day};
use yaodian::domain::filter::Filter;
use yaodian::domain::gather::Receipts;
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::Field;
use yaodian::domain::ordered::Ordered;
use yaodian::domain::party::Party;
use yaodian::domain::plan::MeasureId;
use yaodian::domain::rounds::RoundId;
use yaodian::domain::script::Rendition;
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
use yaodian::print::paper::Paper;
use yaodian::route::{ListView, PaperKind, Print, Route};
use yaodian::state::Store;
use yaodian::views::print::{Browser, Job, requested, then, toolbar};
use yaodian::views::rounds::{Frozen, rounds};
use yaodian::views::{dues, lazy};

const FIRST: &str = "2021-01-01_2021-03-31";
const SECOND: &str = "2021-04-01_2021-06-30";
const THIRD: &str = "2021-07-01_2021-09-30";

thread_local! {
    /// What the clock of the page shows.
    static NOW: Cell<Moment> = const { Cell::new(0) };
    /// The ledger of the first round, as it was kept.
    static KEPT: RefCell<Option<Ledger>> = const { RefCell::new(None) };
}

fn load(_: Store, round: RoundId) -> Option<Ledger> {
    KEPT.with_borrow(Option::clone).filter(|_| round == id(FIRST))
}

fn id(days: &str) -> RoundId {
    days.replace('_', "/").parse().expect("a round")
}

fn go_to(day: &str) {
    NOW.set(Moment::from(iso_to_day(day).expect("a day")) * DAY + 4 * 3_600_000);
}

fn education() -> Party {
    Party::Unit(plan().unit_named("市教育局").expect("a unit of the plan"))
}

/// A page in June: the first round is closed and kept, the second closed elsewhere, the third open; since the first was closed the
/// reports changed.
fn with_page(test: impl FnOnce(Store)) {
    Owner::new().with(|| {
        go_to("2021-01-05");
        dues::bring();
        let store = Store::new(
            plan().clone(),
            Settings { rendition: Some(Rendition::Record), ..Settings::default() },
            Lang::ZhHans,
            || NOW.get(),
        );
        provide_context(store);
        lazy::provide(|_| ());
        let of_round = |days: &str, field, value: &str| {
            store.settle_for(vec![Change { key: id(days).key(), field, value: value.into() }]);
        };
        let say = |measure: MeasureId, field, value: &str| {
            let key = MarkKey::Placed(education(), measure);
            store.settle_for(vec![Change { key, field, value: value.into() }]);
        };
        for (days, name, due) in
            [(FIRST, "第一季度", "2021-04-10"), (SECOND, "第二季度", "2021-07-10"), (THIRD, "第三季度", "2021-10-10")]
        {
            of_round(days, Field::Name, name);
            of_round(days, Field::Due, due);
        }
        go_to("2021-03-20");
        say(measure(2, 1), Field::Status, "behind");
        say(measure(2, 1), Field::Problem, "用地未批");
        go_to("2021-04-12");
        KEPT.set(Some(untrack(|| store.ledger(Ledger::newest))));
        of_round(FIRST, Field::Closed, "2021-04-12");
        of_round(SECOND, Field::Closed, "2021-06-01");
        go_to("2021-06-20");
        say(measure(2, 1), Field::Status, "done");
        say(measure(2, 1), Field::Problem, "");
        test(store);
    });
}

/// The papers that a route asks for.
fn asked(store: Store, print: Print) -> Vec<Paper> {
    store.open(Route::Print(print));
    let kept = |_| (Receipts::default(), 0);
    untrack(|| requested(store, kept, then(store, load), ""))
}

/// The bar above the papers at a route.
fn bar(store: Store, print: Print) -> String {
    store.open(Route::Print(print));
    let browser = Browser {
        heights: |_, _| Vec::new(),
        bottoms: |_, _, _| Vec::new(),
        after: |_| (),
        receipts: |_| (Receipts::default(), 0),
        frozen: load,
    };
    html(toolbar(RwSignal::new(Job::default()), RwSignal::new(String::new()), browser, then(store, load)))
}

/// The words of the one paper that a route asks for.
fn words(store: Store, print: Print) -> String {
    text(&only(store, print))
}

fn only(store: Store, print: Print) -> String {
    let mut papers = asked(store, print);
    assert_eq!(papers.len(), 1, "one paper");
    papers.pop().map(on_sheets).unwrap_or_default()
}

fn of(kind: PaperKind, party: Party, round: &str) -> Print {
    let reporting = kind == PaperKind::Table;
    let whose: Ordered<Party> = if kind.is_of_several() { [education()].into_iter().collect() } else { Ordered::new() };
    let view = ListView { party, ..ListView::default() };
    Print { kind, view, whose, reporting, round: round.into(), ..Print::default() }
}

#[test]
fn a_paper_of_a_closed_round_says_what_was_then() {
    with_page(|store| {
        let whole = Party::Coordinator;
        for (kind, party, then, now) in [
            (PaperKind::Checklist, education(), "滯後", "已完成"),
            (PaperKind::Batch, whole, "滯後", "已完成"),
            (PaperKind::Table, education(), "滯後", "已完成"),
            (PaperKind::Table, whole, "滯後", "待核"),
            (PaperKind::Report, education(), "滯後 1 條", "已完成 1 條"),
            (PaperKind::Report, whole, "用地未批", "2021年6月20日"),
            (PaperKind::Text, whole, "滯後", "2021年6月20日"),
            (PaperKind::Reminders, whole, "第一季度未填報", "第二季度未填報"),
            (PaperKind::Circular, whole, "用地未批", "第二季度"),
        ] {
            let one = |round: &str| words(store, of(kind, party, round));
            let closed = one(FIRST);
            assert!(closed.contains("第一季度（2021年1月1日至2021年3月31日）"), "{kind:?} says its round: {closed}");
            assert!(closed.contains("2021年4月12日") && closed.contains(then), "{kind:?} then: {closed}");
            assert!(!closed.contains("2021年6月20日") && !closed.contains("第二季度"), "{kind:?}: {closed}");
            let today = one("");
            assert!(!today.contains("第一季度") && today.contains(now), "{kind:?} today: {today}");
        }
    });
}

/// A body's report of the round counts for it, and what is due afterwards is asked for by no day that is past.
#[test]
fn what_is_asked_for_after_a_round_has_no_day_that_is_past() {
    with_page(|store| {
        let reminder = words(store, of(PaperKind::Reminders, Party::Coordinator, FIRST));
        let circular = words(store, of(PaperKind::Circular, Party::Coordinator, FIRST));
        assert!(reminder.contains("於　　年　　月　　日前填報"), "{reminder}");
        assert!(circular.contains("於　　年　　月　　日前補報"), "{circular}");
        assert!(circular.contains("部分填報的 1 個：市教育局"), "the report of March counts: {circular}");
        let today = words(store, of(PaperKind::Circular, Party::Coordinator, ""));
        assert!(today.contains("於2021年7月10日前補報"), "{today}");
    });
}

/// Filters find what was then.
#[test]
fn filters_find_what_was_then() {
    with_page(|store| {
        let behind = Filter { behind: true, ..Filter::default() };
        let print = |round: &str| {
            let print = of(PaperKind::Checklist, education(), round);
            Print { view: ListView { filter: behind.clone(), ..print.view }, ..print }
        };
        assert!(words(store, print(FIRST)).contains("用地未批"));
        assert!(words(store, print("")).contains("沒有"), "today nothing is behind");
    });
}

/// A round that is none, open, or kept elsewhere is named, and nothing is printed that is not meant.
#[test]
fn of_a_round_without_a_state_nothing_is_printed() {
    with_page(|store| {
        for (round, said) in [
            (SECOND, "第二季度：这一期不是在这个浏览器里结束的"),
            (THIRD, "第三季度：这一期还没有结束。"),
            ("2020-01-01_2020-03-31", "2020-01-01_2020-03-31：没有这一期。"),
            ("2021", "2021：没有这一期。"),
        ] {
            for kind in PaperKind::ALL.into_iter().filter(|kind| *kind != PaperKind::Receipts) {
                assert!(asked(store, of(kind, Party::Coordinator, round)).is_empty(), "{kind:?} of {round}");
            }
            let bar = bar(store, of(PaperKind::Reminders, Party::Coordinator, round));
            assert!(bar.contains("role=\"alert\"") && bar.contains(said), "{round}: {bar}");
            assert!(bar.contains("改为打印今天的") && !bar.contains("没有需要催办的"), "{round}: {bar}");
        }
    });
}

/// The bar says which round it is and leads back; the other papers stay with the round; the page of the round leads to them.
#[test]
fn the_papers_of_a_round_are_reached_and_left_by_links() {
    const FROZEN: Frozen = Frozen { keep: |_, _, _| Ok(()), load, remove: |_, _| () };
    with_page(|store| {
        let shown = bar(store, of(PaperKind::Report, Party::Coordinator, FIRST));
        assert!(shown.contains("已结束的一期：第一季度，按 2021-04-12 结束时的台账。"), "{shown}");
        for href in ["#/print/report", "#/print/circular?round=2021-01-01_2021-03-31"] {
            assert!(shown.contains(&format!("href=\"{href}\"")), "{href}: {shown}");
        }
        let today = bar(store, of(PaperKind::Report, Party::Coordinator, ""));
        assert!(!today.contains("已结束的一期") && !today.contains("round="), "{today}");
        assert!(store.window_title().ends_with("2021-06-20"), "{}", store.window_title());
        store.open(Route::Print(of(PaperKind::Report, Party::Coordinator, FIRST)));
        assert!(store.window_title().ends_with(FIRST), "{}", store.window_title());

        store.open(Route::Rounds(FIRST.into()));
        let round = html(rounds(FROZEN));
        for href in [
            "#/print/report?round=2021-01-01_2021-03-31",
            "#/print/circular?round=2021-01-01_2021-03-31",
            "#/print/reminders?round=2021-01-01_2021-03-31",
            "#/print/table?reporting&amp;round=2021-01-01_2021-03-31",
            "#/print?round=2021-01-01_2021-03-31",
            "#/print/all?round=2021-01-01_2021-03-31",
        ] {
            assert!(round.contains(&format!("href=\"{href}\"")), "{href}: {round}");
        }
        store.open(Route::Rounds(THIRD.into()));
        assert!(html(rounds(FROZEN)).contains("这一期还没有结束。"));
    });
}

#[test]
fn papers_of_a_closed_round_look_as_they_should() {
    with_page(|store| {
        for (name, kind) in [("closed-reminder", PaperKind::Reminders), ("closed-circular", PaperKind::Circular)] {
            same(name, &only(store, of(kind, Party::Coordinator, FIRST)));
        }
        same("closed-report", &only(store, of(PaperKind::Report, education(), FIRST)));
    });
}
