//! What the dialogs need from the browser; `element` implements it.

use yew::prelude::*;

/// What a page or a browser may not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrowserAction {
    /// Saving a file.
    Save,
    /// Copying to the clipboard.
    Copy,
    /// Opening the share sheet.
    Share,
}

/// What stands in the way of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// The page around the frame forbids it.
    Forbidden,
    /// The report is in a frame, and what the page around it allows cannot be known.
    Frame,
    /// The browser is a part of another program, which often drops what is saved.
    App,
    /// The page is not served by https.
    Insecure,
}

impl Obstacle {
    /// The obstacle with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "forbidden" => Some(Self::Forbidden),
            "frame" => Some(Self::Frame),
            "app" => Some(Self::App),
            "insecure" => Some(Self::Insecure),
            _ => None,
        }
    }
}

/// What only a browser can do.
pub trait BrowserServices {
    /// Saves a text as a file of this media type. Returns the name of the file: `name` with the time in it.
    fn save_text(&self, name: &str, media_type: &str, text: &str) -> String;
    /// What keeps the browser from an action, or may do so.
    fn obstacle_to(&self, action: BrowserAction) -> Option<Obstacle>;
    /// Puts a text on the clipboard; calls `done` with whether that worked.
    fn copy_text(&self, text: &str, done: Callback<bool>);
    /// Whether the device has a share sheet.
    fn can_share(&self) -> bool;
    /// Opens the share sheet; calls `done` with whether that worked.
    fn share(&self, title: &str, address: &str, done: Callback<bool>);
    /// The address of the folder that holds the report's files, with a slash at its end; `None` if it is not a web
    /// address.
    fn report_folder(&self) -> Option<String>;
    /// The address of the data set; `None` for the built-in one, empty if other pages cannot fetch it.
    fn data_address(&self) -> Option<String>;
    /// Whether a file was looked for in the folder of the report, and not found.
    fn is_missing(&self, file: &str) -> bool;
    /// Fetches `version.json`; calls `done` with an empty text if there is none, with `None` if the page could not ask.
    fn fetch_pinned_version(&self, done: Callback<Option<String>>);
    /// Fetches the single-file page; calls `done` with an empty text if that fails.
    fn fetch_single_page(&self, done: Callback<String>);
    /// The text of the data set.
    fn data_text(&self) -> String;
    /// An attribute of the element, as the page wrote it.
    fn attribute(&self, name: &str) -> Option<String>;
    /// Sets the view of the report to that of a link.
    fn show_view(&self, link: &str);
    /// Shows a report with these attributes inside `parent`, or sets the attributes of the report there. Returns
    /// whether the report is new.
    fn show_preview(&self, parent: &web_sys::Element, attributes: &[(&'static str, String)]) -> bool;
}
