//! Puts the paragraphs of a text under their headings.
//!
//! Which form of label stands above which is not fixed: a form that appears below another is deeper, until the
//! other one comes again.

use super::tree::{Node, NodeId, Tree};
use super::{notes, parts, titles};
use crate::reader::lexicon::documents::{CLOSING, DOCUMENT_KINDS};
use crate::reader::lexicon::headings::{Form, HEADING_KINDS, NOT_IN_HEADING};
use crate::reader::lexicon::marks::{MEMBER_ENDS, closes, is_break, is_colon, is_stop};
use crate::reader::lexicon::{ends, starts};
use crate::reader::statement::{Labelled, Paragraph};
use crate::reader::text::Text;
use crate::reader::text::labels::Label;
use crate::reader::text::scan::length;

/// How many headings before a statement on a line of its own are checked for statements of theirs.
const MEMBERS_ASKED: usize = 8;
/// The longest line that is a heading although it ends as titles do.
const LONGEST_KIND: usize = 8;
/// A heading under which numbers begin anew is not longer than this.
const LONGEST_BARE: usize = 40;

impl Tree {
    /// The tree of paragraphs; `tables` is where the tables of the text begin.
    pub fn grow(text: &Text, mut paragraphs: Vec<Labelled>, tables: &[usize]) -> Self {
        let text = text.folded.as_str();
        let table = tables.iter().copied().min();
        let mut tree = Self::default();
        let numbered = paragraphs.iter().any(|p| p.label.is_some());
        parts::mark(text, &mut paragraphs, table);
        let mut last = NodeId::ROOT;
        let last_named = paragraphs.iter().rfind(|p| p.label.is_some() || p.own.names()).map(|p| p.start);
        let ended = |start: usize| last_named.is_none_or(|last| last < start);
        let next_labels = next_labels(&paragraphs);
        // Of each paragraph, whether it only says who answers.
        let states: Vec<bool> =
            paragraphs.iter().map(|p| !numbered && p.own.names() && p.own.only_states(text)).collect();
        let mut paragraphs = paragraphs.into_iter().zip(next_labels).enumerate().peekable();
        while let Some((place, (Labelled { label, start, own }, following))) = paragraphs.next() {
            let label = label.or_else(|| {
                let next = paragraphs.peek().map(|(_, (next, _))| &next.own);
                let words = own.span.of(text);
                // The title of the plan stands before all headings. 重点任务 is none.
                let generic = ends(words, HEADING_KINDS) && length(words, LONGEST_KIND + 1) <= LONGEST_KIND;
                let title = last == NodeId::ROOT && ends(words, DOCUMENT_KINDS) && !generic;
                // Behind a line that says who answers, and before the paragraph that such a line follows, it may be short.
                let states =
                    |place: Option<usize>| place.and_then(|place| states.get(place)).is_some_and(|states| *states);
                let beside = states(place.checked_sub(1)) || states(Some(place + 2));
                let heading =
                    !numbered && !title && next.is_some_and(|next| is_heading_line(text, words, next, beside));
                heading.then(|| Label::unnumbered(start))
            });
            match label {
                Some(label) => {
                    let next = paragraphs.peek().and_then(|(_, (next, _))| next.label);
                    let anew = next.filter(|next| next.value == 1 && is_bare(text, &own));
                    last = tree.add(label, start, own, last, anew.map(|next| next.form));
                }
                None if tree.closes(text, &own, last) => tree.closing.push(own),
                // Behind a table with which the plan ends.
                None if last == NodeId::ROOT && table.is_some_and(|at| at < start) && ended(start) => {
                    tree.closing.push(own);
                }
                None => tree.attach(text, own, last, following),
            }
        }
        tree.take_closing(text, last);
        tree.find_enumerations(text);
        titles::find(text, &mut tree);
        tree.find_tables(text, tables);
        tree
    }

