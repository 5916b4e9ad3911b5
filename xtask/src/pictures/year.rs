//! A year that never was: reports, sign-offs and rounds on the Haidong plan, the same each time, as the browser keeps them.

use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow};
use yaodian::domain::calendar::{DAY, iso_date, iso_to_day};
use yaodian::domain::field::Duty;
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::{Field, Status};
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Comparator, Measure, MeasureId, Plan};
use yaodian::domain::rollup::Asked;
use yaodian::domain::rounds::RoundId;
use yaodian::domain::settings::{Lang, Settings};
use yaodian::domain::settled::{Return, Wish};
use yaodian::persist::keeper::Keeper;
use yaodian::persist::library::Library;
use yaodian::persist::progress_file::{self, Head};
use yaodian::persist::shelf::Shelf;
use yaodian::persist::{embedded, identity, rounds, settings};
use yaodian::reader;

use super::drawer::Drawer;
use super::words::{Report, Words};

/// Another plan, which is made up.
pub const OTHER_PLAN: &str = include_str!("plan.txt");

/// The unit whose list is shown.
pub const UNIT: &str = "unit:市教育局";

/// Those of whom nothing came.
const SILENT: [usize; 3] = [17, 24, 36];

/// The places of those among the parties whose files come back.
const FILES: [usize; 3] = [7, 17, 33];

/// The rounds: first, last and due day, and the day on which a round was closed.
const ROUNDS: [(&str, &str, &str, Option<&str>); 3] = [
    ("2021-08-01", "2021-08-31", "2021-09-05", Some("2021-09-06")),
    ("2021-09-01", "2021-09-30", "2021-10-08", Some("2021-10-09")),
    ("2021-10-01", "2021-10-31", "2021-11-05", None),
];

/// The days by which tasks are to be done, by their places in the plan.
const DUE: [(usize, &str); 8] = [
    (0, "2021-10-31"),
    (1, "2021-12-31"),
    (4, "2021-10-31"),
    (6, "2021-10-31"),
    (9, "2021-11-30"),
    (11, "2021-10-31"),
    (15, "2021-11-30"),
    (17, "2021-10-31"),
];

/// The moment of a day, at ten o'clock in China.
pub fn at(day: &str) -> Result<Moment> {
    let day = iso_to_day(day).with_context(|| format!("{day} is no day"))?;
    Ok(u64::from(day) * DAY + 2 * 3_600_000)
}

/// How far the year is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// Nobody has reported.
    Begun,
    /// The first reports of the first round are there.
    Early,
    /// Two rounds are over, and the reports of the third come in.
    Late,
}

impl Time {
    /// The day on which pictures of it are taken.
    pub fn now(self) -> Result<Moment> {
        at(match self {
            Self::Begun => "2021-07-27",
            Self::Early => "2021-08-26",
            Self::Late => "2021-11-03",
        })
    }
}

/// Numbers that look like chance, and are always the same for the same place.
fn chance(party: usize, measure: usize, what: usize, end: usize) -> usize {
    let mut mixed = (party * 7919 + measure * 104_729 + what * 1_299_709) as u64 ^ 0x9e37_79b9_7f4a_7c15;
    for _ in 0..3 {
        mixed = mixed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        mixed ^= mixed >> 31;
    }
    usize::try_from(mixed >> 33).unwrap_or(0) % end
}

/// The year up to a time.
pub struct Year {
    time: Time,
    plan: Plan,
    words: &'static Words,
    ledger: Ledger,
    /// The ledger as it was handed out last.
    handed: Ledger,
    drawer: Drawer,
}

