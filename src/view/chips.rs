//! The active filters, each with the action that removes it.

use super::ViewContext;
use super::filter_clauses::chosen_years;
use crate::locale::Sentence;
use crate::query::{Facet, FacetValue, SelectionAction};

/// One active filter.
#[derive(Debug, Clone, PartialEq)]
pub struct Chip {
    /// A key that is unique among the chips of a view.
    pub key: String,
    /// The facet and value, or the search words.
    pub label: String,
    /// The accessible name of its button.
    pub remove_label: String,
    /// The action that removes the filter; `None` if its facet is read-only.
    pub remove: Option<SelectionAction>,
}

/// The active filters in the order of links.
pub fn chips(context: &ViewContext) -> Vec<Chip> {
    let ViewContext { data, selection, locale, index, .. } = context;
    let mut chips = Vec::new();
    let mut add = |key: String, label: String, facet: Option<Facet>, remove| {
        let remove = Some(remove).filter(|_| facet.is_none_or(|facet| context.options.is_changeable(facet)));
        let remove_label = locale.fill(Sentence::ChipRemove, &[("filter", &label)]);
        chips.push(Chip { key, label, remove_label, remove });
    };
    for facet in Facet::ALL.into_iter().filter(|facet| selection.is_filtered(*facet) && context.options.shows(*facet)) {
        let facet_name = locale.facet(facet);
        let label = |value: &str| locale.fill(Sentence::ChipFacet, &[("facet", &facet_name), ("value", value)]);
        if facet == Facet::Year {
            add(facet.key().to_owned(), label(&chosen_years(context)), Some(facet), SelectionAction::Clear(facet));
            continue;
        }
        for value in selection.chosen(facet, index.years()) {
            let value_name = match (facet, &value) {
                (Facet::Goal, FacetValue::Number(number)) => format!("{number} {}", locale.goal(*number)),
                _ => locale.value(data, facet, &value),
            };
            add(
                format!("{}={}", facet.key(), value.key()),
                label(&value_name),
                Some(facet),
                SelectionAction::Toggle(facet, value),
            );
        }
    }
    if !selection.search().is_empty() {
        let label = locale.fill(Sentence::SearchChip, &[("words", selection.search())]);
        add("q".to_owned(), label, None, SelectionAction::Search(String::new()));
    }
    chips
}
