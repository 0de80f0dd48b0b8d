//! Serves the page on this machine: the release, or the development build, which is built again after each edit.

mod files;
mod reload;
mod server;
mod watch;

use crate::build::{self, development};
use crate::paths::Paths;
use crate::setup;
use crate::size;
use crate::steps::{Plan, seconds};
use anyhow::{Context, Result, bail};
use reload::Reload;
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;
use std::time::Instant;
use watch::Watch;

/// `cargo xtask serve [--release] [--port N]`: installs tools, builds, and serves until it is stopped.
pub(crate) fn run(paths: &Paths, words: &[&str]) -> Result<()> {
    let options = Options::parse(words)?;
    let start = Instant::now();
    let mut plan = Plan::default();
    if options.release {
        setup::for_build(paths, &mut plan)?;
        build::add(paths, &mut plan);
        plan.run()?;
        size::run(paths)?;
        let listener = server::listen(options.port)?;
        announce(&listener, start)?;
        server::serve(&listener, &paths.dist, None);
        return Ok(());
    }
    setup::for_development(paths, &mut plan)?;
    plan.add(development::step(paths));
    // Started before the build, so that an edit during the build is noticed after it.
    let watch = Watch::new(&paths.root);
    let first_build = plan.run();
    let listener = server::listen(options.port)?;
    let reload = Arc::new(Reload::default());
    match first_build {
        Ok(_) => reload.built(),
        // Without an earlier build, there is no page that could show the error.
        Err(error) if !paths.development.is_dir() => return Err(error),
        Err(error) => failed(&reload, &error),
    }
    announce(&listener, start)?;
    println!("It is a development build. An edit under src, static or of index.html is built and shown at once.");
    let (folder, shared) = (paths.development.clone(), Arc::clone(&reload));
    thread::spawn(move || server::serve(&listener, &folder, Some(&shared)));
    follow(paths, watch, &reload)
}

/// Builds again after each edit, until the command is stopped.
fn follow(paths: &Paths, mut watch: Watch, reload: &Reload) -> Result<()> {
    loop {
        let changed = watch.wait()?;
        let start = Instant::now();
        println!("\n{} changed; building …", changed.join(", "));
        reload.building();
        match development::build(paths, development::Progress::Returned) {
            Ok(()) => {
                reload.built();
                println!("built in {}", seconds(start.elapsed()));
            }
            Err(error) => failed(reload, &error),
        }
    }
}

fn failed(reload: &Reload, error: &anyhow::Error) {
    eprintln!("{error:#}\n\nThe page shows the last build that succeeded; save a file to build again.");
    reload.failed(&format!("{error:#}"));
}

fn announce(listener: &TcpListener, start: Instant) -> Result<()> {
    let address = listener.local_addr()?;
    println!("The page is running at http://{address}/ after {} (stop with Ctrl+C)", seconds(start.elapsed()));
    Ok(())
}

/// The command line options after `serve`.
#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    release: bool,
    port: Option<u16>,
}

impl Options {
    fn parse(words: &[&str]) -> Result<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--release" => options.release = true,
                "--port" => {
                    let port = words.next().and_then(|port| port.parse().ok());
                    options.port = Some(port.context("--port wants a number from 1 to 65535")?);
                }
                other => bail!("`cargo xtask serve` knows --release and --port N, not {other}"),
            }
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn options_are_read_in_any_order() {
        let both = Options { release: true, port: Some(9000) };
        assert_eq!(Options::parse(&["--port", "9000", "--release"]).ok(), Some(both));
        assert_eq!(Options::parse(&[]).ok(), Some(Options::default()));
        assert!(Options::parse(&["--port"]).is_err());
        assert!(Options::parse(&["--port", "70000"]).is_err());
        assert!(Options::parse(&["--fast"]).is_err());
    }
}
