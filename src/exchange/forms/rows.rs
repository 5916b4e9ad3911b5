//! The rows of a form that came back: which measure each is, and what of it is new.

use super::base::Base;
use super::cells::bare;
use super::columns::Column;
use super::form::{Fault, Known, NotTaken, Outcome, Place, RowOutcome, Said};
use super::values::{UNTICKED, is_year_guessed, same, value};
use crate::domain::dues::plan_year;
use crate::domain::field::Field;
use crate::domain::ledger::{Ledger, MarkKey};
use crate::domain::party::Party;
use crate::domain::plan::{MeasureId, Plan};
use crate::domain::script::{Rendition, fold};
use std::collections::{HashMap, HashSet};

/// A row as it stands in a sheet.
pub struct Given {
    /// Where.
    pub place: Place,
    /// Whose it is, if that is known.
    pub party: Option<Party>,
    /// The party that it is said to be of, where the plan does not have it.
    pub stranger: Option<String>,
    /// Whether whose it is was guessed.
    pub guessed: bool,
    /// Its cells with something in them.
    pub cells: Vec<(Column, String)>,
    /// Its cells with a formula that has no value, each with the formula.
    pub unvalued: Vec<(Column, String)>,
    /// Its cells in columns that no form has, each with the head of its column.
    pub beside: Vec<(String, String)>,
    /// The columns that the table has.
    pub has: Vec<Column>,
}

/// What is wrong with a cell.
fn fault(column: Column, text: String, why: NotTaken) -> Fault {
    Fault { column: Some(column), head: String::new(), text, why }
}

/// Reads rows.
pub struct Reader<'a> {
    plan: &'a Plan,
    base: &'a Base,
    /// The ledger here, where the form does not say what stood in its cells.
    here: Option<&'a Ledger>,
    year: Option<u32>,
    /// Whether ids are taken only where the text agrees, as nothing says that they are of this plan.
    doubtful: bool,
    texts: HashMap<String, Vec<MeasureId>>,
    asked: HashMap<Party, HashSet<MeasureId>>,
    /// What rows before say of a party's measure: all that is new, by field.
    seen: HashMap<(Party, MeasureId), HashMap<Field, String>>,
    /// The first party that the plan does not have.
    pub stranger: Option<String>,
    /// Whether whose rows are that say something was guessed.
    pub guessed: bool,
    /// How many days have no year and were taken for days of the plan's.
    pub years: usize,
    whom: Vec<Party>,
    said: Vec<Said>,
    rows: Vec<RowOutcome>,
}

