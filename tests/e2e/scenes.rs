//! All there is to see: every view, and every state of it that looks otherwise. What must hold for all of them is checked
//! over this table.

use serde_json::json;

use crate::page::{Page, keys};
use crate::webdriver::{Asked, Engine};

/// A state of the page: its name, and what a person does to see it.
pub type Scene = (&'static str, fn(&Page));

/// The languages, as the page's own selector has them.
pub const LANGUAGES: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

const KEY: &str = "yaodian/haidong-2021/ledger/v4";

/// A page on which several have reported, some of it long ago, and on which something could not be read; of a person who has asked the
/// system for something.
pub fn lived_in_by(asked: Asked) -> Page {
    live_in(Page::open_with("", |options| options.asked = asked))
}

/// The same on a page that is open.
pub fn live_in(page: Page) -> Page {
    page.keep("yaodian/haidong-2021/aside/2021-10-01T08:00:00.000Z", "not a ledger");
    page.reload_and_find(KEY, include_str!("../fixtures/ledger-v1-first-release.json"));
    page.go("#/unit/市教育局");
    page.tick("2.1");
    page.toggle_report("2.3");
    page.click_in("2.3", "radio", "推进中");
    page.write("2.3", "实际完成", "6");
    page.toggle_report("3.1");
    page.click_in("3.1", "radio", "滞后");
    page.write("3.1", "存在问题", "人手不足");
    page.go("#/unit/市財政局");
    page.toggle_report("2.3");
    page.click_in("2.3", "radio", "已完成");
    page.write("2.3", "实际完成", "5");
    page.write("2.3", "进展情况", "1234567890".repeat(16).as_str());
    page.go("#/");
    page.tick("8.1");
    page
}

/// The states of the page where the plan and its reports are seen.
pub const SCENES: [Scene; 34] = [
    ("the whole list", |page| page.go("#/")),
    ("a unit's list", |page| page.go("#/unit/市教育局")),
    ("a locality's list", |page| page.go("#/locality/樂都區")),
    ("a unit's report", |page| {
        page.go("#/data");
        page.go("#/unit/市教育局");
        page.toggle_report("2.3");
        page.toggle_report("3.2");
        page.write("3.2", "进展情况", "已完成八所");
        page.run("document.querySelectorAll('.report details').forEach((part) => (part.open = true))", &json!([]));
    }),
    ("reports seen by the coordinator", |page| {
        page.go("#/data");
        page.go("#/?section=1");
        page.toggle_report("2.3");
    }),
    ("asked before it is signed off", |page| {
        page.go("#/?section=2");
        page.run("document.querySelector('[id=\"m5.1\"] > input').click()", &json!([]));
        page.until("it is asked", |page| page.holds("return !!document.querySelector('.sign-off.is-asked')"));
    }),
    ("the list of another", |page| {
        page.go("#/unit/市教育局");
        identify(page, "unit:市財政局");
        page.until("it can be read only", |page| page.holds("return !!document.querySelector('#whose-note')"));
    }),
    ("filled in for another", |page| {
        page.on("#whose-note button", "it.click()", &json!([]));
        page.until("it can be written", |page| page.holds("return !!document.querySelector('#whose-note.is-warning')"));
    }),
    ("filters", |page| {
        identify(page, "");
        page.go("#/unit/市教育局?q=网络&open&section=1");
        show_facets(page, true);
    }),
    ("a changed row that stays", |page| {
        show_facets(page, false);
        page.go("#/unit/市教育局?open");
        page.tick("2.2");
        page.until("it is said", |page| page.words().contains("暂时留在原处"));
    }),
    ("nothing found", |page| page.go("#/unit/市教育局?q=zzz")),
    ("the selector open", |page| {
        page.go("#/unit/市教育局");
        page.click("combobox", "责任单位");
        page.press(&[keys::DOWN]);
    }),
    ("no such party", |page| {
        page.go("#/unit/市教育局");
        page.click("combobox", "责任单位");
        page.type_text("zzz");
    }),
    ("an address of nothing", |page| {
        page.press(&[keys::ESCAPE]);
        page.go("#/unit/市沒有局");
        page.until("it is said", |page| page.notices().contains("市沒有局"));
    }),
    ("the overview", |page| page.go("#/overview")),
    ("the overview of what is behind", |page| page.go("#/overview?show=behind")),
    ("rounds", |page| {
        page.go("#/rounds");
        let there = "return !!document.querySelector('.rounds-table input')";
        if !page.holds(there) {
            page.on(".make-rounds button", "it.click()", &json!([]));
        }
        page.until("they are there", |page| page.holds(there));
    }),
    ("the overview after a round", |page| {
        page.go("#/rounds");
        if !page.words().contains("查看") {
            page.click("button", "结束本期");
            page.until("it is closed", |page| page.sees("link", "查看"));
            page.go("#/unit/市教育局");
            page.tick("2.2");
        }
        page.go("#/overview");
        page.run(
            "document.querySelectorAll('.since details, .course details').forEach((part) => (part.open = true))",
            &json!([]),
        );
    }),
    ("the arrangement", |page| page.go("#/arrangement")),
    ("the text", |page| {
        page.go("#/read");
        page.run("document.querySelectorAll('details').forEach((part) => (part.open = true))", &json!([]));
    }),
    ("data", |page| page.go("#/data")),
    ("an earlier state", |page| {
        page.go("#/data");
        page.click("button", "查看");
        page.until("it is looked at", |page| page.sees("button", "替换现有进度"));
    }),
    ("a file that is refused", |page| {
        page.choose_file(&page.make_file("progress.json", "no progress"));
        page.until("it is refused", |page| page.words().contains("progress.json"));
    }),
    ("deleting asks", |page| {
        page.go("#/data");
        page.click("button", "删除全部进度");
        page.until("it asks", |page| page.words().contains("要删除全部"));
    }),
    ("deleted", |page| {
        page.click("button", "删除");
        page.until("it is done", |page| page.notices().contains("已删除"));
    }),
    ("undone", |page| {
        page.press(&[keys::CONTROL, "z"]);
        page.until("it is back", |page| !page.words().contains("现有 0 条"));
    }),
    ("the library", |page| {
        page.go("#/plans");
        page.until("the page's own plan is listed", |page| page.holds("return !!document.querySelector('.plans li')"));
    }),
    ("a plan that is being brought in", |page| {
        page.go("#/plans/new");
        let put = "it.value = given; it.dispatchEvent(new Event('input', { bubbles: true }))";
        let text = "青山县2024年林业工作要点\n\n一、造林\n1.植树造林。春季完成造林2万亩。（牵头单位：县林业局）\n3.防火。组建队伍。";
        page.on("#plan-text", put, &json!(text));
        page.until("it is read", |page| page.holds("return !!document.querySelector('.outline-measure')"));
    }),
    ("a place of it that is to be looked at", |page| {
        page.run("document.querySelector('.remarks').open = true", &json!([]));
        page.on(".steps button:last-child", "it.click()", &json!([]));
        page.until("it is pointed at", |page| page.holds("return !!document.querySelector('.pane .is-here')"));
    }),
    ("a checklist on paper", |page| printed(page, "#/print/unit/市教育局")),
    ("all checklists on paper", |page| {
        printed(page, "#/print/all?of=unit:市醫保局,locality:樂都區");
        page.run("document.querySelectorAll('details').forEach((part) => (part.open = true))", &json!([]));
    }),
    ("the breakdown table on paper", |page| {
        printed(page, "#/print/table/unit/市教育局?reporting&a3");
        page.run("document.querySelectorAll('details').forEach((part) => (part.open = true))", &json!([]));
    }),
    ("the report on paper", |page| printed(page, "#/print/report?section=1")),
    ("the text on paper", |page| printed(page, "#/print/text")),
];

/// Says in the header who this is, by the key of a party, and comes back to the list that was open.
fn identify(page: &Page, who: &str) {
    let address = page.address();
    page.on(".identity", "it.value = given; it.dispatchEvent(new Event('change', { bubbles: true }))", &json!(who));
    page.go(&address);
}

/// Brings up the filters from below, or puts them away: on a phone, for elsewhere they stand there always.
fn show_facets(page: &Page, wanted: bool) {
    let is_so = "const toggle = document.querySelector('.facets-toggle');
        return toggle && (!toggle.getClientRects().length || toggle.getAttribute('aria-expanded') === String(arguments[0]))";
    let button = if wanted { ".facets-toggle" } else { ".facets-close" };
    if page.run(is_so, &json!([wanted])) != true {
        page.on(button, "it.click()", &json!([]));
    }
    page.until("the filters are where they should be", |page| page.run(is_so, &json!([wanted])) == true);
}

fn printed(page: &Page, address: &str) {
    page.go(address);
    page.until_laid_out();
}

/// Shows one scene after the other and has each looked at, with its name and the language it is seen in: once, for after the
/// last some of what was there is gone. In Chromium each is seen in every language, in the other engines in one, another with
/// each scene: what they show is made of the same parts.
pub fn each(page: &Page, mut look: impl FnMut(&str, &str)) {
    for (number, (name, prepare)) in SCENES.into_iter().enumerate() {
        prepare(page);
        page.settle();
        for language in some(page, &LANGUAGES, number) {
            page.speak(language);
            look(name, language);
        }
        page.speak(LANGUAGES[0]);
    }
}

/// All of several ways to see a scene, or one of them where that is enough.
pub fn some<'a>(page: &Page, all: &'a [&'a str], number: usize) -> &'a [&'a str] {
    if page.engine() == Engine::Chromium { all } else { &all[number % all.len()..][..1] }
}
