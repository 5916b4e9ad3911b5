//! Papers: what is printed, and the browser that measures it.

use crate::browser::measure;
use crate::views::print;
use leptos::prelude::*;

/// The papers of the open route.
pub fn papers() -> AnyView {
    print::papers(measure::heights)
}
