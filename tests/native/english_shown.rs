//! The English reading in the interface and on papers: in place of the Chinese or under it, found by the search, and no plan's but its own.

use crate::papers::{MAKES, html as on_sheets, same, text, unit, wanted};
use leptos::prelude::{Owner, provide_context};
use yaodian::domain::party::Party;
use yaodian::domain::plan::Plan;
use yaodian::domain::script::Rendition;
use yaodian::domain::script::{Script, fold_text};
use yaodian::domain::settings::{Lang, Settings};
use yaodian::element::html::html;
use yaodian::persist::embedded::plan as haidong;
use yaodian::persist::english::reading;
use yaodian::print::checklist::ChecklistPaper;
use yaodian::print::english::Beside;
use yaodian::print::paper::Paper;
use yaodian::print::request::PaperRequest;
use yaodian::print::tree::Tree;
use yaodian::print::{circular, reminder};
use yaodian::reader::read;
use yaodian::state::Store;
use yaodian::text::english::EN;
use yaodian::text::paper::PaperWords;
use yaodian::views::checklist::checklist;
use yaodian::views::english::bring;
use yaodian::views::full_text::full_text;
use yaodian::views::lazy;

/// What stands on the page with a plan and its reading.
fn with_reading<T>(plan: Plan, lang: Lang, test: impl FnOnce(Store) -> T) -> T {
    Owner::new().with(|| {
        let store = Store::new(plan, Settings::default(), lang, || 1_632_988_800_000);
        provide_context(store);
        lazy::provide(|_| ());
        bring(store, reading());
        test(store)
    })
}

/// The labels of the measures that the list shows.
fn shown(store: Store) -> Vec<String> {
    store.shown(|shown| shown.measures.iter().map(|id| store.plan().label(*id).to_string()).collect())
}

#[test]
fn the_list_is_in_english_and_the_chinese_comes_on_request() {
    let plan = haidong();
    with_reading(plan.clone(), Lang::En, |store| {
        let page = html(checklist());
        let words = text(&page).replace("&quot;", "\"").replace("&amp;", "&");
        for measure in plan.measures() {
            let english = reading().plain(plan.text(measure.span)).expect("it has a reading");
            assert!(words.contains(english), "{english}");
            assert!(!words.contains(plan.text(measure.span)), "{english}");
        }
        assert!(page.contains("<span class=\"reads\" lang=\"en\">Renovate <b class=\"target\">5,349 homes</b> in"));
        assert!(words.contains("Carry out urban renewal") && !words.contains("實施城市更新行動"), "headings");
        assert_eq!(words.matches(EN.unofficial).count(), 1);

        store.show_chinese(true);
        let page = html(checklist());
        assert!(page.contains(
            "<span class=\"beside\" lang=\"zh-Hant\">實施城鎮老舊小區改造項目<b class=\"target\">5349套</b>"
        ));
        store.choose_rendition(Rendition::Simplified);
        assert!(html(checklist()).contains("<span class=\"beside\" lang=\"zh-Hans\">实施城镇老旧小区改造项目"));
    });
}

/// A reading is for the English interface and for its own plan; of a mended one, for what stands as it was.
#[test]
fn who_has_no_reading_sees_the_chinese() {
    for lang in [Lang::ZhHans, Lang::ZhHant] {
        let page = with_reading(haidong(), lang, |_| html(checklist()));
        assert!(!page.contains("class=\"reads\"") && !page.contains(EN.unofficial), "{lang:?}");
    }
    let other = read("計畫\n一、總則\n1. 植樹。實施城鎮老舊小區改造項目5349套。\n").plan;
    let page = with_reading(other, Lang::En, |_| html(checklist()));
    assert!(!page.contains("class=\"reads\"") && !page.contains(EN.unofficial), "{page}");

    let mut mended = Plan { id: "kept".into(), ..haidong() };
    mended.tasks[15].measures[1].span.end -= 3;
    let page = with_reading(mended, Lang::En, |_| text(&html(checklist())));
    assert!(!page.contains("5,349 homes") && page.contains("5349套"), "it is cut otherwise");
    assert!(page.contains("11,645 households"), "and the next is as it was");
}

#[test]
fn words_of_both_languages_are_found() {
    with_reading(haidong(), Lang::En, |store| {
        for (query, expected) in [
            ("kindergartens built", vec![]),
            ("kindergartens", vec!["2.3", "13.8"]),
            ("KINDERGARTENS extend", vec!["2.3"]),
            ("幼稚園", vec!["2.3"]),
            ("幼儿园", vec!["2.3"]),
            ("kindergartens 幼稚園", vec!["2.3"]),
        ] {
            store.search(query.into());
            assert_eq!(shown(store), expected, "{query}");
        }
        // What is found in the Chinese only is shown there, and what is found in the English is marked there.
        store.search("幼稚園".into());
        assert!(html(checklist()).contains("新建改擴建<mark>幼稚園</mark>"));
        store.search("kindergartens".into());
        let page = html(checklist());
        assert!(
            page.contains("<b class=\"target\">10 </b><b class=\"target\"><mark>kindergartens</mark></b>"),
            "{page}"
        );
        assert!(!page.contains("class=\"beside\""));
    });
}

