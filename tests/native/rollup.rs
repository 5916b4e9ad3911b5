//! The roll-up: the two tables of the module's documentation, line by line, and what must hold of every ledger.
//!
//! What is said of a measure is written as words here. First who: `coordinator`, three units that are asked, `A`, `B` and
//! `C`, one that is not, `X`, and two localities, `L` and `M`. Then what: after `:` a status (`not`, `under`, `behind`,
//! `done`, `na`), after `!` a problem, after `#` a text of progress.

use crate::ledger::{busy_ledger, measure, plan};
use proptest::prelude::*;
use yaodian::domain::arrangement::leads;
use yaodian::domain::calendar::iso_to_day;
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::{Field, Status};
use yaodian::domain::overview::{Overview, PartyRow};
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Assignee, Assignment, Measure, MeasureId, Reach, Responsibility, Role, Task};
use yaodian::domain::rollup::{Asked, Count, Standing, Standings, State, Tally, Total};
use yaodian::domain::span::Span;

const A: Party = Party::Unit(0);
const B: Party = Party::Unit(1);
const C: Party = Party::Unit(2);
const X: Party = Party::Unit(9);
const L: Party = Party::Locality(0);
const M: Party = Party::Locality(1);

fn party(name: &str) -> Party {
    match name {
        "coordinator" => Party::Coordinator,
        "A" => A,
        "B" => B,
        "C" => C,
        "X" => X,
        "L" => L,
        "M" => M,
        other => panic!("{other} is nobody"),
    }
}

fn status(word: &str) -> Status {
    match word {
        "not" => Status::NotStarted,
        "under" => Status::UnderWay,
        "behind" => Status::Behind,
        "done" => Status::Done,
        "na" => Status::NotApplicable,
        other => panic!("{other} is no status"),
    }
}

/// What these words say of 1.1, and something of other measures.
fn ledger(words: &str) -> Ledger {
    let mut ledger = Ledger::default();
    let mut set = |party, id, field, value: &str| {
        let change = Change { key: MarkKey::Placed(party, id), field, value: value.into() };
        assert!(ledger.set(change, 5).is_some(), "{words}: said twice");
    };
    for word in words.split_whitespace() {
        let sign = word.find([':', '!', '#', '=']).expect("who, and what");
        let (who, what) = (party(&word[..sign]), &word[sign + 1..]);
        match &word[sign..=sign] {
            ":" => set(who, measure(1, 1), Field::Status, status(what).key()),
            "!" => set(who, measure(1, 1), Field::Problem, what),
            "=" => set(who, measure(1, 1), Field::Duty, what),
            _ => set(who, measure(1, 1), Field::Progress, what),
        }
    }
    for who in [Party::Coordinator, A, L] {
        set(who, measure(1, 2), Field::Status, "done");
        set(who, measure(1, 2), Field::Problem, "別的事");
    }
    ledger
}

/// Of a task that names three units and leaves open which localities.
fn asked() -> Asked {
    Asked { parties: [A, B, C].into_iter().collect(), undetermined: true }
}

fn standing(words: &str, party: Party) -> Standing {
    of(&ledger(words), &asked(), party)
}

/// How 1.1 stands, of which the plan says nothing more than who is asked.
fn of(ledger: &Ledger, asked: &Asked, party: Party) -> Standing {
    let one = Measure { id: measure(1, 1), ..Measure::default() };
    let task = Task { measures: vec![one.clone()], ..Task::default() };
    Standing::of(ledger.said_of(one.id), asked, (&task, &one), party)
}

