//! What passes between a unit and the coordinator beside the report itself: a report that is given back, a postponement that is asked for,
//! and that all is as in the round before.

use super::live::{El, TextFn, View, all, button, el, is, keyed, part, says};
use super::parts::mixed;
use crate::domain::calendar::{REPORT_DAYS, iso_date, iso_day, iso_to_day};
use crate::domain::ledger::{Change, MarkKey};
use crate::domain::mark::{Field, Mark, REFUSED};
use crate::domain::party::Party;
use crate::domain::plan::MeasureId;
use crate::domain::printed_day::Day;
use crate::domain::rounds::Rounds;
use crate::domain::settled::{Return, Wish};
use crate::state::Store;
use crate::text::year::YearWords;
use leptos::prelude::*;

/// The words of the year.
pub(super) fn words(store: Store) -> &'static YearWords {
    YearWords::of(store.lang())
}

/// A word of the year, in the current language.
pub(super) fn word(store: Store, read: fn(&YearWords) -> &'static str) -> TextFn {
    says(move || read(words(store)).to_owned())
}

fn own_mark(store: Store, id: MeasureId) -> Mark {
    let party = store.party();
    store.ledger(|ledger| ledger.mark(party, id).cloned().unwrap_or_default())
}

/// Above a unit's own report: why it was given back, and how it stands in the round.
pub(super) fn before(store: Store, id: MeasureId) -> View {
    all(vec![given_back(store, id), round(store, id)])
}

fn given_back(store: Store, id: MeasureId) -> View {
    let reason = move || own_mark(store, id).returned().map(|returned| returned.reason).unwrap_or_default();
    keyed(says(reason), move || {
        let reason = reason();
        let text = (words(store).given_back_note)(&reason);
        let note = el("p").class("given-back").set("role", "note").child(mixed(store.lang(), &text, "zh"));
        (!reason.is_empty()).then(|| note.view()).into()
    })
}

/// How the report stands in the round of today: made for it, of the round before, or missing.
fn round(store: Store, id: MeasureId) -> View {
    let of = move || {
        let rounds = store.ledger(Rounds::of);
        let round = rounds.at(store.today())?.clone();
        let mark = own_mark(store, id);
        // What was given back is to be reported anew, and not confirmed as it was.
        let stands = mark.status().filter(|_| mark.returned().is_none()).map(|_| round.counts(&mark));
        Some((round, stands))
    };
    let key = says(move || {
        of().map_or_else(String::new, |(round, stands)| format!("{} {}", round.id, stands.map_or(2, u8::from)))
    });
    keyed(key, move || {
        let Some((round, stands)) = of() else { return View::Nothing };
        let words = words(store);
        let due = iso_day(round.due.into());
        let said = match stands {
            None => words.round_missing,
            Some(true) => words.round_made,
            Some(false) => words.round_before,
        };
        let same = button(word(store, |w| w.same), move || {
            store.write(id, Field::Confirmed, iso_date(store.now()), false);
        });
        let text = (words.in_round)(&round.name, &due, said);
        el("p")
            .class("in-round")
            .child(el("span").child(mixed(store.lang(), &text, "zh")))
            .children((stands == Some(false)).then(|| same.view()))
            .view()
    })
}

