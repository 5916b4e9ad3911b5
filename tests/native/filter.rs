//! Searching and filtering the Haidong plan: what is shown, what each facet counts, where the words stand.

use crate::ledger::plan;
use proptest::prelude::*;
use std::sync::LazyLock;
use yaodian::domain::filter::{Facets, Filter, Index, Shown, find, hits, terms};
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Assignee, Measure, MeasureId};
use yaodian::domain::reading::{Reading, Script, simplified};
use yaodian::domain::script::fold_text;

fn index() -> &'static Index {
    static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(plan()));
    &INDEX
}

fn shown(party: Party, filter: &Filter, done: impl Fn(MeasureId) -> bool) -> Shown {
    index().shown(plan().sections.len(), &plan().scope(party), filter, done)
}

fn searching(query: &str) -> Filter {
    Filter { query: query.into(), ..Filter::default() }
}

fn found(query: &str) -> Vec<String> {
    ids(&shown(Party::Coordinator, &searching(query), |_| false))
}

fn ids(shown: &Shown) -> Vec<String> {
    shown.measures.iter().map(ToString::to_string).collect()
}

fn unit(name: &str) -> Party {
    Party::Unit(plan().unit_named(name).expect("a unit of the plan"))
}

#[test]
fn either_script_finds_the_measures_that_have_the_words() {
    #[track_caller]
    fn check(queries: &[&str], measures: &[&str]) {
        for query in queries {
            assert_eq!(found(query), measures, "{query}");
        }
    }
    check(&["网络", "網絡"], &["3.4", "12.1", "22.1"]);
    check(&["网络招聘 ", "網路 招聘", "　招聘　网络"], &["3.4"]);
    // The record's word also stands in 網際網路.
    check(&["網路", "网路"], &["3.4", "12.1", "22.1", "22.4"]);
    check(&["互联网", "互聯網", "網際網路"], &["22.4"]);
    check(&["幼儿园", "幼兒園", "幼稚園", "幼稚园"], &["2.3"]);
    check(&["公交车", "公交車", "公車"], &["15.1", "15.3"]);
    check(&["5g", "５Ｇ", "5G网络"], &["12.1"]);
}

#[test]
fn a_title_or_a_unit_shows_the_whole_task() {
    #[track_caller]
    fn check(query: &str, tasks: &[u16]) {
        let all = plan().tasks.iter().filter(|task| tasks.contains(&task.id.task));
        let all: Vec<String> = all.flat_map(|task| &task.measures).map(|measure| measure.id.to_string()).collect();
        assert_eq!(found(query), all, "{query}");
    }
    let of_unit =
        |name: &str| -> Vec<u16> { plan().scope(unit(name)).tasks.iter().map(|i| plan().tasks[*i].id.task).collect() };
    check("推动基本公共服务全覆盖", &[2]);
    check("推動基本公共服務全覆蓋", &[2]);
    for (query, name) in [
        ("市信訪局", "市信訪局"),
        ("市信访局", "市信訪局"),
        // By an alias, and by the name it stands for.
        ("市文體廣電旅遊局", "市文體旅遊廣電局"),
        ("市文体旅游广电局", "市文體旅遊廣電局"),
        // By the full name, and by the English one in any letters.
        ("海东市信访局", "市信訪局"),
        ("complaints and PROPOSALS bureau", "市信訪局"),
    ] {
        check(query, &of_unit(name));
    }
}

#[test]
fn all_words_must_be_found_be_it_in_the_title_the_units_or_the_measure() {
    let both = found("市教育局 幼儿园");
    assert_eq!(both, found("幼儿园"), "the kindergartens are the education bureau's");
    assert_eq!(both.len(), 1);
    assert_eq!(found("幼儿园　市教育局"), both, "in any order, with any space between");
    assert_eq!(found("市水务局 幼儿园"), [""; 0]);
    assert_eq!(found("幼儿园 幼稚園"), both, "the record's word and the reading's");
    assert_eq!(found("no such words"), [""; 0]);
}

#[test]
fn white_space_is_no_search() {
    for query in ["", " ", "\u{3000}\t\n"] {
        assert_eq!(found(query).len(), plan().measures().count(), "{query:?}");
        assert!(searching(query).is_empty());
        assert!(terms(query).is_empty());
    }
    assert!(!searching("a").is_empty());
    for change in [
        (|filter| filter.open = true) as fn(&mut Filter),
        |filter| filter.done = true,
        |filter| filter.target = true,
        |filter| _ = filter.sections.insert(1),
    ] {
        let mut filter = Filter::default();
        change(&mut filter);
        assert!(!filter.is_empty(), "{filter:?}");
    }
}

