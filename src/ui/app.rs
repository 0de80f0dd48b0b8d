//! The whole screen, from top to bottom.

use yew::prelude::*;

use super::Props;
use super::bars::country_bars;
use super::chips::chips;
use super::columns::YearColumns;
use super::filters::Filters;
use super::foot::foot;
use super::goals::goal_bars;
use super::headline::headline;
use super::note::note;
use super::notices::notices;
use super::table::Table;
use super::tiles::tiles;

/// The widget.
#[component]
pub fn App(props: &Props) -> Html {
    let Props { snapshot, step } = props;
    html! {
        <div class="report" lang={snapshot.report.locale.language()}>
            { headline(props) }
            { notices(props) }
            <Filters {snapshot} {step} />
            { chips(props) }
            { tiles(props) }
            <YearColumns {snapshot} {step} />
            <div class="pair">
                { country_bars(props) }
                { goal_bars(props) }
            </div>
            <Table {snapshot} {step} />
            { note(props) }
            { foot(props) }
        </div>
    }
}
