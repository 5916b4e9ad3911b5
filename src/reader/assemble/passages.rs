//! Passages that nobody ticks, and what is recognised in headings.

use crate::domain::plan::{Passage, PieceKind};
use crate::domain::span::Span;
use crate::reader::outline::{Node, NodeId, Tree};
use crate::reader::text::scan::{has_words, tidy};

/// What was recognised, in the order in which it was.
pub type Recognised = Vec<(Span, PieceKind)>;

/// Takes the label and the words of a heading that is no task.
pub fn heading(node: &Node, pieces: &mut Recognised) {
    let alone = node.title.is_empty() && node.body.is_empty() && node.children.is_empty();
    pieces.push((node.printed_label(), PieceKind::Label));
    pieces.push((if alone { node.own.span } else { node.title }, PieceKind::Heading));
}

/// A heading and what stands under it as a passage. `text` is simplified.
pub fn passage(text: &str, tree: &Tree, id: NodeId, pieces: &mut Recognised) -> Passage {
    let node = &tree[id];
    heading(node, pieces);
    let paragraphs: Vec<Span> =
        node.paragraphs().map(|p| tidy(text, p.span)).filter(|span| has_words(text, *span)).collect();
    pieces.extend(paragraphs.iter().map(|span| (*span, PieceKind::Paragraph)));
    let duties = node.children.iter().map(|child| passage(text, tree, *child, pieces)).collect();
    Passage { label: node.name(), title: node.title, paragraphs, duties }
}
