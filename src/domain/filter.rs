//! Which measures are shown, how many each facet would show, and where the search hits.
//!
//! The search folds both scripts to one and looks in the record and in its readings, so that 网络 finds 網路 and 幼儿园 finds 幼稚園;
//! where it hits in what is shown is [`super::hits`]. Bodies it finds by what people call them, too, once [`sayings`] are brought.

use super::dues::{Due, Dues, NONE, dues};
use super::english::English;
use super::hits::terms;
use super::mark::Duty;
use super::ordered::Ordered;
use super::party::{Party, Scope};
use super::plan::{Assignee, Measure, MeasureId, Plan, Rewording, Role, Task};
use super::printed_day::Day;
use super::reading::Readings;
use super::rollup::{Standing, Standings, State, Total};
use super::sayings::{Meant, Sayings, sayings};
use super::script::{Rendition, fold_text};
use super::words::{holds, joined};
use std::ops::{Deref, Range};
use std::sync::OnceLock;

/// What a person asked to see. A facet that is left empty lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a facet of its own that is on or off")]
pub struct Filter {
    /// Words separated by white space, all of which must be found.
    pub query: String,
    /// Numbers of the sections to show.
    pub sections: Ordered<u16>,
    /// Show measures that are not done.
    pub open: bool,
    /// Show measures that are done.
    pub done: bool,
    /// Show measures in these states.
    pub states: Ordered<State>,
    /// Show measures that are reported ([`Standing::is_made`]).
    pub reported: bool,
    /// Show measures of which a report is missing ([`Standing::is_missing`]).
    pub unreported: bool,
    /// Show only measures with a problem written down.
    pub problem: bool,
    /// Show only measures with somebody behind.
    pub behind: bool,
    /// Show only measures of which a report was given back.
    pub returned: bool,
    /// Show measures with a red light.
    pub red: bool,
    /// Show measures with a yellow light.
    pub yellow: bool,
    /// Show measures with a green light.
    pub green: bool,
    /// Show measures that count and have no light.
    pub unlit: bool,
    /// Show only measures with a target.
    pub target: bool,
    /// Show measures that the party leads.
    pub lead: bool,
    /// Show measures that the party supports.
    pub support: bool,
    /// Show measures that are due soon and not done.
    pub soon: bool,
    /// Show measures whose deadline is past and that are not done.
    pub overdue: bool,
    /// Leave out measures that do not count: those not applicable, and those of an undetermined locality that has not reported.
    pub counted: bool,
    /// Parts of an address that this program does not understand, as written. Nobody knows what they ask for, so with any of them
    /// nothing is shown: never everything.
    pub unknown: Vec<String>,
}

impl Filter {
    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Self { query: self.query.clone(), ..Self::default() } && self.query.trim().is_empty()
    }

    /// The filter that shows the measures in this state.
    pub fn of_state(state: State) -> Self {
        Self { states: [state].into_iter().collect(), ..Self::default() }
    }

    /// Which facets a measure passes, in this order: section, done or not, state, reported or not, problem, target, role, deadline,
    /// counted, somebody behind, given back, light. No measure passes the one of counted while the filter has unknown parts.
    fn passes(&self, row: &Facts) -> [bool; FACETS] {
        let standing = row.standing;
        let one_of = |one: bool, other: bool, is_one: bool, is_other: bool| {
            !(one || other) || one && is_one || other && is_other
        };
        let either = |yes: bool, no: bool, is: bool, counts: bool| yes == no || counts && if is { yes } else { no };
        let counted = standing.counts && standing.state != State::NotApplicable;
        [
            self.sections.is_empty() || self.sections.contains(&row.section),
            either(self.done, self.open, standing.done, counted),
            self.states.is_empty() || standing.counts && self.states.contains(&standing.state),
            // What is signed off without a report is neither.
            either(
                self.reported,
                self.unreported,
                standing.is_made(),
                standing.counts && (standing.is_made() || standing.is_missing()),
            ),
            !self.problem || standing.problem,
            !self.target || row.has_target,
            one_of(self.lead, self.support, row.role == Some(Role::Lead), row.role == Some(Role::Support)),
            one_of(self.soon, self.overdue, row.due == Due::Soon, row.due == Due::Overdue),
            (!self.counted || counted) && self.unknown.is_empty(),
            !self.behind || standing.behind,
            !self.returned || standing.returned,
            !(self.red || self.yellow || self.green || self.unlit)
                || standing
                    .light
                    .map_or(self.unlit && counted, |light| [self.red, self.yellow, self.green][light as usize]),
        ]
    }
}

