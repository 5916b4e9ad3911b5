//! Forms as other programs have them: what the page writes is opened, filled in and saved with openpyxl and `LibreOffice`, in every kind
//! of file that comes back, and read again.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use yaodian::domain::field::Field;
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::party::Party;
use yaodian::domain::plan::Plan;
use yaodian::domain::rounds::RoundId;
use yaodian::domain::script::Rendition;
use yaodian::exchange::forms::{Order, SheetPlan, Sheets, Whom, csv, filled, workbook};
use yaodian::persist::embedded;
use yaodian::persist::encoding::encodings;

use crate::browsers;
use crate::need::Need;
use crate::outline::decode;
use crate::shell;

/// The version of openpyxl.
const OPENPYXL: &str = "3.1.5";

/// The programs that the machine has to have, by their Debian packages.
const NEEDS: [Need; 2] = [
    Need { package: "libreoffice-calc", is_there: || shell::find("soffice").is_some() },
    Need { package: "python3-venv", is_there: || has_openpyxl("python3") || can_make_venvs() },
];

/// The kinds of files that `LibreOffice` saves: their endings, and its words for them.
const KINDS: [(&str, &str); 5] = [
    ("xlsx", "xlsx:Calc MS Excel 2007 XML"),
    ("ods", "ods"),
    ("xls", "xls:MS Excel 97"),
    // Commas, quotes; UTF-8 and GB18030 by their numbers.
    ("csv", "csv:Text - txt - csv (StarCalc):44,34,76"),
    ("csv", "csv:Text - txt - csv (StarCalc):44,34,85"),
];

/// 2021-09-20 in China.
const MADE: u64 = 1_632_096_000_000;

type Say = (String, String, String);

/// Runs the step.
pub fn run() -> Result<()> {
    let python = install_missing()?;
    let folder = shell::root().join("target/sheets");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let plan = embedded::plan();
    let party = Party::Unit(plan.unit_named("市教育局").context("the plan has the unit")?);
    let (ledger, known) = ledger(&plan, party);
    let order = |sheets, whom| Order { sheets, whom, made: MADE, rendition: Rendition::Record };
    let write = |name: &str, order: Order| -> Result<PathBuf> {
        let file = folder.join(name);
        let bytes = workbook(&plan, &ledger, &order).map_err(|why| anyhow::anyhow!("{name}: {why:?}"))?;
        fs::write(&file, bytes)?;
        Ok(file)
    };
    let form = write("form.xlsx", order(Sheets::Filling, Whom::Party(party)))?;
    let each = write("each.xlsx", order(Sheets::Filling, Whom::Each))?;
    let whole = write("whole.xlsx", order(Sheets::Breakdown, Whom::Whole))?;
    let text = folder.join("text.csv");
    fs::write(&text, csv(&plan, &ledger, &order(Sheets::Filling, Whom::Party(party))))?;

    let edited = folder.join("edited.xlsx");
    let script = shell::root().join("xtask/src/sheets.py");
    shell::run(shell::command(&python).arg(script).args([&form, &edited]))?;
    let measures = plan.scope_measures(party);
    let new: BTreeSet<Say> =
        [(0, "status", "done"), (0, "progress", "已開學"), (0, "date", "2021-09-30"), (1, "confirmed", "√")]
            .into_iter()
            .map(|(at, field, value)| (measures[at].to_string(), field.to_owned(), value.to_owned()))
            .collect();
    let all: BTreeSet<Say> = new.union(&known).cloned().collect();
    let nothing = BTreeSet::new();

    compare(&plan, &edited, &new)?;
    for (place, (end, kind)) in KINDS.into_iter().enumerate() {
        let out = folder.join(format!("saved-{place}"));
        convert(&[&form, &edited, &each, &whole], kind, &out)?;
        let file = |name: &str| out.join(name).with_extension(end);
        // A text has one sheet, and not the hidden one: all that is filled in is said.
        let is_text = end == "csv";
        compare(&plan, &file("form"), if is_text { &known } else { &nothing })?;
        compare(&plan, &file("edited"), if is_text { &all } else { &new })?;
        if !is_text {
            compare(&plan, &file("each"), &nothing)?;
        }
        compare(&plan, &file("whole"), &nothing)?;
    }
    let out = folder.join("from-text");
    let import = ["--infilter=CSV:44,34,76"];
    convert_with(&import, &[&text], "xlsx:Calc MS Excel 2007 XML", &out)?;
    compare(&plan, &out.join("text.xlsx"), &known)
}

