//! Files brought together: what each of them brings, conflicts, receipts, and taking one back.

use crate::ledger::{ledger as any_ledger, measure, plan, said};
use proptest::prelude::*;
use std::collections::{BTreeMap, HashMap};
use yaodian::domain::digest::digest;
use yaodian::domain::gather::{Gathering, Incoming, Receipt, Receipts, Source};
use yaodian::domain::history::{Beside, History};
use yaodian::domain::ledger::{Change, Edit, Ledger, MarkKey, Moment};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::version::{Stamp, Version};
use yaodian::persist::ledger_file;

const HOUR: Moment = 3_600_000;

/// 2021-09-30 in China.
const START: Moment = 1_632_988_800_000;

/// Two units and the coordinating office, each with its browser, and the files between them. A story is told in lines:
///
/// | line | |
/// |---|---|
/// | `e 1=甲` | unit e writes of measure 1, in its own browser |
/// | `f as e 1=甲` | unit f writes for e, in f's browser |
/// | `here e 1=甲` | the office writes for e, in its own browser |
/// | `e > one`, `e >> one` | e saves its report as file `one`; by an earlier release, which names neither sender nor copy |
/// | `e >* one` | e saves a copy of everything |
/// | `one ~ two e 1=乙` | somebody changes by hand what file `one` says, and saves it as `two` |
/// | `next day` | |
/// | `moves e` | e goes on in another browser, with what it had |
/// | `bring one two` | the office brings files in |
/// | `bring one ! here` | and settles every conflict so: `here`, or the file's name |
/// | `replace one` | what file `one` says takes the place of everything in the office |
/// | `deletes` | the office deletes everything |
/// | `undo`, `redo` | what the office did last: it brought in, took back, replaced or deleted |
/// | `back one` | the office takes the receipt of a file back |
/// | `forget` | the office has no receipts of what it has |
/// | `? e 1=甲` | the office's ledger says so |
/// | `? conflicts 1`, `? one new 1 same 2` | what the last bringing-in found |
/// | `? all new 1` | how many marks it found new in all files together |
/// | `? one aside 1` | how much the receipt of a file has that was not taken over |
/// | `? e 1 from one` | where the value comes from; `from here` |
#[derive(Default)]
struct Story {
    office: Ledger,
    receipts: Receipts,
    browsers: HashMap<String, (Ledger, usize)>,
    files: HashMap<String, Incoming>,
    brought: Vec<String>,
    gathering: Gathering,
    now: Moment,
    history: History,
    /// The receipts before each step that can be taken back, and after each that can be done again.
    receipts_then: [Vec<Receipts>; 2],
}

fn party(name: &str) -> Party {
    match name {
        "e" => Party::Unit(0),
        "f" => Party::Unit(1),
        "c" => Party::Coordinator,
        other => panic!("{other} is nobody"),
    }
}

fn change(who: &str, what: &str) -> Change {
    let (n, value) = what.split_once('=').expect("a value");
    Change { key: key(who, n), field: Field::Progress, value: value.to_owned() }
}

fn key(who: &str, n: &str) -> MarkKey {
    MarkKey::Placed(party(who), measure(1, n.parse().expect("a number")))
}

