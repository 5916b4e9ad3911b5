//! Installs axe-core, with which the tests look for what keeps people out. It is fetched once, as published, into `target/tools`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha512};

use crate::shell;

const VERSION: &str = "4.14.1";

/// The hash of the published package.
const SHA512: &str = "1477dafa598d8d065f273d6af302aa203c02e83131707b7fa648cd41bd3d6b734f8c22a0dab86ee6a6f64b8afbe804b214d36db85a2826965edfb3a0b9d546b5";

/// The path of axe-core's script, once it is installed.
pub fn file() -> PathBuf {
    shell::tools_dir().join(format!("axe-core-{VERSION}.js"))
}

/// Installs axe-core if it is missing.
pub fn install_missing() -> Result<()> {
    if file().is_file() {
        return Ok(());
    }
    println!("axe-core {VERSION} is missing and will be fetched into target/tools");
    fs::create_dir_all(shell::tools_dir())?;
    let package = shell::tools_dir().join("axe-core.tgz");
    let address = format!("https://registry.npmjs.org/axe-core/-/axe-core-{VERSION}.tgz");
    shell::run(shell::command("curl").args(["-fsSL", "--retry", "3", "-o"]).arg(&package).arg(address))?;
    let sum = format!("{:x}", Sha512::digest(fs::read(&package)?));
    if sum != SHA512 {
        bail!("what came is not axe-core {VERSION}: its SHA-512 is {sum}");
    }
    let unpack = ["-xzO", "package/axe.min.js", "-f"];
    let script = shell::ask(shell::command("tar").args(unpack).arg(&package)).context("axe-core cannot be unpacked")?;
    fs::write(file(), script)?;
    let _ = fs::remove_file(package);
    Ok(())
}
