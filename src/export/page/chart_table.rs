//! A chart as a table: a row for each value, with its bar, its number in words, its activities and its plans.

use super::bar_svg::{bar, chart_svg};
use crate::charts::{Chart, MarkRect, Orientation, Shapes};
use crate::export::html_writer::HtmlWriter;
use crate::export::picture::mark_sample;
use crate::locale::Sentence;
use crate::query::{Facet, Qualifier};
use crate::view::{ChartBlock, FacetChart, MarkStyle, ViewContext};

/// The table of a chart. `notes` are further sentences about it.
pub(super) fn table(
    html: &mut HtmlWriter,
    context: &ViewContext,
    facet: Facet,
    facet_chart: &FacetChart,
    notes: &[String],
) {
    let locale = context.locale;
    // Always bars, also for charts that are columns on the screen: a row has space for words at any width.
    let chart = Chart { orientation: Orientation::Bars, grid_lines: false, ..facet_chart.chart.clone() };
    let planned = |row: &crate::view::MarkTexts| {
        let facet_row = context.totals.facet_row(facet, &row.value)?;
        (facet_row.planned.qualifier != Qualifier::None).then(|| locale.tally(&facet_row.planned))
    };
    html.element("table", &[("class", facet_chart.block.code())], |html| {
        html.element("caption", &[], |html| {
            html.text_element("h3", &[], &facet_chart.title);
            html.text(" ");
            html.text(&facet_chart.subtitle);
        });
        html.element("thead", &[], |html| {
            html.element("tr", &[], |html| {
                let heads = [
                    locale.facet(facet),
                    locale.say(Sentence::MeasurePeople),
                    locale.say(Sentence::MeasureActivities),
                    locale.say(Sentence::TextPlanned),
                ];
                heads.iter().for_each(|head| html.text_element("th", &[("scope", "col")], head));
            });
        });
        html.new_line();
        html.element("tbody", &[], |html| {
            for (row, mark) in facet_chart.mark_texts.iter().zip(&chart.marks) {
                html.element("tr", &[], |html| {
                    let label = match row.value.number().filter(|_| facet_chart.block == ChartBlock::Goal) {
                        Some(number) => format!("{number} {}", row.label),
                        None => row.label.clone(),
                    };
                    html.text_element("th", &[("scope", "row")], &label);
                    html.element("td", &[], |html| {
                        bar(html, &chart, mark);
                        html.text(&row.number);
                    });
                    html.text_element("td", &[], &row.activities);
                    html.text_element("td", &[], &planned(row).unwrap_or_default());
                });
                html.new_line();
            }
        });
    });
    html.new_line();
    for note in facet_chart.note.iter().chain(notes) {
        html.text_element("p", &[("class", "note")], note);
        html.new_line();
    }
}

/// The legend: each mark style of the bars with a sample and its meaning.
pub(super) fn legend(html: &mut HtmlWriter, context: &ViewContext, charts: &[&FacetChart]) {
    let entry_of =
        |style: &MarkStyle| charts.iter().flat_map(|facet_chart| &facet_chart.legend).find(|(known, _)| known == style);
    // Here words stand in place of a missing number, not the sign.
    let styles = MarkStyle::ALL.iter().filter(|style| **style != MarkStyle::NoNumber);
    let styles: Vec<_> = styles.filter_map(entry_of).collect();
    if styles.is_empty() {
        return;
    }
    html.element("p", &[("class", "note")], |html| {
        html.text(&context.locale.say(Sentence::TextBars));
        for (style, meaning) in styles {
            let sample = mark_sample(*style, Orientation::Bars, meaning.clone());
            html.text(" ");
            if let Shapes::Marks(chart) = &sample.shapes {
                // Half of the width of an outline is outside of the shape.
                let rect = MarkRect { x: sample.rect.x + 1.0, y: sample.rect.y + 1.0, ..sample.rect };
                let size = (sample.width.ceil() as u32 + 2, (rect.y + rect.height).ceil() as u32 + 1);
                chart_svg(html, chart, rect, size);
                html.text(" ");
            }
            html.text(meaning);
            html.text(".");
        }
    });
    html.new_line();
}
