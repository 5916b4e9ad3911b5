//! Where the heading of a numbered paragraph ends and its text begins.

use super::tree::{Node, NodeId, Tree};
use crate::domain::span::Span;
use crate::reader::lexicon::headings::{ENUMERATING, Form};
use crate::reader::lexicon::marks::{
    BOLD, BOX_CLOSE, BOX_OPEN, COMMAS, STOP, digit, is_around_title, is_colon, is_stop,
};
use crate::reader::lexicon::quantities::{AT_LEAST_BEFORE, AT_MOST_BEFORE};
use crate::reader::lexicon::{holds, starts};
use crate::reader::statement::Paragraph;
use crate::reader::text::fields::content_label;
use crate::reader::text::scan::{Depth, chars_in, has_words, is_bracket, length, trim, trim_by};
use std::collections::HashMap;

/// A heading that runs into its text is not longer than this …
const LONGEST_TITLE: usize = 32;
/// … and one with a comma in it not longer than this: longer ones are the first sentence of a text.
const LONGEST_DIVIDED_TITLE: usize = 24;
/// The longest first sentence that is a heading where most are, or where the text behind it enumerates.
const LONGEST_USUAL_TITLE: usize = 44;
/// The longest heading before a colon.
const LONGEST_BEFORE_COLON: usize = 24;
/// The longest heading that stands over paragraphs of its own.
const LONGEST_STANDING_TITLE: usize = 60;
/// The longest one with a statement behind its stop.
const LONGEST_STATED_TITLE: usize = 16;
/// How far behind that the mark is looked for that ends a heading.
const MARGIN: usize = 20;
/// The shortest heading before wide white space.
const SHORTEST_BEFORE_SPACE: usize = 4;

/// The shares of headings that end with a stop, of a hundred, below which none is one, and above which long ones are, too.
const FEW: usize = 12;
const FEW_BESIDE: usize = 30;
const MOST: usize = 60;
/// The fewest headings from which a share is judged.
const SHARE_OF_ALL: usize = 8;
const SHARE_BESIDE: usize = 5;
const SHARE_OF_MOST: usize = 3;

/// Finds the headings of a whole tree. A first sentence is a heading or not like those of the other paragraphs with labels of its
/// form.
pub fn find(text: &str, tree: &mut Tree) {
    let ids: Vec<NodeId> = tree.ids().skip(1).collect();
    for id in &ids {
        let node = &mut tree[*id];
        let under = !node.body.iter().all(|p| p.only_states(text)) || !node.children.is_empty();
        let (title, rest) = if node.names_bodies(text) {
            (node.own.span, node.own.span.on_from(node.own.span.ends()))
        } else {
            split(text, &node.own, under, LONGEST_DIVIDED_TITLE)
        };
        (node.title, node.rest) = (title, node.own.part(rest));
    }
    // By form, how many have a text of their own, and how many of those a heading that a stop ends.
    let mut shares: HashMap<Form, (usize, usize)> = HashMap::new();
    // And of those that stand beside each other.
    let mut beside: HashMap<(NodeId, Form), (usize, usize)> = HashMap::new();
    for node in ids.iter().map(|id| &tree[*id]).filter(|node| has_text(text, node)) {
        let Some(form) = node.form() else { continue };
        for share in [shares.entry(form).or_default(), beside.entry((node.parent, form)).or_default()] {
            share.0 += 1;
            share.1 += usize::from(runs_in(text, node));
        }
    }
    let share = |(all, titled): (usize, usize), least: usize| (all >= least).then(|| titled * 100 / all);
    let few_beside = |parent, form| {
        let beside = beside.get(&(parent, form)).copied().unwrap_or_default();
        share(beside, SHARE_BESIDE).is_some_and(|share| share <= FEW_BESIDE)
    };
    for id in &ids {
        let node = &tree[*id];
        let Some(form) = node.form() else { continue };
        let of_form = shares.get(&form).copied().unwrap_or_default();
        if runs_in(text, node) {
            let few = share(of_form, SHARE_OF_ALL).is_some_and(|share| share <= FEW)
                || (of_form.1 * 2 < of_form.0 && few_beside(node.parent, form));
            if few {
                let node = &mut tree[*id];
                (node.title, node.rest) = (node.own.span.front(), node.own.clone());
            }
        } else if node.title.is_empty() && share(of_form, SHARE_OF_MOST).is_some_and(|share| share >= MOST) {
            let under = !node.body.is_empty() || !node.children.is_empty();
            let (title, rest) = split(text, &node.own, under, LONGEST_USUAL_TITLE);
            let node = &mut tree[*id];
            (node.title, node.rest) = (title, node.own.part(rest));
        }
    }
}

/// Whether the paragraph of a heading says more than its first sentence.
fn has_text(text: &str, node: &Node) -> bool {
    node.own.span.of(text).matches(is_stop).nth(1).is_some() || node.own.names()
}

/// Whether a heading runs into its text behind a stop.
fn runs_in(text: &str, node: &Node) -> bool {
    let behind = Span::new(node.title.ends(), node.own.span.ends()).of(text);
    !node.title.is_empty() && behind.starts_with(is_stop) && has_words(text, node.rest.span)
}

