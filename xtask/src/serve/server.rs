//! A small web server for this machine.
//!
//! Invariant: it listens only on 127.0.0.1. Browsers must not use cached files without asking, so a reload shows the
//! last build.

use super::files::{find, mime};
use super::reload::{self, Reload};
use anyhow::{Context, Result};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::thread;
use std::time::Duration;

const FIRST_PORT: u16 = 8080;

/// Opens this port, or the first free one of 8080 to 8179.
pub(super) fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => bind(port).with_context(|| format!("port {port} is taken; leave --port out to get a free one")),
        None => {
            (FIRST_PORT..FIRST_PORT + 100).find_map(|port| bind(port).ok()).context("no port from 8080 to 8179 is free")
        }
    }
}

/// Answers all requests with files of the folder. With `reload`, pages reload after each development build.
pub(super) fn serve(listener: &TcpListener, folder: &Path, reload: Option<&Reload>) {
    thread::scope(|scope| {
        for stream in listener.incoming().filter_map(Result::ok) {
            // It is no error if a browser closes its connection early, so the result is ignored.
            scope.spawn(move || drop(answer(stream, folder, reload)));
        }
    });
}

fn answer(mut stream: TcpStream, folder: &Path, reload: Option<&Reload>) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(&stream).lines();
    let request = lines.next().context("an empty request")??;
    // The whole request must be read before answering; otherwise the browser may see a reset connection.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, address) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if let Some(reload) = reload.filter(|_| address == reload::EVENTS) {
        return reload.send_events(&mut stream);
    }
    let (status, mime, content) = match content(folder, address, reload) {
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

fn content(folder: &Path, address: &str, reload: Option<&Reload>) -> Option<(&'static str, Vec<u8>)> {
    if let Some(script) = reload.and_then(|reload| reload.script(address)) {
        return Some(("text/javascript; charset=utf-8", script.into_bytes()));
    }
    let file = find(folder, address)?;
    let (mime, content) = (mime(&file), fs::read(&file).ok()?);
    let is_page = mime.starts_with("text/html");
    Some((mime, if is_page && reload.is_some() { reload::with_script(content) } else { content }))
}
