//! The site without a network, and when it has a new version.

use serde_json::json;

use crate::host::Host;
use crate::page::Page;
use crate::webdriver::Engine;

/// A page of this host, once the browser keeps it.
fn kept(host: &Host) -> Page {
    let page = Page::open("");
    page.visit(&host.address);
    page.until("the browser keeps the site", |page| {
        page.run("return !!navigator.serviceWorker.controller", &json!([])) == true
    });
    page
}

/// The first tick, with which the rest of the program comes: whoever goes away meanwhile stops that.
fn tick_first(page: &Page, measure: &str) {
    page.tick(measure);
    page.until("the rest is there", |page| page.holds("return !!document.getElementById('lazy-styles')"));
}

#[test]
fn after_the_first_visit_all_of_it_works_without_a_network() {
    let mut host = Host::of_the_site("offline");
    let page = kept(&host);
    tick_first(&page, "2.1");
    assert!(!page.notices().contains("有新版本"), "the first version is no newer one");
    host.close();

    // Not by the driver's “reload”, which in Firefox goes past what is kept.
    page.visit(&host.address);
    assert!(page.is_ticked("2.1"));
    page.tick("2.2");
    // Views that were never open before.
    for (view, words) in [("总览", "按责任单位和县区"), ("原文", "为持续推进我市新型城镇化"), ("打印", "第 1 页")]
    {
        page.click("link", view);
        page.until(words, |page| page.words().contains(words));
    }
    page.visit(&format!("{}index.html?from=mail#/unit/市教育局", host.address));
    assert_eq!(page.measures().len(), 17);
}

/// How often a host was asked for each file of the program: their names have a hash.
fn times_asked(host: &Host) -> [usize; 3] {
    [".js", "_bg.wasm", "_split_lazy.wasm"]
        .map(|end| host.times_asked(&|path| path.contains("/yaodian-") && path.ends_with(end)))
}

#[test]
fn a_first_visit_asks_for_the_program_once() {
    for header in ["Cache-Control: max-age=31536000, immutable\r\n", ""] {
        let mut host = Host::with_header("once", header);
        let page = kept(&host);
        // The driver of WebKit lets it keep nothing on the disk: it asks again even for what the page itself uses twice.
        let most = if page.engine() == Engine::WebKit { [2, 3, 1] } else { [1, 1, 1] };
        let times = times_asked(&host);
        assert!(times.iter().zip(most).all(|(times, most)| (1..=most).contains(times)), "{times:?} with “{header}”");
        host.close();
        page.visit(&host.address);
        page.click("link", "总览");
        page.until("the overview is there", |page| page.words().contains("按责任单位和县区"));
    }
}

#[test]
fn where_a_host_lets_nothing_be_cached_the_site_is_kept_all_the_same() {
    let mut host = Host::with_header("uncached", "Cache-Control: no-store\r\n");
    let page = kept(&host);
    if page.engine() != Engine::WebKit {
        assert_eq!(times_asked(&host), [2, 2, 1], "once for the page, once to keep it");
    }
    host.close();
    page.visit(&host.address);
    page.tick("2.1");
    page.click("link", "总览");
    page.until("the overview is there", |page| page.words().contains("按责任单位和县区"));
}

#[test]
fn a_new_version_is_offered_and_takes_nothing_away() {
    let host = Host::of_the_site("renewed");
    let page = kept(&host);
    tick_first(&page, "2.1");
    host.rewrite("index.html", "<html lang=", "<html data-second lang=");
    host.rewrite("sw.js", "const VERSION = \"", "const VERSION = \"second ");
    let is_second = |page: &Page| page.holds("return document.documentElement.hasAttribute('data-second')");

    // It is offered, and what is open stays as it is.
    page.visit(&host.address);
    page.until("the new version is offered", |page| page.notices().contains("有新版本"));
    assert!(!is_second(&page), "it was forced");
    page.tick("2.2");
    page.toggle_report("2.3");
    page.write("2.3", "进展", "写到一半");
    let (first, second) = page.open_second_tab_at(&host.address);
    page.until("it is offered there, too", |page| page.notices().contains("有新版本"));

    // Taken in one window, it leaves the other alone.
    page.look_at(&first);
    page.scroll_to_top();
    page.click("button", "更新");
    page.until("the new version is there", is_second);
    page.until_there();
    page.shows(Page::ticked, ["2.1", "2.2"]);
    page.toggle_report("2.3");
    assert_eq!(page.written("2.3", "进展"), "写到一半");
    assert!(!page.notices().contains("有新版本"), "it is offered again: {}", page.notices());
    page.look_at(&second);
    assert!(!is_second(&page), "another window was loaded anew");
    page.tick("3.1");
    page.click("link", "总览");
    page.until("its second part comes from the version before", |page| page.words().contains("按责任单位和县区"));
    page.click("button", "更新");
    page.until("the other window takes it when its person wants", is_second);
}

/// What the page says of itself to be installed: the icons that are not as they are said to be, and where it starts.
const MANIFEST: &str = r#"
    const link = document.querySelector("link[rel=manifest]").href;
    const load = (icon) => new Promise((done) => {
        const image = new Image();
        image.onload = () => done([`${image.naturalWidth}x${image.naturalHeight}`, "any"].includes(icon.sizes) ? "" : icon.src);
        image.onerror = () => done(icon.src);
        image.src = new URL(icon.src, link);
    });
    return fetch(link).then((file) => file.json()).then((manifest) =>
        Promise.all(manifest.icons.map(load)).then((wrong) => [
            wrong.filter((name) => name),
            manifest.icons.length,
            new URL(manifest.start_url, link).href === location.origin + "/",
            new URL(manifest.scope, link).href === location.origin + "/",
            manifest.display,
        ]));
"#;

#[test]
fn the_site_can_be_installed() {
    let host = Host::of_the_site("installed");
    let page = kept(&host);
    assert_eq!(page.run(MANIFEST, &json!([])), json!([[], 4, true, true, "standalone"]));
    if page.engine() == Engine::Chromium {
        assert_eq!(page.hindrances_to_installing(), json!([]));
    }
}
