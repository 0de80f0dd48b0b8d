//! The version that can be pinned: what `version.json`, beside the script, says of it.

use crate::json::Json;

/// A version whose files stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Release {
    /// Its folder, against that of the script.
    pub folder: String,
    /// Of when its data are: the name of their folder.
    pub updated: String,
    /// The files of the folder, each with the hash of its bytes as HTML's `integrity` takes it.
    integrity: Vec<(String, String)>,
}

impl Release {
    /// Reads `version.json`; nothing if it is none, or names a folder that is not below its own.
    pub fn read(text: &str) -> Option<Self> {
        let file: Json = serde_json::from_str(text).ok()?;
        let field = |name: &str| file.get(name).and_then(Json::as_str).filter(|path| is_below(path)).map(str::to_owned);
        let Some(Json::Object(hashes)) = file.get("integrity") else { return None };
        let hash = |name: &String| Some((name.clone(), hashes.get(name)?.as_str()?.to_owned()));
        Some(Self {
            folder: field("folder")?,
            updated: field("updated")?,
            integrity: hashes.names().filter_map(hash).collect(),
        })
    }

    /// The hash of a file; nothing if it is not of this version.
    pub fn hash(&self, file: &str) -> Option<&str> {
        self.integrity.iter().find(|(name, _)| name == file).map(|(_, hash)| hash.as_str())
    }
}

/// Whether a path stays below the folder that it starts from.
fn is_below(path: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.+".contains(letter);
    path.split('/').all(|name| !name.is_empty() && !name.starts_with('.') && name.chars().all(plain))
}
