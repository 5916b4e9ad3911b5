//! The bodies ranked, one bar each, and the heat map of bodies and sections.

use super::first::{body, of_light, said, words};
use super::parts::{cell, counted, figure, head, table};
use crate::domain::filter::Filter;
use crate::domain::glance::{Glance, Line};
use crate::domain::lights::{Light, Lights};
use crate::domain::rollup::Count;
use crate::domain::rollup::State;
use crate::print::charts::{bar, class_of, sign_of};
use crate::state::Store;
use crate::views::live::{View, el};

/// Units and localities, ranked by how much of what they have to do is done; who has the same figures has the same rank.
pub(super) fn ranking(store: Store, glance: &Glance) -> View {
    let words = words(store);
    let names = [words.rank, words.body, words.done, words.reported];
    let lights = urgent(store).map(|light| store.words().lights[light as usize]);
    let names = names.into_iter().chain(lights).chain([words.problems]);
    let head = head(store, names.map(str::to_owned));
    let ranked = glance.ranked();
    let rows = ranked.into_iter().map(|(rank, line)| row(store, rank, line, glance.time));
    table("ranking", words.ranking, head, rows.collect())
}

/// The lights that a body's row counts; none where they are switched off.
fn urgent(store: Store) -> impl Iterator<Item = Light> {
    [Light::Red, Light::Yellow].into_iter().filter(move |_| !store.settings().no_lights)
}

fn row(store: Store, rank: usize, line: &Line, time: Option<i64>) -> View {
    let party = line.party;
    let done = line.tally.done(party);
    let signed = line.tally.of(State::SignedOff);
    let of = |filter: Filter, count: Count| {
        let whole = figure(store, party, counted(), count.all);
        el("td").child(figure(store, party, filter, count.done)).child(el("small").text("/")).child(whole)
    };
    let pieces = [("is-signed", signed), ("is-waiting", done.done - signed.min(done.done))];
    let title = said(words(store), [signed, pieces[1].1, done.all], time);
    let drawn = bar(&pieces, done.all, time, &title);
    let filter = Filter { done: true, ..Filter::default() };
    let reported = Filter { reported: true, ..counted() };
    let plain = |filter: Filter, n: usize| cell(figure(store, party, filter, n));
    el("tr")
        .child(el("td").text(rank.to_string()))
        .child(el("th").set("scope", "row").child(body(store, party)).child(drawn))
        .child(of(filter, done))
        .child(
            el("td")
                .child(figure(store, party, reported, line.reported.done))
                .child(el("small").text(format!("/{}", line.reported.all))),
        )
        .children(urgent(store).map(|light| plain(of_light(light), line.lights.of(light))))
        .child(plain(Filter { problem: true, ..Filter::default() }, line.problems))
        .view()
}

/// Bodies and sections: in each cell the lights that are most to be looked at.
pub(super) fn heat(store: Store, glance: &Glance) -> View {
    let words = words(store);
    let plan = store.plan();
    let labels = plan.sections.iter().map(|section| store.section_number(section));
    let head = head(store, std::iter::once(words.body.to_owned()).chain(labels));
    let rows = glance.bodies.iter().map(|line| {
        let cells = plan.sections.iter().zip(&line.sections).map(|(section, lights)| {
            let (light, n) = most(*lights);
            let name = store.section_label(section);
            let Some(light) = light else {
                let sign = if lights.none > 0 { "·" } else { "" };
                return el("td").set("title", &name).text(sign).view();
            };
            let mut filter = of_light(light);
            filter.sections = std::iter::once(section.no).collect();
            let sign = el("span").class("light-sign").set("aria-hidden", "true").text(sign_of(light));
            el("td")
                .class(class_of(light))
                .set("title", &name)
                .child(sign)
                .child(figure(store, line.party, filter, n))
                .view()
        });
        let name = el("th").set("scope", "row").child(body(store, line.party));
        el("tr").child(name).children(cells).view()
    });
    table("heat", words.heat, head, rows.collect())
}

/// The light that is most to be looked at, and how many measures have it.
fn most(lights: Lights) -> (Option<Light>, usize) {
    let found = Light::ALL.into_iter().find(|light| lights.of(*light) > 0);
    (found, found.map_or(0, |light| lights.of(light)))
}
