//! A form that came back as a file that is brought together with others.

use super::filled::{Beside, filled_by, party_in};
use super::form::{Filled, Known, NoForm, NotTaken, Order, Outcome, Said, SheetPlan, Sheets, Whom};
use super::left::left_over;
use crate::domain::calendar::iso_date;
use crate::domain::digest::digest;
use crate::domain::field::Field;
use crate::domain::gather::{Incoming, OF_FORM, Seal, own_name};
use crate::domain::ledger::{Ledger, MarkKey, Moment};
use crate::domain::mark::Version;
use crate::domain::plan::Plan;
use crate::domain::settings::Lang;
use crate::domain::version::{Stamp, is_believable};
use crate::exchange::{Decode, Encodings};
use crate::text::forms::{FormWords, WhyNot};
use std::collections::BTreeSet;

/// Why a file is none that can be brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotBrought {
    /// It is no form.
    NoForm(NoForm),
    /// It is a form of the plan with this title.
    Another(String),
}

/// What a form says, beside what the ledger here said when it was made: who filled it in knew that.
///
/// A cell has no date of its own. What was filled in was said when the workbook was saved last or, where that is not known, right after
/// the form was made; where neither is known, now.
///
/// # Errors
/// Says why it is none.
pub fn incoming(
    name: &str,
    bytes: &[u8],
    (plan, ledger): (&Plan, &Ledger),
    (encodings, decode): (Encodings, Decode),
    now: Moment,
) -> Result<Incoming, NotBrought> {
    let beside = Beside { guess: party_in(plan, own_name(name)), here: Some(ledger) };
    let form = filled_by(bytes, plan, encodings, decode, beside).map_err(NotBrought::NoForm)?;
    let fingerprint = match &form.plan {
        SheetPlan::Another(title) => return Err(NotBrought::Another(title.clone())),
        SheetPlan::Ours | SheetPlan::OtherCopy => Some(plan.fingerprint()),
        SheetPlan::Revised => Some(String::new()),
        SheetPlan::NotSaid => None,
    };
    let is_date = |moment: &Moment| is_believable(*moment, now);
    let made = form.made.filter(is_date);
    let said = form.saved.filter(is_date).or(made.map(|made| made + 1)).unwrap_or(now);
    let mut versions = Vec::new();
    for Said { party, measure, field, value, .. } in &form.said {
        let key = MarkKey::Placed(*party, *measure);
        let value = if *field == Field::Confirmed { iso_date(said) } else { value.clone() };
        let known =
            ledger.versions(&key, *field).iter().filter(|version| made.is_some_and(|made| version.entered <= made));
        let known: Vec<Version> = known.cloned().collect();
        // A form that lost what stood in its cells was not changed where it says what was said here when it was made.
        if !form.has_base && known.first().is_some_and(|known| known.value == value) {
            continue;
        }
        let stamp = Stamp::after(said, known.first().map(|version| version.stamp));
        versions.push((key.clone(), *field, Version { stamp, ..Version::at(said, value) }));
        versions.extend(known.into_iter().map(|version| (key.clone(), *field, version)));
    }
    let order = Order { sheets: Sheets::Filling, whom: Whom::Each, made: now, rendition: form.rendition };
    let from = match form.whom.as_slice() {
        [party] => Some(plan.party_key(*party)),
        // It is shown by the name that it has in the form.
        [] => form.stranger.as_ref().map(|name| ["unit:", name].concat()),
        _ => None,
    };
    // Who fills in a form that was handed out knows what stood in it and no more, whatever else that party wrote meanwhile.
    let form_of = form.made.filter(|_| !form.is_report);
    let copy = form_of.map(|made| format!("{OF_FORM}{made}-{}", from.as_deref().unwrap_or_default()));
    Ok(Incoming {
        name: name.to_owned(),
        from,
        copy,
        made,
        round: form.round.clone(),
        fingerprint,
        other_copy: form.plan == SheetPlan::OtherCopy,
        seal: Seal::None,
        digest: digest(bytes),
        ledger: Ledger::new(versions, Stamp::default()),
        table: true,
        guessed: form.guessed,
        years: form.years,
        by_text: by_text(&form),
        left: left(plan, &form),
        left_over: left_over(plan, ledger, &form, &order).unwrap_or_default(),
        ..Incoming::default()
    })
}

/// How many rows said something and were known by their text alone.
fn by_text(form: &Filled) -> usize {
    let of_text = form.said.iter().filter(|said| said.known == Known::Text);
    of_text.map(|said| (&said.place.sheet, said.place.row)).collect::<BTreeSet<_>>().len()
}

/// What was not understood, cell by cell, in each language.
fn left(plan: &Plan, form: &Filled) -> Vec<[String; 3]> {
    let words = FormWords::of(plan.script_of(form.rendition));
    let mut left = Vec::new();
    // Columns that no form has, each with how many of its cells have something in them.
    let mut beside: Vec<((&String, &String), usize)> = Vec::new();
    for row in &form.rows {
        let Outcome::NotUnderstood(faults, _) = &row.outcome else { continue };
        for fault in faults {
            if fault.why == NotTaken::NoColumn {
                let column = (&row.place.sheet, &fault.head);
                match beside.iter_mut().find(|(other, _)| *other == column) {
                    Some((_, count)) => *count += 1,
                    None => beside.push((column, 1)),
                }
                continue;
            }
            let label = row.measure.map(|(id, _)| format!("{} ", plan.label(id))).unwrap_or_default();
            let text = words.status(&fault.text, row.party.unwrap_or_default()).unwrap_or(&fault.text);
            let said = if text.is_empty() { String::new() } else { format!("“{text}”") };
            let line = |lang| {
                let words = WhyNot::of(lang);
                (words.row)(row.place.row, &[&label, &*said].concat(), fault.why.words(words))
            };
            left.push(Lang::ALL.map(line));
        }
    }
    let columns =
        beside.into_iter().map(|((_, head), count)| Lang::ALL.map(|lang| (WhyNot::of(lang).column)(head, count)));
    left.extend(columns);
    left
}
