//! The workspace of a plan: its signals, and everything that follows from them.
//!
//! Everything on the page is in one of the signals here or follows from them. A tick changes the journal, a keystroke of the
//! search the view state. What that changes in the list is worked out once; then each row that looks different is updated,
//! through a signal of its own ([`super::rows`]). If thousands of rows followed one signal, each would have to be taken from
//! that signal's list and put back with every change.

use super::page::{Command, Keeping, Notice, Offer, Stored};
use super::rows::{Row, Rows};
use super::session::Session;
use crate::domain::arrangement;
use crate::domain::calendar::day;
use crate::domain::dues::Apart;
use crate::domain::english::{self, English};
use crate::domain::filter::{Filter, Index, Search, Shown};
use crate::domain::glance::Glance;
use crate::domain::history::{Beside, History, StepId};
use crate::domain::hits::terms;
use crate::domain::identity::Identity;
use crate::domain::ledger::{Ledger, Moment};
use crate::domain::lights::OnDay;
use crate::domain::mark::Field;
use crate::domain::ordered::Ordered;
use crate::domain::overview::{self, LateRow};
use crate::domain::party::{Party, Scope};
use crate::domain::plan::{Assignee, MeasureId, Plan, Rewording};
use crate::domain::printed_day::Day;
use crate::domain::reading::Readings;
use crate::domain::rollup::{Asked, Count, Lighting, Standing, Standings, Total};
use crate::domain::rounds::{Round, Rounds};
use crate::domain::sayings::sayings;
use crate::domain::script::{Rendition, fold_text};
use crate::domain::settings::{Lang, Settings};
use crate::domain::words::holds;
use crate::persist::keeper::Keeper;
use crate::route::{self, Anchor, ListView, Print, Route};
use crate::text::{self, Words};
use leptos::prelude::*;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// A heading of the list and the tasks under it, as indices into the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Index into the plan's sections; `None` for the undetermined tasks.
    pub section: Option<usize>,
    /// Indices into the plan's tasks.
    pub tasks: Vec<usize>,
}

/// The part of a workspace that never changes.
pub(super) struct Fixed {
    plan: Arc<Plan>,
    /// The number of measures of the plan.
    measures: usize,
    pub(super) rows: Rows,
    pub(super) readings: Readings<RewordingsOf>,
    pub(super) index: Index<Arc<Plan>>,
    /// Keeps the ledger in storage.
    keeper: StoredValue<Keeper>,
}

/// Borrows the rewordings of a plan that it holds.
pub(super) struct RewordingsOf(Arc<Plan>);

impl Deref for RewordingsOf {
    type Target = [Rewording];
    fn deref(&self) -> &[Rewording] {
        &self.0.rewordings
    }
}

/// The ledger with its history of steps.
#[derive(Default)]
pub(super) struct Journal {
    pub(super) ledger: Ledger,
    pub(super) history: History,
}

/// What a person is looking at.
#[derive(Default)]
pub(super) struct ViewState {
    pub(super) route: Route,
    /// Whether the last change of route is an entry of its own in the browser's history.
    pub(super) is_step: bool,
    /// The list that was open last, for views that are about no list.
    pub(super) last: ListView,
    /// Rows that stay in the list because they were changed a moment ago.
    pub(super) lingering: Ordered<MeasureId>,
    pub(super) pointed: Option<Anchor>,
    /// Whether the open paper is to be printed as soon as it is laid out.
    pub(super) prints: bool,
    /// Measures whose report is open.
    pub(super) opened: Ordered<MeasureId>,
    /// The measure that the coordinator was asked about before it is signed off.
    pub(super) asking: Option<MeasureId>,
}

/// The notices for a person, and the functions behind them.
#[derive(Default)]
pub(super) struct Messages {
    pub(super) keeping: Keeping,
    pub(super) notices: Vec<Notice>,
    pub(super) asides: Vec<Stored>,
    pub(super) snapshots: Vec<Stored>,
    pub(super) offer: Option<Offer>,
    /// Undoes one step. Set when the first notice of a step is shown, so that a first visit does without the code.
    pub(super) take_back: Option<fn(Store, StepId)>,
    /// Does beside the ledger what a step did or, if `true`, takes it back. Set by the views that take such steps.
    pub(super) beside: Option<fn(Store, Beside, bool)>,
}

/// The open list.
pub(super) struct List {
    pub(super) party: Party,
    scope: Scope,
    /// The number of measures on it.
    measures: usize,
    pub(super) groups: Vec<Group>,
}

