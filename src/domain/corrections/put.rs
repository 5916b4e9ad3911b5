//! Words put where such words belong.

use super::content::Content;
use super::correction::{Kind, Sense};
use super::cut::Taken;
use super::outline::{Flat, Outline, Over, Work};
use super::pieces::{meet, turn};
use crate::domain::plan::{Measure, Passage, Piece, PieceKind, Section, Task, TaskId, Upper};
use crate::domain::running::kind;
use crate::domain::span::Span;

impl Outline {
    /// Takes away what stands behind a place, up to the next heading; paragraphs only if they are wanted there.
    pub fn behind(&mut self, at: usize, paragraphs: bool) -> Content {
        let over = self.over(at);
        let own = match over {
            Over::Work(i) => match self.works.get_mut(i) {
                Some(Work::Task(task)) => return Content::behind(task, at),
                _ => return Content::default(),
            },
            Over::General(i) => self.general[i].passage.paragraphs.clone(),
            Over::Standing(i) => self.standing[i].passage.paragraphs.clone(),
            Over::Nothing if paragraphs => self.plan.preamble.clone(),
            Over::Nothing => return Content::default(),
        };
        // A preamble may stand in several places.
        let is_later = |span: &Span| span.begins() >= at && self.over(span.begins()) == over;
        let (paragraphs, kept) = own.into_iter().partition(is_later);
        match over {
            Over::General(i) => self.general[i].passage.paragraphs = kept,
            Over::Standing(i) => self.standing[i].passage.paragraphs = kept,
            Over::Nothing => self.plan.preamble = kept,
            Over::Work(_) => {}
        }
        Content { paragraphs, ..Content::default() }
    }

    /// Where in the list of works one goes that begins here.
    fn place(&self, begin: usize) -> usize {
        match self.over(begin) {
            Over::Nothing => 0,
            Over::Work(i) => i + 1,
            Over::General(_) | Over::Standing(_) => self.works_before(begin),
        }
    }

    /// The place behind the last of the works that begin before an offset.
    fn works_before(&self, begin: usize) -> usize {
        let before = |work: &Work| work.begin().is_some_and(|other| other < begin);
        self.works.iter().rposition(before).map_or(0, |last| last + 1)
    }

    /// Where a task goes that begins here: what stands before all headings is of the section without one, if that is the first.
    fn task_place(&self, begin: usize) -> usize {
        let is_nameless = |work: &Work| matches!(work, Work::Section(section) if section.title.is_empty());
        match self.over(begin) {
            Over::Nothing => usize::from(self.works.first().is_some_and(is_nameless)),
            _ => self.place(begin),
        }
    }

    /// The task without a heading that would be the first behind an offset: what stands before it can be a part of it.
    fn unheaded_behind(&self, begin: usize) -> Option<usize> {
        let place = self.task_place(begin);
        let Some(Work::Task(task)) = self.works.get(place) else { return None };
        (task.title.is_empty() && task.label.is_empty()).then_some(place)
    }

    /// The printed labels down to a heading with this label.
    pub fn path(&self, begin: usize, label: Span) -> Vec<String> {
        let sections = self.works[..self.place(begin)].iter().rev();
        let mut sections = sections.filter_map(|work| if let Work::Section(own) = work { Some(own) } else { None });
        let mut path = sections.next().map(|section| section.path.clone()).unwrap_or_default();
        path.extend((!label.is_empty()).then(|| self.plan.text(label).to_owned()));
        path
    }

