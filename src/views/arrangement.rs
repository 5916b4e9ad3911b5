//! The arrangement: who leads, supports or is not concerned, measure by measure, and by when each is due. It begins with what the plan
//! says; many rows can be set at once.

use super::answers::{word, words};
use super::english::line;
use super::list_notes::coordinators;
use super::live::{View, all, button, el, is, keyed, part, says};
use super::parts::name_text;
use crate::domain::arrangement::duty;
use crate::domain::calendar::{REPORT_DAYS, iso_to_day};
use crate::domain::ledger::{Change, MarkKey};
use crate::domain::mark::{Adding, Duty, Field};
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::{Measure, MeasureId, Role, Task};
use crate::domain::rollup::Asked;
use crate::state::{Store, use_store};
use crate::text::year::YearWords;
use leptos::prelude::*;

/// The arrangement of the plan.
pub fn arrangement() -> View {
    let store = use_store();
    let chosen = RwSignal::new(Ordered::<MeasureId>::new());
    let whose = RwSignal::new(Ordered::<Party>::new());
    let plan = store.plan();
    let tasks = plan.tasks.iter().enumerate().map(|(i, task)| task_rows(store, chosen, i, task)).collect();
    el("main")
        .id("list")
        .class("overview arrangement")
        .set("tabindex", "-1")
        .child(el("h2").says(says(move || store.words().arrangement.to_owned())))
        .child(el("p").class("hint").says(word(store, |w| w.arrangement_text)))
        .child(coordinators(store, all(vec![at_once(store, chosen, whose), all(tasks)])))
        .view()
}

/// What is set in all chosen rows at once: a duty for the chosen bodies, or a day.
fn at_once(store: Store, chosen: RwSignal<Ordered<MeasureId>>, whose: RwSignal<Ordered<Party>>) -> View {
    let none = is(move || chosen.with(Ordered::is_empty));
    let nobody = is(move || chosen.with(Ordered::is_empty) || whose.with(Ordered::is_empty));
    let set = move |field: Field, value: &str, parties: &[Party]| {
        let ids = untrack(|| chosen.get());
        let change = |party: &Party| {
            let of = |id: &MeasureId| Change { key: MarkKey::Placed(*party, *id), field, value: value.to_owned() };
            ids.iter().map(of).collect::<Vec<_>>()
        };
        store.settle_for(parties.iter().flat_map(change).collect());
    };
    let duty_button = |duty: Option<Duty>| {
        let name = says(move || {
            let words = YearWords::of(store.lang());
            duty.map_or(words.as_printed, |duty| words.duties[duty as usize]).to_owned()
        });
        button(name, move || {
            let parties: Vec<Party> = whose.with_untracked(|whose| whose.iter().copied().collect());
            set(Field::Duty, duty.map_or("", Duty::key), &parties);
        })
        .flag("disabled", nobody.clone())
        .view()
    };
    let duties = Duty::ALL.map(Some).into_iter().chain([None]).map(duty_button);
    let day = RwSignal::new(String::new());
    let [first, last] = REPORT_DAYS;
    let date = el("input").set("type", "date").set("min", first).set("max", last);
    let date = date.value(says(move || day.get())).input(move |text| day.set(text));
    let no_day =
        is(move || chosen.with(Ordered::is_empty) || !day.get().is_empty() && iso_to_day(&day.get()).is_none());
    let set_day = button(word(store, |w| w.set_due), move || {
        set(Field::Due, &day.get_untracked(), &[Party::Coordinator]);
    });
    let due = el("label")
        .class("field")
        .child(el("span").class("label").says(says(move || store.lazy_words().fields.due.full.to_owned())))
        .child(date);
    let count = says(move || (YearWords::of(store.lang()).chosen)(chosen.with(Ordered::len)));
    let clear = button(word(store, |w| w.choose_none), move || chosen.update(Ordered::clear));
    el("div")
        .class("at-once")
        .child(el("p").class("figures").set("role", "status").says(count))
        .child(el("div").class("report-line").child(bodies(store, chosen, whose)).children(duties))
        .child(
            el("div")
                .class("report-line")
                .child(due)
                .child(set_day.flag("disabled", no_day))
                .child(clear.flag("disabled", none)),
        )
        .view()
}

