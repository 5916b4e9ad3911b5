//! Runs other programs in the repository, and prints each command before it runs.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};

use anyhow::{Context, Result, ensure};

/// The repository's top directory.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository")
}

/// A command that runs in the repository, with the installed tools first in its path and without the caller's compiler flags:
/// those would replace the flags of `.cargo/config.toml`, and with them the support for old engines.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).env("PATH", path_with_tools());
    for flags in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS", "CARGO_BUILD_TARGET"] {
        command.env_remove(flags);
    }
    command
}

/// A command for the cargo that runs this program, so that both use one toolchain.
pub fn cargo() -> Command {
    command(&env::var("CARGO").unwrap_or_else(|_| "cargo".into()))
}

/// Runs a command with its output shown. Fails if the command fails.
pub fn run(command: &mut Command) -> Result<()> {
    let line = words(command);
    println!("$ {line}");
    let status = command.status().with_context(|| format!("could not start `{line}`"))?;
    finished(&line, status)
}

/// Runs a command like [`run`], and passes every line that it prints to `look` as it comes.
pub fn watch(command: &mut Command, mut look: impl FnMut(&str)) -> Result<()> {
    let line = words(command);
    println!("$ {line}");
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("could not start `{line}`"))?;
    let output = child.stdout.take().with_context(|| format!("`{line}` prints nothing"))?;
    for printed in BufReader::new(output).split(b'\n') {
        let printed = printed?;
        let printed = String::from_utf8_lossy(&printed);
        println!("{printed}");
        look(&printed);
    }
    finished(&line, child.wait()?)
}

/// A shell script that runs a program until it ends or this script's input closes, which happens when the parent process
/// ends, even if it is killed. Then all processes of the group are asked to end.
const LEASH: &str = r#"exec 3<&0; (read -r _ <&3; kill 0) & "$@" 3<&- </dev/null"#;

/// The command run by [`LEASH`]: the process leads a group of everything that it starts.
pub fn leashed(run: &Command) -> Command {
    let mut leash = command("sh");
    leash.args(["-c", LEASH, "leash"]).arg(run.get_program()).args(run.get_args()).stdin(Stdio::piped());
    leash.envs(run.get_envs().filter_map(|(name, value)| Some((name, value?))));
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut leash, 0);
    leash
}

/// A command that runs beside others and prints into a file. It ends when this value is dropped, with everything that it started.
pub struct Beside {
    line: String,
    output: PathBuf,
    leash: Child,
}

impl Beside {
    /// Starts the command; `output` is a path in the repository.
    pub fn start(beside: &Command, output: &str) -> Result<Self> {
        let line = words(beside);
        println!("$ {line} > {output} &");
        let output = root().join(output);
        let file = fs::File::create(&output).with_context(|| format!("could not write {}", output.display()))?;
        let leash = leashed(beside).stdout(file.try_clone()?).stderr(file).spawn();
        let leash = leash.with_context(|| format!("could not start `{line}`"))?;
        Ok(Self { line, output, leash })
    }

    /// Waits until the command ends, and shows what it printed.
    pub fn finish(mut self) -> Result<()> {
        // `wait` would close its input, and so end it.
        let input = self.leash.stdin.take();
        let status = self.leash.wait()?;
        drop(input);
        println!("{}", String::from_utf8_lossy(&fs::read(&self.output)?).trim_end());
        finished(&self.line, status)
    }
}

fn finished(line: &str, status: ExitStatus) -> Result<()> {
    ensure!(status.success(), "`{line}` failed ({status})");
    Ok(())
}

/// What a command prints; `None` if it cannot be started or fails. For asking whether a program is installed, and in which
/// version.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The path of a program, if it is installed.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// The folder that [`crate::tools`] installs to.
pub fn tools_dir() -> PathBuf {
    root().join("target/tools")
}

fn path_with_tools() -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(tools_dir().join("bin")).chain(env::split_paths(&path));
    env::join_paths(folders).unwrap_or(path)
}

fn words(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    std::iter::once(program).chain(command.get_args()).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::process::Command;
    use std::time::{Duration, Instant};

    use super::{Beside, root};

    /// Starts a shell script, and returns the path of its output as well.
    fn start(name: &str, script: &str) -> (Beside, std::path::PathBuf) {
        let output = format!("target/beside-{name}.log");
        let beside = Beside::start(Command::new("sh").args(["-c", script]), &output).unwrap();
        (beside, root().join(output))
    }

    #[test]
    fn what_runs_beside_is_waited_for_and_its_failure_is_told() {
        let (beside, output) = start("done", "echo first; sleep 0.2; echo last");
        beside.finish().unwrap();
        assert_eq!(fs::read_to_string(output).unwrap(), "first\nlast\n");
        let (beside, _) = start("failed", "exit 3");
        assert!(beside.finish().unwrap_err().to_string().contains("exit status: 3"));
    }

    #[test]
    fn what_runs_beside_ends_with_all_it_started_when_nobody_waits_any_more() {
        let (beside, output) = start("left", "trap 'echo ended; exit' TERM; echo started; sleep 600 & wait");
        let deadline = Instant::now() + Duration::from_mins(1);
        let printed = |words: &str| {
            while fs::read_to_string(&output).is_ok_and(|printed| !printed.ends_with(words)) {
                assert!(Instant::now() < deadline, "never printed: {words}");
                std::thread::sleep(Duration::from_millis(20));
            }
        };
        printed("started\n");
        drop(beside);
        printed("ended\n");
    }
}
