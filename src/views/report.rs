//! The report of the open party on a measure, opened under its row; for the coordinator, with the reports of the others.

use super::answers;
use super::english::{counted, words as in_words};
use super::live::{El, View, all, button, el, is, keyed, lazy_word, part, says, word};
use super::parts::{choice, labelled, mixed, name_text, state_chip};
use super::sign_off::sign_off;
use crate::domain::calendar::REPORT_DAYS;
use crate::domain::ledger::MarkKey;
use crate::domain::mark::{Field, Mark, Status, Version};
use crate::domain::party::Party;
use crate::domain::plan::{Measure, MeasureId};
use crate::domain::progress::{is_below_zero, number};
use crate::domain::rollup::State;
use crate::domain::version::Stamp;
use crate::state::{Command, Store, use_store};
use crate::text::Words;
use crate::text::year::YearWords;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The report on a measure: status, actual values and texts, each kept as it is typed.
pub fn report(measure: &Measure) -> View {
    let store = use_store();
    let id = measure.id;
    let no = store.plan().label(id);
    let whole = untrack(|| store.party()) == Party::Coordinator;
    let no_text = no.to_string();
    let only_reads = is(move || store.only_reads());
    let address = store.place_address(&format!("m{no_text}"));
    let copies = button(word(|w| w.copy_link), move || store.command(Command::Copy(address.clone()))).class("link");
    let small = el("div").class("report-line").children(actuals(store, measure)).child(day(id));
    el("div")
        .class("report")
        .id(&format!("r{no}"))
        .set("role", "group")
        .live("aria-label", says(move || format!("{} {no}", store.words().report)))
        .child(whole.then(|| sign_off(store, id, &no_text)))
        .child(
            el("fieldset")
                .class("fields")
                .flag("disabled", only_reads)
                .child(whole.then(|| reports(store, id)))
                .child((!whole).then(|| closed(store, id)))
                .child((!whole).then(|| answers::before(store, id)))
                .child(status(id))
                .child(small)
                .child(area(id, Field::Progress))
                .child(area(id, Field::Problem))
                .child(area(id, Field::NextStep))
                .child((!whole).then(|| answers::after(store, id))),
        )
        .child(history(store, id))
        .child(el("p").child(copies))
        .view()
}

/// The choice of a status, or of none.
fn status(id: MeasureId) -> View {
    let store = use_store();
    let group = format!("s{id}");
    let chosen = move || Status::of_key(&store.value(id, Field::Status));
    let of = |status: Option<Status>| {
        let label = says(move || status_word(store.words(), store.party(), status).to_owned());
        let key = status.map_or("", Status::key);
        let choose = move || store.write(id, Field::Status, key.to_owned(), false);
        // Where the coordinator is asked first, nothing is chosen yet.
        let asks = move |event: leptos::ev::Event| {
            if status == Some(Status::Done) && store.asks_first(id) {
                event.prevent_default();
            }
        };
        choice(&group, label, is(move || chosen() == status), choose).on("click", asks).view()
    };
    let choices = std::iter::once(None).chain(Status::ALL.map(Some)).map(of);
    // Texts without a status are no report yet, and a person must notice that.
    let silent = move || {
        let party = store.party();
        let says_more = store.ledger(|ledger| ledger.mark(party, id).is_some_and(|mark| !mark.is_empty()));
        says_more && chosen().is_none()
    };
    let none = keyed(says(move || silent().to_string()), move || {
        silent().then(|| el("p").class("hint").says(lazy_word(|w| w.no_status)).view()).into()
    });
    let legend = el("legend").says(lazy_word(|w| w.fields.status.full));
    el("fieldset").class("switch").child(legend).children(choices).child(none).view()
}

/// The word for a status, or for none: done for a unit is signed off for the coordinator.
fn status_word(words: &Words, party: Party, status: Option<Status>) -> &'static str {
    match status {
        None if party == Party::Coordinator => words.not_signed_off,
        None => words.states[State::NotReported as usize],
        Some(Status::Done) if party != Party::Coordinator => words.done,
        Some(Status::Done) => words.states[State::SignedOff as usize],
        Some(status) => words.states[State::from(status) as usize],
    }
}

/// An input for a field of the mark, with its label; everything typed is kept at once.
fn field(input: El, id: MeasureId, field: Field, label: View) -> El {
    let store = use_store();
    let input = input
        .value(says(move || store.value(id, field)))
        .input(move |text| {
            if proposes(store, id, field, &text) {
                store.write_proposing(id, field, text, Status::UnderWay);
            } else {
                store.write(id, field, text, true);
            }
        })
        .choose(move |_| store.settle_writing());
    // An input cannot grow on paper, so its value is repeated there as text.
    let printed = el("span").class("on-paper").says(says(move || store.value(id, field)));
    el("label").class("field").child(el("span").class("label").child(label)).child(input).child(printed)
}

