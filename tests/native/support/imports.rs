//! Reads from the paths in the code which file of `src` uses which others, to find circles.
//!
//! A use counts for the file that defines the name; `mod` and `pub use` only re-export it. A method call names no file
//! and does not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The files of a crate, each with the files that it uses.
pub(crate) struct Imports {
    /// All paths are relative to the source folder.
    pub(crate) uses: BTreeMap<PathBuf, BTreeSet<PathBuf>>,
}

/// The path of a module from the crate's root.
type ModulePath = Vec<String>;

/// A module: its file and the names in it.
#[derive(Debug, Default)]
struct Module {
    file: PathBuf,
    /// The names of the items that it defines.
    items: BTreeSet<String>,
    /// The paths that `use` imports, by the name that they have here.
    imported: BTreeMap<String, Vec<String>>,
    /// The names that are only re-exported: imported by `pub use` and not used in the code.
    reexported: BTreeSet<String>,
    /// All paths in the code that have more than one segment.
    paths: Vec<Vec<String>>,
}

impl Imports {
    /// Reads the files of the crate below `root`. `extern_name` is the name of the library in its binaries.
    pub(crate) fn read(root: &Path, files: &[PathBuf], extern_name: &str) -> Self {
        let read = |file: &PathBuf| (file.strip_prefix(root).unwrap().to_owned(), fs::read_to_string(file).unwrap());
        Self::of(&files.iter().map(read).collect::<Vec<_>>(), extern_name)
    }

    /// Reads a crate from its files, each given as its path below the source folder and its text.
    pub(crate) fn of(files: &[(PathBuf, String)], extern_name: &str) -> Self {
        let mut modules: BTreeMap<ModulePath, Module> = BTreeMap::new();
        for (file, text) in files {
            let tokens: TokenStream = text.parse().unwrap();
            collect(&mut modules, module_path(file), file, tokens);
        }
        let mut uses: BTreeMap<PathBuf, BTreeSet<PathBuf>> = BTreeMap::new();
        for (path, module) in &modules {
            let used_files = uses.entry(module.file.clone()).or_default();
            let imported = module.imported.iter().filter(|(name, _)| !module.reexported.contains(*name));
            for used in imported.map(|(_, path)| path).chain(&module.paths) {
                let used_file = resolve(&modules, path, used, extern_name, 0);
                used_files.extend(used_file.filter(|file| *file != module.file));
            }
        }
        Self { uses }
    }

    /// The groups of files that use each other, directly or through others: each group once, sorted.
    pub(crate) fn circles(&self) -> Vec<Vec<&Path>> {
        let reachable: BTreeMap<&Path, BTreeSet<&Path>> =
            self.uses.keys().map(|file| (file.as_path(), self.reachable_from(file))).collect();
        let mut circles: BTreeSet<Vec<&Path>> = BTreeSet::new();
        for (file, others) in &reachable {
            let circle: Vec<&Path> = others
                .iter()
                .copied()
                .filter(|other| reachable.get(other).is_some_and(|used| used.contains(file)))
                .collect();
            if circle.len() > 1 {
                circles.insert(circle);
            }
        }
        circles.into_iter().collect()
    }

