//! Everything a person, another tab or the page can do to the state. The only place that writes the ledger.

use super::page::{Aside, Ask, Keeping, Notice, Offer};
use super::store::{Book, Store};
use crate::domain::calendar;
use crate::domain::filter::Filter;
use crate::domain::history::{Changes, History};
use crate::domain::ledger::{Cell, Edit, Ledger};
use crate::domain::party::Party;
use crate::domain::plan::MeasureId;
use crate::domain::reading::Script;
use crate::domain::settings::{Lang, Theme};
use crate::persist::ledger_file;
use crate::route::{Address, Anchor, ListView, Route};
use leptos::prelude::*;

/// Marking.
impl Store {
    /// Ticks a measure for the party whose list is open, or takes the tick back.
    pub fn tick(self, id: MeasureId, done: bool) {
        let cell = Cell::Placed(untrack(|| self.party()), id);
        // Held first: the row must not go for even a moment.
        self.hold(id);
        let now = self.now();
        self.change(&mut |ledger| ledger.set(cell.clone(), done, now).into_iter().collect());
    }

    /// Takes the last change back.
    pub fn undo(self) {
        self.step(History::undo);
    }

    /// Does the change again that was taken back last.
    pub fn redo(self) {
        self.step(History::redo);
    }

    /// Takes over the ledger of the file on offer, as one change.
    pub fn accept_offer(self) {
        let Some(Offer::Fits { ledger, .. }) = untrack(|| self.offer()) else { return };
        self.decline_offer();
        let now = self.now();
        self.change(&mut |mine| mine.replace(&ledger, now));
        self.tell(Notice::Replaced { ticks: untrack(|| self.ledger(Ledger::ticks)) });
    }

    /// Deletes all ticks of this plan, of all parties, as one change, and what was put aside.
    pub fn delete_all(self) {
        let ticks = untrack(|| self.ledger(Ledger::ticks));
        let now = self.now();
        self.change(&mut |ledger| ledger.clear(now));
        self.told.update(|told| told.notices.retain(|notice| !matches!(notice, Notice::PutAside(_))));
        self.tell(Notice::Deleted { ticks });
        self.ask(Ask::DropAsides);
    }

    /// Takes over what was kept before, or what another tab keeps. Not a change of this page: it cannot be undone here.
    pub fn take_in(self, other: &Ledger) {
        let mut merged = self.book.with_untracked(|book| book.ledger.clone());
        merged.merge(other);
        if self.book.with_untracked(|book| book.ledger != merged) {
            self.book.update(|book| book.ledger = merged);
        }
    }

    fn change(self, change: &mut dyn FnMut(&mut Ledger) -> Vec<Edit>) {
        self.book.update(|Book { ledger, history }| history.push(change(ledger)));
    }

    fn step(self, step: fn(&mut History) -> Option<Changes>) {
        let now = self.now();
        let mut changes = Vec::new();
        self.book.update(|Book { ledger, history }| {
            changes = step(history).unwrap_or_default();
            ledger.apply(changes.iter().map(|(cell, done)| (cell, *done)), now);
        });
        // Show a person what came back, where it is on the open list.
        if let [(Cell::Placed(party, id), _)] = changes.as_slice()
            && *party == untrack(|| self.party())
        {
            self.hold(*id);
            self.ask(Ask::Reveal(Anchor::Measure(*id).element_id()));
        }
    }

    fn hold(self, id: MeasureId) {
        self.look.update(|look| _ = look.lingering.insert(id));
    }
}

/// Looking.
impl Store {
    /// Opens a route as a step of its own.
    pub fn open(self, route: Route) {
        self.visit(route, true);
    }

    /// Opens a party's whole list.
    pub fn open_party(self, party: Party) {
        self.open(Route::List(ListView { party, filter: Filter::default() }));
    }

    /// Changes what is searched for. Typing is not a step of its own: "back" leaves the search, not its last letter.
    pub fn search(self, query: String) {
        let is_step = untrack(|| self.view()).filter.query.trim().is_empty() && !query.trim().is_empty();
        let mut query = Some(query);
        self.refine(is_step, &mut |filter| filter.query = query.take().unwrap_or_default());
    }

    /// Shows a section, or stops to.
    pub fn toggle_section(self, no: u16) {
        self.refine(true, &mut |filter| {
            if !filter.sections.remove(&no) {
                filter.sections.insert(no);
            }
        });
    }

    /// Shows what is not done, or stops to.
    pub fn toggle_open(self) {
        self.refine(true, &mut |filter| filter.open = !filter.open);
    }

    /// Shows what is done, or stops to.
    pub fn toggle_done(self) {
        self.refine(true, &mut |filter| filter.done = !filter.done);
    }

    /// Shows only what has a target, or stops to.
    pub fn toggle_target(self) {
        self.refine(true, &mut |filter| filter.target = !filter.target);
    }

    /// Shows the whole list again.
    pub fn clear_filter(self) {
        self.refine(true, &mut |filter| *filter = Filter::default());
    }

    /// Switches the open paper between blank and filled in.
    pub fn print_blank(self, blank: bool) {
        if let Route::Print(view, _) = untrack(|| self.route()) {
            self.visit(Route::Print(view, blank), false);
        }
    }

    /// Lets go of rows that are there only because they were changed a moment ago.
    pub fn settle(self) {
        if self.look.with_untracked(|look| !look.lingering.is_empty()) {
            self.look.update(|look| look.lingering.clear());
        }
    }

