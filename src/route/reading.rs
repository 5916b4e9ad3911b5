//! Reads addresses that others changed.
//!
//! Addresses pass through programs and people that change them: `WeChat` adds parameters of its own, mail programs escape
//! them a second time, a person types them in the other script, and the full stop or words behind an address in a text are
//! taken for a part of it. What was clearly meant is read. Any other part is reported as unknown, and never stands for
//! everything.

use super::{Address, Anchor, CHOICES, FLAGS, ListView, PaperKind, Print, Route, closes};
use crate::domain::filter::Filter;
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::reading::simplified;
use crate::domain::rollup::State;
use crate::domain::round_id::RoundId;
use crate::domain::script::fold_text;
use crate::text::paper::COLUMNS;

/// The marks between the path of an address and its query: as written by this program, and as people type them. An escaped
/// `?` is one, too ([`escaped_ask`]).
const ASKS: [&str; 4] = ["?", "&", "？", "%EF%BC%9F"];

/// How many times something may be escaped over and over; no program does so more often.
const DEEP: usize = 8;

/// The marks between several values: `.` as written by this program, the others as people type them.
const BETWEEN: [char; 7] = ['.', ',', '，', '、', ';', '；', ' '];

/// Parameters that `WeChat`, mail and search programs add for purposes of their own.
const NOISE: [&str; 10] =
    ["from", "isappinstalled", "scene", "subscene", "clicktime", "enterid", "nsukey", "fbclid", "gclid", "spm"];

/// Which parameters of a query the opened view understands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// None: it is a place, the full text or the data view.
    Nothing,
    /// The filter of a list.
    Filters,
    /// The filter of a list, and the choices about a paper.
    Paper,
    /// The same, and whose papers are in the job.
    Batch,
    /// The same for receipts, which are of no round.
    Receipts,
    /// What the overview's table of parties shows.
    Show,
}

impl Route {
    /// Reads a fragment, with or without the leading `#`, percent-encoded or not, however others changed it.
    pub fn read(fragment: &str, plan: &Plan) -> Address {
        read(fragment, plan)
    }

    /// The route while an address is not read yet, or if it names nothing that exists: the coordinator's list with a filter
    /// that shows nothing. A person who asked for another list would otherwise sign measures off there without noticing; so
    /// nothing can be ticked until a list is chosen.
    pub fn unread(fragment: &str) -> Self {
        let unknown = vec![decode(fragment.trim_start_matches('#'))];
        Self::List(ListView { filter: Filter { unknown, ..Filter::default() }, ..ListView::default() })
    }
}

/// Reads a fragment.
fn read(fragment: &str, plan: &Plan) -> Address {
    let mut reader = Reader { plan, unknown: Vec::new() };
    let text = plainly_escaped(fragment.trim().trim_start_matches('#').trim());
    let Some(read) = reader.address(&text) else { return Address::Unknown(decode(&text)) };
    if reader.unknown.is_empty() { read } else { Address::Partly(Box::new(read), reader.unknown) }
}

