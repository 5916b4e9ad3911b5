//! The parties that are asked about a task. What the coordinator settled about it [`super::arrangement`] says.

use super::arrangement::duty;
use super::ledger::MarkKey;
use super::mark::{Duty, Mark};
use super::ordered::Ordered;
use super::party::Party;
use super::plan::{Assignee, Plan, Reach, Task};

/// The parties that are asked about a task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The parties that the task names, each by itself or all localities together, in the order of parties.
    pub parties: Ordered<Party>,
    /// Whether the task also names some localities without saying which (相關縣區政府).
    pub undetermined: bool,
}

impl Asked {
    /// The parties asked about a task of the plan.
    pub fn of(plan: &Plan, task: &Task) -> Self {
        let mut asked = Self::default();
        for assigned in task.assigned() {
            match assigned.who {
                Assignee::Localities(Reach::All) => {
                    (0..plan.localities.len()).for_each(|i| _ = asked.parties.insert(Party::Locality(i)));
                }
                Assignee::Localities(Reach::Undetermined) => asked.undetermined = true,
                who => Party::of(who).into_iter().for_each(|party| _ = asked.parties.insert(party)),
            }
        }
        asked
    }

    /// Whether a party's report on the task counts, as long as the coordinator settled nothing about it.
    pub fn counts(&self, party: Party) -> bool {
        self.parties.contains(&party) || self.undetermined && matches!(party, Party::Locality(_))
    }

    /// Whether a party's report on a measure counts, given its mark.
    pub fn counts_with(&self, party: Party, mark: &Mark) -> bool {
        let settled = duty(mark).map(|duty| duty != Duty::Unconcerned);
        party != Party::Coordinator && settled.unwrap_or_else(|| self.counts(party))
    }

    /// Who is asked about a measure and has not reported on it, given all marks of the measure.
    pub fn silent(&self, said: &[(MarkKey, Mark)]) -> Ordered<Party> {
        let mut silent = self.parties.clone();
        for (key, mark) in said {
            let MarkKey::Placed(party, _) = key else { continue };
            if !self.counts_with(*party, mark) || mark.status().is_some() {
                silent.remove(party);
            } else if duty(mark).is_some() {
                silent.insert(*party);
            }
        }
        silent
    }
}
