//! The text of a plan that is being brought in, kept until a plan is made of it. One for all windows: the one typed into last.

use super::shelf::{Shelf, ShelfError};

/// The key of the draft. No plan's: those have a stroke behind their id.
pub const KEY: &str = "yaodian/draft";

/// The draft, empty where there is none or the shelf cannot be reached.
pub fn load(shelf: &impl Shelf) -> String {
    shelf.get(KEY).ok().flatten().unwrap_or_default()
}

/// Keeps the draft; an empty one is taken away.
///
/// # Errors
/// If the shelf cannot be reached or is full. What was kept before still is.
pub fn keep(shelf: &impl Shelf, text: &str) -> Result<(), ShelfError> {
    if text.trim().is_empty() { shelf.remove(KEY) } else { shelf.put(KEY, text) }
}
