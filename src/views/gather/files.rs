//! The files on the desk: what each of them says, what is wrong with it, and merging them.

use super::conflicts::conflicts;
use super::desk::{Desk, Found, Read, Told, for_round, words};
use crate::domain::calendar::{iso_day, iso_minute};
use crate::domain::doubts::Doubts;
use crate::domain::file_name::file_name;
use crate::domain::gather::{FileLine, Incoming, Seal, Timing};
use crate::domain::history::StepId;
use crate::domain::ledger::MarkKey;
use crate::domain::plan::Plan;
use crate::domain::reports::Reports;
use crate::domain::rounds::Rounds;
use crate::domain::version::is_believable;
use crate::state::{Command, Offer};
use crate::text::forms::FormWords;
use crate::text::offer::OfferWords;
use crate::views::live::{Dynamic, View, all, button, el, lazy_word, part, says};
use crate::views::offer::{changes, doubts, why_refused};
use crate::views::parts::mixed;
use leptos::prelude::*;
use std::sync::Arc;

/// The files on the desk, as a table, with what contradicts and the button that merges them.
pub(super) fn files(desk: Desk) -> Dynamic {
    part(move || {
        let read: Vec<Read> = desk.files.with(|files| files.iter().map(|(_, read)| read.clone()).collect());
        if read.is_empty() {
            return View::Nothing;
        }
        let found = desk.found();
        let Found { files: incoming, gathering, .. } = &*found;
        let mut lines = incoming.iter().zip(&gathering.files).enumerate();
        let rows = read.iter().enumerate().map(|(place, read)| match read {
            Ok(_) => lines.next().map(|(at, (file, line))| row(desk, [place, at], file, line, &found)).into(),
            Err(offer) => refused(desk, place, offer),
        });
        let rows: Vec<View> = rows.collect();
        let heads = words(desk.store).columns.map(|name| el("th").set("scope", "col").text(name).view());
        let table = el("table")
            .class("files stacks")
            .child(el("thead").child(el("tr").children(heads)))
            .child(el("tbody").children(rows));
        let (fresh, unnoted) = (found.fresh(), found.unnoted());
        let merges = (fresh > 0).then(|| merge(desk, fresh));
        let notes = (fresh == 0 && unnoted > 0).then(|| note(desk, unnoted));
        let cancel = button(lazy_word(|w| w.cancel), move || {
            desk.empty();
            desk.store.command(Command::Focus("gathered".into()));
        });
        all(vec![
            el("div").class("files-frame").child(table).view(),
            conflicts(desk, &found),
            el("div").class("actions").child(merges).child(notes).child(cancel).view(),
        ])
    })
}

fn merge(desk: Desk, count: usize) -> View {
    let act = move || {
        bring(desk, move |found, step| {
            let marks = found.gathering.new;
            Told::Merged { files: count, marks, settled: found.gathering.conflicts.len(), step }
        });
    };
    button(says(move || (words(desk.store).merge)(count)), act).class("is-strong").id("merge").view()
}

/// Where no file has anything new there is nothing to merge. That they came can be noted all the same: each leaves its receipt, and
/// what it says stays when another that said it first is taken back.
fn note(desk: Desk, count: usize) -> View {
    let act = move || bring(desk, move |_, _| Told::Noted(count));
    button(says(move || (words(desk.store).note)(count)), act).id("note").view()
}

/// Brings the files on the desk in. `tells` says what became of that, with the step that it was.
fn bring(desk: Desk, tells: impl FnOnce(&Found, Option<StepId>) -> Told) {
    let store = desk.store;
    let found = untrack(|| desk.found());
    let Found { files, receipts, gathering } = &*found;
    let chosen: Vec<usize> = gathering.conflicts.iter().map(|conflict| untrack(|| desk.side(conflict))).collect();
    let told = match (desk.hands.bring)(store, gathering, receipts, files, &chosen) {
        None => Told::NotKept,
        Some(brought) => {
            desk.empty();
            tells(&found, brought.step)
        }
    };
    desk.told.set(told);
    store.command(Command::Focus("gathered".into()));
}

