//! The progress of a job of papers, for the view that lays them out and the bar above them.

/// The progress of a job of papers. They are laid out one after the other, so that the page responds meanwhile and shows
/// those that are done.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Job {
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
