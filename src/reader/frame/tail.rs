//! What stands behind the plan: signature, date and remarks, and what belongs to the page that it was copied from.

use super::date::{date_in, is_date_line};
use super::fact::fact;
use super::line::{ends_as_title, is_contact, is_furniture, is_of_site, is_remark};
use super::signature::signed;
use crate::domain::plan::Fact;
use crate::domain::span::Span;
use crate::reader::lexicon::documents::THIS_COPY;
use crate::reader::text::Text;
use crate::reader::text::labels::label_at;
use crate::reader::text::scan::length;

/// How many paragraphs from the end are looked at.
const LONGEST_TAIL: usize = 40;
/// The longest line of a page behind it.
const LONGEST_PAGE_LINE: usize = 60;

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
        tail.take_page(folded);
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
            } else if let Some((issuer, count)) = signed(text, tail.plan.get(1..).unwrap_or_default()).filter(|_| dated)
            {
                let (plan, signing) = tail.plan.split_at(tail.plan.len() - count);
                tail.issuer = Some(issuer);
                tail.notice.extend(signing);
                (tail.plan, dated) = (plan, false);
                continue;
            } else if is_remark(words) || is_contact(words) {
                tail.notice.push(*last);
            } else if is_of_site(words, folded) {
                tail.furniture.push(*last);
            } else {
                break;
            }
            tail.plan = plan;
        }
        tail
    }

    /// Takes the lines of the page behind the remark that ends a document: （此件公开发布）. They are short, and no heading is among
    /// them.
    fn take_page(&mut self, folded: &str) {
        let from = self.plan.len().saturating_sub(LONGEST_TAIL);
        let Some(behind) = self.plan.get(from..) else { return };
        let Some(place) = behind.iter().rposition(|p| is_remark(p.of(folded)) && p.of(folded).contains(THIS_COPY))
        else {
            return;
        };
        let page = |p: &Span| {
            let words = p.of(folded);
            length(words, LONGEST_PAGE_LINE + 1) <= LONGEST_PAGE_LINE
                && label_at(folded, *p).is_none()
                && !ends_as_title(words)
        };
        let (plan, behind) = self.plan.split_at(from + place + 1);
        if place > 0 && behind.iter().all(page) {
            self.furniture.extend(behind);
            self.plan = plan;
        }
    }
}
