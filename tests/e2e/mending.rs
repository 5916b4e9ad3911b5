//! What was read is mended, kept, and mended again.

use serde_json::json;
use yaodian::domain::plan::Plan;
use yaodian::persist::plan_file;
use yaodian::reader;

use crate::page::{Page, keys};

/// A plan of a county, of which a person knows better.
const COUNTY: &str = "\
清水县2024年农村供水保障工作要点

一、工程建设
（一）新建水厂。6月底前完成城东水厂主体工程。新增供水能力2万吨。（牵头单位：县水利局；配合单位：县财政局）
（二）改造管网。更换老旧管道120公里，漏损率控制在10%以内。（牵头单位：县住建局；配合单位：县水利局）
二、运行管理
（一）水质检测。每月检测一次，12月底前实现检测全覆盖。（牵头单位：县卫健局）
";

/// Selects the place of the source that begins with these words.
fn select(page: &Page, words: &str) {
    let find = "[...document.querySelectorAll('#source-pane [data-at]')].filter(it => it.textContent.startsWith(arguments[0]))";
    page.until("the place is drawn", |page| {
        page.holds(&format!("return {}.length > 0", find.replace("arguments[0]", &format!("'{words}'"))))
    });
    page.run(&format!("{find}.pop().click()"), &json!([words]));
    page.until("it is selected", |page| page.holds("return !!document.querySelector('#mend')"));
}

/// Types into the field of the panel with this label.
fn fill(page: &Page, label: &str, text: &str) {
    let put = "const field = [...document.querySelectorAll('.panel label')].find(it => it.textContent.startsWith(arguments[0]));\
               const input = field.querySelector('input'); input.value = arguments[1];\
               input.dispatchEvent(new Event('input', { bubbles: true })); input.form.requestSubmit()";
    page.run(put, &json!([label, text]));
}

/// A plan that leaves open what its title is, which localities it means, and whether two names are of one body.
const OPEN: &str = "\
一、重点工作
1. 修路。6月底前修好大道，新建桥梁3座。（市发改委牵头，相关县区政府配合）
2. 建桥。建好大桥。（市发展改革委、市财政局负责）
";

/// Goes on to the place where this is asked.
fn go_to(page: &Page, question: &str) {
    for _ in 0..9 {
        if page.words_of("selected").contains(question) {
            return;
        }
        page.click("button", "下一处");
    }
    panic!("{question} is asked: {}", page.words_of("selected"));
}

#[test]
fn what_a_plan_leaves_open_is_answered() {
    let page = Page::with_plan_read(OPEN);
    let all = "return [...document.querySelectorAll('.remarks li')].map((it) => it.textContent).join(' ')";
    let asks = |page: &Page, question: &str| page.text(all, &json!([])).contains(question);
    go_to(&page, "没有标题");
    fill(&page, "标题", "青山市2024年交通工作要点");
    page.until("it has a title", |page| page.texts("#outline-pane .document-title") == ["青山市2024年交通工作要点"]);
    assert!(!asks(&page, "没有标题"));

    go_to(&page, "是哪些地方");
    fill(&page, "其他县区", "城东区、城西区、城东区");
    page.until("they are named", |page| page.texts("#outline-pane .chip").join(" ").contains("城西区"));
    assert!(!asks(&page, "是哪些地方"));

    go_to(&page, "是同一个单位吗");
    page.click("button", "不是同一个单位");
    page.until("it is not asked again", |page| !asks(page, "是同一个单位吗"));
    page.on("#mend", "it.focus()", &json!([]));
    page.press(&[keys::CONTROL, "z"]);
    page.until("taken back, it is", |page| asks(page, "是同一个单位吗"));
    page.press(&[keys::CONTROL, "y"]);
    page.until("and not again", |page| !asks(page, "是同一个单位吗"));

    page.click("button", "保存并打开清单");
    page.choose_party("城东区");
    page.shows(Page::measures, ["1.1"]);
}

