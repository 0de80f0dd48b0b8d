//! The tables that others name rows of: who reports, pays and takes part, projects, themes, places, and the names of
//! codes.

use std::collections::BTreeSet;

use super::cells::{date, list, optional_text};
use super::column_descriptions::ColumnDescriptions;
use super::table::{CellType, Column, Table};
use crate::model::{Activity, Goal, Text};
use crate::query::{Facet, FacetValue};
use crate::view::ViewContext;

/// All of them.
pub(super) fn tables(context: &ViewContext, words: &ColumnDescriptions) -> Vec<Table> {
    let activities = || context.data.activities.iter();
    let countries = activities().flat_map(|activity| &activity.countries).map(|country| country.code());
    let audiences = activities().flat_map(|activity| &activity.reach).filter_map(|entry| entry.audience.as_deref());
    let kinds = activities().filter_map(|activity| activity.kind.as_deref());
    vec![
        organisations(context, words),
        donors(context, words),
        projects(context, words),
        partners(context, words),
        themes(context, words),
        places(context, words),
        named(
            context,
            words,
            ("countries", words.field("Activity", "countries")),
            Facet::Country,
            undefined_codes(countries, no()),
        ),
        named(context, words, ("kinds", words.field("Activity", "kind")), Facet::Kind, undefined_codes(kinds, no())),
        named(
            context,
            words,
            ("audiences", words.field("Reach", "audience")),
            Facet::Audience,
            undefined_codes(audiences, no()),
        ),
        goals(context, words),
    ]
}

fn no<'a>() -> impl Iterator<Item = &'a str> {
    std::iter::empty()
}

