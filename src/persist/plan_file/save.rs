//! From the plan to its saved form. Everything is taken apart by name, so that a new field of the plan does not
//! compile before its saved form is decided.

use super::cursor::Cursor;
use super::form::{
    AssignmentForm, CertaintyForm, ComparatorForm, DirectionForm, FactForm, LocalityForm, MeasureForm, MetaForm,
    PassageForm, ResponsibilityForm, RewordingForm, RoleForm, SectionForm, TargetForm, TaskForm, UnitForm, WhoForm,
};
use super::{FORMAT, VERSION};
use crate::domain::plan::{
    Assignee, Assignment, Certainty, Comparator, Direction, Fact, Locality, Measure, MeasureId, Meta, Passage, Piece,
    PieceKind, Plan, Reach, Responsibility, Rewording, Role, Section, Target, Task, Unit, UnitKind,
};
use crate::domain::script::Script;
use serde::Serialize;

/// The plan as text: one item of a list a line.
pub fn text(plan: &Plan) -> String {
    let Plan {
        id,
        source,
        script,
        meta,
        pieces,
        preamble,
        general,
        sections,
        tasks,
        standing,
        units,
        localities,
        rewordings,
    } = plan;
    let mut at = Cursor::default();
    // The places follow one another in the order of these lines; `load::plan` goes the same way.
    let meta = save_meta(meta, &mut at);
    let preamble = at.put_all(preamble);
    let general = lines(general, |passage| save_passage(passage, &mut at));
    let mut headings = at;
    let sections = lines(sections, |section| save_section(section, &mut headings));
    let tasks = lines(tasks, |task| save_task(plan, task, &mut at));
    let standing = lines(standing, |passage| save_passage(passage, &mut at));
    let fields = [
        ("format", json(FORMAT)),
        ("version", json(&VERSION)),
        ("id", json(id)),
        ("script", json(script_word(*script))),
        ("meta", json(&meta)),
        ("source", json(source)),
        ("pieces", lines(&save_pieces(source, pieces), Clone::clone)),
        ("preamble", json(&preamble)),
        ("general", general),
        ("sections", sections),
        ("tasks", tasks),
        ("standing", standing),
        ("units", lines(units, save_unit)),
        ("localities", lines(localities, save_locality)),
        ("rewordings", lines(rewordings, save_rewording)),
    ];
    let fields = fields.map(|(name, value)| format!("\"{name}\":{value}"));
    format!("{{{}}}\n", fields.join(",\n"))
}

/// The word for a script.
fn script_word(script: Script) -> &'static str {
    match script {
        Script::Simplified => "simplified",
        Script::Traditional => "traditional",
        Script::Mixed => "mixed",
    }
}

/// A value on one line. Nothing in the saved form can fail to become JSON; if it did, the text would not be a plan.
fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A list with one item a line.
fn lines<T, F: Serialize>(items: &[T], save: impl FnMut(&T) -> F) -> String {
    let items: Vec<String> = items.iter().map(save).map(|form| json(&form)).collect();
    if items.is_empty() { "[]".into() } else { format!("[\n{}]", items.join(",\n")) }
}