#[test]
fn which_localities_there_are_and_of_which_year_a_deadline_is_is_answered_where_it_is_asked() {
    let page = Page::with_plan_read("青山市重点工作要点\n一、植树\n1. 植树。12月底前植树5000亩。（各县区政府负责）\n");
    let all = "return [...document.querySelectorAll('.remarks li')].map((it) => it.textContent).join(' ')";
    for (question, field, answer) in
        [("都有哪些地方", "textarea", "城东区\n城西区"), ("时限是哪一年的", "input", "2025-01-01")]
    {
        go_to(&page, question);
        let put = "it.value = given; it.dispatchEvent(new Event('input', { bubbles: true })); it.form.requestSubmit()";
        page.on(&[".reason ", field].concat(), put, &json!(answer));
        page.until("it is asked no more", |page| !page.text(all, &json!([])).contains(question));
    }
    page.click("button", "保存并打开清单");
    page.choose_party("城西区");
    page.shows(Page::measures, ["1.1"]);
}

#[test]
fn what_was_folded_out_stays_so_with_the_focus_where_it_was() {
    let page = Page::with_plan_read(COUNTY);
    page.run("document.getElementById('mend-particulars').click()", &json!([]));
    let field = "mend-of-plan-number-field";
    page.on(&["#", field].concat(), "it.focus()", &json!([]));
    page.type_text("清政办〔2024〕8号");
    page.press(&["\u{e007}"]);
    page.until("it is listed", |page| page.holds("return document.querySelectorAll('.mend-list li').length === 1"));
    page.shows(Page::focused_id, field);
    let open = |page: &Page| page.texts("details[open] > summary").concat();
    assert!(open(&page).contains("文号"), "{}", open(&page));
    page.run("document.getElementById('mend-particulars').click()", &json!([]));
    page.until("it is folded away", |page| !open(page).contains("文号"));
    page.run("document.getElementById('mend-list').click()", &json!([]));
    page.click("button", "取消这处修正");
    page.shows(Page::focused_id, "mend-list");
    assert!(!open(&page).contains("文号") && open(&page).contains("修正"), "{}", open(&page));
}

#[test]
fn what_makes_no_sense_is_said_beside_the_field_and_changes_nothing() {
    let page = Page::with_plan_read(COUNTY);
    for (label, text, told) in [
        ("添加时限", "城东水厂", "这些文字没有写明时间"),
        ("添加时限", "asdf", "原文的这一处没有这些文字"),
        ("添加单位", "县财政局", "“县财政局”已经在这里（配合）"),
        ("添加单位", " ", "请填写名称"),
    ] {
        select(&page, "6月底前完成城东");
        fill(&page, label, text);
        page.until(told, |page| page.texts(".mend .doubt").concat().contains(told));
        let typed = "return [...document.querySelectorAll('.mend input')].map((it) => it.value).join(' ')";
        assert!(page.text(typed, &json!([])).contains(text), "what was typed stays");
        assert!(page.holds("return document.querySelectorAll('.mend-list li').length === 0"), "nothing is mended");
    }
    // Nor does a button that nothing was chosen for, or a word that is there already.
    select(&page, "县住建局");
    for (label, told) in [("与其为同一单位", "请选一个单位"), ("分工", "与现在相同"), ("单位名称", "与现在相同")]
    {
        let press = "[...it.querySelectorAll('label')].find((it) => it.textContent.startsWith(given)).closest('form').requestSubmit()";
        page.on("#mend", press, &json!(label));
        page.until(told, |page| page.texts(".mend .doubt").concat().contains(told));
    }
    assert!(page.holds("return document.querySelectorAll('.mend-list li').length === 0"), "nothing is mended");
}

