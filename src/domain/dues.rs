//! By when the measures of a plan are due, where it prints a deadline: the days, and who is late.
//!
//! A measure is due on the day of the last deadline that is printed inside it; else, if a statement of responsibility speaks of it alone,
//! on that of the statement; else, where each measure of its task has one beside it, on that one ([`dues_beside`]); else on that of the
//! task's deadlines that stand in no measure. A measure of none of these has no day: the last day of the plan as a whole is not taken
//! for one.
//!
//! The plan of a first visit may have no deadlines, and then needs none of the code that reads them: [`bring`] brings it.

use super::calendar::iso_to_day;
use super::dues_beside;
use super::ledger::Ledger;
use super::mark::{Field, Mark};
use super::party::Party;
use super::plan::{Measure, MeasureId, Plan, Task};
use super::printed_day::{Day, day_of, year_in, years_in};
use super::rollup::{Standing, State};
use super::span::Span;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// A deadline is near within so many days.
pub const NEAR: Day = 30;

/// How near the day is on which a measure is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Due {
    /// It is done, waits for its sign-off or does not count; or the day is further away, or there is none.
    #[default]
    Far,
    /// It is not done, and due within [`NEAR`] days.
    Soon,
    /// It is not done, and the day is past.
    Overdue,
}

impl Due {
    /// How near a day is for what is not done.
    pub fn of(day: Day, today: Day) -> Self {
        if day < today {
            Self::Overdue
        } else if day - today <= NEAR {
            Self::Soon
        } else {
            Self::Far
        }
    }
}

/// A deadline that stands in none of the measures of its task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Apart {
    /// Index into [`Plan::tasks`].
    pub task: usize,
    /// The words as printed.
    pub span: Span,
    /// Its day; `None` for words that print none, such as 持續推進.
    pub day: Option<Day>,
    /// Whether it is of one measure, or some of them: it stands in a statement on these alone, or beside them as others do beside the
    /// others.
    pub of_one: bool,
}

/// The days on which the measures of a plan are due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dues {
    /// The measures that have a day, in the order of their ids.
    days: Vec<(MeasureId, Day)>,
    /// The deadlines that stand in none of the measures of their task, in printed order.
    apart: Vec<Apart>,
    /// The days of whole tasks, each with the index of its task, in order.
    of_tasks: Vec<(usize, Day)>,
}

/// No days.
pub static NONE: Dues = Dues { days: Vec::new(), apart: Vec::new(), of_tasks: Vec::new() };

static READ: OnceLock<fn(&Plan) -> Dues> = OnceLock::new();

/// Brings the code that reads deadlines. Native programs have it from the start.
pub fn bring() {
    READ.get_or_init(|| Dues::of);
}

/// The days of a plan; `None` as long as the code that reads them is not there.
pub fn dues(plan: &Plan) -> Option<Dues> {
    if cfg!(not(target_arch = "wasm32")) {
        bring();
    }
    READ.get().map(|read| read(plan))
}

impl Dues {
    /// The days of a plan.
    fn of(plan: &Plan) -> Self {
        let year = plan_year(plan);
        let mut dues = Self::default();
        for (i, task) in plan.tasks.iter().enumerate().filter(|(_, task)| !task.deadlines.is_empty()) {
            let own = |measure: &Measure| statement(task, measure);
            let stated = Cover::of(task.measures.iter().filter_map(own));
            let inside = Cover::of(task.measures.iter().map(|measure| measure.span));
            let read = |span: &Span| Apart {
                task: i,
                span: *span,
                day: day_of(plan.text(*span), year),
                of_one: stated.has(*span),
            };
            let mut printed: Vec<Apart> = task.deadlines.iter().map(read).collect();
            printed.sort_by_key(|due| due.span);
            let mut apart: Vec<Apart> = printed.iter().filter(|due| !inside.has(due.span)).copied().collect();
            let of_all: Vec<Span> = apart.iter().filter(|due| !due.of_one).map(|due| due.span).collect();
            let beside_each = dues_beside::of(plan, task, &of_all);
            let known: BTreeSet<Span> = beside_each.iter().copied().collect();
            for due in &mut apart {
                // One without a day, 持續推進, is only said of the task.
                due.of_one |= due.day.is_some() && known.contains(&due.span);
            }
            let of_task = apart.iter().rev().filter(|due| !due.of_one).find_map(|due| due.day);
            let last_in = |span: Span| {
                let begun = &printed[..printed.partition_point(|due| due.span.start < span.end)];
                let within = begun.iter().rev().take_while(|due| due.span.start >= span.start);
                within.filter(|due| span.contains(due.span)).find_map(|due| due.day)
            };
            let stated = |measure: &Measure| last_in(measure.span).or_else(|| own(measure).and_then(last_in));
            let beside = |place: usize| beside_each.get(place).map_or(of_task, |due| last_in(*due));
            let day = |(place, measure): (usize, &Measure)| stated(measure).or_else(|| beside(place));
            dues.days.extend(task.measures.iter().enumerate().filter_map(|at| Some((at.1.id, day(at)?))));
            let whole = apart.iter().filter(|due| !due.of_one).filter_map(|due| Some((i, due.day?)));
            dues.of_tasks.extend(whole);
            dues.apart.extend(apart);
        }
        dues.days.sort_unstable_by_key(|(id, _)| *id);
        dues.of_tasks.sort_unstable();
        dues
    }

