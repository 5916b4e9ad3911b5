//! Ticking, and taking it back.

use crate::page::{Page, keys};

#[test]
fn a_tick_counts_in_its_task_and_in_the_sentence() {
    let page = Page::open("#/unit/市教育局");
    assert!(page.words_of("t2").contains("0/6"), "{}", page.words_of("t2"));
    page.tick("2.3");
    page.until("the task counts it", |page| page.words_of("t2").contains("1/6"));
    page.until("the sentence counts it", |page| page.status().contains("已完成1条"));
    page.tick("2.3");
    page.until("the task counts it no more", |page| page.words_of("t2").contains("0/6"));
}

#[test]
fn parties_do_not_share_ticks() {
    let page = Page::open("#/unit/市教育局");
    page.tick("2.1");
    page.tick("22.7");
    page.choose_party("市财政局");
    page.until("its list is there", |page| page.tasks().contains(&"9".to_owned()));
    assert_eq!(page.ticked(), [""; 0]);
    page.tick("2.2");
    page.choose_party("全市统筹");
    page.until("the whole list is there", |page| page.measures().len() == 129);
    assert_eq!(page.ticked(), [""; 0]);
    page.choose_party("市教育局");
    page.until("its list is back", |page| page.tasks() == ["2", "3", "22"]);
    assert_eq!(page.ticked(), ["2.1", "22.7"]);
}

#[test]
fn every_tick_can_be_undone_and_done_again() {
    let page = Page::open("#/unit/市教育局");
    for measure in ["2.1", "2.2", "3.1"] {
        page.tick(measure);
    }
    page.click("button", "撤销");
    page.shows(Page::ticked, ["2.1", "2.2"]);
    page.press(&[keys::CONTROL, "z"]);
    page.shows(Page::ticked, ["2.1"]);
    page.press(&[keys::CONTROL, keys::SHIFT, "z"]);
    page.shows(Page::ticked, ["2.1", "2.2"]);
    page.click("button", "重做");
    page.shows(Page::ticked, ["2.1", "2.2", "3.1"]);
    page.reload();
    assert_eq!(page.ticked(), ["2.1", "2.2", "3.1"], "what is done again is kept again");
}

#[test]
fn undoing_in_the_search_field_undoes_the_words_and_not_the_tick() {
    let page = Page::open("#/unit/市教育局");
    page.tick("2.1");
    page.search("学校");
    for _ in "学校".chars() {
        page.undo_typing();
    }
    page.until("the whole list is back", |page| page.measures().len() == 17);
    assert_eq!(page.ticked(), ["2.1"]);
}

#[test]
fn what_was_just_ticked_stays_while_the_pointer_is_there() {
    let page = Page::open("#/unit/市教育局?open");
    page.tick("2.2");
    page.until("it says that one row lingers", |page| page.words().contains("暂时留在原处"));
    assert!(page.measures().contains(&"2.2".to_owned()), "it vanished under the pointer");
    page.move_pointer_away();
    page.until("it goes with the pointer", |page| !page.measures().contains(&"2.2".to_owned()));
}

#[test]
fn a_measure_is_ticked_and_unticked_by_keyboard_alone() {
    let page = Page::open("#/unit/市医保局");
    let mut steps = 0;
    while page.focused() != "c2.1" {
        page.press(&[keys::TAB]);
        steps += 1;
        assert!(steps < 60, "the first measure is not reached; the focus is at {}", page.focused());
    }
    page.press(&[keys::SPACE]);
    page.shows(Page::ticked, ["2.1"]);
    page.press(&[keys::CONTROL, "z"]);
    page.shows(Page::ticked, [""; 0]);
}

#[test]
fn a_click_on_a_sentence_ticks_it_and_selecting_a_word_does_not() {
    let page = Page::open("#/unit/市教育局");
    page.click_on_word("2.3", "幼儿园", 1);
    page.shows(|page| page.state_of("2.3"), "已完成");
    page.click_on_word("2.4", "社保", 2);
    page.until("a word is selected", |page| !page.selected().is_empty());
    page.click_on_word("2.5", "医疗", 3);
    page.until("a sentence is selected", |page| page.selected().chars().count() > 10);
    // What is done then is done after whatever follows from these clicks.
    page.tick("2.1");
    page.shows(|page| page.state_of("2.1"), "已完成");
    assert_eq!(page.ticked(), ["2.1", "2.3"]);
    for left in [vec!["2.3"], vec![]] {
        page.click("button", "撤销");
        page.shows(Page::ticked, left);
    }
    assert!(page.holds("return document.querySelector('.actions button').disabled"), "something else was written");
}
