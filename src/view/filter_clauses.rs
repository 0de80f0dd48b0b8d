//! The filters of a view in words.
//!
//! Invariant: every filter is named with all of its values, also those of facets that the page hides, because the
//! numbers beside these words are those of the filtered view.

use super::ViewContext;
use crate::locale::Sentence;
use crate::model::Basis;
use crate::query::{Facet, FacetValue, YearRanges};

/// The filter of one facet, the search, or the choice of bases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterClause {
    /// The filter as a label: "Goal: 5 Gender equality or no goal seen".
    pub label: String,
    /// The filter as part of the headline, after the number of activities: " for goal 5 Gender equality".
    pub words: String,
}

/// In this order a sentence names what was done, by whom, where and when.
const SENTENCE_ORDER: [(Facet, Sentence); 8] = [
    (Facet::Kind, Sentence::ClauseKind),
    (Facet::Goal, Sentence::ClauseGoal),
    (Facet::Theme, Sentence::ClauseTheme),
    (Facet::Audience, Sentence::ClauseAudience),
    (Facet::Organisation, Sentence::ClauseOrganisation),
    (Facet::Donor, Sentence::ClauseDonor),
    (Facet::Project, Sentence::ClauseProject),
    (Facet::Country, Sentence::ClauseCountry),
];

/// The filters of a view in the order of a sentence.
pub fn filter_clauses(context: &ViewContext) -> Vec<FilterClause> {
    let ViewContext { selection, locale, .. } = context;
    let mut clauses = Vec::new();
    let mut search = Some(selection.search()).filter(|words| !words.is_empty());
    for (facet, sentence) in SENTENCE_ORDER {
        // The search follows what was done and by whom, and comes before where and when.
        if let Some(words) = search.take_if(|_| facet == Facet::Country) {
            let gaps = [("words", words)];
            let label = locale.fill(Sentence::SearchChip, &gaps);
            clauses.push(FilterClause { label, words: locale.fill(Sentence::ClauseSearch, &gaps) });
        }
        let values = selection.chosen(facet, None);
        let names: Vec<String> = values.iter().map(|value| value_in_sentence(context, facet, value)).collect();
        let names = locale.list_or(&names);
        let words = match values.as_slice() {
            [] => continue,
            [FacetValue::Unknown] => locale.fill(Sentence::ClauseUnknown, &[("value", &names)]),
            _ => locale.fill(sentence, &[("values", &names)]),
        };
        clauses.push(FilterClause { label: label(context, facet, &names), words });
    }
    if !selection.years().is_empty() {
        let years = chosen_years(context);
        let words = match (selection.years().ranges(), selection.years().undated) {
            ([], _) => locale.fill(Sentence::ClauseUnknown, &[("value", &years)]),
            ([(first_year, last_year)], false) if first_year == last_year => {
                locale.fill(Sentence::WhenOne, &[("year", &years)])
            }
            _ => locale.fill(Sentence::WhenMany, &[("years", &years)]),
        };
        clauses.push(FilterClause { label: label(context, Facet::Year, &years), words });
    }
    let basis = match selection.basis {
        Basis::Stated => Some(Sentence::ClauseBasisStated),
        Basis::Declared => None,
        Basis::Inferred => Some(Sentence::ClauseBasisInferred),
    };
    if let Some(sentence) = basis {
        let label = locale.capitalised(&locale.say(sentence));
        let words = locale.fill(Sentence::ClauseUnknown, &[("value", &locale.say(sentence))]);
        clauses.push(FilterClause { label, words });
    }
    clauses
}

/// The active filters as labels in one line; also used in pictures and under citations.
pub fn filter_sentence(context: &ViewContext) -> String {
    let labels: Vec<String> = filter_clauses(context).into_iter().map(|clause| clause.label).collect();
    if labels.is_empty() { context.locale.say(Sentence::NoFilters) } else { labels.join(" · ") }
}

/// The text that print shows in place of the controls: the active filters and an address.
pub fn print_text(context: &ViewContext, address: &str) -> String {
    format!("{}\n{address}", filter_sentence(context))
}

fn label(context: &ViewContext, facet: Facet, values: &str) -> String {
    let facet = context.locale.facet(facet);
    context.locale.fill(Sentence::ChipFacet, &[("facet", &facet), ("value", values)])
}

/// The name of a value; "No donor named" begins in lower case inside a sentence.
fn value_in_sentence(context: &ViewContext, facet: Facet, value: &FacetValue) -> String {
    let name = context.locale.value(context.data, facet, value);
    match (facet, value) {
        (_, FacetValue::Unknown) => context.locale.uncapitalised(&name),
        (Facet::Goal, FacetValue::Number(number)) => format!("{number} {name}"),
        _ => name,
    }
}

/// The chosen years as a list in words.
pub(super) fn chosen_years(context: &ViewContext) -> String {
    let ViewContext { selection, locale, data, .. } = context;
    let ranges = selection.years().ranges().iter().map(|(first, last)| match (*first, *last) {
        (YearRanges::FIRST, last) if last < YearRanges::LAST && last > 0 => {
            locale.fill(Sentence::Until, &[("date", &last.to_string())])
        }
        (first, YearRanges::LAST) if first < YearRanges::LAST => {
            locale.fill(Sentence::From, &[("date", &first.to_string())])
        }
        (first, last) => locale.years(first, last),
    });
    let undated = selection.years().undated.then(|| locale.value(data, Facet::Year, &FacetValue::Unknown));
    let undated = undated.map(|undated| locale.uncapitalised(&undated));
    let parts: Vec<String> = ranges.chain(undated).collect();
    locale.list(&parts)
}
