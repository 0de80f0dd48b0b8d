//! The data as one table with the hashtags of the Humanitarian Exchange Language (hxlstandard.org): a row for each
//! reach entry, columns of names next to those of codes, and the number of people as a lower and an upper bound.
//!
//! Invariant: an online audience and a figure that adds up a whole project have no number of people here, so a sum over
//! a column never contains them. If a number has no upper bound, its cell `..._at_most` is empty. The column `left_out`
//! says why an entry is not in the total: the sum of `reached_at_least` over the rows where it is empty is the total.

use crate::export::csv::left_out;
use crate::export::csv_row::{CsvRow, join_list};
use crate::locale::Sentence;
use crate::model::{Activity, EdtfDate, PartialDate, Reach, Text};
use crate::query::{Amount, Facet, FacetValue, Side, WomenAndMen, overlapped};
use crate::view::ViewContext;

/// Names of the columns, each with its hashtag.
const COLUMNS: [(&str, &str); 36] = [
    ("id", "#activity+code+id"),
    ("title", "#activity+name"),
    ("summary", "#description"),
    ("scope", "#activity+scope"),
    ("countries", "#country+code+list"),
    ("country_names", "#country+name+list"),
    ("places", "#loc+name+list"),
    ("date", "#meta+date+edtf"),
    ("first_day", "#date+start"),
    ("last_day", "#date+end"),
    ("published", "#date+reported"),
    ("kind", "#activity+type+code"),
    ("kind_name", "#activity+type+name"),
    ("themes", "#subsector+code+list"),
    ("theme_names", "#subsector+name+list"),
    ("goals_stated", "#sector+sdg+list+stated"),
    ("organisation", "#org+code+reporting"),
    ("organisation_name", "#org+name+reporting"),
    ("donor_names", "#org+funder+name+list"),
    ("partners", "#org+partner+name+list"),
    ("project", "#activity+code+project"),
    ("overlap", "#activity+code+overlap"),
    ("audience", "#beneficiary+code+type"),
    ("audience_name", "#beneficiary+name+type"),
    ("mode", "#modality"),
    ("words", "#meta+people+text"),
    ("reached_at_least", "#reached+min"),
    ("reached_at_most", "#reached+max"),
    ("reached_women", "#reached+f"),
    ("reached_men", "#reached+m"),
    ("planned_at_least", "#targeted+min"),
    ("planned_at_most", "#targeted+max"),
    ("left_out", "#meta+people+left_out"),
    ("source_title", "#meta+source+name"),
    ("source_publisher", "#meta+source+org"),
    ("source_url", "#meta+source+url"),
];

/// The table.
pub(super) fn hxl(context: &ViewContext) -> String {
    let line = |cells: [&str; COLUMNS.len()]| cells.join(",") + "\r\n";
    let mut text = line(COLUMNS.map(|(name, _)| name)) + &line(COLUMNS.map(|(_, tag)| tag));
    let overlapped = overlapped(context.data, context.selection, context.totals, Side::Reached);
    for (row_index, activity) in context.data.activities.iter().enumerate() {
        let entries = activity.reach.iter().map(Some);
        // A record without reach entries has a row too.
        for entry in entries.chain(activity.reach.is_empty().then_some(None)) {
            text += &row(context, activity, entry, overlapped.contains(&row_index));
            text.push_str("\r\n");
        }
    }
    text
}

