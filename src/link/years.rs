//! Years in links: `2019`, `2019..2023`, `2019..`, `..2023`. Invariant: [`read()`] reads back the ranges that
//! [`write()`] writes.

use crate::query::YearRanges;

/// Writes the chosen years. Three or more consecutive years are written as a range, and so is every range with an open
/// end.
pub(super) fn write(years: &YearRanges) -> String {
    let mut parts = Vec::new();
    for (first, last) in years.ranges() {
        match (*first, *last) {
            (first, last) if first == last => parts.push(format!("{first:04}")),
            // Every year that can be chosen: the open start is written as a number, because ".." alone is not a range.
            (YearRanges::FIRST, YearRanges::LAST) => parts.push("0000..".into()),
            (first, YearRanges::LAST) => parts.push(format!("{first:04}..")),
            (YearRanges::FIRST, last) => parts.push(format!("..{last:04}")),
            (first, last) if last - first == 1 => parts.extend([format!("{first:04}"), format!("{last:04}")]),
            (first, last) => parts.push(format!("{first:04}..{last:04}")),
        }
    }
    if years.undated {
        parts.push(crate::model::UNKNOWN.into());
    }
    parts.join("~")
}

/// Reads one year or range; `None` if it is neither.
pub(super) fn read(text: &str) -> Option<(u16, u16)> {
    match text.split_once("..") {
        None => year(text).map(|year| (year, year)),
        Some(("", to)) => Some((YearRanges::FIRST, year(to)?)),
        Some((from, "")) => Some((year(from)?, YearRanges::LAST)),
        Some((from, to)) => Some((year(from)?, year(to)?)),
    }
}

/// A year of exactly four digits.
fn year(text: &str) -> Option<u16> {
    let four_digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    four_digits.then(|| text.parse().ok()).flatten()
}
