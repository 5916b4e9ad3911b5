//! The views that a first visit does without, and what stands in their place until they are loaded.

use super::live::{El, View, button, el, word};
use crate::domain::plan::Measure;
use crate::state::{Command, Store, use_store};
use leptos::prelude::*;
use std::cell::Cell;

/// The styles of these views. They are loaded with them, and the page's policy knows this text by its hash.
pub const STYLES: &str = concat!(
    include_str!("../../style/views.css"),
    include_str!("../../style/papers.css"),
    include_str!("../../style/review.css"),
    include_str!("../../style/mending.css")
);

/// The kind of view that is open. Changes only when another view is opened, not with every filter.
#[allow(missing_docs, reason = "each is named for its route")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    List,
    Overview,
    Read,
    Rounds,
    Arrangement,
    Print,
    Data,
    Plans,
    NewPlan,
}

/// How far a part of the program has come that is loaded when it is first used, of which `V` is what it brings.
#[derive(Clone, Copy)]
pub enum Part<V> {
    /// It is being loaded, or will be once it is used.
    Coming,
    /// It could not be loaded.
    Missing,
    /// It is there.
    There(V),
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
    /// Draws what a party has to know before it reads its list.
    pub notes: fn() -> View,
    /// Opens an address that this program did not write.
    pub open: OpenAddress,
    /// Opens the plan with this id.
    pub open_plan: OpenAddress,
    /// Draws the sheet that lists the keys, closed.
    pub sheet: fn() -> View,
    /// Does what a key is for that is pressed alone.
    pub key: fn(Store, &str) -> Option<String>,
    /// Copies the link to an address within the page; of an empty one, to what is open.
    pub copy: fn(Store, &str) -> Option<String>,
    /// Looks after a workspace that has begun and is not empty, whose address stays: reminds, and takes in what was handed out.
    pub look_after: fn(Store) -> Option<String>,
}

/// What brings the library and the reader.
#[derive(Clone, Copy)]
pub struct PlanViews {
    /// Draws the library.
    pub library: fn() -> View,
    /// Draws the view in which a plan is brought in.
    pub new_plan: fn() -> View,
}

/// How far a part of the program has come, and what loads it.
#[derive(Clone, Copy)]
pub struct Lazy<V: Send + Sync + 'static> {
    stage: RwSignal<Part<V>>,
    load: fn(RwSignal<Part<V>>),
    /// Where the focus belongs of who tried again: what they pressed goes once the part is there.
    focus: RwSignal<Option<String>>,
}

thread_local! {
    /// The views that come later, on the page as it is drawn now.
    static NOW: Cell<Option<Lazy<Views>>> = const { Cell::new(None) };
}

/// Lets every view below draw what comes later.
pub fn provide(load: fn(RwSignal<Part<Views>>)) {
    let lazy = Lazy::new(load);
    NOW.set(Some(lazy));
    provide_context(lazy);
}

/// Draws what stands in every view and comes later, for who asks for it outside of any view.
pub fn bring_now() {
    if let Some(lazy) = NOW.get() {
        lazy.bring();
    }
}

/// The views that a first visit does without, on this page.
///
/// # Panics
/// Only if a view is drawn outside of the page's root, which is a mistake in the program.
pub fn lazy() -> Lazy<Views> {
    expect_context::<Lazy<Views>>()
}

impl<V: Copy + Send + Sync + 'static> Lazy<V> {
    /// A part that `load` gets.
    pub fn new(load: fn(RwSignal<Part<V>>)) -> Self {
        Self { stage: RwSignal::new(Part::Coming), load, focus: RwSignal::new(None) }
    }

    /// How far it has come, as a key to draw by.
    pub fn key(self) -> &'static str {
        self.stage.with(|stage| match stage {
            Part::Coming => "c",
            Part::Missing => "m",
            Part::There(_) => "t",
        })
    }

    /// Loads it, if it is still to come.
    pub fn bring(self) {
        if untrack(|| matches!(self.stage.get(), Part::Coming)) {
            (self.load)(self.stage);
        }
    }

    /// What `draw` makes of it; nothing as long as it is not there.
    pub fn draw_if_there(self, draw: impl FnOnce(V) -> View) -> View {
        if let Part::There(views) = self.stage.get() { draw(views) } else { View::Nothing }
    }

    /// What `draw` makes of it. Until it is there, `place` holds a word about it. Who tries again finds the focus on the element of
    /// the id `focus`.
    pub fn draw(self, draw: impl FnOnce(V) -> View, place: El, focus: &str) -> View {
        let store = use_store();
        let put_focus = move |id: String| store.command(Command::Focus(id));
        match self.stage.get() {
            Part::There(views) => {
                self.focus.try_update_untracked(Option::take).flatten().into_iter().for_each(put_focus);
                draw(views)
            }
            Part::Coming => {
                (self.load)(self.stage);
                place.child(el("p").set("role", "status").says(word(|w| w.loading))).view()
            }
            Part::Missing => {
                let focus = focus.to_owned();
                let again = button(word(|w| w.load_again), move || {
                    self.focus.set(Some(focus.clone()));
                    self.stage.set(Part::Coming);
                    put_focus(focus.clone());
                });
                place.child(el("p").set("role", "alert").says(word(|w| w.not_loaded))).child(again).view()
            }
        }
    }
}
