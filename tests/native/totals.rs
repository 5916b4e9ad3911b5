//! One list has one total: whatever says how many measures a party has says the same.

use crate::ledger::measure;
use crate::papers::{MAKES, busy, text, wanted};
use leptos::prelude::{Owner, provide_context};
use yaodian::domain::filter::{Filter, Stage};
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::{Duty, Field, Status};
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Assignee, Plan, Reach};
use yaodian::domain::rollup::{Asked, Count, Standing, State, Total};
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
use yaodian::persist::embedded::plan as haidong;
use yaodian::print::batch::{Names, contents};
use yaodian::print::layout::Layout;
use yaodian::print::paper::{Paper, measuring_sheet};
use yaodian::route::{ListView, Route};
use yaodian::state::Store;
use yaodian::views::checklist::checklist;
use yaodian::views::lazy;
use yaodian::views::overview::overview;

/// 2021-09-30 in China.
fn clock() -> u64 {
    1_632_988_800_000
}

/// The total as the table in `rollup.rs` has it, reckoned here afresh.
fn total(plan: &Plan, ledger: &Ledger, party: Party) -> Total {
    let mut total = Total::default();
    for task in &plan.tasks {
        let names = |who| task.assigned().any(|assigned| assigned.who == who);
        let (its_own, open) = match party {
            Party::Coordinator => (true, false),
            Party::Unit(unit) => (names(Assignee::Unit(unit)), false),
            Party::Locality(_) => {
                (names(Assignee::Localities(Reach::All)), names(Assignee::Localities(Reach::Undetermined)))
            }
        };
        let mut own_task = false;
        for measure in &task.measures {
            let id = measure.id;
            let status = ledger.status(party, id);
            let signed_off = ledger.done(Party::Coordinator, id);
            let not_applicable = if party == Party::Coordinator {
                let asked = Asked::of(plan, task);
                Standing::of(ledger.said_of(id), &asked, (task, measure), party).state == State::NotApplicable
            } else {
                status == Some(Status::NotApplicable) && !signed_off
            };
            if !its_own && status.is_none() {
                total.undetermined += usize::from(open);
            } else if !its_own && !open {
                // Not on its list, whatever it says of it.
            } else {
                own_task = true;
                let reported = party != Party::Coordinator && status == Some(Status::Done);
                total.not_applicable += usize::from(not_applicable);
                total.count.all += usize::from(!not_applicable);
                total.count.done += usize::from(signed_off || reported);
            }
        }
        total.tasks += usize::from(own_task);
    }
    total
}

/// The part of HTML between two words.
#[track_caller]
pub fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = html.split_once(from).unwrap_or_else(|| panic!("{from} is there"));
    rest.split_once(to).unwrap_or_else(|| panic!("{to} is there")).0
}

/// All figures of this form in HTML added up: `k/n`.
fn fractions(html: &str) -> Count {
    let mut sum = Count::default();
    for part in html.split("class=\"figures\">").skip(1) {
        let words = text(part.split("</span>").find(|words| words.contains('/')).unwrap_or_default());
        if let Some((done, all)) = words.rsplit('：').next().unwrap_or_default().split_once('/') {
            sum.done += done.parse::<usize>().unwrap();
            sum.all += all.parse::<usize>().unwrap();
        }
    }
    sum
}

