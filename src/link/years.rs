//! Years in links: `2019`, `2019..2023`, `2019..`, `..2023`.

use crate::query::YearRanges;

/// Writes chosen years. Three or more consecutive ones are a range, and so is every range with an open side.
pub(super) fn write(years: &YearRanges) -> String {
    let mut parts = Vec::new();
    for (first, last) in years.ranges() {
        match (*first, *last) {
            (first, last) if first == last => parts.push(format!("{first:04}")),
            // Every year that there is: the open beginning is written out, because "..", alone, says nothing.
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

/// Four digits.
fn year(text: &str) -> Option<u16> {
    let four_digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    four_digits.then(|| text.parse().ok()).flatten()
}