#[test]
fn what_was_read_is_mended_kept_ticked_and_mended_again() {
    let page = Page::open("#/plans/new");
    page.paste_plan(COUNTY);
    page.until("it is read", |page| page.words().contains("3 项任务，4 条举措，4 个责任单位"));

    // A measure is two, a unit has another name, and the plan has a number.
    select(&page, "更换老旧管道");
    page.click("button", "分开");
    page.until("there is one more", |page| page.words().contains("3 项任务，5 条举措，4 个责任单位"));
    assert_eq!(page.focused_id(), "mend", "the focus stays in the panel");
    select(&page, "县卫健局");
    fill(&page, "单位名称", "县卫生健康局");
    page.until("it is called so", |page| page.texts("#outline-pane .chip").join(" ").contains("县卫生健康局"));
    page.run("document.querySelector('.mend-particulars').open = true", &json!([]));
    fill(&page, "文号", "清政办〔2024〕8号");
    page.until("all three are listed", |page| {
        page.holds("return document.querySelectorAll('.mend-list li').length === 3")
    });
    page.click("button", "撤销修正：文号 原为“（没有）”，改为“清政办〔2024〕8号”");
    page.until("it is taken back", |page| page.holds("return document.querySelectorAll('.mend-list li').length === 2"));
    page.click("button", "重做修正：文号 原为“（没有）”，改为“清政办〔2024〕8号”");
    page.until("it is made again", |page| page.holds("return document.querySelectorAll('.mend-list li').length === 3"));
    page.on("#mend", "it.focus()", &json!([]));
    page.press(&[keys::CONTROL, "z"]);
    page.until("the keys take it back, too", |page| {
        page.holds("return document.querySelectorAll('.mend-list li').length === 2")
    });
    page.on("#outline-pane", "it.focus()", &json!([]));
    page.press(&[keys::CONTROL, "y"]);

    // Half-done work is there again after a reload.
    page.reload();
    page.until("all is there again", |page| {
        page.words().contains("5 条举措")
            && page.holds("return document.querySelectorAll('.mend-list li').length === 3")
    });
    page.click("button", "保存并打开清单");
    page.shows(Page::measures, ["1-1.1", "1-1.2", "1-2.1", "1-2.2", "2-1.1"]);
    page.tick("1-2.2");
    page.tick("2-1.1");
    page.reload();
    page.shows(Page::ticked, ["1-2.2", "2-1.1"]);
    page.choose_party("县卫生健康局");
    page.shows(Page::measures, ["2-1.1"]);
    let units = page.texts(".units .chip").join(" ");
    assert!(units.contains("县卫生健康局") && !units.contains("县卫健局"), "the list names it as mended: {units}");

    // Mended again, it is the same plan with the same marks.
    page.go("#/plans");
    page.click("link", "修正");
    page.until("it is mended", |page| page.words().contains("修正《清水县2024年农村供水保障工作要点》"));
    select(&page, "新增供水能力");
    page.choose("这里是", "说明文字，不作为举措");
    page.until("nobody ticks it", |page| page.words().contains("4 条举措"));
    page.reload();
    page.until("it is there again", |page| page.words().contains("4 条举措"));
    page.click("button", "保存修正");
    page.shows(Page::measures, ["1-1.1", "1-2.1", "1-2.2", "2-1.1"]);
    page.shows(Page::ticked, ["1-2.2", "2-1.1"]);
    page.go("#/plans/new");
    page.until("a new one can be brought in", |page| {
        page.holds("return document.getElementById('plan-text')?.value === ''")
    });
}

#[test]
fn with_full_storage_what_is_half_done_is_said_to_be_unkept_until_it_is_kept() {
    let page = Page::with_plan_read(COUNTY);
    let said = |page: &Page| page.words().contains("这里的改动没有保存");
    let mended = |page: &Page, n: usize| {
        page.holds(&format!("return document.querySelectorAll('.mend-list li').length === {n}"))
    };
    assert!(!said(&page), "nothing is said while all is kept: {}", page.words());
    page.fill_storage();
    select(&page, "更换老旧管道");
    page.click("button", "分开");
    page.until("it is said", said);
    // Who looks for what can be deleted finds it again.
    page.go("#/plans");
    page.until("the library is there", |page| page.words().contains("129 条举措"));
    page.go("#/plans/new");
    page.until("it is there, and still not kept", |page| mended(page, 1) && said(page));
    page.empty_filler();
    page.click("button", "撤销修正");
    page.until("it is said no more", |page| !said(page) && mended(page, 0));
    page.click("button", "重做修正");
    page.until("it is made again", |page| mended(page, 1));
    page.reload();
    page.until("it is kept", |page| mended(page, 1));
}

