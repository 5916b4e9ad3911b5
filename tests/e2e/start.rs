//! Before the program runs, and where it cannot: the list stands in the page.

use std::fs;
use std::path::PathBuf;

use serde_json::json;
use yaodian::domain::reading::simplified;
use yaodian::persist::embedded::plan as haidong;

use crate::page::{Page, keys};
use crate::webdriver::variable;

#[test]
fn a_browser_without_webassembly_is_told_what_is_missing() {
    let mut page = Page::altered("delete window.WebAssembly");
    page.tolerate_complaints();
    // Who opens another view waits for it, and does not get it.
    for address in ["?without-it#/overview", "?without"] {
        page.load(address);
        says_what_is_missing(&page);
    }
    let plan = haidong();
    let title = simplified(plan.text(plan.meta.title), &plan.rewordings);
    assert_eq!(page.text("return document.title", &json!([])), title);
    page.on("#prerendered-index", "it.open = true", &json!([]));
    page.click("link", "21");
    page.shows(Page::address, "#t21");
}

/// And the plan is there to be read all the same.
fn says_what_is_missing(page: &Page) {
    page.until("it is said in three languages", |page| {
        let words = page.words();
        ["请用支持 WebAssembly", "請用支援 WebAssembly", "needs a newer browser with WebAssembly"]
            .iter()
            .all(|sentence| words.contains(sentence))
    });
    let (words, plan) = (page.words(), haidong());
    assert!(!words.contains("Opening"), "it goes on promising to open");
    for measure in plan.measures() {
        let sentence = simplified(plan.text(measure.span), &plan.rewordings);
        assert!(words.contains(&sentence), "{}", measure.id);
    }
}

#[test]
fn a_browser_that_cannot_unpack_the_one_file_is_told_so() {
    // Before the file's own rules of what may run.
    let lacks = "<head><script>delete window.DecompressionStream</script>";
    says_what_is_missing(&with_another_file(&[("<head>", lacks)]));
}

#[test]
fn a_browser_that_cannot_read_the_one_files_script_is_told_so() {
    // Words that no browser knows yet. The file's own rules would not even let them be tried.
    says_what_is_missing(&with_another_file(&[
        ("Content-Security-Policy", "no-policy"),
        ("const unpack =", "yet to come ="),
    ]));
}

/// The one file with these texts in the place of others, opened from the disk.
fn with_another_file(changes: &[(&str, &str)]) -> Page {
    let mut page = Page::open("");
    page.tolerate_complaints();
    let mut file = fs::read_to_string(PathBuf::from(variable("YAODIAN_DIST")).join("yaodian.html")).unwrap();
    for (from, to) in changes {
        assert!(file.contains(from), "the one file has no {from}");
        file = file.replacen(from, to, 1);
    }
    page.load_file(&page.make_file("other.html", &file));
    page
}

#[test]
fn without_scripts_the_plan_is_read_and_printed_with_empty_boxes() {
    let page = Page::start(|options| options.scripts_off = true);
    page.load("");
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
    let page = Page::altered(WAIT);
    page.load("");
    page.until("the list is there", |page| page.words().contains("全面放开落户限制"));
    assert!(page.sees("checkbox", "进一步简化规范户口迁移手续"));
    page.tick_prerendered("1.2");
    page.tick_prerendered("2.1");
    page.tick_prerendered("2.1");
    // Selecting a sentence ticks nothing, nor do two clicks.
    page.click_on_word("1.3", "隐性门槛", 3);
    page.until("a sentence is selected", |page| page.selected().chars().count() > 10);
    page.click_on_word("1.4", "原籍地", 2);
    page.on("#search", "it.focus()", &json!([]));
    page.type_text("网络");
    let_in(&page);
    page.shows(Page::measures, ["3.4", "12.1", "22.1"]);
    page.until("the search has the focus again", |page| {
        page.run("return document.activeElement.id", &json!([])) == "search"
    });
    page.run("location.hash = '#/'", &json!([]));
    page.shows(Page::ticked, ["1.2"]);
}

