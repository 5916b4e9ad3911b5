//! The whole job by keyboard alone. The focus is always somewhere, can be seen, and lies under nothing.

use serde_json::{Value, json};

use crate::page::{Page, keys};
use crate::webdriver::Engine;

/// What has the focus: its name, and what is wrong with it.
const FOCUS: &str = r#"
    const at = document.activeElement;
    if (!at || at === document.body) return ["", "the focus is nowhere"];
    const plain = (text) => (text || "").replace(/\s+/g, "");
    const name = plain(at.getAttribute("aria-label")) || plain([...(at.labels || [])].map((label) => label.innerText).join(""))
        || plain(at.innerText) || at.id || at.tagName;
    // A box that scrolls takes the focus in some engines, and is nothing that can be pressed.
    if (!at.matches("a, button, input, select, textarea, summary, [tabindex]")) return ["a box that scrolls", ""];
    // The view itself only takes the focus so that the next key goes on from there.
    if (at.tagName === "MAIN") return [name.slice(0, 60), ""];
    const style = getComputedStyle(at), box = at.getBoundingClientRect();
    // It is not seen while the browser's own window has the focus: Firefox shows what it saves. In WebKit not every key of a
    // driver counts as a person's, who alone needs to see it.
    if (!document.hasFocus() || arguments[0] && !at.matches(":focus-visible")) return [name, ""];
    if (style.outlineStyle !== "solid" || parseFloat(style.outlineWidth) < 2) return [name, `it cannot be seen where the focus is: ${style.outline}`];
    const clamp = (value, most) => Math.min(Math.max(value, 1), most - 1);
    // What is higher than the window is seen by its sides, whatever lies over its upper end.
    const from = box.height > innerHeight ? Math.max(box.top, document.querySelector(".top").getBoundingClientRect().bottom) : box.top;
    const [x, y] = [clamp(box.left + Math.min(box.width / 2, 60), innerWidth), clamp(from + Math.min(box.height / 2, 12), innerHeight)];
    const top = document.elementFromPoint(x, y);
    const whole = top && (at.contains(top) || top.contains(at) || [...(at.labels || [])].some((label) => label.contains(top)));
    return [name, whole || top.closest(".combo-figures") ? "" : `it lies under ${top && top.outerHTML.slice(0, 80)}`];
"#;

fn seen(page: &Page) -> Value {
    page.run(FOCUS, &json!([page.engine() == Engine::WebKit]))
}

/// The name of what has the focus, once it is as it must be.
fn focus(page: &Page) -> String {
    page.settle();
    page.shows(|page| wrong(&seen(page)), None::<String>);
    seen(page)[0].as_str().unwrap().to_owned()
}

/// What is wrong with what has the focus.
fn wrong(seen: &Value) -> Option<String> {
    (seen[1] != "").then(|| seen.to_string())
}

fn go(page: &Page, words: &str, step: &[&str]) {
    let wanted: String = words.split_whitespace().collect();
    let mut passed: Vec<String> = Vec::new();
    let mut away = 0;
    for _ in 0..250 {
        page.press(step);
        // From the last thing on the page the focus goes to the browser's own, and then on from the first.
        let elsewhere = "return document.activeElement === document.body || !document.hasFocus()";
        if page.run(elsewhere, &json!([])) == true {
            away += 1;
            // What the browser tells of a file that it saved may have taken the focus, and keeps it until it is closed.
            if away % 20 == 0 {
                page.press(&[keys::ESCAPE]);
            }
            continue;
        }
        away = 0;
        let at = focus(page);
        if at.contains(&wanted) {
            return;
        }
        passed.push(at);
    }
    panic!("“{words}” is not reached by {step:?}: {passed:?}");
}

/// Goes on until something with these words in its name has the focus.
fn on_to(page: &Page, words: &str) {
    go(page, words, &[keys::TAB]);
}

/// The same backwards.
fn back_to(page: &Page, words: &str) {
    go(page, words, &[keys::SHIFT, keys::TAB]);
}

/// Presses a key; what has the focus then can be seen, too.
fn press(page: &Page, key: &[&str]) {
    page.press(key);
    focus(page);
}

