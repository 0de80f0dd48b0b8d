//! The code that puts the report on another page: what is chosen, a preview of it, and the code in its forms.
//!
//! Invariant: the preview is the element itself with the attributes that the code has, and not a picture of it.

mod blocks;
mod code;
mod fields;
mod preview;

use yew::prelude::*;

use self::blocks::{Moved, blocks, follow};
use self::code::code;
use self::fields::{choice, pixels, word};
use self::preview::{fit, preview};
use super::{Answer, Shown};
use crate::export::{Embed, Place, Release};
use crate::link::encode;
use crate::locale::{Key, LANGUAGES};
use crate::query::Facet;
use crate::ui::dom;
use crate::ui::el::{El, el};
use crate::view::{self, Access, Sync, Theme};

/// What stands for the address of a host that the page does not know.
const NO_HOME: &str = "https://your-host/";

/// Props of [`Builder`].
#[derive(Clone, PartialEq, Properties)]
pub struct BuilderProps {
    /// What is shown.
    pub shown: Shown,
}

/// What is chosen so far, and what takes another choice.
#[derive(Clone, PartialEq)]
struct Chosen {
    embed: Embed,
    set: Callback<Embed>,
}

impl Chosen {
    /// What makes a change of it.
    fn change<T: 'static>(&self, change: impl Fn(&mut Embed, T) + 'static) -> Callback<T> {
        let Self { embed, set } = self.clone();
        Callback::from(move |value| {
            let mut next = embed.clone();
            change(&mut next, value);
            set.emit(next);
        })
    }
}

/// The choices, the preview and the code.
#[component]
pub fn Builder(props: &BuilderProps) -> Html {
    let shown = &props.shown;
    let Answer { selection, frame, host, .. } = &**shown;
    let start = || Embed::new(encode(selection), host.source(), |facet| !frame.shows(facet));
    let embed = use_state_eq(start);
    // What can be pinned; nothing as long as the host has not answered.
    let release = use_state_eq(|| None::<Option<Release>>);
    let (form, moved) = (use_state_eq(|| 0_usize), use_state_eq(|| Moved::None));
    let (top, list, page) = (use_node_ref(), use_node_ref(), use_node_ref());
    {
        let (host, release, top) = (host.clone(), release.clone(), top.clone());
        use_effect_with((), move |()| {
            host.release(Callback::from(move |text: String| release.set(Some(Release::read(&text)))));
            // The button that led here is gone, and the focus with it.
            if let Some(body) = top.cast::<web_sys::Element>().and_then(|top| dom::around(&top, ".sheet-body")) {
                body.set_scroll_top(0);
                dom::focus(&body);
            }
        });
    }
    {
        let (host, list, page) = (host.clone(), list.clone(), page.clone());
        use_effect_with(((*embed).clone(), *moved), move |(embed, moved)| {
            fit(&page, &*host, embed);
            follow(&list, *moved);
        });
    }
    let title = shown.report.data.title.as_deref().unwrap_or("Outreach Report").to_owned();
    let home = host.home().unwrap_or_else(|| NO_HOME.into());
    let place = Place { home, title, release: (*release).clone().flatten() };
    let set = Callback::from({
        let embed = embed.clone();
        move |next| embed.set(next)
    });
    let chosen = Chosen { embed: (*embed).clone(), set };
    let filter = el("bdi", "").text(&view::filter_sentence(&shown.scene()));
    let choices = el("div", "builder-choices")
        .kid(el("p", "filter").kid(filter))
        .kid(blocks(shown, &chosen, &list, &moved))
        .kid(facets(shown, &chosen))
        .kid(looks(shown, &chosen))
        .kid(version(shown, &chosen, &place, release.is_some()));
    let result =
        el("div", "builder-result").kid(preview(shown, embed.theme, &page)).kid(code(shown, &embed, &place, &form));
    el("div", "builder").node(&top).kid(choices).kid(result).html()
}

fn fields(shown: &Shown, title: Key) -> El {
    el("fieldset", "fields").kid(el("legend", "").text(&shown.say(title)))
}

fn about(text: &str) -> El {
    el("p", "hint").text(text)
}

fn facets(shown: &Shown, chosen: &Chosen) -> Html {
    let locale = &shown.report.locale;
    let names = Access::ALL.map(|access| (access.name(locale), true));
    let rows = Facet::ALL.map(|facet| {
        let picked = chosen.change(move |embed, at: usize| {
            Access::ALL.get(at).into_iter().for_each(|access| embed.set_access(facet, *access));
        });
        let at = Access::ALL.iter().position(|access| *access == chosen.embed.access(facet));
        choice(&locale.facet(facet), &names, at, picked)
    });
    fields(shown, Key::EmbedFacets).kid(about(&shown.say(Key::EmbedFacetsAbout))).kids(rows.to_vec()).html()
}

