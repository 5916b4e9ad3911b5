//! Papers: what is printed, and the browser that measures it.

use crate::browser::{measure, page};
use crate::element::View;
use crate::views::print::{self, Browser};

/// The papers of the open route.
pub fn papers() -> View {
    print::papers(Browser { heights: measure::heights, bottoms: measure::bottoms, later: |then| page::later(0, then) })
}