#[test]
fn undo_keys_speak_of_corrections_and_in_a_field_of_what_is_typed() {
    let page = Page::with_plan_read(COUNTY);
    let mended = |n: usize| {
        let is_so = format!("return document.querySelectorAll('.mend-list li').length === {n}");
        page.until("so much is mended", |page| page.holds(&is_so));
    };
    select(&page, "更换老旧管道");
    page.click("button", "分开");
    mended(1);
    // Wherever the focus is, also where it is nowhere.
    page.run("document.activeElement.blur()", &json!([]));
    page.press(&[keys::CONTROL, "z"]);
    mended(0);
    page.press(&[keys::CONTROL, "y"]);
    mended(1);
    page.run("document.getElementById('mend-particulars').click()", &json!([]));
    let field = "#mend-of-plan-number-field";
    let typed =
        |page: &Page| page.text("return document.getElementById('mend-of-plan-number-field').value", &json!([]));
    page.on(field, "it.focus()", &json!([]));
    page.type_text("8");
    page.press(&[keys::CONTROL, "z"]);
    page.shows(typed, "");
    mended(1);
    // After what is typed is made a correction the field is another, and nothing is typed into it.
    page.type_text("8");
    page.press(&["\u{e007}"]);
    mended(2);
    page.shows(Page::focused_id, "mend-of-plan-number-field");
    page.press(&[keys::CONTROL, "z"]);
    mended(1);
    page.shows(typed, "");
}

#[test]
fn a_unit_is_renamed_wherever_it_is_named_and_keeps_its_reports_unless_one_says_otherwise() {
    let page = with_the_county();
    page.choose_party("县水利局");
    page.tick("1-1.1");
    page.tick("1-2.1");
    page.go("#/plans");
    page.click("link", "修正");
    page.until("it is mended", |page| page.words().contains("修正《清水县2024年农村供水保障工作要点》"));
    let chips =
        |page: &Page, name: &str| page.texts("#outline-pane .chip").iter().filter(|it| it.starts_with(name)).count();
    let hides = |page: &Page| page.words().contains("条填报在修正后的要点里没有对应");
    select(&page, "县水利局");
    fill(&page, "单位名称", " ");
    page.until("that there is none is said", |page| page.texts(".mend .doubt").concat().contains("请填写名称"));
    assert!(page.words_of("mend").contains("仍是这个单位，填报全部保留"), "{}", page.words_of("mend"));
    fill(&page, "单位名称", "县水务局");
    page.until("it is called so in both places", |page| chips(page, "县水务局") == 2 && chips(page, "县水利局") == 0);
    assert!(!hides(&page), "{}", page.words());
    page.click("button", "撤销修正");
    page.until("it is taken back", |page| chips(page, "县水利局") == 2);
    select(&page, "县水利局");
    page.choose("修改范围", "仅此一处");
    page.until("what that does is said", |page| page.words_of("mend").contains("“县水利局”在这里的填报不再显示"));
    fill(&page, "单位名称", "县水务局");
    page.until("another unit is named here", |page| chips(page, "县水务局") == 1 && chips(page, "县水利局") == 1);
    page.until("and what that hides is said", hides);
    // What would change nothing is no correction.
    select(&page, "县水利局");
    fill(&page, "拆成几个单位", "县水务局");
    page.until("it is said", |page| page.texts(".mend .doubt").concat().contains("请填写多个名称"));
    assert!(page.holds("return document.querySelectorAll('.mend-list li').length === 1"));
}

const ID: &str = "county-2024";

