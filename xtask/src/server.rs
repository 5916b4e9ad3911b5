//! `cargo xtask serve` serves the built site on this machine; the end-to-end tests use the same server.
//!
//! It serves plain files from one folder, as any static host would, and to this machine only.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, bail};
use percent_encoding::percent_decode_str;
use tiny_http::{Header, Method, Request, Response, Server};

use crate::{Misused, site};

const PORT: u16 = 8080;

/// How many ports after the wanted one are tried, if that is taken.
const TRIES: u16 = 20;

/// How many requests are answered at once: a browser opens several connections, and tests run side by side.
const THREADS: usize = 4;

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    let mut port = PORT;
    let mut build = true;
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        match arg.as_str() {
            "--no-build" => build = false,
            "--port" => {
                let number = rest.next().and_then(|text| text.parse().ok());
                port = number.ok_or_else(|| Misused("--port needs a number".into()))?;
            }
            unknown => return Err(Misused(format!("`serve` does not know `{unknown}`")).into()),
        }
    }
    if build {
        site::build()?;
    }
    site::must_exist()?;
    let site = Site::open(&site::folder(), port)?;
    println!("\nYaodian is at {}\nStop with Ctrl+C.", site.address);
    site.wait()
}

/// A running server.
pub struct Site {
    /// The address of the server, with a slash at the end.
    pub address: String,
    workers: Vec<thread::JoinHandle<()>>,
}

impl Site {
    /// Serves a folder on this machine, on the wanted port or, if that is taken, on one of the next; port 0 stands for any
    /// free one. The server runs until the program ends.
    pub fn open(folder: &Path, port: u16) -> Result<Self> {
        let folder = fs::canonicalize(folder).with_context(|| format!("there is no {}", folder.display()))?;
        let listener = listen(port)?;
        let address = format!("http://{}/", listener.local_addr()?);
        let server = match Server::from_listener(listener, None) {
            Ok(server) => Arc::new(server),
            Err(error) => bail!("could not serve: {error}"),
        };
        let workers = (0..THREADS)
            .map(|_| {
                let (server, folder) = (Arc::clone(&server), folder.clone());
                thread::spawn(move || {
                    for request in server.incoming_requests() {
                        answer(request, &folder);
                    }
                })
            })
            .collect();
        Ok(Self { address, workers })
    }

    fn wait(self) -> Result<()> {
        for worker in self.workers {
            if worker.join().is_err() {
                bail!("the server stopped");
            }
        }
        Ok(())
    }
}

fn listen(wanted: u16) -> Result<TcpListener> {
    let last = if wanted == 0 { 0 } else { wanted.saturating_add(TRIES) };
    for port in wanted..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                println!("Port {port} is taken by another program; trying the next one");
            }
            Err(error) => return Err(error).with_context(|| format!("could not open port {port}")),
        }
    }
    bail!("the ports {wanted} to {last} are all taken; give another with --port")
}

fn answer(request: Request, folder: &Path) {
    // A browser that closes the connection before the answer is no fault of the server.
    let _ = match (request.method(), file_for(folder, request.url())) {
        (Method::Get | Method::Head, Some(path)) => match open(&path, &request) {
            Ok((file, None)) => request.respond(with_headers(Response::from_file(file), &content_type(&path))),
            Ok((file, Some(packed))) => {
                request.respond(with_headers(Response::from_file(file), &content_type(&path)).with_header(packed))
            }
            Err(_) => request.respond(plain("This file cannot be read\n", 500)),
        },
        (Method::Get | Method::Head, None) => request.respond(plain("There is no such file\n", 404)),
        _ => request.respond(plain("Only GET and HEAD\n", 405)),
    };
}

/// Opens a file, or the packed file beside it if the browser accepts that, with the header that says so.
fn open(path: &Path, request: &Request) -> std::io::Result<(File, Option<Header>)> {
    let accepted = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    if accepted.is_some_and(|header| header.value.as_str().contains("gzip"))
        && let Ok(packed) = File::open(path.with_added_extension("gz"))
    {
        return Ok((packed, Header::from_bytes("Content-Encoding", "gzip").ok()));
    }
    Ok((File::open(path)?, None))
}

fn plain(text: &str, status: u16) -> Response<std::io::Cursor<Vec<u8>>> {
    with_headers(Response::from_string(text).with_status_code(status), "text/plain; charset=utf-8")
}

fn with_headers<R: std::io::Read>(response: Response<R>, content_type: &str) -> Response<R> {
    let headers =
        // The browser asks again each time, as a page in development changes between two visits.
        [("Content-Type", content_type), ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff")];
    headers.into_iter().fold(response, |response, (name, value)| {
        response.with_header(Header::from_bytes(name, value).expect("the headers are ASCII"))
    })
}

/// The file that an address means; `None` unless it is in the folder. Addresses that climb out of the folder mean nothing.
fn file_for(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let inside = Path::new(path.trim_start_matches('/'));
    if path.contains('\\') || !inside.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let mut file = folder.join(inside);
    if file.is_dir() {
        file.push("index.html");
    }
    // Resolved, so that a link inside the folder does not lead out of it either.
    let file = fs::canonicalize(file).ok()?;
    (file.is_file() && file.starts_with(folder)).then_some(file)
}

/// The content type of a file. Browsers compile WebAssembly while it arrives only under its own type.
fn content_type(file: &Path) -> String {
    let kind = mime_guess::from_path(file).first_or_octet_stream();
    if kind.type_() == mime_guess::mime::TEXT { format!("{kind}; charset=utf-8") } else { kind.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder to serve: the sources of this program.
    fn folder() -> PathBuf {
        fs::canonicalize(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).unwrap()
    }

    #[test]
    fn an_address_means_a_file_of_the_folder() {
        let folder = folder();
        assert_eq!(file_for(&folder, "/main.rs"), Some(folder.join("main.rs")));
        assert_eq!(file_for(&folder, "/m%61in.rs?query"), Some(folder.join("main.rs")));
        assert_eq!(file_for(&folder, "/missing.rs"), None);
        assert_eq!(file_for(&folder, "/"), None, "there is no index.html here");
    }

    #[test]
    fn an_address_that_climbs_out_of_the_folder_means_nothing() {
        let folder = folder();
        assert!(folder.join("../Cargo.toml").is_file());
        for url in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "/..\\Cargo.toml", "//etc/passwd", "/%zz"]
        {
            assert_eq!(file_for(&folder, url), None, "{url}");
        }
    }

    #[test]
    fn files_are_served_under_the_types_that_browsers_ask_for() {
        for (file, kind) in [
            ("yaodian_bg.wasm", "application/wasm"),
            ("install/manifest.webmanifest", "application/manifest+json"),
            ("index.html", "text/html; charset=utf-8"),
            ("sw.js", "text/javascript; charset=utf-8"),
            ("icon.svg", "image/svg+xml"),
            ("what", "application/octet-stream"),
        ] {
            assert_eq!(content_type(Path::new(file)), kind, "{file}");
        }
    }

    #[test]
    fn a_taken_port_leads_to_the_next_one() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let next = listen(port).unwrap().local_addr().unwrap().port();
        assert!(next > port);
    }
}
