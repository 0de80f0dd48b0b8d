//! The layers of the library: pure modules name nothing of the browser, components name no JavaScript value, files do
//! not use each other in circles, and every file is short and begins with its purpose.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::imports::Imports;

/// Modules that compile natively and use nothing of a browser. Those that do not exist are skipped.
const PURE: [&str; 10] = ["model", "query", "link", "view", "charts", "locale", "import", "export", "json", "sort"];

/// The modules that may use JavaScript values: `element`, and the roots of the two WebAssemblies.
const JAVASCRIPT_MODULES: [&str; 3] = ["element", "main", "bin"];

/// What no pure module may name: as a path, an import, or a crate whose name begins or ends with it.
const BROWSER: [&str; 5] = ["yew", "web_sys", "js_sys", "gloo", "wasm_bindgen"];

/// What components may not name: only `element` uses JavaScript values.
const JAVASCRIPT: [&str; 2] = ["JsValue", "wasm_bindgen"];

/// The only file of the components that casts elements of the page, and the only name that it may use for that. A cast
/// creates no JavaScript value.
const CAST: (&str, &str) = ("ui/dom.rs", "wasm_bindgen::JsCast");

/// The longest that a file may be.
const LINES: usize = 350;

#[test]
fn pure_modules_name_nothing_of_the_browser() {
    for module in PURE {
        let files = module_files(module);
        assert!(module != "model" || files.len() > 3, "src/model was not found: nothing is checked");
        check(&files, &BROWSER);
    }
}

/// Clippy denies clocks, environment variables and hash maps in pure modules, according to the lists in `.clippy.toml`.
#[test]
fn pure_modules_are_denied_clocks_environment_and_hash_maps() {
    let library = fs::read_to_string(src().join("lib.rs")).unwrap();
    let modules: Vec<&str> = library.split_inclusive(";\n").collect();
    let attribute = "#[deny(clippy::disallowed_methods, clippy::disallowed_types)]";
    for module in PURE.iter().filter(|module| !module_files(module).is_empty()) {
        let declaration = modules.iter().find(|text| text.trim_end().ends_with(&format!("mod {module};"))).unwrap();
        assert!(declaration.contains(attribute), "{module} is not denied what .clippy.toml lists");
    }
    let list = fs::read_to_string(src().with_file_name(".clippy.toml")).unwrap();
    for name in ["std::collections::HashMap", "std::time::Instant", "std::time::SystemTime", "std::env::var"] {
        assert!(list.contains(&format!("{{ path = \"{name}\", reason = ")), "{name} is missing in .clippy.toml");
    }
}

#[test]
fn components_name_no_javascript_value() {
    let (cast_files, others): (Vec<_>, Vec<_>) =
        module_files("ui").into_iter().partition(|file| file.ends_with(CAST.0));
    check(&others, &JAVASCRIPT);
    assert_eq!(cast_files.len(), 1, "{} was not found", CAST.0);
    for file in cast_files {
        let text = fs::read_to_string(file).unwrap();
        assert_eq!(forbidden_names(&text.replace(&format!("use {};", CAST.1), ""), &JAVASCRIPT), []);
    }
}

/// No other module uses JavaScript values.
#[test]
fn only_some_modules_use_javascript_values() {
    let allowed: Vec<PathBuf> = JAVASCRIPT_MODULES.iter().flat_map(|module| module_files(module)).collect();
    assert!(allowed.len() > 3, "{allowed:?}");
    let others = rust_files(&src()).into_iter().filter(|file| !allowed.contains(file) && !file.ends_with(CAST.0));
    check(&others.collect::<Vec<_>>(), &JAVASCRIPT);
}

/// Only the pictures of the dialogs use `plotters-canvas`. The report draws without it and stays smaller.
#[test]
fn one_file_names_the_crate_for_canvases() {
    let naming = rust_files(&src())
        .into_iter()
        .filter(|file| !forbidden_names(&fs::read_to_string(file).unwrap(), &["plotters_canvas"]).is_empty());
    assert_eq!(naming.collect::<Vec<_>>(), [src().join("element/picture_canvas.rs")]);
}

