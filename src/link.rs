//! A selection as text: what stands in an address, and what people share.
//!
//! Invariants: equal selections have equal links, the empty selection is the empty text, and what [`encode`]
//! writes [`decode`] reads back. Reading is generous: what is not understood is dropped and named, the rest kept.

mod decode;
mod encode;
mod memory;
mod years;

pub use decode::{Decoded, Dropped, Reason, decode};
pub use encode::{code, encode, encode_for_record, encode_to_share, encode_with_language};
pub use memory::{Figure, Figures, MEMORY, Memory, remembered};

use crate::query::{Sort, SortKey};

/// The languages that a link can ask for.
pub const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ar", "zh", "ru"];

fn sort_code(key: SortKey) -> &'static str {
    match key {
        SortKey::Date => "date",
        SortKey::Country => "country",
        SortKey::Title => "title",
        SortKey::People => "people",
        SortKey::Goal => "sdg",
        SortKey::Source => "source",
    }
}

fn sort_of(code: &str) -> Option<Sort> {
    let (code, descending) = code.strip_prefix('-').map_or((code, false), |rest| (rest, true));
    let keys = [SortKey::Date, SortKey::Country, SortKey::Title, SortKey::People, SortKey::Goal, SortKey::Source];
    let key = keys.into_iter().find(|key| sort_code(*key) == code)?;
    Some(Sort { key, descending })
}
