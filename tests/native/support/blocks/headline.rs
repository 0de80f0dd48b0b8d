//! Compares the headline and the tiles with the numbers of the oracle.

use outreach_report::model::{Activity, Country};
use outreach_report::query::{Facet, FacetValue};
use outreach_report::view::{self, ViewContext};
use serde_json::Value;

use super::{Check, OracleCounts, digits, same};
use crate::support::tally_texts::{activities_in_words, highest, in_symbols, in_words};

pub(super) fn headline(context: &ViewContext, counts: &OracleCounts) -> Check {
    let headline = view::headline(context);
    let gap_text = |gap: &str| {
        let piece = headline.sentence.iter().find(|piece| piece.gap.as_deref() == Some(gap));
        piece.map(|piece| piece.text.to_lowercase())
    };
    let n = counts.activities();
    same("empty", headline.empty, n == 0)?;
    same("activities", gap_text("activities"), (n > 0).then(|| activities_in_words(n)))?;
    let people = &counts.totals["people"];
    let has_number = n > 0 && people["qualifier"] != "none" && in_words(people) != "given in words";
    let noun = if highest(people) == 1 { "person" } else { "people" };
    same("people", gap_text("people"), has_number.then(|| format!("{} {noun}", in_words(people))))?;
    // Plans are given in the detail, never in the sentence.
    let planned = in_words(&counts.totals["planned"]);
    let plans = match &*planned {
        "no number" => None,
        "given in words" => Some("given only in words"),
        number => Some(number),
    };
    let has_plans = n > 0 && plans.is_some();
    same("plans", headline.detail.contains("not part of this number"), has_plans)?;
    same("planned", !has_plans || plans.is_some_and(|plans| headline.detail.contains(plans)), true)?;
    // Only countries in which something was done are named or counted.
    let where_text = gap_text("where").unwrap_or_default();
    let countries = |activity: &Activity| {
        let named = activity.countries.iter().filter(|country| may_name_country(context, **country));
        named.map(|country| country.code().to_owned()).collect()
    };
    match counts.distinct_values(context, countries) {
        0 => same("where", where_text.as_str(), ""),
        many if many > 3 => same("where", where_text, format!(" in {many} countries")),
        few => {
            let separators = where_text.matches(", ").count() + where_text.matches(" and ").count();
            same("countries", separators + 1, few)
        }
    }
}

/// Whether the headline may name this country: under a filter of known countries it names only those.
fn may_name_country(context: &ViewContext, country: Country) -> bool {
    let chosen = |value: &FacetValue| context.selection.contains(Facet::Country, value);
    !context.selection.is_filtered(Facet::Country) || chosen(&FacetValue::Unknown) || chosen(&country.into())
}

pub(super) fn tiles(context: &ViewContext, counts: &OracleCounts) -> Check {
    let tiles = view::tiles(context);
    let text = |name: &str| {
        let tile = tiles.iter().find(|tile| tile.name == name).unwrap();
        [tile.before.as_str(), tile.number.as_str()].join(" ").trim().to_owned()
    };
    // A tile shows a number in large type: a dash if there is none, and a range with symbols.
    let tile_text = |tally: &Value| match (in_words(tally), in_symbols(tally)) {
        (words, _) if words == "no number" => "–".to_owned(),
        (words, symbols) if words.contains(" to ") => symbols,
        (words, _) => words,
    };
    let countries = counts.distinct_values(context, |activity| {
        activity.countries.iter().map(|country| country.code().to_owned()).collect()
    });
    let goals = counts.distinct_values(context, |activity| {
        let goals = activity.goals(context.data).filter(|(_, basis)| *basis <= context.selection.basis);
        goals.map(|(goal, _)| goal.number().to_string()).collect()
    });
    same("people", text("people"), tile_text(&counts.totals["people"]))?;
    same("planned", text("planned"), tile_text(&counts.totals["planned"]))?;
    same("activities", text("activities"), digits(counts.activities()))?;
    same("countries", text("countries"), countries.to_string())?;
    same("goals", text("goals"), goals.to_string())
}
