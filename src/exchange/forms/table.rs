//! The tables of an order: heads, columns and rows as values, before they are drawn as sheets or as text.

use super::cells::clean;
use super::columns::Column;
use super::form::{Order, Sheets, Whom};
use super::round::{SAME, in_words, is_confirmed, open_round};
use super::values::TICK;
use crate::domain::arrangement;
use crate::domain::calendar::{date, iso_date, iso_day};
use crate::domain::dues::{Dues, dues, plan_year};
use crate::domain::field::{Field, Status};
use crate::domain::ledger::Ledger;
use crate::domain::mark::{Duty, Mark};
use crate::domain::party::Party;
use crate::domain::plan::{Measure, MeasureId, Plan, Responsibility, Role, Task};
use crate::domain::printed_day::day_of;
use crate::domain::rounds::{Round, RoundSaid};
use crate::domain::script::Rendition;
use crate::domain::span::Span;
use crate::text::forms::FormWords;
use std::collections::BTreeSet;

/// The most columns of actual values. The rest of a measure's targets is not asked for on a sheet.
const MOST_TARGETS: usize = 20;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it shows; a date as ISO 8601.
    pub text: String,
    /// Whether it may be filled in.
    pub open: bool,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its measure; `None` for a row that could not be given to one.
    pub measure: Option<MeasureId>,
    /// Its cells, as many as the table has columns.
    pub cells: Vec<Cell>,
    /// What the fields said that are filled in, as the domain spells it.
    pub said: Vec<(Field, String)>,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Whose it is.
    pub party: Party,
    /// The party's name, which also names the sheet.
    pub name: String,
    /// The mark of the plan: its id and its fingerprint; on a form that is handed out also when it was made.
    pub mark: String,
    /// The party's key.
    pub key: String,
    /// The title of the plan with the kind of the sheet.
    pub title: String,
    /// The particulars below it.
    pub particulars: Vec<String>,
    /// Whether there is something to fill in.
    pub filling: bool,
    /// The round that it is for; `None` where none is open, and where there is nothing to fill in.
    pub round: Option<RoundSaid>,
    /// How it is filled in; empty where there is nothing to fill in.
    pub how: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// Whether there are several columns of actual values.
    pub several: bool,
    /// The rows.
    pub rows: Vec<Row>,
    /// The words on it.
    pub words: &'static FormWords,
}

impl Table {
    /// The heads of its columns.
    pub fn heads(&self) -> impl Iterator<Item = String> {
        self.columns.iter().map(|column| column.head(self.words, self.several))
    }
}

/// The mark of a plan.
pub fn mark(plan: &Plan) -> String {
    format!("{} {}", plan.id, plan.fingerprint())
}

/// Writes words of a plan.
pub struct Writer<'a> {
    pub plan: &'a Plan,
    pub rendition: Rendition,
    pub words: &'static FormWords,
    dues: Dues,
    /// The round that forms are for.
    round: Option<Round>,
    /// The year of deadlines that name none.
    year: Option<u32>,
}

/// The tables that are ordered, without those that have no rows.
pub fn tables(plan: &Plan, ledger: &Ledger, order: &Order) -> Vec<Table> {
    let writer = Writer::new(plan, order.rendition, open_round(ledger, order.made));
    let parties: Vec<Party> = match order.whom {
        Whom::Whole => vec![Party::Coordinator],
        Whom::Party(party) => vec![party],
        Whom::Each => plan.parties().filter(|party| *party != Party::Coordinator).collect(),
    };
    let mark = match order.sheets {
        Sheets::Filling => format!("{} {}", mark(plan), order.made),
        Sheets::Breakdown | Sheets::Report => mark(plan),
    };
    let table = |party: Party| {
        let measures = arrangement::measures(plan, ledger, party);
        let mut table = writer.table(party, &measures, order, &mark);
        table.rows = measures.iter().filter_map(|id| writer.row(&table, *id, ledger)).collect();
        table
    };
    parties.into_iter().map(table).filter(|table| !table.rows.is_empty()).collect()
}

