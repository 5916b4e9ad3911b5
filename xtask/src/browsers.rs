//! The browser of the tests: Chromium with its driver, a Chinese font, and `pdftotext` to read what is printed.
//! Installs what is missing on Debian and its kin; elsewhere says what is needed.

use std::env;
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{self, Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::shell;

/// Something the tests need, by the name of its Debian package.
struct Need {
    package: &'static str,
    /// Looks for the thing itself, because it may have come in another way than by this package.
    is_there: fn() -> bool,
}

const NEEDS: [Need; 5] = [
    Need { package: "chromium", is_there: || chromium().is_some() },
    Need { package: "chromium-driver", is_there: || driver().is_some() },
    // Says which fonts there are.
    Need { package: "fontconfig", is_there: || shell::find("fc-list").is_some() },
    Need { package: "fonts-noto-cjk", is_there: can_show_chinese },
    Need { package: "poppler-utils", is_there: || shell::find("pdftotext").is_some() },
];

/// Installs what the tests need and is missing.
pub fn install_missing() -> Result<()> {
    let missing = missing();
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
    if let Some(package) = self::missing().first() {
        bail!("{package} was installed but is not found");
    }
    Ok(())
}

fn missing() -> Vec<&'static str> {
    NEEDS.iter().filter(|need| !(need.is_there)()).map(|need| need.package).collect()
}

fn can_show_chinese() -> bool {
    let fonts = shell::ask(Command::new("fc-list").arg(":lang=zh-cn"));
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

/// The browser itself.
pub fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| shell::find(name))
}

/// The program that steers it.
pub fn driver() -> Option<PathBuf> {
    shell::find("chromedriver")
}

/// A running driver; it ends with this value, and its browsers with it.
pub struct Driver {
    /// Where it answers.
    pub address: String,
    process: Child,
    /// Where it and its browsers put what they need for a moment, and do not always take away again.
    litter: PathBuf,
}

impl Driver {
    /// Starts the driver on a free port and waits until it answers.
    pub fn start() -> Result<Self> {
        let program = driver().context("chromedriver is not found")?;
        // The port is free again for the driver as soon as the listener is dropped.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        // A short path: a browser's sockets lie in it, and their addresses may not be long.
        let litter = env::temp_dir().join(format!("yaodian-{}", process::id()));
        fs::create_dir_all(&litter)?;
        let process = Command::new(program)
            .arg(format!("--port={port}"))
            .env("TMPDIR", &litter)
            .stdout(Stdio::null())
            .spawn()
            .context("chromedriver could not be started")?;
        let started = Self { address: format!("http://127.0.0.1:{port}"), process, litter };
        let deadline = Instant::now() + Duration::from_secs(30);
        while !is_ready(port) {
            if Instant::now() > deadline {
                bail!("chromedriver does not answer");
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(started)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.litter);
    }
}

/// Asks the driver whether it is ready, as the protocol has it. Its answer is read only as far as needed: it keeps the
/// connection open.
fn is_ready(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        write!(stream, "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n")?;
        let mut answer = Vec::new();
        let mut piece = [0; 512];
        loop {
            let length = stream.read(&mut piece)?;
            answer.extend_from_slice(&piece[..length]);
            if String::from_utf8_lossy(&answer).contains("\"ready\":true") {
                return Ok(true);
            }
            if length == 0 {
                return Ok(false);
            }
        }
    };
    ask().unwrap_or(false)
}
