//! The service worker, which keeps the files of the site, so that it can be installed and works without a network.
//!
//! A new version of the site is a new `sw.js`, because that names the version and the files. Browsers look for a new one when
//! the page is opened, and keep the new files beside the old ones; then the page offers the new version.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::policy::sha256;
use crate::slim;

/// The script of the service worker.
const WORKER: &str = include_str!("offline/worker.js");

/// The script in the page that registers the service worker.
const REGISTER: &str = include_str!("offline/register.js");

/// What begins the start-up script of the page.
const START_UP: &str = "<script type=\"module\">";

/// Puts the registration of the service worker into the page of a built site, at the end of its start-up script: a script of its own
/// would be one more for the policy to name.
pub fn register(folder: &Path) -> Result<()> {
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).context("the page cannot be read")?;
    fs::write(&page, registered(&html)?).context("the page cannot be written")
}

fn registered(html: &str) -> Result<String> {
    let (before, rest) = html.split_once(START_UP).context("the page has no start-up script")?;
    let (start, after) = rest.split_once("</script>").context("the start-up script has no end")?;
    Ok([before, START_UP, start, &slim::without_comments(REGISTER), "</script>", after].concat())
}

/// Writes the service worker for the site in this folder as it is now.
pub fn write_worker(folder: &Path) -> Result<()> {
    let program = [slim::only(folder, ".js")?, slim::only(folder, "_bg.wasm")?].into_iter();
    let program = program.chain(slim::modules(folder)?.into_iter().map(|(_, file)| file));
    let mut files = vec![String::new(), "install/icon.svg".to_owned(), "install/manifest.webmanifest".to_owned()];
    for file in program {
        files.push(file.file_name().unwrap_or_default().to_string_lossy().into_owned());
    }
    files.sort_unstable();
    let mut content = Vec::new();
    for file in &files {
        let path = if file.is_empty() { "index.html" } else { file };
        content.extend(fs::read(folder.join(path)).with_context(|| format!("{path} cannot be read"))?);
    }
    fs::write(folder.join("sw.js"), worker(&sha256(&content), &files)).context("the service worker cannot be written")
}

/// The service worker of a version with these files; the page itself is the empty name.
fn worker(version: &str, files: &[String]) -> String {
    let addresses: Vec<String> = files.iter().map(|file| format!("./{file}")).collect();
    let (version, files) = (serde_json::json!(version), serde_json::json!(addresses));
    format!("const VERSION = {version};\nconst FILES = {files};\n{}", slim::without_comments(WORKER))
}

#[cfg(test)]
mod tests {
    use super::{registered, worker};

    #[test]
    fn the_worker_names_its_version_and_the_page_itself() {
        let script = worker("abc", &[String::new(), "a.js".into()]);
        assert!(
            script.starts_with("const VERSION = \"abc\";\nconst FILES = [\"./\",\"./a.js\"];\nconst KEPT"),
            "{script}"
        );
        assert!(!script.contains("\n//"), "{script}");
    }

    #[test]
    fn the_page_registers_it_at_the_end_of_its_start_up_script() {
        let page =
            registered("<script>a</script><script type=\"module\">\nb;\n</script></body>").expect("it starts up");
        assert!(
            page.starts_with("<script>a</script><script type=\"module\">\nb;\naddEventListener(\"load\""),
            "{page}"
        );
        assert!(page.ends_with("});\n</script></body>"), "{page}");
        assert!(registered("<p></body>").is_err());
    }
}
