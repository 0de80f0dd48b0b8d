//! The version that can be pinned, as described by `version.json` in the folder of the script.

use crate::json::Json;

/// A version of the built files that never changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PinnedVersion {
    /// Its folder, relative to that of the script.
    pub folder: String,
    /// The date of its data, which is the name of their folder.
    pub data_date: String,
    /// The files of the folder, each with its hash as a value of HTML's attribute `integrity`.
    integrity: Vec<(String, String)>,
}

impl PinnedVersion {
    /// Reads `version.json`. `None` if the text is not such a file, or names a folder that is not below the file's own.
    pub fn read(text: &str) -> Option<Self> {
        let file: Json = serde_json::from_str(text).ok()?;
        let field = |name: &str| file.get(name).and_then(Json::as_str).filter(|path| is_below(path)).map(str::to_owned);
        let Some(Json::Object(hashes)) = file.get("integrity") else { return None };
        let file_and_hash = |name: &String| Some((name.clone(), hashes.get(name)?.as_str()?.to_owned()));
        Some(Self {
            folder: field("folder")?,
            data_date: field("updated")?,
            integrity: hashes.names().filter_map(file_and_hash).collect(),
        })
    }

    /// The hash of a file; `None` if the version does not have it.
    pub fn hash(&self, file: &str) -> Option<&str> {
        self.integrity.iter().find(|(name, _)| name == file).map(|(_, hash)| hash.as_str())
    }
}

/// Whether a path stays below the folder that it starts from.
fn is_below(path: &str) -> bool {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "-_.+".contains(character);
    path.split('/').all(|name| !name.is_empty() && !name.starts_with('.') && name.chars().all(is_plain))
}
