//! The start of the report: headline, totals, a table for each chart but the matrix, and how the numbers come
//! about.

use super::chart_table::{legend, table};
use super::{PageKind, files};
use crate::export::html_writer::HtmlWriter;
use crate::locale::Sentence;
use crate::query::Facet;
use crate::view::{
    ChartBlock, CountingNote, ViewContext, bar_chart, counting_note, foot, goal_chart, headline, tiles, year_chart,
};

/// The text of a view, to stand inside the element until the report is there, or instead of it.
pub fn summary(context: &ViewContext, kind: PageKind) -> String {
    let mut html = HtmlWriter::default();
    html.element("div", &[("class", "text")], |html| {
        html.new_line();
        top(html, context);
        totals(html, context);
        ways(html, context, kind);
        charts(html, context);
        counting(html, context);
        terms(html, context);
    });
    html.finish()
}

/// The same lines as at the top of the screen, so that nothing moves when the screen takes their place.
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

/// What else there is to read, and what this page cannot do.
fn ways(html: &mut HtmlWriter, context: &ViewContext, kind: PageKind) {
    let locale = context.locale;
    html.text_element("p", &[], &locale.say(Sentence::TextAbout));
    html.new_line();
    if kind == PageKind::SingleFile {
        return;
    }
    let all = locale.count(Sentence::TextRecords, context.totals.records.len() as u64, &[]);
    let ways = [
        (files::RECORDS, all),
        (files::SINGLE, locale.say(Sentence::TextSingle)),
        (files::PACKAGE, locale.say(Sentence::TextPackage)),
        (files::HXL, locale.say(Sentence::TextHxl)),
        (files::DATA, locale.say(Sentence::TextJson)),
    ];
    html.element("ul", &[], |html| {
        for (file, words) in &ways {
            html.element("li", &[], |html| html.text_element("a", &[("href", file)], words));
            html.new_line();
        }
    });
    html.new_line();
}

fn charts(html: &mut HtmlWriter, context: &ViewContext) {
    let years = year_chart(context).marks;
    let goals = goal_chart(context);
    let of = |block: ChartBlock| Some((block.facet()?, bar_chart(context, block)?));
    let countries = of(ChartBlock::Country);
    let others: Vec<_> =
        [ChartBlock::Kind, ChartBlock::Audience, ChartBlock::Donor].into_iter().filter_map(of).collect();
    let all = countries.iter().chain(&others).map(|(_, marks)| marks);
    legend(html, context, &[&years, &goals.marks].into_iter().chain(all).collect::<Vec<_>>());
    table(html, context, Facet::Year, &years, &[]);
    countries.iter().for_each(|(facet, marks)| table(html, context, *facet, marks, &[]));
    let mut words = vec![goals.basis];
    let unseen: Vec<String> = goals.unseen.into_iter().map(|(_, name)| name).collect();
    if !unseen.is_empty() {
        words.push([context.locale.say(Sentence::GoalsUnseen), unseen.join(" · ")].join(": "));
    }
    table(html, context, Facet::Goal, &goals.marks, &words);
    others.iter().for_each(|(facet, marks)| table(html, context, *facet, marks, &[]));
}

fn counting(html: &mut HtmlWriter, context: &ViewContext) {
    let locale = context.locale;
    let CountingNote { intro, total, counted, left_out, rules } = counting_note(context);
    html.text_element("h3", &[], &locale.say(Sentence::HowWeCount));
    html.text_element("p", &[], &[intro, total].join(" "));
    html.new_line();
    for (title, lines) in [(Sentence::Counted, counted), (Sentence::LeftOut, left_out)] {
        if lines.is_empty() {
            continue;
        }
        html.text_element("h4", &[], &locale.say(title));
        html.element("ul", &[], |html| lines.iter().for_each(|line| html.text_element("li", &[], line)));
        html.new_line();
    }
    rules.iter().for_each(|rule| html.text_element("p", &[], rule));
    html.new_line();
}

fn terms(html: &mut HtmlWriter, context: &ViewContext) {
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
