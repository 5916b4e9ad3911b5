//! What is open, as an address, both ways.

use crate::ledger::{measure, plan};
use proptest::prelude::*;
use std::fmt::Write;
use yaodian::domain::filter::Filter;
use yaodian::domain::party::Party;
use yaodian::domain::plan::TaskId;
use yaodian::domain::rollup::State;
use yaodian::route::{Address, Anchor, Kind, ListView, Print, Route};

fn unit(name: &str) -> Party {
    Party::Unit(plan().unit_named(name).expect("a unit of the plan"))
}

fn locality(name: &str) -> Party {
    Party::Locality(plan().localities.iter().position(|l| l.key == name).expect("a locality of the plan"))
}

fn list(party: Party, filter: Filter) -> Route {
    Route::List(ListView { party, filter })
}

fn paper(party: Party, filter: Filter, blank: bool) -> Route {
    Route::Print(Print { blank, ..Print::of(ListView { party, filter }) })
}

fn in_sections(sections: &[u16]) -> Filter {
    Filter { sections: sections.iter().copied().collect(), ..Filter::default() }
}

fn searching(query: &str) -> Filter {
    Filter { query: query.into(), ..Filter::default() }
}

/// As browsers write it back: everything that is not ASCII, and a few marks, percent-encoded.
fn as_browsers_write(address: &str) -> String {
    let mut out = String::new();
    for byte in address.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>`".contains(&byte) {
            out.push(byte.into());
        } else {
            write!(out, "%{byte:02X}").unwrap();
        }
    }
    out
}

#[test]
fn every_route_has_its_address() {
    #[track_caller]
    fn check(address: &str, route: &Route) {
        assert_eq!(route.address(plan()), address);
        assert_eq!(Route::read(address, plan()), Address::Opens(route.clone()), "{address}");
        let encoded = as_browsers_write(address);
        assert_eq!(Route::read(&encoded, plan()), Address::Opens(route.clone()), "{encoded}");
        let bare = &address[1..];
        assert_eq!(Route::read(bare, plan()), Address::Opens(route.clone()), "{bare}");
    }
    let education = unit("市教育局");
    check("#/", &Route::default());
    check("#/", &list(Party::Coordinator, Filter::default()));
    check("#/unit/市教育局", &list(education, Filter::default()));
    check("#/locality/樂都區", &list(locality("樂都區"), Filter::default()));
    check("#/?q=网络", &list(Party::Coordinator, searching("网络")));
    check(
        "#/unit/市教育局?q=网络&section=1.6&open&target",
        &list(education, Filter { query: "网络".into(), open: true, target: true, ..in_sections(&[1, 6]) }),
    );
    check(
        "#/locality/樂都區?section=2&open&done",
        &list(locality("樂都區"), Filter { open: true, done: true, ..in_sections(&[2]) }),
    );
    let in_states = |states: &[State]| Filter { states: states.iter().copied().collect(), ..Filter::default() };
    for state in State::ALL {
        check(&format!("#/overview?show={}", state.key()), &Route::Overview(Some(state)));
        if state != State::NotReported {
            check(&format!("#/?status={}", state.key()), &list(Party::Coordinator, in_states(&[state])));
        }
    }
    check("#/overview", &Route::Overview(None));
    check("#/overview?show=behind", &Route::Overview(Some(State::Behind)));
    check("#/?status=behind.not-started", &list(Party::Coordinator, in_states(&[State::NotStarted, State::Behind])));
    let problems = Filter { problem: true, ..in_states(&[State::Behind, State::NotStarted]) };
    check("#/?status=behind.not-started&problem", &list(Party::Coordinator, problems));
    for (name, switch) in [
        ("open", (|f| f.open = true) as fn(&mut Filter)),
        ("done", |f| f.done = true),
        ("reported", |f| f.reported = true),
        ("unreported", |f| f.unreported = true),
        ("problem", |f| f.problem = true),
        ("target", |f| f.target = true),
        ("counted", |f| f.counted = true),
    ] {
        let mut filter = Filter::default();
        switch(&mut filter);
        check(&format!("#/?{name}"), &list(Party::Coordinator, filter.clone()));
        check(&format!("#/print/unit/市教育局?{name}&blank"), &paper(education, filter, true));
    }
    let everything = Filter {
        query: "网络".into(),
        open: true,
        done: true,
        reported: true,
        unreported: true,
        problem: true,
        target: true,
        counted: true,
        states: [State::SignedOff, State::NotApplicable].into_iter().collect(),
        ..in_sections(&[2])
    };
    check(
        "#/?q=网络&section=2&status=signed-off.not-applicable&open&done&reported&unreported&problem&target&counted",
        &list(Party::Coordinator, everything),
    );
    check("#/read", &Route::Read);
    check("#/data", &Route::Data);
    check("#/print", &paper(Party::Coordinator, Filter::default(), false));
    check("#/print?blank", &paper(Party::Coordinator, Filter::default(), true));
    check("#/print/unit/市教育局?blank", &paper(education, Filter::default(), true));
    check("#/print/unit/市教育局?q=10&open&blank", &paper(education, Filter { open: true, ..searching("10") }, true));
    let done = Filter { done: true, ..Filter::default() };
    check("#/print/locality/樂都區?done", &paper(locality("樂都區"), done, false));
    // What would be read as something else is written as something else.
    check("#/?q=a%20%26%20b%3Dc%2B%23%3F%2F%25", &list(Party::Coordinator, searching("a & b=c+#?/%")));
    check("#/?q=%2541", &list(Party::Coordinator, searching("%41")));
    check("#/?q=😀%09é", &list(Party::Coordinator, searching("😀\té")));
}

#[test]
fn an_address_may_be_written_in_other_ways() {
    #[track_caller]
    fn check(address: &str, route: Route) {
        assert_eq!(Route::read(address, plan()), Address::Opens(route), "{address}");
    }
    for address in ["", "#", "/", "#/", "#//", "#/?", "#/?q=", "#/?q=&section=&", "#/?blank"] {
        check(address, Route::default());
    }
    let tourism = unit("市文體旅遊廣電局");
    check("#/unit/市文體廣電旅遊局", list(tourism, Filter::default()));
    check("#/unit/市文體旅遊廣電局/", list(tourism, Filter::default()));
    check("#/%75nit/%E5%B8%82%E6%95%99%e8%82%b2%e5%b1%80", list(unit("市教育局"), Filter::default()));
    check("#/print/", paper(Party::Coordinator, Filter::default(), false));
    check("#/print/?blank=1", paper(Party::Coordinator, Filter::default(), true));
    check("#/read?q=a", Route::Read);
    // The overview, where it does not know what is to be shown.
    for address in
        ["#/overview", "#/overview/", "#/overview?", "#/overview?show", "#/overview?show=", "#/overview?show=late"]
    {
        check(address, Route::Overview(None));
    }
    check("#/overview?show=late&show=behind", Route::Overview(None));
    check("#/overview?open&show=signed-off&q=a", Route::Overview(Some(State::SignedOff)));
    check("#/%6fverview?show=done", Route::Overview(Some(State::Done)));
    // Statuses of a later version are passed over, as sections are; 未填報 has a facet of its own.
    let behind = Filter { states: [State::Behind].into_iter().collect(), ..Filter::default() };
    for status in ["behind", "late.behind", ".behind.", "behind.behind", "behind.not-reported", "Done.behind.0"] {
        check(&format!("#/?status={status}"), list(Party::Coordinator, behind.clone()));
    }
    for status in ["", "late", "not-reported", ".", "behind,done"] {
        check(&format!("#/?status={status}"), Route::default());
    }
    check("#/?status=done&status=behind", list(Party::Coordinator, behind));
    check("#/?unreported=1&reported=", {
        list(Party::Coordinator, Filter { reported: true, unreported: true, ..Filter::default() })
    });
    // Sections and facets that there are not are passed over, so that more is shown and not less.
    check("#/?section=1.99.0.x.-1.70000.6", list(Party::Coordinator, in_sections(&[1, 6])));
    check("#/?section=99", Route::default());
    check("#/?unit=市教育局&later&q=a", list(Party::Coordinator, searching("a")));
    check("#/?q=a&q=b", list(Party::Coordinator, searching("b")));
    // What is no percent-encoding stays; what is none of UTF-8 is said to be none.
    check("#/?q=100%", list(Party::Coordinator, searching("100%")));
    check("#/?q=%4", list(Party::Coordinator, searching("%4")));
    check("#/?q=%zz%2", list(Party::Coordinator, searching("%zz%2")));
    check("#/?q=a%FFb", list(Party::Coordinator, searching("a\u{fffd}b")));
    check("#/?q=a+b=c", list(Party::Coordinator, searching("a+b=c")));
}

#[test]
fn a_place_in_the_list_has_its_address() {
    #[track_caller]
    fn check(address: &str, anchor: Anchor) {
        assert_eq!(Route::read(address, plan()), Address::Place(anchor), "{address}");
        assert_eq!(format!("#{}", anchor.element_id()), address);
        assert_eq!(Route::read(&address[1..], plan()), Address::Place(anchor), "{address}");
    }
    check("#m3.2", Anchor::Measure(measure(3, 2)));
    check("#m22.7", Anchor::Measure(measure(22, 7)));
    check("#t3", Anchor::Task(TaskId { section: 0, task: 3 }));
    assert_eq!(Anchor::Measure(measure(3, 2)).task(), TaskId { section: 0, task: 3 });
}

#[test]
fn what_the_plan_does_not_have_is_unknown() {
    #[track_caller]
    fn check(address: &str, said: &str) {
        assert_eq!(Route::read(address, plan()), Address::Unknown(said.into()), "{address}");
    }
    check("#m22.8", "m22.8");
    check("#m3.0", "m3.0");
    check("#m3", "m3");
    check("#m03.2", "m03.2");
    check("#m3.2/", "m3.2/");
    check("#t23", "t23");
    check("#t0", "t0");
    check("#t", "t");
    check("#1-3.2", "1-3.2");
    check("#unit", "unit");
    check("# /", " /");
    check("#/unit", "/unit");
    check("#/unit/", "/unit/");
    check("#/unit/市某局", "/unit/市某局");
    check("#/unit/%E5%B8%82%E6%9F%90%E5%B1%80?q=a%20b", "/unit/市某局?q=a b");
    check("#/unit/樂都區", "/unit/樂都區");
    check("#/locality/市教育局", "/locality/市教育局");
    check("#/unit/市教育局/more", "/unit/市教育局/more");
    check("#/coordinator", "/coordinator");
    check("#/coordinator/", "/coordinator/");
    check("#/print/unit/市某局?blank", "/print/unit/市某局?blank");
    check("#/read/unit/市教育局", "/read/unit/市教育局");
    check("#/data/unit/市教育局", "/data/unit/市教育局");
    check("#/overview/unit/市教育局", "/overview/unit/市教育局");
    check("#/overview/more?show=behind", "/overview/more?show=behind");
    check("#/Overview", "/Overview");
    check("#/read/more", "/read/more");
    check("#/Read", "/Read");
}

#[test]
fn every_party_and_every_row_is_found_by_its_address() {
    for party in plan().parties() {
        let route = list(party, Filter::default());
        let address = as_browsers_write(&route.address(plan()));
        assert_eq!(Route::read(&address, plan()), Address::Opens(route), "{address}");
    }
    for measure in plan().measures() {
        for anchor in [Anchor::Measure(measure.id), Anchor::Task(measure.id.task)] {
            assert_eq!(Route::read(&anchor.element_id(), plan()), Address::Place(anchor));
        }
    }
}

#[test]
fn a_paper_is_about_its_list_and_the_text_about_none() {
    let view = ListView { party: unit("市教育局"), filter: searching("a") };
    assert_eq!(Route::List(view.clone()).view(), view);
    assert_eq!(Route::Print(Print::of(view.clone())).view(), view);
    assert_eq!(Route::Read.view(), ListView::default());
    assert_eq!(Route::Data.view(), ListView::default());
    assert_eq!(Route::Overview(Some(State::Behind)).view(), ListView::default());
}

/// Addresses that the first release gave out: in bookmarks, mails and on printed papers.
#[test]
fn what_the_first_release_linked_to_still_opens() {
    #[track_caller]
    fn check(address: &str, route: &Route) {
        assert_eq!(Route::read(address, plan()), Address::Opens(route.clone()), "{address}");
        assert_eq!(route.address(plan()), address, "and has the same address");
    }
    let open = Filter { open: true, ..Filter::default() };
    check("#/", &Route::default());
    check("#/?open", &list(Party::Coordinator, open.clone()));
    check("#/?done&target", &list(Party::Coordinator, Filter { done: true, target: true, ..Filter::default() }));
    let all = Filter { query: "网络".into(), target: true, ..open.clone() };
    let all = Filter { sections: in_sections(&[1, 6]).sections, ..all };
    check("#/unit/市教育局?q=网络&section=1.6&open&target", &list(unit("市教育局"), all));
    check("#/locality/樂都區?open", &list(locality("樂都區"), open.clone()));
    check("#/print/unit/市教育局?open&blank", &paper(unit("市教育局"), open, true));
    check("#/print?blank", &paper(Party::Coordinator, Filter::default(), true));
    check("#/read", &Route::Read);
    check("#/data", &Route::Data);
}

/// Words that are odd in an address.
fn query() -> impl Strategy<Value = String> {
    const WORDS: [&str; 22] = [
        " ", "%", "&", "#", "+", "=", "?", "/", ".", "%41", "%E5", "&open", "網路", "😀", "\u{3000}", "\t", "\n", "\0",
        "\"", "<é>", "\u{fffd}", "a",
    ];
    let word = prop_oneof![8 => proptest::sample::select(&WORDS[..]).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    proptest::collection::vec(word, 0..8).prop_map(|words| words.concat())
}

fn route() -> impl Strategy<Value = Route> {
    let party = proptest::sample::select(plan().parties().collect::<Vec<_>>());
    let sections = proptest::collection::vec(1_u16..=6, 0..4).prop_map(|sections| sections.into_iter().collect());
    // 未填報 among the states is written as the facet that it has.
    let states = proptest::collection::vec(proptest::sample::select(&State::ALL[..]), 0..4)
        .prop_map(|states| states.into_iter().filter(|state| *state != State::NotReported).collect());
    let views = (party, query(), sections, states, any::<[bool; 7]>()).prop_map(
        |(party, query, sections, states, [open, done, reported, unreported, problem, target, counted])| ListView {
            party,
            filter: Filter { query, sections, open, done, states, reported, unreported, problem, target, counted },
        },
    );
    let state = proptest::option::of(proptest::sample::select(&State::ALL[..]));
    let parties = proptest::sample::select(plan().parties().skip(1).collect::<Vec<_>>());
    let parties = proptest::collection::vec(parties, 0..5).prop_map(|parties| parties.into_iter().collect());
    let kinds = proptest::sample::select(&Kind::ALL[..]);
    let without = proptest::collection::vec(0_u16..11, 0..4).prop_map(|places| places.into_iter().collect());
    let print = (kinds, parties, without, any::<[bool; 5]>());
    (views, state, print, 0_u8..9).prop_map(|(view, state, print, page)| match page {
        0 => Route::Read,
        1 => Route::Data,
        2 => Route::Overview(state),
        3..5 => Route::List(view),
        _ => {
            let (kind, whose, without, [blank, duplex, large, reporting, with_table]) = print;
            // The filters of a batch are everybody's.
            let party = if kind == Kind::Batch { Party::Coordinator } else { view.party };
            let view = ListView { party, ..view };
            Route::Print(Print { kind, view, blank, whose, duplex, with_table, large, reporting, without })
        }
    })
}

/// The same route with the query as it is searched for: without the white space around it.
fn trimmed(route: &Route) -> Route {
    let trimmed = |view: &ListView| ListView {
        party: view.party,
        filter: Filter { query: view.filter.query.trim().to_owned(), ..view.filter.clone() },
    };
    match route {
        Route::List(view) => Route::List(trimmed(view)),
        Route::Print(print) => Route::Print(Print { view: trimmed(&print.view), ..print.clone() }),
        other => other.clone(),
    }
}

proptest! {
    #[test]
    fn every_address_opens_the_same_again(route in route()) {
        let address = route.address(plan());
        prop_assert!(address.starts_with("#/") && !address[1..].contains(['#', ' ', '\t', '\n', '\r', '\0']), "{}", address);
        let opens = Address::Opens(trimmed(&route));
        prop_assert_eq!(Route::read(&address, plan()), opens.clone());
        prop_assert_eq!(Route::read(&as_browsers_write(&address), plan()), opens);
    }

    /// Whatever is typed into the address bar; and what opens has an address that opens the same.
    #[test]
    fn no_address_is_too_odd(words in proptest::collection::vec(query(), 0..4), kind in 0_usize..9) {
        let prefix = ["", "#", "#/", "#/unit/", "#/?", "#m", "#/print?q=", "#/overview?show=", "#/?status="][kind];
        let fragment = prefix.to_owned() + &words.concat();
        if let Address::Opens(route) = Route::read(&fragment, plan()) {
            prop_assert_eq!(Route::read(&route.address(plan()), plan()), Address::Opens(trimmed(&route)));
        }
    }
}

#[test]
fn a_job_of_several_papers_has_an_address() {
    #[track_caller]
    fn check(address: &str, parties: &[Party], blank: bool, duplex: bool) {
        let whose = parties.iter().copied().collect();
        let batch = Route::Print(Print { kind: Kind::Batch, whose, blank, duplex, ..Print::default() });
        assert_eq!(Route::read(address, plan()), Address::Opens(batch), "{address}");
    }
    let education = Party::Unit(plan().unit_named("市教育局").expect("a unit of the plan"));
    check("#/print/all", &[], false, false);
    check("#/print/all?blank&duplex", &[], true, true);
    check("#/print/all?of=unit:市教育局,locality:樂都區", &[education, Party::Locality(0)], false, false);
    // Whom the plan does not have is passed over.
    check("#/print/all?of=unit:市某局,unit%3A市教育局&later", &[education], false, false);
    assert_eq!(Route::read("#/print/all/more", plan()), Address::Unknown("/print/all/more".into()));
    let one = "#/print/all/unit/市教育局";
    assert_eq!(Route::read(one, plan()), Address::Unknown("/print/all/unit/市教育局".into()));
}

#[test]
fn every_paper_has_an_address() {
    #[track_caller]
    fn check(address: &str, print: Print) {
        let route = Route::Print(print);
        assert_eq!(route.address(plan()), address);
        assert_eq!(Route::read(address, plan()), Address::Opens(route), "{address}");
    }
    let education = ListView { party: unit("市教育局"), filter: searching("网络") };
    let of = |kind: Kind, view: &ListView| Print { kind, ..Print::of(view.clone()) };
    check("#/print", Print::default());
    check("#/print/report/unit/市教育局?q=网络", of(Kind::Report, &education));
    check("#/print/text?blank", Print { blank: true, ..of(Kind::Text, &ListView::default()) });
    check(
        "#/print/table/unit/市教育局?q=网络&reporting&a3&without=4.5",
        Print { reporting: true, large: true, without: [4, 5].into_iter().collect(), ..of(Kind::Table, &education) },
    );
    let sections = ListView { filter: in_sections(&[1]), ..ListView::default() };
    check("#/print/all?section=1&duplex", Print { duplex: true, ..of(Kind::Batch, &sections) });
}
