//! What a person does with the page and sees of it, as a vocabulary for the tests.
//!
//! Parts of the page are found by what they are (a button, a checkbox) and the words they carry, not by how the page is
//! built. Whatever takes a moment is waited for by its condition.

use std::cell::{Cell, RefCell};
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::host::Host;
use crate::paper::Paper;
use crate::picture::Picture;
use crate::webdriver::{Asked, Element, Engine, Failure, Options, Session, variable};

/// How long anything on the page may take before it counts as not happening: long, for the machine may be busy otherwise.
const PATIENCE: Duration = Duration::from_mins(1);

/// How often a condition is looked at.
const GLANCE: Duration = Duration::from_millis(20);

/// Keys without a character, as the driver numbers them.
pub mod keys {
    pub const CONTROL: &str = "\u{e009}";
    pub const SHIFT: &str = "\u{e008}";
    pub const ENTER: &str = "\u{e007}";
    pub const TAB: &str = "\u{e004}";
    pub const SPACE: &str = " ";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const BACKSPACE: &str = "\u{e003}";
    pub const RIGHT: &str = "\u{e014}";
    pub const DOWN: &str = "\u{e015}";
}

/// Finds what is seen, has a role, and has these words in its name: `arguments` are role, words, and
/// the selector of where to look.
const FIND: &str = r#"
    const [role, words, within] = arguments;
    const kinds = {
        button: "button, [role=button]",
        checkbox: "input[type=checkbox]",
        combobox: "[role=combobox]",
        heading: "h1, h2, h3, h4",
        link: "a[href]",
        listbox: "select",
        option: "[role=option]",
        radio: "input[type=radio]",
        searchbox: "input[type=search]",
        textbox: "textarea, input[type=text], input[type=date]",
    };
    const plain = (text) => (text || "").replace(/\s+/g, "");
    const name = (element) =>
        plain(element.getAttribute("aria-label"))
        || plain([...(element.labels || [])].map((label) => label.innerText).join(""))
        || plain(element.innerText)
        || plain(element.title);
    const seen = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
    const fits = [...(within ? document.querySelector(within) : document).querySelectorAll(kinds[role])]
        .filter((element) => seen(element) && name(element).includes(plain(words)));
    return fits.find((element) => name(element) === plain(words)) || fits[0] || null;
"#;

/// The words, the width and the height in mm of every sheet that would be printed.
const AS_PRINTED: &str = r#"
    const mm = (pixels) => pixels / 96 * 25.4;
    const sheets = [...document.querySelectorAll(".desk .sheet")];
    if (sheets.length > 0) {
        return JSON.stringify(sheets.map((sheet) => [sheet.textContent, mm(sheet.offsetWidth), mm(sheet.offsetHeight)]));
    }
    const changed = [];
    const change = (rules) => {
        for (const rule of rules) {
            if (rule instanceof CSSMediaRule) {
                const media = rule.media.mediaText;
                changed.push([rule.media, media]);
                rule.media.mediaText = media.includes("print") ? "all" : media.includes("screen") ? "not all" : media;
            }
            if (rule.cssRules) change(rule.cssRules);
        }
    };
    for (const sheet of document.styleSheets) change(sheet.cssRules);
    const words = document.body.innerText;
    for (const [rule, media] of changed) rule.mediaText = media;
    return JSON.stringify([[words, 210, 297]]);
"#;

/// The page in a browser of its own, with nothing kept from before.
pub struct Page {
    session: Session,
    options: Options,
    /// Where the page is served.
    site: String,
    /// What serves it, if that is not the site itself.
    host: Option<Host>,
    test: String,
    /// Whether complaints in the console are expected, and so do not fail the test.
    tolerant: bool,
    /// Other places than the site's own that the test went to.
    places: RefCell<Vec<String>>,
}

impl Page {
    /// Opens an address of the page, such as `#/read`, in a browser that asks for simplified Chinese.
    pub fn open(address: &str) -> Self {
        Self::open_with(address, |_| {})
    }

    /// The same in a browser that differs from a plain one.
    pub fn open_with(address: &str, differ: impl FnOnce(&mut Options)) -> Self {
        let mut page = Self::start(differ);
        let asks = page.asks_for();
        if !asks.is_empty() {
            page.alter(&asks);
        }
        page.go(address);
        page
    }

    /// A browser to which the page comes with a script before all of its own. It goes nowhere yet.
    pub fn altered(script: &str) -> Self {
        Self::altered_with(script, |_| {})
    }

