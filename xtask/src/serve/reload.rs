//! Reloads pages after a development build: the server sends events when a build has begun, succeeded or failed, and a
//! script in every page listens to them.
//!
//! Invariant: the script is added when a page is served. The built files do not contain it.

use anyhow::Result;
use std::io::Write;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The address of the events.
pub(super) const EVENTS: &str = "/development/events";
/// The address of the script.
const SCRIPT: &str = "/development/reload.js";
const SCRIPT_TEXT: &str = include_str!("reload.js");
/// The placeholder in the script for the number of the build from which the page was loaded.
const BUILD: &str = "BUILD";

/// The state of the development build, which is sent to pages.
#[derive(Default)]
pub(super) struct Reload {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Clone, Default, PartialEq, Eq)]
struct State {
    /// When the last successful build was finished, in milliseconds since 1970.
    build: u128,
    status: Status,
}

#[derive(Clone, Default, PartialEq, Eq)]
enum Status {
    #[default]
    Ready,
    Building,
    /// With the compiler's messages.
    Failed(String),
}

impl Reload {
    /// A build has begun.
    pub(super) fn building(&self) {
        self.change(|state| state.status = Status::Building);
    }

    /// A build has succeeded: pages of an earlier build reload.
    pub(super) fn built(&self) {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        self.change(|state| *state = State { build: now, status: Status::Ready });
    }

    /// A build has failed with this message, which may contain a terminal's colour codes.
    pub(super) fn failed(&self, message: &str) {
        self.change(|state| state.status = Status::Failed(without_colours(message)));
    }

    /// The script; `None` if the address is not the script's.
    pub(super) fn script(&self, address: &str) -> Option<String> {
        (address == SCRIPT).then(|| SCRIPT_TEXT.replace(BUILD, &self.state().build.to_string()))
    }

    /// Sends the state as a server-sent event, at once and after each change, until the page is closed.
    pub(super) fn send_events(&self, stream: &mut impl Write) -> Result<()> {
        write!(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n")?;
        write!(stream, "Cache-Control: no-cache\r\nConnection: close\r\n\r\n")?;
        let mut sent = None;
        loop {
            let state = self.state();
            if sent.as_ref() == Some(&state) {
                // A comment, which pages ignore. Writing it fails if the page was closed.
                write!(stream, ":\n\n")?;
            } else {
                write!(stream, "{}", event(&state))?;
                sent = Some(state);
            }
            stream.flush()?;
            let guard = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            let same = |now: &mut State| sent.as_ref() == Some(&*now);
            drop(self.changed.wait_timeout_while(guard, Duration::from_secs(5), same));
        }
    }

    fn state(&self) -> State {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify_all();
    }
}

/// The page with the script added at its end, so that the browser runs it after the page's own scripts.
pub(super) fn with_script(mut page: Vec<u8>) -> Vec<u8> {
    page.extend_from_slice(format!("<script src=\"{SCRIPT}\"></script>\n").as_bytes());
    page
}

/// The state as a server-sent event: its name is the status, its data are the build's number and the message's lines.
fn event(State { build, status }: &State) -> String {
    let (name, message) = match status {
        Status::Ready => ("ready", ""),
        Status::Building => ("building", ""),
        Status::Failed(message) => ("failed", message.as_str()),
    };
    let lines: String = message.lines().map(|line| format!("data: {line}\n")).collect();
    format!("event: {name}\ndata: {build}\n{lines}\n")
}

/// The text without the escape sequences that Cargo writes: colours, `ESC [ … m`, and links, `ESC ] 8 … ESC \`.
fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        if character != '\u{1b}' {
            plain.push(character);
            continue;
        }
        match rest.next() {
            Some('[') => drop(rest.find(char::is_ascii_alphabetic)),
            Some(']') => {
                while rest.next().is_some_and(|next| next != '\u{1b}' && next != '\u{7}') {}
                rest.next();
            }
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Reload, State, Status, event, with_script, without_colours};

    #[test]
    fn a_failed_build_sends_its_message_line_by_line_and_without_colours() {
        let reload = Reload::default();
        reload.failed("\u{1b}[1m\u{1b}[91merror\u{1b}[0m: no\n  --> src/lib.rs");
        assert_eq!(event(&reload.state()), "event: failed\ndata: 0\ndata: error: no\ndata:   --> src/lib.rs\n\n");
        assert_eq!(without_colours("\u{1b}]8;;https://x\u{1b}\\E0425\u{1b}]8;;\u{1b}\\!"), "E0425!");
    }

    #[test]
    fn the_script_contains_the_number_of_the_last_successful_build() {
        let reload = Reload::default();
        reload.built();
        let State { build, status } = reload.state();
        assert!(build > 0 && status == Status::Ready);
        assert!(reload.script("/development/reload.js").is_some_and(|script| script.contains(&build.to_string())));
        assert_eq!(reload.script("/reload.js"), None);
        reload.building();
        assert_eq!(event(&reload.state()), format!("event: building\ndata: {build}\n\n"));
    }

    #[test]
    fn a_page_gets_the_script_at_its_end() {
        let page = String::from_utf8(with_script(b"<p>x</p>\n".to_vec())).unwrap_or_default();
        assert_eq!(page, "<p>x</p>\n<script src=\"/development/reload.js\"></script>\n");
    }
}
