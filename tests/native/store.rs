//! The state of the page: what a person does and what is shown then. No browser is needed for it.

use crate::ledger::{DAY, measure, plan, ticking, ticks};
use leptos::prelude::*;
use proptest::prelude::*;
use yaodian::domain::fault::{LedgerFileError, PlanFault};
use yaodian::domain::filter::Filter;
use yaodian::domain::history::Beside;
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::{Field, Status};
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Assignee, MeasureId};
use yaodian::domain::rollup::{Count, Standing, Standings, State};
use yaodian::domain::script::Rendition;
use yaodian::domain::settings::{Lang, Settings};
use yaodian::persist::ledger_file;
use yaodian::route::{Address, Anchor, ListView, Print, Route};
use yaodian::state::{About, Command, Notice, Offer, Store, Stored};

/// 2021-09-30 in China.
fn clock() -> Moment {
    1_632_988_800_000
}

/// Runs a test with the store of a page just opened.
fn with_store(test: impl FnOnce(Store)) {
    let owner = Owner::new();
    owner.with(|| test(Store::new(plan().clone(), Settings::default(), Lang::ZhHans, clock)));
}

fn unit(name: &str) -> Party {
    Party::Unit(plan().unit_named(name).expect("a unit of the plan"))
}

fn list(party: Party, filter: Filter) -> Route {
    Route::List(ListView { party, filter })
}

fn open_only() -> Filter {
    Filter { open: true, ..Filter::default() }
}

fn all_ticks(store: Store) -> Vec<MarkKey> {
    store.ledger(ticks)
}

fn is_done(store: Store, id: MeasureId) -> bool {
    store.standing(id).ticked
}

fn shown(store: Store) -> Vec<String> {
    store.shown(|shown| shown.measures.iter().map(ToString::to_string).collect())
}

/// The progress file of these ticks of the coordinator's.
fn file(ticked: &[MeasureId]) -> String {
    let mut ledger = Ledger::default();
    for id in ticked {
        ledger.set(ticking(MarkKey::Placed(Party::Coordinator, *id), true), 5);
    }
    ledger_file::write(&ledger, plan())
}

#[test]
fn a_page_just_opened_shows_the_whole_plan_and_nothing_ticked() {
    with_store(|store| {
        assert_eq!(store.party(), Party::Coordinator);
        assert_eq!(shown(store).len(), plan().measures().count());
        assert_eq!(all_ticks(store), []);
        assert!(!store.can_undo() && !store.can_redo());
        assert_eq!(store.session().take_commands(), []);
    });
}

#[test]
fn two_parties_do_not_share_ticks() {
    with_store(|store| {
        let (education, finance) = (unit("市教育局"), unit("市財政局"));
        let both = measure(2, 3);
        store.open_party(education);
        store.tick(both, true);
        assert!(is_done(store, both));
        for other in [finance, Party::Coordinator, Party::Locality(0)] {
            store.open_party(other);
            assert!(!is_done(store, both), "{other:?}");
            assert_eq!(store.party_count(other).done, 0, "{other:?}");
        }
        store.tick(both, true);
        store.tick(both, false);
        store.open_party(education);
        assert!(is_done(store, both), "another's change is not this one's");
        assert_eq!(store.party_count(education), Count { done: 1, all: 17 });
        assert_eq!(store.count(&[both, measure(2, 1)]), Count { done: 1, all: 2 });
    });
}

#[test]
fn nothing_ticked_vanishes_while_the_pointer_is_there() {
    with_store(|store| {
        let id = measure(1, 1);
        store.toggle(|filter| &mut filter.open);
        assert!(store.is_shown(id));
        store.tick(id, true);
        assert!(is_done(store, id));
        assert!(store.is_shown(id), "it stays");
        assert_eq!(store.lingering(), 1);
        assert!(!shown(store).contains(&"1.1".to_owned()), "though it is not among what is counted");
        store.settle();
        assert!(!store.is_shown(id), "it goes once the pointer does");
        assert_eq!(store.lingering(), 0);
        // What is taken back comes back, and is shown to the person.
        store.session().take_commands();
        store.undo();
        assert!(store.is_shown(id));
        assert_eq!(store.session().take_commands(), [Command::Reveal("m1.1".into())]);
        store.redo();
        assert!(store.is_shown(id) && is_done(store, id), "and does not go under the eyes");
        store.search("建設".into());
        assert_eq!(store.lingering(), 0, "another list holds nothing of the one before");
    });
}

#[test]
fn every_change_can_be_taken_back_and_done_again() {
    with_store(|store| {
        let (one, other) = (measure(1, 1), measure(3, 2));
        let education = unit("市教育局");
        store.tick(one, true);
        store.open_party(education);
        store.tick(other, true);
        assert!(store.can_undo() && !store.can_redo());
        store.session().take_commands();
        store.undo();
        assert_eq!(all_ticks(store), [MarkKey::Placed(Party::Coordinator, one)]);
        assert_eq!(store.session().take_commands(), [Command::Reveal("m3.2".into())]);
        store.undo();
        assert_eq!(all_ticks(store), []);
        assert_eq!(store.session().take_commands(), [], "what is not on the open list is not looked for there");
        assert!(!store.can_undo() && store.can_redo());
        store.undo();
        assert_eq!(all_ticks(store), [], "there is nothing more to take back");
        store.redo();
        store.redo();
        assert_eq!(all_ticks(store), [MarkKey::Placed(Party::Coordinator, one), MarkKey::Placed(education, other)]);
        store.undo();
        store.tick(measure(3, 1), true);
        assert!(!store.can_redo(), "a new change ends what could be redone");
    });
}

