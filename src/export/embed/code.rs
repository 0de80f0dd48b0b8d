//! The embed code for the choices made, to be pasted into another page.

use super::choices::EmbedChoices;
use super::escape::{escape_html, escape_query, one_line, start_tag};
use super::pinned_version::PinnedVersion;
use crate::link::address_form;
use crate::view::{Block, ColourScheme, FacetAccess, SyncMode};

/// The script of the element.
pub const ELEMENT_SCRIPT: &str = "outreach-report.js";
/// The page for the iframe.
pub const FRAME_PAGE: &str = "embed.html";
/// The stand-alone page.
pub const REPORT_PAGE: &str = "index.html";
const FRAME_SCRIPT: &str = "embed.js";

/// The address of the report's files, and its title.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HostedReport {
    /// The address of the folder with the files, with a slash at its end.
    pub base_address: String,
    /// The title of the report.
    pub title: String,
    /// The version that can be pinned, if there is one.
    pub pinned_version: Option<PinnedVersion>,
    /// The files that the folder is known to lack.
    pub missing: Vec<&'static str>,
}

impl HostedReport {
    /// Whether the folder may have a file.
    pub fn has(&self, file: &str) -> bool {
        !self.missing.contains(&file)
    }
}

/// The embed code in its forms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EmbedCode {
    /// The script and the element.
    pub element: String,
    /// The iframe, and the script that gives it the height of its content.
    pub frame: String,
    /// A block of WordPress with the element, for users who may add scripts there.
    pub element_block: String,
    /// A block of WordPress with the iframe alone.
    pub frame_block: String,
    /// False if the script is to be pinned and the version has no page for the iframe, so that the iframe is not
    /// pinned.
    pub pins_frame: bool,
}

/// The embed code for these choices.
pub fn embed_code(choices: &EmbedChoices, host: &HostedReport) -> EmbedCode {
    let version = host.pinned_version.as_ref();
    let pinned = version.filter(|_| choices.pinned_script);
    let pinned_frame = pinned.filter(|version| version.hash(FRAME_PAGE).is_some());
    let module_type = ("type", "module".to_owned());
    let (script, element) = (script(host, pinned, ELEMENT_SCRIPT, module_type), element(choices, host, pinned));
    let frame = frame(choices, host, pinned_frame);
    // The script works only with the page for the iframe in its own folder.
    let frame_script = self::script(host, pinned_frame, FRAME_SCRIPT, ("async", String::new()));
    EmbedCode {
        element: format!("{script}\n{element}"),
        frame: format!("{frame}\n{frame_script}"),
        // On one line, because WordPress turns line ends into paragraphs and breaks.
        element_block: wordpress_block(&format!("{script}{element}")),
        frame_block: wordpress_block(&frame),
        pins_frame: pinned.is_none() || pinned_frame.is_some(),
    }
}

impl EmbedChoices {
    /// The attributes of an element with these choices, except for the address of the data.
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let (sync, prefix) = match self.sync {
            SyncMode::None => (String::new(), String::new()),
            sync => (sync.code().to_owned(), self.prefix().to_owned()),
        };
        let element_only = [("view", self.view.clone()), ("sync", sync), ("prefix", prefix)];
        element_only.into_iter().filter(|(_, value)| !value.is_empty()).chain(self.shared()).collect()
    }

    /// The attributes that the iframe has too, as parameters of its address.
    fn shared(&self) -> impl Iterator<Item = (&'static str, String)> {
        let blocks: Vec<Block> = self.shown_blocks().collect();
        let blocks = if blocks == Block::ALL { Vec::new() } else { blocks };
        let blocks: Vec<&str> = blocks.into_iter().map(Block::code).collect();
        let scheme = if self.colour_scheme == ColourScheme::Auto { "" } else { self.colour_scheme.code() };
        let attributes = [
            ("parts", blocks.join(" ")),
            ("lock", self.facets(FacetAccess::Locked)),
            ("hide", self.facets(FacetAccess::Hidden)),
            ("lang", self.language.unwrap_or_default().to_owned()),
            ("theme", scheme.to_owned()),
        ];
        attributes.into_iter().filter(|(_, value)| !value.is_empty())
    }

    /// The address of the data, if they are not those that are compiled into the script. `pinned` is the version of the
    /// script, if it is pinned.
    fn data(&self, host: &HostedReport, pinned: Option<&PinnedVersion>) -> Option<String> {
        if let Some(source) = &self.data_address {
            return Some(source.clone());
        }
        match (pinned, host.pinned_version.as_ref().filter(|_| self.pinned_data)) {
            // The newest script contains the newest data, a pinned one the data of its version.
            (None, None) | (Some(_), Some(_)) => None,
            (None, Some(version)) => Some(format!("{}data/{}/activities.json", host.base_address, version.data_date)),
            (Some(_), None) => Some(format!("{}data/activities.json", host.base_address)),
        }
    }
}

