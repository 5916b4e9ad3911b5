//! What an address was meant to say.
//!
//! Addresses go through hands that change them: `WeChat` adds words of its own, mail programs escape what is escaped, a person
//! types them in the other script, and the full stop or the words behind an address in a text are taken for a part of it.
//! What was surely meant is read; whatever else cannot be read is named, and never stands for everything.

use super::{Address, Anchor, CHOICES, FLAGS, Kind, ListView, Print, Route};
use crate::domain::filter::Filter;
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::reading::simplified;
use crate::domain::rollup::State;
use crate::domain::script::fold_text;

/// What separates the views, lists and names of an address from what it asks of them: as it is written, and as it is typed.
const ASKS: [&str; 4] = ["?", "&", "？", "%EF%BC%9F"];

/// What separates several values in one: `.` as it is written, the others as they are typed.
const BETWEEN: [char; 7] = ['.', ',', '，', '、', ';', '；', ' '];

/// What `WeChat`, mail and search programs add to an address for purposes of their own.
const NOISE: [&str; 10] =
    ["from", "isappinstalled", "scene", "subscene", "clicktime", "enterid", "nsukey", "fbclid", "gclid", "spm"];

/// Reads a fragment.
pub(super) fn read(fragment: &str, plan: &Plan) -> Address {
    let mut reader = Reader { plan, unknown: Vec::new() };
    let text = plainly_escaped(fragment.trim().trim_start_matches('#').trim());
    let Some(read) = reader.address(&text) else { return Address::Unknown(decode(&text)) };
    if reader.unknown.is_empty() { read } else { Address::Partly(Box::new(read), reader.unknown) }
}

struct Reader<'a> {
    plan: &'a Plan,
    /// What could not be read, as it was written.
    unknown: Vec<String>,
}

