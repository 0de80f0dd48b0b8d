//! The chosen years, as ranges. Invariant: the ranges are sorted and have at least one year between them. Equal choices
//! are therefore equal values.

/// The years that the reader chose, from 0 to 9999, and whether undated activities are chosen too.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearRanges {
    ranges: Vec<(u16, u16)>,
    /// Whether undated activities are chosen.
    pub undated: bool,
}

impl YearRanges {
    /// The first year that can be chosen: a range from it has an open start.
    pub const FIRST: u16 = 0;
    /// The last year that can be chosen: a range to it has an open end.
    pub const LAST: u16 = 9999;

    /// The ranges as first and last year, sorted.
    pub fn ranges(&self) -> &[(u16, u16)] {
        &self.ranges
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty() && !self.undated
    }

    /// Whether the year is chosen.
    pub fn contains(&self, year: u16) -> bool {
        self.ranges.iter().any(|(first, last)| (*first..=*last).contains(&year))
    }

    /// Adds the years between and including these two, in either order.
    pub fn add(&mut self, from: u16, to: u16) {
        let (mut first, mut last) = (from.min(to), from.max(to).min(Self::LAST));
        // Ranges that touch or overlap the new one are merged into it.
        self.ranges.retain(|(start, end)| {
            let is_separate = *end < first.saturating_sub(1) || *start > last.saturating_add(1);
            if !is_separate {
                first = first.min(*start);
                last = last.max(*end);
            }
            is_separate
        });
        let position = self.ranges.iter().take_while(|(start, _)| *start < first).count();
        self.ranges.insert(position, (first, last));
    }

    /// Removes one year.
    pub fn remove(&mut self, year: u16) {
        let split = |(first, last): (u16, u16)| {
            if !(first..=last).contains(&year) {
                return [Some((first, last)), None];
            }
            let before = (first < year).then(|| (first, year - 1));
            let after = (year < last).then(|| (year + 1, last));
            [before, after]
        };
        self.ranges = self.ranges.drain(..).flat_map(split).flatten().collect();
    }

    /// The chosen years one by one. A range with an open end is listed only up to the last year of the data, one with
    /// an open start only from the first year of the data; its known end is always listed. `data_years` are these two
    /// years.
    pub fn listed(&self, data_years: Option<(u16, u16)>) -> impl Iterator<Item = u16> + '_ {
        self.ranges.iter().flat_map(move |(first, last)| {
            let start = match (*first, data_years) {
                (Self::FIRST, Some((data_first, _))) => data_first.min(*last),
                (Self::FIRST, None) => *last,
                (first, _) => first,
            };
            let end = match (*last, data_years) {
                (Self::LAST, Some((_, data_last))) => data_last.max(*first),
                (Self::LAST, None) => *first,
                (last, _) => last,
            };
            start..=end
        })
    }
}
