//! The build script: generates `locale::Sentence` from the English file, packs that file for the two WebAssemblies and
//! for the pages that are written at build time, and packs the data set that is compiled in.
//!
//! Invariants: sentences are packed without their names and found by position; `locale::Sentence` and the packed files
//! have the same order, because both are generated from the English file.

mod pack_data;

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

const SOURCE: &str = "src/locale/en.json";
const DATA: &str = "static/data/activities.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SOURCE}");
    println!("cargo::rerun-if-changed={DATA}");
    println!("cargo::rerun-if-changed=src/locale/pack.rs");
    println!("cargo::rerun-if-changed=src/locale/pack_data.rs");
    let mut file: Map<String, Value> = serde_json::from_str(&fs::read_to_string(SOURCE)?)?;
    let report = section(&mut file, "sentences")?;
    let dialogs = section(&mut file, "dialogs")?;
    let pages = section(&mut file, "pages")?;
    let out = env::var_os("OUT_DIR").ok_or("cargo names no folder for what is made")?;
    let out = Path::new(&out);
    fs::write(out.join("keys.rs"), sentence_enum(&[&report, &dialogs, &pages]))?;
    file.insert("sentences".to_owned(), Value::Array(report.into_iter().map(|(_, sentence)| sentence).collect()));
    fs::write(out.join("en.json"), serde_json::to_string(&file)?)?;
    for (name, sentences) in [("en-dialogs.json", dialogs), ("en-pages.json", pages)] {
        let sentences: Vec<Value> = sentences.into_iter().map(|(_, sentence)| sentence).collect();
        fs::write(out.join(name), serde_json::to_string(&sentences)?)?;
    }
    let mut data: Value = serde_json::from_str(&fs::read_to_string(DATA)?)?;
    strip_empty(&mut data);
    fs::write(out.join("activities.txt"), pack_data::packed(&data)?)?;
    Ok(())
}

/// Removes fields that are null or an empty list.
fn strip_empty(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()));
            fields.values_mut().for_each(strip_empty);
        }
        Value::Array(items) => items.iter_mut().for_each(strip_empty),
        _ => {}
    }
}

type Sentences = Vec<(String, Value)>;

/// Removes a section from the language file and returns its sentences.
fn section(file: &mut Map<String, Value>, name: &str) -> Result<Sentences, String> {
    match file.remove(name) {
        Some(Value::Object(sentences)) => Ok(sentences.into_iter().collect()),
        _ => Err(format!("{SOURCE} has no section {name}")),
    }
}

/// The Rust code of `locale::Sentence`. The sections are those of the report, the dialogs and the pages written at
/// build time.
fn sentence_enum(sections: &[&Sentences; 3]) -> String {
    let [report, dialogs, _] = sections;
    let all = || sections.iter().copied().flatten();
    let variants: String =
        all().map(|(name, sentence)| format!("    #[doc = {:?}]\n    {name},\n", english(sentence))).collect();
    let list: String = all().map(|(name, _)| format!("Sentence::{name}, ")).collect();
    let arms: String = all().map(|(name, _)| format!("            Sentence::{name} => {name:?},\n")).collect();
    format!(
        "/// The name of a sentence, with its text in English.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq)]\n\
         pub enum Sentence {{\n{variants}}}\n\n\
         impl Sentence {{\n    \
         /// All sentences: first those of the report, then those of the dialogs, then those of pages written at build \
         time.\n    pub const ALL: &'static [Sentence] = &[{list}];\n\n    \
         /// How many of them belong to the report.\n    pub const REPORT: usize = {};\n\n    \
         /// How many belong to the dialogs.\n    pub const DIALOGS: usize = {};\n\n    \
         /// The name, as in the language files.\n    \
         pub fn name(self) -> &'static str {{\n        match self {{\n{arms}        }}\n    }}\n}}\n",
        report.len(),
        dialogs.len(),
    )
}

/// The English text of a sentence in quotation marks, for documentation.
fn english(sentence: &Value) -> String {
    let text = sentence.get("other").unwrap_or(sentence);
    format!("“{}”", text.as_str().unwrap_or_default())
}
