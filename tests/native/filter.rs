//! Searching and filtering the Haidong plan: what is shown, what each facet counts, where the words stand.

use crate::ledger::{busy_ledger, plan};
use proptest::prelude::*;
use std::sync::LazyLock;
use yaodian::domain::dues::NEAR;
use yaodian::domain::filter::{Facets, Filter, Index, Search, Shown, Stage};
use yaodian::domain::hits::{find, hits, terms};
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::light::Light;
use yaodian::domain::mark::Field;
use yaodian::domain::overview::Overview;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Assignee, Measure, MeasureId, Plan, Reach, Role, Task};
use yaodian::domain::printed_day::Day;
use yaodian::domain::reading::{Reading, simplified};
use yaodian::domain::rollup::{Asked, Count, Seen, Standing, Standings, State, Tally, Total};
use yaodian::domain::script::{Rendition, fold_text};

fn index() -> &'static Index<&'static Plan> {
    static INDEX: LazyLock<Index<&'static Plan>> = LazyLock::new(|| Index::new(plan()));
    &INDEX
}

fn shown(party: Party, filter: &Filter, ledger: &Ledger) -> Shown {
    let standings = Standings::of_party(plan(), ledger, party);
    index().shown(&plan().scope(party), filter, &standings, 0)
}

/// The Haidong plan with roles and deadlines that it does not have: the bodies of a statement lead, support and answer in turn;
/// every fourth task has a statement on its first measure alone; every third is due by the end of the year that the title names.
fn assigned() -> &'static Plan {
    static PLAN: LazyLock<Plan> = LazyLock::new(|| {
        const ROLES: [Role; 3] = [Role::Lead, Role::Support, Role::Responsible];
        let mut plan = plan().clone();
        for (i, task) in plan.tasks.iter_mut().enumerate() {
            if i % 4 == 0 {
                let statement = task.responsibilities[0].clone();
                task.responsibilities.push(statement);
                task.measures[0].responsibility = Some(1);
            }
            let assigned = task.responsibilities.iter_mut().flat_map(|statement| &mut statement.assigned);
            assigned.enumerate().for_each(|(n, assigned)| assigned.role = ROLES[(i + n) % 3]);
            if i % 3 == 0 {
                task.deadlines.push(plan.meta.title);
            }
        }
        plan
    });
    &PLAN
}

/// 2021-12-31.
const END_OF_YEAR: Day = 18_992;

/// A day: long before the deadlines of [`assigned`], at either end of the days on which they are near, and after them.
fn today() -> impl Strategy<Value = Day> {
    proptest::sample::select(&[END_OF_YEAR - NEAR - 1, END_OF_YEAR - NEAR, END_OF_YEAR, END_OF_YEAR + 1][..])
}

fn shown_on(today: Day, party: Party, filter: &Filter, ledger: &Ledger) -> Shown {
    static INDEX: LazyLock<Index<&'static Plan>> = LazyLock::new(|| Index::new(assigned()));
    let scope = assigned().scope(party);
    let standings = Standings::lit(assigned(), ledger, party, scope.all(), &|of| Seen {
        light: some_light(of.measure),
        ..Seen::default()
    });
    INDEX.shown(&assigned().scope(party), filter, &standings, today)
}

/// A light for each measure, and none for some.
fn some_light(measure: &Measure) -> Option<Light> {
    Light::ALL.get(measure.id.to_string().bytes().map(usize::from).sum::<usize>() % 4).copied()
}

fn searching(query: &str) -> Filter {
    Filter { query: query.into(), ..Filter::default() }
}

