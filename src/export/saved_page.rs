//! A view as a file of its own: the page of one file (`report.html`) with a data set and a view in it.
//!
//! Invariant: nothing of the data ends the element that it stands in, so that the file is whole whatever the data say;
//! and the file says in words what of the data it holds.

use super::citation::{PageInfo, citation};
use super::embed::escape::html;
use super::selection_json;
use crate::link::encode;
use crate::locale::Sentence;
use crate::model::{EdtfDate, Text};
use crate::view::{ViewContext, filter_sentence};

/// What the file holds of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SavedRecords {
    /// All of them.
    Whole,
    /// Only the records of the view.
    View,
}

/// What the file is made of.
#[derive(Debug, Clone, Copy)]
pub struct SavedPage<'a> {
    /// The page of one file, as text.
    pub template: &'a str,
    /// The text of the data set.
    pub data: &'a str,
    /// How much of the data goes in.
    pub extent: SavedRecords,
    /// The address of the view, and the day on which it is saved.
    pub page: &'a PageInfo,
    /// The element's attributes that frame the report, as the page wrote them.
    pub frame: &'a [(&'static str, String)],
}

/// The element that holds the data set, by its id: the value of `src` is a reference to it.
const PLACE: &str = "data-set";

/// A view as a file. `None` when the template is no page of one file.
pub fn saved_page(context: &ViewContext, saved_page: &SavedPage) -> Option<String> {
    let (before_title, rest) = saved_page.template.split_once("<title>")?;
    let (_, rest) = rest.split_once("</title>")?;
    let (between, rest) = rest.split_once("<main>")?;
    let (_, after) = rest.split_once("</main>")?;
    let name = context.data.title.as_deref().unwrap_or("Outreach Report");
    let title = format!("{name} · {}", filter_sentence(context));
    Some(format!(
        "{before_title}<title>{}</title>{between}<main>{}</main>{after}",
        html(&title),
        content(context, saved_page, name),
    ))
}

fn content(context: &ViewContext, saved_page: &SavedPage, name: &str) -> String {
    let locale = context.locale;
    let records = |count: usize| locale.count(Sentence::TableCaption, count as u64, &[]);
    let held = match saved_page.extent {
        SavedRecords::Whole => {
            locale.fill(Sentence::SavedWhole, &[("records", &records(context.data.activities.len()))])
        }
        SavedRecords::View => {
            let filter = filter_sentence(context);
            locale
                .fill(Sentence::SavedView, &[("records", &records(context.totals.records.len())), ("filter", &filter)])
        }
    };
    let saved_on = EdtfDate::parse(&saved_page.page.accessed).map(|day| locale.date(&day)).unwrap_or_default();
    let saved_on = locale.fill(Sentence::SavedOn, &[("date", &saved_on)]);
    let data = match saved_page.extent {
        SavedRecords::Whole => saved_page.data.to_owned(),
        SavedRecords::View => selection_json(context),
    };
    let view = encode(context.selection);
    let frame: String =
        saved_page.frame.iter().map(|(attribute, value)| format!(" {attribute}=\"{}\"", html(value))).collect();
    let cite = citation(context, saved_page.page).text;
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
        html(&locale.say(Sentence::SavedNoScript)),
        html(&filter_sentence(context)),
        html(&locale.fill(Sentence::SavedCite, &[("citation", &cite)])),
        license(context).map(|license| format!("<p class=\"saved\">{}</p>\n", html(&license))).unwrap_or_default(),
        // In JSON, this sign stands in texts alone, where it may be written so; and no element can end without it.
        data.replace('<', "\\u003c"),
    )
}

fn license(context: &ViewContext) -> Option<String> {
    let license = context.data.license.as_ref()?;
    let name = license.name.as_ref().or(license.url.as_ref())?;
    let address = license.url.as_ref().filter(|url| *url != name).map(Text::to_string);
    let named = context.locale.fill(Sentence::CiteLicense, &[("license", name)]);
    Some(address.map_or(named.clone(), |address| format!("{named} ({address})")))
}
