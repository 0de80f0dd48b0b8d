//! The tables to which foreign keys of other tables refer: organisations, donors, partners, projects, themes, places,
//! and the names of codes.

use std::collections::BTreeSet;

use super::cells::{date, list, optional_text};
use super::column_descriptions::ColumnDescriptions;
use super::table::{CellType, Column, Table};
use crate::model::{Activity, Goal, Text};
use crate::query::{Facet, FacetValue};
use crate::view::ViewContext;

/// All lookup tables.
pub(super) fn tables(context: &ViewContext, descriptions: &ColumnDescriptions) -> Vec<Table> {
    let activities = || context.data.activities.iter();
    let countries = activities().flat_map(|activity| &activity.countries).map(|country| country.code());
    let audiences = activities().flat_map(|activity| &activity.reach).filter_map(|entry| entry.audience.as_deref());
    let kinds = activities().filter_map(|activity| activity.kind.as_deref());
    vec![
        organisations(context, descriptions),
        donors(context, descriptions),
        projects(context, descriptions),
        partners(context, descriptions),
        themes(context, descriptions),
        places(context, descriptions),
        code_table(
            context,
            descriptions,
            ("countries", descriptions.field("Activity", "countries")),
            Facet::Country,
            undefined_codes(countries, none_defined()),
        ),
        code_table(
            context,
            descriptions,
            ("kinds", descriptions.field("Activity", "kind")),
            Facet::Kind,
            undefined_codes(kinds, none_defined()),
        ),
        code_table(
            context,
            descriptions,
            ("audiences", descriptions.field("Reach", "audience")),
            Facet::Audience,
            undefined_codes(audiences, none_defined()),
        ),
        goals(context, descriptions),
    ]
}

fn none_defined<'a>() -> impl Iterator<Item = &'a str> {
    std::iter::empty()
}