#[test]
fn what_another_tab_did_is_taken_in_and_is_not_undone_here() {
    with_store(|store| {
        store.tick(measure(1, 1), true);
        let other = ledger_file::read(&file(&[measure(1, 2)]), plan()).unwrap();
        store.take_in(&other);
        let both =
            [MarkKey::Placed(Party::Coordinator, measure(1, 1)), MarkKey::Placed(Party::Coordinator, measure(1, 2))];
        assert_eq!(all_ticks(store), both);
        store.undo();
        assert_eq!(all_ticks(store), both[1..]);
        assert!(!store.can_undo());
    });
}

#[test]
fn deleting_can_be_taken_back() {
    with_store(|store| {
        store.tick(measure(1, 1), true);
        store.open_party(unit("市教育局"));
        store.tick(measure(3, 2), true);
        store.tell(Notice::PutAside(Stored { key: "a".into(), text: "b".into() }));
        let before = all_ticks(store);
        let old = store.ledger(Ledger::clone);
        store.session().take_commands();
        store.delete_all();
        assert_eq!(all_ticks(store), []);
        let notices = store.notices();
        assert!(
            notices == [Notice::deleted(2, notices.iter().find_map(Notice::step))] && notices[0].step().is_some(),
            "what was put aside goes too"
        );
        assert_eq!(
            store.session().take_commands(),
            [Command::Beside(Beside::ALL, false), Command::GoTo("notices".into())]
        );
        store.take_in(&old);
        assert_eq!(all_ticks(store), [], "an old tab does not bring it back");
        store.undo();
        assert_eq!(all_ticks(store), before, "of all parties");
        store.redo();
        assert_eq!(all_ticks(store), []);
    });
}

#[test]
fn a_file_that_is_refused_changes_nothing() {
    with_store(|store| {
        store.tick(measure(1, 1), true);
        let before = store.ledger(Ledger::clone);
        for (text, error) in [
            ("", LedgerFileError::Empty),
            ("{}", LedgerFileError::NotALedger),
            (&file(&[measure(1, 2)])[..80], LedgerFileError::NotJson { line: 1, column: 80 }),
            (&file(&[]).replace("haidong", "xining"), LedgerFileError::OtherPlan { plan: "xining-2021".into() }),
        ] {
            store.offer_file("a.json".into(), text);
            assert_eq!(store.offer(), Some(Offer::Refused { name: "a.json".into(), error }));
            store.accept_offer(|_| Beside::NOTHING);
            assert_eq!(store.ledger(Ledger::clone), before);
        }
        assert_eq!(store.notices(), []);
        store.decline_offer();
        assert_eq!(store.offer(), None);
    });
}

#[test]
fn a_file_is_looked_at_first_and_then_taken_over_as_one_step() {
    with_store(|store| {
        store.tick(measure(1, 1), true);
        store.tick(measure(1, 2), true);
        let before = all_ticks(store);
        store.offer_file("a.json".into(), &file(&[measure(1, 2), measure(3, 2), measure(3, 3)]));
        assert!(
            matches!(store.offer(), Some(Offer::Fits { name, ledger, .. }) if name == "a.json" && ticks(&ledger).len() == 3)
        );
        assert_eq!(all_ticks(store), before, "looking changes nothing");
        store.decline_offer();
        store.accept_offer(|_| Beside::NOTHING);
        assert_eq!(all_ticks(store), before, "nor does what was put away");

        store.offer_file("a.json".into(), &file(&[measure(1, 2), measure(3, 2), measure(3, 3)]));
        store.accept_offer(|_| Beside::NOTHING);
        let after = [measure(1, 2), measure(3, 2), measure(3, 3)].map(|id| MarkKey::Placed(Party::Coordinator, id));
        assert_eq!(all_ticks(store), after);
        assert_eq!(store.offer(), None);
        assert!(
            matches!(&store.notices()[..], [told] if told.step().is_some() && *told == Notice::replaced(3, told.step())),
            "{:?}",
            store.notices()
        );
        store.undo();
        assert_eq!(all_ticks(store), before, "all of it at once");
        store.redo();
        assert_eq!(all_ticks(store), after);
    });
}

/// A unit's own words: what it said, and when.
fn progress(store: Store, id: MeasureId) -> Vec<(Moment, String)> {
    let key = MarkKey::Placed(untrack(|| store.party()), id);
    store.ledger(|ledger| {
        ledger.versions(&key, Field::Progress).iter().map(|version| (version.said, version.value.clone())).collect()
    })
}

#[test]
fn what_a_file_says_was_said_when_it_was_said_also_after_everything_was_deleted() {
    with_store(|store| {
        let id = measure(2, 3);
        store.open_party(unit("市教育局"));
        let said = |text: &str| Change {
            key: MarkKey::Placed(unit("市教育局"), id),
            field: Field::Progress,
            value: text.into(),
        };
        let mut ledger = Ledger::default();
        ledger.set(said("選址"), clock() - 3 * DAY);
        ledger.set(said("開工"), clock() - DAY);
        let file = ledger_file::write(&ledger, plan());
        let as_said = [(clock() - DAY, "開工".to_owned()), (clock() - 3 * DAY, "選址".to_owned())];
        store.write(id, Field::Progress, "今天".into(), false);
        for deleted in [false, true] {
            if deleted {
                store.delete_all();
            }
            store.offer_file("a.json".into(), &file);
            store.accept_offer(|_| Beside::NOTHING);
            let now = progress(store, id);
            assert!(as_said.iter().all(|version| now.contains(version)), "{now:?}");
            assert_eq!(now[0], as_said[0]);
            store.undo();
            // Where nothing was said, nobody said so.
            let before = if deleted { (0, String::new()) } else { (clock(), "今天".into()) };
            assert_eq!(progress(store, id)[0], before);
        }
        // And the deletion itself.
        store.undo();
        assert_eq!(progress(store, id)[0], (clock(), "今天".into()), "with when it was said");
    });
}

