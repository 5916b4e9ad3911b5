//! The rounds: made for a year at once or one by one, what was reported for each, closed and looked at again.

use super::answers::{word, words};
use super::list_notes::coordinators;
use super::live::{View, all, button, el, is, part, says};
use super::overview::{Then, of_round};
use super::parts::mixed;
use super::print_state::{Closed, Load};
use crate::domain::calendar::{REPORT_DAYS, date, iso_date, iso_day, iso_to_day};
use crate::domain::changes::Changes;
use crate::domain::fault::NotKept;
use crate::domain::glance::Glance;
use crate::domain::ledger::{Change, Ledger};
use crate::domain::mark::Field;
use crate::domain::printed_day::Day;
use crate::domain::rounds::{Every, Round, RoundId, Rounds, of_year};
use crate::route::{PaperKind, Print, Route};
use crate::state::{Store, use_store};
use crate::text::print_toolbar::PrintWords;
use crate::text::year::YearWords;
use leptos::prelude::*;

/// For how many days after its last one the reports of a round may come, where a year is made at once.
const WAIT: Day = 10;

/// How the states of closed rounds are kept.
#[derive(Clone, Copy)]
pub struct Frozen {
    /// Keeps the state of a round.
    pub keep: fn(Store, RoundId, &Ledger) -> Result<(), NotKept>,
    /// Gives it back.
    pub load: Load,
    /// Removes it.
    pub remove: fn(Store, RoundId),
}

fn asked_for(store: Store) -> Option<String> {
    if let Route::Rounds(days) = store.route() { Some(days).filter(|days| !days.is_empty()) } else { None }
}

/// The rounds, or the closed one that the address names.
pub fn rounds(frozen: Frozen) -> View {
    let store = use_store();
    let main = el("main").id("list").class("overview rounds").set("tabindex", "-1");
    main.child(part(move || match asked_for(store) {
        None => list(store, frozen),
        Some(days) => closed(store, frozen, &days),
    }))
    .view()
}

fn list(store: Store, frozen: Frozen) -> View {
    let words = words(store);
    let rounds = store.ledger(Rounds::of);
    let failed = RwSignal::new(None::<NotKept>);
    let rows = rounds.all().iter().map(|round| row(store, frozen, failed, round));
    let head = heads(store).into_iter().map(|word| el("th").set("scope", "col").text(word).view());
    let table = el("table")
        .class("rounds-table stacks")
        .set("aria-label", store.words().rounds)
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows));
    let table = el("div")
        .class("scroll")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", store.words().rounds)
        .child(table);
    let fault = part(move || {
        let why = failed.get().map(|why| (store.words().not_kept)(why));
        why.map(|why| el("p").set("role", "alert").class("hint").text(why).view()).into()
    });
    let empty = rounds.all().is_empty();
    let settled = all(vec![
        if empty { el("p").text(words.no_rounds).view() } else { table.view() },
        fault.into(),
        make_year(store),
        make_one(store),
    ]);
    all(vec![
        el("h2").text(store.words().rounds).view(),
        el("p").class("hint").text(words.rounds_text).view(),
        coordinators(store, settled),
    ])
}

/// The heads of the columns.
fn heads(store: Store) -> [&'static str; 6] {
    let words = words(store);
    [words.round, words.from, words.last_day, words.due_day, words.made, store.lazy_words().fields.status.full]
}

/// How many reports were made for a round, of those that are to be made.
fn made(store: Store, round: &Round) -> (usize, usize) {
    let plan = store.plan();
    let reports = store.ledger(|ledger| store.glance_of(&plan, ledger, store.today(), Some(round)).reports());
    (reports.done, reports.all)
}

