//! What is remembered, and what follows from it.
//!
//! Everything on the page is one of the five signals here or follows from them. A tick changes the book: each row asks
//! for its own cell, and only the row whose answer changed touches the page. A keystroke changes the look:
//! [`Store::shown`] is worked out once, and each row asks it one question.

use super::page::{Ask, Keeping, Notice, Offer, Stored};
use crate::domain::filter::{self, Index, Shown};
use crate::domain::history::History;
use crate::domain::ledger::{Ledger, Moment};
use crate::domain::mark::Field;
use crate::domain::ordered::Ordered;
use crate::domain::party::{Party, Scope};
use crate::domain::plan::{MeasureId, Plan, TaskId};
use crate::domain::reading::Script;
use crate::domain::rollup::{Asked, Count, Standing, Standings};
use crate::domain::settings::{Lang, Settings};
use crate::route::{Anchor, ListView, Route};
use crate::text::{self, Words};
use leptos::prelude::*;
use std::sync::Arc;

/// A heading of the list and the tasks under it, as indices into the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Index into the plan's sections; `None` for the tasks of which the plan does not say whether they are the
    /// party's.
    pub section: Option<usize>,
    /// Indices into the plan's tasks.
    pub tasks: Vec<usize>,
}

/// What never changes while the page is open.
struct Fixed {
    plan: Arc<Plan>,
    index: Index,
    browser_lang: Lang,
    clock: fn() -> Moment,
}

/// The ledger and its undo.
#[derive(Default)]
pub(super) struct Book {
    pub(super) ledger: Ledger,
    pub(super) history: History,
}

/// What is looked at.
#[derive(Default)]
pub(super) struct Look {
    pub(super) route: Route,
    /// Whether the last change of route is a step of its own in the browser's history.
    pub(super) is_step: bool,
    /// The list that was open last, while a view that is about none is.
    pub(super) last: ListView,
    /// Rows that stay because they were changed a moment ago.
    pub(super) lingering: Ordered<MeasureId>,
    pub(super) pointed: Option<Anchor>,
    /// Rows whose report is open.
    pub(super) opened: Ordered<MeasureId>,
}

/// What a person has to be told.
#[derive(Default)]
pub(super) struct Told {
    pub(super) keeping: Keeping,
    pub(super) notices: Vec<Notice>,
    pub(super) asides: Vec<Stored>,
    pub(super) snapshots: Vec<Stored>,
    pub(super) offer: Option<Offer>,
}

/// The open list.
#[derive(PartialEq)]
struct List {
    party: Party,
    scope: Scope,
    groups: Vec<Group>,
}

/// What the filter finds in the open list.
#[derive(PartialEq)]
struct Found {
    shown: Shown,
    terms: Vec<String>,
}

/// The state of the page. Cheap to copy; there is one.
#[derive(Clone, Copy)]
pub struct Store {
    fixed: StoredValue<Arc<Fixed>>,
    /// Written by [`super::actions`] only.
    pub(super) book: RwSignal<Book>,
    pub(super) look: RwSignal<Look>,
    pub(super) told: RwSignal<Told>,
    pub(super) settings: RwSignal<Settings>,
    pub(super) asks: RwSignal<Vec<Ask>>,
    list: Memo<List>,
    standings: Memo<Standings>,
    found: Memo<Found>,
}

impl Store {
    /// The state of a page just opened: `browser_lang` is the browser's choice, `clock` says what time it is.
    pub fn new(plan: Plan, settings: Settings, browser_lang: Lang, clock: fn() -> Moment) -> Self {
        let index = Index::new(&plan);
        let fixed = StoredValue::new(Arc::new(Fixed { plan: Arc::new(plan), index, browser_lang, clock }));
        let look = RwSignal::new(Look::default());
        let book = RwSignal::new(Book::default());
        let list = Memo::new(move |_| {
            let party = look.with(|look| look.route.view().party);
            let fixed = fixed.get_value();
            let scope = fixed.plan.scope(party);
            List { party, groups: groups(&fixed.plan, &scope), scope }
        });
        let standings = Memo::new(move |_| {
            let plan = fixed.get_value().plan.clone();
            list.with(|list| book.with(|book| Standings::of(&plan, &book.ledger, list.party, list.scope.all())))
        });
        let found = Memo::new(move |_| {
            let filter = look.with(|look| look.route.view().filter);
            let fixed = fixed.get_value();
            let sections = fixed.plan.sections.len();
            let shown = list
                .with(|list| standings.with(|standings| fixed.index.shown(sections, &list.scope, &filter, standings)));
            Found { shown, terms: filter::terms(&filter.query) }
        });
        Self {
            fixed,
            book,
            look,
            told: RwSignal::new(Told::default()),
            settings: RwSignal::new(settings),
            asks: RwSignal::new(Vec::new()),
            list,
            standings,
            found,
        }
    }

    /// The plan.
    pub fn plan(self) -> Arc<Plan> {
        self.fixed.get_value().plan.clone()
    }

    /// What time it is, in milliseconds since 1970.
    pub fn now(self) -> Moment {
        (self.fixed.get_value().clock)()
    }

    /// What a person chose of the page itself.
    pub fn settings(self) -> Settings {
        self.settings.get()
    }

    /// The language of the interface: the chosen one, or the browser's.
    pub fn lang(self) -> Lang {
        self.settings().lang.unwrap_or_else(|| self.fixed.get_value().browser_lang)
    }

