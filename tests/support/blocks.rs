//! Each block of the screen held against the numbers of the oracle. A check gives the first thing that differs.

mod marks;

use outreach_report::model::{Activity, Country};
use outreach_report::query::{Facet, Value as Chosen};
use outreach_report::view::{self, Scene};
use serde_json::Value;

use super::english::{leading_number, number};
use super::spoken::{activities, highest, signs, words};

/// What the oracle says of a view.
pub(crate) struct Truth {
    /// The JSON of the contract.
    pub(crate) totals: Value,
    /// The records that are listed, by their place.
    pub(crate) listed: Vec<usize>,
}

/// What differs, as a sentence for whoever mends it.
type Check = Result<(), String>;

/// A block and what checks it.
pub(crate) type Block = (&'static str, fn(&Scene, &Truth) -> Check);

/// The blocks that have numbers.
pub(crate) const BLOCKS: [Block; 8] = [
    ("headline", headline),
    ("tiles", tiles),
    ("pickers", pickers),
    ("countries", marks::countries),
    ("years", marks::years),
    ("goals", marks::goals),
    ("table", table),
    ("note", note),
];

fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: T, wanted: T) -> Check {
    if found == wanted { Ok(()) } else { Err(format!("{what}: found {found:?}, wanted {wanted:?}")) }
}

impl Truth {
    fn activities(&self) -> usize {
        count(&self.totals["activities"])
    }

    fn rows(&self, facet: Facet) -> &Vec<Value> {
        self.totals["facets"][facet.key()].as_array().unwrap()
    }

    fn row(&self, facet: Facet, value: &Chosen) -> Option<&Value> {
        self.rows(facet).iter().find(|row| row["key"] == *value.key())
    }

    /// How many known values of a facet the listed activities have.
    fn known(&self, scene: &Scene, values: impl Fn(&Activity) -> Vec<String>) -> usize {
        let listed = self.listed.iter().map(|at| &scene.data.activities[*at]).filter(|one| !one.is_project_total());
        listed.flat_map(values).collect::<std::collections::BTreeSet<_>>().len()
    }

    fn countries(&self, scene: &Scene) -> usize {
        self.known(scene, |one| one.countries.iter().map(|country| country.code().to_owned()).collect())
    }

    fn goals(&self, scene: &Scene) -> usize {
        let Scene { data, selection, .. } = scene;
        self.known(scene, |one| {
            let goals = one.goals(data).filter(|(_, basis)| *basis <= selection.basis);
            goals.map(|(goal, _)| goal.number().to_string()).collect()
        })
    }
}

fn count(value: &Value) -> usize {
    value.as_u64().unwrap() as usize
}

fn headline(scene: &Scene, truth: &Truth) -> Check {
    let headline = view::headline(scene);
    let live = |gap: &str| {
        let part = headline.sentence.iter().find(|part| part.gap.as_deref() == Some(gap));
        part.map(|part| part.text.to_lowercase())
    };
    let n = truth.activities();
    same("empty", headline.empty, n == 0)?;
    same("activities", live("activities"), (n > 0).then(|| activities(n)))?;
    let people = &truth.totals["people"];
    let counted = n > 0 && people["qualifier"] != "none" && words(people) != "given in words";
    let noun = if highest(people) == 1 { "person" } else { "people" };
    same("people", live("people"), counted.then(|| format!("{} {noun}", words(people))))?;
    // No country is named or counted in which nothing was done.
    let place = live("where").unwrap_or_default();
    let country = |one: &Activity| {
        let chosen = one.countries.iter().filter(|country| names_chosen_countries(scene, **country));
        chosen.map(|country| country.code().to_owned()).collect()
    };
    match truth.known(scene, country) {
        0 => same("where", place.as_str(), ""),
        many if many > 3 => same("where", place, format!(" in {many} countries")),
        few => same("countries", place.matches(", ").count() + place.matches(" and ").count() + 1, few),
    }
}

/// Whether the headline speaks of this country: under a filter of known countries only of those.
fn names_chosen_countries(scene: &Scene, country: Country) -> bool {
    let chosen = |value: &Chosen| scene.selection.contains(Facet::Country, value);
    !scene.selection.is_filtered(Facet::Country) || chosen(&Chosen::Unknown) || chosen(&country.into())
}

