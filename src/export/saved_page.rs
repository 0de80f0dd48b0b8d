//! A view saved as a file: the single-file page (`report.html`) with a data set and a view in it.
//!
//! Invariant: nothing in the data can end the element that contains it, so the file is intact for any data. The file
//! states in words which records it contains.

use super::citation::{CitationContext, citation};
use super::embed::escape::escape_html;
use super::selection_json;
use crate::link::encode;
use crate::locale::Sentence;
use crate::model::{EdtfDate, Text};
use crate::view::{ViewContext, filter_sentence, page_title};

/// Which records the file contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SavedRecords {
    /// All of them.
    All,
    /// Only those of the view.
    View,
}

/// The parts of the file.
#[derive(Debug, Clone, Copy)]
pub struct SavedPageParts<'a> {
    /// The text of the single-file page.
    pub template: &'a str,
    /// The text of the data set.
    pub data: &'a str,
    /// Which records the file contains.
    pub extent: SavedRecords,
    /// The address of the view, and the day on which it is saved.
    pub cited: &'a CitationContext,
    /// The element's attributes for the embed options, as the page wrote them.
    pub attributes: &'a [(&'static str, String)],
}

/// The id of the element that holds the data set, to which the attribute `src` refers.
const DATA_ELEMENT_ID: &str = "data-set";

/// A view as a file. `None` if the template is not a single-file page.
pub fn saved_page(context: &ViewContext, parts: &SavedPageParts) -> Option<String> {
    let (before_title, rest) = parts.template.split_once("<title>")?;
    let (_, rest) = rest.split_once("</title>")?;
    let (between, rest) = rest.split_once("<main>")?;
    let (_, after) = rest.split_once("</main>")?;
    let name = context.data.title.as_deref().unwrap_or("Outreach Report");
    Some(format!(
        "{before_title}<title>{}</title>{between}<main>{}</main>{after}",
        escape_html(&page_title(context)),
        content(context, parts, name),
    ))
}

fn content(context: &ViewContext, parts: &SavedPageParts, name: &str) -> String {
    let locale = context.locale;
    let records = |count: usize| locale.count(Sentence::TableCaption, count as u64, &[]);
    let contents = match parts.extent {
        SavedRecords::All => locale.fill(Sentence::SavedAll, &[("records", &records(context.data.activities.len()))]),
        SavedRecords::View => {
            let filter = filter_sentence(context);
            locale.fill(Sentence::SavedView, &[("records", &records(context.totals.rows.len())), ("filter", &filter)])
        }
    };
    let saved_on = EdtfDate::parse(&parts.cited.accessed).map(|day| locale.date(&day)).unwrap_or_default();
    let saved_on = locale.fill(Sentence::SavedOn, &[("date", &saved_on)]);
    let data = match parts.extent {
        SavedRecords::All => parts.data.to_owned(),
        SavedRecords::View => selection_json(context),
    };
    let view = encode(context.selection);
    let attributes: String =
        parts.attributes.iter().map(|(attribute, value)| format!(" {attribute}=\"{}\"", escape_html(value))).collect();
    let citation_text = citation(context, parts.cited).text;
    format!(
        "\n<h1>{}</h1>\n<p class=\"saved\">{} {}</p>\n\
         <outreach-report sync=\"hash\" sets-title src=\"#{DATA_ELEMENT_ID}\" view=\"{}\"{attributes}>\n\
         <p>{}</p>\n<p>{}</p>\n</outreach-report>\n\
         <p class=\"saved\">{}</p>\n{}\
         <script type=\"application/json\" id=\"{DATA_ELEMENT_ID}\">{}</script>\n",
        escape_html(name),
        escape_html(&saved_on),
        escape_html(&contents),
        escape_html(&view),
        escape_html(&locale.say(Sentence::SavedNoScript)),
        escape_html(&filter_sentence(context)),
        escape_html(&locale.fill(Sentence::SavedCite, &[("citation", &citation_text)])),
        license(context)
            .map(|license| format!("<p class=\"saved\">{}</p>\n", escape_html(&license)))
            .unwrap_or_default(),
        // In JSON, `<` occurs only inside strings, where this escape is valid; without `<` no element can end.
        data.replace('<', "\\u003c"),
    )
}

fn license(context: &ViewContext) -> Option<String> {
    let license = context.data.license.as_ref()?;
    let name = license.name.as_ref().or(license.url.as_ref())?;
    let address = license.url.as_ref().filter(|url| *url != name).map(Text::to_string);
    let license_line = context.locale.fill(Sentence::CiteLicense, &[("license", name)]);
    Some(address.map_or(license_line.clone(), |address| format!("{license_line} ({address})")))
}
