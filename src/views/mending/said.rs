//! A correction in words: the place, what was read there, and what holds instead.

use crate::domain::corrections::{Aim, BodyIs, Change, Correction, Kind, ROLES, UNIT_KINDS};
use crate::domain::questions::Asked;
use crate::domain::settings::Lang;
use crate::text::mending::MendWords;
use crate::text::review::ReviewWords;

/// So many characters of the source say where a correction is.
const PLACE: usize = 16;

/// A correction of a source in words.
pub fn said(lang: Lang, source: &str, correction: &Correction) -> String {
    let Correction { at, was, change } = correction;
    let words = MendWords::of(lang);
    let was = match change {
        Change::Unknown(_) => return words.newer.to_owned(),
        Change::Leave(Asked::SameBody(one, other)) => return [one, " / ", other, " ", words.two_bodies].concat(),
        Change::Leave(asked) => return [(ReviewWords::of(lang).asked)(asked), " ", words.stays].concat(),
        Change::Kind(_) => Kind::of_word(was).map_or(was.as_str(), |kind| (words.kind)(kind)),
        Change::Body { is: BodyIs::Role(_), .. } => role(words, was),
        Change::Body { is: BodyIs::Kind(_), .. } => unit_kind(words, was),
        Change::Split(_) => words.one,
        Change::Join => words.several,
        Change::Open(open) => {
            if *open {
                words.closed_list
            } else {
                words.open_list
            }
        }
        _ => was.as_str(),
    };
    let was = if was.is_empty() { words.nothing } else { was };
    let place = match change {
        Change::Body { name, all: true, .. } => (words.all_of)(name),
        Change::Particular(which, _) => (words.particular)(*which).to_owned(),
        Change::Localities(_) => words.localities.to_owned(),
        _ => short(at.of(source)),
    };
    let said = (words.was_is)(was, &is(words, source, change));
    if place.is_empty() { said } else { [place.as_str(), " ", &said].concat() }
}

fn is(words: &MendWords, source: &str, change: &Change) -> String {
    let text = |word: &'static str| word.to_owned();
    match change {
        Change::Kind(kind) => text((words.kind)(*kind)),
        Change::Split(offset) => {
            let behind = source.get(*offset as usize..).unwrap_or_default();
            [words.split, " | ", &short(behind)].concat()
        }
        Change::Join => text(words.joined),
        Change::Deadline(is) => text(if *is { words.deadline } else { words.no_deadline }),
        Change::Target(None) => text(words.no_target),
        Change::Target(Some(Aim { comparator, value, unit, counts })) => {
            format!("{} {value} {unit} {counts}", (words.comparators)(*comparator)).trim().to_owned()
        }
        Change::Body { is, .. } => match is {
            BodyIs::Called(name) => name.clone(),
            BodyIs::Also(name) => [words.also, " ", name].concat(),
            BodyIs::Several(names) | BodyIs::Localities(names) => names.join("、"),
            BodyIs::Kind(kind) => text((words.unit_kind)(*kind)),
            BodyIs::Role(role) => text((words.roles)(*role)),
            BodyIs::Set(set) => text((words.set)(*set)),
            BodyIs::Absent => text(words.absent),
        },
        Change::Names(names) => names.join("、"),
        Change::Add(name, role) => [words.add, " ", name, "（", (words.roles)(*role), "）"].concat(),
        Change::Open(open) => text(if *open { words.open_list } else { words.closed_list }),
        Change::Localities(places) if places.is_empty() => text(words.nothing),
        Change::Localities(places) => places.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>().join("、"),
        Change::Particular(_, value) if value.is_empty() => text(words.nothing),
        Change::Particular(_, value) => value.clone(),
        Change::Leave(_) => text(words.stays),
        Change::Unknown(_) => text(words.newer),
    }
}

/// The first words of a place, on one line.
pub fn short(text: &str) -> String {
    let mut words: String = text.split_whitespace().flat_map(str::chars).take(PLACE + 1).collect();
    if let Some((at, _)) = words.char_indices().nth(PLACE) {
        words.truncate(at);
        words.push('…');
    }
    words
}

fn role<'w>(words: &MendWords, was: &'w str) -> &'w str {
    ROLES.iter().find(|(_, word)| *word == was).map_or(was, |(role, _)| (words.roles)(*role))
}

fn unit_kind<'w>(words: &MendWords, was: &'w str) -> &'w str {
    UNIT_KINDS.iter().find(|(_, word)| *word == was).map_or(was, |(kind, _)| (words.unit_kind)(*kind))
}
