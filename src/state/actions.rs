//! The actions: everything a person, another tab or the page can do to the state. Only this module writes the ledger.

use super::page::{About, Command, Keeping, Notice, OfFile, Offer, Stored};
use super::store::{Changed, Journal, Store, ViewState};
use crate::domain::calendar;
use crate::domain::digest::digest;
use crate::domain::fault::LedgerFileError;
use crate::domain::filter::{Filter, Stage};
use crate::domain::gather::Receipt;
use crate::domain::history::{Beside, History, StepId, Taken};
use crate::domain::identity::Identity;
use crate::domain::ledger::{Change, Edit, Ledger, MarkKey, Moment};
use crate::domain::mark::{Field, Mark, Status};
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::MeasureId;
use crate::domain::reports::Reports;
use crate::domain::rollup::{Standing, State};
use crate::domain::script::Rendition;
use crate::domain::settings::{Lang, Settings, Theme};
use crate::domain::version::is_believable;
use crate::persist::ledger_file;
use crate::route::{Address, Anchor, ListView, PaperKind, Print, Route};
use leptos::prelude::*;
use std::sync::OnceLock;

/// For how long changes may be in no file before a person is reminded, in milliseconds: browsers that clear the storage of
/// pages do so after seven days without a visit.
const WEEK: Moment = 7 * 86_400_000;

/// Writes a copy of everything as a progress file, which says when it was made and from which copy of the ledger.
pub type WriteCopy = fn(Store, &Ledger) -> String;

static COPIES: OnceLock<WriteCopy> = OnceLock::new();

/// Brings what writes copies of everything. It comes with what is loaded later, as an empty ledger needs none.
pub fn bring_copies(write: WriteCopy) {
    COPIES.get_or_init(|| write);
}

/// The changes that everything shown in rows goes through.
impl Store {
    /// Changes the journal at the marks of this measure only or, if `None`, anywhere.
    fn change_journal(self, of: Option<MeasureId>, change: impl FnOnce(&mut Journal)) {
        self.journal.update(change);
        self.follow_journal(of);
    }

    fn follow_journal(self, of: Option<MeasureId>) {
        self.follow_up(&of.map_or(Changed::Journal, |id| Changed::Said(vec![id])));
        // A notice that offers to undo a step goes when that step can no longer be undone.
        let is_there = |step| self.journal.with_untracked(|journal| journal.history.has(step));
        self.retract(&|notice| notice.step().is_some_and(|step| !is_there(step)));
    }

    fn change_view(self, change: impl FnOnce(&mut ViewState)) {
        self.view_state.update(change);
        self.follow_up(&Changed::ViewState);
    }

    fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        self.session.settings.update(change);
        self.follow_up(&Changed::ViewState);
    }
}

/// Reports, undo and redo, and what else changes the ledger.
impl Store {
    /// Ticks a measure for the party whose list is open, or unticks it. Unticking gives back the status before the tick, with
    /// the moment at which that was said.
    pub fn tick(self, id: MeasureId, done: bool) {
        if untrack(|| self.only_reads()) {
            return;
        }
        if done {
            return self.write(id, Field::Status, Status::Done.key().to_owned(), false);
        }
        let key = MarkKey::Placed(untrack(|| self.party()), id);
        self.change_row(id, |Journal { ledger, history }, now| {
            let before = ledger.mark_in(&key).and_then(Mark::status_before_done).cloned();
            _ = history.push(ledger.give_back(key, Field::Status, before.as_slice(), now).into_iter().collect());
        });
    }

    /// Writes a field of a measure for the party whose list is open. With `typed`, writes to the same field without a pause
    /// are one step.
    pub fn write(self, id: MeasureId, field: Field, value: String, typed: bool) {
        if untrack(|| self.only_reads()) {
            return;
        }
        let to = Change { key: MarkKey::Placed(untrack(|| self.party()), id), field, value };
        self.change_row(id, |Journal { ledger, history }, now| {
            if typed {
                history.type_in(ledger, to, now);
            } else {
                _ = history.push(ledger.set(to, now).into_iter().collect());
            }
        });
    }

    /// Writes the first words in a field of the open list's report, with the status that they propose: one step.
    pub fn write_proposing(self, id: MeasureId, field: Field, value: String, status: Status) {
        if untrack(|| self.only_reads()) {
            return;
        }
        let key = MarkKey::Placed(untrack(|| self.party()), id);
        let proposed = Change { key: key.clone(), field: Field::Status, value: status.key().to_owned() };
        self.change_row(id, |Journal { ledger, history }, now| {
            history.type_with(ledger, Some(proposed), Change { key, field, value }, now);
        });
    }