fn found(query: &str) -> Vec<String> {
    ids(&shown(Party::Coordinator, &searching(query), &Ledger::default()))
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
        let all = plan().tasks.iter().filter(|task| tasks.contains(&task.no.task));
        let all: Vec<String> = all.flat_map(|task| &task.measures).map(|measure| measure.id.to_string()).collect();
        assert_eq!(found(query), all, "{query}");
    }
    let of_unit =
        |name: &str| -> Vec<u16> { plan().scope(unit(name)).tasks.iter().map(|i| plan().tasks[*i].no.task).collect() };
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
        |filter| filter.reported = true,
        |filter| filter.unreported = true,
        |filter| filter.problem = true,
        |filter| filter.target = true,
        |filter| filter.lead = true,
        |filter| filter.support = true,
        |filter| filter.soon = true,
        |filter| filter.overdue = true,
        |filter| filter.counted = true,
        |filter| _ = filter.sections.insert(1),
        |filter| _ = filter.states.insert(State::Behind),
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
        let shown = shown(party, &Filter::default(), &Ledger::default());
        assert_eq!(shown.measures.iter().copied().collect::<Vec<_>>(), scope, "{party:?}");
        // What the plan does not say to be the locality's is on its list, and beside its total.
        let own: usize = plan().scope(party).tasks.iter().map(|i| plan().tasks[*i].measures.len()).sum();
        let total = Total {
            tasks: plan().scope(party).tasks.len(),
            count: Count { done: 0, all: own },
            not_applicable: 0,
            undetermined: scope.len() - own,
        };
        assert_eq!(shown.total, total, "{party:?}");
        let Facets { sections, stages, target, lead, support, soon, overdue, returned } = shown.facets;
        assert_eq!([lead, support, soon, overdue, returned], [0; 5], "{party:?}: no roles, no deadlines, no returns");
        assert_eq!(sections.iter().sum::<usize>(), scope.len(), "{party:?}");
        // What the plan does not say to be the locality's is shown, and not counted until it reports.
        let counted: usize = plan().scope(party).tasks.iter().map(|i| plan().tasks[*i].measures.len()).sum();
        assert_eq!(stages, [scope.len(), counted, 0, 0, 0, 0, 0], "{party:?}");
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
        for (rendition, words) in [(Rendition::Record, in_record), (Rendition::Simplified, in_reading)] {
            let read = |rendition| Reading::new(record, &plan().rewordings, rendition);
            let others = Rendition::READINGS.into_iter().filter(|other| *other != rendition);
            let (shown, others) = (read(rendition), others.map(read).collect::<Vec<_>>());
            let hits = hits(record, &shown, &others, &terms(query));
            let hits: Vec<&str> = hits.into_iter().map(|hit| &shown.text()[hit]).collect();
            assert_eq!(hits, words, "{query} in the {rendition:?}");
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
    check("智慧安防", "12.3", &["智慧型安防"], &["智能安防"]);
    check("", "12.1", &[], &[]);
    check("no such words", "12.1", &[], &[]);
}

#[test]
fn hits_that_touch_are_one() {
    let record = "加大5G網路、網路建設";
    let reading = Reading::new(record, &[], Rendition::Record);
    let shown = |query| -> Vec<&str> {
        hits(record, &reading, &[], &terms(query)).into_iter().map(|hit| &record[hit]).collect()
    };
    assert_eq!(shown("加大 5g"), ["加大5G"]);
    assert_eq!(shown("5G網 網路"), ["5G網路", "網路"]);
    assert_eq!(shown("網路 路、"), ["網路、網路"], "the mark between two hits belongs to one of them");
    assert_eq!(shown("建設 加"), ["加", "建設"], "in the order of the text, not of the query");
}

/// The ledger of these statuses and problems: `1.1 coordinator behind`, `1.1 unit:市公安局 !缺資金`.
fn saying(lines: &[&str]) -> Ledger {
    let mut ledger = Ledger::default();
    for line in lines {
        let [id, party, said] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let party = plan().party_of_key(party).expect("a party of the plan");
        let (field, value) = said.strip_prefix('!').map_or((Field::Status, said), |problem| (Field::Problem, problem));
        let key = MarkKey::Placed(party, id.parse().expect("the id of a measure"));
        assert!(ledger.set(Change { key, field, value: value.into() }, 5).is_some(), "{line}");
    }
    ledger
}

