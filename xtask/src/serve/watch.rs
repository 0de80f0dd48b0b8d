//! Watches the sources for edits.
//!
//! Invariant: a file counts as changed if its time or size has changed, if it is new, or if it was removed. The files
//! are checked three times a second: that needs no crate, and also works where the system reports no changes, as in
//! mounted folders.

use anyhow::Result;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// The watched files and folders, relative to the project's folder.
const WATCHED: &[&str] = &["src", "static", "index.html", "Cargo.toml", "Cargo.lock", "xtask/npm", "xtask/pages"];
const PAUSE: Duration = Duration::from_millis(300);

type Times = BTreeMap<PathBuf, (SystemTime, u64)>;

/// The times and sizes of the watched files at the last check.
pub(super) struct Watch {
    root: PathBuf,
    seen: Times,
}

impl Watch {
    /// Stores the current times and sizes of the files.
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), seen: times(root) }
    }

    /// Waits for an edit and returns the names of the changed files.
    pub(super) fn wait(&mut self) -> Result<Vec<String>> {
        loop {
            let mut now = times(&self.root);
            if now == self.seen {
                thread::sleep(PAUSE);
                continue;
            }
            // An editor may save several files: wait until nothing changes any more.
            loop {
                thread::sleep(PAUSE / 3);
                let later = times(&self.root);
                if later == now {
                    break;
                }
                now = later;
            }
            let changed = changes(&self.seen, &now);
            self.seen = now;
            // Nothing has changed if a file got its earlier time and size back.
            if !changed.is_empty() {
                let name = |path: &PathBuf| path.strip_prefix(&self.root).unwrap_or(path).display().to_string();
                return Ok(changed.iter().map(name).collect());
            }
        }
    }
}

fn changes(before: &Times, now: &Times) -> Vec<PathBuf> {
    let gone = before.keys().filter(|path| !now.contains_key(*path));
    let changed = now.iter().filter(|(path, time)| before.get(*path) != Some(time)).map(|(path, _)| path);
    gone.chain(changed).cloned().collect()
}

fn times(root: &Path) -> Times {
    let mut times = Times::new();
    let mut paths: Vec<PathBuf> = WATCHED.iter().map(|name| root.join(name)).collect();
    while let Some(path) = paths.pop() {
        // A file that is being replaced cannot be read; the next check finds it.
        let Ok(metadata) = fs::metadata(&path) else { continue };
        if !metadata.is_dir() {
            times.insert(path, (metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH), metadata.len()));
        } else if !path.ends_with("node_modules") {
            paths.extend(fs::read_dir(&path).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())));
        }
    }
    times
}

#[cfg(test)]
mod tests {
    use super::Watch;
    use anyhow::Result;
    use std::fs;

    #[test]
    fn edited_new_and_removed_files_are_noticed_and_others_are_not() -> Result<()> {
        let root = std::env::temp_dir().join(format!("outreach-watch-{}", std::process::id()));
        fs::create_dir_all(root.join("src/view"))?;
        fs::create_dir_all(root.join("target"))?;
        for name in ["src/lib.rs", "src/view/tiles.rs", "src/old.rs"] {
            fs::write(root.join(name), "a")?;
        }
        let mut watch = Watch::new(&root);
        fs::write(root.join("target/x.rs"), "not watched")?;
        fs::write(root.join("src/view/tiles.rs"), "longer")?;
        fs::write(root.join("src/new.rs"), "a")?;
        fs::remove_file(root.join("src/old.rs"))?;
        let mut changed = watch.wait()?;
        changed.sort();
        let expected = ["src/new.rs", "src/old.rs", "src/view/tiles.rs"];
        assert_eq!(changed.iter().map(|name| name.replace('\\', "/")).collect::<Vec<_>>(), expected);
        fs::remove_dir_all(root)?;
        Ok(())
    }
}
