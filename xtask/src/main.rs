//! `cargo xtask COMMAND` runs the commands of this repository.
//!
//! This file only finds the command that is asked for; each command has a file of its own:
//!
//! - [`mod@site`], [`server`]: build the static site, serve it on this machine. A program of its own, `xtask/site`, finishes
//!   what Trunk has built.
//! - [`check`], [`engines`], [`timed`]: everything that must hold before a change is good, step by step; which tests run in
//!   which engine; the tests that take longest.
//! - [`mod@sheets`]: forms that are handed out, as other spreadsheet programs have them.
//! - [`outline`], [`score`], [`plan`]: print what the reader reads from a plan; compare it with what a person reads; write the plan that
//!   the page carries.
//! - [`mod@bench`]: how long a person waits for the page.
//! - [`mod@pictures`]: the pictures of the guide.
//! - [`tools`], [`browsers`], [`old_engine`], [`need`]: install what the commands need and the machine lacks.
//! - [`shell`]: run other programs and say what is being done.

mod axe;
mod bench;
mod browsers;
mod check;
mod engines;
mod need;
mod old_engine;
mod outline;
mod pictures;
mod plan;
mod score;
#[cfg(feature = "script-table")]
mod script_table;
mod server;
mod sheets;
mod shell;
mod site;
mod timed;
mod tools;
#[allow(dead_code, reason = "the end-to-end tests do more with a page than these commands")]
#[path = "../../tests/e2e/webdriver.rs"]
mod webdriver;

use std::process::ExitCode;

use anyhow::{Result, anyhow};

const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve [--port N] [--no-build]
        build the page and serve it on 127.0.0.1 (port 8080, or the next free one)
  test [--only lint|native|sheets|wasm|size|e2e|firefox|webkit|file|old] [--every-engine] [--no-build] [-- ARGS]
        check everything: format, lints, docs, crates, native tests, forms in other programs, tests in a browser, size, the whole page in Chromium
        (e2e), what an engine can break of it in Firefox and WebKit, a day's work with the one file and in Chromium 87.
        --every-engine runs the whole page in all three. --only runs one part, and hands ARGS to its tests (a name to
        filter by, say)
  dist  build the static site into dist/, and dist/yaodian.html: all of it in one file
  outline FILE
        print what the reader reads in a plan, as JSON
  score FOLDER ...
        compare what the reader reads in each plan NAME.txt of a folder with what a person read, NAME.json in the form of `outline`,
        and print how far they agree
  plan [--check]
        write plans/haidong-2021/plan.json anew from its source and facts; with --check, only compare
  bench [--no-build] [--measures N | --visit | --reader] [--beside FOLDER]
        measure in a browser how long a person waits, with plans of 129, 1,000 and 10,000 measures, or of N, and for a first
        visit, or for that alone; beside it the same with a site that an earlier `bench` left in FOLDER;
        with --reader how long the reader takes, without a browser
  pictures [--no-build] [NAME ...]
        take the pictures of the guide and the README anew, docs/pictures, or those of these names

What is missing on this machine is installed first, and said so.";

/// An error: the command line has something that this program does not know. Ends with the usage and exit code 2.
#[derive(Debug)]
pub struct Misused(pub String);

impl std::fmt::Display for Misused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misused {}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Err(error) = run(&args) else {
        return ExitCode::SUCCESS;
    };
    eprintln!("xtask: {error:#}");
    if error.is::<Misused>() {
        eprintln!("\n{USAGE}");
        return ExitCode::from(2);
    }
    ExitCode::FAILURE
}

/// Turns a failure of a browser's driver into an error of this program.
fn said<T>(answer: Result<T, webdriver::Failure>) -> Result<T> {
    answer.map_err(|failure| anyhow!("the browser: {failure}"))
}

fn run(args: &[String]) -> Result<()> {
    let Some((command, rest)) = args.split_first() else {
        return Err(Misused("which command?".into()).into());
    };
    match command.as_str() {
        "serve" => server::run(rest),
        "test" => check::run(rest),
        "dist" => site::run(rest),
        "outline" => outline::run(rest),
        "score" => score::run(rest),
        "plan" => plan::run(rest),
        "bench" => bench::run(rest),
        "pictures" => pictures::run(rest),
        #[cfg(feature = "script-table")]
        "script-table" => script_table::run(rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        unknown => Err(Misused(format!("there is no command `{unknown}`")).into()),
    }
}