/// Reports on a few measures, one of them in words that would be a formula, in a round.
fn ledger(plan: &Plan, party: Party) -> (Ledger, BTreeSet<Say>) {
    let mut ledger = Ledger::default();
    if let Ok(round) = "2021-07-01/2021-09-30".parse::<RoundId>() {
        ledger.set(Change { key: round.key(), field: Field::Name, value: "第三季度".to_owned() }, MADE - 2000);
    }
    let mut known = BTreeSet::new();
    let measures = plan.scope_measures(party);
    let says =
        [(1, Field::Status, "under-way"), (1, Field::Progress, "=1+1"), (2, Field::Progress, "一行\n又一行，“引號”\"")];
    for (at, field, value) in says {
        let Some(id) = measures.get(at) else { continue };
        ledger.set(Change { key: MarkKey::Placed(party, *id), field, value: value.to_owned() }, MADE - 1000);
        known.insert((id.to_string(), field.key(), value.to_owned()));
    }
    (ledger, known)
}

/// Whether a file says this and all else of it is understood.
fn compare(plan: &Plan, file: &Path, expected: &BTreeSet<Say>) -> Result<()> {
    let name = file.display();
    let bytes = fs::read(file).with_context(|| format!("{name} was not written"))?;
    let read = filled(&bytes, plan, encodings, &decode).map_err(|why| anyhow::anyhow!("{name}: {why:?}"))?;
    ensure!(read.plan == SheetPlan::Ours, "{name}: of which plan? {:?}", read.plan);
    let is_form = file.file_stem().is_none_or(|stem| stem != "whole");
    ensure!(read.round.is_some() == is_form, "{name}: for which round? {:?}", read.round);
    let said = read.said.iter().map(|said| (said.measure.to_string(), said.field.key(), said.value.clone()));
    let said: BTreeSet<Say> = said.collect();
    ensure!(said == *expected, "{name}: said {said:?} and not {expected:?}");
    let strange = read.rows.iter().find(|row| {
        use yaodian::exchange::forms::Outcome::{NotUnderstood, Repeated};
        matches!(row.outcome, NotUnderstood(..) | Repeated)
    });
    ensure!(strange.is_none(), "{name}: {strange:?}");
    println!("{name}: {} rows, {} said", read.rows.len(), said.len());
    Ok(())
}

fn convert(files: &[&PathBuf], kind: &str, out: &Path) -> Result<()> {
    convert_with(&[], files, kind, out)
}

fn convert_with(options: &[&str], files: &[&PathBuf], kind: &str, out: &Path) -> Result<()> {
    // A profile of its own: the one of the person who runs the tests may be open.
    let profile = format!("-env:UserInstallation=file://{}", shell::root().join("target/sheets/profile").display());
    shell::run(
        shell::command("soffice")
            .args([profile.as_str(), "--headless", "--norestore"])
            .args(options)
            .args(["--convert-to", kind, "--outdir"])
            .arg(out)
            .args(files),
    )
}

/// Installs what is missing. Returns the Python that has openpyxl.
fn install_missing() -> Result<String> {
    browsers::install_needs(&NEEDS)?;
    if has_openpyxl("python3") {
        return Ok("python3".to_owned());
    }
    let folder = shell::tools_dir().join("python");
    let python = folder.join("bin/python").to_string_lossy().into_owned();
    if !has_openpyxl(&python) {
        println!("openpyxl {OPENPYXL} is missing and will be installed into target/tools");
        shell::run(shell::command("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
        let package = format!("openpyxl=={OPENPYXL}");
        shell::run(shell::command(&python).args(["-m", "pip", "install", "--quiet", &package]))?;
        ensure!(has_openpyxl(&python), "openpyxl was installed but is not found");
    }
    Ok(python)
}

fn has_openpyxl(python: &str) -> bool {
    let version = shell::ask(shell::command(python).args(["-c", "import openpyxl; print(openpyxl.__version__)"]));
    version.as_deref() == Some(OPENPYXL)
}

fn can_make_venvs() -> bool {
    shell::ask(shell::command("python3").args(["-c", "import venv, ensurepip"])).is_some()
}
