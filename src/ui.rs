//! The screen: Yew components that show the plain data of `view`.
//!
//! Invariants: components compute no numbers; everything is rendered from one [`Snapshot`]. Nothing here uses
//! JavaScript values: the page's address, the element's events and `Intl` belong to `element`. Blocks are plain
//! functions; [`App`] is the only component outside [`dialogs`].

mod app;
mod bar_chart;
mod block_context;
mod canvas_backend;
mod canvas_drawing;
mod chart_block;
mod chart_tabs;
mod chips;
pub mod dialogs;
mod dom;
mod event_listeners;
mod external_link;
mod facet_menu;
mod filters;
mod foot;
mod frame;
mod headline;
mod loaded_data_set;
mod matrix;
mod measure_line;
mod message;
mod notices;
mod paper_rows;
mod press;
mod roving_focus;
mod table;
mod table_row;
mod tag_builder;
mod tiles;
mod tooltip;
mod typed_years;
mod ui_state;
mod view_link;
mod view_state;
mod year_chart;
mod year_drag;
mod year_range;

pub use app::App;
pub use frame::before_next_frame;
pub use loaded_data_set::LoadedDataSet;
pub use message::Message;
pub use paper_rows::add_paper_rows;
pub use view_state::{AppProps, Snapshot, ViewState};
