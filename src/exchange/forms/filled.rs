//! A form that came back: which plan it was made of, whose its sheets are, and what its rows say.

use super::base::Base;
use super::cells::bare;
use super::columns::{Column, head};
use super::csv::armed;
use super::form::{Filled, NoForm, Place, SheetPlan};
use super::open::{Opened, marked, open};
use super::round::round_in;
use super::rows::{Given, Reader};
use super::values::{TICKED, UNTICKED};
use crate::domain::ledger::{Ledger, Moment};
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::reading::simplified;
use crate::domain::script::{Rendition, Script, fold_text};
use crate::exchange::sheets::workbook::Sheet;
use crate::exchange::{Decode, Encodings};
use std::collections::BTreeMap;

/// The most characters of a head that are told.
const LONGEST_HEAD: usize = 20;

/// The most places of merged cells that are filled with the words in them.
const MOST_COVERED: usize = 200_000;

/// Reads a form that came back: `.xlsx`, `.xls`, `.ods` or `.csv`, by its content.
///
/// # Errors
/// [`NoForm`] says why it is none.
pub fn filled(bytes: &[u8], plan: &Plan, encodings: Encodings, decode: Decode) -> Result<Filled, NoForm> {
    filled_by(bytes, plan, encodings, decode, Beside::default())
}

/// What is known beside a form that says less of itself than it did when it was made.
#[derive(Clone, Copy, Default)]
pub(super) struct Beside<'a> {
    /// Whose rows are that say it of nobody.
    pub guess: Option<Party>,
    /// The ledger here, for a form that lost what stood in its cells.
    pub here: Option<&'a Ledger>,
}

/// The same with what is known beside it.
///
/// # Errors
/// [`NoForm`] says why it is none.
pub(super) fn filled_by(
    bytes: &[u8],
    plan: &Plan,
    encodings: Encodings,
    decode: Decode,
    beside: Beside,
) -> Result<Filled, NoForm> {
    let mut opened = open(bytes, encodings, decode)?;
    let base = take_base(&mut opened);
    opened.sheets.iter_mut().for_each(spread);
    for words in opened.sheets.iter_mut().flat_map(|sheet| sheet.rows.values_mut()).flat_map(BTreeMap::values_mut) {
        if armed(words).len() != words.len() {
            *words = armed(words).to_owned();
        }
    }
    let mark = Some(base.mark.clone()).filter(|mark| !mark.is_empty());
    let seen = opened.sheets.iter().find_map(mark_in);
    let mark = mark.or_else(|| seen.as_ref().map(|(mark, _)| mark.clone())).or_else(|| opened.mark.take());
    let (made, is_report) = (base.made.or_else(|| seen?.1), base.is_report);
    let round = base.round.clone().or_else(|| opened.sheets.iter().find_map(round_in));
    let saved = opened.saved.filter(|saved| made.is_none_or(|made| *saved >= made));
    let of = judged(plan, mark.as_deref(), &base, &opened.sheets);
    let (whom, said, rows) = Default::default();
    let rendition = rendition(plan, &opened.sheets);
    let mut filled = Filled {
        plan: of,
        made,
        has_base: base.made.is_some(),
        saved,
        round,
        is_report,
        whom,
        said,
        rows,
        rendition,
        stranger: None,
        guessed: false,
        years: 0,
    };
    if matches!(filled.plan, SheetPlan::Another(_)) {
        return Ok(filled);
    }
    let here = beside.here.filter(|_| !filled.has_base);
    let mut reader = Reader::new(plan, &base, here, filled.plan == SheetPlan::NotSaid);
    let mut has_head = false;
    for sheet in &opened.sheets {
        has_head |= read(sheet, plan, &base, beside.guess, &mut reader);
    }
    if !has_head {
        return Err(if mark.is_some() { NoForm::HeadGone } else { NoForm::NoHead });
    }
    (filled.stranger, filled.guessed, filled.years) = (reader.stranger.take(), reader.guessed, reader.years);
    (filled.whom, filled.said, filled.rows) = reader.finished();
    Ok(filled)
}

