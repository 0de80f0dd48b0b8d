//! The charts by kind, audience and donor share one place on a phone: tabs choose which of them is shown. A wide screen and
//! print show all of them and no tabs.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::tag_builder::{button, tag};
use super::ui_state::UiAction;
use crate::locale::Sentence;
use crate::view::{Block, ChartBlock};

/// The charts that share one place, in the order of the page: those that follow each other.
pub fn tabbed_charts(blocks: &[Block]) -> Vec<ChartBlock> {
    let chart = |block: &Block| match block {
        Block::Chart(chart @ (ChartBlock::Kind | ChartBlock::Audience | ChartBlock::Donor)) => Some(*chart),
        _ => None,
    };
    let charts: Vec<ChartBlock> = blocks.iter().skip_while(|block| chart(block).is_none()).map_while(chart).collect();
    if charts.len() > 1 { charts } else { Vec::new() }
}

/// Whether a phone hides this chart behind its tab.
pub fn is_behind_tab(context: &BlockContext, tabbed: &[ChartBlock], chart: ChartBlock) -> bool {
    let chosen = context.state.tab.filter(|chosen| tabbed.contains(chosen)).or(tabbed.first().copied());
    tabbed.contains(&chart) && chosen != Some(chart)
}

/// The tabs of these charts.
pub fn chart_tabs(context: &BlockContext, tabbed: &[ChartBlock]) -> Html {
    let mut tabs = tag("div", "switch tabs").key("tabs").attribute("role", "group").sentence_attribute(
        "aria-label",
        context,
        Sentence::MeasureLabel,
    );
    for chart in tabbed {
        let label = chart.facet().map(|facet| context.view.locale.facet(facet)).unwrap_or_default();
        let tab = button("").aria_bool("aria-pressed", !is_behind_tab(context, tabbed, *chart));
        tabs = tabs.child(tab.on_click(context.on_ui_action(UiAction::ShowTab(*chart))).text(&label));
    }
    tabs.html()
}
