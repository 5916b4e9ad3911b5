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
//! | `#/print/unit/市教育局?blank` | the paper of a list, with its filters |
//! | `#/print/all?of=unit:市教育局,locality:樂都區&duplex` | the checklists of several in one job; without `of`, of all |
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

/// The checklists of several, printed in one job.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// Whose; of every unit and locality where it is empty.
    pub parties: Ordered<Party>,
    /// Leaves all boxes empty.
    pub blank: bool,
    /// Each begins on the front of a sheet that is printed on both sides.
    pub duplex: bool,
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
    /// The paper of a list; `blank` leaves all boxes empty.
    Print(ListView, bool),
    /// The papers of several lists.
    Batch(Batch),
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
            Self::List(view) => format!("#/{}", write_view(view, plan, &[])),
            Self::Overview(None) => "#/overview".into(),
            Self::Overview(Some(state)) => format!("#/overview?show={}", state.key()),
            Self::Read => "#/read".into(),
            Self::Print(view, blank) => {
                let extra: &[&str] = if *blank { &["blank"] } else { &[] };
                let rest = write_view(view, plan, extra);
                let slash = if rest.is_empty() || rest.starts_with('?') { "" } else { "/" };
                format!("#/print{slash}{rest}")
            }
            Self::Batch(batch) => write_batch(batch, plan),
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
        if page.as_deref() == Some("print") && steps.next_if_eq("all").is_some() {
            return if steps.next().is_none() {
                Address::Opens(Self::Batch(read_batch(query, plan)))
            } else {
                unknown()
            };
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
            Some("print") => Self::Print(view, pairs(query).any(|(key, _)| key == "blank")),
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
            Self::List(view) | Self::Print(view, _) => view.clone(),
            Self::Overview(_) | Self::Read | Self::Batch(_) | Self::Data => ListView::default(),
        }
    }
}

fn write_batch(batch: &Batch, plan: &Plan) -> String {
    let mut query = Vec::new();
    if !batch.parties.is_empty() {
        let keys: Vec<String> = batch.parties.iter().map(|party| encode(&plan.party_key(*party))).collect();
        query.push(format!("of={}", keys.join(",")));
    }
    query.extend(batch.blank.then(|| "blank".to_owned()));
    query.extend(batch.duplex.then(|| "duplex".to_owned()));
    let mark = if query.is_empty() { "" } else { "?" };
    format!("#/print/all{mark}{}", query.join("&"))
}

/// Whom the plan does not name is passed over.
fn read_batch(query: &str, plan: &Plan) -> Batch {
    let mut batch = Batch::default();
    for (key, value) in pairs(query) {
        match key {
            "of" => batch.parties = value.split(',').filter_map(|key| plan.party_of_key(&decode(key))).collect(),
            "blank" => batch.blank = true,
            "duplex" => batch.duplex = true,
            _ => {}
        }
    }
    batch
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

fn write_view(view: &ListView, plan: &Plan, extra: &[&str]) -> String {
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
        let numbers: Vec<String> = filter.sections.iter().map(u16::to_string).collect();
        query.push(format!("section={}", numbers.join(".")));
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
    query.extend(extra.iter().map(|&name| name.into()));
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
