//! The deadlines of a party as a calendar file (RFC 5545, iCalendar), for the calendar of a phone or a mail program.
//!
//! One entry for each day on which something of the party's is due that is not done: a whole day, with the measures in it and an
//! alarm a week before; what has no day of its own is due on the last of the plan. And one for each open round, on the day on which
//! its reports are due. An entry keeps its name (`UID`) when
//! the file is made again, so that a calendar replaces it and has it once.

use crate::domain::arrangement;
use crate::domain::calendar::{Moment, iso_day, iso_time, iso_to_day};
use crate::domain::dues::Dues;
use crate::domain::ledger::Ledger;
use crate::domain::party::Party;
use crate::domain::plan::{Measure, Plan};
use crate::domain::printed_day::Day;
use crate::domain::rollup::{Asked, Standing, State};
use crate::domain::rounds::Rounds;
use crate::domain::script::Script;
use std::collections::BTreeMap;

/// So many measures are named in the line that a calendar shows of a day; of more, the first and how many there are.
const NAMED: usize = 6;

/// The longest line, in bytes; longer ones are folded (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// The calendar of a party's deadlines, made at `now`; `None` if it has none.
pub fn write(plan: &Plan, ledger: &Ledger, dues: &Dues, party: Party, now: Moment) -> Option<String> {
    // In the script of the plan, like the names of files.
    let [reports_due, others] =
        if plan.script == Script::Traditional { ["填報截止", "條"] } else { ["填报截止", "条"] };
    let last = plan.meta.due.as_ref().and_then(|due| iso_to_day(&due.value));
    let mut days: BTreeMap<Day, Vec<&Measure>> = BTreeMap::new();
    let scope = arrangement::scope(plan, ledger, party);
    for task in scope.all().filter_map(|i| plan.tasks.get(i)) {
        let asked = Asked::of(plan, task);
        for measure in task.measures.iter().filter(|measure| !scope.left_out.contains(&measure.id)) {
            let standing = Standing::of(ledger.said_of(measure.id), &asked, (task, measure), party);
            let is_open = standing.counts && !standing.done && standing.state != State::NotApplicable;
            if let Some(day) = dues.day_of(measure.id, &standing).or(last).filter(|_| is_open) {
                days.entry(day).or_default().push(measure);
            }
        }
    }
    let title = plan.text(plan.meta.title);
    let stamp: String = iso_time(now).get(..10)?.replace('-', "") + "T000000Z";
    let mut lines = vec!["BEGIN:VCALENDAR".to_owned(), "VERSION:2.0".into(), "PRODID:-//Yaodian//Yaodian//ZH".into()];
    let whose = plan.party_key(party);
    let mut add = |name: &str, day: Day, summary: &str, text: &str| {
        let date = |day: Day| iso_day(day.into()).replace('-', "");
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", escaped(&format!("{}-{whose}-{name}@yaodian", plan.id))),
            format!("DTSTAMP:{stamp}"),
            format!("DTSTART;VALUE=DATE:{}", date(day)),
            format!("DTEND;VALUE=DATE:{}", date(day + 1)),
            format!("SUMMARY:{}", escaped(summary)),
            format!("DESCRIPTION:{}", escaped(text)),
            "TRANSP:TRANSPARENT".into(),
            "BEGIN:VALARM".into(),
            "ACTION:DISPLAY".into(),
            format!("DESCRIPTION:{}", escaped(summary)),
            "TRIGGER:-P7D".into(),
            "END:VALARM".into(),
            "END:VEVENT".into(),
        ]);
    };
    for (day, measures) in &days {
        let named = if measures.len() > NAMED { &measures[..1] } else { measures };
        let labels: Vec<String> = named.iter().map(|measure| plan.label(measure.id).to_string()).collect();
        let count = if measures.len() > NAMED { format!(" 等 {} {others}", measures.len()) } else { String::new() };
        let told =
            measures.iter().map(|measure| format!("{} {}", plan.label(measure.id), plan.text(measure.span).trim()));
        let text = std::iter::once(title.to_owned()).chain(told).collect::<Vec<_>>().join("\n");
        add(&iso_day((*day).into()), *day, &format!("到期 {}{count}", labels.join("、")), &text);
    }
    for round in Rounds::of(ledger).all().iter().filter(|round| round.closed.is_none()) {
        add(&round.id.to_string(), round.due, &format!("{reports_due} {}", round.name), title);
    }
    lines.push("END:VCALENDAR".into());
    let has_entries = lines.len() > 4;
    has_entries.then(|| lines.iter().map(|line| folded(line) + "\r\n").collect())
}

/// A text as the value of a property (RFC 5545, 3.3.11); control characters are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line, folded between characters so that no part is longer than [`LONGEST`].
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        length += c.len_utf8();
        out.push(c);
    }
    out
}
