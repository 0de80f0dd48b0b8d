//! Dates. Invariant: the text of a [`EdtfDate`] is EDTF (ISO 8601-2:2019), levels 0 to 2.

use std::ops::RangeInclusive;

use edtf_core::{Date, Edtf, Interval, IntervalEndpoint};

use super::Text;

/// A day, a month or a year, as exact as the source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The year, 0 to 9999.
    pub year: u16,
    /// The month, 1 to 12, or a season or quarter of EDTF, 21 to 41.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
}

/// When something took place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EdtfDate {
    text: Text,
    span: Option<(PartialDate, PartialDate)>,
    open_start: bool,
    open_end: bool,
    approximate: bool,
}

impl EdtfDate {
    /// Reads an EDTF expression; `None` if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let Ok(edtf) = Edtf::parse(text) else { return Self::reversed(text) };
        let (span, open_start, open_end) = match &edtf {
            Edtf::Date(date) => (same(date), false, false),
            Edtf::DateTime(time) => (same(&time.date), false, false),
            Edtf::Interval(interval) => between(interval),
            // A set does not say when something took place, only when it may have.
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

    /// An interval whose ends stand in the wrong order. `edtf-core` refuses it as a whole; it is kept as it was
    /// written, without a year.
    fn reversed(text: &str) -> Option<Self> {
        let (start, end) = text.split_once('/')?;
        let is_date = |end| matches!(Edtf::parse(end), Ok(Edtf::Date(_)));
        let when = Self { text: text.into(), span: None, open_start: false, open_end: false, approximate: false };
        (is_date(start) && is_date(end)).then_some(when)
    }

    /// The expression as it was written.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The first and last moment, the same for a single date. `None` where no year can be told: unspecified
    /// digits in the year, a set, a reversed interval, a year outside 0 to 9999.
    pub fn span(&self) -> Option<(PartialDate, PartialDate)> {
        self.span
    }

    /// Every year that the date touches. An interval with an open or unknown end touches its known end's year.
    pub fn years(&self) -> Option<RangeInclusive<u16>> {
        self.span.map(|(first, last)| first.year..=last.year)
    }

    /// Whether the source marks the date as approximate or uncertain.
    pub fn is_approximate(&self) -> bool {
        self.approximate
    }

    /// Whether the beginning is open or not known.
    pub fn is_open_start(&self) -> bool {
        self.open_start
    }

    /// Whether the end is open or not known.
    pub fn is_open_end(&self) -> bool {
        self.open_end
    }
}

type Span = Option<(PartialDate, PartialDate)>;

fn same(date: &Date) -> Span {
    moment(date).map(|moment| (moment, moment))
}

fn between(interval: &Interval) -> (Span, bool, bool) {
    let (start, end) = (known(&interval.start), known(&interval.end));
    let span = match (start, end) {
        (Some(start), Some(end)) => match (moment(start), moment(end)) {
            (Some(start), Some(end)) if start.year <= end.year => Some((start, end)),
            _ => None,
        },
        (Some(only), None) | (None, Some(only)) => same(only),
        (None, None) => None,
    };
    (span, start.is_none(), end.is_none())
}

fn known(endpoint: &IntervalEndpoint) -> Option<&Date> {
    match endpoint {
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => {
            Some(date)
        }
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

fn moment(date: &Date) -> Option<PartialDate> {
    // A year with a stated precision ("1950S2": some year of the 1900s) names no single year.
    if date.year.significant_digits.is_some() {
        return None;
    }
    let year = u16::try_from(date.year.value()?).ok()?;
    let month = date.month.and_then(|month| month.value());
    let day = month.and(date.day).and_then(|day| day.value());
    (year <= 9999).then_some(PartialDate { year, month, day })
}
