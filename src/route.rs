//! What is open, as an address, both ways.
//!
//! Addresses live in the fragment, so that they work from a file and from any static host:
//!
//! | address | opens |
//! |---|---|
//! | `#/` | the coordinator's checklist |
//! | `#/unit/市教育局?q=网络&section=1.6&open&target` | a unit's, filtered |
//! | `#/?status=behind.not-started&problem` | what is behind or not started, with a problem written down |
//! | `#/locality/樂都區` | a locality's |
//! | `#m3.2`, `#t3` | the list with this measure or task in view |
//! | `#/overview?show=behind` | the overview, its matrix showing what is behind |
//! | `#/read` | the text |
//! | `#/print/unit/市教育局?blank` | the checklist of a list on paper, with its filters |
//! | `#/print/all?of=unit:市教育局,locality:樂都區&duplex` | the checklists of several in one job; without `of`, of all |
//! | `#/print/table/unit/市教育局?reporting&a3&without=4.5` | the breakdown table of a list, some columns left out |
//! | `#/print/report?section=1` | the progress report on a list |
//! | `#/print/text?blank` | the text as an official document |
//! | `#/data` | saving, reading back, deleting |

use crate::domain::filter::Filter;
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::{MeasureId, Plan, TaskId};
use crate::domain::rollup::State;

/// A party's list and what is shown of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListView {
    /// Whose.
    pub party: Party,
    /// What of it.
    pub filter: Filter,
}

/// A place inside the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// A task.
    Task(TaskId),
    /// A measure.
    Measure(MeasureId),
}

impl Anchor {
    /// The `id` of its element, which is also its address without `#`.
    pub fn element_id(self) -> String {
        match self {
            Self::Task(id) => format!("t{id}"),
            Self::Measure(id) => format!("m{id}"),
        }
    }

    /// Its task.
    pub fn task(self) -> TaskId {
        match self {
            Self::Task(id) => id,
            Self::Measure(id) => id.task,
        }
    }
}

/// What kind of paper is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The checklist of a list.
    #[default]
    Checklist,
    /// The checklists of several in one job.
    Batch,
    /// The breakdown table.
    Table,
    /// The progress report.
    Report,
    /// The text as an official document.
    Text,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Checklist, Self::Batch, Self::Table, Self::Report, Self::Text];

    /// Its step in addresses, after `print`.
    fn step(self) -> &'static str {
        ["", "all", "table", "report", "text"][self as usize]
    }
}

/// What is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Print {
    /// What kind of paper.
    pub kind: Kind,
    /// Of which list, by which filters. In a batch the filters are everybody's, and the list is the coordinator's.
    pub view: ListView,
    /// Leaves everything empty that people fill in.
    pub blank: bool,
    /// In a batch, whose; of every unit and locality where it is empty.
    pub whose: Ordered<Party>,
    /// In a batch, each begins on the front of a sheet that is printed on both sides.
    pub duplex: bool,
    /// In a batch, the breakdown table of the whole plan comes after the checklists.
    pub with_table: bool,
    /// A table on A3, not A4.
    pub large: bool,
    /// A table with the columns in which is reported.
    pub reporting: bool,
    /// Which columns of a table are left out, by their place.
    pub without: Ordered<u16>,
}

impl Print {
    /// The checklist of a list.
    pub fn of(view: ListView) -> Self {
        Self { view, ..Self::default() }
    }
}

/// What is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The checklist.
    List(ListView),
    /// The overview; its matrix shows how much is this far, or done where that is `None`.
    Overview(Option<State>),
    /// The text.
    Read,
    /// A paper, or several.
    Print(Print),
    /// Saving, reading back, deleting.
    Data,
}

impl Default for Route {
    fn default() -> Self {
        Self::List(ListView::default())
    }
}

/// What an address was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// It names something this plan has.
    Opens(Route),
    /// It names a place in the list, and says nothing about whose list.
    Place(Anchor),
    /// It names something this plan does not have: the part that could not be read.
    Unknown(String),
}

