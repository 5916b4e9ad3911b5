//! `cargo xtask bench --reader`: how long the reader takes for texts of several sizes and shapes, natively, optimised for speed. (The
//! page's program is optimised for size: there it takes about twice as long.)

use std::time::Instant;

use anyhow::Result;
use yaodian::persist::embedded;
use yaodian::reader::read;

use crate::shell;

/// The sizes of the texts, in bytes.
const SIZES: [usize; 4] = [65_536, 262_144, 1_048_576, 4_194_304];

/// How often each text is read.
const RUNS: usize = 5;

/// A shape of text: its name, and a text of it of at least this size, made of the Haidong plan's source.
type Shape = (&'static str, fn(&str, usize) -> String);

const SHAPES: [Shape; 7] = [
    ("the plan, again and again", |source, size| source.repeat(size.div_ceil(source.len()))),
    ("without line breaks", |source, size| {
        let line: String = source.lines().collect();
        line.repeat(size.div_ceil(line.len()))
    }),
    ("a table of duties", |source, size| {
        let rows = source.lines().filter(|line| line.chars().count() > 20).enumerate();
        let rows = rows.map(|(i, line)| format!("{i}\t{line}\t市教育局、市財政局\t2021年9月底\n"));
        let rows = rows.collect::<Vec<_>>().concat();
        ["序號\t工作任務\t責任單位\t完成時限\n", &rows.repeat(size.div_ceil(rows.len().max(1)))].concat()
    }),
    ("one list of bodies", |_, size| ["（責任單位：", &"市教育局、".repeat(size / 15), "市財政局）"].concat()),
    ("one sentence of numbers", |_, size| ["要點\n1.任務。", &"不少於預算的10%".repeat(size / 23)].concat()),
    ("one cell a line", |_, size| ["工作任務\n責任單位\n", &"新建學校2所。\n市教育局\n".repeat(size / 33)].concat()),
    ("lines of one character", |_, size| "一\n".repeat(size / 4)),
];

/// Prints the times, in milliseconds: the median of each.
pub fn run() -> Result<()> {
    if cfg!(debug_assertions) {
        let again = ["run", "--release", "--package", "xtask", "--", "bench", "--reader"];
        return shell::run(shell::cargo().args(again).env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "3"));
    }
    let source = embedded::plan().source;
    println!("| median, ms | {} |", SIZES.map(|size| format!("{} KB", size / 1024)).join(" | "));
    println!("| --- |{}", " ---: |".repeat(SIZES.len()));
    for (name, make) in SHAPES {
        let times = SIZES.map(|size| {
            let text = make(&source, size);
            let mut times: Vec<f64> = (0..RUNS).map(|_| time(&text)).collect();
            times.sort_by(f64::total_cmp);
            format!("{:.1}", times[RUNS / 2])
        });
        println!("| {name} | {} |", times.join(" | "));
    }
    Ok(())
}

fn time(text: &str) -> f64 {
    let start = Instant::now();
    let read = read(text);
    let time = start.elapsed().as_secs_f64() * 1000.0;
    // Not taken for something that nobody needs.
    std::hint::black_box(read);
    time
}
