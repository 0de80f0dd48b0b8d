//! Makes the JavaScript for a WebAssembly, as the program `wasm-bindgen` does: `wasm-bindgen --target=web
//! --out-dir=FOLDER --out-name=NAME --no-typescript FILE.wasm`. Built from the same library, with 42 crates in place of
//! the 161 of `wasm-bindgen-cli`, which saves two minutes on a fresh machine.
//!
//! Invariants: an option that is not known stops the program. It gives the result that `wasm-bindgen-cli` of the same
//! version would, but for the panics that `small_panics` shortens.

mod small_panics;

use anyhow::{Context, Result, bail, ensure};
use std::env;
use std::path::PathBuf;
use walrus::ModuleConfig;
use wasm_bindgen_cli_support::Bindgen;

/// The version of this package, which is that of wasm-bindgen; a test compares them.
const VERSION: &str = env!("CARGO_PKG_VERSION");

fn main() -> Result<()> {
    let words: Vec<String> = env::args().skip(1).collect();
    if words == ["--version"] || words == ["-V"] {
        // Trunk takes the second word as the version.
        println!("wasm-bindgen {VERSION}");
        return Ok(());
    }
    let options = Options::parse(&words)?;
    let mut bindgen = Bindgen::new();
    match options.target.as_str() {
        "web" => bindgen.web(true)?,
        "no-modules" => bindgen.no_modules(true)?,
        "bundler" => bindgen.bundler(true)?,
        other => bail!("the target {other} is not known here; use web, no-modules or bundler, or wasm-bindgen-cli"),
    };
    // A default of the command line that the library does not share.
    bindgen.omit_default_module_path(false);
    // As the library does: what LLVM writes need not be checked.
    let mut module = ModuleConfig::new().strict_validate(false).parse_file(&options.input)?;
    small_panics::make_panics_small(&mut module)?;
    bindgen.input_module(&options.name, module).typescript(options.typescript);
    bindgen.generate(&options.folder)
}

/// What the words on the command line ask for.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    input: PathBuf,
    folder: PathBuf,
    name: String,
    target: String,
    typescript: bool,
}

impl Options {
    fn parse(words: &[String]) -> Result<Self> {
        let (mut input, mut folder, mut name) = (None, None, None);
        let (mut target, mut typescript) = ("bundler".to_owned(), true);
        for word in words {
            match word.split_once('=') {
                Some(("--out-dir", value)) => folder = Some(PathBuf::from(value)),
                Some(("--out-name", value)) => name = Some(value.to_owned()),
                Some(("--target", value)) => value.clone_into(&mut target),
                _ if word == "--no-typescript" => typescript = false,
                _ if word.starts_with('-') => {
                    bail!("the option {word} is not known here; install wasm-bindgen-cli {VERSION} to use it")
                }
                _ => {
                    ensure!(input.is_none(), "only one WebAssembly can be given, and {word} is a second one");
                    input = Some(PathBuf::from(word));
                }
            }
        }
        let input = input.context("the file of the WebAssembly is missing")?;
        let stem = input.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let name = name.or(stem).context("--out-name=NAME is missing")?;
        let folder = folder.context("--out-dir=FOLDER is missing")?;
        Ok(Self { input, folder, name, target, typescript })
    }
}

#[cfg(test)]
mod tests {
    use super::{Options, VERSION};
    use anyhow::Result;
    use std::path::PathBuf;

    fn parse(line: &str) -> Result<Options> {
        Options::parse(&line.split(' ').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn trunks_command_line_is_understood() -> Result<()> {
        let options = parse("--target=no-modules --out-dir=/a/b --out-name=report /t/report.wasm --no-typescript")?;
        let expected = Options {
            input: PathBuf::from("/t/report.wasm"),
            folder: PathBuf::from("/a/b"),
            name: "report".to_owned(),
            target: "no-modules".to_owned(),
            typescript: false,
        };
        assert_eq!(options, expected);
        Ok(())
    }

    #[test]
    fn an_unknown_option_a_second_file_and_a_missing_folder_are_errors() {
        assert!(parse("--out-dir=/a a.wasm --weak-refs").is_err());
        assert!(parse("--out-dir=/a a.wasm b.wasm").is_err());
        assert!(parse("a.wasm").is_err());
    }

    #[test]
    fn the_version_is_that_of_the_library_and_of_the_lock_file() {
        let manifest = include_str!("../Cargo.toml");
        assert!(manifest.contains(&format!("wasm-bindgen-cli-support = \"={VERSION}\"")));
        let lock = include_str!("../../../Cargo.lock");
        assert!(lock.contains(&format!("name = \"wasm-bindgen\"\nversion = \"{VERSION}\"")));
    }
}
