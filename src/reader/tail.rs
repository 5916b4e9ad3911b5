//! What stands behind the plan: signature, date and remarks, and what belongs to the page that it was copied from.

use super::chars::{Bytes, length, slice};
use super::head::{is_date_line, is_furniture};
use super::labels::label_at;
use super::particulars::{compact, date_in, fact, is_signature};
use crate::domain::plan::Fact;

/// What stands behind the plan.
#[derive(Clone, Debug, Default)]
pub struct Tail {
    /// How many paragraphs of the text remain for the plan.
    pub begins: usize,
    /// Signature, date, remarks.
    pub notice: Vec<Bytes>,
    /// Lines of the page around it.
    pub furniture: Vec<Bytes>,
    /// The body that signs, where the text ends with a signature.
    pub issuer: Option<Fact>,
    /// The date that it is signed on.
    pub issued: Option<Fact>,
}

/// Reads backwards what stands behind the plan. `text` is simplified, `source` as printed.
pub fn read(text: &str, source: &str, paragraphs: &[Bytes]) -> Tail {
    let mut tail = Tail { begins: paragraphs.len(), ..Tail::default() };
    let mut dated = false;
    for (n, p) in paragraphs.iter().enumerate().rev().take(40) {
        let words = slice(text, p.clone());
        if n == 0 {
            break;
        }
        let labelled = label_at(text, p.clone()).is_some();
        if labelled {
            break;
        }
        if is_furniture(words) {
            tail.furniture.push(p.clone());
        } else if is_date_line(words) {
            tail.issued = date_in(text, p.clone()).map(|date| fact(source, p.clone(), date));
            tail.notice.push(p.clone());
            dated = true;
        } else if dated && is_signature(words) {
            tail.issuer = Some(fact(source, p.clone(), compact(slice(source, p.clone()))));
            tail.notice.push(p.clone());
            dated = false;
        } else if is_remark(words) {
            tail.notice.push(p.clone());
        } else {
            break;
        }
        tail.begins = n;
    }
    tail
}

/// （此件公开发布）, 抄送：…, …办公室2024年8月7日印发.
fn is_remark(line: &str) -> bool {
    let short = length(line, 61) <= 60;
    let bracketed = line.starts_with(['（', '(']) && line.contains("此件") && line.ends_with(['）', ')']);
    let printed = line.ends_with("印发") && line.contains('年') && line.contains('日');
    short
        && (bracketed
            || printed
            || line.starts_with("抄送")
            || line.starts_with("主送")
            || line.starts_with("附件：")
            || line.starts_with("附件:"))
}
