//! The totals of a view as tiles in a row.

use super::{TotalKind, ViewContext};
use crate::locale::Sentence;
use crate::model::Goal;
use crate::query::Facet;

/// One total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// A stable word for tests and style sheets.
    pub name: &'static str,
    /// Which total it is.
    pub total: TotalKind,
    /// The text before the number: "at least".
    pub before: String,
    /// The number.
    pub number: String,
    /// The text after the number: "of 17".
    pub after: String,
    /// What is counted.
    pub label: String,
}

/// People reached, activities, people planned, countries, goals.
pub fn tiles(context: &ViewContext) -> Vec<Tile> {
    let ViewContext { totals, locale, .. } = context;
    let people_tile = |name, total, tally, label| {
        let (before, number) = locale.tally_with_qualifier(tally);
        Tile { name, total, before, number, after: String::new(), label: locale.say(label) }
    };
    let count_tile = |name, total, n: usize, label| {
        let number = locale.number(n as u64);
        let label = locale.count(label, n as u64, &[]);
        Tile { name, total, before: String::new(), number, after: String::new(), label }
    };
    let goals = totals.present(Facet::Goal).len();
    let of_all_goals = locale.fill(Sentence::TileGoalsOf, &[("n", &locale.number(Goal::COUNT.into()))]);
    vec![
        people_tile("people", TotalKind::People, &totals.reached, Sentence::TilePeople),
        count_tile("activities", TotalKind::Activities, totals.activities, Sentence::TileActivities),
        people_tile("planned", TotalKind::Planned, &totals.planned, Sentence::TilePlanned),
        count_tile("countries", TotalKind::Countries, totals.present(Facet::Country).len(), Sentence::TileCountries),
        Tile { after: of_all_goals, ..count_tile("goals", TotalKind::Goals, goals, Sentence::TileGoals) },
    ]
}