struct Reader<'a> {
    plan: &'a Plan,
    /// The parts that could not be read, as written.
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
            self.query(query, Takes::Nothing);
            return Some(Address::Place(anchor));
        };
        let steps: Vec<String> = path.split('/').map(|step| without_space(&decode(step))).collect();
        let mut steps = steps.iter().map(String::as_str).filter(|step| step.contains(char::is_alphanumeric)).peekable();
        let pages = ["overview", "read", "rounds", "arrangement", "print", "data", "plans"];
        let page = pages.into_iter().find(|page| self.takes(&mut steps, page));
        let mut kind = PaperKind::Checklist;
        if page == Some("print") {
            let kinds = PaperKind::ALL.into_iter().skip(1);
            kind = kinds.into_iter().find(|kind| self.takes(&mut steps, kind.step())).unwrap_or_default();
        }
        if page == Some("rounds") {
            let round = steps.next().map_or("", |step| {
                step.split(|c: char| !u8::try_from(c).is_ok_and(is_of_round)).next().unwrap_or_default()
            });
            self.query(query, Takes::Nothing);
            return Some(Address::Opens(Route::Rounds(round.to_owned())));
        }
        let is_new = page == Some("plans") && self.takes(&mut steps, "new");
        let party = match steps.next() {
            None => Party::Coordinator,
            Some(kind) if is_kind(kind) => self.party_of(&kind.to_ascii_lowercase(), steps.next()?)?,
            Some(place) if page.is_none() && steps.next().is_none() => {
                let anchor = self.anchor(place)?;
                self.query(query, Takes::Nothing);
                return Some(Address::PlaceOn(Party::Coordinator, anchor));
            }
            Some(_) => return None,
        };
        let place: Vec<&str> = steps.collect();
        if !place.is_empty() {
            return page.is_none().then(|| self.place(party, &place.join("/"), query));
        }
        if party != Party::Coordinator && (page.is_some_and(|page| page != "print") || kind.is_of_whole()) {
            return None;
        }
        let takes = match page {
            None => Takes::Filters,
            Some("print") if kind == PaperKind::Receipts => Takes::Receipts,
            Some("print") if kind.is_of_several() => Takes::Batch,
            Some("print") => Takes::Paper,
            Some("overview") => Takes::Show,
            Some(_) => Takes::Nothing,
        };
        let (filter, mut print, show) = self.query(query, takes);
        Some(Address::Opens(match page {
            None => Route::List(ListView { party, filter }),
            Some("print") => {
                (print.kind, print.view) = (kind, ListView { party, filter });
                Route::Print(print)
            }
            Some("read") => Route::Read,
            Some("arrangement") => Route::Arrangement,
            Some("overview") => Route::Overview(show),
            Some("plans") if is_new => Route::NewPlan,
            Some("plans") => Route::Plans,
            Some(_) => Route::Data,
        }))
    }

    /// Consumes the next step of the path if it is this word, with anything glued to it.
    fn takes<'s>(&mut self, steps: &mut std::iter::Peekable<impl Iterator<Item = &'s str>>, word: &str) -> bool {
        let (first, glued) = steps.peek().map_or(("", ""), |step| word_of(step));
        let is_it = first.eq_ignore_ascii_case(word);
        if is_it {
            self.glued(glued);
            steps.next();
        }
        is_it
    }

    /// Reads a place on a party's list. If the list does not have it, the list is opened and the place is reported as unknown.
    fn place(&mut self, party: Party, place: &str, query: &str) -> Address {
        let before = self.unknown.len();
        if let Some(anchor) = self.anchor(place).filter(|anchor| anchor.is_on(party, self.plan)) {
            self.query(query, Takes::Nothing);
            return Address::PlaceOn(party, anchor);
        }
        self.unknown.truncate(before);
        self.unknown.push(place.to_owned());
        let (filter, ..) = self.query(query, Takes::Filters);
        Address::Opens(Route::List(ListView { party, filter }))
    }

    /// Reads a place by its label, with anything glued to it.
    fn anchor(&mut self, text: &str) -> Option<Anchor> {
        let text = &narrow(text.trim());
        let number = text.get(1..)?;
        let end = number.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-').unwrap_or(number.len());
        let number = number[..end].trim_end_matches(['.', '-']);
        let glued = &text[1 + number.len()..];
        // With more letters, digits or a slash it would be another label.
        if glued.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/') {
            return None;
        }
        let kind = text.chars().next()?.to_ascii_lowercase();
        let anchor = Anchor::labelled(kind, number, self.plan)?;
        self.glued(glued);
        Some(anchor)
    }

    /// Reads a query: the filter, the choices about a paper, what the overview's table shows. Parameters that the view does not
    /// understand are reported as unknown.
    fn query(&mut self, query: &str, takes: Takes) -> (Filter, Print, Option<State>) {
        let mut read = (Filter::default(), Print::default(), None);
        let pairs: Vec<String> = query.split(['&', '?']).flat_map(|pair| pairs_in(pair, DEEP)).collect();
        for (i, pair) in pairs.iter().enumerate() {
            self.pair(pair.trim(), i + 1 == pairs.len(), takes, &mut read);
        }
        read
    }

    /// Reads one pair of a query; closing marks after the `last` one may belong to a sentence. What is said in several pairs of one key
    /// holds together, as if it stood in one.
    fn pair(&mut self, pair: &str, last: bool, takes: Takes, read: &mut (Filter, Print, Option<State>)) {
        let (filter, print, show) = read;
        let (key, value) = pair.split_once(['=', '＝']).unwrap_or((pair, ""));
        let (key, mut glued) = word_of(key.trim());
        let before = self.unknown.len();
        let several = matches!(takes, Takes::Batch | Takes::Receipts);
        let (filters, paper) = (!matches!(takes, Takes::Nothing | Takes::Show), several || takes == Takes::Paper);
        // Whether the pair can be read, and whether it would have narrowed the list.
        let (mut reads, mut narrows) = (true, true);
        match key {
            "q" if filters => {
                let words = if last { unclosed(value) } else { value };
                let between = if filter.query.is_empty() || words.is_empty() { "" } else { " " };
                filter.query += &[between, words].concat();
            }
            "section" if filters => {
                let sections = &self.plan.sections;
                let is = |no: &u16| sections.iter().any(|section| section.no == *no);
                let chosen = self.values(key, value, |no| no.parse().ok().filter(is));
                reads = !chosen.is_empty();
                filter.sections = filter.sections.iter().copied().chain(chosen).collect();
            }
            "status" if filters => {
                let chosen = self.values(key, value, State::of_key);
                reads = !chosen.is_empty();
                filter.states = filter.states.iter().copied().chain(chosen).collect();
            }
            "without" if paper => {
                let columns = self.values(key, value, |n| n.parse().ok().filter(|n| *n < COLUMNS));
                print.without = print.without.iter().copied().chain(columns).collect();
            }
            "round" if paper && takes != Takes::Receipts => {
                let days = without_space(&narrow(value)).replace('/', "_");
                let is_of_it = |c: char| u8::try_from(c).is_ok_and(is_of_round);
                let (days, behind) = days.split_at(days.find(|c| !is_of_it(c)).unwrap_or(days.len()));
                reads = print.round.is_empty() && days.replace('_', "/").parse::<RoundId>().is_ok();
                if reads {
                    days.clone_into(&mut print.round);
                    self.glued(behind);
                }
            }
            "receipt" if takes == Takes::Receipts => {
                let (id, behind) = receipt(&narrow(value));
                reads = !id.is_empty() && print.receipt.is_empty();
                if reads {
                    print.receipt = id;
                    self.glued(&behind);
                }
            }
            "of" if several => {
                let whose = self.parties(value);
                reads = !whose.is_empty();
                print.whose = print.whose.iter().chain(whose.iter()).copied().collect();
            }
            "show" if takes == Takes::Show => {
                for state in self.values(key, value, State::of_key) {
                    // The table shows one state at a time.
                    if show.is_some_and(|shown| shown != state) {
                        self.unknown.push([key, "=", state.key()].concat());
                    }
                    *show = show.or(Some(state));
                }
            }
            key => {
                let flag = FLAGS.iter().find(|(name, _)| *name == key).filter(|_| filters);
                let choice = CHOICES.iter().find(|(name, _)| *name == key);
                narrows = paper || choice.is_none() && key != "without";
                // A value such as that of `open=no` does not mean what `open` means.
                let is_on =
                    ["", "1"].contains(&value.trim_end_matches(|c: char| closes(c) || c.is_whitespace()).trim());
                if let Some((_, flag)) = flag.filter(|_| is_on) {
                    *flag(filter) = true;
                } else if let Some((_, on)) = choice.filter(|_| is_on && paper) {
                    *on(print) = true;
                } else if !NOISE.contains(&key) && !key.starts_with("utm") {
                    reads = !pair.contains(char::is_alphanumeric);
                    glued = "";
                }
            }
        }
        self.glued(glued);
        if !reads {
            // Reported once, as one pair.
            self.unknown.truncate(before);
            self.unknown.push(pair.to_owned());
            filter.unknown.extend(narrows.then(|| pair.to_owned()));
        }
    }

    /// Reads the values of a facet; unknown values, and what is glued to the last one, are reported.
    fn values<T>(&mut self, key: &str, text: &str, known: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let is_value = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let bare = unclosed(text);
        let plain = bare.chars().all(|c| is_value(c) || BETWEEN.contains(&c));
        // If words are glued on, only values as this program writes them count before these.
        let end = bare.find(|c| !is_value(c) && c != '.').filter(|_| !plain).unwrap_or(bare.len());
        let mut values = Vec::new();
        for value in bare[..end].split(BETWEEN).filter(|value| !value.is_empty()) {
            match known(value) {
                Some(value) => values.push(value),
                None => self.unknown.push([key, "=", value].concat()),
            }
        }
        self.glued(&text[end..]);
        values
    }

    /// Reads parties by their keys; unknown ones are reported.
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

    /// Finds the party of this kind, or of any kind if it is empty, that has this name in either script, with anything glued
    /// to it.
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

    /// Reports a text that is glued to something, if there are words in it.
    fn glued(&mut self, text: &str) {
        if text.contains(char::is_alphanumeric) {
            self.unknown.push(text.trim().to_owned());
        }
    }
}

