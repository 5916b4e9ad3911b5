//! The preview of papers, sheet by sheet as they will be printed.

use super::live::{View, all, el, follow, keyed, maybe, says};
pub use super::print_bar::toolbar;
pub use super::print_job::{Browser, Job};
use super::print_papers::beside;
pub use super::print_papers::requested;
pub use super::print_state::then;
use crate::print::batch::{Names, back, contents};
use crate::print::english::Beside;
use crate::print::layout::Layout;
use crate::print::paper::{A3_PAGE, Cut, MEASURED, Paper, measuring_sheet, sheets};
use crate::route::PaperKind;
use crate::state::{Store, use_store};
use crate::text::english::EN;
use crate::text::paper::PaperWords;
use crate::text::receipt::ReceiptWords;
use crate::text::reminder::ReminderWords;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// How many papers are measured at once: few enough that the page responds in between, many enough
/// that a job does not spend its time waiting.
const AT_ONCE: usize = 6;

/// The papers of a job.
#[derive(Default)]
struct Desk {
    names: Names,
    /// What stands in English on the list of contents.
    beside: Option<Beside>,
    duplex: bool,
    /// The papers that are not laid out yet, the next one last.
    waiting: Vec<Paper>,
    /// The papers that are laid out.
    done: Vec<(Paper, Layout)>,
    /// How many sheets the list of contents is expected to take itself; 0 as long as there is none.
    own: usize,
}

impl Desk {
    /// Makes the list of contents, counting `own` sheets for the list itself.
    fn list(&mut self, own: usize) {
        self.own = own;
        let list = contents(&self.names, &self.done, own, self.duplex);
        let read = |list| match &self.beside {
            Some(beside) => beside.on(list, EN.unofficial),
            None => list,
        };
        self.waiting = list.map(read).into_iter().collect();
    }
}

type Shared = Rc<RefCell<Desk>>;

/// The print view.
pub fn papers(browser: Browser) -> View {
    let store = use_store();
    let job = RwSignal::new(Job::default());
    let then = then(store, browser.frozen);
    let number = RwSignal::new(String::new());
    let desk = Shared::default();
    let fill = desk.clone();
    follow(move || {
        let mut waiting = requested(store, browser.receipts, then, number.get().trim());
        waiting.reverse();
        let print = store.print().unwrap_or_default();
        let papers = waiting.len();
        let several = print.kind == PaperKind::Batch || print.kind.is_of_several() && papers > 1;
        let names = names(store, print.kind);
        *fill.borrow_mut() = Desk {
            names,
            beside: beside(store).filter(|_| several),
            waiting,
            duplex: several && print.duplex,
            ..Desk::default()
        };
        job.update(|job| *job = Job { run: job.run + 1, papers, several, ..Job::default() });
    });
    let measured = desk.clone();
    let key = says(move || job.with(|job| [job.run, job.round, job.laid_out].map(|n| n.to_string()).join(" ")));
    let measuring = keyed(key, move || {
        let desk = measured.borrow();
        all(desk.waiting.iter().rev().take(AT_ONCE).map(|paper| measuring_sheet(paper).into()).collect())
    });
    let next = desk.clone();
    follow(move || {
        let now = job.get();
        if now.is_working() {
            let desk = next.clone();
            (browser.after)(Box::new(move || lay_out_next(job, now, &desk, browser)));
        } else if now.sheets > 0 {
            store.print_if_asked();
        }
    });
    let run = says(move || job.with(|job| job.run.to_string()));
    el("main")
        .id("list")
        .class("papers")
        .set("tabindex", "-1")
        .child(toolbar(job, number, browser, then))
        .child(maybe(move || {
            let large = store.print().is_some_and(|print| print.kind == PaperKind::Table && print.large);
            large.then(|| el("style").text(A3_PAGE).view())
        }))
        .child(measuring)
        .child(el("div").class("desk").child(keyed(run, move || draw(job, &desk))))
        .view()
}

/// What the list of contents of a job is called.
fn names(store: Store, kind: PaperKind) -> Names {
    let (script, title) = (store.text_script(), store.text_of(store.plan().meta.title));
    if kind == PaperKind::Receipts {
        let words = ReceiptWords::of(script);
        return Names { title, kind: words.contents, extent: words.extent };
    }
    if kind == PaperKind::Reminders {
        let words = ReminderWords::of(script);
        return Names { title, kind: words.contents, extent: words.extent };
    }
    let words = PaperWords::of(script);
    Names { title, kind: words.contents, extent: words.scope }
}

/// Lays out the papers whose measuring sheets are drawn, if `now` is still the current job. The view may be gone by then.
fn lay_out_next(job: RwSignal<Job>, now: Job, desk: &Shared, browser: Browser) {
    if job.try_get_untracked() != Some(now) {
        return;
    }
    let mut next = Job { round: now.round + 1, ..now };
    let mut desk = desk.borrow_mut();
    // The list of contents comes last, and is drawn to be measured in the next round.
    let is_measured = now.laid_out < now.papers || desk.own > 0;
    if !is_measured {
        desk.list(1);
    }
    let count = if is_measured { desk.waiting.len().min(AT_ONCE) } else { 0 };
    for nth in 0..u32::try_from(count).unwrap_or(0) {
        let Some(mut paper) = desk.waiting.pop() else { break };
        let heights = (browser.heights)(MEASURED, nth);
        match paper.cut(&heights, &|place| (browser.bottoms)(MEASURED, nth, place)) {
            Cut::Sheets(layout) if now.laid_out == now.papers && layout.sheets.len() > desk.own => {
                desk.list(layout.sheets.len());
                break;
            }
            Cut::Sheets(layout) => {
                next.laid_out += 1;
                next.sheets += layout.sheets.len();
                next.tall += layout.oversize.len();
                desk.done.push((paper, layout));
            }
            Cut::Again => {
                desk.waiting.push(paper);
                break;
            }
            // The heights measured belong to another paper, so there is nothing to go on with.
            Cut::Foreign => {
                next.several = false;
                next.stop();
                break;
            }
        }
    }
    drop(desk);
    let _ = job.try_update(|job| *job = next);
}

/// The sheets: each paper's as soon as it is laid out, the list of contents before all others.
fn draw(job: RwSignal<Job>, desk: &Shared) -> View {
    let Job { papers, several, .. } = job.get_untracked();
    let slot = |i: usize| {
        // A job that was stopped has fewer papers; the one after them is its list of contents.
        let is_contents = i == papers;
        let there = move |job: &Job| if is_contents { !job.is_working() } else { i < job.laid_out.min(job.papers) };
        let desk = desk.clone();
        keyed(says(move || job.with(there).to_string()), move || {
            let desk = desk.borrow();
            let paper = if is_contents { desk.done.last().filter(|_| desk.own > 0) } else { desk.done.get(i) };
            let Some((paper, layout)) = paper.filter(|_| job.with(there)) else { return View::Nothing };
            let mut sheets = vec![sheets(paper, layout).into()];
            if desk.duplex && layout.sheets.len() % 2 == 1 {
                sheets.push(back().into());
            }
            all(sheets)
        })
    };
    all(several.then_some(papers).into_iter().chain(0..papers).map(slot).collect())
}
