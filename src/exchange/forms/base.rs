//! What a form said when it was made: a hidden sheet of plain texts.
//!
//! | first cell | the others |
//! |---|---|
//! | `yaodian-form` | version, mark of the plan, moment at which the form was made, title, `report` if it is given back |
//! | `sheet` | name of a sheet, key of the party whose it is |
//! | `round` | days of the round that is open when the form is made, its name; missing where there is none |
//! | `said` | key of the party, id of the measure, then keys of fields, each with its value as the domain spells it |
//!
//! Where there are more rows than a sheet may have, several such sheets stand one after the other.

use std::collections::{BTreeMap, HashMap};

use super::cells::clean;
use super::form::{Order, Sheets};
use super::names::unique;
use super::round::round_said;
use super::table::Table;
use crate::domain::field::Field;
use crate::domain::ledger::Moment;
use crate::domain::plan::Plan;
use crate::domain::rounds::RoundSaid;

/// The name of the sheet.
pub const NAME: &str = "_yaodian";
const FORM: &str = "yaodian-form";
const SHEET: &str = "sheet";
const ROUND: &str = "round";
const SAID: &str = "said";
const REPORT: &str = "report";
/// The most rows of one such sheet.
const MOST_ROWS: usize = 15_000;
const VERSION: &str = "1";

/// What a form said when it was made.
#[derive(Clone, Debug, Default)]
pub struct Base {
    /// The mark of the plan.
    pub mark: String,
    /// When the form was made.
    pub made: Option<Moment>,
    /// The title of the plan.
    pub title: String,
    /// Whether it is given back, and no form that was handed out.
    pub is_report: bool,
    /// The round that it is for.
    pub round: Option<RoundSaid>,
    /// The sheets, each with the key of its party.
    pub sheets: Vec<(String, String)>,
    /// What stood in the cells that are filled in, by the keys of parties, ids and keys of fields.
    pub said: HashMap<(String, String, String), String>,
}

impl Base {
    /// That of a form that is made now.
    pub fn of(plan: &Plan, order: &Order, tables: &[Table]) -> Self {
        let names = unique(tables.iter().map(|table| table.name.as_str()), NAME);
        let mut base = Self {
            mark: super::table::mark(plan),
            made: Some(order.made),
            title: clean(plan.text(plan.meta.title)),
            is_report: order.sheets == Sheets::Report,
            round: tables.iter().find_map(|table| table.round.clone()),
            sheets: names.into_iter().zip(tables.iter().map(|table| table.key.clone())).collect(),
            said: HashMap::new(),
        };
        // What is given back says all that stands in it, as if nothing had stood there before.
        for table in tables.iter().filter(|_| order.sheets != Sheets::Report) {
            for row in &table.rows {
                let Some(id) = row.measure else { continue };
                for (field, value) in &row.said {
                    base.said.insert((table.key.clone(), id.to_string(), field.key()), value.clone());
                }
            }
        }
        base
    }

    /// Its sheets, by their rows.
    pub fn sheets(&self) -> Vec<Vec<Vec<String>>> {
        let made = self.made.map(|made| made.to_string()).unwrap_or_default();
        let mut first = vec![FORM.to_owned(), VERSION.to_owned(), self.mark.clone(), made, self.title.clone()];
        first.extend(self.is_report.then(|| REPORT.to_owned()));
        let sheets = self.sheets.iter().map(|(name, key)| vec![SHEET.to_owned(), name.clone(), key.clone()]);
        let round = self.round.iter().map(|round| vec![ROUND.to_owned(), round.id.to_string(), round.name.clone()]);
        let mut said: Vec<_> = self.said.iter().collect();
        said.sort_unstable();
        let mut rows: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
        for ((party, id, field), value) in said {
            let row = rows.entry((party, id)).or_insert_with(|| vec![SAID.to_owned(), party.clone(), id.clone()]);
            row.extend([field.clone(), value.clone()]);
        }
        let all: Vec<Vec<String>> = round.chain(sheets).chain(rows.into_values()).collect();
        let part = |rows: &[Vec<String>]| std::iter::once(first.clone()).chain(rows.iter().cloned()).collect();
        if all.is_empty() { vec![vec![first]] } else { all.chunks(MOST_ROWS).map(part).collect() }
    }

    /// Reads it from the rows of a sheet; `None` if it is no such sheet.
    pub fn read<'a>(mut rows: impl Iterator<Item = Vec<&'a str>>) -> Option<Self> {
        let first = rows.next().filter(|row| row.first() == Some(&FORM))?;
        let at = |row: &[&str], place: usize| row.get(place).copied().unwrap_or_default().to_owned();
        let (mark, title) = (at(&first, 2), at(&first, 4));
        let is_report = at(&first, 5) == REPORT;
        let mut base = Self { mark, made: at(&first, 3).parse().ok(), title, is_report, ..Self::default() };
        for row in rows {
            match row.first() {
                Some(&ROUND) => base.round = round_said(&at(&row, 1), &at(&row, 2)),
                Some(&SHEET) => base.sheets.push((at(&row, 1), at(&row, 2))),
                Some(&SAID) => {
                    for pair in row.get(3..).unwrap_or_default().chunks_exact(2) {
                        base.said.insert((at(&row, 1), at(&row, 2), pair[0].to_owned()), pair[1].to_owned());
                    }
                }
                _ => {}
            }
        }
        Some(base)
    }

    /// Takes over another sheet of the same.
    pub fn add(&mut self, other: Self) {
        self.round = self.round.take().or(other.round);
        self.sheets.extend(other.sheets);
        self.said.extend(other.said);
    }

    /// What a field said.
    pub fn value(&self, party: &str, id: &str, field: Field) -> &str {
        let key = (party.to_owned(), id.to_owned(), field.key());
        self.said.get(&key).map_or("", String::as_str)
    }
}
