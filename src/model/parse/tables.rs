//! Reads the rows of the tables: organisations, donors, projects, partners, themes, places. Invariant: no row is
//! dropped here; bad values are cleared or kept, and reported.

use std::collections::BTreeSet;

use super::field_reader::{FieldReader, excerpt};
use crate::model::{DataSet, Donor, Goal, IssueKind, Organisation, Partner, Place, Project, Text, Theme};

/// The codes that the tables define. All others are reported as unknown.
#[derive(Default)]
pub(super) struct KnownCodes {
    organisations: BTreeSet<Text>,
    donors: BTreeSet<Text>,
    partners: BTreeSet<Text>,
    themes: BTreeSet<Text>,
}

impl KnownCodes {
    pub(super) fn of(data: &DataSet) -> Self {
        // `extend` instead of `collect`, because collecting into a set adds another sort to the WebAssembly.
        let mut codes = Self::default();
        codes.organisations.extend(data.organisations.iter().map(|row| row.code.clone()));
        codes.donors.extend(data.donors.iter().map(|row| row.id.clone()));
        codes.partners.extend(data.partners.iter().map(|row| row.name.clone()));
        codes.themes.extend(data.themes.iter().map(|row| row.code.clone()));
        codes
    }

    pub(super) fn has_organisation(&self, code: &str) -> bool {
        self.organisations.contains(code)
    }

    pub(super) fn has_donor(&self, id: &str) -> bool {
        self.donors.contains(id)
    }

    pub(super) fn has_partner(&self, name: &str) -> bool {
        self.partners.contains(name)
    }

    pub(super) fn has_theme(&self, code: &str) -> bool {
        self.themes.contains(code)
    }
}

pub(super) fn organisation(row: &mut FieldReader, code: Text) -> Organisation {
    Organisation { code, name: row.text("name") }
}

pub(super) fn donor(row: &mut FieldReader, id: Text) -> Donor {
    Donor { id, name: row.text("name"), donor_country: row.text("donor_country"), aliases: row.texts("aliases") }
}

pub(super) fn project(row: &mut FieldReader, id: Text, known_codes: &KnownCodes) -> Project {
    Project {
        id,
        name: row.text("name"),
        acronym: row.text("acronym"),
        organisation: row.known_code("organisation", &|code| known_codes.has_organisation(code)),
        partners: row.codes("partners", &|name| known_codes.has_partner(name)),
        donors: row.codes("donors", &|id| known_codes.has_donor(id)),
        sdgs: goals(row, "sdgs"),
        sdgs_source: row.text("sdgs_source"),
        period: row.date("period"),
        source: row.text("source"),
        note: row.text("note"),
    }
}

pub(super) fn partner(row: &mut FieldReader, name: Text) -> Partner {
    Partner { name, country: row.text("country"), aliases: row.texts("aliases") }
}

pub(super) fn theme(row: &mut FieldReader, code: Text) -> Theme {
    Theme {
        code,
        name: row.text("name"),
        sdg_targets: row.list_of("sdg_targets", |item| match item.as_str() {
            Some(target) if Goal::from_target(target).is_some() => Ok(Text::from(target)),
            _ => Err(IssueKind::BadGoal(excerpt(item))),
        }),
        sdg_source: row.text("sdg_source"),
    }
}

pub(super) fn place(row: &mut FieldReader, name: Text) -> Place {
    Place { name, aliases: row.texts("aliases") }
}

/// A list of goals, 1 to 17.
pub(super) fn goals(row: &mut FieldReader, field: &'static str) -> Vec<Goal> {
    row.list_of(field, |item| Goal::read(item).ok_or_else(|| IssueKind::BadGoal(excerpt(item))))
}
