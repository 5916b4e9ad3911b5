//! The deadlines of a task below its measures. The plan of a first visit may have none: [`bring`] brings what draws them, with the
//! code that reads them.

use super::live::{El, el, says, text_lang, word};
use crate::domain::calendar::iso_day;
use crate::domain::dues::{self, Apart, Due};
use crate::domain::rollup::Count;
use crate::state::{Row, use_store};
use leptos::prelude::*;
use std::sync::OnceLock;

/// Draws the deadlines of the task at a place of the plan, given its row.
type Footer = fn(usize, RwSignal<Row>) -> Option<El>;

static FOOTER: OnceLock<Footer> = OnceLock::new();

/// Brings the code that reads and draws deadlines. Native programs have it from the start.
pub fn bring() {
    dues::bring();
    FOOTER.get_or_init(|| footer);
}

/// The deadlines of the task at this place of the plan, given its row; none as long as the code that draws them is not there.
pub(super) fn dues_footer(index: usize, card: RwSignal<Row>) -> Option<El> {
    if cfg!(not(target_arch = "wasm32")) {
        bring();
    }
    FOOTER.get().and_then(|draw| draw(index, card))
}

/// The deadlines of a task that none of its measures prints, as printed and as dates. They are late as long as not all of the
/// task is done.
fn footer(index: usize, card: RwSignal<Row>) -> Option<El> {
    let store = use_store();
    let dues = store.dues_apart(index);
    let due = move |deadline: Apart| {
        let date = deadline.day.map(|day| format!("（{}）", iso_day(day.into()))).unwrap_or_default();
        let late = says(move || {
            let Count { done, all } = card.get().count;
            let late = done < all && deadline.day.is_some_and(|day| Due::of(day, store.today()) == Due::Overdue);
            if late { store.words().overdue } else { "" }.to_owned()
        });
        let words = el("span").live("lang", text_lang()).says(says(move || store.text_of(deadline.span)));
        el("li").child(words).text(date).child(el("span").class("overdue").says(late)).view()
    };
    let label = (!dues.is_empty()).then(|| el("span").class("label").says(word(|w| w.due)));
    label.map(|label| el("div").class("units").child(label).child(el("ul").children(dues.into_iter().map(due))))
}
