//! The overview: how far the plan is, by section, by party, by target; what is behind; who has not reported. Every figure
//! opens exactly the rows it counts.

use super::live::{El, TextFn, View, all, el, keyed, lazy_word, part, says, word};
use super::parts::{labelled, mixed, name_text, state_chip};
use crate::domain::calendar::date;
use crate::domain::filter::Filter;
use crate::domain::overview::{self, Concern, LateRow, PartyRow, TargetRow, parties};
use crate::domain::party::Party;
use crate::domain::plan::{Comparator, Direction, MeasureId};
use crate::domain::progress::time_of_year;
use crate::domain::rollup::{State, Tally};
use crate::route::{Anchor, ListView, Route};
use crate::state::{Store, use_store};
use leptos::prelude::*;

/// A plan of more measures than this is long: its parts are drawn one after the other, so that a person sees the first before
/// the last.
const LONG: usize = 2_000;

/// The overview. What was chosen in it stays when the figures are drawn anew. `painted` runs a function once everything drawn
/// so far is on the screen.
pub fn overview(painted: fn(Box<dyn FnOnce()>)) -> View {
    let store = use_store();
    let stage = RwSignal::new(if store.plan_measures() > LONG { 0 } else { usize::MAX });
    let go_on = move |from: usize| {
        if stage.get_untracked() == from {
            painted(Box::new(store.while_open(move || stage.set(from + 1))));
        }
    };
    let staged = move |at: usize, draw: fn(Store) -> View| {
        let is_due = move || stage.get() >= at;
        keyed(says(move || is_due().to_string()), move || {
            let drawn = is_due().then(|| part(move || draw(store)));
            if drawn.is_some() {
                go_on(at);
            }
            drawn.into()
        })
    };
    let block = |name: TextFn| el("section").child(el("h2").says(name));
    let as_of = says(move || (store.lazy_words().overview_date)(date(store.now()), time(store)));
    let whole = move || {
        let plan = store.ledger(|ledger| PartyRow::of(&store.plan(), ledger, Party::Coordinator));
        let sections = block(lazy_word(|w| w.by_section)).child(by_section(store, &plan));
        all(vec![block(word(|w| w.nav_overview)).child(glance(store, &plan)).view(), sections.view()])
    };
    let has_dues = store.has_dues();
    let dues = has_dues.then(|| block(lazy_word(|w| w.due)).child(staged(4, late)));
    go_on(0);
    el("main")
        .id("list")
        .class("overview")
        .set("tabindex", "-1")
        .child(el("p").class("as-of").says(as_of))
        .child(part(whole))
        .child(block(lazy_word(|w| w.by_party)).child(choices()).child(staged(1, by_party)))
        .child(block(word(|w| w.targets)).child(staged(2, targets)))
        .child(block(lazy_word(|w| w.concerns)).child(staged(3, concerns)))
        .child(dues)
        .child(block(lazy_word(|w| w.silent_parties)).child(staged(if has_dues { 5 } else { 4 }, silent)))
        .view()
}

/// How much of the plan's term is over, in whole percent.
fn time(store: Store) -> Option<i64> {
    time_of_year(&store.plan(), date(store.now()))
}

fn listed(rows: Vec<View>, class: &str, nothing: &str) -> View {
    if rows.is_empty() { el("p").text(nothing).view() } else { el("ul").class(class).children(rows).view() }
}

/// A figure, as a link to the rows it counts.
fn figure(store: Store, party: Party, filter: Filter, n: usize) -> View {
    let address = store.address(&Route::List(ListView { party, filter }));
    let class = if n == 0 { "figure is-none" } else { "figure" };
    el("a").class(class).set("href", &address).text(n.to_string()).view()
}

/// The filter of all measures that count.
fn counted() -> Filter {
    Filter { counted: true, ..Filter::default() }
}

/// A bar in which each state has its share. It is decoration: the figures stand beside it.
fn stack(tally: Tally) -> El {
    let states = State::ALL.into_iter().filter(|state| *state != State::NotApplicable && tally.of(*state) > 0);
    let pieces = states.map(|state| {
        el("i").set("data-state", state.key()).set("style", &format!("flex-grow:{}", tally.of(state))).view()
    });
    el("span").class("stack").set("aria-hidden", "true").children(pieces)
}

