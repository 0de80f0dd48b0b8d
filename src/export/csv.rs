//! The selection as CSV (RFC 4180): a row for each reach entry, with the columns about its activity repeated; an
//! activity without entries has one row.
//!
//! Invariants: what the data do not state is an empty cell, never a zero. The totals of the view can be computed from
//! the rows.

use std::collections::BTreeSet;

use super::csv_row::{CsvRow, join_list};
use crate::model::{Activity, Basis, EdtfDate, Reach, Text};
use crate::query::{EntryOutcome, Facet, FacetValue, Side, WomenAndMen, overlapped};
use crate::view::ViewContext;

/// The columns, named like the fields of the data set; next to each column of codes is one of names.
const HEADER: &str = "id,title,summary,countries,country_names,places,date,published,kind,kind_name,themes,theme_names,\
    organisation,organisation_name,sessions,scope,sdgs,project_sdgs,theme_sdgs,donors,donor_names,project_donors,\
    partners,project,project_name,overlap,seed,source.title,source.publisher,source.url,\
    reach.audience,reach.audience_name,reach.count,reach.bound,reach.magnitude,reach.status,reach.mode,\
    reach.women,reach.men,reach.parts,reach.note,counted,left_out";

/// How many columns are about an entry and not about its activity.
const ENTRY_COLUMNS: usize = 13;

/// The selection of a view as CSV: UTF-8 with a byte order mark, lines that end with CR LF.
pub fn csv(context: &ViewContext) -> String {
    let ViewContext { data, selection, totals, .. } = context;
    let overlapped = overlapped(data, selection, totals, Side::Reached);
    let mut text = format!("\u{feff}{HEADER}\r\n");
    for row in totals.rows.iter() {
        let Some(activity) = data.activities.get(row) else { continue };
        let activity_cells = activity_cells(context, activity);
        let mut entries = activity.reach.iter().filter(|entry| selection.includes(entry)).peekable();
        if entries.peek().is_none() {
            text += &activity_cells;
            text.push_str(&",".repeat(ENTRY_COLUMNS));
            text.push_str("\r\n");
        }
        for entry in entries {
            text += &activity_cells;
            text += &entry_cells(context, activity, entry, overlapped.contains(&row));
            text.push_str("\r\n");
        }
    }
    text
}

/// The cells about an activity.
fn activity_cells(context: &ViewContext, activity: &Activity) -> String {
    let ViewContext { data, locale, .. } = context;
    let name = |facet: Facet, code: &Text| locale.value(data, facet, &FacetValue::from(code));
    let names = |facet: Facet, codes: &[Text]| join_list(codes.iter().map(|code| name(facet, code)));
    let codes = |codes: &[Text]| join_list(codes.iter().map(Text::to_string));
    let goals = |basis: Basis| {
        let goals: BTreeSet<u8> =
            activity.goals(data).filter(|(_, own)| *own == basis).map(|(goal, _)| goal.number()).collect();
        join_list(goals.into_iter().map(|goal| goal.to_string()))
    };
    let project = activity.project.as_ref().and_then(|id| data.project(id));
    let source = activity.source.clone().unwrap_or_default();
    let date_text = |date: &Option<EdtfDate>| date.as_ref().map(|date| date.text().to_string()).unwrap_or_default();
    let mut row = CsvRow::default();
    row.text(&activity.id);
    row.text(&activity.title);
    row.optional_text(activity.summary.as_ref());
    row.plain(&join_list(activity.countries.iter().map(|country| country.code().to_owned())));
    row.text(&join_list(activity.countries.iter().map(|country| locale.country(country.code()))));
    row.text(&codes(&activity.places));
    row.plain(&date_text(&activity.date));
    row.plain(&date_text(&activity.published));
    row.optional_text(activity.kind.as_ref());
    row.text(&activity.kind.as_ref().map(|kind| name(Facet::Kind, kind)).unwrap_or_default());
    row.text(&codes(&activity.themes));
    row.text(&names(Facet::Theme, &activity.themes));
    row.optional_text(activity.organisation.as_ref());
    row.text(&activity.organisation.as_ref().map(|code| name(Facet::Organisation, code)).unwrap_or_default());
    row.plain(&activity.sessions.map(|n| n.get().to_string()).unwrap_or_default());
    row.text(activity.scope.code());
    [Basis::Stated, Basis::Declared, Basis::Inferred].iter().for_each(|basis| row.plain(&goals(*basis)));
    row.text(&codes(&activity.donors));
    row.text(&names(Facet::Donor, &activity.donors));
    row.text(&codes(project.map_or(&[], |project| project.donors.as_slice())));
    row.text(&codes(&activity.partners));
    row.optional_text(activity.project.as_ref());
    row.optional_text(project.and_then(|project| project.name.as_ref()));
    row.optional_text(activity.overlap.as_ref());
    row.optional_text(activity.seed.as_ref());
    [&source.title, &source.publisher, &source.url].iter().for_each(|text| row.optional_text(text.as_ref()));
    row.cells()
}

/// The cells about an entry, each with a comma before it.
fn entry_cells(context: &ViewContext, activity: &Activity, entry: &Reach, overlapped: bool) -> String {
    let ViewContext { data, locale, selection, .. } = context;
    let number = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
    let audience = entry.audience.as_ref();
    let (parts, women, men) = match WomenAndMen::of(entry, activity, selection) {
        WomenAndMen::Empty => ("", None, None),
        WomenAndMen::Withheld => ("withheld", None, None),
        WomenAndMen::Given { women, men } => ("given", women, men),
    };
    let left_out = left_out(activity, entry, overlapped);
    let mut row = CsvRow::continuation();
    row.optional_text(audience);
    row.text(&audience.map(|code| locale.value(data, Facet::Audience, &FacetValue::from(code))).unwrap_or_default());
    row.plain(&number(entry.count.map(|n| n.get())));
    row.text(entry.bound.as_ref().map_or("", |bound| bound.code()));
    row.optional_text(entry.magnitude.as_ref());
    row.text(entry.status.as_ref().map_or("", |status| status.code()));
    row.text(entry.mode.as_ref().map_or("", |mode| mode.code()));
    row.plain(&number(women));
    row.plain(&number(men));
    row.plain(parts);
    row.optional_text(entry.note.as_ref());
    row.plain(if left_out.is_empty() { "yes" } else { "no" });
    row.plain(left_out);
    row.cells()
}

/// Why an entry is not in the lower figure of people reached; empty if it is.
pub(super) fn left_out(activity: &Activity, entry: &Reach, overlapped: bool) -> &'static str {
    match EntryOutcome::of(entry) {
        _ if activity.is_project_total() => "project-total",
        EntryOutcome::OnlineMedia => "online-media",
        EntryOutcome::NoStatus => "no-status",
        EntryOutcome::Counted(Side::Planned)
        | EntryOutcome::MagnitudeOnly(Side::Planned)
        | EntryOutcome::NoNumber(Side::Planned) => "planned",
        EntryOutcome::MagnitudeOnly(Side::Reached) => "in-words",
        EntryOutcome::NoNumber(Side::Reached) => "no-number",
        EntryOutcome::Counted(Side::Reached) if overlapped => "overlap",
        EntryOutcome::Counted(Side::Reached) => "",
    }
}
