//! The choices for papers, in a bar above them that is not printed.

use super::live::{BoolFn, Dynamic, El, TextFn, View, all, button, el, is, keyed, maybe, part, says, text_lang};
use super::parts::{choice, mixed, name_text};
use super::print_job::{Browser, Job};
use super::print_papers::is_in;
use super::print_state::Then;
use crate::domain::calendar::iso_day;
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::script::Rendition;
use crate::print::breakdown::{COLUMNS, MEASURES, PLANNED};
use crate::route::{ListView, PaperKind, Print, Route};
use crate::state::{Command, Store, use_store};
use crate::text::paper::PaperWords;
use crate::text::print_toolbar::PrintWords;
use crate::text::year::YearWords;
use leptos::prelude::*;

fn words(store: Store) -> &'static PrintWords {
    PrintWords::of(store.lang())
}

fn word(read: fn(&PrintWords) -> &'static str) -> TextFn {
    let store = use_store();
    says(move || read(words(store)).to_owned())
}

fn group(name: fn(&PrintWords) -> &'static str) -> El {
    el("fieldset").class("switch").child(el("legend").says(word(name)))
}

/// The bar. Its choices depend on the kind of paper. `number` is that of the first paper that an office issues.
pub fn toolbar(job: RwSignal<Job>, number: RwSignal<String>, browser: Browser, then: Then) -> View {
    let store = use_store();
    let print_of = move || store.print().unwrap_or_default();
    let blank = move |label, blank| {
        let change = move || store.change_print(&|print| print.blank = blank);
        choice("print-boxes", word(label), is(move || print_of().blank == blank), change)
    };
    let rendition = move |label, rendition| {
        choice("print-script", word(label), is(move || store.rendition() == rendition), move || {
            store.choose_rendition(rendition);
        })
    };
    let back = says(move || store.address(&Route::List(store.last_view())));
    let print = button(word(|w| w.print), move || store.command(Command::Print)).class("button is-strong");
    let nothing = is(move || job.with(|job| job.is_working() || job.sheets == 0));
    let top = el("div")
        .class("print-choices")
        .child(el("a").class("button").live("href", back).says(word(|w| w.back)))
        .child(kinds(browser))
        .child(print.flag("disabled", nothing));
    let kind_of = Memo::new(move |_| print_of().kind);
    let kind = says(move || (kind_of.get() as u8).to_string());
    // A receipt has nothing to be left empty.
    let boxes = maybe(move || {
        let group = || group(|w| w.boxes).child(blank(|w| w.filled, false)).child(blank(|w| w.blank, true)).view();
        (kind_of.get() != PaperKind::Receipts).then(group)
    });
    let choices = el("div")
        .class("print-choices")
        .child(boxes)
        .child(store.plan().has_reading().then(|| {
            group(|w| w.text)
                .child(rendition(|w| w.record, Rendition::Record))
                .child(rendition(|w| w.simplified, Rendition::Simplified))
                .child(
                    store
                        .plan()
                        .has(Rendition::Traditional)
                        .then(|| rendition(|w| w.traditional, Rendition::Traditional)),
                )
        }))
        .child(keyed(kind, move || match untrack(print_of).kind {
            PaperKind::Reminders => all(vec![number_field(number), whose(PaperKind::Reminders, browser)]),
            kind @ (PaperKind::Batch | PaperKind::Receipts) => whose(kind, browser),
            PaperKind::Circular => number_field(number),
            PaperKind::Table => table(),
            PaperKind::Checklist | PaperKind::Report | PaperKind::Text => View::Nothing,
        }));
    el("div")
        .class("print-bar")
        .child(el("h2").class("sr-only").says(word(|w| w.preview)))
        .child(top)
        .child(choices)
        .child(of_round(then))
        .child(state(job, then))
        .view()
}

/// Where the number is typed. Papers are made anew when it is left, not at each key.
fn number_field(number: RwSignal<String>) -> View {
    let input = el("input")
        .set("type", "text")
        .set("autocomplete", "off")
        .set("maxlength", "40")
        .live("placeholder", word(|w| w.number_hint))
        .set("value", &number.get_untracked())
        .choose(move |text| number.set(text));
    let label = el("span").class("label").says(word(|w| w.number));
    el("label").class("field print-number").child(label).child(input).view()
}

/// Which closed round the papers are of, or why there are none, with the way back to those of today.
fn of_round(then: Then) -> Dynamic {
    let store = use_store();
    part(move || {
        let Some(then) = then.get() else { return View::Nothing };
        let words = words(store);
        let (role, text) = match &then {
            Ok(closed) => ("status", (words.of_round)(&closed.round.name, &iso_day(closed.day.into()))),
            Err(why) => {
                let [round, why] = why.words(YearWords::of(store.lang()));
                ("alert", (words.no_round)(&round, &why))
            }
        };
        let print = Print { round: String::new(), ..store.print().unwrap_or_default() };
        let today = store.address(&Route::Print(print));
        el("p")
            .class("print-advice")
            .child(el("strong").set("role", role).child(mixed(store.lang(), &text, "zh")))
            .child(el("a").class("button").set("href", &today).text(words.of_today))
            .view()
    })
}

