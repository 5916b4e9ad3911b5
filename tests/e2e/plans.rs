//! Other plans than the page's own: each has its list, its marks and its addresses.

use serde_json::json;
use yaodian::domain::plan::Plan;
use yaodian::persist::plan_file;
use yaodian::reader;

use crate::page::Page;

/// A plan of a county, in simplified characters, whose numbers restart.
const COUNTY: &str = "\
清水县2024年农村供水保障工作要点

一、工程建设
（一）新建水厂。6月底前完成城东水厂主体工程。新增供水能力2万吨。（牵头单位：县水利局；配合单位：县财政局）
（二）改造管网。更换老旧管道120公里，漏损率控制在10%以内。（牵头单位：县住建局；配合单位：县水利局）
二、运行管理
（一）水质检测。每月检测一次，12月底前实现检测全覆盖。（牵头单位：县卫健局）
";

const ID: &str = "county-2024";

/// A page in whose browser that plan is kept.
fn with_the_county(page: &Page) {
    let plan = Plan { id: ID.into(), ..reader::read(COUNTY).plan };
    page.keep(&format!("yaodian/{ID}/plan/v1"), &plan_file::to_text(&plan));
}

#[test]
fn another_plan_has_its_own_list_and_marks() {
    let page = Page::open("");
    with_the_county(&page);
    page.tick("2.1");
    page.go("#/p/county-2024/");
    page.shows(Page::measures, ["1-1.1", "1-1.2", "1-2.1", "2-1.1"]);
    assert!(page.words().contains("清水县2024年农村供水保障工作要点"), "{}", page.words());
    page.tick("2-1.1");
    page.choose_party("县水利局");
    page.shows(Page::address, "#/p/county-2024/unit/县水利局");
    page.shows(Page::measures, ["1-1.1", "1-1.2", "1-2.1"]);

    // Its links are its own, and a link to a row opens the plan that is open.
    page.click("link", "总览");
    page.shows(Page::address, "#/p/county-2024/overview");
    page.run("location.hash = '#m1-2.1'", &json!([]));
    page.until("the row is there", |page| page.measures().len() == 4);
    // Also with what others glued on.
    page.run("location.hash = '#m2-1.1。'", &json!([]));
    page.until("it is pointed at", |page| page.holds("return document.querySelector('.is-pointed')?.id === 'm2-1.1'"));

    // The page's own, and back: each has what was said of it.
    page.go("#/");
    page.until("the page's own plan is there", |page| page.measures().len() == 129);
    page.shows(Page::ticked, ["2.1"]);
    page.back();
    page.until("the other is there again", |page| page.measures().len() == 4);
    page.shows(Page::ticked, ["2-1.1"]);
    page.reload();
    page.shows(Page::ticked, ["2-1.1"]);

    // Two windows have two plans open, and each saves its own.
    let (first, second) = page.open_second_tab("#/");
    page.until("the page's own plan is there", |page| page.measures().len() == 129);
    page.tick("3.1");
    page.look_at(&first);
    page.tick("1-1.1");
    page.look_at(&second);
    page.shows(Page::ticked, ["2.1", "3.1"]);
    page.go("#/p/county-2024/");
    page.shows(Page::ticked, ["1-1.1", "2-1.1"]);
}

#[test]
fn a_plan_that_is_not_there_is_said_and_nothing_is_shown_for_it() {
    let page = Page::open("#/p/plan-of-nobody/unit/县水利局");
    page.until("it is said", |page| page.notices().contains("这个浏览器里没有保存地址所指的工作要点：plan-of-nobody"));
    assert_eq!(page.measures(), [""; 0]);
}

/// Counts what listens to the window and the document, and finds out where the program's memory is.
const COUNT: &str = "
    window.listeners = 0;
    for (const target of [EventTarget.prototype]) {
        const { addEventListener: add, removeEventListener: remove } = target;
        const outer = (it) => !it || it === window || it === document;
        target.addEventListener = function (...all) { listeners += outer(this); return add.apply(this, all) };
        target.removeEventListener = function (...all) { listeners -= outer(this); return remove.apply(this, all) };
    }
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = async (...all) => {
            const made = await real.apply(WebAssembly, all);
            const { memory } = (made.instance || made).exports;
            window.memory = window.memory || memory;
            return made;
        };
    }";