impl<'a> Reader<'a> {
    /// A reader of rows that may be of this plan.
    pub fn new(plan: &'a Plan, base: &'a Base, here: Option<&'a Ledger>, doubtful: bool) -> Self {
        let mut texts: HashMap<String, Vec<MeasureId>> = HashMap::new();
        for measure in plan.measures() {
            let record = plan.text(measure.span);
            let mut forms = Rendition::ALL.map(|rendition| bare(&plan.in_rendition(record, rendition))).to_vec();
            forms.dedup();
            for form in forms.into_iter().filter(|form| !form.is_empty()) {
                texts.entry(form).or_default().push(measure.id);
            }
        }
        Self {
            plan,
            base,
            here,
            year: plan_year(plan),
            doubtful,
            texts,
            asked: HashMap::new(),
            seen: HashMap::new(),
            stranger: None,
            guessed: false,
            years: 0,
            whom: Vec::new(),
            said: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Whose rows there were, what is said in them, and what became of each.
    pub fn finished(self) -> (Vec<Party>, Vec<Said>, Vec<RowOutcome>) {
        (self.whom, self.said, self.rows)
    }

    /// Reads a row. One that neither is a measure nor says anything is no row of the form.
    pub fn row(&mut self, given: Given) {
        let says = given.cells.iter().chain(&given.unvalued).any(|(column, _)| matches!(column, Column::Said(_)));
        let measure = self.measure(&given);
        let whole = |why: NotTaken| {
            Outcome::NotUnderstood(vec![Fault { column: None, head: String::new(), text: String::new(), why }], 0)
        };
        let known = measure.ok();
        let mut outcome = match (measure, given.party) {
            (Err(_), _) if !says => return,
            (Err(why), _) => whole(why),
            (Ok(_), None) if !says => Outcome::Unchanged,
            (Ok(_), None) if given.stranger.is_some() => whole(NotTaken::Stranger),
            (Ok(_), None) => whole(NotTaken::NoParty),
            (Ok((id, known)), Some(party)) => {
                if self.is_asked(party, id) {
                    self.values(&given, party, id, known)
                } else if says {
                    whole(NotTaken::NotAsked)
                } else {
                    Outcome::Unchanged
                }
            }
        };
        self.whom.extend(given.party.filter(|party| known.is_some() && !self.whom.contains(party)));
        self.guessed |= given.guessed && says;
        if known.is_some() && self.stranger.is_none() {
            self.stranger.clone_from(&given.stranger);
        }
        let Given { place, party, cells, beside, .. } = given;
        if !beside.is_empty() {
            let (mut faults, taken) = match outcome {
                Outcome::NotUnderstood(faults, taken) => (faults, taken),
                Outcome::Taken(taken) => (Vec::new(), taken),
                Outcome::Unchanged | Outcome::Repeated => (Vec::new(), 0),
            };
            let fault = |(head, text)| Fault { column: None, head, text, why: NotTaken::NoColumn };
            faults.extend(beside.into_iter().map(fault));
            outcome = Outcome::NotUnderstood(faults, taken);
        }
        self.rows.push(RowOutcome { place, party, measure: known, cells, outcome });
    }

    fn is_asked(&mut self, party: Party, id: MeasureId) -> bool {
        let plan = self.plan;
        self.asked.entry(party).or_insert_with(|| plan.scope_measures(party).into_iter().collect()).contains(&id)
    }

    /// The measure of a row: by its id, where its text says no other; else by its text.
    fn measure(&self, given: &Given) -> Result<(MeasureId, Known), NotTaken> {
        let cell = |wanted: Column| {
            let found = given.cells.iter().find(|(column, _)| *column == wanted);
            found.map(|(_, words)| words.as_str()).unwrap_or_default()
        };
        let plain: String = cell(Column::Id).chars().map(fold).filter(|c| !c.is_whitespace()).collect();
        let plain = plain.trim_start_matches(['m', '\'']);
        let id: Option<MeasureId> = plain.parse().ok().filter(|id| self.plan.measure(*id).is_some());
        let text = bare(cell(Column::Measure));
        let by_text = self.texts.get(&text).map_or(&[][..], Vec::as_slice);
        match (id, by_text) {
            (Some(_), []) if self.doubtful && !text.is_empty() => Err(NotTaken::NoMeasure),
            // Somebody may have mended the text, but did not write another.
            (Some(id), []) if !text.is_empty() && !self.resembles(id, &text) => Err(NotTaken::Disagrees),
            (Some(id), []) => Ok((id, Known::Id)),
            (Some(id), several) if several.contains(&id) => Ok((id, Known::Id)),
            // A program that took ids for numbers made 3.1 of 3.10.
            (Some(_), [one]) if one.to_string().trim_end_matches('0') == plain.trim_end_matches('0') => {
                Ok((*one, Known::Text))
            }
            (Some(_), _) => Err(NotTaken::Disagrees),
            (None, [one]) => Ok((*one, Known::Text)),
            (None, []) => Err(NotTaken::NoMeasure),
            (None, several) => {
                // Of measures with the same text the printed number tells which.
                let label: String = cell(Column::No).chars().map(fold).filter(|c| !c.is_whitespace()).collect();
                let mut labelled = several.iter().filter(|id| self.plan.label(**id).to_string() == label);
                let one = labelled.next().filter(|_| labelled.next().is_none());
                one.map(|id| (*id, Known::Text)).ok_or(NotTaken::Several)
            }
        }
    }

    /// Whether half of the characters of a text are those of a measure's.
    fn resembles(&self, id: MeasureId, text: &str) -> bool {
        let of = self.plan.measure(id).map_or_else(String::new, |measure| bare(self.plan.text(measure.span)));
        text.chars().filter(|c| of.contains(*c)).count() * 2 >= text.chars().count()
    }

    /// Whether a row has a report that can be as before. Where there is no column of statuses nobody knows, and it is believed.
    fn has_report(given: &Given) -> bool {
        let status = Column::Said(Field::Status);
        let is_there = |(column, _): &(Column, String)| *column == status;
        !given.has.contains(&status) || given.cells.iter().chain(&given.unvalued).any(is_there)
    }

    /// Whether these words stand here already, where the form does not say what stood in its cells: nobody wrote them into it.
    fn stands_here(&self, party: Party, measure: MeasureId, field: Field, words: &str) -> bool {
        let stands = |ledger: &Ledger| {
            let versions = ledger.versions(&MarkKey::Placed(party, measure), field);
            versions.first().is_some_and(|version| !version.value.is_empty() && same(words, &version.value))
        };
        self.here.is_some_and(stands)
    }

    /// Reads what a row says of a measure.
    fn values(&mut self, given: &Given, party: Party, measure: MeasureId, known: Known) -> Outcome {
        let targets = self.plan.measure(measure).map_or(0, |measure| measure.targets.len());
        let (key, id) = (self.plan.party_key(party), measure.to_string());
        let mut faults = Vec::new();
        let (mut taken, mut repeated) = (0, 0);
        let is_first = !self.seen.contains_key(&(party, measure));
        let mut fresh: Vec<(Field, String)> = Vec::new();
        for column in &given.has {
            let Column::Said(field) = column else { continue };
            if let Some((_, formula)) = given.unvalued.iter().find(|(other, _)| other == column) {
                faults.push(fault(*column, formula.clone(), NotTaken::NoResult));
                continue;
            }
            let words = given.cells.iter().find(|(other, _)| other == column);
            let words = words.map_or("", |(_, words)| words.as_str());
            // What is not ticked takes nothing back.
            if *field == Field::Confirmed && (words.trim().is_empty() || words == UNTICKED) {
                continue;
            }
            let before = self.base.value(&key, &id, *field);
            // What stood there is told by its value; what was none stood there already, and is nothing that the person says.
            let read = value(*field, words, targets, self.year);
            let is_as_it_was = if before.is_empty() {
                read.as_deref() == Ok("")
            } else {
                let before_read = value(*field, before, targets, self.year);
                same(words, before)
                    || read.is_ok() && read == before_read
                    || read.as_deref().is_ok_and(|v| same(v, before))
            };
            if is_as_it_was {
                continue;
            }
            let stands = *field != Field::Confirmed || Self::has_report(given);
            match read.and_then(|value| stands.then_some(value).ok_or(NotTaken::NothingBefore)) {
                Ok(value) => {
                    self.years += usize::from(*field == Field::Date && is_year_guessed(words, self.year));
                    fresh.push((*field, value));
                }
                Err(_) if self.stands_here(party, measure, *field, words) => {}
                Err(why) => faults.push(fault(*column, words.to_owned(), why)),
            }
        }
        let seen = self.seen.entry((party, measure)).or_default();
        for (field, value) in fresh {
            match seen.get(&field) {
                Some(before) if same(before, &value) => repeated += 1,
                Some(_) => {
                    faults.push(fault(Column::Said(field), value, NotTaken::Twice));
                }
                None => {
                    taken += 1;
                    seen.insert(field, value.clone());
                    let place = given.place.clone();
                    self.said.push(Said { party, measure, field, value, place, known });
                }
            }
        }
        match (faults.is_empty(), taken) {
            (false, taken) => Outcome::NotUnderstood(faults, taken),
            (true, 0) if repeated > 0 || !is_first => Outcome::Repeated,
            (true, 0) => Outcome::Unchanged,
            (true, taken) => Outcome::Taken(taken),
        }
    }
}
