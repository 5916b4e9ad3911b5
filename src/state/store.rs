//! What is remembered, and what follows from it.
//!
//! Everything on the page is either one of the few signals here or a memo over them. A tick changes [`Store::ledger`]:
//! each row's memo looks up its own cell and only the row whose answer changed is drawn again. A keystroke changes
//! the route: [`Store::shown`] is worked out once, each row asks it one question.

use super::page::{Ask, Keeping, Notice, Offer};
use crate::domain::filter::{self, Index, Shown};
use crate::domain::history::History;
use crate::domain::ledger::{Ledger, Moment};
use crate::domain::party::{Party, Scope};
use crate::domain::plan::{MeasureId, Plan};
use crate::domain::reading::Script;
use crate::domain::settings::{Lang, Settings};
use crate::persist::keeper::Aside;
use crate::route::{Anchor, ListView, Route};
use crate::text::{self, Words};
use leptos::prelude::*;
use std::collections::BTreeSet;
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

/// The state of the page. Cheap to copy; there is one.
#[derive(Clone, Copy)]
pub struct Store {
    plan: StoredValue<Arc<Plan>>,
    clock: StoredValue<fn() -> Moment>,
    /// The ledger. Written by [`super::actions`] only.
    pub(super) ledger: RwSignal<Ledger>,
    pub(super) history: RwSignal<History>,
    pub(super) route: RwSignal<Route>,
    /// Whether the last change of route is a step of its own in the browser's history.
    pub(super) is_step: StoredValue<bool>,
    pub(super) lingering: RwSignal<BTreeSet<MeasureId>>,
    pub(super) settings: RwSignal<Settings>,
    pub(super) keeping: RwSignal<Keeping>,
    pub(super) notices: RwSignal<Vec<Notice>>,
    pub(super) asides: RwSignal<Vec<Aside>>,
    pub(super) offer: RwSignal<Option<Offer>>,
    pub(super) asks: RwSignal<Vec<Ask>>,
    pub(super) pointed: RwSignal<Option<Anchor>>,
    /// Language of the interface.
    pub lang: Memo<Lang>,
    /// Script of the plan's text.
    pub script: Memo<Script>,
    /// Whose list is open.
    pub party: Memo<Party>,
    /// What belongs to it.
    pub scope: Memo<Scope>,
    /// Its headings and tasks.
    pub groups: Memo<Vec<Group>>,
    /// What the filter shows of it.
    pub shown: Memo<Shown>,
    /// The words searched for, folded.
    pub terms: Memo<Vec<String>>,
}

impl Store {
    /// The state of a page just opened: `browser_lang` is the browser's choice, `clock` says what time it is.
    pub fn new(plan: Plan, settings: Settings, browser_lang: Lang, clock: fn() -> Moment) -> Self {
        let index = StoredValue::new(Index::new(&plan));
        let plan = StoredValue::new(Arc::new(plan));
        let settings = RwSignal::new(settings);
        let route = RwSignal::new(Route::default());
        let ledger = RwSignal::new(Ledger::default());
        let lang = Memo::new(move |_| settings.get().lang.unwrap_or(browser_lang));
        let script = Memo::new(move |_| settings.get().script.unwrap_or_else(|| lang.get().script()));
        let party = Memo::new(move |_| route.with(|route| route.view().party));
        let scope = Memo::new(move |_| plan.with_value(|plan| plan.scope(party.get())));
        let groups = Memo::new(move |_| plan.with_value(|plan| scope.with(|scope| groups(plan, scope))));
        let filter = Memo::new(move |_| route.with(|route| route.view().filter));
        let terms = Memo::new(move |_| filter.with(|filter| filter::terms(&filter.query)));
        let shown = Memo::new(move |_| {
            let party = party.get();
            let sections = plan.with_value(|plan| plan.sections.len());
            index.with_value(|index| {
                scope.with(|scope| {
                    filter.with(|filter| {
                        ledger.with(|ledger| index.shown(sections, scope, filter, |id| ledger.done(party, id)))
                    })
                })
            })
        });
        Self {
            plan,
            clock: StoredValue::new(clock),
            ledger,
            history: RwSignal::new(History::default()),
            route,
            is_step: StoredValue::new(false),
            lingering: RwSignal::new(BTreeSet::new()),
            settings,
            keeping: RwSignal::new(Keeping::Kept),
            notices: RwSignal::new(Vec::new()),
            asides: RwSignal::new(Vec::new()),
            offer: RwSignal::new(None),
            asks: RwSignal::new(Vec::new()),
            pointed: RwSignal::new(None),
            lang,
            script,
            party,
            scope,
            groups,
            shown,
            terms,
        }
    }