fn states_figure(store: Store, state: State, tally: Tally) -> El {
    let swatch = el("i").class("swatch").set("aria-hidden", "true").set("data-state", state.key());
    let figure = figure(store, Party::Coordinator, Filter::of_state(state), tally.of(state));
    el("span").child(swatch).text(store.words().states[state as usize]).text(" ").child(figure)
}

/// The plan in one line of figures.
fn glance(store: Store, plan: &PartyRow) -> View {
    let words = store.words();
    let count = plan.all.done(Party::Coordinator);
    let percent = count.percent().map_or_else(|| "—".to_owned(), |percent| format!("{percent}%"));
    let of = figure(store, Party::Coordinator, counted(), count.all);
    let line = el("p")
        .class("totals")
        .child(el("b").text(format!("{} {percent}", words.states[0])))
        .child(el("span").text(words.counted).text(" ").child(of))
        .children(State::ALL.into_iter().map(|state| states_figure(store, state, plan.all).view()));
    let late = store.has_dues().then(|| store.late(std::iter::once(Party::Coordinator)));
    let late = late.iter().flatten().map(|row| el("p").class("totals").children(late_figures(store, row)).view());
    el("div").child(stack(plan.all)).child(line).children(late).view()
}

fn head(store: Store, words: impl IntoIterator<Item = String>) -> El {
    let word = |word: String| el("th").set("scope", "col").child(mixed(store.lang(), &word, "zh-Hant")).view();
    let cells = words.into_iter().map(word);
    el("thead").child(el("tr").children(cells))
}

fn table(class: &str, name: &str, head: El, rows: Vec<View>) -> View {
    let table = el("table").class(class).set("aria-label", name).child(head).child(el("tbody").children(rows));
    // A table wider than the screen scrolls on its own, by keyboard as well.
    el("div").class("scroll").set("tabindex", "0").set("role", "region").set("aria-label", name).child(table).view()
}

fn cell(content: View) -> View {
    el("td").child(content).view()
}

fn by_section(store: Store, plan: &PartyRow) -> View {
    let words = store.words();
    let names = [words.section, words.counted].map(str::to_owned).into_iter();
    let head = head(store, names.chain(State::ALL.map(|state| words.states[state as usize].to_owned())));
    let row = |name: String, section: Option<u16>, tally: Tally| {
        let of = |mut filter: Filter, n: usize| {
            filter.sections = section.into_iter().collect();
            cell(figure(store, Party::Coordinator, filter, n))
        };
        let name = el("th").set("scope", "row").child(el("span").text(name)).child(stack(tally));
        let states = State::ALL.map(|state| of(Filter::of_state(state), tally.of(state)));
        el("tr").child(name).child(of(counted(), tally.counted())).children(states).view()
    };
    let whole = store.plan();
    let sections = whole.sections.iter().zip(&plan.sections);
    let mut rows: Vec<View> =
        sections.map(|(section, tally)| row(store.section_label(section), Some(section.no), *tally)).collect();
    rows.push(row(store.lazy_words().all_sections.to_owned(), None, plan.all));
    table("by-section", store.lazy_words().by_section, head, rows)
}

/// The choice of what the table of parties shows: how much is done, or how many measures are in one state.
fn choices() -> View {
    let store = use_store();
    let choice = |state: Option<State>| {
        let name = says(move || {
            let words = store.words();
            state.map_or(words.done, |state| words.states[state as usize]).to_owned()
        });
        let current = says(move || (shown(store) == state).to_string());
        let address = store.address(&Route::Overview(state));
        el("a").class("button").set("href", &address).live("aria-current", current).says(name).view()
    };
    el("p").class("actions").children(std::iter::once(None).chain(State::ALL.map(Some)).map(choice)).view()
}

/// The state that the table of parties shows; `None` for how much is done.
fn shown(store: Store) -> Option<State> {
    if let Route::Overview(shown) = store.route() { shown } else { None }
}

