//! What contradicts, side by side, and which side holds.

use super::desk::{Desk, Found, Rule, words};
use crate::domain::calendar::iso_minute;
use crate::domain::gather::{Conflict, Side, Source};
use crate::domain::ledger::{Ledger, MarkKey};
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::views::english::line;
use crate::views::live::{View, all, el, is, says};
use crate::views::parts::{choice, mixed};
use crate::views::report::{field_name, value_text};
use leptos::prelude::*;

/// So many conflicts are listed one by one.
const MOST_SHOWN: usize = 200;

/// What contradicts; nothing where nothing does.
pub(super) fn conflicts(desk: Desk, found: &Found) -> View {
    let store = desk.store;
    let gathering = &found.gathering;
    let all_of_them = gathering.conflicts.len();
    if all_of_them == 0 {
        return View::Nothing;
    }
    let w = words(store);
    let listed = gathering.conflicts.iter().take(MOST_SHOWN).enumerate();
    let listed = listed.map(|(i, conflict)| one(desk, i, conflict, found));
    let more = all_of_them.saturating_sub(MOST_SHOWN);
    el("div")
        .class("conflicts")
        .child(el("h3").text((w.conflicts)(all_of_them)))
        .child(el("p").text(w.conflicts_text))
        .child(rules(desk, found))
        .children(listed)
        .children((more > 0).then(|| el("p").class("doubt").text((w.more_conflicts)(more)).view()))
        .view()
}

/// How all are settled at once.
fn rules(desk: Desk, found: &Found) -> View {
    let store = desk.store;
    let gathering = &found.gathering;
    let w = words(store);
    let has = |source: Source| {
        gathering.conflicts.iter().any(|conflict| conflict.sides.iter().any(|side| side.sources.contains(&source)))
    };
    let mut rules = vec![(Rule::Proposed, w.proposed.to_owned())];
    rules.extend(has(Source::Here).then(|| (Rule::Here, w.here.to_owned())));
    rules.push((Rule::Newer, w.newer.to_owned()));
    // The same file once more is no other choice.
    let is_first = |i: &usize| gathering.files.get(*i).is_some_and(|line| line.twin.is_none());
    let of_files = (0..found.files.len()).filter(|i| is_first(i) && has(Source::File(*i)));
    rules.extend(of_files.map(|i| (Rule::File(i), (w.from_file)(&found.called(i)))));
    let rules = rules.into_iter().map(|(rule, name)| {
        let (chosen, to) = (rule.clone(), rule);
        let chosen = is(move || desk.chosen.with(std::collections::BTreeMap::is_empty) && desk.rule.get() == chosen);
        let choose = move || {
            desk.chosen.set(std::collections::BTreeMap::new());
            desk.rule.set(to.clone());
        };
        choice("conflict-rule", says(move || name.clone()), chosen, choose).view()
    });
    el("fieldset").class("switch").child(el("legend").text(w.all_of)).children(rules).view()
}

/// One conflict: of which measure and party, in which field, and its sides.
fn one(desk: Desk, i: usize, conflict: &Conflict, found: &Found) -> View {
    let store = desk.store;
    let plan = store.plan();
    let (party, who) = match &conflict.key {
        MarkKey::Placed(party, _) => (*party, store.party_label(*party)),
        MarkKey::Unplaced { party, .. } => (Party::Unit(0), Plan::name_in_key(party).to_owned()),
    };
    let text = match &conflict.key {
        MarkKey::Placed(_, measure) => plan.measure(*measure).map(|measure| line(store, measure.span)),
        MarkKey::Unplaced { .. } => None,
    };
    let place = format!("{} {who} · {}", store.measure_label(&conflict.key), field_name(store, conflict.field));
    let group = format!("conflict-{i}");
    let sides = conflict.sides.iter().enumerate().map(|(side_place, side)| {
        let value = value_text(store, party, conflict.field, side.says()).to_owned();
        let label = format!("{value} — {}", source_words(desk, conflict, side, found));
        let (for_chosen, for_choose) = (conflict.clone(), conflict.clone());
        let chosen = is(move || desk.side(&for_chosen) == side_place);
        let choose = move || {
            let words = for_choose.sides.get(side_place).map(|side| side.says().to_owned()).unwrap_or_default();
            desk.chosen.update(|chosen| _ = chosen.insert((for_choose.key.clone(), for_choose.field), words));
        };
        choice(&group, says(move || label.clone()), chosen, choose).view()
    });
    let sides: Vec<View> = sides.collect();
    el("fieldset")
        .class("conflict")
        .child(el("legend").child(mixed(store.lang(), &place, "zh")))
        .children(text.map(|text| el("p").class("conflict-text").child(text).view()))
        .child(all(sides))
        .view()
}

/// Who says it, when, and in which file; of what stands here, in which it came.
fn source_words(desk: Desk, conflict: &Conflict, side: &Side, found: &Found) -> String {
    let store = desk.store;
    let w = words(store);
    let said = side.versions.first().map(|version| version.said).filter(|said| *said > 0);
    let when = said.map(iso_minute);
    let mut sources: Vec<String> = Vec::new();
    for source in &side.sources {
        let name = match source {
            Source::Here => {
                let origin = |ledger: &Ledger| {
                    let receipt = found.receipts.origin(ledger, &conflict.key, conflict.field);
                    receipt.map(|receipt| (w.from_file)(&receipt.name))
                };
                let file = store.ledger(origin);
                std::iter::once(w.here.to_owned()).chain(file).collect::<Vec<_>>().join(" · ")
            }
            Source::File(i) => {
                let from = found.files.get(*i).and_then(|file| file.from.as_deref());
                let whose = from.filter(|_| !side.own).and_then(|from| store.plan().party_of_key(from));
                let whose = whose.map(|party| store.party_label(party));
                let name = (w.from_file)(&found.called(*i));
                std::iter::once(name).chain(whose).collect::<Vec<_>>().join(" · ")
            }
        };
        if !sources.contains(&name) {
            sources.push(name);
        }
    }
    let own = side.own.then(|| w.own_file.to_owned());
    sources.into_iter().chain(own).chain(when).collect::<Vec<_>>().join(" · ")
}
