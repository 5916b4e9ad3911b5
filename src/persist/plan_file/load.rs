//! From the saved form to the plan. Places are checked here, as they are read; the rest by [`super::check`].
//!
//! What cannot be is noted and reading goes on with something empty in its place: so every function here says what
//! stands where and nothing else. [`plan`] gives out nothing if anything was noted.

use super::Damage;
use super::loader::{Field, Loader};
use crate::domain::plan::{
    Assignee, Assignment, Certainty, Comparator, Direction, Fact, Locality, Measure, MeasureId, Meta, Passage, Plan,
    Reach, Responsibility, Rewording, Role, Section, Target, Task, TaskId, Unit, UnitKind,
};
use crate::domain::script::Script;
use crate::persist::json::Json;

/// The plan of a saved form.
pub fn plan(form: &Json) -> Result<Plan, Damage> {
    let mut loader = Loader::default();
    let plan = loader.plan(form);
    loader.noted().map_or(Ok(plan), Err)
}

/// What stands where.
impl<'j> Loader<'j> {
    fn plan(&mut self, form: &'j Json) -> Plan {
        let names = [
            "format",
            "version",
            "id",
            "meta",
            "source",
            "pieces",
            "preamble",
            "general",
            "sections",
            "tasks",
            "standing",
            "units",
            "localities",
            "rewordings",
            "script",
        ];
        let [
            _,
            _,
            id,
            meta,
            source,
            pieces,
            preamble,
            general,
            sections,
            tasks,
            standing,
            units,
            localities,
            rewordings,
            script,
        ] = self.fields(Some(form), names, 14);
        self.source = self.word(source);
        let pieces = self.pieces(pieces);
        self.names.units = self.each(units, Self::unit);
        // The places follow one another in the order of these lines; `save::text` goes the same way.
        self.end = 0;
        let meta = self.meta(meta);
        let preamble = self.each(preamble, Self::span);
        let general = self.each(general, Self::passage);
        let start = self.end;
        let sections = self.each(sections, Self::section);
        self.end = start;
        let tasks = self.each(tasks, Self::task);
        let standing = self.each(standing, Self::passage);
        Plan {
            id: self.text(id),
            source: self.source.to_owned(),
            script: self.script(script),
            meta,
            pieces,
            preamble,
            general,
            sections,
            tasks,
            standing,
            units: std::mem::take(&mut self.names.units),
            localities: self.each(localities, Self::locality),
            rewordings: self.each(rewordings, Self::rewording),
        }
    }

    #[allow(clippy::similar_names)] // issuer and issued are what they are
    fn meta(&mut self, meta: Field<'j>) -> Meta {
        let names = ["title", "number", "issuer", "issued", "published", "addressees", "start", "due", "english"];
        let [title, number, issuer, issued, published, addressees, start, due, english] = self.fields(meta, names, 1);
        Meta {
            title: self.span(title),
            number: self.fact(number),
            issuer: self.fact(issuer),
            issued: self.fact(issued),
            published: self.fact(published),
            addressees: self.fact(addressees),
            start: self.fact(start),
            due: self.fact(due),
            english: self.maybe_text(english),
        }
    }

    fn fact(&mut self, fact: Field<'j>) -> Option<Fact> {
        fact?;
        let [value, basis] = self.pair(fact);
        Some(Fact { value: self.text(value), basis: self.text(basis) })
    }

    fn passage(&mut self, passage: Field<'j>) -> Passage {
        let [label, title, paragraphs, duties] = self.fields(passage, ["label", "title", "paragraphs", "duties"], 2);
        Passage {
            label: self.span(label),
            title: self.span(title),
            paragraphs: self.each(paragraphs, Self::span),
            duties: self.each(duties, Self::passage),
        }
    }

    fn section(&mut self, section: Field<'j>) -> Section {
        let [no, path, title, tasks, english] = self.fields(section, ["no", "path", "title", "tasks", "english"], 4);
        let no = self.whole(no);
        let no = self.short(no);
        let [start, end] = self.pair(tasks);
        Section {
            no,
            path: self.each(path, Self::text),
            title: self.span(title),
            tasks: self.whole(start)..self.whole(end),
            english: self.maybe_text(english),
        }
    }

    fn task(&mut self, task: Field<'j>) -> Task {
        let names = ["id", "path", "label", "title", "measures", "responsibilities", "deadlines", "english"];
        let [id, path, label, title, measures, responsibilities, deadlines, english] = self.fields(task, names, 5);
        let id: TaskId = self.word(id).parse().ok().or_else(|| self.note(Damage::TaskIds)).unwrap_or_default();
        let (label, title) = (self.span(label), self.span(title));
        let mut task = Task { id, label, title, ..Task::default() };
        for (i, measure) in self.list(measures).iter().enumerate() {
            let measure = self.measure(id, i, Some(measure));
            task.measures.push(measure);
        }
        task.responsibilities = self.each(responsibilities, Self::responsibility);
        task.deadlines = self.each(deadlines, Self::span);
        task.path = self.each(path, Self::text);
        task.english = self.maybe_text(english);
        task
    }

