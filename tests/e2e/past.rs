//! The overview late in a year of which three rounds are closed: what changed since the last of them, and the course of the year.

use serde_json::json;
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::Plan;
use yaodian::domain::rounds::RoundId;
use yaodian::persist::embedded::plan as haidong;
use yaodian::persist::keeper::Keeper;
use yaodian::persist::ledger_file;

use crate::page::Page;
use crate::papers::reports::made_up;

/// The rounds: their days, their names, on which day each was closed.
const ROUNDS: [[&str; 3]; 3] = [
    ["2021-01-01/2021-03-31", "第一季度", "2021-04-12"],
    ["2021-04-01/2021-06-30", "第二季度", "2021-07-12"],
    ["2021-07-01/2021-09-30", "第三季度", "2021-10-12"],
];

/// The day on which the page is looked at: 2021-10-28, at noon in China.
const TODAY: Moment = 1_635_393_600_000;

/// How many of a hundred reports were made, and of a hundred measures signed off, when each round was closed and by today.
const STAGES: [[usize; 2]; 4] = [[35, 3], [60, 10], [80, 22], [100, 35]];

/// The ledger with the reports of a stage.
fn at(plan: &Plan, stage: usize) -> Ledger {
    let [made, signed_off] = STAGES[stage];
    let mut ledger = Ledger::default();
    for (n, (key, mark)) in made_up(plan).marks().iter().enumerate() {
        // Spread over the parties and measures.
        if n * 37 % 100 >= made {
            continue;
        }
        let early = n % 4 > stage;
        for (field, _) in mark.fields() {
            let value = mark.value(*field);
            let value = if *field == Field::Status && early { "under-way" } else { value };
            ledger.set(Change { key: key.clone(), field: *field, value: value.into() }, TODAY - 5);
        }
    }
    for (n, measure) in plan.measures().enumerate().filter(|(n, _)| n * 37 % 100 < signed_off) {
        let key = MarkKey::Placed(Party::Coordinator, measure.id);
        ledger.set(Change { key, field: Field::Status, value: "done".into() }, TODAY - n as Moment);
    }
    ledger
}

/// A page in the browser of the coordinator, on that day.
fn late_in_the_year(scheme: &'static str) -> Page {
    let plan = haidong();
    let clock = format!("Date.now = () => {TODAY}");
    let page = Page::altered_with(&clock, |options| options.scheme = scheme);
    page.go("");
    let mut now = at(&plan, 3);
    for (stage, [days, name, closed]) in ROUNDS.into_iter().enumerate() {
        let round: RoundId = days.parse().expect("a round");
        for (field, value) in [(Field::Name, name), (Field::Closed, closed)] {
            now.set(Change { key: round.key(), field, value: value.into() }, TODAY - 5);
        }
        let kept = ledger_file::write(&at(&plan, stage), &plan);
        page.keep(&format!("yaodian/{}/round/{days}", plan.id), &kept);
    }
    page.keep(&Keeper::new(&plan).key(), &ledger_file::write(&now, &plan));
    page.reload();
    page
}

/// How far down in the window the bottom of an element is, in CSS pixels.
fn bottom(page: &Page, selector: &str) -> i64 {
    let script = "return Math.ceil(document.querySelector(arguments[0]).getBoundingClientRect().bottom)";
    page.run(script, &json!([selector])).as_i64().expect("a number")
}

#[test]
fn what_changed_since_the_last_round_is_seen_without_scrolling() {
    for scheme in ["light", "dark"] {
        let page = late_in_the_year(scheme);
        page.go("#/overview");
        page.until("it is said", |page| page.words().contains("自第三季度以来"));
        for (width, height) in [(1440, 900), (360, 740), (320, 640)] {
            page.resize(width, height);
            page.settle();
            page.run("scrollTo(0, 0)", &json!([]));
            page.photograph(&format!("looks/past-first-{width}-{scheme}"));
            let first = bottom(&page, ".since");
            assert!(first <= i64::from(height), "{width} px, {scheme}: it ends at {first} of {height} px");
            if width == 1440 {
                let all = bottom(&page, ".first");
                assert!(all <= i64::from(height), "the first screen ends at {all} of {height} px");
            }
            page.run("document.querySelector('.course').scrollIntoView()", &json!([]));
            page.photograph(&format!("looks/past-course-{width}-{scheme}"));
            let beyond = page.run("return document.documentElement.scrollWidth - innerWidth", &json!([]));
            assert!(beyond.as_i64().is_some_and(|beyond| beyond <= 0), "{width} px: {beyond} px too wide");
        }
    }
}

#[test]
fn each_number_of_what_changed_opens_its_measures() {
    let page = late_in_the_year("light");
    page.go("#/overview");
    page.until("it is said", |page| page.words().contains("自第三季度以来"));
    let lists = "return [...document.querySelectorAll('.since details')].map((list) => {
        list.querySelector('summary').click();
        return [Number(list.querySelector('b').textContent), list.querySelectorAll('a').length];
    })";
    let lists = page.run(lists, &json!([]));
    let lists = lists.as_array().cloned().unwrap_or_default();
    assert!(lists.len() > 1 && lists.iter().all(|pair| pair[0] == pair[1]), "{lists:?}");
    let label = page.text("return document.querySelector('.since details a').textContent", &json!([]));
    page.on(".since details a", "it.click()", &json!([]));
    page.shows(Page::address, format!("#m{label}").as_str());
    // A closed round opens from the course.
    page.go("#/overview");
    page.on(".course details", "it.open = true", &json!([]));
    page.click("link", "第二季度");
    page.until("it is open", |page| page.words().contains("2021-07-12"));
}