fn row(store: Store, frozen: Frozen, failed: RwSignal<Option<NotKept>>, round: &Round) -> View {
    let words = words(store);
    let id = round.id;
    let set = move |field: Field, value: String| {
        store.settle_for(vec![Change { key: id.key(), field, value }]);
    };
    // A round without a name would be none, so an emptied name is the old one again.
    let (called, is_called) = (RwSignal::new(round.name.clone()), round.name.clone());
    let name = el("input")
        .set("type", "text")
        .set("aria-label", words.round)
        .value(says(move || called.get()))
        .input(move |name| called.set(name))
        .choose(move |name| {
            if name.trim().is_empty() {
                called.set(is_called.clone());
            } else {
                set(Field::Name, name.trim().to_owned());
            }
        });
    let (due, is_due) = (RwSignal::new(iso_day(round.due.into())), iso_day(round.due.into()));
    let until = iso_day(id.until.into());
    // Nothing is due before the last day.
    let due = el("input")
        .set("type", "date")
        .set("min", &until)
        .set("max", REPORT_DAYS[1])
        .set("aria-label", words.due_day)
        .value(says(move || due.get()))
        .input(move |day| due.set(day))
        .choose(move |day| {
            if day < until {
                due.set(is_due.clone());
            } else {
                set(Field::Due, day);
            }
        });
    let is_current = round.has(store.today());
    let made = match round.closed {
        None => Some(made(store, round)),
        // Of a closed one as it was then, if that is kept here.
        Some(day) => (frozen.load)(store, id)
            .map(|then| store.glance_of(&store.plan(), &then, day, Some(round)).reports())
            .map(|reports| (reports.done, reports.all)),
    };
    let figures = made.map_or_else(String::new, |(done, of)| format!("{done}/{of}"));
    let address = store.address(&Route::Rounds(id.days()));
    let state = if let Some(day) = round.closed {
        let look = el("a").class("button").set("href", &address).text(words.look_at);
        let again = button(word(store, |w| w.open_again), move || {
            (frozen.remove)(store, id);
            set(Field::Closed, String::new());
        });
        let text = (words.closed_on)(&iso_day(day.into()));
        vec![View::Text(text), look.view(), again.view()]
    } else {
        let close = button(word(store, |w| w.close_round), move || {
            let kept = untrack(|| store.ledger(|ledger| (frozen.keep)(store, id, ledger)));
            failed.set(kept.err());
            if kept.is_ok() {
                set(Field::Closed, iso_date(store.now()));
            }
        });
        let remove = button(word(store, |w| w.remove), move || set(Field::Name, String::new()));
        let now = if is_current { words.current } else { "" };
        vec![View::Text(now.to_owned()), close.view(), remove.view()]
    };
    let [_, from, last_day, due_day, reports, _] = heads(store);
    // On a narrow screen each cell says its head.
    let cell = |head: &str| el("td").set("data-name", head);
    el("tr")
        .class(if is_current { "is-current" } else { "" })
        .child(el("th").set("scope", "row").child(name))
        .child(cell(from).text(iso_day(id.from.into())))
        .child(cell(last_day).text(iso_day(id.until.into())))
        .child(cell(due_day).child(due))
        .child(cell(reports).text(figures))
        .child(el("td").child(el("div").class("actions").children(state)))
        .view()
}

/// What makes a round: its name and the day on which it is due.
fn changes_for(id: RoundId, name: &str, due: Day) -> [Change; 2] {
    let change = |field, value| Change { key: id.key(), field, value };
    [change(Field::Name, name.to_owned()), change(Field::Due, iso_day(due.into()))]
}

/// Makes the rounds of a year at once.
fn make_year(store: Store) -> View {
    let plan = store.plan();
    let due = plan.meta.due.as_ref().and_then(|due| due.value.get(..4)?.parse::<u32>().ok());
    let year = due.unwrap_or_else(|| u32::try_from(date(store.now()).0).unwrap_or(2_000));
    let year = RwSignal::new(year.to_string());
    let input = el("input")
        .set("type", "text")
        .set("inputmode", "numeric")
        .set("pattern", "20[0-9]{2}")
        .value(says(move || year.get()))
        .input(move |text| year.set(text));
    let valid = move || year.get().trim().parse::<u32>().ok().filter(|year| (2_000..2_100).contains(year));
    let refused = RwSignal::new(None::<String>);
    let make = move |every: Every| {
        let Some(year) = untrack(valid) else { return };
        let words = words(store);
        let there = untrack(|| store.ledger(Rounds::of));
        let rounds = of_year(year, every);
        // Those that are there already stay as they are; one that shares days with another would take its reports.
        let other = rounds.iter().find_map(|id| overlapping(&there, *id).filter(|other| other.id != *id));
        refused.set(other.map(|other| other.name.clone()));
        if other.is_some() {
            return;
        }
        let is_new = |(_, id): &(usize, RoundId)| overlapping(&there, *id).is_none();
        let rounds = rounds.into_iter().enumerate().filter(is_new);
        let changes = rounds.flat_map(|(n, id)| changes_for(id, &(words.round_name)(every, n + 1), id.until + WAIT));
        store.settle_for(changes.collect());
    };
    let none = is(move || valid().is_none());
    let label = el("label").class("field").child(el("span").class("label").says(word(store, |w| w.year))).child(input);
    el("div")
        .class("report-line make-rounds")
        .child(label)
        .child(button(word(store, |w| w.every_quarter), move || make(Every::Quarter)).flag("disabled", none.clone()))
        .child(button(word(store, |w| w.every_month), move || make(Every::Month)).flag("disabled", none))
        .child(part(move || refused.get().map_or(View::Nothing, |name| not_twice(store, &name))))
        .view()
}