/// The list that is open says this total everywhere.
fn list_says(store: Store, plan: &Plan, party: Party, total: Total) {
    let Total { tasks, count: Count { done, all }, not_applicable, undetermined } = total;
    let who = plan.party_key(party);
    store.open_party(party);
    let page = html(checklist());
    let word = if party == Party::Coordinator { "已销号" } else { "已完成" };

    let selector = text(between(between(&page, "id=\"party-figures\"", "/span>"), ">", "<"));
    assert_eq!(selector, format!("{tasks}项任务 · {all}条举措 · {word}{done}条"), "the selector of {who}");

    let sentence = text(between(&page, "<p class=\"sentence\"", "</p>"));
    let says = format!("：{tasks}项任务 · {all}条举措 · {word}{done}条");
    assert!(sentence.contains(&says), "{who}: {sentence}");
    let beside = match (not_applicable, undetermined) {
        (0, 0) => "条".to_owned(),
        (n, 0) => format!("（另有不适用{n}条，不计入）"),
        (0, n) => format!("（另有原文未指明县区{n}条，不计入）"),
        (n, m) => format!("（另有不适用{n}条、原文未指明县区{m}条，不计入）"),
    };
    assert!(sentence.ends_with(&beside), "{who}: {sentence}");

    // One section alone needs no bar to choose it by.
    if page.contains("<fieldset class=\"glance") {
        let glance = between(&page, "<fieldset class=\"glance", "</fieldset>");
        assert_eq!(fractions(glance), total.count, "the sections of {who}");
    }
    let cards = page.split("<header class=\"task-head\">").skip(1).map(|card| card.split("</header>").next().unwrap());
    let cards: String = cards.collect();
    assert_eq!(fractions(&cards), total.count, "the tasks of {who}");

    store.shown(|shown| {
        let facets = &shown.facets;
        let stage = if party == Party::Coordinator { Stage::SignedOff } else { Stage::Done };
        assert_eq!(facets.stages[stage as usize], done, "the stages of {who}");
        assert_eq!(facets.stages[0], all + not_applicable + undetermined, "the stages of {who}");
        assert_eq!(
            facets.sections.iter().sum::<usize>(),
            all + not_applicable + undetermined,
            "what {who} has to read"
        );
        assert_eq!(shown.measures.len(), all + not_applicable + undetermined, "what {who} has to read");
    });
    let counted = store.found_of(party, &Filter { counted: true, ..Filter::default() });
    assert_eq!(counted.len(), all, "where the figures of {who} lead");
}

/// The overview says the totals of everybody.
fn overview_says(store: Store, plan: &Plan, totals: &[(Party, Total)]) {
    let page = html(overview(|then| then(), |_, _| None));
    let all = |party| totals.iter().find(|(other, _)| *other == party).unwrap().1.count.all;
    let whole = all(Party::Coordinator);
    let tables = page.split("<table class=\"targets\"").nth(1).expect("the tables below the first screen");
    let line =
        tables.split("<p class=\"totals\">").map(text).find(|line| line.contains("应办举措")).unwrap_or_default();
    assert!(line.contains(&format!("应办举措 {whole}")), "{line}");
    let sections = between(&page, "<table class=\"by-section\"", "</table>");
    let sum = sections.rsplit("<tr>").next().unwrap();
    let sum: Vec<String> = sum.split("<td>").skip(1).map(text).collect();
    assert_eq!(sum.first(), Some(&whole.to_string()), "all sections together");
    let matrix = between(&page, "<table class=\"matrix\"", "</table>");
    let rows: Vec<&str> = matrix.split("<tbody>").nth(1).unwrap().split("<tr>").skip(1).collect();
    assert_eq!(rows.len(), totals.len() - 1);
    for (row, (party, total)) in rows.iter().zip(&totals[1..]) {
        let cell = text(row.rsplit_once("<td").unwrap().1.split_once('>').unwrap().1);
        let Count { done, all } = total.count;
        assert_eq!(cell, format!("{done}/{all}"), "the overview of {}", plan.party_key(*party));
    }
    for (party, total) in totals {
        assert_eq!(store.party_count(*party), total.count, "{} on offer", plan.party_key(*party));
    }
}

/// Every paper says the total of its owner; a blank one that of before anybody reports.
fn papers_say(plan: &Plan, ledger: Option<&Ledger>, totals: &[(Party, Total)]) {
    let mut papers: Vec<(Paper, Layout)> = Vec::new();
    for (party, Total { tasks, count, not_applicable, undetermined }) in totals {
        let measures = plan.scope_measures(*party);
        let word = if *party == Party::Coordinator { "已銷號" } else { "已完成" };
        let done = ledger.map_or_else(String::new, |_| format!("，{word} {} 條", count.done));
        let beside = match (not_applicable, undetermined) {
            (0, 0) => String::new(),
            (n, 0) => format!("；另有不適用 {n} 條，不計入"),
            (0, n) => format!("；另有原文未指明縣區 {n} 條，不計入"),
            (n, m) => format!("；另有不適用 {n} 條、原文未指明縣區 {m} 條，不計入"),
        };
        let scope = format!("全部 {tasks} 項任務、{} 條舉措{done}{beside}", count.all);
        for (name, make) in MAKES {
            let paper = make(&wanted(plan, *party, &measures, ledger));
            assert_eq!(paper.scope, scope, "{name} of {}", plan.party_key(*party));
            if name == "checklist" {
                papers.push((paper, Layout { sheets: vec![0..1, 1..2], oversize: Vec::new() }));
            } else if name == "report" && ledger.is_some() {
                let words = html(measuring_sheet(&paper));
                assert!(words.contains(&format!("應辦舉措共 {} 條。", count.all)), "{}", plan.party_key(*party));
                assert!(words.contains(&format!("<td>合計</td><td>{}</td>", count.all)), "{}", plan.party_key(*party));
                if *party == Party::Coordinator {
                    for (other, total) in &totals[1..] {
                        let name = plan.printed_name(*other).unwrap();
                        assert!(words.contains(&format!("<td>{name}</td><td>{}</td>", total.count.all)), "{name}");
                    }
                }
            }
        }
    }
    let list = contents(&Names::default(), &papers, 1, false).expect("there are papers");
    let list = html(measuring_sheet(&list));
    for (paper, _) in &papers {
        assert!(list.contains(&format!("<td>{}</td><td>{}</td>", paper.owner, paper.scope)), "{}", paper.owner);
    }
}

