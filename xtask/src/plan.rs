//! `cargo xtask plan` writes `plan.json` and `english.txt` of `plans/haidong-2021` anew from its source and the curated facts.

use std::fs;

use anyhow::{Context, Result, bail};
use yaodian::domain::plan::Plan;
use yaodian::persist::facts::{Facts, Misfit, english, join};
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
    let plan = join(reader::read(&read("source.txt")?).plan, &facts).map_err(|misfits| misfit(&misfits))?;
    let english = english(&plan, &facts).map_err(|misfits| misfit(&misfits))?;
    for (name, text) in [("plan.json", to_text(&plan)), ("english.txt", english)] {
        if read(name).is_ok_and(|kept| kept == text) {
            println!("{name} is up to date: {}", summary(&plan));
        } else if check {
            bail!("{name} is not what source.txt and facts.toml make; run `cargo xtask plan`");
        } else {
            fs::write(folder.join(name), text).with_context(|| format!("{name} cannot be written"))?;
            println!("{name} written: {}", summary(&plan));
        }
    }
    Ok(())
}

fn misfit(misfits: &[Misfit]) -> anyhow::Error {
    let lines: Vec<String> = misfits.iter().map(|misfit| format!("\n  {misfit}")).collect();
    anyhow::anyhow!("facts.toml does not fit source.txt:{}", lines.concat())
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
