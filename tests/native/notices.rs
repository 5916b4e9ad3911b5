//! What a notice says of a change and offers to take back: that change, all of it, and as long as it stands.

use crate::ledger::{measure, plan, ticking, ticks};
use leptos::prelude::{Owner, provide_context};
use yaodian::domain::history::{Beside, STEPS};
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
use yaodian::persist::ledger_file;
use yaodian::state::{Command, Notice, Store};
use yaodian::text::words;
use yaodian::views::notices::notices;

/// 2021-09-30 in China.
const NOW: Moment = 1_632_988_800_000;

const LANGS: [Lang; 3] = [Lang::ZhHans, Lang::ZhHant, Lang::En];

/// Runs a test with the store of a page on which the coordinator has ticked 1.1.
fn with_page(test: impl FnOnce(Store)) {
    Owner::new().with(|| {
        let store = Store::new(plan().clone(), Settings::default(), Lang::ZhHans, || NOW);
        provide_context(store);
        store.tick(measure(1, 1), true);
        test(store);
    });
}

fn mine(task: u16, n: u16) -> MarkKey {
    MarkKey::Placed(Party::Coordinator, measure(task, n))
}

/// Takes over a file in which the coordinator has ticked these.
fn read_file(store: Store, ticked: &[(u16, u16)]) {
    let mut ledger = Ledger::default();
    for (task, n) in ticked {
        ledger.set(ticking(mine(*task, *n), true), NOW);
    }
    store.offer_file("a.json".into(), &ledger_file::write(&ledger, plan()));
    store.accept_offer(|_| Beside::NOTHING);
}

/// What another window says of some measures.
fn another_window_writes(store: Store, measures: &[MarkKey]) {
    let mut theirs = store.ledger(Ledger::clone);
    for key in measures {
        let change = Change { key: key.clone(), field: Field::Status, value: "behind".into() };
        theirs.set(change, NOW + 1000);
    }
    store.take_in(&theirs);
}

fn ticked(store: Store) -> Vec<MarkKey> {
    store.ledger(ticks)
}

/// Takes back what the notice offers to take back.
#[track_caller]
fn take_offer(store: Store) {
    let notices = store.notices();
    let [notice] = notices.as_slice() else { panic!("one notice: {notices:?}") };
    store.undo_step(notice.step().expect("a step that it offers to take back"));
}

#[test]
fn a_notice_takes_back_what_it_tells_of_and_nothing_later() {
    type Does = fn(Store);
    let file: Does = |store| read_file(store, &[(3, 2), (3, 3)]);
    let delete: Does = |store| store.delete_all();
    let nothing: Does = |_| ();
    let tick: Does = |store| store.tick(measure(2, 3), true);
    let tick_and_back: Does = |store| {
        store.tick(measure(2, 3), true);
        store.undo();
    };
    for (what, does, then, left) in [
        ("a file", file, nothing, vec![mine(1, 1)]),
        ("a deletion", delete, nothing, vec![mine(1, 1)]),
        ("a file, and a tick since", file, tick, vec![mine(1, 1), mine(2, 3)]),
        ("a deletion, and a tick since", delete, tick, vec![mine(1, 1), mine(2, 3)]),
        ("a file, and a tick taken back", file, tick_and_back, vec![mine(1, 1)]),
        ("a deletion, and a tick taken back", delete, tick_and_back, vec![mine(1, 1)]),
    ] {
        with_page(|store| {
            does(store);
            then(store);
            assert!(html(notices()).contains("撤销"), "{what}: it is offered");
            take_offer(store);
            assert_eq!(ticked(store), left, "{what}");
            assert_eq!(store.notices(), [], "{what}: the notice goes");
        });
    }
}