impl Year {
    /// The year as somebody's browser has it, in a language of the interface; `who` is the key of a party.
    pub fn of(lang: Lang, who: &str, time: Time) -> Result<Self> {
        let (ledger, handed, drawer) = (Ledger::default(), Ledger::default(), Drawer::default());
        let mut year = Self { time, plan: embedded::plan(), words: Words::of(lang), ledger, handed, drawer };
        match time {
            Time::Begun => {}
            Time::Early => {
                year.begin()?;
                year.report(0)?;
            }
            Time::Late => {
                year.begin()?;
                for round in 0..ROUNDS.len() {
                    year.report(round)?;
                    year.sign_off(round)?;
                    year.end(round)?;
                }
                year.handed = year.ledger.clone();
                year.answer()?;
            }
        }
        year.keep(lang, who)?;
        Ok(year)
    }

    /// What the browser keeps.
    pub fn kept(&self) -> BTreeMap<String, String> {
        self.drawer.all()
    }

    fn set(&mut self, key: MarkKey, field: Field, value: &str, now: Moment) {
        self.ledger.set(Change { key, field, value: value.to_owned() }, now);
    }

    fn party(&self, key: &str) -> Result<Party> {
        self.plan.party_of_key(key).with_context(|| format!("there is no {key}"))
    }

    /// Rounds, days and duties that the coordinator settles first.
    fn begin(&mut self) -> Result<()> {
        let now = at("2021-07-26")?;
        for (n, (from, until, due, _)) in ROUNDS.into_iter().enumerate() {
            let id: RoundId = format!("{from}/{until}").parse().map_err(|()| anyhow!("{from} begins no round"))?;
            self.set(id.key(), Field::Name, self.words.rounds[n], now);
            self.set(id.key(), Field::Due, due, now);
        }
        let measures: Vec<Vec<MeasureId>> =
            self.plan.tasks.iter().map(|task| task.measures.iter().map(|measure| measure.id).collect()).collect();
        for (task, day) in DUE {
            for id in measures.get(task).into_iter().flatten() {
                self.set(MarkKey::Placed(Party::Coordinator, *id), Field::Due, day, now);
            }
        }
        let lead = self.party(UNIT)?;
        for id in measures.get(1).into_iter().flatten().take(3) {
            self.set(MarkKey::Placed(lead, *id), Field::Duty, Duty::Lead.key(), now);
        }
        Ok(())
    }

    /// The reports of a round, each party's on a day of its own.
    fn report(&mut self, round: usize) -> Result<()> {
        let (from, until, ..) = ROUNDS[round];
        let begins = at(from)? + 19 * DAY;
        let now = self.time.now()?;
        let last = now.min(at(until)? + 2 * DAY);
        let shown = self.party(UNIT)?;
        let parties: Vec<Party> = self.plan.parties().collect();
        let plan = self.plan.clone();
        let asked: Vec<Asked> = plan.tasks.iter().map(|task| Asked::of(&plan, task)).collect();
        for (p, party) in parties.into_iter().enumerate().skip(1).filter(|(p, _)| !SILENT.contains(p)) {
            let when = (begins + chance(p, 0, round, 12) as u64 * DAY).min(last);
            if self.time == Time::Early && when == last {
                continue;
            }
            let own = plan.scope_measures(party);
            for (m, (task, measure)) in measures(&plan).into_iter().enumerate() {
                // Some report later, and some the half of it.
                let begins_late = chance(p, m, 1, 10) < 2 && round == 0;
                let leaves_out = p % 5 == 0 && chance(p, m, 2, 10) < 3;
                if !own.contains(&measure.id) || begins_late || leaves_out {
                    continue;
                }
                let key = MarkKey::Placed(party, measure.id);
                let own = self.words.own.iter().find(|own| round == 2 && own.label == measure.id.to_string());
                let report = own.filter(|_| party == shown).copied().unwrap_or_else(|| self.said(p, m, round));
                let status = report.status;
                let again = self.ledger.status(party, measure.id) == Some(Status::Done) && status == Status::Done;
                self.set(key.clone(), Field::Status, status.key(), when);
                self.set(key.clone(), Field::Progress, report.progress, when);
                self.set(key.clone(), Field::Problem, report.problem, when);
                self.set(key.clone(), Field::NextStep, report.next, when);
                if again {
                    self.set(key.clone(), Field::Confirmed, &iso_date(when), when);
                }
                // Who is named first measures.
                if asked[task].parties.iter().next() == Some(&party) || party == shown && task == 1 {
                    for (n, target) in (1..).zip(&measure.targets) {
                        let share = match target.comparator {
                            // The unit whose report is given back left it out.
                            Comparator::AtMost if status != Status::Done => continue,
                            _ if target.unit == "年" => continue,
                            _ if status == Status::Done => 1.0,
                            _ => [0.35, 0.55, 0.7][round],
                        };
                        let value = (target.value * share * 10.0).round() / 10.0;
                        self.set(key.clone(), Field::Actual(n), &value.to_string(), when);
                    }
                }
            }
        }
        Ok(())
    }

