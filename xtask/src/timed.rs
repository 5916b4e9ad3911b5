//! Runs `cargo test` and names the slowest tests.
//!
//! The tests' own harness measures the time of each test but shows it only if `RUSTC_BOOTSTRAP` is set. Cargo's `runner` sets
//! it only for running the tests: they are built exactly as without it.

use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use crate::shell;

/// The number of tests that are named.
const NAMED: usize = 10;

/// The time from which a test is marked as too slow.
const LONG: Duration = Duration::from_secs(20);

/// The setting of cargo for how the tests are started.
const RUNNER: &str = r#"target.'cfg(not(target_family = "wasm"))'.runner = ["env", "RUSTC_BOOTSTRAP=1"]"#;

/// The command `cargo test` with these options of cargo's; arguments added to it go to the tests.
pub fn cargo_test(options: &[&str]) -> Command {
    let mut cargo = shell::cargo();
    cargo.args(["test", "--config", RUNNER]).args(options).args(["--", "-Zunstable-options", "--report-time"]);
    cargo
}

/// Runs the command and names the slowest tests.
pub fn run(cargo_test: &mut Command) -> Result<()> {
    let mut times = Vec::new();
    let done = shell::watch(cargo_test, |line| times.extend(time(line)));
    for line in slowest(times) {
        println!("{line}");
    }
    done
}

/// A line of the harness about one test: `test find::facets ... ok <1.234s>`.
fn time(line: &str) -> Option<(String, Duration)> {
    let (before, seconds) = line.strip_suffix("s>")?.rsplit_once('<')?;
    let name = before.strip_prefix("test ")?.split(" ... ").next()?;
    Some((name.to_owned(), Duration::try_from_secs_f64(seconds.parse().ok()?).ok()?))
}

/// The slowest tests, a line for each; those that take too long are marked.
fn slowest(mut times: Vec<(String, Duration)>) -> Vec<String> {
    times.sort_by_key(|(name, time)| (std::cmp::Reverse(*time), name.clone()));
    times.truncate(NAMED);
    let line = |(name, time): &(String, Duration)| {
        format!("{:>7.1} s  {name}{}", time.as_secs_f64(), if *time > LONG { "  (long)" } else { "" })
    };
    times.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::{Duration, slowest, time};

    #[test]
    fn the_slowest_tests_are_named_in_order() {
        let output = "running 3 tests\ntest a::quick ... ok <0.012s>\ntest b::slow ... ok <20.500s>\n\
                      test c::failed ... FAILED <3.000s>\ntest d::without ... ok\n\n\
                      test result: FAILED. 3 passed; 1 failed; finished in 23.51s";
        let times: Vec<(String, Duration)> = output.lines().filter_map(time).collect();
        assert_eq!(slowest(times), ["   20.5 s  b::slow  (long)", "    3.0 s  c::failed", "    0.0 s  a::quick"]);
    }

    #[test]
    fn no_more_than_ten_are_named() {
        let times = (0..30).map(|n| (format!("test{n:02}"), Duration::from_secs(n))).collect();
        let lines = slowest(times);
        assert_eq!(lines.len(), 10);
        assert!(lines[0].contains("29.0 s  test29") && lines[9].ends_with("test20"), "{lines:?}");
    }
}