/// Everything that says a total, for everybody.
fn everything_says_one_total(ledger: &Ledger) {
    let plan = haidong();
    let totals: Vec<(Party, Total)> = plan.parties().map(|party| (party, total(&plan, ledger, party))).collect();
    assert_eq!(totals.len(), 38);
    Owner::new().with(|| {
        let store = Store::new(plan.clone(), Settings::default(), Lang::ZhHans, clock);
        provide_context(store);
        lazy::provide(|_| ());
        store.take_in(ledger);
        for (party, total) in &totals {
            list_says(store, &plan, *party, *total);
        }
        overview_says(store, &plan, &totals);
    });
    papers_say(&plan, Some(ledger), &totals);
}

fn reported(said: &[(Party, (u16, u16), Status)]) -> Ledger {
    let mut ledger = Ledger::default();
    for (party, (task, n), status) in said {
        let key = MarkKey::Placed(*party, measure(*task, *n));
        assert!(ledger.set(Change { key, field: Field::Status, value: status.key().into() }, 5).is_some());
    }
    ledger
}

#[test]
fn of_a_plan_on_which_nobody_reported() {
    let plan = haidong();
    everything_says_one_total(&Ledger::default());
    let totals: Vec<_> = plan.parties().map(|party| (party, total(&plan, &Ledger::default(), party))).collect();
    papers_say(&plan, None, &totals);
    // Counted by hand: 19 tasks say 各縣區政府; 5, 6 and 7, of 15 measures, 相關縣區政府.
    let ledu = Total { tasks: 19, count: Count { done: 0, all: 114 }, not_applicable: 0, undetermined: 15 };
    assert_eq!(total(&plan, &Ledger::default(), Party::Locality(0)), ledu);
}

#[test]
fn of_a_plan_on_which_a_locality_reported_where_it_is_not_named() {
    use Status::{Behind, Done, NotApplicable, UnderWay};
    let ledu = Party::Locality(0);
    let ledger = reported(&[
        (ledu, (5, 1), Done),
        (ledu, (5, 2), UnderWay),
        (ledu, (6, 1), Behind),
        (ledu, (7, 1), NotApplicable),
        (ledu, (1, 1), NotApplicable),
        (ledu, (1, 2), Done),
        (Party::Coordinator, (1, 3), Done),
        (Party::Coordinator, (5, 3), Done),
        (Party::Coordinator, (8, 1), NotApplicable),
        // Not on its list: nobody hears it.
        (Party::Unit(0), (22, 1), Done),
    ]);
    everything_says_one_total(&ledger);
    let plan = haidong();
    let expected = Total { tasks: 22, count: Count { done: 3, all: 116 }, not_applicable: 2, undetermined: 11 };
    assert_eq!(total(&plan, &ledger, ledu), expected);
    assert_eq!(total(&plan, &ledger, Party::Locality(1)).count.all, 114, "another's report is not its own");
}

#[test]
fn of_a_plan_on_which_everybody_reported() {
    everything_says_one_total(&busy(&haidong()));
}

/// A target belongs to a locality where its measure does: the plan sets 17, one of them where it says 相關縣區政府.
#[test]
fn a_report_has_the_targets_of_what_is_its_owners() {
    #[track_caller]
    fn check(plan: &Plan, party: Party, ledger: &Ledger, targets: usize) {
        let measures = plan.scope_measures(party);
        let report = yaodian::print::report::paper(&wanted(plan, party, &measures, Some(ledger)));
        let words = html(measuring_sheet(&report));
        assert!(words.contains(&format!("量化目標共 {targets} 個，")), "{}", plan.party_key(party));
        assert_eq!(words.contains("<td>7.2</td>"), targets == 17, "{}", plan.party_key(party));
    }
    let plan = haidong();
    let (nobody, ledu) = (Ledger::default(), Party::Locality(0));
    let somebody = reported(&[(ledu, (7, 2), Status::UnderWay)]);
    check(&plan, Party::Coordinator, &nobody, 17);
    check(&plan, ledu, &nobody, 16);
    check(&plan, ledu, &somebody, 17);
    check(&plan, Party::Locality(1), &somebody, 16);
}

