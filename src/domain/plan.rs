//! One plan: what the document says, as structure over its own text.
//!
//! A [`Plan`] holds the source text once, and every part of it is a [`Span`] of that text, so that the structure cannot drift
//! from the record. What the text itself does not say (canonical names, English names, the simplified reading, the document
//! number) stands beside it as curated facts, each with its basis.

use super::script::{Rendition, Script};
use super::span::Span;
use super::words::joined;
use std::collections::HashSet;

pub use super::ids::{Label, MeasureId, TaskId, TaskLabel};

/// One plan (工作要點).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Its id in storage keys, files and addresses, e.g. `haidong-2021` ([`super::plan_id`]). Never derived from the title.
    pub id: String,
    /// The record: the source text, unchanged.
    pub source: String,
    /// The script the source is written in.
    pub script: Script,
    /// Title, number, issuer, dates.
    pub meta: Meta,
    /// The source cut into pieces: in order, without gaps or overlaps, from the first byte to the last.
    pub pieces: Vec<Piece>,
    /// Paragraphs before the first heading: why, and on what basis, the plan is made.
    pub preamble: Vec<Span>,
    /// Headed passages before the tasks that nobody ticks: 總體要求, 指導思想, 主要目標 …
    pub general: Vec<Passage>,
    /// Headings that group tasks, in printed order.
    pub sections: Vec<Section>,
    /// All tasks in printed order; [`Section::tasks`] gives those of a section.
    pub tasks: Vec<Task>,
    /// Headed passages after the tasks: 組織實施, 保障措施. Each of their [`Passage::duties`] is a standing
    /// requirement that belongs on every checklist.
    pub standing: Vec<Passage>,
    /// Every unit that answers for a task, in the order of first printing.
    pub units: Vec<Unit>,
    /// The localities that 各縣區政府 stands for; empty where nothing says which they are.
    pub localities: Vec<Locality>,
    /// Wordings of the record that the simplified reading replaces.
    pub rewordings: Vec<Rewording>,
    /// The highest id ever given to a task, if that task is gone; the default if the highest one is still there.
    pub given: TaskId,
    /// What a person mended ([`super::corrections`]), as saved; the plan is the reading with that laid on. And which measures it had
    /// before ([`super::carry::Gone`]).
    pub corrections: Vec<String>,
}

/// Title and metadata.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// The title as printed.
    pub title: Span,
    /// Document number, e.g. `東政辦〔2021〕68號`.
    pub number: Option<Fact>,
    /// The body that issued the plan.
    pub issuer: Option<Fact>,
    /// Date of issue, ISO 8601 (`2021-07-20`).
    pub issued: Option<Fact>,
    /// Date of publication, ISO 8601.
    pub published: Option<Fact>,
    /// The bodies the plan is addressed to.
    pub addressees: Option<Fact>,
    /// First day of the plan's term, ISO 8601.
    pub start: Option<Fact>,
    /// Last day of the plan's term, on which all tasks are due unless they say otherwise, ISO 8601.
    pub due: Option<Fact>,
    /// English name of the plan.
    pub english: Option<String>,
}

/// A curated fact: something said of the plan, and its basis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// What is said.
    pub value: String,
    /// The source of the fact: words of the text, or another publication.
    pub basis: String,
}

/// One piece of the source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What the piece is.
    pub kind: PieceKind,
    /// Where the piece stands.
    pub span: Span,
}

/// The kinds of pieces that the source text is cut into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PieceKind {
    /// The title line.
    Title,
    /// Lines before the text proper: notice, table of particulars.
    Notice,
    /// A paragraph of the preamble.
    Preamble,
    /// The printed label of a heading: `一、`, `(一)`, `1. `.
    Label,
    /// The words of a heading.
    Heading,
    /// A paragraph under a heading that nobody ticks.
    Paragraph,
    /// A measure.
    Measure,
    /// A statement of responsibility, brackets included.
    Responsibility,
    /// A statement of a deadline on its own (完成時限：…).
    Deadline,
    /// Text around the document that is not part of it: links and menus of the page it was copied from.
    Furniture,
    /// White space and punctuation between pieces.
    Gap,
}

/// A headed passage that nobody ticks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The printed label without its mark (`一`, `(一)`), empty span where there is none.
    pub label: Span,
    /// The heading without label and closing mark.
    pub title: Span,
    /// Its paragraphs.
    pub paragraphs: Vec<Span>,
    /// Numbered passages inside it. Under 組織實施 these are the standing duties.
    pub duties: Vec<Passage>,
}

