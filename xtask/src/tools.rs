//! Installs the tools that the machine lacks: for the build the `wasm32` target, Trunk, and the `wasm-bindgen` programs in
//! exactly the version of the library; for the tests the driver of Firefox and `cargo-deny`. They go to `target/tools`, so
//! that nothing else on the machine changes, and a wrong version elsewhere does no harm.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::shell;

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The version of Trunk: the last that Rust 1.95 builds.
const TRUNK: &str = "0.21.14";

/// The version of the driver of Firefox.
const GECKODRIVER: &str = "0.37.1";

/// The version of cargo-deny, which checks the licences and sources of crates.
const DENY: &str = "0.20.2";

/// A profile that builds tools in a third of the time, as they need to be there soon and not to be fast.
const QUICK_PROFILE: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "true"),
];

/// A crate whose programs are installed.
struct Tool {
    krate: &'static str,
    version: String,
    programs: &'static [&'static str],
    options: &'static [&'static str],
}

/// Installs what building the page needs, as far as it is missing; quick if nothing is.
pub fn install_missing() -> Result<()> {
    add_wasm_target()?;
    for tool in tools()? {
        tool.install_if_missing()?;
    }
    fetch_dependencies()
}

/// Installs the driver of Firefox; quick if it is there.
pub fn install_geckodriver() -> Result<()> {
    let tool = Tool { krate: "geckodriver", version: GECKODRIVER.to_owned(), programs: &["geckodriver"], options: &[] };
    tool.install_if_missing()
}

/// Installs cargo-deny; quick if it is there.
pub fn install_deny() -> Result<()> {
    let options = &["--no-default-features"];
    let tool = Tool { krate: "cargo-deny", version: DENY.to_owned(), programs: &["cargo-deny"], options };
    tool.install_if_missing()
}

/// Adds the parts of the toolchain that only the checks need.
pub fn add_lints() -> Result<()> {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if shell::ask(shell::cargo().args([command, "--version"])).is_none() {
            println!("{component} is missing and will be installed");
            shell::run(shell::command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Adds the source of the standard library, which the site compiles for itself.
pub fn add_std_source() -> Result<()> {
    let sysroot = shell::ask(shell::command("rustc").args(["--print", "sysroot"]));
    if sysroot.is_some_and(|folder| PathBuf::from(folder).join("lib/rustlib/src/rust/library").is_dir()) {
        return Ok(());
    }
    println!("the source of the standard library is missing and will be installed");
    shell::run(shell::command("rustup").args(["component", "add", "rust-src"]))
        .context("this toolchain has no source of the standard library; with rustup it can be added")
}

fn tools() -> Result<[Tool; 2]> {
    Ok([
        Tool {
            krate: "wasm-bindgen-cli",
            version: locked_version("wasm-bindgen")?,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            options: &[],
        },
        Tool {
            krate: "trunk",
            version: TRUNK.to_owned(),
            programs: &["trunk"],
            // Its default features are an update check and TLS for downloads; Trunk downloads nothing here.
            options: &["--no-default-features"],
        },
    ])
}

impl Tool {
    /// Whether the programs run and give the right version; a file alone does not count.
    fn is_installed(&self) -> bool {
        self.programs.iter().all(|program| {
            let file = shell::tools_dir().join("bin").join(program);
            shell::ask(shell::command(&file.to_string_lossy()).arg("--version"))
                .is_some_and(|answer| answer.split_whitespace().any(|word| word == self.version))
        })
    }

    fn install_if_missing(&self) -> Result<()> {
        if self.is_installed() { Ok(()) } else { self.install() }
    }

    fn install(&self) -> Result<()> {
        let Self { krate, version, .. } = self;
        println!("{krate} {version} is missing and will be built into target/tools: a few minutes, once");
        let started = Instant::now();
        // A mirror of the registry may lack a locked dependency, so the second try goes without the lock file.
        shell::run(self.cargo_install().arg("--locked")).or_else(|error| {
            println!("{error:#}; trying again without its lock file");
            shell::run(&mut self.cargo_install())
        })?;
        if !self.is_installed() {
            bail!("{krate} was installed, but does not answer with version {version}");
        }
        println!("{krate} {version} installed in {} s", started.elapsed().as_secs());
        // Kept until here, so that an interrupted installation continues where it stopped.
        let _ = fs::remove_dir_all(build_dir());
        Ok(())
    }

    fn cargo_install(&self) -> std::process::Command {
        let mut cargo = shell::cargo();
        cargo
            .args(["install", self.krate, "--version", &format!("={}", self.version), "--force"])
            .args(self.options)
            .arg("--root")
            .arg(shell::tools_dir())
            .arg("--target-dir")
            .arg(build_dir())
            .env_remove("CARGO_TARGET_DIR")
            .envs(QUICK_PROFILE);
        cargo
    }
}

fn build_dir() -> PathBuf {
    shell::tools_dir().join("build")
}

fn add_wasm_target() -> Result<()> {
    let library = shell::ask(shell::command("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if library.is_some_and(|folder| PathBuf::from(folder).is_dir()) {
        return Ok(());
    }
    println!("the target {WASM} is missing and will be installed");
    shell::run(shell::command("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("this toolchain has no target {WASM}; with rustup it can be added"))
}

/// Fetches the crates ahead, because Trunk runs offline, so that it never downloads a tool by itself.
fn fetch_dependencies() -> Result<()> {
    let host = shell::ask(shell::command("rustc").arg("--print=host-tuple"));
    let mut cargo = shell::cargo();
    cargo.args(["fetch", "--quiet", "--target", WASM]);
    if let Some(host) = &host {
        cargo.args(["--target", host]);
    }
    shell::run(&mut cargo)
}

/// The version of a library according to `Cargo.lock`.
fn locked_version(krate: &str) -> Result<String> {
    let file = shell::root().join("Cargo.lock");
    let lock = fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
    version_in_lock(&lock, krate).with_context(|| format!("Cargo.lock does not name {krate}"))
}

fn version_in_lock(lock: &str, krate: &str) -> Option<String> {
    let lock: toml::Table = toml::from_str(lock).ok()?;
    let package = lock
        .get("package")?
        .as_array()?
        .iter()
        .find(|package| package.get("name").and_then(toml::Value::as_str) == Some(krate))?;
    Some(package.get("version")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "trunk"), None);
    }
}
