//! The form of a plan: its fields and their order, once for both reading and writing.
//!
//! Every struct is taken apart by name, so that a new field of the plan does not compile before it has a line here. Fields
//! are written in the order of the lines, and the places in them follow one another in that order; they are read in any
//! order. Empty values are left out, and asked for first (`maybe`, `some`, `has`): so files from before such a field existed
//! can be read.

use super::Damage;
use super::walk::{ITEM, Walk};
use crate::domain::plan::{
    Assignee, Assignment, Fact, Locality, Measure, MeasureId, Meta, Passage, Plan, Responsibility, Rewording, Role,
    Section, Target, Task, TaskId, TaskLabel, Unit, UnitKind, Upper,
};
use crate::domain::script::Script;
use crate::domain::span::Span;

/// The version of the form: the one this program writes, and the newest it reads.
pub const VERSION: u32 = 1;

/// How the form names itself.
pub(super) const FORMAT: &str = "yaodian-plan";

/// The walk of a reader or a writer.
type W<'w> = dyn Walk + 'w;

/// Walks the whole form.
pub fn plan(walk: &mut W, plan: &mut Plan) {
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
        given,
        corrections,
    } = plan;
    walk.text("format", &mut FORMAT.to_owned());
    walk.whole("version", &mut (VERSION as usize));
    walk.text("id", id);
    walk.enter("meta");
    self::meta(walk, meta);
    walk.leave();
    walk.text("source", source);
    if walk.has("script", true) {
        walk.word("script", script);
    } else {
        *script = Script::of(source);
    }
    walk.pieces("pieces", pieces);
    walk.each("preamble", preamble, place);
    walk.lines("general", general, passage);
    let start = *walk.end();
    walk.lines("sections", sections, section);
    // The places of tasks lie among those of sections.
    *walk.end() = start;
    walk.lines("tasks", tasks, task);
    walk.lines("standing", standing, passage);
    self::units(walk, units);
    walk.lines("localities", localities, locality);
    walk.lines("rewordings", rewordings, rewording);
    if walk.has("given", *given != TaskId::default()) {
        task_id(walk, "given", given);
    }
    walk.some("corrections", corrections, text);
}

fn meta(walk: &mut W, meta: &mut Meta) {
    let Meta { title, number, issuer, issued, published, addressees, start, due, english } = meta;
    walk.place("title", title);
    walk.maybe("number", number, fact);
    walk.maybe("issuer", issuer, fact);
    walk.maybe("issued", issued, fact);
    walk.maybe("published", published, fact);
    walk.maybe("addressees", addressees, fact);
    walk.maybe("start", start, fact);
    walk.maybe("due", due, fact);
    walk.maybe_text("english", english);
}

fn fact(walk: &mut W, name: &str, Fact { value, basis }: &mut Fact) {
    walk.pair(name, [value, basis], |walk, name, text| walk.text(name, text));
}

fn whole(walk: &mut W, name: &str, number: &mut usize) {
    walk.whole(name, number);
}

fn text(walk: &mut W, text: &mut String) {
    walk.text(ITEM, text);
}

fn place(walk: &mut W, span: &mut Span) {
    walk.place(ITEM, span);
}

fn passage(walk: &mut W, passage: &mut Passage) {
    let Passage { label, title, paragraphs, duties } = passage;
    walk.place("label", label);
    walk.place("title", title);
    walk.some("paragraphs", paragraphs, place);
    walk.some("duties", duties, self::passage);
}

fn section(walk: &mut W, section: &mut Section) {
    let Section { no, path, over, title, tasks } = section;
    walk.short("no", no);
    walk.each("path", path, text);
    walk.some("over", over, upper);
    walk.place("title", title);
    walk.pair("tasks", [&mut tasks.start, &mut tasks.end], whole);
}

fn upper(walk: &mut W, Upper { label, title }: &mut Upper) {
    walk.place("label", label);
    walk.place("title", title);
}

fn task(walk: &mut W, task: &mut Task) {
    let Task { id, no, label, path, title, measures, responsibilities, deadlines, given } = task;
    task_id(walk, "id", id);
    // The label, if it is not spelled like the id.
    if walk.has("no", *no != id.spelling()) {
        task_label(walk, "no", no);
    } else {
        *no = id.spelling();
    }
    walk.each("path", path, text);
    walk.place("label", label);
    walk.place("title", title);
    let mut next = 0;
    walk.each("measures", measures, |walk, measure| {
        next += 1;
        self::measure(walk, *id, next, measure);
    });
    walk.some("responsibilities", responsibilities, responsibility);
    walk.some("deadlines", deadlines, place);
    if walk.has("given", *given > 0) {
        walk.short("given", given);
    }
}