    /// The plan.
    pub fn plan(self) -> Arc<Plan> {
        self.plan.get_value()
    }

    /// The interface's words in the language of the moment.
    pub fn words(self) -> &'static Words {
        text::words(self.lang.get())
    }

    /// What time it is, in milliseconds since 1970.
    pub fn now(self) -> Moment {
        self.clock.with_value(|clock| clock())
    }

    /// What is open.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// The list that is open or that the open page is about.
    pub fn view(self) -> ListView {
        self.route.with(Route::view)
    }

    /// Reads the ledger.
    pub fn ledger<T>(self, read: impl FnOnce(&Ledger) -> T) -> T {
        self.ledger.with(read)
    }

    /// Whether the party whose list is open has ticked the measure.
    pub fn is_done(self, id: MeasureId) -> bool {
        let party = self.party.get();
        self.ledger.with(|ledger| ledger.done(party, id))
    }

    /// Whether the measure is in the list now: shown by the filter, or ticked a moment ago.
    pub fn is_shown(self, id: MeasureId) -> bool {
        self.shown.with(|shown| shown.measures.contains(&id)) || self.lingering.with(|ids| ids.contains(&id))
    }

    /// How many rows are still there only because they were changed a moment ago.
    pub fn lingering(self) -> usize {
        self.shown.with(|shown| self.lingering.with(|ids| ids.difference(&shown.measures).count()))
    }

    /// Whether there is a change to take back.
    pub fn can_undo(self) -> bool {
        self.history.with(History::can_undo)
    }

    /// Whether there is a change to do again.
    pub fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    /// What a person chose of the page itself.
    pub fn settings(self) -> Settings {
        self.settings.get()
    }

    /// Whether progress is being kept.
    pub fn keeping(self) -> Keeping {
        self.keeping.get()
    }

    /// What has to be told.
    pub fn notices(self) -> Vec<Notice> {
        self.notices.get()
    }

    /// The file to be read back.
    pub fn offer(self) -> Option<Offer> {
        self.offer.get()
    }

    /// What was put aside because it could not be read, oldest first.
    pub fn asides(self) -> Vec<Aside> {
        self.asides.get()
    }

    /// Reads the ledger as it is now, without following its changes.
    pub fn ledger_untracked<T>(self, read: impl FnOnce(&Ledger) -> T) -> T {
        self.ledger.with_untracked(read)
    }

    /// The place in the list that the address points at, without following its changes.
    pub fn pointed_untracked(self) -> Option<Anchor> {
        self.pointed.get_untracked()
    }

    /// The place in the list that the address points at.
    pub fn pointed(self) -> Option<Anchor> {
        self.pointed.get()
    }
}

/// The headings of a list: its sections in order, then the tasks of which the plan does not say it.
fn groups(plan: &Plan, scope: &Scope) -> Vec<Group> {
    let own = |range: &std::ops::Range<usize>| scope.tasks.iter().copied().filter(|i| range.contains(i)).collect();
    let sections = plan.sections.iter().enumerate();
    let mut groups: Vec<Group> =
        sections.map(|(i, section)| Group { section: Some(i), tasks: own(&section.tasks) }).collect();
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