    /// Whether no measure has a day.
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// The day that is printed for a measure.
    pub fn day(&self, id: MeasureId) -> Option<Day> {
        self.days.binary_search_by(|(other, _)| other.cmp(&id)).ok().map(|i| self.days[i].1)
    }

    /// The day on which a measure of the task at this place of [`Plan::tasks`] is due, unless a deadline of the whole task says it.
    pub fn own_day(&self, task: usize, id: MeasureId) -> Option<Day> {
        self.day(id).filter(|day| self.of_tasks.binary_search(&(task, *day)).is_err())
    }

    /// The day on which a measure was due at first, where the coordinator postponed it for the party: the one that it settled for all, else
    /// the printed one.
    pub fn first_day(&self, ledger: &Ledger, party: Party, id: MeasureId) -> Option<Day> {
        let granted = ledger.mark(party, id).and_then(Mark::granted)?;
        let for_all = iso_to_day(ledger.value(Party::Coordinator, id, Field::Due));
        for_all.or_else(|| self.day(id)).filter(|first| *first != granted)
    }

    /// The day on which a measure that stands like this is due: the one that the coordinator settled, else the printed one.
    pub fn day_of(&self, id: MeasureId, standing: &Standing) -> Option<Day> {
        standing.day.or_else(|| self.day(id))
    }

    /// How near the day of a measure is that stands like this.
    pub fn due(&self, id: MeasureId, standing: Standing, today: Day) -> Due {
        let is_open =
            standing.counts && !standing.done && !matches!(standing.state, State::Done | State::NotApplicable);
        self.day_of(id, &standing).filter(|_| is_open).map_or(Due::Far, |day| Due::of(day, today))
    }

    /// The deadlines of the task at this place of [`Plan::tasks`] that stand in none of its measures.
    pub fn apart(&self, task: usize) -> impl Iterator<Item = &Apart> {
        let first = self.apart.partition_point(|deadline| deadline.task < task);
        self.apart.iter().skip(first).take_while(move |deadline| deadline.task == task)
    }
}

/// Some spans, of which it is asked whether another lies in one of them: by where they start, each with the last end of those up to it.
struct Cover(Vec<(u32, u32)>);

impl Cover {
    fn of(spans: impl Iterator<Item = Span>) -> Self {
        let mut spans: Vec<(u32, u32)> = spans.map(|span| (span.start, span.end)).collect();
        spans.sort_unstable();
        let mut last = 0;
        for (_, end) in &mut spans {
            last = last.max(*end);
            *end = last;
        }
        Self(spans)
    }

    fn has(&self, span: Span) -> bool {
        let before = self.0.partition_point(|(start, _)| *start <= span.start);
        before.checked_sub(1).and_then(|at| self.0.get(at)).is_some_and(|(_, end)| *end >= span.end)
    }
}

/// The statement on a measure alone.
fn statement(task: &Task, measure: &Measure) -> Option<Span> {
    Some(task.responsibilities.get(measure.responsibility?)?.span)
}

/// The year that deadlines without one are in: that of the first day of the plan's term, else of its title, else of its last day, else
/// the only one that its preamble names. When it was issued does not say which: a plan for a year may be of the December before.
pub fn plan_year(plan: &Plan) -> Option<u32> {
    let of = |fact: &Option<super::plan::Fact>| fact.as_ref().and_then(|fact| year_in(&fact.value));
    let said = of(&plan.meta.start).or_else(|| year_in(plan.text(plan.meta.title))).or_else(|| of(&plan.meta.due));
    said.or_else(|| {
        let years = plan.preamble.iter().flat_map(|span| years_in(plan.text(*span)));
        let years: BTreeSet<u32> = years.collect();
        years.first().copied().filter(|_| years.len() == 1)
    })
}
