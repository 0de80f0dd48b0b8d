//! The documents in Markdown: links lead to files and headings that exist, file names are those of files, commands are
//! those of `cargo xtask help`, and the glossary and the map in ARCHITECTURE.md have the names of the code.

mod commands;
mod document;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use commands::{help_patterns, is_command};
use document::Document;
use tree::{Tree, resolve};

/// The most lines that README.md may have.
const README_LINES: usize = 150;

/// Names in documents that are not in the tree, because a command makes them: each with the text in the programs below
/// `xtask` that makes it. Names that a program has as a literal need no entry (see [`Tree::explains`]).
const MADE: [(&str, &str); 10] = [
    ("dist", "root.join(\"dist\")"),
    ("target", "root.join(\"target\")"),
    ("target/development-page", "target.join(\"development-page\")"),
    ("target/benchmark.md", "target.join(\"benchmark.md\")"),
    ("target/screens", "target.join(\"screens\")"),
    ("v/<version>-<hash>", "`v/${version}-${hash("),
    ("v", "`v/${version}-${hash("),
    ("data/<day>", "join(staging, \"data\", day, \"activities.json\")"),
    ("data/<day>/activities.json", "join(staging, \"data\", day, \"activities.json\")"),
    ("static/data/<day>/activities.json", "static/data/${day}/"),
];

/// Texts in documents that look like paths and are none, or are examples.
const NOT_FILES: [&str; 9] = [
    "outreach-report/1",
    "application/wasm",
    "2006-04/2006-08",
    "2021-11/2023-02",
    "2021/..",
    "data/2026-11-22/activities.json",
    "set/2026-11-22/x.json",
    "set/<day>/x.json",
    "v/0.1.0-1a2b3c4d",
];

#[test]
fn links_lead_to_files_and_headings() {
    let tree = Tree::read();
    let documents = documents(&tree);
    assert!(documents.len() > 8, "too few documents were found");
    let links: usize = documents.values().map(|document| document.links.len()).sum();
    assert!(links > 50, "only {links} links were found");
    assert_eq!(broken_links(&tree, &documents), [""; 0]);
}

