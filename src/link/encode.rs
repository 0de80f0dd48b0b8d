//! Writes links. Invariant: equal selections give equal links.

use percent_encoding::utf8_percent_encode;

use super::code::{SEARCH, encode_code};
use super::link_memory::{LinkMemory, append_memory};
use super::sort::sort_code;
use super::years;
use crate::model::Basis;
use crate::query::{Facet, Measure, Selection, Sort};

/// The link of a selection. Keys have a fixed order, defaults are left out, and the empty selection gives the empty
/// text.
pub fn encode(selection: &Selection) -> String {
    let mut link = String::new();
    let mut add = |key: &str, value: &str| {
        if !link.is_empty() {
            link.push('&');
        }
        link.push_str(key);
        link.push('=');
        link.push_str(value);
    };
    for facet in Facet::ALL.into_iter().filter(|facet| selection.is_filtered(*facet)) {
        let value = match facet {
            Facet::Year => years::write(selection.years()),
            _ => {
                let values = selection.chosen(facet, None);
                let codes = values.iter().map(|value| encode_code(&value.key()));
                codes.collect::<Vec<_>>().join("~")
            }
        };
        add(facet.key(), &value);
    }
    if !selection.search().is_empty() {
        add("q", &utf8_percent_encode(selection.search(), SEARCH).to_string());
    }
    if selection.basis != Basis::default() {
        add("basis", selection.basis.code());
    }
    if selection.measure == Measure::Activities {
        add("measure", "activities");
    }
    if selection.sort != Sort::default() {
        let direction = if selection.sort.descending { "-" } else { "" };
        add("sort", &format!("{direction}{}", sort_code(selection.sort.key)));
    }
    link
}

/// The link with the language in which the report is shown.
pub fn encode_with_language(selection: &Selection, language: &str) -> String {
    let link = encode(selection);
    let separator = if link.is_empty() { "" } else { "&" };
    format!("{link}{separator}lang={language}")
}

/// The link to share: also with the language in which the sender reads, and the numbers that the sender saw.
pub fn encode_to_share(selection: &Selection, language: &str, memory: Option<&LinkMemory>) -> String {
    append_memory(encode_with_language(selection, language), memory)
}

/// The link to one record, which opens in the table. `id` is the id of the record, encoded by [`encode_code`].
pub fn encode_for_record(selection: &Selection, language: &str, id: &str) -> String {
    format!("{}&record={id}", encode_with_language(selection, language))
}