impl Story {
    fn tell(lines: &str) -> Self {
        let mut story = Self { now: START, ..Self::default() };
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            story.now += HOUR;
            story.line(line);
        }
        story
    }

    fn line(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let now = self.now;
        match words.as_slice() {
            ["next", "day"] => self.now += 24 * HOUR,
            ["here", who, what] => _ = self.office.set(change(who, what), now),
            [who, what] if what.contains('=') => _ = self.browser(who).0.set(change(who, what), now),
            [by, "as", who, what] => _ = self.browser(by).0.set(change(who, what), now),
            ["moves", who] => self.browser(who).1 += 1,
            [who, sign @ (">" | ">>" | ">*"), name] => {
                let (ledger, copy) = self.browser(who).clone();
                let (known, is_report) = (*sign != ">>", *sign == ">");
                let file = Incoming {
                    name: (*name).to_owned(),
                    from: is_report.then(|| plan().party_key(party(who))),
                    copy: known.then(|| format!("{who}{copy}")),
                    made: known.then_some(now),
                    digest: digest(
                        ledger_file::write(&ledger, plan()) + &if known { now.to_string() } else { String::new() },
                    ),
                    ledger,
                    ..Incoming::default()
                };
                self.files.insert((*name).to_owned(), file);
            }
            [of, "~", name, who, what] => {
                let (file, wanted) = (&self.files[*of], change(who, what));
                let by_hand = |version: &Version| Version { value: wanted.value.clone(), ..version.clone() };
                let versions = file.ledger.versions(&wanted.key, wanted.field).iter().map(by_hand);
                let versions = versions.map(|version| (wanted.key.clone(), wanted.field, version));
                let ledger = Ledger::new(versions, Stamp::default());
                let file = Incoming { name: (*name).to_owned(), digest: digest(line), ledger, ..file.clone() };
                self.files.insert((*name).to_owned(), file);
            }
            ["bring", rest @ ..] => {
                let (names, settles) = match rest.iter().position(|word| *word == "!") {
                    Some(at) => (&rest[..at], rest.get(at + 1).copied()),
                    None => (rest, None),
                };
                self.bring(names, settles);
            }
            ["deletes"] => {
                let before = self.receipts.clone();
                let edits = self.office.clear(now);
                self.receipts = Receipts::default();
                self.did(edits, before);
            }
            ["undo"] => {
                self.history.undo(&mut self.office, now).expect("a step");
                let then = self.receipts_then[0].pop().expect("a step");
                self.receipts_then[1].push(std::mem::replace(&mut self.receipts, then));
            }
            ["redo"] => {
                self.history.redo(&mut self.office, now).expect("a step");
                let then = self.receipts_then[1].pop().expect("a step");
                self.receipts_then[0].push(std::mem::replace(&mut self.receipts, then));
            }
            ["replace", name] => self.replace(name),
            ["back", name] => self.take_back(name),
            ["forget"] => self.receipts = Receipts::default(),
            ["?", "all", "new", n] => assert_eq!(self.gathering.new.to_string(), *n, "{line}"),
            ["?", name, "aside", n] => {
                let receipt = self.receipts.all().iter().rfind(|receipt| receipt.name == *name).expect("a receipt");
                let aside = receipt.said().filter(|line| line.set_aside(&self.office).is_some());
                assert_eq!(aside.count().to_string(), *n, "{line}");
            }
            ["?", "conflicts", n] => assert_eq!(self.gathering.conflicts.len().to_string(), *n, "{line}"),
            ["?", who, n, "from", name] => {
                let origin = self.receipts.origin(&self.office, &key(who, n), Field::Progress);
                assert_eq!(origin.map_or("here", |receipt| &receipt.name), *name, "{line}");
            }
            ["?", who, what] => {
                let wanted = change(who, what);
                let says = self.office.mark_in(&wanted.key).map_or("", |mark| mark.value(wanted.field));
                assert_eq!(says, wanted.value, "{line}");
            }
            ["?", name, tally @ ..] => {
                let place = self.brought.iter().position(|brought| brought == name).expect("a file that was brought");
                let is = self.gathering.files[place].tally;
                for pair in tally.chunks(2) {
                    let n = match pair[0] {
                        "new" => is.new,
                        "same" => is.same,
                        "older" => is.older,
                        "conflict" => is.conflicts,
                        other => panic!("{other} is no number"),
                    };
                    assert_eq!(n.to_string(), pair[1], "{line}: {is:?}");
                }
            }
            _ => panic!("what is {line}?"),
        }
    }

    fn browser(&mut self, who: &str) -> &mut (Ledger, usize) {
        self.browsers.entry(who.to_owned()).or_default()
    }

    fn bring(&mut self, names: &[&str], settles: Option<&str>) {
        let files: Vec<Incoming> = names.iter().map(|name| self.files[*name].clone()).collect();
        self.brought = names.iter().map(|name| (*name).to_owned()).collect();
        self.gathering = Gathering::of(plan(), &self.office, &self.receipts, &files);
        let wanted = settles.map(|wanted| match names.iter().position(|name| *name == wanted) {
            Some(place) => Source::File(place),
            None => Source::Here,
        });
        let chosen: Vec<usize> = self
            .gathering
            .conflicts
            .iter()
            .map(|conflict| {
                let is_it = |source: Source| conflict.sides.iter().position(|side| side.sources.contains(&source));
                wanted.and_then(is_it).unwrap_or(conflict.proposed)
            })
            .collect();
        let before = self.receipts.clone();
        let (edits, receipts) =
            self.gathering.apply(plan(), &mut self.office, &self.receipts, &files, &chosen, self.now);
        self.receipts = Receipts::new(self.receipts.all().iter().cloned().chain(receipts).collect());
        self.did(edits, before);
    }

    fn replace(&mut self, name: &str) {
        let file = &self.files[name];
        let edits = self.office.replace(&file.ledger, self.now);
        let said = (name.to_owned(), file.digest.clone());
        let receipt = Receipt::of_replacement(said, &file.ledger, &self.office, &edits, self.now);
        let receipt = Receipt { from: file.from.clone(), made: file.made, ..receipt };
        let before = self.receipts.clone();
        self.receipts = Receipts::new(self.receipts.all().iter().cloned().chain([receipt]).collect());
        self.did(edits, before);
    }

    /// Remembers a step, with the receipts before it.
    fn did(&mut self, edits: Vec<Edit>, before: Receipts) {
        // What it did beside the ledger makes it a step.
        self.history.push_with(edits, Beside(7));
        self.receipts_then = [std::mem::take(&mut self.receipts_then[0]), Vec::new()];
        self.receipts_then[0].push(before);
    }

    fn take_back(&mut self, name: &str) {
        let mut all = self.receipts.all().to_vec();
        let receipt = all.iter_mut().rev().find(|receipt| receipt.name == name && receipt.stands()).expect("a receipt");
        let taken = self.receipts.take_back(&receipt.id, &mut self.office, self.now).expect("it stands");
        receipt.taken_back = Some(self.now);
        let before = std::mem::replace(&mut self.receipts, Receipts::new(all));
        self.did(taken.edits, before);
    }
}