#[test]
fn who_reads_something_else_has_the_list_before_the_program_too() {
    for (languages, title, sentence, link, tag) in [
        ("zh-TW", "全面放開落戶限制", "22項任務", "清單", "zh-Hant"),
        ("en-GB", "Lift all restrictions on household registration", "22 tasks", "Checklist", "en"),
    ] {
        let page = Page::altered_with(WAIT, |options| options.languages = languages);
        page.load("");
        page.until("the list is there", |page| page.words().contains(title));
        assert!(page.words().contains(sentence) && page.sees("link", link), "the interface is, too");
        let all = "return document.documentElement.lang + document.querySelector('.page').textContent";
        let before = page.text(all, &json!([]));
        assert!(before.starts_with(tag), "{before}");
        page.run("window.standing = document.getElementById('m1.1')", &json!([]));
        let_in(&page);
        assert!(page.holds("return standing.isConnected"), "what stands there is taken over");
        assert_eq!(page.text(all, &json!([])), before, "the program says the same");
        let moved = page.run("return shifts.reduce((sum, shift) => sum + shift.value, 0)", &json!([]));
        assert!(moved.as_f64().is_some_and(|moved| moved < 0.01), "nothing shifts: {moved}");
    }
}

/// Lets the program in and waits until the page is its own.
fn let_in(page: &Page) {
    page.run("letIn()", &json!([]));
    page.until("the program has taken over", |page| {
        page.run(
            "return !document.querySelector('#app[data-prerendered]') && !!document.querySelector('#app main')",
            &json!([]),
        ) == true
    });
}

/// All that the page shows, attributes in one order, with what is ticked.
const ALL_OF_IT: &str = "
    const write = (node) => {
        if (node.nodeType !== 1) return node.nodeType === 3 ? node.data : '';
        const attributes = [...node.attributes].filter(({ value }) => value !== '').map(({ name, value }) => `${name}=${value}`);
        const flags = [...node.attributes].filter(({ value }) => value === '').map(({ name }) => name);
        const all = [...attributes, ...flags, node.checked ? 'is checked' : ''].sort().join(' ');
        return `<${node.localName} ${all}>${[...node.childNodes].map(write).join('')}\n`;
    };
    return write(document.getElementById('app'))";

#[test]
fn the_program_takes_over_what_stands_there_and_shows_what_it_would_have_built() {
    let emptied = "; if (location.search === '?anew') addEventListener('DOMContentLoaded', () => (document.getElementById('app').textContent = ''))";
    let page = Page::altered(&[WAIT, emptied].concat());
    page.load("");
    let_in(&page);
    page.tick("1.1");
    page.tick("12.1");
    // A light on the list of a unit, too.
    page.go("#/unit/市教育局");
    page.tick("2.1");
    page.go("#/");
    page.scroll_to_top();
    page.toggle_report("2.1");
    page.write("2.1", "进展", "写到一半");
    let kept = "return Object.keys(localStorage).some((key) => key.includes('/ledger/') && localStorage.getItem(key).includes('写到一半'))";
    page.until("it is kept", |page| page.run(kept, &json!([])) == true);
    for address in ["#/", "#/?q=网络", "#/?open", "#m12.1", "#/unit/市教育局"] {
        let shown = |search: &str| {
            page.load(&format!("?{search}{address}"));
            // Not the page before, which has long come.
            let come = format!("return location.search === '?{search}' && document.readyState === 'complete'");
            page.until("the page has come", |page| page.holds(&come));
            let remember = "window.before = [...document.querySelectorAll('#app > :not(#starting) :is(h1, h2, h3, li.measure, label, input, button, .chip)')]";
            page.run(remember, &json!([]));
            let_in(&page);
            // Lights come with what is loaded later.
            let lit =
                "return [...document.querySelectorAll('.state')].some((state) => /[▲◆●]/.test(state.textContent))";
            page.until("lights are there", |page| page.holds(lit));
            let gone = page.text("return String(before.filter((part) => !part.isConnected).length)", &json!([]));
            (page.text(ALL_OF_IT, &json!([])), gone)
        };
        let (anew, _) = shown("anew");
        let (taken, gone) = shown("taken");
        assert_eq!(taken, anew, "{address}");
        if !address.contains("unit") {
            assert_eq!(gone, "0", "{address}: what stood there was made anew");
        }
    }
}

