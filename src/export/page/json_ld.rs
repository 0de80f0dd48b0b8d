//! What the page says of its data to search engines: a `Dataset` of schema.org, as JSON-LD.

use serde_json::{Map, Value, json};

use super::{files, headline_text};
use crate::query::Facet;
use crate::view::{ViewContext, headline};

/// The description of the data set as JSON-LD, to stand inside a script element. `address` is the folder in which the
/// page lies, where it is known; without it, files are named against the page.
///
/// Invariant: the text holds no `<`, so that none of the data can end the element that it stands in.
pub fn json_ld(context: &ViewContext, address: Option<&str>) -> String {
    let ViewContext { data, locale, totals, .. } = context;
    let at = |file: &str| [address.unwrap_or_default(), file].concat();
    let files = [(files::DATA, "application/json"), (files::PACKAGE, "application/json"), (files::HXL, "text/csv")];
    let distribution =
        files.map(|(file, form)| json!({ "@type": "DataDownload", "encodingFormat": form, "contentUrl": at(file) }));
    let names = |facet: Facet| {
        let values = totals.present(facet).iter();
        values.map(|value| locale.value(data, facet, value)).collect::<Vec<_>>()
    };
    let years = totals.present(Facet::Year);
    let span = years.first().zip(years.last()).map(|(first, last)| format!("{}/{}", first.key(), last.key()));
    let publisher = data.publisher.as_deref().map(|name| json!({ "@type": "Organization", "name": name }));
    let own = data.description.as_deref().unwrap_or_default();
    let description = [own, &headline_text(&headline(context))].join(" ");
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
        ("temporalCoverage", span.map(|span| json!(span))),
        ("spatialCoverage", (!places.is_empty()).then(|| json!(places))),
        ("keywords", Some(json!(names(Facet::Theme)))),
        ("inLanguage", Some(json!(locale.language()))),
        ("isAccessibleForFree", Some(json!(true))),
        ("distribution", Some(json!(distribution))),
    ];
    let known = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(known.collect::<Map<_, _>>()).to_string().replace('<', "\\u003c")
}