/// How many facets there are.
const FACETS: usize = 12;

/// Those of [`Filter::passes`] that a [`Stage`] does not say.
const APART: [usize; 4] = [0, 5, 6, 7];

/// What a list is narrowed to by the row above it, one at a time.
///
/// | | a unit's list | the coordinator's |
/// |---|---|---|
/// | 全部 | all | all |
/// | 未報 | a report is missing | nobody's report is there |
/// | 推進 | 推進中, 未啟動 | the same, and reported without one word for all |
/// | 滯後 | 滯後 | somebody is behind |
/// | 完成 | reported as done, or signed off | reported as done: 待核 |
/// | 已銷號 | – | signed off |
/// | 有問題 | a problem is written down | the same, by anybody |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// 全部.
    All,
    /// 未報.
    Missing,
    /// 推進.
    UnderWay,
    /// 滯後.
    Behind,
    /// 完成; of the coordinator 待核.
    Done,
    /// 已銷號.
    SignedOff,
    /// 有問題.
    Problem,
}

/// How many stages there are.
pub const STAGES: usize = 7;

impl Stage {
    /// All of them, in the order of the row.
    pub const ALL: [Self; STAGES] =
        [Self::All, Self::Missing, Self::UnderWay, Self::Behind, Self::Done, Self::SignedOff, Self::Problem];

    /// Whether it is in the row of the party's list.
    pub fn is_of(self, party: Party) -> bool {
        self != Self::SignedOff || party == Party::Coordinator
    }

    /// The filter of a party's list with this in place of whatever it says of reports.
    pub fn of(self, filter: &Filter, party: Party) -> Filter {
        let Filter { query, sections, target, lead, support, soon, overdue, unknown, .. } = filter.clone();
        let mut staged = Filter { query, sections, target, lead, support, soon, overdue, unknown, ..Filter::default() };
        let is_whole = party == Party::Coordinator;
        let states: &[State] = match self {
            Self::UnderWay => &[State::UnderWay, State::Reported, State::NotStarted],
            Self::Behind if !is_whole => &[State::Behind],
            Self::Done if is_whole => &[State::Done],
            Self::SignedOff if !is_whole => &[State::SignedOff],
            _ => &[],
        };
        staged.states = states.iter().copied().collect();
        staged.unreported = self == Self::Missing;
        staged.behind = self == Self::Behind && is_whole;
        staged.done = self == if is_whole { Self::SignedOff } else { Self::Done };
        staged.problem = self == Self::Problem;
        staged
    }

    /// The one that a filter of a party's list shows; `None` where it says something else of reports.
    pub fn chosen(filter: &Filter, party: Party) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.is_of(party) && stage.of(filter, party) == *filter)
    }
}

/// What a filter asks of a measure on a party's list.
struct Facts {
    /// The number of its section.
    section: u16,
    has_target: bool,
    /// The role of the party; `None` if the plan names the party nowhere.
    role: Option<Role>,
    due: Due,
    standing: Standing,
}

/// The index that a search looks in; it holds or borrows the plan.
#[derive(Debug)]
pub struct Index<P> {
    plan: P,
    /// For each task, the number of its section, and how many measures of the plan come before it.
    tasks: Vec<(u16, usize)>,
    /// The days on which the measures are due, once the code that reads them is there.
    dues: OnceLock<Dues>,
    /// For each task, its folded texts, without and with an English reading. Made with the first search, so that a list is shown
    /// earlier.
    texts: [OnceLock<Vec<Texts>>; 2],
    /// The English reading, once it is there.
    english: OnceLock<&'static English>,
}

