//! Papers, as the browser prints them.

use serde_json::json;
use yaodian::domain::party::Party;
use yaodian::domain::reading::simplified;
use yaodian::domain::script::Rendition;
use yaodian::persist::embedded::plan as haidong;
use yaodian::route::{ListView, Print, Route};

use crate::page::{Page, keys};
use crate::paper::Paper;

/// The sentences of the list that is open, as pairs of number and text.
fn sentences(page: &Page) -> Vec<(String, String)> {
    let script = "return document.querySelector('#m' + CSS.escape(arguments[0]) + ' label').textContent";
    let of = |id: String| {
        let sentence = page.text(script, &json!([id]));
        (id, sentence)
    };
    page.measures().into_iter().map(of).collect()
}

/// Prints once all sheets are cut.
fn print(page: &Page) -> Paper {
    page.until_laid_out();
    assert!(sheets(page) > 0);
    page.print()
}

/// How many sheets the preview shows. What is far from the window is not drawn before it comes near, so it has no words
/// that are seen.
fn sheets(page: &Page) -> usize {
    let script = "return [...document.querySelectorAll('main section')].map((sheet) => sheet.textContent)
        .filter((words) => words.includes('页 共') || words.includes('頁 共')).length";
    usize::try_from(page.run(script, &json!([])).as_u64().unwrap()).unwrap()
}

#[test]
fn a_units_checklist_holds_each_of_its_measures_once_and_no_other() {
    let page = Page::open("");
    let all = sentences(&page);
    page.choose_party("市教育局");
    page.until("its list is there", |page| page.measures().len() == 17);
    let own = page.measures();
    page.click("link", "打印这份清单");
    page.shows(Page::address, "#/print/unit/市教育局");
    let paper = print(&page);

    for (id, sentence) in &all {
        let expected = usize::from(own.contains(id));
        assert_eq!(paper.count(sentence), expected, "measure {id}: {sentence}");
    }
    assert_eq!(paper.count("□"), 17 + paper.count("□未完成"), "one box for each measure");
    assert!(paper.is_a4(), "{:?} mm", paper.sizes);
}

#[test]
fn every_sheet_is_numbered_and_the_last_one_is_signed() {
    let page = Page::open("#/print/unit/市教育局");
    let paper = print(&page);
    let count = paper.pages.len();
    assert_eq!(count, sheets(&page), "what is printed is what was shown");
    for (place, words) in paper.pages.iter().enumerate() {
        assert!(words.contains(&format!("第{}页共{count}页", place + 1)), "page {}: {words}", place + 1);
        assert_eq!(words.contains("填报单位（盖章）"), place + 1 == count, "page {}: {words}", place + 1);
        assert!(words.contains("市教育局"), "page {}: {words}", place + 1);
    }
    let first = &paper.pages[0];
    assert!(first.contains("海东市2021年新型城镇化和城乡融合发展工作要点"), "{first}");
    assert!(first.contains("68号"), "{first}");
    assert!(first.contains("加强部门协调"), "the standing duties are missing: {first}");
}

#[test]
fn a_filled_in_paper_shows_what_is_done_and_a_blank_one_does_not() {
    let page = Page::open("#/unit/市教育局");
    page.tick("2.1");
    page.tick("22.3");
    page.go("#/print/unit/市教育局");
    let filled = print(&page);
    let legend = filled.count("√已完成");
    assert_eq!(filled.count("√") - legend, 2);
    page.go("#/print/unit/市教育局?blank");
    page.until("the boxes are empty", |page| !page.texts("main section").concat().contains("√ 已完成"));
    let blank = print(&page);
    let legend = blank.count("“√”");
    assert_eq!(blank.count("√") - legend, 0);
}

#[test]
fn a_filtered_list_prints_what_is_shown_and_says_so() {
    let page = Page::open("#/unit/市教育局?q=网络");
    page.shows(Page::measures, ["3.4", "22.1"]);
    let shown = sentences(&page);
    page.click("link", "打印这份清单");
    let paper = print(&page);
    for (id, sentence) in shown {
        assert_eq!(paper.count(&sentence), 1, "measure {id}");
    }
    assert_eq!(paper.count("□") - paper.count("□未完成"), 2);
    assert!(paper.pages[0].contains("网络"), "the filter is not said: {}", paper.pages[0]);
}

