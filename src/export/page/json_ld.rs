//! The description of the data for search engines: a `Dataset` of schema.org, as JSON-LD.

use serde_json::{Map, Value, json};

use super::{files, headline_text};
use crate::query::Facet;
use crate::view::{ViewContext, headline};

/// The description of the data set as JSON-LD, for the content of a script element. `address` is the address of the
/// page's folder, if it is known; without it, addresses of files are relative to the page.
///
/// Invariant: the text contains no `<`, so nothing in the data can end the script element.
pub fn json_ld(context: &ViewContext, address: Option<&str>) -> String {
    let ViewContext { data, locale, totals, .. } = context;
    let file_address = |file: &str| [address.unwrap_or_default(), file].concat();
    let files = [(files::DATA, "application/json"), (files::PACKAGE, "application/json"), (files::HXL, "text/csv")];
    let distribution = files.map(|(file, media_type)| {
        json!({ "@type": "DataDownload", "encodingFormat": media_type, "contentUrl": file_address(file) })
    });
    let names = |facet: Facet| {
        let values = totals.present(facet).iter();
        values.map(|value| locale.value(data, facet, value)).collect::<Vec<_>>()
    };
    let years = totals.present(Facet::Year);
    let time_span = years.first().zip(years.last()).map(|(first, last)| format!("{}/{}", first.key(), last.key()));
    let publisher = data.publisher.as_deref().map(|name| json!({ "@type": "Organization", "name": name }));
    let own_description = data.description.as_deref().unwrap_or_default();
    let description = [own_description, &headline_text(&headline(context))].join(" ");
    let places: Vec<Value> =
        names(Facet::Country).iter().map(|name| json!({ "@type": "Country", "name": name })).collect();
    let fields = [
        ("@context", Some(json!("https://schema.org/"))),
        ("@type", Some(json!("Dataset"))),
        ("name", data.title.as_deref().map(|title| json!(title))),
        ("description", Some(json!(description.trim()))),
        ("url", address.map(|address| json!(address))),
        ("creator", publisher.clone()),
        ("publisher", publisher),
        ("license", data.license.as_ref().and_then(|license| license.url.as_deref()).map(|url| json!(url))),
        ("dateModified", data.updated.as_ref().map(|updated| json!(&**updated.text()))),
        ("temporalCoverage", time_span.map(|time_span| json!(time_span))),
        ("spatialCoverage", (!places.is_empty()).then(|| json!(places))),
        ("keywords", Some(json!(names(Facet::Theme)))),
        ("inLanguage", Some(json!(locale.language()))),
        ("isAccessibleForFree", Some(json!(true))),
        ("distribution", Some(json!(distribution))),
    ];
    let stated = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(stated.collect::<Map<_, _>>()).to_string().replace('<', "\\u003c")
}