impl List {
    fn of(plan: &Plan, scope: Scope) -> Self {
        let party = scope.party;
        let measures = scope.measures(plan).count();
        Self { party, groups: groups(plan, &scope), measures, scope }
    }
}

/// What was changed last.
pub(super) enum Changed {
    /// The view state or the settings.
    ViewState,
    /// By which names bodies are known.
    Names,
    /// Marks of these measures only.
    Said(Vec<MeasureId>),
    /// Anything in the journal.
    Journal,
}

/// The standings of the measures of the open list, and which of them the filter shows.
#[derive(Default)]
pub(super) struct Filtered {
    pub(super) standings: Standings,
    /// The total of the list.
    total: Total,
    filter: Filter,
    pub(super) search: Search,
    pub(super) shown: Shown,
    /// The rows as they were last told, in their order.
    pub(super) told: Vec<Row>,
}

impl Filtered {
    /// Works out again what a change may affect. Returns whether anything differs.
    fn follow(
        &mut self,
        fixed: &Fixed,
        list: &List,
        ledger: &Ledger,
        (filter, today): (&Filter, Day),
        changed: &Changed,
    ) -> bool {
        let plan = &*fixed.plan;
        let today_lit = OnDay::of(today);
        let lighting: Lighting = &|of| today_lit.lit(plan, ledger, fixed.index.dues(), of);
        let stands_otherwise = match changed {
            Changed::ViewState => false,
            Changed::Names => {
                self.search = Search::default();
                true
            }
            Changed::Said(measures) => self.standings.look_again(plan, ledger, list.party, measures, lighting),
            Changed::Journal => {
                let before = std::mem::take(&mut self.standings);
                self.standings = Standings::lit(plan, ledger, list.party, list.scope.all(), lighting);
                self.standings != before
            }
        };
        if !stands_otherwise && *filter == self.filter {
            return false;
        }
        self.filter.clone_from(filter);
        self.total = self.standings.total();
        let searches = self.search.turn(&fixed.index, terms(&filter.query));
        let shown = fixed.index.shown_of(&list.scope, filter, &self.search, &self.standings, today);
        let other = stands_otherwise || searches || shown != self.shown;
        self.shown = shown;
        other
    }
}

/// The workspace of the plan that is open. Cheap to copy; there is one at a time, and it ends when another plan is opened.
#[derive(Clone, Copy)]
pub struct Store {
    /// The session, which outlives the workspace.
    pub(super) session: Session,
    fixed: StoredValue<Arc<Fixed>>,
    /// Written by [`super::actions`] only.
    pub(super) journal: RwSignal<Journal>,
    pub(super) view_state: RwSignal<ViewState>,
    /// For whom this browser reports.
    pub(super) identity: RwSignal<Identity>,
    /// Whether the search is being typed: until a pause, the address is not written and nothing is announced.
    pub(super) typing: RwSignal<bool>,
    pub(super) messages: RwSignal<Messages>,
    /// The route of the view state, for views that follow nothing else of it: set only when the route differs.
    route: RwSignal<Route>,
    pub(super) list: RwSignal<List>,
    pub(super) filtered: RwSignal<Filtered>,
    /// How many pieces of a long list are drawn after the first.
    pieces: RwSignal<usize>,
}

impl Store {
    /// The workspace of a page just loaded, with [`Session::new`] and the page's own plan open.
    pub fn new(plan: Plan, settings: Settings, browser_lang: Lang, clock: fn() -> Moment) -> Self {
        Self::on(Session::new(plan, settings, browser_lang, clock))
    }

    /// The workspace of the session's plan. It ends with the reactive owner under which it is made.
    pub fn on(session: Session) -> Self {
        let plan = session.plan();
        let (rows, readings) = (Rows::of(&plan), Readings::new(RewordingsOf(plan.clone())));
        let (measures, index) = (plan.measures().count(), Index::new(plan.clone()));
        if untrack(|| session.english.get()) {
            index.read_too(english::of(&plan));
        }
        let list = List::of(&plan, plan.scope(Party::default()));
        let keeper = StoredValue::new(Keeper::new(&plan));
        let store = Self {
            session,
            fixed: StoredValue::new(Arc::new(Fixed { plan, measures, rows, readings, index, keeper })),
            journal: RwSignal::new(Journal::default()),
            view_state: RwSignal::new(ViewState::default()),
            identity: RwSignal::new(Identity::default()),
            typing: RwSignal::new(false),
            messages: RwSignal::new(Messages::default()),
            route: RwSignal::new(Route::default()),
            list: RwSignal::new(list),
            filtered: RwSignal::new(Filtered::default()),
            pieces: RwSignal::new(0),
        };
        store.follow_up(&Changed::Journal);
        store
    }