#[test]
fn a_tick_taken_back_leaves_what_was_said_just_before_it() {
    with_store(|store| {
        let id = measure(2, 3);
        let status = |store: Store| store.value(id, Field::Status);
        let of_days_ago = |said: &str, days: Moment| {
            let mut ledger = Ledger::default();
            let key = MarkKey::Placed(Party::Coordinator, id);
            ledger.set(Change { key, field: Field::Status, value: said.into() }, clock() - days * DAY);
            ledger
        };
        store.tick(id, true);
        store.tick(id, false);
        assert_eq!(status(store), "", "nothing was said");
        store.take_in(&of_days_ago("behind", 3));
        store.delete_all();
        store.write(id, Field::Status, "under-way".into(), false);
        for _ in 0..3 {
            store.tick(id, true);
            assert_eq!(status(store), "done");
            store.tick(id, false);
            assert_eq!(status(store), "under-way", "of the same day");
        }
    });
    with_store(|store| {
        let id = measure(2, 3);
        let mut ledger = Ledger::default();
        let said = |key: &str| Change {
            key: MarkKey::Placed(Party::Coordinator, id),
            field: Field::Status,
            value: key.into(),
        };
        ledger.set(said("behind"), clock() - 3 * DAY);
        ledger.set(said("under-way"), clock() - 1000);
        store.take_in(&ledger);
        store.tick(id, true);
        store.tick(id, false);
        let key = MarkKey::Placed(Party::Coordinator, id);
        let now = store.ledger(|ledger| ledger.versions(&key, Field::Status)[0].clone());
        assert_eq!((now.value.as_str(), now.said), ("under-way", clock() - 1000), "and as of when it was said");
    });
}

#[test]
fn a_step_that_somebody_else_wrote_over_is_left_alone_and_said() {
    with_store(|store| {
        let id = measure(1, 1);
        store.write(id, Field::Progress, "我寫的".into(), false);
        let mut theirs = store.ledger(Ledger::clone);
        let said =
            Change {
                key: MarkKey::Placed(Party::Coordinator, id), field: Field::Progress, value: "別人寫的".into()
            };
        theirs.set(said, clock() + 1000);
        store.take_in(&theirs);
        store.undo();
        assert_eq!(store.value(id, Field::Progress), "別人寫的");
        assert_eq!(store.notices(), [Notice::LeftAlone { first: "1.1".into(), measures: 1 }]);
        assert!(!store.can_undo() && !store.can_redo());
    });
}

#[test]
fn moments_of_days_to_come_are_told_and_are_no_dates() {
    with_store(|store| {
        let id = measure(1, 1);
        let mut ledger = Ledger::default();
        let said = Change { key: MarkKey::Placed(Party::Coordinator, id), field: Field::Progress, value: "甲".into() };
        ledger.set(said, clock() + 365 * DAY);
        store.take_in(&ledger);
        store.tell_days_to_come();
        assert_eq!(store.notices(), [Notice::days_to_come(1)]);
        assert_eq!(store.day_said(clock() + 365 * DAY), "日期不明");
        assert_eq!(store.day_said(clock() + DAY), "2021-10-01");
        // Neither it nor a file that was saved by such a clock keeps the reminder silent.
        let old = Change { key: MarkKey::Placed(Party::Coordinator, id), field: Field::Problem, value: "乙".into() };
        let mut ledger = Ledger::default();
        ledger.set(old, clock() - 30 * DAY);
        store.take_in(&ledger);
        store.remind(clock() + 365 * DAY);
        assert_eq!(store.notices().last(), Some(&Notice::unfiled(clock() - 30 * DAY)));
        store.save_file();
        assert_eq!(store.session().take_commands().last(), Some(&Command::Filed(clock() - 30 * DAY)));
    });
}

#[test]
fn what_is_saved_to_a_file_can_be_read_back() {
    with_store(|store| {
        store.tick(measure(3, 2), true);
        let kept = store.ledger(Ledger::clone);
        store.session().take_commands();
        store.save_file();
        let commands = store.session().take_commands();
        let [Command::Save { name, text }, Command::Filed(filed)] = commands.as_slice() else { panic!("{commands:?}") };
        assert_eq!(*filed, kept.entered(clock()).unwrap_or(0));
        assert_eq!(name, "yaodian-haidong-2021-2021-09-30.json");
        assert_eq!(ledger_file::read(text, plan()), Ok(kept));
        let aside = Stored { key: "yaodian/haidong-2021/aside/2021-09-30T16:00:00+08:00".into(), text: "hello".into() };
        store.save_stored(&aside);
        let name = "yaodian-haidong-2021-aside-2021-09-30T16-00-00+08-00.txt".into();
        assert_eq!(
            store.session().take_commands(),
            [Command::Save { name, text: "hello".into() }],
            "a name that every system allows"
        );
    });
}

#[test]
fn the_search_finds_either_script_in_the_open_list() {
    with_store(|store| {
        #[track_caller]
        fn check(store: Store, query: &str, measures: &[&str]) {
            store.search(query.into());
            assert_eq!(shown(store), measures, "{query}");
        }
        check(store, "网络", &["3.4", "12.1", "22.1"]);
        check(store, "５G網", &["12.1"]);
        assert_eq!(store.terms(), ["5g网"]);
        store.open_party(unit("市教育局"));
        assert_eq!(store.view().filter, Filter::default(), "another list is opened whole");
        check(store, "网络", &["3.4", "22.1"]);
        check(store, "幼儿园", &["2.3"]);
        store.clear_filter();
        assert_eq!(shown(store).len(), 17);
        assert_eq!(store.party(), unit("市教育局"));
    });
}

