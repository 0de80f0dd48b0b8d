//! Links: a selection as text, for the address of the page and for sharing.
//!
//! Invariants: equal selections have equal links, the empty selection has the empty link, and [`decode()`] reads back
//! what [`encode()`] writes. Reading is lenient: parts that are not understood are dropped and reported, the rest is
//! kept.

mod address_form;
mod code;
mod decode;
mod encode;
mod link_memory;
mod sort;
mod trailing_signs;
mod years;

pub use address_form::address_form;
pub use code::encode_code;
pub use decode::{DecodedLink, LinkProblem, LinkProblemKind, decode};
pub use encode::{encode, encode_for_record, encode_to_share, encode_with_language};
pub use link_memory::{LinkMemory, MEMORY_KEY, RememberedNumber, RememberedNumbers, memory_text};

/// The languages that a link can contain.
pub const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ar", "zh", "ru"];
