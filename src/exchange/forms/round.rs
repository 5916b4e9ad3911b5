//! The round that a form is for: the one that is open when it is made. Its days stand in a cell of their own, its name with the days in
//! words among the particulars, and both in the hidden sheet.

use super::columns::Column;
use crate::domain::calendar::{DAY, date, day, iso_to_day};
use crate::domain::field::Field;
use crate::domain::ledger::{Ledger, Moment};
use crate::domain::mark::Mark;
use crate::domain::printed_day::Day;
use crate::domain::rounds::{Round, RoundSaid, Rounds};
use crate::domain::script::Script;
use crate::exchange::sheets::workbook::Sheet;
use crate::text::forms::FormWords;
use std::collections::BTreeMap;

/// The column in which a report is said to be as in the round before.
pub const SAME: Column = Column::Said(Field::Confirmed);

/// Between two particulars.
pub const BETWEEN: &str = "　　";

/// How many rows are looked through for a round above a table.
const ROWS: usize = 20;

/// The round that is open when a form is made.
pub fn open_round(ledger: &Ledger, made: Moment) -> Option<Round> {
    let day = Day::try_from(day(made)).unwrap_or(Day::MAX);
    Rounds::of(ledger).open_at(day).cloned()
}

/// Whether a party said in a round that its report is as before.
pub fn is_confirmed(round: &Round, mark: &Mark) -> bool {
    iso_to_day(mark.value(Field::Confirmed)).is_some_and(|day| round.has(day))
}

/// A round by this name with its days: 填報期：第三季度（7月1日至9月30日）.
pub fn in_words(round: &Round, name: &str, words: &FormWords) -> String {
    let [from, until] = [round.id.from, round.id.until].map(|day| date(Moment::from(day) * DAY));
    let day = |(year, month, day): (u64, u64, u64)| {
        let year = if from.0 == until.0 { String::new() } else { format!("{year}{}", words.day[0]) };
        format!("{year}{month}{}{day}{}", words.day[1], words.day[2])
    };
    let [before, between, behind] = words.round_days;
    [words.round, name, before, &day(from), between, &day(until), behind].concat()
}

/// A round by its days and its name, as a form has them; without a name it is called by its days.
pub fn round_said(days: &str, name: &str) -> Option<RoundSaid> {
    let (days, name) = (days.trim(), name.trim());
    Some(RoundSaid { id: days.parse().ok()?, name: if name.is_empty() { days } else { name }.to_owned() })
}

/// The round that stands above a table.
pub fn round_in(sheet: &Sheet) -> Option<RoundSaid> {
    let cells = || sheet.rows.values().take(ROWS).flat_map(BTreeMap::values);
    let days = cells().find(|words| round_said(words, "").is_some())?;
    let name = cells().find_map(|words| {
        let labels = [Script::Traditional, Script::Simplified].map(|script| FormWords::of(script).round);
        let (_, behind) = labels.into_iter().find_map(|label| words.split_once(label))?;
        let all = behind.split(BETWEEN).next()?;
        Some(all.rsplit_once('（').map_or(all, |(name, _)| name))
    });
    round_said(days, name.unwrap_or_default())
}