#[test]
fn typing_is_one_step_back() {
    with_store(|store| {
        store.search("网".into());
        assert!(store.is_step(), "the first letter");
        store.search("网络".into());
        assert!(!store.is_step(), "not every other one");
        store.choose_section(Some(1));
        assert!(store.is_step());
        assert_eq!(
            store.view().filter,
            Filter { query: "网络".into(), sections: [1].into_iter().collect(), ..Filter::default() }
        );
        store.choose_section(None);
        assert_eq!(store.view().filter, Filter { query: "网络".into(), ..Filter::default() });
    });
}

#[test]
fn an_address_opens_what_it_says() {
    with_store(|store| {
        let education = unit("市教育局");
        store.open_address("#/unit/%E5%B8%82%E6%95%99%E8%82%B2%E5%B1%80?open");
        assert_eq!(store.route(), list(education, open_only()));
        assert!(!store.is_step(), "the browser has made the step already");
        assert_eq!(store.session().take_commands(), [Command::Top]);
        store.open_address("#/read");
        assert_eq!(store.route(), Route::Read);
        assert_eq!(store.last_view(), ListView { party: education, filter: open_only() });
        assert_eq!(store.open_address("#/unit/市某局"), "#/read", "what was open stays");
        assert_eq!(store.route(), Route::Read);
        assert_eq!(said(store), ["这份工作要点里没有地址所指的内容：/unit/市某局。"]);
    });
}

/// What is told in simplified Chinese of an address.
fn said(store: Store) -> Vec<String> {
    let of_address = |notice| if let Notice::Told([said, ..], About::Address) = notice { Some(said) } else { None };
    store.notices().into_iter().filter_map(of_address).collect()
}

/// Addresses that others changed: what is opened of them, and how they are written then.
#[test]
fn an_address_is_written_as_it_was_meant() {
    #[track_caller]
    fn check(address: &str, clean: &str, told: &[&str]) {
        for first in [false, true] {
            with_store(|store| {
                store.open(Route::Read);
                let written = if first { store.open_first(address) } else { Some(store.open_address(address)) };
                assert_eq!(written.as_deref(), Some(clean), "{address}");
                assert_eq!(said(store), told, "{address}");
                let (route, pointed) = (store.route(), store.pointed());
                with_store(|other| {
                    other.open_address(clean);
                    assert_eq!((other.route(), other.pointed()), (route, pointed), "{address} opens what {clean} does");
                });
            });
        }
    }
    let education = "#/unit/市教育局";
    check("#/unit/市教育局/m2.3。", "#/unit/市教育局/m2.3", &[]);
    check("#/unit/%E5%B8%82%E6%95%99%E8%82%B2%E5%B1%80/m2.3%E3%80%82", "#/unit/市教育局/m2.3", &[]);
    check("#m2.3。", "#m2.3", &[]);
    check("#/m2.3", "#m2.3", &[]);
    check("#t2）", "#t2", &[]);
    check("#m2.3请填报", "#m2.3", &["地址里有无法识别的内容：“请填报”。"]);
    check("#/unit/市教育局。", education, &[]);
    check("#/read。", "#/read", &[]);
    check("#/?section%3D1%26open", "#/?section=1&open", &[]);
    check("#/unit/市教育局/m99.9", education, &["这张清单里没有地址所指的举措 99.9。"]);
    check("#/unit/市教育局/m1.1?open", "#/unit/市教育局?open", &["这张清单里没有地址所指的举措 1.1。"]);
    check("#/unit/市教育局/t99", education, &["这张清单里没有地址所指的任务 99。"]);
    check("#/unit/市教育局/more", education, &["地址里有无法识别的内容：“more”。"]);
    check("#/unit/市教育局/m99.9?later", "#/unit/市教育局?later", &["地址里有无法识别的内容：“m99.9”“later”。"]);
    check("#/?done=maybe", "#/?done=maybe", &["地址里有无法识别的内容：“done=maybe”。"]);
}

