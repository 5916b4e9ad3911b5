//! What is open, written as an address and read from one.
//!
//! Addresses live in the fragment, so that they work from a file and from any static host:
//!
//! | address | opens |
//! |---|---|
//! | `#/` | the coordinator's checklist |
//! | `#/unit/市教育局?q=网络&section=1.6&open&target` | a unit's, filtered |
//! | `#/?status=behind.not-started&problem` | what is behind or not started, with a problem written down |
//! | `#/unit/县水利局?lead&overdue` | what the unit leads and is late with |
//! | `#/locality/樂都區` | a locality's |
//! | `#m3.2`, `#t3` | the list that was open with this measure or task in view |
//! | `#/unit/市教育局/m3.2` | a unit's list with it in view |
//! | `#/overview?show=behind` | the overview, its matrix showing what is behind |
//! | `#/read` | the text |
//! | `#/rounds` | the rounds |
//! | `#/rounds/2021-01-01_2021-03-31` | a closed round |
//! | `#/arrangement` | who has what to do |
//! | `#/print/unit/市教育局?blank` | the checklist of a list on paper, with its filters |
//! | `#/print/all?of=unit:市教育局,locality:樂都區&duplex` | the checklists of several in one job; without `of`, of all |
//! | `#/print/table/unit/市教育局?reporting&a3&without=4.5` | the breakdown table of a list, some columns left out |
//! | `#/print/report?section=1` | the progress report on a list |
//! | `#/print/text?blank` | the text as an official document |
//! | `#/print/reminders?of=unit:市教育局` | what parties are urged for, in one job |
//! | `#/print/circular` | the circular on the whole plan |
//! | `#/print/receipts?of=unit:市教育局&receipt=1632992400000-9c1e` | one receipt |
//! | `#/print/report?round=2021-01-01_2021-03-31` | a paper on a closed round, as it was kept |
//! | `#/data` | saving, reading back, deleting |
//! | `#/plans` | the library: the plans kept in this browser |
//! | `#/plans/new` | bringing in another plan |
//!
//! Those of another plan than the page's own name it first: `#/p/plan-1/unit/市教育局`, `#/p/plan-1/m3.2` ([`within`], [`split`]);
//! the library's are of no plan, and whichever is open stays open.
//!
//! [`written`] reads addresses as this program writes them, [`reading`] those that others changed.

mod reading;
mod written;

pub use reading::meant_plan;

use crate::domain::filter::Filter;
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::{MeasureId, Plan, TaskId};
use crate::domain::rollup::State;
use crate::domain::settings::Lang;
use crate::domain::words::joined;

/// A party's list, and the filter on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListView {
    /// The party.
    pub party: Party,
    /// The filter.
    pub filter: Filter,
}

/// A place on a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// A task.
    Task(TaskId),
    /// A measure.
    Measure(MeasureId),
}

impl Anchor {
    /// The `id` of the place's element, which is also its address without `#`: made of the current label.
    pub fn element_id(self, plan: &Plan) -> String {
        match self {
            Self::Task(id) => format!("t{}", plan.task_label(id)),
            Self::Measure(id) => format!("m{}", plan.label(id)),
        }
    }

    /// The address of the place on a party's list.
    pub fn address(self, party: Party, plan: &Plan) -> String {
        place_address(&self.element_id(plan), party, plan)
    }

    /// The place of its task in [`Plan::tasks`]; `None` if the plan does not have it.
    pub fn task(self, plan: &Plan) -> Option<usize> {
        match self {
            Self::Task(id) => plan.task_place(id),
            Self::Measure(id) => plan.measure_place(id).map(|(task, _)| task),
        }
    }

    /// Whether the place is on a party's list.
    pub fn is_on(self, party: Party, plan: &Plan) -> bool {
        let task = self.task(plan);
        plan.scope(party).all().any(|i| Some(i) == task)
    }

    /// The place of this kind (`m`, `t`) with this label; `None` if the plan does not have it.
    fn labelled(kind: char, label: &str, plan: &Plan) -> Option<Self> {
        Some(match kind {
            'm' => Self::Measure(plan.measure_labelled(label.parse().ok()?)?.id),
            't' => Self::Task(plan.task_labelled(label.parse().ok()?)?.id),
            _ => return None,
        })
    }
}

/// The address of an element on a party's list. On the coordinator's list it is only the element's id, so that it also works
/// without the program.
pub fn place_address(element: &str, party: Party, plan: &Plan) -> String {
    match party {
        Party::Coordinator => ["#", element].concat(),
        party => ["#/", &write_party(party, plan), "/", element].concat(),
    }
}

