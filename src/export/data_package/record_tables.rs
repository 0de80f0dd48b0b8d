//! The tables of records and of their reach entries.

use super::cells::{date, list, number, optional_text};
use super::column_descriptions::ColumnDescriptions;
use super::table::{CellType, Column, Table};
use crate::locale::Sentence;
use crate::model::{Activity, Bound, Count, Mode, Reach, Scope, Status};
use crate::query::WomenAndMen;
use crate::view::ViewContext;

/// The values of the column `parts`, which says whether the numbers of women and men are given.
const WOMEN_AND_MEN_CODES: &[&str] = &["given", "withheld"];

/// The table of records.
pub(super) fn activities(context: &ViewContext, descriptions: &ColumnDescriptions) -> Table {
    let column = |name| Column::new(name, descriptions.field("Activity", name));
    let source = |name, field: &str| Column::new(name, descriptions.field("Source", field));
    let columns = vec![
        column("id"),
        column("title"),
        column("summary"),
        column("organisation").foreign_key("organisations", "code"),
        column("places").cell_type(CellType::List),
        column("date"),
        column("published"),
        column("kind").foreign_key("kinds", "code"),
        column("sessions").cell_type(CellType::Integer(0, Count::MAX)),
        column("scope").cell_type(CellType::Word(Scope::CODES)),
        column("project").foreign_key("projects", "id"),
        column("overlap"),
        column("seed"),
        column("doubts").cell_type(CellType::List),
        source("source_title", "title"),
        source("source_publisher", "publisher"),
        source("source_url", "url"),
    ];
    let rows = context.data.activities.iter().map(|activity| {
        let source = activity.source.clone().unwrap_or_default();
        vec![
            activity.id.to_string(),
            activity.title.to_string(),
            optional_text(&activity.summary),
            optional_text(&activity.organisation),
            list(&activity.places),
            date(&activity.date),
            date(&activity.published),
            optional_text(&activity.kind),
            number(activity.sessions.map(Count::get)),
            activity.scope.code().to_owned(),
            optional_text(&activity.project),
            optional_text(&activity.overlap),
            optional_text(&activity.seed),
            list(&activity.doubts),
            optional_text(&source.title),
            optional_text(&source.publisher),
            optional_text(&source.url),
        ]
    });
    Table {
        name: "activities",
        description: descriptions.table("activities"),
        columns,
        key: &["id"],
        rows: rows.collect(),
    }
}

/// A row for each reach entry of each record.
pub(super) fn reach(context: &ViewContext, descriptions: &ColumnDescriptions) -> Table {
    let column = |name| Column::new(name, descriptions.field("Reach", name));
    let whole = CellType::Integer(0, Count::MAX);
    let columns = vec![
        Column::new("activity", descriptions.field("Activity", "id")).foreign_key("activities", "id"),
        Column::new("entry", descriptions.say(Sentence::TableEntry)).cell_type(CellType::Integer(1, Count::MAX)),
        column("audience").foreign_key("audiences", "code"),
        column("note"),
        column("count").cell_type(whole.clone()),
        column("bound").cell_type(CellType::Word(Bound::CODES)),
        column("magnitude").cell_type(CellType::Word(&crate::model::MAGNITUDES)),
        column("status").cell_type(CellType::Word(Status::CODES)),
        column("mode").cell_type(CellType::Word(Mode::CODES)),
        column("women").cell_type(whole.clone()),
        column("men").cell_type(whole),
        Column::new("parts", descriptions.say(Sentence::TableWomenAndMen))
            .cell_type(CellType::Word(WOMEN_AND_MEN_CODES)),
    ];
    let entries = |activity: &Activity| {
        let rows = activity.reach.iter().enumerate().map(|(index, entry)| reach_row(context, activity, entry, index));
        rows.collect::<Vec<_>>()
    };
    let rows = context.data.activities.iter().flat_map(entries).collect();
    Table {
        name: "reach",
        description: descriptions.field("Activity", "reach"),
        columns,
        key: &["activity", "entry"],
        rows,
    }
}

fn reach_row(context: &ViewContext, activity: &Activity, entry: &Reach, index: usize) -> Vec<String> {
    let (parts, women, men) = match WomenAndMen::of(entry, activity, context.selection) {
        WomenAndMen::Empty => ("", None, None),
        WomenAndMen::Withheld => ("withheld", None, None),
        WomenAndMen::Given { women, men } => ("given", women, men),
    };
    vec![
        activity.id.to_string(),
        (index + 1).to_string(),
        optional_text(&entry.audience),
        optional_text(&entry.note),
        number(entry.count.map(Count::get)),
        entry.bound.as_ref().map_or("", Bound::code).to_owned(),
        optional_text(&entry.magnitude),
        entry.status.as_ref().map_or("", Status::code).to_owned(),
        entry.mode.as_ref().map_or("", Mode::code).to_owned(),
        number(women),
        number(men),
        parts.to_owned(),
    ]
}
