//! The years typed into the two fields of the menu of years. Invariant: what is typed stays as it is until it filters, is
//! cleared, or the reader leaves the menu by Escape.

use crate::query::YearRanges;

/// The texts in the fields for the first and the last year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedYears {
    /// The first year.
    pub from: String,
    /// The last year.
    pub to: String,
}

impl TypedYears {
    /// The years as they are shown before anything is typed; the field of an open end is empty.
    pub fn of_range((first, last): (u16, u16)) -> Self {
        let text = |year: u16| {
            if (YearRanges::FIRST + 1..YearRanges::LAST).contains(&year) { year.to_string() } else { String::new() }
        };
        Self { from: text(first), to: text(last) }
    }

    /// The first and the last year; an empty field is an open end. `None` if a field has anything but four digits.
    pub fn range(&self) -> Option<(u16, u16)> {
        Some((year(&self.from, YearRanges::FIRST)?, year(&self.to, YearRanges::LAST)?))
    }
}

/// A year of four digits.
fn year(text: &str, open_end: u16) -> Option<u16> {
    let text = text.trim();
    match text.len() {
        0 => Some(open_end),
        4 => text.parse().ok(),
        _ => None,
    }
}
