//! Measures a page's memory: what its process has for itself, and its share of what it shares with others.

use std::collections::HashMap;
use std::fs;
use std::process;

use anyhow::{Context, Result};

/// The memory, in MB, of the largest process that draws a page, among the browsers that this program has started.
pub fn of_the_page() -> Result<f64> {
    let mut parents = HashMap::new();
    let mut drawing = Vec::new();
    for entry in fs::read_dir("/proc").context("this system does not say what its processes take")? {
        let Ok(process) = entry?.file_name().to_string_lossy().parse::<u32>() else { continue };
        // The process may have ended meanwhile.
        let Some(parent) = parent(process) else { continue };
        parents.insert(process, parent);
        let command = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
        if String::from_utf8_lossy(&command).contains("--type=renderer") {
            drawing.push(process);
        }
    }
    let own = |process: &u32| descends(*process, process::id(), &parents);
    let largest = drawing.iter().filter(|process| own(process)).filter_map(|process| kilobytes(*process)).max();
    let largest = largest.context("no process of the browser draws pages")?;
    Ok(f64::from(largest) / 1024.0)
}

fn descends(process: u32, from: u32, parents: &HashMap<u32, u32>) -> bool {
    let mut at = process;
    while let Some(parent) = parents.get(&at) {
        if *parent == from {
            return true;
        }
        at = *parent;
    }
    false
}

/// The parent of a process, from the kernel's `stat` file: the second field after the process's name, which is in brackets.
fn parent(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

/// The kernel's “proportional set size” of a process, in kB.
fn kilobytes(process: u32) -> Option<u32> {
    let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