#[test]
fn every_party_sees_its_scope_and_nothing_else() {
    let parties: Vec<Party> = plan().parties().collect();
    assert_eq!(parties.len(), 38);
    for party in parties {
        let mut scope = plan().scope_measures(party);
        assert!(!scope.is_empty(), "{party:?} has nothing to do");
        scope.sort();
        let shown = shown(party, &Filter::default(), |_| false);
        assert_eq!(shown.measures.iter().copied().collect::<Vec<_>>(), scope, "{party:?}");
        assert_eq!(shown.tasks, plan().scope(party).all().count(), "{party:?}");
        let Facets { sections, open, done, target } = shown.facets;
        assert_eq!((sections.iter().sum::<usize>(), open, done), (scope.len(), scope.len(), 0), "{party:?}");
        let with_target = |id: &&MeasureId| plan().measure(**id).is_some_and(|measure| !measure.targets.is_empty());
        assert_eq!(target, scope.iter().filter(with_target).count(), "{party:?}");
    }
}

#[test]
fn hits_are_shown_in_the_text_that_is_read() {
    #[track_caller]
    fn check(query: &str, measure: &str, in_record: &[&str], in_reading: &[&str]) {
        let measure = plan().measure(measure.parse().unwrap()).expect("a measure of the plan");
        let record = plan().text(measure.span);
        let reading = Reading::new(record, &plan().rewordings);
        for (script, text, words) in
            [(Script::Record, record, in_record), (Script::Simplified, reading.text(), in_reading)]
        {
            let hits = hits(record, &reading, script, &terms(query));
            let hits: Vec<&str> = hits.into_iter().map(|hit| &text[hit]).collect();
            assert_eq!(hits, words, "{query} in the {script:?}");
        }
    }
    check("网络", "12.1", &["網路"], &["网络"]);
    check("網路", "12.1", &["網路"], &["网络"]);
    check("幼儿园", "2.3", &["幼稚園"], &["幼儿园"]);
    check("幼稚園", "2.3", &["幼稚園"], &["幼儿园"]);
    // Words that were exchanged as a whole are marked as a whole in the other text.
    check("儿", "2.3", &["兒", "幼稚園"], &["儿", "儿"]);
    check("網路", "22.4", &["網路"], &["互联网"]);
    check("互联网+医疗", "22.4", &["網際網路+醫療"], &["互联网+医疗"]);
    check("公交车", "15.1", &["新能源公車"], &["公交车"]);
    check("5g網", "12.1", &["5G網路"], &["5G网络"]);
    check("", "12.1", &[], &[]);
    check("no such words", "12.1", &[], &[]);
}

#[test]
fn hits_that_touch_are_one() {
    let record = "加大5G網路、網路建設";
    let reading = Reading::new(record, &[]);
    let shown = |query| -> Vec<&str> {
        hits(record, &reading, Script::Record, &terms(query)).into_iter().map(|hit| &record[hit]).collect()
    };
    assert_eq!(shown("加大 5g"), ["加大5G"]);
    assert_eq!(shown("5G網 網路"), ["5G網路", "網路"]);
    assert_eq!(shown("網路 路、"), ["網路、網路"], "the mark between two hits belongs to one of them");
    assert_eq!(shown("建設 加"), ["加", "建設"], "in the order of the text, not of the query");
}

/// A filter with any facets of the plan, and a query that finds much, little or nothing.
fn filter() -> impl Strategy<Value = Filter> {
    const QUERIES: [&str; 11] =
        ["", " ", "建設", "建设 市", "市教育局", "加快 学校", "网络", "幼儿园", "e", "10", "沒有"];
    let sections = proptest::collection::vec(1_u16..=6, 0..4).prop_map(|sections| sections.into_iter().collect());
    (proptest::sample::select(&QUERIES[..]), sections, any::<(bool, bool, bool)>()).prop_map(
        |(query, sections, (open, done, target))| Filter { query: query.into(), sections, open, done, target },
    )
}

fn party() -> impl Strategy<Value = Party> {
    proptest::sample::select(plan().parties().collect::<Vec<_>>())
}

