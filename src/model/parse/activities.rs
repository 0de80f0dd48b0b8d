//! Reading the records.

use super::record::{Record, excerpt};
use super::tables::{Known, goals};
use crate::model::{
    AUDIENCES, Activity, Bound, Country, DataSet, Fault, KINDS, MAGNITUDES, Mode, Reach, Scope, Source, Status, Text,
};

/// Reads a record. One without a title is dropped: nothing could be shown of it.
pub(super) fn activity(record: &mut Record, id: Text, data: &DataSet, known: &Known) -> Option<Activity> {
    let Some(title) = record.filled("title") else {
        record.report("title", Fault::NoTitle);
        return None;
    };
    let project = record.code("project").filter(|id| {
        let defined = data.project(id).is_some();
        if !defined {
            record.report("project", Fault::DanglingProject(id.to_string()));
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
            country.ok_or_else(|| Fault::UnknownCountry(excerpt(item)))
        }),
        places: record.texts("places"),
        date: record.date("date"),
        published: record.date("published"),
        kind: record.listed("kind", &|code| KINDS.contains(&code)),
        themes: record.codes("themes", &|code| known.theme(code)),
        sessions: record.count("sessions"),
        scope: record.listed("scope", &|code| Scope::CODES.contains(&code)).map_or(Scope::Activity, |c| Scope::of(&c)),
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

fn reach(entry: &mut Record) -> Reach {
    let reach = Reach {
        audience: entry.listed("audience", &|code| AUDIENCES.contains(&code)),
        note: entry.text("note"),
        count: entry.count("count"),
        bound: entry.listed("bound", &|code| Bound::CODES.contains(&code)).map(|code| Bound::of(&code)),
        magnitude: entry.listed("magnitude", &|code| MAGNITUDES.contains(&code)),
        status: entry.listed("status", &|code| Status::CODES.contains(&code)).map(|code| Status::of(&code)),
        mode: entry.listed("mode", &|code| Mode::CODES.contains(&code)).map(|code| Mode::of(&code)),
        women: entry.count("women"),
        men: entry.count("men"),
    };
    if let Some(count) = reach.count {
        let parts = [reach.women, reach.men].into_iter().flatten().map(|part| part.get()).sum();
        if parts > count.get() {
            entry.report("women", Fault::PartsAboveCount { parts, count: count.get() });
        }
    }
    reach
}
