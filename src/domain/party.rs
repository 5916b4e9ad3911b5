//! Whose checklist is open, and which tasks are on it.

use super::ordered::Ordered;
use super::plan::{Assignee, Measure, MeasureId, Plan, Reach, Role, Task};
use super::words::place;

/// A party: whose checklist is open. Its indices belong to one plan; saved forms and addresses use [`Plan::party_key`] instead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// 統籌: the office that keeps the whole plan together.
    #[default]
    Coordinator,
    /// Index into [`Plan::units`].
    Unit(usize),
    /// Index into [`Plan::localities`].
    Locality(usize),
}

impl Party {
    /// The party that a statement names by itself; `None` for a set of localities, and for nobody in particular.
    pub fn of(who: Assignee) -> Option<Self> {
        match who {
            Assignee::Unit(unit) => Some(Self::Unit(unit)),
            Assignee::Locality(one) => Some(Self::Locality(one)),
            Assignee::Localities(_) | Assignee::Generic => None,
        }
    }

    /// Whether a body that a statement names is this party, or has it in it.
    pub fn is_named(self, who: Assignee) -> bool {
        let is_place = matches!(self, Self::Locality(_));
        Self::of(who).map_or(is_place && who != Assignee::Generic, |party| party == self)
    }
}

/// The kind of place that a plan as a whole is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named for what it is")]
pub enum Territory {
    Country,
    Province,
    Prefecture,
    City,
    County,
    District,
    Banner,
    Town,
    Township,
}

impl Territory {
    /// The territory named by the last character of a place's name, in either script: 市 of 海東市. `None` for any other character.
    fn of(name: &str) -> Option<Self> {
        Some(match name.chars().next_back()? {
            '國' | '国' => Self::Country,
            '省' => Self::Province,
            '州' | '盟' => Self::Prefecture,
            '市' => Self::City,
            '縣' | '县' => Self::County,
            '區' | '区' => Self::District,
            '旗' => Self::Banner,
            '鎮' | '镇' => Self::Town,
            '鄉' | '乡' => Self::Township,
            _ => return None,
        })
    }
}

/// The tasks of a party's checklist, as indices into [`Plan::tasks`], in printed order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The party.
    pub party: Party,
    /// Tasks that name the party or, for a locality, all localities.
    pub tasks: Vec<usize>,
    /// Tasks that name some localities without saying which (相關縣區政府); set apart on a locality's list.
    pub undetermined: Vec<usize>,
    /// Measures of these tasks that are not on the list, as the coordinator settled ([`super::arrangement`]).
    pub left_out: Ordered<MeasureId>,
}

impl Task {
    /// The role of a party in a measure of this task: by the statement that speaks of the measure alone, if there is one, else by
    /// those that speak of no single measure. Named several times, a party has its strongest role. `None` if it is not named.
    pub fn role_of(&self, measure: &Measure, party: Party) -> Option<Role> {
        let of_one = |i: usize| self.measures.iter().any(|measure| measure.responsibility == Some(i));
        let mut strongest = None;
        for (i, statement) in self.responsibilities.iter().enumerate() {
            let named = statement.assigned.iter().filter(|assigned| party.is_named(assigned.who));
            let role = named.map(|assigned| assigned.role).max();
            // Which measures it speaks of is looked for only where it makes a difference.
            if role > strongest && measure.responsibility.map_or_else(|| !of_one(i), |own| own == i) {
                strongest = role;
            }
        }
        strongest
    }
}

impl Scope {
    /// The measures of the list, those of undetermined tasks last.
    pub fn measures<'p>(&self, plan: &'p Plan) -> impl Iterator<Item = &'p Measure> {
        let of_tasks = self.all().filter_map(|i| plan.tasks.get(i)).flat_map(|task| &task.measures);
        of_tasks.filter(|measure| !self.left_out.contains(&measure.id))
    }

    /// All tasks: first the party's own, then the undetermined ones.
    pub fn all(&self) -> impl Iterator<Item = usize> {
        self.tasks.iter().chain(&self.undetermined).copied()
    }
}

const COORDINATOR: &str = "coordinator";
const UNIT: &str = "unit:";
const LOCALITY: &str = "locality:";