#[test]
fn how_far_a_measure_is_for_a_unit_or_locality() {
    #[track_caller]
    fn check(words: &str, who: Party, state: State, done: bool, counts: bool) {
        let standing = standing(words, who);
        assert_eq!((standing.state, standing.done, standing.counts), (state, done, counts), "{words}: {who:?}");
        assert_eq!(standing.asked, 1, "{words}: it alone is asked");
    }
    // The coordinator has signed it off: whatever the party says.
    check("coordinator:done", A, State::SignedOff, true, true);
    for own in ["not", "under", "behind", "done", "na"] {
        check(&format!("coordinator:done A:{own}"), A, State::SignedOff, true, true);
    }
    // The party says a status.
    check("A:not", A, State::NotStarted, false, true);
    check("A:under", A, State::UnderWay, false, true);
    check("A:behind", A, State::Behind, false, true);
    check("A:done", A, State::Done, true, true);
    check("A:na", A, State::NotApplicable, false, true);
    // The party says none.
    check("", A, State::NotReported, false, true);
    check("A#已開工 A!缺資金", A, State::NotReported, false, true);
    // What others say is not its own, and what the coordinator says but for a sign-off neither.
    check("B:done C:behind L:done", A, State::NotReported, false, true);
    for coordinators in ["not", "under", "behind", "na"] {
        check(&format!("coordinator:{coordinators}"), A, State::NotReported, false, true);
        check(&format!("coordinator:{coordinators} A:under"), A, State::UnderWay, false, true);
    }
    // A locality of which the plan does not say that it is asked counts from its report on.
    check("", L, State::NotReported, false, false);
    check("L#已開工 L!缺資金", L, State::NotReported, false, false);
    check("L:under", L, State::UnderWay, false, true);
    check("L:done", L, State::Done, true, true);
    check("L:na", L, State::NotApplicable, false, true);
    check("M:done", L, State::NotReported, false, false);
    check("coordinator:done", L, State::SignedOff, false, false);
    check("coordinator:done L:behind", L, State::SignedOff, true, true);
}

#[test]
fn how_far_a_measure_is_for_the_plan() {
    use State::{Behind, Done, NotApplicable, NotReported, NotStarted, Reported, SignedOff, UnderWay};

    #[track_caller]
    fn check(words: &str, state: State) {
        let standing = standing(words, Party::Coordinator);
        assert_eq!(standing.state, state, "{words}");
        assert_eq!((standing.done, standing.counts), (state == SignedOff, true), "{words}");
        // In whatever order it was said.
        let mut turned: Vec<&str> = words.split(' ').collect();
        turned.reverse();
        assert_eq!(self::standing(&turned.join(" "), Party::Coordinator), standing, "{words}");
    }
    // The coordinator has signed it off: before every other line.
    check("coordinator:done", SignedOff);
    check("coordinator:done A:na B:na C:na", SignedOff);
    check("coordinator:done A:behind", SignedOff);
    // The coordinator says a status of its own: whatever is reported.
    check("coordinator:na A:done B:done C:done", NotApplicable);
    check("coordinator:behind A:done B:done C:done", Behind);
    check("coordinator:under", UnderWay);
    check("coordinator:not X:done", NotStarted);
    check("coordinator:under A#已開工", UnderWay);
    // Somebody leads: the lead's word is the measure's, whatever those say who support.
    check("A=lead A:behind", Behind);
    check("A=lead A:done B:behind C:not", Done);
    check("A=lead B=support A:under B:behind", UnderWay);
    check("A=lead B:done C:done", Reported);
    check("A=lead", NotReported);
    check("A=lead A:na B:under", NotApplicable);
    check("A=lead B=lead A:done B:done", Done);
    check("A=lead B=lead A:done B:behind", Reported);
    check("A=lead B=lead A:done", Reported);
    check("X=lead X:done A:behind", Done);
    // Nobody leads, and all who are asked have reported and say the same.
    check("A:done B:done C:done", Done);
    check("A:done B:na C:done", Done);
    check("A:behind B:behind C:behind", Behind);
    check("A:not B:not C:not L:not", NotStarted);
    check("A:na B:na C:na", NotApplicable);
    check("A:done B=unconcerned C=unconcerned", Done);
    check("A:done B:done C:done X=support X:done", Done);
    check("X:behind A:done B:done C:done", Done);
    check("A:done B:done C:done L:done", Done);
    // Nothing boils several down to one word, and one does not speak for those who are silent.
    check("A:behind", Reported);
    check("A:done", Reported);
    check("A:na", Reported);
    check("A:done B:done C:behind", Reported);
    check("A:done B:done C:done L:behind", Reported);
    check("A:done B:done C:done X=support", Reported);
    check("A:under B:not C:done", Reported);
    check("L:done", Reported);
    check("A:behind B#已開工 C!缺資金", Reported);
    // Nobody has reported: a text alone is no report, and who is not asked has none to make.
    check("", NotReported);
    check("A#已開工 B!缺資金 coordinator#已問", NotReported);
    check("X:done", NotReported);
    check("A:done A=unconcerned", NotReported);
}

