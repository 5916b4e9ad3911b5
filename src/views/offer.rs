//! A progress file, or an earlier state, before it is taken over: what it would change, and what is doubtful in it; or why it is
//! refused.

use super::live::{View, button, el, lazy_word, says, word};
use super::parts::mixed;
use super::report::{field_name, value_text};
use crate::domain::calendar::iso_date;
use crate::domain::doubts::{Doubts, Oddity};
use crate::domain::fault::LedgerFileError;
use crate::domain::ledger::{Edit, Ledger, MarkKey};
use crate::domain::mark::{Field, Status};
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::reports::Reports;
use crate::state::{Offer, Store};
use crate::text::offer::OfferWords;
use crate::text::year::YearWords;

/// The id of the element that shows the file, or the earlier state, on offer.
pub(super) const PLACE: &str = "offer";

/// So many of the changes that a file would make are listed, and so many values that are doubtful.
const MOST_SHOWN: usize = 100;

/// What is on offer, with `replace` to take it over.
pub(super) fn offer_view(store: Store, offer: Offer, replace: fn(Store)) -> View {
    if let Offer::Fits { name, ledger, .. } = offer {
        return fits(store, name, &ledger, replace);
    }
    let (name, why) = why_refused(store, &offer);
    refused(store, name, &why)
}

/// The name of a file that is not a ledger of this plan, and why not.
pub(super) fn why_refused(store: Store, offer: &Offer) -> (String, String) {
    let words = words(store);
    match offer {
        Offer::Fits { name, .. } => (name.clone(), String::new()),
        Offer::Refused { name, error: LedgerFileError::OtherPlan { plan } } if is_title(store, plan) => {
            (name.clone(), words.other_text.to_owned())
        }
        Offer::Refused { name, error } => (name.clone(), (words.refused)(error)),
        Offer::Unreadable { name } => (name.clone(), words.unreadable.to_owned()),
        Offer::TooLarge { name } => (name.clone(), words.too_large.to_owned()),
    }
}

/// Whether the open plan has this title, too.
fn is_title(store: Store, title: &str) -> bool {
    let plan = store.plan();
    plan.text(plan.meta.title) == title
}

fn words(store: Store) -> &'static OfferWords {
    OfferWords::of(store.lang())
}

fn fits(store: Store, name: String, ledger: &Ledger, replace: fn(Store)) -> View {
    let words = words(store);
    let plan = store.plan();
    let mut edits = store.ledger(|mine| mine.difference(ledger));
    edits.retain(|edit| !says_the_same(edit));
    let new = edits.iter().filter(|edit| edit.was().is_empty()).count();
    let entered = ledger.entered(store.now()).map_or_else(|| "—".into(), iso_date);
    let then = Reports::of(&plan, ledger);
    let now = store.ledger(|mine| Reports::of(&plan, mine));
    let rows = [
        Some((words.now, now.all.to_string())),
        Some((words.then, then.all.to_string())),
        (then.beside() > 0).then(|| (words.beside, then.beside().to_string())),
        Some((words.new, new.to_string())),
        Some((words.lost, (edits.len() - new).to_string())),
        Some((words.changed, entered)),
    ];
    let row = |(name, value)| el("div").child(el("dt").text(name)).child(el("dd").text(value)).view();
    let changes = listed(store, &plan, &edits);
    let actions = el("div")
        .class("actions")
        .child(button(says(move || self::words(store).replace.to_owned()), move || replace(store)).class("is-strong"))
        .child(button(lazy_word(|w| w.cancel), move || store.decline_offer()));
    el("div")
        .class("offer")
        .child(el("p").class("file-name").text(name))
        .child(el("dl").children(rows.into_iter().flatten().map(row)))
        .children(doubts(store, &plan, ledger))
        .child(el("ul").class("history").set("tabindex", "0").children(changes))
        .child(actions)
        .view()
}

/// The changes that a ledger would make here when it is merged, one by one, and how many fields stay as they are, because what is said
/// here is newer or was settled. `takes` says which fields are taken.
pub(super) fn changes(
    store: Store,
    plan: &Plan,
    ledger: &Ledger,
    takes: impl Fn(&MarkKey, Field) -> bool,
) -> (Vec<View>, usize) {
    let mut edits = store.ledger(|mine| mine.difference(ledger));
    // What the ledger says nothing of stays when it is merged.
    edits.retain(|edit| !says_the_same(edit) && !edit.after.is_empty());
    let all = edits.len();
    edits.retain(|edit| takes(&edit.key, edit.field));
    (listed(store, plan, &edits).collect(), all - edits.len())
}

/// The first of these edits, and how many more there are.
fn listed(store: Store, plan: &Plan, edits: &[Edit]) -> impl Iterator<Item = View> {
    let more = edits.len().saturating_sub(MOST_SHOWN);
    let more = (more > 0).then(|| el("li").text((words(store).more)(more)).view());
    edits.iter().take(MOST_SHOWN).map(move |edit| change(store, plan, edit)).chain(more)
}