/// The table of all units and localities by section: of the measures that count, how many are done or in the chosen state.
fn by_party(store: Store) -> View {
    let words = store.lazy_words();
    let plan = store.plan();
    let shown = shown(store);
    let parties = store.ledger(|ledger| parties(&plan, ledger));
    let labels = plan
        .sections
        .iter()
        .map(|section| section.path.last().map_or_else(|| section.no.to_string(), |label| store.in_own_script(label)));
    let head =
        head(store, std::iter::once(words.whose_row.to_owned()).chain(labels).chain([words.all_sections.to_owned()]));
    let of = |row: &PartyRow, section: Option<u16>, tally: Tally| {
        let (mut filter, n) = match shown {
            None => (Filter { done: true, ..Filter::default() }, tally.done(row.party).done),
            Some(state) => (Filter::of_state(state), tally.of(state)),
        };
        filter.sections = section.into_iter().collect();
        let all = tally.counted();
        if tally.all() == 0 {
            return cell(el("span").class("none").text("—").view());
        }
        let share = format!("--share:{}%", (n * 100).checked_div(all).unwrap_or(0));
        let n = figure(store, row.party, filter, n);
        let mut whole = counted();
        whole.sections = section.into_iter().collect();
        el("td")
            .set("style", &share)
            .child(n)
            .child(el("small").text("/"))
            .child(figure(store, row.party, whole, all))
            .view()
    };
    let rows = parties.iter().map(|row| {
        let address = store.address(&Route::List(ListView { party: row.party, ..ListView::default() }));
        let name = el("a").set("href", &address).child(name_text(store.party_name(row.party), store.name_lang()));
        let sections =
            plan.sections.iter().zip(&row.sections).map(|(section, tally)| of(row, Some(section.no), *tally));
        el("tr").child(el("th").set("scope", "row").child(name)).children(sections).child(of(row, None, row.all)).view()
    });
    table("matrix", words.by_party, head, rows.collect())
}

fn anchor(store: Store, id: MeasureId) -> View {
    let plan = store.plan();
    el("a")
        .class("measure-no")
        .set("href", &store.place_address_on(Party::Coordinator, Anchor::Measure(id)))
        .text(plan.label(id).to_string())
        .view()
}

/// The table of all targets: the number, the actual values, the share of the number, and how far that is behind the time of year.
fn targets(store: Store) -> View {
    let words = store.words();
    let time = time(store);
    let rows = store.ledger(|ledger| overview::targets(&store.plan(), ledger));
    let lazy = store.lazy_words();
    let names = [words.measures, lazy.target_set, lazy.fields.actual.full, lazy.fields.progress.full];
    let rows = rows.iter().filter_map(|row| target_row(store, row, time)).collect();
    table("targets", words.targets, head(store, names.map(str::to_owned)), rows)
}

fn target_row(store: Store, row: &TargetRow, time: Option<i64>) -> Option<View> {
    let words = store.lazy_words();
    let plan = store.plan();
    let measure = plan.tasks.get(row.task)?.measures.get(row.measure)?;
    let target = measure.targets.get(row.target)?;
    let sign = match (target.direction, target.comparator) {
        (_, Comparator::Eliminate) | (Direction::Up, Comparator::Unstated) => "",
        (Direction::Down, _) => "≤ ",
        (Direction::Up, Comparator::AtLeast) => "≥ ",
        (Direction::Up | Direction::Fixed, _) => "= ",
    };
    let counts = target.counts.as_ref().map(|counts| store.in_script(counts)).unwrap_or_default();
    let lang = store.text_lang();
    let set = el("td")
        .set("lang", lang)
        .child(el("span").text(counts).text(" "))
        .child(el("b").class("target").text(sign).text(store.text_of(target.span)));
    let unit = store.in_script(&target.unit);
    let mut given = el("td");
    for (place, (party, value)) in row.actual.given.iter().enumerate() {
        let party = format!("（{}）", store.party_label(*party));
        let unit = el("span").set("lang", lang).text(&unit);
        given = given.text(if place > 0 { "、" } else { "" }).text(value).text(" ").child(unit).text(party);
    }
    if row.actual.given.is_empty() {
        given = given.text("—");
    }
    let mut verdict = Vec::new();
    if let Some(value) = row.actual.value {
        verdict.extend(target.share(value).map(|share| format!("{share}%")));
        verdict
            .extend(target.is_reached(value).map(|is| if is { words.reached } else { words.not_reached }.to_owned()));
        verdict.extend(target.behind(value, time).map(words.ahead_by));
    } else if row.actual.given.len() > 1 {
        verdict.push(words.differ.to_owned());
    }
    let bar = row.actual.value.and_then(|value| target.share(value)).map(|share| {
        let line = el("u").set("style", &format!("left:{}%", time.unwrap_or(100)));
        let fill = el("i").set("style", &format!("width:{}%", share.clamp(0, 100)));
        el("span").class("bar").set("aria-hidden", "true").child(fill).child(line)
    });
    let row = el("tr")
        .child(el("th").set("scope", "row").child(anchor(store, measure.id)))
        .child(set)
        .child(given)
        .child(el("td").child(bar).text(verdict.join(" · ")));
    Some(row.view())
}

