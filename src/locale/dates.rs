//! Dates for people. What the source does not say is not made up: "about October 2023", "from 2018".

use super::{Locale, Sentence};
use crate::model::{EdtfDate, PartialDate};

impl Locale {
    /// A date in words.
    pub fn date(&self, date: &EdtfDate) -> String {
        let Some((first, last)) = date.span() else { return date.text().to_string() };
        // Seasons and quarters have no name that all browsers know: the expression itself is shown.
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
        // A browser formats a range only of two dates that are equally exact.
        let (from, to) = (self.formats.date(first, first), self.formats.date(last, last));
        self.fill(Sentence::Range, &[("low", &from), ("high", &to)])
    }

    /// The years from one to another, or the one year.
    pub fn years(&self, first: u16, last: u16) -> String {
        if first == last {
            return first.to_string();
        }
        self.fill(Sentence::Range, &[("low", &first.to_string()), ("high", &last.to_string())])
    }
}