    /// What a party says of a measure.
    fn said(&self, party: usize, measure: usize, round: usize) -> Report {
        let Words { progress, done, problems, next, .. } = self.words;
        let fate = fate(measure);
        let is_done = matches!(fate, Fate::SignedOff | Fate::Waiting) && done_by(measure) <= round;
        if is_done || chance(party, measure, 5, 10) == 0 {
            Report::plain("", Status::Done, done)
        } else if fate == Fate::Behind && round > measure % 2 && chance(party, measure, 6, 3) == 0 {
            let problem = problems[chance(party, measure, 7, problems.len())];
            Report { problem, next, ..Report::plain("", Status::Behind, progress[0]) }
        } else {
            Report::plain("", Status::UnderWay, progress[round])
        }
    }

    /// The coordinator signs off what all who report say is done.
    fn sign_off(&mut self, round: usize) -> Result<()> {
        let now = self.time.now()?.min(at(ROUNDS[round].2)?);
        for (m, (_, measure)) in measures(&self.plan.clone()).into_iter().enumerate() {
            if fate(m) == Fate::SignedOff && done_by(m) <= round {
                let key = MarkKey::Placed(Party::Coordinator, measure.id);
                self.set(key, Field::Status, Status::Done.key(), now);
            }
        }
        Ok(())
    }

    /// Closes a round, if it is over.
    fn end(&mut self, round: usize) -> Result<()> {
        let (from, until, _, Some(closed)) = ROUNDS[round] else { return Ok(()) };
        let id: RoundId = format!("{from}/{until}").parse().map_err(|()| anyhow!("{from} begins no round"))?;
        rounds::keep(&self.drawer, &self.plan, id, &self.ledger)
            .map_err(|why| anyhow!("a round is not kept: {why:?}"))?;
        self.set(id.key(), Field::Closed, closed, at(closed)?);
        Ok(())
    }

    /// One report is given back, and somebody asks for a later day.
    fn answer(&mut self) -> Result<()> {
        let unit = self.party(UNIT)?;
        let plan = self.plan.clone();
        let id = |label: &str| {
            plan.measures().map(|measure| measure.id).find(|id| id.to_string() == label).context("no measure")
        };
        let key = MarkKey::Placed(unit, id("2.4")?);
        let edition = self.ledger.mark_in(&key).context("nothing is reported")?.edition();
        let back = Return { of: edition, reason: self.words.given_back.to_owned() };
        self.set(key, Field::Returned, &back.write(), at("2021-11-01")?);
        let due = iso_to_day("2022-01-31").context("no day")?;
        let wish = Wish { day: due, reason: self.words.postponed.to_owned() };
        let other = self.plan.parties().nth(3).context("no third party")?;
        let first = *self.plan.scope_measures(other).get(8).context("its list is short")?;
        self.set(MarkKey::Placed(other, first), Field::Postponement, &wish.write(), at("2021-11-01")?);
        // Filled in for somebody who meanwhile writes something else.
        let told = self.plan.parties().nth(FILES[1]).context("there are not so many")?;
        let first = *self.plan.scope_measures(told).first().context("its list is empty")?;
        self.set(MarkKey::Placed(told, first), Field::Progress, self.words.filled_in, at("2021-11-01")?);
        Ok(())
    }

