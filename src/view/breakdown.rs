//! The breakdown of a total: its records, what was left out and why, each with its source.
//!
//! Invariants: every record of the view that the total is about is in a section, and the lower ends of the section
//! *counted* add up to the lower end of the total.

mod entries;
mod sections;

pub(super) use entries::item;
pub use entries::{RecordItem, items};
pub use sections::{RecordSection, SectionKind, sections};

use super::filter_clauses::filter_sentence;
use super::{TotalKind, ViewContext};
use crate::locale::Sentence;
use crate::query::{Facet, FacetValue, Qualifier, Tally, WomenAndMenTotal, totals_of_rows};

/// The breakdown of a total.
#[derive(Debug, Clone, PartialEq)]
pub struct Breakdown {
    /// The total in words.
    pub title: String,
    /// The active filters in a sentence.
    pub filter: String,
    /// A sentence about women and men; `None` if no count of people reached gives them.
    pub women_and_men: Option<String>,
    /// The countries or goals, if the total counts those; otherwise empty.
    pub values: Vec<BreakdownValue>,
    /// The records.
    pub sections: Vec<RecordSection>,
}

/// A country or a goal with its number of activities and people.
#[derive(Debug, Clone, PartialEq)]
pub struct BreakdownValue {
    /// The value.
    pub value: FacetValue,
    /// Its name.
    pub label: String,
    /// The number of activities and people, in words.
    pub numbers: String,
}

/// The breakdown of a total of a view.
pub fn breakdown(context: &ViewContext, total: TotalKind) -> Breakdown {
    let ViewContext { data, selection, totals, .. } = context;
    let facet = match total {
        TotalKind::Countries => Some(Facet::Country),
        TotalKind::Goals => Some(Facet::Goal),
        _ => None,
    };
    let coverage = (total == TotalKind::People).then(|| WomenAndMenTotal::of(data, selection, totals));
    Breakdown {
        title: breakdown_title(context, total),
        filter: filter_sentence(context),
        women_and_men: coverage
            .filter(|coverage| coverage.given > 0)
            .map(|coverage| women_and_men_sentence(context, &coverage)),
        values: facet.map(|facet| breakdown_values(context, facet)).unwrap_or_default(),
        sections: sections(context, total),
    }
}

/// The total in words, as the heading of its breakdown.
pub fn breakdown_title(context: &ViewContext, total: TotalKind) -> String {
    let ViewContext { totals, locale, .. } = context;
    let people_title = |tally: &Tally, [with_number, in_words, no_number]: [Sentence; 3]| {
        let number = locale.tally(tally);
        let people = locale.count(Sentence::People, tally.high.unwrap_or(tally.low), &[("number", &number)]);
        match tally.qualifier {
            Qualifier::None => locale.say(no_number),
            Qualifier::AtLeast if tally.counted == 0 => locale.say(in_words),
            _ => locale.capitalised(&locale.fill(with_number, &[("people", &people)])),
        }
    };
    let count_title = |sentence, n: usize| locale.count(sentence, n as u64, &[]);
    match total {
        TotalKind::People => people_title(
            &totals.reached,
            [Sentence::BreakdownPeople, Sentence::BreakdownPeopleMagnitudeOnly, Sentence::BreakdownPeopleNone],
        ),
        TotalKind::Planned => people_title(
            &totals.planned,
            [Sentence::BreakdownPlanned, Sentence::BreakdownPlannedMagnitudeOnly, Sentence::BreakdownPlannedNone],
        ),
        TotalKind::Activities => count_title(Sentence::Activities, totals.activities),
        TotalKind::Countries => count_title(Sentence::BreakdownCountries, context.present(Facet::Country).len()),
        TotalKind::Goals => count_title(Sentence::BreakdownGoals, context.present(Facet::Goal).len()),
    }
}

fn women_and_men_sentence(context: &ViewContext, coverage: &WomenAndMenTotal) -> String {
    let number = |n: u64| context.locale.number(n);
    let (given, counts) = (number(coverage.given as u64), number(coverage.counts as u64));
    let (women, men) = (number(coverage.women), number(coverage.men));
    let sentence = if coverage.is_withheld() { Sentence::WomenAndMenFew } else { Sentence::WomenAndMenGiven };
    context.locale.fill(sentence, &[("given", &given), ("counts", &counts), ("women", &women), ("men", &men)])
}

/// The values of a facet that the view's activities have. Each is counted over the records of the view, because the
/// rows of a facet ignore the filter by that facet, and these must not.
fn breakdown_values(context: &ViewContext, facet: Facet) -> Vec<BreakdownValue> {
    let ViewContext { data, index, selection, totals, locale, .. } = context;
    let line = |value: &FacetValue| {
        let rows = totals.rows.iter().filter(|row| entries::record_has_value(context, *row, facet, value));
        let (activities, people, _) = totals_of_rows(index, selection, &rows.collect::<Vec<_>>());
        let activities = locale.count(Sentence::Activities, activities as u64, &[]);
        let name = locale.value(data, facet, value);
        let label = value.number().map_or(name.clone(), |number| format!("{number} {name}"));
        let people = locale.tally(&people);
        let numbers = locale.fill(Sentence::BreakdownValue, &[("activities", &activities), ("people", &people)]);
        BreakdownValue { value: value.clone(), label, numbers }
    };
    context.present(facet).into_iter().map(line).collect()
}
