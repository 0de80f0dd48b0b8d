//! A chart as a table: a row for each value, with its bar, its number in words, and what stands beside it.

use super::bar_svg::{bar, shapes};
use crate::charts::{Chart, Orientation, Shapes, Slot};
use crate::export::html_writer::HtmlWriter;
use crate::export::picture::of_mark;
use crate::locale::Sentence;
use crate::query::{Facet, Qualifier};
use crate::view::{ChartBlock, FacetChart, MarkStyle, ViewContext};

/// The table of a chart. `words` are further sentences about it.
pub(super) fn table(html: &mut HtmlWriter, context: &ViewContext, facet: Facet, marks: &FacetChart, words: &[String]) {
    let locale = context.locale;
    // Bars in rows, whatever the direction on the screen: a row has room for words on any width.
    let chart = Chart { orientation: Orientation::Bars, grid: false, ..marks.chart.clone() };
    let planned = |row: &crate::view::ChartRow| {
        let found = context.totals.row(facet, &row.value)?;
        (found.planned.qualifier != Qualifier::None).then(|| locale.tally(&found.planned))
    };
    html.element("table", &[("class", marks.block.code())], |html| {
        html.element("caption", &[], |html| {
            html.text_element("h3", &[], &marks.title);
            html.text(" ");
            html.text(&marks.subtitle);
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
            for (row, mark) in marks.rows.iter().zip(&chart.marks) {
                html.element("tr", &[], |html| {
                    let label = match row.value.number().filter(|_| marks.block == ChartBlock::Goal) {
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
    for words in marks.note.iter().chain(words) {
        html.text_element("p", &[("class", "note")], words);
        html.new_line();
    }
}

/// What the forms of the bars mean, each with a sample.
pub(super) fn legend(html: &mut HtmlWriter, context: &ViewContext, charts: &[&FacetChart]) {
    let known = |form: &MarkStyle| charts.iter().flat_map(|marks| &marks.legend).find(|(known, _)| known == form);
    let forms: Vec<_> = MarkStyle::ALL.iter().filter_map(known).collect();
    if forms.is_empty() {
        return;
    }
    html.element("p", &[("class", "note")], |html| {
        html.text(&context.locale.say(Sentence::TextBars));
        for (form, meaning) in forms {
            let sample = of_mark(*form, Orientation::Bars, meaning.clone());
            html.text(" ");
            if let Shapes::Marks(chart) = &sample.shapes {
                // A line that bounds a form lies half outside of it.
                let slot = Slot { x: sample.slot.x + 1.0, y: sample.slot.y + 1.0, ..sample.slot };
                let size = (sample.width.ceil() as u32 + 2, (slot.y + slot.height).ceil() as u32 + 1);
                shapes(html, chart, slot, size);
                html.text(" ");
            }
            html.text(meaning);
            html.text(".");
        }
    });
    html.new_line();
}