/// The lines of the second table, each with whether it fits: what the three who are asked say, whether the first of them leads, and
/// what the coordinator says.
fn lines(said: [Option<Status>; 3], leads: bool, coordinator: Option<Status>) -> [(State, bool); 6] {
    let reports: Vec<Status> = said.into_iter().flatten().collect();
    let mut words: Vec<Status> = reports.clone();
    words.retain(|status| *status != Status::NotApplicable);
    words.dedup();
    let all = words.first().copied().unwrap_or(Status::NotApplicable);
    let alike = reports.len() == 3 && words.len() <= 1;
    let own = coordinator.map_or(State::NotReported, State::from);
    [
        (State::SignedOff, coordinator == Some(Status::Done)),
        (own, coordinator.is_some()),
        (said[0].map_or(State::NotReported, State::from), leads && said[0].is_some()),
        (all.into(), !leads && alike),
        (State::Reported, !reports.is_empty()),
        (State::NotReported, true),
    ]
}

/// All that three parties and the coordinator can say: 6 to the power of 4, with and without a lead.
#[test]
fn the_first_line_of_the_table_that_fits_decides() {
    let statuses = || std::iter::once(None).chain(Status::ALL.map(Some));
    let mut used = [0; 6];
    let mut all = Vec::new();
    for leads in [false, true] {
        for coordinator in statuses() {
            for a in statuses() {
                all.extend(statuses().flat_map(|b| statuses().map(move |c| (leads, coordinator, [a, b, c]))));
            }
        }
    }
    for (leads, coordinator, said) in all {
        let mut ledger = Ledger::default();
        for (party, status) in [Party::Coordinator, A, B, C].into_iter().zip([coordinator].into_iter().chain(said)) {
            let value = status.map_or(String::new(), |status| status.key().to_owned());
            ledger.set(Change { key: MarkKey::Placed(party, measure(1, 1)), field: Field::Status, value }, 5);
        }
        if leads {
            let key = MarkKey::Placed(A, measure(1, 1));
            ledger.set(Change { key, field: Field::Duty, value: "lead".into() }, 5);
        }
        let lines = lines(said, leads, coordinator);
        let line = lines.iter().position(|(_, fits)| *fits).expect("the last fits always");
        let standing = of(&ledger, &asked(), Party::Coordinator);
        assert_eq!(standing.state, lines[line].0, "{coordinator:?} {said:?} {leads}");
        let reports: Vec<Status> = said.into_iter().flatten().collect();
        assert_eq!((standing.reported(), standing.asked), (reports.len(), 3), "{said:?}");
        for status in Status::ALL {
            let n = reports.iter().filter(|report| **report == status).count();
            assert_eq!(standing.reports.of(status.into()), n, "{said:?}: {status:?}");
        }
        let behind = reports.contains(&Status::Behind) || coordinator == Some(Status::Behind);
        assert_eq!(standing.behind, behind && coordinator != Some(Status::Done), "{coordinator:?} {said:?}");
        used[line] += 1;
    }
    assert!(used.iter().all(|times| *times > 0), "each line decides something: {used:?}");
    assert_eq!(used.iter().sum::<usize>(), 2 * 1296);
}

/// A lead that the plan prints: by a statement on the task, and by one on a measure alone.
#[test]
fn who_leads_is_settled_or_printed() {
    #[track_caller]
    fn check(task: &Task, measure: &Measure, words: &str, expected: &[Party]) {
        let leads = leads(ledger(words).said_of(measure.id), task, measure);
        assert_eq!(leads.iter().copied().collect::<Vec<_>>(), expected, "{words}");
    }
    let statement = |who: usize, role| Responsibility {
        assigned: vec![Assignment { who: Assignee::Unit(who), role, span: Span::default() }],
        ..Responsibility::default()
    };
    let own = Measure { id: measure(1, 1), responsibility: Some(1), ..Measure::default() };
    let other = Measure { id: measure(1, 2), ..Measure::default() };
    let task = Task {
        measures: vec![own.clone(), other.clone()],
        responsibilities: vec![statement(0, Role::Lead), statement(1, Role::Lead), statement(2, Role::Support)],
        ..Task::default()
    };
    let asked = Asked::of(plan(), &task);
    check(&task, &own, "", &[B]);
    check(&task, &other, "", &[A]);
    check(&task, &own, "A=lead", &[A]);
    check(&task, &own, "C=lead X=lead", &[C, X]);
    // What is settled of the one whom the plan says leads takes that from it.
    check(&task, &own, "B=support", &[]);
    check(&task, &own, "B=unconcerned A=support", &[]);
    check(&task, &own, "A=support", &[B]);
    let standing = |words: &str| {
        let ledger = ledger(words);
        Standing::of(ledger.said_of(own.id), &asked, (&task, &own), Party::Coordinator).state
    };
    assert_eq!(standing("A:behind C:behind"), State::Reported, "the lead that nothing is said of is silent");
    assert_eq!(standing("A:behind B:under"), State::UnderWay);
    assert_eq!(standing("B:under C:behind B=support"), State::Reported, "nobody leads, and one is silent");
}

