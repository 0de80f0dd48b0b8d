//! The chart by goal: a row for each goal that activities serve, and the others together, so that what was not
//! seen is said without taking the room of what was.

use super::marks::{Marks, marks};
use super::{Block, Scene};
use crate::charts::Orientation;
use crate::locale::Key;
use crate::model::{Basis, Goal};
use crate::query::{Facet, FacetRow, FacetValue, SelectionAction};

/// The chart by goal.
#[derive(Debug, Clone, PartialEq)]
pub struct Goals {
    /// A row for each goal seen, by number, and one for no goal seen.
    pub marks: Marks,
    /// The goals not seen: number and what their button is called.
    pub unseen: Vec<(u8, String)>,
    /// Which bases are taken together.
    pub basis: String,
    /// What can be taken instead: label and action.
    pub other_bases: Vec<(String, SelectionAction)>,
}

/// The link of a goal, as marks name what they filter by.
pub fn pick_of_goal(number: u8) -> String {
    format!("{}={number}", Facet::Goal.key())
}

/// The chart by goal of a view.
pub fn goals(scene: &Scene) -> Goals {
    let Scene { totals, locale, selection, .. } = scene;
    let rows: Vec<&FacetRow> = totals.facet(Facet::Goal).iter().collect();
    let unseen = Goal::all().filter(|goal| !rows.iter().any(|row| row.value == FacetValue::from(*goal)));
    let unseen = unseen.map(|goal| {
        let number = goal.number();
        let (n, title) = (number.to_string(), locale.goal(number.into()));
        (number, locale.fill(Key::GoalTile, &[("n", &n), ("title", &title)]))
    });
    let (basis, others): (Key, &[(Key, Basis)]) = match selection.basis {
        Basis::Stated => {
            (Key::GoalBasisStated, &[(Key::GoalBasisDrop, Basis::Project), (Key::GoalBasisAddTheme, Basis::Theme)])
        }
        Basis::Project => {
            (Key::GoalBasis, &[(Key::GoalBasisAddTheme, Basis::Theme), (Key::GoalBasisOnlyStated, Basis::Stated)])
        }
        Basis::Theme => {
            (Key::GoalBasisTheme, &[(Key::GoalBasisDrop, Basis::Project), (Key::GoalBasisOnlyStated, Basis::Stated)])
        }
    };
    Goals {
        unseen: unseen.collect(),
        marks: marks(scene, Block::Goal, Facet::Goal, &rows, Orientation::Bars),
        basis: locale.say(basis),
        other_bases: others.iter().map(|(key, basis)| (locale.say(*key), SelectionAction::Basis(*basis))).collect(),
    }
}
