//! A pane's content in lots: what is near the window is drawn, the rest only has its height until one comes near.

use super::browser::Browser;
use crate::state::Store;
use crate::views::live::{View, el, is, part, says};
use leptos::prelude::*;
use std::rc::Rc;

/// A pane of at most so many lots is drawn to its end, lot by lot, so that it can be searched and read aloud as a whole.
const ALL: usize = 40;

/// Which lots of a pane are drawn.
#[derive(Clone)]
pub struct Lots {
    /// What the ids of its elements begin with.
    name: &'static str,
    drawn: Rc<[RwSignal<bool>]>,
}

impl Lots {
    /// So many lots, of which the first is drawn.
    pub fn new(name: &'static str, count: usize) -> Self {
        Self { name, drawn: (0..count).map(|lot| RwSignal::new(lot == 0)).collect() }
    }

    /// A lot, `lines` lines high by estimate.
    pub fn view(&self, lot: usize, lines: usize, mut draw: impl FnMut() -> View + 'static) -> View {
        let Some(drawn) = self.drawn.get(lot).copied() else { return View::Nothing };
        let height = move || if drawn.get() { "min-height:0".to_owned() } else { format!("min-height:{lines}.5rem") };
        el("div")
            .id(&format!("{}{lot}", self.name))
            .class("lot")
            .live("style", says(height))
            .flag("data-far", is(move || !drawn.get()))
            .child(part(move || if drawn.get() { draw() } else { View::Nothing }))
            .view()
    }

    /// Draws a lot, and those beside it.
    pub fn draw_around(&self, lot: usize) {
        (lot.saturating_sub(1)..=lot + 1).for_each(|lot| self.draw(lot));
    }

    fn draw(&self, lot: usize) {
        if let Some(drawn) = self.drawn.get(lot).filter(|drawn| drawn.try_get_untracked() == Some(false)) {
            drawn.set(true);
        }
    }

    /// Draws the lots with these ids.
    fn draw_named(&self, ids: &[String]) {
        let own = ids.iter().filter_map(|id| id.strip_prefix(self.name)?.parse().ok());
        own.for_each(|lot| self.draw(lot));
    }

    /// Draws what is near the window.
    pub fn look_around(all: &[Self], browser: Browser) {
        let near = (browser.near)(".lot[data-far]");
        for lots in all {
            lots.draw_named(&near);
        }
    }

    /// Draws a pane that is not very long to its end, a lot after each painting.
    pub fn draw_on(self, store: Store, browser: Browser) {
        let next = self.drawn.iter().position(|drawn| drawn.try_get_untracked() == Some(false));
        if let Some(next) = next.filter(|_| self.drawn.len() <= ALL) {
            self.draw(next);
            (browser.after_paint)(store, Box::new(move || self.draw_on(store, browser)));
        }
    }
}
