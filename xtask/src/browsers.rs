//! Installs the browsers that the tests need, with their drivers, a Chinese font, and `pdftotext` to read what is printed.
//! Missing ones are installed on Debian and its derivatives; elsewhere an error says what is needed.

use std::env;
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{self, Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::need::{CHROMIUM, Need};
use crate::{old_engine, shell, tools};

/// A browser engine that shows the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
    /// The oldest engine that offices are known to use.
    Chromium87,
}

impl Engine {
    /// All engines.
    pub const ALL: [Self; 4] = [Self::Chromium, Self::Firefox, Self::WebKit, Self::Chromium87];

    /// The engines that are kept up to date.
    pub const OF_TODAY: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name by which the end-to-end tests know the engine.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
            Self::Chromium87 => "chromium87",
        }
    }

    /// The path of the browser, if the driver has to be told.
    pub fn browser(self) -> Option<PathBuf> {
        let names: &[&str] = match self {
            Self::Chromium => &CHROMIUM,
            Self::Firefox => &["firefox-esr", "firefox"],
            Self::WebKit => return minibrowser(),
            Self::Chromium87 => &[],
        };
        names.iter().find_map(|name| shell::find(name))
    }

    /// Whether a driver of the engine has only one session at a time.
    pub fn knows_one_session(self) -> bool {
        self != Self::Chromium
    }

    /// The command that starts its driver.
    fn driver(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromedriver"],
            // The tests make its window narrower than it otherwise allows.
            Self::Firefox => &["geckodriver", "--allow-system-access"],
            // It opens no window without a display. The display has room for a sheet in its full height.
            Self::WebKit => &["xvfb-run", "-a", "-s", "-screen 0 1600x1600x24", "WebKitWebDriver"],
            Self::Chromium87 => &old_engine::DRIVER,
        }
    }

    fn needs(self) -> &'static [Need] {
        match self {
            Self::Chromium => &[
                Need { package: "chromium", is_there: || Self::Chromium.browser().is_some() },
                Need { package: "chromium-driver", is_there: || chromedriver().is_some() },
            ],
            // Debian has no package of Firefox' driver.
            Self::Firefox => &[
                Need { package: "firefox-esr", is_there: || Self::Firefox.browser().is_some() },
                Need { package: "fonts-droid-fallback", is_there: has_font_in_a_file_of_its_own },
            ],
            // The driver's package brings its browser.
            Self::WebKit => &[
                Need { package: "webkit2gtk-driver", is_there: has_webkit },
                Need { package: "xvfb", is_there: || shell::find("xvfb-run").is_some() },
                Need { package: "xauth", is_there: || shell::find("xauth").is_some() },
            ],
            Self::Chromium87 => &old_engine::NEEDS,
        }
    }

    /// The environment variables of its driver and browser.
    fn environment(self) -> Vec<(&'static str, PathBuf)> {
        match self {
            Self::Chromium | Self::Chromium87 => Vec::new(),
            Self::Firefox => vec![("FONTCONFIG_FILE", shell::root().join("tests/e2e/firefox-fonts.conf"))],
            Self::WebKit => vec![
                // Not on the display of the person who runs the tests.
                ("GDK_BACKEND", "x11".into()),
                // It shows only the page under test, and containers do not allow a sandbox.
                ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".into()),
            ],
        }
    }
}

/// The browser that comes with the driver of `WebKit`, in a folder of its library.
fn minibrowser() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    let folders = folders.chain(["/usr/lib", "/usr/lib64", "/usr/libexec"].map(PathBuf::from));
    folders.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser")).find(|program| program.is_file())
}

fn has_webkit() -> bool {
    shell::find("WebKitWebDriver").is_some() && minibrowser().is_some()
}

/// The driver that the tests in the browser use as well.
pub fn chromedriver() -> Option<PathBuf> {
    shell::find("chromedriver")
}

/// The packages needed with every engine.
const NEEDS: [Need; 4] = [
    // Lists the fonts.
    Need { package: "fontconfig", is_there: || shell::find("fc-list").is_some() },
    Need { package: "fonts-noto-cjk", is_there: can_show_chinese },
    // Fetches files that are in no registry of crates or packages.
    Need { package: "curl", is_there: || shell::find("curl").is_some() },
    Need { package: "poppler-utils", is_there: || shell::find("pdftotext").is_some() },
];

/// Installs what tests with these engines need, as far as it is missing.
pub fn install_missing(engines: &[Engine]) -> Result<()> {
    install_packages(engines)?;
    if engines.contains(&Engine::Firefox) {
        tools::install_geckodriver()?;
    }
    if engines.contains(&Engine::Chromium87) {
        old_engine::install_missing()?;
    }
    Ok(())
}

fn install_packages(engines: &[Engine]) -> Result<()> {
    install(|| missing(engines))
}

/// Installs these, as far as they are missing.
pub fn install_needs(needs: &[Need]) -> Result<()> {
    install(|| needs.iter().filter(|need| !(need.is_there)()).map(|need| need.package).collect())
}