    /// A section with this label, its printed labels and what stands over it: it stands beside the last one before it with a label
    /// of its kind, or else below the last one.
    fn section(&self, place: usize, label: Span) -> Section {
        if label.is_empty() {
            return Section::default();
        }
        let label = self.plan.text(label);
        let own = kind(label);
        let before = || {
            let works = self.works[..place].iter().rev();
            works.filter_map(|work| if let Work::Section(own) = work { Some(own) } else { None })
        };
        let beside = |section: &Section| {
            let at = section.path.iter().position(|other| kind(other) == own)?;
            // Of headings over it those stay that stand over the other's heading of its kind, too.
            let over = section.over.len().saturating_sub(section.path.len() - 1 - at);
            let over = section.over[..over].to_vec();
            Some(Section { path: section.path[..at].to_vec(), over, ..Section::default() })
        };
        let below = |section: &Section| {
            let upper = Upper { label: self.label_of(section), title: section.title };
            let over = section.over.iter().copied().chain((!upper.title.is_empty()).then_some(upper)).collect();
            Section { path: section.path.clone(), over, ..Section::default() }
        };
        let mut section = before().find_map(beside).or_else(|| before().next().map(below)).unwrap_or_default();
        section.path.push(label.to_owned());
        section
    }

    /// Where the label of a section is printed, in the line of its title; empty where it is not.
    fn label_of(&self, section: &Section) -> Span {
        let before = &self.plan.source[..section.title.begins()];
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        let label = section.path.last().filter(|_| !section.title.is_empty());
        let found = label.and_then(|label| Some((before[line..].rfind(label)? + line, label)));
        found.map_or_else(Span::default, |(at, label)| Span::new(at, at + label.len()))
    }

    /// Adds a section that begins here, with what stands under it.
    pub fn add_section(&mut self, begin: usize, label: Span, title: Span, content: Content) {
        let place = self.place(begin);
        let section = Section { title, ..self.section(place, label) };
        self.works.insert(place, Work::Section(section));
        self.head(place, content);
    }

    /// Puts these under the section at a place, before its tasks.
    fn head(&mut self, section: usize, content: Content) {
        if content.measures.is_empty() {
            self.lay_aside(&content, Kind::Section);
        } else {
            self.works.insert(section + 1, Work::Task(content.into_task(Task::default())));
        }
    }

    /// Adds a task that begins here, with what stands under it.
    pub fn add_task(&mut self, begin: usize, task: Task, mut content: Content, sense: &dyn Sense) {
        self.make_measures(&mut content, self.over(begin), sense);
        let mut place = self.task_place(begin);
        let passage = match self.over(begin) {
            Over::General(i) => self.general[i].begin(),
            Over::Standing(i) => self.standing[i].begin(),
            _ => None,
        };
        // Behind a passage begins what is no part of the section before it.
        let parted = place > 0 && self.works[..place].iter().filter_map(Work::begin).max() < passage;
        if parted && !matches!(self.works.get(place), Some(Work::Task(_))) {
            self.works.insert(place, Work::Section(Section::default()));
            place += 1;
        }
        self.works.insert(place, Work::Task(content.into_task(task)));
    }

    /// What stands under a task is what somebody has to do: makes measures of the paragraphs. What stands under another heading stays a
    /// paragraph.
    fn make_measures(&mut self, content: &mut Content, under: Over, sense: &dyn Sense) {
        for paragraph in std::mem::take(&mut content.paragraphs) {
            if self.over(paragraph.begins()) != under {
                continue;
            }
            let mut sentences = sense.sentences(paragraph);
            sentences.retain(|sentence| paragraph.contains(*sentence) && !sentence.is_empty());
            for span in sentences {
                self.mark(span, PieceKind::Measure);
                content.insert(Measure { span, targets: sense.targets(span), ..Measure::default() });
            }
        }
    }

    /// Puts these under the heading of this kind with these words, which was one before.
    pub fn fill(&mut self, kind: Kind, title: Span, mut content: Content, sense: &dyn Sense) {
        let is_it = |work: &Work| work.title() == title && kind == work.kind();
        if kind == Kind::Passage {
            let paragraphs = self.make_paragraphs(content);
            let mut passages = self.general.iter_mut().chain(&mut self.standing);
            if let Some(flat) = passages.find(|flat| flat.passage.title == title) {
                for span in paragraphs {
                    insert(&mut flat.passage.paragraphs, span);
                }
            }
        } else if let Some(place) = self.works.iter().position(is_it) {
            self.make_measures(&mut content, Over::Work(place), sense);
            match &mut self.works[place] {
                Work::Section(_) => self.head(place, content),
                Work::Task(task) => content.join(task),
            }
        }
    }

