//! Which place of a plan is selected. Both panes and the panel follow it; it outlasts reading the plan again.

use crate::domain::span::Span;
use leptos::prelude::*;

/// The selected place, as a span of the source.
#[derive(Clone, Copy)]
pub struct Selection {
    chosen: RwSignal<Chosen>,
}

/// What is selected, and how it came to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The place; `None` while nothing is selected.
    pub span: Option<Span>,
    /// The place to be looked at that it is, by its number from 0.
    pub stop: Option<usize>,
    /// Whether the focus is to go there.
    pub focus: bool,
}

impl Selection {
    /// Nothing is selected.
    pub fn new() -> Self {
        Self { chosen: RwSignal::new(Chosen::default()) }
    }

    /// What is selected; followed.
    pub fn get(self) -> Chosen {
        self.chosen.get()
    }

    /// What is selected now; nothing once the view is gone.
    pub fn now(self) -> Chosen {
        self.chosen.try_get_untracked().unwrap_or_default()
    }

    /// Whether the view is still there.
    pub fn is_there(self) -> bool {
        self.chosen.try_get_untracked().is_some()
    }

    /// Selects a place. The place to be looked at stays what it is if it is this one.
    pub fn choose(self, span: Span) {
        let before = self.now();
        let stop = before.stop.filter(|_| before.span == Some(span));
        self.chosen.set(Chosen { span: Some(span), stop, focus: false });
    }

    /// Selects a place because it is to be looked at.
    pub fn stop_at(self, stop: usize, span: Span, focus: bool) {
        self.chosen.set(Chosen { span: Some(span), stop: Some(stop), focus });
    }

    /// Moves on to another place with the keys of a pane.
    pub fn walk_to(self, span: Span) {
        self.chosen.set(Chosen { span: Some(span), stop: None, focus: false });
    }

    /// Selects nothing.
    pub fn clear(self) {
        self.chosen.set(Chosen::default());
    }
}

impl Default for Selection {
    fn default() -> Self {
        Self::new()
    }
}
