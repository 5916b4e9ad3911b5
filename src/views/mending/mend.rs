//! The corrections of the reading that is looked through.

use crate::domain::corrections::Correction;
use crate::domain::corrections::mending::Mending;
use crate::views::review::folds::Folds;
use leptos::prelude::*;
use std::rc::Rc;

/// The corrections of the reading that is looked through.
#[derive(Clone)]
pub struct Mend {
    /// The reading and its corrections.
    pub mending: RwSignal<Mending>,
    /// Which of them do not fit, as places in their list.
    pub unfit: RwSignal<Vec<usize>>,
    /// What of the review is folded out.
    pub folds: Folds,
    /// Puts a title before the text; returns whether the text is still to be changed.
    pub entitle: Rc<dyn Fn(&str) -> bool>,
    /// Whether one more correction would change anything.
    pub changes: Rc<dyn Fn(&Correction) -> bool>,
    /// Lays the corrections on the reading, shows what comes of it, and keeps the draft.
    pub lay: Rc<dyn Fn()>,
}
