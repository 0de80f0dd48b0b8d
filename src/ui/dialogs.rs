//! The dialogs that answer a reader's requests: Yew components that show the plain data of `view` and `export`.
//!
//! Invariant: what only a browser can do (save, copy, share, fetch) goes through [`BrowserServices`], which `element`
//! implements.

mod app;
mod breakdown;
mod browser_services;
mod buttons;
mod changes;
mod context;
mod copy_text;
mod dialog;
mod embed_builder;
mod embed_start;
mod picture;
mod record_list;
mod save_button;
mod save_page;
mod share;

pub use app::{DialogsApp, DialogsAppProps};
pub use browser_services::{BrowserAction, BrowserServices, Obstacle};
pub use context::{DialogContext, DialogData, DialogKind, EarlierView};
pub use picture::SVG_TYPE;