#[test]
fn the_whole_plan_prints_every_measure_once() {
    let page = Page::open("");
    let all = sentences(&page);
    page.click("link", "打印这份清单");
    let paper = print(&page);
    for (id, sentence) in all {
        assert_eq!(paper.count(&sentence), 1, "measure {id}: {sentence}");
    }
    assert!(paper.pages.iter().all(|words| words.contains("□")), "a sheet is empty");
}

#[test]
fn the_print_keys_print_the_paper_and_not_the_screen() {
    let page = Page::open("#/unit/市教育局?q=网络");
    // What is there at the moment it is printed.
    let script =
        "window.printed = []; window.print = () => window.printed.push(document.querySelector('main').textContent)";
    page.run(script, &json!([]));
    page.press(&[keys::CONTROL, "p"]);
    page.until("it is printed", |page| page.run("return window.printed.length", &json!([])) == 1);
    let printed = page.text("return window.printed[0]", &json!([]));
    assert!(printed.contains("填报单位（盖章）") && printed.contains("第 1 页 共 1 页"), "{printed}");
    page.shows(Page::address, "#/print/unit/市教育局?q=网络");
    // The name that is offered for a PDF.
    let title = |page: &Page| page.text("return document.title", &json!([]));
    page.until("it has a name", |page| {
        title(page).starts_with("海东市2021年新型城镇化和城乡融合发展工作要点 工作清单 市教育局 20")
    });
    page.back();
    page.shows(Page::address, "#/unit/市教育局?q=网络");
}

#[test]
fn what_is_read_is_printed_as_its_paper() {
    for (address, paper, words) in
        [("#/overview", "#/print/report", "进展情况报告"), ("#/read", "#/print/text?blank", "— 1 —")]
    {
        let page = Page::open(address);
        let script =
            "window.printed = []; window.print = () => window.printed.push(document.querySelector('main').textContent)";
        page.run(script, &json!([]));
        page.press(&[keys::CONTROL, "p"]);
        page.until("it is printed", |page| page.run("return window.printed.length", &json!([])) == 1);
        page.shows(Page::address, paper);
        let printed = page.text("return window.printed[0]", &json!([]));
        assert!(printed.contains(words), "{printed}");
    }
}

#[test]
fn a_list_printed_by_the_browsers_menu_is_a_list_and_not_the_screen() {
    let page = Page::open("#/unit/市教育局");
    let shown = sentences(&page);
    let paper = page.print();
    for (id, sentence) in shown {
        assert_eq!(paper.count(&sentence), 1, "measure {id}");
    }
    assert!(paper.words().starts_with("海东市2021年新型城镇化和城乡融合发展工作要点"), "{}", paper.words());
    for screen in ["打印这份清单", "搜索", "撤销", "简体中文", "总览"] {
        assert_eq!(paper.count(screen), 0, "{screen}");
    }
}

/// Opens a list with a report on it that is longer than any field shows, and gives back its sentences.
fn open_long_report(page: &Page) -> Vec<String> {
    page.toggle_report("2.3");
    let sentences: Vec<String> = (1..=40).map(|n| format!("第{n:02}所学校已经开工建设。")).collect();
    let write = "it.value = given; it.dispatchEvent(new Event('input', { bubbles: true }))";
    page.on("[id='r2.3'] textarea", write, &json!(sentences.concat()));
    page.until("it is kept", |page| page.kept().iter().any(|(_, text)| text.contains(&sentences[39])));
    sentences
}

#[test]
fn a_long_report_printed_by_the_browsers_menu_is_printed_whole() {
    let page = Page::open("#/unit/市教育局");
    let sentences = open_long_report(&page);
    let paper = page.print();
    for sentence in sentences {
        assert_eq!(paper.count(&sentence), 1, "{sentence}");
    }
}

#[test]
fn a_list_printed_by_the_browsers_menu_is_light_whatever_the_screen_is() {
    let as_printed = |scheme: &'static str, theme: Option<&str>| {
        let page = Page::open_with("#/unit/市教育局", |options| options.scheme = scheme);
        if let Some(theme) = theme {
            page.paint(theme);
        }
        open_long_report(&page);
        let paper = page.print();
        let ink = if paper.is_printed() { paper.ink() } else { Vec::new() };
        (paper.words(), format!("{ink:?}"))
    };
    let light = as_printed("light", None);
    assert!(light.0.contains("第40所学校"), "{}", light.0);
    for (scheme, theme) in [("dark", None), ("light", Some("dark"))] {
        let dark = as_printed(scheme, theme);
        assert!(
            dark == light,
            "{scheme}, {theme:?}: {} bands of ink, not as on light paper",
            dark.1.matches("Area").count()
        );
    }
}

