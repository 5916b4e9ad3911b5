//! The year so far as a drawing: what was done and what was reported when each round was closed and today, against the time of year.
//! Places in it are shares of its own width and height, so that its words keep their size however wide it is.

use super::parts::{OfRound, cell, counted, figure_of, head, table};
use crate::domain::calendar::iso_day;
use crate::domain::course::{Course, Step};
use crate::domain::filter::Filter;
use crate::domain::party::Party;
use crate::domain::rollup::{Count, State};
use crate::domain::settings::Lang;
use crate::route::Route;
use crate::state::Store;
use crate::text::course::CourseWords;
use crate::views::live::{El, View, all, el};
use crate::views::parts::mixed;

/// Where the drawing begins and ends, from left to right and from top to bottom, in thousandths.
const LEFT: usize = 90;
const RIGHT: usize = 960;
const TOP: usize = 60;
const BOTTOM: usize = 800;

/// Names of rounds that are nearer to each other than this, in thousandths, would lie on each other on a phone.
const APART: usize = 140;

/// How far down the lines of names are.
const NAMES: [usize; 2] = [895, 985];

/// The section of the year so far: the drawing, what its lines are, and the same as a table.
pub(super) fn drawn(store: Store, course: &Course) -> View {
    let words = CourseWords::of(store.lang());
    let key = |class: &str, word: &str| {
        let line = el("svg:svg").class("course-key").set("aria-hidden", "true").set("focusable", "false");
        el("span").child(line.child(straight(class, (0, 500), (1_000, 500)))).text(word).view()
    };
    let time = course.time();
    let keys = el("p")
        .class("totals")
        .child(key("course-done", words.done))
        .child(key("course-reported", words.reported))
        .children((!time.is_empty()).then(|| key("course-time", words.time)));
    el("section")
        .class("course")
        .child(el("h2").text(words.course))
        .child(el("p").class("hint").text(words.note))
        .child(drawing(store, course, &time))
        .child(keys)
        .child(el("details").child(el("summary").text(words.table)).child(as_table(store, course)))
        .view()
}

fn percent(thousandths: usize) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

fn straight(class: &str, (x1, y1): (usize, usize), (x2, y2): (usize, usize)) -> View {
    let line = el("svg:line").class(class).set("x1", &percent(x1)).set("y1", &percent(y1));
    line.set("x2", &percent(x2)).set("y2", &percent(y2)).view()
}

/// A line through these points.
fn through(class: &str, points: &[(usize, usize)]) -> Vec<View> {
    points.windows(2).map(|pair| straight(class, pair[0], pair[1])).collect()
}

fn across(along: usize) -> usize {
    LEFT + along * (RIGHT - LEFT) / 1_000
}

/// How far down a share is, in thousandths of the whole.
fn down(share: usize) -> usize {
    BOTTOM - share.min(1_000) * (BOTTOM - TOP) / 1_000
}

fn written(text: &str, (x, y): (usize, usize), anchor: &str) -> El {
    el("svg:text").set("x", &percent(x)).set("y", &percent(y)).set("text-anchor", anchor).text(text)
}

