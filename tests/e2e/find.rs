//! Finding one's measures: by party, by search, by facets.

use crate::page::Page;

#[test]
fn a_unit_finds_all_of_its_tasks_and_nothing_else() {
    let page = Page::open("");
    assert_eq!((page.tasks().len(), page.measures().len()), (22, 129));
    page.choose_party("市教育局");
    page.shows(Page::tasks, ["2", "3", "22"]);
    assert_eq!(page.measures().len(), 17);
    assert!(page.status().contains("市教育局") && page.status().contains("17"), "{}", page.status());
    assert_eq!(page.address(), "#/unit/市教育局");
}
