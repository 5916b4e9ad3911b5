//! Which bodies of a plan are meant by something that is typed.

use super::fit::{Fit, fit, has_in_order, is_end, is_letters, place_of, plain, written};
use super::meant::Meant;
use super::short_forms::{SHORT, WHOLE, pairs};
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::script::fold;
use std::ops::Range;

/// The parties of a plan that fit all that is typed into the selector, the best first; `whole` are the names of the coordinator, one
/// a line. None for nothing.
pub fn offered(plan: &Plan, whole: &str, typed: &str) -> Vec<Party> {
    let together = plain(typed);
    let words: Vec<Vec<char>> = typed.split_whitespace().map(plain).collect();
    let mut all = Vec::new();
    for party in plan.parties() {
        let names = Names::of(plan, party, whole);
        let each = || words.iter().map(|word| names.fit_loosely(word)).collect::<Option<Vec<Fit>>>();
        let fit = names.fit_loosely(&together).or_else(|| each()?.into_iter().max());
        all.extend(fit.map(|fit| (fit, party)));
    }
    // Of parties that fit as well, the order is that of the plan.
    let fits = |fit: Fit| all.iter().filter(move |(other, _)| *other == fit).map(|(_, party)| *party);
    Fit::ALL.into_iter().flat_map(fits).collect()
}

/// What the terms of a search mean, given whether a term stands in the text.
pub fn meant(plan: &Plan, terms: &[String], is_in_text: &dyn Fn(&str) -> bool) -> Meant {
    let mut meant = Meant { tasks: vec![0; plan.tasks.len()], bodies: Vec::new() };
    for (i, term) in terms.iter().enumerate().take(31) {
        let bodies = found(plan, term, is_in_text);
        for (task, hits) in plan.tasks.iter().zip(&mut meant.tasks) {
            if task.assigned().filter_map(|assigned| Party::of(assigned.who)).any(|body| bodies.contains(&body)) {
                *hits |= 1 << i;
            }
        }
        meant.bodies.extend(bodies.into_iter().map(|body| (i, body)));
    }
    meant
}

/// The parties of a plan that a term of the search means: those whose names have it in them, else those that it fits best. Where it
/// stands in the text (`is_in_text`) and does not look like the name of a body, only the former: who looks for words of the text
/// finds these and no more.
fn found(plan: &Plan, term: &str, is_in_text: &dyn Fn(&str) -> bool) -> Vec<Party> {
    let typed = plain(term);
    let fits = |party: Party| Names::of(plan, party, "").fit(&typed).map(|fit| (fit, party));
    let all: Vec<(Fit, Party)> = plan.parties().filter_map(fits).collect();
    let Some(best) = all.iter().map(|(fit, _)| *fit).min() else { return Vec::new() };
    let names_a_body = || is_letters(&typed) || typed.len() > 2 && typed.last().is_some_and(|c| is_end(*c));
    let is_said = is_written(best) || typed.len() > 1 && (names_a_body() || !is_in_text(term));
    let is_meant = |fit: Fit| is_said && fit == best || is_written(fit);
    all.into_iter().filter(|(fit, _)| is_meant(*fit)).map(|(_, party)| party).collect()
}

/// The places of the name of a body, as it is shown, that the terms mean: byte ranges in order that do not touch. All of it where a
/// term means it by another name.
pub fn marks(meant: &Meant, terms: &[String], body: Option<Party>, shown: &str) -> Vec<Range<usize>> {
    let name: Vec<char> = shown.chars().map(fold).collect();
    let mut is_marked = vec![false; name.len()];
    for (i, term) in terms.iter().enumerate() {
        let is_meant = body.is_some_and(|body| meant.bodies.contains(&(i, body)));
        let typed = plain(term);
        match if is_meant { fit(&name, &typed) } else { written(&name, &typed) } {
            Some((_, places)) => {
                for place in places {
                    is_marked.get_mut(place).into_iter().for_each(|is_marked| *is_marked = true);
                }
            }
            None if is_meant => is_marked.fill(true),
            None => {}
        }
    }
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for ((at, c), _) in shown.char_indices().zip(is_marked).filter(|(_, is_marked)| *is_marked) {
        let ends = at + c.len_utf8();
        match ranges.last_mut() {
            Some(last) if last.end == at => last.end = ends,
            _ => ranges.push(at..ends),
        }
    }
    ranges
}

