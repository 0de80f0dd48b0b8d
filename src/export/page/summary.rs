//! The summary of the report: headline, totals, a table for each chart except the matrix, and how the numbers are
//! counted.

use super::chart_table::{legend, table};
use super::{PageKind, files};
use crate::export::html_writer::HtmlWriter;
use crate::locale::Sentence;
use crate::query::Facet;
use crate::view::{
    ChartBlock, CountingNote, EntryList, ViewContext, bar_chart, counting_note, foot, goal_chart, headline, tiles,
    year_chart,
};

/// The text of a view, which the element contains until the report has loaded, or if it cannot load.
pub fn summary(context: &ViewContext, kind: PageKind) -> String {
    let mut html = HtmlWriter::default();
    html.element("div", &[("class", "text")], |html| {
        html.new_line();
        top(html, context);
        totals(html, context);
        links(html, context, kind);
        charts(html, context);
        counting(html, context);
        license_and_date(html, context);
    });
    html.finish()
}

/// The same lines as at the top of the screen, so that nothing moves when the screen replaces them.
fn top(html: &mut HtmlWriter, context: &ViewContext) {
    let ViewContext { data, locale, .. } = context;
    let date = data.updated.as_ref().map(|updated| locale.fill(Sentence::DataOf, &[("date", &locale.date(updated))]));
    html.element("p", &[("class", "over")], |html| {
        html.text(data.title.as_deref().unwrap_or_default());
        if let Some(date) = &date {
            html.text_element("span", &[], &format!(" · {date}"));
        }
    });
    html.new_line();
    let headline = headline(context);
    html.text_element("h2", &[], &headline.text());
    html.new_line();
    html.text_element("p", &[("class", "detail")], &headline.detail);
    html.new_line();
}

fn totals(html: &mut HtmlWriter, context: &ViewContext) {
    html.element("dl", &[("class", "totals")], |html| {
        for tile in tiles(context) {
            html.element("div", &[], |html| {
                html.text_element("dt", &[], &tile.label);
                let number: Vec<&str> =
                    [&*tile.before, &*tile.number, &*tile.after].into_iter().filter(|text| !text.is_empty()).collect();
                html.text_element("dd", &[("data-total", tile.name)], &number.join(" "));
            });
            html.new_line();
        }
    });
    html.new_line();
}

/// What this text leaves out, and links to the other files.
fn links(html: &mut HtmlWriter, context: &ViewContext, kind: PageKind) {
    let locale = context.locale;
    html.text_element("p", &[], &locale.say(Sentence::TextAbout));
    html.new_line();
    if kind == PageKind::SingleFile {
        return;
    }
    let records_label = locale.count(Sentence::TextRecords, context.totals.rows.len() as u64, &[]);
    let links = [
        (files::RECORDS, records_label),
        (files::SINGLE, locale.say(Sentence::TextSingle)),
        (files::PACKAGE, locale.say(Sentence::TextPackage)),
        (files::HXL, locale.say(Sentence::TextHxl)),
        (files::DATA, locale.say(Sentence::TextJson)),
    ];
    html.element("ul", &[], |html| {
        for (file, label) in &links {
            html.element("li", &[], |html| html.text_element("a", &[("href", file)], label));
            html.new_line();
        }
    });
    html.new_line();
}

fn charts(html: &mut HtmlWriter, context: &ViewContext) {
    let years = year_chart(context).facet_chart;
    let goals = goal_chart(context);
    let chart_of = |block: ChartBlock| Some((block.facet()?, bar_chart(context, block)?));
    let countries = chart_of(ChartBlock::Country);
    let others: Vec<_> =
        [ChartBlock::Kind, ChartBlock::Audience, ChartBlock::Donor].into_iter().filter_map(chart_of).collect();
    let bar_charts = countries.iter().chain(&others).map(|(_, facet_chart)| facet_chart);
    legend(html, context, &[&years, &goals.facet_chart].into_iter().chain(bar_charts).collect::<Vec<_>>());
    table(html, context, Facet::Year, &years, &[]);
    countries.iter().for_each(|(facet, facet_chart)| table(html, context, *facet, facet_chart, &[]));
    let mut goal_notes = vec![goals.basis];
    let unseen: Vec<String> = goals.unseen.into_iter().map(|(_, name)| name).collect();
    if !unseen.is_empty() {
        goal_notes.push([context.locale.say(Sentence::GoalsUnseen), unseen.join(" · ")].join(": "));
    }
    table(html, context, Facet::Goal, &goals.facet_chart, &goal_notes);
    others.iter().for_each(|(facet, facet_chart)| table(html, context, *facet, facet_chart, &[]));
}

fn counting(html: &mut HtmlWriter, context: &ViewContext) {
    let locale = context.locale;
    let CountingNote { intro, bridge, total, lists, rules } = counting_note(context);
    html.text_element("h3", &[], &locale.say(Sentence::HowWeCount));
    html.text_element("p", &[], &intro);
    html.new_line();
    html.element("ul", &[], |html| {
        for step in &bridge {
            html.text_element("li", &[], &step.text);
            for (_, what) in &step.left_out {
                html.text_element("li", &[], &locale.fill(Sentence::BridgeLeftOut, &[("what", what)]));
            }
        }
    });
    html.text_element("p", &[], &total);
    html.new_line();
    for EntryList { title, lines } in &lists {
        html.text_element("h4", &[], title);
        html.element("ul", &[], |html| lines.iter().for_each(|line| html.text_element("li", &[], line)));
        html.new_line();
    }
    rules.iter().for_each(|rule| html.text_element("p", &[], rule));
    html.new_line();
}

fn license_and_date(html: &mut HtmlWriter, context: &ViewContext) {
    let foot = foot(context);
    html.element("p", &[("class", "note")], |html| {
        if let Some((license, address)) = &foot.license {
            html.external_link(address.as_deref(), license);
            html.text(" ");
        }
        if let Some(data) = &foot.data {
            html.isolated("span", data);
        }
    });
    html.new_line();
}