    /// Adds a passage that nobody ticks, with what stands under it.
    pub fn add_passage(&mut self, begin: usize, label: Span, title: Span, content: Content) {
        let paragraphs = self.make_paragraphs(content);
        let over = self.over(begin);
        let is_standing = self.works_before(begin) > 0;
        let list = if is_standing { &mut self.standing } else { &mut self.general };
        let (place, depth) = match over {
            Over::General(i) if !is_standing => (i + 1, list[i].depth.max(1)),
            Over::Standing(i) if is_standing => (i + 1, list[i].depth.max(1)),
            _ => {
                let before = |flat: &Flat| flat.begin().is_some_and(|other| other < begin);
                (list.iter().rposition(before).map_or(0, |last| last + 1), 0)
            }
        };
        let passage = Passage { label, title, paragraphs, duties: Vec::new() };
        list.insert(place, Flat { passage, depth });
    }

    /// Makes paragraphs of all of this that nobody ticks.
    fn make_paragraphs(&mut self, content: Content) -> Vec<Span> {
        let Content { measures, statements, deadlines, mut paragraphs } = content;
        let measures = measures.iter().map(|measure| measure.span);
        let others = measures.chain(statements.iter().map(|statement| statement.span)).chain(deadlines);
        for span in others.filter(|span| !span.is_empty()) {
            // A printed time may reach into a measure.
            let is_there = paragraphs.iter().any(|other| meet(*other, span));
            let has_words = |piece: &Piece| span.contains(piece.span) && piece.kind != PieceKind::Gap;
            if self.plan.pieces.iter().any(has_words) {
                turn(&mut self.plan.pieces, span, PieceKind::Paragraph);
                if !is_there {
                    insert(&mut paragraphs, span);
                }
            }
        }
        for span in &paragraphs {
            turn(&mut self.plan.pieces, *span, PieceKind::Paragraph);
        }
        paragraphs
    }

    /// The task with a measure in which these words begin.
    pub fn home(&self, at: Span) -> Option<TaskId> {
        let holds = |measure: &Measure| measure.span.contains(Span::new(at.begins(), at.begins() + 1));
        let tasks = self.works.iter().filter_map(|work| if let Work::Task(task) = work { Some(task) } else { None });
        tasks.filter(|task| task.measures.iter().any(holds)).map(|task| task.id).next()
    }

    /// Adds a measure, with what stood under words that are its own now: to the task with this id, else to the one that it stands in,
    /// else to one without a heading.
    pub fn add_measure(&mut self, span: Span, taken: Taken, home: Option<TaskId>, sense: &dyn Sense) {
        let Taken { targets, statement, mut content } = taken;
        let targets = targets.unwrap_or_else(|| sense.targets(span));
        let measure = Measure { span, targets, ..Measure::default() };
        let is_home = |work: &Work| matches!(work, Work::Task(task) if Some(task.id) == home);
        let place = self.works.iter().position(is_home).or_else(|| self.task_over(span.begins()));
        let place = place.or_else(|| self.unheaded_behind(span.begins()).filter(|_| content.is_idle()));
        if let Some(Work::Task(task)) = place.and_then(|place| self.works.get_mut(place)) {
            let mut all = Content::of(task);
            all.take(content);
            all.insert_with(measure, statement);
            *task = all.into_task(std::mem::take(task));
        } else {
            let path = self.path(span.begins(), Span::default());
            content.insert_with(measure, statement);
            self.add_task(span.begins(), Task { path, ..Task::default() }, content, sense);
        }
    }
}

/// Puts a place among others, in the order of the text.
pub fn insert(spans: &mut Vec<Span>, span: Span) {
    let place = spans.iter().position(|other| *other > span).unwrap_or(spans.len());
    if !spans.contains(&span) {
        spans.insert(place, span);
    }
}
