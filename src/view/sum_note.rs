//! Why the marks of a chart add up to more than the total: an activity counts fully in each of its values.

use super::ViewContext;
use crate::locale::Sentence;
use crate::query::{Facet, Measure, Tally};

/// What the marks of a facet add up to, why, and what the total is if each activity counts once; `None` if the two are
/// the same.
pub(super) fn sum_note(context: &ViewContext, facet: Facet) -> Option<String> {
    let ViewContext { totals, locale, selection, .. } = context;
    let rows = totals.facet(facet);
    let facet_total = totals.facet_total(facet)?;
    let (sum, total) = match selection.measure {
        Measure::Activities => {
            let sum: usize = rows.iter().map(|row| row.activities).sum();
            if sum == facet_total.activities {
                return None;
            }
            (locale.number(sum as u64), locale.number(facet_total.activities as u64))
        }
        Measure::People => {
            let sum = Tally::sum(rows.iter().map(|row| &row.reached));
            if (sum.low, sum.high) == (facet_total.reached.low, facet_total.reached.high) {
                return None;
            }
            (locale.tally(&sum), locale.tally(&facet_total.reached))
        }
    };
    let gaps = [("sum", &*sum), ("total", &*total)];
    // Rows of people can add up to more although no activity is in two of them: overlaps count once in each row, and
    // once in the total. No person counts in several audiences, because each audience counts its own entries.
    let own_people = facet == Facet::Audience && selection.measure == Measure::People;
    if facet_total.several == 0 || own_people {
        return Some(locale.fill(Sentence::SumNoteOverlap, &gaps));
    }
    Some(locale.count(Sentence::SumNoteSeveral, facet_total.several as u64, &gaps))
}