/// The kind of paper to print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaperKind {
    /// The checklist of one party.
    #[default]
    Checklist,
    /// The checklists of several parties in one job.
    Batch,
    /// The breakdown table.
    Table,
    /// The progress report.
    Report,
    /// The full text as an official document.
    Text,
    /// The receipts for files that were brought in, of several parties in one job.
    Receipts,
    /// What several parties are urged for (催辦單), in one job.
    Reminders,
    /// The circular (通報) on the whole plan.
    Circular,
}

impl PaperKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Checklist,
        Self::Batch,
        Self::Table,
        Self::Report,
        Self::Text,
        Self::Receipts,
        Self::Reminders,
        Self::Circular,
    ];

    /// The part of the address after `print`.
    fn step(self) -> &'static str {
        ["", "all", "table", "report", "text", "receipts", "reminders", "circular"][self as usize]
    }

    /// Whether it is a job of several parties, which can be chosen.
    pub fn is_of_several(self) -> bool {
        matches!(self, Self::Batch | Self::Receipts | Self::Reminders)
    }

    /// Whether it is of no one party's list, but the coordinator's.
    pub fn is_of_whole(self) -> bool {
        self.is_of_several() || self == Self::Circular
    }
}

/// What is to be printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Print {
    /// The kind of paper.
    pub kind: PaperKind,
    /// The list and its filter. In a job of several the filter is for all parties, and the list is the coordinator's.
    pub view: ListView,
    /// Whether everything that people fill in is left empty.
    pub blank: bool,
    /// In a job of several, the parties; if empty, all of them.
    pub whose: Ordered<Party>,
    /// In a batch for printing on both sides: whether each paper begins on the front of a leaf.
    pub duplex: bool,
    /// In a batch: whether the breakdown table of the whole plan follows the checklists.
    pub with_table: bool,
    /// Whether a table is on A3 instead of A4.
    pub large: bool,
    /// Whether a table has the columns for reports.
    pub reporting: bool,
    /// The columns of a table that are left out, by their place.
    pub without: Ordered<u16>,
    /// The days of the closed round whose state is printed: `2021-01-01_2021-03-31`; if empty, that of today. Receipts are of no round.
    pub round: String,
    /// The id of the one receipt that is printed; if empty, all of `whose`.
    pub receipt: String,
}

impl Print {
    /// The checklist of a list, filled in.
    pub fn of(view: ListView) -> Self {
        Self { view, ..Self::default() }
    }
}

/// The view that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The checklist.
    List(ListView),
    /// The overview. Its table of parties shows how many measures are in this state, or how many are done if `None`.
    Overview(Option<State>),
    /// The full text.
    Read,
    /// The rounds of the plan or, unless it is empty, the closed one of these days: `2021-01-01_2021-03-31`.
    Rounds(String),
    /// The arrangement.
    Arrangement,
    /// The preview of papers.
    Print(Print),
    /// The data view: saving, reading back, deleting.
    Data,
    /// The library.
    Plans,
    /// Bringing in another plan.
    NewPlan,
}

/// The address of the guide in a language, from the page: files of the site, which are no part of the page (`xtask/site/src/guide.rs`).
pub fn guide(lang: Lang) -> &'static str {
    lang.of(["guide/zh.html", "guide/zh.html", "guide/en.html"])
}

impl Default for Route {
    fn default() -> Self {
        Self::List(ListView::default())
    }
}

/// The meaning of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "one is read for each step of a person, and taken apart at once")]
pub enum Address {
    /// It names a view that this plan has.
    Opens(Route),
    /// It names a place without a party.
    Place(Anchor),
    /// It names a place on the list of this party.
    PlaceOn(Party, Anchor),
    /// It names this, and other parts, each given as written, that cannot be read or do not exist. If such a part would have
    /// narrowed the list, nothing is shown ([`Filter::unknown`]); if a party's list does not have the place, the list is
    /// opened.
    Partly(Box<Address>, Vec<String>),
    /// It names a view, a party or a place that this plan does not have; given as written. Nothing is opened.
    Unknown(String),
}

/// The address of something in another plan than the page's own, with the plan's id before it: `#/p/plan-1/unit/市教育局`.
pub fn within(plan: &str, address: &str) -> String {
    let rest = address.trim_start_matches('#');
    ["#/p/", plan, if rest.starts_with('/') { "" } else { "/" }, rest].concat()
}

