//! What a total is made of: its records, what was left out and why, each with its source.
//!
//! Invariants: every record of the view that the total is about stands in a group, and the lower ends of the group
//! *counted* add up to the total's own.

mod entries;
mod groups;

pub(super) use entries::item;
pub use entries::{Item, items};
pub use groups::{Group, Kind, groups};

use super::{Scene, Total, chips};
use crate::locale::Key;
use crate::query::{Facet, FacetValue, Qualifier, Tally, WomenAndMenTotal, row_totals};

/// What a total is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct MadeOf {
    /// The total in words.
    pub title: String,
    /// Which view it is the total of.
    pub filter: String,
    /// Women and men, where counts give them.
    pub parts: Option<String>,
    /// The values that are counted, where it is values that are.
    pub values: Vec<ValueLine>,
    /// The records.
    pub groups: Vec<Group>,
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
pub fn made_of(scene: &Scene, total: Total) -> MadeOf {
    let Scene { data, selection, totals, .. } = scene;
    let facet = match total {
        Total::Countries => Some(Facet::Country),
        Total::Goals => Some(Facet::Goal),
        _ => None,
    };
    let coverage = (total == Total::People).then(|| WomenAndMenTotal::of(data, selection, totals));
    MadeOf {
        title: title(scene, total),
        filter: filter_sentence(scene),
        parts: coverage.filter(|coverage| coverage.given > 0).map(|coverage| parts(scene, &coverage)),
        values: facet.map(|facet| values(scene, facet)).unwrap_or_default(),
        groups: groups(scene, total),
    }
}

/// What the view is filtered by, in a sentence; it also stands in pictures and under citations.
pub fn filter_sentence(scene: &Scene) -> String {
    let labels: Vec<String> = chips(scene).into_iter().map(|chip| chip.label).collect();
    if labels.is_empty() {
        return scene.locale.say(Key::NothingFiltered);
    }
    scene.locale.fill(Key::FilteredBy, &[("filters", &labels.join(" · "))])
}

/// The total in words, as the heading of what it is made of.
pub fn title(scene: &Scene, total: Total) -> String {
    let Scene { totals, locale, .. } = scene;
    let people = |tally: &Tally, [some, words, none]: [Key; 3]| {
        let number = locale.tally(tally);
        let people = locale.count(Key::People, tally.high.unwrap_or(tally.low), &[("number", &number)]);
        match tally.qualifier {
            Qualifier::None => locale.say(none),
            Qualifier::AtLeast if tally.counted == 0 => locale.say(words),
            _ => locale.capitalised(&locale.fill(some, &[("people", &people)])),
        }
    };
    let plain = |key, n: usize| locale.count(key, n as u64, &[]);
    match total {
        Total::People => people(&totals.people, [Key::MadeOfPeople, Key::MadeOfPeopleInWords, Key::MadeOfPeopleNone]),
        Total::Planned => {
            people(&totals.planned, [Key::MadeOfPlanned, Key::MadeOfPlannedInWords, Key::MadeOfPlannedNone])
        }
        Total::Activities => plain(Key::Activities, totals.activities),
        Total::Countries => plain(Key::MadeOfCountries, totals.present(Facet::Country).len()),
        Total::Goals => plain(Key::MadeOfGoals, totals.present(Facet::Goal).len()),
    }
}

fn parts(scene: &Scene, coverage: &WomenAndMenTotal) -> String {
    let number = |n: u64| scene.locale.number(n);
    let (given, counts) = (number(coverage.given as u64), number(coverage.counts as u64));
    let (women, men) = (number(coverage.women), number(coverage.men));
    let key = if coverage.is_withheld() { Key::PartsLineFew } else { Key::PartsLine };
    scene.locale.fill(key, &[("given", &given), ("counts", &counts), ("women", &women), ("men", &men)])
}

/// The values of a facet that the view's activities have, each counted over the view itself: a facet's own rows look
/// past the facet's filter, and these must not.
fn values(scene: &Scene, facet: Facet) -> Vec<ValueLine> {
    let Scene { data, index, selection, totals, locale, .. } = scene;
    let line = |value: &FacetValue| {
        let rows = totals.records.iter().copied().filter(|row| entries::has(scene, *row, facet, value));
        let (activities, people, _) = row_totals(index, selection, &rows.collect::<Vec<_>>());
        let activities = locale.count(Key::Activities, activities as u64, &[]);
        let name = locale.value(data, facet, value);
        let label = value.number().map_or(name.clone(), |number| format!("{number} {name}"));
        let people = locale.tally(&people);
        let numbers = locale.fill(Key::ValueLine, &[("activities", &activities), ("people", &people)]);
        ValueLine { value: value.clone(), label, numbers }
    };
    totals.present(facet).iter().map(line).collect()
}
