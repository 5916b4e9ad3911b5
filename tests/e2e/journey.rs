//! A day's work with the page, in every engine: from the site, and from the one file on a disk.

use serde_json::json;

use crate::page::Page;

#[test]
fn a_clerk_finds_the_units_measures_ticks_them_and_prints_the_list() {
    let page = Page::open("");
    assert_eq!(page.measures().len(), 129);
    page.choose_party("市教育局");
    page.until("its list is there", |page| page.measures().len() == 17);
    page.tick("2.1");
    page.toggle_report("2.2");
    page.write("2.2", "进展", "已印发实施方案。");
    page.search("网络");
    page.shows(Page::measures, ["3.4", "22.1"]);
    page.until("the address says it, too", |page| page.address().contains("网络"));
    page.reload();
    page.shows(Page::measures, ["3.4", "22.1"]);

    // What was ticked and written is there again, and on paper.
    page.go("#/print/unit/市教育局");
    page.until_laid_out();
    let sheets = "return [...document.querySelectorAll('.desk .sheet')].map((sheet) => sheet.textContent).join()";
    let sheets = page.text(sheets, &json!([]));
    assert!(sheets.contains("第 1 页 共") && sheets.contains("已印发实施方案。"), "{sheets}");
    assert_eq!(sheets.matches('√').count() - sheets.matches("√ 已完成").count(), 1);

    // Every other view is there, too.
    for (address, words) in [
        ("#/overview", "按责任单位和县区"),
        ("#/read", "为持续推进我市新型城镇化"),
        ("#/data", "导出进度"),
        ("#/unit/市教育局", "推动基本公共服务全覆盖"),
    ] {
        page.go(address);
        page.until(words, |page| page.words().contains(words));
    }
    assert!(page.is_ticked("2.1"));

    // Whatever was fetched came from where the page did; the one file fetches nothing.
    let fetched = page.run(
        "return performance.getEntriesByType('resource').map((entry) => entry.name)
            .filter((name) => location.protocol === 'file:' || !name.startsWith(location.origin))",
        &json!([]),
    );
    assert_eq!(fetched, json!([]));
}
