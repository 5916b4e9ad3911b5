//! `cargo xtask test`: everything that must hold, in order, the quick things first; stops at the first that
//! does not.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::browsers::{self, Driver, Engine};
use crate::server::Site;
use crate::{Misused, old_engine, shell, single, site, tools};

/// A part of the checks that can be run alone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Lint,
    Native,
    Wasm,
    Size,
    EndToEnd,
    Firefox,
    WebKit,
    File,
    Old,
}

impl Part {
    const NAMES: [(&str, Self); 9] = [
        ("lint", Self::Lint),
        ("native", Self::Native),
        ("wasm", Self::Wasm),
        ("size", Self::Size),
        ("e2e", Self::EndToEnd),
        ("firefox", Self::Firefox),
        ("webkit", Self::WebKit),
        ("file", Self::File),
        ("old", Self::Old),
    ];

    /// The parts that look at the built site.
    const OF_THE_SITE: [Self; 6] = [Self::Size, Self::EndToEnd, Self::Firefox, Self::WebKit, Self::File, Self::Old];

    /// The engines whose drivers the part needs.
    fn engines(self) -> &'static [Engine] {
        match self {
            Self::Lint | Self::Native => &[],
            Self::Wasm | Self::Size | Self::EndToEnd => &[Engine::Chromium],
            Self::Firefox => &[Engine::Firefox],
            Self::WebKit => &[Engine::WebKit],
            Self::File => &Engine::OF_TODAY,
            Self::Old => old_engine::ENGINES,
        }
    }
}

/// What was asked for.
struct Request {
    only: Option<Part>,
    build: bool,
    /// For the tests of the one part that was asked for.
    test_args: Vec<String>,
}

impl Request {
    fn read(args: &[String]) -> Result<Self> {
        let mut request = Self { only: None, build: true, test_args: Vec::new() };
        let mut rest = args.iter();
        while let Some(arg) = rest.next() {
            match arg.as_str() {
                "--no-build" => request.build = false,
                "--only" => {
                    let name = rest.next().map_or("", String::as_str);
                    let part = Part::NAMES.iter().find(|(known, _)| *known == name);
                    let (_, part) = part.ok_or_else(|| Misused(format!("there is no part `{name}` of the checks")))?;
                    request.only = Some(*part);
                }
                "--" if request.only.is_some() => request.test_args.extend(rest.by_ref().cloned()),
                unknown => return Err(Misused(format!("`test` does not know `{unknown}`")).into()),
            }
        }
        Ok(request)
    }

    fn wants(&self, part: Part) -> bool {
        self.only.is_none_or(|only| only == part)
    }

    /// The engines that the wanted parts run in.
    fn engines(&self) -> Vec<Engine> {
        let parts = Part::NAMES.iter().map(|(_, part)| *part).filter(|part| self.wants(*part));
        let needed: Vec<Engine> = parts.flat_map(Part::engines).copied().collect();
        Engine::ALL.into_iter().filter(|engine| needed.contains(engine)).collect()
    }
}

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    let request = Request::read(args)?;
    let mut steps = Steps::default();

    if request.wants(Part::Lint) {
        steps.run("format", format)?;
        steps.run("lints: programs and tests", lint_native)?;
        steps.run("lints: the page", lint_page)?;
        steps.run("documentation", document)?;
    }
    if request.wants(Part::Native) {
        steps.run("native tests", || native_tests(&request.test_args))?;
    }
    let engines = request.engines();
    if !engines.is_empty() {
        steps.run("browsers and tools", || {
            browsers::install_missing(&engines)?;
            tools::install_missing()
        })?;
    }
    if request.wants(Part::Wasm) {
        steps.run("tests in the browser", || wasm_tests(&request.test_args))?;
    }
    if Part::OF_THE_SITE.into_iter().any(|part| request.wants(part)) {
        if request.build {
            steps.run("the site", site::build)?;
        }
        site::must_exist()?;
    }
    if request.wants(Part::Size) {
        steps.run("size of a first visit", || {
            end_to_end(Engine::Chromium, &["size::", "--nocapture"], &request.test_args)
        })?;
    }
    if request.wants(Part::EndToEnd) {
        steps.run("the whole page", || {
            let all_but = ["--skip", "size::", "--skip", "webkit::", "--skip", "old::", "--test-threads", "2"];
            end_to_end(Engine::Chromium, &all_but, &request.test_args)
        })?;
    }
    if request.wants(Part::Firefox) {
        steps.run("Firefox: papers, and a day's work", || {
            in_another_engine(Engine::Firefox, &["papers::", "journey::"], &request.test_args)
        })?;
    }
    if request.wants(Part::WebKit) {
        steps.run("WebKit: the preview, and a day's work", || {
            in_another_engine(Engine::WebKit, &["webkit::", "journey::"], &request.test_args)
        })?;
    }
    if request.wants(Part::File) {
        for engine in Engine::OF_TODAY {
            steps.run("the one file, from the disk", || from_disk(engine, &request.test_args))?;
        }
    }
    if request.wants(Part::Old) && !old_engine::ENGINES.is_empty() {
        steps.run("Chromium 87: a day's work, from the site and from the disk", || {
            let meant = ["journey::", "old::", "start::a_browser_", "webkit::papers"];
            in_another_engine(Engine::Chromium87, &meant, &request.test_args)?;
            from_disk(Engine::Chromium87, &request.test_args)
        })?;
    }
    steps.summarise();
    Ok(())
}

