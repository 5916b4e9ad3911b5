//! The state that outlives the plan that is open: settings, commands for the browser, and which plan is open.

use super::page::Command;
use crate::domain::ledger::Moment;
use crate::domain::plan::Plan;
use crate::domain::settings::{Lang, Settings};
use leptos::prelude::*;
use std::sync::Arc;

/// The session: the state that outlives the plan that is open. Cheap to copy; there is one.
#[derive(Clone, Copy)]
pub struct Session {
    pub(super) settings: RwSignal<Settings>,
    pub(super) commands: RwSignal<Vec<Command>>,
    /// Whether an English reading was brought.
    pub(super) english: RwSignal<bool>,
    /// How many plans were opened since the page was loaded.
    turn: RwSignal<u32>,
    /// The plan that is open, and the page's own plan, whose addresses do not name it. In one, as all that is handed a store copies it.
    plans: StoredValue<[Arc<Plan>; 2]>,
    pub(super) browser_lang: Lang,
    pub(super) clock: fn() -> Moment,
}

impl Session {
    /// The session of a page just loaded, with the page's own plan open. `browser_lang` is the browser's choice; `clock`
    /// gives the current moment.
    pub fn new(own: Plan, settings: Settings, browser_lang: Lang, clock: fn() -> Moment) -> Self {
        let own = Arc::new(own);
        Self {
            settings: RwSignal::new(settings),
            commands: RwSignal::new(Vec::new()),
            english: RwSignal::new(false),
            turn: RwSignal::new(0),
            plans: StoredValue::new([own.clone(), own]),
            browser_lang,
            clock,
        }
    }

    /// Opens another plan. The code that draws the page then ends the old workspace and begins a new one.
    pub fn open(self, plan: impl Into<Arc<Plan>>) {
        self.plans.update_value(|[open, _]| *open = plan.into());
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
    }

    /// The plan that is, or is about to be, open.
    pub fn plan(self) -> Arc<Plan> {
        self.plans.with_value(|[open, _]| open.clone())
    }

    /// The number of this opening of a plan, as a key to draw by.
    pub fn turn(self) -> String {
        self.turn.get().to_string()
    }

    /// The page's own plan.
    pub fn own(self) -> Arc<Plan> {
        self.plans.with_value(|[_, own]| own.clone())
    }

    /// Whether this is the id of the page's own plan.
    pub fn is_own(self, id: &str) -> bool {
        self.plans.with_value(|[_, own]| own.id == id)
    }

    /// The settings.
    pub fn settings(self) -> Settings {
        self.settings.get()
    }

    /// Takes the commands given since the last call, in order.
    pub fn take_commands(self) -> Vec<Command> {
        let mut commands = Vec::new();
        if self.commands.with(|waiting| !waiting.is_empty()) {
            self.commands.update(|waiting| commands = std::mem::take(waiting));
        }
        commands
    }
}