/// The texts of a task that are searched.
#[derive(Debug)]
struct Texts {
    /// The title and the names of the units, folded, in all their forms.
    heading: String,
    /// Length of the title within `heading`, in bytes.
    title: usize,
    /// The record of each measure and its readings, folded.
    measures: Vec<String>,
}

/// Which of the search terms a text contains: one bit for each of the first 31, the last bit for all others.
pub type Hits = u32;

/// What a search for some terms found.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Finding {
    terms: Vec<String>,
    /// What the terms mean by other names than the plan's.
    meant: Meant,
    /// The terms found in each task's title, and those that mean its bodies, in the order of [`Plan::tasks`].
    headings: Vec<[Hits; 2]>,
    /// The terms found in each measure, in printed order over the plan; `None` where the measure is not found.
    measures: Vec<Option<Hits>>,
}

/// A search while it is typed: what it finds, and what its beginnings found. When a letter is added, only measures found
/// before are searched again; when one is removed, none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search(Vec<Finding>);

impl Search {
    /// The folded terms of the search.
    pub fn terms(&self) -> &[String] {
        self.0.last().map_or(&[], |now| &now.terms)
    }

    /// Searches for these folded terms. Returns whether they differ from the last ones.
    pub fn turn(&mut self, index: &Index<impl Deref<Target = Plan>>, terms: Vec<String>) -> bool {
        if terms == self.terms() {
            return false;
        }
        let narrows = |before: &[String]| before.iter().all(|old| terms.iter().any(|new| holds(new, old)));
        while self.0.last().is_some_and(|before| !narrows(&before.terms)) {
            self.0.pop();
        }
        if terms != self.terms() {
            let found = index.search(terms, self.0.last());
            self.0.push(found);
        }
        true
    }

    /// The terms found in a measure, given how many measures of the plan come before it; `None` if the measure is not found.
    pub fn hits(&self, measure: usize) -> Option<Hits> {
        self.0.last().map_or(Some(0), |now| now.measures.get(measure).copied().flatten())
    }

    /// The terms found in the title, and those that mean bodies, of the task at this place of [`Plan::tasks`].
    pub fn hits_in_heading(&self, task: usize) -> [Hits; 2] {
        self.0.last().and_then(|now| now.headings.get(task)).copied().unwrap_or_default()
    }

    /// The places of the name of whoever is asked, as it is shown, that are searched for: byte ranges in order that do not touch. None until
    /// [`sayings`] are brought.
    pub fn hits_in_name(&self, who: Assignee, shown: &str) -> Vec<Range<usize>> {
        let marks = |(now, sayings): (&Finding, &Sayings)| (sayings.marks)(&now.meant, &now.terms, who, shown);
        self.0.last().zip(sayings()).map_or_else(Vec::new, marks)
    }
}

/// The terms that a text contains.
fn hits_in(text: &str, terms: &[String]) -> Hits {
    let has = terms.iter().enumerate().filter(|(_, term)| holds(text, term));
    has.fold(0, |hits, (i, _)| hits | 1 << i.min(31))
}

/// The measures of a party's list that a filter shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The ids of the measures shown.
    pub measures: Ordered<MeasureId>,
    /// The total of the measures shown.
    pub total: Total,
    /// How many measures each facet would show if the other facets stayed as they are.
    pub facets: Facets,
}

/// How many measures each facet would show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By section, in the order of [`Plan::sections`].
    pub sections: Vec<usize>,
    /// By stage, in the order of [`Stage::ALL`].
    pub stages: [usize; STAGES],
    /// Measures with a target.
    pub target: usize,
    /// Measures that the party leads.
    pub lead: usize,
    /// Measures that the party supports.
    pub support: usize,
    /// Measures due soon.
    pub soon: usize,
    /// Measures that are overdue.
    pub overdue: usize,
    /// Measures of which a report was given back.
    pub returned: usize,
}

