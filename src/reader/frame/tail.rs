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
pub struct Tail<'t> {
    /// The paragraphs that remain for the plan.
    pub plan: &'t [Span],
    /// Signature, date, remarks.
    pub notice: Vec<Span>,
    /// Lines of the page around it.
    pub furniture: Vec<Span>,
    /// The body that signs, where the text ends with a signature.
    pub issuer: Option<Fact>,
    /// The date that it is signed on.
    pub issued: Option<Fact>,
}

impl<'t> Tail<'t> {
    /// Reads backwards what stands behind the plan.
    pub fn read(text: &Text, paragraphs: &'t [Span]) -> Self {
        let (folded, source) = (text.folded.as_str(), text.source);
        let mut tail = Self { plan: paragraphs, ..Self::default() };
        let mut dated = false;
        for _ in 0..LONGEST_TAIL {
            // The first paragraph is never behind the plan.
            let Some((last, plan @ [_, ..])) = tail.plan.split_last() else { break };
            let words = last.of(folded);
            if label_at(folded, *last).is_some() {
                break;
            }
            if is_furniture(words) {
                tail.furniture.push(*last);
            } else if is_date_line(words) {
                tail.issued = date_in(folded, *last).map(|date| fact(source, *last, date));
                tail.notice.push(*last);
                dated = true;
            } else if dated && is_signature(words) {
                tail.issuer = Some(literal(source, *last));
                tail.notice.push(*last);
                dated = false;
            } else if is_remark(words) {
                tail.notice.push(*last);
            } else {
                break;
            }
            tail.plan = plan;
        }
        tail
    }
}