    /// The same in a browser that differs from a plain one.
    pub fn altered_with(script: &str, differ: impl FnOnce(&mut Options)) -> Self {
        let mut page = Self::start(differ);
        let asks = page.asks_for();
        page.alter(&[&asks, script].concat());
        page
    }

    /// What lets the browser ask for the languages that it is to ask for, where it does not by itself.
    fn asks_for(&self) -> String {
        let languages = self.options.languages;
        if self.engine() != Engine::WebKit || languages == "zh-CN" {
            return String::new();
        }
        // It asks for those of the machine, which has mostly none.
        let asks = "Object.defineProperty(navigator, 'languages', { value: [LANGUAGES] });";
        asks.replace("LANGUAGES", &json!(languages).to_string())
    }

    fn alter(&mut self, script: &str) {
        let host = Host::altered(&self.test, script);
        self.site.clone_from(&host.address);
        self.host = Some(host);
    }

    /// A browser that differs from a plain one. It goes nowhere yet.
    pub fn start(differ: impl FnOnce(&mut Options)) -> Self {
        let test = thread::current().name().unwrap_or("test").replace("::", "-");
        let downloads = folder().join("downloads").join(&test);
        // What an earlier run saved is not what this one saves.
        let _ = fs::remove_dir_all(&downloads);
        fs::create_dir_all(&downloads).unwrap();
        let mut options = Options::plain(downloads);
        differ(&mut options);
        let session = Session::start(&options);
        let site = variable("YAODIAN_URL");
        Self { session, options, site, host: None, test, tolerant: false, places: RefCell::default() }
    }

    /// The engine it runs in.
    pub fn engine(&self) -> Engine {
        self.session.engine()
    }

    /// Goes to an address of the page and waits until the page shows it.
    pub fn go(&self, address: &str) {
        // Where only the part behind `#` is another one, the page is not loaded anew, and hears of it a moment later.
        let expect = "const to = new URL(arguments[0], location.href), from = new URL(location.href);
            window.arrived = !to.hash || to.hash === from.hash || to.href.split('#')[0] !== from.href.split('#')[0];
            if (!window.arrived) addEventListener('hashchange', () => (window.arrived = true), { once: true })";
        self.run(expect, &json!([format!("{}{address}", self.site)]));
        self.load(address);
        self.until_there();
    }

    /// Loads an address of the page, whether the page then works or not.
    pub fn load(&self, address: &str) {
        self.post("url", &json!({ "url": format!("{}{address}", self.site) }));
    }

    /// Goes to the page where another host has it.
    pub fn visit(&self, address: &str) {
        self.expect_requests_to(address);
        self.post("url", &json!({ "url": address }));
        self.until_there();
    }

    /// Goes to a page of another host that is not drawn by the program.
    pub fn load_elsewhere(&self, address: &str) {
        self.expect_requests_to(address);
        self.post("url", &json!({ "url": address }));
    }

    /// Loads a page from the disk, whether it then works or not.
    pub fn load_file(&self, file: &Path) {
        let address = format!("file://{}", file.display());
        self.expect_requests_to(&address);
        self.post("url", &json!({ "url": address }));
    }

    /// The test itself lets the page ask for something there.
    pub fn expect_requests_to(&self, place: &str) {
        self.places.borrow_mut().push(place.to_owned());
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        self.post("refresh", &json!({}));
        self.until_there();
    }

    /// The browser's button.
    pub fn back(&self) {
        self.post("back", &json!({}));
    }

    /// The browser's button.
    pub fn forward(&self) {
        self.post("forward", &json!({}));
    }

    /// Waits until the page is drawn by its program.
    pub fn until_there(&self) {
        // A view that is still to come is one line that says so.
        let there = "const main = document.querySelector('#app:not([data-prerendered]) main');
            return window.arrived !== false && !!main && !main.querySelector(':scope > p[role=status]:only-child')";
        self.until("the page is there", |page| page.holds(there));
    }

    /// The address after the page's own: `#/unit/市教育局`.
    pub fn address(&self) -> String {
        self.text("return decodeURIComponent(location.hash)", &json!([]))
    }

    // ── Tabs ────────────────────────────────────────────────────────────────────────────────────────────────────

    /// Opens the page in a second tab of the same browser and goes there. Gives back the two tabs.
    pub fn open_second_tab(&self, address: &str) -> (Tab, Tab) {
        self.open_second_tab_at(&format!("{}{address}", self.site))
    }

