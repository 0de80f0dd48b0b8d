//! Numbers of the contract's JSON as an English reader is to see them: written from the text of the contract, for
//! comparing with what the blocks say.

use serde_json::Value;

use super::english::number;

/// The number of a total in words: `at least 5,210`.
pub(crate) fn words(tally: &Value) -> String {
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

/// The same in signs: `≥ 5,210`.
pub(crate) fn signs(tally: &Value) -> String {
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
pub(crate) fn activities(n: usize) -> String {
    format!("{} {}", number(n as u64), if n == 1 { "activity" } else { "activities" })
}

/// The largest number that a total allows; of an open one its low number.
pub(crate) fn highest(tally: &Value) -> u64 {
    tally["high"].as_u64().or(tally["low"].as_u64()).unwrap()
}

fn ends(tally: &Value) -> (String, String) {
    (number(tally["low"].as_u64().unwrap()), number(tally["high"].as_u64().unwrap_or_default()))
}
