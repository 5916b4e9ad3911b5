//! A browser session of its own for each test, over the W3C protocol for that.
//!
//! Synchronous on purpose: a test then reads like what a person does, and a session can take a picture of the page and
//! end when it goes out of scope, whichever way the test went.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};

/// The key under which the protocol hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// What the page is shown by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
    /// Behind a driver of its own: `chromium87.py`.
    Chromium87,
}

/// What a person has asked the system for, beside a light or a dark page.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Asked {
    /// Nothing.
    #[default]
    Nothing,
    /// That nothing moves.
    NoMotion,
    /// Colours of their own. Not in `WebKit`, which knows no such thing.
    OwnColours,
    /// Text of twice the size. Not in `WebKit`, whose browser has no setting for it.
    LargeText,
}

/// How the browser of a test differs from a plain one.
#[derive(Clone)]
pub struct Options {
    /// The languages that the browser asks for, most wanted first. `WebKit` asks for those of the machine.
    pub languages: &'static str,
    /// Width and height of the window.
    pub window: (u32, u32),
    /// The system asks for a `light` or a `dark` page.
    pub scheme: &'static str,
    /// What else a person has asked the system for.
    pub asked: Asked,
    /// Pages run no scripts.
    pub scripts_off: bool,
    /// The browser denies storage to all pages, as some offices set it.
    pub storage_blocked: bool,
    /// Chromium notes what it does to show the page: [`Session::restyled`].
    pub traced: bool,
    /// Where files are saved to.
    pub downloads: PathBuf,
}

/// One browser window with a fresh profile.
pub struct Session {
    agent: ureq::Agent,
    engine: Engine,
    /// The address of this session at the driver.
    base: String,
    /// Given back when the session has ended.
    driver: Option<Lease>,
}

/// A driver that is this session's alone: those of Firefox and `WebKit` know one session each.
struct Lease(String);

/// The drivers that no session has. What `cargo xtask test` names is put in when the first is asked for.
static FREE: Mutex<Option<Vec<String>>> = Mutex::new(None);
static GIVEN_BACK: Condvar = Condvar::new();

/// No test takes so long.
const LONGEST: Duration = Duration::from_mins(15);

/// A part of the page, as the driver knows it. It is gone when the page replaces it.
#[derive(Clone)]
pub struct Element(String);

/// Scrolls an element to the middle of the window and waits until it stands at the same place in two frames, one after the
/// other. A window that is not seen draws no frames.
const COME_TO_REST: &str = "
    const [element, done] = arguments;
    const place = () => JSON.stringify(element.getBoundingClientRect());
    const frame = (then) => document.hidden ? setTimeout(then, 50) : requestAnimationFrame(then);
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    let before = '';
    const look = () => {
        const now = place();
        if (now === before) return done(null);
        before = now;
        frame(() => frame(look));
    };
    frame(look);
";

/// Scrolls an element out from below what sticks to the top of the window, as a person does: drivers take it for seen there.
const FROM_BELOW_THE_HEAD: &str =
    "arguments[0].scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })";

/// What the driver says when a command fails.
pub type Failure = String;

impl Engine {
    /// The one that these tests run in.
    pub fn of_the_tests() -> Self {
        match variable("YAODIAN_ENGINE").as_str() {
            "chromium" => Self::Chromium,
            "firefox" => Self::Firefox,
            "webkit" => Self::WebKit,
            "chromium87" => Self::Chromium87,
            unknown => panic!("there is no engine `{unknown}`"),
        }
    }

    /// What its driver is asked for.
    fn capabilities(self, browser: &Path, options: &Options) -> Value {
        match self {
            Self::Chromium => chromium(browser, options),
            Self::Firefox => firefox(browser, options),
            Self::WebKit => webkit(browser, options),
            Self::Chromium87 => json!({ "yaodian:downloads": options.downloads }),
        }
    }

    /// Whether it speaks Chromium's own protocol.
    fn is_chromium(self) -> bool {
        matches!(self, Self::Chromium | Self::Chromium87)
    }
}

