//! Who this browser reports for (本單位). Other lists can be read; who fills one in for somebody else (代為填報) says so first.

use super::party::Party;

/// For whom a browser reports. Its parties belong to one plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// The party that a person said to be; `None` as long as nobody was asked, or nobody answered.
    pub own: Option<Party>,
    /// The other party for which that person fills in, until another list is opened.
    pub for_other: Option<Party>,
}

impl Identity {
    /// Whether the list of a party can be read only. As long as nobody said who this is, no list is somebody else's.
    pub fn only_reads(self, party: Party) -> bool {
        self.own.is_some_and(|own| own != party) && self.for_other != Some(party)
    }
}
