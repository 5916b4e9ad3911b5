//! Which bodies of a plan are meant by something that is typed.
//!
//! The code is loaded in a module of its own, so it goes by plain loops: what it shared with other modules would be one more file.

use super::fit::{Fit, fit, has_in_order, is_end, place_of, plain, written};
use super::meant::Meant;
use super::short_forms::SHORT_FORMS;
use crate::domain::party::Party;
use crate::domain::plan::{Assignee, Plan, Reach};
use crate::domain::script::{fold, fold_text};
use std::ops::Range;

/// The parties of a plan that fit all that is typed into the selector, the best first; `whole` are the names of the coordinator, one
/// a line. None for nothing.
pub fn offered(plan: &Plan, whole: &str, typed: &str) -> Vec<Party> {
    let together = plain(typed);
    let mut fitting = Vec::new();
    each_party(plan, |party| {
        let names = names(plan, party, whole);
        let mut all = fits_loosely(&names, &together);
        if all.is_none() {
            // Each of several words fits.
            for word in typed.split_whitespace() {
                let Some(fit) = fits_loosely(&names, &plain(word)) else { return };
                all = all.max(Some(fit));
            }
        }
        fitting.extend(all.map(|fit| (fit, party)));
    });
    // Of parties that fit as well, the order is that of the plan.
    let mut offered = Vec::new();
    for fit in Fit::ALL {
        for (other, party) in &fitting {
            if *other == fit {
                offered.push(*party);
            }
        }
    }
    offered
}

/// What the terms of a search mean, given whether a term stands in the text.
pub fn meant(plan: &Plan, terms: &[String], is_in_text: &dyn Fn(&str) -> bool) -> Meant {
    let mut meant = Meant::default();
    for (i, term) in terms.iter().enumerate().take(31) {
        let (best, bodies) = found(plan, term, is_in_text);
        // A few letters that stand somewhere in a long name are no reason to find what all localities are asked for, nor is a word of the
        // text that begins none of their names.
        let begins = matches!(best, Fit::Whole | Fit::Begins) && term.chars().count() > 1;
        let is_sure = begins || !matches!(best, Fit::SomeInitials | Fit::ReadAmong) && !is_in_text(term);
        for body in bodies {
            meant.bodies.push((i, body));
            meant.localities |= u32::from(is_sure && matches!(body, Party::Locality(_))) << i;
        }
    }
    for task in &plan.tasks {
        let mut hits = 0;
        for assigned in task.assigned() {
            if let Some(body) = Party::of(assigned.who) {
                for (i, other) in &meant.bodies {
                    hits |= u32::from(*other == body) << i;
                }
            } else {
                if is_all(assigned.who) {
                    hits |= meant.localities;
                }
                let printed = fold_text(plan.text(assigned.span));
                for (i, term) in terms.iter().enumerate().take(31) {
                    hits |= u32::from(printed.contains(term.as_str())) << i;
                }
            }
        }
        meant.tasks.push(hits);
    }
    meant
}

/// Whether all localities are meant.
fn is_all(who: Assignee) -> bool {
    who == Assignee::Localities(Reach::All)
}

/// The parties of a plan that a term of the search means: those whose names have it in them, else those that it fits best. Where it
/// stands in the text and does not look like the name of a body, only the former: who looks for words of the text finds these and no
/// more. Also how well the best of them fits.
fn found(plan: &Plan, term: &str, is_in_text: &dyn Fn(&str) -> bool) -> (Fit, Vec<Party>) {
    let typed = plain(term);
    let mut fitting = Vec::new();
    let ends_as_body = typed.len() > 2 && typed.last().is_some_and(|c| is_end(*c));
    // 工信委 is the 工信局 of another time or place; a 教育部 is no 教育局.
    let is_local = ends_as_body && matches!(typed.last(), Some('局' | '委' | '办'));
    let fits: fn(&[Name], &[char]) -> Option<Fit> = if is_local { fits_loosely } else { fits };
    each_party(plan, |party| fitting.extend(fits(&names(plan, party, ""), &typed).map(|fit| (fit, party))));
    let best = fitting.iter().fold(Fit::ReadAmong, |best, (fit, _)| best.min(*fit));
    let names_a_body = typed.iter().all(char::is_ascii_alphabetic) || ends_as_body;
    let is_said = is_written(best) || typed.len() > 1 && (names_a_body || !is_in_text(term));
    let mut bodies = Vec::new();
    // 银监 begins what people call the 海东银监局, and stands in its name as well.
    let is_printed = |party| plan.printed_name(party).is_some_and(|name| fold_text(name).contains(term));
    for (fit, party) in fitting {
        if is_written(fit) || is_said && fit == best || fit == Fit::Short && is_printed(party) {
            bodies.push(party);
        }
    }
    (best, bodies)
}