    /// The same with the page of another host.
    pub fn open_second_tab_at(&self, address: &str) -> (Tab, Tab) {
        let first = Tab(self.session.get("window").unwrap());
        let second = Tab(self.post("window/new", &json!({ "type": "tab" }))["handle"].clone());
        self.look_at(&second);
        self.visit(address);
        (first, second)
    }

    /// Goes to a tab.
    pub fn look_at(&self, tab: &Tab) {
        self.post("window", &json!({ "handle": tab.0 }));
    }

    /// Goes to the tab that a link has just opened.
    pub fn look_at_new_tab(&self) {
        let own = self.session.get("window").unwrap();
        let other = self.wait_for("there is another tab", |page| {
            let tabs = page.session.get("window/handles").ok()?;
            tabs.as_array()?.iter().find(|tab| **tab != own).cloned()
        });
        self.look_at(&Tab(other));
    }

    // ── Finding and doing ───────────────────────────────────────────────────────────────────────────────────────

    /// Whether such a thing is seen now.
    pub fn sees(&self, role: &str, words: &str) -> bool {
        self.look_for(role, words).is_some()
    }

    fn look_for(&self, role: &str, words: &str) -> Option<Element> {
        match self.session.run(FIND, &json!([role, words])) {
            Ok(found) => Element::from(&found),
            // It was drawn anew before the driver could hand it out.
            Err(failure) if failure.contains("stale element") => None,
            Err(failure) => panic!("a script failed: {failure}"),
        }
    }

    fn find(&self, role: &str, words: &str) -> Element {
        self.wait_for(&format!("a {role} “{words}”"), |page| page.look_for(role, words))
    }

    /// Clicks the thing with these words, as soon as it is there.
    pub fn click(&self, role: &str, words: &str) {
        let what = format!("the {role} “{words}” can be clicked");
        self.act(&what, |page| page.session.click(&page.find(role, words)));
    }

    /// Does something with a part of the page. What is found may be drawn anew before the driver comes to it; it is then
    /// looked for again.
    fn act(&self, what: &str, act: impl Fn(&Self) -> Result<(), Failure>) {
        let deadline = Instant::now() + PATIENCE;
        while let Err(failure) = act(self) {
            assert!(Instant::now() < deadline, "waited in vain: {what}: {failure}");
            thread::sleep(GLANCE);
        }
    }

    /// Takes an entry of a drop-down list. Where the keys come so slowly that the list takes them for beginnings of other entries, they are
    /// pressed again.
    pub fn choose(&self, list: &str, entry: &str) {
        self.act(entry, |page| {
            let field = page.find("listbox", list);
            page.session.type_into(&field, entry)?;
            let chosen = "return arguments[0].selectedOptions?.[0]?.textContent ?? null";
            match page.session.run(chosen, &json!([field.as_argument()])) {
                Ok(Value::String(other)) if !other.contains(entry) => Err("another entry was taken".into()),
                _ => Ok(()),
            }
        });
    }

    /// Moves the pointer out of the list, to the top of the window.
    pub fn move_pointer_away(&self) {
        self.session.point_at(2, 2).unwrap();
    }

    /// Scrolls to the top of the page.
    pub fn scroll_to_top(&self) {
        self.run("scrollTo(0, 0)", &json!([]));
    }

    /// Presses keys together.
    pub fn press(&self, keys: &[&str]) {
        self.session.press(keys).unwrap();
    }

    /// Takes back what was typed where the focus is, as the browser does it by itself.
    pub fn undo_typing(&self) {
        self.press(&[keys::CONTROL, "z"]);
        if self.engine() == Engine::WebKit {
            // Which keys mean this is not known to the browser, but to what it is built into, and a driver goes around that.
            self.run("document.execCommand('undo')", &json!([]));
        }
    }

    /// Types where the focus is.
    pub fn type_text(&self, text: &str) {
        for key in text.chars() {
            self.press(&[&key.to_string()]);
        }
    }

    /// The text of the part of the page that has the focus, or its name.
    pub fn focused(&self) -> String {
        self.text("const f = document.activeElement; return f.id || f.innerText || f.tagName", &json!([]))
    }

    /// The id of what has the focus.
    pub fn focused_id(&self) -> String {
        self.text("return document.activeElement.id", &json!([]))
    }

