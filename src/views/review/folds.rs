//! What of the review is folded out. It outlasts drawing the review again, which every correction does.

use super::browser::Browser;
use crate::views::live::{El, el};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What is folded out.
#[derive(Clone, Copy)]
pub struct Folds {
    open: RwSignal<BTreeSet<&'static str>>,
    /// Whether a narrow window shows the source, and not what was read.
    pub source: RwSignal<bool>,
}

impl Folds {
    /// All is folded away.
    pub fn new() -> Self {
        Self { open: RwSignal::new(BTreeSet::new()), source: RwSignal::new(false) }
    }

    /// A part that folds, as the person left it. Its class names it; its summary has the id of it.
    pub fn part(self, name: &'static str, summary: &str, browser: Browser) -> El {
        let is_open = self.open.with_untracked(|open| open.contains(name));
        let toggled = move |event| {
            let is_open = (browser.is_open)(&event);
            let _ = self.open.try_update_untracked(|open| if is_open { open.insert(name) } else { open.remove(name) });
        };
        el("details")
            .class(name)
            .set_if(is_open, "open", "")
            .on("toggle", toggled)
            .child(el("summary").id(name).text(summary))
    }
}

impl Default for Folds {
    fn default() -> Self {
        Self::new()
    }
}
