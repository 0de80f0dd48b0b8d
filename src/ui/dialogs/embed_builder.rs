//! The code that puts the report on another page: what is chosen, a preview of it, and the code in its forms.
//!
//! Invariant: the preview is the element itself with the attributes that the code has, and not a picture of it.

mod blocks;
mod code;
mod fields;
mod preview;
mod state;

use yew::prelude::*;

use self::blocks::{blocks, follow};
use self::code::{UNKNOWN_FOLDER, code};
use self::fields::{choice, pixels, word};
use self::preview::{fit, preview};
use self::state::{Change, Chosen, State, change};
use super::context::{DialogContext, DialogData};
use crate::export::{EmbedChoices, HostedReport, Release};
use crate::link::encode;
use crate::locale::{LANGUAGES, Sentence};
use crate::query::Facet;
use crate::ui::dom;
use crate::ui::tag_builder::{TagBuilder, tag};
use crate::view::{self, FacetAccess, SyncMode, Theme};

/// Props of [`Builder`].
#[derive(Clone, PartialEq, Properties)]
pub struct BuilderProps {
    /// What is shown.
    pub context: DialogContext,
}

/// The choices, the preview and the code.
#[component]
pub fn Builder(props: &BuilderProps) -> Html {
    let context = &props.context;
    let DialogData { selection, options, services, .. } = &**context;
    let chosen = use_reducer(|| {
        let embed = EmbedChoices::new(encode(selection), services.data_address(), |facet| !options.shows(facet));
        State { embed, release: None, form: 0, moved: None }
    });
    let (top, list, page) = (use_node_ref(), use_node_ref(), use_node_ref());
    {
        let (services, top, list, page, to) =
            (services.clone(), top.clone(), list.clone(), page.clone(), chosen.dispatcher());
        use_effect_with((chosen.embed.clone(), chosen.moved), move |(embed, moved)| {
            if fit(&page, &*services, embed) {
                begin(&top);
                services.fetch_release(Callback::from(move |text: String| {
                    let change: Change = Box::new(move |state| state.release = Some(Release::read(&text)));
                    to.dispatch(change);
                }));
            }
            follow(&list, *moved);
        });
    }
    let title = context.report.data.title.as_deref().unwrap_or("Outreach Report").to_owned();
    let home = services.report_folder().unwrap_or_else(|| UNKNOWN_FOLDER.into());
    let place = HostedReport { home, title, release: chosen.release.clone().flatten() };
    let filter = tag("bdi", "").text(&view::filter_sentence(&context.view_context()));
    let choices = tag("div", "builder-choices")
        .child(tag("p", "filter").child(filter))
        .child(blocks(context, &chosen, &list))
        .child(facets(context, &chosen))
        .child(looks(context, &chosen))
        .child(version(context, &chosen, &place));
    let result = tag("div", "builder-result")
        .child(preview(context, chosen.embed.theme, &page))
        .child(code(context, &chosen, &place));
    tag("div", "builder").node_ref(&top).child(choices).child(result).html()
}

/// The button that led here is gone, and the focus with it: both begin anew.
fn begin(top: &NodeRef) {
    if let Some(body) = top.cast::<web_sys::Element>().and_then(|top| dom::closest(&top, ".dialog-body")) {
        body.set_scroll_top(0);
        dom::focus(&body);
    }
}

fn fields(context: &DialogContext, title: Sentence) -> TagBuilder {
    tag("fieldset", "fields").child(tag("legend", "").text(&context.say(title)))
}

fn about(text: &str) -> TagBuilder {
    tag("p", "hint").text(text)
}

fn facets(context: &DialogContext, chosen: &Chosen) -> Html {
    let locale = &context.report.locale;
    let names = FacetAccess::ALL.map(|access| (access.name(locale), true));
    let rows = Facet::ALL.map(|facet| {
        let picked = change(chosen, move |state, at: usize| {
            state.embed.set_access(facet, FacetAccess::ALL.get(at).copied().unwrap_or(FacetAccess::Free));
        });
        let at = FacetAccess::ALL.iter().position(|access| *access == chosen.embed.access(facet));
        choice(&locale.facet(facet), &names, at, picked)
    });
    fields(context, Sentence::EmbedFacets)
        .child(about(&context.say(Sentence::EmbedFacetsAbout)))
        .children(rows.to_vec())
        .html()
}

