//! One plan: what the document says, as structure over its own text.
//!
//! A [`Plan`] holds the source text once; every part of it is a [`Span`] of that text, so that the record can
//! never drift from the structure. What the text itself does not say (canonical names, English names, the
//! simplified reading, the document number) stands beside it as curated facts and says what it rests on.

use super::script::{Rendition, Script};
use super::span::Span;

pub use super::ids::{Label, MeasureId, TaskId, TaskLabel};

/// One document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Names the plan in storage keys and files, e.g. `haidong-2021`. Never derived from the title.
    pub id: String,
    /// The record: the source text, unchanged.
    pub source: String,
    /// In which script it is written.
    pub script: Script,
    /// Title, number, issuer, dates.
    pub meta: Meta,
    /// The source cut into pieces: in order, without gaps or overlaps, from the first byte to the last.
    pub pieces: Vec<Piece>,
    /// Paragraphs before the first heading that say why and on what basis the plan is made.
    pub preamble: Vec<Span>,
    /// Headed passages before the tasks that nobody ticks: 總體要求, 指導思想, 主要目標 …
    pub general: Vec<Passage>,
    /// Headings that group tasks, in printed order.
    pub sections: Vec<Section>,
    /// All tasks in printed order; a section names its own by [`Section::tasks`].
    pub tasks: Vec<Task>,
    /// Headed passages after the tasks: 組織實施, 保障措施. Each of their [`Passage::duties`] is a standing
    /// requirement that belongs on every checklist.
    pub standing: Vec<Passage>,
    /// Every body that answers for a task, in the order of first printing.
    pub units: Vec<Unit>,
    /// The places that 各縣區政府 stands for; empty where nothing says which they are.
    pub localities: Vec<Locality>,
    /// Wordings of the record that the simplified reading replaces.
    pub rewordings: Vec<Rewording>,
    /// The highest id that was ever given to a task; the default where no higher one is gone than those that are there.
    pub given: TaskId,
}

/// Title and metadata.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// The title as printed.
    pub title: Span,
    /// Document number, e.g. `東政辦〔2021〕68號`.
    pub number: Option<Fact>,
    /// The body that issued it.
    pub issuer: Option<Fact>,
    /// Date of issue, ISO 8601 (`2021-07-20`).
    pub issued: Option<Fact>,
    /// Date of publication, ISO 8601.
    pub published: Option<Fact>,
    /// To whom it is addressed.
    pub addressees: Option<Fact>,
    /// The first day of the time it is for, ISO 8601.
    pub start: Option<Fact>,
    /// Date by which all tasks are due unless they say otherwise, ISO 8601.
    pub due: Option<Fact>,
    /// English name of the plan.
    pub english: Option<String>,
}

/// Something said of the plan, and what it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// What is said.
    pub value: String,
    /// Where it comes from: the words of the text, or another publication.
    pub basis: String,
}

/// One piece of the source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Where it stands.
    pub span: Span,
}

/// What a piece of the source text is.
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
    /// Something around the text that is not of it: links and menus of the page it was copied from.
    Furniture,
    /// White space and the marks between pieces.
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

/// A numbered heading that groups tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// 1, 2, 3 … in printed order over the whole plan.
    pub no: u16,
    /// The printed labels from the outermost heading to this one, without trailing mark: `["二", "(一)"]`.
    pub path: Vec<String>,
    /// The heading without label and closing mark. An empty span where tasks stand under no heading.
    pub title: Span,
    /// Its tasks, as a range of [`Plan::tasks`].
    pub tasks: std::ops::Range<usize>,
    /// English name.
    pub english: Option<String>,
}

/// A numbered heading with its text; carries the responsibility.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Task {
    /// Its id; unique in the plan, and never another task's.
    pub id: TaskId,
    /// Its number, as it is printed and as addresses name it; unique in the plan as it is now.
    pub no: TaskLabel,
    /// The printed label without its mark (`1`), empty span where none is printed.
    pub label: Span,
    /// The printed labels from the outermost heading to its own, without trailing mark: `["二", "(一)", "1"]`.
    pub path: Vec<String>,
    /// The heading without label and closing mark; empty span where the task has none.
    pub title: Span,
    /// Its sentences, in order.
    pub measures: Vec<Measure>,
    /// Statements of responsibility in it, in printed order; in the Haidong plan exactly one.
    pub responsibilities: Vec<Responsibility>,
    /// Literal times by which it is due.
    pub deadlines: Vec<Span>,
    /// English name.
    pub english: Option<String>,
    /// The highest number that was ever given to a measure in this task; 0 where no higher one is gone than those that are there.
    pub given: u16,
}

