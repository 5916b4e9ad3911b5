//! The views that a first visit does without, and what stands in their place until they are loaded.

use super::live::{El, View, button, el, word};
use crate::domain::plan::Measure;
use crate::state::{Command, Store, use_store};
use leptos::prelude::*;

/// The styles of these views. They are loaded with them, and the page's policy knows this text by its hash.
pub const STYLES: &str = concat!(include_str!("../../style/views.css"), include_str!("../../style/papers.css"));

/// The kind of view that is open. Changes only when another view is opened, not with every filter.
#[allow(missing_docs, reason = "each is named for its route")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    List,
    Overview,
    Read,
    Print,
    Data,
}

/// How far the views other than the list are loaded.
#[derive(Clone, Copy)]
pub enum LazyViews {
    /// They are being loaded, or will be when one is opened.
    Coming,
    /// They could not be loaded.
    Missing,
    /// They are loaded.
    There(Views),
}

/// Opens an address; `true` for the first one of the page. Returns the address that replaces it, if any.
pub type OpenAddress = fn(Store, &str, bool) -> Option<String>;

/// The functions of the views loaded later.
#[derive(Clone, Copy)]
pub struct Views {
    /// Draws a view.
    pub draw: fn(Page) -> View,
    /// Draws the report of a measure.
    pub report: fn(&Measure) -> View,
    /// Opens an address that this program did not write.
    pub open: OpenAddress,
    /// Opens the plan with this id.
    pub open_plan: OpenAddress,
}

/// The loading of these views: how far it is, and what starts it.
#[derive(Clone, Copy)]
pub struct Lazy {
    stage: RwSignal<LazyViews>,
    load: fn(RwSignal<LazyViews>),
    /// The id of the element to focus once the views are loaded, as the button that was pressed to try again goes then.
    focus: RwSignal<Option<String>>,
}

/// Makes [`lazy()`] available to all views below; `load` starts loading.
pub fn provide(load: fn(RwSignal<LazyViews>)) {
    provide_context(Lazy { stage: RwSignal::new(LazyViews::Coming), load, focus: RwSignal::new(None) });
}

/// The views of this page that are loaded later.
///
/// # Panics
/// If a view is drawn outside the page's root, which is a mistake in the program.
pub fn lazy() -> Lazy {
    expect_context::<Lazy>()
}

impl Lazy {
    /// How far loading is, as a key to draw by.
    pub fn key(self) -> &'static str {
        match self.stage.get() {
            LazyViews::Coming => "c",
            LazyViews::Missing => "m",
            LazyViews::There(_) => "t",
        }
    }

    /// Draws with the loaded views. Until they are loaded, `place` holds a text about it. A person who tries again then finds
    /// the focus on the element with the id `focus`.
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
