//! The circle of files: units give their reports back, the coordinator brings them together.

use crate::bring::{drop_files, packed};
use crate::overview::in_one_line;
use crate::page::Page;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A unit ticks, writes of another measure, and gives its report back: the file's name and content.
fn report(unit: &str, ticks: &[&str], (measure, progress): (&str, &str)) -> (String, String) {
    let page = Page::open(&format!("#/unit/{unit}"));
    for tick in ticks {
        page.tick(tick);
    }
    page.toggle_report(measure);
    page.write(measure, "进展", progress);
    page.click("link", "数据");
    page.click("button", "上报：导出");
    let (file, content) = page.saved_file();
    (file.file_name().unwrap().to_string_lossy().into_owned(), content)
}

/// The words of the row of a file on the desk.
fn row(page: &Page, file: &str) -> String {
    let rows = page.texts(".files tbody tr");
    rows.into_iter().find(|row| row.contains(file)).unwrap_or_default()
}

/// Takes the receipt back in whose row these words are.
fn take_back(page: &Page, words: &str) {
    page.run(
        "[...document.querySelectorAll('.receipts li')].find((item) => item.textContent.includes(arguments[0]))
            .querySelector('button').click()",
        &serde_json::json!([words]),
    );
    page.until("it asks", |page| page.words().contains("恢复到收件以前"));
    page.run("document.querySelector('.receipts .is-danger').click()", &serde_json::json!([]));
}

#[test]
fn what_three_units_give_back_becomes_one_ledger() {
    let education = report("市教育局", &["2.1", "3.2"], ("2.2", "已开工2所"));
    let insurance = report("市医保局", &["2.3"], ("2.4", "正在办"));
    let finance = report("市財政局", &["9.1"], ("9.2", "已拨付"));
    assert!(education.0.starts_with("市教育局-進度-20"), "{}", education.0);
    assert!(!education.1.contains("市医保局") && education.1.contains("\"digest\""), "{}", education.1);

    // The office wrote for one unit what it heard on the telephone.
    let office = Page::open("#/unit/市教育局");
    office.toggle_report("2.2");
    office.write("2.2", "进展", "电话说已开工");
    office.click("link", "数据");
    let files = [&education, &insurance, &finance].map(|(name, content)| (name.as_str(), content.as_bytes()));
    drop_files(&office, &[files[0], files[1], files[2], ("坏的.json", b"{")]);
    office.until("all are listed", |page| page.texts(".files .file-name").len() == 4);
    office.until("it is said", |page| page.words().contains("3 个文件可以合并，1 个不能"));
    assert!(row(&office, &education.0).contains("市教育局"), "{}", row(&office, &education.0));
    office.until("it is asked", |page| page.words().contains("1 处不一致"));
    assert!(office.words().contains("已开工2所 — “"), "{}", office.words());
    office.click("button", "合并 3 个文件");
    office.until("it is said", |page| page.words().contains("已合并 3 个文件"));
    office.click("link", "清单");
    office.shows(Page::ticked, ["2.1", "3.2"]);
    office.toggle_report("2.2");
    assert_eq!(office.written("2.2", "进展"), "已开工2所", "the unit's own file is proposed");
    office.choose_party("市医保局");
    office.shows(Page::ticked, ["2.3"]);

    // The same again changes nothing, after a reload as well, and in whatever it is packed.
    office.go("#/data");
    office.reload();
    let kept = |page: &Page| page.kept().into_iter().find(|(key, _)| key.ends_with("/ledger/v4"));
    let before = kept(&office);
    let names = [&education, &insurance, &finance].map(|(name, _)| ["回来的/", name].concat());
    let pack = packed(&[(&names[0], &education.1), (&names[1], &insurance.1), (&names[2], &finance.1)]);
    drop_files(&office, &[("全部.zip", &pack)]);
    office.until("they are known", |page| page.words().matches("已经收过").count() == 3);
    assert_ne!(row(&office, "全部.zip › 市教育局-"), "", "each is named with what it was packed in");
    office.until("it is said", |page| page.words().contains("3 个文件没有新内容。"));
    for button in ["合并", "仅登记收到"] {
        assert!(!office.sees("button", button), "{button} is not offered for what is known");
    }
    office.click("button", "取消");
    assert_eq!(kept(&office), before);
    assert_eq!(office.texts(".receipts .file-name").len(), 3, "a receipt for each file");
    office.click("link", "打印全部回执");
    office.until("they are laid out", |page| page.words().contains("已排好 3 / 3 份 · 共 4 页"));
    office.until("the list of contents stands before them", |page| {
        let printed = page.texts(".sheet:not(.is-measured)").join("\n");
        printed.contains("收件回执目录") && printed.contains("市医保局")
    });
    office.back();

    // One is taken back; the others stay, and so does what was written before.
    take_back(&office, "市教育局");
    office.until("it is said", |page| page.words().contains("已撤回，还原 3 栏"));
    office.go("#/unit/市教育局");
    office.shows(Page::ticked, [""; 0]);
    office.toggle_report("2.2");
    assert_eq!(office.written("2.2", "进展"), "电话说已开工");
    office.choose_party("市医保局");
    office.shows(Page::ticked, ["2.3"]);
    // Which is a step like any other.
    office.click("button", "撤销");
    office.choose_party("市教育局");
    office.shows(Page::ticked, ["2.1", "3.2"]);
}

