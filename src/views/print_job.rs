//! What the view that lays papers out and the bar above them share: the progress of a job, and what only the browser can do.

use super::print_state::Load;
use crate::domain::gather::Receipts;
use crate::state::Store;

/// Functions of the browser that papers need.
#[derive(Clone, Copy)]
pub struct Browser {
    /// Measures the heights of the marked elements in the `n`th element that a selector matches, from 0, in CSS pixels.
    pub heights: fn(&str, u32) -> Vec<f64>,
    /// Measures in the same element, within its marked element at a place, where each character ends, in CSS pixels below the
    /// top.
    pub bottoms: fn(&str, u32, usize) -> Vec<f64>,
    /// Runs a function once the page shows the last changes.
    pub after: fn(Box<dyn FnOnce()>),
    /// The receipts of the open plan, and how many cannot be read.
    pub receipts: fn(Store) -> (Receipts, usize),
    /// The state of a closed round.
    pub frozen: Load,
}

/// The progress of a job of papers. They are laid out one after the other, so that the page responds meanwhile and shows
/// those that are done.
#[derive(Clone, Copy, Default, PartialEq)]
pub struct Job {
    /// The number of the job; another job has another number.
    pub(super) run: usize,
    /// How often the next paper was measured so far.
    pub(super) round: usize,
    /// The number of papers.
    pub(super) papers: usize,
    /// The number of papers laid out; the list of contents comes last.
    pub(super) laid_out: usize,
    /// The number of sheets laid out.
    pub(super) sheets: usize,
    /// The number of blocks that are taller than a sheet and cannot be divided.
    pub(super) tall: usize,
    /// Whether the papers have a list of contents before them.
    pub(super) several: bool,
}

impl Job {
    /// Whether there are papers left to lay out.
    pub(super) fn is_working(&self) -> bool {
        self.laid_out < self.papers + usize::from(self.several && self.papers > 0)
    }

    /// Ends the job with the papers laid out so far.
    pub(super) fn stop(&mut self) {
        self.papers = self.laid_out;
    }
}
