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
        let is_scheme = |value: &str| ColourScheme::ALL.iter().any(|scheme| scheme.code() == value);
        let is_mode = |value: &str| SyncMode::ALL.iter().any(|mode| mode.code() == value);
        let is_language = |value: &str| {
            let code = value.split(['-', '_']).next().unwrap_or_default();
            LANGUAGES.iter().any(|language| language.eq_ignore_ascii_case(code))
        };
        let is_prefix = |value: &str| value.chars().all(is_prefix_character);
        let checks: [(&'static str, &dyn Fn(&str) -> bool); 4] =
            [("theme", &is_scheme), ("sync", &is_mode), ("lang", &is_language), ("prefix", &is_prefix)];
        for (attribute, is_known) in checks {
            let value = next();
            if !value.trim().is_empty() && !is_known(value) {
                options.unknown.push((attribute, value.to_owned()));
            }
        }
        options
    }
}

/// Whether a prefix may have the character: in an address it has no meaning, and is not escaped.
pub fn is_prefix_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.')
}
