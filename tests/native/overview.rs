//! The whole plan at a glance: what is somebody's concern, what was given for targets, who is silent.

use crate::ledger::{busy_ledger, measure, plan};
use proptest::prelude::*;
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::{Field, Status};
use yaodian::domain::overview::{Concern, Overview, sign};
use yaodian::domain::party::Party;
use yaodian::domain::plan::MeasureId;
use yaodian::domain::rollup::{Asked, State};
use yaodian::reader::read;

fn unit(name: &str) -> Party {
    Party::Unit(plan().unit_named(name).expect("a unit of the plan"))
}

fn of(said: &[(Party, MeasureId, Field, &str)]) -> Ledger {
    let mut ledger = Ledger::default();
    for (party, id, field, value) in said {
        let change = Change { key: MarkKey::Placed(*party, *id), field: *field, value: (*value).to_owned() };
        assert!(ledger.set(change, 5).is_some(), "said twice");
    }
    ledger
}

#[test]
fn what_is_behind_or_has_a_problem_is_a_concern_until_it_is_signed_off() {
    let (police, education) = (unit("市公安局"), unit("市教育局"));
    let ledu = Party::Locality(0);
    let ledger = of(&[
        (police, measure(1, 1), Field::Status, "behind"),
        (police, measure(1, 1), Field::NextStep, "催辦"),
        (ledu, measure(1, 1), Field::Problem, "缺資金"),
        (Party::Coordinator, measure(1, 1), Field::Problem, "待協調"),
        // No concern: under way, a next step alone, a problem of who is not asked.
        (ledu, measure(1, 2), Field::Status, "under-way"),
        (ledu, measure(1, 2), Field::NextStep, "繼續"),
        (education, measure(1, 2), Field::Problem, "與我無關"),
        (education, measure(1, 2), Field::Status, "behind"),
        // Signed off: no concern any more, though the problem is still written there.
        (police, measure(1, 3), Field::Status, "behind"),
        (police, measure(1, 3), Field::Problem, "缺人"),
        (Party::Coordinator, measure(1, 3), Field::Status, "done"),
        // A locality of which the plan does not say that it is asked, and one that is done and has a problem.
        (ledu, measure(5, 1), Field::Problem, "缺地"),
        (education, measure(2, 1), Field::Status, "done"),
        (education, measure(2, 1), Field::Problem, "待驗收"),
        (Party::Coordinator, measure(2, 2), Field::Status, "behind"),
    ]);
    let overview = Overview::of(plan(), &ledger);
    let concern = |measure, party, behind, problem: &str, next_step: &str| Concern {
        measure,
        party,
        behind,
        problem: problem.into(),
        next_step: next_step.into(),
    };
    let expected = [
        concern(measure(1, 1), Party::Coordinator, false, "待協調", ""),
        concern(measure(1, 1), police, true, "", "催辦"),
        concern(measure(1, 1), ledu, false, "缺資金", ""),
        concern(measure(2, 1), education, false, "待驗收", ""),
        concern(measure(2, 2), Party::Coordinator, true, "", ""),
        concern(measure(5, 1), ledu, false, "缺地", ""),
    ];
    assert_eq!(overview.concerns, expected, "in the order of the measures, then of the parties");
    assert_eq!(overview.problems, 3, "of 1.1, 2.1 and 5.1 somebody wrote down a problem, and 1.3 is signed off");
}

#[test]
fn every_target_of_the_plan_has_its_row() {
    let overview = Overview::of(plan(), &Ledger::default());
    assert_eq!(overview.targets.len(), 17, "as many as the plan sets");
    let words = overview.targets.iter().map(|row| {
        let measure = &plan().tasks[row.task].measures[row.measure];
        plan().text(measure.targets[row.target].span)
    });
    let printed = plan().measures().flat_map(|measure| &measure.targets).map(|target| plan().text(target.span));
    assert_eq!(words.collect::<Vec<_>>(), printed.collect::<Vec<_>>(), "in the order of the plan");
    assert!(overview.targets.iter().all(|row| row.actual.given.is_empty() && row.actual.value.is_none()));

    // A value belongs to the target at its place of the measure, and to no other.
    let (at, row) = overview.targets.iter().enumerate().find(|(_, row)| row.target == 1).expect("a second target");
    let id = plan().tasks[row.task].measures[row.measure].id;
    let ledger = of(&[(Party::Coordinator, id, Field::Actual(2), "12")]);
    let given = Overview::of(plan(), &ledger).targets;
    for (i, row) in given.iter().enumerate() {
        assert_eq!(row.actual.value, (i == at).then_some(12.0), "target {i}");
    }
}

