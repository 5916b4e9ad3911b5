//! What is behind or has a problem, in the words that were written, by body or by kind.

use super::first::words;
use super::parts::{anchor, figure, listed, states_figure};
use crate::domain::filter::Filter;
use crate::domain::glance::Line;
use crate::domain::ledger::Ledger;
use crate::domain::overview::{self, Concern};
use crate::domain::party::Party;
use crate::domain::problem_kind::ProblemKind;
use crate::domain::rollup::State;
use crate::state::Store;
use crate::views::english::line;
use crate::views::live::{View, all, el, is, part, says};
use crate::views::parts::{choice, labelled, name_text, state_chip};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Up to so many stand open; of more, each group is folded under its number.
const FEW: usize = 20;

/// The measures that are behind or have a problem by a ledger, with what was written about them; `whole` are the figures of the plan. How
/// they are grouped `by_kind` holds.
pub(super) fn concerns(store: Store, ledger: &Ledger, whole: &Line, by_kind: RwSignal<bool>) -> View {
    let (rows, problems) = overview::concerns(&store.plan(), ledger);
    let with_problem = Filter { problem: true, ..Filter::default() };
    let problems = figure(store, Party::Coordinator, with_problem, problems);
    let behind = figure(store, Party::Coordinator, Filter { behind: true, ..Filter::default() }, whole.behind);
    let totals = el("p")
        .class("totals")
        .child(states_figure(store, State::Behind, whole.tally))
        .child(el("span").text(words(store).somebody_behind).text(" ").child(behind))
        .child(el("span").text(store.words().has_problem).text(" ").child(problems));
    if rows.is_empty() {
        return all(vec![totals.view(), listed(Vec::new(), "concerns", store.lazy_words().no_concerns)]);
    }
    let option = |kind: bool| {
        let name = says(move || if kind { words(store).by_kind } else { words(store).by_body }.to_owned());
        choice("problems-by", name, is(move || by_kind.get() == kind), move || by_kind.set(kind)).view()
    };
    let choices = el("fieldset")
        .class("switch")
        .child(el("legend").text(words(store).group_by))
        .child(option(false))
        .child(option(true));
    let list = part(move || grouped(store, &rows, by_kind.get()));
    all(vec![totals.view(), choices.view(), list.into()])
}

fn grouped(store: Store, rows: &[Concern], by_kind: bool) -> View {
    let few = rows.len() <= FEW;
    let mut groups: BTreeMap<(Option<ProblemKind>, Party), Vec<&Concern>> = BTreeMap::new();
    for concern in rows {
        let key =
            if by_kind { (Some(ProblemKind::of(&concern.problem)), Party::Coordinator) } else { (None, concern.party) };
        groups.entry(key).or_default().push(concern);
    }
    let group = |((kind, party), rows): ((Option<ProblemKind>, Party), Vec<&Concern>)| {
        let name = match kind {
            Some(kind) => View::Text(words(store).kinds[kind as usize].to_owned()),
            None => name_text(store.party_name(party), store.name_lang()),
        };
        let count = el("span").class("figures").text(format!(" {}", rows.len()));
        let rows = rows.into_iter().map(|concern| concern_row(store, concern, kind.is_some()));
        el("details")
            .class("concern-group")
            .set_if(few, "open", "")
            .child(el("summary").child(el("h3").child(name)).child(count))
            .child(el("ul").class("concerns").children(rows))
            .view()
    };
    all(groups.into_iter().map(group).collect())
}

fn concern_row(store: Store, concern: &Concern, names: bool) -> View {
    let behind = concern.behind.then(|| state_chip(store.words(), State::Behind));
    let written = |name: &str, text: &str| (!text.is_empty()).then(|| labelled(store.lang(), name, text));
    let who = names.then(|| el("b").child(name_text(store.party_name(concern.party), store.name_lang())));
    let plan = store.plan();
    let measure = plan.measure(concern.measure).map(|measure| line(store, measure.span));
    el("li")
        .child(el("p").child(anchor(store, concern.measure)).text(" ").child(who).text(" ").child(behind))
        .child(el("p").class("concern-measure").child(measure))
        .child(written(store.lazy_words().fields.problem.full, &concern.problem))
        .child(written(store.lazy_words().fields.next_step.full, &concern.next_step))
        .view()
}
