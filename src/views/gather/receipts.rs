//! The receipts of files that were brought in, each of which can be taken back.

use super::desk::{Desk, Told, for_round, says_word, words};
use crate::domain::calendar::iso_minute;
use crate::domain::gather::Receipt;
use crate::domain::ledger::{Ledger, MarkKey};
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::route::{PaperKind, Print, Route};
use crate::state::Command;
use crate::text::gather::GatherWords;
use crate::text::year::YearWords;
use crate::views::asking::asking;
use crate::views::live::{Dynamic, El, View, all, el, part, says};
use crate::views::parts::mixed;
use crate::views::report::{field_name, value_text};
use leptos::prelude::*;

/// The receipts, the newest first.
pub(super) fn receipts(desk: Desk) -> Dynamic {
    let store = desk.store;
    part(move || {
        desk.turn.get();
        store.ledger(|_| ());
        let (receipts, unread) = (desk.hands.receipts)(store);
        let w = words(store);
        let rows: Vec<View> = receipts.all().iter().rev().map(|receipt| row(desk, receipt)).collect();
        let none = rows.is_empty().then(|| el("p").class("plan-facts").text(w.no_receipts).view());
        let unread = (unread > 0).then(|| el("p").class("doubt").text((w.unread)(unread)).view());
        let text = (!rows.is_empty()).then(|| el("p").text(w.receipts_text).view());
        let stand = receipts.all().iter().filter(|receipt| receipt.stands()).count();
        let print = (stand > 1)
            .then(|| el("div").class("actions").child(printing(desk, Print::default(), |w| w.print_receipts)).view());
        all(vec![
            el("h3").text(w.receipts).view(),
            text.into(),
            print.into(),
            none.into(),
            unread.into(),
            el("ul").class("asides receipts").children(rows).view(),
        ])
    })
}

/// A link to receipts on paper, as far as `print` says which.
fn printing(desk: Desk, print: Print, name: fn(&GatherWords) -> &'static str) -> El {
    let print = Print { kind: PaperKind::Receipts, ..print };
    let address = desk.store.address(&Route::Print(print));
    el("a").class("button").set("href", &address).says(says_word(desk.store, name))
}

fn row(desk: Desk, receipt: &Receipt) -> View {
    let store = desk.store;
    let w = words(store);
    let plan = store.plan();
    let from = receipt.from.as_deref().map(|from| match plan.party_of_key(from) {
        Some(party) => store.party_label(party),
        None => Plan::name_in_key(from).to_owned(),
    });
    let facts = [
        Some((w.brought)(&iso_minute(receipt.brought))),
        Some(from.unwrap_or_else(|| w.whole.to_owned())),
        receipt.made.map(|made| (w.made)(&iso_minute(made))),
        receipt.round.as_ref().map(|round| for_round(store, round)),
        receipt.replaces.then(|| w.replaced.to_owned()),
        Some((w.receipt)(receipt.marks(), receipt.changed())),
        (receipt.left_in_all > 0).then(|| (w.left)(receipt.left_in_all)),
        Some((w.digest)(&receipt.digest)),
        receipt.taken_back.map(|back| (w.taken_back)(&iso_minute(back))),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let declined: Vec<View> = receipt
        .said()
        .filter_map(|line| {
            let words = store.ledger(|ledger| line.set_aside(ledger).map(str::to_owned))?;
            let party = if let MarkKey::Placed(party, _) = line.key { party } else { Party::default() };
            let words = value_text(store, party, line.field, &words);
            let (place, field) = (store.measure_label(&line.key), field_name(store, line.field));
            let text = format!("{place} · {field}{}{words}", YearWords::of(store.lang()).colon);
            Some(el("li").child(mixed(store.lang(), &text, "zh")).view())
        })
        .collect();
    let declined = (!declined.is_empty()).then(|| {
        el("details")
            .child(el("summary").text((w.declined)(declined.len())))
            .child(el("ul").class("history").set("tabindex", "0").children(declined))
            .view()
    });
    let words_of = el("span")
        .child(el("span").class("file-name").text(&receipt.name))
        .child(el("br"))
        .child(el("span").class("plan-facts").child(mixed(store.lang(), &facts, "zh")))
        .children(declined);
    let item = el("li").set_if(!receipt.stands(), "class", "is-taken-back").child(words_of);
    if !receipt.stands() {
        return item.view();
    }
    let party = receipt.from.as_deref().and_then(|from| plan.party_of_key(from));
    let whose = party.map(|party| Ordered::from_iter([party])).unwrap_or_default();
    let print = Print { whose, receipt: receipt.id.clone(), ..Print::default() };
    let print = printing(desk, print, |w| w.print_receipt).view();
    let id = receipt.id.clone();
    // What would be changed now: of what it changed, some may be somebody else's word, too, or have been changed since.
    let asked = id.clone();
    let changed = move || {
        let (receipts, _) = (desk.hands.receipts)(store);
        let mut ledger = store.ledger(Ledger::clone);
        receipts.take_back(&asked, &mut ledger, store.now()).map_or(0, |taken| taken.edits.len())
    };
    let act = move || {
        let (receipts, _) = (desk.hands.receipts)(store);
        let told = (desk.hands.take_back)(store, &receipts, &id);
        desk.told.set(told.map_or(Told::NotKept, |(fields, left)| Told::TookBack(fields, left)));
        store.command(Command::Focus("gathered".into()));
    };
    let ask = move || (words(store).take_back_question)(changed());
    let name = says_word(store, |w| w.take_back);
    let yes = says(move || words(store).take_back.to_owned());
    item.child(print).child(asking(format!("back-{}", receipt.id), name, yes, ask, act)).view()
}
