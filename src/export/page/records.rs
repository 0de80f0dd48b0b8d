//! Every record of a view, each with its source.

use super::{Sheet, files};
use crate::export::html::Html;
use crate::locale::Key;
use crate::view::{Details, Row, Scene, details, record_code, records as sorted_records, rows};

/// The list of records in the order of the view: all facts on a page of its own, the main ones where it stands under
/// the report in the same file.
pub fn records(scene: &Scene, sheet: Sheet) -> String {
    let mut html = Html::default();
    html.element("ol", &[("class", "records")], |html| {
        html.line();
        for row in rows(scene, &sorted_records(scene)) {
            let Some(activity) = scene.data.activities.get(row.record) else { continue };
            let code = record_code(activity);
            match sheet {
                Sheet::Folder => html.element("li", &[("id", &code)], |html| {
                    let address = format!("{}#record={code}", files::REPORT);
                    html.element("h2", &[], |html| {
                        html.leaf("a", &[("href", &address), ("dir", "auto")], &row.title);
                    });
                    where_and_when(html, &row);
                    all(html, &details(scene, activity));
                }),
                Sheet::Single => html.element("li", &[], |html| {
                    html.data("b", &row.title);
                    where_and_when(html, &row);
                    main(html, scene, &row);
                }),
            }
            html.line();
        }
    });
    html.finish()
}

fn where_and_when(html: &mut Html, row: &Row) {
    let words: Vec<&str> =
        [Some(&*row.date), Some(&*row.countries).filter(|countries| !countries.is_empty()), row.tag.as_deref()]
            .into_iter()
            .flatten()
            .collect();
    html.leaf("p", &[("class", "note")], &words.join(" · "));
}

fn all(html: &mut Html, details: &Details) {
    if let Some(summary) = &details.summary {
        html.data("p", summary);
    }
    html.line();
    html.element("dl", &[], |html| {
        for fact in &details.facts {
            html.element("div", &[], |html| {
                html.leaf("dt", &[], &fact.label);
                fact.lines.iter().for_each(|line| html.data("dd", line));
            });
        }
        if let Some((name, address)) = &details.source {
            html.element("div", &[], |html| {
                html.leaf("dt", &[], &details.source_label);
                html.element("dd", &[], |html| html.away(address.as_deref(), name));
            });
        }
    });
}

fn main(html: &mut Html, scene: &Scene, row: &Row) {
    let people: Vec<&str> = row.people.iter().map(|line| line.text.as_str()).collect();
    html.element("p", &[], |html| {
        if !people.is_empty() {
            let label = scene.locale.say(Key::ColumnPeople);
            html.words(&format!("{label}: {}. ", people.join(", ")));
        }
        if let Some((name, address)) = &row.source {
            html.words(&format!("{}: ", scene.locale.say(Key::FactSource)));
            html.away(address.as_deref(), name);
        }
    });
}
