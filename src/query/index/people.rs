//! Amounts by row: for everyone, and for each audience. Invariant: project totals have none, because they are
//! never summed.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::DataSet;
use crate::query::{Amount, Side, Value};

/// What each row adds to the two totals.
#[derive(Debug, Clone)]
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

/// The rows that have an amount, in their order, each once.
type Rows = Vec<(usize, Amount)>;

/// The amounts of a data set, by row and by audience.
pub(in crate::query) struct People {
    rows: usize,
    everyone: Amounts,
    reached: BTreeMap<Value, Rows>,
    planned: BTreeMap<Value, Rows>,
}

impl People {
    pub(super) fn new(data: &DataSet) -> Self {
        let rows = data.activities.len();
        let everyone = Amounts::empty(rows);
        let mut people = Self { rows, everyone, reached: BTreeMap::new(), planned: BTreeMap::new() };
        for (row, activity) in data.activities.iter().enumerate().filter(|(_, record)| !record.is_project_total()) {
            for entry in &activity.reach {
                let Some((side, amount)) = Amount::of(entry) else { continue };
                people.everyone.add(side, row, &amount);
                let audience = entry.audience.as_ref().map_or(Value::Unknown, Value::from);
                let by_audience = match side {
                    Side::Reached => &mut people.reached,
                    Side::Planned => &mut people.planned,
                };
                let rows = by_audience.entry(audience).or_default();
                match rows.last_mut() {
                    Some((last, sum)) if *last == row => sum.add(&amount),
                    _ => rows.push((row, amount)),
                }
            }
        }
        people
    }

    /// The rows in which this audience has an amount.
    pub(in crate::query) fn audience(&self, audience: &Value, side: Side) -> &[(usize, Amount)] {
        let by_audience = match side {
            Side::Reached => &self.reached,
            Side::Planned => &self.planned,
        };
        by_audience.get(audience).map_or(&[], Vec::as_slice)
    }

    /// The amounts that count when only these audiences are chosen; everyone's when none is.
    pub(in crate::query) fn of(&self, chosen: &[Value]) -> Cow<'_, Amounts> {
        if chosen.is_empty() {
            return Cow::Borrowed(&self.everyone);
        }
        let mut amounts = Amounts::empty(self.rows);
        for (audience, side) in chosen.iter().flat_map(|value| [(value, Side::Reached), (value, Side::Planned)]) {
            self.audience(audience, side).iter().for_each(|(row, amount)| amounts.add(side, *row, amount));
        }
        Cow::Owned(amounts)
    }
}
