//! The corrections of the reading that is looked through.

use crate::domain::corrections::mending::Mending;
use leptos::prelude::*;
use std::rc::Rc;

/// The corrections of the reading that is looked through.
#[derive(Clone)]
pub struct Mend {
    /// The reading and its corrections.
    pub mending: RwSignal<Mending>,
    /// Which of them do not fit, as places in their list.
    pub unfit: RwSignal<Vec<usize>>,
    /// Lays the corrections on the reading, shows what comes of it, and keeps the draft.
    pub lay: Rc<dyn Fn()>,
}
