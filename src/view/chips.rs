//! The active filters, each with the way to take it back.

use super::Scene;
use crate::locale::Key;
use crate::query::{Action, Facet, Value, Years};

/// One active filter.
#[derive(Debug, Clone, PartialEq)]
pub struct Chip {
    /// What tells it from the others.
    pub key: String,
    /// What it filters by.
    pub label: String,
    /// What its button is called.
    pub remove_label: String,
    /// What takes it away.
    pub remove: Action,
}

/// The active filters in the order of links.
pub fn chips(scene: &Scene) -> Vec<Chip> {
    let Scene { data, selection, locale, index, .. } = scene;
    let mut chips = Vec::new();
    let mut add = |key: String, label: String, remove| {
        let remove_label = locale.fill(Key::ChipRemove, &[("filter", &label)]);
        chips.push(Chip { key, label, remove_label, remove });
    };
    for facet in Facet::ALL.into_iter().filter(|facet| selection.is_filtered(*facet)) {
        let name = locale.facet(facet);
        let label = |value: &str| locale.fill(Key::ChipFacet, &[("facet", &name), ("value", value)]);
        if facet == Facet::Year {
            add(facet.key().to_owned(), label(&chosen_years(scene)), Action::Clear(facet));
            continue;
        }
        for value in selection.chosen(facet, index.years()) {
            let named = match (facet, &value) {
                (Facet::Goal, Value::Number(number)) => format!("{number} {}", locale.goal(*number)),
                _ => locale.value(data, facet, &value),
            };
            add(format!("{}={}", facet.key(), value.key()), label(&named), Action::Toggle(facet, value));
        }
    }
    if !selection.search().is_empty() {
        let label = locale.fill(Key::SearchChip, &[("words", selection.search())]);
        add("q".to_owned(), label, Action::Search(String::new()));
    }
    chips
}

/// The chosen years as the reader would say them.
pub(super) fn chosen_years(scene: &Scene) -> String {
    let Scene { selection, locale, data, .. } = scene;
    let ranges = selection.years().ranges().iter().map(|(first, last)| match (*first, *last) {
        (Years::FIRST, last) if last < Years::LAST && last > 0 => {
            locale.fill(Key::Until, &[("date", &last.to_string())])
        }
        (first, Years::LAST) if first < Years::LAST => locale.fill(Key::From, &[("date", &first.to_string())]),
        (first, last) => locale.years(first, last),
    });
    let undated = selection.years().undated.then(|| locale.value(data, Facet::Year, &Value::Unknown));
    let all: Vec<String> = ranges.chain(undated).collect();
    locale.list(&all)
}
