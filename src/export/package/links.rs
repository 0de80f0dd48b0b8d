//! Which rows belong together where there may be several: the countries, themes, goals, donors and partners of a record,
//! those of a project, the targets of a theme.

use super::Words;
use super::table::{Column, Holds, Table};
use crate::model::{Goal, Text};
use crate::view::Scene;

/// A row for each pair.
pub(super) fn tables(scene: &Scene, words: &Words) -> Vec<Table> {
    let data = scene.data;
    let activity = || Column::new("activity", words.field("Activity", "id")).names("activities", "id");
    let project = || Column::new("project", words.field("Project", "id")).names("projects", "id");
    let other = |name, kind: &str, field: &str| Column::new(name, words.field(kind, field));
    let goal =
        |kind: &str| other("goal", kind, "sdgs").holds(Holds::Whole(1, Goal::COUNT.into())).names("goals", "number");

    let mut tables = Vec::new();
    let mut add = |name, key, columns: Vec<Column>, rows: Vec<Vec<String>>| {
        let about = columns.get(1).map(|column| column.about.clone()).unwrap_or_default();
        tables.push(Table { name, about, columns, key, rows });
    };
    let activities = || data.activities.iter();
    let projects = || data.projects.iter();
    add(
        "activity-countries",
        &["activity", "country"],
        vec![activity(), other("country", "Activity", "countries").names("countries", "code")],
        pairs(activities().map(|one| (&one.id, one.countries.iter().map(|country| country.code().to_owned())))),
    );
    add(
        "activity-themes",
        &["activity", "theme"],
        vec![activity(), other("theme", "Activity", "themes").names("themes", "code")],
        pairs(activities().map(|one| (&one.id, one.themes.iter().map(Text::to_string)))),
    );
    add(
        "activity-goals",
        &["activity", "goal"],
        vec![activity(), goal("Activity")],
        pairs(activities().map(|one| (&one.id, one.sdgs.iter().map(|goal| goal.number().to_string())))),
    );
    add(
        "activity-donors",
        &["activity", "donor"],
        vec![activity(), other("donor", "Activity", "donors").names("donors", "id")],
        pairs(activities().map(|one| (&one.id, one.donors.iter().map(Text::to_string)))),
    );
    add(
        "activity-partners",
        &["activity", "partner"],
        vec![activity(), other("partner", "Activity", "partners").names("partners", "name")],
        pairs(activities().map(|one| (&one.id, one.partners.iter().map(Text::to_string)))),
    );
    add(
        "project-goals",
        &["project", "goal"],
        vec![project(), goal("Project")],
        pairs(projects().map(|one| (&one.id, one.sdgs.iter().map(|goal| goal.number().to_string())))),
    );
    add(
        "project-donors",
        &["project", "donor"],
        vec![project(), other("donor", "Project", "donors").names("donors", "id")],
        pairs(projects().map(|one| (&one.id, one.donors.iter().map(Text::to_string)))),
    );
    add(
        "project-partners",
        &["project", "partner"],
        vec![project(), other("partner", "Project", "partners").names("partners", "name")],
        pairs(projects().map(|one| (&one.id, one.partners.iter().map(Text::to_string)))),
    );
    add(
        "theme-targets",
        &["theme", "target"],
        vec![
            Column::new("theme", words.field("Theme", "code")).names("themes", "code"),
            other("target", "Theme", "sdg_targets"),
        ],
        pairs(data.themes.iter().map(|one| (&one.code, one.sdg_targets.iter().map(Text::to_string)))),
    );
    tables
}

/// A row for each value of each list, each pair once.
fn pairs<'a, I: Iterator<Item = String>>(lists: impl Iterator<Item = (&'a Text, I)>) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (id, values) in lists {
        let begin = rows.len();
        for value in values {
            let row = vec![id.to_string(), value];
            if !rows.iter().skip(begin).any(|known| *known == row) {
                rows.push(row);
            }
        }
    }
    rows
}
