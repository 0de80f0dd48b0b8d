//! The total of several values of a facet together. Invariant: an activity that has several of the values counts once.

use super::column_totals::FacetTotal;
use super::counter::ColumnSums;
use super::tally::WideSum;
use super::{Facet, FacetValue, Index, Tally};

/// The distinct total of the activities that a column has counted and that have one of these values. Of the audience facet, only the entries of these audiences are counted.
pub(super) fn union_total(index: &Index, sums: &ColumnSums, facet: Facet, values: &[&FacetValue]) -> FacetTotal {
    let column = sums.column.column(index);
    let chosen: Vec<bool> =
        column.map_or(&[][..], |column| &column.values).iter().map(|value| values.contains(&value)).collect();
    let (Some(sets), _, codes) = sums.column.sets(index) else { return no_activities() };
    let amounts = index.amounts();
    let audiences = if facet == Facet::Audience { Some(&*chosen) } else { sums.audiences.as_deref() };
    let is_chosen = |set: usize| sets.get(set).iter().any(|value| chosen.get(*value as usize) == Some(&true));
    let is_counted = |row: usize| sums.base.contains(row) && is_chosen(codes.get(row));

    let (mut activities, mut several) = (0, 0);
    let mut sides = [WideSum::default(); 2];
    let [reached, _] = &mut sides;
    for (set, [numbers, low, upper, bounds]) in sums.sums.iter().enumerate().filter(|(set, _)| is_chosen(*set)) {
        let of_set = numbers & u64::from(u32::MAX);
        activities += of_set;
        several += if sets.get(set).len() > 1 { of_set } else { 0 };
        reached.low += u128::from(*low);
        reached.high += u128::from(*low) + u128::from(*upper);
        reached.counted += numbers >> 32;
        reached.open += bounds & u64::from(u32::MAX);
        reached.about += bounds >> 32;
    }
    for row in amounts.special.rows.iter().filter(|row| is_counted(*row)) {
        let weight = amounts.plain.weight(row);
        for (sum, side) in sides.iter_mut().zip(amounts.amounts(row, audiences)) {
            sum.add(&side, weight, amounts.overlap(row).is_none());
        }
    }
    for overlap in 1..amounts.overlap_count() {
        let rows = amounts.rows_with_overlap(overlap).iter().map(|row| *row as usize).filter(|row| is_counted(*row));
        let mut largest = [0; 2];
        for row in rows {
            let weight = u128::from(amounts.plain.weight(row));
            let lows = amounts.amounts(row, audiences).map(|side| u128::from(side.low) * weight);
            largest.iter_mut().zip(lows).for_each(|(largest, low)| *largest = low.max(*largest));
        }
        sides.iter_mut().zip(largest).for_each(|(sum, low)| sum.low += low);
    }
    let [reached, planned] = sides.map(|sum| Tally::of_sum(&sum, activities));
    FacetTotal { activities: activities as usize, several: several as usize, reached, planned }
}

fn no_activities() -> FacetTotal {
    let none = Tally::of_sum(&WideSum::default(), 0);
    FacetTotal { activities: 0, several: 0, reached: none, planned: none }
}
