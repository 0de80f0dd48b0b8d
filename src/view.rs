//! What each block of the screen says, as plain data.
//!
//! Invariant: every number in a block comes from the same [`Totals`]; no block counts for itself, so that no
//! block can ignore a filter.

mod chips;
mod details;
mod foot;
mod goals;
mod headline;
mod made_of;
mod marks;
mod notices;
mod pickers;
mod table;
mod tiles;
mod topic;
mod years;

pub use chips::{Chip, chips};
pub use details::{Details, Fact, GoalTag, details};
pub use foot::{Foot, Note, foot, note};
pub use goals::{Goals, goals};
pub use headline::{Headline, headline};
pub use made_of::{
    Group, Item, Kind, MadeOf, ValueLine, filter_sentence, groups, items, made_of, title as made_of_title,
};
pub use marks::{MarkRow, Marks, bars};
pub use notices::{Failure, dropped, issues, refusal};
pub use pickers::{Choice, Picker, pickers};
pub use table::{PeopleLine, Row, Table, table};
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
    /// The language.
    pub locale: &'a Locale,
}
