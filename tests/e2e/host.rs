//! A host of its own for a test: it can be left without a network, and can get a new version of the site.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use crate::webdriver::variable;

/// Serves a copy of the site until it goes away.
pub struct Host {
    /// Where it answers, with a slash at the end.
    pub address: String,
    folder: PathBuf,
    at: SocketAddr,
    is_open: Arc<AtomicBool>,
    asked: Asked,
    answering: Option<JoinHandle<()>>,
}

/// The paths that it was asked for, in order.
type Asked = Arc<Mutex<Vec<String>>>;

impl Host {
    /// Serves a copy of the site, kept in a folder of this name.
    pub fn of_the_site(name: &str) -> Self {
        Self::with_header(name, "")
    }

    /// The same, with one more header (`Name: value\r\n`) to each answer.
    pub fn with_header(name: &str, header: &'static str) -> Self {
        let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/target/e2e/hosts")).join(name);
        let _ = fs::remove_dir_all(&folder);
        copy(Path::new(&variable("YAODIAN_DIST")), &folder);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let at = listener.local_addr().expect("it has an address");
        let is_open = Arc::new(AtomicBool::new(true));
        let (open, files, asked) = (Arc::clone(&is_open), folder.clone(), Asked::default());
        let asking = Arc::clone(&asked);
        let answering = thread::spawn(move || {
            for stream in listener.incoming().take_while(|_| open.load(Ordering::SeqCst)) {
                // A browser may open a connection before it has something to ask, and asks on another one meanwhile.
                let (files, asked) = (files.clone(), Arc::clone(&asking));
                thread::spawn(move || stream.and_then(|stream| answer(stream, &files, header, &asked)));
            }
        });
        Self { address: format!("http://{at}/"), folder, at, is_open, asked, answering: Some(answering) }
    }

    /// Serves the site with a script before everything else in the page: a browser that is otherwise than it is, in a way that
    /// every engine has. The script comes before the page's policy, which is then not about it.
    pub fn altered(name: &str, script: &str) -> Self {
        let host = Self::of_the_site(name);
        host.rewrite("index.html", "<head>", &format!("<head><script>{{ {script} }}</script>"));
        host
    }

    /// Rewrites a file of the site.
    pub fn rewrite(&self, file: &str, from: &str, to: &str) {
        let path = self.folder.join(file);
        let text = fs::read_to_string(&path).expect("the site has the file");
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(path, text.replacen(from, to, 1)).expect("a copy can be written");
    }

    /// How often it was asked for such paths.
    pub fn times_asked(&self, wanted: &dyn Fn(&str) -> bool) -> usize {
        self.asked.lock().expect("nobody failed while asking").iter().filter(|path| wanted(path)).count()
    }

    /// Goes away: from here on nobody answers at its address.
    pub fn close(&mut self) {
        self.is_open.store(false, Ordering::SeqCst);
        // So that it looks up once more.
        let _ = TcpStream::connect(self.at);
        if let Some(answering) = self.answering.take() {
            answering.join().expect("it answered until now");
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.close();
    }
}

/// Answers one question.
fn answer(mut stream: TcpStream, folder: &Path, header: &str, asked: &Asked) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = first.split(' ').nth(1).unwrap_or("/").split('?').next().unwrap_or_default();
    let path = if path == "/" { "/index.html" } else { path };
    asked.lock().expect("nobody failed while asking").push(path.to_owned());
    let (status, content) = match fs::read(folder.join(&path[1..])) {
        Ok(content) => ("200 OK", content),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    let kind = match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    };
    let length = content.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{header}Connection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(&content)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the site is built") {
        let path = entry.expect("the site can be read").path();
        let target = to.join(path.file_name().expect("a file has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file can be copied");
        }
    }
}
