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
//! | `#m3.2`, `#t3` | the list that was open with this measure or task in view |
//! | `#/unit/市教育局/m3.2` | a unit's list with it in view |
//! | `#/overview?show=behind` | the overview, its matrix showing what is behind |
//! | `#/read` | the text |
//! | `#/print/unit/市教育局?blank` | the checklist of a list on paper, with its filters |
//! | `#/print/all?of=unit:市教育局,locality:樂都區&duplex` | the checklists of several in one job; without `of`, of all |
//! | `#/print/table/unit/市教育局?reporting&a3&without=4.5` | the breakdown table of a list, some columns left out |
//! | `#/print/report?section=1` | the progress report on a list |
//! | `#/print/text?blank` | the text as an official document |
//! | `#/data` | saving, reading back, deleting |
//! | `#/plans` | the library: the plans kept in this browser |
//! | `#/plans/new` | bringing in another plan |
//!
//! Those of another plan than the page's own name it first: `#/p/plan-1/unit/市教育局`, `#/p/plan-1/m3.2` ([`within`], [`split`]);
//! the library's are of no plan, and whichever is open stays open.
//!
//! How they are read is in [`written`], and where others had them in their hands in [`reading`].

mod reading;
mod written;

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
    /// The `id` of its element, which is also its address without `#`: with its label, as it is printed now.
    pub fn element_id(self, plan: &Plan) -> String {
        match self {
            Self::Task(id) => format!("t{}", plan.task_label(id)),
            Self::Measure(id) => format!("m{}", plan.label(id)),
        }
    }

    /// Its address on a party's list.
    pub fn address(self, party: Party, plan: &Plan) -> String {
        place_address(&self.element_id(plan), party, plan)
    }

    /// The place of its task in [`Plan::tasks`].
    pub fn task(self, plan: &Plan) -> Option<usize> {
        match self {
            Self::Task(id) => plan.task_place(id),
            Self::Measure(id) => plan.measure_place(id).map(|(task, _)| task),
        }
    }

    /// Whether it is on a party's list.
    pub fn is_on(self, party: Party, plan: &Plan) -> bool {
        let task = self.task(plan);
        plan.scope(party).all().any(|i| Some(i) == task)
    }

    /// The place of this kind (`m`, `t`) with this label.
    fn labelled(kind: char, label: &str, plan: &Plan) -> Option<Self> {
        Some(match kind {
            'm' => Self::Measure(plan.measure_labelled(label.parse().ok()?)?.id),
            't' => Self::Task(plan.task_labelled(label.parse().ok()?)?.id),
            _ => return None,
        })
    }
}

/// The address of an element on a party's list. On the coordinator's it is the element's, which works without the program, too.
pub fn place_address(element: &str, party: Party, plan: &Plan) -> String {
    match party {
        Party::Coordinator => ["#", element].concat(),
        party => ["#/", &write_party(party, plan), "/", element].concat(),
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
    /// The library.
    Plans,
    /// Bringing in another plan.
    NewPlan,
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
    /// It names a place on this party's list, which has it.
    PlaceOn(Party, Anchor),
    /// It names this, and more that cannot be read or that this has nothing of: each piece as it was written. Where that would have
    /// shown less, nothing is shown ([`Filter::unknown`]); a place that a party's list does not have leaves the list.
    Partly(Box<Address>, Vec<String>),
    /// It names a view, a party or a place that this plan does not have: the whole of it, as it was written. Nothing is opened.
    Unknown(String),
}

/// The address of another plan than the page's own: its id stands before what it opens of it: `#/p/plan-1/unit/市教育局`.
pub fn within(plan: &str, address: &str) -> String {
    let rest = address.trim_start_matches('#');
    ["#/p/", plan, if rest.starts_with('/') { "" } else { "/" }, rest].concat()
}

/// The plan that an address names, and what it opens of it as an address of its own. Without a plan it is one of the page's own,
/// but for a place alone (`#m3.2`), which is one of the list that is open.
pub fn split(fragment: &str) -> (Named<'_>, String) {
    let text = fragment.trim_start_matches('#');
    let Some(rest) = text.strip_prefix("/p/") else {
        let is_own = text.is_empty() || (text.starts_with('/') && !text.starts_with("/plans"));
        let named = if is_own { Named::Own } else { Named::Open };
        return (named, fragment.to_owned());
    };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (id, rest) = rest.split_at(end);
    let place = rest.trim_start_matches('/');
    let is_place = place.strip_prefix(['m', 't']).is_some_and(|no| no.starts_with(|c: char| c.is_ascii_digit()));
    let rest = if is_place { ["#", place].concat() } else { ["#/", place].concat() };
    (Named::Other(id), rest)
}

/// Which plan an address is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named<'a> {
    /// The page's own.
    Own,
    /// The one that is open.
    Open,
    /// The one of this id.
    Other(&'a str),
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
            Self::Plans => "#/plans".into(),
            Self::NewPlan => "#/plans/new".into(),
        }
    }

    /// What a fragment opens that is written as [`Self::address`] and [`Anchor::address`] write it; `None` for any other, of which
    /// [`Self::read`] makes what it can.
    pub fn written(fragment: &str, plan: &Plan) -> Option<Address> {
        written::read(fragment, plan)
    }

    /// What a fragment opens, with or without the leading `#`, percent-encoded or not, and whatever others made of it.
    pub fn read(fragment: &str, plan: &Plan) -> Address {
        reading::read(fragment, plan)
    }

    /// What is open while an address is not read yet, or where it names nothing that is here: the coordinator's list with a filter
    /// that shows nothing. Whoever asked for something else would sign off with a tick there unawares; so nothing can be ticked until
    /// a list was chosen.
    pub fn unread(fragment: &str) -> Self {
        let unknown = vec![reading::decode(fragment.trim_start_matches('#'))];
        Self::List(ListView { filter: Filter { unknown, ..Filter::default() }, ..ListView::default() })
    }

    /// The list it is about; the coordinator's whole list where it is about none.
    pub fn view(&self) -> ListView {
        match self {
            Self::List(view) | Self::Print(Print { view, .. }) => view.clone(),
            _ => ListView::default(),
        }
    }

    /// Whether it is of no plan.
    pub fn is_of_library(&self) -> bool {
        matches!(self, Self::Plans | Self::NewPlan)
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

/// `unit/市教育局`; nothing for the coordinator.
fn write_party(party: Party, plan: &Plan) -> String {
    let key = plan.party_key(party);
    key.split_once(':').map_or_else(String::new, |(kind, name)| format!("{kind}/{}", encode(name)))
}

/// `extra` is what else the query says, after the filters.
fn write_view(view: &ListView, plan: &Plan, extra: Vec<String>) -> String {
    let mut text = write_party(view.party, plan);
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
    query.extend(filter.unknown.iter().map(|pair| match pair.split_once('=') {
        Some((key, value)) => format!("{}={}", encode(key), encode(value)),
        None => encode(pair),
    }));
    // What is searched for and closes a sentence is not taken for the end of one where something comes after it.
    if query.len() == 1 && filter.query.trim().ends_with(reading::closes) {
        query.push(String::new());
    }
    if !query.is_empty() {
        text.push('?');
        text.push_str(&query.join("&"));
    }
    text
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