/// Whether an edit is nothing to decide: the same is said as of another moment, or a status that this program does not know takes
/// the place of none, which counts as none and is told as a doubt.
fn says_the_same(edit: &Edit) -> bool {
    let (was, says) = (edit.was(), edit.says());
    was == says || edit.field == Field::Status && Status::of_key(was) == Status::of_key(says)
}

/// What a person should know of a file before taking it over.
pub(super) fn doubts(store: Store, plan: &Plan, ledger: &Ledger) -> Vec<View> {
    let words = words(store);
    let YearWords { colon, comma, brackets: [before, behind], .. } = YearWords::of(store.lang());
    let reports = Reports::of(plan, ledger);
    let Doubts { strangers, not_asked, oddities, days_to_come, emptied_to_come } =
        Doubts::of(plan, ledger, store.now());
    let strangers = strangers.into_iter().map(|(key, measures)| {
        let (name, is_known) = name_of(store, plan, key);
        let [who, what] = if is_known { ["", words.unknown_here] } else { [words.unknown_here, ""] };
        format!("{name}{who}{colon}{}{what}", measures.join(comma))
    });
    let not_asked = not_asked.into_iter().map(|(party, measures)| {
        let labels: Vec<String> = measures.into_iter().map(|measure| plan.label(measure).to_string()).collect();
        format!("{}{colon}{}", store.party_label(party), labels.join(comma))
    });
    let odd = oddities.len();
    let oddities = oddities.into_iter().take(MOST_SHOWN).map(|Oddity { party, measure, field, value, why }| {
        let (label, who, field) = (plan.label(measure), store.party_label(party), field_name(store, field));
        format!("{label} {who} · {field}{colon}{value}{before}{}{behind}", (words.why)(why))
    });
    let mut doubts = Vec::new();
    let mut doubt = |count: usize, (says, becomes): (fn(usize) -> String, &str), listed: Vec<String>| {
        if count > 0 {
            doubts.push(el("p").class("doubt").text(says(count) + becomes).view());
        }
        if !listed.is_empty() {
            let listed = listed.iter().map(|line| el("li").child(mixed(store.lang(), line, "zh")).view());
            doubts.push(el("ul").class("history").set("tabindex", "0").children(listed).view());
        }
    };
    doubt(reports.unknown, (words.unknown, words.kept_uncounted), strangers.collect());
    doubt(reports.not_asked, (words.not_asked, words.kept_uncounted), not_asked.collect());
    let more = odd.saturating_sub(MOST_SHOWN);
    let more = (more > 0).then(|| (words.more)(more));
    doubt(odd, (words.odd, words.kept), oddities.chain(more).collect());
    doubt(days_to_come, (words.days_to_come, ""), Vec::new());
    doubts.extend(emptied_to_come.then(|| el("p").class("doubt").text(words.emptied_to_come).view()));
    doubts
}

/// What a party of this key is called, and whether the plan has it.
fn name_of(store: Store, plan: &Plan, key: &str) -> (String, bool) {
    match plan.party_of_key(key) {
        Some(party) => (store.party_label(party), true),
        None => (Plan::name_in_key(key).to_owned(), false),
    }
}

/// One field that would say something else: whose, of which measure, what it says and would say.
fn change(store: Store, plan: &Plan, edit: &Edit) -> View {
    let (place, party) = match &edit.key {
        MarkKey::Placed(party, measure) => (format!("{} {}", plan.label(*measure), store.party_label(*party)), *party),
        MarkKey::Unplaced { party, measure } => {
            let (name, is_known) = name_of(store, plan, party);
            let unknown = words(store).unknown_here;
            let [who, what] = if is_known { ["", unknown] } else { [unknown, ""] };
            // Whoever that is speaks as a unit does: only the coordinator's words for a status are others.
            (format!("{measure}{what} {name}{who}"), plan.party_of_key(party).unwrap_or(Party::Unit(0)))
        }
    };
    let said = |value| value_text(store, party, edit.field, value);
    // Nothing was emptied where nothing was said. That there was no status is something to say.
    let was = Some(edit.was()).filter(|was| !was.is_empty() || edit.field == Field::Status);
    let was = was.map(|was| [said(was), " → "].concat()).unwrap_or_default();
    let colon = YearWords::of(store.lang()).colon;
    let text = format!("{place} · {}{colon}{was}{}", field_name(store, edit.field), said(edit.says()));
    el("li").child(mixed(store.lang(), &text, "zh")).view()
}

fn refused(store: Store, name: String, why: &str) -> View {
    el("div")
        .class("offer is-refused")
        .child(el("p").class("file-name").text(name))
        .child(el("p").text(format!("{why} {}", words(store).nothing_changed)))
        .child(button(word(|w| w.close), move || store.decline_offer()))
        .view()
}
