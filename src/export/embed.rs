//! The code that puts a report on another page: as an element, as a frame, and as WordPress takes it.
//!
//! Invariant: what is written reads back as what was chosen, through the rules of HTML and of addresses: no text of the
//! data or of the reader can end an attribute or begin an element.

mod choices;
mod code;
pub(super) mod escape;
mod release;

pub use choices::{EmbedChoices, FRAME_LIMITS};
pub use code::{EmbedCode, HostedReport, embed_code};
pub use release::Release;
