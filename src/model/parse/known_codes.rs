//! The codes that a data set may use. Invariant: a code of a table that was read is known, whether a record uses it or
//! not.

use std::collections::BTreeSet;

use crate::model::{AUDIENCES, DataSet, KINDS, Text};

/// The codes that the tables and the lists of the format define. All others are reported as unknown. Records share the
/// texts of known codes, of which a hundred thousand records would have a million copies.
pub(super) struct KnownCodes {
    pub(super) organisations: Codes,
    pub(super) donors: Codes,
    pub(super) partners: Codes,
    pub(super) themes: Codes,
    pub(super) kinds: Codes,
    pub(super) audiences: Codes,
}

/// A set of codes.
pub(super) type Codes = BTreeSet<Text>;

impl KnownCodes {
    pub(super) fn of(data: &DataSet) -> Self {
        Self {
            organisations: codes(&mut data.organisations.iter().map(|row| row.code.clone())),
            donors: codes(&mut data.donors.iter().map(|row| row.id.clone())),
            partners: codes(&mut data.partners.iter().map(|row| row.name.clone())),
            themes: codes(&mut data.themes.iter().map(|row| row.code.clone())),
            kinds: codes(&mut KINDS.into_iter().map(Text::from)),
            audiences: codes(&mut AUDIENCES.into_iter().map(Text::from)),
        }
    }
}

/// A set of these codes.
fn codes(list: &mut dyn Iterator<Item = Text>) -> Codes {
    // `extend` instead of `collect`, because collecting into a set adds another sort to the WebAssembly.
    let mut codes = BTreeSet::new();
    codes.extend(list);
    codes
}
