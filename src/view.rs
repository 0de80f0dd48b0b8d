//! What each block of the screen says, as plain data.
//!
//! Invariant: every number in a block comes from the same [`Totals`]; no block counts for itself, so that no
//! block can ignore a filter.

mod changes;
mod chips;
mod details;
mod embed;
mod foot;
mod frame;
mod goals;
mod headline;
mod legend;
mod made_of;
mod marks;
mod matrix;
mod notices;
mod pickers;
mod recall;
mod sorting;
mod sums;
mod table;
mod tiles;
mod topic;
mod years;

pub use changes::{Changes, changes, corrections};
pub use chips::{Chip, chips, on_paper};
pub use details::{Details, Fact, GoalTag, RECORD_PLACE, details, record_code};
pub use embed::{Access, Sync, Theme};
pub use foot::{Foot, Note, foot, note};
pub use frame::{Frame, Part};
pub use goals::{Goals, goals, pick_of_goal};
pub use headline::{Headline, headline};
pub use legend::Form;
pub use made_of::{
    Group, Item, Kind, MadeOf, ValueLine, filter_sentence, groups, items, made_of, title as made_of_title,
};
pub use marks::{MarkRow, Marks, bars};
pub use matrix::{Matrix, MatrixCell, MatrixRow, matrix};
pub use notices::{Failure, dropped, framed, issues, refusal};
pub use pickers::{Choice, Picker, pickers};
pub use recall::{Age, Recall, age, recall};
pub use sorting::records;
pub use table::{PeopleLine, Row, rows};
pub use tiles::{Tile, tiles};
pub use topic::{Block, Format, Topic, Total};
pub use years::{Years, years};

use crate::locale::Locale;
use crate::model::DataSet;
use crate::query::{Index, Selection, Totals};

/// Everything that a block may look at.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The data set.
    pub data: &'a DataSet,
    /// Its index.
    pub index: &'a Index,
    /// What the reader has filtered to.
    pub selection: &'a Selection,
    /// The numbers of that selection.
    pub totals: &'a Totals,
    /// How the page frames the widget.
    pub frame: &'a Frame,
    /// The language.
    pub locale: &'a Locale,
}
