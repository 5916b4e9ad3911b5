//! Which measures are shown, how many each facet would show, and where the search hit.
//!
//! The search folds both scripts to one and looks in the record and in the simplified reading, so that 网络 finds
//! 網路 and 幼儿园 finds 幼稚園.

use super::ordered::Ordered;
use super::party::Scope;
use super::plan::{Assignee, Measure, MeasureId, Plan, Rewording, Task};
use super::reading::{Reading, Readings};
use super::rollup::{Standing, Standings, State, Tally, Total};
use super::script::{Rendition, fold, fold_text};
use std::ops::{Deref, Range};
use std::sync::OnceLock;

/// What a person asked to see. Each facet left empty lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a facet of its own that is on or off")]
pub struct Filter {
    /// Words to be found, separated by white space; all of them must be.
    pub query: String,
    /// Section numbers.
    pub sections: Ordered<u16>,
    /// Show what is not done.
    pub open: bool,
    /// Show what is done.
    pub done: bool,
    /// Show what is this far.
    pub states: Ordered<State>,
    /// Show what is reported: everything but [`State::NotReported`].
    pub reported: bool,
    /// Show what is not reported.
    pub unreported: bool,
    /// Show only what has a problem written down.
    pub problem: bool,
    /// Show only what has a target.
    pub target: bool,
    /// Leave out what does not count: not applicable, or of an undetermined locality that has not reported.
    pub counted: bool,
    /// What an address asked for beside this and nobody here understands, as it was written. It stands for something that
    /// is not known, so nothing is shown: never everything.
    pub unknown: Vec<String>,
}

impl Filter {
    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Self { query: self.query.clone(), ..Self::default() } && self.query.trim().is_empty()
    }

    /// A filter that shows what is this far.
    pub fn of_state(state: State) -> Self {
        match state {
            State::NotReported => Self { unreported: true, ..Self::default() },
            other => Self { states: [other].into_iter().collect(), ..Self::default() },
        }
    }

    /// Which facets a measure passes, in the order of the facets: section, done or not, state, reported or not,
    /// problem, target, counted. What is unknown of the filter nothing passes.
    fn passes(&self, section: u16, has_target: bool, standing: Standing) -> [bool; 7] {
        let either = |yes: bool, no: bool, is: bool, counts: bool| yes == no || counts && if is { yes } else { no };
        let counted = standing.counts && standing.state != State::NotApplicable;
        [
            self.sections.is_empty() || self.sections.contains(&section),
            either(self.done, self.open, standing.done, counted),
            self.states.is_empty() || standing.counts && self.states.contains(&standing.state),
            either(self.reported, self.unreported, standing.state != State::NotReported, standing.counts),
            !self.problem || standing.problem,
            !self.target || has_target,
            (!self.counted || counted) && self.unknown.is_empty(),
        ]
    }
}

/// What the search looks in, of a plan that it holds or borrows.
#[derive(Debug)]
pub struct Index<P> {
    plan: P,
    /// Of each task, the number of its section, and how many measures come before it.
    tasks: Vec<(u16, usize)>,
    /// Of each task. Made with the first search: a list that nobody searches is there earlier.
    texts: OnceLock<Vec<Texts>>,
}

/// What is searched of a task.
#[derive(Debug)]
struct Texts {
    /// Title and names of units, folded, in all their forms.
    heading: String,
    /// How much of that is the title, in bytes.
    title: usize,
    /// Of each measure, record and simplified reading, folded.
    measures: Vec<String>,
}

/// Which of the words searched for stand in a text: a bit for each, the last one for all that come after it.
pub type Hits = u32;

/// What was found for some words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Finding {
    terms: Vec<String>,
    /// Of every task of the plan, what its title has of them.
    titles: Vec<Hits>,
    /// Of every measure of the plan, what it has of them; `None` where it is not found.
    measures: Vec<Option<Hits>>,
}

/// A search that is typed: what it finds, and what its beginnings found. A letter more looks only at what was found before,
/// a letter less at nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search(Vec<Finding>);

impl Search {
    /// The words searched for, folded.
    pub fn terms(&self) -> &[String] {
        self.0.last().map_or(&[], |now| &now.terms)
    }

    /// Searches for these words, folded; says whether they are others than before.
    pub fn turn(&mut self, index: &Index<impl Deref<Target = Plan>>, terms: Vec<String>) -> bool {
        if terms == self.terms() {
            return false;
        }
        let narrows = |before: &[String]| before.iter().all(|old| terms.iter().any(|new| new.contains(old.as_str())));
        while self.0.last().is_some_and(|before| !narrows(&before.terms)) {
            self.0.pop();
        }
        if terms != self.terms() {
            let found = index.search(terms, self.0.last());
            self.0.push(found);
        }
        true
    }

