//! The records, and the groups of people that they count.

use super::cells::{date, list, number, optional_text};
use super::column_descriptions::ColumnDescriptions;
use super::table::{CellType, Column, Table};
use crate::locale::Sentence;
use crate::model::{Activity, Bound, Count, Mode, Reach, Scope, Status};
use crate::query::WomenAndMen;
use crate::view::ViewContext;

/// The words of the column that says what became of women and men.
const PARTS: &[&str] = &["given", "withheld"];

/// A row for each record.
pub(super) fn activities(context: &ViewContext, words: &ColumnDescriptions) -> Table {
    let of = |name| Column::new(name, words.field("Activity", name));
    let source = |name, field: &str| Column::new(name, words.field("Source", field));
    let columns = vec![
        of("id"),
        of("title"),
        of("summary"),
        of("organisation").foreign_key("organisations", "code"),
        of("places").cell_type(CellType::List),
        of("date"),
        of("published"),
        of("kind").foreign_key("kinds", "code"),
        of("sessions").cell_type(CellType::Whole(0, Count::MAX)),
        of("scope").cell_type(CellType::Word(Scope::CODES)),
        of("project").foreign_key("projects", "id"),
        of("overlap"),
        of("seed"),
        of("doubts").cell_type(CellType::List),
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
    Table { name: "activities", description: words.table("activities"), columns, key: &["id"], rows: rows.collect() }
}

/// A row for each group of people that a record counts.
pub(super) fn reach(context: &ViewContext, words: &ColumnDescriptions) -> Table {
    let of = |name| Column::new(name, words.field("Reach", name));
    let whole = CellType::Whole(0, Count::MAX);
    let columns = vec![
        Column::new("activity", words.field("Activity", "id")).foreign_key("activities", "id"),
        Column::new("entry", words.say(Sentence::TableEntry)).cell_type(CellType::Whole(1, Count::MAX)),
        of("audience").foreign_key("audiences", "code"),
        of("note"),
        of("count").cell_type(whole.clone()),
        of("bound").cell_type(CellType::Word(Bound::CODES)),
        of("magnitude").cell_type(CellType::Word(&crate::model::MAGNITUDES)),
        of("status").cell_type(CellType::Word(Status::CODES)),
        of("mode").cell_type(CellType::Word(Mode::CODES)),
        of("women").cell_type(whole.clone()),
        of("men").cell_type(whole),
        Column::new("parts", words.say(Sentence::TableWomenAndMen)).cell_type(CellType::Word(PARTS)),
    ];
    let entries = |activity: &Activity| {
        let rows = activity.reach.iter().enumerate().map(|(at, entry)| row(context, activity, entry, at));
        rows.collect::<Vec<_>>()
    };
    let rows = context.data.activities.iter().flat_map(entries).collect();
    Table { name: "reach", description: words.field("Activity", "reach"), columns, key: &["activity", "entry"], rows }
}

fn row(context: &ViewContext, activity: &Activity, entry: &Reach, at: usize) -> Vec<String> {
    let (parts, women, men) = match WomenAndMen::of(entry, activity, context.selection) {
        WomenAndMen::Empty => ("", None, None),
        WomenAndMen::Withheld => ("withheld", None, None),
        WomenAndMen::Given { women, men } => ("given", women, men),
    };
    vec![
        activity.id.to_string(),
        (at + 1).to_string(),
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
