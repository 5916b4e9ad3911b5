//! The saved form of corrections: each is a line, which a plan, a plan file and a draft carry as they are. Only this file knows what
//! is in it. A line of a newer version is kept as it came, and is shown as one that does not fit.
//!
//! ```json
//! [120,135,"measure","kind","task"]
//! [300,312,"市財政","body","市財政",true,"called","市財政局"]
//! [0,0,"","particular","number","東政辦〔2021〕68號"]
//! ```
//!
//! First the place, in bytes of the source; then what was read there; then what holds instead.

use super::json::{Json, put};
use crate::domain::corrections::{Aim, BodyIs, Change, Correction, Kind, Particular, ROLES, Set, UNIT_KINDS};
use crate::domain::plan::Comparator;
use crate::domain::questions::Asked;
use crate::domain::span::Span;

/// The words of a value that is one of a few.
type Words<T> = &'static [(T, &'static str)];

const COMPARATORS: Words<Comparator> = &[
    (Comparator::Exactly, "="),
    (Comparator::AtLeast, ">="),
    (Comparator::AtMost, "<="),
    (Comparator::Eliminate, "eliminate"),
    (Comparator::Unstated, "unstated"),
];
const SETS: Words<Set> =
    &[(Set::AllLocalities, "all"), (Set::SomeLocalities, "undetermined"), (Set::Generic, "generic")];

/// The corrections as lines.
pub fn to_lines(corrections: &[Correction]) -> Vec<String> {
    corrections.iter().map(line).collect()
}

/// The corrections of lines. None is left out.
pub fn from_lines(lines: &[String]) -> Vec<Correction> {
    lines.iter().map(|line| read(line).unwrap_or_else(|| unknown(line))).collect()
}

fn unknown(line: &str) -> Correction {
    Correction { at: Span::default(), was: String::new(), change: Change::Unknown(line.to_owned()) }
}

/// A line that is being written.
struct Line(String);

impl Line {
    fn raw(&mut self, value: &str) {
        self.0.push(if self.0.is_empty() { '[' } else { ',' });
        self.0.push_str(value);
    }

    fn text(&mut self, text: &str) {
        self.raw("");
        put(&mut self.0, text);
    }

    fn texts<'t>(&mut self, texts: impl IntoIterator<Item = &'t String>) {
        texts.into_iter().for_each(|text| self.text(text));
    }

    fn word<T: Copy + PartialEq>(&mut self, words: Words<T>, value: T) {
        self.text(words.iter().find(|(known, _)| *known == value).map_or("", |(_, word)| word));
    }
}

fn line(Correction { at, was, change }: &Correction) -> String {
    if let Change::Unknown(line) = change {
        return line.clone();
    }
    let mut line = Line(String::new());
    line.raw(&at.start.to_string());
    line.raw(&at.end.to_string());
    line.text(was);
    match change {
        Change::Kind(kind) => {
            line.text("kind");
            line.text(kind.word());
        }
        Change::Split(offset) => {
            line.text("split");
            line.raw(&offset.to_string());
        }
        Change::Join => line.text("join"),
        Change::Deadline(is) => {
            line.text("deadline");
            line.raw(flag(*is));
        }
        Change::Target(None) => line.text("target"),
        Change::Target(Some(Aim { comparator, value, unit, counts })) => {
            line.text("target");
            line.word(COMPARATORS, *comparator);
            line.raw(&if value.is_finite() { value.to_string() } else { "0".into() });
            line.texts([unit, counts]);
        }
        Change::Body { name, all, is } => {
            line.text("body");
            line.text(name);
            line.raw(flag(*all));
            body(&mut line, is);
        }
        Change::Names(names) => {
            line.text("names");
            line.texts(names);
        }
        Change::Add(name, role) => {
            line.text("add");
            line.text(name);
            line.word(&ROLES, *role);
        }
        Change::Open(open) => {
            line.text("open");
            line.raw(flag(*open));
        }
        Change::Localities(places) => {
            line.text("localities");
            for (key, short) in places {
                line.texts([key, short]);
            }
        }
        Change::Particular(which, value) => {
            line.text("particular");
            line.text(which.word());
            line.text(value);
        }
        Change::Leave(asked) => {
            line.text("leave");
            line.text(asked.code());
            if let Asked::SameBody(one, other) = asked {
                line.texts([one, other]);
            }
        }
        Change::Unknown(_) => {}
    }
    line.0 + "]"
}