    fn change_row(self, id: MeasureId, change: impl FnOnce(&mut Journal, Moment)) {
        // Held before the change is told: the row must not disappear even for a moment.
        self.view_state.update(|view| _ = view.lingering.insert(id));
        let now = self.now();
        self.change_journal(Some(id), |journal| change(journal, now));
    }

    /// Ends the step of typing: what is typed next is a step of its own.
    pub fn settle_writing(self) {
        self.journal.update_untracked(|journal| journal.history.settle());
    }

    /// Undoes the last step.
    pub fn undo(self) {
        self.step(&History::undo, true);
    }

    /// Undoes this step, and none of those after it.
    pub fn undo_step(self, id: StepId) {
        if let Some(take_back) = self.messages.with_untracked(|messages| messages.take_back) {
            take_back(self, id);
        }
    }

    fn take_back(self, id: StepId) {
        self.step(&|history, ledger, now| history.undo_step(id, ledger, now), true);
    }

    /// Shows a notice of a step, which offers to undo it.
    fn tell_of_step(self, notice: Notice) {
        self.messages.update_untracked(|messages| messages.take_back = Some(Self::take_back));
        // Of several steps, one taken back before those after it would find what they left: only the last is offered here.
        self.retract(&|notice| matches!(notice, Notice::Told(_, About::Step(_))));
        self.tell(notice);
        self.command(Command::GoTo("notices".into()));
    }

    /// Redoes the step undone last.
    pub fn redo(self) {
        self.step(&History::redo, false);
    }

    /// Takes over the ledger of the file on offer, as one step. Its receipt goes to `keep`, which says what that did beside the ledger.
    pub fn accept_offer(self, keep: impl FnOnce(&Receipt) -> Beside) {
        let Some(Offer::Fits { name, ledger, of_file }) = untrack(|| self.offer()) else { return };
        self.decline_offer();
        let (now, plan) = (self.now(), self.plan());
        // The history of undo ends with the page; a snapshot stays.
        self.command(Command::Snapshot(untrack(|| self.ledger(|mine| ledger_file::write(mine, &plan)))));
        let of_file = of_file.map_or_else(
            || OfFile { digest: digest(ledger_file::write(&ledger, &plan)), made: None, from: None },
            |of_file| *of_file,
        );
        let mut step = None;
        self.change_journal(None, |Journal { ledger: mine, history }| {
            let edits = mine.replace(&ledger, now);
            let receipt = Receipt::of_replacement((name, of_file.digest), &ledger, mine, &edits, now);
            let beside = keep(&Receipt { made: of_file.made, from: of_file.from, ..receipt });
            step = history.push_with(edits, beside);
        });
        self.tell_of_step(Notice::replaced(self.reports().all, step));
    }

    /// Deletes all marks of the plan, of all parties, as one step, and everything that is kept beside the ledger.
    pub fn delete_all(self) {
        let reports = self.reports().all;
        let now = self.now();
        let mut step = None;
        self.change_journal(None, |Journal { ledger, history }| {
            step = history.push_with(ledger.clear(now), Beside::ALL);
        });
        self.retract(&|notice| matches!(notice, Notice::PutAside(_)));
        self.command(Command::Beside(Beside::ALL, false));
        self.tell_of_step(Notice::deleted(reports, step));
    }

    /// Sets the function that does beside the ledger what a step did or, if `true`, takes it back.
    pub fn set_beside(self, beside: fn(Self, Beside, bool)) {
        self.messages.update_untracked(|messages| messages.beside = Some(beside));
    }

    /// Does beside the ledger what a step did, or takes it back, if a view that takes such steps was ever opened.
    pub fn beside(self, what: Beside, takes_back: bool) {
        if let Some(beside) = self.messages.with_untracked(|messages| messages.beside) {
            beside(self, what, takes_back);
        }
    }

    /// Whether the coordinator is asked before this measure is signed off, as not all reports on it say that it is done. The question
    /// then stands in its report, which is opened. Who uses the page alone, without saying who that is and without anybody's report,
    /// is asked nothing.
    pub fn asks_first(self, id: MeasureId) -> bool {
        let asks = untrack(|| {
            let Standing { ticked, asked, reports, .. } = self.standing(id);
            let is_whole = self.party() == Party::Coordinator && !self.only_reads();
            let is_office = self.identity().own.is_some() || self.ledger(Ledger::has_reports);
            is_whole && !ticked && reports.of(State::Done) < asked && is_office
        });
        if asks {
            self.change_view(|view| {
                view.asking = Some(id);
                view.lingering.insert(id);
                view.opened.insert(id);
            });
        }
        asks
    }