#[test]
fn what_is_settled_decides_whose_a_measure_is() {
    #[track_caller]
    fn check(words: &str, who: Party, counts: bool, asked: usize) {
        assert_eq!(standing(words, who).counts, counts, "{words}: {who:?}");
        assert_eq!(standing(words, Party::Coordinator).asked, asked, "{words}");
    }
    check("A=unconcerned", A, false, 2);
    check("A=unconcerned A:done", A, false, 2);
    check("A=support", A, true, 3);
    check("X=lead", X, true, 4);
    check("X=lead X:done", X, true, 4);
    check("L=responsible", L, true, 4);
    check("L=responsible L:done", L, true, 4);
    check("L=unconcerned L:done", L, false, 3);
    check("M:done L=unconcerned", L, false, 4);
    assert!(
        !standing("A=unconcerned coordinator:done", A).done,
        "what is signed off is not done by who is not concerned"
    );
}

#[test]
fn what_is_given_back_is_so_until_it_is_reported_anew() {
    let id = measure(1, 1);
    let mut ledger = Ledger::default();
    let mut say = |party, field, value: &str, at: Moment| {
        assert!(ledger.set(Change { key: MarkKey::Placed(party, id), field, value: value.into() }, at).is_some());
        [A, B, Party::Coordinator].map(|party| of(&ledger, &asked(), party).returned)
    };
    assert_eq!(say(A, Field::Status, "done", 5), [false; 3]);
    assert_eq!(say(B, Field::Status, "done", 9), [false; 3]);
    assert_eq!(say(A, Field::Returned, "5 數據有誤", 20), [true, false, true]);
    assert_eq!(say(B, Field::Progress, "已完成", 21), [true, false, true], "another one's report is another's");
    assert_eq!(say(A, Field::Due, "2021-06-30", 22), [true, false, true], "what is settled is no report");
    assert_eq!(say(A, Field::Confirmed, "2021-06-30", 23), [true, false, true], "all is as before");
    assert_eq!(say(A, Field::Progress, "已更正", 4), [false; 3], "by whatever clock it is reported anew");
}

/// What was given back is no report: it neither is done nor waits for its sign-off, and it is nobody's word; its box stays ticked.
#[test]
fn what_is_given_back_counts_as_not_reported() {
    let id = measure(1, 1);
    let mut ledger = ledger("A:done B:done C:done");
    let figures = |ledger: &Ledger, party| {
        let standing = of(ledger, &asked(), party);
        (standing.state, standing.done, standing.ticked, standing.reported())
    };
    let mut say = |field, value: &str, at: Moment| {
        assert!(ledger.set(Change { key: MarkKey::Placed(A, id), field, value: value.into() }, at).is_some());
        [A, B, Party::Coordinator].map(|party| figures(&ledger, party))
    };
    let others = (State::Done, true, true, 1);
    let [own, other, whole] = say(Field::Returned, "5 數據有誤", 20);
    assert_eq!(own, (State::NotReported, false, true, 0));
    assert_eq!(other, others);
    assert_eq!(whole, (State::Reported, false, false, 2));
    assert_eq!(say(Field::Progress, "已更正", 30), [others, others, (State::Done, false, false, 3)]);
}