#[test]
fn the_kind_of_paper_its_form_and_its_columns_are_in_the_address() {
    let page = Page::open("#/print/unit/市教育局?q=网络");
    page.click("link", "任务分解表");
    page.shows(Page::address, "#/print/table/unit/市教育局?q=网络");
    page.click("checkbox", "填报栏");
    page.click("radio", "A3");
    page.on("main details", "it.open = true", &json!([]));
    page.click("checkbox", "责任单位");
    page.shows(Page::address, "#/print/table/unit/市教育局?q=网络&reporting&a3&without=4");
    let heads = |page: &Page| page.texts(".desk th[scope=col]");
    page.until("the column is gone", |page| !heads(page).is_empty() && !heads(page).contains(&"责任单位".to_owned()));
    page.until_laid_out();
    assert!(heads(&page).contains(&"存在问题".to_owned()));
    let title = |page: &Page| page.text("return document.title", &json!([]));
    page.until("the title says it", |page| title(page).contains("任务分解表 市教育局 20"));
    page.click("link", "批量清单");
    page.shows(Page::address, "#/print/all?q=网络");
    page.until("all are laid out", |page| page.status().contains("已排好 37 / 37 份"));
    page.click("link", "进展报告");
    page.shows(Page::address, "#/print/report/unit/市教育局?q=网络");
    page.click("link", "全文");
    page.shows(Page::address, "#/print/text/unit/市教育局?q=网络&blank");
}

#[test]
fn several_checklists_are_printed_in_one_job_each_with_its_own_numbers() {
    let page = Page::open("#/print/all?of=unit:市教育局,unit:市醫保局,locality:樂都區");
    page.until("all are laid out", |page| page.status().contains("已排好 3 / 3 份"));
    // The list of contents comes last.
    let paper = print(&page);
    let contents = &paper.pages[0];
    assert!(contents.contains("工作清单目录") && contents.contains("市医保局"), "{contents}");
    // Behind the list of contents, each from 1 to its own count, and in the order of the list.
    let mut numbers = Vec::new();
    for words in &paper.pages[1..] {
        let (_, rest) = words.rsplit_once('第').expect("a number");
        let (number, count) = rest.split_once("页共").expect("a count");
        numbers.push((number.to_owned(), count.trim_end_matches('页').to_owned()));
    }
    let firsts: Vec<usize> = (0..numbers.len()).filter(|i| numbers[*i].0 == "1").collect();
    assert_eq!(firsts.len(), 3, "{numbers:?}");
    for (place, first) in firsts.iter().enumerate() {
        let end = firsts.get(place + 1).copied().unwrap_or(numbers.len());
        for (i, (number, count)) in numbers[*first..end].iter().enumerate() {
            assert_eq!((number, count), (&(i + 1).to_string(), &(end - first).to_string()), "{numbers:?}");
        }
    }
    // Each measure as often as it is on one of these lists.
    let plan = haidong();
    let unit = |name: &str| Party::Unit(plan.unit_named(name).unwrap());
    let owners = [unit("市教育局"), unit("市醫保局"), Party::Locality(0)];
    for measure in plan.measures() {
        let sentence = simplified(plan.text(measure.span), &plan.rewordings);
        let expected = owners.iter().filter(|owner| plan.scope_measures(**owner).contains(&measure.id)).count();
        assert_eq!(paper.count(&sentence), expected, "{}", measure.id);
    }
}

#[test]
fn whose_checklists_are_in_a_job_is_chosen_and_in_the_address() {
    let page = Page::open("#/print/unit/市教育局");
    page.click("link", "批量清单");
    page.shows(Page::address, "#/print/all");
    page.until("all are laid out", |page| page.status().contains("已排好 37 / 37 份"));
    page.on("main details", "it.open = true", &json!([]));
    page.click("button", "县区");
    page.until("only localities", |page| page.status().contains("已排好 6 / 6 份"));
    page.click("checkbox", "乐都区");
    page.until("one less", |page| page.status().contains("已排好 5 / 5 份"));
    page.until("the address says it", |page| {
        !page.address().contains("樂都區") && page.address().contains("locality:平安區")
    });
    // The list of contents comes last.
    page.until_laid_out();
    let single = sheets(&page);
    page.click("checkbox", "双面打印");
    page.until("backs are left empty", |page| page.address().contains("duplex"));
    page.until("all are laid out", |page| page.status().contains("已排好 5 / 5 份"));
    page.until_laid_out();
    assert_eq!(sheets(&page), single, "backs are no numbered sheets");
    page.click("radio", "空白表");
    page.until("the address says it", |page| page.address().contains("blank"));
    page.click("link", "工作清单");
    page.shows(Page::address, "#/print/unit/市教育局?blank");
}

