//! The blocks that a view shows. A view without a record is short: what would be empty is left out, except the charts of
//! the facets that are filtered, which offer other values.

use super::{Block, ViewContext};
use crate::query::Facet;

/// The blocks of a view from top to bottom.
pub fn shown_blocks(context: &ViewContext) -> Vec<Block> {
    let ViewContext { options, totals, .. } = context;
    let empty = totals.rows.is_empty() && options.blocks.contains(&Block::Headline);
    let shows = |block: &&Block| match block {
        Block::Chart(chart) => chart.facet().is_some_and(|facet| has_activities(context, facet)),
        Block::Table | Block::Tiles => false,
        _ => true,
    };
    options.blocks.iter().filter(|block| !empty || shows(block)).copied().collect()
}

/// Whether a facet has an activity under the other filters.
fn has_activities(context: &ViewContext, facet: Facet) -> bool {
    context.totals.facet(facet).iter().any(|row| row.activities > 0)
}
