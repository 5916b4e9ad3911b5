//! Writes the words of a checklist from the plan and the ledger, in the script of the paper.

use super::model::{DutyParagraph, MeasureRow, PaperRow, TargetLine, TaskRow};
use super::request::PaperRequest;
use super::words::{between, heading, lead_in};
use crate::domain::calendar::iso_day;
use crate::domain::dues::{Apart, Due, Dues, dues, plan_year};
use crate::domain::ledger::MarkKey;
use crate::domain::mark::Field;
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::{
    Assignee, Assignment, Measure, MeasureId, Passage, Plan, Responsibility, Role, Section, Target, Task,
};
use crate::domain::printed_day::{Day, day_of};
use crate::domain::reading::Reading;
use crate::domain::rollup::{self, Asked, STATES, Standings, Total};
use crate::domain::runs::{Run, runs};
use crate::domain::script::{Script, simplify};
use crate::domain::span::Span;
use crate::text::paper::PaperWords;
use crate::text::year::of_all;
use std::cell::OnceCell;

/// Writes the words of a requested paper.
pub(super) struct Writer<'a> {
    pub(super) request: &'a PaperRequest<'a>,
    /// By when the measures are due; read when first asked for.
    dues: OnceCell<Dues>,
}

/// A task with the measures that are requested.
pub(super) struct TaskSelection<'a> {
    /// Index into [`Plan::tasks`].
    pub(super) place: usize,
    pub(super) task: &'a Task,
    /// The parties asked about it.
    pub(super) asked: Asked,
    /// The requested measures.
    pub(super) measures: Vec<&'a Measure>,
    /// Whether the plan does not say that the task is the locality's.
    pub(super) undetermined: bool,
}

impl<'a> Writer<'a> {
    /// The writer of a requested paper.
    pub(super) fn of(request: &'a PaperRequest<'a>) -> Self {
        Self { request, dues: OnceCell::new() }
    }

    /// By when the measures are due.
    pub(super) fn dues(&self) -> &Dues {
        self.dues.get_or_init(|| dues(self.plan()).unwrap_or_default())
    }

    /// How near the day is on which a measure is due that stands like this, on the day of the paper.
    pub(super) fn due(&self, id: MeasureId, standing: rollup::Standing) -> Due {
        day_of(self.request.date, None).map_or(Due::Far, |today| self.dues().due(id, standing, today))
    }

    /// A printed deadline, with its date behind it if it has one: 2021年6月底前（2021-06-30）.
    pub(super) fn deadline(&self, deadline: &Apart) -> String {
        self.dated(deadline.span, deadline.day)
    }

    /// The same for one wherever it stands.
    pub(super) fn time(&self, at: Span) -> String {
        self.dated(at, day_of(self.plan().text(at), plan_year(self.plan())))
    }

    fn dated(&self, at: Span, day: Option<Day>) -> String {
        let date = day.map(|day| ["（", &iso_day(day.into()), "）"].concat());
        self.text(at) + &date.unwrap_or_default()
    }