/// A numbered heading that groups tasks (部分).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// 1, 2, 3 … in printed order over the whole plan.
    pub no: u16,
    /// The printed labels from the outermost heading to this one, without trailing mark: `["二", "(一)"]`.
    pub path: Vec<String>,
    /// The headings over it that have no tasks of their own, the outermost first: 一、稳定粮食生产 over （一）落实面积. Those that
    /// stand over all sections tell none apart, and are left out.
    pub over: Vec<Upper>,
    /// The heading without label and closing mark. An empty span where tasks stand under no heading.
    pub title: Span,
    /// Its tasks, as a range of [`Plan::tasks`].
    pub tasks: std::ops::Range<usize>,
}

impl Section {
    /// The words of the headings over it and of its own, the outermost first.
    pub fn titles(&self) -> impl Iterator<Item = Span> {
        self.over.iter().map(|upper| upper.title).chain([self.title])
    }

    /// The headings over it that do not stand over the section before it, with their places in [`Section::over`].
    pub fn opened(&self, before: Option<&Self>) -> impl Iterator<Item = (usize, Upper)> {
        let before = before.map_or(&[][..], |section| &section.over);
        let shared = self.over.iter().zip(before).take_while(|(upper, other)| upper == other).count();
        self.over.iter().copied().enumerate().skip(shared)
    }
}

/// A heading over sections (上級標題).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Upper {
    /// Its printed label without its mark; an empty span where it has none.
    pub label: Span,
    /// The heading without label and closing mark.
    pub title: Span,
}

/// A numbered heading with its text (任務); carries the responsibility.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Task {
    /// Its id; unique in the plan, and never another task's.
    pub id: TaskId,
    /// Its number as printed and as addresses name it; unique in the plan as it is now.
    pub no: TaskLabel,
    /// The printed label without its mark (`1`), empty span where none is printed.
    pub label: Span,
    /// The printed labels from the outermost heading to the task's own, without trailing mark: `["二", "(一)", "1"]`.
    pub path: Vec<String>,
    /// The heading without label and closing mark; empty span where the task has none.
    pub title: Span,
    /// Its measures, in order.
    pub measures: Vec<Measure>,
    /// The statements of responsibility in it, in printed order; in the Haidong plan exactly one.
    pub responsibilities: Vec<Responsibility>,
    /// The printed times by which the task is due.
    pub deadlines: Vec<Span>,
    /// The highest number ever given to a measure in this task, if that measure is gone; 0 if the highest one is still there.
    pub given: u16,
}

/// One sentence of a task: what a person ticks (舉措).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measure {
    /// Its id; unique in the plan, and never another measure's.
    pub id: MeasureId,
    /// The sentence with its closing mark.
    pub span: Span,
    /// The targets it sets, in printed order.
    pub targets: Vec<Target>,
    /// The statement that follows this measure and speaks of it alone, as an index into [`Task::responsibilities`]; `None`
    /// where the task's statements speak of the whole task.
    pub responsibility: Option<usize>,
}

/// Who answers for a task or measure (責任分工), as printed and as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responsibility {
    /// The statement as printed, brackets included.
    pub span: Span,
    /// The assignments read from it, in printed order.
    pub assigned: Vec<Assignment>,
    /// Whether the list is left open (等部門).
    pub open: bool,
}

/// One body, or set of bodies, that a responsibility names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// The body, or set of bodies.
    pub who: Assignee,
    /// Its role.
    pub role: Role,
    /// Where its name is printed.
    pub span: Span,
}

/// Who a responsibility names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Assignee {
    /// One unit: index into [`Plan::units`].
    Unit(usize),
    /// A set of localities: 各縣區政府 or 相關縣區政府.
    Localities(Reach),
    /// One that 相關縣區政府 means, as whoever mended the plan says: index into [`Plan::localities`].
    Locality(usize),
    /// No unit in particular: 有關部門, 相關單位.
    #[default]
    Generic,
}

/// Which localities a formula means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// 各縣區政府.
    All,
    /// 相關縣區政府: the plan does not say which.
    Undetermined,
}

/// The part a body has in a task, from the weakest to the strongest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// 配合, 參與, 協助.
    Support,
    /// Named without a role of its own.
    #[default]
    Responsible,
    /// 牽頭.
    Lead,
}

/// One body that answers for tasks (責任單位).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Its key in saved forms and addresses, which is also the name shown: one of the names that the plan prints
    /// ([`Unit::settle_key`]). Unique in the plan.
    pub key: String,
    /// Other names under which the plan prints the same unit.
    pub aliases: Vec<String>,
    /// Its full name.
    pub canonical: Option<Fact>,
    /// What kind of body it is.
    pub kind: UnitKind,
    /// English name.
    pub english: Option<String>,
}

/// What kind of body a unit is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnitKind {
    /// A department of the issuing government.
    #[default]
    Department,
    /// A body of the central government in this place, not subordinate to the issuer.
    Central,
}

/// A place whose government answers where the plan says 各縣區政府 (縣區).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locality {
    /// Its full name, and key in saved forms and addresses: `樂都區`. Unique in the plan.
    pub key: String,
    /// The name usually used in texts: `樂都`.
    pub short: String,
    /// English name.
    pub english: Option<String>,
}

