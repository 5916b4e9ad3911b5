//! The page in a browser, with a clock in it: the driver acts as a person does, and the page itself measures how long that took.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use yaodian::domain::plan::MeasureId;

use crate::webdriver::{Element, Engine, Options, Session};
use crate::{said, shell};

/// The backspace key, as the driver numbers it.
pub const BACKSPACE: &str = "\u{e003}";

/// The script that measures in the page.
const CLOCK: &str = include_str!("clock.js");

/// The longest time that an action may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// How often the page is asked whether an action is over: seldom, as asking takes time of the page's own.
const GLANCE: Duration = Duration::from_millis(50);

/// The times of a tick, in milliseconds.
pub struct Wait {
    /// From the click until the page was painted.
    pub painted: f64,
    /// From the click until the ledger was kept.
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

    /// Opens a file of the site.
    pub fn go(&self, file: &str) -> Result<()> {
        said(self.session.post("url", &json!({ "url": format!("{}{file}", self.site) }))).map(drop)
    }

    /// Loads the page. Returns the milliseconds until its list was painted, and until it had this many rows.
    pub fn load(&self, file: &str, rows: usize) -> Result<(f64, f64)> {
        self.go(file)?;
        let time = self.until("the list is drawn", "return bench.drawn")?;
        let whole = self.until("all of the list is there", &format!("return bench.whole({rows})"))?;
        time.as_f64().zip(whole.as_f64()).context("no time")
    }

    /// Makes the browser's storage for the site hold this text, and nothing else.
    pub fn keep(&self, key: &str, text: &str) -> Result<()> {
        self.run("localStorage.clear(); localStorage.setItem(...arguments)", &json!([key, text])).map(drop)
    }

    /// Clicks the checkbox of a measure.
    pub fn tick(&self, measure: MeasureId) -> Result<Wait> {
        let cell = self.find(&format!("[id='m{measure}'] input[type=checkbox]"))?;
        self.watch("click")?;
        said(self.session.click(&cell))?;
        let painted = self.painted()?;
        let kept = self.until("the ledger is kept", "return bench.kept")?.as_f64().context("no time")?;
        Ok(Wait { painted, kept })
    }

    /// Presses a key in a field. Returns the milliseconds until the page was painted.
    pub fn type_into(&self, field: &str, key: &str) -> Result<f64> {
        let field = self.find(field)?;
        self.watch("input")?;
        said(self.session.type_into(&field, key))?;
        self.painted()
    }

    /// Opens the report of a measure. Returns the selector of its field for progress.
    pub fn open_report(&self, measure: MeasureId) -> Result<String> {
        said(self.session.click(&self.find(&format!("[id='m{measure}'] button.state"))?))?;
        let field = format!("[id='m{measure}'] textarea");
        self.find(&field)?;
        Ok(field)
    }

    /// Opens an address of the page. Returns the milliseconds until the view it opens was painted.
    pub fn open(&self, address: &str, shows: &str) -> Result<f64> {
        self.run("bench.open(...arguments)", &json!([address, shows]))?;
        self.painted()
    }

    /// Fails if the page logged an error: figures of a page that does not work are worth nothing.
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
        // In a long list only the visible tasks are laid out, so looking at a far row for the first time moves it. It is
        // ready once it stays in the same place, in the middle of the window.
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

    /// Waits until a script returns something.
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
