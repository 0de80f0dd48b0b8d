//! Amounts by row, of all audiences and of each one. Invariant: project totals have none, because they are never
//! summed.

use std::borrow::Cow;

use super::Column;
use crate::model::DataSet;
use crate::query::{Amount, FacetValue, Side};

/// What each row adds to the totals of people reached and planned.
#[derive(Debug, Clone, Default)]
pub(in crate::query) struct Amounts {
    reached: Vec<Amount>,
    planned: Vec<Amount>,
}

impl Amounts {
    fn empty(row_count: usize) -> Self {
        Self { reached: vec![Amount::default(); row_count], planned: vec![Amount::default(); row_count] }
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

/// The rows in which an audience has an amount, with the amounts; ascending, each once.
#[derive(Debug, Clone, Default)]
struct AudienceAmounts {
    reached: Vec<(usize, Amount)>,
    planned: Vec<(usize, Amount)>,
}

/// The amounts of a data set, by row and by audience.
#[derive(Default)]
pub(in crate::query) struct AmountIndex {
    row_count: usize,
    all_audiences: Amounts,
    /// In the order of the values of the audience column.
    audiences: Vec<AudienceAmounts>,
}

impl AmountIndex {
    pub(super) fn new(data: &DataSet, audiences: &Column) -> Self {
        let row_count = data.activities.len();
        let by_audience = vec![AudienceAmounts::default(); audiences.values().count()];
        let mut index = Self { row_count, all_audiences: Amounts::empty(row_count), audiences: by_audience };
        for (row, activity) in data.activities.iter().enumerate().filter(|(_, record)| !record.is_project_total()) {
            for entry in &activity.reach {
                let Some((side, amount)) = Amount::of(entry) else { continue };
                index.all_audiences.add(side, row, &amount);
                let position = audiences.position(&FacetValue::audience_of(entry));
                let Some(audience) = position.and_then(|position| index.audiences.get_mut(position)) else { continue };
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
        index
    }

    /// The rows in which an audience has an amount. `index` is the position of the audience in its column.
    pub(super) fn audience(&self, index: usize, side: Side) -> &[(usize, Amount)] {
        let audience = self.audiences.get(index);
        audience.map_or(&[], |audience| match side {
            Side::Reached => &audience.reached,
            Side::Planned => &audience.planned,
        })
    }

    /// The amounts of some audiences, given by their positions in the column.
    pub(super) fn of_audiences(&self, indices: &[usize]) -> Cow<'_, Amounts> {
        let mut amounts = Amounts::empty(self.row_count);
        for (index, side) in indices.iter().flat_map(|index| [(*index, Side::Reached), (*index, Side::Planned)]) {
            self.audience(index, side).iter().for_each(|(row, amount)| amounts.add(side, *row, amount));
        }
        Cow::Owned(amounts)
    }

    /// The amounts of all audiences.
    pub(super) fn all_audiences(&self) -> Cow<'_, Amounts> {
        Cow::Borrowed(&self.all_audiences)
    }
}
