//! The embed builder: choices, a preview, and the code that puts the report on another page, in several forms.
//!
//! Invariant: the preview is the element itself with the same attributes that the code has, not an imitation.

mod blocks;
mod code;
mod fields;
mod preview;
mod state;

use web_sys::Element;
use yew::prelude::*;

use self::blocks::{block_fields, focus_moved_block};
use self::code::code_section;
use self::fields::{pixel_field, select_field, text_field};
use self::preview::{has_room_for_desk, preview_section, update_preview};
use self::state::{BuilderAction, BuilderHandle, BuilderState, PreviewWindow, on_change};
use super::context::DialogContext;
use super::embed_start::{PLACEHOLDER_DATA, first_choices, hosted_report};
use crate::export::{ELEMENT_SCRIPT, HostedReport, PinnedVersion};
use crate::locale::{LANGUAGES, Sentence};
use crate::query::Facet;
use crate::ui::dom;
use crate::ui::tag_builder::{TagBuilder, tag};
use crate::view::{self, ColourScheme, FacetAccess, SyncMode};

/// Props of [`EmbedBuilder`].
#[derive(Clone, PartialEq, Properties)]
pub struct EmbedBuilderProps {
    /// The dialog that the reader came from; its view and hidden facets are the first choices.
    pub context: DialogContext,
}

/// The choices, the preview and the code.
#[component]
pub fn EmbedBuilder(props: &EmbedBuilderProps) -> Html {
    let context = &props.context;
    let builder = use_reducer(|| BuilderState {
        embed: first_choices(context),
        pinned_version: None,
        not_pinned: None,
        form: usize::from(context.services.is_missing(ELEMENT_SCRIPT)),
        preview_window: PreviewWindow::Desk,
        moved: None,
    });
    let (content, block_list, preview_page) = (use_node_ref(), use_node_ref(), use_node_ref());
    {
        let (services, content, block_list, preview_page, dispatcher) =
            (context.services.clone(), content.clone(), block_list.clone(), preview_page.clone(), builder.dispatcher());
        let shown = (builder.embed.clone(), builder.preview_window, builder.moved);
        use_effect_with(shown, move |(embed, window, moved)| {
            if update_preview(&preview_page, &*services, embed, *window) {
                focus_heading(&content);
                if !has_room_for_desk(&preview_page) {
                    dispatcher.dispatch(Box::new(|state| state.preview_window = PreviewWindow::Phone));
                }
                services.fetch_pinned_version(Callback::from(move |text: Option<String>| {
                    let version = text.as_deref().and_then(PinnedVersion::read);
                    let reason = text.map_or(Sentence::EmbedPinnedUnread, |_| Sentence::EmbedPinnedNot);
                    let change: BuilderAction = Box::new(move |state| {
                        state.not_pinned = version.is_none().then_some(reason);
                        state.pinned_version = version;
                    });
                    dispatcher.dispatch(change);
                }));
            }
            focus_moved_block(&block_list, *moved);
        });
    }
    let host = hosted_report(context, builder.pinned_version.clone());
    let filter = tag("bdi", "").text(&view::filter_sentence(&context.view_context()));
    let choices = tag("div", "builder-choices")
        .child(tag("p", "filter").child(filter))
        .child(block_fields(context, &builder, &block_list))
        .child(facet_fields(context, &builder))
        .child(appearance_fields(context, &builder))
        .child(address_fields(context, &builder, &host));
    let result = tag("div", "builder-result").child(code_section(context, &builder, &host)).child(preview_section(
        context,
        &builder,
        &preview_page,
    ));
    tag("div", "builder").node_ref(&content).child(choices).child(result).html()
}

/// Moves the focus to the heading of the dialog, with the choices scrolled to their top: the button that led here is gone,
/// and the focus with it.
fn focus_heading(content: &NodeRef) {
    let inside = content.cast::<Element>().and_then(|content| dom::closest(&content, ".dialog-inside"));
    let found = |selector| inside.as_ref().and_then(|inside| dom::query(inside, selector));
    found(".dialog-body").iter().for_each(|body| body.set_scroll_top(0));
    found("h2").iter().for_each(dom::focus);
}

fn fieldset(context: &DialogContext, title: Sentence) -> TagBuilder {
    tag("fieldset", "fields").child(tag("legend", "").text(&context.say(title)))
}

fn hint(text: &str) -> TagBuilder {
    tag("p", "hint").text(text)
}

fn facet_fields(context: &DialogContext, builder: &BuilderHandle) -> Html {
    let locale = &context.loaded.locale;
    let names = FacetAccess::ALL.map(|access| (access.name(locale), true));
    let rows = Facet::ALL.map(|facet| {
        let on_choose = on_change(builder, move |state, index: usize| {
            state.embed.set_access(facet, FacetAccess::ALL.get(index).copied().unwrap_or(FacetAccess::Free));
        });
        let index = FacetAccess::ALL.iter().position(|access| *access == builder.embed.access(facet));
        select_field(&locale.facet(facet), &names, index, on_choose)
    });
    fieldset(context, Sentence::EmbedFacets)
        .child(hint(&context.say(Sentence::EmbedFacetsAbout)))
        .children(rows.to_vec())
        .html()
}