fn tiles(scene: &Scene, truth: &Truth) -> Check {
    let tiles = view::tiles(scene);
    let text = |name: &str| {
        let tile = tiles.iter().find(|tile| tile.name == name).unwrap();
        [tile.before.as_str(), tile.number.as_str()].join(" ").trim().to_owned()
    };
    // A tile sets the number large: a dash for none, and a range without words.
    let large = |tally: &Value| match (words(tally), signs(tally)) {
        (words, _) if words == "no number" => "–".to_owned(),
        (words, signs) if words.contains(" to ") => signs,
        (words, _) => words,
    };
    same("people", text("people"), large(&truth.totals["people"]))?;
    same("planned", text("planned"), large(&truth.totals["planned"]))?;
    same("activities", text("activities"), digits(truth.activities()))?;
    same("countries", text("countries"), truth.countries(scene).to_string())?;
    same("goals", text("goals"), truth.goals(scene).to_string())
}

fn pickers(scene: &Scene, truth: &Truth) -> Check {
    for picker in view::pickers(scene) {
        let facet = picker.facet;
        for choice in &picker.choices {
            let row = truth.row(facet, &choice.value);
            let n = row.map_or(0, |row| count(&row["activities"]));
            same("activities", (facet, &choice.value, choice.activities), (facet, &choice.value, n))?;
            same("number", &choice.number, &digits(n))?;
            same("spoken", choice.spoken.ends_with(&format!(", {}", activities(n))), true)?;
            same("selected", choice.selected, row.is_some_and(|row| row["selected"] == true))?;
        }
        let offered = |row: &&Value| picker.choices.iter().any(|choice| row["key"] == *choice.value.key());
        same("all offered", truth.rows(facet).iter().find(|row| !offered(row)), None)?;
        same("chosen", picker.chosen, picker.choices.iter().filter(|choice| choice.selected).count())?;
    }
    Ok(())
}

fn digits(n: usize) -> String {
    number(n as u64)
}

fn table(scene: &Scene, truth: &Truth) -> Check {
    let table = view::table(scene, usize::MAX);
    let mut records: Vec<usize> = table.rows.iter().map(|row| row.record).collect();
    records.sort_unstable();
    same("records", &records, &truth.listed)?;
    same("caption", leading_number(&table.caption), Some(truth.listed.len() as u64))?;
    let first = view::table(scene, 2);
    same("count", (table.count, first.count), (truth.listed.len(), truth.listed.len()))?;
    same("first", &first.rows[..], &table.rows[..table.rows.len().min(2)])?;
    for row in &table.rows {
        let record = &scene.data.activities[row.record];
        same("id", &row.id, &record.id)?;
        same("tagged", (&row.id, row.tag.is_some()), (&row.id, record.is_project_total()))?;
        let apart = row.people.iter().all(|line| line.apart);
        same("project totals stand apart", apart || !record.is_project_total(), true)?;
    }
    Ok(())
}

fn note(scene: &Scene, truth: &Truth) -> Check {
    let note = view::note(scene);
    let people = &truth.totals["people"];
    let lines = |words: &str| note.left_out.iter().find(|line| line.contains(words)).and_then(|l| leading_number(l));
    same("total", note.total.contains(&activities(truth.activities())), true)?;
    let spoken = words(people);
    let counted = people["counted"] != 0;
    same("people", !counted || note.total.contains(&format!("{spoken} reached")), true)?;
    let some = |n: usize| (n > 0).then_some(n as u64);
    same("uncounted", lines("without any number"), some(count(&people["uncounted"])))?;

    let listed = || truth.listed.iter().map(|at| &scene.data.activities[*at]);
    let project_totals = listed().filter(|record| record.is_project_total()).count();
    same("project totals", lines("up whole projects").or(lines("up a whole project")), some(project_totals))?;
    // Every entry has its place in the account, and only one.
    let entries = listed().filter(|record| !record.is_project_total()).flat_map(|record| &record.reach);
    let entries = entries.filter(|entry| scene.selection.takes(entry)).count() as u64;
    let about_records = ["without any number", "whole project", "probably overlap"];
    let about_entries = note.left_out.iter().filter(|line| !about_records.iter().any(|words| line.contains(words)));
    let accounted: u64 = note.counted.iter().chain(about_entries).filter_map(|line| leading_number(line)).sum();
    same("entries", accounted, entries)
}