    /// What a screen reader is told of an element: its role and its name.
    pub fn role_and_name(&self, selector: &str) -> (String, String) {
        let found = self.run("return document.querySelector(arguments[0])", &json!([selector]));
        let element = Element::from(&found).unwrap_or_else(|| panic!("there is no {selector}"));
        (self.session.ask_of(&element, "computedrole"), self.session.ask_of(&element, "computedlabel"))
    }

    // ── The checklist ───────────────────────────────────────────────────────────────────────────────────────────

    /// Opens the checklist of a party: types its name into the selector and takes the entry of that name.
    pub fn choose_party(&self, name: &str) {
        self.click("combobox", "");
        self.act("the selector can be emptied", |page| page.session.clear(&page.find("combobox", "")));
        self.act("the selector can be typed into", |page| page.session.type_into(&page.find("combobox", ""), name));
        // Some drivers return while what they typed is still on its way, letter by letter, and the list narrows under the pointer.
        let narrowed = "return document.querySelector('[role=combobox]').value === arguments[0]
            && document.querySelector('[role=option]').innerText.includes(arguments[0])";
        self.until("the name is typed and the list narrowed to it", |page| {
            page.session.run(narrowed, &json!([name])).is_ok_and(|value| value == true)
        });
        self.click("option", name);
        self.until("the list of parties is closed", |page| !page.sees("option", ""));
    }

    /// The entries of the selector, each as it is read: `市教育局 0/17`.
    pub fn parties(&self) -> Vec<String> {
        self.click("combobox", "责任单位");
        self.find("option", "");
        let entries = self.texts("[role=option]");
        self.press(&[keys::ESCAPE]);
        entries
    }

    /// Types into the search, in place of what is there.
    pub fn search(&self, words: &str) {
        self.act("the search can be emptied", |page| page.session.clear(&page.find("searchbox", "")));
        self.act("the search can be typed into", |page| page.session.type_into(&page.find("searchbox", ""), words));
    }

    /// Whether a facet is switched on, and how many measures it says it would show.
    pub fn facet(&self, name: &str) -> (bool, usize) {
        let script = "return [arguments[0].checked, arguments[0].labels[0].innerText.match(/\\d+\\s*$/)?.[0].trim()]";
        self.wait_for(&format!("the facet “{name}” says how many it shows"), |page| {
            let seen = page.session.run(script, &json!([page.find_facet(name).as_argument()])).ok()?;
            Some((seen[0] == true, seen[1].as_str()?.parse().ok()?))
        })
    }

    /// Switches a facet on or off.
    pub fn toggle_facet(&self, name: &str) {
        self.act(&format!("the facet “{name}” can be clicked"), |page| page.session.click(&page.find_facet(name)));
    }

    fn find_facet(&self, name: &str) -> Element {
        self.wait_for(&format!("a facet “{name}”"), |page| {
            let of = |role: &str| Element::from(&page.run(FIND, &json!([role, name, "aside"])));
            of("radio").or_else(|| of("checkbox"))
        })
    }

    /// Clicks the box of a measure. Who is asked whether to sign it off although not all report it done, signs it off.
    pub fn tick(&self, measure: &str) {
        let before = self.is_ticked(measure);
        let wanted = json!([measure]);
        let script =
            "return document.getElementById('m' + arguments[0])?.querySelector('input[type=checkbox]') || null";
        self.act(&format!("measure {measure} can be ticked"), |page| {
            // WebKit's driver cannot hand out an element of a page that was loaded in the same moment, and says so.
            let found = page.session.run(script, &wanted)?;
            let cell = Element::from(&found).ok_or_else(|| "it has no box".to_owned())?;
            page.session.click(&cell)
        });
        let anyway = "const row = document.getElementById('m' + arguments[0]), asked = row?.querySelector('.is-asked');
            if (asked) asked.querySelector('.is-strong')?.click()";
        self.until(&format!("the tick of {measure} changes"), |page| {
            page.run(anyway, &wanted);
            page.is_ticked(measure) != before
        });
    }