#[test]
fn plans_opened_in_turn_leave_nothing_behind() {
    let page = Page::altered(COUNT);
    page.load("");
    with_the_county(&page);
    // Each turn waits until the other plan's rows are there, as its person would.
    let turns = "
        const [turns, done] = arguments;
        const rows = () => document.querySelectorAll('li.measure').length;
        const until = (n) => new Promise((there) => (function look() { rows() === n ? there() : setTimeout(look, 1) })());
        return (async () => {
            for (let turn = 0; turn < turns; turn++) {
                location.hash = '#/p/county-2024/';
                await until(4);
                location.hash = '#/';
                await until(129);
            }
            return [listeners, document.querySelectorAll('*').length, memory.buffer.byteLength].join(' ');
        })()";
    // What the browser holds for the program is free again once it has collected its garbage.
    let left = || {
        let left = page.text(turns, &json!([10]));
        page.collect_garbage();
        left
    };
    let all: Vec<String> = (0..10).map(|_| left()).collect();
    // The first turns load what comes later, and fill what is then used again. Memory is taken in pages of 64 KiB, and one more may be
    // taken whenever its pieces lie badly; 100 plans that each left one list of rows behind would need 60.
    let (early, last): (Vec<u64>, Vec<u64>) = (numbers(&all[4]), numbers(&all[9]));
    assert_eq!(early[..2], last[..2], "listeners, elements, bytes of memory after every 20 plans: {all:#?}");
    assert!(last[2] <= early[2] + 2 * 65_536, "listeners, elements, bytes of memory after every 20 plans: {all:#?}");
}

fn numbers(text: &str) -> Vec<u64> {
    text.split(' ').map(|number| number.parse().expect("a number")).collect()
}

#[test]
fn a_pasted_plan_is_read_kept_ticked_and_there_after_a_reload() {
    let page = Page::open("#/");
    page.click("link", "要点库");
    page.shows(Page::address, "#/plans");
    page.until("the page's own plan is listed", |page| page.words().contains("129 条举措"));
    page.click("link", "添加一份工作要点");
    page.shows(Page::address, "#/plans/new");
    page.on("#plan-text", "it.focus()", &json!([]));
    // What is no plan is said to be none.
    page.paste_plan("床前明月光，疑是地上霜。");
    page.until("it is said", |page| page.words().contains("没有读出工作要点"));
    assert!(!page.sees("button", "保存并打开清单"));
    page.paste_plan("City Transport Work Plan\n\n1. Roads. Build 100 km by June.\n2. Tests. Run the tests.\n");
    page.until("it is said, too", |page| page.words().contains("没有读出工作要点：文字里有编号"));
    assert!(!page.sees("button", "保存并打开清单"));
    page.paste_plan(COUNTY);
    page.until("it is read", |page| page.words().contains("2 个部分，3 项任务，4 条举措，4 个责任单位"));
    // Half-done work is there again after a reload.
    page.reload();
    page.until("it is read again", |page| page.words().contains("2 个部分，3 项任务，4 条举措，4 个责任单位"));
    page.click("button", "保存并打开清单");
    page.shows(Page::measures, ["1-1.1", "1-1.2", "1-2.1", "2-1.1"]);
    let address = page.address();
    assert!(address.starts_with("#/p/"), "{address}");
    page.tick("1-2.1");
    page.reload();
    page.shows(Page::ticked, ["1-2.1"]);

    // The draft is done with, and both plans are listed.
    page.go("#/plans/new");
    page.until("the field is empty", |page| page.holds("return document.getElementById('plan-text')?.value === ''"));
    page.go("#/plans");
    page.until("both are listed", |page| page.words().contains("129 条举措") && page.words().contains("4 条举措"));
    page.on(".plan-title a[href='#/']", "it.click()", &json!([]));
    page.until("the page's own plan is open", |page| page.measures().len() == 129);
    assert_eq!(page.ticked(), [""; 0]);

    // A name of one's own, by keyboard, and how far it is.
    page.go("#/plans");
    let its = |what: &str| format!(".plans li:nth-child(2) {what}");
    page.until("how far it is is said", |page| page.words().contains("已销号 1/4"));
    page.on(&its("button[id^=name-]"), "it.click()", &json!([]));
    let type_name = "it.value = given; it.dispatchEvent(new Event('input', { bubbles: true }));
        it.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))";
    page.on(&its("input"), type_name, &json!("供水"));
    page.until("it has the name", |page| page.sees("link", "供水"));

    // Deleted while it is open, and taken back, with what was ticked and its name.
    page.go(&address);
    page.until("it is open", |page| page.measures().len() == 4);
    page.go("#/plans");
    page.on(&its("button[id^=delete-]"), "it.click()", &json!([]));
    page.click("button", "删除这份要点");
    page.until("it is said", |page| page.words().contains("已删除《供水》"));
    let own = format!("yaodian/{}/", address.trim_start_matches("#/p/").trim_end_matches('/'));
    page.until("nothing of it is kept", |page| {
        page.run("return Object.keys(localStorage).some((key) => key.startsWith(arguments[0]))", &json!([own])) == false
    });
    page.until("the page's own plan is open", |page| page.words().contains("海东市2021年"));
    page.click("button", "撤销");
    page.click("link", "供水");
    page.shows(Page::ticked, ["1-2.1"]);
}

