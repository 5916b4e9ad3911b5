//! What papers say in sentences of their own, in English under the Chinese: all that they say of figures, and nobody's own words.

use crate::papers::{MAKES, busy, lay_out, text, unit, wanted};
use crate::rounds::make;
use yaodian::domain::party::Party;
use yaodian::domain::plan::Plan;
use yaodian::domain::rollup::Count;
use yaodian::domain::script::{Rendition, Script};
use yaodian::domain::settings::Lang;
use yaodian::element::html::html;
use yaodian::persist::embedded::plan as haidong;
use yaodian::persist::english::reading;
use yaodian::print::batch::{Names, contents};
use yaodian::print::english::Beside;
use yaodian::print::paper::{Block, Paper, sheets};
use yaodian::print::request::PaperRequest;
use yaodian::print::tree::el;
use yaodian::print::{circular, reminder, report};
use yaodian::text::circular::CircularWords;
use yaodian::text::english::EN;
use yaodian::text::overview::{Figures, OverviewWords};
use yaodian::text::paper::PaperWords;
use yaodian::text::receipt::ReceiptWords;
use yaodian::text::reminder::ReminderWords;
use yaodian::text::sentences::pieces;

/// The English under a paragraph of a report with these words; `None` if there is none.
fn english(plan: &Plan, rendition: Rendition, words: &str) -> Option<String> {
    let measures = plan.scope_measures(Party::Coordinator);
    let request = PaperRequest { rendition, ..wanted(plan, Party::Coordinator, &measures, None) };
    let paper = Paper { blocks: vec![Block::of(el("p").text(words))], ..report::paper(&request) };
    let paper = Beside::of(plan, reading(), rendition).on(paper, EN.unofficial);
    let block = html(paper.blocks.into_iter().next().expect("it has the paragraph").tree);
    let (_, english) = block.split_once("<small class=\"reads\" lang=\"en\">")?;
    Some(text(english.split_once("</small>").expect("it ends").0))
}

/// Every paragraph and heading of every paper that is issued or reports, in either script, blank and filled in, in a round and filtered.
#[test]
fn every_sentence_has_its_english() {
    let plan = haidong();
    let mut ledger = busy(&plan);
    make(&mut ledger, "2021-07-01/2021-09-30", "第三季度", "2021-10-15");
    let whole = plan.scope_measures(Party::Coordinator);
    let school = unit(&plan, "市教育局");
    let place = Party::Locality(0);
    let [of_school, of_place] = [school, place].map(|party| plan.scope_measures(party));
    for (rendition, ledger, filters) in [
        (Rendition::Record, Some(&ledger), ""),
        (Rendition::Record, None, ""),
        (Rendition::Simplified, Some(&ledger), "待核、有问题、黄灯"),
        (Rendition::Simplified, None, ""),
        (Rendition::Traditional, Some(&ledger), "未銷號、含「abc」"),
    ] {
        let beside = Beside::of(&plan, reading(), rendition);
        let settled = ledger.unwrap_or(&crate::papers::NOTHING);
        let of =
            |party, measures| PaperRequest { rendition, filters, settled, ..wanted(&plan, party, measures, ledger) };
        let [whole, school, place] = [of(Party::Coordinator, &whole), of(school, &of_school), of(place, &of_place)];
        let mut papers = vec![("circular", circular::paper(&whole))];
        papers.extend([&school, &place].into_iter().filter_map(reminder::paper).map(|paper| ("reminder", paper)));
        for (name, make) in MAKES.into_iter().filter(|(name, _)| *name != "document") {
            papers.extend([&whole, &school, &place].map(|request| (name, make(request))));
        }
        for (name, paper) in papers {
            let paper = beside.on(paper, EN.unofficial);
            let own = paper.blocks.into_iter().filter(|block| block.table.is_none()).map(|block| block.tree);
            for part in own.chain([paper.head, paper.closing]).map(html).filter(|part| !part.is_empty()) {
                assert!(part.contains("class=\"reads\""), "{name}, {rendition:?}: {}", text(&part));
                // Whatever stands in a gap is read, too.
                for english in part.split("lang=\"en\">").skip(1).filter_map(|part| part.split_once("</small>")) {
                    let chinese = english.0.chars().any(|c| ('\u{4e00}'..'\u{a000}').contains(&c));
                    assert!(!chinese || english.0.contains('〔'), "{name}, {rendition:?}: {}", english.0);
                }
            }
        }
    }
}