/// Kind and length of each piece (`H27`), those of one line of the source together.
fn save_pieces(source: &str, pieces: &[Piece]) -> Vec<String> {
    let mut lines = vec![String::new()];
    for Piece { kind, span } in pieces {
        if let Some(line) = lines.last_mut() {
            line.push(letter(*kind));
            line.push_str(&span.len().to_string());
        }
        if span.of(source).contains('\n') {
            lines.push(String::new());
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// The letter of a kind of piece.
pub fn letter(kind: PieceKind) -> char {
    match kind {
        PieceKind::Title => 'T',
        PieceKind::Notice => 'N',
        PieceKind::Preamble => 'B',
        PieceKind::Label => 'L',
        PieceKind::Heading => 'H',
        PieceKind::Paragraph => 'P',
        PieceKind::Measure => 'M',
        PieceKind::Responsibility => 'R',
        PieceKind::Deadline => 'D',
        PieceKind::Furniture => 'F',
        PieceKind::Gap => 'G',
    }
}

fn save_fact(fact: &Fact) -> FactForm {
    let Fact { value, basis } = fact;
    (value.clone(), basis.clone())
}

fn save_meta(meta: &Meta, at: &mut Cursor) -> MetaForm {
    let Meta { title, number, issuer, issued, published, addressees, start, due, english } = meta;
    MetaForm {
        title: at.put(*title),
        number: number.as_ref().map(save_fact),
        issuer: issuer.as_ref().map(save_fact),
        issued: issued.as_ref().map(save_fact),
        published: published.as_ref().map(save_fact),
        addressees: addressees.as_ref().map(save_fact),
        start: start.as_ref().map(save_fact),
        due: due.as_ref().map(save_fact),
        english: english.clone(),
    }
}

fn save_passage(passage: &Passage, at: &mut Cursor) -> PassageForm {
    let Passage { label, title, paragraphs, duties } = passage;
    PassageForm {
        label: at.put(*label),
        title: at.put(*title),
        paragraphs: at.put_all(paragraphs),
        duties: duties.iter().map(|duty| save_passage(duty, at)).collect(),
    }
}

fn save_section(section: &Section, at: &mut Cursor) -> SectionForm {
    let Section { no, path, title, tasks, english } = section;
    SectionForm {
        no: *no,
        path: path.clone(),
        title: at.put(*title),
        tasks: (tasks.start, tasks.end),
        english: english.clone(),
    }
}

fn save_task(plan: &Plan, task: &Task, at: &mut Cursor) -> TaskForm {
    let Task { id, label, path, title, measures, responsibilities, deadlines, english } = task;
    TaskForm {
        id: id.to_string(),
        path: path.clone(),
        label: at.put(*label),
        title: at.put(*title),
        measures: measures.iter().enumerate().map(|(i, measure)| save_measure(i, measure, at)).collect(),
        responsibilities: responsibilities.iter().map(|r| save_responsibility(plan, r, at)).collect(),
        deadlines: at.put_all(deadlines),
        english: english.clone(),
    }
}

fn save_measure(i: usize, measure: &Measure, at: &mut Cursor) -> MeasureForm {
    let Measure { id: MeasureId { task: _, n }, span, targets, responsibility } = measure;
    let mut inside = Cursor::inside(*span);
    MeasureForm {
        n: (usize::from(*n) != i + 1).then_some(*n),
        at: at.put(*span),
        targets: targets.iter().map(|target| save_target(target, &mut inside)).collect(),
        responsibility: *responsibility,
    }
}

fn save_target(target: &Target, at: &mut Cursor) -> TargetForm {
    let Target { span, comparator, direction, value, unit, counts } = target;
    TargetForm {
        at: at.put(*span),
        is: match comparator {
            Comparator::Exactly => ComparatorForm::Exactly,
            Comparator::AtLeast => ComparatorForm::AtLeast,
            Comparator::AtMost => ComparatorForm::AtMost,
            Comparator::Eliminate => ComparatorForm::Eliminate,
            Comparator::Unstated => ComparatorForm::Unstated,
        },
        direction: (*direction != comparator.direction()).then_some(match direction {
            Direction::Up => DirectionForm::Up,
            Direction::Down => DirectionForm::Down,
            Direction::Fixed => DirectionForm::Fixed,
        }),
        value: *value,
        unit: unit.clone(),
        counts: counts.clone(),
    }
}

fn save_responsibility(plan: &Plan, responsibility: &Responsibility, at: &mut Cursor) -> ResponsibilityForm {
    let Responsibility { span, assigned, open } = responsibility;
    let mut inside = Cursor::inside(*span);
    ResponsibilityForm {
        at: at.put(*span),
        assigned: assigned.iter().map(|assignment| save_assignment(plan, assignment, &mut inside)).collect(),
        open: *open,
    }
}

fn save_assignment(plan: &Plan, assignment: &Assignment, at: &mut Cursor) -> AssignmentForm {
    let Assignment { who, role, span } = assignment;
    AssignmentForm {
        at: at.put(*span),
        who: match who {
            Assignee::Unit(unit) if plan.unit_named(plan.text(*span)) == Some(*unit) => None,
            Assignee::Unit(unit) => Some(WhoForm::Unit(*unit)),
            Assignee::Localities(Reach::All) => Some(WhoForm::All),
            Assignee::Localities(Reach::Undetermined) => Some(WhoForm::Undetermined),
            Assignee::Generic => Some(WhoForm::Generic),
        },
        role: match role {
            Role::Lead => Some(RoleForm::Lead),
            Role::Support => Some(RoleForm::Support),
            Role::Responsible => None,
        },
    }
}

fn save_unit(unit: &Unit) -> UnitForm {
    let Unit { key, aliases, canonical, kind, english } = unit;
    UnitForm {
        key: key.clone(),
        aliases: aliases.clone(),
        canonical: canonical.as_ref().map(save_fact),
        central: match kind {
            UnitKind::Department => false,
            UnitKind::Central => true,
        },
        english: english.clone(),
    }
}

fn save_locality(locality: &Locality) -> LocalityForm {
    let Locality { key, short, english } = locality;
    LocalityForm { key: key.clone(), short: short.clone(), english: english.clone() }
}

fn save_rewording(rewording: &Rewording) -> RewordingForm {
    let Rewording { record, simplified, certainty, basis } = rewording;
    RewordingForm {
        record: record.clone(),
        simplified: simplified.clone(),
        certainty: match certainty {
            Certainty::Confirmed => CertaintyForm::Confirmed,
            Certainty::Direction => CertaintyForm::Direction,
            Certainty::Inferred => CertaintyForm::Inferred,
        },
        basis: basis.clone(),
    }
}