#[test]
fn the_day_is_the_one_that_is_settled_last_for_the_party() {
    #[track_caller]
    fn check(said: &[(Party, Field, &str)], expected: [Option<&str>; 3]) {
        let mut ledger = Ledger::default();
        for (party, field, value) in said {
            let key = MarkKey::Placed(*party, measure(1, 1));
            ledger.set(Change { key, field: *field, value: (*value).into() }, 5);
        }
        let days = [A, B, Party::Coordinator].map(|party| of(&ledger, &asked(), party).day);
        assert_eq!(days, expected.map(|day| day.map(|day| iso_to_day(day).expect("a day"))), "{said:?}");
    }
    let (due, october) = ((Party::Coordinator, Field::Due, "2021-09-30"), "2021-10-31");
    check(&[], [None; 3]);
    check(&[due], [Some("2021-09-30"); 3]);
    check(&[due, (A, Field::Granted, october)], [Some(october), Some("2021-09-30"), Some("2021-09-30")]);
    check(&[(A, Field::Granted, october)], [Some(october), None, None]);
    // Of the plan it is postponed where it is for whoever leads, or for all who are asked, until the last of their days.
    let (lead, november) = ((A, Field::Duty, "lead"), "2021-11-30");
    check(&[due, lead, (A, Field::Granted, october)], [Some(october), Some("2021-09-30"), Some(october)]);
    check(&[due, lead, (B, Field::Granted, october)], [Some("2021-09-30"), Some(october), Some("2021-09-30")]);
    let both = [(A, Field::Granted, november), (B, Field::Granted, october)];
    check(&[due, both[0], both[1]], [Some(november), Some(october), Some("2021-09-30")]);
    let all = [due, both[0], both[1], (C, Field::Granted, october)];
    check(&all, [Some(november), Some(october), Some(november)]);
    let two = [due, lead, (B, Field::Duty, "lead"), both[0]];
    check(&two, [Some(november), Some("2021-09-30"), Some("2021-09-30")]);
    check(&[due, (A, Field::Granted, "refused")], [Some("2021-09-30"); 3]);
    check(&[(A, Field::Due, october), (A, Field::Postponement, "2021-12-31 設備未到")], [None; 3]);
}

#[test]
fn how_many_of_those_asked_have_reported() {
    #[track_caller]
    fn check(words: &str, who: Party, reported: usize, asked: usize) {
        let standing = standing(words, who);
        assert_eq!((standing.reported(), standing.asked), (reported, asked), "{words}: {who:?}");
    }
    check("", Party::Coordinator, 0, 3);
    check("A:done", Party::Coordinator, 1, 3);
    check("A:na B:not C:behind", Party::Coordinator, 3, 3);
    // Localities of which it is not said that they are asked are, once they report.
    check("A:done L:done", Party::Coordinator, 2, 4);
    check("L:done M:na", Party::Coordinator, 2, 5);
    check("L#已開工", Party::Coordinator, 0, 3);
    // Who is not asked, the coordinator, and texts without a status are not counted.
    check("X:done coordinator:under B#已開工", Party::Coordinator, 0, 3);
    check("coordinator:done A:done", Party::Coordinator, 1, 3);
    check("", A, 0, 1);
    check("A:not B:done", A, 1, 1);
    check("coordinator:done B:done", A, 0, 1);
    check("L:done", L, 1, 1);
}

#[test]
fn whose_problem_it_is_and_who_has_ticked_it() {
    #[track_caller]
    fn check(words: &str, who: Party, problem: bool, ticked: bool) {
        let standing = standing(words, who);
        assert_eq!((standing.problem, standing.ticked), (problem, ticked), "{words}: {who:?}");
    }
    check("", A, false, false);
    check("A!缺資金", A, true, false);
    check("B!缺資金 coordinator!缺資金 L!缺資金", A, false, false);
    check("A#已開工", A, false, false);
    check("A!缺資金", Party::Coordinator, true, false);
    check("coordinator!缺資金", Party::Coordinator, true, false);
    check("L!缺資金", Party::Coordinator, true, false);
    check("L!缺資金", L, true, false);
    // Of who is not asked it is nobody's but its own.
    check("X!缺資金", Party::Coordinator, false, false);
    check("X!缺資金", X, true, false);
    // A tick is its party's alone.
    check("A:done", A, false, true);
    check("A:done B:done", Party::Coordinator, false, false);
    check("coordinator:done", Party::Coordinator, false, true);
    check("coordinator:done", A, false, false);
}