    /// Works out what follows from a change, and updates everything that differs. Called after every change.
    pub(super) fn follow_up(self, changed: &Changed) {
        untrack(|| {
            let route = self.view_state.with(|view| (view.route != self.route.get()).then(|| view.route.clone()));
            if let Some(route) = route {
                self.route.set(route);
            }
            let view = self.view();
            let turned = self.list.with(|list| list.party != view.party);
            if turned {
                let scope = self.ledger(|ledger| arrangement::scope(&self.plan(), ledger, view.party));
                self.list.set(List::of(&self.plan(), scope));
            } else if let Some(settling) = arrangement::settling().filter(|_| matches!(changed, Changed::Journal)) {
                let now = |list: &List| self.ledger(|ledger| (settling.rearranged)(&self.plan(), ledger, &list.scope));
                if let Some(scope) = self.list.with(now) {
                    self.list.set(List::of(&self.plan(), scope));
                }
            }
            let changed = if turned { &Changed::Journal } else { changed };
            let fixed = self.fixed();
            let follow = |list: &List, ledger: &Ledger| {
                self.filtered.maybe_update(|filtered| {
                    filtered.follow(&fixed, list, ledger, (&view.filter, self.today()), changed)
                });
            };
            self.list.with(|list| self.ledger(|ledger| follow(list, ledger)));
            if !view.filter.query.is_empty() {
                self.expect_names();
            }
            self.tell_rows();
        });
    }

    /// Works everything out again, as code has come that says more of it.
    pub fn look_again(self) {
        self.follow_up(&Changed::Journal);
    }

    /// Takes an English reading, which came after the page began, and shows and searches it from now on.
    pub fn read_in_english(self, reading: &'static English) {
        english::bring(reading);
        self.fixed().index.read_too(english::of(&self.plan()));
        self.session.english.set(true);
        // What was found before was not looked for in English.
        self.filtered.update_untracked(|filtered| {
            filtered.search = Search::default();
            filtered.standings = Standings::default();
        });
        self.look_again();
    }

    /// Whether an English reading would be shown if there were one.
    pub fn awaits_english(self) -> bool {
        self.lang() == Lang::En && !self.session.english.get()
    }

