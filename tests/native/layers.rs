//! The walls of the house: pure rooms name nothing of the browser, components name no JavaScript value, and every
//! file is short and says what it is for.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::imports::Imports;

/// Rooms that compile natively and know no browser. Those that are not built yet are passed over.
const PURE: [&str; 10] = ["model", "query", "link", "view", "charts", "locale", "import", "export", "json", "sort"];

/// Where the house meets JavaScript: the room that knows it, and what the two WebAssemblies show of themselves.
const SURFACES: [&str; 3] = ["element", "main", "bin"];

/// What no pure room may name, as a path, an import or a crate whose name begins or ends with it.
const BROWSER: [&str; 5] = ["yew", "web_sys", "js_sys", "gloo", "wasm_bindgen"];

/// What components may not name: only `element` knows JavaScript values.
const JAVASCRIPT: [&str; 2] = ["JsValue", "wasm_bindgen"];

/// The one file of the components that asks what kind of element it has in hand, and the one name for it. A cast makes
/// no JavaScript value.
const CAST: (&str, &str) = ("ui/dom.rs", "wasm_bindgen::JsCast");

/// The longest that a file may be.
const LINES: usize = 350;

#[test]
fn pure_modules_name_nothing_of_the_browser() {
    for module in PURE {
        let files = module_files(module);
        assert!(module != "model" || files.len() > 3, "src/model was not found: nothing is being checked");
        check(&files, &BROWSER);
    }
}

/// Clocks, environments and hash maps are refused in them by clippy, which reads `.clippy.toml`.
#[test]
fn pure_modules_are_denied_what_differs_from_run_to_run() {
    let library = fs::read_to_string(src().join("lib.rs")).unwrap();
    let modules: Vec<&str> = library.split_inclusive(";\n").collect();
    let denied = "#[deny(clippy::disallowed_methods, clippy::disallowed_types)]";
    for module in PURE.iter().filter(|module| !module_files(module).is_empty()) {
        let found = modules.iter().find(|text| text.trim_end().ends_with(&format!("mod {module};"))).unwrap();
        assert!(found.contains(denied), "{module} is not denied what .clippy.toml lists");
    }
    let list = fs::read_to_string(src().with_file_name(".clippy.toml")).unwrap();
    for name in ["std::collections::HashMap", "std::time::Instant", "std::time::SystemTime", "std::env::var"] {
        assert!(list.contains(&format!("{{ path = \"{name}\", reason = ")), "{name} is missing in .clippy.toml");
    }
}

#[test]
fn components_name_no_javascript_value() {
    let (cast, others): (Vec<_>, Vec<_>) = module_files("ui").into_iter().partition(|file| file.ends_with(CAST.0));
    check(&others, &JAVASCRIPT);
    assert_eq!(cast.len(), 1, "{} was not found", CAST.0);
    for file in cast {
        let text = fs::read_to_string(file).unwrap();
        assert_eq!(named(&text.replace(&format!("use {};", CAST.1), ""), &JAVASCRIPT), []);
    }
}

/// Nothing but the surfaces and the room behind them has JavaScript values in its hands.
#[test]
fn javascript_is_met_at_the_surfaces() {
    let surfaces: Vec<PathBuf> = SURFACES.iter().flat_map(|module| module_files(module)).collect();
    assert!(surfaces.len() > 3, "{surfaces:?}");
    let others = rust_files(&src()).into_iter().filter(|file| !surfaces.contains(file) && !file.ends_with(CAST.0));
    check(&others.collect::<Vec<_>>(), &JAVASCRIPT);
}

/// The first view draws without `plotters-canvas`, which would weigh on it: only the annex's pixels use that.
#[test]
fn one_file_names_the_crate_for_canvases() {
    let naming = rust_files(&src())
        .into_iter()
        .filter(|file| !named(&fs::read_to_string(file).unwrap(), &["plotters_canvas"]).is_empty());
    assert_eq!(naming.collect::<Vec<_>>(), [src().join("element/picture_canvas.rs")]);
}

