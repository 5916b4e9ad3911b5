//! Makes plans of any size from the Haidong plan, by repeating its sections with numbers of their own.

use yaodian::domain::ledger::{Ledger, MarkKey, Moment};
use yaodian::domain::mark::{Field, Status, Version};
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Passage, Piece, PieceKind, Plan, Section, Task, TaskId, TaskLabel};
use yaodian::domain::rollup::Asked;
use yaodian::domain::span::Span;
use yaodian::persist::embedded::plan as haidong;

/// A plan with this many measures: the Haidong plan itself or, if that has fewer, the same with its sections repeated.
pub fn plan(measures: usize) -> Plan {
    let model = haidong();
    let mut missing = measures.saturating_sub(model.measures().count());
    if missing == 0 {
        return model;
    }
    let repeated = repeated(&model);
    let mut made = model.clone();
    made.id = format!("bench-{measures}");
    made.source.truncate(repeated.end as usize);
    made.pieces.retain(|piece| piece.span.end <= repeated.end);
    while missing > 0 {
        missing -= repeat(&mut made, &model, repeated, missing);
    }
    // The passages after the sections stay after them.
    let rest = Span { start: repeated.end, end: length(&model.source) };
    let by = append(&mut made, &model, rest);
    made.standing.iter_mut().for_each(|passage| move_passage(passage, by));
    made
}

/// The part of the text that is repeated: from the label of the first section to the end of the tasks.
fn repeated(model: &Plan) -> Span {
    let first = model.sections.first().map_or(0, |section| section.title.start);
    let mut labels = model.pieces.iter().filter(|piece| piece.kind == PieceKind::Label && piece.span.end <= first);
    let start = labels.next_back().map_or(first, |piece| piece.span.start);
    let end = model.standing.first().map_or_else(|| length(&model.source), |passage| passage.label.start);
    Span { start, end }
}

/// Adds the sections once more, with at most this many measures. Returns with how many.
fn repeat(made: &mut Plan, model: &Plan, repeated: Span, most: usize) -> usize {
    let by = length(&made.source) - repeated.start;
    let mut left = most;
    let mut end = repeated.end;
    for section in &model.sections {
        let start = made.tasks.len();
        for task in &model.tasks[section.tasks.clone()] {
            if left == 0 {
                break;
            }
            let mut task = task.clone();
            renumber(&mut task, made.tasks.len() + 1);
            if task.measures.len() > left {
                // The responsibility is at the end of a task, and is cut off.
                task.measures.truncate(left);
                task.responsibilities.clear();
                task.deadlines.clear();
            }
            left -= task.measures.len();
            if left == 0 {
                end = end_of(&task);
            }
            move_task(&mut task, by);
            made.tasks.push(task);
        }
        if made.tasks.len() > start {
            let (no, tasks) = (short(made.sections.len() + 1), start..made.tasks.len());
            made.sections.push(Section { no, tasks, title: moved(section.title, by), ..section.clone() });
        }
    }
    append(made, model, Span { start: repeated.start, end });
    if end < repeated.end {
        let gap = length(&made.source);
        made.source.push('\n');
        made.pieces.push(Piece { kind: PieceKind::Gap, span: Span { start: gap, end: gap + 1 } });
    }
    most - left
}

/// The end of the last part of a task, in bytes.
fn end_of(task: &Task) -> u32 {
    let measures = task.measures.iter().map(|measure| measure.span.end);
    let statements = task.responsibilities.iter().map(|statement| statement.span.end);
    measures.chain(statements).max().unwrap_or_default()
}

/// Adds a part of the model's text with its pieces. Returns by how many bytes it moved.
fn append(made: &mut Plan, model: &Plan, part: Span) -> u32 {
    let by = length(&made.source) - part.start;
    made.source.push_str(model.text(part));
    let pieces = model.pieces.iter().filter(|piece| part.contains(piece.span));
    made.pieces.extend(pieces.map(|piece| Piece { kind: piece.kind, span: moved(piece.span, by) }));
    by
}