    fn measure(&mut self, task: TaskId, i: usize, measure: Field<'j>) -> Measure {
        let [at, n, targets, responsibility] = self.fields(measure, ["at", "n", "targets", "responsibility"], 1);
        let n = self.maybe_whole(n).unwrap_or(i + 1);
        let n = self.short(n);
        let span = self.span(at);
        let end = std::mem::replace(&mut self.end, span.start.into());
        let targets = self.each(targets, Self::target);
        self.end = end;
        Measure { id: MeasureId { task, n }, span, targets, responsibility: self.maybe_whole(responsibility) }
    }

    fn target(&mut self, target: Field<'j>) -> Target {
        let names = ["at", "is", "value", "unit", "direction", "counts"];
        let [at, is, value, unit, direction, counts] = self.fields(target, names, 4);
        let comparator = match self.word(is) {
            "=" => Some(Comparator::Exactly),
            ">=" => Some(Comparator::AtLeast),
            "<=" => Some(Comparator::AtMost),
            "eliminate" => Some(Comparator::Eliminate),
            "unstated" => Some(Comparator::Unstated),
            _ => self.note(Damage::Shape),
        };
        let comparator = comparator.unwrap_or(Comparator::Unstated);
        let direction = match direction.map(|_| self.word(direction)) {
            None => Some(comparator.direction()),
            Some("up") => Some(Direction::Up),
            Some("down") => Some(Direction::Down),
            Some("fixed") => Some(Direction::Fixed),
            Some(_) => self.note(Damage::Shape),
        };
        let value = value.and_then(Json::number).or_else(|| self.note(Damage::Shape));
        Target {
            span: self.span(at),
            comparator,
            direction: direction.unwrap_or(comparator.direction()),
            value: value.unwrap_or_default(),
            unit: self.text(unit),
            counts: self.maybe_text(counts),
        }
    }

    fn responsibility(&mut self, responsibility: Field<'j>) -> Responsibility {
        let [at, assigned, open] = self.fields(responsibility, ["at", "assigned", "open"], 2);
        let span = self.span(at);
        let end = std::mem::replace(&mut self.end, span.start.into());
        let assigned = self.each(assigned, Self::assignment);
        self.end = end;
        Responsibility { span, assigned, open: self.flag(open) }
    }

    fn assignment(&mut self, assignment: Field<'j>) -> Assignment {
        let [at, who, role] = self.fields(assignment, ["at", "who", "role"], 1);
        let span = self.span(at);
        let who = match who {
            None => self.names.unit_named(span.of(self.source)).map(Assignee::Unit),
            Some(Json::Object(_)) => {
                let [unit] = self.fields(who, ["unit"], 1);
                Some(Assignee::Unit(self.whole(unit)))
            }
            Some(_) => match self.word(who) {
                "all" => Some(Assignee::Localities(Reach::All)),
                "undetermined" => Some(Assignee::Localities(Reach::Undetermined)),
                "generic" => Some(Assignee::Generic),
                _ => None,
            },
        };
        let role = match role {
            None => Some(Role::Responsible),
            Some(_) => match self.word(role) {
                "lead" => Some(Role::Lead),
                "support" => Some(Role::Support),
                _ => self.note(Damage::Shape),
            },
        };
        Assignment {
            who: who.or_else(|| self.note(Damage::Assignment)).unwrap_or(Assignee::Generic),
            role: role.unwrap_or(Role::Responsible),
            span,
        }
    }

    /// Older forms do not say it.
    fn script(&mut self, script: Field<'j>) -> Script {
        match script.map(|word| self.word(Some(word))) {
            None => Script::of(self.source),
            Some("simplified") => Script::Simplified,
            Some("traditional") => Script::Traditional,
            Some("mixed") => Script::Mixed,
            Some(_) => self.note(Damage::Shape).unwrap_or_default(),
        }
    }

    fn unit(&mut self, unit: Field<'j>) -> Unit {
        let [key, aliases, canonical, central, english] =
            self.fields(unit, ["key", "aliases", "canonical", "central", "english"], 1);
        Unit {
            key: self.text(key),
            aliases: self.each(aliases, Self::text),
            canonical: self.fact(canonical),
            kind: if self.flag(central) { UnitKind::Central } else { UnitKind::Department },
            english: self.maybe_text(english),
        }
    }

    fn locality(&mut self, locality: Field<'j>) -> Locality {
        let [key, short, english] = self.fields(locality, ["key", "short", "english"], 2);
        Locality { key: self.text(key), short: self.text(short), english: self.maybe_text(english) }
    }

    fn rewording(&mut self, rewording: Field<'j>) -> Rewording {
        let [record, simplified, certainty, basis] =
            self.fields(rewording, ["record", "simplified", "certainty", "basis"], 4);
        let certainty = match self.word(certainty) {
            "confirmed" => Some(Certainty::Confirmed),
            "direction" => Some(Certainty::Direction),
            "inferred" => Some(Certainty::Inferred),
            _ => self.note(Damage::Shape),
        };
        Rewording {
            record: self.text(record),
            simplified: self.text(simplified),
            certainty: certainty.unwrap_or(Certainty::Inferred),
            basis: self.text(basis),
        }
    }
}
