//! Which file of `src` uses which: read off the paths in the code, so that circles can be found.
//!
//! A use counts for the file that defines the name: `mod` and `pub use` only pass a name on. A method call names no file
//! and does not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The files of a crate, each with the files that it uses.
pub(crate) struct Imports {
    /// By the file's path below the source folder.
    pub(crate) uses: BTreeMap<PathBuf, BTreeSet<PathBuf>>,
}

/// The path of a module from the crate's root.
type ModulePath = Vec<String>;

/// A module: which file it is in, and what it knows by name.
#[derive(Debug, Default)]
struct Module {
    file: PathBuf,
    items: BTreeSet<String>,
    /// What `use` brings in, by the name that it has here.
    imported: BTreeMap<String, Vec<String>>,
    /// The names that are only passed on: brought in by `pub use`, and not in the code.
    passed_on: BTreeSet<String>,
    /// All paths in its code with more than one segment.
    paths: Vec<Vec<String>>,
}

impl Imports {
    /// The crate whose files lie below `root`. `extern_name` is what its binaries call it.
    pub(crate) fn read(root: &Path, files: &[PathBuf], extern_name: &str) -> Self {
        let read = |file: &PathBuf| (file.strip_prefix(root).unwrap().to_owned(), fs::read_to_string(file).unwrap());
        Self::of(&files.iter().map(read).collect::<Vec<_>>(), extern_name)
    }

    /// The crate with these files, each with its path below the source folder and its text.
    pub(crate) fn of(files: &[(PathBuf, String)], extern_name: &str) -> Self {
        let mut modules: BTreeMap<ModulePath, Module> = BTreeMap::new();
        for (file, text) in files {
            let tokens: TokenStream = text.parse().unwrap();
            collect(&mut modules, module_path(file), file, tokens);
        }
        let mut uses: BTreeMap<PathBuf, BTreeSet<PathBuf>> = BTreeMap::new();
        for (path, module) in &modules {
            let own = uses.entry(module.file.clone()).or_default();
            let imported = module.imported.iter().filter(|(name, _)| !module.passed_on.contains(*name));
            for used in imported.map(|(_, path)| path).chain(&module.paths) {
                let found = resolve(&modules, path, used, extern_name, 0);
                own.extend(found.filter(|file| *file != module.file));
            }
        }
        Self { uses }
    }

    /// Files that use each other, directly or by way of others: each group once, sorted.
    pub(crate) fn circles(&self) -> Vec<Vec<&Path>> {
        let reached: BTreeMap<&Path, BTreeSet<&Path>> =
            self.uses.keys().map(|file| (file.as_path(), self.reached_from(file))).collect();
        let mut circles: BTreeSet<Vec<&Path>> = BTreeSet::new();
        for (file, others) in &reached {
            let circle: Vec<&Path> = others
                .iter()
                .copied()
                .filter(|other| reached.get(other).is_some_and(|back| back.contains(file)))
                .collect();
            if circle.len() > 1 {
                circles.insert(circle);
            }
        }
        circles.into_iter().collect()
    }

    fn reached_from(&self, file: &Path) -> BTreeSet<&Path> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&Path> = self.uses.get(file).into_iter().flatten().map(PathBuf::as_path).collect();
        while let Some(next) = open.pop() {
            if reached.insert(next) {
                open.extend(self.uses.get(next).into_iter().flatten().map(PathBuf::as_path));
            }
        }
        reached
    }
}

/// `a/b.rs` is the module `a::b`; the crate's roots have no path.
fn module_path(relative: &Path) -> ModulePath {
    let names = relative.with_extension("");
    let names: ModulePath = names.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    match names.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["lib"] => Vec::new(),
        // A binary is a crate of its own, told apart by a name that no path can have.
        ["main"] | ["bin", _] => vec![format!("{}!", names.join("/"))],
        _ => names,
    }
}

