//! The code to be pasted, for what is chosen.

use super::choices::EmbedChoices;
use super::escape::{html, line, query, start_tag};
use super::release::Release;
use crate::view::{Block, FacetAccess, SyncMode, Theme};

const SCRIPT: &str = "outreach-report.js";
const FRAME_PAGE: &str = "embed.html";
const HELPER: &str = "embed.js";

/// Where the report's files are, and what the report is called.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HostedReport {
    /// The address of the folder, with a slash at its end.
    pub home: String,
    /// What the report is called.
    pub title: String,
    /// What can be pinned, if anything can.
    pub release: Option<Release>,
}

/// The code in its forms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EmbedCode {
    /// The script and the element.
    pub element: String,
    /// The frame, and the script that gives it the height of its content.
    pub frame: String,
    /// A block of WordPress with the element, for those who may use scripts there.
    pub block: String,
    /// A block of WordPress with the frame alone.
    pub plain: String,
    /// Whether the frame stays as it is today, where that was asked for.
    pub pins_frame: bool,
}

/// The code for what is chosen.
pub fn embed_code(embed: &EmbedChoices, place: &HostedReport) -> EmbedCode {
    let release = place.release.as_ref();
    let pinned = release.filter(|_| embed.pinned_script);
    let pinned_frame = pinned.filter(|release| release.hash(FRAME_PAGE).is_some());
    let kind = ("type", "module".to_owned());
    let (script, element) = (script(place, pinned, SCRIPT, kind), element(embed, place, pinned));
    let frame = frame(embed, place, pinned_frame);
    // The helper knows only the frame beside it.
    let helper = self::script(place, pinned_frame, HELPER, ("async", String::new()));
    EmbedCode {
        element: format!("{script}\n{element}"),
        frame: format!("{frame}\n{helper}"),
        // On one line, because WordPress makes paragraphs and breaks of lines.
        block: block(&format!("{script}{element}")),
        plain: block(&frame),
        pins_frame: pinned.is_none() || pinned_frame.is_some(),
    }
}

impl EmbedChoices {
    /// The attributes of an element that shows what is chosen, but for its data.
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let (sync, prefix) = match self.sync {
            SyncMode::None => (String::new(), String::new()),
            sync => (sync.code().to_owned(), self.prefix().to_owned()),
        };
        let own = [("view", self.view.clone()), ("sync", sync), ("prefix", prefix)];
        own.into_iter().filter(|(_, value)| !value.is_empty()).chain(self.shared()).collect()
    }

    /// Those that a frame takes too.
    fn shared(&self) -> impl Iterator<Item = (&'static str, String)> {
        let parts: Vec<Block> = self.parts().collect();
        let parts = if parts == Block::ALL { Vec::new() } else { parts };
        let parts: Vec<&str> = parts.into_iter().map(Block::code).collect();
        let theme = if self.theme == Theme::Auto { "" } else { self.theme.code() };
        let all = [
            ("parts", parts.join(" ")),
            ("lock", self.facets(FacetAccess::Locked)),
            ("hide", self.facets(FacetAccess::Hidden)),
            ("lang", self.language.unwrap_or_default().to_owned()),
            ("theme", theme.to_owned()),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty())
    }

    /// The address of the data, where the script that shows them has others compiled in. `pinned` is the version of the
    /// script, if it is pinned.
    fn data(&self, place: &HostedReport, pinned: Option<&Release>) -> Option<String> {
        if let Some(source) = &self.source {
            return Some(source.clone());
        }
        match (pinned, place.release.as_ref().filter(|_| self.pinned_data)) {
            // The newest script brings the newest data, a pinned one those of its day.
            (None, None) | (Some(_), Some(_)) => None,
            (None, Some(release)) => Some(format!("{}data/{}/activities.json", place.home, release.updated)),
            (Some(_), None) => Some(format!("{}data/activities.json", place.home)),
        }
    }
}

/// A script, from the folder of the pinned version where there is one, and then with the hash of its bytes.
fn script(place: &HostedReport, pinned: Option<&Release>, file: &str, kind: (&str, String)) -> String {
    let start = match pinned.and_then(|release| Some((release, release.hash(file)?))) {
        Some((release, hash)) => {
            let source = ("src", format!("{}{}/{file}", place.home, release.folder));
            start_tag(
                "script",
                &[kind, source, ("integrity", hash.to_owned()), ("crossorigin", "anonymous".to_owned())],
            )
        }
        None => start_tag("script", &[kind, ("src", format!("{}{file}", place.home))]),
    };
    start + "</script>"
}

/// The element, with a link to the stand-alone page as long as it is not there.
fn element(embed: &EmbedChoices, place: &HostedReport, pinned: Option<&Release>) -> String {
    let data = embed.data(place, pinned).map(|source| ("src", source));
    let attributes: Vec<_> = data.into_iter().chain(embed.attributes()).collect();
    let page = start_tag("a", &[("href", with_view(&format!("{}index.html", place.home), &embed.view))]);
    format!(
        "{}<p>{page}{}</a></p></outreach-report>",
        start_tag("outreach-report", &attributes),
        html(&line(&place.title))
    )
}

fn frame(embed: &EmbedChoices, place: &HostedReport, pinned: Option<&Release>) -> String {
    let folder = pinned.map(|release| format!("{}/", release.folder)).unwrap_or_default();
    let data = embed.data(place, pinned).map(|source| ("src", source));
    let asked = data.into_iter().chain(embed.shared()).map(|(name, value)| format!("{name}={}", query(&value)));
    let asked = asked.collect::<Vec<_>>().join("&");
    let joint = if asked.is_empty() { "" } else { "?" };
    let address = format!("{}{folder}{FRAME_PAGE}{joint}{asked}", place.home);
    let height = embed.height.unwrap_or_else(|| embed.proposed_height());
    let attributes = [
        ("src", with_view(&address, &embed.view)),
        ("title", line(&place.title)),
        ("width", embed.width.map_or_else(|| "100%".to_owned(), |width| width.to_string())),
        ("height", height.to_string()),
        ("loading", "lazy".to_owned()),
        // A style attribute would be refused by a strict Content-Security-Policy, and a frame has a border without this.
        ("frameborder", "0".to_owned()),
        ("allow", "clipboard-write; web-share".to_owned()),
    ];
    start_tag("iframe", &attributes) + "</iframe>"
}

fn with_view(address: &str, view: &str) -> String {
    let joint = if view.is_empty() { "" } else { "#" };
    format!("{address}{joint}{view}")
}

/// A Custom HTML block. What stands in square brackets would be taken for a shortcode.
fn block(code: &str) -> String {
    format!("<!-- wp:html -->{}<!-- /wp:html -->", code.replace('[', "&#91;").replace(']', "&#93;"))
}
