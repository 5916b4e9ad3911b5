//! A first visit, on a quick machine and on a slow phone with a slow line: of the site, of the one file, and of a plain page
//! that somebody could have written by hand for this one plan.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use yaodian::domain::plan::Plan;
use yaodian::persist::plan_file;

use super::table::{self, Row, Times, both};
use super::webdriver::{Engine, Options, Session};
use super::{memory, said};
use crate::{shell, single};

/// What notes when a tick takes effect.
const VISIT: &str = include_str!("visit.js");

/// The page that is compared with, but for the plan.
const PLAIN: &str = include_str!("plain.html");

/// What the file is called.
const PLAIN_NAME: &str = "plain.html";

/// How often each page is visited, each time by a new browser.
const VISITS: usize = 7;

/// How long a visit may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// How often the page is asked whether it is over.
const GLANCE: Duration = Duration::from_millis(50);

/// What is visited.
struct Subject {
    name: &'static str,
    address: String,
    /// What of it goes over the line.
    files: Vec<String>,
}

/// What was measured of it.
#[derive(Default)]
struct Figures {
    name: &'static str,
    paint: Times,
    effect: Times,
    slow_paint: Times,
    slow_effect: Times,
    shift: f64,
    memory: Times,
    transferred: u64,
}

/// Visits the pages in this folder, which is served at `site`, and gives the table.
pub fn table(dist: &Path, site: &str, driver: &str, chromium: &Path) -> Result<String> {
    fs::write(dist.join(PLAIN_NAME), plain(&plan_file::haidong())?)?;
    // Beside them lie the second part and what keeps the site offline, which a first visit does not wait for.
    let mut program = vec!["index.html".to_owned()];
    for file in fs::read_dir(dist)? {
        let name = file?.file_name().to_string_lossy().into_owned();
        if name.starts_with("yaodian-") && !name.contains("_later") && !name.contains(".gz") {
            program.push(name);
        }
    }
    let subjects = [
        Subject { name: "the site", address: site.to_owned(), files: program },
        Subject {
            name: "the one file",
            address: format!("file://{}", dist.join(single::NAME).display()),
            files: Vec::new(),
        },
        Subject { name: "a plain page", address: format!("{site}{PLAIN_NAME}"), files: vec![PLAIN_NAME.to_owned()] },
    ];
    let mut columns = Vec::new();
    for subject in subjects {
        println!("{}", subject.name);
        let mut figures = Figures { name: subject.name, ..Figures::default() };
        for file in &subject.files {
            figures.transferred += pack(&dist.join(file))?;
        }
        for _ in 0..VISITS {
            visit(&subject, driver, chromium, &mut figures).with_context(|| subject.name)?;
        }
        columns.push(figures);
    }
    Ok(draw(&columns))
}

/// The plain page with the plan in it.
fn plain(plan: &Plan) -> Result<String> {
    let (before, after) =
        PLAIN.split_once("<!-- the plan -->\n").context("the plain page has no place for the plan")?;
    let mut list = format!("<h1>{}</h1>\n", plan.text(plan.meta.title));
    for task in &plan.tasks {
        let _ = write!(list, "<h2>{} {}</h2>\n<ul>\n", task.id, plan.text(task.title));
        for measure in &task.measures {
            let text = plan.text(measure.span);
            let _ = writeln!(list, "<li id=\"m{}\"><label><input type=\"checkbox\"> {text}</label></li>", measure.id);
        }
        list.push_str("</ul>\n");
    }
    Ok([before, &list, after].concat())
}

/// Packs a file as hosts do, and says how many bytes then go over the line.
fn pack(file: &Path) -> Result<u64> {
    let packed = file.with_added_extension("gz");
    let mut out = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, &fs::read(file)?[..], &mut out)?;
    fs::write(packed, &out)?;
    Ok(out.len() as u64)
}