#[test]
fn where_no_locality_is_meant_none_counts() {
    let asked = Asked { parties: [A].into_iter().collect(), ..Asked::default() };
    let standing = of(&ledger("L:behind L!缺資金 A:done"), &asked, Party::Coordinator);
    assert_eq!((standing.state, standing.problem), (State::Done, false));
    assert_eq!((standing.reported(), standing.asked), (1, 1));
    assert_eq!([A, B, L, Party::Coordinator].map(|party| asked.counts(party)), [true, false, false, false]);
    let undetermined = Asked { undetermined: true, ..asked };
    assert_eq!([A, B, L, Party::Coordinator].map(|party| undetermined.counts(party)), [true, false, true, false]);
}

#[test]
fn who_is_asked_is_who_is_named() {
    let localities = plan().localities.len();
    for (i, task) in plan().tasks.iter().enumerate() {
        let asked = Asked::of(plan(), task);
        let is_printed = |wanted| task.assigned().any(|assigned| assigned.who == wanted);
        for party in plan().parties() {
            let named = match party {
                Party::Coordinator => false,
                Party::Unit(unit) => is_printed(Assignee::Unit(unit)),
                Party::Locality(_) => is_printed(Assignee::Localities(Reach::All)),
            };
            assert_eq!(asked.parties.contains(&party), named, "{party:?} and task {}", task.id);
            let scope = plan().scope(party);
            let in_list = scope.all().any(|task| task == i) && party != Party::Coordinator;
            assert_eq!(asked.counts(party), in_list, "{party:?} and task {}: who counts has it in its list", task.id);
        }
        assert_eq!(asked.undetermined, [5, 6, 7].contains(&task.no.task), "相關縣區 in task {}", task.id);
    }
    // Counted by hand: 市公安局 and six localities; eight units; four units and the localities.
    let asked = |task: usize| Asked::of(plan(), &plan().tasks[task - 1]).parties.len();
    assert_eq!([asked(1), asked(5), asked(6), asked(3)], [1 + localities, 4, 7, 2 + localities]);
    assert_eq!(localities, 6);
}