/// Takes down what a module defines, imports and names.
fn collect(modules: &mut BTreeMap<ModulePath, Module>, path: ModulePath, file: &Path, tokens: TokenStream) {
    let mut module = Module { file: file.to_owned(), ..Module::default() };
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut code = Vec::new();
    let mut at = 0;
    while at < trees.len() {
        let word = ident(&trees, at);
        match word.as_deref() {
            Some("use") => {
                let end = (at..trees.len()).find(|at| is_sign(&trees, *at, ';')).unwrap_or(trees.len());
                let mut imported = BTreeMap::new();
                import_tree(&trees[at + 1..end], &[], &mut imported);
                let before = at.checked_sub(1).and_then(|before| trees.get(before));
                let scoped =
                    matches!(before, Some(TokenTree::Group(scope)) if scope.delimiter() == Delimiter::Parenthesis);
                if scoped || matches!(before, Some(TokenTree::Ident(word)) if word == "pub") {
                    module.passed_on.extend(imported.keys().cloned());
                }
                module.imported.extend(imported);
                at = end;
            }
            Some("mod") if matches!(trees.get(at + 2), Some(TokenTree::Group(_))) => {
                let Some(TokenTree::Group(inside)) = trees.get(at + 2) else { unreachable!() };
                let child = [path.clone(), vec![ident(&trees, at + 1).unwrap()]].concat();
                collect(modules, child, file, inside.stream());
                at += 2;
            }
            Some("mod") => at += 1,
            Some("fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "union") => {
                module.items.extend(ident(&trees, at + 1));
                code.extend(trees.get(at + 1).cloned());
                at += 1;
            }
            _ => code.extend(trees.get(at).cloned()),
        }
        at += 1;
    }
    paths_in(&code, &mut module.paths);
    let mut words = BTreeSet::new();
    words_in(&code, &mut words);
    module.passed_on.retain(|name| !words.contains(name));
    modules.insert(path, module);
}

/// The names of a `use` tree, each with its path.
fn import_tree(trees: &[TokenTree], before: &[String], imported: &mut BTreeMap<String, Vec<String>>) {
    let mut path = before.to_vec();
    let mut renamed = None;
    for (at, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Ident(word) if word == "as" => renamed = ident(trees, at + 1),
            TokenTree::Ident(word) if renamed.is_none() => path.push(word.to_string()),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                for part in inside.split(|tree| matches!(tree, TokenTree::Punct(sign) if sign.as_char() == ',')) {
                    import_tree(part, &path, imported);
                }
                return;
            }
            _ => {}
        }
    }
    if path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    if let Some(last) = renamed.or_else(|| path.last().cloned()) {
        imported.insert(last, path);
    }
}

/// All paths of more than one segment, in blocks and macros too.
fn paths_in(trees: &[TokenTree], found: &mut Vec<Vec<String>>) {
    let mut at = 0;
    while at < trees.len() {
        match &trees[at] {
            TokenTree::Group(group) => paths_in(&group.stream().into_iter().collect::<Vec<_>>(), found),
            TokenTree::Ident(first) => {
                let mut path = vec![first.to_string()];
                while is_sign(trees, at + 1, ':') && is_sign(trees, at + 2, ':') {
                    let Some(next) = ident(trees, at + 3) else { break };
                    path.push(next);
                    at += 3;
                }
                if path.len() > 1 {
                    found.push(path);
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// All words of the code.
fn words_in(trees: &[TokenTree], found: &mut BTreeSet<String>) {
    for tree in trees {
        match tree {
            TokenTree::Group(group) => words_in(&group.stream().into_iter().collect::<Vec<_>>(), found),
            TokenTree::Ident(word) => drop(found.insert(word.to_string())),
            _ => {}
        }
    }
}

/// The file that defines what a path in a module names; `None` for a module and for what another crate defines.
fn resolve(
    modules: &BTreeMap<ModulePath, Module>,
    from: &ModulePath,
    path: &[String],
    extern_name: &str,
    depth: usize,
) -> Option<PathBuf> {
    assert!(depth < 20, "{path:?} in {from:?} is imported in a circle");
    let mut here = from.clone();
    let mut rest = path;
    let mut local = true;
    while let Some((first, after)) = rest.split_first() {
        let child = [here.clone(), vec![first.clone()]].concat();
        let module = modules.get(&here)?;
        match first.as_str() {
            "crate" if local => here = Vec::new(),
            name if local && name == extern_name => here = Vec::new(),
            "self" if local => {}
            "super" if local => drop(here.pop()),
            _ if modules.contains_key(&child) => here = child,
            name if module.items.contains(name) => return Some(module.file.clone()),
            name => {
                let Some(target) = module.imported.get(name) else {
                    // What `include!` brings has no name here; a name that no module of ours knows is another crate's.
                    return (!local).then(|| module.file.clone());
                };
                if target.as_slice() == path && here == *from {
                    return None;
                }
                return resolve(modules, &here, &[target.as_slice(), after].concat(), extern_name, depth + 1);
            }
        }
        local = matches!(first.as_str(), "super");
        rest = after;
    }
    None
}

fn ident(trees: &[TokenTree], at: usize) -> Option<String> {
    match trees.get(at) {
        Some(TokenTree::Ident(word)) => Some(word.to_string()),
        _ => None,
    }
}

fn is_sign(trees: &[TokenTree], at: usize, wanted: char) -> bool {
    matches!(trees.get(at), Some(TokenTree::Punct(sign)) if sign.as_char() == wanted)
}