/// Codes with their names.
fn named(
    context: &ViewContext,
    words: &ColumnDescriptions,
    (name, description): (&'static str, String),
    facet: Facet,
    codes: Vec<String>,
) -> Table {
    let columns =
        vec![Column::new("code", words.field("Theme", "code")), Column::new("name", words.field("Theme", "name"))];
    let called = |code: &String| context.locale.value(context.data, facet, &FacetValue::Code(code.as_str().into()));
    let rows = codes.iter().map(|code| vec![code.clone(), called(code)]).collect();
    Table { name, description, columns, key: &["code"], rows }
}

fn goals(context: &ViewContext, words: &ColumnDescriptions) -> Table {
    let columns = vec![
        Column::new("number", words.at("/$defs/Goal")).cell_type(CellType::Whole(1, Goal::COUNT.into())),
        Column::new("name", words.field("Theme", "name")),
    ];
    let rows = Goal::all().map(|goal| vec![goal.number().to_string(), context.locale.goal(goal.number().into())]);
    Table { name: "goals", description: words.at("/$defs/Goal"), columns, key: &["number"], rows: rows.collect() }
}

fn organisations(context: &ViewContext, words: &ColumnDescriptions) -> Table {
    let data = context.data;
    let of = |name| Column::new(name, words.field("Organisation", name));
    let used = data.activities.iter().filter_map(|activity| activity.organisation.as_deref());
    let used = used.chain(data.projects.iter().filter_map(|project| project.organisation.as_deref()));
    let mut rows: Vec<Vec<String>> =
        data.organisations.iter().map(|one| vec![one.code.to_string(), optional_text(&one.name)]).collect();
    let others = undefined_codes(used, data.organisations.iter().map(|one| &*one.code));
    rows.extend(others.into_iter().map(|code| vec![code, String::new()]));
    Table {
        name: "organisations",
        description: words.table("organisations"),
        columns: vec![of("code"), of("name")],
        key: &["code"],
        rows,
    }
}

fn donors(context: &ViewContext, words: &ColumnDescriptions) -> Table {
    let data = context.data;
    let of = |name| Column::new(name, words.field("Donor", name));
    let row = |one: &crate::model::Donor| {
        vec![one.id.to_string(), optional_text(&one.name), optional_text(&one.donor_country), list(&one.aliases)]
    };
    let mut rows: Vec<Vec<String>> = data.donors.iter().map(row).collect();
    let used = texts(data.activities.iter().map(|activity| &activity.donors));
    let used = used.chain(texts(data.projects.iter().map(|project| &project.donors)));
    let others = undefined_codes(used, data.donors.iter().map(|one| &*one.id));
    rows.extend(others.into_iter().map(|code| vec![code, String::new(), String::new(), String::new()]));
    let columns = vec![of("id"), of("name"), of("donor_country"), of("aliases").cell_type(CellType::List)];
    Table { name: "donors", description: words.table("donors"), columns, key: &["id"], rows }
}

fn projects(context: &ViewContext, words: &ColumnDescriptions) -> Table {
    let of = |name| Column::new(name, words.field("Project", name));
    let columns = vec![
        of("id"),
        of("name"),
        of("acronym"),
        of("organisation").foreign_key("organisations", "code"),
        of("sdgs_source"),
        of("period"),
        of("source"),
        of("note"),
    ];
    let rows = context.data.projects.iter().map(|one| {
        vec![
            one.id.to_string(),
            optional_text(&one.name),
            optional_text(&one.acronym),
            optional_text(&one.organisation),
            optional_text(&one.sdgs_source),
            date(&one.period),
            optional_text(&one.source),
            optional_text(&one.note),
        ]
    });
    Table { name: "projects", description: words.table("projects"), columns, key: &["id"], rows: rows.collect() }
}

fn partners(context: &ViewContext, words: &ColumnDescriptions) -> Table {
    let data = context.data;
    let of = |name| Column::new(name, words.field("Partner", name));
    let row = |one: &crate::model::Partner| vec![one.name.to_string(), optional_text(&one.country), list(&one.aliases)];
    let mut rows: Vec<Vec<String>> = data.partners.iter().map(row).collect();
    let used = texts(data.activities.iter().map(|activity| &activity.partners));
    let used = used.chain(texts(data.projects.iter().map(|project| &project.partners)));
    let others = undefined_codes(used, data.partners.iter().map(|one| &*one.name));
    rows.extend(others.into_iter().map(|name| vec![name, String::new(), String::new()]));
    let columns = vec![of("name"), of("country"), of("aliases").cell_type(CellType::List)];
    Table { name: "partners", description: words.table("partners"), columns, key: &["name"], rows }
}

fn themes(context: &ViewContext, words: &ColumnDescriptions) -> Table {
    let data = context.data;
    let of = |name| Column::new(name, words.field("Theme", name));
    let row = |one: &crate::model::Theme| {
        vec![one.code.to_string(), optional_text(&one.name), optional_text(&one.sdg_source)]
    };
    let mut rows: Vec<Vec<String>> = data.themes.iter().map(row).collect();
    let used = texts(data.activities.iter().map(|activity: &Activity| &activity.themes));
    let others = undefined_codes(used, data.themes.iter().map(|one| &*one.code));
    rows.extend(others.into_iter().map(|code| vec![code, String::new(), String::new()]));
    let columns = vec![of("code"), of("name"), of("sdg_source")];
    Table { name: "themes", description: words.table("themes"), columns, key: &["code"], rows }
}

fn places(context: &ViewContext, words: &ColumnDescriptions) -> Table {
    let of = |name| Column::new(name, words.field("Place", name));
    let rows = context.data.places.iter().map(|one| vec![one.name.to_string(), list(&one.aliases)]);
    let columns = vec![of("name"), of("aliases").cell_type(CellType::List)];
    Table { name: "places", description: words.table("places"), columns, key: &["name"], rows: rows.collect() }
}

fn texts<'a>(lists: impl Iterator<Item = &'a Vec<Text>>) -> impl Iterator<Item = &'a str> {
    lists.flatten().map(|text| &**text)
}

/// Codes that are used, and have no row of their own in a table of the data: they get one, so that nothing names a row
/// that is not there.
fn undefined_codes<'a>(used: impl Iterator<Item = &'a str>, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let known: BTreeSet<&str> = known.collect();
    let used: BTreeSet<&str> = used.filter(|code| !known.contains(code)).collect();
    used.into_iter().map(str::to_owned).collect()
}
