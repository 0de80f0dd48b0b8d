//! The files of the project, to which documents refer.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Folders that are not part of the tree.
const NOT_IN_TREE: [&str; 4] = ["target", "dist", "node_modules", ".git"];

/// The files of the tree, as paths from its root.
pub(super) struct Tree {
    pub(super) files: BTreeSet<String>,
    /// The programs that build: Rust and JavaScript below `xtask`.
    programs: String,
    /// The texts of files that are not on the disk, for tests.
    texts: BTreeMap<String, String>,
}

impl Tree {
    pub(super) fn read() -> Self {
        let mut tree = Self { files: BTreeSet::new(), programs: String::new(), texts: BTreeMap::new() };
        tree.add(&root());
        tree.with_programs()
    }

    pub(super) fn of<const N: usize>(files: [(&str, &str); N]) -> Self {
        let texts: BTreeMap<String, String> = files.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
        Self { files: texts.keys().cloned().collect(), programs: String::new(), texts }.with_programs()
    }

    fn with_programs(mut self) -> Self {
        let is_program =
            |path: &&String| path.starts_with("xtask/") && (path.ends_with(".rs") || path.ends_with(".mjs"));
        self.programs = self.files.iter().filter(is_program).map(|path| self.text(path)).collect();
        self
    }

    fn add(&mut self, folder: &Path) {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() && !NOT_IN_TREE.contains(&name) {
                self.add(&path);
            } else if path.is_file() {
                self.files.insert(path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned());
            }
        }
    }

    pub(super) fn text(&self, path: &str) -> String {
        self.texts.get(path).cloned().unwrap_or_else(|| fs::read_to_string(root().join(path)).unwrap())
    }

    /// Whether there is a file or a folder at this path.
    pub(super) fn has(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        self.files.contains(path) || self.files.iter().any(|file| file.starts_with(&folder))
    }

    /// Whether a name in a document is that of a file: a path from the root or from the document's folder, the bare name
    /// of a file anywhere, a file of a folder that Trunk copies, or a literal in the programs that build.
    pub(super) fn explains(&self, document: &str, name: &str) -> bool {
        let copied = || {
            let folder = format!("static/{}", name.split('/').next().unwrap());
            let rule = format!("rel=\"copy-dir\" href=\"{folder}\"");
            self.has(&format!("static/{name}"))
                && self.files.contains("index.html")
                && self.text("index.html").contains(&rule)
        };
        let built = || self.programs.contains(&format!("\"{name}\""));
        let bare = || !name.contains('/') && self.files.iter().any(|file| file.ends_with(&format!("/{name}")));
        self.has(name) || resolve(document, name).is_some_and(|path| self.has(&path)) || bare() || copied() || built()
    }

    /// Whether a program that builds has this text.
    pub(super) fn is_in_programs(&self, text: &str) -> bool {
        self.programs.contains(text)
    }
}

/// A relative path in a document as a path from the root; `None` if it leads out of the tree.
pub(super) fn resolve(document: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = document.split('/').collect();
    parts.pop();
    for part in link.split('/').filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." {
            parts.pop()?;
        } else {
            parts.push(part);
        }
    }
    Some(parts.join("/"))
}

/// The folder of the project.
pub(super) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
