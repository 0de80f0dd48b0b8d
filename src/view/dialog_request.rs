//! What a reader can request from the dialogs. The report and the dialogs are two WebAssemblies, so a request crosses
//! between them as a word, with the link of the view that it is about.

use super::chart_block::ChartBlock;
use super::total_kind::TotalKind;

/// A request to the dialogs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialogRequest {
    /// The breakdown of a total: the records with their counts and sources, and what was left out and why.
    Breakdown(TotalKind),
    /// Link, citation and data of the view, to share or download.
    Share,
    /// The issues of the data set, one by one.
    Issues,
    /// A chart of the view as a file.
    Picture(ChartBlock, PictureFormat),
}

/// The file format of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    /// A vector graphic, sharp at any size.
    Svg,
    /// Pixels, two for each CSS pixel.
    Png,
}

impl DialogRequest {
    /// All requests.
    pub fn all() -> impl Iterator<Item = DialogRequest> {
        let totals =
            [TotalKind::People, TotalKind::Activities, TotalKind::Planned, TotalKind::Countries, TotalKind::Goals];
        let pictures = ChartBlock::ALL
            .into_iter()
            .flat_map(|block| [PictureFormat::Svg, PictureFormat::Png].map(|format| (block, format)));
        let pictures = pictures.map(|(block, format)| DialogRequest::Picture(block, format));
        totals
            .map(DialogRequest::Breakdown)
            .into_iter()
            .chain([DialogRequest::Share, DialogRequest::Issues])
            .chain(pictures)
    }

    /// Its word.
    pub fn code(self) -> String {
        match self {
            DialogRequest::Breakdown(total) => total.code().to_owned(),
            DialogRequest::Share => "share".to_owned(),
            DialogRequest::Issues => "issues".to_owned(),
            DialogRequest::Picture(block, PictureFormat::Svg) => format!("{}.svg", block.code()),
            DialogRequest::Picture(block, PictureFormat::Png) => format!("{}.png", block.code()),
        }
    }

    /// The request with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|request| request.code() == code)
    }
}
