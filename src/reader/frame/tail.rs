//! What stands behind the plan: signature, date and remarks, and what belongs to the page that it was copied from.

use super::date::{date_in, is_date_line};
use super::fact::{fact, literal};
use super::line::{is_furniture, is_remark, is_signature};
use crate::domain::plan::Fact;
use crate::domain::span::Span;
use crate::reader::text::Text;
use crate::reader::text::labels::label_at;

/// How many paragraphs from the end are looked at.
const LONGEST_TAIL: usize = 40;

/// What stands behind the plan.
#[derive(Clone, Debug, Default)]
pub struct Tail {
    /// How many paragraphs of the text remain for the plan.
    pub begins: usize,
    /// Signature, date, remarks.
    pub notice: Vec<Span>,
    /// Lines of the page around it.
    pub furniture: Vec<Span>,
    /// The body that signs, where the text ends with a signature.
    pub issuer: Option<Fact>,
    /// The date that it is signed on.
    pub issued: Option<Fact>,
}

impl Tail {
    /// Reads backwards what stands behind the plan.
    pub fn read(text: &Text, paragraphs: &[Span]) -> Self {
        let (folded, source) = (text.folded.as_str(), text.source);
        let mut tail = Self { begins: paragraphs.len(), ..Self::default() };
        let mut dated = false;
        // The first paragraph is never behind the plan.
        for (n, &p) in paragraphs.iter().enumerate().skip(1).rev().take(LONGEST_TAIL) {
            let words = p.of(folded);
            if label_at(folded, p).is_some() {
                break;
            }
            if is_furniture(words) {
                tail.furniture.push(p);
            } else if is_date_line(words) {
                tail.issued = date_in(folded, p).map(|date| fact(source, p, date));
                tail.notice.push(p);
                dated = true;
            } else if dated && is_signature(words) {
                tail.issuer = Some(literal(source, p));
                tail.notice.push(p);
                dated = false;
            } else if is_remark(words) {
                tail.notice.push(p);
            } else {
                break;
            }
            tail.begins = n;
        }
        tail
    }

    /// The paragraphs of the plan itself.
    pub fn before<'a>(&self, paragraphs: &'a [Span]) -> &'a [Span] {
        paragraphs.get(..self.begins).unwrap_or(paragraphs)
    }
}
