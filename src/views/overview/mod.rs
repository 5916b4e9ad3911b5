//! The overview: the mayor first. The first screen says how the plan stands; below it the bodies ranked, the sections, targets and
//! problems; then the tables. Every figure opens exactly the rows it counts.

mod course;
mod first;
mod parts;
mod problems;
mod ranks;
mod since;
mod tables;
mod targets;

use super::live::{TextFn, View, all, el, keyed, lazy_word, part, says, word};
use super::print_state::Load;
use crate::domain::calendar::date;
use crate::domain::changes::Changes;
use crate::domain::glance::Glance;
use crate::domain::ledger::Ledger;
use crate::domain::overview::PartyRow;
use crate::domain::party::Party;
use crate::route::Route;
use crate::state::{Store, use_store};
use crate::text::Words;
use crate::text::overview::OverviewWords;
use leptos::prelude::*;
use parts::{OfRound, time};
use since::Past;

/// The ways to what belongs to the coordinator's year.
fn beside(store: Store) -> View {
    let link = |route: Route, name: fn(&Words) -> &'static str| {
        el("a").class("button").set("href", &store.address(&route)).says(word(name)).view()
    };
    let rounds = link(Route::Rounds(String::new()), |w| w.rounds);
    el("p").class("actions").child(rounds).child(link(Route::Arrangement, |w| w.arrangement)).view()
}

/// How the plan stood at the end of a round.
pub struct Then<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// The plan by it, at a glance.
    pub glance: &'a Glance,
    /// The name of the round before, if one is kept, and what changed since.
    pub changes: Option<(&'a str, Changes)>,
}

/// How the plan stood at the end of a round, which an address names so.
pub fn of_round(store: Store, Then { ledger, glance, changes }: &Then, round: &str) -> View {
    provide_context(OfRound(round.to_owned()));
    let since = changes.as_ref().map(|(before, changes)| since::told(store, before, changes));
    let (words, lazy) = (OverviewWords::of(store.lang()), store.lazy_words());
    let section = |name: &str, content: View| el("section").child(el("h2").text(name)).child(content).view();
    let concerns = problems::concerns(store, ledger, &glance.plan, RwSignal::new(false));
    let heat = has_heat(store).then(|| section(words.heat, ranks::heat(store, glance)));
    let ranked = [first::first(store, glance, since.into()), section(words.ranking, ranks::ranking(store, glance))];
    let rest = [section(lazy.targets, targets::targets(store, ledger, glance.time)), section(lazy.concerns, concerns)];
    all(ranked.into_iter().chain(heat).chain(rest).collect())
}

/// Whether bodies and sections have a table of lights.
fn has_heat(store: Store) -> bool {
    store.plan().sections.len() > 1 && !store.settings().no_lights
}

/// A plan of more measures than this is long: its parts are drawn one after the other, so that a person sees the first before
/// the last.
const LONG: usize = 2_000;

/// The overview. What was chosen in it stays when the figures are drawn anew. `painted` runs a function once everything drawn
/// so far is on the screen; `load` gives the state of a closed round, if it is kept here.
pub fn overview(painted: fn(Box<dyn FnOnce()>), load: Load) -> View {
    let store = use_store();
    let at_a_glance = Memo::new(move |_| store.ledger(|ledger| store.glance(ledger)));
    let past = Past::new(store, load);
    let stage = RwSignal::new(if store.plan_measures() > LONG { 0 } else { usize::MAX });
    let by_kind = RwSignal::new(false);
    let go_on = move |from: usize| {
        if stage.get_untracked() == from {
            painted(Box::new(store.while_open(move || stage.set(from + 1))));
        }
    };
    let staged = move |at: usize, draw: Box<dyn Fn() -> View>| {
        let is_due = move || stage.get() >= at;
        let draw = std::rc::Rc::new(draw);
        keyed(says(move || is_due().to_string()), move || {
            let draw = draw.clone();
            let drawn = is_due().then(|| part(move || draw()));
            if drawn.is_some() {
                go_on(at);
            }
            drawn.into()
        })
    };
    let block = |name: TextFn| el("section").child(el("h2").says(name));
    let own =
        move |read: fn(&OverviewWords) -> &'static str| says(move || read(OverviewWords::of(store.lang())).to_owned());
    let as_of = says(move || (store.lazy_words().overview_date)(date(store.now()), time(store)));
    let plan_row = move || store.ledger(|ledger| PartyRow::of(&store.plan(), ledger, Party::Coordinator));
    let at_first =
        move || at_a_glance.with(|glance| first::first(store, glance, part(move || past.since(store)).into()));
    let bodies = move || {
        let glance = at_a_glance.get();
        let words = OverviewWords::of(store.lang());
        let heat = el("section")
            .child(el("h2").text(words.heat))
            .child(el("p").class("hint").text(words.heat_note))
            .child(ranks::heat(store, &glance));
        let heat = has_heat(store).then(|| heat.view());
        all([ranks::ranking(store, &glance)].into_iter().chain(heat).collect())
    };
    let concerns = move || {
        let plan = at_a_glance.with(|glance| glance.plan.clone());
        store.ledger(|ledger| problems::concerns(store, ledger, &plan, by_kind))
    };
    let all_targets = move || store.ledger(|ledger| targets::targets(store, ledger, time(store)));
    let whole = move || {
        let plan = plan_row();
        let sections = block(lazy_word(|w| w.by_section)).child(tables::by_section(store, &plan));
        all(vec![block(word(|w| w.nav_overview)).child(tables::glance(store, &plan)).view(), sections.view()])
    };
    let has_dues = store.has_dues();
    let dues = has_dues.then(|| block(lazy_word(|w| w.due)).child(staged(5, Box::new(move || tables::late(store)))));
    go_on(0);
    el("main")
        .id("list")
        .class("overview")
        .set("tabindex", "-1")
        .child(el("p").class("as-of").says(as_of))
        .child(beside(store))
        .child(part(at_first))
        .child(staged(1, Box::new(move || past.course(store))))
        .child(block(own(|w| w.ranking)).child(staged(1, Box::new(bodies))))
        .child(block(lazy_word(|w| w.targets)).child(staged(2, Box::new(all_targets))))
        .child(block(lazy_word(|w| w.concerns)).child(staged(3, Box::new(concerns))))
        .child(staged(4, Box::new(whole)))
        .child(dues)
        .child(
            block(lazy_word(|w| w.by_party))
                .child(tables::choices())
                .child(staged(if has_dues { 6 } else { 5 }, Box::new(move || tables::by_party(store)))),
        )
        .view()
}
