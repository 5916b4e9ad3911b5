//! What mending a kept plan does to what was reported of it, said before it is kept.

use super::super::live::{View, all, el};
use super::super::parts::mixed;
use super::draft::Draft;
use crate::domain::mended_reports::{Beside, MendedReports};
use crate::domain::party::Party;
use crate::domain::plan::{MeasureId, Plan};
use crate::state::Store;
use crate::text::drafts::DraftWords;
use leptos::prelude::*;

/// Which reports the plan as mended does not show, and which stand at other words; nothing where there are none.
pub fn said(store: Store, draft: &Draft) -> View {
    let words = DraftWords::of(store.lang());
    let Some(sheet) = draft.sheet.get() else { return View::Nothing };
    draft.reports.with(|MendedReports { beside, reworded, joined }| {
        let doubt = |text: String| el("p").class("doubt").text(text);
        let count = (!beside.is_empty()).then(|| doubt((words.beside)(beside.len())));
        let which = (!beside.is_empty()).then(|| {
            let items = beside.iter().map(|one| item(store, sheet.plan(), one)).collect::<Vec<View>>();
            el("details").child(el("summary").text(words.which)).child(el("ul").children(items))
        });
        let labels = |of: &mut dyn Iterator<Item = &MeasureId>, say: fn(&[String]) -> String| {
            let labels: Vec<String> = of.map(|id| sheet.plan().label(*id).to_string()).collect();
            (!labels.is_empty()).then(|| doubt(say(&labels)))
        };
        let reworded = labels(&mut reworded.iter().filter(|id| !joined.contains(id)), words.reworded);
        let joined = labels(&mut joined.iter(), words.joined);
        all(vec![count.into(), which.into(), reworded.into(), joined.into()])
    })
}

/// Whose report it is, of which words, and why it is not shown.
fn item(store: Store, plan: &Plan, beside: &Beside) -> View {
    let words = DraftWords::of(store.lang());
    let is_coordinator = plan.party_of_key(&beside.party) == Some(Party::Coordinator);
    let who = if is_coordinator {
        store.party_name(Party::Coordinator).chinese
    } else {
        Plan::name_in_key(&beside.party).to_owned()
    };
    let measure = plan.source.get(beside.at.begins()..beside.at.ends()).unwrap_or_default();
    let text = (words.one)(&who, measure, (words.why)(beside.why));
    el("li").child(mixed(store.lang(), &text, "zh")).view()
}
