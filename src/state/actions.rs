//! Everything a person, another tab or the page can do to the state. The only place that writes the ledger.

use super::page::{Ask, Keeping, Notice, Offer};
use super::store::Store;
use crate::domain::calendar;
use crate::domain::filter::Filter;
use crate::domain::history::History;
use crate::domain::ledger::{Cell, Edit, Ledger};
use crate::domain::party::Party;
use crate::domain::plan::MeasureId;
use crate::domain::reading::Script;
use crate::domain::settings::{Lang, Theme};
use crate::persist::keeper::Aside;
use crate::persist::ledger_file;
use crate::route::{Address, Anchor, ListView, Route};
use leptos::prelude::*;

/// Marking.
impl Store {
    /// Ticks a measure for the party whose list is open, or takes the tick back.
    pub fn tick(self, id: MeasureId, done: bool) {
        let cell = Cell::Placed(self.party.get_untracked(), id);
        // Held first: the row must not go for even a moment.
        self.lingering.update(|ids| _ = ids.insert(id));
        let now = self.now();
        self.change(|ledger| ledger.set(cell, done, now).into_iter().collect());
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
        let Some(Offer::Fits { ledger, .. }) = self.offer.get_untracked() else { return };
        self.offer.set(None);
        let now = self.now();
        self.change(|mine| mine.replace(&ledger, now));
        self.tell(Notice::Replaced { ticks: self.ledger.with_untracked(Ledger::ticks) });
    }

    /// Deletes all ticks of this plan, of all parties, as one change, and what was put aside.
    pub fn delete_all(self) {
        let ticks = self.ledger.with_untracked(Ledger::ticks);
        let now = self.now();
        self.change(|ledger| ledger.clear(now));
        self.notices.update(|notices| notices.retain(|notice| !matches!(notice, Notice::PutAside(_))));
        self.tell(Notice::Deleted { ticks });
        self.ask(Ask::DropAsides);
    }

    /// Takes over what was kept before, or what another tab keeps. Not a change of this page: it cannot be undone here.
    pub fn take_in(self, other: &Ledger) {
        let mut merged = self.ledger.get_untracked();
        merged.merge(other);
        if self.ledger.with_untracked(|ledger| *ledger != merged) {
            self.ledger.set(merged);
        }
    }

    fn change(self, change: impl FnOnce(&mut Ledger) -> Vec<Edit>) {
        let mut edits = Vec::new();
        self.ledger.update(|ledger| edits = change(ledger));
        if !edits.is_empty() {
            self.history.update(|history| history.push(edits));
        }
    }

    fn step(self, step: impl FnOnce(&mut History) -> Option<Vec<(Cell, bool)>>) {
        let mut changes = None;
        self.history.update(|history| changes = step(history));
        let Some(changes) = changes else { return };
        let now = self.now();
        self.ledger.update(|ledger| ledger.apply(changes.iter().map(|(cell, done)| (cell, *done)), now));
        // Show a person what came back, where it is on the open list.
        if let [(Cell::Placed(party, id), _)] = changes.as_slice()
            && *party == self.party.get_untracked()
        {
            self.lingering.update(|ids| _ = ids.insert(*id));
            self.ask(Ask::Reveal(Anchor::Measure(*id).element_id()));
        }
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
        let was_empty = self.route.with_untracked(|route| route.view().filter.query.is_empty());
        self.refine(was_empty, |filter| filter.query = query);
    }

    /// Shows a section, or stops to.
    pub fn toggle_section(self, no: u16) {
        self.refine(true, |filter| {
            if !filter.sections.remove(&no) {
                filter.sections.insert(no);
            }
        });
    }

    /// Shows what is not done, or stops to.
    pub fn toggle_open(self) {
        self.refine(true, |filter| filter.open = !filter.open);
    }

    /// Shows what is done, or stops to.
    pub fn toggle_done(self) {
        self.refine(true, |filter| filter.done = !filter.done);
    }

    /// Shows only what has a target, or stops to.
    pub fn toggle_target(self) {
        self.refine(true, |filter| filter.target = !filter.target);
    }

    /// Shows the whole list again.
    pub fn clear_filter(self) {
        self.refine(true, |filter| *filter = Filter::default());
    }

    /// Switches the open paper between blank and filled in.
    pub fn print_blank(self, blank: bool) {
        if let Route::Print(view, _) = self.route.get_untracked() {
            self.visit(Route::Print(view, blank), false);
        }
    }

