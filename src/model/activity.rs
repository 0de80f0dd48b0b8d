//! One record of a data set: what was done, where, when, for whom, and the page that reports it.
//!
//! The doc comments of these types and their fields are the descriptions in the published JSON Schema.

use super::{Bound, Count, Country, EdtfDate, Goal, Mode, Scope, Status, Text};

/// An activity, or a figure that adds up a whole project.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Activity {
    /// Unique in the data set; never changes.
    pub id: Text,
    /// What was done, in a few words.
    pub title: Text,
    /// What was done, in one or two sentences of one's own.
    pub summary: Option<Text>,
    /// Code of the organisation that reports it.
    pub organisation: Option<Text>,
    /// Where, as ISO 3166-1 alpha-2 codes; several where an event served several countries.
    pub countries: Vec<Country>,
    /// Venues, as the page spells them.
    pub places: Vec<Text>,
    /// When it took place.
    pub date: Option<EdtfDate>,
    /// The dateline of the page.
    pub published: Option<EdtfDate>,
    /// What kind of activity it was.
    pub kind: Option<Text>,
    /// Codes of `themes`.
    pub themes: Vec<Text>,
    /// How many courses or sessions the record covers.
    pub sessions: Option<Count>,
    /// An activity, or a figure that adds up a whole project: the latter is listed, never summed.
    pub scope: Scope,
    /// One entry per group of people counted.
    pub reach: Vec<Reach>,
    /// Goals that the page itself names.
    pub sdgs: Vec<Goal>,
    /// Ids of `donors`.
    pub donors: Vec<Text>,
    /// Names of `partners`.
    pub partners: Vec<Text>,
    /// Id of a project.
    pub project: Option<Text>,
    /// Records that share this word probably count some of the same people.
    pub overlap: Option<Text>,
    /// The reference document that the record comes from, where it comes from one.
    pub seed: Option<Text>,
    /// What is doubtful about the record, in the words of its keeper: to show and not to hide.
    pub doubts: Vec<Text>,
    /// The page that says so.
    pub source: Option<Source>,
}

/// One group of people that an activity counts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Reach {
    /// Who they were.
    pub audience: Option<Text>,
    /// Who they were, in the words of the record.
    pub note: Option<Text>,
    /// How many; null where the page gives no number.
    pub count: Option<Count>,
    /// What the count says about the true number; null counts as exact.
    pub bound: Option<Bound>,
    /// The page's word where it gives no number: tens, hundreds, thousands, tens-of-thousands.
    pub magnitude: Option<Text>,
    /// Whether they took part, or are still to.
    pub status: Option<Status>,
    /// How they took part.
    pub mode: Option<Mode>,
    /// How many of them were women, where the page says.
    pub women: Option<Count>,
    /// How many of them were men, where the page says.
    pub men: Option<Count>,
}

/// The page that a record cites.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Source {
    /// The page's headline.
    pub title: Option<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// Its address. Only http and https addresses become links.
    pub url: Option<Text>,
}

impl Activity {
    /// Whether the record adds up a whole project. Such a record is listed and never summed.
    pub fn is_project_total(&self) -> bool {
        self.scope == Scope::ProjectTotal
    }
}

impl Source {
    /// The address, if it may become a link.
    pub fn link(&self) -> Option<&Text> {
        self.url.as_ref().filter(|url| is_web_address(url))
    }
}

/// Whether a text of the data set may become a link. Only http and https addresses may, because others can run scripts.
pub fn is_web_address(url: &str) -> bool {
    let has_scheme = |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    has_scheme("https://") || has_scheme("http://")
}