/// What filters leave is said against the same total, and what is beside it too.
#[test]
fn what_a_filter_leaves_is_a_part_of_the_total() {
    let plan = haidong();
    let ledu = Party::Locality(0);
    let second = Filter { sections: [2].into_iter().collect(), ..Filter::default() };
    let first = Filter { sections: [1].into_iter().collect(), ..Filter::default() };
    #[rustfmt::skip]
    let cases = [
        (Lang::ZhHans, first.clone(), "共115条，显示4项任务 · 17条举措 · 已完成0条（另有不适用1条，不计入）"),
        (Lang::ZhHans, second.clone(), "共115条，显示1项任务 · 2条举措 · 已完成1条（另有原文未指明县区13条，不计入）"),
        (Lang::ZhHant, second.clone(), "共115條，顯示1項任務 · 2條舉措 · 已完成1條（另有原文未指明縣區13條，不計入）"),
        (Lang::En, second, "Of 115 shown: 1 task · 2 measures · 1 done; not counted: 13 that the plan gives to no named locality"),
        (Lang::En, first, "Of 115 shown: 4 tasks · 17 measures · 0 done; not counted: 1 not applicable"),
        (Lang::ZhHant, Filter::default(), "20項任務 · 115條舉措 · 已完成1條（另有不適用1條、原文未指明縣區13條，不計入）"),
        (Lang::En, Filter::default(), "20 tasks · 115 measures · 1 done; not counted: 1 not applicable, 13 that the plan gives to no named locality"),
    ];
    let ledger = reported(&[
        (ledu, (5, 1), Status::Done),
        (ledu, (5, 2), Status::Behind),
        (ledu, (1, 1), Status::NotApplicable),
    ]);
    for (lang, filter, says) in cases {
        Owner::new().with(|| {
            let store = Store::new(plan.clone(), Settings::default(), lang, clock);
            provide_context(store);
            lazy::provide(|_| ());
            store.take_in(&ledger);
            store.open(Route::List(ListView { party: ledu, filter }));
            let page = html(checklist());
            let sentence = text(between(&page, "<p class=\"sentence\"", "</p>"));
            assert!(sentence.ends_with(says), "{sentence}");
        });
    }
}

/// What the plan says nothing of can be looked for as soon as the coordinator settled it.
#[test]
fn of_what_the_coordinator_settled_there_are_filters() {
    let plan = haidong();
    let of = Party::Unit(plan.unit_named("市教育局").expect("a unit"));
    let offered = |settled: &[(Party, Field, &str)], party: Party| {
        let mut ledger = Ledger::default();
        for (whose, field, value) in settled {
            let key = MarkKey::Placed(*whose, measure(2, 1));
            assert!(ledger.set(Change { key, field: *field, value: (*value).into() }, 5).is_some());
        }
        Owner::new().with(|| {
            let store = Store::new(plan.clone(), Settings::default(), Lang::ZhHans, clock);
            provide_context(store);
            lazy::provide(|_| ());
            store.take_in(&ledger);
            store.open(Route::List(ListView { party, filter: Filter::default() }));
            let page = html(checklist());
            let facets = between(&page, "id=\"facets\"", "facets-close").to_owned();
            let is_there = |name: &&str| {
                let before = facets.split(&format!("facet-name\">{name}<")).next().unwrap_or_default();
                before.len() < facets.len() && !before.rsplit("<span").nth(1).unwrap_or_default().contains("hidden")
            };
            ["已逾期", "近期到期", "牵头", "配合"].into_iter().filter(is_there).collect::<Vec<_>>()
        })
    };
    assert_eq!(offered(&[], of), [""; 0]);
    assert_eq!(offered(&[(Party::Coordinator, Field::Due, "2021-06-30")], of), ["已逾期", "近期到期"]);
    let led = [(of, Field::Duty, Duty::Lead.key())];
    assert_eq!(offered(&led, of), ["牵头", "配合"]);
    assert_eq!(offered(&led, Party::Coordinator), [""; 0], "it has no role of its own");
}
