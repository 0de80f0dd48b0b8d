//! The chart by goal: a row for each goal that activities serve, and the others together, so that what was not
//! seen is said without taking the room of what was.

use super::facet_chart::{FacetChart, facet_chart};
use super::{ChartBlock, ViewContext};
use crate::charts::Orientation;
use crate::locale::Sentence;
use crate::model::{Basis, Goal};
use crate::query::{Facet, FacetRow, FacetValue, SelectionAction};

/// The chart by goal.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalChart {
    /// A row for each goal seen, by number, and one for no goal seen.
    pub marks: FacetChart,
    /// The goals not seen: number and what their button is called.
    pub unseen: Vec<(u8, String)>,
    /// Which bases are taken together.
    pub basis: String,
    /// What can be taken instead: label and action.
    pub other_bases: Vec<(String, SelectionAction)>,
}

/// The link of a goal, as marks name what they filter by.
pub fn goal_pick(number: u8) -> String {
    format!("{}={number}", Facet::Goal.key())
}

/// The chart by goal of a view.
pub fn goal_chart(context: &ViewContext) -> GoalChart {
    let ViewContext { totals, locale, selection, .. } = context;
    let rows: Vec<&FacetRow> = totals.facet(Facet::Goal).iter().collect();
    let unseen = Goal::all().filter(|goal| !rows.iter().any(|row| row.value == FacetValue::from(*goal)));
    let unseen = unseen.map(|goal| {
        let number = goal.number();
        let (n, title) = (number.to_string(), locale.goal(number.into()));
        (number, locale.fill(Sentence::GoalTile, &[("n", &n), ("title", &title)]))
    });
    let (basis, others): (Sentence, &[(Sentence, Basis)]) = match selection.basis {
        Basis::Stated => (
            Sentence::GoalBasisStated,
            &[(Sentence::GoalBasisDrop, Basis::Project), (Sentence::GoalBasisAddTheme, Basis::Theme)],
        ),
        Basis::Project => (
            Sentence::GoalBasis,
            &[(Sentence::GoalBasisAddTheme, Basis::Theme), (Sentence::GoalBasisOnlyStated, Basis::Stated)],
        ),
        Basis::Theme => (
            Sentence::GoalBasisTheme,
            &[(Sentence::GoalBasisDrop, Basis::Project), (Sentence::GoalBasisOnlyStated, Basis::Stated)],
        ),
    };
    GoalChart {
        unseen: unseen.collect(),
        marks: facet_chart(context, ChartBlock::Goal, Facet::Goal, &rows, Orientation::Bars),
        basis: locale.say(basis),
        other_bases: others.iter().map(|(key, basis)| (locale.say(*key), SelectionAction::Basis(*basis))).collect(),
    }
}
