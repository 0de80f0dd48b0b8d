//! A data set with everything that is made of it once.

use crate::locale::Locale;
use crate::model::{DataSet, Issue};
use crate::query::Index;

/// A data set ready to be shown. Built once per data set and language.
pub struct LoadedDataSet {
    /// The data set.
    pub data: DataSet,
    /// The index over the data set.
    pub index: Index,
    /// What was wrong in the data set.
    pub issues: Vec<Issue>,
    /// The language.
    pub locale: Locale,
}
