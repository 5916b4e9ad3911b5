//! The table of targets: bullets against the time of year.

use super::first::words as overview_words;
use super::parts::{anchor, head, table};
use crate::domain::ledger::Ledger;
use crate::domain::mark::Adding;
use crate::domain::overview::{self, TargetRow};
use crate::domain::progress::written;
use crate::print::charts::bullet;
use crate::state::Store;
use crate::views::english::{counted, words as in_words};
use crate::views::live::{View, all, el};

/// The table of all targets by a ledger: the number, the actual values, the share of the number, and how far that is behind the time of
/// year, of which so many percent are over.
pub(super) fn targets(store: Store, ledger: &Ledger, time: Option<i64>) -> View {
    let rows = overview::targets(&store.plan(), ledger);
    let lazy = store.lazy_words();
    let names = [lazy.measures, lazy.target_set, lazy.fields.actual.full, lazy.fields.progress.full];
    let rows = rows.iter().filter_map(|row| target_row(store, row, time)).collect();
    let table = table("targets", lazy.targets, head(store, names.map(str::to_owned)), rows);
    // What the mark in the bars is.
    let key = time.map(|percent| {
        let sign = el("i").class("chart-key is-mark").set("aria-hidden", "true");
        el("p").class("totals").child(el("span").child(sign).text((overview_words(store).time_over)(percent))).view()
    });
    all(key.into_iter().chain([table]).collect())
}

fn target_row(store: Store, row: &TargetRow, time: Option<i64>) -> Option<View> {
    let words = store.lazy_words();
    let plan = store.plan();
    let measure = plan.tasks.get(row.task)?.measures.get(row.measure)?;
    let target = measure.targets.get(row.target)?;
    let sign = overview::sign(target, plan.text(target.span));
    let set = el("td").child(counted(store, measure, row.target, sign));
    let mut given = el("td");
    for (place, (party, value)) in row.actual.given.iter().enumerate() {
        let party = format!("（{}）", store.party_label(*party));
        let unit = in_words(store, &target.unit);
        given = given.text(if place > 0 { "、" } else { "" }).text(value).text(" ").child(unit).text(party);
    }
    if row.actual.given.is_empty() {
        given = given.text("—");
    }
    let mut verdict = Vec::new();
    if let Some(value) = row.actual.value {
        // What is added up stands nowhere else.
        let is_sum = row.actual.adding == Some(Adding::Sum) && row.actual.given.len() > 1;
        verdict.extend(is_sum.then(|| (overview_words(store).sum)(&written(value))));
        verdict.extend(target.share(value).map(|share| format!("{share}%")));
        verdict
            .extend(target.is_reached(value).map(|is| if is { words.reached } else { words.not_reached }.to_owned()));
        verdict.extend(target.behind(value, time).map(words.ahead_by));
    } else if row.actual.given.len() > 1 && row.actual.adding != Some(Adding::Own) {
        verdict.push(words.differ.to_owned());
    }
    let bar = row.actual.value.and_then(|value| Some((target.share(value)?, target.behind(value, time).is_some())));
    let bar = bar.map(|(share, is_behind)| bullet(share, is_behind, time, &verdict.join(" · ")));
    let row = el("tr")
        .child(el("th").set("scope", "row").child(anchor(store, measure.id)))
        .child(set)
        .child(given)
        .child(el("td").child(bar).text(verdict.join(" · ")));
    Some(row.view())
}