#[test]
fn measures_are_found_ticked_and_reported_by_keyboard_alone() {
    let page = Page::open("");

    // Whose list.
    on_to(&page, "责任单位");
    page.type_text("教育");
    page.until("only what fits is offered", |page| page.texts("[role=option]").len() == 1);
    press(&page, &[keys::ENTER]);
    page.shows(Page::tasks, ["2", "3", "22"]);
    // Who chose goes on in the list; back in the selector, nothing else is chosen with the arrows alone.
    page.shows(Page::focused_id, "list");
    back_to(&page, "责任单位");
    press(&page, &[keys::DOWN]);
    press(&page, &[keys::DOWN]);
    press(&page, &[keys::ESCAPE]);
    page.shows(Page::tasks, ["2", "3", "22"]);

    // Search and facets.
    on_to(&page, "搜索");
    page.type_text("网络");
    page.shows(Page::measures, ["3.4", "22.1"]);
    press(&page, &[keys::BACKSPACE]);
    press(&page, &[keys::BACKSPACE]);
    on_to(&page, "全部");
    press(&page, &[keys::RIGHT]);
    page.until("the sentence says so", |page| page.status().contains("筛选：未报"));
    on_to(&page, "清除筛选");
    press(&page, &[keys::ENTER]);
    page.shows(|page| page.measures().len(), 17);

    // A tick, and a report.
    on_to(&page, "网上申办");
    press(&page, &[keys::SPACE]);
    page.shows(|page| page.ticked().len(), 1);
    let ticked = page.ticked();
    press(&page, &[keys::CONTROL, "z"]);
    page.shows(Page::ticked, [""; 0]);
    press(&page, &[keys::CONTROL, keys::SHIFT, "z"]);
    page.shows(Page::ticked, ticked.clone());
    on_to(&page, "未填报");
    press(&page, &[keys::ENTER]);
    // It comes with what is loaded when it is first used.
    page.until("the report is there", |page| page.words().contains("进展情况"));
    on_to(&page, "未填报");
    press(&page, &[keys::RIGHT]);
    press(&page, &[keys::RIGHT]);
    page.until("it is under way", |page| page.words().contains("推进中"));
    on_to(&page, "进展情况");
    page.type_text("done");
    back_to(&page, "推进中");
    press(&page, &[keys::CONTROL, "z"]);
    page.until("the words are gone", |page| {
        page.run("return [...document.querySelectorAll('textarea')].every((field) => !field.value)", &json!([])) == true
    });
    press(&page, &[keys::CONTROL, "y"]);

    // Undone to the last step, with the button: it is then switched off, and the focus is not lost.
    back_to(&page, "撤销");
    for _ in 0..6 {
        if page.run("return document.activeElement.tagName", &json!([])) == "BUTTON" {
            press(&page, &[keys::ENTER]);
        }
    }
    page.shows(Page::ticked, [""; 0]);
    on_to(&page, "重做");
    press(&page, &[keys::ENTER]);
    page.shows(Page::ticked, ticked);
}

#[test]
fn figures_papers_files_and_choices_are_reached_by_keyboard_alone() {
    let page = Page::open("");
    page.run("window.print = () => (window.printed = true)", &json!([]));

    // The overview, and from a figure to its rows.
    on_to(&page, "总览");
    press(&page, &[keys::ENTER]);
    page.until("the overview is there", |page| page.words().contains("按责任单位和县区"));
    on_to(&page, "19");
    press(&page, &[keys::ENTER]);
    page.shows(|page| page.measures().len(), 19);

    // Papers.
    back_to(&page, "打印");
    press(&page, &[keys::ENTER]);
    page.until_laid_out();
    on_to(&page, "任务分解表");
    press(&page, &[keys::ENTER]);
    page.until("it is laid out", |page| page.address().starts_with("#/print/table"));
    page.until_laid_out();
    on_to(&page, "带进度");
    press(&page, &[keys::DOWN]);
    page.shows(|page| page.address().contains("blank"), true);
    page.until_laid_out();
    on_to(&page, "填报栏");
    press(&page, &[keys::SPACE]);
    page.shows(|page| page.address().contains("reporting"), true);
    on_to(&page, "栏目");
    press(&page, &[keys::ENTER]);
    page.until_laid_out();
    go(&page, "打印", &[keys::SHIFT, keys::TAB]);
    press(&page, &[keys::ENTER]);
    page.until("it is printed", |page| page.run("return !!window.printed", &json!([])) == true);

    // A file, and nothing deleted.
    back_to(&page, "数据");
    press(&page, &[keys::ENTER]);
    on_to(&page, "导出进度");
    press(&page, &[keys::ENTER]);
    page.saved_file();
    on_to(&page, "删除全部进度");
    let asks = |page: &Page| page.holds("return document.activeElement.getAttribute('role') === 'alertdialog'");
    press(&page, &[keys::ENTER]);
    page.until("it asks", asks);
    on_to(&page, "取消");
    press(&page, &[keys::ENTER]);
    page.shows(focus, "删除全部进度");
    press(&page, &[keys::ENTER]);
    page.until("it asks again", asks);
    on_to(&page, "删除");
    press(&page, &[keys::ENTER]);
    page.until("it is said", |page| page.notices().contains("已删除"));
    page.shows(Page::focused_id, "notices");
    on_to(&page, "撤销");
    press(&page, &[keys::ENTER]);
    page.until("the notice is gone", |page| !page.notices().contains("已删除"));
    page.until("the focus is in the page", |page| page.holds("return document.activeElement !== document.body"));

    // Language and theme.
    back_to(&page, "界面语言");
    press(&page, &[keys::DOWN]);
    page.shows(|page| page.text("return document.documentElement.lang", &json!([])), "zh-Hant");
    on_to(&page, "主題");
    // Firefox loses a key on a busy machine; the button is pressed as long as it did nothing.
    page.until("it is dark", |page| {
        let theme = page.text("return document.documentElement.dataset.theme || ''", &json!([]));
        if theme.is_empty() {
            page.press(&[keys::ENTER]);
        }
        theme == "dark"
    });
}