/// The heading of a numbered paragraph, and the text behind it. `under` says whether something stands under it, `divided` how
/// long a heading with a comma in it may be.
pub fn split(text: &str, own: &Paragraph, under: bool, divided: usize) -> (Span, Span) {
    let none = (own.span.front(), own.span);
    let stated = own.statements.first().map_or(own.span.ends(), |s| s.span.begins());
    let head = own.span.up_to(stated);
    // 工作任务：修渠3条 is called by what it says.
    let head = head.on_from(content_label(text, head).map_or(head.begins(), Span::ends));
    if let Some(found) = bold(text, head, own.span.ends()).or_else(|| boxed(text, head, own.span.ends())) {
        return found;
    }
    let mut depth = Depth::default();
    for (at, c) in chars_in(text, head).take(LONGEST_STANDING_TITLE + MARGIN) {
        depth.step(c);
        let ends = is_stop(c) || c == '；';
        if !depth.outside() || !(ends || is_colon(c) || matches!(c, '\u{3000}' | '\t' | ' ')) {
            continue;
        }
        let title = trim_title(text, head.up_to(at));
        let words = title.of(text);
        let rest = own.span.on_from(at + c.len_utf8());
        let more = says(text, rest.up_to(stated)) || words_after(text, own, stated);
        let count = length(words, LONGEST_STANDING_TITLE + 1);
        let with_comma = words.contains(COMMAS);
        // Behind a comma a number says what is to be reached: 建设园区，引进企业5家.
        let counted = (with_comma || holds(words, AT_LEAST_BEFORE) || holds(words, AT_MOST_BEFORE))
            && words.contains(|c| digit(c).is_some());
        if ends {
            let enumerated = starts(rest.of(text).trim_start(), ENUMERATING);
            let heading = count
                <= if enumerated {
                    LONGEST_USUAL_TITLE
                } else if with_comma {
                    divided
                } else {
                    LONGEST_TITLE.max(divided)
                };
            let bare = own.statements.is_empty() && count <= LONGEST_STANDING_TITLE;
            // （三）发展学前教育。（市教育局） over paragraphs of its own.
            let stated_title = (SHORTEST_BEFORE_SPACE..=LONGEST_STATED_TITLE).contains(&count)
                && !with_comma
                && !words.contains(|c| digit(c).is_some());
            let standing = !more && under && (bare || stated_title);
            return if c != '；' && ((more && heading && !counted) || standing) {
                (title, trim(text, rest))
            } else {
                none
            };
        }
        let before_colon = is_colon(c) && count <= LONGEST_BEFORE_COLON;
        let wide = matches!(c, '\u{3000}' | '\t') || (c == ' ' && rest.of(text).starts_with(' '));
        let before_space = wide && (SHORTEST_BEFORE_SPACE..=LONGEST_TITLE).contains(&count) && !words.contains(STOP);
        if more && !with_comma && (before_colon || before_space) {
            return (title, trim(text, rest));
        }
    }
    let title = trim_title(text, head);
    // 优化公交（市交通局，6月底前）。新增2条。
    let behind = own.span.on_from(own.statements.first().map_or(own.span.ends(), |s| s.span.ends())).of(text);
    let short = length(title.of(text), LONGEST_TITLE + 1) <= LONGEST_TITLE && !head.of(text).contains(is_stop);
    if short && !title.is_empty() && behind.trim_start().starts_with(is_stop) && words_after(text, own, stated) {
        return (title, trim(text, own.span.on_from(stated)));
    }
    let whole = length(title.of(text), LONGEST_STANDING_TITLE + 1) <= LONGEST_STANDING_TITLE;
    if under && whole && !head.of(text).contains(is_stop) && !title.is_empty() && !words_after(text, own, stated) {
        return (title, trim(text, own.span.on_from(stated)));
    }
    none
}

/// A heading in a box of its own before the text: 【优化流程】设窗口。
fn boxed(text: &str, head: Span, end: usize) -> Option<(Span, Span)> {
    let inner = head.of(text).strip_prefix(BOX_OPEN)?;
    let close = inner.find(BOX_CLOSE).filter(|at| *at > 0 && *at <= LONGEST_TITLE * 3)?;
    let begins = head.begins() + BOX_OPEN.len_utf8();
    let rest = trim(text, Span::new(begins + close + BOX_CLOSE.len_utf8(), end));
    has_words(text, rest).then(|| (Span::new(begins, begins + close), rest))
}

/// A heading between the marks that make it bold in markdown, and the text behind it.
fn bold(text: &str, head: Span, end: usize) -> Option<(Span, Span)> {
    let inner = head.of(text).strip_prefix(BOLD)?;
    let close = inner.find(BOLD).filter(|at| *at > 0 && *at <= LONGEST_STANDING_TITLE * 3)?;
    let begins = head.begins() + BOLD.len();
    let title = trim_title(text, Span::new(begins, begins + close));
    let rest = trim(text, Span::new(begins + close + BOLD.len(), end));
    (!title.is_empty() && !rest.is_empty()).then_some((title, rest))
}

/// Whether words stand behind the first statement.
fn words_after(text: &str, own: &Paragraph, stated: usize) -> bool {
    own.words().any(|words| words.begins() >= stated && says(text, words))
}

/// Whether a span has words outside of a bracket by itself: （0.5分） says nothing.
fn says(text: &str, span: Span) -> bool {
    has_words(text, span) && !is_bracket(span.of(text))
}

/// The heading without the marks around it.
fn trim_title(text: &str, span: Span) -> Span {
    trim_by(text, span, is_around_title)
}