    /// Whether a paragraph behind a heading closes the headings beside it: 各单位要认真落实. They are complete: they name who
    /// answers, or nothing but sentences stands at each of them.
    fn closes(&self, text: &str, paragraph: &Paragraph, last: NodeId) -> bool {
        let node = &self[last];
        if last == NodeId::ROOT || paragraph.names() || !starts(paragraph.span.of(text), CLOSING) {
            return false;
        }
        let before = || self.children(node.parent).rev().skip(1).take(MEMBERS_ASKED);
        let alone = node.body.is_empty() && node.children.is_empty();
        let sentence = alone && node.own.span.of(text).trim_end().ends_with(is_stop);
        let complete = node.body.last().unwrap_or(&node.own).ends_stated(text);
        complete || sentence && before().next().is_some() && before().all(|node| node.body.is_empty())
    }

    /// Takes the paragraphs behind the last statement of the text off its last heading: they close it.
    fn take_closing(&mut self, text: &str, last: NodeId) {
        if last == NodeId::ROOT || !self[last].states() || !self[last].is_numbered() {
            return;
        }
        let tells = self.tells_behind(text, last);
        let node = &mut self[last];
        let keeps = |p: &Paragraph| p.names() || p.only_states(text) || tells && !starts(p.span.of(text), CLOSING);
        let kept = node.body.iter().rposition(keeps).map_or(0, |place| place + 1);
        // Before a statement on a line of its own stands what it speaks of.
        if kept > 0 || node.own.names() && !node.announces(text) {
            let closing = node.body.split_off(kept);
            self.closing.extend(closing);
        }
    }

    /// Adds a heading behind the last one, and names it. If nothing else stands between it and a label of the form `anew` with the
    /// number one, the numbers of that form begin anew under it: it stands beside those before it, and not below.
    fn add(&mut self, label: Label, start: usize, own: Paragraph, last: NodeId, anew: Option<Form>) -> NodeId {
        let last = self.out_of_box(label, last, own.names());
        let of_form = |form: Form| self.line(last).find(|id| self[*id].form() == Some(form));
        let same = of_form(label.form);
        let begun = anew.filter(|form| *form != label.form && same.is_none()).and_then(of_form);
        let whole = || self.line(last).find(|id| self[*id].form() == Some(Form::Document)).unwrap_or(NodeId::ROOT);
        let parent = match (label.form, same) {
            (Form::Document, _) => NodeId::ROOT,
            // A box stands beside what it is printed behind.
            (Form::Boxed, None) => self[last].parent,
            (_, Some(same)) => self[same].parent,
            (Form::Part | Form::Unnumbered | Form::Note, None) => whole(),
            // A text that begins in the middle: 三、 behind 19. and with no 一、 before it stands over what is to come.
            (Form::Chinese | Form::ChineseBracketed, None) if label.value > 1 && begun.is_none() => {
                let over = |form: Form| form == Form::Document || form == Form::Chinese && label.form != form;
                let over = self.line(last).find(|id| self[*id].form().is_some_and(over));
                // And so does 五、 behind （十）.
                let is_under =
                    |form: Form| form == Form::Arabic || label.form == Form::Chinese && form == Form::ChineseBracketed;
                let is_over = self.line(last).any(|id| self[id].form().is_some_and(is_under));
                if is_over { over.unwrap_or(NodeId::ROOT) } else { last }
            }
            (_, None) if begun.is_some() => begun.map_or(last, |id| self[id].parent),
            (_, None) => last,
        };
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node::new(Some(label), start, own, parent));
        self[parent].children.push(id);
        id
    }

    /// The heading before the box or the notes that the last one stands in, if a label ends them; `named` says whether somebody is
    /// named behind it.
    fn out_of_box(&self, label: Label, last: NodeId, named: bool) -> NodeId {
        let apart = |id: &NodeId| matches!(self[*id].form(), Some(Form::Boxed | Form::Note));
        let Some(boxed) = self.line(last).find(apart) else { return last };
        let before = NodeId(boxed.0 - 1);
        let of_form = |id: &NodeId| self[*id].form() == Some(label.form);
        let outer = self.line(before).find(of_form).and_then(|id| self[id].label);
        let inner = self.line(last).take_while(|id| *id != boxed).find(of_form).and_then(|id| self[id].label);
        let ends = if self[boxed].form() == Some(Form::Note) {
            let first = self[boxed].children.first().and_then(|id| self[*id].label);
            notes::end(label, outer, inner, first, named)
        } else {
            let counts_on = outer.is_some_and(|outer| label.value > outer.value);
            label.form == Form::Document || counts_on || outer.is_some() && inner.is_none() && label.value != 1
        };
        if ends { before } else { last }
    }

    /// Attaches a paragraph to the heading that it stands under; `following` is the next label of the text.
    fn attach(&mut self, text: &str, paragraph: Paragraph, last: NodeId, following: Option<Label>) {
        let parent = self[last].parent;
        let members = self[parent].children.len();
        let silent = |member: &Node| {
            !member.states() && !member.children.iter().take(MEMBERS_ASKED).any(|below| self[*below].states())
        };
        // A statement on a line of its own behind several headings that state nothing is about all of them, if no other one
        // counts on from there.
        let goes_on = self[last].label.zip(following).is_some_and(|(last, next)| counts_on(last, next));
        let about_all = parent != NodeId::ROOT
            && members > 1
            && !goes_on
            && paragraph.only_states(text)
            && paragraph.names()
            && self.children(parent).skip(members.saturating_sub(MEMBERS_ASKED)).all(silent);
        let node = &mut self[if about_all { parent } else { last }];
        if node.children.is_empty() { node.body.push(paragraph) } else { node.tail.push(paragraph) }
    }

    fn find_enumerations(&mut self, text: &str) {
        // （二）责任单位：县教育局 is a field of what it stands under, and no task.
        let field = |id: &NodeId| {
            let node = &self[*id];
            let alone = node.body.is_empty() && node.children.is_empty() && node.parent != NodeId::ROOT;
            alone && node.own.only_states(text) && self[node.parent].children.len() > 1
        };
        let fields = self.ids().skip(1).filter(field);
        let ends = self.ids().skip(1).filter_map(|id| self.last_of_enumeration(text, id));
        let ends: Vec<NodeId> = ends.chain(fields).collect();
        for id in ends {
            self[id].speaks_for_all = true;
        }
    }

    /// The last child of a heading, if its statement ends an enumeration whose other members end with ；.
    fn last_of_enumeration(&self, text: &str, id: NodeId) -> Option<NodeId> {
        let (last, others) = self[id].children.split_last()?;
        let before = &self[*others.last()?];
        let listed = before.own.span.of(text).trim_end().ends_with(MEMBER_ENDS) && before.body.is_empty();
        let silent = || others.iter().all(|other| !self[*other].states());
        (listed && self[*last].states() && silent()).then_some(*last)
    }
}

