//! Dates as the data set gives them. Invariant: the text of an [`EdtfDate`] is EDTF (ISO 8601-2:2019), levels 0 to 2.

use std::ops::RangeInclusive;

use edtf_core::{Date, Edtf, Interval, IntervalEndpoint};

use super::Text;

/// A day, a month or a year, as precise as the source gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The year, 0 to 9999.
    pub year: u16,
    /// The month, 1 to 12, or an EDTF season or quarter, 21 to 41.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
}

/// A date or an interval, written as an EDTF expression.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EdtfDate {
    text: Text,
    span: Option<(PartialDate, PartialDate)>,
    open_start: bool,
    open_end: bool,
    approximate: bool,
}

impl EdtfDate {
    /// Reads an EDTF expression; `None` if the text is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let Ok(edtf) = Edtf::parse(text) else { return Self::reversed(text) };
        let (span, open_start, open_end) = match &edtf {
            Edtf::Date(date) => (date_span(date), false, false),
            Edtf::DateTime(time) => (date_span(&time.date), false, false),
            Edtf::Interval(interval) => interval_span(interval),
            // A set lists dates on which something may have taken place, not when it did.
            Edtf::Set(_) => (None, false, false),
        };
        Some(Self {
            text: text.into(),
            span,
            open_start,
            open_end,
            approximate: edtf.is_approximate() || edtf.is_uncertain(),
        })
    }

    /// Reads an interval whose end is before its start. `edtf-core` rejects it; here it is kept as written, without a
    /// year.
    fn reversed(text: &str) -> Option<Self> {
        let (start, end) = text.split_once('/')?;
        let is_date = |text| matches!(Edtf::parse(text), Ok(Edtf::Date(_)));
        let date = Self { text: text.into(), span: None, open_start: false, open_end: false, approximate: false };
        (is_date(start) && is_date(end)).then_some(date)
    }

    /// The expression as the data set gives it.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The first and last date, equal for a single date. `None` if the year is not known: unspecified digits in the
    /// year, a set, a reversed interval, a year outside 0 to 9999.
    pub fn span(&self) -> Option<(PartialDate, PartialDate)> {
        self.span
    }

    /// Every year in which the date falls. Of an interval with an open or unknown end, only the year of its known end.
    pub fn years(&self) -> Option<RangeInclusive<u16>> {
        self.span.map(|(first, last)| first.year..=last.year)
    }

    /// Whether the source marks the date as approximate or uncertain.
    pub fn is_approximate(&self) -> bool {
        self.approximate
    }

    /// Whether the start is open or unknown.
    pub fn is_open_start(&self) -> bool {
        self.open_start
    }

    /// Whether the end is open or unknown.
    pub fn is_open_end(&self) -> bool {
        self.open_end
    }
}

type Span = Option<(PartialDate, PartialDate)>;

fn date_span(date: &Date) -> Span {
    partial_date(date).map(|date| (date, date))
}

/// The span of an interval, whether its start is open or unknown, and whether its end is.
fn interval_span(interval: &Interval) -> (Span, bool, bool) {
    let (start, end) = (known_date(&interval.start), known_date(&interval.end));
    let span = match (start, end) {
        (Some(start), Some(end)) => match (partial_date(start), partial_date(end)) {
            (Some(start), Some(end)) if start.year <= end.year => Some((start, end)),
            _ => None,
        },
        (Some(only), None) | (None, Some(only)) => date_span(only),
        (None, None) => None,
    };
    (span, start.is_none(), end.is_none())
}

fn known_date(endpoint: &IntervalEndpoint) -> Option<&Date> {
    match endpoint {
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => {
            Some(date)
        }
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

fn partial_date(date: &Date) -> Option<PartialDate> {
    // A year with significant digits ("1950S2": some year of the 1900s) is not a single year.
    if date.year.significant_digits.is_some() {
        return None;
    }
    let year = u16::try_from(date.year.value()?).ok()?;
    let month = date.month.and_then(|month| month.value());
    let day = month.and(date.day).and_then(|day| day.value());
    (year <= 9999).then_some(PartialDate { year, month, day })
}
