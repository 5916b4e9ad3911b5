//! `cargo xtask pictures` takes the pictures of the guide and of the README anew, into `docs/pictures/`, one set for each language.
//!
//! The page is the one that is published, its clock stands still on one day, and what is reported is made up and always the same. So a
//! picture changes only with the page, and with the browser and its fonts.
//!
//! - [`scenes`]: what is in each picture.
//! - [`year`]: the reports, as a browser keeps them ([`drawer`]); [`words`]: what they say.
//! - [`png`]: small files.

mod drawer;
mod png;
mod scenes;
mod words;
mod year;

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use yaodian::domain::settings::Lang;

use self::scenes::{SCENES, Scene, With};
use self::year::{Time, Year};
use crate::browsers::{self, Driver, Engine as Browser};
use crate::server::Site;
use crate::webdriver::{Asked, Element, Engine, Options, Session};
use crate::{Misused, said, shell, site};

/// The languages, by the names of their folders.
const LANGUAGES: [(&str, Lang, &str); 2] = [("zh", Lang::ZhHans, "zh-CN"), ("en", Lang::En, "en-US")];

/// The script that stops a page's clock.
const STILL: &str = include_str!("pictures/still.js");

/// The longest that a view may take.
const PATIENCE: Duration = Duration::from_mins(2);
const GLANCE: Duration = Duration::from_millis(50);

/// A file of these many bytes is too large for what it shows.
const MOST: usize = 120 * 1024;

/// Waits until fonts are there and nothing that was begun is still to be drawn.
const AT_REST: &str = "
    const frame = () => new Promise((then) => requestAnimationFrame(then));
    return document.fonts.ready.then(frame).then(frame).then(frame).then(() => true)";

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    let (flags, names): (Vec<&String>, Vec<&String>) = args.iter().partition(|arg| arg.starts_with("--"));
    if let Some(unknown) = flags.iter().find(|flag| flag.as_str() != "--no-build") {
        return Err(Misused(format!("`pictures` does not know `{unknown}`")).into());
    }
    if let Some(unknown) = names.iter().find(|name| SCENES.iter().all(|scene| scene.name != name.as_str())) {
        return Err(Misused(format!("there is no picture `{unknown}`")).into());
    }
    browsers::install_missing(&[Browser::Chromium])?;
    if flags.is_empty() {
        site::build()?;
    }
    site::must_exist()?;
    let site = Site::open(&site::folder(), 0)?;
    let driver = Driver::start(Browser::Chromium)?;
    for (folder, lang, wanted) in LANGUAGES {
        let camera = Camera::start(&driver.address, &site.address, wanted)?;
        for scene in SCENES.iter().filter(|scene| names.is_empty() || names.iter().any(|name| *name == scene.name)) {
            let file = folder_of(folder).join(scene.name).with_extension("png");
            let picture = camera.take(scene, lang).with_context(|| format!("the picture {}", scene.name))?;
            fs::create_dir_all(folder_of(folder))?;
            if fs::read(&file).is_ok_and(|before| png::are_alike(&before, &picture)) {
                println!("  the same as before  {}", file.display());
                continue;
            }
            fs::write(&file, &picture).with_context(|| format!("{} cannot be written", file.display()))?;
            println!("{:>7} bytes  {}", picture.len(), file.display());
            ensure!(picture.len() <= MOST, "it is larger than {MOST} bytes");
        }
    }
    Ok(())
}

/// The folder of the pictures of a language.
fn folder_of(language: &str) -> PathBuf {
    shell::root().join("docs/pictures").join(language)
}

/// A browser that takes pictures of the page.
struct Camera {
    session: Session,
    site: String,
}

impl Camera {
    fn start(driver: &str, site: &str, languages: &'static str) -> Result<Self> {
        let mut options = Options::plain(shell::root().join("target/pictures"));
        (options.languages, options.asked) = (languages, Asked::NoMotion);
        let chromium = Browser::Chromium.browser().context("chromium is not found")?;
        let session = Session::start_at(driver, Engine::Chromium, &chromium, &options);
        for (command, how) in [
            ("Emulation.setTimezoneOverride", json!({ "timezoneId": "Asia/Shanghai" })),
            ("Emulation.setLocaleOverride", json!({ "locale": languages })),
            ("Emulation.setScrollbarsHidden", json!({ "hidden": true })),
        ] {
            said(session.devtools(command, &how))?;
        }
        Ok(Self { session, site: site.to_owned() })
    }

