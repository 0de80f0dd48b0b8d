//! Generators of random data sets and selections. The data have few countries, years, goals and codes, which makes
//! records share values; many nulls, absent fields, bounds, plans and magnitudes; and a little of everything that the
//! parser has to clear.

use std::collections::BTreeMap;

use outreach_report::model::Basis;
use outreach_report::query::{Facet, FacetValue, Selection};
use proptest::collection::{btree_set, vec};
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

use super::oracle::{FACETS, PlainSelection};

const COUNTRIES: &[&str] = &["BD", "BT", "NP", "XX"];
const CODES: &[&str] = &["TIP", "SOM", "odd~&=%", "unknown"];
const KINDS: &[&str] = &["training", "workshop", "picnic"];
const AUDIENCES: &[&str] = &["students", "officials", "mixed", "aliens", "unknown"];
const ORGANISATIONS: &[&str] = &["IOM", "UNODC"];
const DONORS: &[&str] = &["eu", "us", "nobody"];
const PROJECTS: &[&str] = &["p1", "p2", "dangling"];
const TEXTS: &[&str] = &["Café in Dhaka", "Straße und Haus", "ﬁeld study Ⅷ", "हिन्दी school", "ÉCOLE", "Kabul"];
const WORDS: &[&str] =
    &["cafe", "CAFÉ", "STRASSE", "ß", "fi", "viii", "हिनदी", "e\u{301}col", "dhaka cafe", "kabul", "x", " "];
const DATES: &[&str] = &[
    "2019",
    "2020-05",
    "2020-05-03~",
    "2021",
    "2018/2020",
    "2019-11/2020-02",
    "2021/..",
    "2019/",
    "../2018",
    "/2020",
    "201X",
    "2022/2019",
    "2020-06/2020-05",
    "[2019..2021]",
    "soon",
    "2022-13",
    "2020-XX",
    "2022-12~/2023-01~",
];
const FIELDS: &[&str] = &[
    "countries",
    "date",
    "kind",
    "themes",
    "organisation",
    "donors",
    "partners",
    "project",
    "sdgs",
    "scope",
    "reach",
    "overlap",
    "source",
    "summary",
    "places",
];

/// A document of up to 40 records.
pub(crate) fn document() -> impl Strategy<Value = Value> {
    (vec(record(), 0..40), vec(project(), 2), vec(targets(), 2)).prop_map(|(mut records, mut projects, targets)| {
        for (index, record) in records.iter_mut().enumerate() {
            // The id of a record is its own index, or that of the record before it: then it is dropped as a duplicate.
            let back = record["id"].as_u64().unwrap() as usize;
            record["id"] = format!("r{}", index.saturating_sub(back)).into();
        }
        for (index, project) in projects.iter_mut().enumerate() {
            project["id"] = format!("p{}", index + 1).into();
        }
        json!({
            "format": "outreach-report/1",
            "organisations": [{ "code": "IOM" }],
            "donors": [{ "id": "eu" }, { "id": "us" }],
            "projects": projects,
            "themes": [{ "code": "TIP", "sdg_targets": targets[0] }, { "code": "SOM", "sdg_targets": targets[1] }],
            "activities": records,
        })
    })
}

fn record() -> impl Strategy<Value = Value> {
    let codes = (maybe(KINDS), some_of(CODES), maybe(ORGANISATIONS), maybe(PROJECTS), some_of(DONORS));
    let people = (vec(entry(), 0..4), maybe(&["o1", "o2", ""]), maybe(&["activity", "project-total", "stunt"]));
    let texts = (select(TEXTS), maybe(TEXTS), some_of(TEXTS), some_of(TEXTS), maybe(TEXTS));
    let date_countries_goals = (weighted(0.8, select(DATES)), some_of(COUNTRIES), goals());
    let faults = (prop_oneof![9 => Just(0), 1 => Just(1)], subsequence(FIELDS, 0..4), 0..30);
    (codes, people, texts, date_countries_goals, faults).prop_map(
        |(codes, people, texts, dates, (back, absent, title))| {
            let mut record = json!({
                "id": back, "title": if title == 0 { "" } else { texts.0 }, "summary": texts.1, "places": texts.2,
                "partners": texts.3, "source": { "title": texts.4 },
                "kind": codes.0, "themes": codes.1, "organisation": codes.2, "project": codes.3, "donors": codes.4,
                "reach": people.0, "overlap": people.1, "scope": people.2,
                "date": dates.0, "countries": dates.1, "sdgs": dates.2,
            });
            absent.into_iter().for_each(|field| drop(record.as_object_mut().unwrap().remove(field)));
            record
        },
    )
}