/// Whether these are the first words on a unit's progress: they propose that it is under way, which can be seen and changed at once. The
/// coordinator's own word would be the measure's, so for it nothing is proposed.
fn proposes(store: Store, id: MeasureId, field: Field, text: &str) -> bool {
    let is_first =
        || [Field::Status, Field::Progress].iter().all(|field| untrack(|| store.value(id, *field)).is_empty());
    field == Field::Progress && !text.trim().is_empty() && untrack(|| store.party()) != Party::Coordinator && is_first()
}

fn area(id: MeasureId, what: Field) -> View {
    let store = use_store();
    let name = says(move || store.lazy_words().fields.of(what).full.to_owned());
    field(el("textarea").set("rows", "2"), id, what, View::LiveText(name)).view()
}

/// A day is typed without a pause longer than this, in milliseconds.
const BURST: u64 = 1_000;

fn day(id: MeasureId) -> View {
    let store = use_store();
    // Whoever types the year 2026 passes by 0002, 0020 and 0202, and may go on to 20261; no plan that is reported on here
    // is of another century. Where there are no fields for dates, the pattern says it.
    let [first, last] = REPORT_DAYS;
    let input = el("input").set("type", "date").set("min", first).set("max", last);
    let input = input.set("pattern", "20[0-9]{2}-[0-9]{2}-[0-9]{2}");
    // While one day is typed over another, the input passes through days that nobody means: 02/30 through 02/03. If the input
    // is left without a valid date, the value from before is restored.
    let entered = Rc::new(RefCell::new(String::new()));
    let refused = RwSignal::new(false);
    // Who stays in the field and types on after a pause means another day: then the one before it is kept.
    let typed = Rc::new(Cell::new(0));
    let (before, now, last) = (entered.clone(), move || store.value(id, Field::Date), typed.clone());
    let input = input.on("focusin", move |_| {
        before.replace(untrack(now));
        last.set(store.now());
    });
    let before = entered.clone();
    let input = input.on("input", move |_| {
        if store.now().abs_diff(typed.replace(store.now())) > BURST {
            before.replace(untrack(now));
        }
    });
    let input = input.on("focusout", move |event| {
        let kept = untrack(now);
        let is_kept = event_target_value(&event) == kept;
        refused.set(!is_kept);
        if !is_kept && *entered.borrow() != kept {
            store.write(id, Field::Date, entered.take(), true);
            store.settle_writing();
        }
    });
    // The other hint is shown by the styles: the page is not told of a half-typed day.
    let hint = el("span").class("hint date-hint").class_if("is-refused", is(move || refused.get()));
    let hint = hint.says(lazy_word(|w| w.no_such_day));
    field(input, id, Field::Date, View::LiveText(lazy_word(|w| w.fields.date.full))).child(hint).view()
}

/// An input for the actual value of each target.
fn actuals(store: Store, measure: &Measure) -> Vec<View> {
    let id = measure.id;
    let one = |(place, target): (usize, &crate::domain::plan::Target)| {
        let what = Field::Actual(u16::try_from(place + 1).unwrap_or(u16::MAX));
        let (whole, unit) = (measure.clone(), target.unit.clone());
        let (set, set_unit) = (target.clone(), unit.clone());
        let of = part(move || {
            let of = counted(store, &whole, place, "");
            all(vec![View::Text("（".into()), of.view(), View::Text("）".into())])
        });
        let label = all(vec![View::LiveText(lazy_word(|w| w.fields.actual.full)), of.into()]);
        let input = el("input").set("type", "text").set("inputmode", "decimal").set("autocomplete", "off");
        let hint = says(move || {
            let value = store.value(id, what);
            let words = store.lazy_words();
            match number(&value) {
                None if value.is_empty() => String::new(),
                None if is_below_zero(&value) => words.below_zero.to_owned(),
                None => words.no_number.to_owned(),
                // 9600 where 9千人 is set: the person probably counted in another unit.
                Some(value) if set.is_far_above(value) => {
                    let english = store.reading_in_english().and_then(|reading| reading.plain(&set_unit));
                    (words.check_unit)(&english.map_or_else(|| store.in_own_script(&set_unit), str::to_owned))
                }
                Some(_) => String::new(),
            }
        });
        let junk = keyed(hint.clone(), move || {
            let hint = hint();
            let drawn = || el("span").class("hint").child(mixed(store.lang(), &hint, "zh-Hant")).view();
            (!hint.is_empty()).then(drawn).into()
        });
        let unit = el("span").class("unit").child(part(move || in_words(store, &unit).view()));
        field(input, id, what, label).child(unit).child(junk).view()
    };
    measure.targets.iter().enumerate().map(one).collect()
}

/// A note that the coordinator has signed the measure off.
fn closed(store: Store, id: MeasureId) -> View {
    let closed = move || store.standing(id).state == State::SignedOff;
    keyed(says(move || closed().to_string()), move || {
        closed().then(|| el("p").class("signed-off").says(lazy_word(|w| w.signed_off_note)).view()).into()
    })
}

