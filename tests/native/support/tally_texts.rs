//! The English texts that the contract asks for a tally, written from the text of the contract. The tests compare the
//! texts of the blocks with them.

use serde_json::Value;

use super::english::number;

/// A tally in words: `at least 5,210`.
pub(crate) fn in_words(tally: &Value) -> String {
    let (low, high) = ends(tally);
    match tally["qualifier"].as_str().unwrap() {
        "none" => "no number".into(),
        "at-least" if tally["counted"] == 0 => "given in words".into(),
        "at-least" => format!("at least {low}"),
        "range" if tally["low"] == 0 => format!("at most {high}"),
        "range" => format!("{low} to {high}"),
        "about" => format!("about {low}"),
        _ => low,
    }
}

/// A tally with symbols: `≥ 5,210`.
pub(crate) fn in_symbols(tally: &Value) -> String {
    let (low, high) = ends(tally);
    match tally["qualifier"].as_str().unwrap() {
        "none" => "–".into(),
        "at-least" if tally["counted"] == 0 => "in words".into(),
        "at-least" => format!("≥ {low}"),
        "range" if tally["low"] == 0 => format!("≤ {high}"),
        "range" => format!("{low}–{high}"),
        "about" => format!("~ {low}"),
        _ => low,
    }
}

/// `1 activity`, `2 activities`.
pub(crate) fn activities_in_words(n: usize) -> String {
    format!("{} {}", number(n as u64), if n == 1 { "activity" } else { "activities" })
}

/// The upper end of a tally; its lower end if it is open.
pub(crate) fn highest(tally: &Value) -> u64 {
    tally["high"].as_u64().or(tally["low"].as_u64()).unwrap()
}

fn ends(tally: &Value) -> (String, String) {
    (number(tally["low"].as_u64().unwrap()), number(tally["high"].as_u64().unwrap_or_default()))
}
