//! The content of each block of the screen, as plain data.
//!
//! Invariant: every number in a block comes from the same [`Totals`]. No block counts for itself, because it could then
//! ignore a filter.

mod breakdown;
mod changes;
mod chips;
mod embed_attributes;
mod embed_options;
mod facet_chart;
mod foot;
mod goal_chart;
mod headline;
mod legend;
mod matrix;
mod memory_notice;
mod notices;
mod pickers;
mod record_details;
mod request;
mod sorting;
mod sum_note;
mod table;
mod tiles;
mod year_chart;

pub use breakdown::{
    Breakdown, GroupKind, RecordGroup, RecordItem, ValueLine, breakdown, breakdown_title, filter_sentence, groups,
    items,
};
pub use changes::{Changes, changes, corrections};
pub use chips::{Chip, chips, print_text};
pub use embed_attributes::{FacetAccess, SyncMode, Theme};
pub use embed_options::{Block, EmbedOptions};
pub use facet_chart::{ChartRow, FacetChart, bar_chart};
pub use foot::{CountingNote, Foot, counting_note, foot};
pub use goal_chart::{GoalChart, goal_chart, goal_pick};
pub use headline::{Headline, headline};
pub use legend::MarkStyle;
pub use matrix::{Matrix, MatrixCell, MatrixRow, matrix};
pub use memory_notice::{MemoryNotice, VersionOrder, memory_notice, version_order};
pub use notices::{Failure, issue_lines, link_problem_lines, parse_failure, unknown_option_lines};
pub use pickers::{Choice, Picker, pickers};
pub use record_details::{Fact, GoalTag, RECORD_ID_PLACEHOLDER, RecordDetails, record_details, record_link_code};
pub use request::{ChartBlock, PictureFormat, Request, TotalKind};
pub use sorting::sorted_records;
pub use table::{PeopleLine, TableRow, table_rows};
pub use tiles::{Tile, tiles};
pub use year_chart::{YearChart, year_chart};

use crate::locale::Locale;
use crate::model::DataSet;
use crate::query::{Index, Selection, Totals};

/// Everything that a block may read.
#[derive(Clone, Copy)]
pub struct ViewContext<'a> {
    /// The data set.
    pub data: &'a DataSet,
    /// Its index.
    pub index: &'a Index,
    /// What the reader has filtered to.
    pub selection: &'a Selection,
    /// The numbers of that selection.
    pub totals: &'a Totals,
    /// The embed options of the page around the element.
    pub options: &'a EmbedOptions,
    /// The language.
    pub locale: &'a Locale,
}