#[test]
fn every_file_is_short_and_begins_with_its_purpose() {
    let files = rust_files(&src());
    assert!(files.contains(&src().join("lib.rs")), "src was not found: nothing is checked");
    let mut faults = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let lines = text.lines().count();
        if lines > LINES {
            faults.push(format!("{}: {lines} lines, at most {LINES}", file.display()));
        }
        if !text.starts_with("//!") {
            faults.push(format!("{}: does not start with //!", file.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Files do not use each other, directly or through others. Each file can be read after the files that it uses.
#[test]
fn no_files_use_each_other() {
    let imports = Imports::read(&src(), &rust_files(&src()), "outreach_report");
    assert!(imports.uses.values().map(|used| used.len()).sum::<usize>() > 300, "too few uses were found");
    let mut faults = Vec::new();
    for circle in imports.circles() {
        for file in &circle {
            let used = imports.uses.get(*file).into_iter().flatten();
            let used = used.filter(|used| circle.contains(&used.as_path())).map(|used| used.display().to_string());
            faults.push(format!("{} uses {}", file.display(), used.collect::<Vec<_>>().join(", ")));
        }
        faults.push(String::new());
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Tests the check for circles: what counts as a use, and for which file.
#[test]
fn the_circle_check_finds_circles() {
    let circles = |files: &[(&str, &str)]| {
        let with_root = files.iter().chain(&[("lib.rs", "")]);
        let files: Vec<(PathBuf, String)> = with_root.map(|(path, text)| (path.into(), text.to_string())).collect();
        let imports = Imports::of(&files, "library");
        imports.circles().iter().map(|circle| format!("{circle:?}")).collect::<Vec<_>>()
    };
    let parent = ("a.rs", "mod b; pub use b::B; pub struct A;");
    // A parent that only declares its child and re-exports its name does not use it. A child may use its parent then.
    assert_eq!(circles(&[parent, ("a/b.rs", "use super::A; pub struct B(A);")]), [""; 0]);
    let parent_using_child = ("a.rs", "mod b; pub use b::B; pub struct A; fn f() { B::new(); }");
    assert_eq!(circles(&[parent_using_child, ("a/b.rs", "use super::A; pub struct B(A);")]), [r#"["a/b.rs", "a.rs"]"#]);
    // A use counts for the file that defines the name, through any number of re-exports, and in macros too.
    let reexporting = ("a.rs", "pub mod b; mod c; pub use c::C;");
    let child = ("a/b.rs", "pub struct B; fn f() { vec![crate::a::C]; }");
    assert_eq!(
        circles(&[reexporting, child, ("a/c.rs", "use super::b::B; pub struct C;")]),
        [r#"["a/b.rs", "a/c.rs"]"#]
    );
    // Three files are a circle if the last uses the first. Other crates and comments do not count.
    let chain = [("a.rs", "use crate::b::B; pub struct A;"), ("b.rs", "use crate::c::C as D; pub struct B;")];
    assert_eq!(circles(&[chain[0], chain[1], ("c.rs", "// use crate::a::A;\nuse std::fmt; pub struct C;")]), [""; 0]);
    assert_eq!(
        circles(&[chain[0], chain[1], ("c.rs", "pub struct C(library::a::A);")]),
        [r#"["a.rs", "b.rs", "c.rs"]"#]
    );
}

/// Tests the check for names: it finds every way of naming a crate, with its line, and nothing else.
#[test]
fn the_name_check_finds_forbidden_names() {
    let offending = "\
//! A module may mention yew in a comment.
use yew::prelude::*;
/* web_sys in a comment /* and gloo in one inside it */ is none */
fn a(b: &'static str) -> char { '\"' } // js_sys
use {serde, gloo_events as events};
const TEXT: &str = \"yew \\\" web_sys\"; type A = web_sys::Window;
const RAW: &str = r#\"js_sys \" // \"#; extern crate js_sys;
#[wasm_bindgen]
fn b() { serde_wasm_bindgen::to_value(\"https://gloo\"); let quote = b'\"'; gloo::x(); }
fn renewed(gloomy: u8, yews: u8) { let c = '\\''; ::yew::html! {} }
";
    let found: Vec<(usize, &str)> = forbidden_names(offending, &BROWSER);
    let expected = [
        (2, "yew"),
        (5, "gloo"),
        (6, "web_sys"),
        (7, "js_sys"),
        (8, "wasm_bindgen"),
        (9, "wasm_bindgen"),
        (9, "gloo"),
        (10, "yew"),
    ];
    assert_eq!(found, expected);
    assert_eq!(forbidden_names("use web_sys::Element;\nfn a(b: JsValue) {}", &JAVASCRIPT), [(2, "JsValue")]);
    assert_eq!(forbidden_names("use serde::Serialize;", &BROWSER), []);
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The files of a module: `foo.rs` and everything in `foo/`.
fn module_files(module: &str) -> Vec<PathBuf> {
    let mut files = rust_files(&src().join(module));
    files.extend(Some(src().join(format!("{module}.rs"))).filter(|file| file.exists()));
    files
}

/// Every Rust file in a folder and its subfolders; none if the folder does not exist.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

fn check(files: &[PathBuf], forbidden: &[&'static str]) {
    let mut faults = Vec::new();
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        faults.extend(
            forbidden_names(&text, forbidden)
                .iter()
                .map(|(line, name)| format!("{}:{line} names {name}", file.display())),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The forbidden names in the code of a file, each with its line.
fn forbidden_names(text: &str, forbidden: &[&'static str]) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for (index, line) in code(text).lines().enumerate() {
        let words = line.split(|character: char| !character.is_alphanumeric() && character != '_');
        for word in words {
            let is_named = |name: &&&str| {
                let rest = word.strip_prefix(**name).or(word.strip_suffix(**name));
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_') || rest.ends_with('_'))
            };
            found.extend(forbidden.iter().find(is_named).map(|name| (index + 1, *name)));
        }
    }
    found
}

/// The text without comments and literals, with the same line breaks.
fn code(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(length) = raw_string(rest, code.chars().last()) {
            length
        } else if first == '"' || first == '\'' && is_character_literal(rest) {
            quoted(rest)
        } else {
            code.push(first);
            rest = rest.get(first.len_utf8()..).unwrap();
            continue;
        };
        let (removed, after) = rest.split_at(length);
        code.push(' ');
        code.extend(removed.chars().filter(|character| *character == '\n'));
        rest = after;
    }
    code
}

/// The length of a block comment, including the comments inside it.
fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let pairs = text.char_indices().zip(text.chars().skip(1));
    let mut skip = false;
    for ((index, first), second) in pairs {
        match (first, second) {
            _ if skip => skip = false,
            ('/', '*') => (depth, skip) = (depth + 1, true),
            ('*', '/') if depth == 1 => return index + 2,
            ('*', '/') => (depth, skip) = (depth - 1, true),
            _ => {}
        }
    }
    text.len()
}

/// The length of a string or character literal that starts with its quote.
fn quoted(text: &str) -> usize {
    let quote = text.chars().next();
    let mut escaped = false;
    for (index, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if Some(character) == quote => return index + character.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// Whether a single quote begins a character literal and not a lifetime.
fn is_character_literal(text: &str) -> bool {
    let mut characters = text.chars().skip(1);
    characters.next() == Some('\\') || characters.next() == Some('\'')
}

/// The length of a raw string literal; `None` if none begins here, for example if `r` is part of a name.
fn raw_string(text: &str, before: Option<char>) -> Option<usize> {
    let in_name = before.is_some_and(|character| character.is_alphanumeric() && character != 'b' || character == '_');
    let body = text.strip_prefix('r').filter(|_| !in_name)?;
    let hashes = body.len() - body.trim_start_matches('#').len();
    let content = body.get(hashes..)?.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = content.find(&end).map_or(content.len(), |index| index + end.len());
    Some(1 + hashes + 1 + length)
}