impl<'a> Writer<'a> {
    /// A writer for this plan, in this round.
    pub fn new(plan: &'a Plan, rendition: Rendition, round: Option<Round>) -> Self {
        let words = FormWords::of(plan.script_of(rendition));
        Self { plan, rendition, words, round, dues: dues(plan).unwrap_or_default(), year: plan_year(plan) }
    }

    fn write(&self, record: &str) -> String {
        self.plan.in_rendition(record, self.rendition)
    }

    fn text(&self, span: Span) -> String {
        self.write(self.plan.text(span))
    }

    /// The title of the plan.
    pub fn title(&self) -> String {
        self.text(self.plan.meta.title)
    }

    /// The name of a party.
    pub fn name(&self, party: Party) -> String {
        self.plan.printed_name(party).map_or_else(|| self.words.coordinator.to_owned(), |name| self.write(name))
    }

    /// A table without rows.
    pub fn table(&self, party: Party, measures: &[MeasureId], order: &Order, mark: &str) -> Table {
        let words = self.words;
        let filling = order.sheets != Sheets::Breakdown;
        let targets = measures.iter().filter_map(|id| self.plan.measure(*id)).map(|measure| measure.targets.len());
        let targets = targets.max().unwrap_or(0).min(MOST_TARGETS);
        let mut columns = vec![Column::Id, Column::No, Column::Task, Column::Measure, Column::Target];
        // The whole has the roles of all beside their names.
        if party != Party::Coordinator && self.plan.has_roles() {
            columns.push(Column::Role);
        }
        if filling && party != Party::Coordinator {
            columns.push(Column::Due);
        } else {
            columns.extend([Column::Units, Column::Due]);
        }
        let round = self.round.as_ref().filter(|_| filling);
        // The coordinator signs off, which no round asks for anew.
        if round.is_some() && party != Party::Coordinator {
            columns.push(SAME);
        }
        if filling {
            columns.extend([Field::Status, Field::Progress].map(Column::Said));
            let places = (1..=targets).filter_map(|place| u16::try_from(place).ok());
            columns.extend(places.map(|place| Column::Said(Field::Actual(place))));
            columns.extend([Field::Problem, Field::NextStep, Field::Date].map(Column::Said));
        }
        // What a form has no field for would be lost; what the coordinator answers stands in a form that is handed out.
        match order.sheets {
            Sheets::Breakdown => columns.push(Column::Notes),
            Sheets::Filling if party != Party::Coordinator => columns.push(Column::Answer),
            Sheets::Filling | Sheets::Report => {}
        }
        let kind = if filling { words.filling } else { words.breakdown };
        let name = self.name(party);
        let number = self.plan.meta.number.as_ref().map(|fact| [words.number, &self.write(&fact.value)].concat());
        let whose = (filling || party != Party::Coordinator).then(|| [words.party, &name].concat());
        let of_round = round.map(|round| in_words(round, &self.write(&round.name), words));
        let made = [words.made, &iso_date(order.made)].concat();
        Table {
            party,
            name: if party == Party::Coordinator { kind.to_owned() } else { name },
            mark: mark.to_owned(),
            key: self.plan.party_key(party),
            title: [&self.text(self.plan.meta.title), kind].concat(),
            particulars: whose.into_iter().chain(of_round).chain(number).chain([made]).collect(),
            filling,
            round: round.map(|round| RoundSaid { id: round.id, name: clean(&round.name) }),
            how: if filling { self.how(order, columns.contains(&SAME)) } else { String::new() },
            columns,
            several: targets > 1,
            rows: Vec::new(),
            words,
        }
    }

