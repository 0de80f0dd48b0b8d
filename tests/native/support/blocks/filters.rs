//! Chips and pickers, held against what was wished for and the numbers of the oracle.

use outreach_report::query::Facet;
use outreach_report::view::{self, ViewContext};
use serde_json::Value;

use super::{Check, Truth, count, digits, same};
use crate::support::spoken::activities;

/// A chip per chosen value, one for all years, one for the words; each takes its own filter away.
pub(super) fn chips(context: &ViewContext, truth: &Truth) -> Check {
    let chips = view::chips(context);
    let mut wanted: Vec<String> = Vec::new();
    for facet in Facet::ALL.map(Facet::key) {
        let chosen = truth.wish.chosen.get(facet).into_iter().flatten();
        match facet {
            "year" if truth.wish.filters("year") => wanted.push("year".into()),
            _ => wanted.extend(chosen.map(|value| format!("{facet}={value}"))),
        }
    }
    wanted.extend((!truth.wish.words.trim().is_empty()).then(|| "q".to_owned()));
    // Goals are chosen as numbers, so that 16 comes after 5.
    let mut found: Vec<String> = chips.iter().map(|chip| chip.key.clone()).collect();
    found.sort();
    wanted.sort();
    same("chips", &found, &wanted)?;
    same("sentence", view::print_text(context, None) == "Nothing is filtered: all of the data.", wanted.is_empty())?;
    for chip in &chips {
        let rest = chip.remove.as_ref().map(|remove| remove.apply(context.selection));
        let rest = rest.ok_or(format!("{} cannot be taken back", chip.key))?;
        let left = view::chips(&ViewContext { selection: &rest, ..*context });
        let others: Vec<&String> = chips.iter().map(|other| &other.key).filter(|key| **key != chip.key).collect();
        same(&chip.key, left.iter().map(|left| &left.key).collect::<Vec<_>>(), others)?;
    }
    Ok(())
}

pub(super) fn pickers(context: &ViewContext, truth: &Truth) -> Check {
    let pickers = view::pickers(context);
    same("facets", pickers.iter().map(|picker| picker.facet).collect(), Facet::ALL.to_vec())?;
    for picker in pickers {
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