    /// Which of the words the measure has that has so many before it in the plan; `None` if it is not found.
    pub fn hits(&self, measure: usize) -> Option<Hits> {
        self.0.last().map_or(Some(0), |now| now.measures.get(measure).copied().flatten())
    }

    /// Which of the words the title of the task at this place of the plan has.
    pub fn hits_in_title(&self, task: usize) -> Hits {
        self.0.last().and_then(|now| now.titles.get(task)).copied().unwrap_or_default()
    }
}

/// What a text has of these words.
fn hits_in(text: &str, terms: &[String]) -> Hits {
    let has = terms.iter().enumerate().filter(|(_, term)| text.contains(term.as_str()));
    has.fold(0, |hits, (i, _)| hits | 1 << i.min(31))
}

/// What a filter shows of a party's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The measures shown.
    pub measures: Ordered<MeasureId>,
    /// What they come to.
    pub total: Total,
    /// How many measures each facet value would show, the other facets staying as they are.
    pub facets: Facets,
}

/// Live counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By section, in the order of [`Plan::sections`].
    pub sections: Vec<usize>,
    /// Not done.
    pub open: usize,
    /// Done.
    pub done: usize,
    /// How many are how far.
    pub states: Tally,
    /// Somebody reported.
    pub reported: usize,
    /// Nobody reported.
    pub unreported: usize,
    /// With a problem written down.
    pub problem: usize,
    /// With a target.
    pub target: usize,
}

impl<P: Deref<Target = Plan>> Index<P> {
    /// What can be searched of a plan.
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
        Self { plan, tasks, texts: OnceLock::new() }
    }

    /// Makes what a search looks in, if that is not done yet.
    pub fn expect_search(&self) {
        self.texts();
    }

    /// Folds everything that a search can hit, if that is not done yet.
    fn texts(&self) -> &[Texts] {
        let plan = &*self.plan;
        self.texts.get_or_init(|| {
            let readings = Readings::new(plan.rewordings.as_slice());
            plan.tasks.iter().map(|task| Texts::of(plan, &readings, task)).collect()
        })
    }

    /// Searches for these words; where it is known who has a part of them, nobody else is looked at.
    fn search(&self, terms: Vec<String>, before: Option<&Finding>) -> Finding {
        let (mut titles, mut measures) = (Vec::new(), Vec::new());
        for task in self.texts() {
            // What the heading does not have must be in the measure.
            let missing: Vec<&String> = terms.iter().filter(|term| !task.heading.contains(*term)).collect();
            titles.push(hits_in(&task.heading[..task.title], &terms));
            for text in &task.measures {
                let can = before.is_none_or(|before| before.measures.get(measures.len()).is_some_and(Option::is_some));
                let is_found = can && missing.iter().all(|term| text.contains(*term));
                measures.push(is_found.then(|| hits_in(text, &terms)));
            }
        }
        Finding { terms, titles, measures }
    }

    /// What `filter` shows of `scope`, whose measures stand as `standings` says.
    pub fn shown(&self, sections: usize, scope: &Scope, filter: &Filter, standings: &Standings) -> Shown {
        let mut search = Search::default();
        search.turn(self, terms(&filter.query));
        self.shown_of(sections, scope, filter, &search, standings)
    }

    /// The same, where what the words of the filter find is known.
    pub fn shown_of(
        &self,
        sections: usize,
        scope: &Scope,
        filter: &Filter,
        search: &Search,
        standings: &Standings,
    ) -> Shown {
        let facets = Facets { sections: vec![0; sections], ..Facets::default() };
        let mut shown = Shown { facets, ..Shown::default() };
        let Shown { measures, total, facets } = &mut shown;
        let mut place = 0;
        for i in scope.all() {
            let Some((task, (section, first))) = self.plan.tasks.get(i).zip(self.tasks.get(i)) else { continue };
            total.add(task.measures.iter().enumerate().filter_map(|(n, measure)| {
                let standing = standings.next(measure.id, &mut place);
                search.hits(first + n)?;
                let has_target = !measure.targets.is_empty();
                let passes = filter.passes(*section, has_target, standing);
                facets.count(*section, has_target, standing, passes);
                (passes == [true; 7]).then(|| {
                    measures.insert(measure.id);
                    standing
                })
            }));
        }
        shown
    }
}

