//! The records, and the groups of people that they count.

use super::Words;
use super::table::{Column, Holds, Table};
use crate::export::cells::join;
use crate::locale::Key;
use crate::model::{Activity, Bound, Count, EdtfDate, Mode, Reach, Scope, Status, Text};
use crate::query::WomenAndMen;
use crate::view::Scene;

/// The words of the column that says what became of women and men.
const PARTS: &[&str] = &["given", "withheld"];

/// A row for each record.
pub(super) fn activities(scene: &Scene, words: &Words) -> Table {
    let of = |name| Column::new(name, words.field("Activity", name));
    let source = |name, field: &str| Column::new(name, words.field("Source", field));
    let columns = vec![
        of("id"),
        of("title"),
        of("summary"),
        of("organisation").names("organisations", "code"),
        of("places").holds(Holds::List),
        of("date"),
        of("published"),
        of("kind").names("kinds", "code"),
        of("sessions").holds(Holds::Whole(0, Count::MAX)),
        of("scope").holds(Holds::Word(Scope::CODES)),
        of("project").names("projects", "id"),
        of("overlap"),
        of("seed"),
        of("doubts").holds(Holds::List),
        source("source_title", "title"),
        source("source_publisher", "publisher"),
        source("source_url", "url"),
    ];
    let rows = scene.data.activities.iter().map(|activity| {
        let source = activity.source.clone().unwrap_or_default();
        vec![
            activity.id.to_string(),
            activity.title.to_string(),
            maybe(&activity.summary),
            maybe(&activity.organisation),
            list(&activity.places),
            date(&activity.date),
            date(&activity.published),
            maybe(&activity.kind),
            number(activity.sessions.map(Count::get)),
            activity.scope.code().to_owned(),
            maybe(&activity.project),
            maybe(&activity.overlap),
            maybe(&activity.seed),
            list(&activity.doubts),
            maybe(&source.title),
            maybe(&source.publisher),
            maybe(&source.url),
        ]
    });
    Table { name: "activities", about: words.table("activities"), columns, key: &["id"], rows: rows.collect() }
}

/// A row for each group of people that a record counts.
pub(super) fn reach(scene: &Scene, words: &Words) -> Table {
    let of = |name| Column::new(name, words.field("Reach", name));
    let whole = Holds::Whole(0, Count::MAX);
    let columns = vec![
        Column::new("activity", words.field("Activity", "id")).names("activities", "id"),
        Column::new("entry", words.say(Key::TableEntry)).holds(Holds::Whole(1, Count::MAX)),
        of("audience").names("audiences", "code"),
        of("note"),
        of("count").holds(whole.clone()),
        of("bound").holds(Holds::Word(Bound::CODES)),
        of("magnitude").holds(Holds::Word(&crate::model::MAGNITUDES)),
        of("status").holds(Holds::Word(Status::CODES)),
        of("mode").holds(Holds::Word(Mode::CODES)),
        of("women").holds(whole.clone()),
        of("men").holds(whole),
        Column::new("parts", words.say(Key::TableParts)).holds(Holds::Word(PARTS)),
    ];
    let entries = |activity: &Activity| {
        let rows = activity.reach.iter().enumerate().map(|(at, entry)| row(scene, activity, entry, at));
        rows.collect::<Vec<_>>()
    };
    let rows = scene.data.activities.iter().flat_map(entries).collect();
    Table { name: "reach", about: words.field("Activity", "reach"), columns, key: &["activity", "entry"], rows }
}

fn row(scene: &Scene, activity: &Activity, entry: &Reach, at: usize) -> Vec<String> {
    let (parts, women, men) = match WomenAndMen::of(entry, activity, scene.selection) {
        WomenAndMen::Empty => ("", None, None),
        WomenAndMen::Withheld => ("withheld", None, None),
        WomenAndMen::Given { women, men } => ("given", women, men),
    };
    vec![
        activity.id.to_string(),
        (at + 1).to_string(),
        maybe(&entry.audience),
        maybe(&entry.note),
        number(entry.count.map(Count::get)),
        entry.bound.as_ref().map_or("", Bound::code).to_owned(),
        maybe(&entry.magnitude),
        entry.status.as_ref().map_or("", Status::code).to_owned(),
        entry.mode.as_ref().map_or("", Mode::code).to_owned(),
        number(women),
        number(men),
        parts.to_owned(),
    ]
}

/// A text that may be missing.
pub(super) fn maybe(text: &Option<Text>) -> String {
    text.as_ref().map(Text::to_string).unwrap_or_default()
}

/// Several texts in one cell.
pub(super) fn list(texts: &[Text]) -> String {
    join(texts.iter().map(Text::to_string))
}

/// A date as it was written.
pub(super) fn date(when: &Option<EdtfDate>) -> String {
    when.as_ref().map(|when| when.text().to_string()).unwrap_or_default()
}

/// A number that may be missing.
pub(super) fn number(n: Option<u64>) -> String {
    n.map(|n| n.to_string()).unwrap_or_default()
}
