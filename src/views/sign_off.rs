//! Signing off (銷號): what the reports on a measure say, and the question where they do not all say that it is done.

use super::answers::{word, words};
use super::live::{View, button, el, is, keyed, says};
use super::parts::mixed;
use crate::domain::ledger::MarkKey;
use crate::domain::mark::Field;
use crate::domain::plan::MeasureId;
use crate::domain::rollup::State;
use crate::state::{Command, Store};

/// What the reports say, and the control that signs off by it.
pub(super) fn sign_off(store: Store, id: MeasureId, no: &str) -> View {
    let is_asked = move || store.asking() == Some(id);
    let (answer, cell) = (format!("sign-{no}"), format!("c{no}"));
    let said = move || {
        let standing = store.standing(id);
        let states = &store.words().states;
        let others = [State::UnderWay, State::Behind, State::NotStarted, State::NotApplicable];
        let others = others.into_iter().map(|state| (states[state as usize], standing.reports.of(state)));
        let silent = (states[State::NotReported as usize], standing.asked.saturating_sub(standing.reported()));
        let all = others.chain([silent, (store.words().has_problem, problems(store, id))]);
        let said: Vec<String> = all.filter(|(_, n)| *n > 0).map(|(word, n)| format!("{word} {n}")).collect();
        (words(store).reports_say)(standing.reports.of(State::Done), standing.asked, &said.join(" · "))
    };
    let key = says(move || format!("{} {} {}", is_asked(), store.standing(id).ticked, said()));
    keyed(key, move || {
        let words = words(store);
        let standing = store.standing(id);
        let asked = is_asked();
        let (text, cell) = (said(), cell.clone());
        let text = el("p").child(mixed(store.lang(), &text, "zh"));
        let acts = if asked {
            store.command(Command::Focus(answer.clone()));
            vec![
                button(word(store, |w| w.not_yet), move || {
                    store.answer(id, false);
                    store.command(Command::Focus(cell.clone()));
                })
                .id(&answer),
                button(word(store, |w| w.sign_anyway), move || store.answer(id, true)).class("is-strong"),
            ]
        } else if standing.ticked {
            vec![button(word(store, |w| w.take_sign_off), move || store.tick(id, false))]
        } else {
            let sign = move || {
                if !store.asks_first(id) {
                    store.tick(id, true);
                }
            };
            vec![button(word(store, |w| w.sign_off), sign).class("is-strong")]
        };
        let only_reads = is(move || store.only_reads());
        let acts = acts.into_iter().map(|act| act.flag("disabled", only_reads.clone()).view());
        let question = asked.then(|| el("p").child(el("b").text(words.ask_sign_off)));
        let group = el("div").class("sign-off").class_if("is-asked", is(is_asked));
        let group = group.set("role", if asked { "alertdialog" } else { "group" }).set("aria-label", words.sign_off);
        group.child(text).child(question).child(el("div").class("actions").children(acts)).view()
    })
}

/// How many of those who are asked have a problem.
fn problems(store: Store, id: MeasureId) -> usize {
    let asked = store.asked(id);
    store.ledger(|ledger| {
        let has = |(key, mark): &&(MarkKey, crate::domain::mark::Mark)| {
            matches!(key, MarkKey::Placed(party, _) if asked.counts_with(*party, mark))
                && !mark.value(Field::Problem).is_empty()
        };
        ledger.said_of(id).iter().filter(has).count()
    })
}
