//! What is open, as an address, both ways.

use crate::ledger::{measure, plan};
use proptest::prelude::*;
use std::fmt::Write;
use std::sync::OnceLock;
use yaodian::domain::filter::{Filter, Index};
use yaodian::domain::ledger::Ledger;
use yaodian::domain::party::Party;
use yaodian::domain::plan::Plan;
use yaodian::domain::reading::simplified;
use yaodian::domain::rollup::{Standings, State};
use yaodian::route::{self, Address, Anchor, ListView, Named, PaperKind, Print, Route};

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
        ("lead", |f| f.lead = true),
        ("support", |f| f.support = true),
        ("soon", |f| f.soon = true),
        ("overdue", |f| f.overdue = true),
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
        lead: true,
        support: true,
        soon: true,
        overdue: true,
        counted: true,
        states: [State::SignedOff, State::NotApplicable].into_iter().collect(),
        ..in_sections(&[2])
    };
    check(
        "#/?q=网络&section=2&status=signed-off.not-applicable&open&done&reported&unreported&problem&target&lead&support&soon&overdue&counted",
        &list(Party::Coordinator, everything),
    );
    check("#/read", &Route::Read);
    check("#/data", &Route::Data);
    check("#/plans", &Route::Plans);
    check("#/plans/new", &Route::NewPlan);
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
    for address in ["", "#", "/", "#/", "#//", "#/?", "#/?q=", "#/?q=&", "# /", " #/ "] {
        check(address, Route::default());
    }
    // One key in several pairs.
    let both = |of: &str, filter: Filter| check(of, list(Party::Coordinator, filter));
    both("#/?section=1&section=3", Filter { sections: [1, 3].into_iter().collect(), ..Filter::default() });
    both("#/?q=網路&q=教育&q=", Filter { query: "網路 教育".into(), ..Filter::default() });
    let states = [State::Behind, State::Done].into_iter().collect();
    both("#/?status=behind&status=done", Filter { states, ..Filter::default() });
    let several = Route::read("#/print/all?of=unit:市教育局&of=unit:市公安局", plan());
    assert_eq!(several, Route::read("#/print/all?of=unit:市教育局,unit:市公安局", plan()));
    let Address::Opens(Route::Print(print)) = several else { panic!("{several:?} prints") };
    assert_eq!(print.whose.len(), 2);
    let tourism = unit("市文體旅遊廣電局");
    check("#/unit/市文體廣電旅遊局", list(tourism, Filter::default()));
    check("#/unit/市文體旅遊廣電局/", list(tourism, Filter::default()));
    check("#/%75nit/%E5%B8%82%E6%95%99%e8%82%b2%e5%b1%80", list(unit("市教育局"), Filter::default()));
    check("#/print/", paper(Party::Coordinator, Filter::default(), false));
    check("#/print/?blank=1", paper(Party::Coordinator, Filter::default(), true));
    check("#/Unit/市教育局", list(unit("市教育局"), Filter::default()));
    check("#/Overview", Route::Overview(None));
    check("#/LOCALITY/樂都區", list(locality("樂都區"), Filter::default()));
    for address in ["#/overview", "#/overview/", "#/overview?", "#/overview?show", "#/overview?show="] {
        check(address, Route::Overview(None));
    }
    check("#/overview?show=signed-off&show=signed-off", Route::Overview(Some(State::SignedOff)));
    check("#/%6fverview?show=done", Route::Overview(Some(State::Done)));
    let behind = Filter { states: [State::Behind].into_iter().collect(), ..Filter::default() };
    for status in ["behind", ".behind.", "behind.behind"] {
        check(&format!("#/?status={status}"), list(Party::Coordinator, behind.clone()));
    }
    let both = Filter { states: [State::Done, State::Behind].into_iter().collect(), ..Filter::default() };
    check("#/?status=done&status=behind", list(Party::Coordinator, both));
    check("#/?unreported=1&reported=", {
        list(Party::Coordinator, Filter { reported: true, unreported: true, ..Filter::default() })
    });
    check("#/?q=a&q=b", list(Party::Coordinator, searching("a b")));
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
        assert_eq!(format!("#{}", anchor.element_id(plan())), address);
        assert_eq!(Route::read(&address[1..], plan()), Address::Place(anchor), "{address}");
    }
    check("#m3.2", Anchor::Measure(measure(3, 2)));
    check("#m22.7", Anchor::Measure(measure(22, 7)));
    check("#t3", Anchor::Task(plan().tasks[2].id));
    // In capitals, or as an input method for Chinese types it.
    for address in ["#M3.2", "#m３.２", "#ｍ３．２", "#m3．2"] {
        assert_eq!(Route::read(address, plan()), Address::Place(Anchor::Measure(measure(3, 2))), "{address}");
    }
    assert_eq!(Anchor::Measure(measure(3, 2)).task(plan()), Some(2));
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
    check("#/unit", "/unit");
    check("#/unit/", "/unit/");
    check("#/unit/市某局", "/unit/市某局");
    check("#/unit/%E5%B8%82%E6%9F%90%E5%B1%80?q=a%20b", "/unit/市某局?q=a b");
    check("#/unit/樂都區", "/unit/樂都區");
    check("#/locality/市教育局", "/locality/市教育局");
    check("#/m99.9", "/m99.9");
    check("#/xyz", "/xyz");
    check("#/print/unit/市教育局/m2.3", "/print/unit/市教育局/m2.3");
    check("#/coordinator", "/coordinator");
    check("#/coordinator/", "/coordinator/");
    check("#/print/unit/市某局?blank", "/print/unit/市某局?blank");
    check("#/read/unit/市教育局", "/read/unit/市教育局");
    check("#/data/unit/市教育局", "/data/unit/市教育局");
    check("#/overview/unit/市教育局", "/overview/unit/市教育局");
    check("#/overview/more?show=behind", "/overview/more?show=behind");
    check("#/read/more", "/read/more");
}

