//! The preview of papers: what is printed, sheet by sheet, before it is printed. One checklist, or several in one job.

use super::live::{View, all, el, follow, keyed, maybe, says};
use super::print_bar::toolbar;
use crate::domain::calendar;
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::{MeasureId, Section};
use crate::domain::reading::Script;
use crate::domain::settings::Lang;
use crate::print::batch::{Cut, back, contents};
use crate::print::checklist::{ChecklistPaper, Wanted};
use crate::print::layout::Layout;
use crate::print::sheets::{MEASURED, checklist_sheets, measuring_sheet};
use crate::route::{Batch, Route};
use crate::state::{Store, use_store};
use leptos::prelude::*;
use std::sync::Arc;

/// What the browser does for papers.
#[derive(Clone, Copy)]
pub struct Browser {
    /// From a selector to the heights of the marked elements inside, in CSS pixels.
    pub measure: fn(&str) -> Vec<f64>,
    /// Does something once the page shows what changed.
    pub later: fn(Box<dyn FnOnce()>),
}

/// The papers of a job and how far they are laid out. They are laid out one after the other, so that the page answers
/// meanwhile and shows what is done.
#[derive(Clone, Default)]
pub(super) struct Job {
    /// Another job has another number.
    run: usize,
    papers: Vec<Arc<ChecklistPaper>>,
    layouts: Vec<Layout>,
    /// Whether a person stopped it.
    stopped: bool,
}

impl Job {
    /// The paper that is to be measured next.
    fn next(&self) -> Option<&Arc<ChecklistPaper>> {
        self.papers.get(self.layouts.len()).filter(|_| !self.stopped)
    }

    /// How many papers it has, how many of them are laid out, in how many sheets, and how many rows are taller than one.
    pub(super) fn figures(&self) -> (usize, usize, usize, usize) {
        let sheets = self.layouts.iter().map(|layout| layout.sheets.len()).sum();
        let tall = self.layouts.iter().map(|layout| layout.oversize.len()).sum();
        (self.papers.len(), self.layouts.len(), sheets, tall)
    }

    /// Whether there is more to lay out.
    pub(super) fn is_working(&self) -> bool {
        self.next().is_some()
    }

    /// Ends it with what is laid out.
    pub(super) fn stop(&mut self) {
        self.stopped = true;
    }

    fn cuts(&self) -> Vec<Cut> {
        self.papers.iter().cloned().zip(self.layouts.iter().cloned()).collect()
    }
}

/// The print view.
pub fn papers(browser: Browser) -> View {
    let store = use_store();
    let job = RwSignal::new(Job::default());
    follow(move || {
        let papers = wanted(store);
        job.update(|job| *job = Job { run: job.run + 1, papers, ..Job::default() });
    });
    let measuring = maybe(move || job.with(|job| job.next().map(|paper| measuring_sheet(paper))));
    follow(move || {
        if job.with(Job::is_working) {
            let run = job.with(|job| (job.run, job.layouts.len()));
            (browser.later)(Box::new(move || lay_out_next(job, run, browser.measure)));
        } else if job.with(|job| !job.layouts.is_empty()) {
            store.print_if_asked();
        }
    });
    el("main")
        .id("list")
        .class("papers")
        .set("tabindex", "-1")
        .child(toolbar(job))
        .child(measuring)
        .child(
            el("div").class("desk").child(keyed(says(move || job.with(|job| job.run.to_string())), move || desk(job))),
        )
        .view()
}

/// Lays out the paper whose measuring sheet is drawn; `run` says which that is. The view may be gone by then.
fn lay_out_next(job: RwSignal<Job>, run: (usize, usize), measure: fn(&str) -> Vec<f64>) {
    let heights = measure(MEASURED);
    let _ = job.try_update(|job| {
        let paper = job.next().filter(|_| (job.run, job.layouts.len()) == run).cloned();
        match paper.map(|paper| paper.lay_out(&heights)) {
            Some(Some(layout)) => job.layouts.push(layout),
            // What was measured is not this paper: there is nothing to go on with.
            Some(None) => job.stop(),
            None => {}
        }
    });
}

/// The sheets, each paper as soon as it is laid out.
fn desk(job: RwSignal<Job>) -> View {
    let store = use_store();
    let batch = untrack(|| batch(store));
    let duplex = batch.as_ref().is_some_and(|batch| batch.duplex);
    let count = job.with(|job| job.papers.len());
    let slot = |i: usize| {
        let there = says(move || job.with(|job| job.layouts.len() > i).to_string());
        keyed(there, move || sheets(job, i, duplex))
    };
    let finished = says(move || job.with(|job| !job.is_working()).to_string());
    let first = batch.is_some().then(|| {
        keyed(finished, move || {
            job.with(|job| if job.is_working() { View::Nothing } else { contents(&job.cuts(), duplex) })
        })
    });
    all(first.into_iter().chain((0..count).map(slot)).collect())
}

fn sheets(job: RwSignal<Job>, i: usize, duplex: bool) -> View {
    job.with(|job| {
        let Some((paper, layout)) = job.papers.get(i).zip(job.layouts.get(i)) else { return View::Nothing };
        let mut sheets = vec![checklist_sheets(paper, layout)];
        if duplex && layout.sheets.len() % 2 == 1 {
            sheets.push(back());
        }
        all(sheets)
    })
}

/// The open batch, if one is.
pub(super) fn batch(store: Store) -> Option<Batch> {
    if let Route::Batch(batch) = store.route() { Some(batch) } else { None }
}

/// Whether boxes are left empty.
pub(super) fn is_blank(store: Store) -> bool {
    match store.route() {
        Route::Print(_, blank) => blank,
        Route::Batch(batch) => batch.blank,
        _ => false,
    }
}

/// The papers of the open route.
fn wanted(store: Store) -> Vec<Arc<ChecklistPaper>> {
    let plan = store.plan();
    let paper = |party: Party, measures: &[MeasureId], filters: &str| {
        let date = calendar::iso_date(store.now());
        let blank = is_blank(store);
        let script = store.script();
        Arc::new(store.ledger(|ledger| {
            let ledger = (!blank).then_some(ledger);
            ChecklistPaper::new(&Wanted { plan, party, script, measures, ledger, filters, date: &date })
        }))
    };
    match batch(store) {
        None => {
            let measures: Vec<MeasureId> = store.shown(|shown| shown.measures.iter().copied().collect());
            vec![paper(store.party(), &measures, &filters(store, store.script()))]
        }
        Some(batch) => {
            let whose = plan.parties().skip(1).filter(|party| is_in(&batch.parties, *party));
            whose.map(|party| paper(party, &plan.scope_measures(party), "")).collect()
        }
    }
}

/// Whether a batch of these has this party: none named are all.
pub(super) fn is_in(parties: &Ordered<Party>, party: Party) -> bool {
    parties.is_empty() || parties.contains(&party)
}

/// The filters in words of the paper, which is in the script of the moment.
fn filters(store: Store, script: Script) -> String {
    let plan = store.plan();
    let words = crate::text::words(match script {
        Script::Record => Lang::ZhHant,
        Script::Simplified => Lang::ZhHans,
    });
    let section = |section: &Section| {
        let label = section.path.last().map_or("", String::as_str);
        store.in_script(&[label, plan.text(section.title)].concat())
    };
    store.filter_words(words, section).join("、")
}