/// The places of the name of whoever is asked, as it is shown, that the terms mean: byte ranges in order that do not touch. All of it where a
/// term means it by another name.
pub fn marks(meant: &Meant, terms: &[String], who: Assignee, shown: &str) -> Vec<Range<usize>> {
    let mut name = Vec::new();
    for c in shown.chars() {
        name.push(fold(c));
    }
    let body = Party::of(who);
    // One bit for each character.
    let mut marked = 0_u128;
    for (i, term) in terms.iter().enumerate() {
        let is_locality = is_all(who) && meant.localities >> i.min(31) & 1 == 1;
        let is_meant = is_locality || meant.bodies.iter().any(|(n, other)| *n == i && Some(*other) == body);
        let typed = plain(term);
        match if is_meant { fit(&name, &typed) } else { written(&name, &typed) } {
            Some((_, places)) => {
                for place in places {
                    marked |= 1_u128.checked_shl(u32::try_from(place).unwrap_or(u32::MAX)).unwrap_or_default();
                }
            }
            None if is_meant => marked = u128::MAX,
            None => {}
        }
    }
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, c) in shown.char_indices() {
        let ends = at + c.len_utf8();
        if marked & 1 == 1 {
            match ranges.last_mut() {
                Some(last) if last.end == at => last.end = ends,
                _ => ranges.insert(ranges.len(), at..ends),
            }
        }
        marked >>= 1;
    }
    ranges
}

/// Whether the name itself has it.
fn is_written(fit: Fit) -> bool {
    matches!(fit, Fit::Whole | Fit::Begins | Fit::Within)
}

/// Every party of the plan, in its order.
fn each_party(plan: &Plan, mut act: impl FnMut(Party)) {
    act(Party::Coordinator);
    for unit in 0..plan.units.len() {
        act(Party::Unit(unit));
    }
    for locality in 0..plan.localities.len() {
        act(Party::Locality(locality));
    }
}

/// A name of a party, in the form in which it is compared.
struct Name(Vec<char>, Kind);

/// What kind of name it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A name that the plan has.
    Own,
    /// A short form.
    Short,
    /// Found as it is written only: any letters stand in some order in a long English name.
    English,
}

/// The names of a party; `whole` are those of the coordinator, one a line.
fn names(plan: &Plan, party: Party, whole: &str) -> Vec<Name> {
    let mut names = Vec::new();
    let mut own = |name: &str| names.push(Name(plain(name), Kind::Own));
    let english = match party {
        Party::Coordinator => {
            whole.split('\n').for_each(own);
            return names;
        }
        Party::Unit(i) => {
            let Some(unit) = plan.units.get(i) else { return names };
            own(&unit.key);
            for alias in &unit.aliases {
                own(alias);
            }
            if let Some(canonical) = &unit.canonical {
                own(&canonical.value);
            }
            for i in 0..names.len() {
                add_short_forms(&mut names, i);
            }
            &unit.english
        }
        Party::Locality(i) => {
            let Some(locality) = plan.localities.get(i) else { return names };
            own(&locality.key);
            &locality.english
        }
    };
    if let Some(english) = english {
        names.push(Name(plain(english), Kind::English));
    }
    names
}

/// Adds the short forms of one of these names, with the place that it begins with.
fn add_short_forms(names: &mut Vec<Name>, i: usize) {
    let Some(Name(name, _)) = names.get(i) else { return };
    let end = match name.as_slice() {
        [.., '委', '员', '会'] => Some('委'),
        [.., '办', '公', '室'] => Some('办'),
        [.., end] if is_end(*end) => Some(*end),
        _ => None,
    };
    let mut forms = Vec::new();
    for pair in SHORT_FORMS.split('/') {
        let Some((short, characters)) = pair.split_once(' ') else { continue };
        if !has_in_order(name, characters) {
            continue;
        }
        let mut form = Vec::new();
        for c in name.get(..place_of(name)).unwrap_or_default() {
            form.push(*c);
        }
        for c in short.chars() {
            form.push(c);
        }
        match (form.pop_if(|last| *last == '。'), end) {
            (None, Some(end)) if form.last() != Some(&end) => form.push(end),
            _ => {}
        }
        forms.push(Name(form, Kind::Short));
    }
    names.extend(forms);
}

/// How well what is typed fits the best of the names.
fn fits(names: &[Name], typed: &[char]) -> Option<Fit> {
    let mut best: Option<Fit> = None;
    for Name(name, kind) in names {
        let found = if *kind == Kind::English { written(name, typed) } else { fit(name, typed) };
        let Some((mut fit, _)) = found else { continue };
        if *kind == Kind::Short {
            fit = match fit {
                Fit::Whole | Fit::Begins => Fit::Short,
                Fit::Initials | Fit::FirstInitials => Fit::ShortInitials,
                Fit::Syllables => Fit::ShortSyllables,
                _ => continue,
            };
        }
        best = Some(best.map_or(fit, |best| best.min(fit)));
    }
    best
}

/// The same, also with another word at the end: 卫健局 fits 市卫健委.
fn fits_loosely(names: &[Name], typed: &[char]) -> Option<Fit> {
    match (fits(names, typed), typed) {
        (None, [rest @ .., last]) if rest.len() > 1 && is_end(*last) => {
            fits(names, rest).map(|fit| fit.max(Fit::Among))
        }
        (fit, _) => fit,
    }
}
