//! The nine properties that one can filter by, and their values. Invariant: the order of facets and of values is that
//! of links and totals.

use std::borrow::Cow;

use crate::model::{Country, Goal, Reach, Text, UNKNOWN};

/// A property that one can filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Where: ISO 3166-1 alpha-2 codes.
    Country,
    /// Every year that the date touches.
    Year,
    /// Goals, by the bases that the selection takes into account.
    Goal,
    /// What kind of activity.
    Kind,
    /// Theme codes.
    Theme,
    /// Who was reached. It belongs to a reach entry, not to the activity: see [`super::Totals`].
    Audience,
    /// Who reports.
    Organisation,
    /// Who pays: the activity's own donors and its project's.
    Donor,
    /// Which project.
    Project,
}

impl Facet {
    /// All facets, in the order of links and totals.
    pub const ALL: [Facet; 9] = [
        Facet::Country,
        Facet::Year,
        Facet::Goal,
        Facet::Kind,
        Facet::Theme,
        Facet::Audience,
        Facet::Organisation,
        Facet::Donor,
        Facet::Project,
    ];

    /// The word for the facet in links and totals.
    pub fn key(self) -> &'static str {
        match self {
            Facet::Country => "country",
            Facet::Year => "year",
            Facet::Goal => "sdg",
            Facet::Kind => "kind",
            Facet::Theme => "theme",
            Facet::Audience => "audience",
            Facet::Organisation => "org",
            Facet::Donor => "donor",
            Facet::Project => "project",
        }
    }

    /// The facet with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// The index of the facet in [`Facet::ALL`].
    pub(crate) fn index(self) -> usize {
        self as usize
    }
}

/// One value of a facet. Values are ordered as in links and totals: numbers as numbers, codes by code point, unknown
/// last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetValue {
    /// A year or a goal's number.
    Number(u16),
    /// A code.
    Code(Text),
    /// Not stated: undated, no goal seen, no donor named.
    Unknown,
}

impl FacetValue {
    /// The text for the value in links and totals.
    pub fn key(&self) -> Cow<'_, str> {
        match self {
            FacetValue::Number(number) => Cow::Owned(number.to_string()),
            FacetValue::Code(code) => Cow::Borrowed(code),
            FacetValue::Unknown => Cow::Borrowed(UNKNOWN),
        }
    }

    /// The audience of a reach entry; unknown if it gives none.
    pub fn audience_of(entry: &Reach) -> Self {
        entry.audience.as_ref().map_or(FacetValue::Unknown, FacetValue::from)
    }

    /// The year or the goal's number; `None` for codes and the unknown.
    pub fn number(&self) -> Option<u16> {
        match self {
            FacetValue::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl From<Country> for FacetValue {
    fn from(country: Country) -> Self {
        FacetValue::Code(country.code().into())
    }
}

impl From<Goal> for FacetValue {
    fn from(goal: Goal) -> Self {
        FacetValue::Number(goal.number().into())
    }
}

impl From<&Text> for FacetValue {
    fn from(code: &Text) -> Self {
        FacetValue::Code(code.clone())
    }
}
