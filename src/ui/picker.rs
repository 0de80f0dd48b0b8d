//! Choosing values of a facet from a list that can be searched.

use web_sys::{HtmlFormElement, HtmlInputElement};
use yew::prelude::*;

use super::Step;
use super::desk::{Desk, Turn};
use super::dom::{all, one};
use super::el::{button, el, isolated};
use crate::locale::Sentence;
use crate::query::{Facet, SelectionAction};
use crate::view::Picker;

/// Lists up to this length are taken in at a glance and need no search.
const SHORT: usize = 8;

/// A button that opens a list of values.
pub fn picker(desk: &Desk, picker: &Picker) -> Html {
    let open = desk.ui.open == Some(picker.facet);
    let id = format!("pick-{}", picker.facet.key());
    let chosen = if picker.chosen > 0 { picker.chosen.to_string() } else { String::new() };
    let spoken = if picker.chosen > 0 { picker.spoken.as_str() } else { "" };
    let press = button("pick")
        .says("aria-expanded", open)
        .at("aria-controls", id.clone())
        .press(desk.turn(Turn::Open(Some(picker.facet).filter(|_| !open))))
        .kid(el("span", "").text(&picker.label))
        .kid(el("span", "unseen").text(spoken))
        .kid(el("span", "badge").at("aria-hidden", "true").text(&chosen));
    let mut holder = el("div", "holder");
    if open {
        holder = holder.kid(el("div", "backdrop").press(desk.turn(Turn::Open(None)))).kid(panel(desk, picker, id));
    }
    el("div", "picker").key(picker.facet.key()).kid(press).kid(holder).html()
}

fn panel(desk: &Desk, picker: &Picker, id: String) -> Html {
    let foot = el("p", "panel-foot")
        .kid(button("plain").press(desk.commit(SelectionAction::Clear(picker.facet))).say(desk, Sentence::PickerClear))
        .kid(button("primary").press(desk.turn(Turn::Open(None))).say(desk, Sentence::PickerDone));
    let panel = el("div", "panel")
        .at("id", id)
        .at("role", "dialog")
        .at("aria-label", picker.label.clone())
        .at("tabindex", "-1");
    let mut panel = if picker.facet == Facet::Year { panel.kid(year_range(desk)) } else { panel };
    let label = desk.scene.locale.fill(Sentence::PickerSearch, &[("facet", &picker.label)]);
    if picker.facet != Facet::Year && picker.choices.len() > SHORT {
        let turn = desk.turn.clone();
        let typed = Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            turn.dispatch(Turn::Wanted(input.map(|input| input.value()).unwrap_or_default()));
        });
        let search =
            el("input", "search").at("type", "search").at("placeholder", label.clone()).at("aria-label", label);
        let search = search.at("autocomplete", "off").at("spellcheck", "false").value(&desk.ui.wanted).typed(typed);
        panel = panel.kid(search);
    }
    let fold = desk.scene.locale.formats();
    let wanted = fold.fold(desk.ui.wanted.trim());
    let mut list = el("ul", "choices");
    let mut nothing = true;
    for choice in &picker.choices {
        if !wanted.is_empty() && !fold.fold(&choice.label).contains(&wanted) {
            continue;
        }
        nothing = false;
        let tick = el("input", "")
            .at("type", "checkbox")
            .at("aria-label", choice.spoken.clone())
            .checked(choice.selected)
            .ticked(desk.commit(SelectionAction::Toggle(picker.facet, choice.value.clone())));
        let label = el("label", if choice.activities == 0 { "none" } else { "" })
            .kid(tick)
            .kid(isolated(&choice.label))
            .kid(el("span", "many").text(&choice.number));
        list = list.kid(el("li", "").key(&choice.value.key()).kid(label));
    }
    let words = if nothing { desk.say(Sentence::PickerNothing) } else { String::new() };
    panel.kid(list).kid(el("p", "nothing").at("role", "status").text(&words)).kid(foot).html()
}

/// A range of years, typed: the way to choose one without dragging.
fn year_range(desk: &Desk) -> Html {
    let range = desk.scene.selection.years().ranges().first().copied().or_else(|| desk.scene.index.years());
    let known = |year: u16| if (1..9999).contains(&year) { year.to_string() } else { String::new() };
    let (first, last) = range.unwrap_or_default();
    let sent = {
        let (turn, step) = (desk.turn.clone(), desk.props.step.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let fields = event.target_dyn_into::<HtmlFormElement>().map(|form| all(&form, "input")).unwrap_or_default();
            let mut years = fields.iter().map(|field| year(&super::dom::value(field)));
            let range = years.next().flatten().zip(years.next().flatten());
            turn.dispatch(Turn::WrongYears(range.is_none()));
            if let Some((from, to)) = range {
                step.emit(Step::Commit(SelectionAction::Years(from, to)));
            }
        })
    };
    let mut form = el("form", "year-range").flag("novalidate", true).sent(sent);
    for (label, year) in [(Sentence::YearFrom, first), (Sentence::YearTo, last)] {
        let field = el("input", "")
            .at("type", "text")
            .at("inputmode", "numeric")
            .at("maxlength", "4")
            .at("size", "4")
            .at("autocomplete", "off")
            .value(&known(year));
        form = form.kid(el("label", "").kid(el("span", "").say(desk, label)).kid(field));
    }
    let wrong = if desk.ui.wrong_years { desk.say(Sentence::YearRangeWrong) } else { String::new() };
    form.kid(button("plain").at("type", "submit").say(desk, Sentence::YearApply))
        .kid(el("p", "wrong").at("role", "alert").text(&wrong))
        .html()
}

/// Four digits.
fn year(text: &str) -> Option<u16> {
    let text = text.trim();
    (text.len() == 4).then(|| text.parse().ok()).flatten()
}

/// Gives the keyboard to a list that was opened, and back to its button when it is closed.
pub fn follow_focus(report: &web_sys::Element, before: Option<Facet>, now: Option<Facet>) {
    let found = match (before, now) {
        (_, Some(_)) => one(report, ".panel"),
        (Some(facet), None) => one(report, &format!("[aria-controls=pick-{}]", facet.key())),
        (None, None) => None,
    };
    if let Some(element) = found {
        super::dom::focus(&element);
    }
}
