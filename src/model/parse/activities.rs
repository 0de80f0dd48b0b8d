//! Reads records and their reach entries. Invariant: only a record without a title is dropped here; every other bad
//! value is cleared or kept, and reported.

use super::field_reader::{FieldReader, excerpt};
use super::tables::{KnownCodes, goals};
use crate::model::{
    AUDIENCES, Activity, Bound, Country, DataSet, IssueKind, KINDS, MAGNITUDES, Mode, Reach, Scope, Source, Status,
    Text,
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
    let project = record.code("project").filter(|id| {
        let defined = data.project(id).is_some();
        if !defined {
            record.report("project", IssueKind::DanglingProject(id.to_string()));
        }
        defined
    });
    Some(Activity {
        id,
        title,
        summary: record.text("summary"),
        organisation: record.known_code("organisation", &|code| known_codes.has_organisation(code)),
        countries: record.list_of("countries", |item| {
            let country = item.as_str().and_then(Country::new);
            country.ok_or_else(|| IssueKind::UnknownCountry(excerpt(item)))
        }),
        places: record.texts("places"),
        date: record.date("date"),
        published: record.date("published"),
        kind: record.known_code("kind", &|code| KINDS.contains(&code)),
        themes: record.codes("themes", &|code| known_codes.has_theme(code)),
        sessions: record.count("sessions"),
        scope: record
            .known_code("scope", &|code| Scope::CODES.contains(&code))
            .map_or(Scope::Activity, |code| Scope::from_code(&code)),
        reach: record.objects("reach", reach),
        sdgs: goals(record, "sdgs"),
        donors: record.codes("donors", &|id| known_codes.has_donor(id)),
        partners: record.codes("partners", &|name| known_codes.has_partner(name)),
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

fn reach(entry: &mut FieldReader) -> Reach {
    let reach = Reach {
        audience: entry.known_code("audience", &|code| AUDIENCES.contains(&code)),
        note: entry.text("note"),
        count: entry.count("count"),
        bound: entry.known_code("bound", &|code| Bound::CODES.contains(&code)).map(|code| Bound::from_code(&code)),
        magnitude: entry.known_code("magnitude", &|code| MAGNITUDES.contains(&code)),
        status: entry.known_code("status", &|code| Status::CODES.contains(&code)).map(|code| Status::from_code(&code)),
        mode: entry.known_code("mode", &|code| Mode::CODES.contains(&code)).map(|code| Mode::from_code(&code)),
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