#[test]
fn what_comes_of_files() {
    for lines in [
        // Each unit's file adds to the others.
        "e 1=甲 \n f 1=乙 \n e > one \n f > two \n bring one \n bring two \n ? e 1=甲 \n ? f 1=乙 \n ? two new 1 \n ? e 1 from one",
        // The same file again changes nothing.
        "e 1=甲 \n e > one \n bring one \n bring one \n ? one same 1 new 0 \n ? conflicts 0 \n ? e 1=甲",
        // A later file of the same unit takes the earlier one's place, in either order.
        "e 1=甲 \n e > one \n e 1=乙 \n e > two \n bring one \n bring two \n ? two new 1 \n ? conflicts 0 \n ? e 1=乙 \n ? e 1 from two",
        "e 1=甲 \n e > one \n e 1=乙 \n e > two \n bring two \n bring one \n ? one older 1 \n ? conflicts 0 \n ? e 1=乙",
        "e 1=甲 \n e > one \n e 1=乙 \n e > two \n bring two one \n ? one older 1 \n ? two new 1 \n ? conflicts 0 \n ? e 1=乙",
        // So do files of an earlier release, which do not say from which copy they are.
        "e 1=甲 \n e >> one \n e 1=乙 \n e >> two \n bring one \n bring two \n ? conflicts 0 \n ? e 1=乙",
        "e 1=甲 \n e >> one \n e 1=乙 \n e > two \n bring two \n bring one \n ? conflicts 0 \n ? e 1=乙",
        // What a unit took back in its own browser is taken back here.
        "e 1=甲 \n e > one \n bring one \n e 1= \n e > two \n bring two \n ? conflicts 0 \n ? e 1=",
        // Two people say different things for one unit: its own file is proposed, though the other is later.
        "e 1=甲 \n e > one \n f as e 1=乙 \n f > two \n bring one two \n ? conflicts 1 \n ? one conflict 1 \n ? e 1=甲 \n ? e 1 from one",
        "e 1=甲 \n e > one \n f as e 1=乙 \n f > two \n bring two \n bring one \n ? conflicts 1 \n ? e 1=甲",
        "e 1=甲 \n e > one \n f as e 1=乙 \n f > two \n bring one \n bring two \n ? conflicts 1 \n ? e 1=甲 \n ? e 1 from one",
        // And what was settled is not asked again.
        "e 1=甲 \n e > one \n f as e 1=乙 \n f > two \n bring one two \n bring two one \n ? conflicts 0 \n ? e 1=甲 \n bring two \n ? two older 1",
        "e 1=甲 \n e > one \n f as e 1=乙 \n f > two \n bring one two ! two \n ? e 1=乙 \n bring one \n ? conflicts 0 \n ? e 1=乙",
        // Whoever settles it otherwise has it so.
        "e 1=甲 \n e > one \n f as e 1=乙 \n f > two \n bring one \n bring two ! two \n ? e 1=乙 \n ? e 1 from two",
        "here e 1=丙 \n e 1=甲 \n e > one \n bring one ! here \n ? conflicts 1 \n ? e 1=丙 \n ? e 1 from here",
        "here e 1=丙 \n e 1=甲 \n e > one \n bring one \n ? conflicts 1 \n ? e 1=甲 \n ? e 1 from one",
        // The unit's next word is news again.
        "here e 1=丙 \n e 1=甲 \n e > one \n bring one ! here \n e 1=丁 \n e > two \n bring two \n ? conflicts 1 \n ? e 1=丁",
        // The same words are no conflict.
        "here e 1=甲 \n e 1=甲 \n e > one \n bring one \n ? conflicts 0 \n ? one same 1 \n ? e 1=甲",
        "e 1=甲 \n f as e 1=甲 \n e > one \n f > two \n bring one two \n ? conflicts 0 \n ? e 1=甲",
        // Nothing is said here because it was emptied: that contradicts nobody.
        "here e 1=丙 \n here e 1= \n e 1=甲 \n e > one \n bring one \n ? conflicts 0 \n ? e 1=甲",
        // Who goes on at another computer, with what was written, knows it.
        "e 1=甲 \n e > one \n moves e \n next day \n e 1=乙 \n e > two \n bring one two \n ? conflicts 0 \n ? e 1=乙",
        // Of one day a field keeps the last word only: then it is asked, and the later proposed.
        "e 1=甲 \n e > one \n moves e \n e 1=乙 \n e > two \n bring one two \n ? conflicts 1 \n ? e 1=乙",
        // Other words of the same moment are somebody's by hand: whose hold is asked, in either order and of any copy.
        "e 1=甲 \n e > one \n one ~ two e 1=乙 \n bring one two ! one \n ? conflicts 1 \n ? e 1=甲 \n bring two \n ? conflicts 0",
        "e 1=甲 \n e > one \n one ~ two e 1=乙 \n bring two one ! two \n ? conflicts 1 \n ? e 1=乙 \n bring one \n ? conflicts 0",
        "e 1=甲 \n e > one \n one ~ two e 1=乙 \n bring one \n bring two ! two \n ? conflicts 1 \n ? e 1=乙 \n ? e 1 from two",
        "e 1=甲 \n e > one \n one ~ two e 1=乙 \n bring two \n bring one ! one \n ? conflicts 1 \n ? e 1=甲 \n ? e 1 from one",
        "e 1=甲 \n e >> one \n one ~ two e 1=乙 \n bring one two ! two \n ? conflicts 1 \n ? e 1=乙",
        // A copy of everything is nobody's own file: what it says otherwise than the unit's own is asked.
        "e 1=甲 \n e > one \n f as e 1=乙 \n f >* all \n bring one \n bring all \n ? conflicts 1 \n ? e 1=甲",
        "e 1=甲 \n e > one \n moves e \n e 1=丁 \n e > two \n f as e 1=乙 \n f >* all \n bring one two all \n ? conflicts 1 \n ? e 1=丁",
        // What was taken back can be brought in again, after what stood before it and what came since.
        "e 1=甲 \n e > one \n e 1=乙 \n e > two \n bring one \n bring two \n back two \n ? e 1=甲 \n bring two \n ? two new 1 \n ? e 1=乙",
        "e 1=甲 \n e > one \n e 1= \n e 2=丙 \n e > two \n bring one \n back one \n bring two \n ? e 1= \n bring one \n ? one older 1 \n ? e 1=",
        "e 1=甲 \n e > one \n e 1= \n e 2=丙 \n e > two \n bring one \n bring two \n back two \n back one \n bring one two \n ? e 1=",
        "e 1=甲 \n e > one \n e 1= \n e 2=丙 \n e > two \n bring one \n bring two \n back one \n back two \n bring two one \n ? e 1=",
        // What was emptied here while it stood here stays so.
        "e 1=甲 \n e > one \n bring one \n here e 1= \n back one \n bring one \n ? e 1=",
        // What was declined comes where what it was declined for is taken back, and goes with its own receipt.
        "e 1=甲 \n e > one \n moves e \n e 1=乙 \n e > two \n bring two \n bring one \n ? e 1=乙 \n back two \n ? e 1=甲 \n ? e 1 from one \n bring one \n ? one same 1",
        "e 1=甲 \n e > one \n moves e \n e 1=乙 \n e > two \n bring one two \n back two \n ? e 1=甲 \n back one \n ? e 1= \n bring one \n ? one new 1 \n ? e 1=甲",
        "here e 1=丙 \n e 1=甲 \n e > one \n moves e \n e 1=乙 \n e > two \n bring two ! two \n bring one ! here \n back two \n ? e 1=丙 \n bring one ! one \n ? conflicts 1 \n ? e 1=甲",
        // Where a unit took its words back before it sent them again, that holds.
        "e 1=甲 \n e > one \n next day \n e 1=乙 \n e > two \n next day \n e 1=丙 \n e > three \n bring one \n bring three \n ? e 1=丙 \n bring two \n ? two older 1 \n ? e 1=丙",
        // A receipt taken back takes back what it brought.
        "e 1=甲 \n f 1=乙 \n e > one \n f > two \n bring one two \n back one \n ? e 1= \n ? f 1=乙",
        // And what it took the place of is there again.
        "e 1=甲 \n e > one \n e 1=乙 \n e > two \n bring one \n bring two \n back two \n ? e 1=甲 \n ? e 1 from one",
        "here e 1=丙 \n e 1=甲 \n e > one \n bring one \n back one \n ? e 1=丙 \n ? e 1 from here",
        // But not what was said since.
        "e 1=甲 \n e > one \n bring one \n here e 1=丙 \n back one \n ? e 1=丙",
        "e 1=甲 \n e > one \n e 1=乙 \n e > two \n bring one \n bring two \n back one \n ? e 1=乙 \n ? e 1 from two",
        // Nor what is gone with the receipt before it.
        "e 1=甲 \n e > one \n e 1=乙 \n e > two \n bring one \n bring two \n back one \n back two \n ? e 1=",
        "e 1=甲 \n e > one \n e 1=乙 \n e > two \n bring one \n bring two \n back two \n back one \n ? e 1=",
        // What another file says too stays until that is taken back as well.
        "e 1=甲 \n e > one \n e 2=乙 \n e > two \n bring one \n bring two \n back one \n ? e 1=甲 \n ? e 1 from two \n back two \n ? e 1=",
        "e 1=甲 \n e > one \n e 2=乙 \n e > two \n bring one \n bring two \n back two \n ? e 1=甲 \n ? e 2= \n back one \n ? e 1=",
        // A file that was taken back can be brought in again.
        "e 1=甲 \n e > one \n bring one \n back one \n bring one \n ? one new 1 \n ? conflicts 0 \n ? e 1=甲 \n back one \n ? e 1=",
        "e 1=甲 \n e > one \n f as e 1=乙 \n f > two \n bring one two \n back one \n bring one \n ? e 1=甲",
        // On another day than the one on which it was written, too, and with what the unit wrote before.
        "e 1=甲 \n e > one \n next day \n bring one \n back one \n bring one \n ? one new 1 \n ? e 1=甲 \n ? e 1 from one",
        "e 1=丙 \n next day \n e 1=甲 \n e > one \n next day \n bring one \n back one \n ? e 1= \n bring one \n ? one new 1 \n ? e 1=甲",
        "e 1=丙 \n e > zero \n bring zero \n next day \n e 1=甲 \n e > one \n next day \n bring one \n back one \n ? e 1=丙 \n bring one \n ? e 1=甲",
        // What stood here before any receipt stays, whichever files said it, too.
        "e 1=丙 \n e > zero \n bring zero \n forget \n e 2=乙 \n e > one \n bring one \n e 1=甲 \n e > two \n bring two \n back one \n back two \n ? e 1=丙 \n ? e 2=",
        "e 1=丙 \n e > zero \n bring zero \n forget \n e 2=乙 \n e > one \n bring one \n back one \n e 1=甲 \n e > two \n bring two \n back two \n ? e 1=丙 \n ? e 2=",
        // A copy of everything is nobody's own file, even where it says something of one party only.
        "e 1=甲 \n e > one \n bring one \n d as e 1=乙 \n d >* all \n bring all \n ? conflicts 1 \n ? e 1=甲 \n ? e 1 from one",
        // A file that replaces everything leaves a receipt, too; and what units sent before can be brought in again.
        "e 1=甲 \n e > one \n bring one \n f 1=丙 \n f >* all \n replace all \n ? e 1= \n ? f 1=丙 \n ? f 1 from all \n bring one \n ? one new 1 \n ? e 1=甲 \n ? e 1 from one \n back one \n ? e 1=",
        "e 1=丙 \n e >* all \n next day \n e 1=甲 \n e > one \n bring one \n replace all \n ? e 1=丙 \n ? e 1 from all \n bring one \n ? one new 1 \n ? conflicts 0 \n ? e 1=甲",
        "e 1=丙 \n e >* all \n next day \n e 1=甲 \n e > one \n bring one \n replace all \n bring one \n back one \n ? e 1=丙",
        // What both say is the unit's still.
        "e 1=甲 \n e > one \n bring one \n e >* all \n replace all \n ? e 1=甲 \n bring one \n ? one same 1",
        // Taken back, it gives back what stood here, and what was settled then is settled.
        "e 1=甲 \n e > one \n bring one \n f 1=丙 \n f >* all \n replace all \n back all \n ? e 1=甲 \n ? e 1 from one \n ? f 1= \n bring one \n ? one same 1",
        "here e 1=丙 \n e 1=甲 \n e > one \n bring one ! here \n f 1=丙 \n f >* all \n replace all \n ? e 1= \n back all \n ? e 1=丙 \n bring one \n ? conflicts 0 \n ? e 1=丙",
        // A unit's own file takes the place of everything, and goes on with what that unit says next.
        "e 1=甲 \n e > one \n f 1=丙 \n f > two \n bring two \n replace one \n ? f 1= \n ? e 1 from one \n next day \n e 1=乙 \n e > three \n bring three \n ? conflicts 0 \n ? e 1=乙 \n bring two \n ? two new 1",
        // What is emptied after it is emptied by somebody who knew.
        "e 1=甲 \n e > one \n f 1=丙 \n f >* all \n replace all \n bring one \n here e 1= \n bring one \n ? one older 1 \n ? e 1=",
        // What undo took away was never there, in whatever order and however often.
        "e 1=甲 \n e > one \n bring one \n undo \n ? e 1= \n bring one \n ? one new 1 \n ? e 1=甲 \n undo \n redo \n ? e 1=甲 \n bring one \n ? one same 1",
        "e 1=甲 \n e > one \n next day \n e 2=乙 \n e > two \n bring one \n undo \n bring two \n ? two new 2 \n ? e 1=甲 \n ? e 2=乙",
        "e 1=甲 \n e > one \n next day \n e 1=乙 \n e > two \n bring two \n undo \n bring one \n ? one new 1 \n ? e 1=甲 \n bring two \n ? two new 1 \n ? e 1=乙",
        "e 1=甲 \n e > one \n next day \n e 1=乙 \n e > two \n bring one \n bring two \n undo \n ? e 1=甲 \n bring two \n ? two new 1 \n ? conflicts 0 \n ? e 1=乙",
        "e 1=甲 \n e > one \n e 1=乙 \n e > two \n bring one \n bring two \n undo \n bring two \n ? two new 1 \n ? conflicts 0 \n ? e 1=乙",
        "here e 1=丙 \n e 1=甲 \n e > one \n bring one ! one \n undo \n ? e 1=丙 \n bring one \n ? conflicts 1 \n ? e 1=甲",
        "e 1=甲 \n e > one \n bring one \n f 1=丙 \n f >* all \n replace all \n deletes \n undo \n bring one \n ? one new 1 \n ? e 1=甲",
        "e 1=甲 \n e > one \n bring one \n f 1=丙 \n f >* all \n replace all \n undo \n ? e 1=甲 \n redo \n ? e 1= \n bring one \n ? one new 1 \n ? e 1=甲",
        "e 1=甲 \n e > one \n bring one \n back one \n deletes \n undo \n bring one \n ? one new 1 \n ? e 1=甲",
        "e 1=甲 \n e > one \n next day \n e 1=乙 \n e 2=丙 \n e > two \n f 1=丙 \n f > three \n bring three \n replace two \n undo \n bring one \n ? one new 1 \n ? e 1=甲",
        "e 1=甲 \n e > one \n next day \n e 2=丙 \n e > two \n replace one \n bring two \n undo \n ? e 2= \n bring two \n ? two new 1 \n ? e 2=丙",
        "e 1=甲 \n e > one \n f 1=丙 \n f >* all \n next day \n e 2=乙 \n e > two \n bring one \n replace all \n bring two \n back two \n ? e 1= \n bring one \n ? one new 1 \n ? e 1=甲",
        // Nor was what a file emptied that had never been here.
        "e 1=甲 \n e 2=丙 \n e > one \n next day \n e 1= \n e > two \n bring two \n ? e 1= \n back two \n bring one \n ? one new 2 \n ? e 1=甲",
        "e 1=甲 \n e 2=丙 \n e > one \n next day \n e 1= \n e > two \n bring two \n bring one \n ? one older 1 \n ? e 1=",
        // What a unit took back by undo in its own browser stays so.
        "e 1=甲 \n e > one \n bring one \n here e 1= \n bring one \n ? one older 1 \n ? e 1=",
        // What another file says of it stays, though that says it is from earlier, and whichever was brought in first.
        "e 1=甲 \n e > one \n f as e 1=甲 \n f >* two \n bring one two \n back two \n ? e 1=甲 \n ? e 1 from one \n back one \n ? e 1= \n bring one \n ? one new 1 \n ? e 1=甲",
        "e 1=甲 \n e > one \n f as e 1=甲 \n f >* two \n bring two \n bring one \n ? one same 1 \n back two \n ? e 1=甲 \n back one \n ? e 1= \n bring two one \n ? e 1=甲",
        "e 1=甲 \n e > one \n f as e 1=甲 \n f >* two \n bring two \n bring one \n back one \n ? e 1=甲 \n back two \n ? e 1=",
        "e 1=甲 \n e > one \n e 1=乙 \n e > two \n bring one two \n back two \n ? e 1=甲 \n ? e 1 from one \n back one \n ? e 1= \n bring one \n ? one new 1 \n ? e 1=甲",
        "e 1=甲 \n e > one \n next day \n e 1=乙 \n e > two \n bring two \n bring one \n ? one older 1 \n back two \n ? e 1=甲 \n back one \n ? e 1= \n bring one \n ? one new 1 \n ? e 1=甲",
        "e 1=丙 \n e > zero \n e 1=甲 \n e > one \n e 1=乙 \n e > two \n bring zero \n bring two \n bring one \n back two \n ? e 1=甲 \n back one \n ? e 1=丙",
        "e 1=甲 \n e > one \n moves e \n next day \n e 1=乙 \n e > two \n next day \n e 1=丙 \n e > three \n bring one \n bring three \n bring two \n ? two older 1 \n back three \n ? e 1=乙 \n ? e 1 from two \n back two \n ? e 1=甲 \n back one \n ? e 1=",
        // The same words of another moment are the same, and no receipt sets aside what stands.
        "e 1=甲 \n e > one \n f as e 1=甲 \n f >* two \n bring two \n bring one \n bring one \n ? one same 1 older 0 \n ? one aside 0",
        "e 1=甲 \n e > one \n f as e 1=乙 \n f > two \n bring one two \n ? two aside 1 \n ? one aside 0 \n back one \n ? e 1=乙 \n ? two aside 0",
        // A mark that several files bring is new once.
        "e 1=甲 \n e > one \n e 2=丙 \n e > two \n bring one two \n ? one new 1 \n ? two new 2 \n ? all new 2",
        // The coordinator's own marks come from no unit's file.
        "here c 1=甲 \n f as c 1=乙 \n f > one \n bring one \n ? conflicts 1 \n ? c 1=甲",
    ] {
        let told = std::panic::catch_unwind(|| Story::tell(lines));
        assert!(told.is_ok(), "in this story:\n{}", lines.replace(" \n ", "\n"));
    }
}

