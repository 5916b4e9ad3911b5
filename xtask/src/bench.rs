//! `cargo xtask bench` measures how long a person waits for the page, with plans of several sizes, in a real browser.
//!
//! The page is built as it is published, except that it takes its plan from the document (feature `bench`). Nothing here
//! passes or fails: the figures are of one machine at one moment, and are printed for a person to read.
//!
//! - [`plan`]: plans of any size, made from the Haidong plan, and a ledger in which every measure has a mark.
//! - [`page`]: the page in a browser, with a clock in it.
//! - [`visit`], [`memory`], [`work`]: a first visit to the site, to the one file and to a plain page, and the processor time
//!   of a tick and of a letter after that.
//! - [`reader`]: how long the reader takes, without a browser.
//! - [`table`]: the figures as a table.

mod memory;
mod page;
mod plan;
mod reader;
mod table;
mod visit;
mod work;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::available_parallelism;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use yaodian::domain::plan::{MeasureId, Plan};
use yaodian::persist::keeper::Keeper;
use yaodian::persist::{embedded, ledger_file, plan_file};

use self::page::{BACKSPACE, Page};
use self::table::Figures;
use self::visit::Served;
use crate::browsers::{self, Driver, Engine};
use crate::server::Site;
use crate::{Misused, shell, site};

/// The numbers of measures of the plans; the first is the Haidong plan itself.
const SIZES: [usize; 3] = [129, 1_000, 10_000];

/// How often each action is measured; loading a page is measured less often.
const RUNS: usize = 15;
const LOADS: usize = 5;

/// The keys typed into the search, in turn: two characters, then both removed again.
const SEARCH: [&str; 4] = ["农", "村", BACKSPACE, BACKSPACE];

/// The name of a page of the same site without the program, from which visits begin.
const EMPTY: &str = "empty.html";

/// The options of the command.
struct Request {
    build: bool,
    sizes: Vec<usize>,
    /// Whether a first visit is measured.
    visit: bool,
    /// Another site that was built for this command, to be measured beside the current one.
    beside: Option<PathBuf>,
}

impl Request {
    fn read(args: &[String]) -> Result<Self> {
        let mut request = Self { build: true, sizes: SIZES.to_vec(), visit: true, beside: None };
        let mut rest = args.iter();
        while let Some(arg) = rest.next() {
            match arg.as_str() {
                "--no-build" => request.build = false,
                "--measures" => {
                    let number = rest.next().and_then(|text| text.parse().ok());
                    request.sizes = vec![number.ok_or_else(|| Misused("--measures needs a number".into()))?];
                    request.visit = false;
                }
                "--visit" => (request.sizes, request.visit) = (Vec::new(), true),
                "--beside" => {
                    let folder = rest.next().map(PathBuf::from);
                    request.beside = Some(folder.ok_or_else(|| Misused("--beside needs a folder".into()))?);
                }
                unknown => return Err(Misused(format!("`bench` does not know `{unknown}`")).into()),
            }
        }
        Ok(request)
    }
}

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    if args == ["--reader"] {
        return reader::run();
    }
    let request = Request::read(args)?;
    browsers::install_missing(&[Engine::Chromium])?;
    let dist = folder();
    if request.build {
        site::build_for_bench(&dist)?;
    }
    let plans: Vec<Plan> = request.sizes.into_iter().map(plan::plan).collect();
    let folders: Vec<PathBuf> = std::iter::once(dist).chain(request.beside).collect();
    let mut sites = Vec::new();
    for folder in &folders {
        write_pages(folder, &plans)?;
        sites.push(Site::open(folder, 0)?);
    }
    let machine = machine()?;
    let driver = Driver::start(Engine::Chromium)?;
    let chromium = Engine::Chromium.browser().context("chromium is not found")?;
    let mut columns = Vec::new();
    let mut failed = Ok(());
    for (plan, (place, site)) in plans.iter().flat_map(|plan| sites.iter().enumerate().map(move |site| (plan, site))) {
        let mut figures = Figures::new(plan.measures().count(), place > 0);
        println!("{}", figures.called());
        let page = Page::start(&driver.address, &chromium, &site.address)?;
        let measured = measure(&page, plan, &mut figures);
        columns.push(figures);
        if let Err(error) = measured {
            // The figures measured so far are worth showing.
            failed = Err(error.context(format!("with the plan {}", plan.id)));
            break;
        }
    }
    if !columns.is_empty() {
        println!("\n{}", table::table(&columns));
    }
    failed?;
    if request.visit {
        let mut served = folders.iter().zip(&sites).map(|(dist, site)| Served { dist, address: &site.address });
        let own = served.next().context("there is a site")?;
        println!("{}", visit::table(own, served.next(), &driver.address, &chromium)?);
    }
    println!("{machine}");
    Ok(())
}

