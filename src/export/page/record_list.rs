//! The list of all records of a view, each with its source.

use super::{PageKind, files};
use crate::export::html_writer::HtmlWriter;
use crate::locale::Sentence;
use crate::view::{RecordDetails, TableRow, ViewContext, record_details, record_link_code, sorted_rows, table_rows};

/// The list of records in the order of the view: with all facts on a separate page, with the main ones in a single-file
/// page, where it is below the report.
pub fn record_list(context: &ViewContext, kind: PageKind) -> String {
    let mut html = HtmlWriter::default();
    html.element("ol", &[("class", "records")], |html| {
        html.new_line();
        for row in table_rows(context, &sorted_rows(context)) {
            let Some(activity) = context.data.activities.get(row.row) else { continue };
            let code = record_link_code(activity);
            match kind {
                PageKind::Folder => html.element("li", &[("id", &code)], |html| {
                    let address = format!("{}#record={code}", files::REPORT);
                    html.element("h2", &[], |html| {
                        html.text_element("a", &[("href", &address), ("dir", "auto")], &row.title);
                    });
                    html.text_element("div", &[("class", "people")], &people(context, &row));
                    date_and_countries(html, &row);
                    all_facts(html, &record_details(context, activity));
                }),
                PageKind::SingleFile => html.element("li", &[], |html| {
                    html.isolated("b", &row.title);
                    date_and_countries(html, &row);
                    main_facts(html, context, &row);
                }),
            }
            html.new_line();
        }
    });
    html.finish()
}

fn date_and_countries(html: &mut HtmlWriter, row: &TableRow) {
    let texts: Vec<&str> =
        [Some(&*row.date), Some(&*row.countries).filter(|countries| !countries.is_empty()), row.tag.as_deref()]
            .into_iter()
            .flatten()
            .collect();
    html.text_element("p", &[("class", "note")], &texts.join(" · "));
}

fn all_facts(html: &mut HtmlWriter, details: &RecordDetails) {
    if let Some(summary) = &details.summary {
        html.isolated("p", summary);
    }
    html.new_line();
    html.element("dl", &[], |html| {
        for fact in &details.facts {
            html.element("div", &[], |html| {
                html.text_element("dt", &[], &fact.label);
                fact.lines.iter().for_each(|line| html.isolated("dd", line));
            });
        }
        if let Some((name, address)) = &details.source {
            html.element("div", &[], |html| {
                html.text_element("dt", &[], &details.source_label);
                html.element("dd", &[], |html| html.external_link(address.as_deref(), name));
            });
        }
    });
}

fn main_facts(html: &mut HtmlWriter, context: &ViewContext, row: &TableRow) {
    html.element("p", &[], |html| {
        html.text(&format!("{}. ", people(context, row)));
        if let Some((name, address)) = &row.source {
            html.text(&format!("{}: ", context.locale.say(Sentence::FactSource)));
            html.external_link(address.as_deref(), name);
        }
    });
}

/// The numbers of people in words.
fn people(context: &ViewContext, row: &TableRow) -> String {
    let people: Vec<&str> = row.people.iter().map(|line| line.spoken.as_str()).collect();
    format!("{}: {}", context.locale.say(Sentence::ColumnPeople), people.join(", "))
}
