//! A data set that is being read, for the scripts of both WebAssemblies. It is exported from here because both need it.
//!
//! Invariant: whatever is read in slices gives what the whole text gives.

use wasm_bindgen::prelude::*;

use crate::model::Parser;

/// A data set that is being read: the document first, then perhaps further records.
#[wasm_bindgen]
pub struct DataSetReader {
    pub(super) parser: Parser,
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

    /// How many records were kept so far.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.parser.record_count()
    }

    /// Whether the browser gives the WebAssembly so many bytes more.
    #[wasm_bindgen(js_name = hasRoom)]
    pub fn has_room(&self, bytes: usize) -> bool {
        // Asking is the only way to know, and what is given stays for the records.
        Vec::<u8>::new().try_reserve_exact(bytes).is_ok()
    }
}
