//! Progress as a file: saved, read back, and refused when it is not one.

use crate::page::Page;
use std::path::Path;

#[test]
fn progress_is_saved_and_read_back() {
    let page = Page::open("#/unit/市教育局");
    page.tick("2.1");
    page.tick("3.2");
    page.click("link", "数据");
    page.click("button", "导出进度");
    let (file, content) = page.saved_file();
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("yaodian-haidong-2021-"), "{name}");
    // It is nobody's report, and says from which copy it is, when it was made and what it says.
    for (said, is_there) in [("\"from\":", false), ("\"copy\":\"", true), ("\"made\":", true), ("\"digest\":\"", true)]
    {
        assert_eq!(content.contains(said), is_there, "{said}: {content}");
    }

    // Read back in another browser, which has progress of its own.
    let another = Page::open("#/unit/市教育局");
    another.tick("22.1");
    another.click("link", "数据");
    another.choose_file(&another.make_file("progress.json", &content));
    another.until("it is looked at first", |page| page.sees("button", "合并 1 个文件"));
    another.click("link", "清单");
    // Nothing is replaced before it is confirmed.
    another.shows(Page::ticked, ["22.1"]);
    another.click("link", "数据");
    another.choose_file(&another.make_file("progress.json", &content));
    another.click("button", "用这个文件替换");
    another.click("button", "替换现有进度");
    another.click("link", "清单");
    another.shows(Page::ticked, ["2.1", "3.2"]);
    another.reload();
    assert_eq!(another.ticked(), ["2.1", "3.2"]);
}

#[test]
fn replacing_can_be_undone() {
    let page = Page::open("#/unit/市教育局");
    page.tick("2.1");
    page.click("link", "数据");
    page.click("button", "导出进度");
    let (_, content) = page.saved_file();
    page.click("link", "清单");
    page.tick("2.2");
    page.click("link", "数据");
    page.choose_file(&page.make_file("progress.json", &content));
    page.click("button", "用这个文件替换");
    page.click("button", "替换现有进度");
    page.click("link", "清单");
    page.shows(Page::ticked, ["2.1"]);
    page.click("button", "撤销");
    page.shows(Page::ticked, ["2.1", "2.2"]);
}

#[test]
fn a_bad_file_changes_nothing_and_says_why() {
    let page = Page::open("#/unit/市教育局");
    page.tick("2.1");
    page.click("link", "数据");
    let kept = page.kept();
    let bad = [
        ("empty.json", "", "是空的"),
        ("cut.json", "{\"format\":\"yaodian-ledger\",\"version\":1,\"pl", "不完整"),
        ("other.json", "{\"format\":\"something-else\",\"version\":1,\"plan\":\"haidong-2021\"}", "不是要点的进度文件"),
        (
            "plan.json",
            "{\"format\":\"yaodian-ledger\",\"version\":1,\"plan\":\"xining-2022\",\"marks\":{}}",
            "另一份工作要点",
        ),
        ("newer.json", "{\"format\":\"yaodian-ledger\",\"version\":9,\"plan\":\"haidong-2021\"}", "更新版本"),
    ];
    for (name, content, why) in bad {
        page.choose_file(&page.make_file(name, content));
        page.until(&format!("{name} is refused with its reason"), |page| page.words().contains(why));
        assert!(!page.sees("button", "合并"), "{name} is offered");
        page.click("button", "取消");
        assert_eq!(page.kept(), kept, "{name} changed something");
    }
    page.click("link", "清单");
    page.shows(Page::ticked, ["2.1"]);
}

#[test]
fn a_file_that_another_program_saved_anew_is_read_and_strangers_in_it_are_named() {
    let page = Page::open("#/unit/市教育局");
    page.click("link", "数据");
    // Saved as GB18030, which the page does not write.
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/progress-gb18030.json");
    page.choose_file(Path::new(fixture));
    page.until("it is read as it was meant", |page| page.words().contains("2.3 市教育局 · 状态：未填报 → 已完成"));
    assert!(!page.words().contains("这份工作要点里没有"), "everybody in it is known");
    page.click("button", "取消");
    let stranger = r#"{"format":"yaodian-ledger","version":2,"plan":"haidong-2021","cleared":0,
        "marks":{"unit:市某局":{"2.3":{"status":[[1632963600000,"done"]]}}}}"#;
    page.choose_file(&page.make_file("stranger.json", stranger));
    page.until("the stranger is counted and named", |page| {
        let words = page.words();
        words.contains("其中 1 条的填报单位或举措，这份工作要点里没有")
            && words.contains("市某局（这份要点里没有）：2.3")
            && !words.contains("unit:")
    });
}
