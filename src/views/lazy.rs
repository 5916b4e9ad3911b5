//! The views that a first visit does without, and what stands in their place until they have come.

use super::live::{El, View, button, el, word};
use crate::domain::plan::Measure;
use crate::state::{Command, Store, use_store};
use leptos::prelude::*;

/// The styles of what is loaded lazily: they come with it, and the page's policy names this text by its hash.
pub const STYLES: &str = concat!(include_str!("../../style/views.css"), include_str!("../../style/papers.css"));

/// Which view is open. Changes only when another one is, not with every filter.
#[allow(missing_docs, reason = "each is named for its route")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    List,
    Overview,
    Read,
    Print,
    Data,
}

/// The views that a first visit does without: all but the list.
#[derive(Clone, Copy)]
pub enum LazyViews {
    /// They are being loaded, or will be once one is opened.
    Coming,
    /// They could not be loaded.
    Missing,
    /// These are they.
    There(Views),
}

/// Opens what an address names, the first of the page or another; gives the address that takes its place, if one does.
pub type OpenAddress = fn(Store, &str, bool) -> Option<String>;

/// What comes later.
#[derive(Clone, Copy)]
pub struct Views {
    /// Draws a view.
    pub draw: fn(Page) -> View,
    /// Draws the report of a measure.
    pub report: fn(&Measure) -> View,
    /// Opens an address that is not written as this program writes it.
    pub open: OpenAddress,
    /// Opens the plan of this id.
    pub open_plan: OpenAddress,
}

/// How far these views have come, and what loads them.
#[derive(Clone, Copy)]
pub struct Lazy {
    stage: RwSignal<LazyViews>,
    load: fn(RwSignal<LazyViews>),
    /// Where the focus belongs of who tried again: what they pressed goes once the views are there.
    focus: RwSignal<Option<String>>,
}

/// Lets every view below draw what comes later.
pub fn provide(load: fn(RwSignal<LazyViews>)) {
    provide_context(Lazy { stage: RwSignal::new(LazyViews::Coming), load, focus: RwSignal::new(None) });
}

/// What comes later, on this page.
///
/// # Panics
/// Only if a view is drawn outside of the page's root, which is a mistake in the program.
pub fn lazy() -> Lazy {
    expect_context::<Lazy>()
}

impl Lazy {
    /// How far they have come, as a key to draw by.
    pub fn key(self) -> &'static str {
        match self.stage.get() {
            LazyViews::Coming => "c",
            LazyViews::Missing => "m",
            LazyViews::There(_) => "t",
        }
    }

    /// What `draw` makes of them. Until they are there, `place` holds a word about it. Who tries again finds the focus on the
    /// element of the id `focus`.
    pub fn draw(self, draw: impl FnOnce(Views) -> View, place: El, focus: &str) -> View {
        let store = use_store();
        let put_focus = move |id: String| store.command(Command::Focus(id));
        match self.stage.get() {
            LazyViews::There(views) => {
                self.focus.try_update_untracked(Option::take).flatten().into_iter().for_each(put_focus);
                draw(views)
            }
            LazyViews::Coming => {
                (self.load)(self.stage);
                place.child(el("p").set("role", "status").says(word(|w| w.loading))).view()
            }
            LazyViews::Missing => {
                let focus = focus.to_owned();
                let again = button(word(|w| w.load_again), move || {
                    self.focus.set(Some(focus.clone()));
                    self.stage.set(LazyViews::Coming);
                    put_focus(focus.clone());
                });
                place.child(el("p").set("role", "alert").says(word(|w| w.not_loaded))).child(again).view()
            }
        }
    }
}