/// The text of the plan in whose script the heads of a form are; the record where they are in neither.
fn rendition(plan: &Plan, sheets: &[Sheet]) -> Rendition {
    let mut rows = sheets.iter().flat_map(|sheet| sheet.rows.values());
    let is_head =
        |cells: &&BTreeMap<u32, String>| !head(cells.iter().map(|(at, words)| (*at, words.as_str()))).is_empty();
    let script = rows.find(is_head).map(|cells| Script::of(&cells.values().cloned().collect::<String>()));
    let is_it = |rendition: &Rendition| plan.has(*rendition) && Some(plan.script_of(*rendition)) == script;
    Rendition::ALL.into_iter().find(is_it).unwrap_or_default()
}

/// Takes the hidden sheets out of a file, and reads them.
fn take_base(opened: &mut Opened) -> Base {
    let mut found: Option<Base> = None;
    opened.sheets.retain(|sheet| {
        let rows: Vec<Vec<&str>> = sheet.rows.values().map(whole).collect();
        let Some(read) = Base::read(rows.into_iter()) else { return true };
        match &mut found {
            Some(base) => base.add(read),
            None => found = Some(read),
        }
        false
    });
    found.unwrap_or_default()
}

/// The cells of a row, blank ones between others included.
fn whole(cells: &BTreeMap<u32, String>) -> Vec<&str> {
    let last = cells.keys().next_back().copied().unwrap_or(0).min(100);
    (0..=last).map(|at| cells.get(&at).map_or("", String::as_str)).collect()
}

/// What is written in merged cells of several rows holds for each of them, in what is filled in; ids and texts are of one row. What a
/// formula without a value shows is nothing that was written.
fn spread(sheet: &mut Sheet) {
    for ((row, column), truth) in std::mem::take(&mut sheet.truths) {
        let words = if truth { TICKED } else { UNTICKED };
        sheet.rows.entry(row).or_default().entry(column).or_insert_with(|| words.to_owned());
    }
    for (row, column) in sheet.unvalued.keys() {
        sheet.rows.entry(*row).or_default().remove(column);
    }
    let mut covered = 0;
    for [top, left, bottom, right] in sheet.merged.clone() {
        let words = sheet.rows.get(&top).and_then(|row| row.get(&left)).cloned();
        let formula = sheet.unvalued.get(&(top, left)).cloned();
        if top >= bottom || right != left || words.is_none() && formula.is_none() {
            continue;
        }
        for (row, cells) in sheet.rows.range_mut(top..=bottom) {
            covered += 1;
            if covered > MOST_COVERED {
                return;
            }
            if let Some(words) = &words {
                cells.entry(left).or_insert_with(|| words.clone());
            } else if let Some(formula) = &formula {
                sheet.unvalued.entry((*row, left)).or_insert_with(|| formula.clone());
            }
        }
    }
}

fn mark_in(sheet: &Sheet) -> Option<(String, Option<Moment>)> {
    let mut cells = sheet.rows.values().take(20).flat_map(BTreeMap::values);
    cells.find_map(|words| marked(words))
}

/// Which plan a form was made of.
fn judged(plan: &Plan, mark: Option<&str>, base: &Base, sheets: &[Sheet]) -> SheetPlan {
    let titles = || sheets.iter().flat_map(|sheet| sheet.rows.values().take(10)).flat_map(BTreeMap::values);
    let is_kind = |words: &&String| fold_text(words).ends_with("填报表") || fold_text(words).ends_with("任务分解表");
    let title = || {
        titles().find(is_kind).map(|words| {
            let kind = if fold_text(words).ends_with("填报表") { 3 } else { 5 };
            words.chars().take(words.chars().count() - kind).collect::<String>()
        })
    };
    match mark.and_then(|mark| mark.split_once(' ')) {
        Some((id, print)) if print == plan.fingerprint_under(id) => {
            if id == plan.id {
                SheetPlan::Ours
            } else {
                SheetPlan::OtherCopy
            }
        }
        Some((id, _)) if id == plan.id => SheetPlan::Revised,
        Some(_) if base.title.is_empty() => SheetPlan::Another(title().unwrap_or_default()),
        Some(_) => SheetPlan::Another(base.title.clone()),
        None => {
            let own = plan.text(plan.meta.title);
            let own = Rendition::ALL.map(|rendition| bare(&plan.in_rendition(own, rendition)));
            let other = title().filter(|title| !bare(title).is_empty() && !own.contains(&bare(title)));
            other.map_or(SheetPlan::NotSaid, SheetPlan::Another)
        }
    }
}

