//! The content of each block of the screen, as plain data.
//!
//! Invariant: every number in a block comes from the same [`Totals`]. No block counts for itself, because it could then
//! ignore a filter.

mod attribute_values;
mod breakdown;
mod changes;
mod chart_block;
mod chart_titles;
mod chips;
mod dialog_request;
mod element_attributes;
mod embed_options;
mod facet_chart;
mod facet_menus;
mod filter_clauses;
mod foot;
mod goal_chart;
mod headline;
mod legend;
mod matrix;
mod memory_notice;
mod notices;
mod number_bridge;
mod record_details;
mod shown_blocks;
mod sorting;
mod subject_line;
mod sum_note;
mod table;
mod tiles;
mod total_kind;
mod year_chart;

pub use attribute_values::{ColourScheme, FacetAccess, SyncMode};
pub use breakdown::{
    Breakdown, BreakdownValue, RecordItem, RecordSection, SectionKind, breakdown, breakdown_title, items, sections,
};
pub use changes::{Changes, changes, corrections};
pub use chart_block::ChartBlock;
pub use chart_titles::rests_on;
pub use chips::{Chip, chips};
pub use dialog_request::{DialogRequest, PictureFormat};
pub use element_attributes::is_prefix_character;
pub use embed_options::{Block, EmbedOptions};
pub use facet_chart::{FacetChart, MarkTexts, bar_chart, other_rows};
pub use facet_menus::{FacetMenu, FacetOption, facet_menus, facet_options};
pub use filter_clauses::{FilterClause, filter_clauses, filter_sentence, print_text};
pub use foot::{CountingNote, EntryList, Foot, counting_note, foot};
pub use goal_chart::{GoalChart, goal_chart, goal_pick};
pub use headline::{Headline, headline};
pub use legend::{MarkStyle, mark_classes};
pub use matrix::{Matrix, MatrixCell, MatrixRow, matrix};
pub use memory_notice::{MemoryNotice, VersionOrder, memory_notice, version_order};
pub use notices::{issue_lines, link_problem_lines, unknown_option_lines};
pub use number_bridge::{BridgeStep, number_bridge};
pub use record_details::{Fact, GoalTag, RECORD_ID_PLACEHOLDER, RecordDetails, record_details, record_link_code};
pub use shown_blocks::shown_blocks;
pub use sorting::{sorted_page, sorted_rows};
pub use subject_line::{SubjectLine, page_title, subject_line};
pub use table::{PeopleLine, TableRow, table_rows};
pub use tiles::{Tile, tiles};
pub use total_kind::TotalKind;
pub use year_chart::{YearChart, year_chart};

use crate::locale::Locale;
use crate::model::DataSet;
use crate::query::{Facet, FacetValue, Index, Selection, Totals};

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

impl ViewContext<'_> {
    /// The values of a facet that the activities of the view have; if the reader has chosen values of the facet, only
    /// the chosen ones, because other values would contradict the filter.
    pub fn present(&self, facet: Facet) -> Vec<&FacetValue> {
        let is_filtered = self.selection.is_filtered(facet);
        let present = self.totals.present(facet).iter();
        present.filter(|value| !is_filtered || self.selection.contains(facet, value)).collect()
    }
}