/// The page that shows the chosen data set and no other, with the view in its address; `None` if the host has none. The
/// frame page can read data of its own host only: another may not allow it.
fn page(choices: &EmbedChoices, host: &HostedReport, pinned: Option<&PinnedVersion>) -> Option<String> {
    let data = choices.data(host, pinned);
    let address = match (&data, pinned) {
        (None, None) => host.has(REPORT_PAGE).then(|| format!("{}{REPORT_PAGE}", host.base_address)),
        _ => {
            let is_there = host.has(FRAME_PAGE) && pinned.is_none_or(|version| version.hash(FRAME_PAGE).is_some());
            let is_readable = data.as_ref().is_none_or(|data| origin(data) == origin(&host.base_address));
            let query = data.as_ref().map(|data| format!("?src={}", escape_query(data))).unwrap_or_default();
            (is_there && is_readable).then(|| frame_address(host, pinned, &query))
        }
    };
    address.map(|address| with_view(&address, &choices.view))
}

/// The scheme and the host of an address.
fn origin(address: &str) -> Vec<&str> {
    address.split('/').take(3).collect()
}

/// The address of the page for the iframe.
fn frame_address(host: &HostedReport, pinned: Option<&PinnedVersion>, query: &str) -> String {
    let folder = pinned.map(|version| format!("{}/", version.folder)).unwrap_or_default();
    format!("{}{folder}{FRAME_PAGE}{query}", host.base_address)
}

/// A script element. From a pinned version it has the address in the version's folder and the hash of the file.
fn script(host: &HostedReport, pinned: Option<&PinnedVersion>, file: &str, attribute: (&str, String)) -> String {
    let start = match pinned.and_then(|version| Some((version, version.hash(file)?))) {
        Some((version, hash)) => {
            let source = ("src", format!("{}{}/{file}", host.base_address, version.folder));
            start_tag(
                "script",
                &[attribute, source, ("integrity", hash.to_owned()), ("crossorigin", "anonymous".to_owned())],
            )
        }
        None => start_tag("script", &[attribute, ("src", format!("{}{file}", host.base_address))]),
    };
    start + "</script>"
}

/// The element, with its title shown until the report has loaded: as a link if a page shows the same. It is in no
/// paragraph: filters that end paragraphs, as WordPress has them, would put it beside the element, where it stays.
fn element(choices: &EmbedChoices, host: &HostedReport, pinned: Option<&PinnedVersion>) -> String {
    let data = choices.data(host, pinned).map(|source| ("src", source));
    let attributes: Vec<_> = data.into_iter().chain(choices.attributes()).collect();
    let title = escape_html(&one_line(&host.title));
    let fallback = match page(choices, host, pinned) {
        Some(address) => format!("{}{title}</a>", start_tag("a", &[("href", address)])),
        None => title,
    };
    format!("{}{fallback}</outreach-report>", start_tag("outreach-report", &attributes))
}

fn frame(choices: &EmbedChoices, host: &HostedReport, pinned: Option<&PinnedVersion>) -> String {
    let data = choices.data(host, pinned).map(|source| ("src", source));
    let parameters =
        data.into_iter().chain(choices.shared()).map(|(name, value)| format!("{name}={}", escape_query(&value)));
    let parameters = parameters.collect::<Vec<_>>().join("&");
    let query = if parameters.is_empty() { parameters } else { format!("?{parameters}") };
    let address = frame_address(host, pinned, &query);
    let height = choices.height.unwrap_or_else(|| choices.proposed_height());
    let attributes = [
        ("src", with_view(&address, &choices.view)),
        ("title", one_line(&host.title)),
        ("width", choices.width.map_or_else(|| "100%".to_owned(), |width| width.to_string())),
        ("height", height.to_string()),
        ("loading", "lazy".to_owned()),
        // An iframe has a border without this, and a strict Content-Security-Policy would refuse a style attribute.
        ("frameborder", "0".to_owned()),
        ("allow", "clipboard-write; web-share".to_owned()),
    ];
    start_tag("iframe", &attributes) + "</iframe>"
}

fn with_view(address: &str, view: &str) -> String {
    let separator = if view.is_empty() { "" } else { "#" };
    format!("{address}{separator}{}", address_form(view))
}

/// A Custom HTML block. Square brackets are escaped, because WordPress would read them as shortcodes.
fn wordpress_block(code: &str) -> String {
    format!("<!-- wp:html -->{}<!-- /wp:html -->", code.replace('[', "&#91;").replace(']', "&#93;"))
}