/// The round that has a day of this one.
fn overlapping(rounds: &Rounds, id: RoundId) -> Option<&Round> {
    rounds.all().iter().find(|round| round.id.from <= id.until && id.from <= round.id.until)
}

/// That a day cannot be of two rounds: it would be counted for one of them only.
fn not_twice(store: Store, name: &str) -> View {
    let text = (YearWords::of(store.lang()).round_overlaps)(name);
    el("p").class("hint").set("role", "alert").text(text).view()
}

/// Makes one round.
fn make_one(store: Store) -> View {
    let [name, from, until, due] = [(); 4].map(|()| RwSignal::new(String::new()));
    let field = |label: fn(&YearWords) -> &'static str, value: RwSignal<String>, kind: &str| {
        let input = el("input").set("type", kind).value(says(move || value.get())).input(move |text| value.set(text));
        el("label").class("field").child(el("span").class("label").says(word(store, label))).child(input)
    };
    let overlaps = move || {
        let (from, until) = (iso_to_day(&from.get())?, iso_to_day(&until.get())?);
        overlapping(&store.ledger(Rounds::of), RoundId { until, from }).map(|round| round.name.clone())
    };
    let told = move || {
        let (from, until) = (iso_to_day(&from.get())?, iso_to_day(&until.get())?);
        let name = name.get().trim().to_owned();
        let due = iso_to_day(&due.get()).unwrap_or(until);
        (from <= until && !name.is_empty() && overlaps().is_none()).then_some((
            RoundId { until, from },
            name,
            due.max(until),
        ))
    };
    let make = button(word(store, |w| w.make_round), move || {
        if let Some((id, called, on)) = untrack(told) {
            store.settle_for(changes_for(id, &called, on).to_vec());
            for field in [name, from, until, due] {
                field.set(String::new());
            }
        }
    });
    el("details")
        .child(el("summary").says(word(store, |w| w.another_round)))
        .child(
            el("div")
                .class("report-line")
                .child(field(|w| w.name, name, "text"))
                .child(field(|w| w.from, from, "date"))
                .child(field(|w| w.last_day, until, "date"))
                .child(field(|w| w.due_day, due, "date"))
                .child(make.flag("disabled", is(move || told().is_none()))),
        )
        .child(part(move || overlaps().map_or(View::Nothing, |name| not_twice(store, &name))))
        .view()
}

/// A closed round: how the plan stood then, and what was other than in the round before.
fn closed(store: Store, frozen: Frozen, days: &str) -> View {
    let words = words(store);
    let back = el("p").child(
        el("a").class("button").set("href", &store.address(&Route::Rounds(String::new()))).text(store.words().rounds),
    );
    let Closed { round, day, ledger } = match super::print_state::closed(store, frozen.load, days) {
        Ok(closed) => closed,
        Err(why) => {
            let [_, text] = why.words(words);
            return all(vec![back.view(), el("p").set("role", "alert").text(text).view()]);
        }
    };
    let rounds = store.ledger(Rounds::of);
    let plan = store.plan();
    let glance: Glance = store.glance_of(&plan, &ledger, day, Some(&round));
    let title = (words.round_as_of)(&round.name, &iso_day(day.into()));
    let mut before = rounds.closed_by(day).rev().filter(|(other, _)| other.id < round.id);
    let before = before.find_map(|(other, _)| Some((other, (frozen.load)(store, other.id)?)));
    let changes = before.map(|(before, was)| (before.name.as_str(), Changes::of(&plan, &was, &ledger)));
    let then = Then { ledger: &ledger, glance: &glance, changes };
    all(vec![
        back.view(),
        el("h2").child(mixed(store.lang(), &title, "zh")).view(),
        papers(store, days),
        of_round(store, &then, days),
    ])
}

/// The papers that can be printed of a closed round. Batch and reminders are one job for all.
const PAPERS: [PaperKind; 6] = [
    PaperKind::Report,
    PaperKind::Circular,
    PaperKind::Reminders,
    PaperKind::Table,
    PaperKind::Checklist,
    PaperKind::Batch,
];

/// The links to the papers on a closed round; the table is the one with the reports.
fn papers(store: Store, days: &str) -> View {
    let words = words(store);
    let link = |kind: PaperKind| {
        let reporting = kind == PaperKind::Table;
        let print = Print { kind, reporting, round: days.to_owned(), ..Print::default() };
        let name = PrintWords::of(store.lang()).kinds[kind as usize];
        el("a").class("button").set("href", &store.address(&Route::Print(print))).text(name).view()
    };
    el("nav")
        .class("actions")
        .set("aria-label", words.papers)
        .child(el("span").text(words.papers))
        .children(PAPERS.map(link))
        .view()
}
