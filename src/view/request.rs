//! What a reader can ask the annex for. The first view and the annex are two WebAssemblies, so a question crosses
//! between them as a word and the link of the view that it is about.

use crate::query::Facet;

/// A question to the annex.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// What a total of the view is made of: the records, their counts, what was left out and why, each source.
    Breakdown(TotalKind),
    /// Link, citation and data of the view.
    Share,
    /// What is wrong with the data set, value by value.
    Issues,
    /// A chart of the view as a file.
    Picture(ChartBlock, PictureFormat),
}

/// A total whose records can be shown.
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

/// A chart that can be taken away as a picture, by the name of its block.
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

/// The form of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    /// Lines and letters, sharp at any size.
    Svg,
    /// Pixels, two for each of the page.
    Png,
}

impl Request {
    /// All questions.
    pub fn all() -> impl Iterator<Item = Request> {
        let totals =
            [TotalKind::People, TotalKind::Activities, TotalKind::Planned, TotalKind::Countries, TotalKind::Goals];
        let pictures = ChartBlock::ALL
            .into_iter()
            .flat_map(|block| [PictureFormat::Svg, PictureFormat::Png].map(|form| (block, form)));
        let pictures = pictures.map(|(block, form)| Request::Picture(block, form));
        totals.map(Request::Breakdown).into_iter().chain([Request::Share, Request::Issues]).chain(pictures)
    }

    /// The word for it.
    pub fn code(self) -> String {
        match self {
            Request::Breakdown(total) => total.code().to_owned(),
            Request::Share => "share".to_owned(),
            Request::Issues => "issues".to_owned(),
            Request::Picture(block, PictureFormat::Svg) => format!("{}.svg", block.code()),
            Request::Picture(block, PictureFormat::Png) => format!("{}.png", block.code()),
        }
    }

    /// The question of this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|topic| topic.code() == code)
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

    /// Its name, as in the attribute `parts` and among the `::part()` names.
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