fn drawing(store: Store, course: &Course, time: &[(usize, usize)]) -> El {
    let words = CourseWords::of(store.lang());
    let steps = course.steps();
    let place = |step: &Step, count: Count| {
        (across(course.along(step.day)), down((count.done * 1_000).checked_div(count.all).unwrap_or(0)))
    };
    let points = |of: fn(&Step) -> Count| steps.iter().map(|step| place(step, of(step))).collect::<Vec<_>>();
    let time: Vec<(usize, usize)> = time.iter().map(|(x, over)| (across(*x), down(*over))).collect();
    let mut pieces = Vec::new();
    for share in [0, 500, 1_000] {
        pieces.push(straight("course-grid", (0, down(share)), (1_000, down(share))));
        pieces.push(written(&format!("{}%", share / 10), (0, down(share).saturating_sub(15)), "start").view());
    }
    pieces.extend(through("course-time", &time));
    let reported = ("course-reported", "4", points(|step| step.reported));
    for (class, radius, points) in [reported, ("course-done", "5", points(|step| step.done))] {
        pieces.extend(through(class, &points));
        for (step, (x, y)) in steps.iter().zip(points) {
            let dot = el("svg:circle").class(class).set("cx", &percent(x)).set("cy", &percent(y)).set("r", radius);
            pieces.push(dot.child(el("svg:title").text(said(words, step))).view());
        }
    }
    // The last has its name, and before it each for which one of the lines has room.
    let mut taken = NAMES.map(|y| (y, usize::MAX));
    for step in steps.iter().rev() {
        let x = across(course.along(step.day));
        let Some((y, next)) = taken.iter_mut().find(|(_, next)| next.saturating_sub(x) >= APART) else { continue };
        *next = x;
        let anchor = if x > 900 { "end" } else { "middle" };
        let name = name(words, step);
        // Most rounds have Chinese names, in the English interface as well.
        let is_chinese = store.lang() == Lang::En && name.chars().any(|c| c > '\u{2E7F}');
        pieces.push(written(name, (x, *y), anchor).set_if(is_chinese, "lang", "zh").view());
    }
    let told: Vec<String> = steps.iter().map(|step| said(words, step)).collect();
    el("svg:svg")
        .class("course-drawing")
        .set("role", "img")
        .set("aria-labelledby", "course-title course-desc")
        .child(el("svg:title").id("course-title").text(words.course))
        .child(el("svg:desc").id("course-desc").text(told.join(words.between)))
        .children(pieces)
}

/// The name of a round, or today.
fn name<'a>(words: &'static CourseWords, step: &'a Step) -> &'a str {
    step.round.as_ref().map_or(words.today, |round| &round.name)
}

/// A count with its share.
fn share(count: Count) -> String {
    let percent = count.percent().map_or_else(|| "—".to_owned(), |percent| format!("{percent}%"));
    format!("{percent} ({}/{})", count.done, count.all)
}

/// A step in words.
fn said(words: &'static CourseWords, step: &Step) -> String {
    (words.step)(name(words, step), &iso_day(step.day.into()), &share(step.done), &share(step.reported))
}

fn as_table(store: Store, course: &Course) -> View {
    let words = CourseWords::of(store.lang());
    let names = [words.round, words.day, words.done, words.reported, words.time];
    let rows = course.steps().iter().map(|step| row(store, words, step));
    table("course-table", words.course, head(store, names.map(str::to_owned)), rows.collect())
}

fn row(store: Store, words: &'static CourseWords, step: &Step) -> View {
    let of = |count: Count, filter: Filter| {
        let round = step.round.as_ref().map(|round| OfRound(round.id.days()));
        let n = figure_of(store, round, Party::Coordinator, filter, count.done);
        let percent = count.percent().map(|percent| el("small").text(format!(" {percent}%")).view());
        cell(all([n, el("small").text(format!("/{}", count.all)).view()].into_iter().chain(percent).collect()))
    };
    let done = Filter { states: [State::SignedOff, State::Done].into_iter().collect(), ..Filter::default() };
    let reported = Filter { reported: true, ..counted() };
    let shown = mixed(store.lang(), name(words, step), "zh");
    let name = match &step.round {
        Some(round) => el("a").set("href", &store.address(&Route::Rounds(round.id.days()))).child(shown).view(),
        None => shown,
    };
    el("tr")
        .child(el("th").set("scope", "row").child(name))
        .child(cell(View::Text(iso_day(step.day.into()))))
        .child(of(step.done, done))
        .child(of(step.reported, reported))
        .child(cell(View::Text(step.time.map_or_else(|| "—".to_owned(), |time| format!("{time}%")))))
        .view()
}
