//! Making and taking back corrections in the review.

use crate::domain::corrections::mending::Mending;
use crate::domain::corrections::{Change, Correction};
use crate::domain::span::Span;
use crate::state::Command;
use crate::text::mending::MendWords;
use crate::views::review::sheet::Review;
use leptos::prelude::*;

/// The id of the element that has the focus after a correction.
pub const PANEL: &str = "mend";

/// The ids of what is there whatever is selected begin with this.
pub const LASTING: &str = "mend-of-plan-";

impl Review {
    /// The words in the language of the moment.
    pub fn mend_words(&self) -> &'static MendWords {
        MendWords::of(self.store.lang())
    }

    /// Makes a correction, selects what is told, and leaves the focus where it was, or else in the panel. One that would change nothing is
    /// not made: what is said of that is returned.
    pub fn correct(&self, at: Span, was: &str, change: Change, then: Option<Span>) -> Option<String> {
        let correction = Correction { at, was: was.to_owned(), change };
        if !(self.mend.changes)(&correction) {
            return Some(self.mend_words().no_change.to_owned());
        }
        let focused = (self.browser.focused)();
        self.change(|mending| mending.make(correction));
        if let Some(span) = then {
            self.selection.choose(span);
        }
        let is_lasting = focused.starts_with(LASTING);
        self.focus(if is_lasting { &focused } else { PANEL });
        None
    }

    /// Changes what is mended, and shows what comes of it.
    pub fn change(&self, change: impl FnOnce(&mut Mending)) {
        self.mend.mending.update(change);
        (self.mend.lay)();
    }

    /// Focuses an element once what was changed is drawn.
    pub fn focus(&self, id: &str) {
        let (store, id) = (self.store, id.to_owned());
        (self.browser.after)(store, 0, Box::new(move || store.command(Command::Focus(id))));
    }
}