/// Of each paragraph, the next label behind it.
fn next_labels(paragraphs: &[Labelled]) -> Vec<Option<Label>> {
    let mut next = None;
    let mut out: Vec<Option<Label>> = paragraphs
        .iter()
        .rev()
        .map(|paragraph| {
            let behind = next;
            next = paragraph.label.or(next);
            behind
        })
        .collect();
    out.reverse();
    out
}

/// Whether a label counts on from another one.
fn counts_on(last: Label, next: Label) -> bool {
    last.form == next.form && last.value + 1 == next.value
}

/// Whether the paragraph of a heading is nothing but its words.
pub(super) fn is_bare(text: &str, own: &Paragraph) -> bool {
    let words = own.span.of(text);
    own.statements.is_empty()
        && length(words, LONGEST_BARE + 1) <= LONGEST_BARE
        && !words.trim_end_matches(is_stop).contains(is_stop)
}

/// A short line without a closing mark before a paragraph: a heading, in a plan that numbers nothing. The paragraph is long or
/// names somebody, if it is not `stated` beside it who answers.
fn is_heading_line(text: &str, line: &str, next: &Paragraph, stated: bool) -> bool {
    let words = next.span.of(text);
    (2..=24).contains(&length(line, 25))
        && !line.ends_with(|c: char| is_break(c) || is_colon(c) || closes(c).is_some())
        && !line.contains(NOT_IN_HEADING)
        && (stated || length(words, 30) >= 30 || next.names() && !next.only_states(text))
        && words.contains(is_stop)
        && !line.is_ascii()
}
