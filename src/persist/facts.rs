//! Curated facts: what the text of a plan does not say itself, joined to what the reader reads from it.
//!
//! Facts are written by hand (`plans/*/facts.toml`), and each must fit the text. A unit, section or task that is not printed
//! there, a number that differs from the printed one, or a wording that does not occur is an error that names the fact. Only
//! the command that makes `plan.json` and the tests use this module; the page carries the result.

use super::translation::{self, Translation};
use crate::domain::plan::{
    Assignee, Certainty, Direction, Fact, Locality, Meta, Plan, Rewording, Target, Unit, UnitKind,
};
use crate::domain::reading::Reading;
use crate::domain::script::Rendition;
use serde::Deserialize;

pub use super::misfit::Misfit;

/// All facts of one plan.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    id: String,
    english: String,
    meta: MetaFacts,
    unit: Vec<UnitFacts>,
    locality: Vec<LocalityFacts>,
    section: Vec<SectionFacts>,
    task: Vec<TaskFacts>,
    rewording: Vec<RewordingFacts>,
    open: Vec<OpenFacts>,
    translation: Translation,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FactValue {
    value: String,
    basis: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MetaFacts {
    number: Option<FactValue>,
    issuer: Option<FactValue>,
    issued: Option<FactValue>,
    published: Option<FactValue>,
    addressees: Option<FactValue>,
    start: Option<FactValue>,
    due: Option<FactValue>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitFacts {
    key: String,
    #[serde(default)]
    aliases: Vec<String>,
    canonical: FactValue,
    #[serde(default)]
    kind: Kind,
    english: String,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    #[default]
    Department,
    Central,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LocalityFacts {
    key: String,
    short: String,
    english: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionFacts {
    title: String,
    english: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TaskFacts {
    no: u16,
    title: String,
    english: String,
    #[serde(default)]
    targets: Vec<TargetFacts>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TargetFacts {
    printed: String,
    counts: String,
    /// What it counts, in English.
    english: String,
    /// The direction of the number, where its words alone do not say it.
    direction: Option<Way>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Way {
    Up,
    Down,
    Fixed,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RewordingFacts {
    record: String,
    simplified: String,
    traditional: Option<String>,
    certainty: Sure,
    basis: String,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Sure {
    Confirmed,
    Direction,
    Inferred,
}

/// An odd wording whose original is not certain. It informs readers of the facts, and is checked against the text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OpenFacts {
    record: String,
    #[serde(rename = "perhaps")]
    _perhaps: String,
    #[serde(rename = "basis")]
    _basis: String,
}

/// Joins the facts to a plan that was read.
///
/// # Errors
/// Returns every fact that does not fit the text.
pub fn join(mut plan: Plan, facts: &Facts) -> Result<Plan, Vec<Misfit>> {
    let mut misfits = Vec::new();
    plan.id.clone_from(&facts.id);
    join_meta(&mut plan.meta, facts, &mut misfits);
    join_units(&mut plan, &facts.unit, &mut misfits);
    plan.localities = facts.locality.iter().map(locality).collect();
    check_sections(&plan, &facts.section, &mut misfits);
    join_tasks(&mut plan, &facts.task, &mut misfits);
    plan.rewordings = facts.rewording.iter().map(rewording).collect();
    check_wordings(&plan, facts, &mut misfits);
    if misfits.is_empty() { Ok(plan) } else { Err(misfits) }
}

/// The English reading of a plan with its facts: a line for each of [`crate::domain::english::records`].
///
/// # Errors
/// Returns every reading that does not fit the text, and what has none.
pub fn english(plan: &Plan, facts: &Facts) -> Result<String, Vec<Misfit>> {
    let mut misfits = Vec::new();
    let sections = facts.section.iter().map(|section| &section.english);
    let titles: Vec<String> = sections.chain(facts.task.iter().map(|task| &task.english)).cloned().collect();
    let counts = facts.task.iter().flat_map(|task| &task.targets).map(|target| target.english.as_str());
    let lines = translation::lines(&facts.translation, titles, &counts.collect::<Vec<_>>(), plan, &mut misfits);
    if misfits.is_empty() { Ok(lines.join("\n") + "\n") } else { Err(misfits) }
}

fn fact(FactValue { value, basis }: &FactValue) -> Fact {
    Fact { value: value.clone(), basis: basis.clone() }
}

fn join_meta(meta: &mut Meta, facts: &Facts, misfits: &mut Vec<Misfit>) {
    let MetaFacts { number, issuer, issued, published, addressees, start, due } = &facts.meta;
    meta.english = Some(facts.english.clone());
    for (name, said, read) in [
        ("number", number, &mut meta.number),
        ("issuer", issuer, &mut meta.issuer),
        ("issued", issued, &mut meta.issued),
        ("published", published, &mut meta.published),
        ("addressees", addressees, &mut meta.addressees),
        ("start", start, &mut meta.start),
        ("due", due, &mut meta.due),
    ] {
        let Some(said) = said else { continue };
        if let Some(read) = read.as_ref().filter(|read| read.value != said.value) {
            let (fact, read) = (said.value.clone(), read.value.clone());
            misfits.push(Misfit::Particular { name, fact, read });
        }
        *read = Some(fact(said));
    }
}

/// Makes one unit of the names printed for it, and points the assignments at that unit.
fn join_units(plan: &mut Plan, facts: &[UnitFacts], misfits: &mut Vec<Misfit>) {
    for said in facts {
        for name in std::iter::once(&said.key).chain(&said.aliases) {
            if plan.unit_named(name).is_none() {
                misfits.push(Misfit::UnitNotPrinted(name.clone()));
            }
        }
    }
    let mut units: Vec<Unit> = Vec::new();
    let mut moved = Vec::new();
    for unit in &plan.units {
        let same = |said: &&UnitFacts| unit.names().any(|name| said.key == *name || said.aliases.contains(name));
        let unit = if let Some(said) = facts.iter().find(same) {
            named(said)
        } else {
            misfits.push(Misfit::UnitUnknown(unit.key.clone()));
            unit.clone()
        };
        let at = units.iter().position(|known| known.key == unit.key).unwrap_or(units.len());
        if at == units.len() {
            units.push(unit);
        }
        moved.push(at);
    }
    for task in &mut plan.tasks {
        for assignment in task.responsibilities.iter_mut().flat_map(|r| &mut r.assigned) {
            if let Assignee::Unit(unit) = &mut assignment.who {
                *unit = moved.get(*unit).copied().unwrap_or(*unit);
            }
        }
    }
    plan.units = units;
}

fn named(UnitFacts { key, aliases, canonical, kind, english }: &UnitFacts) -> Unit {
    Unit {
        key: key.clone(),
        aliases: aliases.clone(),
        canonical: Some(fact(canonical)),
        kind: match kind {
            Kind::Department => UnitKind::Department,
            Kind::Central => UnitKind::Central,
        },
        english: Some(english.clone()),
    }
}

fn locality(LocalityFacts { key, short, english }: &LocalityFacts) -> Locality {
    Locality { key: key.clone(), short: short.clone(), english: Some(english.clone()) }
}

fn check_sections(plan: &Plan, facts: &[SectionFacts], misfits: &mut Vec<Misfit>) {
    let said: Vec<String> = facts.iter().map(|fact| fact.title.clone()).collect();
    let read: Vec<String> = plan.sections.iter().map(|section| plan.text(section.title).to_owned()).collect();
    if said != read {
        misfits.push(Misfit::Sections(said, read));
    }
}

fn join_tasks(plan: &mut Plan, facts: &[TaskFacts], misfits: &mut Vec<Misfit>) {
    let said: Vec<String> = facts.iter().map(|fact| format!("{} {}", fact.no, fact.title)).collect();
    let read: Vec<String> = plan.tasks.iter().map(|task| format!("{} {}", task.no, plan.text(task.title))).collect();
    if said != read {
        misfits.push(Misfit::Tasks(said, read));
    }
    let Plan { tasks, source, .. } = plan;
    for (task, TaskFacts { no, title: _, english: _, targets: said }) in tasks.iter_mut().zip(facts) {
        let mut read: Vec<&mut Target> = task.measures.iter_mut().flat_map(|measure| &mut measure.targets).collect();
        let printed = |(target, said): (&&mut Target, &TargetFacts)| target.span.of(source).contains(&said.printed);
        if read.len() != said.len() || !read.iter().zip(said).all(printed) {
            let read = read.iter().map(|target| target.span.of(source).to_owned()).collect();
            misfits.push(Misfit::Targets(*no, said.iter().map(|fact| fact.printed.clone()).collect(), read));
            continue;
        }
        for (target, TargetFacts { printed: _, counts, english: _, direction }) in read.iter_mut().zip(said) {
            target.counts = Some(counts.clone());
            target.direction = match direction {
                None => target.direction,
                Some(Way::Up) => Direction::Up,
                Some(Way::Down) => Direction::Down,
                Some(Way::Fixed) => Direction::Fixed,
            };
        }
    }
}

fn rewording(RewordingFacts { record, simplified, traditional, certainty, basis }: &RewordingFacts) -> Rewording {
    Rewording {
        record: record.clone(),
        simplified: simplified.clone(),
        traditional: traditional.clone(),
        certainty: match certainty {
            Sure::Confirmed => Certainty::Confirmed,
            Sure::Direction => Certainty::Direction,
            Sure::Inferred => Certainty::Inferred,
        },
        basis: basis.clone(),
    }
}

fn check_wordings(plan: &Plan, facts: &Facts, misfits: &mut Vec<Misfit>) {
    let reading = Reading::new(&plan.source, &plan.rewordings, Rendition::Simplified);
    let applied: std::collections::HashSet<usize> = reading.reworded().map(|place| place.rewording).collect();
    let unused = plan.rewordings.iter().enumerate().filter(|(i, _)| !applied.contains(i));
    misfits.extend(unused.map(|(_, rewording)| Misfit::NotPrinted(rewording.record.clone())));
    for OpenFacts { record, .. } in &facts.open {
        if !plan.source.contains(record) {
            misfits.push(Misfit::NotPrinted(record.clone()));
        }
    }
}
