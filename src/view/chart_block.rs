//! The blocks of the screen that are charts.

use crate::query::Facet;

/// A block that is a chart, and so can be downloaded as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartBlock {
    /// By year.
    Year,
    /// By country.
    Country,
    /// By goal.
    Goal,
    /// Country by year.
    Matrix,
    /// By kind of activity.
    Kind,
    /// By audience.
    Audience,
    /// By donor.
    Donor,
}

impl ChartBlock {
    /// All charts, in the order of the screen.
    pub const ALL: [ChartBlock; 7] = [
        ChartBlock::Year,
        ChartBlock::Country,
        ChartBlock::Goal,
        ChartBlock::Matrix,
        ChartBlock::Kind,
        ChartBlock::Audience,
        ChartBlock::Donor,
    ];

    /// The facet whose values it shows; `None` for the matrix, which shows two.
    pub fn facet(self) -> Option<Facet> {
        match self {
            ChartBlock::Year => Some(Facet::Year),
            ChartBlock::Country => Some(Facet::Country),
            ChartBlock::Goal => Some(Facet::Goal),
            ChartBlock::Matrix => None,
            ChartBlock::Kind => Some(Facet::Kind),
            ChartBlock::Audience => Some(Facet::Audience),
            ChartBlock::Donor => Some(Facet::Donor),
        }
    }

    /// Its word in the attribute `parts`, which is also its `::part()` name.
    pub fn code(self) -> &'static str {
        match self {
            ChartBlock::Year => "year",
            ChartBlock::Country => "country",
            ChartBlock::Goal => "sdg",
            ChartBlock::Matrix => "matrix",
            ChartBlock::Kind => "kind",
            ChartBlock::Audience => "audience",
            ChartBlock::Donor => "donor",
        }
    }
}