/// Something that opens a view, and what it is called or its address.
type Opens = (&'static str, fn(Store));

const NOWHERE: [&str; 7] = [
    "#/unit/市教育厅",
    "#/xyz",
    "#/m99.9",
    "#m99.9",
    "#xyz",
    "#/print/unit/市教育厅?blank",
    "#/unit/%E5%B8%82%2F?q=a=b&open",
];

#[test]
fn an_address_of_nothing_leaves_open_what_is() {
    let education = unit("市教育局");
    let opens: [Opens; 5] = [
        ("#/unit/市教育局?open", |store| store.open(list(unit("市教育局"), open_only()))),
        ("#/unit/市教育局/m3.2", |store| {
            store.open_at(Address::PlaceOn(unit("市教育局"), Anchor::Measure(measure(3, 2))));
        }),
        ("#m3.2", |store| store.open_at(Address::Place(Anchor::Measure(measure(3, 2))))),
        ("#/", |store| store.open_at(Address::Opens(Route::default()))),
        ("#/overview", |store| store.open(Route::Overview(None))),
    ];
    for address in NOWHERE {
        for (there, open) in opens {
            with_store(|store| {
                open(store);
                let (route, pointed) = (store.route(), store.pointed());
                assert_eq!(store.open_address(address), there, "{address}");
                assert_eq!((store.route(), store.pointed()), (route, pointed), "{address}");
                let told = said(store);
                assert!(told.len() == 1 && told[0].contains("没有地址所指的内容"), "{address}: {told:?}");
                assert_eq!(store.party() == education, there.contains("市教育局"));
            });
        }
    }
}

/// Where nothing was open, nothing is: on the coordinator's list a tick signs off.
#[test]
fn a_first_address_of_nothing_opens_a_list_in_which_nothing_can_be_ticked() {
    for address in NOWHERE {
        for waits in [false, true] {
            with_store(|store| {
                if waits {
                    store.open_at(Address::Opens(Route::unread(address)));
                    assert_eq!(shown(store), [""; 0], "{address} until it is read");
                    assert_eq!(said(store), [""; 0], "{address} until it is read");
                }
                assert_eq!(store.open_first(address), None, "{address} stays, to be mended");
                assert_eq!(shown(store), [""; 0], "{address}");
                assert!(plan().measures().all(|row| !store.row(row.id).get_untracked().shown), "{address}");
                assert_eq!(said(store).len(), 1, "{address}");
                // What it is called is said in the sentence about the list, and its own address shows nothing either.
                let unread = store.address(&store.route());
                with_store(|other| {
                    other.open_address(&unread);
                    assert_eq!(shown(other), [""; 0], "{unread}");
                });
                store.clear_filter();
                assert_eq!((shown(store).len(), said(store).len()), (129, 0), "{address}: it was chosen");
            });
        }
    }
}

#[test]
fn why_a_plan_is_not_opened_is_told_in_every_language() {
    #[track_caller]
    fn check(fault: &PlanFault, words: [&str; 3]) {
        with_store(|store| {
            store.open_party(unit("市教育局"));
            store.tell_no_plan("plan-x", fault);
            let notices = store.notices();
            let [Notice::Told(said, About::Address)] = notices.as_slice() else { panic!("{notices:?}") };
            for (said, words) in said.iter().zip(words) {
                assert!(said.contains(words) && said.contains("plan-x"), "{said}");
            }
            store.open(Route::Read);
            assert_eq!(store.notices(), []);
        });
    }
    let not_kept = ["这个浏览器里没有保存", "這個瀏覽器裡沒有保存", "not saved in this browser"];
    check(&PlanFault::NotThere, not_kept);
    check(&PlanFault::NoId, not_kept);
    let unreadable = ["无法读取", "無法讀取", "cannot be read"];
    check(&PlanFault::Damaged, unreadable);
    check(&PlanFault::OtherPlan { plan: "other".into() }, unreadable);
    check(&PlanFault::Newer { version: 9 }, ["更新版本", "更新版本", "newer version"]);
    check(&PlanFault::Blocked, ["浏览器不允许", "瀏覽器不允許", "does not let"]);
}

#[test]
fn a_place_is_shown_in_the_open_list_if_it_has_it() {
    #[track_caller]
    fn check(open: Route, address: &str, then: &Route, anchor: Anchor) {
        with_store(|store| {
            store.open(open);
            store.session().take_commands();
            store.open_address(address);
            assert_eq!(store.route(), *then, "{address}");
            assert_eq!(store.pointed(), Some(anchor), "{address}");
            let commands = store.session().take_commands();
            assert_eq!(commands.last(), Some(&Command::GoTo(anchor.element_id(plan()))), "{address}");
        });
    }
    let education = unit("市教育局");
    let (theirs, others) = (Anchor::Measure(measure(3, 2)), Anchor::Measure(measure(1, 1)));
    let whole = list(education, Filter::default());
    check(whole.clone(), "#m3.2", &whole, theirs);
    check(whole.clone(), "#t3", &whole, Anchor::Task(plan().task_of(measure(3, 2)).unwrap().id));
    // What the filter shows is shown as it is filtered; what it hides is shown in the whole list.
    let searched = list(education, Filter { query: "网络".into(), ..Filter::default() });
    check(searched.clone(), "#m3.4", &searched, Anchor::Measure(measure(3, 4)));
    check(searched.clone(), "#t3", &searched, Anchor::Task(plan().task_of(measure(3, 2)).unwrap().id));
    check(searched, "#m3.2", &whole, theirs);
    // What is not theirs is shown in the whole plan's list.
    check(whole.clone(), "#m1.1", &Route::default(), others);
    // From the text and the paper, the list that was open last.
    check(Route::Print(Print::of(ListView { party: education, filter: Filter::default() })), "#m3.2", &whole, theirs);
    check(Route::Read, "#m3.2", &Route::default(), theirs);
}

#[test]
fn from_the_text_a_place_leads_back_to_the_list_that_was_open() {
    with_store(|store| {
        let education = unit("市教育局");
        store.open_party(education);
        store.open(Route::Read);
        store.open_address("#m3.2");
        assert_eq!(store.route(), list(education, Filter::default()));
    });
}

#[test]
fn a_row_that_was_just_ticked_is_still_a_place_of_the_open_list() {
    with_store(|store| {
        store.toggle(|filter| &mut filter.open);
        store.tick(measure(3, 2), true);
        store.open_address("#m3.2");
        assert_eq!(store.route(), list(Party::Coordinator, open_only()));
        assert!(store.is_shown(measure(3, 2)));
    });
}

#[test]
fn what_could_not_be_read_of_an_address_is_told_until_another_view_is_opened() {
    let opens: [Opens; 7] = [
        ("a party", |store| store.open_party(unit("市財政局"))),
        ("the text", |store| store.open(Route::Read)),
        ("a facet", |store| store.toggle(|filter| &mut filter.target)),
        ("a search", |store| store.search("學校".into())),
        ("an address", |store| _ = store.open_address("#/read")),
        ("a list, by its address", |store| _ = store.open_address("#/unit/市教育局")),
        ("a place", |store| _ = store.open_address("#m2.3")),
    ];
    for (address, told) in [
        ("#/unit/市某局", "这份工作要点里没有地址所指的内容：/unit/市某局。"),
        ("#/unit/市教育局?section=99", "地址里有无法识别的内容：“section=99”。"),
        ("#/unit/市教育局/m99.9?section=1", "这张清单里没有地址所指的举措 99.9。"),
    ] {
        for (what, open) in opens {
            with_store(|store| {
                store.tell(Notice::replaced(1, None));
                store.open_address(address);
                assert_eq!((store.notices().len(), said(store)), (2, vec![told.to_owned()]), "{address}");
                // To tick and to undo is no other view.
                store.tick(measure(2, 3), true);
                store.undo();
                assert_eq!(store.notices().len(), 2, "{address}");
                open(store);
                assert_eq!(store.notices(), [Notice::replaced(1, None)], "{address}, then {what}");
            });
        }
    }
}

#[test]
fn the_link_of_a_row_opens_the_list_it_was_taken_from() {
    for party in plan().parties().filter(|party| *party != Party::Coordinator) {
        let id = plan().tasks[plan().scope(party).all().next().expect("a list")].measures[0].id;
        let anchor = Anchor::Measure(id);
        let address = anchor.address(party, plan());
        for open in [Party::Coordinator, unit("市財政局"), party] {
            with_store(|store| {
                store.open_party(open);
                store.open_address(&address);
                assert_eq!(store.route(), list(party, Filter::default()), "{address}");
                assert_eq!(store.pointed(), Some(anchor), "{address}");
                assert_eq!(
                    store.session().take_commands().last(),
                    Some(&Command::GoTo(anchor.element_id(plan()))),
                    "{address}"
                );
                assert_eq!(store.notices(), [], "{address}");
            });
        }
    }
    // The coordinator's is that of the place alone, and is of the list that is open.
    assert_eq!(Anchor::Measure(measure(3, 2)).address(unit("市教育局"), plan()), "#/unit/市教育局/m3.2");
}

#[test]
fn the_script_follows_the_language_until_it_is_chosen() {
    with_store(|store| {
        assert_eq!((store.lang(), store.rendition()), (Lang::ZhHans, Rendition::Simplified));
        store.choose_lang(Lang::En);
        assert_eq!((store.lang(), store.rendition()), (Lang::En, Rendition::Record));
        store.choose_rendition(Rendition::Simplified);
        store.choose_lang(Lang::ZhHant);
        assert_eq!((store.lang(), store.rendition()), (Lang::ZhHant, Rendition::Simplified));
        let chosen = Settings {
            lang: Some(Lang::ZhHant),
            theme: None,
            rendition: Some(Rendition::Simplified),
            ..Settings::default()
        };
        assert_eq!(store.settings(), chosen);
    });
}

#[test]
fn a_notice_takes_the_place_of_its_kind_and_what_was_put_aside_stays() {
    with_store(|store| {
        let aside = |key: &str| Notice::PutAside(Stored { key: key.into(), text: String::new() });
        for notice in [aside("a"), Notice::replaced(1, None), aside("b"), Notice::replaced(2, None), aside("a")] {
            store.tell(notice);
        }
        assert_eq!(store.notices(), [aside("b"), Notice::replaced(2, None), aside("a")]);
        store.dismiss(&aside("b"));
        assert_eq!(store.notices(), [Notice::replaced(2, None), aside("a")]);
    });
}

#[test]
fn what_is_typed_in_one_go_is_one_step_back() {
    with_store(|store| {
        let id = measure(2, 3);
        store.open_party(unit("市教育局"));
        let progress = |store: Store| store.value(id, Field::Progress);
        for text in ["已", "已开", "已开工"] {
            store.write(id, Field::Progress, text.into(), true);
        }
        store.settle_writing();
        store.write(id, Field::Progress, "已开工8所".into(), true);
        store.write(id, Field::Problem, "资金".into(), true);
        assert_eq!((progress(store), store.value(id, Field::Problem)), ("已开工8所".into(), "资金".into()));
        store.undo();
        assert_eq!((progress(store), store.value(id, Field::Problem)), ("已开工8所".into(), String::new()));
        store.undo();
        assert_eq!(progress(store), "已开工");
        store.undo();
        assert_eq!(progress(store), "");
        assert!(!store.can_undo());
        store.redo();
        assert_eq!(progress(store), "已开工");
    });
}

#[test]
fn a_tick_taken_back_leaves_the_status_of_the_days_before() {
    with_store(|store| {
        let id = measure(2, 3);
        store.open_party(unit("市教育局"));
        store.write(id, Field::Status, Status::Behind.key().into(), false);
        assert_eq!(store.standing(id).state, State::Behind);
        store.tick(id, true);
        assert_eq!(store.standing(id).state, State::Done);
        store.undo();
        assert_eq!(store.standing(id).state, State::Behind, "undo knows what was said a moment ago");

        let mut yesterday = Ledger::default();
        let key = MarkKey::Placed(unit("市教育局"), measure(2, 1));
        let behind = Status::Behind.key().to_owned();
        yesterday.set(Change { key, field: Field::Status, value: behind }, clock() - DAY);
        store.take_in(&yesterday);
        store.tick(measure(2, 1), true);
        store.tick(measure(2, 1), false);
        assert_eq!(store.standing(measure(2, 1)).state, State::Behind);
    });
}

#[test]
fn a_sign_off_and_a_report_stand_beside_each_other() {
    with_store(|store| {
        let (education, id) = (unit("市教育局"), measure(2, 3));
        store.open_party(education);
        store.tick(id, true);
        store.write(id, Field::Progress, "建成10所".into(), true);
        store.open_party(Party::Coordinator);
        let standing = store.standing(id);
        assert_eq!(
            (standing.state, standing.ticked),
            (State::Reported, false),
            "reported as done by one is not done by all"
        );
        assert_eq!((standing.reported(), standing.asked), (1, 12));
        assert_eq!(store.count(&[id]), Count { done: 0, all: 1 });
        store.tick(id, true);
        assert_eq!(store.standing(id).state, State::SignedOff);
        assert_eq!(store.count(&[id]), Count { done: 1, all: 1 });
        store.open_party(education);
        assert_eq!(store.standing(id).state, State::SignedOff);
        assert_eq!(store.value(id, Field::Progress), "建成10所");
        store.tick(id, false);
        store.open_party(Party::Coordinator);
        assert_eq!(store.standing(id).state, State::SignedOff, "a report taken back does not open what is closed");
        store.tick(id, false);
        assert_eq!(store.standing(id).state, State::NotReported);
    });
}

#[test]
fn a_row_that_is_reported_on_keeps_its_place() {
    with_store(|store| {
        let id = measure(2, 3);
        store.open_party(unit("市教育局"));
        store.toggle(|filter| &mut filter.unreported);
        store.toggle_report(id);
        assert!(store.is_open(id));
        store.write(id, Field::Status, Status::UnderWay.key().into(), false);
        assert!(!shown(store).contains(&"2.3".to_owned()) && store.is_shown(id));
        store.toggle_report(id);
        assert!(!store.is_open(id) && store.is_shown(id), "closing it does not take it away");
        store.toggle_report(id);
        store.open_party(unit("市財政局"));
        assert!(!store.is_open(id), "another list is opened with its rows closed");
    });
}

#[test]
fn a_person_is_reminded_of_work_that_is_in_no_file_for_a_week() {
    #[track_caller]
    fn check(changed_days_ago: Moment, filed: Moment, reminds: bool) {
        with_store(|store| {
            let mut kept = Ledger::default();
            let changed = clock() - changed_days_ago * DAY;
            kept.set(ticking(MarkKey::Placed(Party::Coordinator, measure(1, 1)), true), changed);
            store.take_in(&kept);
            store.remind(filed);
            let expected = if reminds { vec![Notice::unfiled(changed)] } else { Vec::new() };
            assert_eq!(store.notices(), expected, "{changed_days_ago} days ago, filed {filed}");
            store.save_file();
            assert_eq!(store.notices(), [], "saving a file is what it asked for");
        });
    }
    check(8, 0, true);
    check(7, 0, false);
    check(0, 0, false);
    check(30, clock() - 30 * DAY, false);
    check(30, clock() - 31 * DAY, true);
}

#[test]
fn before_everything_is_replaced_the_state_is_kept_as_a_snapshot() {
    with_store(|store| {
        store.tick(measure(1, 1), true);
        let before = store.ledger(|ledger| ledger_file::write(ledger, plan()));
        store.session().take_commands();
        store.offer_file("2021-09-29".into(), &file(&[measure(3, 2)]));
        store.accept_offer(|_| Beside::NOTHING);
        assert_eq!(store.session().take_commands(), [Command::Snapshot(before), Command::GoTo("notices".into())]);
    });
}

#[test]
fn the_links_of_the_overview_open_the_whole_list() {
    with_store(|store| {
        store.open_party(unit("市教育局"));
        store.open_address("#/overview");
        assert_eq!(store.route(), Route::Overview(None));
        assert_eq!(store.last_view().party, unit("市教育局"), "the checklist is still theirs");
        store.open_address("#m3.2");
        assert_eq!(store.route(), Route::default());
        assert_eq!(store.pointed(), Some(Anchor::Measure(measure(3, 2))));
    });
}

/// Something that a person does, in numbers.
fn does(store: Store, what: u8, which: usize) {
    let ids = plan().scope_measures(store.party());
    let Some(id) = ids.get(which % ids.len().max(1)).copied() else { return };
    match what {
        0..4 => store.tick(id, what.is_multiple_of(2)),
        4 => store.write(id, Field::Status, Status::ALL[which % Status::ALL.len()].key().into(), false),
        5 => store.write(id, Field::Problem, ["", "资金"][which % 2].into(), true),
        6 => store.undo(),
        7 => store.redo(),
        8 => store.search(["", "网", "网络", "招聘", "教育"][which % 5].into()),
        9 => {
            store.toggle(if which.is_multiple_of(2) {
                |filter| &mut filter.open
            } else {
                |filter| &mut filter.problem
            });
        }
        10 => store.settle(),
        11 => store.toggle_report(id),
        12 => _ = store.open_address(&format!("#{}", Anchor::Measure(id).element_id(plan()))),
        _ => store.open_party(plan().parties().nth(which % plan().parties().count()).unwrap_or_default()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_done_every_row_says_how_its_measure_stands(
        done in proptest::collection::vec((0_u8..15, 0_usize..200), 1..24),
    ) {
        with_store(|store| {
            for (what, which) in done {
                does(store, what, which);
                let party = store.party();
                let standings = store.ledger(|ledger| Standings::of_party(plan(), ledger, party));
                let found = store.found_of(party, &store.view().filter);
                assert_eq!(store.shown(|shown| shown.measures.iter().copied().collect::<Vec<_>>()), found);
                assert_eq!(store.party_count(party), standings.tally().done(party));
                for (i, task) in plan().tasks.iter().enumerate() {
                    if !store.scope(|scope| scope.all().any(|own| own == i)) {
                        continue;
                    }
                    let ids: Vec<MeasureId> = task.measures.iter().map(|measure| measure.id).collect();
                    for id in &ids {
                        let row = store.row(*id).get_untracked();
                        let standing = Standing { light: None, edition: 0, ..row.standing };
                        assert_eq!((standing, row.open), (standings.get(*id), store.is_open(*id)), "{id}");
                        assert_eq!(row.shown, found.contains(id) || store.is_shown(*id), "{id}");
                        assert_eq!(row.pointed, store.pointed() == Some(Anchor::Measure(*id)), "{id}");
                    }
                    let row = store.task_row(i).get_untracked();
                    assert_eq!(row.count, standings.tally_of(&ids).done(party), "{}", task.id);
                    assert_eq!(row.shown, ids.iter().any(|id| store.is_shown(*id)), "{}", task.id);
                }
            }
        });
    }
}

#[test]
fn a_letter_has_only_those_rows_drawn_again_that_have_the_words() {
    with_store(|store| {
        let drawn = || plan().measures().map(|row| store.row(row.id).get_untracked().drawn).collect::<Vec<_>>();
        let whole = drawn();
        store.search("网络".into());
        let searched = drawn();
        let rows = plan().measures().zip(whole.iter().zip(&searched));
        let again = rows.filter(|(_, (before, now))| before != now).map(|(measure, _)| measure.id.to_string());
        assert_eq!(again.collect::<Vec<_>>(), ["3.4", "12.1", "22.1"]);
        store.tick(measure(3, 4), true);
        assert_eq!(drawn(), searched, "a tick draws no text");
        store.clear_filter();
        assert_eq!(drawn(), whole);
        store.choose_rendition(Rendition::Record);
        assert!(drawn().iter().zip(&whole).all(|(now, before)| now != before));
    });
}

/// In the library, titles of all plans stand beside each other.
#[test]
fn a_title_is_in_the_same_script_whichever_plan_is_open() {
    let other = yaodian::reader::read("清水县2024年工作要点\n一、供水\n（一）新建水厂。（县水利局）\n").plan;
    let title = plan().text(plan().meta.title);
    for (lang, chosen, is_record) in [
        (Lang::ZhHans, None, false),
        (Lang::ZhHant, None, true),
        (Lang::En, None, true),
        (Lang::ZhHans, Some(Rendition::Record), true),
        (Lang::En, Some(Rendition::Simplified), false),
    ] {
        let shown = [plan(), &other].map(|open| {
            let settings = Settings { lang: Some(lang), rendition: chosen, ..Settings::default() };
            Owner::new().with(|| Store::new(open.clone(), settings, lang, clock).in_script_of_any(title))
        });
        assert_eq!(shown[0], shown[1], "{lang:?}, {chosen:?}");
        assert_eq!(shown[0] == title, is_record, "{lang:?}, {chosen:?}: {}", shown[0]);
        let own = Owner::new().with(|| {
            let settings = Settings { lang: Some(lang), rendition: chosen, ..Settings::default() };
            Store::new(plan().clone(), settings, lang, clock).text_of(plan().meta.title)
        });
        assert_eq!(shown[0], own, "{lang:?}, {chosen:?}: as above the plan itself");
    }
}

#[test]
fn the_selector_offers_the_best_first_and_all_in_order_for_nothing() {
    with_store(|store| {
        let all: Vec<Party> = plan().parties().collect();
        assert_eq!(store.offered(""), all);
        assert_eq!(store.offered("  "), all);
        assert_eq!(store.offered("jyj").first(), Some(&unit("市教育局")));
        assert_eq!(store.offered("教育"), [unit("市教育局")]);
        assert_eq!(store.offered("统筹"), [Party::Coordinator]);
        assert_eq!(store.offered("没有的局"), []);
        store.search("jyj".into());
        let Party::Unit(educates) = unit("市教育局") else { panic!("a unit") };
        let marked =
            || store.hits_in_name(Assignee::Unit(educates), "市教育局").into_iter().map(|hit| (hit.start, hit.end));
        assert_eq!(marked().collect::<Vec<_>>(), [(3, 12)]);
        // As if they had come meanwhile.
        store.find_again();
        assert_eq!(marked().collect::<Vec<_>>(), [(3, 12)]);
        assert_eq!(shown(store).len(), plan().scope_measures(unit("市教育局")).len());
    });
}

#[test]
fn the_title_of_the_window_says_whose_it_is_and_which_view() {
    let cases = [
        (Lang::ZhHans, "#/unit/市教育局", "市教育局 · 清单 · 海东市2021年新型城镇化和城乡融合发展工作要点"),
        (Lang::ZhHans, "#/overview", "市教育局 · 总览 · 海东市2021年新型城镇化和城乡融合发展工作要点"),
        (Lang::ZhHans, "#/data", "市教育局 · 数据 · 海东市2021年新型城镇化和城乡融合发展工作要点"),
        (
            Lang::ZhHans,
            "#/print/unit/市教育局",
            "海东市2021年新型城镇化和城乡融合发展工作要点 工作清单 市教育局 2021-09-30",
        ),
        (
            Lang::En,
            "#/overview",
            "Education Bureau · Overview · Haidong City 2021 Work Plan for New-Type Urbanization and Integrated Urban-Rural Development",
        ),
    ];
    for (lang, address, title) in cases {
        Owner::new().with(|| {
            let store = Store::new(plan().clone(), Settings::default(), lang, || 1_632_988_800_000);
            store.identify(Some(unit("市教育局")));
            store.open_address(address);
            assert_eq!(store.window_title(), title);
        });
    }
}
