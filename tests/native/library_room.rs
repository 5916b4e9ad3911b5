//! What fits into the 5 MB that browsers allow: plans of the size of Haidong's, and of ten times that.

use crate::ledger::{DAY, plan};
use crate::long_plan::long;
use crate::shelf::TestShelf;
use yaodian::domain::ledger::{Ledger, MarkKey, Moment};
use yaodian::domain::mark::{Field, Stamp, Status, Version};
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Assignee, Plan};
use yaodian::persist::keeper::{Keeper, SNAPSHOTS};
use yaodian::persist::library::Library;
use yaodian::persist::room::{ROOM, units, usage};
use yaodian::persist::{ledger_file, plan_file};

/// 2021-09-30T16:00:00+08:00.
const NOW: Moment = 1_632_988_800_000;

/// A ledger in which the first unit of each task says of each of its measures how far it is, in a sentence.
fn reported(plan: &Plan, at: Moment) -> Ledger {
    let mut versions = Vec::new();
    for task in &plan.tasks {
        let unit = task.assigned().find_map(|assigned| match assigned.who {
            Assignee::Unit(unit) => Some(Party::Unit(unit)),
            _ => None,
        });
        for measure in &task.measures {
            let key = MarkKey::Placed(unit.unwrap_or(Party::Coordinator), measure.id);
            for (field, value) in
                [(Field::Status, Status::Done.key()), (Field::Progress, "已按要求完成，相關資料已報市政府辦公室備案。")]
            {
                versions.push((key.clone(), field, Version::at(at, value)));
            }
        }
    }
    Ledger::new(versions, Stamp::default())
}

/// Keeps a plan with its ledger as it is on each of these days, all but the last of which leave a snapshot. Whether plan and
/// ledger found their place.
fn keep_with_work(library: &mut Library, shelf: &TestShelf, plan: &Plan, days: &[(Moment, Ledger)]) -> bool {
    if library.keep(shelf, plan, NOW).is_err() {
        return false;
    }
    let mut keeper = Keeper::new(plan);
    days.iter().all(|(now, ledger)| keeper.save(shelf, plan, ledger, *now).is_ok())
}

/// How many plans find room for what.
#[derive(Debug)]
struct Fits {
    /// So many plans have all their snapshots.
    with_all_snapshots: usize,
    /// So many can be kept, the snapshots of all giving way.
    at_all: usize,
}

fn fill(model: &Plan) -> Fits {
    let shelf = TestShelf::of(&[]);
    shelf.room.set(ROOM);
    let mut library = Library::load(&shelf, plan(), NOW);
    let mut fits = Fits { with_all_snapshots: 0, at_all: 0 };
    let days = (0..=SNAPSHOTS as u64).map(|day| NOW + day * DAY);
    let days: Vec<(Moment, Ledger)> = days.map(|now| (now, reported(model, now))).collect();
    let mut model = model.clone();
    loop {
        model.id = library.fresh_id(&shelf, NOW);
        if !keep_with_work(&mut library, &shelf, &model, &days) {
            break;
        }
        let kept = library.entries().iter().filter(|entry| !entry.carried);
        let keepers = kept.map(|entry| Keeper::new(&Plan { id: entry.id.clone(), ..Plan::default() }));
        let snapshots: Vec<usize> = keepers.map(|keeper| keeper.snapshots(&shelf).len()).collect();
        fits.at_all += 1;
        if snapshots.iter().all(|count| *count == SNAPSHOTS) {
            fits.with_all_snapshots = fits.at_all;
        }
        // Shared fairly: they are all of one size, and none has many more than another.
        let (few, many) = (snapshots.iter().min(), snapshots.iter().max());
        assert!(many <= few.map(|few| few + 2).as_ref(), "{snapshots:?}");
    }
    let usage = usage(&shelf, &model.id).expect("it can be reached");
    assert!(usage.used <= usage.room && usage.used > usage.room / 10 * 8, "{usage:?} is full");
    assert_eq!(usage.used, shelf.used());
    // What did not fit took nothing of the others.
    let there = Library::load(&shelf, plan(), NOW);
    assert!(there.entries().iter().filter(|entry| !entry.carried).count() >= fits.at_all);
    fits
}

/// The numbers are in `src/persist/library.rs`.
#[test]
fn so_many_plans_fit() {
    #[track_caller]
    fn check(times: u16, measures: usize, with_all_snapshots: usize, at_all: usize) {
        let plan = long(times);
        assert_eq!(plan.measures().count(), measures);
        let fits = fill(&plan);
        let (text, ledger) = (plan_file::to_text(&plan), ledger_file::write(&reported(&plan, NOW), &plan));
        println!("{measures} measures: plan {}, ledger {}, {fits:?}", units(&text), units(&ledger));
        assert!(fits.with_all_snapshots >= with_all_snapshots, "{measures} measures: {fits:?}");
        assert!(fits.at_all >= at_all, "{measures} measures: {fits:?}");
    }
    check(1, 129, 38, 90);
    check(10, 1290, 4, 10);
}
