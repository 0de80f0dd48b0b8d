//! Dates for people. Invariant: nothing is added that the source does not say: "about October 2023", "from 2018".

use super::{Locale, Sentence};
use crate::model::{EdtfDate, PartialDate};

impl Locale {
    /// A date in words.
    pub fn date(&self, date: &EdtfDate) -> String {
        let Some((first, last)) = date.span() else { return date.text().to_string() };
        // Browsers have no names for seasons and quarters: the EDTF expression itself is shown.
        if [first, last].iter().any(|date| date.month.is_some_and(|month| month > 12)) {
            return date.text().to_string();
        }
        let range = self.range(first, last);
        let text = match (date.is_open_start(), date.is_open_end()) {
            (true, _) => self.fill(Sentence::Until, &[("date", &range)]),
            (_, true) => self.fill(Sentence::From, &[("date", &range)]),
            _ => range,
        };
        if date.is_approximate() { self.fill(Sentence::About, &[("n", &text)]) } else { text }
    }

    fn range(&self, first: PartialDate, last: PartialDate) -> String {
        let precision = |date: PartialDate| (date.month.is_some(), date.day.is_some());
        if precision(first) == precision(last) {
            return self.formats.date(first, last);
        }
        // Browsers format ranges only of two dates of equal precision.
        let (from, to) = (self.formats.date(first, first), self.formats.date(last, last));
        self.fill(Sentence::Range, &[("low", &from), ("high", &to)])
    }

    /// A range of years, or one year if both are equal.
    pub fn years(&self, first: u16, last: u16) -> String {
        if first == last {
            return first.to_string();
        }
        self.fill(Sentence::Range, &[("low", &first.to_string()), ("high", &last.to_string())])
    }
}
