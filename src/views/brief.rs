//! What is written of a measure, in one line: 7/10所 · 主体完工 · ⚠ 用地未批 · 9月28日 · 申请延期 2021-12-20.

use crate::domain::arrangement;
use crate::domain::calendar::{date, iso_day, parse_iso_date};
use crate::domain::ledger::MarkKey;
use crate::domain::mark::{Duty, Field, Mark, REFUSED};
use crate::domain::party::Party;
use crate::domain::plan::{Measure, MeasureId};
use crate::domain::settled::Wish;
use crate::domain::version::is_believable;
use crate::state::Store;
use crate::text::year::YearWords;

/// How much of what is written stands in the line, in halves of a Chinese character, which a Latin letter takes.
const LONGEST: usize = 72;

/// How many bodies' problems stand in the coordinator's line.
const PROBLEMS: usize = 2;

/// The beginning of a text, in one line.
fn begin(text: &str) -> String {
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut taken = 0;
    let beyond = |(_, c): &(usize, char)| {
        taken += if c.is_ascii() { 1 } else { 2 };
        taken > LONGEST
    };
    if let Some((at, _)) = words.char_indices().find(beyond) {
        words.truncate(at);
        words += "…";
    }
    words
}

/// The line of a measure on the open list; empty where nothing is written.
pub fn brief(store: Store, id: MeasureId) -> String {
    let party = store.party();
    let plan = store.plan();
    let Some(measure) = plan.measure(id) else { return String::new() };
    store.ledger(|ledger| {
        let own = ledger.mark(party, id);
        let mut said = own.map_or_else(Vec::new, |mark| of_mark(store, measure, mark));
        if party == Party::Coordinator {
            said.splice(0..0, duties(store, ledger.said_of(id)));
            said.extend(problems(store, ledger.said_of(id)));
            said.extend(wishes(store, ledger.said_of(id)));
        }
        said.join(" · ")
    })
}

/// What one mark says beside its status, and when it was said.
fn of_mark(store: Store, measure: &Measure, mark: &Mark) -> Vec<String> {
    let (mut parts, plan, reading) = (Vec::new(), store.plan(), store.reading_in_english());
    for (place, target) in measure.targets.iter().enumerate() {
        let value = mark.value(Field::Actual(u16::try_from(place + 1).unwrap_or(u16::MAX)));
        if !value.is_empty() {
            let english = reading.and_then(|reading| reading.target(plan.text(measure.span), place));
            parts.push(format!("{}/{}", begin(value), english.unwrap_or_else(|| store.text_of(target.span))));
        }
    }
    let progress = begin(mark.value(Field::Progress));
    let problem = begin(mark.value(Field::Problem));
    parts.extend(Some(progress).filter(|text| !text.is_empty()));
    parts.extend(Some(problem).filter(|text| !text.is_empty()).map(|text| format!("⚠ {text}")));
    // A moment that is none, as from a clock that is ahead, is no day.
    let reported = Some(mark.reported()).filter(|reported| is_believable(*reported, store.now()));
    let said = parse_iso_date(mark.value(Field::Date)).or_else(|| reported.map(date));
    // A status alone needs no line of its own.
    if !parts.is_empty() {
        parts.extend(said.map(|day| (YearWords::of(store.lang()).short_day)(day)));
    }
    parts.extend(postponement(store, mark));
    parts
}

/// What became of the postponement that the party asks for, as long as it was not granted: then it is due on another day.
fn postponement(store: Store, mark: &Mark) -> Option<String> {
    let words = YearWords::of(store.lang());
    let asked = |wish: Wish| format!("{} {}", words.postponement, iso_day(wish.day.into()));
    let refused = || (mark.wish().is_some() && mark.value(Field::Granted) == REFUSED).then(|| words.refused.to_owned());
    mark.open_wish().map(asked).or_else(refused)
}

/// The bodies whose requests for a postponement nobody has answered.
fn wishes(store: Store, said: &[(MarkKey, Mark)]) -> Vec<String> {
    let wish = |(key, mark): &(MarkKey, Mark)| match key {
        MarkKey::Placed(party, _) if *party != Party::Coordinator && mark.open_wish().is_some() => {
            Some(format!("{} {}", store.party_label(*party), postponement(store, mark)?))
        }
        _ => None,
    };
    said.iter().filter_map(wish).collect()
}

/// Who has which duty, where the coordinator settled it: the plan's own words stand below the task.
fn duties(store: Store, said: &[(MarkKey, Mark)]) -> Vec<String> {
    let words = YearWords::of(store.lang());
    let of = |(duty, parties): (Duty, Vec<Party>)| {
        let names: Vec<String> = parties.into_iter().map(|party| store.party_label(party)).collect();
        format!("{} {}", words.duties[duty as usize], (words.for_bodies)(&names))
    };
    arrangement::duties(said).into_iter().map(of).collect()
}

/// The problems of bodies, the first of them in words.
fn problems(store: Store, said: &[(MarkKey, Mark)]) -> Vec<String> {
    let problem = |(key, mark): &(MarkKey, Mark)| match key {
        MarkKey::Placed(party, _) if *party != Party::Coordinator => {
            let text = begin(mark.value(Field::Problem));
            (!text.is_empty()).then(|| format!("⚠ {} {text}", store.party_label(*party)))
        }
        _ => None,
    };
    let mut all: Vec<String> = said.iter().filter_map(problem).collect();
    let rest = all.len().saturating_sub(PROBLEMS);
    all.truncate(PROBLEMS);
    all.extend((rest > 0).then(|| format!("+{rest}")));
    all
}
