//! The page in the browser gets a clock: what is done to it is what a person does, and the page itself says how long it
//! took.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use yaodian::domain::plan::MeasureId;

use super::said;
use super::webdriver::{Element, Engine, Options, Session};
use crate::shell;

/// The key, as the driver numbers it.
pub const BACKSPACE: &str = "\u{e003}";

/// What is measured in the page.
const CLOCK: &str = include_str!("clock.js");

/// How long anything may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// How often the page is asked whether something is over: seldom, as asking takes time of the page's own.
const GLANCE: Duration = Duration::from_millis(50);

/// How long a tick took, in milliseconds.
pub struct Wait {
    /// Until the page was painted.
    pub painted: f64,
    /// Until the ledger was kept.
    pub kept: f64,
}

/// The page in a browser of its own.
pub struct Page {
    session: Session,
    site: String,
}

impl Page {
    /// Starts a browser.
    pub fn start(driver: &str, chromium: &Path, site: &str) -> Result<Self> {
        let downloads = shell::root().join("target/bench/downloads");
        let session = Session::start_at(driver, Engine::Chromium, chromium, &Options::plain(downloads));
        said(session.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": CLOCK })))?;
        Ok(Self { session, site: site.to_owned() })
    }

    /// Goes to a file of the site.
    pub fn go(&self, file: &str) -> Result<()> {
        said(self.session.post("url", &json!({ "url": format!("{}{file}", self.site) }))).map(drop)
    }

    /// Loads the page, and says how long it took until its list was painted, and until so many rows of it were there.
    pub fn load(&self, file: &str, rows: usize) -> Result<(f64, f64)> {
        self.go(file)?;
        let time = self.until("the list is drawn", "return bench.drawn")?;
        let whole = self.until("all of the list is there", &format!("return bench.whole({rows})"))?;
        time.as_f64().zip(whole.as_f64()).context("no time")
    }

    /// Makes the browser keep this, and nothing else, for the site.
    pub fn keep(&self, key: &str, text: &str) -> Result<()> {
        self.run("localStorage.clear(); localStorage.setItem(...arguments)", &json!([key, text])).map(drop)
    }

    /// Clicks on the box of a measure.
    pub fn tick(&self, measure: MeasureId) -> Result<Wait> {
        let cell = self.find(&format!("[id='m{measure}'] input[type=checkbox]"))?;
        self.watch("click")?;
        said(self.session.click(&cell))?;
        let painted = self.painted()?;
        let kept = self.until("the ledger is kept", "return bench.kept")?.as_f64().context("no time")?;
        Ok(Wait { painted, kept })
    }

    /// Presses a key in a field, and says how long it took from then until the page was painted.
    pub fn type_into(&self, field: &str, key: &str) -> Result<f64> {
        let field = self.find(field)?;
        self.watch("input")?;
        said(self.session.type_into(&field, key))?;
        self.painted()
    }

    /// Opens the report of a measure, and says where its field for progress is.
    pub fn open_report(&self, measure: MeasureId) -> Result<String> {
        said(self.session.click(&self.find(&format!("[id='m{measure}'] button.state"))?))?;
        let field = format!("[id='m{measure}'] textarea");
        self.find(&field)?;
        Ok(field)
    }

    /// Opens an address of the page, and says how long it took until what it opens was painted.
    pub fn open(&self, address: &str, shows: &str) -> Result<f64> {
        self.run("bench.open(...arguments)", &json!([address, shows]))?;
        self.painted()
    }

    /// Fails if the page complained of anything: figures of a page that does not work say nothing.
    pub fn must_be_content(&self) -> Result<()> {
        let complaints = self.session.complaints();
        ensure!(complaints.is_empty(), "the page complained: {complaints:#?}");
        Ok(())
    }

    fn watch(&self, event: &str) -> Result<()> {
        self.run("bench.watch(arguments[0])", &json!([event])).map(drop)
    }

    fn painted(&self) -> Result<f64> {
        self.until("the page is painted", "return bench.painted")?.as_f64().context("no time")
    }

    fn find(&self, selector: &str) -> Result<Element> {
        // In a long list only what is seen is laid out, so a first look at a far row moves it: it is found once it lies
        // where it lay before, in the middle of the window.
        let script = format!(
            "const found = document.querySelector({});
            found?.scrollIntoView({{ block: 'center' }});
            const top = found?.getBoundingClientRect().top, still = bench.top === top;
            bench.top = top;
            return still ? found ?? null : null;",
            json!(selector)
        );
        let found = self.until(selector, &script)?;
        Element::from(&found).with_context(|| format!("{selector} is no element"))
    }

    /// Waits until a script gives something.
    fn until(&self, what: &str, script: &str) -> Result<Value> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let value = self.run(script, &json!([]))?;
            if !value.is_null() {
                return Ok(value);
            }
            if Instant::now() > deadline {
                bail!("waited in vain: {what}; the page complained of {:#?}", self.session.complaints());
            }
            thread::sleep(GLANCE);
        }
    }

    fn run(&self, script: &str, arguments: &Value) -> Result<Value> {
        said(self.session.run(script, arguments))
    }
}
