//! Join tables for lists: the countries, themes, goals, donors and partners of a record, the goals, donors and partners
//! of a project, the targets of a theme.

use super::column_descriptions::ColumnDescriptions;
use super::table::{CellType, Column, Table};
use crate::model::{Goal, Text};
use crate::view::ViewContext;

/// The join tables, each with a row for each pair.
pub(super) fn tables(context: &ViewContext, descriptions: &ColumnDescriptions) -> Vec<Table> {
    let data = context.data;
    let activity = || Column::new("activity", descriptions.field("Activity", "id")).foreign_key("activities", "id");
    let project = || Column::new("project", descriptions.field("Project", "id")).foreign_key("projects", "id");
    let other = |name, record_type: &str, field: &str| Column::new(name, descriptions.field(record_type, field));
    let goal = |record_type: &str| {
        other("goal", record_type, "sdgs")
            .cell_type(CellType::Integer(1, Goal::COUNT.into()))
            .foreign_key("goals", "number")
    };

    let mut tables = Vec::new();
    let mut add = |name, key, columns: Vec<Column>, rows: Vec<Vec<String>>| {
        let description = columns.get(1).map(|column| column.description.clone()).unwrap_or_default();
        tables.push(Table { name, description, columns, key, rows });
    };
    let activities = || data.activities.iter();
    let projects = || data.projects.iter();
    add(
        "activity-countries",
        &["activity", "country"],
        vec![activity(), other("country", "Activity", "countries").foreign_key("countries", "code")],
        pairs(
            activities().map(|record| (&record.id, record.countries.iter().map(|country| country.code().to_owned()))),
        ),
    );
    add(
        "activity-themes",
        &["activity", "theme"],
        vec![activity(), other("theme", "Activity", "themes").foreign_key("themes", "code")],
        pairs(activities().map(|record| (&record.id, record.themes.iter().map(Text::to_string)))),
    );
    add(
        "activity-goals",
        &["activity", "goal"],
        vec![activity(), goal("Activity")],
        pairs(activities().map(|record| (&record.id, record.sdgs.iter().map(|goal| goal.number().to_string())))),
    );
    add(
        "activity-donors",
        &["activity", "donor"],
        vec![activity(), other("donor", "Activity", "donors").foreign_key("donors", "id")],
        pairs(activities().map(|record| (&record.id, record.donors.iter().map(Text::to_string)))),
    );
    add(
        "activity-partners",
        &["activity", "partner"],
        vec![activity(), other("partner", "Activity", "partners").foreign_key("partners", "name")],
        pairs(activities().map(|record| (&record.id, record.partners.iter().map(Text::to_string)))),
    );
    add(
        "project-goals",
        &["project", "goal"],
        vec![project(), goal("Project")],
        pairs(projects().map(|record| (&record.id, record.sdgs.iter().map(|goal| goal.number().to_string())))),
    );
    add(
        "project-donors",
        &["project", "donor"],
        vec![project(), other("donor", "Project", "donors").foreign_key("donors", "id")],
        pairs(projects().map(|record| (&record.id, record.donors.iter().map(Text::to_string)))),
    );
    add(
        "project-partners",
        &["project", "partner"],
        vec![project(), other("partner", "Project", "partners").foreign_key("partners", "name")],
        pairs(projects().map(|record| (&record.id, record.partners.iter().map(Text::to_string)))),
    );
    add(
        "theme-targets",
        &["theme", "target"],
        vec![
            Column::new("theme", descriptions.field("Theme", "code")).foreign_key("themes", "code"),
            other("target", "Theme", "sdg_targets"),
        ],
        pairs(data.themes.iter().map(|record| (&record.code, record.sdg_targets.iter().map(Text::to_string)))),
    );
    tables
}

/// A row for each value of each list, each pair once.
fn pairs<'a, I: Iterator<Item = String>>(lists: impl Iterator<Item = (&'a Text, I)>) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (id, values) in lists {
        let first_of_list = rows.len();
        for value in values {
            let row = vec![id.to_string(), value];
            if !rows.iter().skip(first_of_list).any(|known| *known == row) {
                rows.push(row);
            }
        }
    }
    rows
}