/// Who has reported what, and who has not. Drawn again when one of these parties reports, not while the coordinator types.
fn reports(store: Store, id: MeasureId) -> View {
    let asked = store.asked(id);
    let said = says(move || {
        let mut said = store.lang().tag().to_owned();
        store.ledger(|ledger| {
            for (key, mark) in ledger.said_of(id) {
                let (kind, i) = match key {
                    MarkKey::Placed(Party::Unit(i), _) => ('u', i),
                    MarkKey::Placed(Party::Locality(i), _) => ('l', i),
                    _ => continue,
                };
                for version in mark.fields().iter().filter_map(|(_, versions)| versions.first()) {
                    said = format!("{said} {kind}{i}:{}.{}", version.stamp.at, version.stamp.count);
                }
            }
        });
        said
    });
    keyed(said, move || {
        let words = store.lazy_words();
        let standing = store.standing(id);
        let said = store.ledger(|ledger| ledger.said_of(id).to_vec());
        let silent = asked.silent(&said);
        let mut rows = Vec::new();
        for (key, mark) in &said {
            if let MarkKey::Placed(party, _) = key
                && asked.counts_with(*party, mark)
                && !mark.is_empty()
            {
                rows.push(report_row(store, *party, id, mark));
            }
        }
        let names =
            silent.iter().map(|party| el("li").child(name_text(store.party_name(*party), store.name_lang())).view());
        let silent = (!silent.is_empty()).then(|| {
            el("div")
                .class("silent")
                .child(el("span").class("label").text(words.silent))
                .child(el("ul").children(names))
        });
        let title = el("p").class("label").text((words.reported_of)(standing.reported(), standing.asked));
        let list = (!rows.is_empty()).then(|| el("ul").class("reports").children(rows));
        el("div").child(title).child(list).child(silent).view()
    })
}

/// The report of one party.
fn report_row(store: Store, party: Party, id: MeasureId, mark: &Mark) -> View {
    let words = store.words();
    let state = mark.status().map_or(State::NotReported, State::from);
    // What is settled, asked for and confirmed is told below.
    let is_word =
        |field: Field| !field.is_settled() && !matches!(field, Field::Status | Field::Confirmed | Field::Postponement);
    let fields = mark.fields().iter().filter(|(field, _)| is_word(*field) && !mark.value(*field).is_empty());
    let said = fields.map(|(field, _)| labelled(store.lang(), &field_name(store, *field), mark.value(*field)));
    let state = state_chip(words, state);
    let name = el("b").child(name_text(store.party_name(party), store.name_lang()));
    let date = el("span").class("figures").text(store.day_said(mark.said()));
    el("li")
        .child(el("p").child(name).text(" ").child(state).text(" ").child(date))
        .children(said)
        .child(answers::answers(store, party, id, mark))
        .view()
}

/// The name of a field.
pub(super) fn field_name(store: Store, field: Field) -> String {
    store.lazy_words().fields.name(field)
}

/// What a field says, in words: a status by its name, nothing as that. A status that this program does not know is what it is.
pub(super) fn value_text(store: Store, party: Party, field: Field, value: &str) -> &str {
    match field {
        Field::Status if !value.is_empty() && Status::of_key(value).is_none() => value,
        Field::Status => status_word(store.words(), party, Status::of_key(value)),
        _ if value.is_empty() => store.lazy_words().emptied,
        _ => YearWords::of(store.lang()).value(field, value).unwrap_or(value),
    }
}

/// The history of a measure: what changed, when, and by which party, the newest first.
fn history(store: Store, id: MeasureId) -> View {
    let nothing = is(move || store.ledger(|ledger| ledger.said_of(id).is_empty()));
    el("details")
        .class("history")
        .flag("hidden", nothing)
        .child(el("summary").says(lazy_word(|w| w.history)))
        .child(el("ul").child(keyed(says(move || changes(store, id).concat().concat()), move || {
            let row = |[day, change]: [String; 2]| {
                el("li")
                    .child(el("span").class("figures").text(day))
                    .text(" ")
                    .child(mixed(store.lang(), &change, "zh"))
                    .view()
            };
            all(changes(store, id).into_iter().map(row).collect())
        })))
        .view()
}

/// Each change, as the day on which it was said and what it says: in the order in which they came after one another, whatever clocks show.
fn changes(store: Store, id: MeasureId) -> Vec<[String; 2]> {
    let mut rows: Vec<(Stamp, [String; 2])> = Vec::new();
    let YearWords { colon, brackets: [before, behind], .. } = YearWords::of(store.lang());
    for (key, mark) in store.ledger(|ledger| ledger.said_of(id).to_vec()) {
        let MarkKey::Placed(party, _) = key else { continue };
        for (field, Version { stamp, said, value, .. }) in mark.sayings() {
            let value = value_text(store, party, field, value);
            let (who, what) = (store.party_label(party), field_name(store, field));
            // What is settled for a party is said by the coordinator.
            let change = if field.is_settled() && party != Party::Coordinator {
                format!("{} · {what}{before}{who}{behind}{colon}{value}", store.party_label(Party::Coordinator))
            } else {
                format!("{who} · {what}{colon}{value}")
            };
            rows.insert(rows.partition_point(|(other, _)| other >= stamp), (*stamp, [store.day_said(*said), change]));
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}