    /// The English reading of the plan, if the interface is in English and there is one.
    pub fn reading_in_english(self) -> Option<&'static English> {
        let asked = self.lang() == Lang::En && self.session.english.get();
        if asked { english::of(&self.plan()) } else { None }
    }

    /// What never changes while the plan is open.
    pub(super) fn fixed(self) -> Arc<Fixed> {
        self.fixed.get_value()
    }

    /// The session, which outlives the workspace.
    pub fn session(self) -> Session {
        self.session
    }

    /// Whether another plan was opened. Then nothing of this workspace may be used any more.
    pub fn is_gone(self) -> bool {
        self.journal.is_disposed()
    }

    /// Wraps something to be done later, so that it is left out if another plan was opened by then.
    pub fn while_open(self, act: impl FnOnce()) -> impl FnOnce() {
        move || {
            if !self.is_gone() {
                act();
            }
        }
    }

    /// Uses the keeper of this plan; `None` if it is in use already.
    pub fn with_keeper<T>(self, act: impl FnOnce(&mut Keeper) -> T) -> Option<T> {
        self.fixed.try_get_value()?.keeper.try_update_value(act)
    }

    /// The address of a route of this plan.
    pub fn address(self, route: &Route) -> String {
        let address = route.address(&self.plan());
        if route.is_of_library() { address } else { self.in_plan(address) }
    }

    /// The address of an element on the open list.
    pub fn place_address(self, element: &str) -> String {
        let plan = self.plan();
        self.in_plan(route::place_address(element, untrack(|| self.party()), &plan))
    }

    /// The address of a place on a party's list.
    pub fn place_address_on(self, party: Party, place: Anchor) -> String {
        let plan = self.plan();
        self.in_plan(place.address(party, &plan))
    }

    /// The address within this plan: unchanged for the page's own plan, with the plan's id for another.
    fn in_plan(self, address: String) -> String {
        let plan = self.plan();
        if self.session.is_own(&plan.id) { address } else { route::within(&plan.id, &address) }
    }

    /// The plan.
    pub fn plan(self) -> Arc<Plan> {
        self.fixed().plan.clone()
    }

    /// The number of measures of the plan.
    pub fn plan_measures(self) -> usize {
        self.fixed().measures
    }

    /// The current moment, in milliseconds since 1970.
    pub fn now(self) -> Moment {
        (self.session.clock)()
    }

    /// The current day in China.
    pub fn today(self) -> Day {
        u32::try_from(day(self.now())).unwrap_or(Day::MAX)
    }

    /// Whether measures of the plan have deadlines.
    pub fn has_dues(self) -> bool {
        !self.fixed().index.dues().is_empty()
    }

    /// The plan at a glance, today, with the reports that were made for the round of today, if there is one.
    pub fn glance(self, ledger: &Ledger) -> Glance {
        self.glance_of(&self.plan(), ledger, self.today(), Rounds::of(ledger).at(self.today()))
    }

    /// The plan at a glance on a day; in a round, with the reports that were made for it.
    pub fn glance_of(self, plan: &Plan, ledger: &Ledger, day: Day, round: Option<&Round>) -> Glance {
        Glance::of(plan, ledger, self.fixed().index.dues(), day, round)
    }

    /// The day on which a measure of the open list was due at first, where the coordinator postponed it for that party.
    pub fn first_day(self, id: MeasureId) -> Option<Day> {
        self.ledger(|ledger| self.fixed().index.dues().first_day(ledger, self.party(), id))
    }

    /// The day on which a measure of the open list is due, if it has one of its own.
    pub fn due_day(self, id: MeasureId) -> Option<Day> {
        self.fixed().index.dues().day_of(id, &self.standing(id))
    }

    /// How late these parties are today.
    pub fn late(self, parties: impl Iterator<Item = Party>) -> Vec<LateRow> {
        let fixed = self.fixed();
        self.ledger(|ledger| overview::late(&fixed.plan, ledger, fixed.index.dues(), self.today(), parties))
    }

    /// The deadlines of a task, given by its place in the plan, that stand in none of its measures.
    pub fn dues_apart(self, task: usize) -> Vec<Apart> {
        self.fixed().index.dues().apart(task).copied().collect()
    }

    /// The settings.
    pub fn settings(self) -> Settings {
        self.session.settings()
    }

    /// The language of the interface: the chosen one, else the browser's.
    pub fn lang(self) -> Lang {
        self.settings().lang.unwrap_or(self.session.browser_lang)
    }

    /// The words of the interface in its language.
    pub fn words(self) -> &'static Words {
        text::words(self.lang())
    }

    /// The rendition that is shown: the chosen one, else that of the language; the record if the plan has no such reading.
    pub fn rendition(self) -> Rendition {
        let chosen = self.settings().rendition.unwrap_or_else(|| self.lang().rendition());
        if self.plan().has(chosen) { chosen } else { Rendition::Record }
    }
}

/// What a person is looking at.
impl Store {
    /// The route that is open.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// The list that is open, or that the open view is about.
    pub fn view(self) -> ListView {
        self.route.with(Route::view)
    }

    /// The list that is open or was open last.
    pub fn last_view(self) -> ListView {
        let last = || self.view_state.with_untracked(|view| view.last.clone());
        self.route.with(|route| match route {
            Route::List(view) => view.clone(),
            Route::Print(print) if !print.kind.is_of_several() => print.view.clone(),
            Route::Print(print) => ListView { party: last().party, ..print.view.clone() },
            _ => last(),
        })
    }

    /// What is printed; `None` if no papers are open.
    pub fn print(self) -> Option<Print> {
        if let Route::Print(print) = self.route() { Some(print) } else { None }
    }

    /// For whom this browser reports.
    pub fn identity(self) -> Identity {
        self.identity.get()
    }

    /// Whether the open list can be read only.
    pub fn only_reads(self) -> bool {
        self.only_reads_of(self.party())
    }

    /// Whether what a party says can be read only.
    pub fn only_reads_of(self, party: Party) -> bool {
        self.identity().only_reads(party)
    }

    /// The measure that the coordinator was asked about before it is signed off.
    pub fn asking(self) -> Option<MeasureId> {
        self.view_state.with(|view| view.asking)
    }

    /// The measures of a party's list.
    pub fn measures_of(self, party: Party) -> Vec<MeasureId> {
        self.ledger(|ledger| arrangement::measures(&self.plan(), ledger, party))
    }

