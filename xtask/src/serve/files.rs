//! Finds the file for the address of a request, and the media type of a file.
//!
//! Invariant: no file outside the served folder is served, whatever the address contains.

use std::path::{Path, PathBuf};

/// The file at an address; `None` if there is none in the folder `root`.
pub(super) fn find(root: &Path, address: &str) -> Option<PathBuf> {
    let root = root.canonicalize().ok()?;
    let path = address.split(['?', '#']).next()?;
    let mut file = root.clone();
    file.extend(path.split('/').filter(|part| !part.is_empty()));
    if file.is_dir() {
        file.push("index.html");
    }
    file.canonicalize().ok().filter(|file| file.starts_with(&root))
}

/// The media type of a file, by its extension.
pub(super) fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("xhtml") => "application/xhtml+xml; charset=utf-8",
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

#[cfg(test)]
mod tests {
    use super::find;
    use std::path::Path;

    #[test]
    fn only_files_of_the_folder_are_found() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(find(&root, "/main.rs?x=1#y").is_some_and(|file| file.ends_with("src/main.rs")));
        assert!(find(&root, "/serve/files.rs").is_some());
        assert_eq!(find(&root, "/../Cargo.toml"), None);
        assert_eq!(find(&root, "//etc/passwd"), None);
        assert_eq!(find(&root, "/nothing.rs"), None);
    }
}