/// A list of six measures, one of each kind: for the first locality, of tasks that are all localities' (10) and of
/// such as the plan does not say whose (5).
#[test]
fn each_facet_shows_what_it_says() {
    let ledger = saying(&[
        "10.1 locality:樂都區 done",
        "10.2 locality:樂都區 behind",
        "10.2 locality:樂都區 !缺資金",
        "10.3 locality:樂都區 not-applicable",
        "10.3 coordinator !此項待定",
        "5.1 locality:樂都區 under-way",
        "5.2 coordinator done",
    ]);
    let party = Party::Locality(0);
    let wanted = |id: &MeasureId| {
        let label = plan().label(*id);
        [5, 10].contains(&label.task.task) && label.n < 4
    };
    let check = |filter: &Filter, expected: &[&str]| {
        let shown = shown(party, filter, &ledger);
        let ids: Vec<String> = shown.measures.iter().filter(|id| wanted(id)).map(ToString::to_string).collect();
        assert_eq!(ids, expected, "{filter:?}");
    };
    let on = |switch: fn(&mut Filter)| {
        let mut filter = Filter::default();
        switch(&mut filter);
        filter
    };
    check(&Filter::default(), &["5.1", "5.2", "5.3", "10.1", "10.2", "10.3"]);
    check(&on(|f| f.done = true), &["10.1"]);
    check(&on(|f| f.open = true), &["5.1", "10.2"]);
    check(&on(|f| (f.open, f.done) = (true, true)), &["5.1", "5.2", "5.3", "10.1", "10.2", "10.3"]);
    check(&on(|f| f.problem = true), &["10.2"]);
    check(&on(|f| f.counted = true), &["5.1", "10.1", "10.2"]);
    check(&on(|f| f.unreported = true), &[]);
    check(&Filter::of_state(State::Behind), &["10.2"]);
    check(&Filter::of_state(State::NotApplicable), &["10.3"]);
    check(&Filter::of_state(State::UnderWay), &["5.1"]);
    check(&Filter::of_state(State::SignedOff), &[]);
    check(&on(|f| f.states = [State::Behind, State::Done].into_iter().collect()), &["10.1", "10.2"]);
    check(&on(|f| (f.states, f.done) = ([State::Behind, State::Done].into_iter().collect(), true)), &["10.1"]);
    // For the plan: one who does not report stands open, and who wrote the problem does not matter.
    let of_plan = |filter: &Filter| {
        let shown = shown(Party::Coordinator, filter, &ledger);
        shown.measures.iter().filter(|id| wanted(id)).map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(of_plan(&on(|f| f.problem = true)), ["10.2", "10.3"]);
    assert_eq!(of_plan(&on(|f| f.done = true)), ["5.2"], "of the coordinator a sign-off");
    assert_eq!(of_plan(&on(|f| f.open = true)), ["5.1", "5.3", "10.1", "10.2", "10.3"]);
    assert_eq!(of_plan(&on(|f| f.unreported = true)), ["5.3"]);
    assert_eq!(of_plan(&Filter::of_state(State::Done)), [""; 0], "nobody else has reported it");
    assert_eq!(of_plan(&on(|f| f.behind = true)), ["10.2"], "as one of several says");
}

#[test]
fn of_a_state_a_filter_has_one_form() {
    for state in State::ALL {
        let filter = Filter::of_state(state);
        assert_eq!(filter.states.iter().collect::<Vec<_>>(), [&state]);
        assert_eq!(filter, Filter { states: filter.states.clone(), ..Filter::default() });
    }
}

#[test]
fn the_counts_of_a_facet_leave_that_facet_out() {
    let ledger = saying(&["1.1 unit:市公安局 done", "1.2 unit:市公安局 behind", "1.2 unit:市公安局 !缺資金"]);
    let unit = unit("市公安局");
    let all = plan().scope_measures(unit).len();
    let behind = shown(unit, &Filter::of_state(State::Behind), &ledger);
    assert_eq!(ids(&behind), ["1.2"]);
    // All, missing, under way, behind, done, signed off, with problems: whichever is chosen.
    let expected = [all, all - 2, 0, 1, 1, 0, 1];
    assert_eq!(behind.facets.stages, expected);
    assert_eq!(shown(unit, &Stage::Done.of(&Filter::default(), unit), &ledger).facets.stages, expected);
}

/// Each stage of each list has a filter of its own, which keeps what is said beside it.
#[test]
fn a_stage_takes_the_place_of_another() {
    let unit = unit("市公安局");
    for party in [Party::Coordinator, unit] {
        for stage in Stage::ALL.into_iter().filter(|stage| stage.is_of(party)) {
            let before = Filter { query: "户".into(), target: true, red: true, reported: true, ..Filter::default() };
            let staged = stage.of(&before, party);
            assert_eq!(Stage::chosen(&staged, party), Some(stage), "{party:?}");
            assert_eq!((staged.query.as_str(), staged.target, staged.red), ("户", true, false), "{stage:?}");
            for other in Stage::ALL.into_iter().filter(|other| other.is_of(party)) {
                assert_eq!(other.of(&staged, party), other.of(&before, party), "{stage:?}, then {other:?}");
            }
        }
        assert_eq!(Stage::chosen(&Filter { red: true, ..Filter::default() }, party), None, "a light is no stage");
    }
}

/// A filter with any facets of the plan, and a query that finds much, little or nothing.
fn filter() -> impl Strategy<Value = Filter> {
    const QUERIES: [&str; 11] =
        ["", " ", "建設", "建设 市", "市教育局", "加快 学校", "网络", "幼儿园", "e", "10", "沒有"];
    let query = prop_oneof![1 => Just(""), 1 => proptest::sample::select(&QUERIES[..])];
    let sections = proptest::collection::vec(1_u16..=6, 0..4).prop_map(|sections| sections.into_iter().collect());
    let some = proptest::collection::vec(proptest::sample::select(&State::ALL[..]), 1..4);
    let states = prop_oneof![Just(Vec::new()), some].prop_map(|states| states.into_iter().collect());
    let flags = proptest::collection::vec(proptest::bool::weighted(0.12), 17);
    (query, sections, states, flags).prop_map(|(query, sections, states, on)| Filter {
        query: query.into(),
        sections,
        open: on[0],
        done: on[1],
        states,
        reported: on[2],
        unreported: on[3],
        problem: on[4],
        behind: on[11],
        returned: on[12],
        red: on[13],
        yellow: on[14],
        green: on[15],
        unlit: on[16],
        target: on[5],
        lead: on[6],
        support: on[7],
        soon: on[8],
        overdue: on[9],
        counted: on[10],
        unknown: Vec::new(),
    })
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

/// The role of a party in a measure of [`assigned`].
fn role(task: &Task, measure: &Measure, party: Party) -> Option<Role> {
    let statement = &task.responsibilities[measure.responsibility.unwrap_or(0)];
    let is_own = |who: Assignee| match party {
        Party::Coordinator => false,
        Party::Unit(unit) => who == Assignee::Unit(unit),
        Party::Locality(_) => matches!(who, Assignee::Localities(_)),
    };
    let roles: Vec<Role> = statement.assigned.iter().filter(|a| is_own(a.who)).map(|a| a.role).collect();
    [Role::Lead, Role::Responsible, Role::Support].into_iter().find(|role| roles.contains(role))
}

/// What is asked of a measure beside its standing: the number of its section, whether it has a target, the party's role, and
/// whether it has the day [`END_OF_YEAR`].
type Facts = (u16, bool, Option<Role>, bool);

/// Which facets a measure passes on a day: the section, done or not, the state, reported or not, problem, target, the role, the
/// deadline, whether it counts, somebody behind, given back. Said afresh, from what the fields of [`Filter`] promise.
fn passes(filter: &Filter, facts: Facts, standing: Standing, today: Day) -> [bool; 12] {
    let (section, has_target, role, has_day) = facts;
    let counted = standing.counts && standing.state != State::NotApplicable;
    let reported = standing.reported() > 0 || !matches!(standing.state, State::NotReported | State::SignedOff);
    let unreported = standing.state == State::NotReported;
    let done = match (filter.open, filter.done) {
        (true, false) => counted && !standing.done,
        (false, true) => standing.done,
        _ => true,
    };
    let says = match (filter.reported, filter.unreported) {
        (true, false) => standing.counts && reported,
        (false, true) => standing.counts && unreported,
        _ => true,
    };
    [
        filter.sections.is_empty() || filter.sections.contains(&section),
        done,
        filter.states.is_empty() || standing.counts && filter.states.contains(&standing.state),
        says,
        !filter.problem || standing.problem,
        !filter.target || has_target,
        match (filter.lead, filter.support) {
            (false, false) => true,
            (lead, support) => lead && role == Some(Role::Lead) || support && role == Some(Role::Support),
        },
        match (filter.soon, filter.overdue) {
            (false, false) => true,
            (soon, overdue) => {
                has_day
                    && counted
                    && !standing.done
                    && if today > END_OF_YEAR { overdue } else { soon && today + NEAR >= END_OF_YEAR }
            }
        },
        !filter.counted || counted,
        !filter.behind || standing.behind,
        !filter.returned || standing.returned,
        match (filter.red, filter.yellow, filter.green, filter.unlit) {
            (false, false, false, false) => true,
            (red, yellow, green, unlit) => match standing.light {
                Some(Light::Red) => red,
                Some(Light::Yellow) => yellow,
                Some(Light::Green) => green,
                None => unlit && counted,
            },
        },
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_shown_and_counted_is_what_the_plan_says(
        party in party(), filter in filter(), ledger in busy_ledger(), today in today(),
    ) {
        let plan = assigned;
        let shown = shown_on(today, party, &filter, &ledger);
        // How many pass the filter without the facet that is counted, one by one.
        let mut measures = Vec::new();
        let mut facets = Facets { sections: vec![0; plan().sections.len()], ..Facets::default() };
        let mut own_tasks = Vec::new();
        let mut total = Total::default();
        for i in plan().scope(party).all() {
            let task = &plan().tasks[i];
            let no = plan().section_of(i).expect("every task has a section").no;
            let asked = Asked::of(plan(), task);
            for measure in task.measures.iter().filter(|measure| is_found(&filter.query, i, measure)) {
                let standing = Standing::of(ledger.said_of(measure.id), &asked, (task, measure), party);
                let standing = Standing { light: some_light(measure), ..standing };
                let facts = (no, !measure.targets.is_empty(), role(task, measure, party), i % 3 == 0);
                // Whether it would be shown if the filter were changed like this.
                let would = |change: &dyn Fn(&mut Filter)| {
                    let mut filter = filter.clone();
                    change(&mut filter);
                    usize::from(passes(&filter, facts, standing, today) == [true; 12])
                };
                facets.sections[usize::from(no) - 1] += would(&|f| f.sections = [no].into_iter().collect());
                for (count, stage) in facets.stages.iter_mut().zip(Stage::ALL) {
                    *count += would(&|f| *f = stage.of(f, party));
                }
                facets.target += would(&|f| f.target = true);
                facets.lead += would(&|f| (f.lead, f.support) = (true, false));
                facets.support += would(&|f| (f.lead, f.support) = (false, true));
                facets.soon += would(&|f| (f.soon, f.overdue) = (true, false));
                facets.overdue += would(&|f| (f.soon, f.overdue) = (false, true));
                if would(&|_| ()) == 1 {
                    measures.push(measure.id);
                    match (standing.counts, standing.state) {
                        (false, _) => total.undetermined += 1,
                        (true, State::NotApplicable) => total.not_applicable += 1,
                        (true, _) => total.count.all += 1,
                    }
                    own_tasks.extend(standing.counts.then_some(i));
                    total.count.done += usize::from(standing.done);
                }
            }
        }
        own_tasks.dedup();
        total.tasks = own_tasks.len();
        prop_assert_eq!(shown, Shown { measures: measures.into_iter().collect(), total, facets });
    }

    /// What a facet counts is what is shown once it is chosen.
    #[test]
    fn a_facet_keeps_its_promise(party in party(), filter in filter(), ledger in busy_ledger(), today in today()) {
        let count = |filter: Filter| shown_on(today, party, &filter, &ledger).measures.len();
        let facets = shown_on(today, party, &filter, &ledger).facets;
        for (section, promised) in plan().sections.iter().zip(facets.sections) {
            prop_assert_eq!(count(Filter { sections: [section.no].into_iter().collect(), ..filter.clone() }), promised);
        }
        for (stage, promised) in Stage::ALL.into_iter().zip(facets.stages) {
            prop_assert_eq!(count(stage.of(&filter, party)), promised, "{:?}", stage);
        }
        prop_assert_eq!(count(Filter { target: true, ..filter.clone() }), facets.target);
        prop_assert_eq!(count(Filter { lead: true, support: false, ..filter.clone() }), facets.lead);
        prop_assert_eq!(count(Filter { lead: false, support: true, ..filter.clone() }), facets.support);
        prop_assert_eq!(count(Filter { soon: true, overdue: false, ..filter.clone() }), facets.soon);
        prop_assert_eq!(count(Filter { soon: false, overdue: true, ..filter.clone() }), facets.overdue);
    }

    /// Whoever follows a number of the overview to the list finds so many measures there.
    #[test]
    fn the_overview_counts_what_the_list_shows(ledger in busy_ledger()) {
        let overview = Overview::of(plan(), &ledger);
        for row in std::iter::once(&overview.plan).chain(&overview.parties) {
            let standings = Standings::of_party(plan(), &ledger, row.party);
            let scope = plan().scope(row.party);
            let show = |filter: &Filter| index().shown(&scope, filter, &standings, 0);
            let mut by_state = Tally::default();
            for state in State::ALL {
                let filter = Filter::of_state(state);
                let shown = show(&filter);
                prop_assert_eq!(shown.measures.len(), row.all.of(state), "{:?} {:?}", row.party, state);
                for _ in &shown.measures {
                    by_state.add(state);
                }
                // Sections: what is shown of each, by the ids shown, and for one of them by the filter itself.
                for (section, tally) in plan().sections.iter().zip(&row.sections) {
                    let is_there = |id: &&MeasureId| section.tasks.contains(&plan().measure_place(**id).unwrap().0);
                    prop_assert_eq!(shown.measures.iter().filter(is_there).count(), tally.of(state), "{:?}", row.party);
                }
                let section = &plan().sections[state as usize % plan().sections.len()];
                let in_section = Filter { sections: [section.no].into_iter().collect(), ..filter };
                let promised = row.sections[usize::from(section.no) - 1].of(state);
                prop_assert_eq!(show(&in_section).measures.len(), promised, "{:?} {:?} {}", row.party, state, section.no);
            }
            prop_assert_eq!(by_state, row.all);
            let everything = show(&Filter::default());
            let counted = show(&Filter { counted: true, ..Filter::default() });
            prop_assert_eq!(counted.measures.len(), row.all.counted());
            let count = row.all.done(row.party);
            prop_assert_eq!((counted.total.count.done, counted.measures.len()), (count.done, count.all), "k of n");
            let done = Stage::ALL[if row.party == Party::Coordinator { 5 } else { 4 }];
            prop_assert_eq!(everything.facets.stages[done as usize], count.done, "and the row of stages says the same");
        }
        let problem = shown(Party::Coordinator, &Filter { problem: true, ..Filter::default() }, &ledger);
        prop_assert_eq!(problem.measures.len(), overview.problems);
    }
}

proptest! {
    #[test]
    fn hits_are_in_order_apart_and_the_words_themselves(
        texts in proptest::collection::vec(proptest::sample::select(&["網路", "網", "路", "5G", "ｇ", " ", "é", "😀", "ab", "B"][..]), 0..12),
        query in "[網路网路5gGaB😀é ]{0,5}",
    ) {
        let text = texts.concat();
        let terms = terms(&query);
        let reading = Reading::new(&text, &[], Rendition::Record);
        let hits = hits(&text, &reading, &[], &terms);
        prop_assert!(hits.windows(2).all(|pair| pair[0].end < pair[1].start), "{:?}", hits);
        for hit in find(&text, &terms) {
            prop_assert!(terms.contains(&fold_text(&text[hit.clone()])), "{:?}", hit);
            prop_assert!(hits.iter().any(|shown| shown.start <= hit.start && hit.end <= shown.end), "{:?}", hit);
        }
        let folded = fold_text(&text);
        prop_assert_eq!(hits.is_empty(), !terms.iter().any(|term| folded.contains(term.as_str())));
    }
}

proptest! {
    #[test]
    fn a_search_that_is_typed_finds_what_it_finds_at_once(
        queries in proptest::collection::vec("(网|络|網路|招聘|教育局|5g|a|j|y|g|d|发|改|委|国|土|局| ){0,4}", 1..12),
    ) {
        let mut typed = Search::default();
        let mut before = Vec::new();
        for query in queries {
            let terms = terms(&query);
            let mut at_once = Search::default();
            at_once.turn(index(), terms.clone());
            prop_assert_eq!(typed.turn(index(), terms.clone()), terms != before, "{}", query);
            prop_assert_eq!(typed.terms(), at_once.terms());
            before = terms;
            for (nth, measure) in plan().measures().enumerate() {
                prop_assert_eq!(typed.hits(nth), at_once.hits(nth), "{} in {}", query, measure.id);
            }
            for (i, task) in plan().tasks.iter().enumerate() {
                prop_assert_eq!(typed.hits_in_heading(i), at_once.hits_in_heading(i), "{} in {}", query, task.id);
                for assigned in task.assigned() {
                    let marks = |search: &Search| search.hits_in_name(assigned.who, plan().text(assigned.span));
                    prop_assert_eq!(marks(&typed), marks(&at_once), "{} in {}", query, task.id);
                }
            }
        }
    }
}

#[test]
fn which_words_a_text_has_is_known_where_it_is_found() {
    let mut search = Search::default();
    search.turn(index(), terms("网络 招聘"));
    let at = |id: &str| plan().measures().position(|measure| measure.id.to_string() == id).expect("the plan has it");
    assert_eq!(search.hits(at("3.4")), Some(0b11));
    assert_eq!(search.hits(at("12.1")), None, "it has one of them");
    search.turn(index(), terms("招聘 市教育局"));
    assert_eq!(search.hits(at("3.4")), Some(0b01), "the other is a unit's name");
    search.turn(index(), Vec::new());
    assert_eq!(search.hits(at("12.1")), Some(0));
}

/// A body is found by what people call it with all of its tasks and no others, as many as are counted.
#[test]
fn a_body_that_is_called_otherwise_is_found_with_its_tasks() {
    for (query, name) in [
        ("发改委", "市發展改革委"),
        ("發改委", "市發展改革委"),
        ("fgw", "市發展改革委"),
        ("jyj", "市教育局"),
        ("jiaoyu", "市教育局"),
        ("住建局", "市住房建設局"),
        ("人社局", "市人力資源社會保障局"),
        ("卫健委", "市衛生健康委"),
        ("文旅局", "市文體旅遊廣電局"),
        ("国土局", "市自然資源規劃局"),
        ("人行", "人民銀行海東中心支行"),
        ("工信委", "市工業信息化局"),
        ("住建委", "市住房建設局"),
        ("文旅委", "市文體旅遊廣電局"),
        ("银监", "海東銀監局"),
    ] {
        let filter = Filter { query: query.into(), ..Filter::default() };
        let found = shown(Party::Coordinator, &filter, &Ledger::default());
        let own = plan().scope_measures(unit(name));
        assert_eq!(found.measures.iter().copied().collect::<Vec<_>>(), own, "{query}");
        assert_eq!(found.total.count.all, own.len(), "{query}");
        let mut search = Search::default();
        search.turn(index(), terms(query));
        for (i, task) in plan().tasks.iter().enumerate() {
            let has = task.assigned().any(|assigned| Party::of(assigned.who) == Some(unit(name)));
            assert_eq!(search.hits_in_heading(i), [0, u32::from(has)], "{query} in {}", task.id);
        }
        let marked = |name: &str| {
            !search.hits_in_name(Assignee::Unit(plan().unit_named(name).expect("a unit")), name).is_empty()
        };
        assert!(marked(name) && !marked("市公安局"), "{query}");
    }
}

/// Who looks for a locality finds what all localities are asked for, however it is called and whether or not the text names it.
#[test]
fn the_search_finds_what_a_locality_is_asked_for() {
    let all = Assignee::Localities(Reach::All);
    for query in ["互助县", "hz", "huzhu", "乐都区", "樂都", "民和", "minhe", "平安"] {
        let filter = Filter { query: query.into(), ..Filter::default() };
        let found = shown(Party::Coordinator, &filter, &Ledger::default());
        let mut search = Search::default();
        search.turn(index(), terms(query));
        for (i, task) in plan().tasks.iter().enumerate() {
            let is_asked = task.assigned().any(|assigned| assigned.who == all);
            let is_hit = search.hits_in_heading(i)[1] != 0;
            assert_eq!(is_hit, is_asked, "{query} in {}", task.id);
            let has = task.measures.iter().all(|measure| found.measures.contains(&measure.id));
            assert!(has || !is_asked, "{query} in {}", task.id);
        }
        assert!(!search.hits_in_name(all, "各縣區政府").is_empty(), "{query}");
        let some = Assignee::Localities(Reach::Undetermined);
        assert!(search.hits_in_name(some, "相關縣區政府").is_empty(), "{query}");
    }
    let letters = Filter { query: "zzz".into(), ..Filter::default() };
    assert_eq!(shown(Party::Coordinator, &letters, &Ledger::default()).total.count.all, 0, "of 自治, 族 and 治");
}

/// Words of the text are looked for as words, though they might also be what people call a body.
#[test]
fn a_word_of_the_text_means_no_body_besides() {
    for word in ["社保", "农牧", "国土", "建设", "网络", "生态环境", "城镇化", "5G"] {
        let filter = Filter { query: word.into(), ..Filter::default() };
        let found = shown(Party::Coordinator, &filter, &Ledger::default());
        let texts = |id: &MeasureId| {
            let (task, measure) = (plan().task_of(*id).expect("it has one"), plan().measure(*id).expect("it is there"));
            let task = plan().tasks.iter().position(|other| other.id == task.id).expect("it is there");
            is_found(word, task, measure)
        };
        assert!(!found.measures.is_empty(), "{word}");
        assert!(found.measures.iter().all(texts), "{word}");
    }
}
