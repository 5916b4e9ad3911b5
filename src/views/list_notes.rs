//! What a party has to know before it reads its list: whether it can write on it, what was given back to it, and where it stands in the
//! round of today.

use super::answers::{word, words};
use super::live::{View, all, button, el, is, keyed, says};
use super::parts::mixed;
use crate::domain::calendar::iso_day;
use crate::domain::filter::Filter;
use crate::domain::in_round::InRound;
use crate::domain::ledger::MarkKey;
use crate::domain::mark::Mark;
use crate::domain::party::Party;
use crate::domain::plan::MeasureId;
use crate::domain::rounds::Rounds;
use crate::route::{Anchor, ListView, Route};
use crate::state::{Store, use_store};

/// The notes of the open list. Each is there only where there is something to say.
pub fn list_notes() -> View {
    let store = use_store();
    all(vec![whose(store), given_back(store), wishes(store), round(store)])
}

/// That the list is another's and can be read only or, once a person fills it in for that one, that this is so.
fn whose(store: Store) -> View {
    let note = move || {
        let (identity, party) = (store.identity(), store.party());
        let own = identity.own.filter(|own| *own != party)?;
        let (words, name) = (words(store), store.party_label(party));
        let fills_in = identity.for_other == Some(party);
        let text = if fills_in { (words.filling_in)(&name) } else { (words.read_only)(&name, &store.party_label(own)) };
        Some((text, fills_in))
    };
    keyed(says(move || note().unwrap_or_default().0), move || {
        let Some((text, fills_in)) = note() else { return View::Nothing };
        let act = move || store.fill_in_for_other(!fills_in);
        let act = button(word(store, if fills_in { |w| w.end_filling_in } else { |w| w.fill_in }), act);
        let class = if fills_in { "list-note is-warning" } else { "list-note" };
        let text = el("p").child(mixed(store.lang(), &text, "zh"));
        el("div").id("whose-note").class(class).set("role", "note").child(text).child(act).view()
    })
}

/// What only the coordinator settles: for others it can be read, until they fill in for it.
pub(super) fn coordinators(store: Store, view: View) -> View {
    let only_read = is(move || store.only_reads_of(Party::Coordinator));
    all(vec![whose(store), el("fieldset").flag("disabled", only_read).child(view).view()])
}

/// How many of the party's reports were given back, with the way to them.
fn given_back(store: Store) -> View {
    let returned = move || {
        let party = store.party();
        if party == Party::Coordinator {
            return 0;
        }
        let plan = store.plan();
        store.ledger(|ledger| {
            let is_returned = |measure: &&crate::domain::plan::Measure| {
                ledger.mark(party, measure.id).is_some_and(|mark| mark.returned().is_some())
            };
            plan.measures().filter(is_returned).count()
        })
    };
    let text =
        move || Some(returned()).filter(|n| *n > 0).map(|n| (words(store).were_given_back)(n)).unwrap_or_default();
    keyed(says(text), move || {
        let text = text();
        let is_there = !text.is_empty();
        let filter = Filter { returned: true, ..Filter::default() };
        let address = store.address(&Route::List(ListView { party: store.party(), filter }));
        let look = el("a").class("button").set("href", &address).text(words(store).look_at);
        let text = el("p").child(mixed(store.lang(), &text, "zh"));
        is_there
            .then(|| el("div").class("list-note is-warning").set("role", "note").child(text).child(look).view())
            .into()
    })
}

/// For the coordinator: which postponements wait for an answer, each with the way to it.
fn wishes(store: Store) -> View {
    let asked = move || -> Vec<(MeasureId, String)> {
        if store.party() != Party::Coordinator {
            return Vec::new();
        }
        let plan = store.plan();
        let open: Vec<(Party, MeasureId)> = store.ledger(|ledger| {
            let wish = |(key, mark): &(MarkKey, Mark)| match key {
                MarkKey::Placed(party, id) => mark.open_wish().map(|_| (*party, *id)),
                MarkKey::Unplaced { .. } => None,
            };
            ledger.marks().iter().filter_map(wish).collect()
        });
        let named = |(party, id): (Party, MeasureId)| (id, format!("{} {}", plan.label(id), store.party_label(party)));
        open.into_iter().map(named).collect()
    };
    let key = move || asked().into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(",");
    keyed(says(key), move || {
        let asked = asked();
        let text = (words(store).wishes_wait)(asked.len());
        let is_any = !asked.is_empty();
        let link = |(id, name): (MeasureId, String)| {
            let address = store.place_address_on(Party::Coordinator, Anchor::Measure(id));
            el("a").class("button").set("href", &address).child(mixed(store.lang(), &name, "zh")).view()
        };
        let text = el("p").child(mixed(store.lang(), &text, "zh"));
        let links = asked.into_iter().map(link);
        is_any.then(|| el("div").class("list-note").set("role", "note").child(text).children(links).view()).into()
    })
}

/// Where the party stands in the round of today, and one press for all that is as in the round before.
fn round(store: Store) -> View {
    let note = move || {
        let party = store.party();
        let rounds = store.ledger(Rounds::of);
        let round = rounds.at(store.today()).filter(|_| party != Party::Coordinator)?;
        let stands = store.ledger(|ledger| InRound::of(&store.plan(), ledger, party, round));
        let words = words(store);
        let text = (words.stands_in_round)(&round.name, &iso_day(round.due.into()), stands.made);
        let rest = if store.only_reads() { Vec::new() } else { stands.as_before };
        Some((text, (words.rest_as_before)(rest.len()), rest))
    };
    let key = move || note().map_or_else(String::new, |(text, same, _)| text + &same);
    keyed(says(key), move || {
        let Some((text, same, rest)) = note() else { return View::Nothing };
        let is_any = !rest.is_empty();
        let same = button(says(move || same.clone()), move || store.confirm(&rest));
        let text = el("p").child(mixed(store.lang(), &text, "zh"));
        el("div").class("list-note").set("role", "note").child(text).children(is_any.then(|| same.view())).view()
    })
}
