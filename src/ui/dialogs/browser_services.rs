//! What the dialogs need from the browser; `element` implements it.

use yew::prelude::*;

/// What only a browser can do.
pub trait BrowserServices {
    /// Saves a text as a file of this name and media type.
    fn save_text(&self, name: &str, media_type: &str, text: &str);
    /// Puts a text on the clipboard; calls `done` with whether that worked.
    fn copy_text(&self, text: &str, done: Callback<bool>);
    /// Whether the device has a share sheet.
    fn can_share(&self) -> bool;
    /// Opens the share sheet.
    fn share(&self, title: &str, address: &str);
    /// The address of the folder that holds the report's files, with a slash at its end; `None` if it is not a web
    /// address.
    fn report_folder(&self) -> Option<String>;
    /// The address of the data set; `None` if the page names none that other pages can use.
    fn data_address(&self) -> Option<String>;
    /// Fetches `version.json`; calls `done` with an empty text if that fails.
    fn fetch_pinned_version(&self, done: Callback<String>);
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