/// The measures that are behind or have a problem, with what was written about them.
fn concerns(store: Store) -> View {
    let words = store.words();
    let plan = store.plan();
    let (rows, problems) = store.ledger(|ledger| overview::concerns(&plan, ledger));
    let whole = store.ledger(|ledger| PartyRow::of(&plan, ledger, Party::Coordinator));
    let with_problem = Filter { problem: true, ..Filter::default() };
    let problems = figure(store, Party::Coordinator, with_problem, problems);
    let totals = el("p")
        .class("totals")
        .child(states_figure(store, State::Behind, whole.all))
        .child(el("span").text(words.has_problem).text(" ").child(problems));
    let rows = rows.iter().map(|concern| concern_row(store, concern)).collect();
    all(vec![totals.view(), listed(rows, "concerns", store.lazy_words().no_concerns)])
}

/// What is overdue of a party's list, and what is due soon.
fn late_figures(store: Store, row: &LateRow) -> [View; 2] {
    let words = store.words();
    let overdue = figure(store, row.party, Filter { overdue: true, ..Filter::default() }, row.overdue);
    let soon = figure(store, row.party, Filter { soon: true, ..Filter::default() }, row.soon);
    let class = if row.overdue > 0 { "overdue" } else { "" };
    [
        el("span").class(class).text(words.overdue).text(" ").child(overdue).view(),
        el("span").text(words.soon).text(" ").child(soon).view(),
    ]
}

/// Every unit and locality that is late.
fn late(store: Store) -> View {
    let rows = store.late(store.plan().parties().skip(1));
    let rows = rows.iter().filter(|row| row.overdue > 0).map(|row| {
        let name = el("b").child(name_text(store.party_name(row.party), store.name_lang()));
        el("li").child(el("p").class("totals").child(name).children(late_figures(store, row))).view()
    });
    listed(rows.collect(), "late", store.lazy_words().nobody_late)
}

/// The parties with measures that are not reported, and how many.
fn silent(store: Store) -> View {
    let parties = store.ledger(|ledger| parties(&store.plan(), ledger));
    let rows = parties.iter().filter(|row| row.is_silent()).map(|row| silent_row(store, row)).collect();
    listed(rows, "silent-parties", store.lazy_words().nobody_silent)
}

fn concern_row(store: Store, concern: &Concern) -> View {
    let words = store.words();
    let behind = concern.behind.then(|| state_chip(words, State::Behind));
    let written = |name: &str, text: &str| (!text.is_empty()).then(|| labelled(store.lang(), name, text));
    let who = el("b").child(name_text(store.party_name(concern.party), store.name_lang()));
    el("li")
        .child(el("p").child(anchor(store, concern.measure)).text(" ").child(who).text(" ").child(behind))
        .child(written(store.lazy_words().fields.problem.full, &concern.problem))
        .child(written(store.lazy_words().fields.next_step.full, &concern.next_step))
        .view()
}

fn silent_row(store: Store, row: &PartyRow) -> View {
    let name = name_text(store.party_name(row.party), store.name_lang());
    let n = figure(store, row.party, Filter::of_state(State::NotReported), row.all.of(State::NotReported));
    el("li").child(name).text(" ").child(n).view()
}