/// Codes with their names.
fn code_table(
    context: &ViewContext,
    descriptions: &ColumnDescriptions,
    (name, description): (&'static str, String),
    facet: Facet,
    codes: Vec<String>,
) -> Table {
    let columns = vec![
        Column::new("code", descriptions.field("Theme", "code")),
        Column::new("name", descriptions.field("Theme", "name")),
    ];
    let name_of = |code: &String| context.locale.value(context.data, facet, &FacetValue::Code(code.as_str().into()));
    let rows = codes.iter().map(|code| vec![code.clone(), name_of(code)]).collect();
    Table { name, description, columns, key: &["code"], rows }
}

fn goals(context: &ViewContext, descriptions: &ColumnDescriptions) -> Table {
    let columns = vec![
        Column::new("number", descriptions.at_pointer("/$defs/Goal"))
            .cell_type(CellType::Integer(1, Goal::COUNT.into())),
        Column::new("name", descriptions.field("Theme", "name")),
    ];
    let rows = Goal::all().map(|goal| vec![goal.number().to_string(), context.locale.goal(goal.number().into())]);
    Table {
        name: "goals",
        description: descriptions.at_pointer("/$defs/Goal"),
        columns,
        key: &["number"],
        rows: rows.collect(),
    }
}

fn organisations(context: &ViewContext, descriptions: &ColumnDescriptions) -> Table {
    let data = context.data;
    let column = |name| Column::new(name, descriptions.field("Organisation", name));
    let used = data.activities.iter().filter_map(|activity| activity.organisation.as_deref());
    let used = used.chain(data.projects.iter().filter_map(|project| project.organisation.as_deref()));
    let mut rows: Vec<Vec<String>> =
        data.organisations.iter().map(|entry| vec![entry.code.to_string(), optional_text(&entry.name)]).collect();
    let undefined = undefined_codes(used, data.organisations.iter().map(|entry| &*entry.code));
    rows.extend(undefined.into_iter().map(|code| vec![code, String::new()]));
    Table {
        name: "organisations",
        description: descriptions.table("organisations"),
        columns: vec![column("code"), column("name")],
        key: &["code"],
        rows,
    }
}

fn donors(context: &ViewContext, descriptions: &ColumnDescriptions) -> Table {
    let data = context.data;
    let column = |name| Column::new(name, descriptions.field("Donor", name));
    let row = |entry: &crate::model::Donor| {
        vec![
            entry.id.to_string(),
            optional_text(&entry.name),
            optional_text(&entry.donor_country),
            list(&entry.aliases),
        ]
    };
    let mut rows: Vec<Vec<String>> = data.donors.iter().map(row).collect();
    let used = texts(data.activities.iter().map(|activity| &activity.donors));
    let used = used.chain(texts(data.projects.iter().map(|project| &project.donors)));
    let undefined = undefined_codes(used, data.donors.iter().map(|entry| &*entry.id));
    rows.extend(undefined.into_iter().map(|code| vec![code, String::new(), String::new(), String::new()]));
    let columns =
        vec![column("id"), column("name"), column("donor_country"), column("aliases").cell_type(CellType::List)];
    Table { name: "donors", description: descriptions.table("donors"), columns, key: &["id"], rows }
}

fn projects(context: &ViewContext, descriptions: &ColumnDescriptions) -> Table {
    let column = |name| Column::new(name, descriptions.field("Project", name));
    let columns = vec![
        column("id"),
        column("name"),
        column("acronym"),
        column("organisation").foreign_key("organisations", "code"),
        column("sdgs_source"),
        column("period"),
        column("source"),
        column("note"),
    ];
    let rows = context.data.projects.iter().map(|entry| {
        vec![
            entry.id.to_string(),
            optional_text(&entry.name),
            optional_text(&entry.acronym),
            optional_text(&entry.organisation),
            optional_text(&entry.sdgs_source),
            date(&entry.period),
            optional_text(&entry.source),
            optional_text(&entry.note),
        ]
    });
    Table { name: "projects", description: descriptions.table("projects"), columns, key: &["id"], rows: rows.collect() }
}

fn partners(context: &ViewContext, descriptions: &ColumnDescriptions) -> Table {
    let data = context.data;
    let column = |name| Column::new(name, descriptions.field("Partner", name));
    let row = |entry: &crate::model::Partner| {
        vec![entry.name.to_string(), optional_text(&entry.country), list(&entry.aliases)]
    };
    let mut rows: Vec<Vec<String>> = data.partners.iter().map(row).collect();
    let used = texts(data.activities.iter().map(|activity| &activity.partners));
    let used = used.chain(texts(data.projects.iter().map(|project| &project.partners)));
    let undefined = undefined_codes(used, data.partners.iter().map(|entry| &*entry.name));
    rows.extend(undefined.into_iter().map(|name| vec![name, String::new(), String::new()]));
    let columns = vec![column("name"), column("country"), column("aliases").cell_type(CellType::List)];
    Table { name: "partners", description: descriptions.table("partners"), columns, key: &["name"], rows }
}

fn themes(context: &ViewContext, descriptions: &ColumnDescriptions) -> Table {
    let data = context.data;
    let column = |name| Column::new(name, descriptions.field("Theme", name));
    let row = |entry: &crate::model::Theme| {
        vec![entry.code.to_string(), optional_text(&entry.name), optional_text(&entry.sdg_source)]
    };
    let mut rows: Vec<Vec<String>> = data.themes.iter().map(row).collect();
    let used = texts(data.activities.iter().map(|activity: &Activity| &activity.themes));
    let undefined = undefined_codes(used, data.themes.iter().map(|entry| &*entry.code));
    rows.extend(undefined.into_iter().map(|code| vec![code, String::new(), String::new()]));
    let columns = vec![column("code"), column("name"), column("sdg_source")];
    Table { name: "themes", description: descriptions.table("themes"), columns, key: &["code"], rows }
}

fn places(context: &ViewContext, descriptions: &ColumnDescriptions) -> Table {
    let column = |name| Column::new(name, descriptions.field("Place", name));
    let rows = context.data.places.iter().map(|entry| vec![entry.name.to_string(), list(&entry.aliases)]);
    let columns = vec![column("name"), column("aliases").cell_type(CellType::List)];
    Table { name: "places", description: descriptions.table("places"), columns, key: &["name"], rows: rows.collect() }
}

fn texts<'a>(lists: impl Iterator<Item = &'a Vec<Text>>) -> impl Iterator<Item = &'a str> {
    lists.flatten().map(|text| &**text)
}

/// The codes in `used` that have no row in a table of the data. They get a row, so that every foreign key refers to an
/// existing row.
fn undefined_codes<'a>(used: impl Iterator<Item = &'a str>, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let known: BTreeSet<&str> = known.collect();
    let used: BTreeSet<&str> = used.filter(|code| !known.contains(code)).collect();
    used.into_iter().map(str::to_owned).collect()
}