#[test]
fn the_first_key_leads_past_the_header() {
    let page = Page::open("");
    press(&page, &[keys::TAB]);
    press(&page, &[keys::ENTER]);
    page.shows(Page::focused_id, "list");
    press(&page, &[keys::TAB]);
    assert_eq!(page.run("return !!document.activeElement.closest('main')", &json!([])), true);
    // One stop for a group: at most six in all until the first box.
    let mut tabs = 2;
    while !page.holds("return document.activeElement.matches('li.measure > input')") {
        press(&page, &[keys::TAB]);
        tabs += 1;
        assert!(tabs <= 6, "the first box is further away");
    }
}

#[test]
fn nothing_that_has_the_focus_lies_under_what_stays_on_top() {
    for (width, height) in [(1440, 900), (1000, 700), (360, 640)] {
        let page = Page::open("#/unit/市教育局");
        page.resize(width, height);
        for step in [&[keys::TAB][..], &[keys::SHIFT, keys::TAB][..]] {
            for _ in 0..70 {
                page.press(step);
                let covered = |page: &Page| Some(seen(page)).filter(|seen| seen[0] != "").and_then(|seen| wrong(&seen));
                page.shows(covered, None::<String>);
            }
        }
    }
}

#[test]
fn keys_pressed_alone_do_what_their_sheet_says() {
    let page = Page::open("#/unit/市教育局");
    let row = |page: &Page| page.text("return document.activeElement.closest('li.measure')?.id || ''", &json!([]));
    // Whoever comes for the first time is told them before any other view was opened.
    page.press(&["?"]);
    page.until("the sheet is there", |page| page.words().contains("展开或收起这条的填报"));
    page.press(&[keys::ESCAPE]);
    page.until("it is closed", |page| !page.words().contains("展开或收起这条的填报"));
    page.press(&["j"]);
    page.shows(row, "m2.1");
    page.press(&["j"]);
    page.shows(row, "m2.2");
    page.press(&["k"]);
    page.shows(row, "m2.1");
    page.press(&[keys::SPACE]);
    page.shows(Page::ticked, ["2.1"]);
    page.press(&["e"]);
    page.until("its report is open", |page| page.row("2.1").contains("进展情况"));
    page.press(&[keys::ESCAPE]);
    page.until("it is closed", |page| !page.row("2.1").contains("进展情况"));
    page.shows(row, "m2.1");

    // In the search they are letters, and with an input method at work nothing.
    page.press(&["/"]);
    page.until("it has the focus", |page| page.holds("return document.activeElement.id === 'search'"));
    page.type_text("jek?");
    page.shows(|page| page.text("return document.activeElement.value", &json!([])), "jek?");
    page.search(" ");
    page.press(&[keys::TAB]);
    let composed = "document.activeElement.blur();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, isComposing: true }));
        return document.querySelector('[role=dialog]') === null";
    assert!(page.holds(composed));

    // From what was found on by the keys of the list.
    page.press(&["/"]);
    page.until("it has the focus", |page| page.holds("return document.activeElement.id === 'search'"));
    page.press(&[keys::ENTER]);
    page.until("the list has the focus", |page| page.holds("return document.activeElement.id === 'list'"));
    page.press(&["j"]);
    page.shows(row, "m2.1");

    // The sheet, which loses no place, and without the keys only that stays which is pressed with others.
    page.press(&["?"]);
    page.until("it is there", |page| page.words().contains("展开或收起这条的填报"));
    page.press(&[keys::ESCAPE]);
    page.until("it is closed", |page| !page.words().contains("展开或收起这条的填报"));
    page.shows(row, "m2.1");
    // A list that can only be read is gone through, too.
    page.choose("您是哪个单位", "市财政局");
    page.go("#/unit/市教育局");
    page.until("it can only be read", |page| page.words().contains("在此只能查看"));
    page.move_pointer_away();
    page.on("#list", "it.focus()", &json!([]));
    page.press(&["j"]);
    page.press(&["j"]);
    page.shows(row, "m2.2");
    page.press(&["g"]);
    page.press(&["o"]);
    page.shows(Page::address, "#/overview");
    // The search and the selector are those of the list, wherever one is.
    page.press(&["/"]);
    page.until("the search has the focus", |page| page.holds("return document.activeElement.id === 'search'"));
    page.shows(Page::address, "#/unit/市教育局");
    page.press(&[keys::TAB]);
    page.press(&["g"]);
    page.press(&["d"]);
    page.shows(Page::address, "#/data");
    page.press(&["u"]);
    page.until("the selector has the focus", |page| page.holds("return document.activeElement.id === 'party'"));
    // It is not typed into it, and from who was chosen the keys of the list go on; Escape leaves the field, too.
    page.type_text("财政局");
    page.until("it is offered", |page| page.texts("[role=option]").len() == 1);
    page.press(&[keys::ENTER]);
    page.shows(Page::address, "#/unit/市財政局");
    let is_left = "return document.activeElement.id === 'list'";
    page.until("the list has the focus", |page| page.holds(is_left));
    page.press(&["/"]);
    page.until("the search has the focus", |page| page.holds("return document.activeElement.id === 'search'"));
    page.type_text("资金");
    page.until("it is searched", |page| page.address().contains("q="));
    page.press(&[keys::ESCAPE]);
    page.until("it is left", |page| page.holds(is_left));
    // What it says is what the list is filtered by.
    page.shows(|page| page.text("return document.getElementById('search').value", &json!([])), "资金");
    page.search(" ");
    page.on("#list", "it.focus()", &json!([]));
    page.press(&["g"]);
    page.press(&["o"]);
    page.shows(Page::address, "#/overview");
    page.click("button", "复制链接");
    page.until("it is said what a link carries", |page| page.words().contains("链接不含填报内容"));
    page.click("button", "关闭");
    page.until("the notice is closed", |page| !page.words().contains("链接不含填报内容"));
    page.press(&["y"]);
    page.until("it is said what a link carries", |page| page.words().contains("链接不含填报内容"));
    page.press(&["?"]);
    page.click("checkbox", "停用单个字母的快捷键");
    page.press(&[keys::ESCAPE]);
    page.until("it is closed", |page| !page.words().contains("展开或收起这条的填报"));
    page.press(&["g"]);
    page.press(&["l"]);
    page.press(&["?"]);
    page.shows(Page::address, "#/overview");
    assert!(!page.words().contains("展开或收起这条的填报"));
    page.click("button", "快捷键");
    page.until("the foot of every view still leads to it", |page| page.words().contains("展开或收起这条的填报"));
}

#[test]
fn escape_closes_what_is_open() {
    let page = Page::open("#/data");
    // A question is answered with no.
    page.until("the data view is there", |page| page.words().contains("删除全部进度"));
    page.on("main", "it.focus()", &json!([]));
    on_to(&page, "删除全部进度");
    press(&page, &[keys::ENTER]);
    let asks = |page: &Page| page.holds("return document.activeElement.getAttribute('role') === 'alertdialog'");
    page.until("it asks", asks);
    press(&page, &[keys::ESCAPE]);
    page.shows(focus, "删除全部进度");
    // What is unfolded around the focus is folded.
    page.go("#/print/table");
    page.until_laid_out();
    page.on("main", "it.focus()", &json!([]));
    on_to(&page, "栏目");
    press(&page, &[keys::ENTER]);
    let unfolded = "return document.activeElement.parentElement.matches('details[open]')";
    page.until("the columns are unfolded", |page| page.holds(unfolded));
    press(&page, &[keys::TAB]);
    press(&page, &[keys::ESCAPE]);
    page.until("they are folded", |page| !page.holds(unfolded));
    page.shows(|page| page.text("return document.activeElement.localName", &json!([])), "summary");
}