    /// Clicks on a word of a measure's sentence, so many times in a row.
    pub fn click_on_word(&self, measure: &str, word: &str, times: usize) {
        let script = "const label = document.querySelector(`[id=\"m${arguments[0]}\"] label`);
            label.scrollIntoView({ block: 'center', behavior: 'instant' });
            const texts = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
                const at = texts.currentNode.data.indexOf(arguments[1]);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(texts.currentNode, at);
                range.setEnd(texts.currentNode, at + arguments[1].length);
                const box = range.getClientRects()[0];
                return [Math.round((box.left + box.right) / 2), Math.round((box.top + box.bottom) / 2)];
            }";
        let place = self.run(script, &json!([measure, word]));
        let side = |i: usize| place[i].as_u64().and_then(|side| u32::try_from(side).ok()).expect("the word is seen");
        self.session.click_at(side(0), side(1), times).unwrap();
    }

    /// The text that is selected.
    pub fn selected(&self) -> String {
        self.text("return String(getSelection())", &json!([]))
    }

    /// Clicks on the box of a measure before the program runs; nothing but the box changes.
    pub fn tick_prerendered(&self, measure: &str) {
        let script = "return document.getElementById('m' + arguments[0]).querySelector('input')";
        let cell = Element::from(&self.run(script, &json!([measure]))).expect("the measure has a box");
        self.session.click(&cell).unwrap();
    }

    /// Whether the box of a measure is ticked.
    pub fn is_ticked(&self, measure: &str) -> bool {
        let script =
            "return !!document.getElementById('m' + arguments[0])?.querySelector('input[type=checkbox]').checked";
        self.run(script, &json!([measure])) == true
    }

    /// How far the page says a measure is, without its light, which depends on the day: `推进中`, for the coordinator `推进中 3/12`.
    pub fn state_of(&self, measure: &str) -> String {
        let script = "const state = document.querySelector(`[id=\"m${arguments[0]}\"] > button`)?.cloneNode(true);
            state?.querySelector('span')?.remove(); return state?.textContent.trim() || ''";
        let said = self.text(script, &json!([measure]));
        said.split(['▲', '◆', '●']).next().unwrap_or_default().trim().to_owned()
    }

    /// Opens the report of a measure, or closes it. It comes with what is loaded later, so it may take a while to be there.
    pub fn toggle_report(&self, measure: &str) {
        self.click_in(measure, "button", "填报");
        let shown = "const id = arguments[0], report = document.getElementById(id);
            const opener = document.querySelector(`[aria-controls='${id}']`);
            if (!opener) return true;
            const loading = report && report.querySelector(':scope > [role=status]');
            return (opener.getAttribute('aria-expanded') === 'true') === !!report && !loading";
        let id = format!("r{measure}");
        self.until("the report is open, or closed", |page| page.run(shown, &json!([id])) == true);
    }

    /// Clicks the thing with these words in the row of a measure.
    pub fn click_in(&self, measure: &str, role: &str, words: &str) {
        let what = format!("the {role} “{words}” of {measure} can be clicked");
        self.act(&what, |page| page.session.click(&page.find_in(measure, role, words)));
    }

    /// Types into a field of a measure's report, after what is there.
    pub fn write(&self, measure: &str, field: &str, text: &str) {
        let what = format!("“{field}” of {measure} can be typed into");
        self.act(&what, |page| page.session.type_into(&page.find_in(measure, "textbox", field), text));
    }

    /// What is in a field of a measure's report.
    pub fn written(&self, measure: &str, field: &str) -> String {
        self.wait_for(&format!("“{field}” of {measure} can be read"), |page| {
            let element = page.find_in(measure, "textbox", field).as_argument();
            page.session.run("return arguments[0].value", &json!([element])).ok()?.as_str().map(str::to_owned)
        })
    }

    fn find_in(&self, measure: &str, role: &str, words: &str) -> Element {
        let within = format!("[id='m{measure}']");
        self.wait_for(&format!("a {role} “{words}” in {measure}"), |page| {
            Element::from(&page.run(FIND, &json!([role, words, within])))
        })
    }

    /// What is seen in the row of a measure, its report included.
    pub fn row(&self, measure: &str) -> String {
        self.words_of(&format!("m{measure}"))
    }

    /// The numbers of the measures that are seen, in order: `2.1`, `2.2`, …
    pub fn measures(&self) -> Vec<String> {
        self.seen_ids("li[id^=m]")
    }

    /// The measures that are ticked, of those that are seen.
    pub fn ticked(&self) -> Vec<String> {
        self.measures().into_iter().filter(|measure| self.is_ticked(measure)).collect()
    }

    /// The numbers of the tasks that are seen, in order.
    pub fn tasks(&self) -> Vec<String> {
        self.seen_ids("article[id^=t]")
    }

    fn seen_ids(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .filter((element) => element.getClientRects().length > 0).map((element) => element.id.slice(1))";
        self.list(script, &json!([selector]))
    }

    /// The sentence that says what is shown.
    pub fn status(&self) -> String {
        self.texts("main [role=status]").join(" ")
    }

    /// What notices and alerts say.
    pub fn notices(&self) -> String {
        self.texts("[role=alert], [role=status]").join(" ")
    }

    /// The words that are marked as found.
    pub fn highlights(&self) -> Vec<String> {
        self.texts("mark")
    }

    /// What a part of the page says, by its id.
    pub fn words_of(&self, id: &str) -> String {
        self.text("return document.getElementById(arguments[0])?.innerText || ''", &json!([id]))
    }

    /// All that is seen of the page, as text.
    pub fn words(&self) -> String {
        // What is far down the list is laid out only where it is seen, and what is not laid out has no words for a script.
        let words = "const far = [...document.querySelectorAll('.is-far')];
            for (const task of far) task.style.contentVisibility = 'visible';
            const words = document.body.innerText;
            for (const task of far) task.style.contentVisibility = '';
            return words";
        self.text(words, &json!([]))
    }

    /// The texts of all parts of a kind that are seen, each in one line.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .filter((element) => element.getClientRects().length > 0)
            .map((element) => element.innerText.replace(/\\s+/g, ' ').trim()).filter((text) => text)";
        self.list(script, &json!([selector]))
    }

    // ── Keeping ─────────────────────────────────────────────────────────────────────────────────────────────────

    /// What the browser keeps for the page, as pairs of key and value, sorted.
    pub fn kept(&self) -> Vec<(String, String)> {
        let pairs = self.run("return Object.entries(localStorage).sort()", &json!([]));
        pairs.as_array().unwrap().iter().map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
    }

    /// Puts something into what the browser keeps, as another page of the same place would.
    pub fn keep(&self, key: &str, value: &str) {
        self.run("localStorage.setItem(arguments[0], arguments[1])", &json!([key, value]));
    }

    /// Loads the page anew, and lets it find something that was kept meanwhile: while the browser shows a file of the
    /// same place instead.
    pub fn reload_and_find(&self, key: &str, value: &str) {
        let page = self.run("return location.href", &json!([]));
        let file = self.run(
            "return performance.getEntriesByType('resource').map((entry) => entry.name).find((name) => name.endsWith('.js'))",
            &json!([]),
        );
        self.post("url", &json!({ "url": file }));
        self.keep(key, value);
        self.post("url", &json!({ "url": page }));
        self.until_there();
    }

    /// Fills the browser's storage for the page to the last byte.
    pub fn fill_storage(&self) {
        let script = "
            let piece = 'x'.repeat(1 << 20), number = 0;
            while (piece.length > 0) {
                try { localStorage.setItem('filler/' + number++, piece); }
                catch { piece = piece.slice(0, piece.length >> 1); }
            }";
        self.run(script, &json!([]));
    }

    /// Makes room again after [`Self::fill_storage`].
    pub fn empty_filler(&self) {
        let script = "Object.keys(localStorage).filter((key) => key.startsWith('filler/'))
            .forEach((key) => localStorage.removeItem(key))";
        self.run(script, &json!([]));
    }

    /// The file that the page saves: its name and what is in it, once it is there.
    pub fn saved_file(&self) -> (PathBuf, String) {
        self.saved("", |file| fs::read_to_string(file).ok().filter(|content| !content.is_empty()))
    }

    /// The same of a file that is no text, whose name ends so: a file that a browser is still writing has another.
    pub fn saved_bytes(&self, ending: &str) -> (PathBuf, Vec<u8>) {
        // WebKit writes under the name that the file will have: it is there once it grows no more.
        let before = Cell::new(0);
        let is_whole = |content: &Vec<u8>| before.replace(content.len()) == content.len() && !content.is_empty();
        self.saved(ending, |file| fs::read(file).ok().filter(is_whole))
    }

    fn saved<C>(&self, ending: &str, read: impl Fn(&Path) -> Option<C>) -> (PathBuf, C) {
        self.wait_for("a file is saved", |page| {
            let entries = fs::read_dir(&page.options.downloads).unwrap().map(|entry| entry.unwrap().path());
            let is_it = |path: &PathBuf| has_arrived(path) && path.to_string_lossy().ends_with(ending);
            let file = entries.into_iter().find(is_it)?;
            let content = read(&file)?;
            Some((file, content))
        })
    }

    /// A file with this content, for handing to the page.
    pub fn make_file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let file = folder().join(format!("{}-{name}", self.test));
        fs::write(&file, content).unwrap();
        file
    }

    /// Chooses a file in the page's only field for files.
    pub fn choose_file(&self, file: &Path) {
        self.act("a file can be chosen", |page| {
            let field = Element::from(&page.run("return document.querySelector('input[type=file]')", &json!([])));
            page.session.type_into(&field.ok_or("there is no field for files")?, &file.to_string_lossy())
        });
    }

    // ── Looks and paper ─────────────────────────────────────────────────────────────────────────────────────────

    /// Makes the window's inside this wide and high, as on a screen or a phone of that size.
    pub fn resize(&self, width: u32, height: u32) {
        self.session.resize(width, height).unwrap();
    }

    /// Chooses the language of the interface.
    pub fn speak(&self, language: &str) {
        let choose = "const list = document.querySelector('.lang'); list.value = arguments[0];
            list.dispatchEvent(new Event('change', { bubbles: true }))";
        self.run(choose, &json!([language]));
        self.shows(|page| page.text("return document.documentElement.lang", &json!([])), language);
        self.settle();
    }

    /// Chooses light or dark with the page's own button.
    pub fn paint(&self, theme: &str) {
        self.until(&format!("the page is {theme}"), |page| {
            let is = page.run("return document.documentElement.dataset.theme", &json!([])) == theme;
            if !is {
                page.on(".theme", "it.click()", &json!([]));
                page.settle();
            }
            is
        });
    }

    /// Waits until the page has been painted, and papers are laid out.
    pub fn settle(&self) {
        let painted = "return new Promise((go) => requestAnimationFrame(() => setTimeout(go, 0)))";
        self.run(painted, &json!([]));
        let waits = "return !!document.querySelector('.papers') && !!document.querySelector('.sheet.is-measured')";
        self.until("papers are laid out", |page| page.run(waits, &json!([])) != true);
    }

    /// Makes text as large as was asked for when the browser was started: Firefox has it from there, Chromium is told anew on
    /// each page.
    pub fn enlarge_text(&self) {
        if self.engine() == Engine::Chromium && self.options.asked == Asked::LargeText {
            let twice = json!({ "fontSizes": { "standard": 32, "fixed": 26 } });
            self.session.devtools("Page.setFontSizes", &twice).unwrap();
        }
        assert_eq!(self.text("return getComputedStyle(document.documentElement).fontSize", &json!([])), "32px");
    }

    /// Why Chromium would not install the site.
    pub fn hindrances_to_installing(&self) -> Value {
        self.session.devtools("Page.getInstallabilityErrors", &json!({})).unwrap()["installabilityErrors"].take()
    }

    /// Takes a picture of the window into `target/e2e/`.
    pub fn photograph(&self, name: &str) {
        let file = folder().join(format!("{name}.png"));
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, self.session.picture().unwrap()).unwrap();
    }

    /// What is seen in the window now. Left in `target/e2e/`, too.
    pub fn picture(&self) -> Picture {
        self.photograph(&self.test);
        Picture::read(&folder().join(format!("{}.png", self.test)))
    }

    /// Waits until the papers that are open are laid out: only then can they be printed.
    pub fn until_laid_out(&self) {
        let ready = "return !!document.querySelector('.print-bar .is-strong:not([disabled])')";
        self.until("the papers are laid out", |page| page.run(ready, &json!([])) == true);
    }

    /// Prints the page. The driver of `WebKit` cannot; there the sheets of the preview are read, or where there is none,
    /// what the rules for paper leave of the page.
    pub fn print(&self) -> Paper {
        if self.engine() == Engine::WebKit {
            return self.seen();
        }
        let file = folder().join(format!("{}.pdf", self.test));
        fs::write(&file, self.session.print().unwrap()).unwrap();
        Paper::read(&file)
    }

    /// What would be printed, as it is seen before.
    pub fn seen(&self) -> Paper {
        let sheets = self.text(AS_PRINTED, &json!([]));
        Paper::seen(serde_json::from_str(&sheets).expect("words, width and height of each sheet"))
    }

    // ── Underneath ──────────────────────────────────────────────────────────────────────────────────────────────

    /// From here on the page may complain in the console: the test gives it a reason to.
    pub fn tolerate_complaints(&mut self) {
        self.tolerant = true;
    }

    /// Runs a script in the page.
    pub fn run(&self, script: &str, arguments: &Value) -> Value {
        self.session.run(script, arguments).unwrap_or_else(|failure| panic!("a script failed: {failure}"))
    }

    /// Runs a script on the first element of a selector, which is called `it`, as soon as it is there.
    pub fn on(&self, selector: &str, script: &str, arguments: &Value) {
        let there = "return !!document.querySelector(arguments[0])";
        self.until(&format!("there is a {selector}"), |page| page.run(there, &json!([selector])) == true);
        let it = format!("const it = document.querySelector(arguments[0]), given = arguments[1]; {script}");
        self.run(&it, &json!([selector, arguments]));
    }

    /// Pastes a plan where one is added.
    pub fn paste_plan(&self, text: &str) {
        let put = "it.focus(); it.value = given; it.dispatchEvent(new Event('input', { bubbles: true }))";
        self.on("#plan-text", put, &json!(text));
    }

    /// A page on which this plan was pasted and read.
    pub fn with_plan_read(text: &str) -> Self {
        let page = Self::open("#/plans/new");
        page.paste_plan(text);
        page.until("it is read", |page| {
            page.holds("return !!document.querySelector('#outline-pane .outline-measure')")
        });
        page
    }

    /// Whether a script says so now. A page that is just being left says nothing.
    pub fn holds(&self, script: &str) -> bool {
        self.session.run(script, &json!([])).is_ok_and(|value| value == true)
    }

    /// Of how many elements the styles were computed since this was last asked.
    pub fn restyled(&self) -> u64 {
        self.session.restyled()
    }

    /// Lets the browser collect its garbage. Only Chromium can be told to.
    pub fn collect_garbage(&self) {
        self.session.devtools("HeapProfiler.collectGarbage", &json!({})).unwrap();
    }

    /// Runs a script that gives a text.
    pub fn text(&self, script: &str, arguments: &Value) -> String {
        text(&self.run(script, arguments))
    }

    fn list(&self, script: &str, arguments: &Value) -> Vec<String> {
        self.run(script, arguments).as_array().unwrap().iter().map(text).collect()
    }

    fn post(&self, command: &str, arguments: &Value) -> Value {
        self.session.post(command, arguments).unwrap_or_else(|failure| panic!("{command} failed: {failure}"))
    }

    /// Waits until something holds.
    pub fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        self.wait_for(what, |page| holds(page).then_some(()));
    }

    /// Waits until something that is seen is as it should be; says what it was if it does not become so.
    #[track_caller]
    pub fn shows<T: PartialEq<U> + Debug, U: Debug>(&self, look: impl Fn(&Self) -> T, expected: U) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let seen = look(self);
            if seen == expected {
                return;
            }
            assert!(Instant::now() < deadline, "\n    seen: {seen:?}\nexpected: {expected:?}");
            thread::sleep(GLANCE);
        }
    }

    fn wait_for<T>(&self, what: &str, look: impl Fn(&Self) -> Option<T>) -> T {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = look(self) {
                return found;
            }
            assert!(Instant::now() < deadline, "waited in vain: {what}");
            thread::sleep(GLANCE);
        }
    }
}