    pub(super) fn plan(&self) -> &'a Plan {
        self.request.plan
    }

    /// Words of the record in the script of the paper.
    pub(super) fn write(&self, record: &str) -> String {
        self.plan().in_rendition(record, self.request.rendition)
    }

    /// Whether these words can stand on the paper as they are: names in simplified characters cannot on a traditional paper.
    pub(super) fn is_in_script(&self, words: &str) -> bool {
        self.request.script() != Script::Traditional || words.chars().any(|c| simplify(c) != c)
    }

    pub(super) fn text(&self, span: Span) -> String {
        self.write(self.plan().text(span))
    }

    /// A span in the script of the paper, with the spans inside it that `marked` gives marked.
    fn runs(&self, span: Span, marked: impl Iterator<Item = Span>) -> Vec<Run> {
        let inside = |part: Span| {
            (part.start.saturating_sub(span.start) as usize)..(part.end.saturating_sub(span.start) as usize)
        };
        let marked: Vec<_> = marked.filter(|part| span.contains(*part)).map(inside).collect();
        let record = self.plan().text(span);
        let reading = Reading::new(record, &self.plan().rewordings, self.request.rendition);
        let marked: Vec<_> = marked.into_iter().map(|range| reading.to_reading(range)).collect();
        runs(reading.text(), &marked, &[])
    }

    /// The party as the plan prints it, and its full name if known.
    pub(super) fn names(&self) -> (String, Option<String>) {
        let unit = if let Party::Unit(i) = self.request.party { self.plan().units.get(i) } else { None };
        let full = unit.and_then(|unit| unit.canonical.as_ref()).map(|fact| fact.value.clone());
        (self.name(self.request.party), full)
    }

    /// The tasks with requested measures.
    pub(super) fn tasks(&self) -> Vec<TaskSelection<'a>> {
        let scope = self.request.scope(self.request.party);
        let request: Ordered<MeasureId> = self.request.measures.iter().copied().collect();
        let mut tasks = Vec::new();
        for (place, i) in scope.all().enumerate() {
            let Some(task) = self.plan().tasks.get(i) else { continue };
            let measures: Vec<&Measure> =
                task.measures.iter().filter(|measure| request.contains(&measure.id)).collect();
            if !measures.is_empty() {
                let asked = Asked::of(self.plan(), task);
                tasks.push(TaskSelection { place: i, task, asked, measures, undetermined: place >= scope.tasks.len() });
            }
        }
        tasks
    }

    /// The task at this place of the plan if it has no measures, else `None`.
    pub(super) fn without_measures(&self, place: usize) -> Option<TaskSelection<'a>> {
        let task = self.plan().tasks.get(place).filter(|task| task.measures.is_empty())?;
        let asked = Asked::of(self.plan(), task);
        Some(TaskSelection { place, task, asked, measures: Vec::new(), undetermined: false })
    }

    /// The standing of a measure; `None` on a blank form.
    pub(super) fn standing_of(&self, selection: &TaskSelection, id: MeasureId) -> Option<rollup::Standing> {
        let ledger = self.request.ledger?;
        let measure = selection.task.measures.iter().find(|measure| measure.id == id)?;
        Some(rollup::Standing::of(ledger.said_of(id), &selection.asked, (selection.task, measure), self.request.party))
    }

    /// The number and title of a section, among others of its plan.
    pub(super) fn section(&self, section: &Section) -> String {
        heading(&self.write(&self.plan().section_number(section)), &self.text(section.title))
    }

    /// The headings that begin with a section, as printed, where the section before it on the paper is `before`: those over it that
    /// do not stand over that one, and its own.
    pub(super) fn headings(&self, before: Option<&Section>, section: &Section) -> Vec<String> {
        let label = section.path.last().map_or("", String::as_str);
        let own = heading(&self.write(label), &self.text(section.title));
        let over = section.opened(before).map(|(_, upper)| heading(&self.text(upper.label), &self.text(upper.title)));
        over.chain([own]).filter(|words| !words.is_empty()).collect()
    }

    /// Which measures are on the paper, in one sentence: their total, and what is on it beside the total ([`rollup`]).
    pub(super) fn scope(&self, words: &PaperWords) -> String {
        let PaperRequest { plan, party, ledger, .. } = *self.request;
        let whole = Standings::of_party(plan, self.request.said(), party);
        let (mut total, mut measures) = (Total::default(), 0);
        for selection in self.tasks() {
            measures += selection.measures.len();
            total.add(selection.measures.iter().map(|measure| whole.get(measure.id)));
        }
        let mut sentence = if measures == self.request.scope(party).measures(plan).count() {
            between(&words.all, &[total.tasks, total.count.all])
        } else {
            let whole = whole.total();
            between(&words.part, &[total.tasks, total.count.all])
                + &between(&words.part_of, &[whole.tasks, whole.count.all])
        };
        if ledger.is_some() {
            sentence += &between(&words.done(party).count, &[total.count.done]);
        }
        let beside =
            [(words.not_applicable_count, total.not_applicable), (words.undetermined_count, total.undetermined)];
        let beside = beside.iter().filter(|(_, n)| *n > 0).map(|(words, n)| between(words, &[*n])).collect::<Vec<_>>();
        if !beside.is_empty() {
            let [before, after] = words.beside;
            sentence = [&sentence, before, &beside.join("、"), after].concat();
        }
        if !self.request.filters.is_empty() {
            sentence = [&sentence, "；", words.filters, self.request.filters].concat();
        }
        sentence
    }

    /// A headed passage and the duties inside it.
    pub(super) fn standing(&self, passage: &Passage) -> Vec<DutyParagraph> {
        let heading = heading(&self.text(passage.label), &self.text(passage.title));
        let mut all = vec![DutyParagraph::Heading(heading)];
        all.extend(passage.paragraphs.iter().map(|span| self.paragraph(String::new(), Some(*span))));
        passage.duties.iter().for_each(|duty| self.add_duty(duty, &mut all));
        all.retain(|standing| !matches!(standing, DutyParagraph::Heading(words) if words.is_empty()));
        all
    }

    /// Adds a duty, and the duties inside it.
    fn add_duty(&self, duty: &Passage, all: &mut Vec<DutyParagraph>) {
        let lead_in = lead_in(&self.text(duty.label), &self.text(duty.title));
        let mut paragraphs = duty.paragraphs.iter().copied();
        all.push(self.paragraph(lead_in, paragraphs.next()));
        all.extend(paragraphs.map(|span| self.paragraph(String::new(), Some(span))));
        duty.duties.iter().for_each(|duty| self.add_duty(duty, all));
    }

    fn paragraph(&self, lead_in: String, text: Option<Span>) -> DutyParagraph {
        DutyParagraph::Paragraph { lead_in, text: text.map(|span| self.text(span)).unwrap_or_default() }
    }

    pub(super) fn rows(&self, words: &PaperWords) -> Vec<PaperRow> {
        let mut rows = Vec::new();
        let mut apart = false;
        for selection in self.tasks() {
            if selection.undetermined && !apart {
                rows.push(PaperRow::Undetermined);
            }
            apart = selection.undetermined;
            let deadlines: Vec<String> =
                self.dues().apart(selection.place).filter(|due| !due.of_one).map(|due| self.deadline(due)).collect();
            rows.push(PaperRow::Task(TaskRow { deadline: deadlines.join("；"), ..self.task(selection.task, words) }));
            rows.extend(
                selection.measures.iter().map(|measure| PaperRow::Measure(self.measure(&selection, measure, words))),
            );
        }
        if rows.is_empty() {
            rows.push(PaperRow::Nothing);
        }
        rows
    }

    pub(super) fn task(&self, task: &Task, words: &PaperWords) -> TaskRow {
        let of_a_measure = |i: usize| task.measures.iter().any(|measure| measure.responsibility == Some(i));
        let statements = task.responsibilities.iter().enumerate().filter(|(i, _)| !of_a_measure(*i));
        let role = task.assigned().find(|assignment| self.is_party(assignment.who)).and_then(|own| match own.role {
            Role::Lead => Some(words.lead),
            Role::Support => Some(words.support),
            Role::Responsible => None,
        });
        TaskRow {
            no: task.no.to_string(),
            title: self.text(task.title),
            role,
            deadline: String::new(),
            responsibility: statements.flat_map(|(_, statement)| self.statement(statement)).collect(),
        }
    }

    pub(super) fn measure(&self, selection: &TaskSelection, measure: &Measure, words: &PaperWords) -> MeasureRow {
        let statement = measure.responsibility.and_then(|i| selection.task.responsibilities.get(i));
        let several = measure.targets.len() > 1;
        let value =
            |field: Field| self.request.ledger.map_or("", |ledger| ledger.value(self.request.party, measure.id, field));
        let target = |(place, target): (usize, &Target)| {
            let field = Field::Actual(u16::try_from(place + 1).unwrap_or(u16::MAX));
            let unit = self.write(&target.unit);
            let given = self.said(selection, measure.id, field).into_iter();
            let given: Vec<String> = given.map(|(name, value)| [&name, &value, " ", &unit].concat()).collect();
            TargetLine {
                counts: target.counts.as_ref().filter(|_| several).map(|counts| self.write(counts)),
                words: self.text(target.span),
                actual: given.join("；"),
            }
        };
        let standing = self.standing_of(selection, measure.id);
        let written = [
            (words.fields.progress.short, Field::Progress),
            (words.fields.problem.short, Field::Problem),
            (words.fields.next_step.short, Field::NextStep),
            (words.fields.date.short, Field::Date),
        ];
        let written = written.map(|(label, field)| (label, value(field).to_owned()));
        let own_day = self.dues().own_day(selection.place, measure.id);
        MeasureRow {
            no: self.plan().label(measure.id).to_string(),
            deadline: own_day.map(|day| iso_day(day.into())).unwrap_or_default(),
            done: standing.is_some_and(|standing| standing.done),
            state: standing.filter(|standing| standing.counts).map_or_else(String::new, |s| {
                let late = if self.due(measure.id, s) == Due::Overdue { words.overdue } else { "" };
                self.state(&words.states, s) + late
            }),
            report: written.into_iter().filter(|(_, text)| !text.is_empty()).collect(),
            text: self.runs(measure.span, measure.targets.iter().map(|target| target.span)),
            responsibility: statement.map(|statement| self.statement(statement)).unwrap_or_default(),
            targets: measure.targets.iter().enumerate().map(target).collect(),
        }
    }

    /// What was written in a field of a measure: by the party itself and, on the coordinator's papers, by every party asked.
    /// The texts of others have the party's name before them.
    pub(super) fn said(&self, selection: &TaskSelection, id: MeasureId, field: Field) -> Vec<(String, String)> {
        let Some(ledger) = self.request.ledger else { return Vec::new() };
        let mut said = Vec::new();
        for (key, mark) in ledger.said_of(id) {
            let MarkKey::Placed(party, _) = key else { continue };
            let text = mark.value(field);
            let own = *party == self.request.party;
            let others = self.request.party == Party::Coordinator && selection.asked.counts_with(*party, mark);
            if !text.is_empty() && (own || others) {
                let name = if own { String::new() } else { self.name(*party) + "：" };
                said.push((name, text.to_owned()));
            }
        }
        said
    }

    /// The name of a unit or locality as the plan prints it.
    pub(super) fn name(&self, party: Party) -> String {
        let words = self.request.words();
        let coordinator = || self.of_whole(words, words.coordinator_name);
        self.plan().printed_name(party).map_or_else(coordinator, |name| self.write(name))
    }

    /// A word for something of the plan as a whole, with the kind of place that the plan is for: 全市統籌.
    pub(super) fn of_whole(&self, words: &PaperWords, what: &str) -> String {
        let whole = self.plan().territory().and_then(|kind| words.whole.get(kind as usize));
        [whole.copied().unwrap_or_default(), what].concat()
    }

    /// The state of a measure in these words; for the coordinator with how many have reported.
    pub(super) fn state(&self, states: &[&'static str; STATES], standing: rollup::Standing) -> String {
        let state = states[standing.state as usize];
        if self.request.party == Party::Coordinator && standing.asked > 0 {
            of_all(state, states, &standing)
        } else {
            state.to_owned()
        }
    }

    /// A statement of responsibility as printed, with the party's own name marked. Of a plan that was mended it says who answers as
    /// mended, which the printed words may not.
    pub(super) fn statement(&self, statement: &Responsibility) -> Vec<Run> {
        if !self.plan().corrections.is_empty() {
            return self.mended_statement(statement);
        }
        let own = statement.assigned.iter().filter(|assignment| self.is_party(assignment.who));
        self.runs(statement.span, own.map(|assignment| assignment.span))
    }

    /// Who answers, by roles: （牽頭：市發展改革委；市教育局、市財政局；配合：市水務局等）.
    fn mended_statement(&self, statement: &Responsibility) -> Vec<Run> {
        let words = self.request.words();
        let (mut text, mut own) = (String::from("（"), Vec::new());
        for (role, label) in [(Role::Lead, words.lead), (Role::Responsible, ""), (Role::Support, words.support)] {
            let of_it: Vec<_> = statement.assigned.iter().filter(|assignment| assignment.role == role).collect();
            if of_it.is_empty() {
                continue;
            }
            if !text.ends_with('（') {
                text.push('；');
            }
            if !label.is_empty() {
                text += label;
                text.push('：');
            }
            for (place, assignment) in of_it.into_iter().enumerate() {
                if place > 0 {
                    text.push('、');
                }
                let start = text.len();
                text += &self.assigned_name(assignment);
                own.extend(self.is_party(assignment.who).then_some(start..text.len()));
            }
        }
        if text.ends_with('（') {
            return Vec::new();
        }
        text += if statement.open { "等）" } else { "）" };
        runs(&text, &own, &[])
    }

    /// The name of who is assigned: of a body the one it goes by, of a set of places the printed words.
    fn assigned_name(&self, assignment: &Assignment) -> String {
        Party::of(assignment.who).map_or_else(|| self.text(assignment.span), |party| self.name(party))
    }

    fn is_party(&self, who: Assignee) -> bool {
        self.request.party.is_named(who)
    }
}
