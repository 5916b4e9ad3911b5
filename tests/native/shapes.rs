//! Plans of any shape in a workspace: without units, without sections, with units that no task names, with thousands of measures.

use crate::papers::wanted;
use leptos::prelude::Owner;
use leptos::prelude::provide_context;
use std::fmt::Write;
use yaodian::domain::filter::Filter;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Plan, Unit};
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
use yaodian::persist::{embedded, plan_file};
use yaodian::print::breakdown::{self, Columns};
use yaodian::print::checklist::ChecklistPaper;
use yaodian::print::request::PaperRequest;
use yaodian::print::{document, report};
use yaodian::reader;
use yaodian::route::{self, Address, ListView, Named, Route};
use yaodian::state::{Session, Store};
use yaodian::views::checklist::checklist;
use yaodian::views::full_text::full_text;
use yaodian::views::lazy;
use yaodian::views::overview::overview;

fn read(text: &str) -> Plan {
    Plan { id: "made-up".into(), ..reader::read(text).plan }
}

/// Ten thousand measures in 200 tasks of ten sections, each task with a lead, a support and a deadline.
fn large() -> Plan {
    let mut text = "某县2024年工作要点\n\n".to_owned();
    for (task, no) in (1..=200).zip((1..=20).cycle()) {
        if no == 1 {
            writeln!(
                text,
                "{}、第{}方面工作",
                ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"][task / 20],
                task / 20 + 1
            )
            .unwrap();
        }
        let mut measures = String::new();
        for n in 1..=50 {
            write!(measures, "推进第{n}项建设，新增{n}处。").unwrap();
        }
        writeln!(
            text,
            "{task}.完成第{task}项任务。{measures}（牵头单位：县甲局；配合单位：县乙局；完成时限：2024年{}月底前）",
            task % 12 + 1
        )
        .unwrap();
    }
    read(&text)
}

/// What a plan is to be like: tasks, measures, units, measures with a deadline.
type Size = [usize; 4];

/// Opens a plan, and looks at every view, list, filter and paper of it.
#[track_caller]
fn check(plan: &Plan, size: Size) {
    let name = plan.text(plan.meta.title).to_owned();
    let [tasks, measures, units, due] = size;
    assert_eq!([plan.tasks.len(), plan.measures().count(), plan.units.len()], [tasks, measures, units], "{name}");
    // Kept and read back, it is the same.
    assert_eq!(plan_file::from_text(&plan_file::to_text(plan)).as_ref(), Ok(plan), "{name}");
    Owner::new().with(|| {
        // 2024-12-31.
        let session = Session::new(embedded::plan(), Settings::default(), Lang::ZhHans, || 1_735_603_200_000);
        session.open(plan.clone());
        let store = Store::on(session);
        provide_context(store);
        lazy::provide(|_| ());
        for party in plan.parties() {
            store.open_party(party);
            let own = plan.scope_measures(party);
            assert_eq!(store.shown(|shown| shown.measures.len()), own.len(), "{name}: {party:?}");
            assert!(html(checklist()).contains("class=\"page\""), "{name}: {party:?}");
            papers(store, party);
        }
        let found = |filter: Filter| store.found_of(Party::Coordinator, &filter).len();
        let overdue = || found(Filter { overdue: true, ..Filter::default() });
        let soon = || found(Filter { soon: true, ..Filter::default() });
        assert_eq!(overdue() + soon(), due, "{name}: on the last day of the year all of it is due");
        assert_eq!(
            store.late(std::iter::once(Party::Coordinator)).first().map(|row| (row.overdue, row.soon)),
            Some((overdue(), soon())),
            "{name}"
        );
        store.open_party(Party::Coordinator);
        let late = store.found_of(Party::Coordinator, &Filter { overdue: true, soon: true, ..Filter::default() });
        if let Some(first) = late.first().copied().or_else(|| plan.measures().next().map(|measure| measure.id)) {
            store.tick(first, true);
            assert_eq!(store.total(Party::Coordinator).count.done, 1, "{name}");
            assert_eq!(overdue() + soon(), due.saturating_sub(1), "{name}: what is done is not late");
            assert_eq!(found(Filter { done: true, ..Filter::default() }), 1, "{name}");
            // Its address, there and back.
            let address = store.place_address(&format!("m{}", plan.label(first)));
            let (named, rest) = route::split(&address);
            assert_eq!(named, Named::Other("made-up"), "{name}");
            assert!(matches!(Route::written(&rest, plan), Some(Address::Place(_))), "{name}: {rest}");
        }
        let route = Route::List(ListView {
            filter: Filter { lead: true, overdue: true, ..Filter::default() },
            ..ListView::default()
        });
        assert_eq!(Route::written(&route.address(plan), plan), Some(Address::Opens(route)), "{name}");
        assert!(html(overview(|then| then(), |_, _| None)).contains("class=\"overview\""), "{name}");
        assert!(!html(full_text()).is_empty(), "{name}");
        store.search("没有这个词".into());
        assert_eq!(store.shown(|shown| shown.measures.len()), 0, "{name}");
        assert!(html(checklist()).contains("class=\"empty\""), "{name}");
    });
}

/// Every paper of a list, blank and filled in.
fn papers(store: Store, party: Party) {
    let plan = store.plan();
    let measures = plan.scope_measures(party);
    let ledger = store.ledger(Clone::clone);
    for ledger in [None, Some(&ledger)] {
        let request = PaperRequest { date: "2024-12-31", ..wanted(&plan, party, &measures, ledger) };
        let checklist = ChecklistPaper::new(&request);
        assert_eq!(checklist.rows.iter().filter(|row| row.is_measure()).count(), measures.len(), "{party:?}");
        assert!(!checklist.paper().blocks.is_empty(), "{party:?}");
        let columns = Columns { without: &yaodian::domain::ordered::Ordered::new(), reporting: true };
        assert!(!breakdown::paper(&request, &columns, true).blocks.is_empty(), "{party:?}");
        assert!(!report::paper(&request).blocks.is_empty(), "{party:?}");
        assert!(!document::paper(&request).blocks.is_empty(), "{party:?}");
    }
}

#[test]
fn a_plan_without_units_works() {
    check(
        &read("某县2024年工作要点\n一、建设\n1. 种树。植树100棵。浇水。\n2. 修路。6月底前修路3公里。\n"),
        [2, 3, 0, 1],
    );
}

#[test]
fn a_plan_without_sections_works() {
    let plan = read(
        "某县2024年工作要点\n1. 种树。植树100棵。浇水。（县林草局）\n2. 修路。修路3公里。（县交通局牵头，12月底前完成）\n",
    );
    assert!(
        plan.sections
            .iter()
            .all(|section| section.title == yaodian::domain::span::Span::default()
                || plan.text(section.title).is_empty()),
        "{:?}",
        plan.sections
    );
    check(&plan, [2, 3, 2, 1]);
}

#[test]
fn a_plan_with_units_that_no_task_names_works() {
    let mut plan = read("某县2024年工作要点\n一、建设\n1. 种树。植树100棵。浇水。\n2. 修路。修路3公里。\n");
    plan.units = ["县林草局", "县交通局"].map(|key| Unit { key: key.into(), ..Unit::default() }).into();
    check(&plan, [2, 3, 2, 0]);
}

#[test]
fn a_plan_of_ten_thousand_measures_works() {
    check(&large(), [200, 10_000, 2, 10_000]);
}