fn entry() -> impl Strategy<Value = Value> {
    let odd_counts = json!([-1, 1.5, "12", 9_007_199_254_740_993_u64, 5.0, 9_007_199_254_740_992_u64]);
    let count = prop_oneof![
        6 => (0_u64..60).prop_map(Value::from),
        2 => select(odd_counts.as_array().unwrap().clone()),
        3 => Just(Value::Null),
    ];
    // At-least is rare: one such count makes a whole total open.
    let bound = weighted(0.9, select(vec!["exact", "exact", "exact", "about", "at-most", "at-least", "roughly"]));
    let status = weighted(0.95, select(vec!["reached", "reached", "reached", "planned", "rumoured"]));
    let mode = maybe(&["in-person", "online", "online-media", "telepathy"]);
    let magnitude = weighted(0.15, select(vec!["hundreds", "tens", "dozens", ""]));
    (maybe(AUDIENCES), count, bound, status, mode, magnitude).prop_map(
        |(audience, count, bound, status, mode, magnitude)| {
            let entry = json!({
                "audience": audience, "count": count, "bound": bound, "status": status, "mode": mode,
                "magnitude": magnitude,
            });
            // Null and an absent field mean the same.
            let absent = audience.is_none() && count.is_null();
            let fields = entry.as_object().unwrap().clone().into_iter();
            fields.filter(|(_, value)| !(absent && value.is_null())).collect()
        },
    )
}

fn project() -> impl Strategy<Value = Value> {
    (some_of(DONORS), goals(), maybe(TEXTS), maybe(TEXTS)).prop_map(
        |(donors, sdgs, name, acronym)| json!({ "donors": donors, "sdgs": sdgs, "name": name, "acronym": acronym }),
    )
}

fn targets() -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(&["5.2", "8.7", "16.2", "10.7", "16.a"][..], 0..4)
}

fn goals() -> impl Strategy<Value = Value> {
    let numbers = vec![json!(5), json!(8), json!(16), json!(16), json!(5.0), json!(0), json!(18)];
    vec(select(numbers), 0..4).prop_map(Value::from)
}

fn maybe(values: &'static [&'static str]) -> impl Strategy<Value = Option<&'static str>> {
    weighted(0.75, select(values))
}

fn some_of(values: &'static [&'static str]) -> impl Strategy<Value = Vec<&'static str>> {
    vec(select(values), 0..4)
}

/// A selection: about a quarter of the facets are filtered, by values of the data, values that the data lack, and
/// `unknown`.
pub(crate) fn plain_selection() -> impl Strategy<Value = PlainSelection> {
    let facets: Vec<_> =
        FACETS.map(|facet| weighted(0.22, btree_set(select(values(facet)), 1..4))).into_iter().collect();
    let year = || weighted(0.7, 2016_u16..2025);
    let words = prop_oneof![2 => Just(vec![]), 1 => vec(select(WORDS), 1..3)];
    let basis = select(vec!["stated", "project", "project", "theme"]);
    (facets, prop_oneof![2 => Just(Vec::new()), 1 => vec((year(), year()), 1..3)], words, basis).prop_map(
        |(facets, years, words, basis)| {
            let chosen: BTreeMap<_, _> =
                FACETS.into_iter().zip(facets).filter_map(|(facet, values)| Some((facet, values?))).collect();
            // A range is written from the earlier to the later year.
            let years =
                years.into_iter().map(|(a, b)| if a.is_some() && b.is_some() && a > b { (b, a) } else { (a, b) });
            PlainSelection { chosen, years: years.collect(), search: words.join(" "), basis }
        },
    )
}

/// The values that a generated selection chooses from. Years are chosen as ranges.
fn values(facet: &str) -> Vec<String> {
    let known: &[&str] = match facet {
        "country" => &["BD", "BT", "NP", "FR"],
        "sdg" => &["1", "5", "8", "16"],
        "kind" => &["training", "workshop", "picnic", "study"],
        "theme" => &["TIP", "SOM", "odd~&=%", "CYBER"],
        "audience" => &["students", "officials", "mixed", "aliens", "media"],
        "org" => &["IOM", "UNODC", "ILO"],
        "donor" => &["eu", "us", "nobody", "jp"],
        "project" => &["p1", "p2", "p3"],
        _ => &[],
    };
    known.iter().copied().chain(["unknown"]).map(str::to_owned).collect()
}

/// The same selection in the types of the library.
pub(crate) fn selection(plain: &PlainSelection) -> Selection {
    let mut selection = Selection::default();
    for (facet, values) in &plain.chosen {
        for value in values {
            selection.insert(Facet::from_key(facet).unwrap(), facet_value(facet, value));
        }
    }
    for (from, to) in &plain.years {
        selection.add_years(from.unwrap_or(0), to.unwrap_or(9999));
    }
    selection.set_search(&plain.search);
    selection.basis = Basis::ALL.into_iter().find(|basis| basis.code() == plain.basis).unwrap();
    selection
}

/// A facet value of the contract in the types of the library.
fn facet_value(facet: &str, key: &str) -> FacetValue {
    match facet {
        _ if key == "unknown" => FacetValue::Unknown,
        "year" | "sdg" => FacetValue::Number(key.parse().unwrap()),
        _ => FacetValue::Code(key.into()),
    }
}