/// The choice of the kind of paper.
fn kinds(browser: Browser) -> View {
    let store = use_store();
    let link = move |kind: PaperKind| {
        let address = says(move || {
            let before = store.print().unwrap_or_default();
            let mut view = store.last_view();
            match kind {
                PaperKind::Receipts => view = ListView::default(),
                kind if kind.is_of_whole() => view.party = Party::Coordinator,
                _ => {}
            }
            let round = if kind == PaperKind::Receipts { String::new() } else { before.round };
            // A full text stays blank unless a person asks for the reports in it.
            let blank = kind == PaperKind::Text || before.blank && before.kind != PaperKind::Text;
            store.address(&Route::Print(Print { kind, view, blank, round, ..Print::default() }))
        });
        let is_it = move || store.print().unwrap_or_default().kind == kind;
        let current = says(move || if is_it() { "page" } else { "false" }.to_owned());
        let name = says(move || words(store).kinds[kind as usize].to_owned());
        el("a").live("href", address).live("aria-current", current).says(name).view()
    };
    // Receipts only where files were brought in.
    let is_there = move |kind: &PaperKind| {
        let is_open = || untrack(|| store.print()).is_some_and(|print| print.kind == *kind);
        *kind != PaperKind::Receipts || is_open() || reported(store, browser).next().is_some()
    };
    let kinds = PaperKind::ALL.into_iter().filter(is_there);
    el("nav").class("print-kinds").live("aria-label", word(|w| w.kind)).children(kinds.map(link)).view()
}

/// How far the job is, what to set in the print dialogue, and which blocks do not fit a sheet.
fn state(job: RwSignal<Job>, then: Then) -> View {
    let store = use_store();
    let sheets = says(move || {
        let Job { papers, laid_out, sheets, several, .. } = job.get();
        let sheets = (words(store).sheets)(sheets);
        if several { format!("{} · {sheets}", (words(store).laid_out)(laid_out.min(papers), papers)) } else { sheets }
    });
    let stop = button(word(|w| w.stop), move || job.update(Job::stop));
    let advice = says(move || {
        let print = store.print().unwrap_or_default();
        (words(store).advice)(if print.large && print.kind == PaperKind::Table { "A3" } else { "A4" })
    });
    let too_tall = maybe(move || {
        let tall = job.with(|job| job.tall);
        (tall > 0).then(|| el("strong").text((words(store).too_tall)(tall)).view())
    });
    let nobody = maybe(move || {
        let is_read = |print: &Print| print.kind == PaperKind::Reminders && print.view.filter.unknown.is_empty();
        let urges = store.print().is_some_and(|print| is_read(&print));
        let has_state = then.with(|then| !matches!(then, Some(Err(_))));
        (urges && has_state && job.with(|job| job.papers == 0))
            .then(|| el("strong").text(words(store).nobody_urged).view())
    });
    el("p")
        .class("print-advice")
        .child(el("b").set("role", "status").says(sheets))
        .child(stop.flag("hidden", is(move || job.with(|job| !job.several || !job.is_working()))))
        .child(el("span").says(advice))
        .child(too_tall)
        .child(nobody)
        .view()
}

/// A checkbox for one choice of what is printed.
fn tick(name: TextFn, on: fn(&mut Print) -> &mut bool) -> View {
    let store = use_store();
    let is_on = is(move || store.print().is_some_and(|mut print| *on(&mut print)));
    check(name, is_on, move |yes| store.change_print(&|print| *on(print) = yes))
}

fn check(name: TextFn, on: BoolFn, switch: impl FnMut(bool) + 'static) -> View {
    let input = el("input").set("type", "checkbox").checked(on).switch(switch);
    el("label").class("choice").child(input).child(el("span").says(name)).view()
}