impl Route {
    /// The fragment that opens it, with the leading `#`.
    pub fn address(&self, plan: &Plan) -> String {
        match self {
            Self::List(view) => format!("#/{}", write_view(view, plan, Vec::new())),
            Self::Overview(None) => "#/overview".into(),
            Self::Overview(Some(state)) => format!("#/overview?show={}", state.key()),
            Self::Read => "#/read".into(),
            Self::Print(print) => write_print(print, plan),
            Self::Data => "#/data".into(),
        }
    }

    /// What a fragment opens, with or without the leading `#`, percent-encoded or not.
    pub fn read(fragment: &str, plan: &Plan) -> Address {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if let Some(anchor) = read_anchor(fragment, plan) {
            return Address::Place(anchor);
        }
        if fragment.is_empty() {
            return Address::Opens(Self::default());
        }
        let unknown = || Address::Unknown(decode(fragment));
        let Some(rest) = fragment.strip_prefix('/') else { return unknown() };
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let mut steps = path.split('/').filter(|step| !step.is_empty()).map(decode).peekable();
        let page = steps.next_if(|step| matches!(step.as_str(), "overview" | "read" | "print" | "data"));
        let kinds = Kind::ALL.into_iter().skip(1);
        let mut kind = Kind::Checklist;
        if page.as_deref() == Some("print") {
            kind = kinds.into_iter().find(|kind| steps.next_if_eq(kind.step()).is_some()).unwrap_or_default();
        }
        let party = match (steps.next(), steps.next(), steps.next()) {
            (None, None, None) => Some(Party::Coordinator),
            (Some(kind), Some(name), None) => plan.party_of_key(&format!("{kind}:{name}")),
            _ => None,
        };
        let Some(party) = party else { return unknown() };
        let view = ListView { party, filter: read_filter(query, plan) };
        Address::Opens(match page.as_deref() {
            None => Self::List(view),
            Some("print") if kind == Kind::Batch && party != Party::Coordinator => return unknown(),
            Some("print") => Self::Print(read_print(kind, view, query, plan)),
            Some(_) if party != Party::Coordinator => return unknown(),
            Some("read") => Self::Read,
            Some("overview") => {
                let shown = pairs(query).find(|(key, _)| *key == "show");
                Self::Overview(shown.and_then(|(_, state)| State::of_key(state)))
            }
            Some(_) => Self::Data,
        })
    }

    /// The list it is about; the coordinator's whole list where it is about none.
    pub fn view(&self) -> ListView {
        match self {
            Self::List(view) | Self::Print(Print { view, .. }) => view.clone(),
            Self::Overview(_) | Self::Read | Self::Data => ListView::default(),
        }
    }
}

