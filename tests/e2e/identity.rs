//! Who this browser reports for, as a person says it; other lists; signing off.

use crate::page::Page;
use serde_json::json;

/// The listbox in the header that asks who a person is.
const WHO: &str = "您是哪个单位";

fn is_locked(page: &Page, measure: &str) -> bool {
    page.run("return document.querySelector(`[id=\"m${arguments[0]}\"] > input`)?.disabled ?? null", &json!([measure]))
        == true
}

#[test]
fn a_unit_says_who_it_is_once_and_only_reads_other_lists() {
    let page = Page::open("");
    page.choose(WHO, "市教育局");
    page.until("its list is open", |page| page.address() == "#/unit/市教育局");
    page.tick("2.3");
    page.reload();
    // A page opened without an address begins at the own list.
    page.load("?again");
    page.until("its list is open again", |page| page.address() == "#/unit/市教育局" && page.is_ticked("2.3"));

    page.go("#/unit/市财政局");
    page.until("it can be read only", |page| page.words_of("list").contains("市教育局在此只能查看"));
    assert!(is_locked(&page, "2.1"), "the boxes of another list");
    page.click("button", "代为填报");
    page.until("this stays visible", |page| page.words_of("list").contains("正在代市财政局填报"));
    page.tick("2.1");
    page.toggle_report("2.1");
    page.write("2.1", "进展情况", "由教育局代填");
    let stands_above = "const last = [...document.querySelectorAll('#list section a')].at(-1);
        scrollTo(0, 0);
        last.focus();
        return last.getBoundingClientRect().bottom <= document.getElementById('whose-note').getBoundingClientRect().top";
    assert!(page.holds(stands_above), "the note at the foot does not lie over what has the focus");

    page.go("#/unit/市民政局");
    page.until("filling in has ended", |page| page.sees("button", "代为填报"));
    page.go("#/unit/市财政局");
    page.until("here as well", |page| {
        page.sees("button", "代为填报") && is_locked(page, "2.1") && page.is_ticked("2.1")
    });

    // What the coordinator settles can be read.
    page.go("#/rounds");
    page.until("rounds", |page| page.words_of("list").contains("市教育局在此只能查看"));
    assert!(page.holds("return document.querySelector('.make-rounds button').matches(':disabled')"));

    // Another window is the same unit's, and follows when that is changed.
    let (first, _second) = page.open_second_tab("");
    page.until("its list is open there", |page| page.address() == "#/unit/市教育局");
    page.choose(WHO, "全市统筹");
    page.until("the coordinator's", |page| page.address() == "#/");
    page.look_at(&first);
    page.go("#/");
    page.until("it is the coordinator here, too", |page| !is_locked(page, "2.1") && !page.sees("button", "代为填报"));

    // Whoever sets up rounds and says who they are stays there.
    page.go("#/rounds");
    page.choose(WHO, "市教育局");
    page.until("it can be read only", |page| page.words_of("list").contains("市教育局在此只能查看"));
    assert_eq!(page.address(), "#/rounds");
}

#[test]
fn the_coordinator_is_asked_before_it_signs_off_what_is_not_all_done() {
    let page = Page::open("#/unit/市教育局");
    page.tick("2.3");
    page.go("#/");
    let box_of = "document.querySelector(`[id='m2.3'] > input`).click()";
    page.run(box_of, &json!([]));
    page.until("it is asked", |page| {
        let row = page.row("2.3");
        row.contains("1 家报已完成") && row.contains("仍要销号吗") && page.focused_id() == "sign-2.3"
    });
    assert!(!page.is_ticked("2.3"), "nothing is signed off by the click");
    page.click_in("2.3", "button", "暂不销号");
    page.until("it is not signed off", |page| !page.row("2.3").contains("仍要销号吗") && !page.is_ticked("2.3"));
    page.click_in("2.3", "button", "销号");
    page.click_in("2.3", "button", "仍要销号");
    page.until("it is signed off", |page| page.is_ticked("2.3") && page.row("2.3").contains("取消销号"));
    page.reload();
    page.until("it is kept", |page| page.is_ticked("2.3"));
}
