//! The built site, with a script put before everything else in the page: a browser that is otherwise than it is, in a
//! way that every engine has. It is served from a place of its own.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::thread;

use crate::webdriver::variable;

/// It is served until the tests end.
pub struct AlteredSite {
    /// Where it is served, with a slash at the end.
    pub address: String,
}

impl AlteredSite {
    /// Serves the site with this script.
    pub fn open(script: &str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let address = format!("http://{}/", listener.local_addr().expect("it has one"));
        // Before what the page says of itself, so that none of its rules is about it.
        let before: Arc<str> = format!("<head><script>{{ {script} }}</script>").into();
        thread::spawn(move || {
            for asked in listener.incoming().flatten() {
                let before = Arc::clone(&before);
                thread::spawn(move || answer(&asked, &before));
            }
        });
        Self { address }
    }
}

/// A browser that leaves before its answer is no fault of the test's.
fn answer(mut asked: &TcpStream, before: &str) -> Option<()> {
    let mut lines = BufReader::new(asked).lines().map_while(Result::ok);
    let request = lines.next()?;
    lines.find(String::is_empty)?;
    let path = request.split(' ').nth(1)?.split('?').next()?;
    let name = if path == "/" { "index.html" } else { path.rsplit('/').next()? };
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str());
    let kind = match ending {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    let (status, mut content) = match fs::read(Path::new(&variable("YAODIAN_DIST")).join(name)) {
        Ok(content) => ("200 OK", content),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    if ending == Some("html") {
        content = String::from_utf8(content).ok()?.replacen("<head>", before, 1).into_bytes();
    }
    let length = content.len();
    write!(asked, "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n")
        .and_then(|()| asked.write_all(&content))
        .ok()
}