/// A number that the plan sets (量化目標).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target {
    /// The words that stand out in the text: number, unit and comparator as printed (`15個工作日以內`).
    pub span: Span,
    /// The comparator as the plan prints it.
    pub comparator: Comparator,
    /// How an actual value is compared with the number: as the comparator says, unless the sentence means it otherwise (1小時通勤圈).
    pub direction: Direction,
    /// The number, counted in [`Target::unit`] (2.4 of `2.4萬人次`; 100 of 全覆蓋; 0 of 消除).
    pub value: f64,
    /// The unit of the number as printed: `萬人次`, `個工作日`, `%`.
    pub unit: String,
    /// What the number counts, in a few words; `None` where not known.
    pub counts: Option<String>,
}

/// How a plan prints a number: the words beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Comparator {
    /// The number itself is to be reached.
    Exactly,
    /// 以上, 不少於, 不低於, 超過.
    AtLeast,
    /// 以內, 不超過, 不高於.
    AtMost,
    /// 消除: none may remain.
    Eliminate,
    /// The plan prints a number without such a word.
    #[default]
    Unstated,
}

/// How an actual value approaches a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Actual values rise to the number in the course of the plan: 新建10所.
    #[default]
    Up,
    /// Actual values may not exceed the number: 15個工作日以內, 1小時通勤圈, 消除….
    Down,
    /// The actual value is the number or it is not; nothing counts up to it: 延長30年.
    Fixed,
}

impl Comparator {
    /// The direction of a number with this comparator, where the sentence says no more.
    pub fn direction(self) -> Direction {
        match self {
            Self::AtMost | Self::Eliminate => Direction::Down,
            Self::Exactly | Self::AtLeast | Self::Unstated => Direction::Up,
        }
    }
}

/// A wording of the record in place of which a reading has other words, not only other characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rewording {
    /// The words of the record: `最佳化`.
    pub record: String,
    /// The words of the simplified reading: `优化`.
    pub simplified: String,
    /// The words of the reading in traditional script; `None` where it has those of the record.
    pub traditional: Option<String>,
    /// How sure the rewording is.
    pub certainty: Certainty,
    /// The source of the rewording.
    pub basis: String,
}

/// How sure a rewording is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Certainty {
    /// A proper noun confirmed elsewhere.
    Confirmed,
    /// Its direction is confirmed by public conversion tables.
    Direction,
    /// Inferred from the sentence.
    #[default]
    Inferred,
}

impl Plan {
    /// The text of a span of the record.
    pub fn text(&self, span: Span) -> &str {
        span.of(&self.source)
    }

    /// Whether the plan has a reading beside the record.
    pub fn has_reading(&self) -> bool {
        self.script != Script::Simplified
    }

    /// The script of a rendition of the plan.
    pub fn script_of(&self, rendition: Rendition) -> Script {
        match rendition {
            Rendition::Record => self.script,
            Rendition::Simplified => Script::Simplified,
            Rendition::Traditional => Script::Traditional,
        }
    }

    /// Whether the plan can be shown so. A reading in traditional script is made of a record in that script only, for
    /// characters are turned one way.
    pub fn has(&self, rendition: Rendition) -> bool {
        match rendition {
            Rendition::Record => true,
            Rendition::Simplified => self.has_reading(),
            Rendition::Traditional => self.script == Script::Traditional,
        }
    }

    /// All measures in printed order.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.tasks.iter().flat_map(|task| &task.measures)
    }

    /// How many headings group tasks. Tasks under no heading are in a section, too, but in no part of the plan that is printed.
    pub fn parts(&self) -> usize {
        let headed = self.sections.iter().filter(|section| !section.path.is_empty() || !section.title.is_empty());
        headed.map(|section| (&section.path, section.title)).collect::<HashSet<_>>().len()
    }

    /// The printed number of a section: `(一)`, or `一(一)` where another section has that one, too. Empty where none is printed.
    pub fn section_number(&self, section: &Section) -> String {
        let Some(last) = section.path.last() else { return String::new() };
        let others = self.sections.iter().filter(|other| other.path.last() == Some(last));
        if others.map(|other| &other.path).any(|path| *path != section.path) {
            joined(&section.path, "")
        } else {
            last.clone()
        }
    }

    /// The section of the task at this place of [`Plan::tasks`].
    pub fn section_of(&self, task: usize) -> Option<&Section> {
        self.sections.iter().find(|section| section.tasks.contains(&task))
    }
}

impl Task {
    /// The assignments of all the task's statements, in printed order.
    pub fn assigned(&self) -> impl Iterator<Item = Assignment> {
        self.responsibilities.iter().flat_map(|statement| statement.assigned.iter().copied())
    }
}
