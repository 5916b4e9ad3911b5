//! What a screen reader is told: roles and names of what is worked with, and the messages that come by themselves.

use serde_json::json;

use crate::page::Page;
use crate::webdriver::Engine;

/// What is on a unit's list with one report open: role, and the name in each language.
const CONTROLS: [(&str, &str, [&str; 3]); 15] = [
    (".skip", "button", ["跳到正文", "跳到正文", "Skip to content"]),
    (".nav", "navigation", ["页面", "頁面", "Views"]),
    (".nav a[aria-current=page]", "link", ["清单", "清單", "Checklist"]),
    (".lang", "combobox", ["界面语言", "介面語言", "Language"]),
    (".theme", "button", ["主题：跟随系统", "主題：跟隨系統", "Theme: system"]),
    (".finder", "complementary", ["筛选", "篩選", "Filters"]),
    ("#party", "combobox", ["责任单位", "責任單位", "Responsible body"]),
    ("#search", "searchbox", ["搜索", "搜尋", "Search"]),
    (".facets input", "radio", ["全部 17", "全部 17", "All 17"]),
    (".facets fieldset", "group", ["状态", "狀態", "Status"]),
    ("main", "main", ["", "", ""]),
    ("#c2.3", "checkbox", ["*", "*", "*"]),
    ("#t2", "article", ["*", "*", "*"]),
    ("#m2.3 > button", "button", ["填报 未填报", "填報 未填報", "Report Not reported"]),
    ("#r2.3", "group", ["填报 2.3", "填報 2.3", "Report 2.3"]),
];

#[test]
fn controls_have_their_roles_and_names_in_every_language() {
    let page = Page::open("#/unit/市教育局");
    page.toggle_report("2.3");
    for (place, language) in ["zh-Hans", "zh-Hant", "en"].into_iter().enumerate() {
        page.speak(language);
        let mut wrong = Vec::new();
        for (selector, role, names) in CONTROLS {
            let (is, name) = page.role_and_name(&selector.replace("2.3", "2\\.3"));
            // WebKit calls a list that opens a button, and names a search by its hint, too.
            let webkit = page.engine() == Engine::WebKit;
            let is_so = is == role || webkit && selector == ".lang" && is == "button";
            let named = names[place] == name
                || names[place] == "*" && !name.is_empty()
                || webkit && selector == "#search" && name.starts_with(names[place]);
            if !is_so || !named {
                wrong.push(format!("{selector}: {is} “{name}”"));
            }
        }
        assert!(wrong.is_empty(), "{language}: {wrong:#?}");
    }
}

#[test]
fn what_changes_by_itself_is_said() {
    let page = Page::open("#/unit/市教育局");
    // What speaks must be there before it has something to say.
    page.run(
        "for (const part of document.querySelectorAll('[role=status], [role=alert]')) part.there = true",
        &json!([]),
    );
    let said = |page: &Page, words: &str| {
        let script = "return [...document.querySelectorAll('[role=status], [role=alert]')]
            .some((part) => part.there && part.innerText.includes(arguments[0]))";
        page.until(&format!("it is said: {words}"), |page| page.run(script, &json!([words])) == true);
    };
    page.search("网络");
    said(&page, "共17条，显示2项任务 · 2条举措");
    page.search("zzz");
    said(&page, "显示0项任务");
    page.search(" ");
    page.tick("2.1");
    said(&page, "已完成1条");
    page.run("location.hash = '#/unit/市沒有局'", &json!([]));
    said(&page, "市沒有局");
    page.click("link", "数据");
    page.until("the view is there", |page| page.sees("button", "删除全部进度"));
    page.run("for (const part of document.querySelectorAll('[role=status]')) part.there = true", &json!([]));
    page.choose_file(&page.make_file("broken.json", "{"));
    said(&page, "现有进度没有任何改动");
    page.click("button", "删除全部进度");
    page.until("it is asked", |page| page.words().contains("要删除全部 1 条填报吗"));
    let asked = page.role_and_name("#delete");
    assert!(asked.0 == "alertdialog" && asked.1.contains("要删除全部 1 条填报吗"), "{asked:?}");
    page.click("button", "删除");
    said(&page, "已删除 1 条填报");
    page.click("link", "打印");
    page.until_laid_out();
    let sheets = page.texts(".print-advice [role=status]");
    assert!(sheets.concat().starts_with('共'), "{sheets:?}");
}
