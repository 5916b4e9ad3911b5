//! Files that go from hand to hand, as far as the open plan's ledger is concerned: each of them is one step.

use super::page::{Command, OfFile, Offer};
use super::store::Store;
use crate::domain::calendar::iso_date;
use crate::domain::file_name::file_name;
use crate::domain::gather::{Gathering, Incoming, Receipt, Receipts};
use crate::domain::history::{Beside, StepId};
use crate::domain::ledger::{Ledger, Moment};
use crate::domain::party::Party;
use crate::persist::calendar_file;
use crate::persist::progress_file::{self, Head};
use leptos::prelude::*;

impl Store {
    /// Offers the deadlines of a party as a calendar file. Returns whether there are any.
    pub fn save_calendar(self, party: Party) -> bool {
        let plan = self.plan();
        let (fixed, now) = (self.fixed(), self.now());
        let write = |ledger: &Ledger| calendar_file::write(&plan, ledger, fixed.index.dues(), party, now);
        let text = untrack(|| self.ledger(write));
        let who = plan.printed_name(party).unwrap_or_else(|| plan.text(plan.meta.title));
        let name = file_name(&[who, "-", &iso_date(now)].concat(), "ics");
        text.map(|text| self.command(Command::Save { name, text })).is_some()
    }

    /// The name of the file in which a party's report is given back today.
    pub fn report_name(self, party: Party) -> String {
        progress_file::report_name(&self.plan(), party, self.now())
    }

    /// Offers a party's report as a file, made from the copy of the ledger with this name.
    pub fn give_back(self, party: Party, copy: &str) {
        let plan = self.plan();
        let head = Head { from: Some(party), copy, made: self.now() };
        let text = untrack(|| self.ledger(|ledger| progress_file::write(ledger, &plan, &head)));
        self.command(Command::Save { name: self.report_name(party), text });
    }

    /// Puts a ledger from a file on offer, to take the place of all that is here.
    pub fn offer_ledger(self, file: &Incoming) {
        let of_file = OfFile { digest: file.digest.clone(), made: file.made, from: file.from.clone() };
        let of_file = Some(Box::new(of_file));
        self.refuse_file(Offer::Fits { name: file.name.clone(), ledger: file.ledger.clone(), of_file });
    }

    /// What the ledger becomes with these files at `now`, without changing it: the receipts to be kept, with those that are known.
    pub fn receipts_of(
        self,
        gathering: &Gathering,
        receipts: &Receipts,
        files: &[Incoming],
        chosen: &[usize],
        now: Moment,
    ) -> Vec<Receipt> {
        let mut ledger = untrack(|| self.ledger(Ledger::clone));
        gathering.apply(&self.plan(), &mut ledger, receipts, files, chosen, now).1
    }

    /// Brings files in at `now`, as one step that kept receipts beside the ledger.
    pub fn bring_in(
        self,
        gathering: &Gathering,
        receipts: &Receipts,
        files: &[Incoming],
        chosen: &[usize],
        (now, beside): (Moment, Beside),
    ) -> Option<StepId> {
        let plan = self.plan();
        self.take_step(|ledger, _| gathering.apply(&plan, ledger, receipts, files, chosen, now).0, beside)
    }

    /// Whether this step is the last that was done. One taken back before those after it would find what they left.
    pub fn is_last_step(self, step: StepId) -> bool {
        self.journal.with(|journal| journal.history.is_last(step))
    }

    /// Takes a receipt back at `now`, as one step. Returns how many fields that changed, and how many were left as they are.
    pub fn take_receipt_back(self, receipts: &Receipts, id: &str, (now, beside): (Moment, Beside)) -> (usize, usize) {
        let mut counts = (0, 0);
        self.take_step(
            |ledger, _| {
                let taken = receipts.take_back(id, ledger, now).unwrap_or_default();
                counts = (taken.edits.len(), taken.left.len());
                taken.edits
            },
            beside,
        );
        counts
    }
}
