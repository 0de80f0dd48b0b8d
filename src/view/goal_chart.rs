//! The chart by goal: a row for each goal that activities serve. The other goals are listed together, because a row for
//! each would take space from those that are served.

use super::facet_chart::{FacetChart, facet_chart};
use super::{ChartBlock, ViewContext};
use crate::charts::Orientation;
use crate::locale::Sentence;
use crate::model::{Basis, Goal};
use crate::query::{Facet, FacetRow, FacetValue, SelectionAction};

/// The chart by goal.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalChart {
    /// A row for each goal seen, by number, and one for activities without a goal.
    pub facet_chart: FacetChart,
    /// The goals not seen: number and accessible name of the button.
    pub unseen: Vec<(u8, String)>,
    /// Which bases are included, in a sentence.
    pub basis: String,
    /// The other choices of bases: label and action.
    pub other_bases: Vec<(String, SelectionAction)>,
}

/// What the mark of a goal filters by, as a link.
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
            &[(Sentence::GoalBasisDrop, Basis::Declared), (Sentence::GoalBasisAddInferred, Basis::Inferred)],
        ),
        Basis::Declared => (
            Sentence::GoalBasis,
            &[(Sentence::GoalBasisAddInferred, Basis::Inferred), (Sentence::GoalBasisOnlyStated, Basis::Stated)],
        ),
        Basis::Inferred => (
            Sentence::GoalBasisInferred,
            &[(Sentence::GoalBasisDrop, Basis::Declared), (Sentence::GoalBasisOnlyStated, Basis::Stated)],
        ),
    };
    GoalChart {
        unseen: unseen.collect(),
        facet_chart: facet_chart(context, ChartBlock::Goal, Facet::Goal, &rows, Orientation::Bars),
        basis: locale.say(basis),
        other_bases: others.iter().map(|(key, basis)| (locale.say(*key), SelectionAction::Basis(*basis))).collect(),
    }
}