/// A search that was open when the reading came finds it, too.
#[test]
fn a_reading_that_comes_late_is_searched() {
    Owner::new().with(|| {
        let store = Store::new(haidong(), Settings::default(), Lang::En, || 0);
        provide_context(store);
        store.search("kindergartens".into());
        assert_eq!(shown(store), Vec::<String>::new());
        bring(store, reading());
        assert_eq!(shown(store), ["2.3", "13.8"]);
    });
}

#[test]
fn the_full_text_is_in_english() {
    let plan = haidong();
    with_reading(plan.clone(), Lang::En, |store| {
        let page = html(full_text());
        let words = text(&page);
        for (record, part) in [
            (plan.meta.title, "Work Plan for New-Type"),
            (plan.preamble[0], "Fourteenth Five-Year Plan"),
            (plan.general[0].paragraphs[0], "node of the Lanzhou-Xining city cluster"),
            (plan.sections[0].title, "become full urban residents"),
            (plan.standing[0].duties[1].title, "Hold every level to its responsibility"),
        ] {
            assert!(words.contains(part) && !words.contains(plan.text(record)), "{part}");
        }
        assert!(
            words.contains(
                "(Responsible: Public Security Bureau, governments of all counties and districts, and others)"
            )
        );
        store.show_chinese(true);
        let words = text(&html(full_text()));
        for measure in plan.measures() {
            assert!(words.contains(plan.text(measure.span)));
        }
    });
}

/// The HTML without English.
fn in_chinese(html: &str) -> String {
    let mut html = html.to_owned();
    for (begins, ends) in [("<small class=\"reads\"", "</small>"), ("<p class=\"reads ", "</p>")] {
        while let Some(start) = html.find(begins) {
            let end = html[start..].find(ends).expect("it ends") + start + ends.len();
            html.replace_range(start..end, "");
        }
    }
    html
}

/// The parts of a paper, before it is cut into sheets.
fn parts(paper: Paper) -> String {
    let blocks = paper.blocks.into_iter().map(|block| block.tree);
    html(Tree::All(paper.shared.into_iter().map(|(_, tree)| tree).chain([paper.head]).chain(blocks).collect()))
}

/// The English stands under the Chinese, which stays as it is.
#[test]
fn papers_have_the_english_under_the_chinese() {
    let plan = haidong();
    let party = unit(&plan, "市教育局");
    let measures = plan.scope_measures(party);
    for rendition in [Rendition::Record, Rendition::Simplified, Rendition::Traditional] {
        let beside = Beside::of(&plan, reading(), rendition);
        for (name, make) in MAKES.into_iter().filter(|(name, _)| *name != "document") {
            let request = PaperRequest { rendition, ..wanted(&plan, party, &measures, None) };
            let (chinese, with) = (parts(make(&request)), parts(beside.on(make(&request), EN.unofficial)));
            assert_eq!(in_chinese(&with), chinese, "{name}");
            assert!(with.contains(EN.unofficial), "{name}");
            let read = measures
                .iter()
                .filter_map(|id| plan.measure(*id))
                .filter(|measure| with.contains(reading().plain(plan.text(measure.span)).expect("it has a reading")));
            let expected = if name == "report" { 0 } else { measures.len() };
            assert_eq!(read.count(), expected, "{name}");
        }
    }
}

/// Every head of a column has its English, on papers in either script.
#[test]
fn columns_have_english_heads() {
    let plan = haidong();
    let measures = plan.scope_measures(Party::Coordinator);
    let ledger = crate::papers::busy(&plan);
    let mut missing = Vec::new();
    for rendition in [Rendition::Record, Rendition::Simplified, Rendition::Traditional] {
        let request = PaperRequest { rendition, ..wanted(&plan, Party::Coordinator, &measures, Some(&ledger)) };
        let mut papers: Vec<Paper> = MAKES.iter().map(|(_, make)| make(&request)).collect();
        papers.push(circular::paper(&request));
        let unit = PaperRequest { party: unit(&plan, "市教育局"), ..request };
        papers.extend(reminder::paper(&unit));
        for paper in papers {
            let names = paper.tables.iter().flat_map(|table| &table.columns).map(|(_, name)| *name);
            let known = |name: &str| EN.on_papers.iter().any(|[words, _]| fold_text(words) == fold_text(name));
            missing.extend(names.filter(|name| !known(name)));
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
    let words = PaperWords::of(Script::Traditional);
    let PaperWords { unit, locality, coordinator, number, date_filled, date_blank, round, scope, .. } = *words;
    let kinds = [words.unit_checklist, words.locality_checklist, words.breakdown, words.reporting_table, words.report];
    let heads = [words.summary, words.parties, words.targets, words.concerns, words.legend];
    let labels = [unit, locality, coordinator, number, date_filled, date_blank, round, scope];
    for word in labels.into_iter().chain(kinds).chain(heads).chain(words.states).chain(words.short_states) {
        assert!(EN.on_papers.iter().any(|[known, _]| *known == word), "{word}");
    }
}

#[test]
fn a_checklist_in_english_looks_like_this() {
    let plan = haidong();
    let party = unit(&plan, "市教育局");
    let measures = plan.scope_measures(party);
    let paper = ChecklistPaper::new(&wanted(&plan, party, &measures, None)).paper();
    same(
        "checklist-education-english",
        &on_sheets(Beside::of(&plan, reading(), Rendition::Record).on(paper, EN.unofficial)),
    );
}
