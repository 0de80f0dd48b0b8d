//! The browser's own `Intl` formats, which save the WebAssembly from carrying tables of its own. The loader makes the
//! formats: in JavaScript that takes a tenth of the bytes.

use wasm_bindgen::prelude::*;

use crate::locale::Formats;
use crate::model::PartialDate;
use crate::query::CaseFold;

#[wasm_bindgen]
extern "C" {
    /// The formats of one language, as `static/loader/formats.js` makes them.
    #[derive(Clone)]
    pub type JsFormats;

    #[wasm_bindgen(method, js_name = number)]
    fn format_number(this: &JsFormats, n: f64) -> String;
    #[wasm_bindgen(method, js_name = plural)]
    fn select_plural(this: &JsFormats, n: f64) -> String;
    #[wasm_bindgen(method, js_name = ranks)]
    fn rank_texts(this: &JsFormats, texts: &str) -> Vec<u32>;
    #[wasm_bindgen(method, js_name = country)]
    fn country_name(this: &JsFormats, code: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = upper)]
    fn upper_case(this: &JsFormats, text: &str) -> String;
    #[wasm_bindgen(method, js_name = lower)]
    fn lower_case(this: &JsFormats, text: &str) -> String;
    #[wasm_bindgen(method, js_name = fold)]
    fn fold_text(this: &JsFormats, text: &str) -> String;
    #[wasm_bindgen(method, js_name = date)]
    fn format_date(this: &JsFormats, first: &str, last: &str) -> String;
}

impl CaseFold for JsFormats {
    fn fold(&self, text: &str) -> String {
        self.fold_text(text)
    }
}

impl Formats for JsFormats {
    fn number(&self, n: u64) -> String {
        self.format_number(n as f64)
    }

    fn plural(&self, n: u64) -> String {
        self.select_plural(n as f64)
    }

    fn date(&self, first: PartialDate, last: PartialDate) -> String {
        self.format_date(&iso_date(first), &iso_date(last))
    }

    fn country(&self, code: &str) -> Option<String> {
        self.country_name(code)
    }

    fn upper(&self, text: &str) -> String {
        self.upper_case(text)
    }

    fn lower(&self, text: &str) -> String {
        self.lower_case(text)
    }

    fn ranks(&self, texts: &[String]) -> Vec<u32> {
        // Sent as one text, with a line feed after each; line feeds inside the texts are dropped.
        let mut lines = String::new();
        for text in texts {
            lines.extend(text.chars().filter(|character| *character != '\n'));
            lines.push('\n');
        }
        self.rank_texts(&lines)
    }
}

/// The date as a text that JavaScript reads as a date in UTC: `2023`, `2023-10` or `2023-10-19`.
fn iso_date(date: PartialDate) -> String {
    let mut text = format!("{:04}", date.year);
    for part in [date.month, date.day].into_iter().flatten() {
        text += &format!("-{part:02}");
    }
    text
}