impl Reader<'_> {
    fn address(&mut self, text: &str) -> Option<Address> {
        let (path, query) = parts(text);
        if text.is_empty() {
            return Some(Address::Opens(Route::default()));
        }
        let Some(path) = path.strip_prefix('/') else {
            let anchor = self.anchor(decode(path).trim_start_matches('#'))?;
            self.filter(query);
            return Some(Address::Place(anchor));
        };
        let steps: Vec<String> = path.split('/').map(|step| without_space(&decode(step))).collect();
        let mut steps = steps.iter().map(String::as_str).filter(|step| step.contains(char::is_alphanumeric)).peekable();
        let page = ["overview", "read", "print", "data"].into_iter().find(|page| self.takes(&mut steps, page));
        let mut kind = Kind::Checklist;
        if page == Some("print") {
            let kinds = Kind::ALL.into_iter().skip(1);
            kind = kinds.into_iter().find(|kind| self.takes(&mut steps, kind.step())).unwrap_or_default();
        }
        let party = match steps.next() {
            None => Party::Coordinator,
            Some(kind @ ("unit" | "locality")) => self.party_of(kind, steps.next()?)?,
            Some(place) if page.is_none() && steps.next().is_none() => {
                return self.place(Party::Coordinator, place, query);
            }
            Some(_) => return None,
        };
        match (steps.next(), steps.next()) {
            (None, None) => {}
            (Some(place), None) if page.is_none() => return self.place(party, place, query),
            _ => return None,
        }
        if party != Party::Coordinator && (page.is_some_and(|page| page != "print") || kind == Kind::Batch) {
            return None;
        }
        let (filter, mut print, show) = self.filter(query);
        Some(Address::Opens(match page {
            None => Route::List(ListView { party, filter }),
            Some("print") => {
                (print.kind, print.view) = (kind, ListView { party, filter });
                Route::Print(print)
            }
            Some("read") => Route::Read,
            Some("overview") => Route::Overview(show),
            Some(_) => Route::Data,
        }))
    }

    /// Whether the next step is this word, with whatever is glued to it.
    fn takes<'s>(&mut self, steps: &mut std::iter::Peekable<impl Iterator<Item = &'s str>>, word: &str) -> bool {
        let (first, glued) = steps.peek().map_or(("", ""), |step| word_of(step));
        let is_it = first == word;
        if is_it {
            self.glued(glued);
            steps.next();
        }
        is_it
    }

    /// A place on a party's list, if that has it.
    fn place(&mut self, party: Party, place: &str, query: &str) -> Option<Address> {
        let anchor = self.anchor(place)?;
        self.filter(query);
        anchor.is_on(party, self.plan).then_some(Address::PlaceOn(party, anchor))
    }

    /// A place by its label, with whatever is glued to it.
    fn anchor(&mut self, text: &str) -> Option<Anchor> {
        let text = text.trim();
        let number = text.get(1..)?;
        let end = number.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-').unwrap_or(number.len());
        let number = number[..end].trim_end_matches(['.', '-']);
        let glued = &text[1 + number.len()..];
        // What could go on with it makes it something else.
        if glued.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/') {
            return None;
        }
        let anchor = Anchor::labelled(text.chars().next()?, number, self.plan)?;
        self.glued(glued);
        Some(anchor)
    }

    /// What a query asks for: which filters, how a paper is to be, what the overview's matrix shows.
    fn filter(&mut self, query: &str) -> (Filter, Print, Option<State>) {
        let (mut filter, mut print, mut show) = (Filter::default(), Print::default(), None);
        let mut pairs = query.split(['&', '?']).peekable();
        while let Some(pair) = pairs.next() {
            let pair = decode(pair);
            let pair = pair.trim();
            let (key, value) = pair.split_once(['=', '＝']).unwrap_or((pair, ""));
            let (key, mut glued) = word_of(key.trim());
            let before = self.unknown.len();
            let mut reads = true;
            match key {
                "q" => filter.query = String::from(if pairs.peek().is_none() { unclosed(value) } else { value }),
                "section" => {
                    let sections = &self.plan.sections;
                    let is = |no: &u16| sections.iter().any(|section| section.no == *no);
                    filter.sections = self.values(key, value, |no| no.parse().ok().filter(is));
                    reads = !filter.sections.is_empty();
                }
                "status" => {
                    let known = |key: &str| State::of_key(key).filter(|state| *state != State::NotReported);
                    filter.states = self.values(key, value, known);
                    reads = !filter.states.is_empty();
                }
                "without" => print.without = self.values(key, value, |n| n.parse().ok()),
                "of" => {
                    print.whose = self.parties(value);
                    reads = !print.whose.is_empty();
                }
                "show" => {
                    let shown = self.values(key, value, State::of_key);
                    show = show.or(shown.iter().next().copied());
                }
                key => {
                    if let Some((_, flag)) = FLAGS.iter().find(|(name, _)| *name == key) {
                        *flag(&mut filter) = true;
                    } else if let Some((_, on)) = CHOICES.iter().find(|(name, _)| *name == key) {
                        *on(&mut print) = true;
                    } else if !NOISE.contains(&key) && !key.starts_with("utm") {
                        reads = !pair.contains(char::is_alphanumeric);
                        glued = "";
                    }
                }
            }
            self.glued(glued);
            if !reads {
                // One for all that it names.
                self.unknown.truncate(before);
                self.unknown.push(pair.to_owned());
                filter.unknown.push(pair.to_owned());
            }
        }
        (filter, print, show)
    }

    /// The values of a facet; those that are none are named, and what is glued to the last of them.
    fn values<T: Ord>(&mut self, key: &str, text: &str, known: impl Fn(&str) -> Option<T>) -> Ordered<T> {
        let is_value = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let bare = unclosed(text);
        let plain = bare.chars().all(|c| is_value(c) || BETWEEN.contains(&c));
        // Where words are glued on, only what is surely written by this program comes before them.
        let end = bare.find(|c| !is_value(c) && c != '.').filter(|_| !plain).unwrap_or(bare.len());
        let mut values = Ordered::new();
        for value in bare[..end].split(BETWEEN).filter(|value| !value.is_empty()) {
            match known(value) {
                Some(value) => _ = values.insert(value),
                None => self.unknown.push([key, "=", value].concat()),
            }
        }
        self.glued(&text[end..]);
        values
    }

    /// Parties by their keys; whom the plan does not name is named.
    fn parties(&mut self, text: &str) -> Ordered<Party> {
        let mut parties = Ordered::new();
        for key in text.split([',', '，', '、', ';', '；']).map(without_space).filter(|key| !key.is_empty()) {
            let (kind, name) = key.split_once([':', '：']).unwrap_or(("", &key));
            match self.party_of(kind, name) {
                Some(party) => _ = parties.insert(party),
                None => self.glued(&key),
            }
        }
        parties
    }

    /// The party of this kind (of any, where that is empty) that is called so: by one of its names, in either script, with
    /// whatever is glued to it.
    fn party_of(&mut self, kind: &str, name: &str) -> Option<Party> {
        let plan = self.plan;
        if let Some(party) = plan.party_of_key(&[kind, ":", name].concat()) {
            return Some(party);
        }
        let wanted = fold_text(name);
        let mut found: Option<(usize, Party)> = None;
        for party in plan.parties() {
            let names = match party {
                Party::Unit(i) if matches!(kind, "unit" | "") => plan.units.get(i).map(|unit| {
                    let full = unit.canonical.iter().map(|fact| &fact.value);
                    std::iter::once(&unit.key).chain(&unit.aliases).chain(full).collect::<Vec<_>>()
                }),
                Party::Locality(i) if matches!(kind, "locality" | "") => plan.localities.get(i).map(|l| vec![&l.key]),
                _ => None,
            };
            for name in names.into_iter().flatten() {
                for name in [fold_text(name), fold_text(&simplified(name, &plan.rewordings))] {
                    if !name.is_empty()
                        && wanted.starts_with(&name)
                        && found.is_none_or(|(longest, _)| name.len() > longest)
                    {
                        found = Some((name.len(), party));
                    }
                }
            }
        }
        let (length, party) = found?;
        // Folding keeps the number of characters.
        let characters = wanted[..length].chars().count();
        self.glued(&name.chars().skip(characters).collect::<String>());
        Some(party)
    }

    /// Names what is glued to something, if there are words in it.
    fn glued(&mut self, text: &str) {
        if text.contains(char::is_alphanumeric) {
            self.unknown.push(text.trim().to_owned());
        }
    }
}