fn body(line: &mut Line, is: &BodyIs) {
    match is {
        BodyIs::Called(name) => {
            line.text("called");
            line.text(name);
        }
        BodyIs::Also(name) => {
            line.text("also");
            line.text(name);
        }
        BodyIs::Several(names) => {
            line.text("several");
            line.texts(names);
        }
        BodyIs::Kind(kind) => {
            line.text("kind");
            line.word(&UNIT_KINDS, *kind);
        }
        BodyIs::Role(role) => {
            line.text("role");
            line.word(&ROLES, *role);
        }
        BodyIs::Set(set) => {
            line.text("set");
            line.word(SETS, *set);
        }
        BodyIs::Localities(names) => {
            line.text("localities");
            line.texts(names);
        }
        BodyIs::Absent => line.text("absent"),
    }
}

fn flag(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// The correction of a line; `None` for a line of a newer version.
fn read(line: &str) -> Option<Correction> {
    let form = Json::parse(line).ok()?;
    let [start, end, was, change, rest @ ..] = form.list()? else { return None };
    let offset = |value: &Json| u32::try_from(value.whole()?).ok();
    let at = Span { start: offset(start)?, end: offset(end)? };
    let change = match (change.text()?, rest) {
        ("kind", [kind]) => Change::Kind(Kind::of_word(kind.text()?)?),
        ("split", [at]) => Change::Split(offset(at)?),
        ("join", []) => Change::Join,
        ("deadline", [is]) => Change::Deadline(is.flag()?),
        ("target", []) => Change::Target(None),
        ("target", [comparator, value, unit, counts]) => Change::Target(Some(Aim {
            comparator: word(COMPARATORS, comparator)?,
            value: value.number().filter(|value| value.is_finite())?,
            unit: text(unit)?,
            counts: text(counts)?,
        })),
        ("body", [name, all, is, rest @ ..]) => {
            Change::Body { name: text(name)?, all: all.flag()?, is: body_is(is.text()?, rest)? }
        }
        ("names", names) => Change::Names(texts(names)?),
        ("add", [name, role]) => Change::Add(text(name)?, word(&ROLES, role)?),
        ("open", [open]) => Change::Open(open.flag()?),
        ("localities", places) if places.len() % 2 == 0 => {
            let place = |pair: &[Json]| Some((text(pair.first()?)?, text(pair.get(1)?)?));
            Change::Localities(places.chunks(2).map(place).collect::<Option<_>>()?)
        }
        ("particular", [which, value]) => {
            let known = which.text()?;
            Change::Particular(Particular::ALL.into_iter().find(|which| which.word() == known)?, text(value)?)
        }
        ("leave", [code]) => {
            let code = code.text()?;
            Change::Leave(Asked::OF_PLACES.into_iter().find(|asked| asked.code() == code)?)
        }
        ("leave", [code, one, other]) => {
            let asked = Asked::SameBody(text(one)?, text(other)?);
            Change::Leave(Some(asked).filter(|asked| Some(asked.code()) == code.text())?)
        }
        _ => return None,
    };
    Some(Correction { at, was: text(was)?, change })
}

fn body_is(is: &str, rest: &[Json]) -> Option<BodyIs> {
    Some(match (is, rest) {
        ("called", [name]) => BodyIs::Called(text(name)?),
        ("also", [name]) => BodyIs::Also(text(name)?),
        ("several", names) => BodyIs::Several(texts(names)?),
        ("kind", [kind]) => BodyIs::Kind(word(&UNIT_KINDS, kind)?),
        ("role", [role]) => BodyIs::Role(word(&ROLES, role)?),
        ("set", [set]) => BodyIs::Set(word(SETS, set)?),
        ("localities", names) => BodyIs::Localities(texts(names)?),
        ("absent", []) => BodyIs::Absent,
        _ => return None,
    })
}

fn text(value: &Json) -> Option<String> {
    value.text().map(str::to_owned)
}

fn texts(values: &[Json]) -> Option<Vec<String>> {
    values.iter().map(text).collect()
}

fn word<T: Copy>(words: Words<T>, value: &Json) -> Option<T> {
    let word = value.text()?;
    words.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
}
