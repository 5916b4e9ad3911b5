//! Installs Chromium 87, the oldest engine that the page runs in, as offices use browsers built on it. No package of it is
//! left, but the Python packages of Qt 5.15 contain it. They go to `target/tools`; what they need of the machine, mostly what
//! every Chromium needs, comes as Debian packages.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::need::{CHROMIUM, Need};
use crate::shell;

/// Whether there is a Chromium 87 for this machine.
pub const EXISTS: bool = cfg!(all(target_os = "linux", target_arch = "x86_64"));

const PYTHON: &str = "target/tools/chromium87/bin/python";

/// The command that starts its window and driver in one.
pub const DRIVER: [&str; 2] = [PYTHON, "tests/e2e/chromium87.py"];

/// The Python packages in the versions that were tried, as their own requirements on each other are loose.
const PACKAGES: [&str; 6] = [
    "PyQt5==5.15.11",
    "PyQt5-Qt5==5.15.19",
    "PyQt5-sip==12.20.0",
    "PyQtWebEngine==5.15.7",
    "PyQtWebEngine-Qt5==5.15.19",
    "websocket-client==1.8.0",
];

/// A script that loads all of the engine and compares the versions.
const ASK: &str = "\
import sys, websocket, PyQt5.QtWebEngineWidgets
from importlib.metadata import version
sys.exit(any(version(name) != wanted for name, wanted in (package.split('==') for package in sys.argv[1:])))";

/// The Debian packages that the engine needs.
pub const NEEDS: [Need; 9] = [
    Need { package: "chromium", is_there: || CHROMIUM.iter().any(|name| shell::find(name).is_some()) },
    Need { package: "python3", is_there: || shell::find("python3").is_some() },
    Need { package: "python3-venv", is_there: can_make_a_place_for_packages },
    Need { package: "libgl1", is_there: || has_library("libGL.so.1") },
    Need { package: "libx11-xcb1", is_there: || has_library("libX11-xcb.so.1") },
    Need { package: "libxrender1", is_there: || has_library("libXrender.so.1") },
    Need { package: "libxtst6", is_there: || has_library("libXtst.so.6") },
    Need { package: "libxkbcommon0", is_there: || has_library("libxkbcommon.so.0") },
    Need { package: "libgssapi-krb5-2", is_there: || has_library("libgssapi_krb5.so.2") },
];

/// Installs what is missing; quick if nothing is.
pub fn install_missing() -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    println!("Chromium 87 is missing and will be installed into target/tools: 170 MB, once");
    let started = Instant::now();
    let folder = shell::tools_dir().join("chromium87");
    // The folder may be incomplete, or of another version.
    let _ = fs::remove_dir_all(&folder);
    shell::run(shell::command("python3").args(["-m", "venv"]).arg(&folder))?;
    let options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"];
    shell::run(shell::command(PYTHON).args(["-m", "pip", "install"]).args(options).args(PACKAGES))
        .context("Chromium 87 could not be installed from the registry of Python packages")?;
    if !is_installed() {
        bail!("Chromium 87 was installed, but does not run: {PYTHON} -c 'import PyQt5.QtWebEngineWidgets' says why");
    }
    println!("Chromium 87 installed in {} s", started.elapsed().as_secs());
    Ok(())
}

fn is_installed() -> bool {
    shell::ask(shell::command(PYTHON).args(["-c", ASK]).args(PACKAGES)).is_some()
}

fn can_make_a_place_for_packages() -> bool {
    shell::ask(Command::new("python3").args(["-c", "import ensurepip, venv"])).is_some()
}

fn has_library(name: &str) -> bool {
    let finder = ["/sbin/ldconfig", "/usr/sbin/ldconfig"].into_iter().find(|file| Path::new(file).is_file());
    let libraries = finder.and_then(|finder| shell::ask(Command::new(finder).arg("-p")));
    libraries.is_some_and(|libraries| libraries.lines().any(|line| line.trim_start().starts_with(name)))
}
