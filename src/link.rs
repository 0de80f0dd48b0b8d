//! A selection as text: what stands in an address, and what people share.
//!
//! Invariants: equal selections have equal links, the empty selection is the empty text, and what [`encode`]
//! writes [`decode`] reads back. Reading is generous: what is not understood is dropped and named, the rest kept.

mod code;
mod decode;
mod encode;
mod link_memory;
mod sort;
mod years;

pub use code::encode_code;
pub use decode::{DecodedLink, LinkProblem, LinkProblemKind, decode};
pub use encode::{encode, encode_for_record, encode_to_share, encode_with_language};
pub use link_memory::{LinkMemory, MEMORY_KEY, RememberedNumber, RememberedNumbers, memory_text};

/// The languages that a link can ask for.
pub const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ar", "zh", "ru"];