/// Splits an address into the plan it is about and the address within that plan. An address without a plan is about the
/// page's own; a place alone (`#m3.2`) is about the plan that is open; the library is about none.
pub fn split(fragment: &str) -> (Named<'_>, String) {
    let text = fragment.trim_start_matches('#');
    let Some(rest) = text.strip_prefix("/p/") else {
        let named = match text {
            text if text.starts_with("/plans") => Named::Any,
            text if text.is_empty() || text.starts_with('/') => Named::Own,
            _ => Named::Open,
        };
        return (named, fragment.to_owned());
    };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (id, rest) = rest.split_at(end);
    let place = rest.trim_start_matches('/');
    let is_place = place.strip_prefix(['m', 't']).is_some_and(|no| no.starts_with(|c: char| c.is_ascii_digit()));
    let rest = if is_place { ["#", place].concat() } else { ["#/", place].concat() };
    (Named::Other(id), rest)
}

/// The plan that an address is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named<'a> {
    /// The page's own plan.
    Own,
    /// The plan that is open.
    Open,
    /// No plan: whichever is open stays open.
    Any,
    /// The plan with this id.
    Other(&'a str),
}

impl Route {
    /// The address of the route, with the leading `#`.
    pub fn address(&self, plan: &Plan) -> String {
        match self {
            Self::List(view) => format!("#/{}", write_view(view, plan, Vec::new())),
            Self::Overview(None) => "#/overview".into(),
            Self::Overview(Some(state)) => format!("#/overview?show={}", state.key()),
            Self::Read => "#/read".into(),
            Self::Rounds(round) => ["#/rounds", if round.is_empty() { "" } else { "/" }, round].concat(),
            Self::Arrangement => "#/arrangement".into(),
            Self::Print(print) => write_print(print, plan),
            Self::Data => "#/data".into(),
            Self::Plans => "#/plans".into(),
            Self::NewPlan => "#/plans/new".into(),
        }
    }

    /// The list that the route is about; the coordinator's whole list if it is about none.
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

/// A choice about a paper that is on or off: its name in addresses, and its field.
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
        query.push(format!("of={}", joined(&keys, ",")));
    }
    let mut choices = print.clone();
    for (name, on) in CHOICES {
        query.extend((*on(&mut choices)).then(|| name.to_owned()));
    }
    if !print.without.is_empty() {
        query.push(format!("without={}", numbers(&print.without)));
    }
    for (name, one) in [("round=", &print.round), ("receipt=", &print.receipt)] {
        query.extend((!one.is_empty()).then(|| [name, one].concat()));
    }
    let rest = write_view(&print.view, plan, query);
    let step = print.kind.step();
    let before = if step.is_empty() { "" } else { "/" };
    let slash = if rest.is_empty() || rest.starts_with('?') { "" } else { "/" };
    ["#/print", before, step, slash, &rest].concat()
}

fn numbers(numbers: &Ordered<u16>) -> String {
    joined(&numbers.iter().map(u16::to_string).collect::<Vec<_>>(), ".")
}

/// A facet that is on or off: its name in addresses, and its field.
type Flag = (&'static str, fn(&mut Filter) -> &mut bool);

const FLAGS: [Flag; 17] = [
    ("open", |filter| &mut filter.open),
    ("done", |filter| &mut filter.done),
    ("reported", |filter| &mut filter.reported),
    ("unreported", |filter| &mut filter.unreported),
    ("problem", |filter| &mut filter.problem),
    ("behind", |filter| &mut filter.behind),
    ("returned", |filter| &mut filter.returned),
    ("red", |filter| &mut filter.red),
    ("yellow", |filter| &mut filter.yellow),
    ("green", |filter| &mut filter.green),
    ("unlit", |filter| &mut filter.unlit),
    ("target", |filter| &mut filter.target),
    ("lead", |filter| &mut filter.lead),
    ("support", |filter| &mut filter.support),
    ("soon", |filter| &mut filter.soon),
    ("overdue", |filter| &mut filter.overdue),
    ("counted", |filter| &mut filter.counted),
];

/// The party in an address: `unit/市教育局`; empty for the coordinator.
fn write_party(party: Party, plan: &Plan) -> String {
    let key = plan.party_key(party);
    key.split_once(':').map_or_else(String::new, |(kind, name)| format!("{kind}/{}", encode(name)))
}

/// The list in an address; `extra` are further parts of the query, after the filter.
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
    // A search that ends with a closing mark needs something after it, or the mark would be taken for that of a sentence.
    if query.len() == 1 && filter.query.trim().ends_with(closes) {
        query.push(String::new());
    }
    if !query.is_empty() {
        text.push('?');
        text.push_str(&joined(&query, "&"));
    }
    text
}

/// Percent-encodes the characters that have a meaning in addresses; Chinese stays readable.
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

/// Whether a character closes a sentence, a bracket or a quotation, so that it may have been taken for a part of an address.
fn closes(c: char) -> bool {
    ".,;:!?)]}>\"'…。，、；：！？）］】》〉」』〕”’".chars().any(|closing| closing == c)
}
