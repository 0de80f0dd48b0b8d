//! Reads the rows of the tables: organisations, donors, projects, partners, themes, places. Invariant: no row is
//! dropped here; bad values are cleared or kept, and reported.

use super::field_reader::{FieldReader, excerpt};
use super::known_codes::KnownCodes;
use crate::model::{Donor, Goal, IssueKind, Organisation, Partner, Place, Project, Text, Theme};

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
        organisation: row.known_code("organisation", &known_codes.organisations),
        partners: row.codes("partners", &known_codes.partners),
        donors: row.codes("donors", &known_codes.donors),
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