/// Splits an address into its path and its query.
fn parts(text: &str) -> (&str, &str) {
    let plain = ASKS.iter().filter_map(|mark| Some((text.find(mark)?, mark.len())));
    let first = plain.chain(escaped_ask(text)).min();
    first.map_or((text, ""), |(at, length)| (&text[..at], &text[at + length..]))
}

/// The place of the first escaped `?`, escaped once or over and over, and its length.
fn escaped_ask(text: &str) -> Option<(usize, usize)> {
    text.match_indices('%').find_map(|(at, _)| {
        let mark = text[at + 1..].trim_start_matches("25");
        (mark.starts_with("3F") || mark.starts_with("3f")).then(|| (at, text.len() - at - mark.len() + 2))
    })
}

/// The pairs within a text that was taken for one: it is decoded, and divided where its own marks were escaped along with it,
/// up to this many times.
fn pairs_in(text: &str, deep: usize) -> Vec<String> {
    let decoded = decode(text);
    if deep == 0 || decoded == text || text.contains(['=', '＝']) {
        return vec![decoded];
    }
    decoded.split(['&', '?']).flat_map(|pair| pairs_in(pair, deep - 1)).collect()
}

/// Splits a text into the word that it begins with, and what is glued to it.
fn word_of(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(text.len()))
}

