//! The totals in a row.

use super::{Scene, Total};
use crate::locale::Key;
use crate::model::Goal;
use crate::query::Facet;

/// One total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// A stable word for tests and style sheets.
    pub name: &'static str,
    /// Which total it is.
    pub total: Total,
    /// What stands before the number: "at least".
    pub before: String,
    /// The number.
    pub number: String,
    /// What stands after it: "of 17".
    pub after: String,
    /// What is counted.
    pub label: String,
}

/// People reached, activities, people planned, countries, goals.
pub fn tiles(scene: &Scene) -> Vec<Tile> {
    let Scene { totals, locale, .. } = scene;
    let people = |name, total, tally, label| {
        let (before, number) = locale.tally_apart(tally);
        Tile { name, total, before, number, after: String::new(), label: locale.say(label) }
    };
    let plain = |name, total, n: usize, label| {
        let number = locale.number(n as u64);
        let label = locale.count(label, n as u64, &[]);
        Tile { name, total, before: String::new(), number, after: String::new(), label }
    };
    let goals = totals.present(Facet::Goal).len();
    let of = locale.fill(Key::TileGoalsOf, &[("n", &locale.number(Goal::COUNT.into()))]);
    vec![
        people("people", Total::People, &totals.people, Key::TilePeople),
        plain("activities", Total::Activities, totals.activities, Key::TileActivities),
        people("planned", Total::Planned, &totals.planned, Key::TilePlanned),
        plain("countries", Total::Countries, totals.present(Facet::Country).len(), Key::TileCountries),
        Tile { after: of, ..plain("goals", Total::Goals, goals, Key::TileGoals) },
    ]
}