    /// Says of the reports of the open list's party on these measures that they are still true, as one step.
    pub fn confirm(self, measures: &[MeasureId]) {
        let party = untrack(|| self.party());
        if untrack(|| self.only_reads()) {
            return;
        }
        let value = calendar::iso_date(self.now());
        let change = |id: &MeasureId| {
            let key = MarkKey::Placed(party, *id);
            Change { key, field: Field::Confirmed, value: value.clone() }
        };
        self.take_changes(measures.iter().map(change).collect());
    }

    /// Ends the question before a measure is signed off; with `sign`, the measure is signed off.
    pub fn answer(self, id: MeasureId, sign: bool) {
        self.change_view(|view| view.asking = None);
        if sign {
            self.tick(id, true);
        }
    }

    /// Settles something for others, as one step: what the coordinator says in the marks of parties, of measures and of rounds.
    /// Nobody else can.
    pub fn settle_for(self, changes: Vec<Change>) {
        if untrack(|| self.only_reads_of(Party::Coordinator)) {
            return;
        }
        self.take_changes(changes);
    }

    fn take_changes(self, changes: Vec<Change>) {
        self.take_step(
            |ledger, now| changes.into_iter().filter_map(|change| ledger.set(change, now)).collect(),
            Beside::NOTHING,
        );
    }

    /// Merges the ledger found in storage, or that of another tab. This is no step: it cannot be undone here.
    pub fn take_in(self, other: &Ledger) {
        let mut merged = self.journal.with_untracked(|journal| journal.ledger.clone());
        merged.merge(other);
        if self.journal.with_untracked(|journal| journal.ledger != merged) {
            self.change_journal(None, |journal| journal.ledger = merged);
        }
    }

    /// What is reported of this plan now.
    fn reports(self) -> Reports {
        untrack(|| self.ledger(|ledger| Reports::of(&self.plan(), ledger)))
    }

    /// Changes the ledger as one step, which did this beside the ledger. Returns the step; `None` if nothing changed.
    pub fn take_step(self, change: impl FnOnce(&mut Ledger, Moment) -> Vec<Edit>, beside: Beside) -> Option<StepId> {
        self.messages.update_untracked(|messages| messages.take_back = Some(Self::take_back));
        let now = self.now();
        let mut step = None;
        self.change_journal(None, |Journal { ledger, history }| step = history.push_with(change(ledger, now), beside));
        step
    }

    /// Takes a step again or, if `back`, takes it back.
    fn step(self, step: &dyn Fn(&mut History, &mut Ledger, Moment) -> Option<Taken>, back: bool) {
        let now = self.now();
        let mut taken = Taken::default();
        self.change_journal(None, |Journal { ledger, history }| taken = step(history, ledger, now).unwrap_or_default());
        if taken.beside != Beside::NOTHING {
            self.command(Command::Beside(taken.beside, back));
        }
        if let Some(first) = taken.skipped.first() {
            let placed = |key: &MarkKey| if let MarkKey::Placed(_, id) = key { Some(*id) } else { None };
            let measures: Ordered<MeasureId> = taken.skipped.iter().filter_map(placed).collect();
            let first = self.measure_label(first);
            self.tell(Notice::LeftAlone { first, measures: measures.iter().count().max(1) });
        }
        // A single changed field is shown, if it is on the open list.
        if let [(MarkKey::Placed(party, id), _)] = taken.changed.as_slice()
            && *party == untrack(|| self.party())
        {
            self.hold(*id);
            self.command(Command::Reveal(Anchor::Measure(*id).element_id(&self.plan())));
        }
    }

    fn hold(self, id: MeasureId) {
        self.change_view(|view| _ = view.lingering.insert(id));
    }
}

/// What is shown: routes, search and filters.
impl Store {
    /// Opens a route as an entry of its own in the browser's history.
    pub fn open(self, route: Route) {
        self.visit(route, true);
    }

    /// Opens a party's whole list.
    pub fn open_party(self, party: Party) {
        self.open(Route::List(ListView { party, filter: Filter::default() }));
    }