/// A page in whose browser that plan is kept and open.
fn with_the_county() -> Page {
    let page = Page::open("");
    let plan = Plan { id: ID.into(), ..reader::read(COUNTY).plan };
    page.keep(&format!("yaodian/{ID}/plan/v1"), &plan_file::to_text(&plan));
    page.go("#/p/county-2024/");
    page.shows(Page::measures, ["1-1.1", "1-1.2", "1-2.1", "2-1.1"]);
    page
}

/// Mends the kept plan, in which nobody ticks the sentence with these words any more then; that is the correction of this number.
fn nobody_ticks(page: &Page, words: &str, listed: usize) {
    page.go("#/plans");
    page.click("link", "修正");
    page.until("it is mended", |page| page.words().contains("修正《清水县2024年农村供水保障工作要点》"));
    select(page, words);
    page.choose("这里是", "说明文字，不作为举措");
    let is_listed = format!("return document.querySelectorAll('.mend-list li').length === {listed}");
    page.until("it is listed", |page| page.holds(&is_listed));
}

fn field(page: &Page) -> String {
    page.text("return document.getElementById('plan-text')?.value ?? ''", &json!([]))
}

#[test]
fn what_mending_hides_of_reports_is_said_and_comes_back() {
    let page = with_the_county();
    page.tick("1-1.1");
    page.tick("1-1.2");
    nobody_ticks(&page, "新增供水能力", 1);
    page.until("it is said", |page| page.words().contains("有 1 条填报在修正后的要点里没有对应的举措或单位"));
    page.on(".review-line details", "it.open = true", &json!([]));
    page.until("which it is", |page| page.words().contains("“新增供水能力2万吨。”（已没有这条举措）"));
    page.click("button", "保存修正");
    page.shows(Page::measures, ["1-1.1", "1-2.1", "2-1.1"]);
    page.shows(Page::ticked, ["1-1.1"]);
    page.go("#/plans");
    page.click("link", "修正");
    page.until("it can still be seen", |page| page.words().contains("有 1 条填报在修正后的要点里没有对应"));
    page.on(".mend-list", "it.open = true", &json!([]));
    page.click("button", "取消这处修正");
    page.until("all is shown again", |page| !page.words().contains("条填报在修正后的要点里"));
    page.click("button", "保存修正");
    page.shows(Page::ticked, ["1-1.1", "1-1.2"]);
}

#[test]
fn adding_a_plan_while_one_is_half_mended_goes_on_or_begins_anew() {
    let page = with_the_county();
    nobody_ticks(&page, "新增供水能力", 1);
    page.reload();
    page.until("it is there again", |page| page.words().contains("修正《清水县2024年农村供水保障工作要点》"));
    page.go("#/plans");
    page.click("link", "添加一份工作要点");
    page.until("what is half done is offered", |page| page.words().contains("另有 1 份未完成"));
    assert_eq!(field(&page), "", "a new one can be begun");
    page.paste_plan("清水县2025年工作要点\n一、供水\n（一）新建水厂。（县水利局）\n");
    page.until("it is read", |page| page.words().contains("1 项任务"));
    page.on(".half-done summary", "it.click()", &json!([]));
    page.click("button", "继续");
    page.until("it is gone on with", |page| {
        page.words().contains("修正《清水县2024年农村供水保障工作要点》")
            && page.holds("return document.querySelectorAll('.mend-list li').length === 1")
    });
    page.click("button", "另起一份，保留这一份");
    page.until("the new one is there again", |page| field(page).starts_with("清水县2025年"));
    page.click("button", "另起一份，保留这一份");
    page.until("both are left", |page| field(page).is_empty() && page.words().contains("另有 2 份未完成"));
    page.on("#drafts li:first-child button[id^=drop-]", "it.click()", &json!([]));
    page.click("button", "丢弃");
    page.until("one is left", |page| page.words().contains("另有 1 份未完成"));
}

