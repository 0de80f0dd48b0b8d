//! What a reader can request from the dialogs. The report and the dialogs are two WebAssemblies, so a request crosses
//! between them as a word, with the link of the view that it is about.

use crate::query::Facet;

/// A request to the dialogs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// The breakdown of a total: the records with their counts and sources, and what was left out and why.
    Breakdown(TotalKind),
    /// Link, citation and data of the view, to share or download.
    Share,
    /// The issues of the data set, one by one.
    Issues,
    /// A chart of the view as a file.
    Picture(ChartBlock, PictureFormat),
}

/// A total that has a breakdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TotalKind {
    /// People reached.
    People,
    /// Activities.
    Activities,
    /// People planned.
    Planned,
    /// Countries in which something was done.
    Countries,
    /// Goals seen.
    Goals,
}

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

/// The file format of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    /// A vector graphic, sharp at any size.
    Svg,
    /// Pixels, two for each CSS pixel.
    Png,
}

impl Request {
    /// All requests.
    pub fn all() -> impl Iterator<Item = Request> {
        let totals =
            [TotalKind::People, TotalKind::Activities, TotalKind::Planned, TotalKind::Countries, TotalKind::Goals];
        let pictures = ChartBlock::ALL
            .into_iter()
            .flat_map(|block| [PictureFormat::Svg, PictureFormat::Png].map(|format| (block, format)));
        let pictures = pictures.map(|(block, format)| Request::Picture(block, format));
        totals.map(Request::Breakdown).into_iter().chain([Request::Share, Request::Issues]).chain(pictures)
    }

    /// Its word.
    pub fn code(self) -> String {
        match self {
            Request::Breakdown(total) => total.code().to_owned(),
            Request::Share => "share".to_owned(),
            Request::Issues => "issues".to_owned(),
            Request::Picture(block, PictureFormat::Svg) => format!("{}.svg", block.code()),
            Request::Picture(block, PictureFormat::Png) => format!("{}.png", block.code()),
        }
    }

    /// The request with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|request| request.code() == code)
    }
}

impl TotalKind {
    fn code(self) -> &'static str {
        match self {
            TotalKind::People => "people",
            TotalKind::Activities => "activities",
            TotalKind::Planned => "planned",
            TotalKind::Countries => "countries",
            TotalKind::Goals => "goals",
        }
    }
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