#[test]
fn sentences_are_read_piece_by_piece() {
    let plan = haidong();
    for (words, expected) in [
        (
            "截至2021年9月30日，你單位承擔的舉措中需要催辦的有 1 條，其中逾期未完成 1 條、第三季度未填報 1 條（一條有幾種情形的，分別計數）。",
            "As of 30 September 2021, of the measures of your unit, 1 needs attention: 1 overdue and not done, not reported for Quarter 3: 1 (a measure urged for in several ways counts in each).",
        ),
        (
            "量化目標共 1 個，1 個已填報實際值，0 個已達到，1 個未達到。",
            "1 target: 1 with an actual value reported, 0 reached, 1 not reached.",
        ),
        ("部分填報的 1 個：市教育局（3）。", "1 unit or locality has reported a part: Education Bureau (3)."),
        (
            "未填報的 2 個：市教育局（3）、樂都區（1）。",
            "2 units and localities have reported nothing: Education Bureau (3), Ledu District (1).",
        ),
        ("沒有填報為滯後的舉措，也沒有逾期未完成的舉措。", "No measure is reported as behind, and none is overdue."),
        ("第三季度（2021年7月1日至2021年9月30日）", "Quarter 3 (1 July 2021 to 30 September 2021)"),
        (
            "請逐條核實，於2021年10月15日前完成第三季度填報。被退回的，按退回理由改正後重新填報。",
            "Please check each of them and complete the reports, by 15 October 2021, for Quarter 3. What was returned is to be corrected as the reason says and reported again.",
        ),
        ("各方填報 3/7 · 待核 2 · 滯後 1", "By body 3/7 · Awaiting review 2 · Behind 1"),
        ("逾期 1 天", "1 day overdue"),
        (
            "7 條，逾期未完成 6 條、滯後 1 條、October未填報 2 條",
            "7 measures: 6 overdue and not done, 1 behind, not reported for October: 2",
        ),
        (
            "已銷號：填報單位報告完成，並經統籌單位核實。",
            "Signed off: Reported as done by the unit, and confirmed by the coordinator.",
        ),
        ("實施城市更新行動（續）", "Carry out urban renewal (continued)"),
        (
            "2.1 牽頭：市教育局；不涉及：市財政局、樂都區",
            "2.1 Lead: Education Bureau; Not concerned: Finance Bureau, Ledu District",
        ),
    ] {
        assert_eq!(english(&plan, Rendition::Record, words).as_deref(), Some(expected), "{words}");
    }
}

/// What a person wrote is no sentence of a paper, even where it has words of one.
#[test]
fn nobodys_own_words_are_read() {
    let plan = haidong();
    for words in [
        "資金尚未到位",
        "兩個鄉鎮未填報",
        "用地（甲至乙）",
        "縣裡未填報 3 條",
        "滯後 1 條，主要是資金。",
        "市教育局會同市財政局",
        "各方意見 3 種 · 待議",
        "2.1 牽頭：由縣裡定",
        "",
    ] {
        assert_eq!(english(&plan, Rendition::Record, words), None, "{words}");
    }
}

/// The list of contents says in English whose papers they are, and how many.
#[test]
fn the_list_of_contents_has_its_english() {
    let plan = haidong();
    let measures = plan.scope_measures(unit(&plan, "市教育局"));
    let request = wanted(&plan, unit(&plan, "市教育局"), &measures, None);
    let words = PaperWords::of(Script::Traditional);
    let names = Names { title: plan.text(plan.meta.title).to_owned(), kind: words.contents, extent: words.scope };
    let papers = [lay_out(report::paper(&request))];
    let list = contents(&names, &papers, 1, false).expect("there is a paper");
    let (list, layout) = lay_out(Beside::of(&plan, reading(), Rendition::Record).on(list, EN.unofficial));
    let page = text(&html(sheets(&list, &layout)));
    for english in
        ["Contents", "Haidong City 2021", "Education Bureau", "First sheet", "1 paper, ", "(this list not counted)"]
    {
        assert!(page.contains(english), "{english}: {page}");
    }
}

