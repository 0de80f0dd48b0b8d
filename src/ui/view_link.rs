//! Links to this view and to one of its records.
//!
//! Invariant: a link whose address is not known has its room already, unseen, so that nothing moves when it is found.

use yew::AttrValue;

use super::block_context::BlockContext;
use super::tag_builder::{TagBuilder, tag};
use crate::locale::Sentence;

/// A link with this address, if it is known.
pub fn view_link(context: &BlockContext, address: Option<AttrValue>, sentence: Sentence) -> TagBuilder {
    let link = match address {
        Some(address) => tag("a", "").attribute("href", address),
        None => tag("span", "unlinked"),
    };
    link.sentence(context, sentence)
}