impl Options {
    /// A plain browser that saves files to this folder.
    pub fn plain(downloads: PathBuf) -> Self {
        let (languages, window, scheme) = ("zh-CN", (1440, 900), "light");
        let asked = Asked::Nothing;
        let (scripts_off, storage_blocked, traced) = (false, false, false);
        Self { languages, window, scheme, asked, scripts_off, storage_blocked, traced, downloads }
    }
}

impl Lease {
    /// Waits until a driver is free. There is one more than tests run at once, so of those that need two sessions one
    /// always gets them.
    fn take() -> Self {
        let named = || variable("WEBDRIVER_URL").split(' ').map(str::to_owned).collect();
        let mut free = FREE.lock().expect("no test fails with it in hand");
        free.get_or_insert_with(named);
        let none = |free: &mut Option<Vec<String>>| free.as_ref().is_none_or(Vec::is_empty);
        let (mut free, _) = GIVEN_BACK.wait_timeout_while(free, LONGEST, none).expect("no test fails with it in hand");
        let driver = free.as_mut().and_then(Vec::pop);
        drop(free);
        Self(driver.expect("a driver becomes free"))
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if let Ok(mut free) = FREE.lock() {
            free.get_or_insert_default().push(std::mem::take(&mut self.0));
        }
        GIVEN_BACK.notify_one();
    }
}

impl Session {
    /// Starts the browser of the tests.
    pub fn start(options: &Options) -> Self {
        let browser = env::var_os("BROWSER").unwrap_or_default();
        let driver = Lease::take();
        let mut session = Self::start_at(&driver.0, Engine::of_the_tests(), Path::new(&browser), options);
        session.driver = Some(driver);
        session
    }