/// The choices for a table: its size and its columns.
fn table() -> View {
    let store = use_store();
    let size = move |name: &'static str, large: bool| {
        let is_it = is(move || store.print().unwrap_or_default().large == large);
        let change = move || store.change_print(&|print| print.large = large);
        choice("print-size", says(move || name.to_owned()), is_it, change)
    };
    let column = move |place: u16| {
        let name = says(move || PaperWords::of(store.text_script()).columns[usize::from(place)].to_owned());
        let on = is(move || !store.print().unwrap_or_default().without.contains(&place));
        let switch = move |on: bool| {
            store.change_print(&|print| {
                if on {
                    print.without.remove(&place);
                } else {
                    print.without.insert(place);
                }
            });
        };
        check(name, on, switch)
    };
    let reporting = move || store.print().is_some_and(|print| print.reporting);
    let columns = keyed(says(move || reporting().to_string()), move || {
        let count = if untrack(reporting) { COLUMNS } else { PLANNED };
        all((0..count).filter(|place| *place != MEASURES).map(column).collect())
    });
    let columns = el("div").class("print-whose").live("lang", text_lang()).child(columns);
    let details = el("details").child(el("summary").says(word(|w| w.columns))).child(columns);
    el("div")
        .class("print-batch")
        .child(group(|w| w.size).child(size("A4", false)).child(size("A3", true)))
        .child(tick(word(|w| w.reporting), |print| &mut print.reporting))
        .child(details)
        .view()
}

/// The parties that stand in receipts, in the order of the plan.
fn reported(store: Store, browser: Browser) -> impl Iterator<Item = Party> {
    let plan = store.plan();
    let (receipts, _) = (browser.receipts)(store);
    let from: Ordered<Party> = receipts
        .all()
        .iter()
        .filter(|receipt| receipt.stands())
        .filter_map(|receipt| plan.party_of_key(receipt.from.as_deref()?))
        .collect();
    let parties: Vec<Party> = plan.parties().filter(|party| from.contains(party)).collect();
    parties.into_iter()
}

/// The choice of the parties whose papers are in a job of this kind.
fn whose(kind: PaperKind, browser: Browser) -> View {
    let store = use_store();
    let parties: Vec<Party> = if kind == PaperKind::Receipts {
        reported(store, browser).collect()
    } else {
        store.plan().parties().skip(1).collect()
    };
    let of_all = StoredValue::new(parties.iter().copied().collect::<Ordered<Party>>());
    let quick = move |name, whose: fn(&Party) -> bool| {
        let choose = move || {
            let all = of_all.get_value();
            choose(store, &all.iter().copied().filter(whose).collect(), &all);
        };
        button(word(name), choose).view()
    };
    let one = move |party: Party| {
        let on = is(move || store.print().is_some_and(|print| is_in(&print.whose, party)));
        let switch = move |on: bool| {
            let Some(print) = untrack(|| store.print()) else { return };
            let all = of_all.get_value();
            let is_chosen = |other: &Party| if *other == party { on } else { is_in(&print.whose, *other) };
            choose(store, &all.iter().copied().filter(is_chosen).collect(), &all);
        };
        let name = name_text(store.party_name(party), store.name_lang());
        let input = el("input").set("type", "checkbox").checked(on).switch(switch);
        el("label").class("choice").child(input).child(el("span").child(name)).view()
    };
    // Nobody of all: the coordinator, who is none of them.
    let nobody = move || store.change_print(&|print| print.whose = std::iter::once(Party::Coordinator).collect());
    let quick_none = button(word(|w| w.nobody), nobody);
    let turn = move || {
        let Some(print) = untrack(|| store.print()) else { return };
        let all = of_all.get_value();
        let others: Ordered<Party> = all.iter().copied().filter(|party| !is_in(&print.whose, *party)).collect();
        if others.is_empty() { nobody() } else { choose(store, &others, &all) }
    };
    let quick = el("p")
        .class("actions")
        .child(quick(|w| w.everybody, |_| true))
        .child(quick_none)
        .child(button(word(|w| w.turned), turn))
        .child(quick(|w| w.units, |party| matches!(party, Party::Unit(_))))
        .child(quick(|w| w.localities, |party| matches!(party, Party::Locality(_))));
    let list = el("div").class("print-whose").children(parties.into_iter().map(one));
    let summary = word(match kind {
        PaperKind::Receipts => |w| w.whose_receipts,
        PaperKind::Reminders => |w| w.whose_reminders,
        _ => |w| w.whose,
    });
    let details = el("details").child(el("summary").says(summary)).child(quick).child(list);
    let duplex = tick(word(|w| w.duplex), |print| &mut print.duplex);
    let table = (kind == PaperKind::Batch).then(|| tick(word(|w| w.with_table), |print| &mut print.with_table));
    el("div").class("print-batch").child(details).child(duplex).child(table).view()
}

/// Prints what is of these parties, of all that could be. No parties in the route mean all, so an empty choice is ignored.
fn choose(store: Store, parties: &Ordered<Party>, all: &Ordered<Party>) {
    if !parties.is_empty() {
        store.change_print(&|print| {
            print.whose = if parties == all { Ordered::new() } else { parties.clone() };
            print.receipt.clear();
            print.view.filter.unknown.retain(|part| !part.starts_with("of"));
        });
    }
}