/// The folder of the site that is measured.
fn folder() -> PathBuf {
    shell::root().join("target/bench/dist")
}

/// The file name of the page with this plan.
fn file_of(plan: &Plan) -> String {
    format!("{}.html", plan.id)
}

/// Writes a page for each plan. The Haidong plan is in the program, and its page is the published one.
fn write_pages(dist: &Path, plans: &[Plan]) -> Result<()> {
    let index = fs::read_to_string(dist.join("index.html"))
        .context("the page is not built: run `cargo xtask bench` without --no-build")?;
    fs::write(dist.join(EMPTY), "<!DOCTYPE html><link rel=icon href=data:,>")?;
    let body = index.find("<div id=\"app\"").context("index.html has no element `app`")?;
    let (before, after) = index.split_at(body);
    let haidong = embedded::plan();
    for plan in plans {
        let text = if plan.id == haidong.id { String::new() } else { plan_element(plan) };
        fs::write(dist.join(file_of(plan)), [before, &text, after].concat())?;
    }
    Ok(())
}

/// The element in which the page looks for its plan. The plan's text must not close the element.
fn plan_element(plan: &Plan) -> String {
    let text = plan_file::to_text(plan).replace("</", "<\\/");
    format!("<script type=\"application/json\" id=\"bench-plan\">{text}</script>\n")
}

/// Measures every action with one plan, each from a page just loaded.
fn measure(page: &Page, plan: &Plan, figures: &mut Figures) -> Result<()> {
    let ids: Vec<MeasureId> = plan.measures().map(|measure| measure.id).collect();
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
    let ledger = ledger_file::write(&plan::ledger(plan, u64::try_from(now)?), plan);
    figures.set_ledger(&ledger);
    page.go(EMPTY)?;
    page.keep(&Keeper::new(plan).key(), &ledger)?;
    let file = file_of(plan);
    let load = || -> Result<(f64, f64)> {
        page.go(EMPTY)?;
        page.load(&file, ids.len())
    };

    for _ in 0..LOADS {
        let (first, whole) = load()?;
        figures.load.push(first);
        figures.whole.push(whole);
    }
    for run in 0..RUNS {
        let wait = page.tick(ids[run * ids.len() / RUNS]).context("a tick")?;
        figures.tick.push(wait.painted);
        figures.kept.push(wait.kept);
    }
    load()?;
    for run in 0..RUNS {
        figures.search.push(page.type_into("#search", SEARCH[run % SEARCH.len()]).context("a key in the search")?);
    }
    load()?;
    let field = page.open_report(ids[0])?;
    for _ in 0..RUNS {
        figures.report.push(page.type_into(&field, "字").context("a key in a report")?);
    }
    load()?;
    for _ in 0..RUNS {
        figures.overview.push(page.open("#/overview", "main.overview section").context("the overview")?);
        page.open("#/", "main.list li.measure").context("back from the overview")?;
    }
    // Nobody prints the checklists of a plan with ten thousand measures in one job.
    let batches = if ids.len() > SIZES[1] { 0 } else { LOADS };
    for _ in 0..batches {
        let ready = ".print-bar .is-strong:not([disabled])";
        figures.batch.push(page.open("#/print/all", ready).context("the checklists of all")?);
        page.open("#/", "main.list li.measure").context("back from the papers")?;
    }
    page.must_be_content()
}

/// The machine that the figures were measured on.
fn machine() -> Result<String> {
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("a processor of unknown model", |(_, name)| name);
    let chromium = Engine::Chromium.browser().context("chromium is not found")?;
    let browser = shell::ask(Command::new(chromium).arg("--version")).unwrap_or_default();
    let busy = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let busy = busy.split(' ').next().unwrap_or_default();
    let cores = available_parallelism()?;
    Ok(format!("{model}, {cores} cores, load {busy} at the start; {browser}, headless, at most 60 frames a second"))
}