    /// Starts a browser, by the driver at this address.
    pub fn start_at(driver: &str, engine: Engine, browser: &Path, options: &Options) -> Self {
        let waiting_for = |longest| {
            let agent = ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(longest));
            agent.build().new_agent()
        };
        let agent = waiting_for(Duration::from_mins(1));
        let mut session = Self { agent, engine, base: format!("{driver}/session"), driver: None };
        let wanted = json!({ "capabilities": { "alwaysMatch": engine.capabilities(browser, options) } });
        // On a busy machine a driver may lose the browser that it has just started.
        let mut created = session.send("", &wanted);
        for _ in 0..2 {
            created = created.or_else(|_| session.send("", &wanted));
        }
        let created = created.expect("a browser starts");
        session.agent = waiting_for(Duration::from_mins(2));
        let id = created["sessionId"].as_str().expect("the driver names the session");
        session.base = format!("{driver}/session/{id}");
        match engine {
            Engine::Chromium => {
                let motion = if options.asked == Asked::NoMotion { "reduce" } else { "no-preference" };
                let colours = if options.asked == Asked::OwnColours { "active" } else { "none" };
                let features = json!({ "features": [
                    { "name": "prefers-color-scheme", "value": options.scheme },
                    { "name": "prefers-reduced-motion", "value": motion },
                    { "name": "forced-colors", "value": colours },
                ] });
                session.devtools("Emulation.setEmulatedMedia", &features).expect("a page is told what is asked for");
                let off = json!({ "value": options.scripts_off });
                session.devtools("Emulation.setScriptExecutionDisabled", &off).expect("scripts can be switched off");
            }
            Engine::Firefox => {}
            Engine::WebKit | Engine::Chromium87 => {
                let (width, height) = options.window;
                session.post("window/rect", &json!({ "width": width, "height": height })).expect("a window has a size");
            }
        }
        session
    }

    /// The engine it runs in.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Sends a command to the session.
    pub fn post(&self, command: &str, arguments: &Value) -> Result<Value, Failure> {
        self.send(&format!("/{command}"), arguments)
    }

    /// Asks the session for something.
    pub fn get(&self, question: &str) -> Result<Value, Failure> {
        let response = self.agent.get(format!("{}/{question}", self.base)).call();
        read(response.map_err(|error| error.to_string())?)
    }

    /// Runs a script in the page. Values and elements can be handed in and come back.
    pub fn run(&self, script: &str, arguments: &Value) -> Result<Value, Failure> {
        self.post("execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Makes the window's inside this wide and high.
    pub fn resize(&self, width: u32, height: u32) -> Result<(), Failure> {
        if self.engine.is_chromium() {
            // Windows have a least width there, screens have none.
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            return self.devtools("Emulation.setDeviceMetricsOverride", &size).map(drop);
        }
        let deadline = Instant::now() + Duration::from_mins(1);
        loop {
            let inside = self.ask_for_size(width, height)?;
            if inside == json!([width, height]) {
                return Ok(());
            }
            if Instant::now() > deadline {
                return Err(format!("the window became {inside}"));
            }
            thread::sleep(Duration::from_millis(100));
        }
    }

    /// Asks a window to be as large that its inside is so large, and says how large that is now.
    fn ask_for_size(&self, width: u32, height: u32) -> Result<Value, Failure> {
        if self.engine == Engine::Firefox {
            self.in_its_window("document.documentElement.style.minWidth = 0")?;
        }
        let frame = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight]", &json!([]))?;
        let around = |side: usize| frame[side].as_u64().unwrap_or_default();
        let (outer_width, outer_height) = (u64::from(width) + around(0), u64::from(height) + around(1));
        self.post("window/rect", &json!({ "width": outer_width, "height": outer_height }))?;
        self.run("return [innerWidth, innerHeight]", &json!([]))
    }

    /// Runs a script in the window of Firefox itself, around the page.
    fn in_its_window(&self, script: &str) -> Result<(), Failure> {
        self.post("moz/context", &json!({ "context": "chrome" }))?;
        let done = self.run(script, &json!([]));
        self.post("moz/context", &json!({ "context": "content" }))?;
        done.map(drop)
    }

    /// Tells Chromium's own protocol something that the W3C one has no word for.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Result<Value, Failure> {
        if !self.engine.is_chromium() {
            return Err(format!("only Chromium knows {command}"));
        }
        self.post("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// Clicks where a person would: the driver scrolls there, and fails if something else lies on top.
    pub fn click(&self, element: &Element) -> Result<(), Failure> {
        if self.engine == Engine::WebKit {
            // Its driver does not wait until the page has scrolled and is drawn, and clicks on what stood at that place before.
            self.post("execute/async", &json!({ "script": COME_TO_REST, "args": [element.as_argument()] }))?;
        } else {
            self.run(FROM_BELOW_THE_HEAD, &json!([element.as_argument()]))?;
        }
        self.post(&format!("element/{}/click", element.0), &json!({})).map(drop)
    }

    /// Types into an element, or gives a file's path to a file input.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<(), Failure> {
        self.post(&format!("element/{}/value", element.0), &json!({ "text": text })).map(drop)
    }

    /// Empties a field.
    pub fn clear(&self, element: &Element) -> Result<(), Failure> {
        self.post(&format!("element/{}/clear", element.0), &json!({})).map(drop)
    }

    /// Asks something of an element that is answered with a text.
    pub fn ask_of(&self, element: &Element, question: &str) -> String {
        let answer = self.get(&format!("element/{}/{question}", element.0)).unwrap_or_default();
        answer.as_str().unwrap_or_default().to_owned()
    }

    /// Presses keys together, such as Ctrl and Z.
    pub fn press(&self, keys: &[&str]) -> Result<(), Failure> {
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        let actions: Vec<Value> = down.chain(up).collect();
        self.post("actions", &json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] })).map(drop)
    }

    /// Moves the pointer to a place in the window.
    pub fn point_at(&self, x: u32, y: u32) -> Result<(), Failure> {
        let moved = json!({ "type": "pointerMove", "x": x, "y": y, "duration": 0 });
        let actions = json!([{ "type": "pointer", "id": "mouse", "actions": [moved] }]);
        self.post("actions", &json!({ "actions": actions })).map(drop)
    }

    /// Clicks at a place in the window, so many times in a row.
    pub fn click_at(&self, x: u32, y: u32, times: usize) -> Result<(), Failure> {
        let mut actions = vec![json!({ "type": "pointerMove", "x": x, "y": y, "duration": 0 })];
        for _ in 0..times {
            actions.extend(["pointerDown", "pointerUp"].map(|kind| json!({ "type": kind, "button": 0 })));
        }
        self.post("actions", &json!({ "actions": [{ "type": "pointer", "id": "mouse", "actions": actions }] }))
            .map(drop)
    }

    /// What is seen in the window, as PNG.
    pub fn picture(&self) -> Result<Vec<u8>, Failure> {
        bytes(&self.get("screenshot")?)
    }

    /// The page printed on A4 with no margins of the browser's own, as PDF: the page's sheets bring theirs.
    pub fn print(&self) -> Result<Vec<u8>, Failure> {
        if self.engine == Engine::Chromium {
            // The driver's own command gives up after ten seconds, which a job of hundreds of sheets takes on a busy machine.
            let mut how = json!({ "printBackground": true, "preferCSSPageSize": true });
            for (name, inches) in [("paperWidth", 21.0 / 2.54), ("paperHeight", 29.7 / 2.54)] {
                how[name] = json!(inches);
            }
            for side in ["marginTop", "marginBottom", "marginLeft", "marginRight"] {
                how[side] = json!(0);
            }
            return bytes(&self.devtools("Page.printToPDF", &how)?["data"]);
        }
        let a4 = json!({ "width": 21.0, "height": 29.7 });
        let none = json!({ "top": 0, "bottom": 0, "left": 0, "right": 0 });
        bytes(&self.post("print", &json!({ "page": a4, "margin": none, "shrinkToFit": false, "background": true }))?)
    }

    /// What the page complained of since it was last asked. Only Chromium's drivers tell.
    pub fn complaints(&self) -> Vec<String> {
        if !self.engine.is_chromium() {
            return Vec::new();
        }
        let log = self.post("se/log", &json!({ "type": "browser" })).unwrap_or_default();
        let entries = log.as_array().map(Vec::as_slice).unwrap_or_default();
        let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
        let messages = severe.map(|entry| entry["message"].to_string());
        // The page has its icon in itself; for a plain file the browser looks for one.
        messages.filter(|message| !message.contains("/favicon.ico")).collect()
    }

    /// The addresses of everything that was asked for since this was last asked. Only Chromium's driver tells.
    pub fn requests(&self) -> Vec<String> {
        if self.engine != Engine::Chromium {
            return Vec::new();
        }
        let log = self.post("se/log", &json!({ "type": "performance" })).unwrap_or_default();
        let entries = log.as_array().map(Vec::as_slice).unwrap_or_default();
        let events = entries.iter().filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok());
        let sent = events.filter(|event| event["message"]["method"] == "Network.requestWillBeSent");
        sent.filter_map(|event| Some(event["message"]["params"]["request"]["url"].as_str()?.to_owned())).collect()
    }

    /// Of how many elements the styles were computed since this was last asked. Only Chromium tells, where it is traced.
    pub fn restyled(&self) -> u64 {
        let log = || self.post("se/log", &json!({ "type": "performance" })).unwrap_or_default();
        let noted = log();
        // Whoever asks ends what is noted, and whoever asks once more begins it again.
        log();
        let entries = noted.as_array().map(Vec::as_slice).unwrap_or_default();
        let events = entries.iter().filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok());
        let styled = events.filter(|event| event["message"]["params"]["name"] == "UpdateLayoutTree");
        styled.filter_map(|event| event["message"]["params"]["args"]["elementCount"].as_u64()).sum()
    }

    fn send(&self, path: &str, body: &Value) -> Result<Value, Failure> {
        let response = self.agent.post(format!("{}{path}", self.base)).send_json(body);
        read(response.map_err(|error| error.to_string())?)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.agent.delete(&self.base).call();
        drop(self.driver.take());
    }
}