fn row(context: &ViewContext, activity: &Activity, entry: Option<&Reach>, overlapped: bool) -> String {
    let ViewContext { data, locale, .. } = context;
    let name = |facet: Facet, code: &Text| locale.value(data, facet, &FacetValue::from(code));
    let names = |facet: Facet, codes: &[Text]| join_list(codes.iter().map(|code| name(facet, code)));
    let optional_name =
        |facet: Facet, code: &Option<Text>| code.as_ref().map(|code| name(facet, code)).unwrap_or_default();
    let codes = |codes: &[Text]| join_list(codes.iter().map(Text::to_string));
    let date_text = |date: &Option<EdtfDate>| date.as_ref().map(|date| date.text().to_string()).unwrap_or_default();
    let countries = || activity.countries.iter().map(|country| country.code());
    let source = activity.source.clone().unwrap_or_default();
    let mut row = CsvRow::default();
    row.text(&activity.id);
    row.text(&activity.title);
    row.optional_text(activity.summary.as_ref());
    row.text(activity.scope.code());
    row.text(&join_list(countries().map(str::to_owned)));
    row.text(&join_list(countries().map(|code| locale.country(code))));
    row.text(&codes(&activity.places));
    row.text(&date_text(&activity.date));
    let [first, last] = span(activity.date.as_ref());
    row.plain(&first);
    row.plain(&last);
    let [published, _] = span(activity.published.as_ref());
    row.plain(&published);
    row.optional_text(activity.kind.as_ref());
    row.text(&optional_name(Facet::Kind, &activity.kind));
    row.text(&codes(&activity.themes));
    row.text(&names(Facet::Theme, &activity.themes));
    row.text(&join_list(activity.sdgs.iter().map(|goal| goal.number().to_string())));
    row.optional_text(activity.organisation.as_ref());
    row.text(&optional_name(Facet::Organisation, &activity.organisation));
    row.text(&names(Facet::Donor, &activity.donors));
    row.text(&codes(&activity.partners));
    row.optional_text(activity.project.as_ref());
    row.optional_text(activity.overlap.as_ref());
    let audience = entry.and_then(|entry| entry.audience.as_ref());
    row.optional_text(audience);
    row.text(&audience.map(|code| name(Facet::Audience, code)).unwrap_or_default());
    row.text(entry.and_then(|entry| entry.mode.as_ref()).map_or("", |mode| mode.code()));
    people(context, activity, entry, &mut row);
    row.plain(entry.map_or("", |entry| left_out(activity, entry, overlapped)));
    [&source.title, &source.publisher, &source.url].iter().for_each(|text| row.optional_text(text.as_ref()));
    row.cells()
}

/// The first and the last day of a date, or only month or year as far as they are known. HXL programs cannot read
/// intervals.
fn span(date: Option<&EdtfDate>) -> [String; 2] {
    let Some((first, last)) = date.and_then(EdtfDate::span) else { return [String::new(), String::new()] };
    [first, last].map(|PartialDate { year, month, day }| {
        // Numbers above 12 are seasons of EDTF, not months.
        let month = month.filter(|month| *month <= 12);
        let parts = [month, month.and(day)].into_iter().flatten().map(|part| format!("-{part:02}"));
        format!("{year:04}") + &parts.collect::<String>()
    })
}

/// The cells about people: the record's number in words, then the bounds.
fn people(context: &ViewContext, activity: &Activity, entry: Option<&Reach>, row: &mut CsvRow) {
    row.text(&entry.map(|entry| people_text(context, activity, entry)).unwrap_or_default());
    let amount = entry.and_then(Amount::of).filter(|_| !activity.is_project_total());
    let women_and_men = entry.map(|entry| WomenAndMen::of(entry, activity, context.selection));
    for side in [Side::Reached, Side::Planned] {
        let amount = amount.filter(|(entry_side, _)| *entry_side == side).map(|(_, amount)| amount);
        let counted = amount.filter(|amount| amount.counted);
        row.plain(&counted.map(|amount| amount.low.to_string()).unwrap_or_default());
        let upper_bound = counted.filter(|amount| !amount.open);
        row.plain(&upper_bound.map(|amount| amount.high.to_string()).unwrap_or_default());
        if side == Side::Reached {
            let (women, men) = match (counted, women_and_men) {
                (Some(_), Some(WomenAndMen::Given { women, men })) => (women, men),
                _ => (None, None),
            };
            [women, men].iter().for_each(|part| row.plain(&part.map(|n| n.to_string()).unwrap_or_default()));
        }
    }
}

/// The number as the record gives it, marked if it is an online audience, planned, or the total of a project.
fn people_text(context: &ViewContext, activity: &Activity, entry: &Reach) -> String {
    let locale = context.locale;
    let number = locale.reach(entry);
    let online = entry.mode == Some(crate::model::Mode::OnlineMedia);
    let number = match (&entry.status, online) {
        (_, true) => locale.fill(Sentence::OnlineLine, &[("number", &number)]),
        (Some(crate::model::Status::Planned), _) => locale.fill(Sentence::PlannedLine, &[("number", &number)]),
        _ => number,
    };
    if activity.is_project_total() { [number, locale.say(Sentence::ProjectTotalTag)].join(" · ") } else { number }
}