fn format() -> Result<()> {
    tools::add_lints()?;
    shell::run(shell::cargo().args(["fmt", "--all", "--check"])).context("`cargo fmt` puts it right")
}

fn lint_native() -> Result<()> {
    shell::run(shell::cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        "yaodian/e2e",
        "--",
        "-D",
        "warnings",
    ]))
}

/// The page once more for the target it runs on: what only compiles there is not seen natively.
fn lint_page() -> Result<()> {
    tools::install_missing()?;
    shell::run(
        shell::cargo()
            .args(["clippy", "--package", "yaodian", "--target", tools::WASM])
            .args(["--lib", "--bins", "--test", "browser", "--", "-D", "warnings"]),
    )
}

/// For those who work on the program: private parts are documented too, and may be linked to.
fn document() -> Result<()> {
    shell::run(
        shell::cargo()
            .args(["doc", "--workspace", "--no-deps", "--document-private-items"])
            .env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private-intra-doc-links"),
    )
}

fn native_tests(test_args: &[String]) -> Result<()> {
    shell::run(&mut cargo_test(&["--workspace"], &[], test_args))
}

fn wasm_tests(test_args: &[String]) -> Result<()> {
    let driver = browsers::chromedriver().context("chromedriver is not found")?;
    // Stripped as the page is: otherwise a section of the standard library asks for reference types again.
    let stripped = "profile.dev.package.yaodian.strip=true";
    let options = ["--config", stripped, "--package", "yaodian", "--target", tools::WASM, "--test", "browser"];
    shell::run(
        cargo_test(&options, &[], test_args)
            .env("CHROMEDRIVER", driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", shell::root().join("tests/browser/webdriver.json"))
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120"),
    )
}

/// The tests of the built site do not need the page's own code, which takes long to build.
const E2E: [&str; 7] = ["--package", "yaodian", "--no-default-features", "--features", "e2e", "--test", "e2e"];

/// Tests of the built site, with a server and a driver for as long as they run.
fn end_to_end(engine: Engine, own_args: &[&str], test_args: &[String]) -> Result<()> {
    let site = Site::open(&site::folder(), 0)?;
    on_page(engine, &site.address, own_args, test_args)
}

/// Tests of the page at this address, with a driver for as long as they run.
fn on_page(engine: Engine, address: &str, own_args: &[&str], test_args: &[String]) -> Result<()> {
    let driver = Driver::start(engine)?;
    shell::run(
        cargo_test(&E2E, own_args, test_args)
            .env("YAODIAN_URL", address)
            .env("YAODIAN_DIST", site::folder())
            .env("YAODIAN_ENGINE", engine.name())
            .envs(engine.browser().map(|browser| ("BROWSER", browser)))
            .env("WEBDRIVER_URL", &driver.address),
    )
}

/// The tests that are meant for another engine than Chromium, or those that were asked for by name. One at a time:
/// these drivers know no second session.
fn in_another_engine(engine: Engine, meant: &[&str], test_args: &[String]) -> Result<()> {
    let meant = if test_args.is_empty() { meant } else { &[] };
    end_to_end(engine, &[&["--test-threads", "1"], meant].concat(), test_args)
}

/// A day's work with the one file, opened from the disk.
fn from_disk(engine: Engine, test_args: &[String]) -> Result<()> {
    let file = format!("file://{}", site::folder().join(single::NAME).display());
    let meant: &[&str] = if test_args.is_empty() { &["journey::"] } else { &[] };
    on_page(engine, &file, &[&["--test-threads", "1"], meant].concat(), test_args)
}

fn cargo_test(options: &[&str], own_args: &[&str], test_args: &[String]) -> Command {
    let mut cargo = shell::cargo();
    cargo.arg("test").args(options).arg("--").args(own_args).args(test_args);
    cargo
}

/// Runs the steps, says what each is and how long it took.
#[derive(Default)]
struct Steps {
    done: Vec<(&'static str, Duration)>,
}

impl Steps {
    fn run(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) -> Result<()> {
        println!("\n━━ {} · {name}", self.done.len() + 1);
        let started = Instant::now();
        step().with_context(|| format!("failed at step {}, {name}", self.done.len() + 1))?;
        self.done.push((name, started.elapsed()));
        Ok(())
    }

    fn summarise(&self) {
        println!("\n━━ All is well");
        for (name, time) in &self.done {
            println!("{:>5} s  {name}", time.as_secs());
        }
        println!("{:>5} s  in all", self.done.iter().map(|(_, time)| time.as_secs()).sum::<u64>());
    }
}
