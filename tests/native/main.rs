//! The native tests, in one program so that one link serves them all: a module for each subject. `cargo test --test
//! native link` runs the tests of one module.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that meets what it does not expect should stop"
)]

mod support;

mod annex;
mod annex_dialogs;
mod around_charts;
mod blocks;
mod changes;
mod charts;
mod colours;
mod datapackage;
mod dates;
mod details;
mod documents;
mod embed;
mod embed_pinned;
mod export_citation;
mod export_data;
mod export_picture;
mod figures;
mod frame;
mod gallery;
mod layers;
mod link;
mod link_memory;
mod link_record;
mod locale;
mod notices;
mod oracle;
mod pages;
mod parse;
mod picks;
mod plans_and_cells;
mod reading;
mod records;
mod saved;
mod schema;
mod screen;
mod sorting;
mod totals;
mod view;
mod wording;