#[test]
fn two_windows_that_bring_in_plans_overwrite_nothing() {
    const OTHER: &str = "清水县2025年工作要点\n一、供水\n（一）新建水厂。（县水利局）\n";
    let page = Page::open("#/plans/new");
    page.paste_plan(COUNTY);
    page.until("it is read", |page| page.words().contains("3 项任务，4 条举措"));
    let (first, second) = page.open_second_tab("#/plans/new");
    page.until("it is there, too", |page| field(page) == COUNTY);
    page.paste_plan(OTHER);
    page.until("it is read", |page| page.words().contains("1 项任务"));
    page.look_at(&first);
    page.until("it is said", |page| page.words().contains("另一个窗口也在改这一份"));
    assert_eq!(field(&page), COUNTY);
    page.reload();
    page.until("it has its own", |page| field(page) == COUNTY);
    page.click("button", "保存并打开清单");
    page.shows(Page::measures, ["1-1.1", "1-1.2", "1-2.1", "2-1.1"]);
    page.look_at(&second);
    page.reload();
    page.until("and the other its", |page| field(page) == OTHER);
}

#[test]
fn a_window_hears_that_another_mended_or_deleted_the_plan() {
    let page = with_the_county();
    page.tick("1-1.1");
    page.tick("1-1.2");
    page.toggle_report("1-2.1");
    page.write("1-2.1", "存在问题", "管材未到");
    let (first, second) = page.open_second_tab("#/plans");
    nobody_ticks(&page, "新增供水能力", 1);
    page.click("button", "保存修正");
    page.shows(Page::measures, ["1-1.1", "1-2.1", "2-1.1"]);
    page.look_at(&first);
    page.shows(Page::measures, ["1-1.1", "1-2.1", "2-1.1"]);
    page.until("it is said", |page| page.notices().contains("已在另一个窗口里修正"));
    assert!(page.notices().contains("有 1 条填报没有对应的举措或单位"), "{}", page.notices());
    page.shows(Page::ticked, ["1-1.1"]);
    page.tick("2-1.1");
    page.shows(|page| page.written("1-2.1", "存在问题"), "管材未到");

    // Here a correction is half done when the plan is mended there once more: both stand.
    page.look_at(&second);
    page.go("#/plans");
    page.click("link", "修正");
    page.until("it is mended", |page| page.words().contains("修正《清水县2024年农村供水保障工作要点》"));
    page.look_at(&first);
    nobody_ticks(&page, "更换老旧管道", 2);
    page.look_at(&second);
    page.on(".mend-list", "it.open = true", &json!([]));
    page.click("button", "取消这处修正");
    let listed = |page: &Page| page.run("return document.querySelectorAll('.mend-list li').length", &json!([]));
    page.until("it is taken back", |page| listed(page) == 0);
    page.click("button", "保存修正");
    page.shows(Page::measures, ["1-1.1", "1-1.2", "1-2.1", "2-1.1"]);
    page.look_at(&first);
    page.until("it is said", |page| page.words().contains("另一个窗口保存了这份要点的修正"));
    page.until("only what was mended here is left", |page| listed(page) == 1);

    // Deleted there, it does not come back from here, and what is half done here is not lost.
    page.look_at(&second);
    page.go("#/plans");
    page.on(".plans li:nth-child(2) button[id^=delete-]", "it.click()", &json!([]));
    page.click("button", "删除这份要点");
    page.until("it is said", |page| page.words().contains("已删除《清水县"));
    page.look_at(&first);
    page.until("it is said here, too", |page| page.notices().contains("已在另一个窗口里删除"));
    page.until("its text is a new plan's", |page| page.sees("button", "保存并打开清单"));
    let of_plan =
        |page: &Page| page.kept().into_iter().filter(|(key, _)| key.starts_with("yaodian/county-2024/")).count();
    page.until("nothing is kept of it", |page| of_plan(page) == 0);
    page.look_at(&second);
    page.click("button", "撤销");
    page.until("it is back where it was", |page| page.sees("link", "清水县2024年农村供水保障工作要点"));
    page.go("#/p/county-2024/");
    page.shows(Page::ticked, ["1-1.1", "1-1.2", "2-1.1"]);
}
