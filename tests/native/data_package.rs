//! The package of tables: read back, it gives the totals of the report, its foreign keys refer to rows that exist, and
//! its descriptions match its files. `tests/browser/data-package.test.mjs` checks it with the validators of the standards.

use std::collections::{BTreeMap, BTreeSet};

use outreach_report::export::{data_package, totals_json};
use outreach_report::query::Selection;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::support::csv::{Row, read};
use crate::support::view_fixture::{ViewFixture, report};
use crate::support::{built_in, generate};

/// The contents of the files by their names.
type Files = BTreeMap<String, String>;

fn files(shown: &ViewFixture) -> Files {
    data_package(&shown.view_context(), None).into_iter().map(|file| (file.name, file.content)).collect()
}

fn rows(files: &Files, table: &str) -> Vec<Row> {
    read(&files[&format!("{table}.csv")])
}

/// The cells of a row that are not empty, as JSON: columns in `numbers` as whole numbers, columns in `lists` as lists.
fn object(row: &Row, numbers: &[&str], lists: &[&str]) -> Map<String, Value> {
    let filled = row.iter().filter(|(_, cell)| !cell.is_empty());
    filled
        .map(|(name, cell)| {
            let cell = cell.strip_prefix('\'').unwrap_or(cell);
            let value = match name.as_str() {
                name if numbers.contains(&name) => json!(cell.parse::<u64>().unwrap()),
                name if lists.contains(&name) => json!(cell.split(" | ").collect::<Vec<_>>()),
                _ => json!(cell),
            };
            (name.clone(), value)
        })
        .collect()
}

/// The document that the tables describe.
fn document(files: &Files) -> Value {
    let table_rows =
        |table: &str, lists: &[&str]| rows(files, table).iter().map(|row| object(row, &[], lists)).collect::<Vec<_>>();
    // The values that a join table links to a row.
    let linked = |table: &str, column: &str, id: &str, other: &str| -> Vec<Value> {
        let rows = rows(files, table);
        let cells = rows.iter().filter(|row| row[column] == id).map(|row| row[other].clone());
        cells.map(|cell| if other == "goal" { json!(cell.parse::<u64>().unwrap()) } else { json!(cell) }).collect()
    };
    let mut activities = Vec::new();
    let reach = rows(files, "reach");
    for row in rows(files, "activities") {
        let id = row["id"].clone();
        let mut fields = object(&row, &["sessions"], &["places", "doubts"]);
        let source: Map<String, Value> = ["title", "publisher", "url"]
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), fields.remove(&format!("source_{name}"))?)))
            .collect();
        fields.insert("source".into(), json!(source));
        for (field, column) in
            [("countries", "country"), ("themes", "theme"), ("donors", "donor"), ("partners", "partner")]
        {
            fields.insert(field.into(), json!(linked(&format!("activity-{field}"), "activity", &id, column)));
        }
        fields.insert("sdgs".into(), json!(linked("activity-goals", "activity", &id, "goal")));
        let entries = reach.iter().filter(|row| row["activity"] == id).map(|row| {
            let mut entry = object(row, &["count", "women", "men"], &[]);
            ["activity", "entry", "parts"].iter().for_each(|name| drop(entry.remove(*name)));
            entry
        });
        fields.insert("reach".into(), json!(entries.collect::<Vec<_>>()));
        activities.push(fields);
    }
    let mut projects = table_rows("projects", &[]);
    for project in &mut projects {
        let id = project["id"].as_str().unwrap().to_owned();
        project.insert("donors".into(), json!(linked("project-donors", "project", &id, "donor")));
        project.insert("partners".into(), json!(linked("project-partners", "project", &id, "partner")));
        project.insert("sdgs".into(), json!(linked("project-goals", "project", &id, "goal")));
    }
    let mut themes = table_rows("themes", &[]);
    for theme in &mut themes {
        let code = theme["code"].as_str().unwrap().to_owned();
        theme.insert("sdg_targets".into(), json!(linked("theme-targets", "theme", &code, "target")));
    }
    json!({
        "format": "outreach-report/1",
        "organisations": table_rows("organisations", &[]), "donors": table_rows("donors", &["aliases"]),
        "partners": table_rows("partners", &["aliases"]), "places": table_rows("places", &["aliases"]),
        "projects": projects, "themes": themes, "activities": activities,
    })
}

