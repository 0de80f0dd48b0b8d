//! Reads records and their reach entries. Invariant: only a record without a title is dropped here; every other bad
//! value is cleared or kept, and reported.

use super::field_reader::{FieldReader, excerpt};
use super::known_codes::KnownCodes;
use super::tables::goals;
use crate::model::{
    Activity, Bound, Country, DataSet, IssueKind, MAGNITUDES, Mode, Reach, Scope, Source, Status, Text,
};

/// Reads a record; `None` if it has no title, because it could not be shown.
pub(super) fn activity(
    record: &mut FieldReader,
    id: Text,
    data: &DataSet,
    known_codes: &KnownCodes,
) -> Option<Activity> {
    let Some(title) = record.non_blank("title") else {
        record.report("title", IssueKind::NoTitle);
        return None;
    };
    let project = record.code("project").and_then(|id| {
        let project = data.project(&id);
        if project.is_none() {
            record.report("project", IssueKind::DanglingProject(id.to_string()));
        }
        project.map(|project| project.id.clone())
    });
    Some(Activity {
        id,
        title,
        summary: record.text("summary"),
        organisation: record.known_code("organisation", &known_codes.organisations),
        countries: record.list_of("countries", |item| {
            let country = item.as_str().and_then(Country::new);
            country.ok_or_else(|| IssueKind::UnknownCountry(excerpt(item)))
        }),
        places: record.texts("places"),
        date: record.date("date"),
        published: record.date("published"),
        kind: record.known_code("kind", &known_codes.kinds),
        themes: record.codes("themes", &known_codes.themes),
        sessions: record.count("sessions"),
        scope: record.word("scope", Scope::CODES).map_or(Scope::Activity, |code| Scope::from_code(&code)),
        reach: record.objects("reach", |entry| reach(entry, known_codes)),
        sdgs: goals(record, "sdgs"),
        donors: record.codes("donors", &known_codes.donors),
        partners: record.codes("partners", &known_codes.partners),
        project,
        overlap: record.non_blank("overlap"),
        seed: record.text("seed"),
        doubts: record.texts("doubts"),
        source: record.object("source", |source| Source {
            title: source.text("title"),
            publisher: source.text("publisher"),
            url: source.text("url"),
        }),
    })
}

fn reach(entry: &mut FieldReader, known_codes: &KnownCodes) -> Reach {
    let reach = Reach {
        audience: entry.known_code("audience", &known_codes.audiences),
        note: entry.text("note"),
        count: entry.count("count"),
        bound: entry.word("bound", Bound::CODES).map(|code| Bound::from_code(&code)),
        magnitude: entry.word("magnitude", &MAGNITUDES),
        status: entry.word("status", Status::CODES).map(|code| Status::from_code(&code)),
        mode: entry.word("mode", Mode::CODES).map(|code| Mode::from_code(&code)),
        women: entry.count("women"),
        men: entry.count("men"),
    };
    if let Some(count) = reach.count {
        let parts = [reach.women, reach.men].into_iter().flatten().map(|part| part.get()).sum();
        if parts > count.get() {
            entry.report("women", IssueKind::WomenAndMenAboveCount { parts, count: count.get() });
        }
    }
    reach
}
