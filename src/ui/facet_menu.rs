//! The menu of a facet: choosing values of a facet from a list with a search field.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Message;
use super::block_context::BlockContext;
use super::dom::{focus, query, show};
use super::tag_builder::{button, isolated, tag};
use super::ui_state::UiAction;
use super::year_range::{filter_when_left, year_range};
use crate::locale::Sentence;
use crate::query::{Facet, SelectionAction};
use crate::view::{FacetMenu, facet_options};

/// The longest list that gets no search field.
const MAX_UNSEARCHED: usize = 8;

/// A button that opens a list of values.
pub fn facet_menu(context: &BlockContext, menu: &FacetMenu) -> Html {
    let is_open = context.state.open_menu == Some(menu.facet);
    let id = format!("pick-{}", menu.facet.key());
    let chosen = if menu.chosen > 0 { menu.chosen.to_string() } else { String::new() };
    let spoken = if menu.chosen > 0 { menu.spoken.as_str() } else { "" };
    let opener = button("pick")
        .aria_bool("aria-expanded", is_open)
        .attribute("aria-controls", id.clone())
        .on_click(context.on_ui_action(UiAction::OpenMenu(Some(menu.facet).filter(|_| !is_open))))
        .child(tag("span", "").text(&menu.label))
        .child(tag("span", "unseen").text(spoken))
        .child(tag("span", "badge").attribute("aria-hidden", "true").text(&chosen));
    let mut holder = tag("div", "holder");
    if is_open {
        let backdrop = tag("div", "backdrop").attribute("popover", "manual");
        holder = holder
            .child(backdrop.on_click(context.on_ui_action(UiAction::OpenMenu(None))))
            .child(panel(context, menu, id));
    }
    let picker = tag("div", "picker").key(menu.facet.key()).child(opener).child(holder);
    if is_open && menu.facet == Facet::Year { filter_when_left(context, picker).html() } else { picker.html() }
}

fn panel(context: &BlockContext, menu: &FacetMenu, id: String) -> Html {
    let on_clear = {
        let (dispatch, on_message) = (context.dispatch.clone(), context.props.on_message.clone());
        let clear = SelectionAction::Clear(menu.facet);
        Callback::from(move |_| {
            dispatch.emit(UiAction::TypeYears(None));
            on_message.emit(Message::Commit(clear.clone()));
        })
    };
    let foot = tag("p", "panel-foot")
        .child(button("plain").on_click(on_clear).sentence(context, Sentence::FacetMenuClear))
        .child(
            button("primary")
                .on_click(context.on_ui_action(UiAction::OpenMenu(None)))
                .sentence(context, Sentence::FacetMenuDone),
        );
    let panel = tag("div", "panel")
        .attribute("popover", "manual")
        .attribute("id", id)
        .attribute("role", "dialog")
        .attribute("aria-label", menu.label.clone())
        .attribute("tabindex", "-1");
    let mut panel = if menu.facet == Facet::Year { panel.child(year_range(context)) } else { panel };
    let options = facet_options(&context.view, menu.facet);
    let label = context.view.locale.fill(Sentence::FacetMenuSearch, &[("facet", &menu.label)]);
    if menu.facet != Facet::Year && options.len() > MAX_UNSEARCHED {
        let dispatch = context.dispatch.clone();
        let on_input = Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            dispatch.emit(UiAction::SearchMenu(input.map(|input| input.value()).unwrap_or_default()));
        });
        let search = tag("input", "search")
            .attribute("type", "search")
            .attribute("placeholder", label.clone())
            .attribute("aria-label", label);
        let search = search
            .attribute("autocomplete", "off")
            .attribute("spellcheck", "false")
            .value(&context.state.menu_search)
            .on_input(on_input);
        panel = panel.child(search);
    }
    let formats = context.view.locale.formats();
    let pattern = formats.fold(context.state.menu_search.trim());
    let mut list = tag("ul", "choices");
    let mut no_match = true;
    for option in &options {
        if !pattern.is_empty() && !formats.fold(&option.label).contains(&pattern) {
            continue;
        }
        no_match = false;
        let checkbox = tag("input", "")
            .attribute("type", "checkbox")
            .attribute("aria-label", option.spoken.clone())
            .checked(option.selected)
            .on_change(context.on_commit(SelectionAction::Toggle(menu.facet, option.value.clone())));
        let label = tag("label", if option.activities == 0 { "none" } else { "" })
            .child(checkbox)
            .child(isolated(&option.label))
            .child(tag("span", "many").text(&option.number));
        list = list.child(tag("li", "").key(&option.value.key()).child(label));
    }
    let status = if no_match { context.say(Sentence::FacetMenuNothing) } else { String::new() };
    panel.child(list).child(tag("p", "nothing").attribute("role", "status").text(&status)).child(foot).html()
}

/// Shows the list that has just been rendered and gives it the focus, or gives the focus back to the button of the one
/// that has just closed.
pub fn show_menu(report: &web_sys::Element, previous: Option<Facet>, current: Option<Facet>) {
    match (previous, current) {
        (_, Some(_)) => query(report, ".panel").iter().for_each(|panel| show(panel)),
        (Some(facet), None) => {
            query(report, &format!("[aria-controls=pick-{}]", facet.key())).iter().for_each(focus);
        }
        (None, None) => {}
    }
}