/// Every foreign key refers to a row that exists, every primary key is unique, and the descriptions match the files.
fn check(files: &Files) {
    let descriptor: Value = serde_json::from_str(&files["datapackage.json"]).unwrap();
    let mut tables = BTreeSet::new();
    for resource in descriptor["resources"].as_array().unwrap() {
        let name = resource["name"].as_str().unwrap();
        tables.insert(resource["path"].as_str().unwrap().to_owned());
        let table_rows = rows(files, name);
        let fields: Vec<&str> = resource["schema"]["fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|field| field["name"].as_str().unwrap())
            .collect();
        let header = files[&format!("{name}.csv")].lines().next().unwrap().to_owned();
        assert_eq!(header, fields.join(","), "{name}");
        let keys: Vec<&str> =
            resource["schema"]["primaryKey"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
        let distinct_keys: BTreeSet<Vec<&String>> =
            table_rows.iter().map(|row| keys.iter().map(|key| &row[*key]).collect()).collect();
        assert_eq!(distinct_keys.len(), table_rows.len(), "{name} has a primary key twice");
        for foreign in resource["schema"]["foreignKeys"].as_array().into_iter().flatten() {
            let column = foreign["fields"][0].as_str().unwrap();
            let key = foreign["reference"]["fields"][0].as_str().unwrap();
            let known: BTreeSet<String> = rows(files, foreign["reference"]["resource"].as_str().unwrap())
                .into_iter()
                .map(|mut row| row.remove(key).unwrap())
                .collect();
            for cell in table_rows.iter().map(|row| &row[column]).filter(|cell| !cell.is_empty()) {
                assert!(known.contains(cell), "{name}.{column} refers to {cell}, which does not exist");
            }
        }
    }
    let csvw: Value = serde_json::from_str(&files["csv-metadata.json"]).unwrap();
    let urls: BTreeSet<String> =
        csvw["tables"].as_array().unwrap().iter().map(|table| table["url"].as_str().unwrap().to_owned()).collect();
    assert_eq!(urls, tables);
    let csv_files: BTreeSet<String> = files.keys().filter(|name| name.ends_with(".csv")).cloned().collect();
    let hxl = BTreeSet::from(["outreach-hxl.csv".to_owned()]);
    assert_eq!(csv_files, &tables | &hxl, "each table is described, and each description has its table");
}

#[test]
fn the_built_in_data_come_back_from_the_tables() {
    let shown = ViewFixture::from_link(&built_in(), "");
    let files = files(&shown);
    check(&files);
    let read_back = document(&files);
    for link in
        ["", "country=BT&year=2022", "basis=theme&sdg=5", "audience=students", "donor=unknown&measure=activities"]
    {
        let (original, copy) = (ViewFixture::from_link(&built_in(), link), ViewFixture::from_link(&read_back, link));
        assert_eq!(copy.issues, [], "{link}");
        assert_eq!(totals_json(link, &copy.totals), totals_json(link, &original.totals), "{link}");
    }
    let copy = ViewFixture::from_link(&read_back, "");
    let mut pairs = copy.data.activities.iter().zip(&shown.data.activities);
    assert!(
        pairs.all(|(a, b)| (a.id == b.id) && a.source == b.source && a.summary == b.summary && a.doubts == b.doubts)
    );
    assert_eq!(copy.data.projects, shown.data.projects);
    // Every table and every column has a description.
    let descriptor: Value = serde_json::from_str(&files["datapackage.json"]).unwrap();
    for resource in descriptor["resources"].as_array().unwrap() {
        assert_ne!(resource["description"], "", "{}", resource["name"]);
        for field in resource["schema"]["fields"].as_array().unwrap() {
            assert_ne!(field["description"], "", "{}.{}", resource["name"], field["name"]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_data_come_back_from_the_tables(source in generate::document(), plain in generate::plain_selection()) {
        let shown = ViewFixture::new(&source, Selection::default());
        let files = files(&shown);
        check(&files);
        let read_back = document(&files);
        let select = |document: &Value| ViewFixture::new(document, generate::selection(&plain));
        let (original, copy) = (select(&source), select(&read_back));
        prop_assert_eq!(totals_json("", &copy.totals), totals_json("", &original.totals));
    }
}

/// The table with HXL hashtags has a row of hashtags below the column names. Sums over its columns give the totals,
/// except for rows that are marked as left out.
#[test]
fn sums_over_the_table_with_hashtags_give_the_totals() {
    let shown = ViewFixture::from_link(&built_in(), "");
    let files = files(&shown);
    let mut rows = read(&files["outreach-hxl.csv"]);
    let tags = rows.remove(0);
    assert!(tags.values().all(|tag| tag.starts_with('#')), "{tags:?}");
    let is_counted = |row: &&Row| ["", "planned"].contains(&&*row["left_out"]);
    let sum =
        |column: &str| rows.iter().filter(is_counted).filter_map(|row| row[column].parse::<u64>().ok()).sum::<u64>();
    assert_eq!(sum("reached_at_least"), shown.totals.reached.low);
    assert_eq!(sum("planned_at_least"), shown.totals.planned.low);
    // A lower bound has no upper end.
    let open = rows.iter().find(|row| row["words"].starts_with("at least")).unwrap();
    assert!(!open["reached_at_least"].is_empty() && open["reached_at_most"].is_empty());
}

#[test]
fn small_numbers_are_withheld_and_formulas_are_texts() {
    let mut source = report(json!([{
        "id": "=a", "title": "=HYPERLINK(\"x\")", "countries": ["BD"], "donors": ["-d"], "kind": "a|b(c",
        "reach": [
            { "status": "reached", "count": 12, "women": 4, "men": 8, "mode": "by.post" },
            { "status": "reached", "count": 40, "women": 20, "men": 20 },
        ],
    }]));
    source["license"] = json!({ "name": "Ask us" });
    let shown = ViewFixture::from_link(&source, "");
    let files = files(&shown);
    check(&files);
    let reach = rows(&files, "reach");
    let cells = |name: &str| reach.iter().map(|row| row[name].as_str()).collect::<Vec<_>>();
    assert_eq!((cells("women"), cells("men")), (vec!["", "20"], vec!["", "20"]));
    assert_eq!(cells("parts"), ["withheld", "given"]);
    assert_eq!(rows(&files, "activities")[0]["title"], "'=HYPERLINK(\"x\")");
    assert!(
        files
            .iter()
            .filter(|(name, _)| name.ends_with("csv"))
            .all(|(_, text)| !text.contains(",8,") && !text.contains(",4,"))
    );
    // A code of the data is escaped in patterns, and a licence without an address is left out.
    assert!(files["csv-metadata.json"].contains("by\\\\.post"));
    assert!(!files["datapackage.json"].contains("licenses"));
}
