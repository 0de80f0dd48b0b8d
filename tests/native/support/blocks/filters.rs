//! Compares chips and menus with the selection and the numbers of the oracle.

use outreach_report::model::Basis;
use outreach_report::query::Facet;
use outreach_report::view::{self, ViewContext};
use serde_json::Value;

use super::{Check, OracleCounts, digits, same, to_usize};
use crate::support::tally_texts::activities_in_words;

/// One chip for each chosen value, one for all years, one for the search; each removes its own filter and no other.
pub(super) fn chips(context: &ViewContext, counts: &OracleCounts) -> Check {
    let chips = view::chips(context);
    let mut expected: Vec<String> = Vec::new();
    for facet in Facet::ALL.map(Facet::key) {
        let chosen = counts.selection.chosen.get(facet).into_iter().flatten();
        match facet {
            "year" if counts.selection.filters("year") => expected.push("year".into()),
            _ => expected.extend(chosen.map(|value| format!("{facet}={value}"))),
        }
    }
    expected.extend((!counts.selection.search.trim().is_empty()).then(|| "q".to_owned()));
    // Sorted, because the library sorts goals as numbers and the oracle as texts.
    let mut keys: Vec<String> = chips.iter().map(|chip| chip.key.clone()).collect();
    keys.sort();
    expected.sort();
    same("chips", &keys, &expected)?;
    same(
        "print text",
        view::print_text(context, "").trim_end() == "Nothing is filtered.",
        expected.is_empty() && context.selection.basis == Basis::Declared,
    )?;
    for chip in &chips {
        let selection = chip.remove.as_ref().map(|remove| remove.apply(context.selection));
        let selection = selection.ok_or(format!("{} cannot be removed", chip.key))?;
        let remaining = view::chips(&ViewContext { selection: &selection, ..*context });
        let others: Vec<&String> = chips.iter().map(|other| &other.key).filter(|key| **key != chip.key).collect();
        same(&chip.key, remaining.iter().map(|chip| &chip.key).collect::<Vec<_>>(), others)?;
    }
    Ok(())
}

pub(super) fn facet_menus(context: &ViewContext, counts: &OracleCounts) -> Check {
    let menus = view::facet_menus(context);
    same("facets", menus.iter().map(|menu| menu.facet).collect(), Facet::ALL.to_vec())?;
    for menu in menus {
        let facet = menu.facet;
        let options = view::facet_options(context, facet);
        for option in &options {
            let row = counts.row(facet, &option.value);
            let n = row.map_or(0, |row| to_usize(&row["activities"]));
            same("activities", (facet, &option.value, option.activities), (facet, &option.value, n))?;
            same("number", &option.number, &digits(n))?;
            same("spoken", option.spoken.ends_with(&format!(", {}", activities_in_words(n))), true)?;
            same("selected", option.selected, row.is_some_and(|row| row["selected"] == true))?;
        }
        let is_offered = |row: &&Value| options.iter().any(|option| row["key"] == *option.value.key());
        same("all offered", counts.rows(facet).iter().find(|row| !is_offered(row)), None)?;
        same("chosen", menu.chosen, options.iter().filter(|option| option.selected).count())?;
    }
    Ok(())
}
