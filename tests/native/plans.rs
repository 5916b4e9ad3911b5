//! Several plans in one page: the one that it carries and two that are quite different, opened one after the other.

use std::sync::{Arc, Weak};

use leptos::prelude::Owner;
use yaodian::domain::filter::Filter;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Plan, Role, Task};
use yaodian::domain::script::{Rendition, Script};
use yaodian::domain::settings::{Lang, Settings};
use yaodian::persist::embedded;
use yaodian::print::checklist::ChecklistPaper;
use yaodian::print::request::PaperRequest;
use yaodian::reader;
use yaodian::route::{self, Address, ListView, Named, Route};
use yaodian::state::{Session, Store};

/// In simplified characters, of a county; numbers restart under each heading, with leads, supports and deadlines.
pub const COUNTY: &str = "\
清水县2024年农村供水保障工作要点

为做好全县农村供水工作，制定本工作要点。

一、工程建设
（一）新建水厂。6月底前完成城东水厂主体工程。新增供水能力2万吨。（牵头单位：县水利局；配合单位：县财政局、各乡镇人民政府）
（二）改造管网。更换老旧管道120公里，漏损率控制在10%以内。（牵头单位：县住建局；配合单位：县水利局）
二、运行管理
（一）水质检测。每月检测一次，12月底前实现行政村全覆盖。（牵头单位：县卫健局；配合单位：县水利局、县疾控中心）
（二）水费收缴。收缴率达到95%以上。（牵头单位：县水利局）
";

/// A table without headings.
pub const TABLE: &str = "\
青山區2024年重點任務分解表

序號\t重點任務\t具體舉措\t責任單位\t完成時限
1\t整治河道\t清理河道垃圾。加固堤岸3公里。\t區水務局、區城管局\t2024年6月底前
2\t建設公園\t新建口袋公園5個。\t區園林局\t2024年10月底前
3\t更新路燈\t更換路燈800盞。\t區城管局\t2024年9月底前
";

fn read(id: &str, text: &str) -> Plan {
    Plan { id: id.into(), ..reader::read(text).plan }
}

