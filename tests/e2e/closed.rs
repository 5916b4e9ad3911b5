//! What the page does not let happen: nothing runs but its own program, nothing goes anywhere, and what people wrote stays text.

use std::io::Read;
use std::net::{Ipv4Addr, TcpListener};

use serde_json::json;

use crate::page::Page;

/// Text that a browser would run if it took it for a part of the page.
const HOSTILE: &str = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>&amp;\"'";

#[test]
fn nothing_runs_but_the_pages_own_program() {
    let mut page = Page::open("");
    page.tolerate_complaints();
    // Later, in the page's own time: what a driver runs is let do more.
    page.run(
        "const attempt = (what, act) => { try { act(); } catch { tried.push(what); } };
        window.tried = [];
        setTimeout(() => {
            attempt('a text evaluated', () => window.eval('window.ran = 1'));
            attempt('a function of text', () => new window.Function('window.ran = 1')());
            attempt('a text run later', () => window.setTimeout('window.ran = 1', 0));
            attempt('a script put in', () => {
                const script = document.createElement('script');
                script.textContent = 'window.ran = 1';
                document.body.append(script);
            });
            attempt('a handler in an attribute', () => {
                const button = document.createElement('button');
                button.setAttribute('onclick', 'window.ran = 1');
                document.body.append(button);
                button.click();
                button.remove();
            });
            attempt('an address that is a script', () => { location.href = 'javascript:window.ran = 1'; });
            setTimeout(() => tried.push('all'), 50);
        }, 0);",
        &json!([]),
    );
    page.until("all was tried", |page| page.run("return tried.includes('all')", &json!([])) == true);
    let tried = page.text("return tried.join()", &json!([]));
    assert!(tried.starts_with("a text evaluated,a function of text"), "{tried}");
    assert_eq!(page.run("return window.ran === undefined", &json!([])), true, "something ran; refused were {tried}");
    // The page goes on.
    page.tick("2.1");
    assert_eq!(page.run("return window.ran === undefined", &json!([])), true);
}

#[test]
fn nothing_can_be_sent_anywhere() {
    let somebody = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    somebody.set_nonblocking(true).unwrap();
    let elsewhere = format!("{}/", somebody.local_addr().unwrap());
    let mut page = Page::open("");
    page.tolerate_complaints();
    page.expect_requests_to(&format!("http://{elsewhere}"));
    page.run(
        "window.refused = [];
        addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
        const elsewhere = `http://${arguments[0]}`;
        fetch(elsewhere).catch(() => {});
        new Image().src = elsewhere;
        try { new WebSocket(`ws://${arguments[0]}`); } catch {}
        navigator.sendBeacon?.(elsewhere, 'x');
        const put = (tag, name, value) => {
            const element = document.createElement(tag);
            element[name] = value;
            document.body.append(element);
            return element;
        };
        put('iframe', 'src', elsewhere);
        put('style', 'textContent', `body { background: url(${elsewhere}) }`);
        const form = put('form', 'action', elsewhere);
        try { form.submit(); } catch {}",
        &json!([elsewhere]),
    );
    let refused = |page: &Page| {
        let list = page.run("return [...new Set(refused)].sort()", &json!([]));
        let list = list.as_array().cloned().unwrap_or_default();
        list.iter().map(|directive| directive.as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    for directive in ["connect-src", "form-action", "frame-src", "img-src", "style-src-elem"] {
        page.until(&format!("{directive} refuses it"), |page| refused(page).iter().any(|name| name == directive));
    }
    // Browsers open connections on suspicion; nothing may be said on them.
    while let Ok((mut stream, _)) = somebody.accept() {
        let mut said = String::new();
        stream.set_nonblocking(true).unwrap();
        let _ = stream.read_to_string(&mut said);
        assert_eq!(said, "", "this was sent");
    }
}

#[test]
fn what_people_wrote_stays_text() {
    let page = Page::open("#/unit/市教育局");
    // In a report,
    page.toggle_report("2.1");
    page.write("2.1", "进展", HOSTILE);
    page.write("2.1", "问题", HOSTILE);
    page.shows(|page| page.written("2.1", "进展"), HOSTILE);
    // in the search,
    page.search(HOSTILE);
    page.until("the search is for these words", |page| page.words().contains("没有"));
    // and so on every view that shows them.
    for address in ["#/overview", "#/print/unit/市教育局", "#/print/report/unit/市教育局", "#/"] {
        page.go(address);
        page.until("what was written is shown", |page| {
            address == "#/"
                || page.text("return document.querySelector('main').textContent", &json!([])).contains("onerror=")
        });
        assert_untaken(&page);
    }
    // In an address,
    for address in [
        "#/unit/<img src=x onerror=\"document.title='taken'\">",
        "#/?q=<script>document.title='taken'</script>",
        "#/unit/市教育局?section=<b>1</b>&status=\"><img src=x onerror=alert(1)>",
        "#m<b>2</b>",
        "#/%3Cimg%20src=x%20onerror=%22document.title='taken'%22%3E",
        "#javascript:document.title='taken'",
    ] {
        page.go(address);
        assert_untaken(&page);
    }
}

#[test]
fn what_a_file_says_stays_text() {
    let page = Page::open("#/unit/市教育局");
    page.toggle_report("2.1");
    page.write("2.1", "进展", "写什么");
    page.go("#/data");
    page.click("button", "导出进度");
    let (_, content) = page.saved_file();
    // Where it was written, it would contradict what stands there.
    let page = Page::open("#/data");
    let hostile = json!(HOSTILE).to_string();
    let file = page.make_file(&format!("{}.json", "x'><img src=x>"), content.replace("\"写什么\"", &hostile));
    page.choose_file(&file);
    page.click("button", "合并 1 个文件");
    page.go("#/unit/市教育局");
    page.toggle_report("2.1");
    assert_eq!(page.written("2.1", "进展"), HOSTILE);
    assert_untaken(&page);
    // A file that is no progress file at all, and says so in its words.
    page.go("#/data");
    page.choose_file(&page.make_file("broken.json", HOSTILE));
    page.until("it is refused", |page| page.words().contains("broken.json"));
    assert_untaken(&page);
}

/// Nothing of it became a part of the page.
fn assert_untaken(page: &Page) {
    let parts = "return [document.title.includes('taken'), document.querySelectorAll('#app img, #app script, [onerror]').length]";
    assert_eq!(page.run(parts, &json!([])), json!([false, 0]), "at {}", page.address());
}