fn appearance_fields(context: &DialogContext, builder: &BuilderHandle) -> Html {
    let locale = &context.loaded.locale;
    // With only one language there is nothing to choose.
    let language = (LANGUAGES.len() > 1).then(|| {
        let automatic = (context.say(Sentence::EmbedLanguageAuto), true);
        let names = LANGUAGES.iter().map(|(_, name)| ((*name).to_owned(), true));
        let names: Vec<_> = [automatic].into_iter().chain(names).collect();
        let index = LANGUAGES.iter().position(|(code, _)| Some(*code) == builder.embed.language);
        let on_choose = on_change(builder, |state, index: usize| {
            state.embed.language = index.checked_sub(1).and_then(|index| LANGUAGES.get(index)).map(|(code, _)| *code);
        });
        select_field(&context.say(Sentence::EmbedLanguage), &names, Some(index.map_or(0, |index| index + 1)), on_choose)
    });
    let schemes = ColourScheme::ALL.map(|scheme| (scheme.name(locale), true));
    let scheme = ColourScheme::ALL.iter().position(|scheme| *scheme == builder.embed.colour_scheme);
    let on_scheme = on_change(builder, |state, index: usize| {
        state.embed.colour_scheme = ColourScheme::ALL.get(index).copied().unwrap_or(ColourScheme::Auto)
    });
    let (width, height) = (builder.embed.width, builder.embed.height);
    let proposed_height = builder.embed.proposed_height().to_string();
    let on_width = on_change(builder, |state, width| state.embed.width = width);
    let on_height = on_change(builder, |state, height| state.embed.height = height);
    fieldset(context, Sentence::EmbedLooks)
        .children(language.into_iter().collect())
        .child(select_field(&context.say(Sentence::EmbedColourScheme), &schemes, scheme, on_scheme))
        .child(pixel_field(&context.say(Sentence::EmbedWidth), width, "100%".to_owned(), on_width))
        .child(pixel_field(&context.say(Sentence::EmbedHeight), height, proposed_height, on_height))
        .child(hint(&context.say(Sentence::EmbedSizeAbout)))
        .html()
}

fn address_fields(context: &DialogContext, builder: &BuilderHandle, host: &HostedReport) -> Html {
    let locale = &context.loaded.locale;
    let embed = &builder.embed;
    let can_pin = host.pinned_version.is_some();
    let version_names =
        |can_pin: bool| [(context.say(Sentence::EmbedLive), true), (context.say(Sentence::EmbedPinned), can_pin)];
    let syncs = SyncMode::ALL.map(|sync| (sync.name(locale), true));
    let sync = SyncMode::ALL.iter().position(|sync| *sync == embed.sync);
    let on_sync = on_change(builder, |state, index: usize| {
        state.embed.sync = SyncMode::ALL.get(index).copied().unwrap_or(SyncMode::None)
    });
    let prefix = (embed.sync != SyncMode::None).then(|| {
        let on_prefix = on_change(builder, |state, text: String| state.embed.set_prefix(&text));
        text_field(&context.say(Sentence::EmbedPrefix), embed.prefix(), on_prefix)
    });
    let on_script = on_change(builder, |state, index: usize| state.embed.pinned_script = index == 1);
    let on_data = on_change(builder, |state, index: usize| state.embed.pinned_data = index == 1);
    let own_data = embed.data_address.as_ref().map(|address| {
        let is_placeholder = address == PLACEHOLDER_DATA;
        let sentence = if is_placeholder { Sentence::EmbedNoData } else { Sentence::EmbedOwnData };
        locale.fill(sentence, &[("address", address)])
    });
    let version_note = match &host.pinned_version {
        None => builder.not_pinned.map(|reason| context.say(reason)).unwrap_or_default(),
        Some(_) if !embed.pinned_script && !embed.pinned_data => {
            locale.fill(Sentence::EmbedLiveAbout, &[("home", &host.base_address)])
        }
        Some(PinnedVersion { folder, data_date, .. }) => {
            locale.fill(Sentence::EmbedPinnedAbout, &[("folder", folder), ("date", data_date)])
        }
    };
    let data_names = version_names(can_pin && own_data.is_none());
    fieldset(context, Sentence::EmbedAddress)
        .child(select_field(&context.say(Sentence::EmbedSync), &syncs, sync, on_sync))
        // An element of its own keeps the fields around it the same elements when this one appears and disappears.
        .child(tag("div", "field-place").children(prefix.into_iter().collect()))
        .child(select_field(
            &context.say(Sentence::EmbedScript),
            &version_names(can_pin),
            Some(usize::from(embed.pinned_script)),
            on_script,
        ))
        .child(select_field(
            &context.say(Sentence::EmbedData),
            &data_names,
            Some(usize::from(embed.pinned_data)),
            on_data,
        ))
        .child(tag("p", "hint pinning").text(&version_note))
        .children(own_data.iter().map(|note| hint(note).html()).collect())
        .html()
}