/// Below a unit's own report: what it asks for.
pub(super) fn after(store: Store, id: MeasureId) -> View {
    let (day, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // It is put off: to a day after the one that holds.
    let after = move || store.due_day(id).unwrap_or(0).max(store.today());
    let (first, last) = (iso_day((untrack(after) + 1).into()), REPORT_DAYS[1]);
    let field = |label: fn(&YearWords) -> &'static str, input: El| {
        let label = word(store, label);
        el("label").class("field").child(el("span").class("label").says(label)).child(input)
    };
    let date = el("input").set("type", "date").set("min", &first).set("max", last);
    let date = date.value(says(move || day.get())).input(move |text| day.set(text));
    let why = el("input").set("type", "text").set("autocomplete", "off");
    let why = why.value(says(move || reason.get())).input(move |text| reason.set(text));
    let wish = move || {
        let reason = reason.get().trim().to_owned();
        let is_later = |day: &Day| *day > after() && !reason.is_empty();
        iso_to_day(&day.get()).filter(is_later).map(|day| Wish { day, reason })
    };
    let ask = button(word(store, |w| w.ask), move || {
        if let Some(wish) = untrack(wish) {
            store.write(id, Field::Postponement, wish.write(), false);
            day.set(String::new());
            reason.set(String::new());
        }
    });
    let stands = part(move || {
        let mark = own_mark(store, id);
        let words = words(store);
        let Some(wish) = mark.wish() else { return View::Nothing };
        let asked = (words.asked_until)(&iso_day(wish.day.into()), &wish.reason);
        let answer = match (mark.open_wish(), mark.granted(), mark.value(Field::Granted)) {
            (Some(_), ..) => words.not_answered.to_owned(),
            (_, Some(day), _) => {
                let first = store.first_day(id).map(|first| (words.at_first)(&iso_day(first.into())));
                (words.granted_until)(&iso_day(day.into())) + &first.unwrap_or_default()
            }
            (.., REFUSED) => words.refused.to_owned(),
            _ => String::new(),
        };
        let text = format!("{asked} {answer}");
        el("p").class("wish").child(mixed(store.lang(), &text, "zh")).view()
    });
    let open = word(store, |w| w.postponement);
    el("details")
        .class("postponement")
        .child(el("summary").says(open))
        .child(stands)
        .child(
            el("div")
                .class("report-line")
                .child(field(|w| w.until, date))
                .child(field(|w| w.reason, why))
                .child(ask.flag("disabled", is(move || wish().is_none()))),
        )
        .view()
}

/// Below the report of a party on the coordinator's list: gives it back with a reason, and answers what it asks for.
pub(super) fn answers(store: Store, party: Party, id: MeasureId, mark: &Mark) -> View {
    let words = words(store);
    let set = move |field: Field, value: String| {
        store.settle_for(vec![Change { key: MarkKey::Placed(party, id), field, value }]);
    };
    let returned = mark.returned().map(|returned| {
        let text = (words.given_back_because)(&returned.reason);
        let take = button(word(store, |w| w.take_return), move || {
            set(Field::Returned, String::new());
        });
        el("p").class("given-back").child(mixed(store.lang(), &text, "zh")).child(take).view()
    });
    let wish = mark.open_wish().map(|wish| {
        let day = iso_day(wish.day.into());
        let text = (words.asked_until)(&day, &wish.reason);
        let grant = button(word(store, |w| w.grant), move || {
            set(Field::Granted, day.clone());
        });
        let refuse = button(word(store, |w| w.refuse), move || {
            set(Field::Granted, REFUSED.to_owned());
        });
        el("p").class("wish").child(mixed(store.lang(), &text, "zh")).child(grant).child(refuse).view()
    });
    let can_return = mark.status().is_some() && mark.returned().is_none();
    let give_back = can_return.then(|| {
        let (reason, edition) = (RwSignal::new(String::new()), mark.edition());
        let input = el("input")
            .set("type", "text")
            .set("autocomplete", "off")
            .live("aria-label", word(store, |w| w.return_reason))
            .live("placeholder", word(store, |w| w.return_reason))
            .value(says(move || reason.get()))
            .input(move |text| reason.set(text));
        let act = button(word(store, |w| w.give_back), move || {
            let reason = reason.get_untracked();
            set(Field::Returned, Return { of: edition, reason }.write());
        });
        let empty = is(move || reason.get().trim().is_empty());
        el("details")
            .class("give-back")
            .child(el("summary").text(words.give_back))
            .child(el("div").class("report-line").child(input).child(act.flag("disabled", empty)))
            .view()
    });
    all(returned.into_iter().chain(wish).chain(give_back).collect())
}
