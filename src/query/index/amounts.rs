//! Amounts by row: for everyone, and for each audience. Invariant: project totals have none, because they are
//! never summed.

use std::borrow::Cow;

use super::Column;
use crate::model::DataSet;
use crate::query::{Amount, FacetValue, Side};

/// What each row adds to the two totals.
#[derive(Debug, Clone, Default)]
pub(in crate::query) struct Amounts {
    reached: Vec<Amount>,
    planned: Vec<Amount>,
}

impl Amounts {
    fn empty(rows: usize) -> Self {
        Self { reached: vec![Amount::default(); rows], planned: vec![Amount::default(); rows] }
    }

    /// The amount of a row.
    pub(in crate::query) fn get(&self, side: Side, row: usize) -> Option<&Amount> {
        match side {
            Side::Reached => self.reached.get(row),
            Side::Planned => self.planned.get(row),
        }
    }

    fn add(&mut self, side: Side, row: usize, amount: &Amount) {
        let amounts = match side {
            Side::Reached => &mut self.reached,
            Side::Planned => &mut self.planned,
        };
        if let Some(sum) = amounts.get_mut(row) {
            sum.add(amount);
        }
    }
}

/// The rows in which an audience has an amount, in their order, each once.
#[derive(Debug, Clone, Default)]
struct Audience {
    reached: Vec<(usize, Amount)>,
    planned: Vec<(usize, Amount)>,
}

/// The amounts of a data set, by row and by audience.
#[derive(Default)]
pub(in crate::query) struct AmountIndex {
    rows: usize,
    everyone: Amounts,
    /// In the order of the audience column's values.
    audiences: Vec<Audience>,
}

impl AmountIndex {
    pub(super) fn new(data: &DataSet, audiences: &Column) -> Self {
        let rows = data.activities.len();
        let by_audience = vec![Audience::default(); audiences.values().count()];
        let mut people = Self { rows, everyone: Amounts::empty(rows), audiences: by_audience };
        for (row, activity) in data.activities.iter().enumerate().filter(|(_, record)| !record.is_project_total()) {
            for entry in &activity.reach {
                let Some((side, amount)) = Amount::of(entry) else { continue };
                people.everyone.add(side, row, &amount);
                let audience = audiences.at(&FacetValue::audience_of(entry));
                let Some(audience) = audience.and_then(|at| people.audiences.get_mut(at)) else { continue };
                let rows = match side {
                    Side::Reached => &mut audience.reached,
                    Side::Planned => &mut audience.planned,
                };
                match rows.last_mut() {
                    Some((last, sum)) if *last == row => sum.add(&amount),
                    _ => rows.push((row, amount)),
                }
            }
        }
        people
    }

    /// The rows in which the audience at this place of its column has an amount.
    pub(super) fn audience(&self, at: usize, side: Side) -> &[(usize, Amount)] {
        let audience = self.audiences.get(at);
        audience.map_or(&[], |audience| match side {
            Side::Reached => &audience.reached,
            Side::Planned => &audience.planned,
        })
    }

    /// The amounts that count when only the audiences at these places are chosen.
    pub(super) fn of(&self, chosen: &[usize]) -> Cow<'_, Amounts> {
        let mut amounts = Amounts::empty(self.rows);
        for (at, side) in chosen.iter().flat_map(|at| [(*at, Side::Reached), (*at, Side::Planned)]) {
            self.audience(at, side).iter().for_each(|(row, amount)| amounts.add(side, *row, amount));
        }
        Cow::Owned(amounts)
    }

    /// The amounts that count when no audience is chosen.
    pub(super) fn everyone(&self) -> Cow<'_, Amounts> {
        Cow::Borrowed(&self.everyone)
    }
}
