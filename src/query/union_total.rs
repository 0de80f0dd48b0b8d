//! The total of several values of a facet together. Invariant: an activity that has several of the values counts once.

use super::column_totals::FacetTotal;
use super::counter::ColumnSums;
use super::{Amount, Facet, FacetValue, Index, Tally};

/// The distinct total of the activities that a column has counted and that have one of these values. Of the audience facet, only the entries of these audiences are counted.
pub(super) fn union_total(
    index: &Index,
    sums: &ColumnSums,
    facet: Facet,
    values: &[&FacetValue],
) -> Option<FacetTotal> {
    let column = sums.column.column(index);
    let chosen: Vec<bool> =
        column.map_or(&[][..], |column| &column.values).iter().map(|value| values.contains(&value)).collect();
    let (Some(sets), _, codes) = sums.column.sets(index) else { return None };
    let amounts = index.amounts();
    let audiences = if facet == Facet::Audience { Some(&*chosen) } else { sums.audiences.as_deref() };
    let is_chosen = |set: usize| sets.get(set).iter().any(|value| chosen.get(*value as usize) == Some(&true));
    let is_counted = |row: usize| sums.base.contains(row) && is_chosen(codes.get(row));

    let (mut activities, mut several) = (0, 0);
    let mut sides = [(Amount::default(), 0); 2];
    let [(reached, counted), _] = &mut sides;
    let lower_half = |both: u64| both & u64::from(u32::MAX);
    for (set, ([numbers, low], [upper, bounds])) in sums.sums.iter().zip(&sums.bounded).enumerate() {
        if is_chosen(set) {
            activities += lower_half(*numbers);
            several += if sets.get(set).len() > 1 { lower_half(*numbers) } else { 0 };
            let high = low.saturating_add(*upper);
            let (open, about) = (lower_half(*bounds) > 0, bounds >> 32 > 0);
            reached.add(&Amount { low: *low, high, open, about, counted: true });
            *counted += numbers >> 32;
        }
    }
    for row in amounts.special.rows.iter().filter(|row| is_counted(*row)) {
        let weight = amounts.plain.weight(row);
        for ((sum, counted), side) in sides.iter_mut().zip(amounts.amounts(row, audiences)) {
            sum.add_weighted(&side, weight, amounts.overlap(row).is_none());
            *counted += u64::from(side.counted) * weight;
        }
    }
    for overlap in 1..amounts.overlap_count() {
        let rows = amounts.rows_with_overlap(overlap).iter().map(|row| *row as usize).filter(|row| is_counted(*row));
        let mut largest = [0; 2];
        for row in rows {
            let weight = amounts.plain.weight(row);
            let lows = amounts.amounts(row, audiences).map(|side| side.low.saturating_mul(weight));
            largest.iter_mut().zip(lows).for_each(|(largest, low)| *largest = low.max(*largest));
        }
        sides.iter_mut().zip(largest).for_each(|((sum, _), low)| sum.low = sum.low.saturating_add(low));
    }
    let [reached, planned] = sides.map(|(sum, counted)| Tally::of(&sum, counted, activities));
    Some(FacetTotal { activities: activities as usize, several: several as usize, reached, planned })
}
