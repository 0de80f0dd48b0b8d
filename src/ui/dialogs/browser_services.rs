//! What the dialogs ask of the browser; `element` implements it.

use yew::prelude::*;

/// What only a browser can do.
pub trait BrowserServices {
    /// Saves a text as a file of this name and kind.
    fn save_text(&self, name: &str, kind: &str, text: &str);
    /// Puts a text on the clipboard, and says whether that worked.
    fn copy_text(&self, text: &str, done: Callback<bool>);
    /// Whether the device has a share sheet.
    fn can_share(&self) -> bool;
    /// Opens the share sheet.
    fn share(&self, title: &str, address: &str);
    /// The address of the folder that holds the report's files, with a slash at its end; nothing where it is none of the
    /// web.
    fn report_folder(&self) -> Option<String>;
    /// The address of the data set, where the page names one.
    fn data_address(&self) -> Option<String>;
    /// Fetches `version.json`; an empty text where there is none.
    fn fetch_release(&self, done: Callback<String>);
    /// Fetches the page of one file; an empty text where it is not to be had.
    fn fetch_single_page(&self, done: Callback<String>);
    /// The text of the data set.
    fn data_text(&self) -> String;
    /// An attribute of the element, as the page wrote it.
    fn attribute(&self, name: &str) -> Option<String>;
    /// Shows another view of the report: that of a link.
    fn show_view(&self, link: &str);
    /// Shows a report with these attributes in an element, or gives the one in it these attributes. Says whether there
    /// was none before.
    fn show_preview(&self, place: &web_sys::Element, attributes: &[(&'static str, String)]) -> bool;
}