    /// The measures of a party's list that a filter shows.
    pub fn found_of(self, party: Party, filter: &Filter) -> Vec<MeasureId> {
        self.ledger(|ledger| self.found_in(ledger, (self.today(), None), party, filter))
    }

    /// The measures of a party's list that a filter shows of a ledger on a day; of a closed round, with the reports for it.
    pub fn found_in(
        self,
        ledger: &Ledger,
        (today, round): (Day, Option<&Round>),
        party: Party,
        filter: &Filter,
    ) -> Vec<MeasureId> {
        let plan = self.plan();
        let scope = arrangement::scope(&plan, ledger, party);
        let fixed = self.fixed();
        let on_day = round.map_or_else(|| OnDay::of(today), |round| OnDay::in_round(&plan, today, round.clone()));
        let lighting: Lighting = &|of| on_day.lit(&plan, ledger, fixed.index.dues(), of);
        let standings = Standings::lit(&plan, ledger, party, scope.all(), lighting);
        let shown = fixed.index.shown(&scope, filter, &standings, today);
        shown.measures.iter().copied().collect()
    }

    /// Whether the route just opened is an entry of its own in the browser's history.
    pub fn is_step(self) -> bool {
        self.view_state.with_untracked(|view| view.is_step)
    }

    /// Whether the search is being typed, without a pause so far.
    pub fn is_typing(self) -> bool {
        self.typing.get()
    }

    /// The party whose list is open.
    pub fn party(self) -> Party {
        self.list.with(|list| list.party)
    }

    /// The number of measures on the open list.
    pub fn measures(self) -> usize {
        self.list.with(|list| list.measures)
    }

    /// Reads the tasks of the open list.
    pub fn scope<T>(self, read: impl FnOnce(&Scope) -> T) -> T {
        self.list.with(|list| read(&list.scope))
    }

    /// The headings of the open list with their tasks.
    pub fn groups(self) -> Vec<Group> {
        self.list.with(|list| list.groups.clone())
    }

    /// Reads what the filter shows of the open list.
    pub fn shown<T>(self, read: impl FnOnce(&Shown) -> T) -> T {
        self.filtered.with(|filtered| read(&filtered.shown))
    }

    /// Folds the texts ahead of a search, so that its first letter need not wait.
    pub fn expect_search(self) {
        self.fixed().index.expect_search();
    }

    /// Asks for what finds bodies by what people call them, where it is not there yet.
    pub fn expect_names(self) {
        if sayings().is_none() {
            self.command(Command::BringSayings);
        }
    }

    /// Searches again, and lets whoever finds bodies look again, as more names are known than before.
    pub fn find_again(self) {
        self.follow_up(&Changed::Names);
    }

    /// The parties that fit what is typed into the selector, the best first, and in the plan's order where nothing is typed.
    pub fn offered(self, typed: &str) -> Vec<Party> {
        self.expect_names();
        // Whoever follows the search looks again when they are brought.
        self.terms();
        let (plan, terms) = (self.plan(), terms(typed));
        if let Some(sayings) = sayings().filter(|_| !terms.is_empty()) {
            return (sayings.offered)(&plan, &self.party_names(Party::Coordinator), typed);
        }
        let fits = |party: &Party| {
            let names = fold_text(&self.party_names(*party));
            terms.iter().all(|term| holds(&names, term))
        };
        plan.parties().filter(fits).collect()
    }

    /// The places in the name of whoever is asked, as it is shown, that are searched for.
    pub fn hits_in_name(self, who: Assignee, shown: &str) -> Vec<Range<usize>> {
        self.filtered.with(|filtered| filtered.search.hits_in_name(who, shown))
    }

    /// The folded words searched for.
    pub fn terms(self) -> Vec<String> {
        self.filtered.with(|filtered| filtered.search.terms().to_vec())
    }

    /// Whether the measure is in the list now: shown by the filter, or changed a moment ago.
    pub fn is_shown(self, id: MeasureId) -> bool {
        self.shown(|shown| shown.measures.contains(&id)) || self.view_state.with(|view| view.lingering.contains(&id))
    }

    /// The number of rows that are in the list only because they were changed a moment ago.
    pub fn lingering(self) -> usize {
        let lingering = self.view_state.with(|view| view.lingering.clone());
        self.shown(|shown| lingering.iter().filter(|id| !shown.measures.contains(id)).count())
    }

    /// The place in the list that the address points at.
    pub fn pointed(self) -> Option<Anchor> {
        self.view_state.with(|view| view.pointed)
    }
}

