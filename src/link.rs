//! A selection as text: what stands in an address, and what people share.
//!
//! Invariants: equal selections have equal links, the empty selection is the empty text, and what [`encode`]
//! writes [`decode`] reads back. Reading is generous: what is not understood is dropped and named, the rest kept.

mod decode;
mod encode;
mod link_memory;
mod years;

pub use decode::{DecodedLink, LinkProblem, LinkProblemKind, decode};
pub use encode::{code, encode, encode_for_record, encode_to_share, encode_with_language};
pub use link_memory::{LinkMemory, MEMORY_KEY, RememberedNumber, RememberedNumbers, memory_text};

use crate::query::{Sort, SortColumn};

/// The languages that a link can ask for.
pub const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ar", "zh", "ru"];

fn sort_code(key: SortColumn) -> &'static str {
    match key {
        SortColumn::Date => "date",
        SortColumn::Country => "country",
        SortColumn::Title => "title",
        SortColumn::People => "people",
        SortColumn::Goal => "sdg",
        SortColumn::Source => "source",
    }
}

fn sort_of(code: &str) -> Option<Sort> {
    let (code, descending) = code.strip_prefix('-').map_or((code, false), |rest| (rest, true));
    let keys = [
        SortColumn::Date,
        SortColumn::Country,
        SortColumn::Title,
        SortColumn::People,
        SortColumn::Goal,
        SortColumn::Source,
    ];
    let key = keys.into_iter().find(|key| sort_code(*key) == code)?;
    Some(Sort { key, descending })
}