/// The bodies for whom a duty is set, under a fold that says who is chosen; those whom the plan names for the chosen rows can be chosen
/// with one press.
fn bodies(store: Store, chosen: RwSignal<Ordered<MeasureId>>, whose: RwSignal<Ordered<Party>>) -> View {
    let plan = store.plan();
    let of_rows = move || {
        let plan = store.plan();
        let ids = untrack(|| chosen.get());
        let tasks = plan.tasks.iter().filter(|task| task.measures.iter().any(|measure| ids.contains(&measure.id)));
        whose.set(tasks.flat_map(|task| Asked::of(&plan, task).parties.iter().copied().collect::<Vec<_>>()).collect());
    };
    let said = says(move || {
        let names: Vec<String> = whose.with(|whose| whose.iter().map(|party| store.party_label(*party)).collect());
        (words(store).for_bodies)(&names)
    });
    let one = |party: Party| {
        let on = is(move || whose.with(|whose| whose.contains(&party)));
        let switch = move |on: bool| {
            whose.update(|whose| _ = if on { whose.insert(party) } else { whose.remove(&party) });
        };
        let name = part(move || name_text(store.party_name(party), store.name_lang()));
        let input = el("input").set("type", "checkbox").checked(on).switch(switch);
        el("label").class("choice").child(input).child(el("span").child(name)).view()
    };
    let quick = el("p")
        .class("actions")
        .child(
            button(word(store, |w| w.of_chosen), of_rows).flag("disabled", is(move || chosen.with(Ordered::is_empty))),
        )
        .child(button(word(store, |w| w.choose_none), move || whose.update(Ordered::clear)));
    let list = el("div").class("print-whose").children(plan.parties().skip(1).map(one));
    el("details")
        .class("arranged-for")
        .child(el("summary").says(said))
        .child(el("div").class("arranged-bodies").child(quick).child(list))
        .view()
}

/// The rows of a task: each measure with who has what to do, after a box that chooses all of them.
fn task_rows(store: Store, chosen: RwSignal<Ordered<MeasureId>>, place: usize, task: &Task) -> View {
    let ids: Vec<MeasureId> = task.measures.iter().map(|measure| measure.id).collect();
    let (all_of, turned) = (ids.clone(), ids);
    let every = move || all_of.iter().all(|id| chosen.with(|chosen| chosen.contains(id)));
    let turn = move |on: bool| {
        chosen.update(|chosen| {
            for id in &turned {
                _ = if on { chosen.insert(*id) } else { chosen.remove(id) };
            }
        });
    };
    let title = task.title;
    let name = part(move || {
        let label = store.plan().task_label(store.plan().tasks[place].id);
        all(vec![View::Text(format!("{label} ")), line(store, title).view()])
    });
    let choose = el("label")
        .class("choice")
        .child(el("input").set("type", "checkbox").checked(is(every)).switch(turn))
        .child(el("b").child(name));
    let rows = task.measures.iter().map(|measure| measure_row(store, chosen, place, measure));
    el("section").class("arranged").child(choose).child(el("ul").children(rows)).view()
}

fn measure_row(store: Store, chosen: RwSignal<Ordered<MeasureId>>, place: usize, measure: &Measure) -> View {
    let (id, span) = (measure.id, measure.span);
    let label = store.plan().label(id).to_string();
    let on = is(move || chosen.with(|chosen| chosen.contains(&id)));
    let turn = move |on: bool| {
        chosen.update(|chosen| _ = if on { chosen.insert(id) } else { chosen.remove(&id) });
    };
    let text = el("span")
        .child(el("b").class("measure-no").text(label))
        .text(" ")
        .child(part(move || line(store, span).view()));
    let who = keyed(says(move || stamp(store, id)), move || who(store, place, id));
    let targets: Vec<View> = (1..=measure.targets.len()).map(|n| adding(store, id, n)).collect();
    el("li")
        .child(
            el("label").class("choice").child(el("input").set("type", "checkbox").checked(on).switch(turn)).child(text),
        )
        .child(who)
        .children(targets)
        .view()
}

