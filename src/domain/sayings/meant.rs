//! What a search means.

use crate::domain::party::Party;

/// What the terms of a search mean by other names than the plan's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    /// For each task, one bit for each of the first 31 terms that means one of its bodies, or stands where it names no one body.
    pub tasks: Vec<u32>,
    /// The bodies that a term means, with the place of the term.
    pub bodies: Vec<(usize, Party)>,
    /// One bit for each of the first 31 terms that means a locality and stands nowhere in the text: where all localities are asked
    /// (各縣區政府), it is.
    pub localities: u32,
}