#[test]
fn no_sheet_is_overfull_whoever_prints() {
    // How far what stands on a sheet reaches beyond the room it has, in CSS pixels, over all sheets of the paper.
    let script = "
        const below = (element) => element.getBoundingClientRect().bottom;
        const frames = [...document.querySelectorAll('.desk .sheet-frame')];
        return JSON.stringify([
            document.querySelector('.desk .paper-facts b').textContent,
            Math.max(...frames.map((frame) => below(frame.lastElementChild) - below(frame))),
        ]);";
    let plan = haidong();
    let page = Page::open("#/print");
    for (choice, rendition) in [("简体读法", Rendition::Simplified), ("原文（繁体）", Rendition::Record)] {
        page.click("radio", choice);
        for party in plan.parties().filter(|party| *party != Party::Coordinator) {
            let name = match party {
                Party::Unit(i) => &plan.units[i].key,
                Party::Locality(i) => &plan.localities[i].key,
                Party::Coordinator => continue,
            };
            let written = plan.in_rendition(name, rendition);
            let look = |page: &Page| -> (String, f64) {
                serde_json::from_str(&page.text(script, &json!([]))).expect("a name and a number")
            };
            page.go(&Route::Print(Print::of(ListView { party, ..ListView::default() })).address(&plan));
            page.until_laid_out();
            let (whose, over) = look(&page);
            assert_eq!(whose, written);
            assert!(over <= 0.0, "{written}: {over} px too much on a sheet");
        }
    }
}

#[test]
fn a_job_can_be_watched_and_stopped() {
    let page = Page::open("#/");
    // Time stands still: what the page wants to do later, it does when it is told to. A driver may wait for something, too,
    // and for longer.
    let none = json!([]);
    page.run("window.held = []; window.setTimeout = (act, time) => (time > 10000 ? 0 : held.push(act))", &none);
    let step = |page: &Page| page.run("return held.length > 0 && (held.shift()(), true)", &none) == true;
    page.run("location.hash = '#/print/all'", &none);
    page.until("a part is laid out", |page| step(page) && page.status().contains("已排好 12 / 37 份"));
    assert_eq!(page.run("return document.querySelector('.print-bar .is-strong').disabled", &none), true);
    page.click("button", "停止");
    page.until("it ends with what there is", |page| {
        step(page);
        page.status().contains("已排好 12 / 12 份") && sheets(page) > 0 && page.run("return held.length", &none) == 0
    });
    let rows = page.run("return document.querySelectorAll('.is-contents tbody tr').length", &none);
    assert_eq!(rows, 12, "the list of contents has what is laid out");
    assert_eq!(page.run("return document.querySelector('.print-bar .is-strong').disabled", &none), false);
}

/// The faces that GB/T 9704-2012 asks for: those of the machine are tried in their order, so it is the order that counts.
#[test]
fn the_document_asks_for_the_faces_of_the_standard() {
    let page = Page::open("#/print/text?blank");
    page.until_laid_out();
    let face = |selector: &str| {
        let script = "const style = getComputedStyle(document.querySelector('.desk ' + arguments[0]));
            const points = Math.round(parseFloat(style.fontSize) * 3 / 4 * 100) / 100;
            return style.fontFamily.split(',')[0].replaceAll('\"', '') + ' ' + points";
        page.text(script, &json!([selector]))
    };
    // 3號 is 16 pt, 2號 22 pt, 4號 14 pt; 3/4 point is a CSS pixel.
    assert_eq!(face(".sheet-frame > p"), "FangSong 16");
    assert_eq!(face(".doc-first"), "SimHei 16");
    assert_eq!(face(".doc-second"), "KaiTi 16");
    assert_eq!(face(".doc-title"), "方正小标宋_GBK 22");
    assert!(face(".sheet-no").ends_with(" 14"), "{}", face(".sheet-no"));
}

#[test]
fn the_document_is_printed_in_the_sizes_of_the_standard() {
    let page = Page::open("#/print/text?blank");
    page.until_laid_out();
    let paper = page.print();
    let sizes = paper.type_sizes();
    for size in [22, 16, 14] {
        assert!(sizes.contains(&size), "{size} pt is not among {sizes:?}");
    }
    assert!(paper.faces() > 1, "one face only");
}
