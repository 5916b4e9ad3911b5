//! What can be chosen about papers, above them; not printed.

use super::live::{El, Says, View, button, el, is, maybe, says};
use super::parts::{choice, name_text};
use super::print::{Job, batch, is_blank, is_in};
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::reading::Script;
use crate::route::{Batch, Route};
use crate::state::{Ask, Store, use_store};
use crate::text::print_toolbar::PrintWords;
use leptos::prelude::*;

fn words(store: Store) -> &'static PrintWords {
    PrintWords::of(store.lang())
}

fn word(read: fn(&PrintWords) -> &'static str) -> Says {
    let store = use_store();
    says(move || read(words(store)).to_owned())
}

fn group(name: fn(&PrintWords) -> &'static str) -> El {
    el("fieldset").class("switch").child(el("legend").says(word(name)))
}

/// The bar.
pub(super) fn toolbar(job: RwSignal<Job>) -> View {
    let store = use_store();
    let several = untrack(|| batch(store)).is_some();
    let blank = move |label, blank| {
        choice("print-boxes", word(label), is(move || is_blank(store) == blank), move || store.print_blank(blank))
    };
    let script = move |label, script| {
        choice("print-script", word(label), is(move || store.script() == script), move || store.choose_script(script))
    };
    let back = says(move || Route::List(store.last_view()).address(store.plan()));
    let other = says(move || {
        let blank = is_blank(store);
        let other = match store.route() {
            Route::Batch(_) => Route::Print(store.last_view(), blank),
            _ => Route::Batch(Batch { blank, ..Batch::default() }),
        };
        other.address(store.plan())
    });
    let print = button(word(|w| w.print), move || store.ask(Ask::Print)).class("button is-strong");
    let nothing = is(move || job.with(|job| job.is_working() || job.figures().2 == 0));
    let choices = el("div")
        .class("print-choices")
        .child(el("a").class("button").live("href", back).says(word(|w| w.back)))
        .child(el("a").class("button").live("href", other).says(word(if several { |w| w.one } else { |w| w.several })))
        .child(group(|w| w.boxes).child(blank(|w| w.filled, false)).child(blank(|w| w.blank, true)))
        .child(
            group(|w| w.text)
                .child(script(|w| w.record, Script::Record))
                .child(script(|w| w.simplified, Script::Simplified)),
        )
        .child(print.flag("disabled", nothing));
    el("div")
        .class("print-bar")
        .child(el("h2").class("sr-only").says(word(|w| w.preview)))
        .child(choices)
        .child(several.then(whose))
        .child(state(job, several))
        .view()
}

/// How far it is, what to set in the print dialogue, and what does not fit.
fn state(job: RwSignal<Job>, several: bool) -> View {
    let store = use_store();
    let figures = move || job.with(Job::figures);
    let sheets = says(move || {
        let (papers, laid_out, sheets, _) = figures();
        let sheets = (words(store).sheets)(sheets);
        if several { format!("{} · {sheets}", (words(store).laid_out)(laid_out, papers)) } else { sheets }
    });
    let stop = button(word(|w| w.stop), move || job.update(Job::stop));
    let too_tall = maybe(move || {
        let tall = figures().3;
        (tall > 0).then(|| el("strong").text((words(store).too_tall)(tall)).view())
    });
    el("p")
        .class("print-advice")
        .child(el("b").set("role", "status").says(sheets))
        .child(stop.flag("hidden", is(move || !several || !job.with(Job::is_working))))
        .child(el("span").says(word(|w| w.advice)))
        .child(too_tall)
        .view()
}

/// Whose checklists are in the job.
fn whose() -> View {
    let store = use_store();
    let parties: Vec<Party> = store.plan().parties().skip(1).collect();
    let quick = move |name, whose: fn(&Party) -> bool| {
        let choose = move || {
            let all = store.plan().parties().skip(1).filter(whose).collect::<Ordered<Party>>();
            choose(store, &all);
        };
        button(word(name), choose).view()
    };
    let one = move |party: Party| {
        let on = is(move || batch(store).is_some_and(|batch| is_in(&batch.parties, party)));
        let switch = move |on: bool| {
            let Some(batch) = untrack(|| batch(store)) else { return };
            let plan = store.plan();
            let chosen =
                plan.parties().skip(1).filter(|other| if *other == party { on } else { is_in(&batch.parties, *other) });
            choose(store, &chosen.collect());
        };
        let name = name_text(store.party_name(party), store.name_lang());
        let input = el("input").set("type", "checkbox").checked(on).switch(switch);
        el("label").class("choice").child(input).child(el("span").child(name)).view()
    };
    let duplex = el("input")
        .set("type", "checkbox")
        .checked(is(move || batch(store).is_some_and(|batch| batch.duplex)))
        .switch(move |on| store.change_batch(&|batch| batch.duplex = on));
    let quick = el("p")
        .class("actions")
        .child(quick(|w| w.everybody, |_| true))
        .child(quick(|w| w.units, |party| matches!(party, Party::Unit(_))))
        .child(quick(|w| w.localities, |party| matches!(party, Party::Locality(_))));
    let list = el("div").class("print-whose").children(parties.into_iter().map(one));
    let details = el("details").child(el("summary").says(word(|w| w.whose))).child(quick).child(list);
    let duplex = el("label").class("choice").child(duplex).child(el("span").says(word(|w| w.duplex)));
    el("div").class("print-batch").child(details).child(duplex).view()
}

/// Prints these; all of them are said by naming none. Somebody always is.
fn choose(store: Store, parties: &Ordered<Party>) {
    let all = parties.len() + 1 == store.plan().parties().count();
    if !parties.is_empty() {
        store.change_batch(&|batch| batch.parties = if all { Ordered::new() } else { parties.clone() });
    }
}