    /// The interface's words in that language.
    pub fn words(self) -> &'static Words {
        text::words(self.lang())
    }

    /// The script of the plan's text: the chosen one, or the one that goes with the language.
    pub fn script(self) -> Script {
        self.settings().script.unwrap_or_else(|| self.lang().script())
    }
}

/// What is looked at.
impl Store {
    /// What is open.
    pub fn route(self) -> Route {
        self.look.with(|look| look.route.clone())
    }

    /// The list that is open or that the open page is about.
    pub fn view(self) -> ListView {
        self.look.with(|look| look.route.view())
    }

    /// The list that is open, or was last.
    pub fn last_view(self) -> ListView {
        self.look.with(|look| match &look.route {
            Route::List(view) | Route::Print(view, _) => view.clone(),
            Route::Overview(_) | Route::Read | Route::Data => look.last.clone(),
        })
    }

    /// Whether the route just opened is a step of its own in the browser's history.
    pub fn is_step(self) -> bool {
        self.look.with_untracked(|look| look.is_step)
    }

    /// Whose list is open.
    pub fn party(self) -> Party {
        self.list.with(|list| list.party)
    }

    /// What belongs to the open list.
    pub fn scope<T>(self, read: impl FnOnce(&Scope) -> T) -> T {
        self.list.with(|list| read(&list.scope))
    }

    /// The headings of the open list.
    pub fn groups(self) -> Vec<Group> {
        self.list.with(|list| list.groups.clone())
    }

    /// What the filter shows of it.
    pub fn shown<T>(self, read: impl FnOnce(&Shown) -> T) -> T {
        self.found.with(|found| read(&found.shown))
    }

    /// The words searched for, folded.
    pub fn terms(self) -> Vec<String> {
        self.found.with(|found| found.terms.clone())
    }

    /// Whether the measure is in the list now: shown by the filter, or changed a moment ago.
    pub fn is_shown(self, id: MeasureId) -> bool {
        self.shown(|shown| shown.measures.contains(&id)) || self.look.with(|look| look.lingering.contains(&id))
    }

    /// How many rows are still there only because they were changed a moment ago.
    pub fn lingering(self) -> usize {
        let lingering = self.look.with(|look| look.lingering.clone());
        self.shown(|shown| lingering.iter().filter(|id| !shown.measures.contains(id)).count())
    }

    /// The place in the list that the address points at.
    pub fn pointed(self) -> Option<Anchor> {
        self.look.with(|look| look.pointed)
    }
}

/// What is in the book.
impl Store {
    /// Reads the ledger.
    pub fn ledger<T>(self, read: impl FnOnce(&Ledger) -> T) -> T {
        self.book.with(|book| read(&book.ledger))
    }

    /// How a measure stands for the party whose list is open.
    pub fn standing(self, id: MeasureId) -> Standing {
        self.standings.with(|standings| standings.get(id))
    }

    /// What the party whose list is open says in a field of a measure.
    pub fn value(self, id: MeasureId, field: Field) -> String {
        let party = self.party();
        self.ledger(|ledger| ledger.value(party, id, field).to_owned())
    }

    /// How much of these measures the party whose list is open has done.
    pub fn count(self, measures: &[MeasureId]) -> Count {
        let party = self.party();
        self.standings.with(|standings| standings.tally_of(measures).done(party))
    }

    /// How much of its own list a party has done.
    pub fn party_count(self, party: Party) -> Count {
        let plan = self.plan();
        self.ledger(|ledger| Standings::of_party(&plan, ledger, party).tally().done(party))
    }

    /// Who is asked about the task of this id.
    pub fn asked(self, id: TaskId) -> Asked {
        let plan = self.plan();
        plan.task(id).map(|task| Asked::of(&plan, task)).unwrap_or_default()
    }

    /// Whether the report of a measure is open.
    pub fn is_open(self, id: MeasureId) -> bool {
        self.look.with(|look| look.opened.contains(&id))
    }

    /// Whether there is a change to take back.
    pub fn can_undo(self) -> bool {
        self.book.with(|book| book.history.can_undo())
    }

    /// Whether there is a change to do again.
    pub fn can_redo(self) -> bool {
        self.book.with(|book| book.history.can_redo())
    }
}

/// What has to be told.
impl Store {
    /// Whether progress is being kept.
    pub fn keeping(self) -> Keeping {
        self.told.with(|told| told.keeping)
    }

    /// What a person has to be told.
    pub fn notices(self) -> Vec<Notice> {
        self.told.with(|told| told.notices.clone())
    }

    /// The file to be read back.
    pub fn offer(self) -> Option<Offer> {
        self.told.with(|told| told.offer.clone())
    }

    /// What was put aside because it could not be read, oldest first.
    pub fn asides(self) -> Vec<Stored> {
        self.told.with(|told| told.asides.clone())
    }

    /// The last states of earlier days, oldest first.
    pub fn snapshots(self) -> Vec<Stored> {
        self.told.with(|told| told.snapshots.clone())
    }
}

/// The headings of a list: its sections in order, then the tasks of which the plan does not say it.
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

/// The store of this page.
///
/// # Panics
/// Only if a component is drawn outside of the page's root, which is a mistake in the program.
pub fn use_store() -> Store {
    expect_context::<Store>()
}
