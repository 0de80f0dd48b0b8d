//! Compares the headline and the tiles with the numbers of the oracle.

use outreach_report::model::Basis;
use outreach_report::query::{Facet, FacetValue};
use outreach_report::view::{self, EmbedOptions, ViewContext};
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
    // Plans are in a tile, not in the sentences.
    same("plans", headline.detail.contains("not part of this number"), false)?;
    // The headline names what was chosen, and nothing that was not.
    let text = headline.text();
    for clause in view::filter_clauses(context) {
        same("clause", text.contains(&clause.words), true)?;
    }
    let narrowed = context.selection.is_narrowed() || context.selection.basis != Basis::Declared;
    same("filters", view::filter_clauses(context).is_empty(), !narrowed)
}

pub(super) fn tiles(context: &ViewContext, counts: &OracleCounts) -> Check {
    // Without a headline, tiles say all totals.
    let options = EmbedOptions::parse("tiles", "", "");
    let tiles = view::tiles(&ViewContext { options: &options, ..*context });
    let beside_headline: Vec<&str> = view::tiles(context).iter().map(|tile| tile.name).collect();
    same("beside the headline", beside_headline, vec!["planned", "countries", "goals"])?;
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
    // Under a filter only the chosen values are counted.
    let counts_value =
        |facet, value: &FacetValue| !context.selection.is_filtered(facet) || context.selection.contains(facet, value);
    let countries = counts.distinct_values(context, |activity| {
        let countries = activity.countries.iter();
        let counted = countries.filter(|country| counts_value(Facet::Country, &FacetValue::from(**country)));
        counted.map(|country| country.code().to_owned()).collect()
    });
    let goals = counts.distinct_values(context, |activity| {
        let goals = activity.goals(context.data).filter(|(goal, basis)| {
            *basis <= context.selection.basis && counts_value(Facet::Goal, &FacetValue::from(*goal))
        });
        goals.map(|(goal, _)| goal.number().to_string()).collect()
    });
    same("people", text("people"), tile_text(&counts.totals["people"]))?;
    same("planned", text("planned"), tile_text(&counts.totals["planned"]))?;
    same("activities", text("activities"), digits(counts.activities()))?;
    same("countries", text("countries"), countries.to_string())?;
    same("goals", text("goals"), goals.to_string())
}
