//! The names of the sentences that every language has. Invariant: the build script `pack.rs` generates them from the
//! English file.

include!(concat!(env!("OUT_DIR"), "/keys.rs"));
