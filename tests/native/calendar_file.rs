//! Deadlines as a calendar file.

use crate::ledger::{measure, plan};
use yaodian::domain::calendar::{DAY, iso_to_day};
use yaodian::domain::dues::dues;
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::Plan;
use yaodian::domain::rounds::RoundId;
use yaodian::persist::calendar_file::write;

fn unit(name: &str) -> Party {
    Party::Unit(plan().unit_named(name).expect("a unit of the plan"))
}

fn say(ledger: &mut Ledger, key: MarkKey, field: Field, value: &str) {
    ledger.set(Change { key, field, value: value.into() }, 5);
}

fn calendar(ledger: &Ledger, party: Party) -> Option<String> {
    calendar_of(plan(), ledger, party)
}

fn calendar_of(plan: &Plan, ledger: &Ledger, party: Party) -> Option<String> {
    let now = Moment::from(iso_to_day("2021-04-02").expect("a day")) * DAY;
    write(plan, ledger, &dues(plan).expect("the code is there"), party, now)
}

#[test]
fn what_has_no_day_of_its_own_is_due_on_the_last_of_the_plan() {
    let education = unit("市教育局");
    let text = calendar(&Ledger::default(), education).expect("the plan is for a year");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1, "{text}");
    for line in ["DTSTART;VALUE=DATE:20211231", "SUMMARY:到期 2.1 等 17 條"] {
        assert!(text.contains(&format!("\r\n{line}\r\n")), "{line} in {text}");
    }
    let told = text.replace("\r\n ", "");
    assert!(
        plan().scope_measures(education).iter().all(|id| told.contains(&format!("\\n{} ", plan().label(*id)))),
        "{told}"
    );
    let mut open = plan().clone();
    open.meta.due = None;
    assert_eq!(calendar_of(&open, &Ledger::default(), education), None, "it prints no deadlines");
}

#[test]
fn what_is_due_on_a_day_is_one_entry() {
    let education = unit("市教育局");
    let mut ledger = Ledger::default();
    for n in [1, 3] {
        say(&mut ledger, MarkKey::Placed(Party::Coordinator, measure(2, n)), Field::Due, "2021-06-30");
    }
    say(&mut ledger, MarkKey::Placed(Party::Coordinator, measure(2, 2)), Field::Due, "2021-06-30");
    say(&mut ledger, MarkKey::Placed(education, measure(2, 2)), Field::Status, "done");
    say(&mut ledger, MarkKey::Placed(education, measure(2, 3)), Field::Granted, "2021-09-30");
    let round: RoundId = "2021-01-01/2021-03-31".parse().expect("a round");
    say(&mut ledger, round.key(), Field::Name, "第一季度; 甲,乙");
    say(&mut ledger, round.key(), Field::Due, "2021-04-10");
    let text = calendar(&ledger, education).expect("it has deadlines");
    for line in [
        "DTSTART;VALUE=DATE:20210630",
        "DTEND;VALUE=DATE:20210701",
        "SUMMARY:到期 2.1",
        "DTSTART;VALUE=DATE:20210930",
        "SUMMARY:到期 2.3",
        "DTSTART;VALUE=DATE:20210410",
        "SUMMARY:填報截止 第一季度\\; 甲\\,乙",
        "DTSTAMP:20210402T000000Z",
        "TRIGGER:-P7D",
    ] {
        assert!(text.contains(&format!("\r\n{line}\r\n")), "{line} in {text}");
    }
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 4, "and the plan's last day; what is done is no deadline: {text}");
    // As RFC 5545 has it: lines end with CRLF and have at most 75 octets; unfolded, the text is whole.
    assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "{text}");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let whole = text.replace("\r\n ", "");
    assert!(whole.contains("加快新建改擴建一批義務教育學校"), "{whole}");
    // Made again, the entries have the same names.
    let names =
        |text: &str| text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    let again = calendar(&ledger, education).expect("it has deadlines");
    assert_eq!(names(&text.replace("\r\n ", "")), names(&again.replace("\r\n ", "")));
    // Of another party the day that is settled for all.
    let finance = calendar(&ledger, unit("市財政局")).expect("it has deadlines");
    assert!(finance.contains("SUMMARY:到期 2.1、2.2、2.3"), "{finance}");
    say(&mut ledger, round.key(), Field::Closed, "2021-04-12");
    assert!(!calendar(&ledger, education).expect("it has deadlines").contains("填報截止"), "a closed round is over");
}
