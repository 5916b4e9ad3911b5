//! What outlives the plan that is open: what a person chose of the page, what the browser is asked for, and which plan is open.

use super::page::Command;
use crate::domain::ledger::Moment;
use crate::domain::plan::Plan;
use crate::domain::settings::{Lang, Settings};
use leptos::prelude::*;
use std::sync::Arc;

/// What outlives the plan that is open. Cheap to copy; there is one.
#[derive(Clone, Copy)]
pub struct Session {
    pub(super) settings: RwSignal<Settings>,
    pub(super) commands: RwSignal<Vec<Command>>,
    /// How many plans were opened since the page was.
    turn: RwSignal<u32>,
    /// The one that is open.
    plan: StoredValue<Arc<Plan>>,
    /// The id of the page's own plan, whose addresses do not name it.
    own: StoredValue<String>,
    pub(super) browser_lang: Lang,
    pub(super) clock: fn() -> Moment,
}

impl Session {
    /// The session of a page just opened, with its own plan on it: `browser_lang` is the browser's choice, `clock` says what time it is.
    pub fn new(own: Plan, settings: Settings, browser_lang: Lang, clock: fn() -> Moment) -> Self {
        Self {
            settings: RwSignal::new(settings),
            commands: RwSignal::new(Vec::new()),
            turn: RwSignal::new(0),
            own: StoredValue::new(own.id.clone()),
            plan: StoredValue::new(Arc::new(own)),
            browser_lang,
            clock,
        }
    }

    /// Opens another plan. Whoever draws the page ends what was open and begins anew.
    pub fn open(self, plan: Plan) {
        self.plan.set_value(Arc::new(plan));
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
    }

    /// The plan that is to be open.
    pub fn plan(self) -> Arc<Plan> {
        self.plan.get_value()
    }

    /// Which opening of a plan this is, as a key to draw by.
    pub fn turn(self) -> String {
        self.turn.get().to_string()
    }

    /// Whether this is the id of the page's own plan.
    pub fn is_own(self, id: &str) -> bool {
        self.own.with_value(|own| own == id)
    }

    /// What a person chose of the page itself.
    pub fn settings(self) -> Settings {
        self.settings.get()
    }

    /// What was asked of the page since the last time, in order.
    pub fn take_commands(self) -> Vec<Command> {
        let mut commands = Vec::new();
        if self.commands.with(|waiting| !waiting.is_empty()) {
            self.commands.update(|waiting| commands = std::mem::take(waiting));
        }
        commands
    }
}
