//! Updates the rows of the list that show something else than before.

use super::rows::Row;
use super::store::{Group, Store};
use crate::domain::filter::Hits;
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::MeasureId;
use crate::domain::rollup::Tally;
use crate::domain::words::joined;
use crate::route::Anchor;
use leptos::prelude::*;
use std::iter::Peekable;
use std::slice::Iter;

/// Hashes (FNV-1a) of everything that texts are drawn with. The same inputs give the same number, so that a text that was hidden
/// meanwhile, or that has none of the words searched for, need not be drawn again.
#[derive(Clone, Copy)]
struct Drawn {
    /// The hash of language, reading and rendition.
    plain: u64,
    /// The same hash with the words searched for.
    marked: u64,
}

impl Drawn {
    const PRIME: u64 = 0x0100_0000_01b3;

    fn of(store: Store) -> Self {
        let english = store.reading_in_english().map_or(0, |_| 16 + 16 * u64::from(store.settings().chinese));
        let plain = 0xcbf2_9ce4_8422_2325 ^ (english + store.lang() as u64 * 3 + store.rendition() as u64);
        let words = joined(&store.terms(), " ");
        let marked = words.bytes().fold(plain, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(Self::PRIME));
        Self { plain, marked }
    }

    /// The number for a text with these hits.
    fn with(self, hits: Option<Hits>) -> u64 {
        match hits.unwrap_or_default() {
            0 => self.plain,
            hits => (self.marked ^ u64::from(hits)).wrapping_mul(Self::PRIME),
        }
    }
}

/// Goes through a set of measures in the order of their ids.
struct Walk<'a>(Peekable<Iter<'a, MeasureId>>);

impl<'a> Walk<'a> {
    fn of(some: &'a Ordered<MeasureId>) -> Self {
        Self(some.iter().peekable())
    }

    /// Whether a measure is in the set. Must be asked in the order of the ids.
    fn passes(&mut self, id: MeasureId) -> bool {
        while self.0.next_if(|other| **other < id).is_some() {}
        self.0.next_if(|other| **other == id).is_some()
    }
}

impl Store {
    /// Updates every row that looks different.
    pub(super) fn tell_rows(self) {
        let fixed = self.fixed();
        let (rows, drawn) = (&fixed.rows, Drawn::of(self));
        let (mut others, dues, today) = (Vec::new(), fixed.index.dues(), self.today());
        let only_read = self.only_reads();
        self.view_state.with(|view| {
            self.filtered.update_untracked(|filtered| {
                let mut told = std::mem::take(&mut filtered.told);
                told.resize_with(rows.measures.len(), Row::default);
                // All of these are in the order of the ids, and are gone through side by side.
                let (mut shown, mut lingering) = (Walk::of(&filtered.shown.measures), Walk::of(&view.lingering));
                let (mut opened, mut place) = (Walk::of(&view.opened), 0);
                for ((id, nth, row), before) in rows.measures.iter().zip(&mut told) {
                    let shown = shown.passes(*id) | lingering.passes(*id);
                    let standing = filtered.standings.next(*id, &mut place);
                    let now = Row {
                        shown,
                        pointed: view.pointed == Some(Anchor::Measure(*id)),
                        open: opened.passes(*id),
                        only_read,
                        standing,
                        due: dues.due(*id, standing, today),
                        // A hidden row need not be drawn again: typing then costs only the rows that are shown.
                        drawn: if shown { drawn.with(filtered.search.hits(*nth)) } else { before.drawn },
                        ..*before
                    };
                    if *before != now {
                        *before = now;
                        others.push((row, now));
                    }
                }
                filtered.told = told;
            });
        });
        // Signals are set only now, as their effects may read any of this.
        for (row, now) in others {
            row.set(now);
        }
        self.list.with(|list| list.groups.iter().for_each(|group| self.tell_group(list.party, group, drawn)));
    }

    /// Updates a heading and its tasks from the rows of their measures.
    fn tell_group(self, party: Party, group: &Group, drawn: Drawn) {
        let fixed = self.fixed();
        let (plan, rows) = (self.plan(), &fixed.rows);
        let pointed = self.pointed();
        let (mut whole, mut made) = ((false, Tally::default()), 0);
        for i in &group.tasks {
            let Some((task, card)) = plan.tasks.get(*i).zip(rows.tasks.get(*i)) else { continue };
            let mut own = (false, Tally::default());
            let first = task.measures.first().map_or(0, |measure| rows.place(measure.id));
            self.filtered.with(|filtered| {
                for (n, measure) in task.measures.iter().enumerate() {
                    // A task's measures mostly stand together, as their ids were given one after the other.
                    let there = rows.measures.get(first + n).is_some_and(|(id, ..)| *id == measure.id);
                    let place = if there { first + n } else { rows.place(measure.id) };
                    let Some(row) = filtered.told.get(place) else { continue };
                    own.0 |= row.shown;
                    if row.standing.counts {
                        own.1.add(row.standing.state);
                        made += usize::from(row.standing.done || row.standing.is_made());
                    }
                }
            });
            whole.0 |= own.0;
            whole.1.add_all(own.1);
            let pointed = pointed == Some(Anchor::Task(task.id));
            let hits = || self.filtered.with(|filtered| filtered.search.hits_in_heading(*i));
            let drawn = if own.0 {
                hits().map(|hits| drawn.with(Some(hits)))
            } else {
                card.with_untracked(|card| [card.drawn, card.named])
            };
            let [drawn, named] = drawn;
            tell(card, Row { shown: own.0, pointed, drawn, named, count: own.1.done(party), ..Row::default() });
        }
        if let Some(card) = rows.headings.get(group.section.unwrap_or(plan.sections.len())) {
            tell(card, Row { shown: whole.0, count: whole.1.done(party), made, ..Row::default() });
        }
    }

    /// The row of a measure, as a signal of its own.
    pub fn row(self, id: MeasureId) -> RwSignal<Row> {
        let rows = &self.fixed().rows;
        followed(rows.measures.get(rows.place(id)).filter(|(there, ..)| *there == id).map(|(.., row)| row))
    }

    /// The row of the task at this place of `Plan::tasks`, as a signal of its own.
    pub fn task_row(self, task: usize) -> RwSignal<Row> {
        followed(self.fixed().rows.tasks.get(task))
    }

    /// The row of the heading of a section, or for `None` of the undetermined tasks, as a signal of its own.
    pub fn heading_row(self, section: Option<usize>) -> RwSignal<Row> {
        followed(self.fixed().rows.headings.get(section.unwrap_or(self.plan().sections.len())))
    }
}

/// Updates a row if it shows something else than before.
fn tell(row: &ArcRwSignal<Row>, now: Row) {
    if row.get_untracked() != now {
        row.set(now);
    }
}

/// The signal of a row for a view; that of a row that does not exist never changes.
fn followed(row: Option<&ArcRwSignal<Row>>) -> RwSignal<Row> {
    row.cloned().unwrap_or_else(|| ArcRwSignal::new(Row::default())).into()
}
