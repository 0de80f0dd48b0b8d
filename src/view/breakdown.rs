//! What a total is made of: its records, what was left out and why, each with its source.
//!
//! Invariants: every record of the view that the total is about stands in a group, and the lower ends of the group
//! *counted* add up to the total's own.

mod entries;
mod groups;

pub(super) use entries::item;
pub use entries::{RecordItem, items};
pub use groups::{GroupKind, RecordGroup, groups};

use super::{TotalKind, ViewContext, chips};
use crate::locale::Sentence;
use crate::query::{Facet, FacetValue, Qualifier, Tally, WomenAndMenTotal, row_totals};

/// What a total is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Breakdown {
    /// The total in words.
    pub title: String,
    /// Which view it is the total of.
    pub filter: String,
    /// Women and men, where counts give them.
    pub parts: Option<String>,
    /// The values that are counted, where it is values that are.
    pub values: Vec<ValueLine>,
    /// The records.
    pub groups: Vec<RecordGroup>,
}

/// A country or a goal, and what was done there or for it.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueLine {
    /// The value.
    pub value: FacetValue,
    /// Its name.
    pub label: String,
    /// How many activities and people.
    pub numbers: String,
}

/// What a total of a view is made of.
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
        parts: coverage.filter(|coverage| coverage.given > 0).map(|coverage| parts(context, &coverage)),
        values: facet.map(|facet| values(context, facet)).unwrap_or_default(),
        groups: groups(context, total),
    }
}

/// What the view is filtered by, in a sentence; it also stands in pictures and under citations.
pub fn filter_sentence(context: &ViewContext) -> String {
    let labels: Vec<String> = chips(context).into_iter().map(|chip| chip.label).collect();
    if labels.is_empty() {
        return context.locale.say(Sentence::NothingFiltered);
    }
    context.locale.fill(Sentence::FilteredBy, &[("filters", &labels.join(" · "))])
}

/// The total in words, as the heading of what it is made of.
pub fn breakdown_title(context: &ViewContext, total: TotalKind) -> String {
    let ViewContext { totals, locale, .. } = context;
    let people = |tally: &Tally, [some, words, none]: [Sentence; 3]| {
        let number = locale.tally(tally);
        let people = locale.count(Sentence::People, tally.high.unwrap_or(tally.low), &[("number", &number)]);
        match tally.qualifier {
            Qualifier::None => locale.say(none),
            Qualifier::AtLeast if tally.counted == 0 => locale.say(words),
            _ => locale.capitalised(&locale.fill(some, &[("people", &people)])),
        }
    };
    let plain = |key, n: usize| locale.count(key, n as u64, &[]);
    match total {
        TotalKind::People => people(
            &totals.people,
            [Sentence::BreakdownPeople, Sentence::BreakdownPeopleInWords, Sentence::BreakdownPeopleNone],
        ),
        TotalKind::Planned => people(
            &totals.planned,
            [Sentence::BreakdownPlanned, Sentence::BreakdownPlannedInWords, Sentence::BreakdownPlannedNone],
        ),
        TotalKind::Activities => plain(Sentence::Activities, totals.activities),
        TotalKind::Countries => plain(Sentence::BreakdownCountries, totals.present(Facet::Country).len()),
        TotalKind::Goals => plain(Sentence::BreakdownGoals, totals.present(Facet::Goal).len()),
    }
}

fn parts(context: &ViewContext, coverage: &WomenAndMenTotal) -> String {
    let number = |n: u64| context.locale.number(n);
    let (given, counts) = (number(coverage.given as u64), number(coverage.counts as u64));
    let (women, men) = (number(coverage.women), number(coverage.men));
    let key = if coverage.is_withheld() { Sentence::WomenAndMenFew } else { Sentence::WomenAndMenGiven };
    context.locale.fill(key, &[("given", &given), ("counts", &counts), ("women", &women), ("men", &men)])
}

/// The values of a facet that the view's activities have, each counted over the view itself: a facet's own rows look
/// past the facet's filter, and these must not.
fn values(context: &ViewContext, facet: Facet) -> Vec<ValueLine> {
    let ViewContext { data, index, selection, totals, locale, .. } = context;
    let line = |value: &FacetValue| {
        let rows = totals.records.iter().copied().filter(|row| entries::has(context, *row, facet, value));
        let (activities, people, _) = row_totals(index, selection, &rows.collect::<Vec<_>>());
        let activities = locale.count(Sentence::Activities, activities as u64, &[]);
        let name = locale.value(data, facet, value);
        let label = value.number().map_or(name.clone(), |number| format!("{number} {name}"));
        let people = locale.tally(&people);
        let numbers = locale.fill(Sentence::ValueLine, &[("activities", &activities), ("people", &people)]);
        ValueLine { value: value.clone(), label, numbers }
    };
    totals.present(facet).iter().map(line).collect()
}