#[test]
fn what_was_done_before_the_program_belongs_to_the_list_on_which_it_was_done() {
    let page = Page::altered(WAIT);
    page.load("");
    page.until("the list is there", |page| page.words().contains("全面放开落户限制"));
    page.tick_prerendered("1.2");
    page.tick_prerendered("2.1");
    page.on("#search", "it.focus()", &json!([]));
    page.type_text("网络");
    page.click("link", "市教育局");
    page.shows(Page::address, "#/unit/市教育局");
    let_in(&page);
    page.until("the unit's list is there", |page| page.measures().len() == 17);
    assert_eq!(page.ticked(), [""; 0]);
    page.run("location.hash = '#/'", &json!([]));
    page.until("the whole list is there", |page| page.measures().len() == 129);
    page.shows(Page::ticked, ["1.2", "2.1"]);
}

#[test]
fn what_is_signed_off_looks_so_before_the_program_and_can_be_taken_back() {
    let page = Page::altered(WAIT);
    page.load("");
    let_in(&page);
    page.tick("1.1");
    page.tick("2.1");
    page.tick("2.2");
    page.tick("2.2");
    let state = "return (document.querySelector(`[id='m${arguments[0]}'].is-done > .state`)?.lastChild.data || '').replace(/ [▲◆●].*/, '')";
    let say = |page: &Page| ["1.1", "2.1", "2.2"].map(|id| page.text(state, &json!([id])));
    page.until("they are signed off", |page| say(page)[1].starts_with("已销号"));
    let now = say(&page);
    page.load("?again");
    page.until("they are signed off at once", |page| say(page) == now);
    assert!(page.is_ticked("1.1") && page.is_ticked("2.1") && !page.is_ticked("2.2"));
    // Figures that it has not counted yet are not there.
    let words = page.words();
    for figure in ["已销号0条", "0/4", "未填报"] {
        assert!(!words.contains(figure), "{figure}: {words}");
    }
    page.tick_prerendered("2.1");
    page.tick_prerendered("2.2");
    let_in(&page);
    page.shows(Page::ticked, ["1.1", "2.2"]);
    assert_eq!(say(&page)[0], now[0]);
    page.until("they are counted", |page| ["已销号2条", "1/4", "未填报"].iter().all(|it| page.words().contains(it)));

    // Whatever lies there, nothing stops the page.
    for text in
        ["", "{", "[]", "{\"marks\":null}", "{\"marks\":{\"coordinator\":{\"1.1\":null,\"2.1\":{\"status\":[]}}}}"]
    {
        page.run("localStorage.setItem('yaodian/haidong-2021/ledger/v99', arguments[0])", &json!([text]));
        page.load("?damaged");
        page.until("the list is there", |page| page.words().contains("全面放开落户限制"));
        assert_eq!(say(&page), [""; 3], "{text}");
    }
    // A choice is not taken for another whose word is in it.
    page.run("localStorage.setItem('yaodian/settings', 'no-lights')", &json!([]));
    page.load("?no-lights");
    page.until("the list is there", |page| page.words().contains("全面放开落户限制"));
    assert!(page.holds("return !document.documentElement.hasAttribute('data-theme')"), "no theme was chosen");
}

