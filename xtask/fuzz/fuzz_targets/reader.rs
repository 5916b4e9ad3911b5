//! Any text: its pieces are the text, spans fit it, ids are given once, and the plan file gives the same plan back.
#![no_main]

use std::collections::HashSet;

use libfuzzer_sys::fuzz_target;
use yaodian::persist::{outline::outline, plan_file};
use yaodian::reader::read;

fuzz_target!(|bytes: &[u8]| {
    // Mutations break characters: what is left is a text all the same.
    let source = &*String::from_utf8_lossy(bytes);
    let read = read(source);
    let plan = &read.plan;
    assert_eq!(plan.source, source, "the record is the text");
    let mut at = 0;
    for piece in &plan.pieces {
        assert_eq!(piece.span.start, at, "pieces are contiguous");
        assert!(!piece.span.is_empty(), "no piece is empty");
        at = piece.span.end;
    }
    assert_eq!(at as usize, source.len(), "pieces reach the end");
    let mut tasks = HashSet::new();
    let mut measures = HashSet::new();
    assert!(plan.tasks.iter().all(|task| tasks.insert(task.id)), "task ids are unique");
    assert!(plan.measures().all(|measure| measures.insert(measure.id)), "measure ids are unique");
    assert!((0..plan.tasks.len()).all(|task| plan.section_of(task).is_some()), "every task stands in a section");
    assert!(read.diagnostics.iter().all(|d| source.get(d.span.begins()..d.span.ends()).is_some()), "a diagnostic has a place");
    let mut kept = plan.clone();
    kept.id = "fuzz".into();
    match plan_file::from_text(&plan_file::to_text(&kept)) {
        Ok(back) => assert_eq!(back, kept, "a plan file gives its plan back"),
        Err(error) => panic!("a plan file that is not read: {error:?}"),
    }
    let _ = outline(plan, &read.diagnostics);
});
