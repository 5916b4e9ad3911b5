//! Measures a first visit on a quick machine, and on a slow phone with a slow line: to the site, to the one file, and to a
//! plain page, as somebody could have written it by hand for this one plan.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use yaodian::domain::plan::Plan;
use yaodian::persist::embedded;

use super::memory;
use super::table::{self, Row, Times, both, median};
use super::work::Work;
use crate::webdriver::{Engine, Options, Session};
use crate::{said, shell, site};

/// The script that notes when a tick takes effect.
const VISIT: &str = include_str!("visit.js");

/// The plain page to compare with, without the plan.
const PLAIN: &str = include_str!("plain.html");

/// The file name of the plain page.
const PLAIN_NAME: &str = "plain.html";

/// The name of the plain page in the tables.
const PLAIN_CALLED: &str = "a plain page";

/// How often each page is visited, each time by a new browser.
const VISITS: usize = 7;

/// How long a visit may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// How often the page is asked whether the visit is over.
const GLANCE: Duration = Duration::from_millis(50);

/// A page that is visited.
struct Subject {
    name: &'static str,
    address: String,
    /// The files that go over the line.
    files: Vec<PathBuf>,
}

/// The figures of a page that is visited.
#[derive(Default)]
struct Figures {
    name: &'static str,
    paint: Times,
    effect: Times,
    work: Work,
    slow_paint: Times,
    slow_effect: Times,
    slow_work: Work,
    shift: f64,
    memory: Times,
    transferred: u64,
}

/// A built site: its folder, and the address where it is served.
#[derive(Clone, Copy)]
pub struct Served<'a> {
    pub dist: &'a Path,
    pub address: &'a str,
}

/// Visits the site, the pages to compare with and, if there is one, another site. Returns the tables.
pub fn table(site: Served, beside: Option<Served>, driver: &str, chromium: &Path) -> Result<String> {
    fs::write(site.dist.join(PLAIN_NAME), plain(&embedded::plan())?)?;
    let mut subjects = vec![
        Subject { name: "the site", address: site.address.to_owned(), files: program(site.dist)? },
        Subject {
            name: "the one file",
            address: format!("file://{}", site.dist.join(site::ONE_FILE).display()),
            files: Vec::new(),
        },
        Subject {
            name: PLAIN_CALLED,
            address: format!("{}{PLAIN_NAME}", site.address),
            files: vec![site.dist.join(PLAIN_NAME)],
        },
    ];
    if let Some(other) = beside {
        subjects.push(Subject { name: "the other", address: other.address.to_owned(), files: program(other.dist)? });
    }
    let mut columns = Vec::new();
    for subject in &subjects {
        let mut figures = Figures { name: subject.name, ..Figures::default() };
        for file in &subject.files {
            figures.transferred += pack(file)?;
        }
        columns.push(figures);
    }
    // In turns, so that other work on the machine affects all of them.
    for round in 1..=VISITS {
        println!("visit {round} of {VISITS}");
        for (subject, figures) in subjects.iter().zip(&mut columns) {
            visit(subject, driver, chromium, figures).with_context(|| subject.name)?;
        }
    }
    Ok([draw(&columns), ratios(&columns)].join("\n"))
}

/// The files of a site that a first visit waits for; not the module loaded later, and not what keeps the site offline.
fn program(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut files = vec![dist.join("index.html")];
    for file in fs::read_dir(dist)? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        if name.starts_with("yaodian-")
            && !name.contains("_split_")
            && !name.contains("_chunk_")
            && !name.contains(".gz")
        {
            files.push(file.path());
        }
    }
    Ok(files)
}

/// The plain page with the plan in it.
fn plain(plan: &Plan) -> Result<String> {
    let (before, after) =
        PLAIN.split_once("<!-- the plan -->\n").context("the plain page has no place for the plan")?;
    let mut list = format!("<h1>{}</h1>\n", plan.text(plan.meta.title));
    for task in &plan.tasks {
        let _ = write!(list, "<h2>{} {}</h2>\n<ul>\n", task.no, plan.text(task.title));
        for measure in &task.measures {
            let text = plan.text(measure.span);
            let _ = writeln!(list, "<li id=\"m{}\"><label><input type=\"checkbox\"> {text}</label></li>", measure.id);
        }
        list.push_str("</ul>\n");
    }
    Ok([before, &list, after].concat())
}

/// Compresses a file as hosts do. Returns the number of bytes that then go over the line.
fn pack(file: &Path) -> Result<u64> {
    let packed = file.with_added_extension("gz");
    let mut out = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, &fs::read(file)?[..], &mut out)?;
    fs::write(packed, &out)?;
    Ok(out.len() as u64)
}

