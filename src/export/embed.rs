//! The code that embeds a report in another page: as an element, as an iframe, and as blocks of WordPress.
//!
//! Invariant: read by the rules of HTML and of addresses, the code gives exactly what was chosen: no text of the data
//! or of the reader can end an attribute or begin an element.

mod choices;
mod code;
pub(super) mod escape;
mod pinned_version;

pub use choices::{EmbedChoices, FRAME_LIMITS};
pub use code::{ELEMENT_SCRIPT, EmbedCode, FRAME_PAGE, HostedReport, REPORT_PAGE, embed_code};
pub use pinned_version::PinnedVersion;