/// Reads the rows of a sheet. Returns whether a row of it named columns.
fn read(sheet: &Sheet, plan: &Plan, base: &Base, guess: Option<Party>, reader: &mut Reader) -> bool {
    let mut columns: Vec<(u32, Column)> = Vec::new();
    let mut heads: BTreeMap<u32, String> = BTreeMap::new();
    let mut has_head = false;
    let of_sheet = base.sheets.iter().find(|(name, _)| *name == sheet.name).and_then(|(_, key)| plan.party_of_key(key));
    let only = base.sheets.first().filter(|(_, key)| base.sheets.iter().all(|(_, other)| other == key));
    let only = only.and_then(|(_, key)| plan.party_of_key(key));
    let mut party = of_sheet.or_else(|| party_named(plan, &sheet.name)).or(only);
    // The party that is named last, where the plan does not have it.
    let key_of = |key: &&(String, String)| plan.party_of_key(&key.1).is_none();
    let of_base = base.sheets.iter().filter(|(name, _)| *name == sheet.name).find(key_of);
    let mut stranger = of_base.map(|(_, key)| Plan::name_in_key(key).to_owned());
    for (row, cells) in &sheet.rows {
        let named = head(cells.iter().map(|(place, words)| (*place, words.as_str())));
        // Below a head, words in a row can be what columns are called, too.
        let is_head =
            columns.is_empty() || 2 * named.len() > cells.values().filter(|words| !words.trim().is_empty()).count();
        if !named.is_empty() && is_head {
            columns = named;
            heads.clone_from(cells);
            has_head = true;
            continue;
        }
        // The lines above a head say whose the table is; below one they are rows unless they say so in so many words.
        if let Some(found) = cells.values().find_map(|words| party_said(plan, words, columns.is_empty())) {
            (party, stranger) = found.map_or_else(|name| (None, Some(name)), |party| (Some(party), None));
            continue;
        }
        if columns.is_empty() {
            continue;
        }
        let given: Vec<(Column, String)> = columns
            .iter()
            .filter_map(|(place, column)| Some((*column, cells.get(place)?.clone())))
            .filter(|(_, words)| !words.trim().is_empty())
            .collect();
        let in_row = given.iter().find(|(column, _)| *column == Column::Party).map(|(_, name)| name.as_str());
        let (party, stranger) = match in_row {
            Some(name) => {
                let found = party_named(plan, name);
                (found, found.is_none().then(|| name.trim().to_owned()))
            }
            None => (party, stranger.clone()),
        };
        // Whoever names nobody at all may be whom the file is named for.
        let guessed = guess.filter(|_| party.is_none() && stranger.is_none());
        let place = Place { sheet: sheet.name.clone(), row: row + 1 };
        let has = columns.iter().map(|(_, column)| *column).collect();
        let formula = |(at, column): &(u32, Column)| Some((*column, sheet.unvalued.get(&(*row, *at))?.clone()));
        let unvalued = columns.iter().filter_map(formula).collect();
        let is_beside =
            |(at, _): &(&u32, &String)| !columns.iter().any(|(place, column)| place == *at && *column != Column::Notes);
        let beside = cells.iter().filter(is_beside).filter(|(_, words)| !words.trim().is_empty());
        let beside = beside.map(|(at, words)| (called(&heads, *at), words.clone())).collect();
        let party = party.or(guessed);
        reader.row(Given { place, party, stranger, guessed: guessed.is_some(), cells: given, unvalued, beside, has });
    }
    has_head
}