#[test]
fn a_page_that_others_translate_says_what_is_so_and_once() {
    let page = Page::open("");
    assert_eq!(page.text("return document.documentElement.getAttribute('translate')", &json!([])), "no");
    let columns = "return JSON.stringify(['input', 'a', 'label'].map((part) =>
        document.querySelector(`li.measure > ${part}`).getBoundingClientRect().x))";
    let before = page.text(columns, &json!([]));
    page.run(
        "const walk = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT), texts = [];
        while (walk.nextNode()) texts.push(walk.currentNode);
        for (const text of texts) {
            const font = document.createElement('font');
            font.append(document.createElement('font'));
            font.firstChild.textContent = `<${text.data}>`;
            text.replaceWith(font);
        }
        for (const place of document.querySelectorAll('#app p, #app li')) place.prepend(document.createElement('ins'))",
        &json!([]),
    );
    assert_eq!(page.text(columns, &json!([])), before, "what is put into a row moves nothing in it");
    page.tick("2.1");
    page.until("the sentence says it", |page| page.status().contains("已销号1条"));
    assert_eq!(page.status().matches("已销号").count(), 1, "{}", page.status());
    assert_eq!(page.words_of("t2").matches("/6").count(), 1, "{}", page.words_of("t2"));
    assert!(page.state_of("2.1").starts_with("已销号"), "{}", page.state_of("2.1"));
    page.click("button", "撤销");
    page.shows(Page::ticked, [""; 0]);
    page.choose_party("市教育局");
    page.until("the unit's list is there", |page| page.measures().len() == 17);
    assert!(page.status().starts_with("市教育局"), "{}", page.status());
    assert_eq!(page.text("return String(document.querySelectorAll('#list article font').length)", &json!([])), "0");
}

#[test]
fn nothing_moves_when_the_program_takes_over() {
    for width in [1440, 768, 360] {
        let page = Page::altered(WAIT);
        page.resize(width, 900);
        page.load("");
        page.until("the list is there", |page| page.words().contains("全面放开落户限制"));
        page.run("scrollTo(0, 400)", &json!([]));
        let places =
            "return JSON.stringify([...document.querySelectorAll('h1, h2, h3, li.measure label, #search, .nav a')]
            .map((part) => part.getBoundingClientRect()).filter(({ top, bottom }) => bottom > 0 && top < innerHeight)
            .map(({ x, y, width, height }) => [x, y, width, height]))";
        let before = page.text(places, &json!([]));
        page.run("window.from = performance.now(); letIn()", &json!([]));
        page.until("the program has taken over", |page| {
            page.run("return !document.querySelector('#app[data-prerendered]')", &json!([])) == true
        });
        assert_eq!(page.text(places, &json!([])), before, "at {width} px");
        let shifts = page.text("return JSON.stringify(shifts.filter((shift) => shift.at >= from))", &json!([]));
        assert_eq!(shifts, "[]", "at {width} px");
    }
}

#[test]
fn where_the_other_views_do_not_come_the_page_says_so_and_tries_again() {
    let mut page = Page::altered(
        "const real = window.fetch; window.cut = true;
        window.fetch = (file, ...rest) =>
            window.cut && String(file).includes('_lazy') ? Promise.reject(new TypeError('no network')) : real(file, ...rest)",
    );
    page.tolerate_complaints();
    page.go("");
    page.click("link", "总览");
    page.until("it is said", |page| page.words().contains("页面的这一部分没能载入"));
    // The list is there all the same.
    page.click("link", "清单");
    page.until("the list is there", |page| !page.measures().is_empty());
    page.tick("1.1");
    page.click("link", "总览");
    page.until("it is said again", |page| page.words().contains("页面的这一部分没能载入"));
    // Who tries again in an open report stays in its row.
    page.click("link", "清单");
    page.toggle_report("2.1");
    page.run("window.cut = false", &serde_json::json!([]));
    page.on("[id='r2.1'] button", "it.focus()", &serde_json::json!([]));
    page.press(&[keys::ENTER]);
    page.until("the report is there", |page| page.row("2.1").contains("进展情况"));
    page.until("its row has the focus", |page| page.holds("return document.activeElement.id === 'c2.1'"));
    page.click("link", "总览");
    page.until("the overview is there", |page| page.words().contains("按责任单位和县区"));
}
