//! The data set: its own description, its tables and its activities.
//!
//! The doc comments of these types and their fields are the descriptions in the published JSON Schema.

use super::{Activity, EdtfDate, Goal, Text};

/// A parsed data set. Lists keep the order of the document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct DataSet {
    /// What the data are about.
    pub title: Option<Text>,
    /// The same in a sentence or two.
    pub description: Option<Text>,
    /// Who publishes them.
    pub publisher: Option<Text>,
    /// The terms under which they may be used.
    pub license: Option<License>,
    /// When they were last changed.
    pub updated: Option<EdtfDate>,
    /// Where mistakes are reported: a mail or web address.
    pub contact: Option<Text>,
    /// Organisations that report activities.
    pub organisations: Vec<Organisation>,
    /// Who pays.
    pub donors: Vec<Donor>,
    /// Projects that activities belong to.
    pub projects: Vec<Project>,
    /// Who takes part in the work.
    pub partners: Vec<Partner>,
    /// What the work is about.
    pub themes: Vec<Theme>,
    /// Spellings of places.
    pub places: Vec<Place>,
    /// The records, each id once.
    pub activities: Vec<Activity>,
}

/// A licence and where its text is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct License {
    /// Its short name.
    pub name: Option<Text>,
    /// Where its text is.
    pub url: Option<Text>,
}

/// An organisation that reports activities.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Organisation {
    /// Its code, as activities name it.
    pub code: Text,
    /// Its full name.
    pub name: Option<Text>,
}

/// Who pays for activities and projects.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Donor {
    /// Its id, as activities, projects and links name it.
    pub id: Text,
    /// Its full name.
    pub name: Option<Text>,
    /// The country it belongs to, where it belongs to one; `EU` for the European Union.
    pub donor_country: Option<Text>,
    /// Other spellings that pages use.
    pub aliases: Vec<Text>,
}

/// A project that activities belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Project {
    /// Its id, as activities and links name it.
    pub id: Text,
    /// Its full name.
    pub name: Option<Text>,
    /// Its short name.
    pub acronym: Option<Text>,
    /// Code of the organisation that runs it.
    pub organisation: Option<Text>,
    /// Names of `partners`.
    pub partners: Vec<Text>,
    /// Ids of `donors`.
    pub donors: Vec<Text>,
    /// Goals that the project declares.
    pub sdgs: Vec<Goal>,
    /// Where it declares them.
    pub sdgs_source: Option<Text>,
    /// From when to when it runs.
    pub period: Option<EdtfDate>,
    /// The page that describes it.
    pub source: Option<Text>,
    /// What a reader should know about the entry.
    pub note: Option<Text>,
}

/// Who takes part in the work.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Partner {
    /// Its name, as activities and projects name it.
    pub name: Text,
    /// The country it belongs to, where it belongs to one.
    pub country: Option<Text>,
    /// Other spellings that pages use.
    pub aliases: Vec<Text>,
}

/// What the work is about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Theme {
    /// Its code, as activities and links name it.
    pub code: Text,
    /// Its name.
    pub name: Option<Text>,
    /// Targets of the 2030 Agenda whose text names the theme, such as `5.2`.
    pub sdg_targets: Vec<Text>,
    /// Where that text is.
    pub sdg_source: Option<Text>,
}

/// A place and its other spellings.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Place {
    /// The spelling to use.
    pub name: Text,
    /// Other spellings.
    pub aliases: Vec<Text>,
}

impl DataSet {
    /// The project with this id.
    pub fn project(&self, id: &str) -> Option<&Project> {
        self.projects.iter().find(|project| &*project.id == id)
    }

    /// The donor with this id.
    pub fn donor(&self, id: &str) -> Option<&Donor> {
        self.donors.iter().find(|donor| &*donor.id == id)
    }

    /// The theme with this code.
    pub fn theme(&self, code: &str) -> Option<&Theme> {
        self.themes.iter().find(|theme| &*theme.code == code)
    }

    /// The organisation with this code.
    pub fn organisation(&self, code: &str) -> Option<&Organisation> {
        self.organisations.iter().find(|organisation| &*organisation.code == code)
    }
}

impl Project {
    /// The short name if the project has one, else the full name, else the id.
    pub fn label(&self) -> &Text {
        self.acronym.as_ref().or(self.name.as_ref()).unwrap_or(&self.id)
    }
}
