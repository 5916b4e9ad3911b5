//! Text of a plan to a [`crate::domain::plan::Plan`] and diagnostics; cannot fail on any input.