#[test]
fn what_was_deleted_here_comes_back_with_the_file() {
    let mut story = Story::tell("e 1=甲 \n e > one \n bring one");
    story.office.clear(story.now + HOUR);
    story.receipts = Receipts::default();
    story.now += 2 * HOUR;
    story.bring(&["one"], None);
    story.line("? e 1=甲");
    // The unit's later file goes on with that.
    let mut story = Story::tell("e 1=甲 \n e > one \n next day \n e 1=乙 \n e > two");
    story.office.clear(story.now + HOUR);
    story.now += 2 * HOUR;
    for line in
        ["bring one", "bring two", "? two new 1", "? conflicts 0", "? e 1=乙", "bring one", "? one older 1", "? e 1=乙"]
    {
        story.line(line);
    }
    // What the unit emptied in its own browser empties nothing of others here.
    let mut story = Story::tell("here f 1=乙");
    story.browser("e").0.clear(START + 9 * HOUR);
    story.line("e 1=甲");
    story.line("e > one");
    story.bring(&["one"], None);
    story.line("? f 1=乙");
    story.line("? e 1=甲");
}

#[test]
fn a_copy_that_reported_as_another_unit_is_told() {
    let mut story = Story::tell("e 1=甲 \n e > one \n bring one");
    let copy = story.files["one"].copy.clone();
    story.line("f 1=乙");
    story.line("f > two");
    story.files.get_mut("two").expect("a file").copy = copy;
    story.bring(&["two"], None);
    assert_eq!(story.gathering.files[0].reported_as, Some(plan().party_key(Party::Unit(0))));
    story.bring(&["two", "two"], None);
    assert_eq!(story.gathering.files[1].twin, Some(0), "the same file twice");
    assert_eq!(story.receipts.all().len(), 2, "which leave one receipt");
}