/// A file that can be brought in, with its places among all files on the desk and among those that can be read.
fn row(desk: Desk, [place, at]: [usize; 2], file: &Incoming, line: &FileLine, found: &Arc<Found>) -> View {
    let store = desk.store;
    let words = words(store);
    let plan = store.plan();
    let from = match file.sender(&plan) {
        Some(party) => store.party_label(party),
        None => match &file.from {
            Some(from) => Plan::name_in_key(from).to_owned(),
            None if file.copy.is_some() && !file.table || file.parties().len() > 1 => words.whole.to_owned(),
            None => words.not_said.to_owned(),
        },
    };
    let now = store.now();
    let made = file.made.filter(|made| is_believable(*made, now)).or_else(|| file.ledger.entered(now));
    let made = made.map_or_else(|| "—".to_owned(), iso_minute);
    let tally = line.tally;
    let counts = [tally.all(), tally.new, tally.same, tally.older, tally.conflicts];
    let name = el("th").set("scope", "row").child(el("span").class("file-name").text(found.called(at)));
    let cells = [from, made].into_iter().chain(counts.map(|count| count.to_string()));
    let cells = cells.zip(&words.columns[1..]).enumerate().map(|(i, (text, name))| {
        let quiet = i >= 2 && text == "0";
        let cell = el("td").set("data-name", name).set_if(quiet, "class", "is-nothing");
        let marked = cell.set_if(i == 6 && !quiet, "class", "is-conflict");
        marked.child(mixed(store.lang(), &text, "zh")).view()
    });
    let main = el("tr").child(name).children(cells).view();
    let (notes, details) = (notes(desk, (at, file), line, found), details(desk, [place, at], file, found));
    let round = file.round.as_ref().map(|round| for_round(store, round));
    let round = round.map(|text| el("p").class("plan-facts").child(mixed(store.lang(), &text, "zh")));
    let more = el("td").set("colspan", "8").child(round).children(notes).child(details);
    all(vec![main, el("tr").class("file-more").child(more).view()])
}

/// What a person should know of a file.
fn notes(desk: Desk, (at, file): (usize, &Incoming), line: &FileLine, found: &Found) -> Vec<View> {
    let store = desk.store;
    let (words, plan) = (words(store), store.plan());
    let plan = &*plan;
    let now = store.now();
    let mut notes = Vec::new();
    let mut note = |text: String| {
        notes.push(el("p").class("doubt").child(mixed(store.lang(), &text, "zh")).view());
    };
    if !line.has_news() {
        note(if found.is_unread(at) { words.nothing_read } else { words.no_news }.to_owned());
    }
    if let Some(round) = &file.round {
        match Timing::of(round, &store.ledger(Rounds::of), store.today()) {
            Timing::InTime => {}
            Timing::Closed(day) => note((words.round_closed)(&iso_day(day.into()))),
            Timing::Other(open) => note((words.round_other)(&open)),
            Timing::Unknown => note(words.round_unknown.to_owned()),
        }
    }
    if let Some(before) = line.before {
        note((words.brought_before)(&iso_minute(before)));
    }
    if let Some(twin) = line.twin {
        note((words.twin)(&found.called(twin)));
    }
    if file.handed {
        note(words.handed_page.to_owned());
    }
    if let Some(named) = file.named_for(plan) {
        note((words.named_for)(&store.party_label(named)));
    }
    if file.seal == Seal::Broken {
        note(words.broken.to_owned());
    }
    if file.other_copy {
        note(words.other_copy.to_owned());
    }
    if !file.fits(&plan.fingerprint()) {
        note(words.revised.to_owned());
    }
    if let Some(who) = &line.reported_as {
        let name = plan.party_of_key(who).map(|party| store.party_label(party));
        note((words.reported_as)(&name.unwrap_or_else(|| Plan::name_in_key(who).to_owned())));
    }
    if let Some(sender) = file.from.as_ref().and_then(|_| file.sender(plan)) {
        let others = file.ledger.marks().iter().filter(|(key, mark)| {
            let is_own = match key {
                MarkKey::Placed(party, _) => *party == sender,
                // A measure that is no longer there may have been that party's.
                MarkKey::Unplaced { party, .. } => plan.party_of_key(party) == Some(sender),
            };
            !mark.is_empty() && !is_own
        });
        let others = others.count();
        if others > 0 {
            note((words.of_others)(others));
        }
    }
    if file.ledger.of_days_to_come(now) > 0 || file.made.is_some_and(|made| !is_believable(made, now)) {
        note(words.future.to_owned());
    }
    if file.guessed {
        note(words.guessed.to_owned());
    }
    if let Some(stranger) = file.from.as_deref().filter(|from| file.table && plan.party_of_key(from).is_none()) {
        note((words.stranger)(Plan::name_in_key(stranger)));
    }
    if file.years > 0 {
        note((words.years)(file.years));
    }
    let dated_after = file.dated_after(&iso_day(store.today().into()));
    if dated_after > 0 {
        note((words.dated_after)(dated_after));
    }
    if file.by_text > 0 {
        note((words.by_text)(file.by_text));
    }
    if !file.left.is_empty() {
        note((words.left)(file.left.len()));
    }
    let Doubts { strangers, not_asked, oddities, .. } = Doubts::of(plan, &file.ledger, now);
    let offer = OfferWords::of(store.lang());
    let reports = Reports::of(plan, &file.ledger);
    for (is_any, count, say) in [
        (!strangers.is_empty(), reports.unknown, offer.unknown),
        (!not_asked.is_empty(), reports.not_asked, offer.not_asked),
        (!oddities.is_empty(), oddities.len(), offer.odd),
    ] {
        if is_any {
            // What becomes of it stands with the list of it.
            note(say(count));
        }
    }
    notes
}

