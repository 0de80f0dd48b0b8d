//! The sentence at the top and the totals in a row, held against the numbers of the oracle.

use outreach_report::model::{Activity, Country};
use outreach_report::query::{Facet, FacetValue};
use outreach_report::view::{self, ViewContext};
use serde_json::Value;

use super::{Check, Truth, digits, same};
use crate::support::spoken::{activities, highest, signs, words};

pub(super) fn headline(context: &ViewContext, truth: &Truth) -> Check {
    let headline = view::headline(context);
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
    // Plans are told beside it, never in it.
    let planned = words(&truth.totals["planned"]);
    let plans = match &*planned {
        "no number" => None,
        "given in words" => Some("given only in words"),
        number => Some(number),
    };
    let told = n > 0 && plans.is_some();
    same("plans", headline.detail.contains("not part of this number"), told)?;
    same("planned", !told || plans.is_some_and(|plans| headline.detail.contains(plans)), true)?;
    // No country is named or counted in which nothing was done.
    let place = live("where").unwrap_or_default();
    let country = |one: &Activity| {
        let chosen = one.countries.iter().filter(|country| names_chosen_countries(context, **country));
        chosen.map(|country| country.code().to_owned()).collect()
    };
    match truth.known(context, country) {
        0 => same("where", place.as_str(), ""),
        many if many > 3 => same("where", place, format!(" in {many} countries")),
        few => same("countries", place.matches(", ").count() + place.matches(" and ").count() + 1, few),
    }
}

/// Whether the headline speaks of this country: under a filter of known countries only of those.
fn names_chosen_countries(context: &ViewContext, country: Country) -> bool {
    let chosen = |value: &FacetValue| context.selection.contains(Facet::Country, value);
    !context.selection.is_filtered(Facet::Country) || chosen(&FacetValue::Unknown) || chosen(&country.into())
}

pub(super) fn tiles(context: &ViewContext, truth: &Truth) -> Check {
    let tiles = view::tiles(context);
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
    let countries = truth.known(context, |one| one.countries.iter().map(|one| one.code().to_owned()).collect());
    let goals = truth.known(context, |one| {
        let goals = one.goals(context.data).filter(|(_, basis)| *basis <= context.selection.basis);
        goals.map(|(goal, _)| goal.number().to_string()).collect()
    });
    same("people", text("people"), large(&truth.totals["people"]))?;
    same("planned", text("planned"), large(&truth.totals["planned"]))?;
    same("activities", text("activities"), digits(truth.activities()))?;
    same("countries", text("countries"), countries.to_string())?;
    same("goals", text("goals"), goals.to_string())
}