    /// Opens what the browser's address says.
    pub fn open_address(self, fragment: &str) {
        match Route::read(fragment, &self.plan()) {
            Address::Opens(route) => self.visit(route, false),
            Address::Place(anchor) => self.open_place(anchor),
            Address::Unknown(text) => {
                self.tell(Notice::UnknownAddress(text));
                self.visit(Route::default(), false);
            }
        }
    }

    /// Opens the list with this place in view: the open list if it has it and shows it, else the coordinator's.
    fn open_place(self, anchor: Anchor) {
        let plan = self.plan();
        let view = untrack(|| self.last_view());
        let tasks = plan.scope(view.party);
        let holds = tasks.all().filter_map(|i| plan.tasks.get(i)).any(|task| task.id == anchor.task());
        let party = if holds { view.party } else { Party::Coordinator };
        let is_it = |id: &MeasureId| match anchor {
            Anchor::Measure(wanted) => *id == wanted,
            Anchor::Task(task) => id.task == task,
        };
        let is_list = self.look.with_untracked(|look| matches!(look.route, Route::List(_)));
        let shows = is_list && untrack(|| plan.measures().any(|row| is_it(&row.id) && self.is_shown(row.id)));
        if !(holds && shows) {
            self.visit(Route::List(ListView { party, filter: Filter::default() }), false);
        }
        self.look.update(|look| look.pointed = Some(anchor));
        self.ask(Ask::GoTo(anchor.element_id()));
    }

    fn refine(self, is_step: bool, change: &mut dyn FnMut(&mut Filter)) {
        let mut view = untrack(|| self.view());
        change(&mut view.filter);
        self.visit(Route::List(view), is_step);
    }

    fn visit(self, route: Route, is_step: bool) {
        let old = untrack(|| self.route());
        if old == route {
            if untrack(|| self.pointed()).is_some() {
                self.look.update(|look| look.pointed = None);
            }
            return;
        }
        let page = |route: &Route| std::mem::discriminant(route);
        let turned = page(&old) != page(&route) || old.view().party != route.view().party;
        let last = untrack(|| self.last_view());
        self.look.update(|look| {
            look.lingering.clear();
            look.last = last;
            look.pointed = None;
            look.is_step = is_step;
            look.route = route;
        });
        if turned {
            self.ask(Ask::Top);
        }
    }
}

/// The page itself.
impl Store {
    /// Chooses the language of the interface.
    pub fn choose_lang(self, lang: Lang) {
        self.settings.update(|settings| settings.lang = Some(lang));
    }

    /// Chooses the theme; `None` follows the system.
    pub fn choose_theme(self, theme: Option<Theme>) {
        self.settings.update(|settings| settings.theme = theme);
    }

    /// Chooses the script of the plan's text.
    pub fn choose_script(self, script: Script) {
        self.settings.update(|settings| settings.script = Some(script));
    }

    /// Asks the page for something only it can do.
    pub fn ask(self, ask: Ask) {
        self.asks.update(|asks| asks.push(ask));
    }

    /// What was asked of the page since the last time, in order.
    pub fn take_asks(self) -> Vec<Ask> {
        let mut asks = Vec::new();
        if self.asks.with(|waiting| !waiting.is_empty()) {
            self.asks.update(|waiting| asks = std::mem::take(waiting));
        }
        asks
    }

    /// Says whether progress is being kept.
    pub fn set_keeping(self, keeping: Keeping) {
        if untrack(|| self.keeping()) != keeping {
            self.told.update(|told| told.keeping = keeping);
        }
    }

    /// Tells a person something, until it is closed. Something newer of the same kind takes its place.
    pub fn tell(self, notice: Notice) {
        let same = |old: &Notice| std::mem::discriminant(old) == std::mem::discriminant(&notice);
        let keeps = |old: &Notice| *old != notice && (!same(old) || matches!(old, Notice::PutAside(_)));
        let mut notices = untrack(|| self.notices());
        notices.retain(keeps);
        notices.push(notice);
        self.told.update(|told| told.notices = notices);
    }

    /// Closes what was told.
    pub fn dismiss(self, notice: &Notice) {
        self.told.update(|told| told.notices.retain(|old| old != notice));
    }

    /// Lists what was put aside.
    pub fn set_asides(self, asides: Vec<Aside>) {
        if untrack(|| self.asides()) != asides {
            self.told.update(|told| told.asides = asides);
        }
    }

    /// Offers the ledger as a file.
    pub fn save_file(self) {
        let plan = self.plan();
        let text = untrack(|| self.ledger(|ledger| ledger_file::write(ledger, &plan)));
        let date = calendar::iso_date(self.now());
        self.ask(Ask::Save { name: format!("yaodian-{}-{date}.json", plan.id), text });
    }

    /// Offers something that was put aside as a file.
    pub fn save_aside(self, aside: &Aside) {
        self.ask(Ask::Save { name: format!("{}.txt", aside.key.replace(['/', ':'], "-")), text: aside.text.clone() });
    }

    /// Looks at the text of a file: what it would change, or why it is refused. Changes nothing.
    pub fn offer_file(self, name: String, text: &str) {
        let offer = match ledger_file::read(text, &self.plan()) {
            Ok(ledger) => Offer::Fits { name, ledger },
            Err(error) => Offer::Refused { name, error },
        };
        self.set_offer(Some(offer));
    }

    /// Says that a file could not be looked at.
    pub fn refuse_file(self, offer: Offer) {
        self.set_offer(Some(offer));
    }

    /// Puts the file on offer away.
    pub fn decline_offer(self) {
        self.set_offer(None);
    }

    fn set_offer(self, offer: Option<Offer>) {
        self.told.update(|told| told.offer = offer);
    }
}
