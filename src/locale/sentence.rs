//! The sentences that every language has, as `pack.rs` reads them off the English file.

include!(concat!(env!("OUT_DIR"), "/keys.rs"));
