//! `cargo xtask test` runs all checks in order, the quick ones first, and stops at the first that fails.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::browsers::{self, Driver, Engine};
use crate::server::Site;
use crate::shell::Beside;
use crate::{Misused, axe, engines, old_engine, sheets, shell, site, timed, tools};

/// A part of the checks that can be run alone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Lint,
    Native,
    Sheets,
    Wasm,
    Size,
    EndToEnd,
    Firefox,
    WebKit,
    File,
    Old,
}

impl Part {
    const NAMES: [(&str, Self); 10] = [
        ("lint", Self::Lint),
        ("native", Self::Native),
        ("sheets", Self::Sheets),
        ("wasm", Self::Wasm),
        ("size", Self::Size),
        ("e2e", Self::EndToEnd),
        ("firefox", Self::Firefox),
        ("webkit", Self::WebKit),
        ("file", Self::File),
        ("old", Self::Old),
    ];

    /// The parts that need the built site.
    const OF_THE_SITE: [Self; 6] = [Self::Size, Self::EndToEnd, Self::Firefox, Self::WebKit, Self::File, Self::Old];

    /// The engines that the part needs drivers of.
    fn engines(self) -> &'static [Engine] {
        match self {
            Self::Wasm | Self::Size | Self::EndToEnd => &[Engine::Chromium],
            Self::Firefox => &[Engine::Firefox],
            Self::WebKit => &[Engine::WebKit],
            Self::File => &Engine::OF_TODAY,
            Self::Old if old_engine::EXISTS => &[Engine::Chromium87],
            Self::Lint | Self::Native | Self::Sheets | Self::Old => &[],
        }
    }
}

/// The options of the command.
struct Request {
    only: Option<Part>,
    build: bool,
    every_engine: bool,
    /// Arguments for the tests of the one part that is run.
    test_args: Vec<String>,
}

