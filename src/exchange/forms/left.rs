//! What was not understood, as a workbook again: the rows with the reasons beside them, to be put right and brought back.

use super::base::Base;
use super::cells::clean;
use super::columns::Column;
use super::form::{Filled, Order, Outcome, RowOutcome, Sheets, Unwritten};
use super::round::SAME;
use super::table::{Cell, Row, Table, Writer, mark};
use super::values::value;
use super::write;
use crate::domain::dues::plan_year;
use crate::domain::field::Field;
use crate::domain::ledger::Ledger;
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::rounds::{Round, RoundSaid};

/// A workbook of the rows that were not understood, a sheet for each party, with the reasons beside them.
///
/// # Errors
/// [`Unwritten`] says why there is none: everything was understood, or it is too much.
pub fn left_over(plan: &Plan, ledger: &Ledger, filled: &Filled, order: &Order) -> Result<Vec<u8>, Unwritten> {
    let order = Order { sheets: Sheets::Filling, ..order.dated() };
    // Nothing here asks whether a report counts for the round, only what it is called.
    let round = filled.round.clone().map(|RoundSaid { id, name }| Round {
        id,
        name,
        due: id.until,
        closed: None,
        opens: id.from,
    });
    let writer = Writer::new(plan, order.rendition, round);
    // By when a row is due, say, as its form says it; not what was reported meanwhile.
    let settled = ledger.settled();
    let mut tables: Vec<(Option<Party>, Table)> = Vec::new();
    for outcome in &filled.rows {
        if !matches!(outcome.outcome, Outcome::NotUnderstood(..)) {
            continue;
        }
        let at = tables.iter().position(|(party, _)| *party == outcome.party).unwrap_or_else(|| {
            tables.push((outcome.party, table(plan, &writer, filled, outcome.party, &order)));
            tables.len() - 1
        });
        let table = &mut tables[at].1;
        let row = row((plan, &settled), &writer, table, outcome);
        table.rows.push(row);
    }
    let tables: Vec<Table> = tables.into_iter().map(|(_, table)| table).collect();
    write::workbook(plan, &order, &tables, &Base::of(plan, &order, &tables))
}

/// A table of one party's rows, or of those of which nobody knows whose they are.
fn table(plan: &Plan, writer: &Writer, filled: &Filled, party: Option<Party>, order: &Order) -> Table {
    let rows = filled.rows.iter().filter(|row| row.party == party);
    let measures: Vec<_> = rows.filter_map(|row| Some(row.measure?.0)).collect();
    let mut table = writer.table(party.unwrap_or_default(), &measures, order, &mark(plan));
    table.title = [&writer.title(), table.words.left_over].concat();
    if party.is_none() {
        table.key = String::new();
        table.particulars.remove(0);
        table.columns.insert(1, Column::Party);
        if table.round.is_some() {
            let place = table.columns.iter().position(|column| *column == Column::Said(Field::Status));
            table.columns.insert(place.unwrap_or(1), SAME);
        }
    }
    if table.party == Party::Coordinator {
        table.name = table.words.left_over.to_owned();
    }
    table.columns.insert(1, Column::Reasons);
    table
}

fn row((plan, settled): (&Plan, &Ledger), writer: &Writer, table: &Table, outcome: &RowOutcome) -> Row {
    let Outcome::NotUnderstood(faults, _) = &outcome.outcome else {
        return Row { measure: None, cells: Vec::new(), said: Vec::new() };
    };
    let measure = outcome.measure.map(|(id, _)| id);
    let known = measure.and_then(|id| writer.row(table, id, settled));
    let targets = measure.and_then(|id| plan.measure(id)).map_or(0, |measure| measure.targets.len());
    let heads = table.heads().collect::<Vec<_>>();
    let head = |column: Column| {
        let place = table.columns.iter().position(|other| *other == column);
        place.and_then(|place| heads.get(place)).map(|head| head.clone() + "：").unwrap_or_default()
    };
    let reason = |fault: &super::Fault| {
        let text = if fault.text.is_empty() { String::new() } else { format!("“{}”", fault.text) };
        if !fault.head.is_empty() {
            return [&fault.head, "：", &*text, fault.why.words(table.words.why_not)].concat();
        }
        [&fault.column.map(head).unwrap_or_default(), &text, fault.why.words(table.words.why_not)].concat()
    };
    let mut reasons: Vec<String> = faults.iter().map(reason).collect();
    let mut said = Vec::new();
    let mut cells = Vec::with_capacity(table.columns.len());
    for (place, column) in table.columns.iter().enumerate() {
        let typed = outcome.cells.iter().find(|(other, _)| other == column).map(|(_, words)| clean(words));
        let own = known.as_ref().and_then(|row| row.cells.get(place)).cloned().unwrap_or_default();
        let text = match (*column, typed) {
            (Column::Said(_) | Column::Notes | Column::Party, typed) => typed.unwrap_or_default(),
            (_, typed) => Some(own.text).filter(|text| !text.is_empty()).or(typed).unwrap_or_default(),
        };
        // What was taken already is no news when the sheet comes back.
        if let Column::Said(field) = column
            && !faults.iter().any(|fault| fault.column.is_none_or(|other| other == *column))
            && let Ok(value) = value(*field, &text, targets, plan_year(plan))
            && !value.is_empty()
        {
            said.push((*field, value));
        }
        cells.push(Cell { text, open: column.is_open() || *column == Column::Party });
    }
    // What stands in columns that this sheet does not have is in the reasons, so that no word is lost.
    let elsewhere = outcome.cells.iter().filter(|(column, _)| {
        // Of notes it is in a reason already.
        !table.columns.contains(column) && column.is_open() && *column != Column::Notes
    });
    reasons.extend(elsewhere.map(|(_, words)| clean(words)));
    if let Some(place) = table.columns.iter().position(|column| *column == Column::Reasons)
        && let Some(cell) = cells.get_mut(place)
    {
        cell.text = clean(&reasons.join("\n"));
    }
    Row { measure, cells, said }
}
