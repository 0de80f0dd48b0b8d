//! The whole screen, from top to bottom.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::Props;
use super::bars::country_bars;
use super::chips::chips;
use super::columns::YearColumns;
use super::filters::Filters;
use super::foot::foot;
use super::goals::goal_bars;
use super::headline::headline;
use super::notices::notices;
use super::table::Table;
use super::tiles::tiles;

/// The widget.
#[component]
pub fn App(props: &Props) -> Html {
    let Props { snapshot, step } = props;
    let filters = use_node_ref();
    let pressed = use_mut_ref(|| None::<Element>);
    let onclick = {
        let pressed = pressed.clone();
        // A press with the keyboard is a click without a pointer's count of clicks.
        Callback::from(move |event: MouseEvent| {
            *pressed.borrow_mut() = event.target_dyn_into::<Element>().filter(|_| event.detail() == 0);
        })
    };
    {
        let filters = filters.clone();
        use_effect(move || {
            // A chip goes when it is pressed, and with it would go the place of whoever works with the keyboard.
            let lost = pressed.take().is_some_and(|pressed| !pressed.is_connected());
            if lost {
                let _ = filters.cast::<HtmlElement>().map(|filters| filters.focus());
            }
        });
    }
    html! {
        <div class="report" lang={snapshot.report.locale.language()} {onclick}>
            { headline(props) }
            { notices(props) }
            <div ref={filters} class="filter-place" tabindex="-1"><Filters {snapshot} {step} /></div>
            { chips(props) }
            { tiles(props) }
            <YearColumns {snapshot} {step} />
            <div class="pair">
                { country_bars(props) }
                { goal_bars(props) }
            </div>
            <Table {snapshot} {step} />
            { foot(props) }
        </div>
    }
}