#[test]
fn who_has_measures_that_are_not_reported_is_silent() {
    let police = unit("市公安局");
    let silent = |ledger: &Ledger| Overview::of(plan(), ledger).silent().map(|row| row.party).collect::<Vec<_>>();
    let everybody: Vec<Party> = plan().parties().skip(1).collect();
    assert_eq!(silent(&Ledger::default()), everybody);
    let mut ledger = Ledger::default();
    let report = |ledger: &mut Ledger, id, status: Status| {
        let key = MarkKey::Placed(police, id);
        ledger.set(Change { key, field: Field::Status, value: status.key().into() }, 5);
    };
    let measures = plan().scope_measures(police);
    for (n, id) in measures.iter().enumerate() {
        assert_eq!(silent(&ledger), everybody, "one is still missing");
        report(&mut ledger, *id, Status::ALL[n % 5]);
    }
    let others: Vec<Party> = everybody.iter().copied().filter(|party| *party != police).collect();
    assert_eq!(silent(&ledger), others);
    // Nor is who need not report any more: all is signed off.
    let mut ledger = Ledger::default();
    for measure in plan().measures() {
        let key = MarkKey::Placed(Party::Coordinator, measure.id);
        ledger.set(Change { key, field: Field::Status, value: "done".into() }, 5);
    }
    assert_eq!(silent(&ledger), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// What is reported as behind, or has a problem, is in the list of concerns, and nothing else is.
    #[test]
    fn no_concern_is_missing(ledger in busy_ledger()) {
        let overview = Overview::of(plan(), &ledger);
        let mut expected = Vec::new();
        let mut problems = 0;
        for task in &plan().tasks {
            let asked = Asked::of(plan(), task);
            for measure in &task.measures {
                let heard = |party: &Party| *party == Party::Coordinator || asked.counts(*party);
                let problem = |party: &Party| !ledger.value(*party, measure.id, Field::Problem).is_empty();
                let behind = |party: &Party| ledger.status(*party, measure.id) == Some(Status::Behind);
                if !ledger.done(Party::Coordinator, measure.id) {
                    problems += usize::from(plan().parties().any(|party| heard(&party) && problem(&party)));
                    let concerned = plan().parties().filter(|party| heard(party) && (problem(party) || behind(party)));
                    expected.extend(concerned.map(|party| (measure.id, party)));
                }
            }
        }
        let listed = overview.concerns.iter().map(|concern| (concern.measure, concern.party)).collect::<Vec<_>>();
        prop_assert_eq!(listed, expected);
        prop_assert_eq!(overview.problems, problems);
        let silent = overview.silent().map(|row| row.party).collect::<Vec<_>>();
        let missing = |row: &&yaodian::domain::overview::PartyRow| row.all.of(State::NotReported) > 0;
        prop_assert_eq!(silent, overview.parties.iter().filter(missing).map(|row| row.party).collect::<Vec<_>>());
    }
}

/// A sign before the words of a target, only where they do not say by themselves how it is meant.
#[test]
fn a_target_says_once_how_it_is_meant() {
    for (sentence, shown) in [
        ("覆盖率达到60%以上。", "60%以上"),
        ("覆盖率≥60%以上。", "≥60%以上"),
        ("覆盖率≥60%。", "≥60%"),
        ("覆盖率=达到60%。", "= 60%"),
        ("新建水渠３条。", "= ３条"),
        ("发放补助1-3个月。", "1-3个月"),
        ("培训护工不少于50名。", "不少于50名"),
        ("办理时限压缩至5个工作日。", "≤ 5个工作日"),
        ("办理时限压缩至5个工作日以内。", "5个工作日以内"),
        ("实现行政村全覆盖。", "行政村全覆盖"),
        ("合同为期5年。", "= 5年"),
    ] {
        let plan = read(&format!("某县2024年工作要点\n1.管水。推进改革。{sentence}（县水利局）\n")).plan;
        let target = plan.measures().find_map(|measure| measure.targets.first()).expect("a target");
        let words = plan.text(target.span);
        assert_eq!(format!("{}{words}", sign(target, words)), shown, "{sentence}");
    }
}
