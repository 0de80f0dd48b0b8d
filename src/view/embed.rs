//! What a page can ask of an embedded report, and what each of these choices is called on screen.
//!
//! Invariant: a code is the word that the element's attribute takes; the first choice of each list is what holds without
//! the attribute.

use super::{Block, Part};
use crate::locale::{Key, Locale};

/// What a reader may do with a facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// See and change it.
    Free,
    /// See it as the page sets it.
    Locked,
    /// Neither see nor change it.
    Hidden,
}

/// The colour scheme of an embedded report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// That of the page or the reader's device.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Where in the page's address the view is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sync {
    /// Nowhere.
    None,
    /// In the fragment.
    Hash,
    /// In the query.
    Query,
}

impl Access {
    /// All of them.
    pub const ALL: [Access; 3] = [Access::Free, Access::Locked, Access::Hidden];

    /// What it is called.
    pub fn name(self, locale: &Locale) -> String {
        locale.say(match self {
            Access::Free => Key::EmbedFree,
            Access::Locked => Key::EmbedLocked,
            Access::Hidden => Key::EmbedHidden,
        })
    }
}

impl Theme {
    /// All of them.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// The word for it in the attribute `theme`.
    pub fn code(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// What it is called.
    pub fn name(self, locale: &Locale) -> String {
        locale.say(match self {
            Theme::Auto => Key::EmbedThemeAuto,
            Theme::Light => Key::EmbedThemeLight,
            Theme::Dark => Key::EmbedThemeDark,
        })
    }
}

impl Sync {
    /// All of them.
    pub const ALL: [Sync; 3] = [Sync::None, Sync::Hash, Sync::Query];

    /// The word for it in the attribute `sync`.
    pub fn code(self) -> &'static str {
        match self {
            Sync::None => "none",
            Sync::Hash => "hash",
            Sync::Query => "query",
        }
    }

    /// What it is called.
    pub fn name(self, locale: &Locale) -> String {
        locale.say(match self {
            Sync::None => Key::EmbedSyncNone,
            Sync::Hash => Key::EmbedSyncHash,
            Sync::Query => Key::EmbedSyncQuery,
        })
    }
}

impl Part {
    /// What a block is called where one chooses among them.
    pub fn name(self, locale: &Locale) -> String {
        let key = match self {
            Part::Headline => Key::EmbedPartHeadline,
            Part::Chips => Key::ActiveFilters,
            Part::Filters => Key::FilterBar,
            Part::Tiles => Key::TilesLabel,
            Part::Chart(Block::Year) => Key::ByYear,
            Part::Chart(Block::Country) => Key::ByCountry,
            Part::Chart(Block::Goal) => Key::ByGoal,
            Part::Chart(Block::Matrix) => Key::ByCountryAndYear,
            Part::Chart(Block::Kind) => Key::ByKind,
            Part::Chart(Block::Audience) => Key::ByAudience,
            Part::Chart(Block::Donor) => Key::ByDonor,
            Part::Table => Key::Table,
            Part::Foot => Key::EmbedPartFoot,
        };
        locale.capitalised(&locale.say(key))
    }
}
