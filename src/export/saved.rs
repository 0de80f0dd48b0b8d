//! A view as a file of its own: the page of one file (`report.html`) with a data set and a view in it.
//!
//! Invariant: nothing of the data ends the element that it stands in, so that the file is whole whatever the data say;
//! and the file says in words what of the data it holds.

use super::citation::{Page, citation};
use super::embed::escape::html;
use super::selection_json;
use crate::link::encode;
use crate::locale::Key;
use crate::model::{EdtfDate, Text};
use crate::view::{Scene, filter_sentence};

/// What the file holds of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of them.
    Whole,
    /// Only the records of the view.
    View,
}

/// What the file is made of.
#[derive(Debug, Clone, Copy)]
pub struct Saved<'a> {
    /// The page of one file, as text.
    pub template: &'a str,
    /// The text of the data set.
    pub data: &'a str,
    /// How much of the data goes in.
    pub extent: Extent,
    /// The address of the view, and the day on which it is saved.
    pub page: &'a Page,
    /// The element's attributes that frame the report, as the page wrote them.
    pub frame: &'a [(&'static str, String)],
}

/// The element that holds the data set, by its id: the value of `src` is a reference to it.
const PLACE: &str = "data-set";

/// A view as a file. `None` when the template is no page of one file.
pub fn saved(scene: &Scene, saved: &Saved) -> Option<String> {
    let (before_title, rest) = saved.template.split_once("<title>")?;
    let (_, rest) = rest.split_once("</title>")?;
    let (between, rest) = rest.split_once("<main>")?;
    let (_, after) = rest.split_once("</main>")?;
    let name = scene.data.title.as_deref().unwrap_or("Outreach Report");
    let title = format!("{name} · {}", filter_sentence(scene));
    Some(format!(
        "{before_title}<title>{}</title>{between}<main>{}</main>{after}",
        html(&title),
        content(scene, saved, name),
    ))
}

fn content(scene: &Scene, saved: &Saved, name: &str) -> String {
    let locale = scene.locale;
    let records = |count: usize| locale.count(Key::TableCaption, count as u64, &[]);
    let held = match saved.extent {
        Extent::Whole => locale.fill(Key::SavedWhole, &[("records", &records(scene.data.activities.len()))]),
        Extent::View => {
            let filter = filter_sentence(scene);
            locale.fill(Key::SavedView, &[("records", &records(scene.totals.records.len())), ("filter", &filter)])
        }
    };
    let saved_on = EdtfDate::parse(&saved.page.accessed).map(|day| locale.when(&day)).unwrap_or_default();
    let saved_on = locale.fill(Key::SavedOn, &[("date", &saved_on)]);
    let data = match saved.extent {
        Extent::Whole => saved.data.to_owned(),
        Extent::View => selection_json(scene),
    };
    let view = encode(scene.selection);
    let frame: String =
        saved.frame.iter().map(|(attribute, value)| format!(" {attribute}=\"{}\"", html(value))).collect();
    let cite = citation(scene, saved.page).text;
    format!(
        "\n<h1>{}</h1>\n<p class=\"saved\">{} {}</p>\n\
         <outreach-report sync=\"hash\" src=\"#{PLACE}\" view=\"{}\"{frame}>\n\
         <p>{}</p>\n<p>{}</p>\n</outreach-report>\n\
         <p class=\"saved\">{}</p>\n{}\
         <script type=\"application/json\" id=\"{PLACE}\">{}</script>\n",
        html(name),
        html(&saved_on),
        html(&held),
        html(&view),
        html(&locale.say(Key::SavedNoScript)),
        html(&filter_sentence(scene)),
        html(&locale.fill(Key::SavedCite, &[("citation", &cite)])),
        license(scene).map(|license| format!("<p class=\"saved\">{}</p>\n", html(&license))).unwrap_or_default(),
        // In JSON, this sign stands in texts alone, where it may be written so; and no element can end without it.
        data.replace('<', "\\u003c"),
    )
}

fn license(scene: &Scene) -> Option<String> {
    let license = scene.data.license.as_ref()?;
    let name = license.name.as_ref().or(license.url.as_ref())?;
    let address = license.url.as_ref().filter(|url| *url != name).map(Text::to_string);
    let named = scene.locale.fill(Key::CiteLicense, &[("license", name)]);
    Some(address.map_or(named.clone(), |address| format!("{named} ({address})")))
}