#[test]
fn the_id_of_a_plan_is_read_however_others_changed_it() {
    #[track_caller]
    fn check(address: &str, id: &str, rest: &str) {
        let (named, within) = route::split(address);
        let Named::Other(said) = named else { panic!("{address} names a plan") };
        assert_eq!((route::meant_plan(said).as_str(), within.as_str()), (id, rest), "{address}");
    }
    check("#/p/two-2022/unit/市教育局", "two-2022", "#/unit/市教育局");
    check("#/p/two-2022。", "two-2022", "#/");
    check("#/p/two-2022。/overview", "two-2022", "#/overview");
    check("#/p/two-2022%E3%80%82/m3.2", "two-2022", "#m3.2");
    check("#/p/Two-2022/", "two-2022", "#/");
    check("#/p/two-２０２２）", "two-2022", "#/");
    check("#/p/%20two-2022%2520/", "two-2022", "#/");
    check("#/p//", "", "#/");
}

#[test]
fn every_party_and_every_row_is_found_by_its_address() {
    for party in plan().parties() {
        let route = list(party, Filter::default());
        let address = as_browsers_write(&route.address(plan()));
        assert_eq!(Route::read(&address, plan()), Address::Opens(route), "{address}");
    }
    for measure in plan().measures() {
        for anchor in [Anchor::Measure(measure.id), Anchor::Task(plan().task_of(measure.id).unwrap().id)] {
            assert_eq!(Route::read(&anchor.element_id(plan()), plan()), Address::Place(anchor));
            let linked = anchor.address(Party::Coordinator, plan());
            assert_eq!(Route::written(&linked, plan()), Some(Address::Place(anchor)));
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
        assert_eq!(Route::written(address, plan()), Some(Address::Opens(route.clone())), "{address}");
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
    check("#/rounds", &Route::Rounds(String::new()));
    check("#/rounds/2021-01-01_2021-03-31", &Route::Rounds("2021-01-01_2021-03-31".into()));
    check("#/arrangement", &Route::Arrangement);
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
    let views =
        (party, query(), sections, states, any::<[bool; 17]>()).prop_map(|(party, query, sections, states, on)| {
            ListView {
                party,
                filter: Filter {
                    query,
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
                },
            }
        });
    let state = proptest::option::of(proptest::sample::select(&State::ALL[..]));
    let parties = proptest::sample::select(plan().parties().skip(1).collect::<Vec<_>>());
    let parties = proptest::collection::vec(parties, 0..5).prop_map(|parties| parties.into_iter().collect());
    let kinds = proptest::sample::select(&PaperKind::ALL[..]);
    let without = proptest::collection::vec(0_u16..11, 0..4).prop_map(|places| places.into_iter().collect());
    let rounds = proptest::sample::select(&["", "2021-01-01_2021-03-31", "2021-04-01_2021-06-30"][..]);
    let print = (kinds, parties, without, any::<[bool; 5]>(), rounds);
    (views, state, print, 0_u8..14).prop_map(|(view, state, print, page)| match page {
        0 => Route::Read,
        1 => Route::Data,
        9 => Route::Plans,
        10 => Route::NewPlan,
        2 => Route::Overview(state),
        11 => Route::Rounds(String::new()),
        12 => Route::Rounds("2021-01-01_2021-03-31".into()),
        13 => Route::Arrangement,
        3..5 => Route::List(view),
        _ => {
            let (kind, whose, without, [blank, duplex, large, reporting, with_table], round) = print;
            let is_one = kind == PaperKind::Receipts && !round.is_empty();
            let receipt = if is_one { "1632992400000-9c1e0b821b977076" } else { "" }.to_owned();
            let round = if kind == PaperKind::Receipts { "" } else { round }.to_owned();
            // The filters of a batch are everybody's, and a circular is of the whole plan.
            let party = if kind.is_of_whole() { Party::Coordinator } else { view.party };
            let view = ListView { party, ..view };
            let whose = if kind.is_of_several() { whose } else { [].into_iter().collect() };
            Route::Print(Print {
                kind,
                view,
                blank,
                whose,
                duplex,
                with_table,
                large,
                reporting,
                without,
                round,
                receipt,
            })
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
        prop_assert_eq!(Route::read(&as_browsers_write(&address), plan()), opens.clone());
        // And it is seen to be written as it is written.
        // One receipt is asked for where its code is there, which reads that.
        let of_receipt = matches!(&route, Route::Print(print) if !print.receipt.is_empty());
        for address in [address.clone(), as_browsers_write(&address)] {
            prop_assert_eq!(Route::written(&address, plan()), (!of_receipt).then(|| opens.clone()));
        }
    }

    /// Whatever is typed into the address bar; and what opens has an address that opens the same.
    #[test]
    fn no_address_is_too_odd(words in proptest::collection::vec(query(), 0..4), kind in 0_usize..9) {
        let prefix = ["", "#", "#/", "#/unit/", "#/?", "#m", "#/print?q=", "#/overview?show=", "#/?status="][kind];
        let fragment = prefix.to_owned() + &words.concat();
        let read = Route::read(&fragment, plan());
        if let Some(written) = Route::written(&fragment, plan()) {
            prop_assert_eq!(&written, &read, "both ways of reading agree");
        }
        if let (Address::Opens(route), _) = named(read) {
            let (again, unknown) = named(Route::read(&route.address(plan()), plan()));
            prop_assert_eq!(again, Address::Opens(trimmed(&route)));
            // What shows nothing says why, each time that it is opened.
            prop_assert_eq!(unknown, route.view().filter.unknown);
        }
    }
}

#[test]
fn a_job_of_several_papers_has_an_address() {
    #[track_caller]
    fn check(address: &str, parties: &[Party], blank: bool, duplex: bool) {
        let whose = parties.iter().copied().collect();
        let batch = Route::Print(Print { kind: PaperKind::Batch, whose, blank, duplex, ..Print::default() });
        assert_eq!(Route::read(address, plan()), Address::Opens(batch), "{address}");
    }
    let education = Party::Unit(plan().unit_named("市教育局").expect("a unit of the plan"));
    check("#/print/all", &[], false, false);
    check("#/print/all?blank&duplex", &[], true, true);
    check("#/print/all?of=unit:市教育局,locality:樂都區", &[education, Party::Locality(0)], false, false);
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
    let of = |kind: PaperKind, view: &ListView| Print { kind, ..Print::of(view.clone()) };
    check("#/print", Print::default());
    check("#/print/report/unit/市教育局?q=网络", of(PaperKind::Report, &education));
    check("#/print/text?blank", Print { blank: true, ..of(PaperKind::Text, &ListView::default()) });
    check(
        "#/print/table/unit/市教育局?q=网络&reporting&a3&without=4.5",
        Print {
            reporting: true,
            large: true,
            without: [4, 5].into_iter().collect(),
            ..of(PaperKind::Table, &education)
        },
    );
    let sections = ListView { filter: in_sections(&[1]), ..ListView::default() };
    check("#/print/all?section=1&duplex", Print { duplex: true, ..of(PaperKind::Batch, &sections) });
    check("#/print/circular?section=1&blank", Print { blank: true, ..of(PaperKind::Circular, &sections) });
    let whose = [education.party, Party::Locality(0)].into_iter().collect();
    let reminders = of(PaperKind::Reminders, &ListView::default());
    check("#/print/reminders?of=unit%3A市教育局,locality%3A樂都區", Print { whose, ..reminders });
    let round = String::from("2021-01-01_2021-03-31");
    check(
        "#/print/report?section=1&round=2021-01-01_2021-03-31",
        Print { round: round.clone(), ..of(PaperKind::Report, &sections) },
    );
    check("#/print?blank&round=2021-01-01_2021-03-31", Print { blank: true, round, ..Print::default() });
    for whole in ["/print/circular/unit/市教育局", "/print/reminders/unit/市教育局"] {
        assert_eq!(Route::read(&["#", whole].concat(), plan()), Address::Unknown(whole.into()));
    }
}

/// What an address was read as, and what of it could not be.
fn named(address: Address) -> (Address, Vec<String>) {
    match address {
        Address::Partly(read, unknown) => (*read, unknown),
        whole => (whole, Vec::new()),
    }
}

#[test]
fn what_is_unknown_is_named_and_never_everything() {
    #[track_caller]
    fn check(address: &str, clean: &str, unknown: &[&str]) {
        let (read, named) = named(Route::read(address, plan()));
        assert_eq!(Address::Partly(Box::new(read), named), {
            let (read, _) = self::named(Route::read(clean, plan()));
            Address::Partly(Box::new(read), unknown.iter().map(|&piece| piece.to_owned()).collect())
        });
    }
    // Of several values those that are known stay: fewer are shown than were asked for, not more.
    check(
        "#/?section=1.99.0.x.-1.70000.6",
        "#/?section=1.6",
        &["section=99", "section=0", "section=x", "section=-1", "section=70000"],
    );
    check("#/?status=late.behind", "#/?status=behind", &["status=late"]);
    check("#/?status=behind.silent", "#/?status=behind", &["status=silent"]);
    check("#/?status=Done.behind.0", "#/?status=behind", &["status=Done", "status=0"]);
    check("#/print/table?without=4.x", "#/print/table?without=4", &["without=x"]);
    let some = "#/print/all?of=unit:市教育局";
    check("#/print/all?of=unit:市某局,unit%3A市教育局", some, &["unit:市某局"]);
    check("#/print/all?of=unit:市教育局,locality:市教育局", some, &["locality:市教育局"]);
    check("#/overview?show=late", "#/overview", &["show=late"]);
    check("#/read?later", "#/read", &["later"]);
    check("#/data?later=1&x", "#/data", &["later=1", "x"]);
    check("#/overview?show=behind.done", "#/overview?show=behind", &["show=done"]);
    check("#/overview?show=done&show=behind", "#/overview?show=done", &["show=behind"]);
    check("#/print/table?without=4.11.99", "#/print/table?without=4", &["without=11", "without=99"]);
    // What is known, but is no matter of what is opened.
    check("#/?blank", "#/", &["blank"]);
    check("#/unit/市教育局?open&a3&without=4", "#/unit/市教育局?open", &["a3", "without=4"]);
    check("#/read?q=a&blank", "#/read", &["q=a", "blank"]);
    check("#/data?open", "#/data", &["open"]);
    check("#/overview?open&show=signed-off&q=a", "#/overview?show=signed-off", &["open", "q=a"]);
    check("#m3.2?open", "#m3.2", &["open"]);
    check("#/unit/市教育局/m3.2?open&status=late", "#/unit/市教育局/m3.2", &["open", "status=late"]);
    // A place that is not on the list, whose party is known.
    let education = "#/unit/市教育局";
    for place in ["m99.9", "t99", "m1.1", "t1", "m3", "m3.2a", "more", "m3.2/more", "more/m3.2", "市財政局"] {
        check(&format!("{education}/{place}"), education, &[place]);
        check(&format!("{education}/{place}?open"), &format!("{education}?open"), &[place]);
    }
    check("#/locality/樂都區/m99.9?section=1.99", "#/locality/樂都區?section=1", &["m99.9", "section=99"]);
}

/// Every name that is on or off says so or nothing; who wrote anything else did not mean what it says.
#[test]
fn what_is_on_or_off_has_no_other_value() {
    let names = [
        "open",
        "done",
        "reported",
        "unreported",
        "problem",
        "target",
        "lead",
        "support",
        "soon",
        "overdue",
        "counted",
    ];
    let choices = ["blank", "duplex", "table", "reporting", "a3"];
    let views = names.map(|name| ("#/", name)).into_iter().chain(names.map(|name| ("#/print", name)));
    for (view, name) in views.chain(choices.map(|name| ("#/print", name))) {
        let clean = Route::read(&format!("{view}?{name}"), plan());
        let Address::Opens(on) = &clean else { panic!("{view}?{name}: {clean:?}") };
        assert_eq!(on.address(plan()), format!("{view}?{name}"));
        for value in ["=", "=1", "＝1", "=1。", "。"] {
            assert_eq!(Route::read(&format!("{view}?{name}{value}"), plan()), clean, "{name}{value}");
        }
        for value in ["maybe", "yes", "0", "no", "false", "不", "2", "11", "1请填报"] {
            let pair = format!("{name}={value}");
            let (read, unknown) = named(Route::read(&format!("{view}?{pair}"), plan()));
            let Address::Opens(route) = read else { panic!("{pair}: {read:?}") };
            assert_eq!(unknown, [pair.as_str()], "{view}");
            assert_eq!(route.view().filter, Filter { unknown, ..Filter::default() }, "{view}?{pair} shows nothing");
        }
    }
}

/// What an unknown part would have shown is not known: nothing is.
#[test]
fn where_only_the_unknown_is_asked_for_nothing_is_shown() {
    #[track_caller]
    fn check(address: &str, known: &Route, unknown: &[&str]) {
        let (read, named) = named(Route::read(address, plan()));
        let Address::Opens(route) = read else { panic!("{address}: {read:?}") };
        let view = route.view();
        assert_eq!(view.filter.unknown, named, "{address}: it is a part of the filter, and said");
        assert_eq!(named, unknown, "{address}");
        let mut without = route.clone();
        if let Route::List(view) | Route::Print(Print { view, .. }) = &mut without {
            view.filter.unknown.clear();
        }
        assert_eq!(without, *known, "{address}: the rest is read");
        assert!(!view.filter.is_empty(), "{address}");
        assert_eq!(shown(&view), [""; 0], "{address}");
    }
    let all = Route::default();
    for part in
        ["section=99", "section=", "section", "section=x", "status=late", "status=", "status=.", "later", "opened"]
    {
        check(&format!("#/?{part}"), &all, &[part]);
    }
    check(
        "#/unit/市教育局?forgotten&open",
        &list(unit("市教育局"), Filter { open: true, ..Filter::default() }),
        &["forgotten"],
    );
    check("#/?unit=市教育局&later&q=a", &list(Party::Coordinator, searching("a")), &["unit=市教育局", "later"]);
    let batch = Route::Print(Print { kind: PaperKind::Batch, ..Print::default() });
    for other in ["#/print?of=unit:市教育局", "#/print/table?of=unit:市教育局", "#/print/report?of=unit:市教育局"]
    {
        let Address::Partly(read, unknown) = Route::read(other, plan()) else {
            panic!("{other} names whose papers nobody prints")
        };
        assert_eq!(unknown, ["of=unit:市教育局"], "{other}");
        assert!(
            matches!(*read, Address::Opens(route) if !route.view().filter.unknown.is_empty()),
            "{other} shows nothing"
        );
    }
    for of in ["of=unit:市某局", "of=", "of", "of=市某局，县某局", "of=,"] {
        check(&format!("#/print/all?{of}"), &batch, &[of]);
    }
    // A round that cannot be one is not today; receipts and lists are of none.
    let circular = Route::Print(Print { kind: PaperKind::Circular, ..Print::default() });
    for round in [
        "round=",
        "round",
        "round=第一季度",
        "round=2021",
        "round=2021-03-31_2021-01-01",
        "round=2021-01-01_2021-02-30",
        "round=2021-01-01_2021-03-31_2021-06-30",
    ] {
        check(&format!("#/print/circular?{round}"), &circular, &[round]);
    }
    let receipts = Route::Print(Print { kind: PaperKind::Receipts, ..Print::default() });
    check("#/print/receipts?round=2021-01-01_2021-03-31", &receipts, &["round=2021-01-01_2021-03-31"]);
    check("#/print/receipts?receipt=", &receipts, &["receipt="]);
    check("#/print/circular?receipt=1-9c", &circular, &["receipt=1-9c"]);
    check("#/?round=2021-01-01_2021-03-31", &all, &["round=2021-01-01_2021-03-31"]);
    // What is no matter of a list, but would have shown less.
    for part in ["show=behind", "of=unit:市教育局"] {
        check(&format!("#/?{part}"), &all, &[part]);
    }
    let open = list(Party::Coordinator, Filter { open: true, ..Filter::default() });
    check("#/?section%3D99%26later%26open", &open, &["section=99", "later"]);
    check("#/?done=maybe&reported=yes", &all, &["done=maybe", "reported=yes"]);
    check("#/print/unit/市教育局?show=behind", &paper(unit("市教育局"), Filter::default(), false), &["show=behind"]);
    check("#/print/unit/市教育局?blenk", &paper(unit("市教育局"), Filter::default(), false), &["blenk"]);
}

/// The measures that a list shows before anybody reported.
fn shown(view: &ListView) -> Vec<String> {
    static INDEX: OnceLock<Index<&Plan>> = OnceLock::new();
    let scope = plan().scope(view.party);
    let standings = Standings::of(plan(), &Ledger::default(), view.party, scope.all());
    let index = INDEX.get_or_init(|| Index::new(plan()));
    let shown = index.shown(&scope, &view.filter, &standings, 0);
    shown.measures.iter().map(ToString::to_string).collect()
}

/// What chats, mail programs and typing do to an address. With what cannot be a part of it but is words, these are named.
#[test]
fn an_address_survives_other_hands() {
    #[track_caller]
    fn check(address: &str, clean: &str, unknown: &[&str]) {
        for written in [address.to_owned(), as_browsers_write(address)] {
            let (read, named) = named(Route::read(&written, plan()));
            assert_eq!(read, Route::read(clean, plan()), "{written}");
            assert_eq!(named, unknown, "{written}");
        }
    }
    let education = "#/unit/市教育局";
    // Closing punctuation.
    for end in [
        "。", "，", "、", "；", "！", "？", "）", "》", "」", "”", ".", ",", ";", ")", "]", ">", "\"", "'", "...",
        "。）", " ", "　",
    ] {
        for clean in [education, "#m3.2", "#t3", "#/unit/市教育局/m3.2", "#/read", "#/overview?show=behind", "#/data"]
        {
            check(&format!("{clean}{end}"), clean, &[]);
        }
        for clean in [
            "#/?section=1",
            "#/?open",
            "#/?status=behind",
            "#/?q=网络",
            "#/print/all?of=unit:市教育局",
            "#/print?blank",
            "#/print/report?round=2021-01-01_2021-03-31",
        ] {
            check(&format!("{clean}{end}"), clean, &[]);
        }
    }
    // Words.
    for (glued, named) in
        [("请填报", "请填报"), ("，请填报", "，请填报"), ("（三日内）", "（三日内）"), (" 请看", "请看")]
    {
        for clean in
            ["#m3.2", "#/?section=1", "#/?section=1.6", "#/?open", "#/?status=behind", "#/read", "#/unit/市教育局/m3.2"]
        {
            let address = format!("{clean}{glued}");
            let named =
                if clean == "#/read" || clean.ends_with("/m3.2") { named.replace(' ', "") } else { named.into() };
            check(&address, clean, &[&named]);
        }
    }
    check("#/unit/市教育局请填报", education, &["请填报"]);
    check("#/unit/市教育局，请填报", education, &["，请填报"]);
    check("#/print/all?of=unit:市教育局，请填报", "#/print/all?of=unit:市教育局", &["请填报"]);
    check("#/?section=1，6人参加", "#/?section=1", &["，6人参加"]);
    // Marks as they are typed.
    check("#/print/all?of=unit:市教育局，unit:市医保局", "#/print/all?of=unit:市教育局,unit:市醫保局", &[]);
    check("#/print/all?of=unit：市教育局、市医保局", "#/print/all?of=unit:市教育局,unit:市醫保局", &[]);
    check("#/?section=1，6", "#/?section=1.6", &[]);
    let round = "#/print/report?round=2021-01-01_2021-03-31";
    check("#/print/report?round=2021-01-01/2021-03-31", round, &[]);
    check("#/print/report?round=２０２１-01-01_ 2021-03-31", round, &[]);
    check("#/print/report?round=2021-01-01_2021-03-31，请打印", round, &["，请打印"]);
    check("#/?status=behind,done", "#/?status=behind.done", &[]);
    check("#/unit/市教育局？open", "#/unit/市教育局?open", &[]);
    // A space, or a line's end.
    check("#/unit/市教 育局", education, &[]);
    check("#/unit/市教\n育局", education, &[]);
    check(" #/unit/市教育局", education, &[]);
    check("#/unit/ 市教育局", education, &[]);
    check("#/unit/市教\u{200b}育局", education, &[]);
    check("#/print/all?of=unit:市教育局, unit:市醫保局", "#/print/all?of=unit:市教育局,unit:市醫保局", &[]);
    check("#/?section=1. 6", "#/?section=1.6", &[]);
    // The other script, also word by word, and the full name.
    check("#/unit/市财政局?open", "#/unit/市財政局?open", &[]);
    check("#/unit/市文体旅游广电局", "#/unit/市文體旅遊廣電局", &[]);
    check("#/locality/乐都区", "#/locality/樂都區", &[]);
    // Words of WeChat's own.
    check("#/unit/市教育局?open&from=singlemessage&isappinstalled=0", "#/unit/市教育局?open", &[]);
    check("#/unit/市教育局?from=timeline", education, &[]);
    check("#/unit/市教育局&from=groupmessage", education, &[]);
    check("#/unit/市教育局?open?utm_source=mail", "#/unit/市教育局?open", &[]);
    check("#m3.2?from=singlemessage", "#m3.2", &[]);
    // Escaped twice, three times, and with its marks.
    for clean in
        ["#/unit/市教育局?q=网络&section=1.6&open", "#/?q=网a%26b", "#/locality/樂都區", "#/print/all?of=unit:市教育局"]
    {
        let mut address = as_browsers_write(clean);
        for _ in 0..3 {
            address = address.replace('%', "%25");
            check(&address, clean, &[]);
        }
    }
    check("#%2Funit%2F%E5%B8%82%E6%95%99%E8%82%B2%E5%B1%80%3Fopen%26target", "#/unit/市教育局?open&target", &[]);
    check("#%23m3.2", "#m3.2", &[]);
    // The whole of what is asked for, once and more often, though nothing in it shows that.
    for (escaped, clean) in [
        ("#/?section%3D1%26open", "#/?section=1&open"),
        ("#/?open%26target", "#/?open&target"),
        ("#/?q%3Da%2526b%26open", "#/?q=a%26b&open"),
        ("#/%3Fsection%3D1%26open", "#/?section=1&open"),
        ("#/overview%3Fshow%3Dbehind", "#/overview?show=behind"),
        ("#/unit/市教育局%3Fopen%26target", "#/unit/市教育局?open&target"),
        ("#/unit/市教育局%3fstatus%3dbehind.done", "#/unit/市教育局?status=behind.done"),
        ("#%2Fread", "#/read"),
    ] {
        let mut address = escaped.to_owned();
        for _ in 0..3 {
            check(&address, clean, &[]);
            address = address.replace('%', "%25");
        }
    }
}

#[test]
fn what_closes_a_sentence_and_is_searched_for_is_searched_for_again() {
    for words in ["网络。", "a?", "（试点）", "。", "\"a\""] {
        let route = list(Party::Coordinator, searching(words));
        let address = route.address(plan());
        assert_eq!(Route::read(&address, plan()), Address::Opens(route.clone()), "{address}");
        assert_eq!(Route::read(&as_browsers_write(&address), plan()), Address::Opens(route), "{address}");
    }
}

#[test]
fn a_place_on_a_partys_list_has_its_address_there() {
    for party in plan().parties().skip(1) {
        let scope = plan().scope(party);
        for (i, task) in plan().tasks.iter().enumerate() {
            let places = task.measures.iter().map(|measure| Anchor::Measure(measure.id));
            for anchor in places.chain([Anchor::Task(task.id)]) {
                let address = anchor.address(party, plan());
                let read = Route::read(&as_browsers_write(&address), plan());
                if scope.all().any(|own| own == i) {
                    assert_eq!(read, Address::PlaceOn(party, anchor), "{address}");
                } else {
                    let whole = Address::Opens(list(party, Filter::default()));
                    let place = anchor.element_id(plan());
                    assert_eq!(read, Address::Partly(Box::new(whole), vec![place]), "it is not on that list");
                }
            }
        }
    }
    let anchor = Anchor::Measure(measure(3, 2));
    assert_eq!(anchor.address(unit("市教育局"), plan()), "#/unit/市教育局/m3.2");
    // As before, and as it works without the program.
    assert_eq!(anchor.address(Party::Coordinator, plan()), "#m3.2");
    assert_eq!(Route::read("#/m3.2", plan()), Address::PlaceOn(Party::Coordinator, anchor));
}

/// What hands do to an address, one or several of them.
fn mangled(address: &str, hands: &[(u8, String)]) -> String {
    let mut address = address.to_owned();
    for (hand, words) in hands {
        address = match hand {
            0 => address + words,
            1 => address.replace('%', "%25"),
            2 => as_browsers_write(&address),
            3 => address + "&" + words,
            4 => address + "?" + words,
            5 => address.replace('=', &format!("={words}")),
            6 => address.replace('.', words),
            7 => address.replace(',', words),
            8 => format!(" {address} {words}"),
            _ => simplified(&address, &plan().rewordings),
        };
    }
    address
}

fn hands() -> impl Strategy<Value = Vec<(u8, String)>> {
    const WORDS: [&str; 20] = [
        "。",
        "，",
        "、",
        ")",
        "”",
        " ",
        "请填报",
        "abc",
        "2021年",
        "unit:市某局",
        "section=9",
        "section=",
        "status=late",
        "of=",
        "from=timeline",
        "x=y",
        "?",
        "&",
        "．",
        "…",
    ];
    let words = proptest::sample::select(&WORDS[..]).prop_map(str::to_owned);
    proptest::collection::vec((0_u8..10, words), 1..4)
}

proptest! {
    /// Whatever hands do to an address, it shows nothing that the clean one does not; or all of it is unknown, and that is said.
    #[test]
    fn no_mangled_address_shows_more_than_the_clean_one(route in route(), hands in hands()) {
        let clean = trimmed(&Route::List(route.view()));
        let clean = match &route {
            Route::Print(print) => Route::Print(Print { view: clean.view(), ..print.clone() }),
            Route::List(_) => clean,
            other => other.clone(),
        };
        // Words that are searched for may become fewer, as one who types may leave some out.
        let mut clean = clean;
        if let Route::List(view) | Route::Print(Print { view, .. }) = &mut clean {
            view.filter.query.clear();
        }
        let address = mangled(&clean.address(plan()), &hands);
        if let Some(written) = Route::written(&address, plan()) {
            prop_assert_eq!(&written, &Route::read(&address, plan()), "{}", address);
        }
        match named(Route::read(&address, plan())).0 {
            Address::Opens(read) => {
                let (theirs, ours) = (shown(&clean.view()), shown(&read.view()));
                prop_assert!(ours.iter().all(|id| theirs.contains(id)), "{} shows {:?}", address, ours);
                if let (Route::Print(read), Route::Print(clean)) = (&read, &clean)
                    && read.view.filter.unknown.is_empty()
                {
                    prop_assert_eq!(&read.round, &clean.round, "{}: no other state is printed", address);
                }
                if let (Route::Print(read), Route::Print(clean)) = (&read, &clean)
                    && !clean.whose.is_empty() && read.view.filter.unknown.is_empty()
                {
                    let more = read.whose.iter().any(|party| !clean.whose.contains(party));
                    prop_assert!(!read.whose.is_empty() && !more, "{} prints {:?}", address, read.whose);
                }
            }
            Address::Unknown(said) => prop_assert!(!said.is_empty()),
            other => prop_assert!(false, "{}: {:?}", address, other),
        }
    }
}
