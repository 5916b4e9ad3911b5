//! What is shown says where things stand, whatever their ids are.

use crate::ledger::{plan as haidong, ticking};
use crate::papers::{MAKES, busy, wanted};
use leptos::prelude::{Owner, provide_context};
use std::collections::HashMap;
use yaodian::domain::filter::Filter;
use yaodian::domain::ledger::{Ledger, MarkKey};
use yaodian::domain::ordered::Ordered;
use yaodian::domain::overview::Overview;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan, TaskId, TaskLabel};
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
use yaodian::persist::ledger_file;
use yaodian::print::paper::measuring_sheet;
use yaodian::route::{Anchor, ListView, Route};
use yaodian::state::{Command, Notice, Store};
use yaodian::views::data::data;
use yaodian::views::overview::overview;
use yaodian::views::shell::shell;
use yaodian::views::{full_text, lazy};

/// The Haidong plan with ids in another order, some of them given in tasks that are gone.
fn with_other_ids() -> Plan {
    let mut plan = haidong().clone();
    let count = u16::try_from(plan.tasks.len()).expect("they are few");
    for (task, no) in plan.tasks.iter_mut().zip((1..=count).rev()) {
        let id = |task| TaskId::given(TaskLabel { section: 0, task });
        task.id = id(no * 2);
        for (measure, n) in task.measures.iter_mut().zip((1..100_u16).rev()) {
            measure.id = MeasureId::given(id(no * 2 + n % 2), n);
        }
    }
    plan
}

/// The same ledger of a plan with the same measures under other ids.
fn moved(ledger: &Ledger, from: &Plan, to: &Plan) -> Ledger {
    let ids: HashMap<MeasureId, MeasureId> = from.measures().map(|m| m.id).zip(to.measures().map(|m| m.id)).collect();
    ledger.moved(|key| match key {
        MarkKey::Placed(party, id) => MarkKey::Placed(*party, ids[id]),
        MarkKey::Unplaced { .. } => key.clone(),
    })
}

/// Runs a test with the store of a page of this plan, after the ledger was read.
fn with_page(plan: &Plan, ledger: &Ledger, test: impl FnOnce(Store)) {
    Owner::new().with(|| {
        let store = Store::new(plan.clone(), Settings::default(), Lang::ZhHans, || 1_632_988_800_000);
        provide_context(store);
        lazy::provide(|_| ());
        store.take_in(ledger);
        test(store);
    });
}

/// All that a page shows: lists, the overview, the text.
fn pages(plan: &Plan, ledger: &Ledger) -> Vec<String> {
    let mut pages = Vec::new();
    with_page(plan, ledger, |store| {
        for party in [Party::Coordinator, Party::Unit(1), Party::Locality(0)] {
            let filters = [Filter::default(), Filter { query: "建設".into(), ..Filter::default() }];
            for filter in filters {
                store.open(Route::List(ListView { party, filter }));
                store.draw_all();
                pages.push(html(shell(|_| ())));
            }
        }
        store.open(Route::Overview(None));
        pages.push(html(overview(|then| then(), |_, _| None)));
        pages.push(html(full_text::full_text()));
    });
    pages
}

#[test]
fn what_a_file_would_change_and_what_undo_leaves_alone_is_named_by_its_label() {
    let plan = with_other_ids();
    let id = plan.tasks[2].measures[1].id;
    assert_ne!(id.to_string(), "3.2");
    let key = MarkKey::Placed(Party::Coordinator, id);
    with_page(&plan, &Ledger::default(), |store| {
        store.tick(id, true);
        store.offer_file("a.json".into(), &ledger_file::write(&Ledger::default(), &plan));
        let page = html(data(crate::offer::nothing()));
        assert!(page.contains("3.2 全市统筹"), "{page}");
        let mut theirs = store.ledger(Ledger::clone);
        theirs.set(ticking(key, false), store.now() + 1);
        store.take_in(&theirs);
        store.undo();
        assert_eq!(store.notices(), [Notice::LeftAlone { first: "3.2".into(), measures: 1 }]);
    });
}

/// Two pages are the same; else what comes before and after the first difference is said.
#[track_caller]
fn same(name: &str, mine: &str, theirs: &str) {
    let equal = mine.chars().zip(theirs.chars()).take_while(|(one, other)| one == other).count();
    let near = |html: &str| html.chars().skip(equal.saturating_sub(80)).take(200).collect::<String>();
    assert!(mine == theirs, "{name}: {} / {}", near(mine), near(theirs));
}

#[test]
fn pages_and_papers_are_the_same_under_other_ids() {
    let (plan, other) = (haidong(), with_other_ids());
    let ledger = busy(plan);
    let theirs = moved(&ledger, plan, &other);
    for (n, (mine, theirs)) in pages(plan, &ledger).iter().zip(pages(&other, &theirs)).enumerate() {
        same(&format!("page {n}"), mine, &theirs);
    }
    for party in [Party::Coordinator, Party::Unit(1), Party::Locality(0)] {
        let measures = [plan, &other].map(|plan| plan.scope_measures(party));
        for (name, make) in MAKES {
            let mine = html(measuring_sheet(&make(&wanted(plan, party, &measures[0], Some(&ledger)))));
            let other = html(measuring_sheet(&make(&wanted(&other, party, &measures[1], Some(&theirs)))));
            same(&format!("{name} of {}", plan.party_key(party)), &mine, &other);
        }
    }
    let ids = |plan: &Plan, ledger: &Ledger| {
        let Overview { parties, targets, concerns, problems, .. } = Overview::of(plan, ledger);
        let concerns: Vec<_> = concerns.into_iter().map(|c| (plan.label(c.measure), c.party, c.behind)).collect();
        (parties, targets, concerns, problems)
    };
    assert!(ids(plan, &ledger) == ids(&other, &theirs), "the overview");
}

#[test]
fn addresses_and_elements_say_labels_and_the_ledger_ids() {
    let plan = with_other_ids();
    let id = plan.tasks[2].measures[1].id;
    assert_ne!(id.to_string(), "3.2");
    with_page(&plan, &Ledger::default(), |store| {
        store.open_address("#m3.2");
        assert_eq!(store.pointed(), Some(Anchor::Measure(id)));
        assert_eq!(store.session().take_commands(), [Command::GoTo("m3.2".into())]);
        assert_eq!(store.place_address("t3"), "#t3");
        store.tick(id, true);
        let saved = store.ledger(|ledger| ledger_file::write(ledger, &plan));
        assert!(saved.contains(&format!("\"coordinator\":{{\"{id}\":")), "{saved}");
        store.session().take_commands();
        store.undo();
        assert_eq!(store.session().take_commands(), [Command::Reveal("m3.2".into())]);
        let page = html(shell(|_| ()));
        for (task, label) in
            plan.tasks.iter().flat_map(|task| (0..task.measures.len()).map(move |n| (task, task.label_of(n))))
        {
            assert_eq!(page.matches(&format!("id=\"m{label}\"")).count(), 1, "m{label}");
            assert_eq!(page.matches(&format!("id=\"t{}\"", task.no)).count(), 1, "t{}", task.no);
        }
        let told: Ordered<MeasureId> = plan.measures().map(|measure| measure.id).collect();
        assert_eq!(told.len(), 129, "each has an id of its own");
    });
}
