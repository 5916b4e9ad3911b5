//! The desk on which files lie that came back: what is said of each, and what is offered.

use crate::forms::unit;
use crate::ledger::plan as haidong;
use crate::offer::nothing;
use crate::papers::text;
use leptos::prelude::*;
use yaodian::domain::fault::LedgerFileError;
use yaodian::domain::gather::Incoming;
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::Field;
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
use yaodian::persist::progress_file::{self, Head};
use yaodian::state::{Offer, Store};
use yaodian::views::gather::desk::{Desk, Hands, Read};
use yaodian::views::gather::gather;

/// 2021-09-30 in China.
const NOW: Moment = 1_632_988_800_000;

/// What stands in the view of bringing together with these files on the desk, a line for each paragraph and cell.
fn shown(lang: Lang, mine: &Ledger, hands: Hands, files: &[Read]) -> (String, String) {
    Owner::new().with(|| {
        let store = Store::new(haidong().clone(), Settings::default(), lang, || NOW);
        provide_context(store);
        store.take_in(mine);
        let desk = Desk::new(store, hands);
        let take = desk.take();
        for (place, file) in (0..).zip(files) {
            take(place, file.clone());
        }
        let page = html(gather(desk));
        let ends = ["</li>", "</p>", "</td>", "</th>", "</button>", "</h3>", "</legend>"];
        let lines = ends.iter().fold(page.clone(), |page, end| page.replace(end, &["\n", *end].concat()));
        (page, text(&lines))
    })
}

/// A report of a unit that says this.
fn report(says: &[(Field, &str)]) -> Incoming {
    let party = unit(haidong(), "市教育局");
    let key = MarkKey::Placed(party, haidong().scope_measures(party)[0]);
    let mut ledger = Ledger::default();
    for (field, value) in says {
        ledger.set(Change { key: key.clone(), field: *field, value: (*value).to_owned() }, NOW - 1000);
    }
    let head = Head { from: Some(party), copy: "its", made: NOW };
    let text = progress_file::write(&ledger, haidong(), &head);
    progress_file::read("a.json", &text, "utf-8", haidong()).expect("a progress file")
}

#[test]
fn of_which_plan_a_file_is_stands_beside_it() {
    let other = Incoming { other_copy: true, ..report(&[(Field::Status, "done")]) };
    let refused = |plan: &str| {
        Err(Offer::Refused { name: "b.json".into(), error: LedgerFileError::OtherPlan { plan: plan.into() } })
    };
    let title = haidong().text(haidong().meta.title);
    for (lang, file, line) in [
        (Lang::ZhHans, Ok(other.clone()), "是同一要点的另一份（文字相同，分开保存）的，可以照常合并。"),
        (Lang::ZhHant, Ok(other.clone()), "是同一要點的另一份（文字相同，分開保存）的，可以照常合併。"),
        (
            Lang::En,
            Ok(other),
            "Made for another copy of this plan, kept apart with the same text: it can be merged as usual.",
        ),
        (Lang::ZhHant, refused("某縣2022年工作要點"), "這是另一份工作要點（某縣2022年工作要點）的進度。"),
        (Lang::ZhHant, refused(title), "這是標題相同、內容不同的另一份工作要點的進度。"),
        (Lang::ZhHans, refused(title), "这是标题相同、内容不同的另一份工作要点的进度。"),
        (Lang::En, refused(title), "This is the progress of another plan with the same title and another text."),
    ] {
        let (_, shown) = shown(lang, &Ledger::default(), nothing().hands, &[file]);
        assert!(shown.lines().any(|there| there == line), "{line} is not in:\n{shown}");
    }
    let (_, shown) =
        shown(Lang::ZhHans, &Ledger::default(), nothing().hands, &[Ok(report(&[(Field::Status, "done")]))]);
    assert!(!shown.contains("另一份"), "{shown}");
}