/// One sentence of a task: what a person ticks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measure {
    /// Its id; unique in the plan, and never another measure's.
    pub id: MeasureId,
    /// The sentence with its closing mark.
    pub span: Span,
    /// The numbers it sets, in printed order.
    pub targets: Vec<Target>,
    /// The task's statement (index into [`Task::responsibilities`]) that follows this measure and speaks of it
    /// alone; `None` where the task's statements speak of all of it.
    pub responsibility: Option<usize>,
}

/// Who answers, as printed and as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responsibility {
    /// The statement as printed, brackets included.
    pub span: Span,
    /// Who is named, in printed order.
    pub assigned: Vec<Assignment>,
    /// Whether the list is left open (等部門).
    pub open: bool,
}

/// One body, or set of bodies, named by a responsibility.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// Who.
    pub who: Assignee,
    /// In which role.
    pub role: Role,
    /// Where it is printed.
    pub span: Span,
}

/// Who a responsibility names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Assignee {
    /// One body: index into [`Plan::units`].
    Unit(usize),
    /// A set of places: 各縣區政府 (`All`) or 相關縣區政府 (`Some`, not said which).
    Localities(Reach),
    /// No body in particular: 有關部門, 相關單位.
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

/// The part a body has in a task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// 牽頭.
    Lead,
    /// 配合, 參與, 協助.
    Support,
    /// Named without a role of its own.
    #[default]
    Responsible,
}

/// One body that answers for tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Its key in saved forms and addresses, and the name by which it is shown: one of those that the plan prints
    /// ([`Unit::settle_key`]). Unique in the plan.
    pub key: String,
    /// Other names under which the plan prints the same body.
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

/// A place whose government answers where the plan says 各縣區政府.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locality {
    /// Its full name, and key in saved forms and addresses: `樂都區`. Unique in the plan.
    pub key: String,
    /// The name by which texts usually call it: `樂都`.
    pub short: String,
    /// English name.
    pub english: Option<String>,
}

/// A number the plan sets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target {
    /// The words that stand out in the text: number, unit and comparator as printed (`15個工作日以內`).
    pub span: Span,
    /// What the plan prints of how the number is meant.
    pub comparator: Comparator,
    /// How actual and target are to be compared: as printed, unless the sentence means it otherwise (1小時通勤圈).
    pub direction: Direction,
    /// The number in [`Target::unit`]s (2.4 of `2.4萬人次`; 100 of 全覆蓋; 0 of 消除).
    pub value: f64,
    /// What is counted in, as printed: `萬人次`, `個工作日`, `%`.
    pub unit: String,
    /// What it counts, in a few words, where known.
    pub counts: Option<String>,
}

/// How a plan prints a number that it sets.
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
    /// The plan prints a number and no word that says how it is meant.
    #[default]
    Unstated,
}

/// Which way an actual value comes near a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// It is counted up to the number in the course of the plan: 新建10所.
    #[default]
    Up,
    /// It is not to be above the number: 15個工作日以內, 1小時通勤圈, 消除….
    Down,
    /// It is the number or not, and nothing counts up to it: 延長30年.
    Fixed,
}

impl Comparator {
    /// Which way a number is meant of which the sentence says no more.
    pub fn direction(self) -> Direction {
        match self {
            Self::AtMost | Self::Eliminate => Direction::Down,
            Self::Exactly | Self::AtLeast | Self::Unstated => Direction::Up,
        }
    }
}

/// A wording of the record that the simplified reading replaces by more than its characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rewording {
    /// The words of the record: `最佳化`.
    pub record: String,
    /// The words of the simplified reading: `优化`.
    pub simplified: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// What it rests on.
    pub basis: String,
}

/// How sure a rewording is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Certainty {
    /// A proper noun confirmed elsewhere.
    Confirmed,
    /// The direction is confirmed by public conversion tables.
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

    /// Whether there is a simplified reading of it beside the record.
    pub fn has_reading(&self) -> bool {
        self.script != Script::Simplified
    }

    /// The script in which a rendition of it is written.
    pub fn script_of(&self, rendition: Rendition) -> Script {
        match rendition {
            Rendition::Record => self.script,
            Rendition::Simplified => Script::Simplified,
        }
    }

    /// All measures in printed order.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.tasks.iter().flat_map(|task| &task.measures)
    }

    /// The section that the task at this place of [`Plan::tasks`] stands in.
    pub fn section_of(&self, task: usize) -> Option<&Section> {
        self.sections.iter().find(|section| section.tasks.contains(&task))
    }
}

impl Task {
    /// Everybody named in the task's statements, in printed order.
    pub fn assigned(&self) -> impl Iterator<Item = Assignment> {
        self.responsibilities.iter().flat_map(|statement| statement.assigned.iter().copied())
    }
}