    /// Lets go of rows that are there only because they were changed a moment ago.
    pub fn settle(self) {
        if self.lingering.with_untracked(|ids| !ids.is_empty()) {
            self.lingering.update(std::collections::BTreeSet::clear);
        }
    }

    /// Opens what the browser's address says.
    pub fn open_address(self, fragment: &str) {
        let plan = self.plan();
        match Route::read(fragment, &plan) {
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
        let holds = |party: Party| plan.scope(party).all().any(|i| plan.tasks[i].id == anchor.task());
        let party = self.party.get_untracked();
        let party = if holds(party) { party } else { Party::Coordinator };
        let shows = match (self.route.get_untracked(), anchor) {
            (Route::List(view), Anchor::Measure(id)) => {
                view.party == party && self.shown.with_untracked(|shown| shown.measures.contains(&id))
            }
            (Route::List(view), Anchor::Task(id)) => {
                view.party == party && self.shown.with_untracked(|shown| shown.measures.iter().any(|m| m.task == id))
            }
            _ => false,
        };
        if !shows {
            self.visit(Route::List(ListView { party, filter: Filter::default() }), false);
        }
        self.pointed.set(Some(anchor));
        self.ask(Ask::GoTo(anchor.element_id()));
    }

    fn refine(self, is_step: bool, change: impl FnOnce(&mut Filter)) {
        let mut view = self.route.with_untracked(Route::view);
        change(&mut view.filter);
        self.visit(Route::List(view), is_step);
    }

    fn visit(self, route: Route, is_step: bool) {
        if self.route.with_untracked(|old| *old == route) {
            return;
        }
        self.settle();
        let page = |route: &Route| std::mem::discriminant(route);
        let turned = self.route.with_untracked(|old| page(old) != page(&route) || old.view().party != route.view().party);
        self.is_step.set_value(is_step);
        self.route.set(route);
        self.pointed.set(None);
        if turned {
            self.ask(Ask::Top);
        }
    }

    /// Whether the route just opened is a step of its own in the browser's history.
    pub fn is_step(self) -> bool {
        self.is_step.get_value()
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
        if self.asks.with(Vec::is_empty) {
            return Vec::new();
        }
        let mut asks = Vec::new();
        self.asks.update(|waiting| asks = std::mem::take(waiting));
        asks
    }

    /// Says whether progress is being kept.
    pub fn set_keeping(self, keeping: Keeping) {
        if self.keeping.get_untracked() != keeping {
            self.keeping.set(keeping);
        }
    }

    /// Tells a person something, until it is closed.
    pub fn tell(self, notice: Notice) {
        self.notices.update(|notices| {
            notices.retain(|old| std::mem::discriminant(old) != std::mem::discriminant(&notice) || matches!(old, Notice::PutAside(_)));
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        });
    }

    /// Closes what was told.
    pub fn dismiss(self, notice: &Notice) {
        self.notices.update(|notices| notices.retain(|old| old != notice));
    }

    /// Lists what was put aside.
    pub fn set_asides(self, asides: Vec<Aside>) {
        if self.asides.with_untracked(|old| *old != asides) {
            self.asides.set(asides);
        }
    }

    /// Offers the ledger as a file.
    pub fn save_file(self) {
        let plan = self.plan();
        let text = self.ledger.with_untracked(|ledger| ledger_file::write(ledger, &plan));
        let date = calendar::iso_date(self.now());
        self.ask(Ask::Save { name: format!("yaodian-{}-{date}.json", plan.id), text });
    }

    /// Offers something that was put aside as a file.
    pub fn save_aside(self, aside: &Aside) {
        self.ask(Ask::Save { name: format!("{}.txt", aside.key.replace(['/', ':'], "-")), text: aside.text.clone() });
    }

    /// Looks at the text of a file: what it would change, or why it is refused. Changes nothing.
    pub fn offer_file(self, name: String, text: &str) {
        self.offer.set(Some(match ledger_file::read(text, &self.plan()) {
            Ok(ledger) => Offer::Fits { name, ledger },
            Err(error) => Offer::Refused { name, error },
        }));
    }

    /// Says that a file could not be looked at.
    pub fn refuse_file(self, offer: Offer) {
        self.offer.set(Some(offer));
    }

    /// Puts the file on offer away.
    pub fn decline_offer(self) {
        self.offer.set(None);
    }
}