    /// How a form is filled in, with a day of the plan's year as an example of one.
    fn how(&self, order: &Order, has_same: bool) -> String {
        let year = self.year.unwrap_or_else(|| u32::try_from(date(order.made).0).unwrap_or_default());
        let [before, behind] = self.words.how;
        let same = if has_same { self.words.how_same } else { "" };
        format!("{before}{year}-09-30{behind}{same}")
    }

    /// The row of a measure.
    pub fn row(&self, table: &Table, id: MeasureId, ledger: &Ledger) -> Option<Row> {
        let (place, n) = self.plan.measure_place(id)?;
        let task = self.plan.tasks.get(place)?;
        let measure = task.measures.get(n)?;
        let mark = ledger.mark(table.party, id);
        let mut said = Vec::new();
        let mut cell = |column: &Column| {
            let text = match column {
                Column::Id => id.to_string(),
                Column::No => self.plan.label(id).to_string(),
                Column::Task => self.text(task.title),
                Column::Measure => self.text(measure.span),
                Column::Target => self.targets(measure),
                Column::Units => self.units(task, measure) + &self.settled(ledger, id),
                Column::Role => self.role(task, measure, table.party, mark),
                Column::Due => {
                    let settled = arrangement::answers(mark, ledger.mark(Party::Coordinator, id)).day;
                    settled.map_or_else(|| self.due(place, task, measure), |day| iso_day(day.into()))
                }
                Column::Said(Field::Actual(target)) if usize::from(*target) > measure.targets.len() => {
                    return Cell::default();
                }
                Column::Said(Field::Confirmed) => {
                    let is_same = self.round.as_ref().zip(mark).is_some_and(|(round, mark)| is_confirmed(round, mark));
                    if is_same {
                        said.push((Field::Confirmed, TICK.to_owned()));
                    }
                    if is_same { TICK } else { "" }.to_owned()
                }
                Column::Said(field) => {
                    let value = mark.map_or("", |mark| mark.value(*field));
                    if !value.is_empty() {
                        said.push((*field, clean(value)));
                    }
                    self.shown(*field, value, table.party)
                }
                Column::Answer => self.answer(mark, ledger.mark(Party::Coordinator, id)),
                Column::Party | Column::Notes | Column::Reasons => String::new(),
            };
            Cell { text: clean(&text), open: column.is_open() }
        };
        let cells = table.columns.iter().map(&mut cell).collect();
        Some(Row { measure: Some(id), cells, said })
    }

    /// What the coordinator answers to a report, given its own mark: that the measure is signed off, and why the report was given back.
    fn answer(&self, mark: Option<&Mark>, coordinators: Option<&Mark>) -> String {
        let is_signed_off = coordinators.and_then(Mark::status) == Some(Status::Done);
        let signed_off = is_signed_off.then(|| self.words.signed_off.to_owned());
        let returned = mark.and_then(Mark::returned);
        let returned = returned.map(|returned| [self.words.fields.returned.full, "：", &*returned.reason].concat());
        signed_off.into_iter().chain(returned).collect::<Vec<_>>().join("\n")
    }

    /// A value as a cell shows it.
    pub fn shown(&self, field: Field, value: &str, party: Party) -> String {
        let status = if field == Field::Status { self.words.status(value, party) } else { None };
        status.unwrap_or(value).to_owned()
    }

    fn targets(&self, measure: &Measure) -> String {
        let several = measure.targets.len() > 1;
        let line = |(n, target): (usize, &crate::domain::plan::Target)| {
            let counts = target.counts.as_ref().map(|counts| self.write(counts) + "：").unwrap_or_default();
            let number = if several { format!("{n}. ") } else { String::new() };
            [number, counts, self.text(target.span)].concat()
        };
        (1..).zip(&measure.targets).map(line).collect::<Vec<_>>().join("\n")
    }