impl Element {
    /// The element that a script gave back, if it gave one.
    pub fn from(value: &Value) -> Option<Self> {
        value[ELEMENT].as_str().map(|id| Self(id.to_owned()))
    }

    /// For handing it to a script.
    pub fn as_argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// A variable that `cargo xtask test` sets.
pub fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run `cargo xtask test --only e2e`"))
}

fn read(mut response: ureq::http::Response<ureq::Body>) -> Result<Value, Failure> {
    let mut body: Value = response.body_mut().read_json().map_err(|error| error.to_string())?;
    let value = body["value"].take();
    if response.status().is_success() {
        return Ok(value);
    }
    let text = |key: &str| value[key].as_str().unwrap_or_default().lines().next().unwrap_or_default().to_owned();
    Err(format!("{}: {}", text("error"), text("message")))
}

fn bytes(value: &Value) -> Result<Vec<u8>, Failure> {
    BASE64.decode(value.as_str().unwrap_or_default()).map_err(|error| error.to_string())
}

fn chromium(browser: &Path, options: &Options) -> Value {
    let (width, height) = options.window;
    let allowed = 1;
    let blocked = 2;
    let noted = json!({ "enableNetwork": true, "traceCategories": "blink,devtools.timeline" });
    let mut capabilities = json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "unhandledPromptBehavior": "ignore",
        "goog:chromeOptions": {
            "binary": browser,
            "args": [
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                format!("--window-size={width},{height}"),
                format!("--lang={}", options.languages),
                format!("--accept-lang={}", options.languages),
            ],
            "prefs": {
                "intl.accept_languages": options.languages,
                "download.default_directory": options.downloads,
                "download.prompt_for_download": false,
                "profile.default_content_setting_values.cookies": if options.storage_blocked { blocked } else { allowed },
                "profile.default_content_setting_values.automatic_downloads": allowed,
            },
        },
    });
    if options.traced {
        capabilities["goog:chromeOptions"]["perfLoggingPrefs"] = noted;
    }
    capabilities
}