/// What the file says, one by one, and what else can be done with it.
fn details(desk: Desk, [place, at]: [usize; 2], file: &Incoming, found: &Arc<Found>) -> View {
    let found = found.clone();
    let store = desk.store;
    let w = words(store);
    let offered = file.clone();
    let shown = RwSignal::new(desk.files.with_untracked(|files| files.len() == 1));
    let replace = move || {
        desk.empty();
        store.offer_ledger(&offered);
        store.command(Command::Reveal(crate::views::offer::PLACE.into()));
    };
    // A form says what was changed in it, and is no ledger that others could be given up for.
    let replace = (!file.table).then(|| button(says(move || words(store).replace.to_owned()), replace));
    let (ledger, left) = (file.ledger.clone(), file.left.clone());
    let content = part(move || {
        if !shown.get() {
            return View::Nothing;
        }
        let plan = store.plan();
        let (changes, kept) = changes(store, &plan, &ledger, |key, field| found.gathering.takes(at, key, field));
        all(vec![
            el("div").children(doubts(store, &plan, &ledger)).view(),
            el("ul")
                .class("history")
                .children(left.iter().map(|line| {
                    let line = store.lang().of(line.each_ref());
                    el("li").class("doubt").child(mixed(store.lang(), line, "zh")).view()
                }))
                .view(),
            el("ul").class("history").set("tabindex", "0").children(changes).view(),
            (kept > 0).then(|| el("p").class("plan-facts").text((words(store).kept_here)(kept)).view()).into(),
        ])
    });
    let (over, named) = (file.left_over.clone(), file.own_name().to_owned());
    let rest = (!over.is_empty()).then(|| {
        button(says(move || words(store).save_left.to_owned()), move || {
            let name = named.rsplit_once('.').map_or(&*named, |(stem, _)| stem);
            let words = FormWords::of(store.plan().script_of(store.rendition()));
            (desk.hands.save)(&file_name(&[name, "-", words.left_over].concat(), "xlsx"), &over);
        })
        .view()
    });
    let open = move |_| shown.set(true);
    el("details")
        .set_if(desk.files.with_untracked(|files| files.len() == 1), "open", "")
        .on("toggle", open)
        .child(el("summary").text(w.look))
        .child(content)
        .child(el("div").class("actions").child(rest).child(replace).child(drop(desk, place)))
        .view()
}

fn drop(desk: Desk, place: usize) -> View {
    let store = desk.store;
    let act = move || {
        desk.files.update(|files| {
            if place < files.len() {
                let _gone = files.remove(place);
            }
        });
        store.command(Command::Focus("gathered".into()));
    };
    button(says(move || words(store).drop.to_owned()), act).view()
}

/// A file that cannot be brought in, and why.
fn refused(desk: Desk, place: usize, offer: &Offer) -> View {
    let store = desk.store;
    let (name, why) = why_refused(store, offer);
    let why = el("p").class("doubt").child(mixed(store.lang(), &why, "zh"));
    let name = el("th").set("scope", "row").child(el("span").class("file-name").text(name));
    let more = el("td").set("colspan", "7").child(why).child(drop(desk, place));
    el("tr").class("is-refused").child(name).child(more).view()
}