    /// The picture of a scene, as PNG.
    fn take(&self, scene: &Scene, lang: Lang) -> Result<Vec<u8>> {
        let time = match scene.with {
            With::NoReport => Time::Begun,
            With::FirstReports => Time::Early,
            _ => Time::Late,
        };
        let year = Year::of(lang, scene.who, time)?;
        if scene.with == With::OtherPlan {
            year.keep_other()?;
        }
        let (width, height) = scene.window;
        said(self.session.resize(width, height))?;
        let clock = json!({ "source": STILL.replace("NOW", &time.now()?.to_string()) });
        let clock = said(self.session.devtools("Page.addScriptToEvaluateOnNewDocument", &clock))?;
        // A page without the program, so that nothing is kept meanwhile.
        self.go("install/icon.svg")?;
        let keep = "localStorage.clear(); for (const [key, text] of Object.entries(arguments[0])) localStorage.setItem(key, text)";
        self.run(keep, &json!([year.kept()]))?;
        self.go(scene.address)?;
        self.until(scene.ready)?;
        if scene.with == With::FilesBack {
            self.choose(&year.given_back()?)?;
        }
        self.run(scene.act, &json!([year::OTHER_PLAN]))?;
        self.until(scene.done)?;
        // No field has the focus, and the pointer is over nothing.
        self.run("document.activeElement?.blur(); scrollTo(0, 0)", &json!([]))?;
        said(self.session.point_at(1, 1))?;
        self.run(AT_REST, &json!([]))?;
        let complaints = self.session.complaints();
        ensure!(complaints.is_empty(), "the page complained: {complaints:#?}");
        let picture = png::small(&self.still(scene)?)?;
        said(self.session.devtools("Page.removeScriptToEvaluateOnNewDocument", &clock))?;
        Ok(picture)
    }

    /// What is seen once it is the same twice.
    fn still(&self, scene: &Scene) -> Result<Vec<u8>> {
        let mut before = self.shot(scene)?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            thread::sleep(GLANCE);
            let now = self.shot(scene)?;
            if now == before {
                return Ok(now);
            }
            ensure!(Instant::now() < deadline, "it does not come to rest");
            before = now;
        }
    }

    /// Chooses files to be brought together.
    fn choose(&self, files: &[(String, String)]) -> Result<()> {
        let folder = shell::root().join("target/pictures/back");
        fs::create_dir_all(&folder)?;
        let mut paths = Vec::new();
        for (name, text) in files {
            fs::write(folder.join(name), text)?;
            paths.push(folder.join(name).display().to_string());
        }
        let field = self.run("return document.getElementById('progress-files')", &json!([]))?;
        let field = Element::from(&field).context("there is no field for files")?;
        said(self.session.type_into(&field, &paths.join("\n")))
    }

    /// What is seen of a part of the page, or in the window.
    fn shot(&self, scene: &Scene) -> Result<Vec<u8>> {
        let mut how = json!({ "format": "png" });
        if !scene.part.is_empty() {
            let place = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
                return [box.left - 24, box.top + scrollY - 8, box.width + 48, Math.min(box.height + 16, arguments[1])].map(Math.round)";
            let place = self.run(place, &json!([scene.part, scene.window.1]))?;
            how["clip"] = json!({ "x": place[0], "y": place[1], "width": place[2], "height": place[3], "scale": 1 });
            how["captureBeyondViewport"] = json!(true);
        }
        let taken = said(self.session.devtools("Page.captureScreenshot", &how))?;
        BASE64_STANDARD.decode(taken["data"].as_str().unwrap_or_default()).context("no picture came")
    }

    fn go(&self, address: &str) -> Result<()> {
        said(self.session.post("url", &json!({ "url": format!("{}{address}", self.site) }))).map(drop)
    }

    /// Waits until there is such an element, drawn by the program.
    fn until(&self, selector: &str) -> Result<()> {
        let there = "return !document.querySelector('[data-prerendered]') && !!document.querySelector(arguments[0])";
        let deadline = Instant::now() + PATIENCE;
        while self.run(there, &json!([selector]))? != true {
            if Instant::now() > deadline {
                bail!("waited in vain for {selector}; the page complained of {:#?}", self.session.complaints());
            }
            thread::sleep(GLANCE);
        }
        Ok(())
    }

    fn run(&self, script: &str, arguments: &Value) -> Result<Value> {
        said(self.session.run(script, arguments))
    }
}