    /// The files that a file uses, directly or through others.
    fn reachable_from(&self, file: &Path) -> BTreeSet<&Path> {
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

/// `a/b.rs` is the module `a::b`; the root of the library has the empty path.
fn module_path(relative: &Path) -> ModulePath {
    let names = relative.with_extension("");
    let names: ModulePath = names.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    match names.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["lib"] => Vec::new(),
        // A binary is a crate of its own. Its name ends with `!`, which no path of the library has.
        ["main"] | ["bin", _] => vec![format!("{}!", names.join("/"))],
        _ => names,
    }
}

/// Adds a module and its inline modules: what they define, import and use.
fn collect(modules: &mut BTreeMap<ModulePath, Module>, path: ModulePath, file: &Path, tokens: TokenStream) {
    let mut module = Module { file: file.to_owned(), ..Module::default() };
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut code = Vec::new();
    let mut index = 0;
    while index < trees.len() {
        let word = identifier(&trees, index);
        match word.as_deref() {
            Some("use") => {
                let is_end = |index: &usize| is_punctuation(&trees, *index, ';');
                let end = (index..trees.len()).find(is_end).unwrap_or(trees.len());
                let mut imported = BTreeMap::new();
                import_tree(&trees[index + 1..end], &[], &mut imported);
                let before = index.checked_sub(1).and_then(|before| trees.get(before));
                // `pub(crate) use` and the like.
                let has_scope =
                    matches!(before, Some(TokenTree::Group(scope)) if scope.delimiter() == Delimiter::Parenthesis);
                if has_scope || matches!(before, Some(TokenTree::Ident(word)) if word == "pub") {
                    module.reexported.extend(imported.keys().cloned());
                }
                module.imported.extend(imported);
                index = end;
            }
            Some("mod") if matches!(trees.get(index + 2), Some(TokenTree::Group(_))) => {
                let Some(TokenTree::Group(block)) = trees.get(index + 2) else { unreachable!() };
                let child = [path.clone(), vec![identifier(&trees, index + 1).unwrap()]].concat();
                collect(modules, child, file, block.stream());
                index += 2;
            }
            Some("mod") => index += 1,
            Some("fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "union") => {
                module.items.extend(identifier(&trees, index + 1));
                code.extend(trees.get(index + 1).cloned());
                index += 1;
            }
            _ => code.extend(trees.get(index).cloned()),
        }
        index += 1;
    }
    collect_paths(&code, &mut module.paths);
    let mut identifiers = BTreeSet::new();
    collect_identifiers(&code, &mut identifiers);
    module.reexported.retain(|name| !identifiers.contains(name));
    modules.insert(path, module);
}

/// Adds the names that a `use` tree imports, each with its path.
fn import_tree(trees: &[TokenTree], prefix: &[String], imported: &mut BTreeMap<String, Vec<String>>) {
    let mut path = prefix.to_vec();
    let mut renamed = None;
    for (index, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Ident(word) if word == "as" => renamed = identifier(trees, index + 1),
            TokenTree::Ident(word) if renamed.is_none() => path.push(word.to_string()),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let content: Vec<TokenTree> = group.stream().into_iter().collect();
                for part in content.split(|tree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ',')) {
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
    if let Some(name) = renamed.or_else(|| path.last().cloned()) {
        imported.insert(name, path);
    }
}

/// Adds all paths of more than one segment, including those in blocks and macros.
fn collect_paths(trees: &[TokenTree], paths: &mut Vec<Vec<String>>) {
    let mut index = 0;
    while index < trees.len() {
        match &trees[index] {
            TokenTree::Group(group) => collect_paths(&group.stream().into_iter().collect::<Vec<_>>(), paths),
            TokenTree::Ident(first) => {
                let mut path = vec![first.to_string()];
                while is_punctuation(trees, index + 1, ':') && is_punctuation(trees, index + 2, ':') {
                    let Some(next) = identifier(trees, index + 3) else { break };
                    path.push(next);
                    index += 3;
                }
                if path.len() > 1 {
                    paths.push(path);
                }
            }
            _ => {}
        }
        index += 1;
    }
}

/// Adds all identifiers.
fn collect_identifiers(trees: &[TokenTree], identifiers: &mut BTreeSet<String>) {
    for tree in trees {
        match tree {
            TokenTree::Group(group) => {
                collect_identifiers(&group.stream().into_iter().collect::<Vec<_>>(), identifiers);
            }
            TokenTree::Ident(word) => drop(identifiers.insert(word.to_string())),
            _ => {}
        }
    }
}

/// The file that defines the item of a path that is used in the module `from`; `None` for a module and for an item of
/// another crate.
fn resolve(
    modules: &BTreeMap<ModulePath, Module>,
    from: &ModulePath,
    path: &[String],
    extern_name: &str,
    depth: usize,
) -> Option<PathBuf> {
    assert!(depth < 20, "{path:?} in {from:?} is imported in a circle");
    let mut module_path = from.clone();
    let mut rest = path;
    let mut local = true;
    while let Some((first, after)) = rest.split_first() {
        let child = [module_path.clone(), vec![first.clone()]].concat();
        let module = modules.get(&module_path)?;
        match first.as_str() {
            "crate" if local => module_path = Vec::new(),
            name if local && name == extern_name => module_path = Vec::new(),
            "self" if local => {}
            "super" if local => drop(module_path.pop()),
            _ if modules.contains_key(&child) => module_path = child,
            name if module.items.contains(name) => return Some(module.file.clone()),
            name => {
                let Some(target) = module.imported.get(name) else {
                    // The names of an `include!`d file are not known here: the use counts for the file that includes
                    // it. A first segment that no module of this crate knows is another crate.
                    return (!local).then(|| module.file.clone());
                };
                if target.as_slice() == path && module_path == *from {
                    return None;
                }
                return resolve(modules, &module_path, &[target.as_slice(), after].concat(), extern_name, depth + 1);
            }
        }
        local = matches!(first.as_str(), "super");
        rest = after;
    }
    None
}

fn identifier(trees: &[TokenTree], index: usize) -> Option<String> {
    match trees.get(index) {
        Some(TokenTree::Ident(word)) => Some(word.to_string()),
        _ => None,
    }
}

fn is_punctuation(trees: &[TokenTree], index: usize, character: char) -> bool {
    matches!(trees.get(index), Some(TokenTree::Punct(punct)) if punct.as_char() == character)
}
