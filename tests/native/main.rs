//! The native tests: one program, which is linked only once, with a module for each subject. `cargo test --test native
//! link` runs the tests of the module `link`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test should stop at the first unexpected value"
)]

mod support;

mod blocks_against_oracle;
mod breakdown;
mod chart_texts;
mod colours;
mod counting_columns;
mod counting_note;
mod counting_sequences;
mod data_package;
mod dates;
mod dialogs;
mod documents;
mod embed;
mod embed_options;
mod embed_pinned;
mod export_citation;
mod export_data;
mod export_picture;
mod filter_words;
mod gallery;
mod headline_and_tiles;
mod layers;
mod link;
mod link_decode;
mod link_memory;
mod link_record;
mod link_repairs;
mod locale_formats;
mod marks;
mod memory_notice;
mod notices;
mod paper;
mod parse;
mod parse_document;
mod picks;
mod plans_and_cells;
mod record_details;
mod records;
mod reference_figures;
mod saved_page;
mod schema;
mod screen;
mod sentences;
mod sorting;
mod text_pages;
mod totals_against_oracle;
mod totals_json;
