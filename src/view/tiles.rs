//! The totals of a view as tiles in a row.

use super::{Block, TotalKind, ViewContext};
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

/// People reached, activities, people planned, countries, goals. The first two are left out beside a headline, which says
/// them. Under a filter, countries and goals are those that are filtered by, of all that the data have.
pub fn tiles(context: &ViewContext) -> Vec<Tile> {
    let ViewContext { totals, locale, options, .. } = context;
    let people_tile = |name, total, tally, label| {
        let (before, number) = locale.tally_with_qualifier(tally);
        Tile { name, total, before, number, after: String::new(), label: locale.say(label) }
    };
    let text = |n: usize| locale.number(n as u64);
    let count_tile = |name, total, n: usize, all: usize, label| {
        let after = if n < all { locale.fill(Sentence::TileOf, &[("n", &text(all))]) } else { String::new() };
        let label = locale.count(label, all as u64, &[]);
        Tile { name, total, before: String::new(), number: text(n), after, label }
    };
    let present = |facet| context.present(facet).len();
    let (countries, all_countries) = (present(Facet::Country), context.index.values(Facet::Country).count());
    let activities = totals.activities;
    let mut tiles = vec![
        people_tile("people", TotalKind::People, &totals.reached, Sentence::TilePeople),
        count_tile("activities", TotalKind::Activities, activities, activities, Sentence::TileActivities),
        people_tile("planned", TotalKind::Planned, &totals.planned, Sentence::TilePlanned),
        count_tile("countries", TotalKind::Countries, countries, all_countries, Sentence::TileCountries),
        count_tile("goals", TotalKind::Goals, present(Facet::Goal), Goal::COUNT.into(), Sentence::TileGoals),
    ];
    if options.blocks.contains(&Block::Headline) {
        tiles.drain(..2);
    }
    tiles
}