impl Request {
    fn read(args: &[String]) -> Result<Self> {
        let mut request = Self { only: None, build: true, every_engine: false, test_args: Vec::new() };
        let mut rest = args.iter();
        while let Some(arg) = rest.next() {
            match arg.as_str() {
                "--no-build" => request.build = false,
                "--every-engine" => request.every_engine = true,
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

    /// Whether an engine runs all tests that can run in it, or those given by name.
    fn takes_all(&self) -> bool {
        self.every_engine || !self.test_args.is_empty()
    }

    /// Whether the site is built, rather than the existing one used.
    fn builds(&self) -> bool {
        self.build && self.wants_site()
    }

    fn wants_site(&self) -> bool {
        Part::OF_THE_SITE.into_iter().any(|part| self.wants(part))
    }

    fn wants(&self, part: Part) -> bool {
        self.only.is_none_or(|only| only == part)
    }

    /// The engines in which the wanted parts run.
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
    }
    // The last and longest step of the build has one thread, so the next checks run beside it.
    let site = if request.builds() { Some(site_beside()?) } else { None };
    if request.wants(Part::Lint) {
        steps.run("documentation", document)?;
        steps.run("licences and sources of crates", crates)?;
    }
    if request.wants(Part::Native) {
        steps.run("native tests", || native_tests(&request.test_args))?;
    }
    if request.wants(Part::Sheets) {
        steps.run("forms in LibreOffice and openpyxl", sheets::run)?;
    }
    let engines = request.engines();
    if !engines.is_empty() {
        steps.run("browsers and tools", || {
            browsers::install_missing(&engines)?;
            axe::install_missing()?;
            tools::install_missing()
        })?;
    }
    if request.wants(Part::Wasm) {
        steps.run("tests in the browser", || wasm_tests(&request.test_args))?;
    }
    if let Some(site) = site {
        steps.run("the site, as far as it was not built yet", || site.finish())?;
    }
    if request.wants_site() {
        site::must_exist()?;
    }
    if request.wants(Part::Size) {
        steps.run("size of a first visit", || {
            let own_args = [&engines::SIZE[..], &["--nocapture"]].concat();
            end_to_end(Engine::Chromium, 1, &own_args, &request.test_args)
        })?;
    }
    if request.wants(Part::EndToEnd) {
        steps.run("the whole page in Chromium", || the_whole_page(Engine::Chromium, &request))?;
    }
    if request.wants(Part::Firefox) {
        let name = if request.takes_all() { "the whole page in Firefox" } else { "what Firefox can break of the page" };
        steps.run(name, || the_whole_page(Engine::Firefox, &request))?;
    }
    if request.wants(Part::WebKit) {
        let name = if request.takes_all() { "the whole page in WebKit" } else { "what WebKit can break of the page" };
        steps.run(name, || the_whole_page(Engine::WebKit, &request))?;
    }
    if request.wants(Part::File) {
        for engine in Engine::OF_TODAY {
            steps.run("the one file, from the disk", || from_disk(engine, &request.test_args))?;
        }
    }
    if request.wants(Part::Old) && !old_engine::EXISTS {
        println!("\nnot here: Chromium 87, of which there is none for this machine");
    } else if request.wants(Part::Old) {
        steps.run("Chromium 87: a day's work, from the site and from the disk", || {
            let tests = meant(&engines::IN_AN_OLD_ONE, &request.test_args);
            end_to_end(Engine::Chromium87, AT_ONCE, tests, &request.test_args)?;
            from_disk(Engine::Chromium87, &request.test_args)
        })?;
    }
    steps.summarise();
    Ok(())
}

/// Builds the site while other checks run.
fn site_beside() -> Result<Beside> {
    tools::install_missing()?;
    tools::add_std_source()?;
    let own = std::env::current_exe().context("this program is not found")?;
    Beside::start(shell::command(&own.to_string_lossy()).arg("dist"), "target/site.log")
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

/// Lints the page once more for the target it runs on, as a native build leaves some code out.
fn lint_page() -> Result<()> {
    tools::install_missing()?;
    shell::run(
        shell::cargo()
            .args(["clippy", "--package", "yaodian", "--target", tools::WASM])
            .args(["--lib", "--bins", "--test", "browser", "--", "-D", "warnings"]),
    )
}

/// Documents the workspace for those who work on it: private items too, which may be linked to.
fn document() -> Result<()> {
    shell::run(
        shell::cargo()
            .args(["doc", "--workspace", "--no-deps", "--document-private-items"])
            .env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private-intra-doc-links"),
    )
}

/// Checks crates by `.cargo/deny.toml`. Advisories need a network, and are left to those who have one.
fn crates() -> Result<()> {
    tools::install_deny()?;
    let deny = shell::tools_dir().join("bin/cargo-deny");
    shell::run(shell::command(&deny.to_string_lossy()).args([
        "--offline",
        "--workspace",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))
}

fn native_tests(test_args: &[String]) -> Result<()> {
    timed::run(timed::cargo_test(&["--workspace", "--lib", "--bins", "--tests"]).args(test_args))?;
    // The harness of documentation examples cannot be asked for times.
    shell::run(shell::cargo().args(["test", "--workspace", "--doc", "--"]).args(test_args))
}

fn wasm_tests(test_args: &[String]) -> Result<()> {
    let driver = browsers::chromedriver().context("chromedriver is not found")?;
    // Stripped like the page: otherwise a section of the standard library asks for reference types again.
    let stripped = "profile.dev.package.yaodian.strip=true";
    let options = ["--config", stripped, "--package", "yaodian", "--target", tools::WASM, "--test", "browser"];
    shell::run(
        shell::cargo()
            .arg("test")
            .args(options)
            .arg("--")
            .args(test_args)
            .env("CHROMEDRIVER", driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", shell::root().join("tests/browser/webdriver.json"))
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120"),
    )
}

/// Cargo's options for the tests of the built site, which do not need the page's own code, as that takes long to build.
const E2E: [&str; 7] = ["--package", "yaodian", "--no-default-features", "--features", "e2e", "--test", "e2e"];

/// How many of these tests run at once.
const AT_ONCE: usize = 2;

/// Runs tests of the built site, with a server and drivers for as long as they run.
fn end_to_end(engine: Engine, at_once: usize, own_args: &[&str], test_args: &[String]) -> Result<()> {
    let site = Site::open(&site::folder(), 0)?;
    on_page(engine, &site.address, at_once, own_args, test_args)
}

/// Runs tests of the page at this address, with drivers for as long as they run.
fn on_page(engine: Engine, address: &str, at_once: usize, own_args: &[&str], test_args: &[String]) -> Result<()> {
    // A test may need a second session while all others have one; one more than the tests is enough for one of them.
    let sessions = at_once + 1;
    let count = if engine.knows_one_session() { sessions } else { 1 };
    let drivers = (0..count).map(|_| Driver::start(engine)).collect::<Result<Vec<_>>>()?;
    let addresses: Vec<&str> = drivers.iter().map(|driver| driver.address.as_str()).cycle().take(sessions).collect();
    timed::run(
        timed::cargo_test(&E2E)
            .args(own_args)
            .args(test_args)
            .args(["--test-threads", &at_once.to_string()])
            .env("YAODIAN_URL", address)
            .env("YAODIAN_DIST", site::folder())
            .env("YAODIAN_ENGINE", engine.name())
            .env("YAODIAN_AXE", axe::file())
            .envs(engine.browser().map(|browser| ("BROWSER", browser)))
            .env("WEBDRIVER_URL", addresses.join(" ")),
    )
}

/// Runs the tests of the whole page in an engine: all, those that the engine can break, or those given by name.
fn the_whole_page(engine: Engine, request: &Request) -> Result<()> {
    for (test, why) in engines::not_in(engine) {
        println!("not in {}: {test}: {why}", engine.name());
    }
    let tests = engines::of_the_whole_page(engine, request.takes_all());
    end_to_end(engine, AT_ONCE, &tests, &request.test_args)
}

/// Runs the tests of a day's work with the one file, opened from the disk.
fn from_disk(engine: Engine, test_args: &[String]) -> Result<()> {
    let file = format!("file://{}", site::folder().join(site::ONE_FILE).display());
    on_page(engine, &file, 1, meant(engines::from_disk(engine), test_args), test_args)
}

/// The tests of a step, unless others were given by name.
fn meant(tests: &'static [&'static str], test_args: &[String]) -> &'static [&'static str] {
    if test_args.is_empty() { tests } else { &[] }
}

/// Runs the steps, printing the name of each and how long it took.
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