/// Visits it twice with a new browser each: as it is, then with a processor of a quarter of the speed and a slow line.
fn visit(subject: &Subject, driver: &str, chromium: &Path, figures: &mut Figures) -> Result<()> {
    let quick = result(subject, driver, chromium, false)?;
    figures.paint.push(quick.paint);
    figures.effect.push(quick.effect);
    figures.memory.push(quick.memory);
    let slow = result(subject, driver, chromium, true)?;
    figures.slow_paint.push(slow.paint);
    figures.slow_effect.push(slow.effect);
    figures.shift = figures.shift.max(quick.shift).max(slow.shift);
    Ok(())
}

/// What one visit gave.
struct Visited {
    paint: f64,
    effect: f64,
    shift: f64,
    /// MB of the page's process.
    memory: f64,
}

fn result(subject: &Subject, driver: &str, chromium: &Path, slow: bool) -> Result<Visited> {
    let downloads = shell::root().join("target/bench/downloads");
    let session = Session::start_at(driver, Engine::Chromium, chromium, &Options::plain(downloads));
    let tell = |command: &str, parameters: Value| said(session.devtools(command, &parameters)).map(drop);
    tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": VISIT }))?;
    if slow {
        // The figures of “slow 4G”: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back.
        tell("Network.enable", json!({}))?;
        tell(
            "Network.emulateNetworkConditions",
            json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 }),
        )?;
        tell("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
    }
    said(session.post("url", &json!({ "url": subject.address })))?;
    let deadline = Instant::now() + PATIENCE;
    let seen = loop {
        let seen = said(session.run("return visit.result()", &json!([])))?;
        if !seen.is_null() {
            break seen;
        }
        if Instant::now() > deadline {
            bail!("the tick took no effect; the page complained of {:#?}", session.complaints());
        }
        thread::sleep(GLANCE);
    };
    if seen["shift"].as_f64() > Some(0.001) {
        println!("  moved: {}", seen["moved"]);
    }
    let number = |key: &str| seen[key].as_f64().ok_or_else(|| anyhow!("no {key}"));
    Ok(Visited {
        paint: number("paint")?,
        effect: number("effect")?,
        shift: number("shift")?,
        memory: memory::of_the_page()?,
    })
}

/// One subject a column.
fn draw(columns: &[Figures]) -> String {
    let rows: [Row<Figures>; 7] = [
        ("first paint", |f| both(&f.paint)),
        ("a tick takes effect", |f| both(&f.effect)),
        ("first paint, 4 × slower processor, slow 4G", |f| both(&f.slow_paint)),
        ("a tick takes effect, the same", |f| both(&f.slow_effect)),
        ("layout shift, at most", |f| format!("{:.3}", f.shift)),
        ("memory of the page's process, MB", |f| both(&f.memory)),
        ("over the line with gzip, KB", |f| match f.transferred {
            0 => "–".into(),
            bytes => bytes.div_ceil(1024).to_string(),
        }),
    ];
    table::draw("a first visit: median / worst, ms", columns, |figures| figures.name.to_owned(), &rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_page_has_every_measure_of_the_plan() {
        let page = plain(&plan_file::haidong()).expect("the page has a place for the plan");
        assert_eq!(page.matches("<li id=\"m").count(), 129);
        assert!(page.contains("<li id=\"m22.1\">"), "{page}");
    }

    #[test]
    fn a_subject_is_a_column() {
        let paint = vec![80.0, 120.4, 90.0];
        let site = Figures { name: "the site", paint, transferred: 2_000, ..Figures::default() };
        let file = Figures { name: "the one file", ..Figures::default() };
        let table = draw(&[site, file]);
        assert!(
            table.starts_with(
                "| a first visit: median / worst, ms | the site | the one file |\n| --- | ---: | ---: |\n"
            ),
            "{table}"
        );
        assert!(table.contains("| first paint | 90 / 120 | – |\n"), "{table}");
        assert!(table.contains("| over the line with gzip, KB | 2 | – |\n"), "{table}");
    }
}
