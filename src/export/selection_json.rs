//! The selection as a data set of its own, `outreach-report/1`.
//!
//! Invariant: it parses back without any issue that the data set did not have, to the same totals. Only the rows of
//! tables that its records use are in it.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::model::{Activity, Count, EdtfDate, FORMAT, Reach, Text};
use crate::query::WomenAndMen;
use crate::view::ViewContext;

/// The selection of a view as JSON. Under an audience filter only the entries of the chosen audiences are in it.
pub fn selection_json(context: &ViewContext) -> String {
    let ViewContext { data, totals, .. } = context;
    let records: Vec<&Activity> = totals.records.iter().filter_map(|row| data.activities.get(*row)).collect();
    let all =
        |of: &dyn Fn(&Activity) -> Vec<Text>| records.iter().flat_map(|record| of(record)).collect::<BTreeSet<_>>();
    let projects = all(&|record| record.project.iter().cloned().collect());
    let projects: Vec<_> = data.projects.iter().filter(|project| projects.contains(&project.id)).collect();
    let themes = all(&|record| record.themes.clone());
    let places = all(&|record| record.places.clone());
    let (mut donors, mut partners) = (all(&|record| record.donors.clone()), all(&|record| record.partners.clone()));
    let mut organisations = all(&|record| record.organisation.iter().cloned().collect());
    for project in &projects {
        donors.extend(project.donors.iter().cloned());
        partners.extend(project.partners.iter().cloned());
        organisations.extend(project.organisation.iter().cloned());
    }
    let document = Object::default()
        .with("format", FORMAT)
        .maybe("title", &data.title)
        .maybe("description", &data.description)
        .maybe("publisher", &data.publisher)
        .with(
            "license",
            data.license.as_ref().map(|one| Object::default().maybe("name", &one.name).maybe("url", &one.url).0),
        )
        .when("updated", &data.updated)
        .maybe("contact", &data.contact)
        .list("organisations", data.organisations.iter().filter(|row| organisations.contains(&row.code)), |row| {
            Object::default().with("code", &*row.code).maybe("name", &row.name)
        })
        .list("donors", data.donors.iter().filter(|row| donors.contains(&row.id)), |row| {
            let object = Object::default().with("id", &*row.id).maybe("name", &row.name);
            object.maybe("donor_country", &row.donor_country).texts("aliases", &row.aliases)
        })
        .list("projects", projects.into_iter(), |row| {
            let object = Object::default().with("id", &*row.id).maybe("name", &row.name);
            let object = object.maybe("acronym", &row.acronym).maybe("organisation", &row.organisation);
            let object = object.texts("partners", &row.partners).texts("donors", &row.donors);
            let object = object.with("sdgs", row.sdgs.iter().map(|goal| goal.number()).collect::<Vec<_>>());
            let object = object.maybe("sdgs_source", &row.sdgs_source).when("period", &row.period);
            object.maybe("source", &row.source).maybe("note", &row.note)
        })
        .list("partners", data.partners.iter().filter(|row| partners.contains(&row.name)), |row| {
            let object = Object::default().with("name", &*row.name).maybe("country", &row.country);
            object.texts("aliases", &row.aliases)
        })
        .list("themes", data.themes.iter().filter(|row| themes.contains(&row.code)), |row| {
            let object = Object::default().with("code", &*row.code).maybe("name", &row.name);
            object.texts("sdg_targets", &row.sdg_targets).maybe("sdg_source", &row.sdg_source)
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
        let object = Object::default().maybe("title", &source.title).maybe("publisher", &source.publisher);
        object.maybe("url", &source.url).0
    });
    let entries = record.reach.iter().filter(|entry| context.selection.takes(entry));
    Object::default()
        .with("id", &*record.id)
        .with("title", &*record.title)
        .maybe("summary", &record.summary)
        .maybe("organisation", &record.organisation)
        .with("countries", record.countries.iter().map(|country| country.code()).collect::<Vec<_>>())
        .texts("places", &record.places)
        .when("date", &record.date)
        .when("published", &record.published)
        .maybe("kind", &record.kind)
        .texts("themes", &record.themes)
        .count("sessions", record.sessions)
        .with("scope", record.scope.code())
        .list("reach", entries, |entry| reach(context, record, entry))
        .with("sdgs", record.sdgs.iter().map(|goal| goal.number()).collect::<Vec<_>>())
        .texts("donors", &record.donors)
        .texts("partners", &record.partners)
        .maybe("project", &record.project)
        .maybe("overlap", &record.overlap)
        .maybe("seed", &record.seed)
        .with("source", source)
}

fn reach(context: &ViewContext, record: &Activity, entry: &Reach) -> Object {
    let (women, men) = match WomenAndMen::of(entry, record, context.selection) {
        WomenAndMen::Given { .. } => (entry.women, entry.men),
        WomenAndMen::Withheld | WomenAndMen::Empty => (None, None),
    };
    Object::default()
        .maybe("audience", &entry.audience)
        .maybe("note", &entry.note)
        .count("count", entry.count)
        .with("bound", entry.bound.as_ref().map(|bound| bound.code()))
        .maybe("magnitude", &entry.magnitude)
        .with("status", entry.status.as_ref().map(|status| status.code()))
        .with("mode", entry.mode.as_ref().map(|mode| mode.code()))
        .count("women", women)
        .count("men", men)
}

/// An object of the document. Null stands for what the page does not say, as in the data set itself.
#[derive(Default)]
struct Object(Map<String, Value>);

impl Object {
    fn with(mut self, field: &str, value: impl serde::Serialize) -> Self {
        self.0.insert(field.to_owned(), json!(value));
        self
    }

    fn maybe(self, field: &str, text: &Option<Text>) -> Self {
        self.with(field, text.as_deref())
    }

    fn texts(self, field: &str, texts: &[Text]) -> Self {
        self.with(field, texts.iter().map(|text| &**text).collect::<Vec<_>>())
    }

    fn when(self, field: &str, when: &Option<EdtfDate>) -> Self {
        self.with(field, when.as_ref().map(|when| &**when.text()))
    }

    fn count(self, field: &str, count: Option<Count>) -> Self {
        self.with(field, count.map(Count::get))
    }

    fn list<T>(self, field: &str, rows: impl Iterator<Item = T>, of: impl Fn(T) -> Object) -> Self {
        self.with(field, rows.map(|row| Value::Object(of(row).0)).collect::<Vec<_>>())
    }
}