impl Plan {
    /// The kind of place the plan is for, by the name in the issuer (海東市人民政府辦公室) or before the year in the title (海東市2021年…);
    /// `None` if neither names one.
    pub fn territory(&self) -> Option<Territory> {
        let issuer = self.meta.issuer.as_ref().map_or("", |fact| &fact.value);
        let before = |text: &str, ends: &[&str]| {
            let end = ends.iter().filter_map(|end| place(text, end)).min()?;
            text.get(..end).and_then(Territory::of)
        };
        let year = ["19", "20", "〇", "二〇", "二○"];
        before(issuer, &["人民政府", "政府", "委"]).or_else(|| before(self.text(self.meta.title), &year))
    }

    /// Whether the plan says who leads or who supports.
    pub fn has_roles(&self) -> bool {
        self.tasks.iter().flat_map(Task::assigned).any(|assigned| assigned.role != Role::Responsible)
    }

    /// Every party of the plan: the coordinator, then the units, then the localities.
    pub fn parties(&self) -> impl Iterator<Item = Party> {
        std::iter::once(Party::Coordinator)
            .chain((0..self.units.len()).map(Party::Unit))
            .chain((0..self.localities.len()).map(Party::Locality))
    }

    /// The name of a unit or locality, as the plan prints it, which is also its key; `None` for the coordinator.
    pub fn printed_name(&self, party: Party) -> Option<&str> {
        match party {
            Party::Coordinator => None,
            Party::Unit(i) => self.units.get(i).map(|unit| unit.key.as_str()),
            Party::Locality(i) => self.localities.get(i).map(|locality| locality.key.as_str()),
        }
    }

    /// The party's key in saved forms: `coordinator`, `unit:市教育局`, `locality:樂都區`.
    pub fn party_key(&self, party: Party) -> String {
        let kind = match party {
            Party::Coordinator => COORDINATOR,
            Party::Unit(_) => UNIT,
            Party::Locality(_) => LOCALITY,
        };
        [kind, self.printed_name(party).unwrap_or_default()].concat()
    }

    /// The party of a key; a unit is also found by its aliases. `None` if the plan has no such party.
    pub fn party_of_key(&self, key: &str) -> Option<Party> {
        if key == COORDINATOR {
            Some(Party::Coordinator)
        } else if let Some(name) = key.strip_prefix(UNIT) {
            self.unit_named(name).map(Party::Unit)
        } else {
            let name = key.strip_prefix(LOCALITY)?;
            self.localities.iter().position(|l| l.key == name).map(Party::Locality)
        }
    }

    /// The name in a key of a party, also of one that the plan does not have: 市教育局. A key that has none is its own name.
    pub fn name_in_key(key: &str) -> &str {
        let name = key.strip_prefix(UNIT).or_else(|| key.strip_prefix(LOCALITY));
        name.filter(|name| !name.is_empty()).unwrap_or(key)
    }

    /// The unit printed under this name, be it its key or an alias: index into [`Plan::units`].
    pub fn unit_named(&self, name: &str) -> Option<usize> {
        self.units.iter().position(|unit| unit.key == name || unit.aliases.iter().any(|alias| alias == name))
    }

    /// The tasks of a party's checklist, as the plan has them. A joint task belongs to each of its units.
    pub fn scope(&self, party: Party) -> Scope {
        if party == Party::Coordinator {
            return Scope { party, tasks: (0..self.tasks.len()).collect(), ..Scope::default() };
        }
        let some = Assignee::Localities(Reach::Undetermined);
        let naming = |apart: bool| -> Vec<usize> {
            let names =
                |i: &usize| self.tasks[*i].assigned().any(|a| (a.who == some) == apart && party.is_named(a.who));
            (0..self.tasks.len()).filter(names).collect()
        };
        let (tasks, mut undetermined) = (naming(false), naming(true));
        undetermined.retain(|i| !tasks.contains(i));
        Scope { party, tasks, undetermined, left_out: Ordered::new() }
    }

    /// The measures of a party's checklist, as the plan has them, those of undetermined tasks last.
    pub fn scope_measures(&self, party: Party) -> Vec<MeasureId> {
        self.scope(party).measures(self).map(|measure| measure.id).collect()
    }
}