impl<P: Deref<Target = Plan>> Index<P> {
    /// The index of a plan. Its texts are folded with the first search.
    pub fn new(plan: P) -> Self {
        let mut tasks = Vec::with_capacity(plan.tasks.len());
        let mut measures = 0;
        for task in &plan.tasks {
            tasks.push((0, measures));
            measures += task.measures.len();
        }
        for section in &plan.sections {
            for (no, _) in tasks.get_mut(section.tasks.clone()).into_iter().flatten() {
                *no = section.no;
            }
        }
        let (dues, texts, english) = (OnceLock::new(), [const { OnceLock::new() }; 2], OnceLock::new());
        Self { plan, tasks, dues, texts, english }
    }

    /// The days on which the measures are due.
    pub fn dues(&self) -> &Dues {
        let read = || dues(&self.plan).map(|read| self.dues.get_or_init(|| read));
        self.dues.get().or_else(read).unwrap_or(&NONE)
    }

    /// Folds the texts ahead of a search, if they are not folded yet.
    pub fn expect_search(&self) {
        self.texts();
    }

    /// The folded texts of all tasks; folds them if they are not folded yet.
    fn texts(&self) -> &[Texts] {
        let (plan, english) = (&*self.plan, self.english.get().copied());
        self.texts[usize::from(english.is_some())].get_or_init(|| {
            let readings = Readings::new(plan.rewordings.as_slice());
            plan.tasks.iter().map(|task| Texts::of(plan, &readings, english, task)).collect()
        })
    }

    /// Finds words of this English reading, too.
    pub fn read_too(&self, english: Option<&'static English>) {
        if let Some(english) = english {
            self.english.get_or_init(|| english);
        }
    }

    /// Searches for these terms; given what a part of them found before, only among the measures found then.
    fn search(&self, terms: Vec<String>, before: Option<&Finding>) -> Finding {
        let (mut headings, mut measures, texts) = (Vec::new(), Vec::new(), self.texts());
        let is_in_text = |term: &str| {
            let has = |text: &String| holds(text, term);
            texts.iter().any(|task| has(&task.heading) || task.measures.iter().any(has))
        };
        let meant = sayings().map(|sayings| (sayings.meant)(&self.plan, &terms, &is_in_text)).unwrap_or_default();
        for (place, texts) in texts.iter().enumerate() {
            let meant = meant.tasks.get(place).copied().unwrap_or_default();
            // A term that the heading lacks must be in the measure.
            let mut missing = Vec::new();
            for (i, term) in terms.iter().enumerate() {
                if meant & 1 << i.min(31) == 0 && !holds(&texts.heading, term) {
                    missing.push(term);
                }
            }
            headings.push([hits_in(&texts.heading[..texts.title], &terms), meant]);
            for text in &texts.measures {
                // A longer word may mean a body that its beginning does not mean.
                let can = meant > 0
                    || before.is_none_or(|before| before.measures.get(measures.len()).is_some_and(Option::is_some));
                let is_found = can && missing.iter().all(|term| holds(text, term));
                measures.push(is_found.then(|| hits_in(text, &terms)));
            }
        }
        Finding { terms, meant, headings, measures }
    }

    /// The measures of `scope` that `filter` shows `today`, given their `standings`.
    pub fn shown(&self, scope: &Scope, filter: &Filter, standings: &Standings, today: Day) -> Shown {
        let mut search = Search::default();
        search.turn(self, terms(&filter.query));
        self.shown_of(scope, filter, &search, standings, today)
    }