fn install(lacks: impl Fn() -> Vec<&'static str>) -> Result<()> {
    let missing = lacks();
    if missing.is_empty() {
        return Ok(());
    }
    let packages = missing.join(" ");
    println!("{packages}: missing, will be installed with apt-get");
    if shell::find("apt-get").is_none() {
        bail!(
            "the tests need {packages} (names of Debian packages), and this machine has no apt-get; please install them"
        );
    }
    apt_get(&["update", "-q"]).context("the lists of packages could not be updated")?;
    let mut install = vec!["install", "-y", "-q", "--no-install-recommends"];
    install.extend(&missing);
    apt_get(&install).with_context(|| format!("please install by hand: {packages}"))?;
    if let Some(package) = lacks().first() {
        bail!("{package} was installed but is not found");
    }
    Ok(())
}

fn missing(engines: &[Engine]) -> Vec<&'static str> {
    let needs = NEEDS.iter().chain(engines.iter().flat_map(|engine| engine.needs()));
    needs.filter(|need| !(need.is_there)()).map(|need| need.package).collect()
}

fn can_show_chinese() -> bool {
    let fonts = shell::ask(Command::new("fc-list").arg(":lang=zh-cn"));
    fonts.is_some_and(|fonts| !fonts.is_empty())
}

/// Whether the one font that `firefox-fonts.conf` leaves to Firefox is installed.
fn has_font_in_a_file_of_its_own() -> bool {
    let fonts = shell::ask(Command::new("fc-list").arg("Droid Sans Fallback"));
    fonts.is_some_and(|fonts| !fonts.is_empty())
}

fn apt_get(args: &[&str]) -> Result<()> {
    let is_root = shell::ask(Command::new("id").arg("-u")).as_deref() == Some("0");
    let mut command = if is_root {
        shell::command("apt-get")
    } else if shell::ask(Command::new("sudo").args(["-n", "true"])).is_some() {
        let mut sudo = shell::command("sudo");
        sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    } else {
        bail!("installing packages needs root, or sudo without a password");
    };
    shell::run(command.args(args).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// The number of drivers started so far.
static STARTED: AtomicUsize = AtomicUsize::new(0);

/// A running driver. It ends when this value is dropped, and its browsers with it.
pub struct Driver {
    /// The address of the driver.
    pub address: String,
    /// The process that leads the group of the driver and everything it starts.
    leash: Child,
    /// The folder for temporary files of the driver and its browsers, which they do not always remove.
    litter: PathBuf,
}

impl Driver {
    /// Starts the driver of an engine on a free port and waits until it answers.
    pub fn start(engine: Engine) -> Result<Self> {
        // The port is free again for the driver as soon as the listener is dropped.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        // A short path: a browser's sockets lie in it, and their addresses may not be long.
        let litter = env::temp_dir().join(format!("yaodian-{}-{number}", process::id()));
        fs::create_dir_all(&litter)?;
        let name = engine.name();
        // Firefox prints much that would stand between the results of the tests.
        let log = format!("target/driver-{number}-{name}.log");
        let (program, args) = engine.driver().split_first().context("it has no driver")?;
        let mut driver = shell::command(program);
        driver.args(args).arg(format!("--port={port}"));
        driver.env("TMPDIR", &litter).envs(engine.environment());
        let log_file = fs::File::create(shell::root().join(&log))?;
        let leash = shell::leashed(&driver).stdout(Stdio::null()).stderr(log_file).spawn();
        let leash = leash.with_context(|| format!("the driver of {name} could not be started"))?;
        let started = Self { address: format!("http://127.0.0.1:{port}"), leash, litter };
        let deadline = Instant::now() + Duration::from_secs(30);
        while !is_ready(&started.address) {
            if Instant::now() > deadline {
                bail!("the driver of {name} does not answer; what it said is in {log}");
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(started)
    }

    /// Sends a signal to all processes of the driver. Returns whether any exists; the signal `0` only asks.
    fn signal(&self, signal: &str) -> bool {
        let group = format!("-{}", self.leash.id());
        shell::ask(Command::new("sh").args(["-c", r#"kill -s "$1" -- "$2" 2>&1"#, "kill", signal, &group])).is_some()
    }
}

impl Drop for Driver {
    /// Gives all processes a moment to end by themselves: a display that is killed leaves its number taken.
    fn drop(&mut self) {
        drop(self.leash.stdin.take());
        let _ = self.leash.wait();
        let deadline = Instant::now() + Duration::from_secs(5);
        while self.signal("0") && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(20));
        }
        self.signal("KILL");
        let _ = fs::remove_dir_all(&self.litter);
    }
}

/// Asks the driver at this address whether it is ready, by the status command of `WebDriver`.
fn is_ready(address: &str) -> bool {
    let agent = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(2))).build().new_agent();
    let status = agent.get(format!("{address}/status")).call();
    let status = status.and_then(|mut answer| answer.body_mut().read_json::<serde_json::Value>());
    status.is_ok_and(|status| status["value"]["ready"] == true)
}