/// The verdict on paper says in English what the overview says in English.
#[test]
fn the_verdict_is_that_of_the_overview() {
    let plan = haidong();
    let [education, ledu] = [unit(&plan, "市教育局"), Party::Locality(0)];
    let name = |party, english: bool| match (party, english) {
        (Party::Unit(i), true) => plan.units[i].english.clone().expect("it has one"),
        (Party::Locality(i), true) => plan.localities[i].english.clone().expect("it has one"),
        (party, _) => plan.printed_name(party).expect("it has one").to_owned(),
    };
    let figures = |time, done, furthest: &[Party], round: bool, english| Figures {
        signed_off: Count { done, all: 100 },
        waiting: 1,
        time,
        lights: Some([1, 2, 3]),
        unreported: 4,
        bodies: 37,
        silent: 1,
        furthest: furthest.iter().map(|party| name(*party, english)).collect(),
        reports: Count { done: 2, all: 300 },
        round: round.then(|| (if english { "Quarter 3" } else { "第三季度" }.to_owned(), "2021-10-15".to_owned())),
    };
    let chinese = OverviewWords::on_paper(Script::Traditional);
    let interface = OverviewWords::of(Lang::En);
    for (time, done, furthest, round) in [
        (Some(74), 5, &[education, ledu][..], true),
        (Some(10), 50, &[ledu][..], false),
        (Some(50), 50, &[][..], false),
        (None, 50, &[][..], true),
    ] {
        let [on_paper, on_screen] = [false, true].map(|english| figures(time, done, furthest, round, english));
        for (of_paper, of_screen) in [(chinese.verdict, interface.verdict), (chinese.grounds, interface.grounds)] {
            let words = of_paper(&on_paper);
            assert_eq!(english(&plan, Rendition::Record, &words), Some(of_screen(&on_screen)), "{words}");
        }
    }
    let nothing = Figures { signed_off: Count { done: 0, all: 9 }, unreported: 9, ..Figures::default() };
    assert_eq!(english(&plan, Rendition::Record, &(chinese.verdict)(&nothing)), Some((interface.verdict)(&nothing)));
}

/// Every piece is read as itself: with as many gaps in both languages, and before none that its words begin with.
#[test]
fn pieces_are_as_many_gaps_long_in_both_languages() {
    let plan = haidong();
    for (words, reading) in pieces() {
        let gaps = words.matches("{}").count();
        assert_eq!(reading.matches('{').count(), gaps, "{words}");
        if words.ends_with("{}") || words.starts_with('，') || words.starts_with('；') {
            continue;
        }
        let filled = words.replace("{}", "2");
        let expected = reading
            .split('{')
            .map(|part| {
                part.split_once('}').map_or(part.to_owned(), |(nouns, after)| {
                    nouns.split_once('|').map_or_else(|| format!("2{after}"), |(_, many)| format!("2 {many}{after}"))
                })
            })
            .collect::<String>();
        let found = english(&plan, Rendition::Record, &filled);
        assert_eq!(found.as_deref(), Some(expected.trim()).filter(|words| !words.is_empty()), "{words}");
    }
}

/// Papers in simplified script have words of their own, which are read as those of the record are.
#[test]
fn fixed_words_are_read_in_either_script() {
    let plan = haidong();
    for (rendition, script) in [
        (Rendition::Record, Script::Traditional),
        (Rendition::Traditional, Script::Traditional),
        (Rendition::Simplified, Script::Simplified),
    ] {
        let (paper, circular) = (PaperWords::of(script), CircularWords::of(script));
        let (receipt, reminder) = (ReceiptWords::of(script), ReminderWords::of(script));
        let of_paper = [paper.undetermined_note, paper.nothing, paper.no_concerns, paper.seal, paper.head];
        let of_receipt =
            [receipt.note, receipt.gone, receipt.not_kept, receipt.emptied, receipt.seal, receipt.declined];
        let of_others = [circular.note, circular.no_late, circular.no_missing, circular.ask, reminder.ask_late];
        for words in of_paper.into_iter().chain(of_receipt).chain(of_others).chain(paper.meanings) {
            assert!(english(&plan, rendition, words).is_some(), "{rendition:?}: {words}");
        }
    }
}