impl Texts {
    fn of(plan: &Plan, readings: &Readings<&[Rewording]>, task: &Task) -> Self {
        let names = |unit: usize| {
            let unit = plan.units.get(unit)?;
            let canonical = unit.canonical.as_ref().map_or("", |fact| &fact.value);
            Some([&unit.key, canonical, &unit.aliases.join("\n"), unit.english.as_deref().unwrap_or("")].join("\n"))
        };
        let title = plan.text(task.title);
        let title = fold_text(&[title, readings.read(title).text()].join("\n"));
        let mut words: Vec<String> = task.english.iter().cloned().collect();
        for assigned in task.assigned() {
            match assigned.who {
                Assignee::Unit(unit) => words.extend(names(unit)),
                Assignee::Localities(_) | Assignee::Generic => words.push(plan.text(assigned.span).to_owned()),
            }
        }
        let measure = |measure: &Measure| {
            let record = plan.text(measure.span);
            fold_text(&[record, readings.read(record).text()].join("\n"))
        };
        let heading = [&*title, &fold_text(&words.join("\n"))].join("\n");
        Self { heading, title: title.len(), measures: task.measures.iter().map(measure).collect() }
    }
}

impl Facets {
    /// Counts a measure for every facet value that would show it, the other facets staying as they are.
    fn count(&mut self, section: u16, has_target: bool, standing: Standing, passes: [bool; 7]) {
        let failed = passes.iter().filter(|passes| !**passes).count();
        let others = |facet: usize| failed == usize::from(!passes[facet]);
        if let Some(n) = usize::from(section).checked_sub(1).and_then(|i| self.sections.get_mut(i)) {
            *n += usize::from(others(0));
        }
        if standing.counts && others(2) {
            self.states.add(standing.state);
        }
        if standing.done {
            self.done += usize::from(others(1));
        } else if standing.counts && standing.state != State::NotApplicable {
            self.open += usize::from(others(1));
        }
        if standing.counts && others(3) {
            *(if standing.state == State::NotReported { &mut self.unreported } else { &mut self.reported }) += 1;
        }
        self.problem += usize::from(standing.problem && others(4));
        self.target += usize::from(has_target && others(5));
    }
}

/// The words of a query, folded.
pub fn terms(query: &str) -> Vec<String> {
    fold_text(query).split_whitespace().map(str::to_owned).collect()
}

/// Where the terms stand in a text shown in `script`: byte ranges of that text, in order, apart from each other.
/// `record` is the text of the record and `reading` its simplified reading; a hit in either is shown in both.
pub fn hits(record: &str, reading: &Reading, rendition: Rendition, terms: &[String]) -> Vec<Range<usize>> {
    let in_record = find(record, terms);
    let in_reading = find(reading.text(), terms);
    let mut apart = Vec::new();
    match rendition {
        Rendition::Record => {
            for hit in in_record {
                add(&mut apart, hit);
            }
            for hit in in_reading {
                add(&mut apart, reading.to_record(hit));
            }
        }
        Rendition::Simplified => {
            for hit in in_reading {
                add(&mut apart, hit);
            }
            for hit in in_record {
                add(&mut apart, reading.to_reading(hit));
            }
        }
    }
    apart
}

/// Adds a range to ranges in order that lie apart; those that it touches become one with it.
fn add(apart: &mut Vec<Range<usize>>, mut hit: Range<usize>) {
    let from = apart.partition_point(|other| other.end < hit.start);
    while let Some(other) = apart.get(from).filter(|other| other.start <= hit.end) {
        hit = hit.start.min(other.start)..hit.end.max(other.end);
        apart.remove(from);
    }
    apart.insert(from, hit);
}

/// Where folded terms stand in a text: byte ranges of the text itself.
pub fn find(text: &str, terms: &[String]) -> Vec<Range<usize>> {
    if terms.is_empty() {
        return Vec::new();
    }
    // Folding keeps the number of characters but not of bytes, so hits are found by character.
    let folded: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, fold(c))).collect();
    let byte = |i: usize| folded.get(i).map_or(text.len(), |(at, _)| *at);
    let mut hits = Vec::new();
    for term in terms {
        let term: Vec<char> = term.chars().collect();
        let starts = folded.windows(term.len().max(1)).enumerate();
        let same = |window: &[(usize, char)]| window.iter().map(|(_, c)| c).eq(&term);
        hits.extend(starts.filter(|(_, w)| same(w)).map(|(i, _)| byte(i)..byte(i + term.len())));
    }
    hits
}