fn task_id(walk: &mut W, name: &str, id: &mut TaskId) {
    let mut spelling = id.spelling();
    task_label(walk, name, &mut spelling);
    *id = TaskId::given(spelling);
}

fn task_label(walk: &mut W, name: &str, label: &mut TaskLabel) {
    let mut words = label.to_string();
    walk.text(name, &mut words);
    match words.parse() {
        Ok(known) => *label = known,
        Err(()) => walk.note(Damage::TaskIds),
    }
}

fn measure(walk: &mut W, task: TaskId, next: usize, measure: &mut Measure) {
    let Measure { id, span, targets, responsibility } = measure;
    // The id is written in full only if it is not the task's id with the measure's place.
    let (mut of, mut n) = id.parts();
    if walk.has("of", of != task) {
        task_id(walk, "of", &mut of);
    } else {
        of = task;
    }
    if walk.has("n", usize::from(n) != next) {
        walk.short("n", &mut n);
    } else {
        // A number too large becomes 0, which is refused later.
        n = u16::try_from(next).unwrap_or_default();
    }
    *id = MeasureId::given(of, n);
    walk.place("at", span);
    inside(walk, *span, |walk| walk.some("targets", targets, target));
    walk.maybe("responsibility", responsibility, whole);
}

/// Walks places inside another, which are counted from its start.
fn inside(walk: &mut W, span: Span, then: impl FnOnce(&mut W)) {
    let end = std::mem::replace(walk.end(), span.start.into());
    then(walk);
    *walk.end() = end;
}

fn target(walk: &mut W, target: &mut Target) {
    let Target { span, comparator, direction, value, unit, counts } = target;
    walk.place("at", span);
    walk.word("is", comparator);
    if walk.has("direction", *direction != comparator.direction()) {
        walk.word("direction", direction);
    } else {
        *direction = comparator.direction();
    }
    walk.number("value", value);
    walk.text("unit", unit);
    walk.maybe_text("counts", counts);
}

fn responsibility(walk: &mut W, responsibility: &mut Responsibility) {
    let Responsibility { span, assigned, open } = responsibility;
    walk.place("at", span);
    inside(walk, *span, |walk| walk.each("assigned", assigned, assignment));
    walk.flag("open", open);
}

fn assignment(walk: &mut W, assignment: &mut Assignment) {
    let Assignment { who, role, span } = assignment;
    walk.place("at", span);
    // Left out if the words at the place are a unit's name.
    let named = walk.unit_at(*span).map(Assignee::Unit);
    if walk.has("who", named != Some(*who)) {
        walk.enter("who");
        assignee(walk, who);
        walk.leave();
    } else if let Some(named) = named {
        *who = named;
    } else {
        walk.note(Damage::Assignment);
    }
    if walk.has("role", *role != Role::Responsible) {
        walk.word("role", role);
    }
}

fn assignee(walk: &mut W, who: &mut Assignee) {
    let is_unit = walk.has("unit", matches!(who, Assignee::Unit(_)));
    if is_unit || walk.has("locality", matches!(who, Assignee::Locality(_))) {
        let mut at = if let Assignee::Unit(at) | Assignee::Locality(at) = who { *at } else { 0 };
        walk.whole(if is_unit { "unit" } else { "locality" }, &mut at);
        *who = if is_unit { Assignee::Unit(at) } else { Assignee::Locality(at) };
    } else {
        walk.word(ITEM, who);
    }
}

fn unit(walk: &mut W, unit: &mut Unit) {
    let Unit { key, aliases, canonical, kind, english } = unit;
    let mut central = match kind {
        UnitKind::Department => false,
        UnitKind::Central => true,
    };
    walk.text("key", key);
    walk.some("aliases", aliases, text);
    walk.maybe("canonical", canonical, fact);
    walk.flag("central", &mut central);
    *kind = if central { UnitKind::Central } else { UnitKind::Department };
    walk.maybe_text("english", english);
}

/// Walks the units of a plan. The reader does so ahead of their turn, to look up their names.
pub fn units(walk: &mut W, units: &mut Vec<Unit>) {
    walk.lines("units", units, unit);
}

fn locality(walk: &mut W, locality: &mut Locality) {
    let Locality { key, short, english } = locality;
    walk.text("key", key);
    walk.text("short", short);
    walk.maybe_text("english", english);
}

fn rewording(walk: &mut W, rewording: &mut Rewording) {
    let Rewording { record, simplified, traditional, certainty, basis } = rewording;
    walk.text("record", record);
    walk.text("simplified", simplified);
    walk.maybe_text("traditional", traditional);
    walk.word("certainty", certainty);
    walk.text("basis", basis);
}