    fn units(&self, task: &Task, measure: &Measure) -> String {
        let own = measure.responsibility.and_then(|at| task.responsibilities.get(at));
        let of_one = |at: usize| task.measures.iter().any(|measure| measure.responsibility == Some(at));
        let of_task = task.responsibilities.iter().enumerate().filter(|(at, _)| own.is_none() && !of_one(*at));
        let statements = own.into_iter().chain(of_task.map(|(_, statement)| statement));
        statements.map(|statement| self.statement(statement)).collect::<Vec<_>>().join("\n")
    }

    /// Who has which duty by the coordinator's word, in a line of its own: 分工：牽頭：市教育局；不涉及：市水務局.
    fn settled(&self, ledger: &Ledger, id: MeasureId) -> String {
        let words = self.words;
        let of = |(duty, parties): (Duty, Vec<Party>)| {
            let names: Vec<String> = parties.into_iter().map(|party| self.name(party)).collect();
            [words.duties[duty as usize], "：", &names.join("、")].concat()
        };
        let said: Vec<String> = arrangement::duties(ledger.said_of(id)).into_iter().map(of).collect();
        if said.is_empty() { String::new() } else { ["\n", words.arranged, "：", &said.join("；")].concat() }
    }

    /// Who answers, by roles: 牽頭：市發展改革委；市教育局、市財政局；配合：市水務局等.
    fn statement(&self, statement: &Responsibility) -> String {
        let words = self.words;
        let roles =
            [(Role::Lead, [words.lead, "："]), (Role::Responsible, [""; 2]), (Role::Support, [words.support, "："])];
        let of_role = |(role, label): (Role, [&str; 2])| {
            let assigned = statement.assigned.iter().filter(|assigned| assigned.role == role);
            let name = |assigned: &crate::domain::plan::Assignment| {
                Party::of(assigned.who).map_or_else(|| self.text(assigned.span), |party| self.name(party))
            };
            let names: Vec<String> = assigned.map(name).collect();
            (!names.is_empty()).then(|| [&label.concat(), &*names.join("、")].concat())
        };
        let all: Vec<String> = roles.into_iter().filter_map(of_role).collect();
        all.join("；") + if statement.open { words.and_others } else { "" }
    }

    /// Whether a party leads, supports or answers, as the coordinator settled, else as the plan says; empty where the plan gives the
    /// measure to others of its task.
    fn role(&self, task: &Task, measure: &Measure, party: Party, mark: Option<&Mark>) -> String {
        let words = self.words;
        let settled = mark.and_then(arrangement::duty).and_then(|duty| match duty {
            Duty::Lead => Some(Role::Lead),
            Duty::Support => Some(Role::Support),
            Duty::Responsible => Some(Role::Responsible),
            Duty::Unconcerned => None,
        });
        let word = settled.or_else(|| task.role_of(measure, party)).map(|role| match role {
            Role::Lead => words.lead,
            Role::Support => words.support,
            Role::Responsible => words.responsible,
        });
        word.unwrap_or_default().to_owned()
    }

    /// By when a measure is due: all deadlines of its own; those of its task, where it has none with a day; else that of the plan.
    fn due(&self, place: usize, task: &Task, measure: &Measure) -> String {
        let statement = measure.responsibility.and_then(|at| task.responsibilities.get(at));
        let is_own = |span: &&Span| {
            measure.span.contains(**span) || statement.is_some_and(|statement| statement.span.contains(**span))
        };
        let mut said: Vec<String> = Vec::new();
        let mut has_day = false;
        for span in task.deadlines.iter().filter(is_own) {
            let day = day_of(self.plan.text(*span), self.year);
            has_day |= day.is_some();
            said.push(day.map_or_else(|| self.text(*span), |day| iso_day(day.into())));
        }
        if !has_day {
            said.extend(self.dues.apart(place).filter(|due| !due.of_one).map(|due| self.text(due.span)));
        }
        if said.is_empty() {
            return self.plan.meta.due.as_ref().map(|due| due.value.clone()).unwrap_or_default();
        }
        let mut known = BTreeSet::new();
        said.retain(|words| known.insert(words.clone()));
        said.join("\n")
    }
}