/// Every plan of the test: what it is to be like.
struct Expected {
    plan: fn() -> Plan,
    script: Script,
    coordinator: [&'static str; 3],
    sections: usize,
    tasks: usize,
    measures: usize,
    /// A unit, and how many measures its list has.
    unit: (&'static str, usize),
    /// What is searched for, in the other script than the plan's, and the measures that it finds.
    search: (&'static str, &'static [&'static str]),
    /// How many measures set a number.
    targets: usize,
    /// The unit's list as an address.
    address: &'static str,
}

const PLANS: [Expected; 3] = [
    Expected {
        plan: embedded::plan,
        script: Script::Traditional,
        coordinator: ["全市统筹", "全市統籌", "Whole city (coordinator)"],
        sections: 6,
        tasks: 22,
        measures: 129,
        unit: ("市教育局", 17),
        search: ("网络", &["3.4", "12.1", "22.1"]),
        targets: 15,
        address: "#/unit/市教育局",
    },
    Expected {
        plan: || read("county-2024", COUNTY),
        script: Script::Simplified,
        coordinator: ["全县统筹", "全縣統籌", "Whole county (coordinator)"],
        sections: 2,
        tasks: 4,
        measures: 5,
        unit: ("县水利局", 5),
        search: ("檢測", &["2-1.1"]),
        targets: 4,
        address: "#/p/county-2024/unit/县水利局",
    },
    Expected {
        plan: || read("table-2024", TABLE),
        script: Script::Traditional,
        coordinator: ["全区统筹", "全區統籌", "Whole district (coordinator)"],
        sections: 1,
        tasks: 3,
        measures: 4,
        unit: ("區城管局", 3),
        search: ("公园", &["2.1"]),
        targets: 3,
        address: "#/p/table-2024/unit/區城管局",
    },
];

/// A session with the page's own plan.
fn session(lang: Lang) -> Session {
    Session::new(embedded::plan(), Settings::default(), lang, || 1_700_000_000_000)
}

/// Opens a plan, and does something with its workspace.
fn opened(session: Session, plan: Plan, act: impl FnOnce(Store)) {
    session.open(plan);
    let owner = Owner::new();
    owner.with(|| act(Store::on(session)));
    owner.cleanup();
}

#[test]
fn a_plan_of_any_kind_has_its_lists_filters_figures_and_addresses() {
    Owner::new().with(|| {
        let session = session(Lang::ZhHans);
        for expected in &PLANS {
            opened(session, (expected.plan)(), |store| check(store, expected));
        }
    });
}

fn check(store: Store, expected: &Expected) {
    let plan = store.plan();
    let name = plan.id.as_str();
    assert_eq!(plan.script, expected.script, "{name}");
    let sizes = (plan.sections.len(), plan.tasks.len(), plan.measures().count());
    assert_eq!(sizes, (expected.sections, expected.tasks, expected.measures), "{name}");
    assert_eq!(store.party_label(Party::Coordinator), expected.coordinator[0], "{name}");

    // Its lists.
    let total = store.total(Party::Coordinator);
    assert_eq!((total.tasks, total.count.all, total.count.done), (expected.tasks, expected.measures, 0), "{name}");
    let unit = Party::Unit(plan.unit_named(expected.unit.0).unwrap_or_else(|| panic!("{name}: {:?}", plan.units)));
    store.open_party(unit);
    assert_eq!(store.total(unit).count.all, expected.unit.1, "{name}");
    assert_eq!(store.address(&store.route()), expected.address, "{name}");

    // What is reported, and what it comes to.
    let first = plan.scope_measures(unit)[0];
    store.tick(first, true);
    assert_eq!(store.total(unit).count.done, 1, "{name}");
    assert_eq!(store.total(Party::Coordinator).count.done, 0, "{name}: a report is no sign-off");

    // Its filters.
    store.open_party(Party::Coordinator);
    store.search(expected.search.0.into());
    let shown: Vec<String> = store.shown(|shown| shown.measures.iter().map(ToString::to_string).collect());
    assert_eq!(shown, expected.search.1, "{name}: {}", expected.search.0);
    let targets = Filter { target: true, ..Filter::default() };
    assert_eq!(store.found_of(Party::Coordinator, &targets).len(), expected.targets, "{name}");

    // Addresses, there and back.
    for party in plan.parties() {
        let route = Route::List(ListView { party, filter: targets.clone() });
        let address = store.address(&route);
        let (named, rest) = route::split(&address);
        let is_own = name == embedded::ID;
        assert_eq!(named, if is_own { Named::Own } else { Named::Other(name) }, "{address}");
        assert_eq!(Route::written(&rest, &plan), Some(Address::Opens(route)), "{address}");
    }

    // Papers, in the script of the text.
    for rendition in [Rendition::Record, Rendition::Simplified] {
        let measures = plan.scope_measures(unit);
        let ledger = store.ledger(Clone::clone);
        let request = PaperRequest {
            plan: &plan,
            party: unit,
            rendition,
            measures: &measures,
            ledger: Some(&ledger),
            settled: &ledger,
            filters: "",
            date: "2024-06-01",
            round: None,
            number: "",
            with_lights: true,
        };
        let paper = ChecklistPaper::new(&request);
        assert_eq!(paper.rows.iter().filter(|row| row.is_measure()).count(), expected.unit.1, "{name}");
        let tag = if rendition == Rendition::Record { expected.script.tag() } else { "zh-Hans" };
        assert_eq!(paper.words.lang, tag, "{name}");
    }
}

#[test]
fn the_coordinator_is_named_for_the_place_in_every_language() {
    Owner::new().with(|| {
        for (lang, at) in [(Lang::ZhHans, 0), (Lang::ZhHant, 1), (Lang::En, 2)] {
            let session = session(lang);
            for expected in &PLANS {
                opened(session, (expected.plan)(), |store| {
                    assert_eq!(store.party_label(Party::Coordinator), expected.coordinator[at]);
                });
            }
            let nowhere = "工作要点\n1. 种树。（林草局）\n2. 浇水。（水利局）\n";
            opened(session, read("nowhere", nowhere), |store| {
                assert_eq!(store.party_label(Party::Coordinator), ["统筹", "統籌", "Coordinator"][at]);
            });
        }
    });
}

#[test]
fn a_plan_in_simplified_characters_is_shown_as_it_is_printed() {
    Owner::new().with(|| {
        for lang in Lang::ALL {
            opened(session(lang), read("county-2024", COUNTY), |store| {
                assert_eq!((store.rendition(), store.text_lang()), (Rendition::Record, "zh-Hans"), "{lang:?}");
                store.choose_rendition(Rendition::Simplified);
                assert_eq!(store.rendition(), Rendition::Record, "there is no other");
            });
        }
    });
}

#[test]
fn who_leads_and_who_supports_is_read_with_its_role() {
    let plan = read("county-2024", COUNTY);
    let leads = plan.tasks.iter().flat_map(Task::assigned).filter(|assigned| assigned.role == Role::Lead);
    assert_eq!(leads.count(), 4);
    assert_eq!(plan.tasks[0].deadlines.len(), 1);
}

#[test]
fn opening_another_plan_ends_the_one_before() {
    Owner::new().with(|| {
        let session = session(Lang::ZhHans);
        let mut before: Vec<(Weak<Plan>, Store)> = Vec::new();
        for turn in 0..200 {
            let expected = &PLANS[turn % 3];
            session.open((expected.plan)());
            let owner = Owner::new();
            owner.with(|| {
                let store = Store::on(session);
                let plan: Arc<Plan> = store.plan();
                store.tick(plan.measures().next().expect("a measure").id, true);
                assert_eq!(
                    store.total(Party::Coordinator).count.done,
                    1,
                    "what was said of another plan is not of this"
                );
                before.push((Arc::downgrade(&plan), store));
            });
            owner.cleanup();
            drop(owner);
            let alive = before.iter().filter(|(plan, store)| plan.strong_count() > 0 && !store.is_gone()).count();
            assert_eq!(alive, 0, "turn {turn}");
        }
        // The session holds the plan that was opened last, and nobody any of the others.
        let held = before.iter().filter(|(plan, _)| plan.strong_count() > 0).count();
        assert_eq!(held, 1);
    });
}