    /// Changes the words searched for. Typing is no entry of its own in the browser's history: "back" leaves the search, not
    /// its last letter.
    pub fn search(self, query: String) {
        let is_step = untrack(|| self.view()).filter.query.trim().is_empty() && !query.trim().is_empty();
        let mut view = untrack(|| self.view());
        view.filter.query = query;
        self.turn(Route::List(view), is_step, true);
    }

    /// Ends typing in the search, as the person pauses or does something else.
    pub fn pause(self) {
        if self.typing.get_untracked() {
            self.typing.set(false);
        }
    }

    /// Shows one section, or for `None` all of them.
    pub fn choose_section(self, no: Option<u16>) {
        self.refine(true, &mut |filter| filter.sections = no.into_iter().collect());
    }

    /// Narrows the open list to a stage.
    pub fn choose_stage(self, stage: Stage) {
        let party = untrack(|| self.party());
        self.refine(true, &mut |filter| *filter = stage.of(filter, party));
    }

    /// Switches a facet on or off.
    pub fn toggle(self, facet: fn(&mut Filter) -> &mut bool) {
        self.refine(true, &mut |filter| {
            let on = facet(filter);
            *on = !*on;
        });
    }

    /// Opens the report of a measure, or closes it.
    pub fn toggle_report(self, id: MeasureId) {
        self.change_view(|view| {
            view.lingering.insert(id);
            if !view.opened.remove(&id) {
                view.opened.insert(id);
            }
        });
    }

    /// Clears the filter, so that the whole list is shown.
    pub fn clear_filter(self) {
        self.refine(true, &mut |filter| *filter = Filter::default());
    }

    /// Makes a party's list the one that views about no list come back to.
    pub fn begin_at(self, party: Party) {
        self.view_state.update_untracked(|view| view.last.party = party);
    }

    /// Changes what is printed, if papers are open.
    pub fn change_print(self, change: &dyn Fn(&mut Print)) {
        if let Route::Print(mut print) = untrack(|| self.route()) {
            change(&mut print);
            self.visit(Route::Print(print), false);
        }
    }

    /// Opens the paper of the view that is open, to be printed once it is laid out. Returns whether there is one.
    pub fn print_open(self) -> bool {
        let route = untrack(|| self.route());
        let (kind, blank) = match &route {
            Route::List(_) => (PaperKind::Checklist, false),
            Route::Overview(_) => (PaperKind::Report, false),
            Route::Read => (PaperKind::Text, true),
            _ => return false,
        };
        // Overview and full text are about the whole plan, and so are their papers.
        self.visit(Route::Print(Print { kind, view: route.view(), blank, ..Print::default() }), true);
        // Nothing shown depends on this, and the paper must not be drawn again for it.
        self.view_state.update_untracked(|view| view.prints = true);
        true
    }

    /// Prints the open paper if [`Self::print_open`] asked for it; called when the paper is laid out.
    pub fn print_if_asked(self) {
        if self.view_state.with_untracked(|view| view.prints) {
            self.view_state.update_untracked(|view| view.prints = false);
            self.command(Command::Print);
        }
    }

    /// Lets go of the rows that are shown only because they were changed a moment ago.
    pub fn settle(self) {
        if self.view_state.with_untracked(|view| !view.lingering.is_empty()) {
            self.change_view(|view| view.lingering.clear());
        }
    }

    /// Opens an address that this program wrote. Other addresses are opened by [`Store::open_address`].
    pub fn open_at(self, address: Address) {
        self.forget_address();
        match address {
            Address::Opens(route) => self.visit(route, false),
            Address::Place(anchor) => {
                // The overview is about the whole plan, and so are the links in it.
                let whole = self.view_state.with_untracked(|view| matches!(view.route, Route::Overview(_)));
                self.open_place(anchor, if whole { Party::Coordinator } else { untrack(|| self.last_view()).party });
            }
            Address::PlaceOn(party, anchor) => self.open_place(anchor, party),
            Address::Partly(..) | Address::Unknown(_) => {}
        }
    }

    /// Retracts the notice of an address, as another one is open.
    fn forget_address(self) {
        self.retract(&|notice| matches!(notice, Notice::Told(_, About::Address)));
    }

