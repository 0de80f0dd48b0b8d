//! A choice of years. Invariant: the ranges are sorted, apart, and none follows another without a gap, so that
//! equal choices are equal values.

/// Years that the reader chose: ranges from 0 to 9999, and whether the undated belong to them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearRanges {
    ranges: Vec<(u16, u16)>,
    /// Whether activities without a year belong to the choice.
    pub undated: bool,
}

impl YearRanges {
    /// The first year that can be chosen: a range from it has an open beginning.
    pub const FIRST: u16 = 0;
    /// The last year that can be chosen: a range to it has an open end.
    pub const LAST: u16 = 9999;

    /// The ranges, first and last year, in their order.
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

    /// Adds the years from one to the other, whichever comes first.
    pub fn add(&mut self, from: u16, to: u16) {
        let (mut first, mut last) = (from.min(to), from.max(to).min(Self::LAST));
        self.ranges.retain(|(a, b)| {
            let apart = *b < first.saturating_sub(1) || *a > last.saturating_add(1);
            if !apart {
                first = first.min(*a);
                last = last.max(*b);
            }
            apart
        });
        let place = self.ranges.iter().take_while(|(a, _)| *a < first).count();
        self.ranges.insert(place, (first, last));
    }

    /// Takes one year out.
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

    /// The chosen years one by one. Of a range with an open side only those up to the last, or from the first,
    /// year of the data are listed, and its known side.
    pub fn listed(&self, data: Option<(u16, u16)>) -> impl Iterator<Item = u16> + '_ {
        self.ranges.iter().flat_map(move |(first, last)| {
            let start = match (*first, data) {
                (Self::FIRST, Some((from, _))) => from.min(*last),
                (Self::FIRST, None) => *last,
                (first, _) => first,
            };
            let end = match (*last, data) {
                (Self::LAST, Some((_, to))) => to.max(*first),
                (Self::LAST, None) => *first,
                (last, _) => last,
            };
            start..=end
        })
    }
}
