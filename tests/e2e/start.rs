//! Before the program runs, and where it cannot: the list stands in the page.

use serde_json::json;
use yaodian::domain::reading::simplified;
use yaodian::persist::plan_file::haidong;

use crate::page::Page;

#[test]
fn a_browser_without_webassembly_is_told_what_is_missing() {
    let mut page = Page::open("");
    page.tolerate_complaints();
    page.before_the_page("delete window.WebAssembly");
    page.load("");
    page.until("it is said in three languages", |page| {
        let words = page.words();
        ["请用支持 WebAssembly", "請用支援 WebAssembly", "needs a browser with WebAssembly"]
            .iter()
            .all(|sentence| words.contains(sentence))
    });
    assert!(!page.words().contains("Opening"), "it goes on promising to open");
    // The plan is there to be read all the same, and where each unit's tasks are.
    let plan = haidong();
    let title = simplified(plan.text(plan.meta.title), &plan.rewordings);
    assert_eq!(page.text("return document.title", &json!([])), title);
    for measure in plan.measures() {
        let sentence = simplified(plan.text(measure.span), &plan.rewordings);
        assert!(page.words().contains(&sentence), "{}", measure.id);
    }
    page.run("document.querySelector('#early-index').open = true", &json!([]));
    page.click("link", "21");
    page.shows(Page::address, "#t21");
}

#[test]
fn without_scripts_the_plan_is_read_and_printed_with_empty_boxes() {
    let page = Page::open("");
    page.switch_scripts_off();
    page.load("?without-scripts");
    let plan = haidong();
    let paper = page.print();
    for measure in plan.measures() {
        let sentence = simplified(plan.text(measure.span), &plan.rewordings);
        assert_eq!(paper.count(&sentence), 1, "{}", measure.id);
    }
    assert!(paper.words().starts_with("海东市2021年新型城镇化和城乡融合发展工作要点"), "{}", paper.words());
    for of_the_screen in ["允许运行脚本", "正在打开", "责任单位和县区索引", "撤销"] {
        assert_eq!(paper.count(of_the_screen), 0, "{of_the_screen}");
    }
}

/// Lets the program wait until it is let in: `window.letIn()`.
pub const WAIT: &str = "const real = window.fetch;
    const wait = new Promise((go) => (window.letIn = go));
    window.fetch = (file, ...rest) => String(file).includes('_bg.wasm') ? wait.then(() => real(file, ...rest)) : real(file, ...rest);
    window.shifts = [];
    const what = ({ node, previousRect, currentRect }) => [node?.outerHTML?.slice(0, 80), previousRect, currentRect];
    const tell = (entry) => ({ at: entry.startTime, value: entry.value, sources: entry.sources.map(what) });
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map(tell)))
        .observe({ type: 'layout-shift', buffered: true });";

#[test]
fn the_list_is_there_before_the_program_and_nothing_done_meanwhile_is_lost() {
    let page = Page::open("");
    page.before_the_page(WAIT);
    page.load("?waiting");
    page.until("the list is there", |page| page.words().contains("全面放开落户限制"));
    assert!(page.sees("checkbox", "进一步简化规范户口迁移手续"));
    page.tick_early("1.2");
    page.tick_early("2.1");
    page.tick_early("2.1");
    page.run("document.querySelector('#search').focus()", &json!([]));
    page.type_text("网络");
    page.run("letIn()", &json!([]));
    page.until("the program has taken over", |page| {
        page.run("return !document.querySelector('#app[data-early]')", &json!([])) == true
    });
    page.shows(Page::measures, ["3.4", "12.1", "22.1"]);
    page.until("the search has the focus again", |page| {
        page.run("return document.activeElement.id", &json!([])) == "search"
    });
    page.run("location.hash = '#/'", &json!([]));
    page.shows(Page::ticked, ["1.2"]);
}

#[test]
fn nothing_moves_when_the_program_takes_over() {
    for width in [1440, 768, 360] {
        let page = Page::open_with("", |options| options.window = (width, 900));
        page.before_the_page(WAIT);
        page.load("?waiting");
        page.until("the list is there", |page| page.words().contains("全面放开落户限制"));
        page.run("scrollTo(0, 400)", &json!([]));
        let places =
            "return JSON.stringify([...document.querySelectorAll('h1, h2, h3, li.measure label, #search, .nav a')]
            .map((part) => part.getBoundingClientRect()).filter(({ top, bottom }) => bottom > 0 && top < innerHeight)
            .map(({ x, y, width, height }) => [x, y, width, height]))";
        let before = page.text(places, &json!([]));
        page.run("window.from = performance.now(); letIn()", &json!([]));
        page.until("the program has taken over", |page| {
            page.run("return !document.querySelector('#app[data-early]')", &json!([])) == true
        });
        assert_eq!(page.text(places, &json!([])), before, "at {width} px");
        let shifts = page.text("return JSON.stringify(shifts.filter((shift) => shift.at >= from))", &json!([]));
        assert_eq!(shifts, "[]", "at {width} px");
    }
}

#[test]
fn where_the_other_views_do_not_come_the_page_says_so_and_tries_again() {
    let mut page = Page::open("");
    page.tolerate_complaints();
    page.before_the_page(
        "const real = window.fetch; window.cut = true;
        window.fetch = (file, ...rest) =>
            window.cut && String(file).includes('_later') ? Promise.reject(new TypeError('no network')) : real(file, ...rest)",
    );
    page.go("");
    page.click("link", "总览");
    page.until("it is said", |page| page.words().contains("页面的这一部分没能载入"));
    // The list is there all the same.
    page.click("link", "清单");
    page.until("the list is there", |page| !page.measures().is_empty());
    page.tick("1.1");
    page.click("link", "总览");
    page.until("it is said again", |page| page.words().contains("页面的这一部分没能载入"));
    page.run("window.cut = false", &serde_json::json!([]));
    page.click("button", "再试一次");
    page.until("the overview is there", |page| page.words().contains("按责任单位和县区"));
}
