//! Dates for people. What the source does not say is not made up: "about October 2023", "from 2018".

use super::{Key, Locale};
use crate::model::{EdtfDate, PartialDate};

impl Locale {
    /// A date in words.
    pub fn when(&self, when: &EdtfDate) -> String {
        let Some((first, last)) = when.span() else { return when.text().to_string() };
        // Seasons and quarters have no name that all browsers know: the expression itself is shown.
        if [first, last].iter().any(|moment| moment.month.is_some_and(|month| month > 12)) {
            return when.text().to_string();
        }
        let date = self.span(first, last);
        let date = match (when.is_open_start(), when.is_open_end()) {
            (true, _) => self.fill(Key::Until, &[("date", &date)]),
            (_, true) => self.fill(Key::From, &[("date", &date)]),
            _ => date,
        };
        if when.is_approximate() { self.fill(Key::About, &[("n", &date)]) } else { date }
    }

    fn span(&self, first: PartialDate, last: PartialDate) -> String {
        let precision = |moment: PartialDate| (moment.month.is_some(), moment.day.is_some());
        if precision(first) == precision(last) {
            return self.formats.date(first, last);
        }
        // A browser formats a range only of two dates that are equally exact.
        let (from, to) = (self.formats.date(first, first), self.formats.date(last, last));
        self.fill(Key::Range, &[("low", &from), ("high", &to)])
    }

    /// The years from one to another, or the one year.
    pub fn years(&self, first: u16, last: u16) -> String {
        if first == last {
            return first.to_string();
        }
        self.fill(Key::Range, &[("low", &first.to_string()), ("high", &last.to_string())])
    }
}
