//! Finding one's measures: by party, by search, by facets.

use serde_json::json;

use crate::page::{Page, keys};

#[test]
fn a_unit_finds_all_of_its_tasks_and_nothing_else() {
    let page = Page::open("");
    assert_eq!((page.tasks().len(), page.measures().len()), (22, 129));
    page.choose_party("市教育局");
    page.shows(Page::tasks, ["2", "3", "22"]);
    assert_eq!(page.measures().len(), 17);
    page.until("it is said", |page| page.status().contains("市教育局") && page.status().contains("17"));
    page.shows(Page::address, "#/unit/市教育局");
}

#[test]
fn a_unit_on_a_task_leads_to_its_own_list() {
    let page = Page::open("#/unit/市教育局");
    page.click("link", "市医保局");
    page.shows(Page::tasks, ["2"]);
    page.until("it is said", |page| page.status().contains("市医保局"));
}

#[test]
fn a_locality_finds_its_tasks_and_those_the_plan_leaves_open_apart() {
    let page = Page::open("");
    page.choose_party("乐都区");
    page.until("its list is there", |page| page.status().contains("乐都区"));
    let tasks = page.tasks();
    assert_eq!(tasks.len(), 22);
    assert_eq!(tasks[19..], ["5", "6", "7"], "what the plan leaves open comes last");
    assert!(page.sees("heading", "原文未指明县区"));
}

#[test]
fn the_selector_is_used_by_keyboard_and_in_either_script() {
    let page = Page::open("");
    page.click("combobox", "责任单位");
    page.type_text("教育");
    page.until("only what fits is offered", |page| page.texts("[role=option]").len() == 1);
    page.press(&[keys::ENTER]);
    page.shows(Page::tasks, ["2", "3", "22"]);

    page.click("combobox", "责任单位");
    page.type_text("鄉村振興");
    page.until("only what fits is offered", |page| page.texts("[role=option]").len() == 1);
    page.press(&[keys::ESCAPE]);
    page.until("the list is closed", |page| !page.sees("option", ""));
    assert_eq!(page.tasks(), ["2", "3", "22"], "closing the list chooses nothing");
}

#[test]
fn the_selector_understands_what_people_call_a_body() {
    let page = Page::open("");
    for (typed, body) in
        [("jyj", "市教育局"), ("发改委", "市发展改革委"), ("fagai", "市发展改革委"), ("国土局", "市自然资源规划局")]
    {
        page.click("combobox", "责任单位");
        page.type_text(typed);
        page.until("it is the first that is offered", |page| {
            page.texts("[role=option]").first().is_some_and(|first| first.starts_with(body))
        });
        let told = "const option = document.getElementById(
            document.querySelector('[role=combobox]').getAttribute('aria-activedescendant'));
            return option && option.innerText.startsWith(arguments[0])";
        assert_eq!(page.run(told, &json!([body])), true, "{body} is the option that is told");
        page.press(&[keys::ENTER]);
        page.until("its list is open", |page| page.status().contains(body));
    }
    page.click("combobox", "责任单位");
    page.type_text("无此单位");
    page.until("nobody is offered", |page| page.texts("[role=option]") == ["没有这个名称的单位或县区"]);
}

#[test]
fn the_search_finds_bodies_by_what_people_call_them_and_marks_them() {
    let page = Page::open("#/unit/市發展改革委");
    let own = page.measures();
    page.go("#/");
    page.search("发改委");
    page.shows(Page::measures, &own[..]);
    let marked = |page: &Page| page.texts(".chip mark").concat();
    let tasks = page.tasks().len();
    page.shows(marked, "发改委".repeat(tasks));
    page.until("as many are said", |page| page.status().contains(&format!("{}条举措", own.len())));
    // Words of the text are looked for as words.
    page.search("网络");
    page.shows(Page::highlights, ["网络"; 3]);
    page.search("jyj");
    page.shows(Page::tasks, ["2", "3", "22"]);
    page.shows(Page::highlights, ["教育局"; 3]);
    // Who is sent the address sees the same.
    let sent = Page::open("#/?q=jyj");
    sent.shows(Page::tasks, ["2", "3", "22"]);
    sent.shows(Page::highlights, ["教育局"; 3]);
}

#[test]
fn the_selector_shows_how_much_each_party_has_and_has_done() {
    let page = Page::open("#/unit/市教育局");
    page.tick("2.1");
    let parties = page.parties();
    assert_eq!(parties.len(), 1 + 31 + 6);
    assert!(parties.iter().any(|party| party == "市教育局 1/17"), "{parties:?}");
    assert!(parties.iter().any(|party| party == "市医保局 0/6"), "{parties:?}");
}

#[test]
fn the_search_finds_either_script_in_both() {
    let page = Page::open("");
    page.search("网络");
    page.shows(Page::measures, ["3.4", "12.1", "22.1"]);
    page.shows(Page::highlights, ["网络"; 3]);
    page.search("網路");
    page.until("the record is found too", |page| {
        ["3.4", "12.1", "22.1"].iter().all(|id| page.measures().iter().any(|measure| measure == id))
    });
    page.search("幼儿园");
    page.shows(Page::measures, ["2.3"]);
    page.search("幼稚園");
    page.shows(Page::measures, ["2.3"]);
    page.search("沒有這樣的詞");
    page.until("it says so", |page| page.words().contains("没有符合筛选条件的举措"));
}

#[test]
fn beside_the_record_the_search_marks_the_words_of_the_record() {
    let page = Page::open_with("", |options| options.languages = "zh-TW");
    page.search("网络");
    page.shows(Page::measures, ["3.4", "12.1", "22.1"]);
    page.shows(Page::highlights, ["網路", "網路", "網路"]);
}

#[test]
fn facets_say_how_many_they_show_and_combine() {
    let page = Page::open("#/unit/市教育局");
    let (_, with_target) = page.facet("有量化目标");
    page.toggle_facet("有量化目标");
    page.until("the list follows", |page| page.measures().len() == with_target);
    assert!(with_target > 0 && with_target < 17, "{with_target}");
    page.until("it is said", |page| page.status().contains("有量化目标"));

    page.search("就业");
    page.until("both hold", |page| page.measures() == ["3.4"]);
    assert_eq!(page.facet("有量化目标"), (true, 1));

    page.click("button", "清除筛选");
    page.until("the whole list is back", |page| page.measures().len() == 17);
    assert!(!page.facet("有量化目标").0);
    page.shows(Page::address, "#/unit/市教育局");
}

#[test]
fn the_done_facet_follows_what_is_ticked() {
    let page = Page::open("#/unit/市教育局");
    assert_eq!(page.facet("完成"), (false, 0));
    page.tick("2.1");
    page.shows(|page| page.facet("完成"), (false, 1));
    assert_eq!(page.facet("未报"), (false, 16));
    page.toggle_facet("完成");
    page.shows(Page::measures, ["2.1"]);
}