/// What the settled fields of a measure say, as a key to draw by.
fn stamp(store: Store, id: MeasureId) -> String {
    let (plan, mut key) = (store.plan(), store.lang().tag().to_owned());
    store.ledger(|ledger| {
        for (whose, mark) in ledger.said_of(id) {
            let MarkKey::Placed(party, _) = whose else { continue };
            for (field, _) in mark.fields().iter().filter(|(field, _)| field.is_settled()) {
                key = format!("{key} {} {}={}", plan.party_key(*party), field.key(), mark.value(*field));
            }
        }
    });
    key
}

/// Who leads, answers and supports, as it is settled or printed, and by when the measure is due where that is settled.
fn who(store: Store, place: usize, id: MeasureId) -> View {
    let plan = store.plan();
    let words = words(store);
    let Some(task) = plan.tasks.get(place) else { return View::Nothing };
    let Some(measure) = task.measures.iter().find(|measure| measure.id == id) else { return View::Nothing };
    let asked = Asked::of(&plan, task);
    let printed = |party: Party| match task.role_of(measure, party) {
        Some(Role::Lead) => Some(Duty::Lead),
        Some(Role::Support) => Some(Duty::Support),
        _ if asked.parties.contains(&party) => Some(Duty::Responsible),
        _ => None,
    };
    let mut of: Vec<(Duty, Party, bool)> = Vec::new();
    for party in plan.parties().skip(1) {
        let settled = store.ledger(|ledger| ledger.mark(party, id).and_then(duty));
        if let Some(has) = settled.or_else(|| printed(party)) {
            of.push((has, party, settled.is_some()));
        }
    }
    of.sort_by_key(|(duty, ..)| *duty);
    let one = |(duty, party, settled): &(Duty, Party, bool)| {
        let class = if *settled { "arranged-one is-settled" } else { "arranged-one" };
        el("li")
            .class(class)
            .set("data-duty", duty.key())
            .child(el("small").text(words.duties[*duty as usize]))
            .text(" ")
            .child(name_text(store.party_name(*party), store.name_lang()))
            .view()
    };
    let due = store.ledger(|ledger| ledger.value(Party::Coordinator, id, Field::Due).to_owned());
    let due = (!due.is_empty()).then(|| el("li").class("arranged-one is-settled").text((words.due_on)(&due)).view());
    el("ul").class("arranged-who").children(of.iter().map(one)).children(due).view()
}

/// How the actual values for a target make one.
fn adding(store: Store, id: MeasureId, n: usize) -> View {
    let field = Field::Adding(u16::try_from(n).unwrap_or(u16::MAX));
    let options = part(move || {
        let now = store.ledger(|ledger| Adding::of_key(ledger.value(Party::Coordinator, id, field)));
        let words = words(store);
        let option = |adding: Option<Adding>| {
            let name = adding.map_or(words.adding_none, |adding| words.addings[adding as usize]);
            let option = el("option").set("value", adding.map_or("", Adding::key));
            option.set_if(adding == now, "selected", "").text(name).view()
        };
        all([None].into_iter().chain(Adding::ALL.map(Some)).map(option).collect())
    });
    let choose = move |key: String| {
        store.settle_for(vec![Change { key: MarkKey::Placed(Party::Coordinator, id), field, value: key }]);
    };
    let label = says(move || (YearWords::of(store.lang()).adding_of)(n));
    el("label")
        .class("field adding")
        .child(el("span").class("label").says(label))
        .child(el("select").choose(choose).child(options))
        .view()
}