/// A page has the characters of its own plan alone before it reads anything: a form has others.
#[test]
fn a_form_in_traditional_characters_is_read_in_full() {
    let office = Page::open_with("#/data", |options| options.languages = "zh-TW");
    let form =
        "編碼,填報單位,狀態,進展情況,存在問題,填報日期\r\n2.3,市醫保局,滯後,已辦兩項,檢測設備未到,2021-09-30\r\n";
    let many: Vec<(String, String)> =
        (0..40).map(|n| (format!("{n}.csv"), form.replace("已辦兩項", &format!("已辦{n}項")))).collect();
    let mut files: Vec<(&str, &[u8])> = many.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    drop_files(&office, &files[..1]);
    office.until("it is read", |page| page.words().contains("1 個檔案可以合併"));
    office.until("each cell is listed", |page| {
        let words = page.words();
        ["狀態：未填報 → 滯後", "進展情況：已辦0項", "存在問題：檢測設備未到", "填報日期：2021-09-30"]
            .iter()
            .all(|line| words.contains(line))
    });
    office.click("button", "取消");
    // Many at once come to the desk in their order.
    files.push(("壞的.json", b"{"));
    drop_files(&office, &files);
    office.until("all are there", |page| page.texts(".files .file-name").len() == 41);
    let names: Vec<String> = many.iter().map(|(name, _)| name.clone()).chain(["壞的.json".to_owned()]).collect();
    assert_eq!(office.texts(".files .file-name"), names);
    office.until("one form says it in forty ways", |page| page.words().contains("1 處不一致"));
}

/// Hands a page out to a unit, and gives its name and content.
fn hand_out(page: &Page, unit: &str) -> (String, String) {
    page.go("#/data");
    page.choose("下发对象", unit);
    page.click("button", "下发这一份");
    let (file, content) = page.saved_file();
    (file.file_name().unwrap().to_string_lossy().into_owned(), content)
}