/// Whether the name itself has it.
fn is_written(fit: Fit) -> bool {
    matches!(fit, Fit::Whole | Fit::Begins | Fit::Within)
}

/// The names of a party, in the form in which they are compared.
struct Names {
    own: Vec<Vec<char>>,
    /// What it is called for short.
    short: Vec<Vec<char>>,
    /// Found as it is written only: any letters stand in some order in a long English name.
    english: Option<Vec<char>>,
}

impl Names {
    fn of(plan: &Plan, party: Party, whole: &str) -> Self {
        let (mut own, mut english) = (Vec::new(), None);
        match party {
            Party::Coordinator => own.extend(whole.lines().map(plain)),
            Party::Unit(i) => {
                if let Some(unit) = plan.units.get(i) {
                    own.extend(unit.names().map(|name| plain(name)));
                    own.extend(unit.canonical.as_ref().map(|fact| plain(&fact.value)));
                    english = unit.english.as_deref();
                }
            }
            Party::Locality(i) => {
                if let Some(locality) = plan.localities.get(i) {
                    own.push(plain(&locality.key));
                    english = locality.english.as_deref();
                }
            }
        }
        let short = if matches!(party, Party::Unit(_)) { short_forms(&own) } else { Vec::new() };
        Self { own, short, english: english.map(plain) }
    }

    /// How well what is typed fits the best of the names.
    fn fit(&self, typed: &[char]) -> Option<Fit> {
        let own = self.own.iter().filter_map(|name| fit(name, typed)).map(|(fit, _)| fit).min();
        let short = self.short.iter().filter_map(|name| of_short(fit(name, typed)?.0)).min();
        let english = self.english.as_ref().and_then(|name| Some(written(name, typed)?.0));
        [own, short, english].into_iter().flatten().min()
    }

    /// The same, also with another word at the end: 卫健局 fits 市卫健委.
    fn fit_loosely(&self, typed: &[char]) -> Option<Fit> {
        let ends_otherwise = || {
            let (last, rest) = typed.split_last()?;
            (rest.len() > 1 && is_end(*last)).then(|| self.fit(rest))?
        };
        self.fit(typed).or_else(|| ends_otherwise().map(|fit| fit.max(Fit::Among)))
    }
}

/// How well a short form of a name stands for it.
fn of_short(fit: Fit) -> Option<Fit> {
    match fit {
        Fit::Whole | Fit::Begins => Some(Fit::Short),
        Fit::Initials | Fit::FirstInitials => Some(Fit::ShortInitials),
        Fit::Syllables => Some(Fit::ShortSyllables),
        _ => None,
    }
}

/// The short forms of a body with these names, with the place that each name begins with.
fn short_forms(names: &[Vec<char>]) -> Vec<Vec<char>> {
    let mut all: Vec<Vec<char>> = Vec::new();
    for name in names {
        let place = name.get(..place_of(name)).unwrap_or_default();
        let end = if has_end(name, "委员会") {
            Some('委')
        } else if has_end(name, "办公室") {
            Some('办')
        } else {
            name.last().copied().filter(|c| is_end(*c))
        };
        let mut add = |short: &str, end: Option<char>| {
            let form = place.iter().copied().chain(short.chars()).chain(end.filter(|end| !short.ends_with(*end)));
            let form: Vec<char> = form.collect();
            if !all.contains(&form) {
                all.push(form);
            }
        };
        for (forms, end) in [(SHORT, end), (WHOLE, None)] {
            pairs(forms).filter(|(_, sign)| has_in_order(name, sign)).for_each(|(short, _)| add(short, end));
        }
    }
    all
}

fn has_end(name: &[char], end: &str) -> bool {
    name.iter().rev().zip(end.chars().rev()).filter(|(one, other)| *one == other).count() == end.chars().count()
}
