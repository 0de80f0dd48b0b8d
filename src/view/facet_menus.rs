//! The filter bar: a menu for each facet, and its values, each with the number of activities that the view would have
//! with it. Invariant: the values are only put into words for a menu that is open.

use super::ViewContext;
use crate::locale::Sentence;
use crate::query::{Facet, FacetValue};
use crate::sort::sorted;

/// The button that opens the values of a facet to choose from.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetMenu {
    /// The facet.
    pub facet: Facet,
    /// Its name.
    pub label: String,
    /// What screen readers say after its name if values are chosen.
    pub spoken: String,
    /// How many values are chosen.
    pub chosen: usize,
}

/// One value to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetOption {
    /// The value.
    pub value: FacetValue,
    /// Its name.
    pub label: String,
    /// How many activities the view would have with it.
    pub activities: usize,
    /// The same number as text.
    pub number: String,
    /// Label and number, for screen readers.
    pub spoken: String,
    /// Whether it is chosen.
    pub selected: bool,
}

/// A menu for each facet that the reader may change.
pub fn facet_menus(context: &ViewContext) -> Vec<FacetMenu> {
    Facet::ALL
        .into_iter()
        .filter(|facet| context.options.is_changeable(*facet))
        .map(|facet| facet_menu(context, facet))
        .collect()
}

fn facet_menu(context: &ViewContext, facet: Facet) -> FacetMenu {
    let ViewContext { index, selection, locale, .. } = context;
    let chosen = selection.chosen(facet, index.years()).len();
    let spoken = locale.count(Sentence::FacetMenuOpen, chosen as u64, &[]);
    FacetMenu { facet, label: locale.facet(facet), spoken, chosen }
}

/// The values of a facet to choose from: those of the data, those that are chosen but not in the data, and the unknown
/// last.
pub fn facet_options(context: &ViewContext, facet: Facet) -> Vec<FacetOption> {
    let ViewContext { data, index, selection, totals, locale, .. } = context;
    let mut values: Vec<FacetValue> = index.values(facet).cloned().collect();
    let chosen = selection.chosen(facet, index.years());
    values.extend(chosen.iter().filter(|value| !index.has(facet, value) && **value != FacetValue::Unknown).cloned());
    let options: Vec<FacetOption> = values
        .into_iter()
        .chain([FacetValue::Unknown])
        .map(|value| {
            let activities = totals.facet_row(facet, &value).map_or(0, |row| row.activities);
            let name = locale.value(data, facet, &value);
            let label = match (facet, &value) {
                (Facet::Goal, FacetValue::Number(number)) => format!("{number}  {name}"),
                _ => name,
            };
            let activities_text = locale.count(Sentence::Activities, activities as u64, &[]);
            let spoken =
                locale.fill(Sentence::FacetOptionSpoken, &[("value", &label), ("activities", &activities_text)]);
            let number = locale.number(activities as u64);
            let selected = selection.contains(facet, &value);
            FacetOption { value, label, activities, number, spoken, selected }
        })
        .collect();
    let labels: Vec<String> = options.iter().map(|option| option.label.clone()).collect();
    let ranks = locale.formats().ranks(&labels);
    let options: Vec<(FacetOption, u32)> = options.into_iter().zip(ranks).collect();
    let options = sorted(&options, &mut |(a, a_rank), (b, b_rank)| match (facet, &a.value, &b.value) {
        (_, FacetValue::Unknown, _) | (_, _, FacetValue::Unknown) => a.value.cmp(&b.value),
        // Most readers look for the latest years.
        (Facet::Year, ..) => b.value.cmp(&a.value),
        (Facet::Goal, ..) => a.value.cmp(&b.value),
        _ => a_rank.cmp(b_rank),
    });
    options.into_iter().map(|(option, _)| option).collect()
}