/// Visits a page twice, each time with a new browser: at full speed, then with a quarter of the processor's speed and a slow
/// line.
fn visit(subject: &Subject, driver: &str, chromium: &Path, figures: &mut Figures) -> Result<()> {
    let quick = result(subject, driver, chromium, false, &mut figures.work)?;
    figures.paint.push(quick.paint);
    figures.effect.push(quick.effect);
    figures.memory.push(quick.memory);
    let slow = result(subject, driver, chromium, true, &mut figures.slow_work)?;
    figures.slow_paint.push(slow.paint);
    figures.slow_effect.push(slow.effect);
    figures.shift = figures.shift.max(quick.shift).max(slow.shift);
    Ok(())
}

/// The figures of one visit.
struct Visited {
    paint: f64,
    effect: f64,
    shift: f64,
    /// The memory of the page's process, in MB.
    memory: f64,
}

fn result(subject: &Subject, driver: &str, chromium: &Path, slow: bool, work: &mut Work) -> Result<Visited> {
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
    let visited = Visited {
        paint: number("paint")?,
        effect: number("effect")?,
        shift: number("shift")?,
        memory: memory::of_the_page()?,
    };
    work.count(&session, slow)?;
    Ok(visited)
}

/// Draws a table with one page in each column.
fn draw(columns: &[Figures]) -> String {
    let rows: [Row<Figures>; 15] = [
        ("first paint", |f| both(&f.paint)),
        ("a tick takes effect", |f| both(&f.effect)),
        ("processor for a tick", |f| both(&f.work.tick)),
        ("of that style and layout", |f| both(&f.work.tick_layout)),
        ("processor for a letter in the search", |f| both(&f.work.key)),
        ("of that style and layout", |f| both(&f.work.key_layout)),
        ("first paint, 4 × slower processor, slow 4G", |f| both(&f.slow_paint)),
        ("a tick takes effect, the same", |f| both(&f.slow_effect)),
        ("processor for a tick, the same", |f| both(&f.slow_work.tick)),
        ("of that style and layout", |f| both(&f.slow_work.tick_layout)),
        ("processor for a letter in the search, the same", |f| both(&f.slow_work.key)),
        ("of that style and layout", |f| both(&f.slow_work.key_layout)),
        ("layout shift, at most", |f| format!("{:.3}", f.shift)),
        ("memory of the page's process, MB", |f| both(&f.memory)),
        ("over the line with gzip, KB", |f| match f.transferred {
            0 => "–".into(),
            bytes => bytes.div_ceil(1024).to_string(),
        }),
    ];
    table::draw("a first visit: median / worst, ms", columns, |figures| figures.name.to_owned(), &rows)
}

/// A goal: its name, the highest multiple of the plain page's time, and the times that are compared.
type Goal = (&'static str, f64, fn(&Figures) -> &Times);

const GOALS: [Goal; 8] = [
    ("first paint", 1.15, |f| &f.paint),
    ("a tick takes effect", 1.8, |f| &f.effect),
    ("processor for a tick", 1.5, |f| &f.work.tick),
    ("processor for a letter in the search", 1.5, |f| &f.work.key),
    ("first paint, 4 × slower processor, slow 4G", 1.15, |f| &f.slow_paint),
    ("a tick takes effect, the same", 1.8, |f| &f.slow_effect),
    ("processor for a tick, the same", 1.5, |f| &f.slow_work.tick),
    ("processor for a letter in the search, the same", 1.5, |f| &f.slow_work.key),
];

/// The table of medians as multiples of the plain page's, beside the goals.
fn ratios(columns: &[Figures]) -> String {
    let Some(plain) = columns.iter().find(|figures| figures.name == PLAIN_CALLED) else { return String::new() };
    let others = || columns.iter().filter(|figures| figures.name != PLAIN_CALLED);
    let cells = |cell: &dyn Fn(&Figures) -> String| {
        let cells: Vec<String> = others().map(cell).collect();
        format!(" {} |", cells.join(" | "))
    };
    let mut table = format!("| × the plain page | goal |{}\n| --- | ---: |", cells(&|f| f.name.to_owned()));
    table += &cells(&|_| "---:".to_owned());
    for (name, goal, times) in GOALS {
        let ratio = |figures: &Figures| match (median(times(figures)), median(times(plain))) {
            (Some(own), Some(plain)) if plain > 0.0 => format!("{:.2}", own / plain),
            _ => "–".to_owned(),
        };
        let _ = write!(table, "\n| {name} | ≤ {goal:.2} |{}", cells(&ratio));
    }
    table + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_page_has_every_measure_of_the_plan() {
        let page = plain(&embedded::plan()).expect("the page has a place for the plan");
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
    #[test]
    fn the_medians_stand_beside_the_plain_page_and_what_they_may_be() {
        let of = |name, paint| Figures { name, paint, ..Figures::default() };
        let table = ratios(&[of("the site", vec![90.0, 300.0, 120.0]), of(PLAIN_CALLED, vec![100.0])]);
        assert!(table.starts_with("| × the plain page | goal | the site |\n| --- | ---: | ---: |\n"), "{table}");
        assert!(table.contains("| first paint | ≤ 1.15 | 1.20 |\n"), "{table}");
        assert!(table.contains("| processor for a tick | ≤ 1.50 | – |\n"), "{table}");
    }
}