/// The id of the plan that an address names, however others changed it: escaped, in capitals, with what is glued to it.
pub fn meant_plan(said: &str) -> String {
    let said = without_space(&narrow(&plainly_escaped(&decode(said))));
    word_of(&said).0.trim_matches('-').to_ascii_lowercase()
}

/// Whether a character can stand in the days of a round.
pub(super) fn is_of_round(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'-' | b'_')
}

/// How many digits the digest of a file has.
const DIGEST: usize = 16;

/// The id of a receipt that a text begins with, empty if it does not, and what stands behind it.
fn receipt(text: &str) -> (String, String) {
    let text = without_space(text).to_ascii_lowercase();
    let moment = text.bytes().take_while(u8::is_ascii_digit).count();
    let digest = text.bytes().skip(moment + 1).take(DIGEST).take_while(u8::is_ascii_hexdigit).count();
    let is_one = moment > 0 && digest == DIGEST && text.as_bytes().get(moment) == Some(&b'-');
    let (id, behind) = text.split_at(if is_one { moment + 1 + DIGEST } else { 0 });
    (id.to_owned(), behind.to_owned())
}

/// Whether a step says that the next one names a party.
fn is_kind(step: &str) -> bool {
    ["unit", "locality"].iter().any(|kind| step.eq_ignore_ascii_case(kind))
}

/// A text whose full-width letters, digits, dots and dashes are the usual ones: an input method for Chinese types them.
fn narrow(text: &str) -> String {
    let usual = |c: char| match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '．' | '－' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        _ => c,
    };
    text.chars().map(usual).collect()
}

/// A text without the closing marks at its end; a text of nothing else is left as it is.
fn unclosed(text: &str) -> &str {
    let bare = text.trim_end_matches(|c: char| closes(c) || c.is_whitespace());
    if bare.is_empty() { text } else { bare }
}

/// A name without white space, visible or not, which a line break or a person put into it.
fn without_space(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'))
        .collect()
}

/// The fragment escaped once: some programs escape it a second time, some escape its marks, too.
fn plainly_escaped(text: &str) -> String {
    let mut text = text.to_owned();
    let count = |text: &str| {
        let decoded = decode(text);
        let odd = decoded.chars().filter(|c| *c == '\u{FFFD}').count();
        (decoded.chars().filter(|c| !c.is_ascii()).count(), odd)
    };
    // Text that is escaped two or three times shows by the words in it that are not ASCII.
    let (before, odd) = count(&text);
    let once = |text: &String| Some(text.replace("%25", "%"));
    let less = std::iter::successors(once(&text), once).take(3);
    if let Some(plain) = less.into_iter().find(|less| count(less).0 > before && count(less).1 <= odd) {
        text = plain;
    }
    if text.starts_with('/') {
        return text;
    }
    let bare = |text: &String| decode(text).trim().trim_start_matches('#').to_owned();
    let decoded = std::iter::successors(Some(bare(&text)), |text| Some(bare(text))).take(3);
    decoded.into_iter().find(|decoded| decoded.starts_with('/')).unwrap_or(text)
}

/// Undoes percent-encoding; what is not valid UTF-8 becomes U+FFFD, a lone `%` stays.
pub(super) fn decode(text: &str) -> String {
    decode_from(text, 0)
}

/// Undoes percent-encoding like [`decode`], for bytes from this value on only.
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
