//! Reads addresses exactly as this program writes them: most are, and a first visit needs no others. Addresses that were
//! changed on their way are left to [`super::reading`], which takes more code and is loaded when it is needed.

use super::reading::{decode, decode_from, is_of_round};
use super::{Address, Anchor, CHOICES, FLAGS, ListView, PaperKind, Print, Route};
use crate::domain::filter::Filter;
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::rollup::State;
use crate::text::paper::COLUMNS;

impl Route {
    /// Reads a fragment that [`Self::address`] or [`Anchor::address`] wrote; `None` for any other, which [`Self::read`] can read.
    pub fn written(fragment: &str, plan: &Plan) -> Option<Address> {
        read(fragment, plan)
    }
}

/// Reads a fragment; `None` if it is not exactly what this program would write for its meaning.
fn read(fragment: &str, plan: &Plan) -> Option<Address> {
    let text = fragment.strip_prefix('#').unwrap_or(fragment);
    if text.is_empty() {
        return Some(Address::Opens(Route::default()));
    }
    let read = address(text, plan)?;
    let written = match &read {
        Address::Opens(route) => route.address(plan),
        Address::Place(anchor) => anchor.address(Party::Coordinator, plan),
        Address::PlaceOn(party, anchor) => anchor.address(*party, plan),
        Address::Partly(..) | Address::Unknown(_) => return None,
    };
    // Browsers escape Chinese characters; this program does not.
    (written.strip_prefix('#')? == decode_from(text, 0x80)).then_some(read)
}

/// The meaning of a text, if this program wrote it; any meaning if not.
fn address(text: &str, plan: &Plan) -> Option<Address> {
    let Some(text) = text.strip_prefix('/') else { return anchor(text, plan).map(Address::Place) };
    let (path, query) = text.split_once('?').unwrap_or((text, ""));
    let mut steps = path.split('/').filter(|step| !step.is_empty()).peekable();
    let page =
        steps.next_if(|step| ["overview", "read", "rounds", "arrangement", "print", "data", "plans"].contains(step));
    let is_new = page == Some("plans") && steps.next_if_eq(&"new").is_some();
    let mut print = Print::default();
    if page == Some("print") {
        let kind = steps.peek().and_then(|step| PaperKind::ALL.into_iter().find(|kind| kind.step() == *step));
        print.kind = kind.inspect(|_| _ = steps.next()).unwrap_or_default();
    }
    if page == Some("rounds") {
        let round = steps.next().unwrap_or_default();
        return round.bytes().all(is_of_round).then(|| Address::Opens(Route::Rounds(round.to_owned())));
    }
    let party = match steps.next() {
        None => Party::Coordinator,
        Some(kind) => plan.party_of_key(&[kind, ":", &decode(steps.next()?)].concat())?,
    };
    if let Some(place) = steps.next() {
        let anchor = anchor(place, plan)?;
        return anchor.is_on(party, plan).then_some(Address::PlaceOn(party, anchor));
    }
    if party != Party::Coordinator && print.kind.is_of_whole() {
        return None;
    }
    let (mut filter, mut show) = (Filter::default(), None);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decode(value);
        let values = || value.split('.');
        match key {
            "q" => filter.query.clone_from(&value),
            "section" => {
                let known = |no: &u16| plan.sections.iter().any(|section| section.no == *no);
                filter.sections = values().filter_map(|no| no.parse().ok().filter(known)).collect();
            }
            "status" => {
                filter.states = values().filter_map(State::of_key).collect();
            }
            "show" => show = State::of_key(&value),
            "of" => print.whose = value.split(',').filter_map(|key| plan.party_of_key(key)).collect(),
            // Receipts are of no round; which of them is meant is read with the rest of what is read later.
            "round" if print.kind != PaperKind::Receipts && value.bytes().all(is_of_round) => print.round = value,
            "without" => print.without = values().filter_map(|n| n.parse().ok().filter(|n| *n < COLUMNS)).collect(),
            key => match (FLAGS.iter().find(|(name, _)| *name == key), CHOICES.iter().find(|(name, _)| *name == key)) {
                (Some((_, flag)), _) => *flag(&mut filter) = true,
                (_, Some((_, on))) => *on(&mut print) = true,
                _ => return None,
            },
        }
    }
    // Only a job of several has parties to choose from.
    if !print.kind.is_of_several() && !print.whose.is_empty() {
        return None;
    }
    Some(Address::Opens(match page {
        None => Route::List(ListView { party, filter }),
        Some("print") => Route::Print(Print { view: ListView { party, filter }, ..print }),
        Some("overview") => Route::Overview(show),
        Some("read") => Route::Read,
        Some("arrangement") => Route::Arrangement,
        Some("plans") if is_new => Route::NewPlan,
        Some("plans") => Route::Plans,
        Some(_) => Route::Data,
    }))
}

fn anchor(text: &str, plan: &Plan) -> Option<Anchor> {
    let kind = text.chars().next()?;
    Anchor::labelled(kind, &text[kind.len_utf8()..], plan)
}
