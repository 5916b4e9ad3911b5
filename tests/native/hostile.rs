//! A plan that is written to be taken for a page: whatever it says stays text, in every view and on every paper.

use crate::offer::data_view;
use crate::papers::{MAKES, busy, wanted};
use leptos::prelude::{Owner, provide_context};
use yaodian::domain::party::Party;
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
use yaodian::print::paper::measuring_sheet;
use yaodian::reader::read;
use yaodian::state::Store;
use yaodian::views::shell::shell;
use yaodian::views::{full_text, overview};

/// What a browser would run, if it took it for a part of the page.
const HOSTILE: &str = "<img src=x onerror=alert(1)></li></script><script>alert(1)</script>\"'&amp;";

/// A plan that says it wherever a plan says anything.
fn plan() -> String {
    format!(
        "某市2024年{HOSTILE}工作要点\n{HOSTILE}\n一、{HOSTILE}任务\n1. {HOSTILE}服务。推进{HOSTILE}窗口建设，新建{HOSTILE}10所。\
         优化流程{HOSTILE}。（市{HOSTILE}局、市教育局负责）\n2. 加强宣传。开展宣传活动。（各县区政府负责）\n{HOSTILE}\n"
    )
}

/// Nothing of it is a part of the page.
#[track_caller]
fn is_no_part(place: &str, html: &str) {
    for part in ["<img", "<script", "</script", "onerror=alert(1)>"] {
        assert!(!html.contains(part), "{place} has {part}");
    }
}

/// And it is there, as text.
#[track_caller]
fn stays_text(place: &str, html: &str) {
    is_no_part(place, html);
    assert!(html.contains("&lt;img src=x"), "{place} does not show it");
}

#[test]
fn in_every_view_a_hostile_plan_stays_text() {
    Owner::new().with(|| {
        let plan = read(&plan()).plan;
        provide_context(Store::new(plan, Settings::default(), Lang::ZhHans, || 0));
        stays_text("the list", &html(shell(|_| ())));
        is_no_part("the overview", &html(overview::overview(|then| then(), |_, _| None)));
        stays_text("the text", &html(full_text::full_text()));
        is_no_part("the data", &data_view());
    });
}

/// So does a progress file, whose names and values are anybody's.
#[test]
fn a_hostile_progress_file_stays_text() {
    Owner::new().with(|| {
        let store = Store::new(read(&plan()).plan, Settings::default(), Lang::ZhHans, || 0);
        provide_context(store);
        let quoted = serde_json::to_string(HOSTILE).expect("a string");
        let id = serde_json::to_string(&store.plan().id).expect("a string");
        let said = format!("{{\"status\":[[5,{quoted}]],\"date\":[[5,{quoted}]],\"actual.1\":[[5,{quoted}]]}}");
        let file = format!(
            "{{\"format\":\"yaodian-ledger\",\"version\":3,\"plan\":{id},\"marks\":\
             {{{quoted}:{{{quoted}:{said}}},\"coordinator\":{{\"1.1\":{said}}}}}}}"
        );
        store.offer_file(HOSTILE.into(), &file);
        let page = data_view();
        assert!(page.contains("其中 3 栏"), "its values are told: {page}");
        stays_text("the offer", &page);
    });
}

#[test]
fn on_every_paper_a_hostile_plan_and_hostile_reports_stay_text() {
    let plan = read(&plan()).plan;
    let measures = plan.scope_measures(Party::Coordinator);
    let ledger = busy(&plan);
    for (name, make) in MAKES {
        for ledger in [None, Some(&ledger)] {
            let paper = make(&wanted(&plan, Party::Coordinator, &measures, ledger));
            let html = html(measuring_sheet(&paper));
            // The report speaks of parts and parties, and says no measure's words.
            if name == "report" { is_no_part(name, &html) } else { stays_text(name, &html) }
        }
    }
}