fn looks(context: &DialogContext, chosen: &Chosen) -> Html {
    let locale = &context.report.locale;
    // A choice of one is none.
    let language = (LANGUAGES.len() > 1).then(|| {
        let own = (context.say(Sentence::EmbedLanguageAuto), true);
        let names = LANGUAGES.iter().map(|(_, name)| ((*name).to_owned(), true));
        let names: Vec<_> = [own].into_iter().chain(names).collect();
        let at = LANGUAGES.iter().position(|(code, _)| Some(*code) == chosen.embed.language);
        let picked = change(chosen, |state, at: usize| {
            state.embed.language = at.checked_sub(1).and_then(|at| LANGUAGES.get(at)).map(|(code, _)| *code);
        });
        choice(&context.say(Sentence::EmbedLanguage), &names, Some(at.map_or(0, |at| at + 1)), picked)
    });
    let themes = Theme::ALL.map(|theme| (theme.name(locale), true));
    let theme = Theme::ALL.iter().position(|theme| *theme == chosen.embed.theme);
    let pick_theme =
        change(chosen, |state, at: usize| state.embed.theme = Theme::ALL.get(at).copied().unwrap_or(Theme::Auto));
    let (width, height) = (chosen.embed.width, chosen.embed.height);
    let proposed = chosen.embed.proposed_height().to_string();
    let wide = change(chosen, |state, width| state.embed.width = width);
    let tall = change(chosen, |state, height| state.embed.height = height);
    fields(context, Sentence::EmbedLooks)
        .children(language.into_iter().collect())
        .child(choice(&context.say(Sentence::EmbedTheme), &themes, theme, pick_theme))
        .child(pixels(&context.say(Sentence::EmbedWidth), width, "100%".to_owned(), wide))
        .child(pixels(&context.say(Sentence::EmbedHeight), height, proposed, tall))
        .child(about(&context.say(Sentence::EmbedSizeAbout)))
        .html()
}

fn version(context: &DialogContext, chosen: &Chosen, place: &HostedReport) -> Html {
    let locale = &context.report.locale;
    let embed = &chosen.embed;
    let can = place.release.is_some();
    let names = |can: bool| [(context.say(Sentence::EmbedLive), true), (context.say(Sentence::EmbedPinned), can)];
    let syncs = SyncMode::ALL.map(|sync| (sync.name(locale), true));
    let sync = SyncMode::ALL.iter().position(|sync| *sync == embed.sync);
    let pick_sync =
        change(chosen, |state, at: usize| state.embed.sync = SyncMode::ALL.get(at).copied().unwrap_or(SyncMode::None));
    let prefix = (embed.sync != SyncMode::None).then(|| {
        let done = change(chosen, |state, text: String| state.embed.set_prefix(&text));
        word(&context.say(Sentence::EmbedPrefix), embed.prefix(), done)
    });
    let script = change(chosen, |state, at: usize| state.embed.pinned_script = at == 1);
    let data = change(chosen, |state, at: usize| state.embed.pinned_data = at == 1);
    let own = embed.source.as_ref().map(|address| locale.fill(Sentence::EmbedOwnData, &[("address", address)]));
    let newest = match &place.release {
        None if chosen.release.is_none() => String::new(),
        None => context.say(Sentence::EmbedPinnedNot),
        Some(_) if !embed.pinned_script && !embed.pinned_data => {
            locale.fill(Sentence::EmbedLiveAbout, &[("home", &place.home)])
        }
        Some(Release { folder, updated, .. }) => {
            locale.fill(Sentence::EmbedPinnedAbout, &[("folder", folder), ("date", updated)])
        }
    };
    let can_data = names(can && own.is_none());
    fields(context, Sentence::EmbedAddress)
        .child(choice(&context.say(Sentence::EmbedSync), &syncs, sync, pick_sync))
        // A place of its own, so that the fields around it stay the same elements when it comes and goes.
        .child(tag("div", "field-place").children(prefix.into_iter().collect()))
        .child(choice(&context.say(Sentence::EmbedScript), &names(can), Some(usize::from(embed.pinned_script)), script))
        .child(choice(&context.say(Sentence::EmbedData), &can_data, Some(usize::from(embed.pinned_data)), data))
        .child(tag("p", "hint pinning").text(&newest))
        .children(own.iter().map(|own| about(own).html()).collect())
        .html()
}
