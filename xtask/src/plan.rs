//! `cargo xtask plan` writes `plans/haidong-2021/plan.json` anew from its source and the curated facts.

use std::fs;

use anyhow::{Context, Result, bail};
use yaodian::domain::plan::Plan;
use yaodian::persist::facts::{Facts, join};
use yaodian::persist::plan_file::to_text;
use yaodian::reader;

use crate::Misused;
use crate::shell::root;

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    let check = match args {
        [] => false,
        [check] if check == "--check" => true,
        _ => return Err(Misused("`plan` knows only --check".into()).into()),
    };
    let folder = root().join("plans/haidong-2021");
    let read = |name: &str| fs::read_to_string(folder.join(name)).with_context(|| format!("{name} cannot be read"));
    let facts: Facts = toml::from_str(&read("facts.toml")?).context("facts.toml is not well-formed")?;
    let plan = join(reader::read(&read("source.txt")?).plan, &facts).map_err(|misfits| {
        let lines: Vec<String> = misfits.iter().map(|misfit| format!("\n  {misfit}")).collect();
        anyhow::anyhow!("facts.toml does not fit source.txt:{}", lines.concat())
    })?;
    let text = to_text(&plan);
    if read("plan.json").is_ok_and(|kept| kept == text) {
        println!("plan.json is up to date: {}", summary(&plan));
    } else if check {
        bail!("plan.json is not what source.txt and facts.toml make; run `cargo xtask plan`");
    } else {
        fs::write(folder.join("plan.json"), text).context("plan.json cannot be written")?;
        println!("plan.json written: {}", summary(&plan));
    }
    Ok(())
}

fn summary(plan: &Plan) -> String {
    let targets: usize = plan.measures().map(|measure| measure.targets.len()).sum();
    format!(
        "{} sections, {} tasks, {} measures, {} units, {targets} targets",
        plan.sections.len(),
        plan.tasks.len(),
        plan.measures().count(),
        plan.units.len(),
    )
}