#[test]
fn each_deletion_can_be_undone_until_the_library_is_left() {
    let page = Page::open("");
    for (id, year) in [("a", "2021"), ("b", "2022"), ("c", "2023")] {
        let plan = Plan { id: id.into(), ..reader::read(&COUNTY.replace("2024", year)).plan };
        page.keep(&format!("yaodian/{id}/plan/v1"), &plan_file::to_text(&plan));
    }
    page.go("#/p/b/");
    page.tick("1-1.1");
    page.go("#/plans");
    let titles = |page: &Page| {
        page.texts(".plan-title a")
            .into_iter()
            .skip(1)
            .map(|it| it.chars().skip(3).take(4).collect())
            .collect::<Vec<String>>()
    };
    page.shows(titles, ["2021", "2022", "2023"]);
    // After a reload at the library the plan that was open is open.
    page.reload();
    page.until("it is open", |page| page.texts(".plans li:nth-child(3)").join("").contains("已打开"));
    let delete = |id: &str| {
        page.on(&format!("#delete-{id}"), "it.click()", &json!([]));
        page.click("button", "删除这份要点");
    };
    delete("a");
    page.shows(titles, ["2022", "2023"]);
    // The open one, too: then the page's own is opened.
    delete("b");
    page.until("the page's own plan is open", |page| page.texts(".plans li:nth-child(1)").join("").contains("已打开"));
    page.shows(titles, ["2023"]);
    page.until("both are said", |page| {
        page.words().contains("已删除《清水县2021年") && page.words().contains("已删除《清水县2022年")
    });
    for expected in [vec!["2021", "2023"], vec!["2021", "2022", "2023"]] {
        page.on("[role=status] .offer button", "it.click()", &json!([]));
        page.shows(titles, expected);
    }
    page.go("#/p/b/");
    page.shows(Page::ticked, ["1-1.1"]);
}

#[test]
fn a_plan_is_read_from_a_text_file_as_windows_saves_it_and_from_a_plan_file() {
    let page = Page::open("#/plans/new");
    let gb18030 = page.make_file("plan.txt", include_bytes!("../fixtures/plan-gb18030.txt"));
    page.choose_file(&gb18030);
    page.until("it is read", |page| page.words().contains("2 项任务，3 条举措，2 个责任单位"));
    let plan = Plan { id: ID.into(), ..reader::read(COUNTY).plan };
    page.choose_file(&page.make_file("plan.json", plan_file::to_text(&plan)));
    page.until("it is read", |page| page.words().contains("2 个部分，3 项任务，4 条举措，4 个责任单位"));
    page.click("button", "保存并打开清单");
    page.shows(Page::address, "#/p/county-2024/");
    // Bytes that are no text change nothing.
    page.go("#/plans/new");
    page.choose_file(&page.make_file("plan.doc", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0xff, 0xff]));
    page.until("it is said", |page| page.words().contains("plan.doc”：文件已损坏"));
}

#[test]
fn the_library_shows_what_is_deleted_undone_and_done_in_another_window() {
    let page = Page::open("");
    page.tick("2.1");
    page.go("#/plans");
    let far = |page: &Page| page.texts(".plans li:first-child .plan-facts").concat();
    page.until("how far it is is said", |page| far(page).contains("已销号 1/129") && far(page).contains("最近填报"));
    page.on(".plans li:first-child button[id^=delete-]", "it.click()", &json!([]));
    page.click("button", "删除它的进度");
    page.until("nothing is left", |page| far(page).contains("已销号 0/129") && !far(page).contains("最近填报"));
    page.click("button", "撤销");
    page.until("it is there again", |page| far(page).contains("已销号 1/129") && far(page).contains("最近填报"));

    // Another window ticks, brings in a plan, renames it; a name that is being typed here is not drawn again.
    let (first, second) = page.open_second_tab("#/");
    page.until("the list is there", |page| page.measures().len() == 129);
    page.tick("3.1");
    page.look_at(&first);
    page.until("one more is signed off", |page| far(page).contains("已销号 2/129"));
    page.on(".plans li:first-child button[id^=name-]", "it.click()", &json!([]));
    let name = "#name-haidong-2021";
    page.on(name, "it.value = '海东'; it.dispatchEvent(new Event('input', { bubbles: true })); it.focus()", &json!([]));
    page.look_at(&second);
    page.go("#/plans/new");
    page.paste_plan(COUNTY);
    page.click("button", "保存并打开清单");
    page.shows(Page::measures, ["1-1.1", "1-1.2", "1-2.1", "2-1.1"]);
    page.tick("2-1.1");
    page.look_at(&first);
    page.shows(|page| page.text("return document.activeElement.value", &json!([])), "海东");
    page.on(".plans li:first-child .offer", "[...it.querySelectorAll('button')].pop().click()", &json!([]));
    page.until("the other plan is listed", |page| {
        page.words().contains("清水县2024年农村供水保障工作要点") && page.words().contains("已销号 1/4")
    });
}