#[test]
fn a_page_is_handed_out_and_opens_at_its_units_list() {
    let office = Page::open("");
    office.tick("2.1");
    let (name, content) = hand_out(&office, "市教育局");
    assert_eq!(name, "要點-市教育局.html");
    // One browser at a time: there are not more than tests that run side by side.
    drop(office);

    let unit = Page::open("");
    unit.load_file(&unit.make_file("handed.html", content));
    unit.until("its list is there", |page| page.measures().len() == 17);
    unit.until("it is said what this is", |page| page.notices().contains("下发给“市教育局”的页面"));
    assert!(unit.row("2.1").contains("已销号"), "the sign-off came along: {}", unit.row("2.1"));
    unit.tick("2.2");
    unit.toggle_report("2.3");
    unit.write("2.3", "进展", "已印发");
    unit.reload();
    unit.until("it is kept", |page| page.is_ticked("2.2"));
    // With the lights the page is drawn once more, with all characters; whatever was pressed before is gone then.
    unit.until("it is lit", |page| page.row("2.2").contains("绿灯"));
    assert!(!unit.notices().contains("下发"), "which is said once: {}", unit.notices());
    unit.click("link", "数据");
    unit.shows(Page::address, "#/data");
    // Wherever one is in it, it is that unit's page.
    unit.reload();
    unit.click("button", "上报：导出 市教育局-進度-");
    let (_, content) = unit.saved_file();
    unit.click("link", "清单");
    unit.shows(Page::address, "#/unit/市教育局");
    // The page knows who it is, so what is another's can be read only.
    unit.choose_party("全市统筹");
    unit.until("it can be read only", |page| page.words_of("list").contains("市教育局在此只能查看"));
    drop(unit);

    let office = Page::open("#/data");
    drop_files(&office, &[("市教育局.json", content.as_bytes())]);
    office.click("button", "合并 1 个文件");
    office.until("it is said", |page| page.words().contains("新增填报 2 条"));
    office.go("#/unit/市教育局");
    office.shows(Page::ticked, ["2.2"]);
}

#[test]
fn a_handed_out_page_hands_out_again_and_newer_ones_are_told() {
    let office = Page::open("");
    let (_, content) = hand_out(&office, "市教育局");
    drop(office);
    let unit = Page::open("");
    let first = unit.make_file("first.html", content);
    unit.load_file(&first);
    unit.until("its list is there", |page| page.measures().len() == 17);
    unit.tick("2.2");
    // Made of the page that is open, with another view in it.
    let (_, content) = hand_out(&unit, "市教育局");
    let second = unit.make_file("second.html", content);
    unit.load_file(&second);
    // Whoever opens the newer one, and then the older, hears which is which, and keeps what was reported.
    unit.until("it is newer", |page| page.notices().contains("您以前的填报均已保留"));
    unit.load_file(&first);
    unit.until("it is older", |page| page.notices().contains("较新文件"));
    unit.until("it is kept", |page| page.is_ticked("2.2"));
}

/// A plan that is here already is opened where it is, with what the coordinator settled and what was reported here.
#[test]
fn a_plan_file_brings_what_the_coordinator_settled() {
    let office = Page::open("");
    office.tick("2.1");
    office.go("#/data");
    office.choose("下发内容", "要点文件（.json）");
    let (name, content) = hand_out(&office, "市教育局");
    assert!(name.ends_with("-市教育局.plan.json"), "{name}");
    drop(office);

    let unit = Page::open("#/unit/市教育局");
    unit.tick("2.2");
    unit.go("#/plans/new");
    drop_files(&unit, &[("plan.json", content.as_bytes())]);
    unit.click("button", "保存并打开清单");
    unit.until("it is open", |page| page.notices().contains("已随这份要点一并读入"));
    unit.go("#/unit/市教育局");
    unit.shows(Page::ticked, ["2.2"]);
    assert!(unit.row("2.1").contains("已销号"), "{}", unit.row("2.1"));
}

/// What the overview says of a party, in its matrix.
fn of_party(page: &Page, party: &str) -> String {
    page.texts(".matrix tbody tr").into_iter().find(|row| row.starts_with(party)).unwrap_or_default()
}