/// What a column is called: by its head or, where it has none, by its letters.
fn called(heads: &BTreeMap<u32, String>, at: u32) -> String {
    let head = heads.get(&at).map(|head| head.split_whitespace().collect::<String>()).unwrap_or_default();
    if !head.is_empty() {
        return head.chars().take(LONGEST_HEAD).collect();
    }
    let (mut letters, mut rest) = (String::new(), at + 1);
    while rest > 0 {
        letters.insert(0, char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default()));
        rest = (rest - 1) / 26;
    }
    letters
}

/// The party that a cell above a table names, by its key or by its name behind 填報單位; its name, where the plan does not have it. `None` is
/// a cell that says nothing of it.
fn party_said(plan: &Plan, words: &str, above: bool) -> Option<Result<Party, String>> {
    let words = words.trim();
    let is_key = words == "coordinator" || words.starts_with("unit:") || words.starts_with("locality:");
    if is_key {
        return Some(plan.party_of_key(words).ok_or_else(|| Plan::name_in_key(words).to_owned()));
    }
    let folded = fold_text(words);
    let rest = folded.strip_prefix("填报单位").and_then(|rest| rest.strip_prefix([':', ' ']))?;
    // Folding keeps the number of characters, so the name as it is written stands in the same place.
    let behind = folded.chars().count() - rest.chars().count();
    let rest: String = words.chars().skip(behind).collect();
    let name = rest.trim().split(|c: char| c.is_whitespace()).next()?;
    match party_named(plan, name) {
        Some(party) => Some(Ok(party)),
        None => (above && !name.is_empty()).then(|| Err(name.to_owned())),
    }
}

/// The party that the name of a file names, in either script: 填報表-市醫保局.xlsx. Of several the one with the longest name.
pub(super) fn party_in(plan: &Plan, name: &str) -> Option<Party> {
    let stem = bare(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    let named = |party: &Party| {
        let names: Vec<&String> = match party {
            Party::Coordinator => Vec::new(),
            Party::Unit(at) => plan.units.get(*at).map(|unit| unit.names().collect()).unwrap_or_default(),
            Party::Locality(at) => plan.localities.get(*at).map(|one| vec![&one.key]).unwrap_or_default(),
        };
        let forms = names.into_iter().flat_map(|name| in_both_scripts(plan, name));
        forms.filter(|form| !form.is_empty() && stem.contains(form.as_str())).map(|form| form.chars().count()).max()
    };
    plan.parties()
        .filter_map(|party| Some((named(&party)?, party)))
        .max_by_key(|(length, _)| *length)
        .map(|(_, party)| party)
}

/// A name as it is compared, as the plan has it and in simplified characters.
fn in_both_scripts(plan: &Plan, name: &str) -> [String; 2] {
    [bare(name), bare(&simplified(name, &plan.rewordings))]
}

/// The party of this name, in either script: a unit's aliases and its full name, too.
fn party_named(plan: &Plan, name: &str) -> Option<Party> {
    let wanted = bare(name);
    if wanted.is_empty() {
        return None;
    }
    let is_it = |other: &str| in_both_scripts(plan, other).contains(&wanted);
    plan.parties().find(|party| match party {
        Party::Coordinator => wanted == "统筹" || wanted == "统筹单位",
        Party::Unit(at) => plan.units.get(*at).is_some_and(|unit| {
            let full = unit.canonical.as_ref().map(|fact| fact.value.as_str());
            is_it(&unit.key) || unit.aliases.iter().any(|alias| is_it(alias)) || full.is_some_and(is_it)
        }),
        Party::Locality(at) => plan.localities.get(*at).is_some_and(|one| is_it(&one.key) || is_it(&one.short)),
    })
}