#[test]
fn a_tally_counts_what_counts() {
    let mut tally = Tally::default();
    assert_eq!((tally.all(), tally.counted()), (0, 0));
    for (state, times) in State::ALL.into_iter().zip(1..) {
        (0..times).for_each(|_| tally.add(state));
    }
    // Signed off 1, done 2, under way 3, reported 4, behind 5, not started 6, not reported 7, not applicable 8.
    assert_eq!(State::ALL.map(|state| tally.of(state)), [1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!((tally.all(), tally.counted()), (36, 28));
    assert_eq!(tally.done(Party::Coordinator), Count { done: 1, all: 28 }, "the coordinator's work is the sign-off");
    for party in [A, L] {
        assert_eq!(tally.done(party), Count { done: 3, all: 28 }, "what is signed off is done for {party:?}");
    }
    let mut twice = tally;
    twice.add_all(tally);
    assert_eq!(State::ALL.map(|state| twice.of(state)), [2, 4, 6, 8, 10, 12, 14, 16]);
}

#[test]
fn a_total_is_what_counts_and_what_is_beside_it() {
    let standing = |state, done, counts| Standing { state, done, counts, ..Standing::default() };
    let mut total = Total::default();
    total.add([].into_iter());
    assert_eq!(total, Total::default(), "a task of which nothing is wanted is none");
    total.add([standing(State::SignedOff, true, true), standing(State::UnderWay, false, true)].into_iter());
    total.add([standing(State::NotApplicable, false, true)].into_iter());
    // Of tasks that the plan leaves open, one on which the locality has reported, and one on which it has not.
    total.add([standing(State::Done, true, true), standing(State::NotReported, false, false)].into_iter());
    total.add([standing(State::SignedOff, false, false), standing(State::NotReported, false, false)].into_iter());
    let expected = Total { tasks: 3, count: Count { done: 2, all: 3 }, not_applicable: 1, undetermined: 3 };
    assert_eq!(total, expected);
}

#[test]
fn a_hundred_per_cent_means_all() {
    #[track_caller]
    fn check(done: usize, all: usize, percent: Option<usize>) {
        assert_eq!(Count { done, all }.percent(), percent, "{done} of {all}");
    }
    check(0, 0, None);
    check(0, 1, Some(0));
    check(1, 1, Some(100));
    check(1, 3, Some(33));
    check(2, 3, Some(66));
    check(128, 129, Some(99));
    check(999, 1000, Some(99));
    check(129, 129, Some(100));
}

#[test]
fn keys_name_one_state_each() {
    let keys = State::ALL.map(State::key);
    assert_eq!(
        keys,
        ["signed-off", "done", "under-way", "reported", "behind", "not-started", "not-reported", "not-applicable"]
    );
    for state in State::ALL {
        assert_eq!(State::of_key(state.key()), Some(state));
    }
    for status in Status::ALL {
        assert_eq!(State::from(status).key(), status.key(), "a status and what it makes of a measure share a key");
    }
    for key in ["", "Behind", "signed_off", "all"] {
        assert_eq!(State::of_key(key), None, "{key:?}");
    }
}

/// A ledger of the whole plan: the unit 市公安局 has task 1 with all localities, task 5 is left open to localities.
#[test]
fn a_party_s_numbers_are_of_its_own_list() {
    let police = Party::Unit(plan().unit_named("市公安局").expect("a unit of the plan"));
    let ledu = Party::Locality(0);
    let mut ledger = Ledger::default();
    let mut say = |party, id: MeasureId, status: Status| {
        let key = MarkKey::Placed(party, id);
        assert!(ledger.set(Change { key, field: Field::Status, value: status.key().into() }, 5).is_some());
    };
    say(police, measure(1, 1), Status::Done);
    say(police, measure(1, 2), Status::NotApplicable);
    say(police, measure(1, 3), Status::Behind);
    say(Party::Coordinator, measure(1, 3), Status::Done);
    say(ledu, measure(1, 2), Status::Done);
    say(ledu, measure(5, 1), Status::Done);
    say(ledu, measure(5, 2), Status::NotApplicable);
    let tally = |party| PartyRow::of(plan(), &ledger, party).all;
    let numbers = |tally: Tally| State::ALL.map(|state| tally.of(state));

    let all = plan().scope_measures(police).len();
    assert_eq!(numbers(tally(police)), [1, 1, 0, 0, 0, 0, all - 3, 1]);
    assert_eq!(tally(police).done(police), Count { done: 2, all: all - 1 }, "what is not applicable is in neither");
    // Of the tasks left open to localities only the two measures it reported on are in its numbers.
    let certain: usize = plan().scope(ledu).tasks.iter().map(|i| plan().tasks[*i].measures.len()).sum();
    assert_eq!(numbers(tally(ledu)), [1, 2, 0, 0, 0, 0, certain - 2, 1]);
    assert_eq!(tally(ledu).done(ledu), Count { done: 3, all: certain + 1 });
    let other = Party::Locality(1);
    assert_eq!(numbers(tally(other)), [1, 0, 0, 0, 0, 0, certain - 1, 0], "the sign-off is for all who are asked");
    assert_eq!(numbers(tally(Party::Coordinator)), [1, 0, 0, 4, 0, 0, 129 - 5, 0]);
    assert_eq!(tally(Party::Coordinator).done(Party::Coordinator), Count { done: 1, all: 129 });

    let standings = Standings::of_party(plan(), &ledger, police);
    assert_eq!(standings.get(measure(1, 3)).state, State::SignedOff);
    assert_eq!(standings.get(measure(5, 1)), Standing::default(), "not in its list");
    let of_task = standings.tally_of(&plan().tasks[0].measures.iter().map(|m| m.id).collect::<Vec<_>>());
    assert_eq!(numbers(of_task), [1, 1, 0, 0, 0, 0, 1, 1]);
    let ledus = Standings::of_party(plan(), &ledger, ledu);
    let of_task = ledus.tally_of(&plan().tasks[4].measures.iter().map(|m| m.id).collect::<Vec<_>>());
    assert_eq!(numbers(of_task), [0, 1, 0, 0, 0, 0, 0, 1], "what does not count is left out");
}

/// Changes of distinct fields, so that their order cannot matter.
fn changes() -> impl Strategy<Value = Vec<(Change, Moment)>> {
    let ids: Vec<MeasureId> = plan().measures().map(|measure| measure.id).collect();
    let parties: Vec<Party> = plan().parties().collect();
    let place = (proptest::sample::select(parties), proptest::sample::select(ids), any::<bool>());
    let said = (proptest::sample::select(&Status::ALL[..]), 0_u64..100);
    proptest::collection::btree_map(place, said, 0..60).prop_map(|changes| {
        let change = |((party, id, is_status), (status, now)): ((_, _, bool), (Status, _))| {
            let field = if is_status { Field::Status } else { Field::Problem };
            (Change { key: MarkKey::Placed(party, id), field, value: status.key().into() }, now)
        };
        changes.into_iter().map(change).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn totals_add_up(ledger in busy_ledger()) {
        let overview = Overview::of(plan(), &ledger);
        prop_assert_eq!(overview.parties.len() + 1, plan().parties().count());
        for (row, party) in std::iter::once(&overview.plan).chain(&overview.parties).zip(plan().parties()) {
            prop_assert_eq!(row.party, party, "everybody, in order");
            prop_assert_eq!(row.sections.len(), plan().sections.len());
            let standings = Standings::of_party(plan(), &ledger, party);
            let mut sum = Tally::default();
            for (section, tally) in plan().sections.iter().zip(&row.sections) {
                let in_section = |id: &MeasureId| section.tasks.contains(&plan().measure_place(*id).unwrap().0);
                let measures: Vec<MeasureId> = plan().scope_measures(party).into_iter().filter(in_section).collect();
                prop_assert_eq!(*tally, standings.tally_of(&measures), "{:?} in section {}", party, section.no);
                sum.add_all(*tally);
            }
            prop_assert_eq!(sum, row.all, "the sections of {:?}", party);
            prop_assert_eq!(standings.tally(), row.all, "{:?}", party);
            let scope = plan().scope_measures(party);
            let counting = scope.iter().filter(|id| standings.get(**id).counts).count();
            prop_assert_eq!(row.all.all(), counting, "{:?}", party);
            prop_assert_eq!(State::ALL.map(|state| row.all.of(state)).iter().sum::<usize>(), counting);
            let not_applicable = scope.iter().filter(|id| standings.get(**id).state == State::NotApplicable).count();
            prop_assert_eq!(row.all.counted(), counting - not_applicable);
            let beside = Total { tasks: 0, count: row.all.done(party), not_applicable, undetermined: scope.len() - counting };
            let is_own = |i: &usize| plan().tasks[*i].measures.iter().any(|measure| standings.get(measure.id).counts);
            let tasks = plan().scope(party).all().filter(is_own).count();
            prop_assert_eq!(standings.total(), Total { tasks, ..beside }, "{:?}", party);
            let count = row.all.done(party);
            let done = scope.iter().filter(|id| standings.get(**id).done).count();
            prop_assert_eq!(count, Count { done, all: counting - not_applicable }, "k of n of {:?}", party);
            prop_assert!(count.done <= count.all);
        }
        prop_assert_eq!(overview.plan.all.all(), plan().measures().count(), "every measure is in the plan's numbers");
    }

    #[test]
    fn the_order_of_marking_changes_nothing(
        start in busy_ledger(),
        (changes, shuffled) in changes().prop_flat_map(|changes| (Just(changes.clone()), Just(changes).prop_shuffle())),
    ) {
        let overview = |changes: Vec<(Change, Moment)>| {
            let mut ledger = start.clone();
            for (change, now) in changes {
                ledger.set(change, now);
            }
            Overview::of(plan(), &ledger)
        };
        prop_assert_eq!(overview(changes), overview(shuffled));
    }

    /// A unit or locality changes its own numbers and the plan's; the coordinator everybody's, but only by a sign-off.
    #[test]
    fn a_mark_changes_nobody_elses_numbers(ledger in busy_ledger(), changes in changes()) {
        let standings = |ledger: &Ledger, party| Standings::of_party(plan(), ledger, party);
        let mut after = ledger;
        for (change, now) in changes.into_iter().take(3) {
            let MarkKey::Placed(marking, id) = change.key else { unreachable!("all are placed") };
            let before = after.clone();
            after.set(change.clone(), now);
            let signs = marking == Party::Coordinator && (before.done(marking, id) || after.done(marking, id));
            for party in plan().parties().filter(|party| *party != Party::Coordinator && *party != marking && !signs) {
                prop_assert_eq!(standings(&before, party), standings(&after, party), "{:?} by {:?}", party, change);
            }
            // And of the measure that was marked alone.
            for party in plan().parties() {
                let (before, after) = (standings(&before, party), standings(&after, party));
                for other in plan().measures().filter(|measure| measure.id != id) {
                    prop_assert_eq!(before.get(other.id), after.get(other.id), "{:?}", party);
                }
            }
        }
    }
}