/// Gives a task a number of its own. The number printed in the text stays, as the text is a copy.
fn renumber(task: &mut Task, number: usize) {
    task.no = TaskLabel { section: 0, task: short(number) };
    task.id = TaskId::given(task.no);
    for (n, measure) in (1..).zip(&mut task.measures) {
        measure.id = MeasureId::given(task.id, n);
    }
}

fn move_task(task: &mut Task, by: u32) {
    let measures = task.measures.iter_mut().flat_map(|measure| {
        let targets = measure.targets.iter_mut().map(|target| &mut target.span);
        std::iter::once(&mut measure.span).chain(targets)
    });
    let statements = task.responsibilities.iter_mut().flat_map(|statement| {
        let assigned = statement.assigned.iter_mut().map(|assignment| &mut assignment.span);
        std::iter::once(&mut statement.span).chain(assigned)
    });
    let own = [&mut task.label, &mut task.title].into_iter().chain(&mut task.deadlines);
    own.chain(measures).chain(statements).for_each(|span| *span = moved(*span, by));
}

fn move_passage(passage: &mut Passage, by: u32) {
    let own = [&mut passage.label, &mut passage.title].into_iter().chain(&mut passage.paragraphs);
    own.for_each(|span| *span = moved(*span, by));
    passage.duties.iter_mut().for_each(|duty| move_passage(duty, by));
}

/// Moves a span. The empty span, which stands for what is not printed, stays.
fn moved(span: Span, by: u32) -> Span {
    if span == Span::default() { span } else { Span { start: span.start + by, end: span.end + by } }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).expect("the plan is shorter than 4 GiB")
}

fn short(number: usize) -> u16 {
    u16::try_from(number).expect("the plan has no more tasks than an id can number")
}

/// A ledger at `now` in which the first party asked about each measure reports its status and progress.
pub fn ledger(plan: &Plan, now: Moment) -> Ledger {
    let mut versions = Vec::new();
    for task in &plan.tasks {
        let asked = Asked::of(plan, task);
        let party = asked.parties.iter().next().copied().unwrap_or(Party::Coordinator);
        for (n, measure) in task.measures.iter().enumerate() {
            let mut say = |field, value: String| {
                versions.push((MarkKey::Placed(party, measure.id), field, Version::at(now, value)));
            };
            let status = Status::ALL[(n + 1) % Status::ALL.len()];
            say(Field::Status, status.key().to_owned());
            say(
                Field::Progress,
                format!("已印發第{}項實施方案，明確責任分工和完成時限，正按季度推進落實。", measure.id),
            );
        }
    }
    Ledger::new(versions, 0.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use yaodian::domain::reports::Reports;
    use yaodian::persist::{ledger_file, plan_file};

    #[test]
    fn a_made_plan_has_its_measures_is_sound_and_comes_back_as_it_was_saved() {
        // 200 ends within a task, 258 at the end of one.
        for measures in [129, 130, 200, 258, 1_000] {
            let plan = plan(measures);
            assert_eq!(plan.measures().count(), measures);
            let back = plan_file::from_text(&plan_file::to_text(&plan));
            assert!(back.as_ref() == Ok(&plan), "a plan of {measures}: {:?}", back.err());
        }
    }

    #[test]
    fn a_repeated_measure_reads_as_its_model() {
        let plan = plan(300);
        let measures: Vec<_> = plan.measures().collect();
        let responsible = |task: usize| plan.tasks[task].assigned().map(|a| plan.text(a.span)).collect::<Vec<_>>();
        assert_eq!(plan.text(measures[0].span), plan.text(measures[129].span));
        assert_eq!(plan.tasks[22].id.to_string(), "23");
        assert_eq!(responsible(0), responsible(22));
        assert_eq!(plan.text(plan.sections[0].title), plan.text(plan.sections[6].title));
        let standing = |plan: &Plan| plan.text(plan.standing[0].duties[2].title).to_owned();
        assert_eq!(standing(&plan), standing(&haidong()));
    }

    #[test]
    fn every_measure_has_a_mark() {
        let plan = plan(200);
        let ledger = ledger(&plan, 1);
        assert_eq!(Reports::of(&plan, &ledger).all, 200);
        assert_eq!(ledger_file::read(&ledger_file::write(&ledger, &plan), &plan), Ok(ledger));
    }
}