/// What an address names, and what it asks of that.
fn parts(text: &str) -> (&str, &str) {
    let first = ASKS.iter().filter_map(|mark| Some((text.find(mark)?, mark.len()))).min();
    first.map_or((text, ""), |(at, length)| (&text[..at], &text[at + length..]))
}

/// The word that a text begins with, and what is glued to it.
fn word_of(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(text.len()))
}

/// Whether a character closes a sentence, a bracket or a quotation, and so may have been taken for the end of an address.
pub(super) fn closes(c: char) -> bool {
    ".,;:!?)]}>\"'…。，、；：！？）］】》〉」』〕”’".contains(c)
}

/// A text without what closes it; what is nothing else stays.
fn unclosed(text: &str) -> &str {
    let bare = text.trim_end_matches(|c: char| closes(c) || c.is_whitespace());
    if bare.is_empty() { text } else { bare }
}

/// A name without the white space, seen or not, that a line break or a hand has put into it.
fn without_space(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'))
        .collect()
}

/// The fragment escaped once: some programs escape it a second time, or its marks, too.
fn plainly_escaped(text: &str) -> String {
    let mut text = text.to_owned();
    let count = |text: &str| {
        let decoded = decode(text);
        let odd = decoded.chars().filter(|c| *c == '\u{FFFD}').count();
        (decoded.chars().filter(|c| !c.is_ascii()).count(), odd)
    };
    // What is escaped twice, or three times, shows by what it hides: words that are not ASCII.
    let (before, odd) = count(&text);
    let once = |text: &String| Some(text.replace("%25", "%"));
    let less = std::iter::successors(once(&text), once).take(3);
    if let Some(plain) = less.into_iter().find(|less| count(less).0 > before && count(less).1 <= odd) {
        text = plain;
    }
    let decoded = decode(&text);
    let decoded = decoded.trim().trim_start_matches('#');
    if !text.starts_with('/') && decoded.starts_with('/') { decoded.to_owned() } else { text }
}

/// Undoes percent-encoding; what is not valid UTF-8 becomes U+FFFD, a lone `%` stays.
pub(super) fn decode(text: &str) -> String {
    decode_from(text, 0)
}

/// The same for what is escaped from this byte on.
pub(super) fn decode_from(text: &str, first: u32) -> String {
    let bytes = text.as_bytes();
    let hex = |i: usize| bytes.get(i).and_then(|b| char::from(*b).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while let Some(byte) = bytes.get(i) {
        match (byte, hex(i + 1), hex(i + 2)) {
            (b'%', Some(high), Some(low)) if high * 16 + low >= first => {
                out.extend(u8::try_from(high * 16 + low));
                i += 3;
            }
            _ => {
                out.push(*byte);
                i += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
