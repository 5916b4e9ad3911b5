//! From the saved form to the plan. Places are checked here, as they are read; the rest by [`super::check`].

use super::Damage;
use super::cursor::Cursor;
use super::form::{
    AssignmentForm, CertaintyForm, ComparatorForm, FactForm, Form, LocalityForm, MeasureForm, MetaForm, PassageForm,
    ResponsibilityForm, RewordingForm, RoleForm, SectionForm, TargetForm, TaskForm, UnitForm, WhoForm,
};
use super::save::letter;
use crate::domain::plan::{
    Assignee, Assignment, Certainty, Comparator, Fact, Locality, Measure, MeasureId, Meta, Passage, Piece, PieceKind,
    Plan, Reach, Responsibility, Rewording, Role, Section, Target, Task, TaskId, Unit, UnitKind,
};

const KINDS: [PieceKind; 11] = [
    PieceKind::Title,
    PieceKind::Notice,
    PieceKind::Preamble,
    PieceKind::Label,
    PieceKind::Heading,
    PieceKind::Paragraph,
    PieceKind::Measure,
    PieceKind::Responsibility,
    PieceKind::Deadline,
    PieceKind::Furniture,
    PieceKind::Gap,
];

/// The plan of a saved form.
pub fn plan(form: Form) -> Result<Plan, Damage> {
    let source = form.source;
    let mut at = Cursor::new(&source);
    // The places follow one another in the order of these lines; `save::text` goes the same way.
    let meta = load_meta(form.meta, &mut at)?;
    let preamble = at.take_all(form.preamble)?;
    let general = each(form.general, |passage| load_passage(passage, &mut at))?;
    let mut headings = at;
    let sections = each(form.sections, |section| load_section(section, &mut headings))?;
    let units: Vec<Unit> = form.units.into_iter().map(load_unit).collect();
    let names = Plan { units, ..Plan::default() };
    let tasks = each(form.tasks, |task| load_task(&names, &source, task, &mut at))?;
    let standing = each(form.standing, |passage| load_passage(passage, &mut at))?;
    let pieces = load_pieces(&source, &form.pieces)?;
    Ok(Plan {
        id: form.id,
        meta,
        pieces,
        preamble,
        general,
        sections,
        tasks,
        standing,
        units: names.units,
        localities: form.localities.into_iter().map(load_locality).collect(),
        rewordings: form.rewordings.into_iter().map(load_rewording).collect(),
        source,
    })
}

fn each<F, T>(forms: Vec<F>, load: impl FnMut(F) -> Result<T, Damage>) -> Result<Vec<T>, Damage> {
    forms.into_iter().map(load).collect()
}

fn load_pieces(source: &str, lines: &[String]) -> Result<Vec<Piece>, Damage> {
    let mut pieces = Vec::new();
    let mut at = Cursor::new(source);
    for mut rest in lines.iter().map(String::as_str) {
        while let Some(first) = rest.chars().next() {
            let kind = KINDS.into_iter().find(|kind| letter(*kind) == first).ok_or(Damage::Pieces)?;
            let digits = &rest[first.len_utf8()..];
            let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
            let len = digits[..end].parse().map_err(|_| Damage::Pieces)?;
            let span = at.take(Some((0, len)))?;
            pieces.push(Piece { kind, span });
            rest = &digits[end..];
        }
    }
    Ok(pieces)
}

fn load_fact((value, basis): FactForm) -> Fact {
    Fact { value, basis }
}

fn load_meta(form: MetaForm, at: &mut Cursor) -> Result<Meta, Damage> {
    Ok(Meta {
        title: at.take(form.title)?,
        number: form.number.map(load_fact),
        issuer: form.issuer.map(load_fact),
        issued: form.issued.map(load_fact),
        published: form.published.map(load_fact),
        addressees: form.addressees.map(load_fact),
        due: form.due.map(load_fact),
        english: form.english,
    })
}

fn load_passage(form: PassageForm, at: &mut Cursor) -> Result<Passage, Damage> {
    Ok(Passage {
        label: at.take(form.label)?,
        title: at.take(form.title)?,
        paragraphs: at.take_all(form.paragraphs)?,
        duties: each(form.duties, |duty| load_passage(duty, at))?,
    })
}