#[test]
fn file_names_are_those_of_files() {
    let tree = Tree::read();
    let documents = documents(&tree);
    let mut faults = Vec::new();
    let mut used = BTreeSet::new();
    for (document, name) in documents.iter().flat_map(|(path, document)| document.names().map(move |name| (path, name)))
    {
        let listed = MADE.iter().map(|(made, ..)| made).chain(&NOT_FILES).find(|listed| **listed == name);
        match listed {
            Some(listed) => drop(used.insert(*listed)),
            None if tree.explains(document, name) => {}
            None => faults.push(format!("{document}: there is no file {name}")),
        }
    }
    let gone = MADE.iter().filter(|(_, text)| !tree.is_in_programs(text));
    faults.extend(gone.map(|(name, text)| format!("{name}: no program has {text}")));
    let listed = MADE.iter().map(|(name, ..)| *name).chain(NOT_FILES);
    faults.extend(listed.filter(|name| !used.contains(name)).map(|name| format!("no document names {name}")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn commands_exist() {
    let tree = Tree::read();
    let help = tree.text("xtask/src/main.rs");
    let patterns = help_patterns(&help);
    assert!(patterns.len() > 5, "too few commands were found in the help: {patterns:?}");
    let mut faults = Vec::new();
    for (path, document) in documents(&tree) {
        for command in document.commands().filter(|command| !is_command(command, &patterns)) {
            faults.push(format!("{path}: there is no command `cargo xtask {command}`"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_readme_is_short_and_leads_to_every_document() {
    let tree = Tree::read();
    let lines = tree.text("README.md").lines().count();
    assert!(lines <= README_LINES, "README.md has {lines} lines, at most {README_LINES}");
    let documents = documents(&tree);
    let links: BTreeSet<&str> =
        documents["README.md"].links.iter().map(|link| link.split('#').next().unwrap()).collect();
    let missing: Vec<&String> =
        documents.keys().filter(|path| *path != "README.md" && !links.contains(&***path)).collect();
    assert!(missing.is_empty(), "README.md does not link to {missing:?}");
}

/// Every name in the third column of the glossary is a name in `src`, or a path.
#[test]
fn the_glossary_has_names_of_the_code() {
    let tree = Tree::read();
    let sources: Vec<String> = sources(&tree).map(|path| tree.text(path)).collect();
    let rows = table(&tree.text("ARCHITECTURE.md"), "Glossary");
    assert!(rows.len() > 40, "the glossary has only {} lines", rows.len());
    let mut faults = Vec::new();
    for row in &rows {
        let [word, _, names] = row.as_slice() else { panic!("{row:?}") };
        let names = codes(names);
        assert!(!names.is_empty(), "{word} names nothing in the code");
        let unknown = |name: &String| {
            !tree.has(name) && !name.split("::").all(|part| sources.iter().any(|text| has_word(text, part)))
        };
        faults.extend(names.iter().filter(|name| unknown(name)).map(|name| format!("{word}: {name} is not in src")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The column "may use" of the map lists the modules that a module uses.
#[test]
fn modules_use_what_the_map_says() {
    let tree = Tree::read();
    let mut uses: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let sources: Vec<(&str, String)> = sources(&tree).map(|path| (module(path), tree.text(path))).collect();
    for (own, text) in &sources {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let paths = lines.flat_map(|line| line.split("crate::").skip(1));
        let used = paths.filter_map(|path| words(path).next()).filter(|used| used != own);
        uses.entry(own).or_default().extend(used.filter(|used| sources.iter().any(|(module, _)| module == used)));
    }
    let mut checked = 0;
    for row in table(&tree.text("ARCHITECTURE.md"), "The map") {
        let [modules, _, may_use] = row.as_slice() else { panic!("{row:?}") };
        if may_use == "all of the above" {
            continue;
        }
        let may_use = codes(may_use);
        let may_use: BTreeSet<&str> = may_use.iter().flat_map(|names| names.split(' ')).collect();
        for path in codes(modules) {
            assert_eq!(uses.get(module(&path)), Some(&may_use), "what {path} uses");
            checked += 1;
        }
    }
    assert!(checked > 8, "too few modules were found in the map");
}

/// Tests the checks themselves on documents with mistakes.
#[test]
fn the_checks_find_mistakes() {
    let tree =
        Tree::of([("docs/a.md", ""), ("docs/b.md", ""), ("src/main.rs", ""), ("xtask/src/x.rs", "&[\"made.js\"]")]);
    let a = Document::read(
        "# One `two`, three\n\n## Same\n\n## Same\n\n[1](#one-two-three) [2](#same-1) [3](b.md) [4](../src/main.rs)\n\
         [bad 1](#one) [bad 2](#same-2) [bad 3](c.md) [bad 4](b.md#part) ![bad 5](d.png) [6](https://example.org/x.md)",
    );
    let b = Document::read("[1](a.md#same)\n\n| a |\n|---|\n| [bad 6](e.md) |\n");
    let documents = BTreeMap::from([("docs/a.md".to_owned(), a), ("docs/b.md".to_owned(), b)]);
    let broken =
        ["#one", "#same-2", "c.md", "b.md#part", "d.png"].map(|link| format!("docs/a.md: {link} leads nowhere"));
    let broken = broken.into_iter().chain(["docs/b.md: e.md leads nowhere".to_owned()]).collect::<Vec<_>>();
    assert_eq!(broken_links(&tree, &documents), broken);

    let text = "`src/main.rs` `src/` `main.rs` `b.md` `made.js` `src/gone.rs` `gone.mjs` `old/` `a..b` `x=1/2` `.js`\n\
                `Yew` `https://a.b/c.js` `//` `</p>` `~/x/y` `two words/x`\n\n```\n`no/code.rs`\n```\n";
    let document = Document::read(text);
    let names: Vec<&str> = document.names().collect();
    assert_eq!(names, ["src/main.rs", "src", "main.rs", "b.md", "made.js", "src/gone.rs", "gone.mjs", "old"]);
    let missing: Vec<&str> = names.into_iter().filter(|name| !tree.explains("docs/a.md", name)).collect();
    assert_eq!(missing, ["src/gone.rs", "gone.mjs", "old"]);

    let patterns =
        help_patterns("const HELP: &str = \"\\\ncargo xtask go [--to N]   x\ncargo xtask try FILE [BROWSER]  y\";");
    let text = "`cargo xtask` `cargo xtask go --to 3` `cargo xtask gone`\n\n```sh\nA=1 cargo xtask go  # x\ncargo xtask go on\n\
                cargo xtask try [FILE]\ncargo xtask try\n```\n";
    let document = Document::read(text);
    let unknown: Vec<&str> = document.commands().filter(|command| !is_command(command, &patterns)).collect();
    assert_eq!(unknown, ["gone", "go on", "try"]);
}

/// All documents of the tree, by path.
fn documents(tree: &Tree) -> BTreeMap<String, Document> {
    let paths = tree.files.iter().filter(|path| path.ends_with(".md"));
    paths.map(|path| (path.clone(), Document::read(&tree.text(path)))).collect()
}

fn broken_links(tree: &Tree, documents: &BTreeMap<String, Document>) -> Vec<String> {
    let leads_somewhere = |path: &str, link: &str| {
        let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
        let target = if file.is_empty() { Some(path.to_owned()) } else { resolve(path, file) };
        let Some(target) = target.filter(|target| tree.has(target)) else { return false };
        let has_anchor = |document: &Document| document.anchors.iter().any(|known| known == anchor);
        anchor.is_empty() || documents.get(&target).is_some_and(has_anchor)
    };
    let mut broken = Vec::new();
    for (path, document) in documents {
        let links = document.links.iter().filter(|link| !link.contains("://") && !link.starts_with("mailto:"));
        broken.extend(
            links.filter(|link| !leads_somewhere(path, link)).map(|link| format!("{path}: {link} leads nowhere")),
        );
    }
    broken
}

/// The cells of the first table under a heading, without its head.
fn table(markdown: &str, heading: &str) -> Vec<Vec<String>> {
    let (_, rest) = markdown.split_once(&format!("\n## {heading}\n")).unwrap();
    let rows = rest.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let cells = |row: &str| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    rows.skip(2).map(cells).collect()
}

/// The texts in backticks.
fn codes(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric() && character != '_')
}

fn has_word(text: &str, word: &str) -> bool {
    let is_part = |character: Option<char>| character.is_some_and(|one| one.is_alphanumeric() || one == '_');
    let around = |start: usize| (text[..start].chars().next_back(), text[start + word.len()..].chars().next());
    text.match_indices(word).map(|(start, _)| around(start)).any(|(before, after)| !is_part(before) && !is_part(after))
}

/// The Rust files of `src`.
fn sources(tree: &Tree) -> impl Iterator<Item = &str> {
    tree.files.iter().map(String::as_str).filter(|path| path.starts_with("src/") && path.ends_with(".rs"))
}

/// The module of a path in `src`: the first part below it.
fn module(path: &str) -> &str {
    path.split('/').nth(1).unwrap().trim_end_matches(".rs")
}
