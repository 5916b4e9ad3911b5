//! What changed since the last round that was closed and is kept here, and the rounds that are.

use super::course::drawn;
use super::parts::anchor;
use crate::domain::changes::Changes;
use crate::domain::course::{Course, Step};
use crate::domain::plan::MeasureId;
use crate::domain::printed_day::Day;
use crate::domain::rounds::{Round, Rounds};
use crate::state::Store;
use crate::text::course::CourseWords;
use crate::views::english::line;
use crate::views::live::{View, el};
use crate::views::parts::mixed;
use crate::views::print_state::{Closed, Load};
use leptos::prelude::*;
use std::sync::Arc;

/// What the rounds before say of today. Each is worked out once for all that shows it, and again when it may be another.
#[derive(Clone, Copy)]
pub(super) struct Past {
    /// The name of the last round that is kept, and what changed since.
    changes: Memo<Option<(String, Changes)>>,
    /// The year so far; `None` where no round is kept.
    course: Memo<Option<Course>>,
}

impl Past {
    pub(super) fn new(store: Store, load: Load) -> Self {
        let rounds = Memo::new(move |_| store.ledger(Rounds::of));
        let kept: Memo<Arc<Vec<Closed>>> = Memo::new(move |_| {
            let state = |(round, day): (&Round, Day)| {
                Some(Closed { round: round.clone(), day, ledger: load(store, round.id)? })
            };
            rounds.with(|rounds| Arc::new(rounds.closed_by(store.today()).filter_map(state).collect()))
        });
        let changes = Memo::new(move |_| {
            let kept = kept.get();
            let Closed { round, ledger: before, .. } = kept.last()?;
            let changes = store.ledger(|ledger| Changes::of(&store.plan(), before, ledger));
            Some((round.name.clone(), changes))
        });
        // The steps that are past stay as they are, whatever is reported today.
        let steps = Memo::new(move |_| {
            let plan = store.plan();
            let step = |Closed { round, day, ledger }: &Closed| Step::of(&plan, ledger, *day, Some(round.clone()));
            kept.get().iter().map(step).collect::<Vec<Step>>()
        });
        let course = Memo::new(move |_| {
            let mut steps = Some(steps.get()).filter(|steps| !steps.is_empty())?;
            let plan = store.plan();
            steps.push(store.ledger(|ledger| Step::of(&plan, ledger, store.today(), None)));
            Some(Course::of(&plan, steps))
        });
        Self { changes, course }
    }

    /// How many measures changed since the last round, each number with its measures; nothing where no round is kept.
    pub(super) fn since(self, store: Store) -> View {
        self.changes.with(|changes| {
            let told = changes.as_ref().map(|(round, changes)| told(store, round, changes));
            told.into()
        })
    }

    /// The year so far; nothing where no round is kept.
    pub(super) fn course(self, store: Store) -> View {
        self.course.with(|course| course.as_ref().map(|course| drawn(store, course)).into())
    }
}

/// How many measures changed since a round.
pub(super) fn told(store: Store, round: &str, changes: &Changes) -> View {
    let words = CourseWords::of(store.lang());
    let since = (words.since)(round);
    let lists = [&changes.done, &changes.behind, &changes.reported, &changes.moved, &changes.unmoved];
    let figures = words.changed.into_iter().zip(lists).map(|(word, ids)| figure(store, word, ids));
    el("div")
        .class("since")
        .set("role", "group")
        .set("aria-labelledby", "since")
        .child(el("span").class("since-name").id("since").child(mixed(store.lang(), &since, "zh")))
        .children(figures)
        .view()
}

/// A number with its measures under a fold, as no address says them.
fn figure(store: Store, word: &str, ids: &[MeasureId]) -> View {
    let number = el("b").text(ids.len().to_string());
    if ids.is_empty() {
        return el("span").text(word).text(" ").child(number).view();
    }
    let plan = store.plan();
    let row = |id: &MeasureId| {
        let text = plan.measure(*id).map(|measure| line(store, measure.span));
        let text = el("span").class("concern-measure").child(text);
        el("li").child(anchor(store, *id)).text(" ").child(text).view()
    };
    el("details")
        .child(el("summary").text(word).text(" ").child(number))
        .child(el("ul").children(ids.iter().map(row)))
        .view()
}
