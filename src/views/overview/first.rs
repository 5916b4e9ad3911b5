//! The first screen: the verdict, progress against the time of year, lights, who is furthest behind and silent, targets at risk.

use super::parts::{self, anchor, figure, rows_of};
use crate::domain::filter::Filter;
use crate::domain::glance::{Glance, Line};
use crate::domain::lights::Light;
use crate::domain::party::Party;
use crate::domain::rollup::State;
use crate::print::charts::{bar, class_of, lights_bar, sign_of};
use crate::state::Store;
use crate::text::overview::{Figures, OverviewWords};
use crate::views::english::counted;
use crate::views::live::{El, View, all, el, is};
use crate::views::parts::{mixed, name_text};

/// The most names in one line; behind them stands how many there are.
const NAMES: usize = 12;

/// The words of the first screen.
pub(super) fn words(store: Store) -> &'static OverviewWords {
    OverviewWords::of(store.lang())
}

/// The filter of one light.
pub(super) fn of_light(light: Light) -> Filter {
    let [red, yellow, green] = Light::ALL.map(|other| other == light);
    Filter { red, yellow, green, ..Filter::default() }
}

/// The first screen of the plan at a glance, with what changed since the last round.
pub(super) fn first(store: Store, glance: &Glance, since: View) -> View {
    let words = words(store);
    let with_lights = !store.settings().no_lights;
    let mut figures = Figures::of(glance, |party| store.party_label(party));
    figures.lights = figures.lights.filter(|_| with_lights);
    let say = |class: &str, text: String| el("p").class(class).child(mixed(store.lang(), &text, "zh"));
    let nothing = figures.is_empty().then(|| say("hint", words.nothing_yet.to_owned()).view());
    el("div")
        .class("first")
        .child(el("h2").class("verdict").children(clauses(store, &(words.verdict)(&figures))))
        .child(say("grounds", (words.grounds)(&figures)))
        .child(since)
        .children(nothing)
        .child(progress(store, glance))
        .children(with_lights.then(|| lights(store, glance)))
        .child(hide_lights(store))
        .child(el("div").class("first-lists").child(furthest(store, glance)).child(at_risk(store, glance)))
        .view()
}

/// A sentence that breaks where a reader pauses.
fn clauses(store: Store, sentence: &str) -> Vec<View> {
    let clause = |words: &str| el("span").class("clause").child(mixed(store.lang(), words, "zh")).view();
    sentence.split_inclusive(['：', '，']).map(clause).collect()
}

/// What a bar shows: how many are signed off, how many wait for it, of how many, and how much of the time is over.
pub(super) fn said(words: &OverviewWords, [signed, waiting, all]: [usize; 3], time: Option<i64>) -> String {
    let mut said = format!("{} {signed}/{all} · {} {waiting}/{all}", words.signed_off, words.waiting);
    if let Some(percent) = time {
        said += " · ";
        said += &(words.time_over)(percent);
    }
    said
}

/// What is signed off and what waits for it, against the time of year.
fn progress(store: Store, glance: &Glance) -> El {
    let words = words(store);
    let count = glance.plan.tally.done(Party::Coordinator);
    let waiting = glance.plan.tally.of(State::Done);
    let title = said(words, [count.done, waiting, count.all], glance.time);
    let whole = |state| figure(store, Party::Coordinator, Filter::of_state(state), glance.plan.tally.of(state));
    let key = |class: &str, word: &str, n: View| {
        el("span").child(el("i").class(class).set("aria-hidden", "true")).text(word).text(" ").child(n).view()
    };
    let time = glance.time.map(|percent| {
        let sign = el("i").class("chart-key is-mark").set("aria-hidden", "true");
        el("span").child(sign).text((words.time_over)(percent)).view()
    });
    el("div")
        .class("first-progress")
        .child(el("h2").text(words.progress))
        .child(bar(&[("is-signed", count.done), ("is-waiting", waiting)], count.all, glance.time, &title))
        .child(
            el("p")
                .class("totals")
                .child(key("chart-key is-signed", words.signed_off, whole(State::SignedOff)))
                .child(key("chart-key is-waiting", words.waiting, whole(State::Done)))
                .children(time),
        )
}

/// How many measures have which light, with what each means.
fn lights(store: Store, glance: &Glance) -> View {
    let words = words(store);
    let [red, yellow, green, none] = words.light_heads;
    let names = [red, yellow, green];
    let tile = |light: Light| {
        let n = figure(store, Party::Coordinator, of_light(light), glance.plan.lights.of(light));
        let sign = el("span").class("light-sign").set("aria-hidden", "true").text(sign_of(light));
        el("li").class(class_of(light)).child(sign).child(el("span").text(names[light as usize])).child(n).view()
    };
    let dark = Filter { unlit: true, ..Filter::default() };
    let unlit =
        el("li").child(el("span").text(none)).child(figure(store, Party::Coordinator, dark, glance.plan.lights.none));
    let meaning = el("details").child(el("summary").text(words.lights)).child(meaning(store));
    el("div")
        .class("first-lights")
        .child(el("ul").class("light-tiles").children(Light::ALL.into_iter().map(tile)).child(unlit))
        .child(lights_bar(glance.plan.lights, store.words().lights))
        .child(meaning)
        .view()
}