    /// Opens a party's list with this place in view; the coordinator's if the party's list does not have the place. An open
    /// filter stays if it shows the place.
    fn open_place(self, anchor: Anchor, party: Party) {
        let plan = self.plan();
        let party = if anchor.is_on(party, &plan) { party } else { Party::Coordinator };
        let is_it = |id: MeasureId| matches!(anchor, Anchor::Task(_)) || anchor == Anchor::Measure(id);
        let task = anchor.task(&plan).and_then(|i| plan.tasks.get(i));
        let mut rows = task.iter().flat_map(|task| &task.measures).filter(|row| is_it(row.id));
        let is_list = |view: &ViewState| matches!(&view.route, Route::List(view) if view.party == party);
        let is_list = self.view_state.with_untracked(is_list);
        let shows = is_list && untrack(|| rows.any(|row| self.is_shown(row.id)));
        if !shows {
            self.visit(Route::List(ListView { party, filter: Filter::default() }), false);
        }
        self.change_view(|view| view.pointed = Some(anchor));
        self.command(Command::GoTo(anchor.element_id(&plan)));
    }

    fn refine(self, is_step: bool, change: &mut dyn FnMut(&mut Filter)) {
        let mut view = untrack(|| self.view());
        change(&mut view.filter);
        self.visit(Route::List(view), is_step);
    }

    fn visit(self, route: Route, is_step: bool) {
        self.turn(route, is_step, false);
    }

    /// Opens a route. `is_step` makes it an entry of its own in the browser's history; with `typing`, the search is still
    /// being typed.
    fn turn(self, route: Route, is_step: bool, typing: bool) {
        if self.typing.get_untracked() != typing {
            self.typing.set(typing);
        }
        let old = untrack(|| self.route());
        if old == route {
            if untrack(|| self.pointed()).is_some() {
                self.change_view(|view| view.pointed = None);
            }
            return;
        }
        self.forget_address();
        let page = |route: &Route| std::mem::discriminant(route);
        let turned = page(&old) != page(&route) || old.view().party != route.view().party;
        let last = untrack(|| self.last_view());
        let identity = self.identity.get_untracked();
        if old.view().party != route.view().party && identity.for_other.is_some() {
            // Rows are told of it with the route.
            self.identity.set(Identity { for_other: None, ..identity });
        }
        self.change_view(|view| {
            view.lingering.clear();
            if turned {
                view.opened.clear();
                view.asking = None;
            }
            view.last = last;
            view.pointed = None;
            view.prints = false;
            view.is_step = is_step;
            view.route = route;
        });
        if turned {
            self.command(Command::Top);
        }
    }
}

/// Who this browser reports for.
impl Store {
    /// Remembers who a person is; `None` if that person did not say, or is nobody of them.
    pub fn identify(self, own: Option<Party>) {
        if self.identity.get_untracked().own != own {
            self.change_identity(Identity { own, for_other: None });
        }
    }

    /// Begins to fill in the open list for its party or, with `false`, ends that.
    pub fn fill_in_for_other(self, fills_in: bool) {
        let party = untrack(|| self.party());
        self.change_identity(Identity { for_other: fills_in.then_some(party), ..self.identity.get_untracked() });
    }

    fn change_identity(self, identity: Identity) {
        self.identity.set(identity);
        self.follow_up(&Changed::ViewState);
    }
}

/// The page itself: settings, notices and files.
impl Store {
    /// Chooses the language of the interface.
    pub fn choose_lang(self, lang: Lang) {
        self.change_settings(|settings| settings.lang = Some(lang));
    }

    /// Chooses the theme; `None` follows the system.
    pub fn choose_theme(self, theme: Option<Theme>) {
        self.change_settings(|settings| settings.theme = theme);
    }

    /// Leaves lights out, or no longer.
    pub fn hide_lights(self, hide: bool) {
        self.change_settings(|settings| settings.no_lights = hide);
    }

    /// Shows the Chinese beside an English reading, or no longer.
    pub fn show_chinese(self, show: bool) {
        self.change_settings(|settings| settings.chinese = show);
    }

    /// Leaves out what keys do that are pressed alone, or no longer.
    pub fn leave_keys(self, out: bool) {
        self.change_settings(|settings| settings.no_keys = out);
    }

    /// Chooses the rendition of the plan's text.
    pub fn choose_rendition(self, rendition: Rendition) {
        self.change_settings(|settings| settings.rendition = Some(rendition));
    }

    /// Commands the page to do something that only it can do.
    pub fn command(self, command: Command) {
        self.session.commands.update(|commands| commands.push(command));
    }

    /// Sets whether progress is being kept.
    pub fn set_keeping(self, keeping: Keeping) {
        if untrack(|| self.keeping()) != keeping {
            self.messages.update(|messages| messages.keeping = keeping);
        }
    }

