//! The papers that the open route asks for, as values.

use super::print_state::{Closed, Shown, Then, shown};
use crate::domain::arrangement;
use crate::domain::calendar;
use crate::domain::gather::{Receipt, Receipts};
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::Section;
use crate::domain::script::Rendition;
use crate::domain::settings::Lang;
use crate::print::breakdown::{self, Columns};
use crate::print::checklist::ChecklistPaper;
use crate::print::english::Beside;
use crate::print::issued::number_after;
use crate::print::paper::Paper;
use crate::print::receipt::{self, ReceiptRequest};
use crate::print::request::PaperRequest;
use crate::print::{circular, document, reminder, report, words};
use crate::route::{PaperKind, Print};
use crate::state::Store;
use crate::text::english::EN;
use leptos::prelude::Get;

/// The papers of the open route, with the English reading if the interface is in English; an official document has none in it.
/// `kept` gives the receipts that there are, `then` the closed round that the papers are of; `number` is that of the first paper that an
/// office issues, or empty.
pub fn requested(store: Store, kept: fn(Store) -> (Receipts, usize), then: Then, number: &str) -> Vec<Paper> {
    let papers = in_chinese(store, kept, then, number);
    let Some(reading) = beside(store) else { return papers };
    papers.into_iter().map(|paper| reading.on(paper, EN.unofficial)).collect()
}

/// The English reading that stands on the papers of the open route, if any does.
pub fn beside(store: Store) -> Option<Beside> {
    let is_document = store.print().is_some_and(|print| print.kind == PaperKind::Text);
    let reading = store.reading_in_english().filter(|_| !is_document)?;
    Some(Beside::of(&store.plan(), reading, store.rendition()))
}

fn in_chinese(store: Store, kept: fn(Store) -> (Receipts, usize), then: Then, number: &str) -> Vec<Paper> {
    // If the filter has parts that are not understood, nothing is printed, rather than everything.
    let Some(print) = store.print().filter(|print| print.view.filter.unknown.is_empty()) else { return Vec::new() };
    if print.kind == PaperKind::Receipts {
        return receipts(store, &print, &kept(store).0);
    }
    let filters = filters(store, store.rendition());
    // Of a round of which there is no state nothing is printed, rather than what is there today.
    let Ok(then) = then.get().transpose() else { return Vec::new() };
    let shown = Wanted { filters: &filters, then: then.as_deref() };
    let paper = |print: &Print, party: Party, number: &str| paper(store, print, party, shown, number);
    if !print.kind.is_of_several() {
        return paper(&print, print.view.party, number).into_iter().collect();
    }
    let plan = store.plan();
    let whose = plan.parties().skip(1).filter(|party| is_in(&print.whose, *party));
    let mut papers: Vec<Paper> = Vec::new();
    for party in whose {
        papers.extend(paper(&print, party, &number_after(number, papers.len())));
    }
    if print.kind == PaperKind::Batch && print.with_table {
        papers.extend(paper(&Print { kind: PaperKind::Table, ..print.clone() }, Party::Coordinator, ""));
    }
    papers
}

/// The receipt that is asked for, else those that stand, the newest first, of the chosen parties; those for whole ledgers where none is chosen.
fn receipts(store: Store, print: &Print, kept: &Receipts) -> Vec<Paper> {
    let plan = store.plan();
    let rendition = store.rendition();
    let is_meant = |receipt: &&Receipt| {
        let party = receipt.from.as_deref().and_then(|from| plan.party_of_key(from));
        if !print.receipt.is_empty() {
            return receipt.id == print.receipt && receipt.stands();
        }
        receipt.stands() && party.map_or(print.whose.is_empty(), |party| is_in(&print.whose, party))
    };
    store.ledger(|ledger| {
        let paper = |receipt| receipt::paper(&ReceiptRequest { plan: &plan, rendition, ledger, receipt });
        kept.all().iter().rev().filter(is_meant).map(paper).collect()
    })
}

/// What all papers of a job have in common.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    /// The filter in words of the papers.
    filters: &'a str,
    /// The closed round that they are of.
    then: Option<&'a Closed>,
}

/// The paper of a party on a closed round or today; `None` if it is urged for nothing.
fn paper(store: Store, print: &Print, party: Party, wanted: Wanted, number: &str) -> Option<Paper> {
    let plan = store.plan();
    let filter = &print.view.filter;
    let rendition = store.rendition();
    let Wanted { filters, then } = wanted;
    shown(store, then, |Shown { ledger, day, round }| {
        let measures = if filter.is_empty() {
            arrangement::measures(&plan, ledger, party)
        } else {
            store.found_in(ledger, (day, round), party, filter)
        };
        let date = calendar::iso_day(day.into());
        let settled = ledger.settled();
        let requested = PaperRequest {
            plan: &plan,
            party,
            rendition,
            measures: &measures,
            ledger: (!print.blank).then_some(ledger),
            settled: &settled,
            filters,
            date: &date,
            round,
            number,
            with_lights: !store.settings().no_lights,
        };
        Some(match print.kind {
            PaperKind::Checklist | PaperKind::Batch => ChecklistPaper::new(&requested).paper(),
            PaperKind::Table => {
                let columns = Columns { without: &print.without, reporting: print.reporting };
                breakdown::paper(&requested, &columns, print.large)
            }
            PaperKind::Report => report::paper(&requested),
            PaperKind::Text | PaperKind::Receipts => document::paper(&requested),
            PaperKind::Reminders => return reminder::paper(&requested),
            PaperKind::Circular => circular::paper(&requested),
        })
    })
}

/// Whether a job of several includes this party; an empty set stands for all.
pub(super) fn is_in(parties: &Ordered<Party>, party: Party) -> bool {
    parties.is_empty() || parties.contains(&party)
}

/// The filters in words of the paper, in the script of `rendition`.
fn filters(store: Store, rendition: Rendition) -> String {
    let plan = store.plan();
    let words = crate::text::words(match rendition {
        Rendition::Record | Rendition::Traditional => Lang::ZhHant,
        Rendition::Simplified => Lang::ZhHans,
    });
    let section =
        |section: &Section| store.in_script(&words::heading(&plan.section_number(section), plan.text(section.title)));
    store.filter_words(words, section).join("、")
}
