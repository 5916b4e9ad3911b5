//! The text as an official document by GB/T 9704-2012: a page of 22 lines of 28 characters in a type area of 156 by
//! 225 mm, the faces of its headings, its page numbers. The lengths stand in `style/document.css`.

use super::checklist::{Standing, Wanted};
use super::head::{Facts, fact};
use super::paper::{Block, Paper};
use super::tree::{Tree, el};
use super::words::{heading, lead_in};
use super::writer::Writer;
use crate::domain::plan::{Passage, Section};
use crate::domain::rollup::State;
use crate::text::paper::PaperWords;

/// The text of what is wanted. What nobody ticks is on it too; filled in, it says of what is reported how far it is.
pub fn paper(wanted: &Wanted) -> Paper {
    let words = PaperWords::of(wanted.script);
    let writer = Writer { wanted };
    let plan = wanted.plan;
    let facts = Facts::of(wanted, words.full_text);
    let mut blocks = vec![Block::of(el("h1").class("doc-title").text(&facts.title)).kept()];
    blocks.extend(facts.number.iter().map(|number| Block::of(el("p").class("doc-number").text(number)).kept()));
    blocks.extend(plan.preamble.iter().map(|span| Block::of(el("p").text(writer.text(*span)))));
    plan.general.iter().for_each(|passage| add_passage(&writer, passage, &mut blocks));
    let mut section = None;
    for wish in writer.tasks() {
        let task = wish.task;
        let here = plan.section_of(wish.place);
        if here != section {
            if let Some((label, title)) = here.filter(|_| section.is_none()).and_then(|here| plan.chapter(here)) {
                blocks.push(title_line(&heading(&writer.text(label), &writer.text(title))));
            }
            let label = |here: &Section| writer.write(here.path.last().map_or("", String::as_str));
            let title = here.map(|here| heading(&label(here), &writer.text(here.title)));
            blocks.extend(title.filter(|title| !title.is_empty()).map(|title| title_line(&title)));
            section = here;
        }
        let mut line = el("p").text(lead_in(&writer.text(task.label), &writer.text(task.title)));
        for measure in &wish.measures {
            line = line.text(writer.text(measure.span));
            let standing = writer.standing_of(&wish, measure.id);
            let state = standing.filter(|standing| standing.counts && standing.state != State::NotReported);
            line = line.child(state.map(|standing| {
                el("span").class("doc-state").text(["〔", &writer.state(&words.short_states, standing), "〕"].concat())
            }));
        }
        let answers = task.responsibilities.iter().map(|statement| Tree::Text(writer.text(statement.span)));
        blocks.push(Block::of(line.children(answers)));
    }
    plan.standing.iter().for_each(|passage| add_passage(&writer, passage, &mut blocks));
    let closing = el("dl")
        .class("doc-record")
        .child(fact(facts.party_label, &facts.party))
        .child(fact(words.scope, &facts.scope))
        .child(fact(facts.date_label, &facts.date));
    Paper {
        words,
        class: "is-document",
        owner: facts.party,
        scope: facts.scope,
        head: Tree::Nothing,
        running: Tree::Nothing,
        tables: Vec::new(),
        shared: Vec::new(),
        blocks,
        closing: closing.tree(),
        foot: String::new(),
        by_lines: true,
    }
}

/// A heading, in the face of its level: 一、 in 黑體, (一) in 楷體.
fn title_line(title: &str) -> Block {
    let inner = title.starts_with(['(', '（']);
    Block::of(el("h2").class(if inner { "doc-second" } else { "doc-first" }).text(title)).kept()
}

fn add_passage(writer: &Writer, passage: &Passage, blocks: &mut Vec<Block>) {
    blocks.extend(writer.standing(passage).into_iter().map(|part| match part {
        Standing::Heading(title) => title_line(&title),
        Standing::Paragraph { lead_in, text } => {
            let lead_in = (!lead_in.is_empty()).then(|| el("span").class("doc-second").text(lead_in));
            Block::of(el("p").child(lead_in).text(text))
        }
    }));
}