    /// Shows a notice until it is closed. A newer notice of the same kind replaces it.
    pub fn tell(self, notice: Notice) {
        let same = |old: &Notice| old.kind() == notice.kind();
        let keeps = |old: &Notice| *old != notice && (!same(old) || matches!(old, Notice::PutAside(_)));
        let mut notices = untrack(|| self.notices());
        notices.retain(keeps);
        notices.push(notice);
        self.messages.update(|messages| messages.notices = notices);
    }

    /// Closes a notice.
    pub fn dismiss(self, notice: &Notice) {
        self.retract(&|old| old == notice);
    }

    /// Removes the notices that are over.
    fn retract(self, is_over: &dyn Fn(&Notice) -> bool) {
        if self.messages.with_untracked(|messages| messages.notices.iter().any(is_over)) {
            self.messages.update(|messages| messages.notices.retain(|notice| !is_over(notice)));
        }
    }

    /// Sets the texts that are kept beside the ledger: those put aside, and the snapshots of earlier days.
    pub fn set_stored(self, asides: Vec<Stored>, snapshots: Vec<Stored>) {
        // While saves fail these lists are set again and again; without a difference nobody is told.
        if untrack(|| self.asides() != asides || self.snapshots() != snapshots) {
            self.messages.update(|messages| {
                messages.asides = asides;
                messages.snapshots = snapshots;
            });
        }
    }

    /// Shows a reminder to save a file if changes older than a week are in no file; `filed` is when the last change that is
    /// in a file was entered.
    pub fn remind(self, filed: Moment) {
        let now = self.now();
        // If the clock was ahead when the file was saved, `filed` would silence the reminder until then.
        let filed = if is_believable(filed, now) { filed } else { 0 };
        let first = untrack(|| self.ledger(|ledger| ledger.first_after(filed, now)));
        if let Some(since) = first.filter(|since| since.saturating_add(WEEK) < now) {
            self.tell(Notice::unfiled(since));
        }
    }

    /// Shows a notice if versions in the ledger carry dates to come.
    pub fn tell_days_to_come(self) {
        let versions = untrack(|| self.ledger(|ledger| ledger.of_days_to_come(self.now())));
        if versions > 0 {
            self.tell(Notice::days_to_come(versions));
        }
    }

    /// Offers the ledger as a file; one that says from which copy it is, where what writes that is there ([`bring_copies`]).
    pub fn save_file(self) {
        let plan = self.plan();
        let write = |ledger: &Ledger| match COPIES.get() {
            Some(write) => write(self, ledger),
            None => ledger_file::write(ledger, &plan),
        };
        let text = untrack(|| self.ledger(write));
        let date = calendar::iso_date(self.now());
        self.command(Command::Save { name: format!("yaodian-{}-{date}.json", plan.id), text });
        self.command(Command::Filed(untrack(|| self.ledger(|ledger| ledger.entered(self.now()))).unwrap_or(0)));
        self.retract(&|notice| matches!(notice, Notice::Told(_, About::Unfiled)));
    }

    /// Offers a text that is kept beside the ledger as a file.
    pub fn save_stored(self, aside: &Stored) {
        self.command(Command::Save {
            name: format!("{}.txt", aside.key.replace(['/', ':'], "-")),
            text: aside.text.clone(),
        });
    }

    /// Reads the text of a file and puts it on offer: what it would change, or why it is refused. The ledger stays unchanged.
    pub fn offer_file(self, name: String, text: &str) {
        self.offer_read(name, ledger_file::read(text, &self.plan()));
    }

    /// As [`Store::offer_file`], of a file whose bytes gave this text in this encoding.
    pub fn offer_decoded(self, name: String, text: &str, encoding: &str) {
        self.offer_read(name, ledger_file::read_decoded(text, encoding, &self.plan()));
    }

    fn offer_read(self, name: String, read: Result<Ledger, LedgerFileError>) {
        self.set_offer(Some(match read {
            Ok(ledger) => Offer::Fits { name, ledger, of_file: None },
            Err(error) => Offer::Refused { name, error },
        }));
    }

    /// Puts a file on offer that could not be read.
    pub fn refuse_file(self, offer: Offer) {
        self.set_offer(Some(offer));
    }

    /// Removes the file on offer.
    pub fn decline_offer(self) {
        self.set_offer(None);
    }

    fn set_offer(self, offer: Option<Offer>) {
        self.messages.update(|messages| messages.offer = offer);
    }
}