/// Whether the query finds the measure: looked for afresh, in everything that is said of it.
fn is_found(query: &str, task: usize, measure: &Measure) -> bool {
    let task = &plan().tasks[task];
    let mut texts = vec![plan().text(task.title).to_owned(), plan().text(measure.span).to_owned()];
    texts.extend(task.assigned().map(|assigned| plan().text(assigned.span).to_owned()));
    texts.extend([0, 1].map(|i| simplified(&texts[i], &plan().rewordings)));
    texts.extend(task.english.clone());
    for assigned in task.assigned() {
        if let Assignee::Unit(unit) = assigned.who {
            let unit = &plan().units[unit];
            texts.push(unit.key.clone());
            texts.extend(unit.aliases.clone());
            texts.extend(unit.canonical.clone().map(|fact| fact.value));
            texts.extend(unit.english.clone());
        }
    }
    terms(query).iter().all(|term| texts.iter().any(|text| fold_text(text).contains(term.as_str())))
}

proptest! {
    #[test]
    fn what_is_shown_and_counted_is_what_the_plan_says(party in party(), filter in filter(), every in 1_u16..5) {
        let done = |id: MeasureId| (id.task.task + id.n).is_multiple_of(every);
        let shown = shown(party, &filter, done);
        // How many pass the filter without the facet that is counted, one by one.
        let mut measures = Vec::new();
        let mut facets = Facets { sections: vec![0; plan().sections.len()], ..Facets::default() };
        let mut tasks = Vec::new();
        for i in plan().scope(party).all() {
            let no = plan().section_of(i).expect("every task has a section").no;
            for measure in &plan().tasks[i].measures {
                let is_done = done(measure.id);
                let section = filter.sections.is_empty() || filter.sections.contains(&no);
                let state = match (filter.open, filter.done) {
                    (true, false) => !is_done,
                    (false, true) => is_done,
                    _ => true,
                };
                let has_target = !measure.targets.is_empty();
                let target = has_target || !filter.target;
                if !is_found(&filter.query, i, measure) {
                    continue;
                }
                facets.sections[usize::from(no) - 1] += usize::from(state && target);
                facets.open += usize::from(section && target && !is_done);
                facets.done += usize::from(section && target && is_done);
                facets.target += usize::from(section && state && has_target);
                if section && state && target {
                    measures.push(measure.id);
                    tasks.push(i);
                }
            }
        }
        tasks.dedup();
        let all_done = measures.iter().filter(|id| done(**id)).count();
        prop_assert_eq!(shown, Shown { measures: measures.into_iter().collect(), tasks: tasks.len(), done: all_done, facets });
    }

    /// What a facet counts is what is shown once it is chosen.
    #[test]
    fn a_facet_keeps_its_promise(party in party(), filter in filter(), every in 1_u16..5) {
        let done = |id: MeasureId| (id.task.task + id.n).is_multiple_of(every);
        let count = |filter: Filter| shown(party, &filter, done).measures.len();
        let Facets { sections, open, done: is_done, target } = shown(party, &filter, done).facets;
        for (section, promised) in plan().sections.iter().zip(sections) {
            prop_assert_eq!(count(Filter { sections: [section.no].into_iter().collect(), ..filter.clone() }), promised);
        }
        prop_assert_eq!(count(Filter { open: true, done: false, ..filter.clone() }), open);
        prop_assert_eq!(count(Filter { open: false, done: true, ..filter.clone() }), is_done);
        prop_assert_eq!(count(Filter { target: true, ..filter.clone() }), target);
    }

    #[test]
    fn hits_are_in_order_apart_and_the_words_themselves(
        texts in proptest::collection::vec(proptest::sample::select(&["網路", "網", "路", "5G", "ｇ", " ", "é", "😀", "ab", "B"][..]), 0..12),
        query in "[網路网路5gGaB😀é ]{0,5}",
    ) {
        let text = texts.concat();
        let terms = terms(&query);
        let reading = Reading::new(&text, &[]);
        let hits = hits(&text, &reading, Script::Record, &terms);
        prop_assert!(hits.windows(2).all(|pair| pair[0].end < pair[1].start), "{:?}", hits);
        for hit in find(&text, &terms) {
            prop_assert!(terms.contains(&fold_text(&text[hit.clone()])), "{:?}", hit);
            prop_assert!(hits.iter().any(|shown| shown.start <= hit.start && hit.end <= shown.end), "{:?}", hit);
        }
        let folded = fold_text(&text);
        prop_assert_eq!(hits.is_empty(), !terms.iter().any(|term| folded.contains(term.as_str())));
    }
}
