//! What a name in a statement stands for.

use crate::domain::plan::Reach;
use crate::reader::lexicon::bodies::{
    ALL, ALWAYS_GENERIC, BUREAUS, EVERY, GENERIC_ENDINGS, GENERIC_OF_PLACES, GOVERNMENTS, KINDS_OF_PLACES, SOME,
    ends_as_name, ends_as_place, in_place_formula, is_place, levels_in,
};
use crate::reader::lexicon::marks::{closes_bracket, digit, opens_bracket};
use crate::reader::lexicon::{ends, holds, starts};
use crate::reader::text::scan::compact;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// One body.
    Body,
    /// A set of places.
    Places(Reach),
    /// A set of bodies that the plan does not name.
    Generic,
}

/// What a name stands for.
pub fn meaning(name: &str) -> Meaning {
    let name = compact(name);
    let bare = without_brackets(&name);
    let some = holds(&name, SOME);
    let every = name.contains(EVERY) || starts(&name, ALL);
    if some || every {
        let reach = if some { Reach::Undetermined } else { Reach::All };
        let placed = ends_as_place(bare);
        let generic = ends(bare, GENERIC_ENDINGS);
        let of_places = name.chars().take(4).any(is_place) && !ends(bare, GENERIC_OF_PLACES);
        let bureaus_of_places = of_places && bare.ends_with(BUREAUS) && name.starts_with(EVERY);
        return if (placed && !generic) || (!placed && generic && bureaus_of_places) {
            Meaning::Places(reach)
        } else {
            Meaning::Generic
        };
    }
    if ends(bare, ALWAYS_GENERIC) {
        return Meaning::Generic;
    }
    let counted = name.starts_with(|c: char| digit(c).is_some()) && ends_as_place(bare);
    let stem = GOVERNMENTS.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
    let formula = levels_in(stem) >= 2 && stem.chars().all(in_place_formula) || KINDS_OF_PLACES.contains(&stem);
    if counted || formula { Meaning::Places(Reach::All) } else { Meaning::Body }
}

/// The name without a bracket at its end: 各镇（街道） ends as 各镇 does.
fn without_brackets(name: &str) -> &str {
    let mut name = name;
    while name.ends_with(closes_bracket) {
        match name.rfind(opens_bracket).map(|at| &name[..at]) {
            Some(before) if !before.is_empty() => name = before,
            _ => break,
        }
    }
    name
}

/// Whether a name looks like that of a body, or of a set of them.
pub fn looks_named(name: &str) -> bool {
    let bare = without_brackets(name.trim());
    ends_as_name(bare) && (2..=40).contains(&bare.chars().count())
}
