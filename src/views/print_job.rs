//! How far a job of papers is, for the view that lays them out and the bar above them.

/// How far the papers of a job are laid out. They are laid out one after the other, so that the page answers meanwhile
/// and shows what is done.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Job {
    /// Another job has another number.
    pub(super) run: usize,
    /// How often the next paper was measured.
    pub(super) round: usize,
    /// How many papers it has.
    pub(super) papers: usize,
    /// How many are laid out; the list of contents comes last.
    pub(super) laid_out: usize,
    /// In how many sheets.
    pub(super) sheets: usize,
    /// How many blocks are taller than one and cannot be divided.
    pub(super) tall: usize,
    /// Whether a list of contents stands before them.
    pub(super) several: bool,
}

impl Job {
    /// Whether there is more to lay out.
    pub(super) fn is_working(&self) -> bool {
        self.laid_out < self.papers + usize::from(self.several && self.papers > 0)
    }

    /// Ends it with what is laid out.
    pub(super) fn stop(&mut self) {
        self.papers = self.laid_out;
    }
}
