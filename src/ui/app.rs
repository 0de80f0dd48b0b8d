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
use super::note::note;
use super::notices::notices;
use super::table::Table;
use super::tiles::tiles;

/// The widget.
#[component]
pub fn App(props: &Props) -> Html {
    let Props { snapshot, step } = props;
    let frame = use_node_ref();
    let filters = use_node_ref();
    let by_keyboard = use_mut_ref(|| false);
    let onclick = {
        let by_keyboard = by_keyboard.clone();
        Callback::from(move |event: MouseEvent| *by_keyboard.borrow_mut() = event.detail() == 0)
    };
    {
        let (frame, filters) = (frame.clone(), filters.clone());
        use_effect(move || {
            // A chip goes when it is pressed, and with it would go the place of whoever works with the keyboard.
            let lost = frame.cast::<Element>().is_some_and(|frame| frame.matches(":focus-within") == Ok(false));
            if by_keyboard.take() && lost {
                let _ = filters.cast::<HtmlElement>().map(|filters| filters.focus());
            }
        });
    }
    html! {
        <div ref={frame} class="report" lang={snapshot.report.locale.language()} {onclick}>
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
            { note(props) }
            { foot(props) }
        </div>
    }
}