fn load_section(form: SectionForm, at: &mut Cursor) -> Result<Section, Damage> {
    let (start, end) = form.tasks;
    Ok(Section { no: form.no, path: form.path, title: at.take(form.title)?, tasks: start..end, english: form.english })
}

fn load_task(names: &Plan, source: &str, form: TaskForm, at: &mut Cursor) -> Result<Task, Damage> {
    let id: TaskId = form.id.parse().map_err(|()| Damage::TaskIds)?;
    Ok(Task {
        id,
        path: form.path,
        label: at.take(form.label)?,
        title: at.take(form.title)?,
        measures: each(form.measures.into_iter().enumerate().collect(), |(i, measure)| {
            load_measure(id, i, measure, at)
        })?,
        responsibilities: each(form.responsibilities, |r| load_responsibility(names, source, r, at))?,
        deadlines: at.take_all(form.deadlines)?,
        english: form.english,
    })
}

fn load_measure(task: TaskId, i: usize, form: MeasureForm, at: &mut Cursor) -> Result<Measure, Damage> {
    let n = form.n.or(u16::try_from(i + 1).ok()).ok_or(Damage::TaskIds)?;
    let span = at.take(form.at)?;
    let mut inside = at.inside(span);
    Ok(Measure {
        id: MeasureId { task, n },
        span,
        targets: each(form.targets, |target| load_target(target, &mut inside))?,
        responsibility: form.responsibility,
    })
}

fn load_target(form: TargetForm, at: &mut Cursor) -> Result<Target, Damage> {
    Ok(Target {
        span: at.take(form.at)?,
        comparator: match form.is {
            ComparatorForm::Exactly => Comparator::Exactly,
            ComparatorForm::AtLeast => Comparator::AtLeast,
            ComparatorForm::AtMost => Comparator::AtMost,
            ComparatorForm::Eliminate => Comparator::Eliminate,
            ComparatorForm::Unstated => Comparator::Unstated,
        },
        value: form.value,
        unit: form.unit,
        counts: form.counts,
    })
}

fn load_responsibility(
    names: &Plan,
    source: &str,
    form: ResponsibilityForm,
    at: &mut Cursor,
) -> Result<Responsibility, Damage> {
    let span = at.take(form.at)?;
    let mut inside = at.inside(span);
    Ok(Responsibility {
        span,
        assigned: each(form.assigned, |assignment| load_assignment(names, source, assignment, &mut inside))?,
        open: form.open,
    })
}

fn load_assignment(names: &Plan, source: &str, form: AssignmentForm, at: &mut Cursor) -> Result<Assignment, Damage> {
    let AssignmentForm { at: place, who, role } = form;
    let span = at.take(place)?;
    Ok(Assignment {
        who: match who {
            None => Assignee::Unit(names.unit_named(span.of(source)).ok_or(Damage::Assignment)?),
            Some(WhoForm::Unit(unit)) => Assignee::Unit(unit),
            Some(WhoForm::All) => Assignee::Localities(Reach::All),
            Some(WhoForm::Undetermined) => Assignee::Localities(Reach::Undetermined),
            Some(WhoForm::Generic) => Assignee::Generic,
        },
        role: match role {
            Some(RoleForm::Lead) => Role::Lead,
            Some(RoleForm::Support) => Role::Support,
            None => Role::Responsible,
        },
        span,
    })
}

fn load_unit(form: UnitForm) -> Unit {
    Unit {
        key: form.key,
        aliases: form.aliases,
        canonical: form.canonical.map(load_fact),
        kind: if form.central { UnitKind::Central } else { UnitKind::Department },
        english: form.english,
    }
}

fn load_locality(form: LocalityForm) -> Locality {
    Locality { key: form.key, short: form.short, english: form.english }
}

fn load_rewording(form: RewordingForm) -> Rewording {
    Rewording {
        record: form.record,
        simplified: form.simplified,
        certainty: match form.certainty {
            CertaintyForm::Confirmed => Certainty::Confirmed,
            CertaintyForm::Direction => Certainty::Direction,
            CertaintyForm::Inferred => Certainty::Inferred,
        },
        basis: form.basis,
    }
}