/// A long list is drawn piece by piece: a person sees the first before the last is made.
impl Store {
    /// Draws only the first piece.
    pub fn draw_first(self) {
        self.pieces.set(0);
        self.command(Command::DrawOn);
    }

    /// Draws one more piece.
    pub fn draw_on(self) {
        self.pieces.update(|pieces| *pieces = pieces.saturating_add(1));
    }

    /// Draws all missing pieces, for anything that may be in them. Returns whether any were missing.
    pub fn draw_all(self) -> bool {
        let missing = self.pieces.get_untracked() < usize::MAX;
        self.pieces.set(usize::MAX);
        missing
    }

    /// Whether a piece is to be drawn; the first is 0.
    pub fn draws(self, piece: usize) -> bool {
        self.pieces.get() >= piece
    }
}

/// The ledger and its history.
impl Store {
    /// Reads the ledger.
    pub fn ledger<T>(self, read: impl FnOnce(&Ledger) -> T) -> T {
        self.journal.with(|journal| read(&journal.ledger))
    }

    /// The standing of a measure for the party whose list is open.
    pub fn standing(self, id: MeasureId) -> Standing {
        self.filtered.with(|filtered| filtered.standings.get(id))
    }

    /// The value of a field in the mark of the party whose list is open.
    pub fn value(self, id: MeasureId, field: Field) -> String {
        let party = self.party();
        self.ledger(|ledger| ledger.value(party, id, field).to_owned())
    }

    /// How many of these measures the party whose list is open has done.
    pub fn count(self, measures: &[MeasureId]) -> Count {
        let party = self.party();
        self.filtered.with(|filtered| filtered.standings.tally_of(measures).done(party))
    }

    /// The total of a party's list.
    pub fn total(self, party: Party) -> Total {
        if party == self.party() {
            return self.filtered.with(|filtered| filtered.total);
        }
        let plan = self.plan();
        self.ledger(|ledger| Standings::of_party(&plan, ledger, party).total())
    }

    /// How many of its own measures a party has done.
    pub fn party_count(self, party: Party) -> Count {
        self.total(party).count
    }

    /// The parties asked about the task of a measure.
    pub fn asked(self, id: MeasureId) -> Asked {
        let plan = self.plan();
        plan.task_of(id).map(|task| Asked::of(&plan, task)).unwrap_or_default()
    }

    /// Whether the report of a measure is open.
    pub fn is_open(self, id: MeasureId) -> bool {
        self.view_state.with(|view| view.opened.contains(&id))
    }

    /// Whether there is a step to undo.
    pub fn can_undo(self) -> bool {
        self.journal.with(|journal| journal.history.can_undo())
    }

    /// Whether there is a step to redo.
    pub fn can_redo(self) -> bool {
        self.journal.with(|journal| journal.history.can_redo())
    }
}

/// Notices, and what is kept.
impl Store {
    /// Whether progress is being kept.
    pub fn keeping(self) -> Keeping {
        self.messages.with(|messages| messages.keeping)
    }

    /// The notices that are open.
    pub fn notices(self) -> Vec<Notice> {
        self.messages.with(|messages| messages.notices.clone())
    }

    /// The file on offer; `None` if there is none.
    pub fn offer(self) -> Option<Offer> {
        self.messages.with(|messages| messages.offer.clone())
    }

    /// The texts that could not be read and were put aside, oldest first.
    pub fn asides(self) -> Vec<Stored> {
        self.messages.with(|messages| messages.asides.clone())
    }

    /// The snapshots of earlier days, oldest first.
    pub fn snapshots(self) -> Vec<Stored> {
        self.messages.with(|messages| messages.snapshots.clone())
    }
}

/// The headings of a list with their tasks: the sections in order, then the undetermined tasks.
fn groups(plan: &Plan, scope: &Scope) -> Vec<Group> {
    let own = |range: &std::ops::Range<usize>| scope.tasks.iter().copied().filter(|i| range.contains(i)).collect();
    let mut groups = Vec::with_capacity(plan.sections.len() + 1);
    for (i, section) in plan.sections.iter().enumerate() {
        groups.push(Group { section: Some(i), tasks: own(&section.tasks) });
    }
    groups.push(Group { section: None, tasks: scope.undetermined.clone() });
    groups.retain(|group| !group.tasks.is_empty());
    groups
}

/// The store of this page, for components.
///
/// # Panics
/// If a component is drawn outside the page's root, which is a mistake in the program.
pub fn use_store() -> Store {
    expect_context::<Store>()
}