/// A tab of the browser.
pub struct Tab(Value);

impl Drop for Page {
    /// A test that fails leaves a picture. A test that went well still fails if the page complained meanwhile.
    fn drop(&mut self) {
        if thread::panicking() {
            if let Ok(picture) = self.session.picture() {
                let file = folder().join(format!("failed-{}.png", self.test));
                let _ = fs::write(&file, picture);
                eprintln!("what was seen: {}\nat {}", file.display(), self.session.get("url").unwrap_or_default());
            }
            eprintln!("complaints of the page: {:#?}", self.session.complaints());
        } else if !self.tolerant {
            let complaints = self.session.complaints();
            assert!(complaints.is_empty(), "the page complained: {complaints:#?}");
        }
        if !thread::panicking() {
            let asked = self.session.requests();
            let mut places = self.places.borrow().clone();
            places.push(self.site.clone());
            let own = |address: &String| {
                address.starts_with("data:")
                    || address.starts_with("blob:")
                    || places.iter().any(|place| address.starts_with(place))
            };
            let elsewhere: Vec<&String> = asked.iter().filter(|address| !own(address)).collect();
            assert!(elsewhere.is_empty(), "the page asked for something from elsewhere: {elsewhere:#?}");
        }
    }
}

/// Where pictures and papers are left.
fn folder() -> PathBuf {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/target/e2e"));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// While a file arrives it is hidden or has an ending of the browser's.
fn has_arrived(file: &Path) -> bool {
    let is_hidden = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !is_hidden
        && file
            .extension()
            .is_none_or(|ending| !["crdownload", "part", "download"].into_iter().any(|unfinished| ending == unfinished))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