fn looks(shown: &Shown, chosen: &Chosen) -> Html {
    let locale = &shown.report.locale;
    // A choice of one is none.
    let language = (LANGUAGES.len() > 1).then(|| {
        let own = (shown.say(Key::EmbedLanguageAuto), true);
        let names = LANGUAGES.iter().map(|(_, name)| ((*name).to_owned(), true));
        let names: Vec<_> = [own].into_iter().chain(names).collect();
        let at = LANGUAGES.iter().position(|(code, _)| Some(*code) == chosen.embed.language);
        let picked = chosen.change(|embed, at: usize| {
            embed.language = at.checked_sub(1).and_then(|at| LANGUAGES.get(at)).map(|(code, _)| *code);
        });
        choice(&shown.say(Key::EmbedLanguage), &names, Some(at.map_or(0, |at| at + 1)), picked)
    });
    let themes = Theme::ALL.map(|theme| (theme.name(locale), true));
    let theme = Theme::ALL.iter().position(|theme| *theme == chosen.embed.theme);
    let pick_theme = chosen.change(|embed, at: usize| embed.theme = Theme::ALL.get(at).copied().unwrap_or(Theme::Auto));
    let (width, height) = (chosen.embed.width, chosen.embed.height);
    let proposed = chosen.embed.proposed_height().to_string();
    let wide = chosen.change(|embed, width| embed.width = width);
    let tall = chosen.change(|embed, height| embed.height = height);
    fields(shown, Key::EmbedLooks)
        .kids(language.into_iter().collect())
        .kid(choice(&shown.say(Key::EmbedTheme), &themes, theme, pick_theme))
        .kid(pixels(&shown.say(Key::EmbedWidth), width, "100%".to_owned(), wide))
        .kid(pixels(&shown.say(Key::EmbedHeight), height, proposed, tall))
        .kid(about(&shown.say(Key::EmbedSizeAbout)))
        .html()
}

fn version(shown: &Shown, chosen: &Chosen, place: &Place, known: bool) -> Html {
    let locale = &shown.report.locale;
    let Chosen { embed, .. } = chosen;
    let can = place.release.is_some();
    let names = |can: bool| [(shown.say(Key::EmbedLive), true), (shown.say(Key::EmbedPinned), can)];
    let syncs = Sync::ALL.map(|sync| (sync.name(locale), true));
    let sync = Sync::ALL.iter().position(|sync| *sync == embed.sync);
    let pick_sync = chosen.change(|embed, at: usize| embed.sync = Sync::ALL.get(at).copied().unwrap_or(Sync::None));
    let prefix = (embed.sync != Sync::None).then(|| {
        let done = chosen.change(|embed, text: String| embed.set_prefix(&text));
        word(&shown.say(Key::EmbedPrefix), embed.prefix(), done)
    });
    let script = chosen.change(|embed, at: usize| embed.pinned_script = at == 1);
    let data = chosen.change(|embed, at: usize| embed.pinned_data = at == 1);
    let own = embed.source.as_ref().map(|address| locale.fill(Key::EmbedOwnData, &[("address", address)]));
    let newest = match &place.release {
        None if !known => String::new(),
        None => shown.say(Key::EmbedPinnedNot),
        Some(_) if !embed.pinned_script && !embed.pinned_data => {
            locale.fill(Key::EmbedLiveAbout, &[("home", &place.home)])
        }
        Some(Release { folder, updated, .. }) => {
            locale.fill(Key::EmbedPinnedAbout, &[("folder", folder), ("date", updated)])
        }
    };
    let can_data = names(can && own.is_none());
    fields(shown, Key::EmbedAddress)
        .kid(choice(&shown.say(Key::EmbedSync), &syncs, sync, pick_sync))
        // A place of its own, so that the fields around it stay the same elements when it comes and goes.
        .kid(el("div", "field-place").kids(prefix.into_iter().collect()))
        .kid(choice(&shown.say(Key::EmbedScript), &names(can), Some(usize::from(embed.pinned_script)), script))
        .kid(choice(&shown.say(Key::EmbedData), &can_data, Some(usize::from(embed.pinned_data)), data))
        .kid(el("p", "hint pinning").text(&newest))
        .kids(own.iter().map(|own| about(own).html()).collect())
        .html()
}
