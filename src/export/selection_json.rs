//! The selection as a data set of the format `outreach-report/1`.
//!
//! Invariant: it parses without any issue that the original data set did not have, and gives the same totals. It
//! contains only those projects, donors, partners, organisations, themes and places that its records use.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::model::{Activity, Count, EdtfDate, FORMAT, Reach, Text};
use crate::query::WomenAndMen;
use crate::view::ViewContext;

/// The selection of a view as JSON. Under an audience filter it contains only the entries of the chosen audiences.
pub fn selection_json(context: &ViewContext) -> String {
    let ViewContext { data, totals, .. } = context;
    let records: Vec<&Activity> = totals.rows.iter().filter_map(|row| data.activities.get(row)).collect();
    let used = |codes: &dyn Fn(&Activity) -> Vec<Text>| {
        records.iter().flat_map(|record| codes(record)).collect::<BTreeSet<_>>()
    };
    let projects = used(&|record| record.project.iter().cloned().collect());
    let projects: Vec<_> = data.projects.iter().filter(|project| projects.contains(&project.id)).collect();
    let themes = used(&|record| record.themes.clone());
    let places = used(&|record| record.places.clone());
    let (mut donors, mut partners) = (used(&|record| record.donors.clone()), used(&|record| record.partners.clone()));
    let mut organisations = used(&|record| record.organisation.iter().cloned().collect());
    for project in &projects {
        donors.extend(project.donors.iter().cloned());
        partners.extend(project.partners.iter().cloned());
        organisations.extend(project.organisation.iter().cloned());
    }
    let document = Object::default()
        .with("format", FORMAT)
        .optional_text("title", &data.title)
        .optional_text("description", &data.description)
        .optional_text("publisher", &data.publisher)
        .with(
            "license",
            data.license.as_ref().map(|license| {
                Object::default().optional_text("name", &license.name).optional_text("url", &license.url).0
            }),
        )
        .date("updated", &data.updated)
        .optional_text("contact", &data.contact)
        .list("organisations", data.organisations.iter().filter(|row| organisations.contains(&row.code)), |row| {
            Object::default().with("code", &*row.code).optional_text("name", &row.name)
        })
        .list("donors", data.donors.iter().filter(|row| donors.contains(&row.id)), |row| {
            let object = Object::default().with("id", &*row.id).optional_text("name", &row.name);
            object.optional_text("donor_country", &row.donor_country).texts("aliases", &row.aliases)
        })
        .list("projects", projects.into_iter(), |row| {
            let object = Object::default().with("id", &*row.id).optional_text("name", &row.name);
            let object = object.optional_text("acronym", &row.acronym).optional_text("organisation", &row.organisation);
            let object = object.texts("partners", &row.partners).texts("donors", &row.donors);
            let object = object.with("sdgs", row.sdgs.iter().map(|goal| goal.number()).collect::<Vec<_>>());
            let object = object.optional_text("sdgs_source", &row.sdgs_source).date("period", &row.period);
            object.optional_text("source", &row.source).optional_text("note", &row.note)
        })
        .list("partners", data.partners.iter().filter(|row| partners.contains(&row.name)), |row| {
            let object = Object::default().with("name", &*row.name).optional_text("country", &row.country);
            object.texts("aliases", &row.aliases)
        })
        .list("themes", data.themes.iter().filter(|row| themes.contains(&row.code)), |row| {
            let object = Object::default().with("code", &*row.code).optional_text("name", &row.name);
            object.texts("sdg_targets", &row.sdg_targets).optional_text("sdg_source", &row.sdg_source)
        })
        .list("places", data.places.iter().filter(|row| places.contains(&row.name)), |row| {
            Object::default().with("name", &*row.name).texts("aliases", &row.aliases)
        })
        .list("activities", records.into_iter(), |record| activity(context, record));
    // Nothing in a document of texts and numbers can fail to serialise.
    serde_json::to_string_pretty(&Value::Object(document.0)).unwrap_or_default()
}

fn activity(context: &ViewContext, record: &Activity) -> Object {
    let source = record.source.as_ref().map(|source| {
        let object =
            Object::default().optional_text("title", &source.title).optional_text("publisher", &source.publisher);
        object.optional_text("url", &source.url).0
    });
    let entries = record.reach.iter().filter(|entry| context.selection.includes(entry));
    Object::default()
        .with("id", &*record.id)
        .with("title", &*record.title)
        .optional_text("summary", &record.summary)
        .optional_text("organisation", &record.organisation)
        .with("countries", record.countries.iter().map(|country| country.code()).collect::<Vec<_>>())
        .texts("places", &record.places)
        .date("date", &record.date)
        .date("published", &record.published)
        .optional_text("kind", &record.kind)
        .texts("themes", &record.themes)
        .count("sessions", record.sessions)
        .with("scope", record.scope.code())
        .list("reach", entries, |entry| reach(context, record, entry))
        .with("sdgs", record.sdgs.iter().map(|goal| goal.number()).collect::<Vec<_>>())
        .texts("donors", &record.donors)
        .texts("partners", &record.partners)
        .optional_text("project", &record.project)
        .optional_text("overlap", &record.overlap)
        .optional_text("seed", &record.seed)
        .with("source", source)
}

fn reach(context: &ViewContext, record: &Activity, entry: &Reach) -> Object {
    let (women, men) = match WomenAndMen::of(entry, record, context.selection) {
        WomenAndMen::Given { .. } => (entry.women, entry.men),
        WomenAndMen::Withheld | WomenAndMen::Empty => (None, None),
    };
    Object::default()
        .optional_text("audience", &entry.audience)
        .optional_text("note", &entry.note)
        .count("count", entry.count)
        .with("bound", entry.bound.as_ref().map(|bound| bound.code()))
        .optional_text("magnitude", &entry.magnitude)
        .with("status", entry.status.as_ref().map(|status| status.code()))
        .with("mode", entry.mode.as_ref().map(|mode| mode.code()))
        .count("women", women)
        .count("men", men)
}

/// An object of the document. A field that the page does not state is null, as in the data set itself.
#[derive(Default)]
struct Object(Map<String, Value>);

impl Object {
    fn with(mut self, field: &str, value: impl serde::Serialize) -> Self {
        self.0.insert(field.to_owned(), json!(value));
        self
    }

    fn optional_text(self, field: &str, text: &Option<Text>) -> Self {
        self.with(field, text.as_deref())
    }

    fn texts(self, field: &str, texts: &[Text]) -> Self {
        self.with(field, texts.iter().map(|text| &**text).collect::<Vec<_>>())
    }

    fn date(self, field: &str, date: &Option<EdtfDate>) -> Self {
        self.with(field, date.as_ref().map(|date| &**date.text()))
    }

    fn count(self, field: &str, count: Option<Count>) -> Self {
        self.with(field, count.map(Count::get))
    }

    fn list<T>(self, field: &str, rows: impl Iterator<Item = T>, to_object: impl Fn(T) -> Object) -> Self {
        self.with(field, rows.map(|row| Value::Object(to_object(row).0)).collect::<Vec<_>>())
    }
}
