//! The choices that a page has for an embedded report, with their attribute values and their names on screen.
//!
//! Invariant: a code is a value of the element's attribute; the first choice of each list is the default without the
//! attribute.

use super::{Block, ChartBlock};
use crate::locale::{Locale, Sentence};

/// What a reader may do with a facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetAccess {
    /// See and change it.
    Free,
    /// See it as the page sets it.
    Locked,
    /// Neither see nor change it.
    Hidden,
}

/// The colour scheme of an embedded report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColourScheme {
    /// The colour scheme of the page or of the reader's device.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The part of the page's address that holds the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyncMode {
    /// Nowhere.
    None,
    /// In the fragment.
    Hash,
    /// In the query.
    Query,
}

impl FacetAccess {
    /// All of them.
    pub const ALL: [FacetAccess; 3] = [FacetAccess::Free, FacetAccess::Locked, FacetAccess::Hidden];

    /// What it is called.
    pub fn name(self, locale: &Locale) -> String {
        locale.say(match self {
            FacetAccess::Free => Sentence::EmbedFree,
            FacetAccess::Locked => Sentence::EmbedLocked,
            FacetAccess::Hidden => Sentence::EmbedHidden,
        })
    }
}

impl ColourScheme {
    /// All of them.
    pub const ALL: [ColourScheme; 3] = [ColourScheme::Auto, ColourScheme::Light, ColourScheme::Dark];

    /// Its value of the attribute `theme`.
    pub fn code(self) -> &'static str {
        match self {
            ColourScheme::Auto => "auto",
            ColourScheme::Light => "light",
            ColourScheme::Dark => "dark",
        }
    }

    /// What it is called.
    pub fn name(self, locale: &Locale) -> String {
        locale.say(match self {
            ColourScheme::Auto => Sentence::EmbedColourSchemeAuto,
            ColourScheme::Light => Sentence::EmbedColourSchemeLight,
            ColourScheme::Dark => Sentence::EmbedColourSchemeDark,
        })
    }
}

impl SyncMode {
    /// All of them.
    pub const ALL: [SyncMode; 3] = [SyncMode::None, SyncMode::Hash, SyncMode::Query];

    /// Its value of the attribute `sync`.
    pub fn code(self) -> &'static str {
        match self {
            SyncMode::None => "none",
            SyncMode::Hash => "hash",
            SyncMode::Query => "query",
        }
    }

    /// What it is called.
    pub fn name(self, locale: &Locale) -> String {
        locale.say(match self {
            SyncMode::None => Sentence::EmbedSyncNone,
            SyncMode::Hash => Sentence::EmbedSyncHash,
            SyncMode::Query => Sentence::EmbedSyncQuery,
        })
    }
}

impl Block {
    /// The name of the block in the embed builder.
    pub fn name(self, locale: &Locale) -> String {
        let sentence = match self {
            Block::Headline => Sentence::EmbedBlockHeadline,
            Block::Chips => Sentence::ActiveFilters,
            Block::Filters => Sentence::FilterBar,
            Block::Tiles => Sentence::TilesLabel,
            Block::Chart(ChartBlock::Year) => Sentence::ByYear,
            Block::Chart(ChartBlock::Country) => Sentence::ByCountry,
            Block::Chart(ChartBlock::Goal) => Sentence::ByGoal,
            Block::Chart(ChartBlock::Matrix) => Sentence::ByCountryAndYear,
            Block::Chart(ChartBlock::Kind) => Sentence::ByKind,
            Block::Chart(ChartBlock::Audience) => Sentence::ByAudience,
            Block::Chart(ChartBlock::Donor) => Sentence::ByDonor,
            Block::Table => Sentence::Table,
            Block::Foot => Sentence::EmbedBlockFoot,
        };
        locale.capitalised(&locale.say(sentence))
    }
}
