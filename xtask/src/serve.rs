//! A small server that shows `dist/` on this machine.
//!
//! Invariant: it listens on 127.0.0.1 only, gives out files below `dist/` only, and lets the browser keep nothing, so a
//! reload shows the last build.

use crate::build;
use crate::paths::Paths;
use crate::plan::Plan;
use crate::setup;
use crate::size;
use anyhow::{Context, Result};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

const FIRST_PORT: u16 = 8080;

/// `cargo xtask serve`: sets up, builds, and serves until it is stopped.
pub(crate) fn run(paths: &Paths, port: Option<&str>) -> Result<()> {
    let port = port.map(str::parse).transpose().context("--port wants a number from 1 to 65535")?;
    let mut plan = Plan::default();
    setup::for_build(paths, &mut plan)?;
    build::add(paths, &mut plan);
    plan.run()?;
    size::run(paths)?;
    let listener = listen(port)?;
    println!("The page is running at http://{}/ (stop with Ctrl+C)", listener.local_addr()?);
    let root = paths.dist.canonicalize()?;
    for stream in listener.incoming().filter_map(Result::ok) {
        let root = root.clone();
        // A browser that closes its connection early is no fault, so the result is not looked at.
        thread::spawn(move || drop(answer(stream, &root)));
    }
    Ok(())
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => bind(port).with_context(|| format!("port {port} is taken; leave --port out to get a free one")),
        None => {
            (FIRST_PORT..FIRST_PORT + 100).find_map(|port| bind(port).ok()).context("no port from 8080 to 8179 is free")
        }
    }
}

fn answer(mut stream: TcpStream, root: &Path) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(&stream).lines();
    let request = lines.next().context("an empty request")??;
    // The rest of the request is read before answering, or the browser may see a reset connection.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, address) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let content = find(root, address).and_then(|file| Some((mime(&file), fs::read(file).ok()?)));
    let (status, mime, content) = match content {
        _ if !matches!(method, "GET" | "HEAD") => ("405 Method Not Allowed", "text/plain", Vec::new()),
        None => ("404 Not Found", "text/plain", b"There is no such file.".to_vec()),
        Some((mime, content)) => ("200 OK", mime, content),
    };
    let length = content.len();
    write!(stream, "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {length}\r\n")?;
    write!(stream, "Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n")?;
    if method != "HEAD" {
        stream.write_all(&content)?;
    }
    Ok(stream.flush()?)
}

/// The file that an address means; none outside the root, whatever the address holds.
fn find(root: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?;
    let mut file = root.to_owned();
    file.extend(path.split('/').filter(|part| !part.is_empty()));
    if file.is_dir() {
        file.push("index.html");
    }
    file.canonicalize().ok().filter(|file| file.starts_with(root))
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
