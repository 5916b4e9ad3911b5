//! What a plan leaves open, answered: by localities, or that it stays as it is.

use super::mend;
use yaodian::domain::corrections::{BodyIs, Change, Corrected, Correction, Kind, apply, short_of};
use yaodian::domain::party::Party;
use yaodian::domain::plan::Plan;
use yaodian::domain::questions::{Asked, questions, questions_but};
use yaodian::domain::rollup::Asked as Parties;
use yaodian::domain::span::Span;
use yaodian::persist::corrections::{from_lines, to_lines};
use yaodian::persist::plan_file::{from_text, to_text};
use yaodian::reader::{Words, read};

const TEXT: &str = "青山市交通工作要点\n一、重点任务\n1. 修路。6月底前修好城东大道。（市发改委等部门、相关县区政府）\n\
    2. 建桥。建好大桥。（市发展改革委、相关县区政府）\n3. 通车。开通公交。（各县区政府）\n";

const EVERYWHERE: Span = Span { start: 0, end: 0 };

fn mended(corrections: &[Correction]) -> Plan {
    let Corrected { plan, unfit, .. } = apply(&read(TEXT).plan, corrections, &Words::of(TEXT));
    assert_eq!(unfit, Vec::<usize>::new(), "all fit");
    assert_eq!(from_lines(&to_lines(corrections)), corrections, "all are kept");
    let plan = Plan { id: "plan-1".into(), ..plan };
    assert_eq!(from_text(&to_text(&plan)), Ok(plan.clone()), "the file is the plan");
    plan
}

/// What is asked of the plan with these corrections.
fn asked(corrections: &[Correction]) -> Vec<&'static str> {
    let left = corrections.iter().filter_map(|made| match &made.change {
        Change::Leave(asked) => Some(asked),
        _ => None,
    });
    questions_but(&mended(corrections), &left.collect::<Vec<_>>())
        .iter()
        .map(|question| question.asked.code())
        .collect()
}

fn leave(asked: Asked) -> Correction {
    mend(EVERYWHERE, Change::Leave(asked))
}

#[test]
fn a_question_that_is_left_open_is_not_asked_again_and_changes_nothing() {
    let all = ["no-year", "open-list", "same-body", "which-localities", "no-localities"];
    let plan = mended(&[]);
    let questions = questions(&plan);
    let codes: Vec<&str> = questions.iter().map(|question| question.asked.code()).collect();
    assert_eq!(codes, all);
    for question in questions {
        let answer = leave(question.asked.clone());
        let rest: Vec<&str> = all.into_iter().filter(|code| *code != question.asked.code()).collect();
        assert_eq!(asked(std::slice::from_ref(&answer)), rest, "{}", question.asked.code());
        assert_eq!(mended(&[answer]), plan, "it changes nothing: {}", question.asked.code());
    }
    let turned = leave(Asked::SameBody("市发展改革委".into(), "市发改委".into()));
    assert!(!asked(std::slice::from_ref(&turned)).contains(&"same-body"), "in either order");
    let called = BodyIs::Called("市发展和改革委".into());
    let renamed = mend(EVERYWHERE, Change::Body { name: "市发改委".into(), all: true, is: called });
    assert!(!asked(&[turned, renamed]).contains(&"same-body"), "whatever they are called since");
    let unknown = leave(Asked::SameBody("市林草局".into(), "市发改委".into()));
    assert_eq!(apply(&read(TEXT).plan, &[unknown], &Words::of(TEXT)).unfit, [0], "of no body nothing is asked");
}

/// The tasks on the list of each locality, and whether they are set apart there.
fn lists(plan: &Plan) -> Vec<(String, Vec<usize>, Vec<usize>)> {
    let of = |place: usize| {
        let scope = plan.scope(Party::Locality(place));
        (plan.localities[place].key.clone(), scope.tasks, scope.undetermined)
    };
    (0..plan.localities.len()).map(of).collect()
}

#[test]
fn some_localities_are_those_that_a_person_says() {
    let places =
        |names: &[&str]| Change::Localities(names.iter().map(|name| ((*name).into(), short_of(name))).collect());
    let list = mend(EVERYWHERE, places(&["城东区", "城西区"]));
    let formula = "相关县区政府";
    let first = TEXT.find(formula).expect("it stands in the text");
    let at = Span::new(first, first + formula.len());
    let are = |at: Span, all: bool, names: &[&str]| {
        let is = BodyIs::Localities(names.iter().map(|name| (*name).into()).collect());
        mend(at, Change::Body { name: formula.into(), all, is })
    };
    let row = |name: &str, tasks: &[usize], apart: &[usize]| (name.to_owned(), tasks.to_vec(), apart.to_vec());
    let before = mended(std::slice::from_ref(&list));
    assert_eq!(lists(&before), [row("城东区", &[2], &[0, 1]), row("城西区", &[2], &[0, 1])]);
    // Here only, one that is known, by its full name.
    let here = mended(&[list.clone(), are(at, false, &["城东区"])]);
    assert_eq!(lists(&here), [row("城东区", &[0, 2], &[1]), row("城西区", &[2], &[1])]);
    let parties = Parties::of(&here, &here.tasks[0]);
    assert!(parties.counts(Party::Locality(0)) && !parties.counts(Party::Locality(1)), "only it is asked");
    assert_eq!(here.tasks[0].role_of(&here.tasks[0].measures[0], Party::Locality(1)), None);
    // Everywhere, one that is new, and one twice.
    let everywhere = [list.clone(), are(EVERYWHERE, true, &["城东", "清水县", "清水县"])];
    assert!(!asked(&everywhere).contains(&"which-localities"), "it is answered");
    let expected = [row("城东区", &[0, 1, 2], &[]), row("城西区", &[2], &[]), row("清水县", &[0, 1, 2], &[])];
    assert_eq!(lists(&mended(&everywhere)), expected);
    assert_eq!(mended(&everywhere).localities[2].short, "清水");
    // Said otherwise, it is otherwise; and of localities that are listed in another order each keeps its tasks.
    let again = [list.clone(), are(at, false, &["城东区", "城西区"]), are(at, false, &["城西区"])];
    assert_eq!(lists(&mended(&again)), [row("城东区", &[2], &[1]), row("城西区", &[0, 2], &[1])]);
    let turned = [again.to_vec(), vec![mend(EVERYWHERE, places(&["城西区", "城东区"]))]].concat();
    assert_eq!(lists(&mended(&turned)), [row("城西区", &[0, 2], &[1]), row("城东区", &[2], &[1])]);
    let gone = [again.to_vec(), vec![mend(EVERYWHERE, places(&["城东区"]))]].concat();
    assert_eq!(lists(&mended(&gone)), [row("城东区", &[2], &[0, 1])], "of one that is gone nobody knows");
    let none = are(at, false, &[" "]);
    assert_eq!(apply(&read(TEXT).plan, &[none], &Words::of(TEXT)).unfit, [0]);
    // Mended otherwise meanwhile, it is still said.
    let otherwise = mend(
        Span::new(TEXT.find("建好大桥。").expect("it stands there"), TEXT.find("（市发展").expect("so")),
        Change::Kind(Kind::Paragraph),
    );
    assert_eq!(lists(&mended(&[list, are(at, false, &["城东区"]), otherwise]))[0].1, [0, 2]);
}