/// A choice about a paper that is on or off: its name in addresses, and where it is.
type Choice = (&'static str, fn(&mut Print) -> &mut bool);

const CHOICES: [Choice; 5] = [
    ("blank", |print| &mut print.blank),
    ("duplex", |print| &mut print.duplex),
    ("table", |print| &mut print.with_table),
    ("reporting", |print| &mut print.reporting),
    ("a3", |print| &mut print.large),
];

fn write_print(print: &Print, plan: &Plan) -> String {
    let mut query = Vec::new();
    if !print.whose.is_empty() {
        let keys: Vec<String> = print.whose.iter().map(|party| encode(&plan.party_key(*party))).collect();
        query.push(format!("of={}", keys.join(",")));
    }
    let mut choices = print.clone();
    for (name, on) in CHOICES {
        query.extend((*on(&mut choices)).then(|| name.to_owned()));
    }
    if !print.without.is_empty() {
        query.push(format!("without={}", numbers(&print.without)));
    }
    let rest = write_view(&print.view, plan, query);
    let step = print.kind.step();
    let before = if step.is_empty() { "" } else { "/" };
    let slash = if rest.is_empty() || rest.starts_with('?') { "" } else { "/" };
    ["#/print", before, step, slash, &rest].concat()
}

/// Whom the plan does not name is passed over.
fn read_print(kind: Kind, view: ListView, query: &str, plan: &Plan) -> Print {
    let mut print = Print { kind, view, ..Print::default() };
    for (key, value) in pairs(query) {
        match key {
            "of" => print.whose = value.split(',').filter_map(|key| plan.party_of_key(&decode(key))).collect(),
            "without" => print.without = value.split('.').filter_map(|n| n.parse().ok()).collect(),
            key => {
                if let Some((_, on)) = CHOICES.iter().find(|(name, _)| *name == key) {
                    *on(&mut print) = true;
                }
            }
        }
    }
    print
}

fn numbers(numbers: &Ordered<u16>) -> String {
    numbers.iter().map(u16::to_string).collect::<Vec<_>>().join(".")
}

/// A facet that is switched on or off: its name in addresses, and where it is.
type Flag = (&'static str, fn(&mut Filter) -> &mut bool);

const FLAGS: [Flag; 7] = [
    ("open", |filter| &mut filter.open),
    ("done", |filter| &mut filter.done),
    ("reported", |filter| &mut filter.reported),
    ("unreported", |filter| &mut filter.unreported),
    ("problem", |filter| &mut filter.problem),
    ("target", |filter| &mut filter.target),
    ("counted", |filter| &mut filter.counted),
];

fn read_anchor(text: &str, plan: &Plan) -> Option<Anchor> {
    let anchor = if let Some(id) = text.strip_prefix('m') {
        let id = id.parse().ok()?;
        plan.measure(id)?;
        Anchor::Measure(id)
    } else {
        Anchor::Task(text.strip_prefix('t')?.parse().ok()?)
    };
    plan.task(anchor.task()).map(|_| anchor)
}

/// `extra` is what else the query says, after the filters.
fn write_view(view: &ListView, plan: &Plan, extra: Vec<String>) -> String {
    let mut text = match view.party {
        Party::Coordinator => String::new(),
        party => plan
            .party_key(party)
            .split_once(':')
            .map_or_else(String::new, |(kind, name)| format!("{kind}/{}", encode(name))),
    };
    let filter = &view.filter;
    let mut query = Vec::new();
    if !filter.query.trim().is_empty() {
        query.push(format!("q={}", encode(filter.query.trim())));
    }
    if !filter.sections.is_empty() {
        query.push(format!("section={}", numbers(&filter.sections)));
    }
    if !filter.states.is_empty() {
        let keys: Vec<&str> = filter.states.iter().map(|state| state.key()).collect();
        query.push(format!("status={}", keys.join(".")));
    }
    for (name, on) in FLAGS {
        let mut filter = filter.clone();
        if *on(&mut filter) {
            query.push(name.into());
        }
    }
    query.extend(extra);
    if !query.is_empty() {
        text.push('?');
        text.push_str(&query.join("&"));
    }
    text
}

/// Unknown facets and sections are passed over: a link from a later version still opens, showing more.
fn read_filter(query: &str, plan: &Plan) -> Filter {
    let mut filter = Filter::default();
    for (key, value) in pairs(query) {
        match key {
            "q" => filter.query = decode(value),
            "section" => {
                let numbers = value.split('.').filter_map(|n| n.parse().ok());
                filter.sections = numbers.filter(|n| plan.sections.iter().any(|section| section.no == *n)).collect();
            }
            "status" => {
                let states = value.split('.').filter_map(State::of_key);
                filter.states = states.filter(|state| *state != State::NotReported).collect();
            }
            key => {
                if let Some((_, flag)) = FLAGS.iter().find(|(name, _)| *name == key) {
                    *flag(&mut filter) = true;
                }
            }
        }
    }
    filter
}

fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

/// Percent-encodes what would be read as something else; Chinese stays readable.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '.' | '~' | ',') {
            let byte = c as u32;
            for digit in [byte >> 4, byte & 15] {
                out.extend(char::from_digit(digit, 16).map(|d| d.to_ascii_uppercase()));
            }
            out.insert(out.len() - 2, '%');
        } else {
            out.push(c);
        }
    }
    out
}

/// Undoes percent-encoding; what is not valid UTF-8 becomes U+FFFD, a lone `%` stays.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let hex = |i: usize| bytes.get(i).and_then(|b| char::from(*b).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while let Some(byte) = bytes.get(i) {
        if let (b'%', Some(high), Some(low)) = (byte, hex(i + 1), hex(i + 2)) {
            out.extend(u8::try_from(high * 16 + low));
            i += 3;
        } else {
            out.push(*byte);
            i += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
