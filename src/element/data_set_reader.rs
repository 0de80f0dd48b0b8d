//! A data set that is being read, for the scripts of both WebAssemblies. It is exported from here because both need it.
//!
//! Invariant: whatever is read in slices gives what the whole text gives.

use wasm_bindgen::prelude::*;

use crate::model::{DataSet, Issue, Parser};

/// How many bytes a record has at least, with an id and a title.
const SHORTEST_RECORD: usize = 20;

/// A data set that is being read: the document first, then perhaps further records.
#[wasm_bindgen]
pub struct DataSetReader {
    parser: Parser,
    /// Memory that is kept free for what is made of the records when all are read.
    kept_free: Vec<u8>,
}

#[wasm_bindgen]
impl DataSetReader {
    /// Begins with a document.
    ///
    /// # Errors
    /// If the text is not a data set: the code of the failure, then lines with what is known of it.
    #[wasm_bindgen(constructor)]
    pub fn new(document: &str) -> Result<DataSetReader, String> {
        let parser = Parser::new(document).map_err(|error| error.to_string())?;
        Ok(Self { parser, kept_free: Vec::new() })
    }

    /// Adds the records of a JSON list.
    ///
    /// # Errors
    /// If it is no list: the code of the failure, then lines with what is known of it.
    pub fn add(&mut self, records: &str) -> Result<(), String> {
        self.parser.add(records).map_err(|error| error.to_string())
    }

    /// How many records were kept so far.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.parser.record_count()
    }

    /// Whether the browser gives the WebAssembly the memory for so many more bytes of records, after so many before.
    #[wasm_bindgen(js_name = hasRoom)]
    pub fn has_room(&mut self, more: usize, before: usize) -> bool {
        // Asking is the only way to know: what is not there when it is needed stops the WebAssembly.
        let needed_later = (before + more) / 4 * 3;
        if self.kept_free.capacity() < needed_later {
            self.kept_free = Vec::new();
            // More than is needed now, because asking each time would leave ever larger gaps.
            if self.kept_free.try_reserve_exact(needed_later / 4 * 5).is_err() {
                return false;
            }
        }
        let mut for_texts: Vec<u8> = Vec::new();
        let has_room = for_texts.try_reserve_exact(more * 4).is_ok();
        // The compiler may leave out memory that nothing uses, and take it for given.
        std::hint::black_box(&for_texts);
        has_room && self.parser.has_room(more / SHORTEST_RECORD)
    }
}

impl DataSetReader {
    /// The data set, and what was wrong in it.
    pub(super) fn finish(self) -> (DataSet, Vec<Issue>) {
        self.parser.finish()
    }
}