/// Units write and save in their own browsers; what each of them saved, in order.
fn saved(writes: &[(usize, u16, usize, bool)]) -> Vec<(String, Incoming)> {
    let mut story = Story { now: START, ..Story::default() };
    let mut files = Vec::new();
    for (who, n, value, saves) in writes {
        let who = ["e", "f"][who % 2];
        story.now += HOUR * 7;
        story.line(&format!("{who} {}={}", n % 4 + 1, ["", "甲", "乙", "丙"][value % 4]));
        if *saves {
            let name = format!("{}", files.len());
            story.line(&format!("{who} > {name}"));
            files.push((name.clone(), story.files[&name].clone()));
        }
    }
    files
}

/// The same where each writes on another day, and each time in another browser.
fn saved_on_the_way(writes: &[(usize, u16, usize, bool)]) -> Vec<(String, Incoming)> {
    let mut story = Story { now: START, ..Story::default() };
    let mut files = Vec::new();
    for (who, n, value, saves) in writes {
        let who = ["e", "f"][who % 2];
        for line in
            ["next day", &format!("moves {who}"), &format!("{who} {}={}", n % 4 + 1, ["", "甲", "乙", "丙"][value % 4])]
        {
            story.now += HOUR;
            story.line(line);
        }
        if *saves {
            let name = files.len().to_string();
            story.line(&format!("{who} > {name}"));
            files.push((name.clone(), story.files[&name].clone()));
        }
    }
    files
}