#[test]
fn every_file_is_short_and_says_what_it_is_for() {
    let files = rust_files(&src());
    assert!(files.contains(&src().join("lib.rs")), "src was not found: nothing is being checked");
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

/// A file that uses another is not used by it, nor by what that uses: so each can be read after the files that it uses.
#[test]
fn no_files_use_each_other() {
    let imports = Imports::read(&src(), &rust_files(&src()), "outreach_report");
    assert!(imports.uses.values().map(|used| used.len()).sum::<usize>() > 300, "hardly any use was found");
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

/// The check for circles: what counts as a use, and for which file.
#[test]
fn the_circle_check_finds_what_it_is_for() {
    let circles = |files: &[(&str, &str)]| {
        let all = files.iter().chain(&[("lib.rs", "")]);
        let files: Vec<(PathBuf, String)> = all.map(|(path, text)| (path.into(), text.to_string())).collect();
        let imports = Imports::of(&files, "house");
        imports.circles().iter().map(|circle| format!("{circle:?}")).collect::<Vec<_>>()
    };
    let parent = ("a.rs", "mod b; pub use b::B; pub struct A;");
    // A parent that declares its child and passes on its name does not use it; a child that uses its parent does.
    assert_eq!(circles(&[parent, ("a/b.rs", "use super::A; pub struct B(A);")]), [""; 0]);
    let both = ("a.rs", "mod b; pub use b::B; pub struct A; fn f() { B::new(); }");
    assert_eq!(circles(&[both, ("a/b.rs", "use super::A; pub struct B(A);")]), [r#"["a/b.rs", "a.rs"]"#]);
    // A use counts for the file that defines the name, through however many that pass it on, and in macros too.
    let passing = ("a.rs", "pub mod b; mod c; pub use c::C;");
    let child = ("a/b.rs", "pub struct B; fn f() { vec![crate::a::C]; }");
    assert_eq!(circles(&[passing, child, ("a/c.rs", "use super::b::B; pub struct C;")]), [r#"["a/b.rs", "a/c.rs"]"#]);
    // Three files in a row are a circle if the last uses the first; other crates and comments are none.
    let row = [("a.rs", "use crate::b::B; pub struct A;"), ("b.rs", "use crate::c::C as D; pub struct B;")];
    assert_eq!(circles(&[row[0], row[1], ("c.rs", "// use crate::a::A;\nuse std::fmt; pub struct C;")]), [""; 0]);
    assert_eq!(circles(&[row[0], row[1], ("c.rs", "pub struct C(house::a::A);")]), [r#"["a.rs", "b.rs", "c.rs"]"#]);
}

/// The check itself: it finds every way of naming a crate, at its line, and nothing else.
#[test]
fn the_check_finds_what_it_is_for() {
    let offending = "\
//! A room that says yew in its header may do so.
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
    let found: Vec<(usize, &str)> = named(offending, &BROWSER);
    let wanted = [
        (2, "yew"),
        (5, "gloo"),
        (6, "web_sys"),
        (7, "js_sys"),
        (8, "wasm_bindgen"),
        (9, "wasm_bindgen"),
        (9, "gloo"),
        (10, "yew"),
    ];
    assert_eq!(found, wanted);
    assert_eq!(named("use web_sys::Element;\nfn a(b: JsValue) {}", &JAVASCRIPT), [(2, "JsValue")]);
    assert_eq!(named("use serde::Serialize;", &BROWSER), []);
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The files of a room: `foo.rs` and everything under `foo/`.
fn module_files(module: &str) -> Vec<PathBuf> {
    let mut files = rust_files(&src().join(module));
    files.extend(Some(src().join(format!("{module}.rs"))).filter(|file| file.exists()));
    files
}

/// Every Rust file under a folder; none if there is no such folder.
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
            named(&text, forbidden).iter().map(|(line, name)| format!("{}:{line} names {name}", file.display())),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The forbidden names in the code of a file, each with its line.
fn named(text: &str, forbidden: &[&'static str]) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for (at, line) in code(text).lines().enumerate() {
        let words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        for word in words {
            let is = |name: &&&str| {
                let rest = word.strip_prefix(**name).or(word.strip_suffix(**name));
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_') || rest.ends_with('_'))
            };
            found.extend(forbidden.iter().find(is).map(|name| (at + 1, *name)));
        }
    }
    found
}

/// The text with comments and literals blanked, line for line, so that only code can name anything.
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
        } else if first == '"' || first == '\'' && character(rest) {
            quoted(rest)
        } else {
            code.push(first);
            rest = rest.get(first.len_utf8()..).unwrap();
            continue;
        };
        let (blank, after) = rest.split_at(length);
        code.push(' ');
        code.extend(blank.chars().filter(|letter| *letter == '\n'));
        rest = after;
    }
    code
}

/// The length of a comment, with those inside it.
fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let pairs = text.char_indices().zip(text.chars().skip(1));
    let mut skip = false;
    for ((at, first), second) in pairs {
        match (first, second) {
            _ if skip => skip = false,
            ('/', '*') => (depth, skip) = (depth + 1, true),
            ('*', '/') if depth == 1 => return at + 2,
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
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if Some(letter) == quote => return at + letter.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// Whether a single quote begins a character, and no lifetime.
fn character(text: &str) -> bool {
    let mut letters = text.chars().skip(1);
    letters.next() == Some('\\') || letters.next() == Some('\'')
}

/// The length of a raw string literal, if one begins here and not in the middle of a name.
fn raw_string(text: &str, before: Option<char>) -> Option<usize> {
    let in_name = before.is_some_and(|letter| letter.is_alphanumeric() && letter != 'b' || letter == '_');
    let body = text.strip_prefix('r').filter(|_| !in_name)?;
    let hashes = body.len() - body.trim_start_matches('#').len();
    let inside = body.get(hashes..)?.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = inside.find(&end).map_or(inside.len(), |at| at + end.len());
    Some(1 + hashes + 1 + length)
}
