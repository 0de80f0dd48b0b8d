//! Reading the records.

use super::field_reader::{FieldReader, excerpt};
use super::tables::{KnownCodes, goals};
use crate::model::{
    AUDIENCES, Activity, Bound, Country, DataSet, IssueKind, KINDS, MAGNITUDES, Mode, Reach, Scope, Source, Status,
    Text,
};

/// Reads a record. One without a title is dropped: nothing could be shown of it.
pub(super) fn activity(record: &mut FieldReader, id: Text, data: &DataSet, known: &KnownCodes) -> Option<Activity> {
    let Some(title) = record.filled("title") else {
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
        organisation: record.listed("organisation", &|code| known.organisation(code)),
        countries: record.list_of("countries", |item| {
            let country = item.as_str().and_then(Country::new);
            country.ok_or_else(|| IssueKind::UnknownCountry(excerpt(item)))
        }),
        places: record.texts("places"),
        date: record.date("date"),
        published: record.date("published"),
        kind: record.listed("kind", &|code| KINDS.contains(&code)),
        themes: record.codes("themes", &|code| known.theme(code)),
        sessions: record.count("sessions"),
        scope: record
            .listed("scope", &|code| Scope::CODES.contains(&code))
            .map_or(Scope::Activity, |c| Scope::from_code(&c)),
        reach: record.objects("reach", reach),
        sdgs: goals(record, "sdgs"),
        donors: record.codes("donors", &|id| known.donor(id)),
        partners: record.codes("partners", &|name| known.partner(name)),
        project,
        overlap: record.filled("overlap"),
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
        audience: entry.listed("audience", &|code| AUDIENCES.contains(&code)),
        note: entry.text("note"),
        count: entry.count("count"),
        bound: entry.listed("bound", &|code| Bound::CODES.contains(&code)).map(|code| Bound::from_code(&code)),
        magnitude: entry.listed("magnitude", &|code| MAGNITUDES.contains(&code)),
        status: entry.listed("status", &|code| Status::CODES.contains(&code)).map(|code| Status::from_code(&code)),
        mode: entry.listed("mode", &|code| Mode::CODES.contains(&code)).map(|code| Mode::from_code(&code)),
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