/// What each field of a ledger says.
type Says = BTreeMap<(MarkKey, Field), String>;

/// What the office's ledger says after files were brought in as these groups say.
fn brought(files: &[(String, Incoming)], groups: &[Vec<usize>]) -> (Story, Says) {
    brought_after(files, 0, groups).expect("each writes for itself only")
}

/// The same where so many of the files were brought in before there were receipts; `None` if something contradicted.
fn brought_after(files: &[(String, Incoming)], known: usize, groups: &[Vec<usize>]) -> Option<(Story, Says)> {
    let mut story = Story { now: START + 1000 * HOUR, ..Story::default() };
    story.files = files.iter().cloned().collect();
    for (name, _) in files.iter().take(known) {
        story.bring(&[name], None);
        if !story.gathering.conflicts.is_empty() {
            return None;
        }
    }
    story.receipts = Receipts::default();
    for group in groups {
        let names: Vec<&str> = group.iter().map(|i| files[i % files.len()].0.as_str()).collect();
        story.now += HOUR;
        story.bring(&names, None);
        if !story.gathering.conflicts.is_empty() {
            return None;
        }
    }
    let all = said(&story.office);
    Some((story, all))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_order_and_any_repetition_gives_the_same(
        writes in proptest::collection::vec((0_usize..2, 0_u16..4, 0_usize..4, any::<bool>()), 1..24),
        order in proptest::collection::vec(proptest::collection::vec(any::<usize>(), 1..4), 0..6),
    ) {
        let files = saved(&writes);
        prop_assume!(!files.is_empty());
        let one_by_one: Vec<Vec<usize>> = (0..files.len()).map(|i| vec![i]).collect();
        let at_once = vec![(0..files.len()).collect::<Vec<_>>()];
        let backwards: Vec<Vec<usize>> = one_by_one.iter().rev().cloned().collect();
        let (_, expected) = brought(&files, &one_by_one);
        let mixed: Vec<Vec<usize>> = order.iter().cloned().chain(at_once.clone()).chain(order.clone()).collect();
        for (name, groups) in [("at once", at_once), ("backwards", backwards), ("mixed", mixed)] {
            prop_assert_eq!(&brought(&files, &groups).1, &expected, "{}", name);
        }
    }

    /// Whatever was brought in and taken back, what stands is what the standing files say, as if the others had never come.
    #[test]
    fn what_is_taken_back_was_never_there(
        writes in proptest::collection::vec((0_usize..2, 0_u16..4, 1_usize..4, any::<bool>()), 1..24),
        order in proptest::collection::vec(any::<usize>(), 1..8),
        back in proptest::collection::vec(any::<bool>(), 8),
        turn in any::<bool>(),
        together in 1_usize..4,
        known in 0_usize..3,
    ) {
        let files = saved(&writes);
        prop_assume!(!files.is_empty());
        let mut once: Vec<usize> = Vec::new();
        for i in order.iter().map(|i| i % files.len()) {
            if !once.contains(&i) {
                once.push(i);
            }
        }
        // What has no receipt has no hand: a file that knew it, but came after a later one, is not known to go before it.
        let together = if known > 0 { 1 } else { together };
        if known > 0 {
            once.sort_unstable();
        }
        let groups: Vec<Vec<usize>> = once.chunks(together).map(<[usize]>::to_vec).collect();
        let brought = brought_after(&files, known, &groups);
        let Some((mut story, _)) = brought else { return Err(TestCaseError::reject("something contradicted")) };
        let mut gone: Vec<usize> = once.iter().copied().filter(|i| back[i % back.len()]).collect();
        if turn {
            gone.reverse();
        }
        for i in &gone {
            story.now += HOUR;
            if story.receipts.all().iter().any(|receipt| receipt.stands() && receipt.name == files[*i].0) {
                story.take_back(&files[*i].0);
            }
        }
        let stay: Vec<Vec<usize>> = once.iter().filter(|i| !gone.contains(i)).map(|i| vec![*i]).collect();
        let as_if = brought_after(&files, known, &stay).map(|(_, said)| said);
        prop_assume!(as_if.is_some());
        prop_assert_eq!(Some(said(&story.office)), as_if);
    }

    /// Whatever is brought in, taken back, undone and done again, in whatever order: what stands is the newest that the standing files say.
    #[test]
    fn what_stands_is_what_the_standing_files_say(
        writes in proptest::collection::vec((0_usize..2, 0_u16..2, 1_usize..4, any::<bool>()), 1..12),
        moves in any::<bool>(),
        steps in proptest::collection::vec((0_usize..8, any::<usize>(), 1_usize..4), 1..16),
    ) {
        let files = if moves { saved_on_the_way(&writes) } else { saved(&writes) };
        if files.is_empty() {
            return Ok(());
        }
        let mut story = Story { now: START + 1000 * HOUR, ..Story::default() };
        story.files = files.iter().cloned().collect();
        let mut told = vec![format!("{writes:?}")];
        for (step, which, count) in steps {
            story.now += HOUR;
            match step {
                0..=3 => {
                    let mut names: Vec<&str> = (which % 64..).step_by(1 + which % 3).take(count).map(|i| files[i % files.len()].0.as_str()).collect();
                    names.dedup();
                    told.push(format!("bring {names:?}"));
                    story.bring(&names, None);
                    if !story.gathering.conflicts.is_empty() {
                        // A field forgets what is long ago, and who goes on in another browser is asked then.
                        prop_assert!(moves, "{}", told.join("\n"));
                        return Ok(());
                    }
                }
                4 | 5 => {
                    let standing: Vec<String> =
                        story.receipts.all().iter().filter(|receipt| receipt.stands()).map(|receipt| receipt.name.clone()).collect();
                    if !standing.is_empty() {
                        told.push(format!("back {}", standing[which % standing.len()]));
                        story.take_back(&standing[which % standing.len()]);
                    }
                }
                6 if !story.receipts_then[0].is_empty() => {
                    told.push("undo".to_owned());
                    story.line("undo");
                }
                7 if !story.receipts_then[1].is_empty() => {
                    told.push("redo".to_owned());
                    story.line("redo");
                }
                _ => {}
            }
            let mut newest: BTreeMap<(MarkKey, Field), (Moment, String)> = BTreeMap::new();
            for receipt in story.receipts.all().iter().filter(|receipt| receipt.stands()) {
                for (key, mark) in story.files[&receipt.name].ledger.marks() {
                    for (field, versions) in mark.fields() {
                        let says = (versions[0].said, versions[0].value.clone());
                        let place = newest.entry((key.clone(), *field)).or_insert_with(|| says.clone());
                        *place = says.max(place.clone());
                    }
                }
            }
            let newest: Says = newest.into_iter().map(|(place, (_, says))| (place, says)).collect();
            prop_assert_eq!(said(&story.office), newest, "{}", told.join("\n"));
        }
    }

    /// Whatever replaced what stood here: what units sent can be brought in again, and where that is taken back, all is as it was.
    #[test]
    fn what_was_replaced_can_be_brought_in_again(
        writes in proptest::collection::vec((0_usize..2, 0_u16..4, 1_usize..4, any::<bool>()), 1..24),
        kept in 0_usize..8,
        taken in any::<bool>(),
    ) {
        let files = saved(&writes);
        prop_assume!(!files.is_empty());
        let one_by_one: Vec<Vec<usize>> = (0..files.len()).map(|i| vec![i]).collect();
        let (mut story, expected) = brought(&files, &one_by_one);
        let mut other = brought(&files, &one_by_one[..kept % one_by_one.len()]).0.office;
        other.set(change("c", "1=丁"), START);
        let other = Incoming { name: "other".to_owned(), digest: digest("other"), ledger: other, ..Incoming::default() };
        story.files.insert("other".to_owned(), other);
        story.now += HOUR;
        story.line("replace other");
        if taken {
            story.now += HOUR;
            story.take_back("other");
            prop_assert_eq!(&said(&story.office), &expected);
        }
        for (name, _) in &files {
            story.now += HOUR;
            story.bring(&[name], None);
        }
        let mut all = said(&story.office);
        all.remove(&(key("c", "1"), Field::Progress));
        prop_assert_eq!(all, expected);
    }

    /// Whatever two ledgers say: the preview counts every mark once, nothing here is lost but where another side was chosen, and
    /// the same again changes nothing.
    #[test]
    fn any_files_can_be_brought_in(here in any_ledger(), one in any_ledger(), two in any_ledger(), choice in 0_usize..3) {
        let file = |name: &str, ledger: &Ledger| Incoming {
            name: name.to_owned(),
            digest: digest(ledger_file::write(ledger, plan())),
            ledger: ledger.clone(),
            ..Incoming::default()
        };
        let files = [file("one", &one), file("two", &two)];
        let mut office = here.clone();
        let gathering = Gathering::of(plan(), &office, &Receipts::default(), &files);
        for (line, file) in gathering.files.iter().zip(&files) {
            prop_assert_eq!(line.tally.all(), file.ledger.marks().len());
        }
        let chosen = vec![choice; gathering.conflicts.len()];
        let now = START;
        let (edits, receipts) = gathering.apply(plan(), &mut office, &Receipts::default(), &files, &chosen, now);
        let receipts = Receipts::new(receipts);
        let contradicts = |key: &MarkKey, field: Field| {
            gathering.conflicts.iter().any(|conflict| &conflict.key == key && conflict.field == field)
        };
        for ((key, field), value) in said(&here) {
            let stays = office.mark_in(&key).is_some_and(|mark| mark.value(field) == value);
            let replaced = edits.iter().any(|edit| edit.key == key && edit.field == field);
            prop_assert!(stays || replaced && (contradicts(&key, field) || !office.versions(&key, field).is_empty()));
        }
        let again = Gathering::of(plan(), &office, &receipts, &files);
        prop_assert!(again.conflicts.is_empty(), "settled once is settled");
        let before = office.clone();
        let (edits, more) = again.apply(plan(), &mut office, &receipts, &files, &[], now + HOUR);
        prop_assert_eq!(before, office, "the same again");
        prop_assert!(edits.is_empty() && more.is_empty());
    }
}
