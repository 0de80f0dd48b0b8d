//! What a reader can ask the annex for. The first view and the annex are two WebAssemblies, so a question crosses
//! between them as a word and the link of the view that it is about.

use crate::query::Facet;

/// A question to the annex.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// What a total of the view is made of: the records, their counts, what was left out and why, each source.
    MadeOf(Total),
    /// Link, citation and data of the view.
    Take,
    /// What is wrong with the data set, value by value.
    Issues,
    /// A chart of the view as a file.
    Picture(Block, Format),
}

/// A total whose records can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Total {
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
pub enum Block {
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
pub enum Format {
    /// Lines and letters, sharp at any size.
    Svg,
    /// Pixels, two for each of the page.
    Png,
}

impl Topic {
    /// All questions.
    pub fn all() -> impl Iterator<Item = Topic> {
        let totals = [Total::People, Total::Activities, Total::Planned, Total::Countries, Total::Goals];
        let pictures = Block::ALL.into_iter().flat_map(|block| [Format::Svg, Format::Png].map(|form| (block, form)));
        let pictures = pictures.map(|(block, form)| Topic::Picture(block, form));
        totals.map(Topic::MadeOf).into_iter().chain([Topic::Take, Topic::Issues]).chain(pictures)
    }

    /// The word for it.
    pub fn code(self) -> String {
        match self {
            Topic::MadeOf(total) => total.code().to_owned(),
            Topic::Take => "take".to_owned(),
            Topic::Issues => "issues".to_owned(),
            Topic::Picture(block, Format::Svg) => format!("{}.svg", block.code()),
            Topic::Picture(block, Format::Png) => format!("{}.png", block.code()),
        }
    }

    /// The question of this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|topic| topic.code() == code)
    }
}

impl Total {
    fn code(self) -> &'static str {
        match self {
            Total::People => "people",
            Total::Activities => "activities",
            Total::Planned => "planned",
            Total::Countries => "countries",
            Total::Goals => "goals",
        }
    }
}

impl Block {
    /// All charts, in the order of the screen.
    pub const ALL: [Block; 7] =
        [Block::Year, Block::Country, Block::Goal, Block::Matrix, Block::Kind, Block::Audience, Block::Donor];

    /// The facet whose values it shows; `None` for the matrix, which shows two.
    pub fn facet(self) -> Option<Facet> {
        match self {
            Block::Year => Some(Facet::Year),
            Block::Country => Some(Facet::Country),
            Block::Goal => Some(Facet::Goal),
            Block::Matrix => None,
            Block::Kind => Some(Facet::Kind),
            Block::Audience => Some(Facet::Audience),
            Block::Donor => Some(Facet::Donor),
        }
    }

    /// Its name, as in the attribute `parts` and among the `::part()` names.
    pub fn code(self) -> &'static str {
        match self {
            Block::Year => "year",
            Block::Country => "country",
            Block::Goal => "sdg",
            Block::Matrix => "matrix",
            Block::Kind => "kind",
            Block::Audience => "audience",
            Block::Donor => "donor",
        }
    }
}
