//! A data set that is being read, for the scripts of both WebAssemblies. It is exported from here because both need it.
//!
//! Invariant: whatever is read in slices gives what the whole text gives.

use wasm_bindgen::prelude::*;

use crate::model::{DataSet, Issue, Parser};

/// A data set that is being read: the document first, then perhaps further records.
#[wasm_bindgen]
pub struct DataSetReader {
    parser: Parser,
}

#[wasm_bindgen]
impl DataSetReader {
    /// Begins with a document.
    ///
    /// # Errors
    /// If the text is not a data set: the code of the failure, then lines with what is known of it.
    #[wasm_bindgen(constructor)]
    pub fn new(document: &str) -> Result<DataSetReader, String> {
        Ok(Self { parser: Parser::new(document).map_err(|error| error.to_string())? })
    }

    /// Adds the records of a JSON list.
    ///
    /// # Errors
    /// If it is no list: the code of the failure, then lines with what is known of it.
    pub fn add(&mut self, records: &str) -> Result<(), String> {
        self.parser.add(records).map_err(|error| error.to_string())
    }

    /// Whether the browser gives the WebAssembly so many bytes. They are then kept for what is read next.
    #[wasm_bindgen(js_name = hasRoom)]
    pub fn has_room(&self, bytes: f64) -> bool {
        // Asking is the only way to know: what is not there when it is needed stops the WebAssembly.
        let mut room: Vec<u8> = Vec::new();
        let has_room = room.try_reserve_exact(bytes as usize).is_ok();
        // The compiler may leave out memory that nothing uses, and take it for given.
        std::hint::black_box(&room);
        has_room
    }
}

impl DataSetReader {
    /// The data set, and what was wrong in it.
    pub(super) fn finish(self) -> (DataSet, Vec<Issue>) {
        self.parser.finish()
    }
}
