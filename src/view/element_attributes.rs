//! The element's attributes as the loader sends them: blocks and facets, and values that the report does not know.
//!
//! Invariant: an unknown value changes nothing, and is named.

use super::{ColourScheme, EmbedOptions, SyncMode};
use crate::link::LANGUAGES;

impl EmbedOptions {
    /// Reads the values of the attributes `parts`, `lock`, `hide`, `theme`, `sync`, `lang` and `prefix`, in this order and
    /// separated by U+0000. Of the last four only unknown values matter here: the loader and the style sheet apply them.
    pub fn of_attributes(values: &str) -> Self {
        let mut values = values.split('\0');
        let mut next = || values.next().unwrap_or_default();
        let mut options = Self::parse(next(), next(), next());
        for attribute in ["theme", "sync", "lang", "prefix"] {
            let value = next();
            if !value.trim().is_empty() && !is_known(attribute, value) {
                options.unknown.push((attribute, value.to_owned()));
            }
        }
        options
    }
}

/// Whether an attribute takes a value.
fn is_known(attribute: &str, value: &str) -> bool {
    let language = value.split('-').next().unwrap_or_default();
    match attribute {
        "theme" => ColourScheme::ALL.iter().any(|scheme| scheme.code() == value),
        "sync" => SyncMode::ALL.iter().any(|mode| mode.code() == value),
        "lang" => LANGUAGES.iter().any(|code| code.eq_ignore_ascii_case(language)),
        _ => value.chars().all(is_prefix_character),
    }
}

/// Whether a prefix may have the character: in an address it has no meaning, and is not escaped.
pub fn is_prefix_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.')
}