fn firefox(browser: &Path, options: &Options) -> Value {
    let (width, height) = options.window;
    let in_the_folder = 2;
    let none_from_other_sites = 5;
    let blocked = 2;
    let (dark, light) = (0, 1);
    let (the_pages, own) = (0, 2);
    let text = if options.asked == Asked::LargeText { 32 } else { 16 };
    json!({
        "browserName": "firefox",
        "unhandledPromptBehavior": "ignore",
        "moz:firefoxOptions": {
            "binary": browser,
            "args": ["-headless", "-width", width.to_string(), "-height", height.to_string()],
            "prefs": {
                "intl.accept_languages": options.languages,
                "layout.css.prefers-color-scheme.content-override": if options.scheme == "dark" { dark } else { light },
                "javascript.enabled": !options.scripts_off,
                "ui.prefersReducedMotion": u8::from(options.asked == Asked::NoMotion),
                "ui.useAccessibilityTheme": u8::from(options.asked == Asked::OwnColours),
                "browser.display.document_color_use": if options.asked == Asked::OwnColours { own } else { the_pages },
                "font.size.variable.x-western": text,
                "font.size.variable.zh-CN": text,
                "font.size.variable.zh-TW": text,
                // The list of what was saved would open by itself and take the focus.
                "browser.download.alwaysOpenPanel": false,
                "browser.download.folderList": in_the_folder,
                "browser.download.dir": options.downloads,
                "browser.download.useDownloadDir": true,
                "browser.download.always_ask_before_handling_new_types": false,
                "network.cookie.cookieBehavior": if options.storage_blocked { blocked } else { none_from_other_sites },
            },
        },
    })
}

/// Lets windows of its GTK be as narrow as a phone: what is in their bars would hold them open.
const NARROW: &str = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }";

/// Its driver has no words for most of this, but its browser has arguments, and finds the rest in its settings.
fn webkit(browser: &Path, options: &Options) -> Value {
    let settings = options.downloads.with_extension("settings");
    fs::create_dir_all(settings.join("gtk-3.0")).expect("settings have a folder");
    fs::write(settings.join("gtk-3.0/gtk.css"), NARROW).expect("settings are written");
    let animations = options.asked != Asked::NoMotion;
    fs::write(settings.join("gtk-3.0/settings.ini"), format!("[Settings]\ngtk-enable-animations={animations}\n"))
        .expect("settings are written");
    let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", options.downloads.display());
    fs::write(settings.join("user-dirs.dirs"), folders).expect("settings are written");
    let mut args = vec![
        format!("XDG_CONFIG_HOME={}", settings.display()),
        browser.display().to_string(),
        "--automation".into(),
        format!("--enable-javascript={}", !options.scripts_off),
        format!("--enable-html5-local-storage={}", !options.storage_blocked),
    ];
    if options.scheme == "dark" {
        args.push("--dark-mode".into());
    }
    json!({
        "browserName": "MiniBrowser",
        "unhandledPromptBehavior": "ignore",
        "webkitgtk:browserOptions": { "binary": "/usr/bin/env", "args": args },
    })
}