#[test]
fn a_notice_goes_with_the_change_it_tells_of() {
    with_page(|store| {
        for change in [|store| read_file(store, &[(3, 2)]), Store::delete_all] {
            change(store);
            assert_eq!(store.notices().len(), 1);
            store.undo();
            assert_eq!(store.notices(), [], "it was taken back by the key or the button");
            store.redo();
            assert_eq!(store.notices(), []);
            store.undo();
        }
        read_file(store, &[(3, 2)]);
        store.tick(measure(2, 3), true);
        store.undo();
        assert_eq!(store.notices().len(), 1, "what was taken back came after it");
        for n in 0..STEPS {
            assert_eq!(store.notices().len(), 1, "{n} steps since");
            store.tick(measure(2, 3), n % 2 == 0);
        }
        assert_eq!(store.notices(), [], "so many steps later it can no more be taken back");
    });
}

/// The first of two, taken back before the second, would find what the second left.
#[test]
fn of_two_steps_only_the_last_is_offered() {
    with_page(|store| {
        read_file(store, &[(2, 3)]);
        store.delete_all();
        let told = store.notices();
        assert!(matches!(&told[..], [told] if format!("{told:?}").contains("已删除")), "{told:?}");
    });
}

#[test]
fn what_changed_nothing_offers_nothing_to_take_back() {
    with_page(|store| {
        let same = store.ledger(|ledger| ledger_file::write(ledger, plan()));
        store.offer_file("a.json".into(), &same);
        store.accept_offer(|_| Beside::NOTHING);
        assert_eq!(store.notices(), [Notice::replaced(1, None)]);
        assert!(!html(notices()).contains("撤销"), "it would take back the tick");
    });
}

#[test]
fn what_is_kept_beside_the_ledger_goes_and_comes_with_a_deletion() {
    let beside = |store: Store| {
        let mut commands = store.session().take_commands();
        commands.retain(|command| matches!(command, Command::Beside(..)));
        commands
    };
    with_page(|store| {
        read_file(store, &[(3, 2)]);
        store.undo();
        store.redo();
        assert_eq!(beside(store), [], "a file takes nothing away");
        store.delete_all();
        assert_eq!(beside(store), [Command::Beside(Beside::ALL, false)]);
        store.undo();
        assert_eq!(beside(store), [Command::Beside(Beside::ALL, true)]);
        store.redo();
        assert_eq!(beside(store), [Command::Beside(Beside::ALL, false)]);
        // Also where only something beside it was left to be deleted.
        store.delete_all();
        store.tick(measure(2, 3), true);
        assert_eq!(beside(store), [Command::Beside(Beside::ALL, false)]);
        let notices = store.notices();
        store.undo_step(notices.iter().find_map(Notice::step).expect("a step"));
        assert_eq!(beside(store), [Command::Beside(Beside::ALL, true)]);
        assert_eq!(ticked(store), [mine(2, 3)]);
    });
}

#[test]
fn what_is_left_alone_is_named() {
    #[track_caller]
    fn check(written: &[MarkKey], first: &str, measures: usize) {
        with_page(|store| {
            read_file(store, &[(1, 1), (2, 3), (3, 2), (3, 3)]);
            another_window_writes(store, written);
            take_offer(store);
            assert_eq!(store.notices(), [Notice::LeftAlone { first: first.into(), measures }]);
            for lang in LANGS {
                let text = (words(lang).left_alone)(first, measures);
                assert!(text.contains(first), "{lang:?}: {text}");
                store.choose_lang(lang);
                let shown = html(notices());
                assert!(shown.contains(first), "{lang:?}: {shown}");
            }
        });
    }
    check(&[mine(3, 2)], "3.2", 1);
    check(&[mine(2, 3), mine(3, 2), mine(3, 3)], "2.3", 3);
    let of = |n| LANGS.map(|lang| (words(lang).left_alone)("2.3", n));
    assert!(of(3).iter().zip(["3 条", "3 條", "2 more"]).all(|(text, many)| text.contains(many)), "{:?}", of(3));
    assert!(of(1).iter().zip(["1 条", "1 條", "more"]).all(|(text, many)| !text.contains(many)), "{:?}", of(1));
}