    fn keep(&mut self, lang: Lang, who: &str) -> Result<()> {
        let now = self.time.now()?;
        let not_kept = |why| anyhow!("the year is not kept: {why:?}");
        let mut keeper = Keeper::new(&self.plan);
        keeper.save(&self.drawer, &self.plan, &self.ledger, now).map_err(not_kept)?;
        keeper.set_filed(&self.drawer, now).map_err(not_kept)?;
        let party = self.party(who)?;
        identity::keep(&self.drawer, &self.plan, Some(party)).map_err(|why| anyhow!("nobody is kept: {why:?}"))?;
        let wanted = Settings { lang: Some(lang), ..Settings::default() };
        let kept = self.drawer.put(settings::KEY, &settings::write(wanted));
        kept.map_err(|why| anyhow!("the language is not kept: {why:?}"))
    }

    /// Keeps another plan in the library, too.
    pub fn keep_other(&self) -> Result<()> {
        let now = self.time.now()?;
        let mut library = Library::load(&self.drawer, &self.plan, now);
        let mut other = reader::read(OTHER_PLAN).plan;
        "plan-1".clone_into(&mut other.id);
        library.keep(&self.drawer, &other, now).map_err(|why| anyhow!("the other plan is not kept: {why:?}"))
    }

    /// What some parties give back: the name and the text of each file. One contradicts what was filled in for it, one is of another plan.
    pub fn given_back(&self) -> Result<Vec<(String, String)>> {
        let made = self.time.now()? - DAY;
        let mut files = Vec::new();
        for (n, p) in FILES.into_iter().enumerate() {
            let party = self.plan.parties().nth(p).context("there are not so many")?;
            let mut ledger = self.handed.clone();
            for (m, id) in self.plan.scope_measures(party).into_iter().enumerate().filter(|(m, _)| m % (n + 2) == 0) {
                let key = MarkKey::Placed(party, id);
                let done = m % 3 == 0;
                let status = if done { Status::Done } else { Status::UnderWay };
                let words = if done { self.words.done } else { self.words.progress[2] };
                let of = |field, value: &str| Change { key: key.clone(), field, value: value.to_owned() };
                ledger.set(of(Field::Status, status.key()), made);
                ledger.set(of(Field::Progress, &[words, self.words.updated].concat()), made);
            }
            let head = Head { from: Some(party), copy: ["a1", "b2", "c3"][n], made };
            let text = progress_file::write(&ledger, &self.plan, &head);
            files.push((progress_file::report_name(&self.plan, party, made), text));
        }
        let other = reader::read(OTHER_PLAN).plan;
        let party = other.parties().nth(1).context("nobody has to do anything")?;
        let text = progress_file::write(&Ledger::default(), &other, &Head { from: Some(party), copy: "e5", made });
        files.push((progress_file::report_name(&other, party, made), text));
        Ok(files)
    }
}

/// How a measure ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    SignedOff,
    Waiting,
    Behind,
    UnderWay,
}

fn fate(measure: usize) -> Fate {
    match chance(0, measure, 3, 100) {
        // What is seen of the unit's list: 2.1, 2.2 to 2.4 and 3.1.
        _ if measure == 4 => Fate::Waiting,
        _ if (5..8).contains(&measure) => Fate::UnderWay,
        _ if measure == 10 => Fate::Behind,
        0..44 => Fate::SignedOff,
        44..62 => Fate::Waiting,
        62..71 => Fate::Behind,
        _ => Fate::UnderWay,
    }
}

/// The round by which it is done.
fn done_by(measure: usize) -> usize {
    chance(0, measure, 4, ROUNDS.len())
}

/// The measures of a plan with the places of their tasks.
fn measures(plan: &Plan) -> Vec<(usize, &Measure)> {
    plan.tasks.iter().enumerate().flat_map(|(n, task)| task.measures.iter().map(move |measure| (n, measure))).collect()
}
