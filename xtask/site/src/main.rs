//! Finishes the site, as the last step of `cargo xtask dist`: makes what is published from what Trunk has built.
//!
//! This is a program of its own because it draws the list with the page's own views: commands that need only the plan do not
//! have to wait until Leptos is compiled. Each step has a file:
//!
//! - [`split`] cuts the program into modules; [`wasm`] rewrites them.
//! - [`slim`] removes what no browser reads; [`styles`] minifies the CSS.
//! - [`prerender`] draws the list into the page; [`first`] has it in traditional Chinese and in English.
//! - [`single`] puts everything into one file.
//! - [`offline`] lets browsers keep the site.
//! - [`guide`] writes the guide beside it.
//! - [`policy`] writes the security policy.

mod first;
mod guide;
mod offline;
mod policy;
mod prerender;
mod single;
mod slim;
mod split;
mod styles;
mod wasm;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("site: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Finishes the site in a folder; `linked` is the program as the linker left it, with its relocations.
fn run(args: &[String]) -> Result<()> {
    let [folder, linked] = args else { bail!("which folder, and which linked program?") };
    let folder = Path::new(folder);
    split::split(folder, Path::new(linked))?;
    slim::slim(folder)?;
    prerender::write(folder)?;
    single::write(folder)?;
    guide::write(folder)?;
    offline::register(folder)?;
    policy::write(folder)?;
    offline::write_worker(folder)
}