#[test]
fn what_goes_out_to_all_comes_back_in_every_form_and_is_counted() {
    let office = Page::open("");
    office.go("#/data");
    office.click("button", "下发全部 37 个单位");
    let (_, pack) = office.saved_bytes(".zip");
    drop(office);
    let mut pack = ZipArchive::new(Cursor::new(pack)).expect("a pack");
    assert_eq!(pack.len(), 37 * 2 + 2);
    let mut taken_out = |name: &str| {
        let mut content = Vec::new();
        pack.by_name(name).expect(name).read_to_end(&mut content).expect("content");
        content
    };
    // One unit reports in the page that it was given, as a file; one in that page as a form; one has only a table.
    let (page, other) = (taken_out("要點-市教育局.html"), taken_out("要點-市醫保局.html"));
    assert!(taken_out("填報表-市財政局.xlsx").starts_with(b"PK"));
    let unit = Page::open("");
    unit.load_file(&unit.make_file("one.html", page));
    unit.until("its list is there", |page| page.measures().len() == 17);
    unit.tick("2.1");
    unit.tick("2.2");
    unit.click("link", "数据");
    unit.click("button", "上报：导出");
    let (name, report) = unit.saved_bytes(".json");
    let name = name.file_name().expect("a name").to_string_lossy().into_owned();
    unit.load_file(&unit.make_file("other.html", other));
    unit.until("its list is there", |page| page.words().contains("市医保局") && page.tasks() == ["2"]);
    unit.tick("2.4");
    unit.click("link", "数据");
    unit.click("button", "或导出填报表");
    let (_, form) = unit.saved_bytes(".xlsx");
    drop(unit);
    let table = "编码,填报单位,状态,存在问题\n9.1,市財政局,滞后,资金未到位\n";

    let office = Page::open("#/data");
    let files = [(name.as_str(), &report[..]), ("医保.xlsx", &form[..]), ("财政.csv", table.as_bytes())];
    drop_files(&office, &files);
    office.click("button", "合并 3 个文件");
    office.until("it is said", |page| page.words().contains("已合并 3 个文件：新增填报 4 条"));
    office.go("#/overview");
    let counted = |page: &Page| {
        let words = in_one_line(page);
        ["各方填报 4", "有单位滞后 1", "未填报 125"].map(|figure| (figure, words.contains(figure)))
    };
    office.shows(counted, [("各方填报 4", true), ("有单位滞后 1", true), ("未填报 125", true)]);
    assert!(of_party(&office, "市教育局").ends_with("2/17"), "{}", of_party(&office, "市教育局"));
    office.go("#/print/report");
    office.until("the report says the same", |page| {
        // Not every engine has the words of sheets that are out of view as those that are seen.
        let words =
            "return [...document.querySelectorAll('.sheet:not(.is-measured)')].map((it) => it.textContent).join()";
        let printed = page.text(words, &serde_json::json!([]));
        printed.contains("各方填报 4 条") && printed.contains("未填报 125 条")
    });

    // The same again changes nothing, and one taken back takes along only its own.
    office.go("#/data");
    drop_files(&office, &files);
    office.until("it is said", |page| page.words().contains("3 个文件没有新内容。"));
    office.click("button", "取消");
    take_back(&office, "医保.xlsx");
    office.until("it is said", |page| page.words().contains("已撤回"));
    office.go("#/overview");
    office.until("it is no longer counted", |page| {
        let words = in_one_line(page);
        words.contains("各方填报 3") && words.contains("未填报 126")
    });
}

#[test]
fn a_form_goes_out_and_a_table_comes_back() {
    let office = Page::open("");
    office.go("#/data");
    office.choose("下发对象", "市教育局");
    office.choose("下发内容", "填报表（.xlsx）");
    office.click("button", "下发这一份");
    office.until("it is made", |page| page.words().contains("已生成"));
    // Half of it is not understood, and stays out.
    let table = "编码,举措,填报单位,状态,进展情况\n2.1,,市教育局,已完成,已开工\n2.2,,市教育局,差不多,\n";
    drop_files(&office, &[("市教育局.csv", table.as_bytes())]);
    office.until("it is read", |page| page.words().contains("1 处无法识别"));
    office.click("button", "合并 1 个文件");
    office.until("it is said", |page| page.words().contains("已合并 1 个文件"));
    office.go("#/unit/市教育局");
    office.shows(Page::ticked, ["2.1"]);
}
