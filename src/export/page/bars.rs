//! A chart as a table: a row for each value, with its bar, its number in words, and what stands beside it.

use super::ink::{bar, shapes};
use crate::charts::{Chart, Orientation, Slot};
use crate::export::html::Html;
use crate::export::picture::{Shapes, of_mark};
use crate::locale::Key;
use crate::query::{Facet, Qualifier};
use crate::view::{Block, Form, Marks, Scene};

/// The table of a chart. `words` are further sentences about it.
pub(super) fn table(html: &mut Html, scene: &Scene, facet: Facet, marks: &Marks, words: &[String]) {
    let locale = scene.locale;
    // Bars in rows, whatever the direction on the screen: a row has room for words on any width.
    let chart = Chart { orientation: Orientation::Bars, grid: false, ..marks.chart.clone() };
    let planned = |row: &crate::view::MarkRow| {
        let found = scene.totals.row(facet, &row.value)?;
        (found.planned.qualifier != Qualifier::None).then(|| locale.tally(&found.planned))
    };
    html.element("table", &[("class", marks.block.code())], |html| {
        html.element("caption", &[], |html| {
            html.leaf("h3", &[], &marks.title);
            html.words(" ");
            html.words(&marks.subtitle);
        });
        html.element("thead", &[], |html| {
            html.element("tr", &[], |html| {
                let heads = [
                    locale.facet(facet),
                    locale.say(Key::MeasurePeople),
                    locale.say(Key::MeasureActivities),
                    locale.say(Key::TextPlanned),
                ];
                heads.iter().for_each(|head| html.leaf("th", &[("scope", "col")], head));
            });
        });
        html.line();
        html.element("tbody", &[], |html| {
            for (row, mark) in marks.rows.iter().zip(&chart.marks) {
                html.element("tr", &[], |html| {
                    let label = match row.value.number().filter(|_| marks.block == Block::Goal) {
                        Some(number) => format!("{number} {}", row.label),
                        None => row.label.clone(),
                    };
                    html.leaf("th", &[("scope", "row")], &label);
                    html.element("td", &[], |html| {
                        bar(html, &chart, mark);
                        html.words(&row.number);
                    });
                    html.leaf("td", &[], &row.activities);
                    html.leaf("td", &[], &planned(row).unwrap_or_default());
                });
                html.line();
            }
        });
    });
    html.line();
    for words in marks.note.iter().chain(words) {
        html.leaf("p", &[("class", "note")], words);
        html.line();
    }
}

/// What the forms of the bars mean, each with a sample.
pub(super) fn legend(html: &mut Html, scene: &Scene, charts: &[&Marks]) {
    let known = |form: &Form| charts.iter().flat_map(|marks| &marks.legend).find(|(known, _)| known == form);
    let forms: Vec<_> = Form::ALL.iter().filter_map(known).collect();
    if forms.is_empty() {
        return;
    }
    html.element("p", &[("class", "note")], |html| {
        html.words(&scene.locale.say(Key::TextBars));
        for (form, meaning) in forms {
            let sample = of_mark(*form, Orientation::Bars, meaning.clone());
            html.words(" ");
            if let Shapes::Marks(chart) = &sample.ink {
                // A line that bounds a form lies half outside of it.
                let slot = Slot { x: sample.slot.x + 1.0, y: sample.slot.y + 1.0, ..sample.slot };
                let size = (sample.width.ceil() as u32 + 2, (slot.y + slot.height).ceil() as u32 + 1);
                shapes(html, chart, slot, size);
                html.words(" ");
            }
            html.words(meaning);
            html.words(".");
        }
    });
    html.line();
}
