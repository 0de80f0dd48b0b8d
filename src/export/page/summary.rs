//! The start of the report: headline, totals, a table for each chart but the matrix, and how the numbers come
//! about.

use super::bars::{legend, table};
use super::{Sheet, files};
use crate::export::html::Html;
use crate::locale::Key;
use crate::query::Facet;
use crate::view::{Block, Note, Scene, bars, foot, goals, headline, note, tiles, years};

/// The text of a view, to stand inside the element until the report is there, or instead of it.
pub fn summary(scene: &Scene, sheet: Sheet) -> String {
    let mut html = Html::default();
    html.element("div", &[("class", "text")], |html| {
        html.line();
        top(html, scene);
        totals(html, scene);
        ways(html, scene, sheet);
        charts(html, scene);
        counting(html, scene);
        terms(html, scene);
    });
    html.finish()
}

/// The same lines as at the top of the screen, so that nothing moves when the screen takes their place.
fn top(html: &mut Html, scene: &Scene) {
    let Scene { data, locale, .. } = scene;
    let date = data.updated.as_ref().map(|updated| locale.fill(Key::DataOf, &[("date", &locale.when(updated))]));
    html.element("p", &[("class", "over")], |html| {
        html.words(data.title.as_deref().unwrap_or_default());
        if let Some(date) = &date {
            html.leaf("span", &[], &format!(" · {date}"));
        }
    });
    html.line();
    let headline = headline(scene);
    html.leaf("h2", &[], &headline.text());
    html.line();
    html.leaf("p", &[("class", "detail")], &headline.detail);
    html.line();
}

fn totals(html: &mut Html, scene: &Scene) {
    html.element("dl", &[("class", "totals")], |html| {
        for tile in tiles(scene) {
            html.element("div", &[], |html| {
                html.leaf("dt", &[], &tile.label);
                let number: Vec<&str> =
                    [&*tile.before, &*tile.number, &*tile.after].into_iter().filter(|text| !text.is_empty()).collect();
                html.leaf("dd", &[("data-total", tile.name)], &number.join(" "));
            });
            html.line();
        }
    });
    html.line();
}

/// What else there is to read, and what this page cannot do.
fn ways(html: &mut Html, scene: &Scene, sheet: Sheet) {
    let locale = scene.locale;
    html.leaf("p", &[], &locale.say(Key::TextAbout));
    html.line();
    if sheet == Sheet::Single {
        return;
    }
    let all = locale.count(Key::TextRecords, scene.totals.records.len() as u64, &[]);
    let ways = [
        (files::RECORDS, all),
        (files::SINGLE, locale.say(Key::TextSingle)),
        (files::PACKAGE, locale.say(Key::TextPackage)),
        (files::HXL, locale.say(Key::TextHxl)),
        (files::DATA, locale.say(Key::TextJson)),
    ];
    html.element("ul", &[], |html| {
        for (file, words) in &ways {
            html.element("li", &[], |html| html.leaf("a", &[("href", file)], words));
            html.line();
        }
    });
    html.line();
}

fn charts(html: &mut Html, scene: &Scene) {
    let years = years(scene).marks;
    let goals = goals(scene);
    let of = |block: Block| Some((block.facet()?, bars(scene, block)?));
    let countries = of(Block::Country);
    let others: Vec<_> = [Block::Kind, Block::Audience, Block::Donor].into_iter().filter_map(of).collect();
    let all = countries.iter().chain(&others).map(|(_, marks)| marks);
    legend(html, scene, &[&years, &goals.marks].into_iter().chain(all).collect::<Vec<_>>());
    table(html, scene, Facet::Year, &years, &[]);
    countries.iter().for_each(|(facet, marks)| table(html, scene, *facet, marks, &[]));
    let mut words = vec![goals.basis];
    let unseen: Vec<String> = goals.unseen.into_iter().map(|(_, name)| name).collect();
    if !unseen.is_empty() {
        words.push([scene.locale.say(Key::GoalsUnseen), unseen.join(" · ")].join(": "));
    }
    table(html, scene, Facet::Goal, &goals.marks, &words);
    others.iter().for_each(|(facet, marks)| table(html, scene, *facet, marks, &[]));
}

fn counting(html: &mut Html, scene: &Scene) {
    let locale = scene.locale;
    let Note { intro, total, counted, left_out, rules } = note(scene);
    html.leaf("h3", &[], &locale.say(Key::HowWeCount));
    html.leaf("p", &[], &[intro, total].join(" "));
    html.line();
    for (title, lines) in [(Key::Counted, counted), (Key::LeftOut, left_out)] {
        if lines.is_empty() {
            continue;
        }
        html.leaf("h4", &[], &locale.say(title));
        html.element("ul", &[], |html| lines.iter().for_each(|line| html.leaf("li", &[], line)));
        html.line();
    }
    rules.iter().for_each(|rule| html.leaf("p", &[], rule));
    html.line();
}

fn terms(html: &mut Html, scene: &Scene) {
    let foot = foot(scene);
    html.element("p", &[("class", "note")], |html| {
        if let Some((license, address)) = &foot.license {
            html.away(address.as_deref(), license);
            html.words(" ");
        }
        if let Some(data) = &foot.data {
            html.data("span", data);
        }
    });
    html.line();
}
