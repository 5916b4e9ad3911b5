//! A plan of thousands of measures, for the tests that need one.

use crate::ledger::plan;
use yaodian::domain::plan::{MeasureId, Plan, TaskId, TaskLabel};
use yaodian::domain::span::Span;

/// The Haidong plan so many times one after the other, as one plan.
pub fn long(times: u16) -> Plan {
    let model = plan();
    let mut long = model.clone();
    for round in 1..times {
        let by = u32::try_from(model.source.len()).expect("it is not so long") * u32::from(round);
        let moved = |span: &mut Span| {
            if *span != Span::default() {
                *span = Span { start: span.start + by, end: span.end + by };
            }
        };
        long.source += &model.source;
        let before = long.tasks.len();
        for piece in &model.pieces {
            let mut piece = *piece;
            moved(&mut piece.span);
            long.pieces.push(piece);
        }
        for section in &model.sections {
            let mut section = section.clone();
            section.no += round * u16::try_from(model.sections.len()).expect("they are few");
            section.tasks = section.tasks.start + before..section.tasks.end + before;
            moved(&mut section.title);
            long.sections.push(section);
        }
        for task in &model.tasks {
            let mut task = task.clone();
            let number = u16::try_from(long.tasks.len() + 1).expect("they are not so many");
            task.no = TaskLabel { section: 0, task: number };
            task.id = TaskId::given(task.no);
            [&mut task.label, &mut task.title].into_iter().chain(&mut task.deadlines).for_each(moved);
            for (n, measure) in (1..).zip(&mut task.measures) {
                measure.id = MeasureId::given(task.id, n);
                moved(&mut measure.span);
                measure.targets.iter_mut().for_each(|target| moved(&mut target.span));
            }
            for statement in &mut task.responsibilities {
                moved(&mut statement.span);
                statement.assigned.iter_mut().for_each(|assigned| moved(&mut assigned.span));
            }
            long.tasks.push(task);
        }
    }
    long
}