/// The table of lights: what each of them means.
fn meaning(store: Store) -> View {
    let words = words(store);
    let [red, yellow, green, none, day] = words.lights_meaning;
    let names = store.words().lights;
    let lit = |light: Light, text: &str| {
        let sign = el("span").class("light-sign").set("aria-hidden", "true").text(sign_of(light));
        let head = el("th").set("scope", "row").child(sign).text(" ").text(names[light as usize]);
        el("tr").class(class_of(light)).child(head).child(el("td").text(text)).view()
    };
    let none = el("tr").child(el("th").set("scope", "row").text(store.words().unlit)).child(el("td").text(none));
    let rows = [lit(Light::Red, red), lit(Light::Yellow, yellow), lit(Light::Green, green), none.view()];
    let table = el("table").class("light-table").set("aria-label", words.lights).child(el("tbody").children(rows));
    all(vec![table.view(), el("p").class("hint").text(day).view()])
}

/// What leaves lights out. It stands there also while it does.
fn hide_lights(store: Store) -> View {
    let words = words(store);
    el("label")
        .class("choice")
        .child(
            el("input")
                .set("type", "checkbox")
                .checked(is(move || store.settings().no_lights))
                .switch(move |on| store.hide_lights(on)),
        )
        .child(el("span").text(words.hide_lights))
        .view()
}

/// The name of a body, as a link to the measures that count for it.
pub(super) fn body(store: Store, party: Party) -> El {
    el("a")
        .set("href", &rows_of(store, party, parts::counted()))
        .child(name_text(store.party_name(party), store.name_lang()))
}

/// The three bodies that are furthest behind; who is silent.
fn furthest(store: Store, glance: &Glance) -> El {
    let words = words(store);
    let behind = glance.furthest_behind();
    let with_lights = !store.settings().no_lights;
    let row = |line: &&Line| {
        let lit = with_lights.then(|| {
            let n = figure(store, line.party, of_light(Light::Red), line.lights.of(Light::Red));
            let sign = el("span").class("light-sign is-red").set("aria-hidden", "true").text(sign_of(Light::Red));
            all(vec![View::Text(" ".into()), sign.view(), n, lights_bar(line.lights, store.words().lights).into()])
        });
        el("li").child(body(store, line.party)).children(lit).view()
    };
    let list = if behind.is_empty() {
        el("p").text(words.nobody_behind).view()
    } else {
        el("ol").class("furthest").children(behind.iter().take(3).map(row)).view()
    };
    let silent: Vec<&Line> = glance.silent().collect();
    let partly: Vec<&Line> = glance.partly_silent().collect();
    el("section").child(el("h2").text(words.furthest)).child(list).child(
        el("div").class("first-silent").child(names(store, &(words.silent)(silent.len()), &silent)).child(names(
            store,
            &(words.partly_silent)(partly.len()),
            &partly,
        )),
    )
}

/// The names of some bodies after what they are, the most in one line and the rest under a fold.
pub(super) fn names(store: Store, title: &str, lines: &[&Line]) -> View {
    let name = |line: &&Line| {
        let count = format!(" {}/{}", line.reported.done, line.reported.all);
        el("li").child(body(store, line.party).child(el("small").text(count))).view()
    };
    let list = |lines: &[&Line]| el("ul").class("silent-parties").children(lines.iter().map(name)).view();
    let title = el("h3").text(title).view();
    if lines.len() <= NAMES {
        return all(vec![title, if lines.is_empty() { View::Nothing } else { list(lines) }]);
    }
    let rest = el("details").child(el("summary").text(words(store).all_of_them)).child(list(&lines[NAMES..]));
    all(vec![title, list(&lines[..NAMES]), rest.view()])
}

/// The three targets that are furthest behind the time of year, or not kept.
fn at_risk(store: Store, glance: &Glance) -> El {
    let words = words(store);
    let plan = store.plan();
    let row = |(place, points): &(usize, i64)| {
        let row = glance.targets.rows.get(*place)?;
        let measure = plan.tasks.get(row.task)?.measures.get(row.measure)?;
        let by = if *points == i64::MIN { words.not_kept.to_owned() } else { (words.behind_by)(-points) };
        let text = counted(store, measure, row.target, "");
        Some(
            el("li")
                .child(anchor(store, measure.id))
                .text(" ")
                .child(text)
                .text(" ")
                .child(el("span").class("overdue").text(by))
                .view(),
        )
    };
    let rows: Vec<View> = glance.targets.at_risk.iter().filter_map(row).take(3).collect();
    let list = if rows.is_empty() {
        let silent = glance.targets.rows.iter().filter(|row| row.actual.given.is_empty()).count();
        let text =
            if silent == glance.targets.rows.len() { words.no_actuals.to_owned() } else { (words.no_risk)(silent) };
        el("p").text(text).view()
    } else {
        el("ol").class("at-risk").children(rows).view()
    };
    el("section").child(el("h2").text(words.at_risk)).child(list)
}