    /// Does the same as [`Self::shown`], given what the filter's words found.
    pub fn shown_of(
        &self,
        scope: &Scope,
        filter: &Filter,
        search: &Search,
        standings: &Standings,
        today: Day,
    ) -> Shown {
        let facets = Facets { sections: vec![0; self.plan.sections.len()], ..Facets::default() };
        let mut shown = Shown { facets, ..Shown::default() };
        let Shown { measures, total, facets } = &mut shown;
        let (mut place, dues) = (0, self.dues());
        let stages = Stage::ALL.map(|stage| stage.of(&Filter::default(), scope.party));
        for i in scope.all() {
            let Some((task, (section, first))) = self.plan.tasks.get(i).zip(self.tasks.get(i)) else { continue };
            total.add(task.measures.iter().enumerate().filter_map(|(n, measure)| {
                let standing = standings.next(measure.id, &mut place);
                search.hits(first + n).filter(|_| !scope.left_out.contains(&measure.id))?;
                let row = Facts {
                    section: *section,
                    has_target: !measure.targets.is_empty(),
                    role: standing.duty.map_or_else(|| task.role_of(measure, scope.party), Duty::role),
                    due: dues.due(measure.id, standing, today),
                    standing,
                };
                let passes = filter.passes(&row);
                facets.count(&row, passes);
                // With parts that nobody understands nothing is shown at all.
                if filter.unknown.is_empty() && APART.iter().all(|facet| passes[*facet]) {
                    for (count, stage) in facets.stages.iter_mut().zip(&stages) {
                        *count += usize::from(stage.passes(&row) == [true; FACETS]);
                    }
                }
                (passes == [true; FACETS]).then(|| {
                    measures.insert(measure.id);
                    standing
                })
            }));
        }
        shown
    }
}

impl Texts {
    fn of(plan: &Plan, readings: &Readings<&[Rewording]>, english: Option<&English>, task: &Task) -> Self {
        let names = |unit: usize| {
            let unit = plan.units.get(unit)?;
            let canonical = unit.canonical.as_ref().map_or("", |fact| &fact.value);
            Some([&unit.key, canonical, &joined(&unit.aliases, "\n"), unit.english.as_deref().unwrap_or("")].join("\n"))
        };
        let title = plan.text(task.title);
        let in_english = |record: &str| english.and_then(|english| english.plain(record)).unwrap_or_default();
        let all = |record: &str| {
            let read = |rendition| plan.has(rendition).then(|| readings.read(record, rendition).text().to_owned());
            let read = Rendition::READINGS.map(|rendition| read(rendition).unwrap_or_default());
            fold_text(&[record, &joined(&read, "\n"), in_english(record)].join("\n"))
        };
        let title = all(title);
        let mut words = Vec::new();
        for assigned in task.assigned() {
            match assigned.who {
                Assignee::Unit(unit) => words.extend(names(unit)),
                Assignee::Locality(_) | Assignee::Localities(_) | Assignee::Generic => {
                    words.push(plan.text(assigned.span).to_owned());
                }
            }
        }
        let measure = |measure: &Measure| all(plan.text(measure.span));
        let heading = [&*title, &fold_text(&joined(&words, "\n"))].join("\n");
        Self { heading, title: title.len(), measures: task.measures.iter().map(measure).collect() }
    }
}

impl Facets {
    /// Counts a measure in every facet that would show it if the other facets stayed as they are.
    fn count(&mut self, row: &Facts, passes: [bool; FACETS]) {
        let standing = row.standing;
        let failed = passes.iter().filter(|passes| !**passes).count();
        let others = |facet: usize| failed == usize::from(!passes[facet]);
        if let Some(n) = usize::from(row.section).checked_sub(1).and_then(|i| self.sections.get_mut(i)) {
            *n += usize::from(others(0));
        }
        self.target += usize::from(row.has_target && others(5));
        self.lead += usize::from(row.role == Some(Role::Lead) && others(6));
        self.support += usize::from(row.role == Some(Role::Support) && others(6));
        self.soon += usize::from(row.due == Due::Soon && others(7));
        self.overdue += usize::from(row.due == Due::Overdue && others(7));
        self.returned += usize::from(standing.returned && others(10));
    }
}
