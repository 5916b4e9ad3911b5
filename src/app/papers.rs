//! Papers: what is printed, and the browser that measures it.

use crate::browser::measure;
use crate::element::View;
use crate::views::print;

/// The papers of the open route.
pub fn papers() -> View {
    print::papers(measure::heights)
}
