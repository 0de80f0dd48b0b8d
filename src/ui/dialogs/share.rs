//! What a reader can share or download: four rows, for the link, the citation, the data, and the code and file of the
//! report.
//!
//! Invariant: each row has its main action in sight and the rest behind one button, and at most one row is open: so all
//! rows stay in sight.

mod citation;
mod data;
mod link;
mod report;
mod row;

use yew::prelude::*;

use self::citation::citation_row;
use self::data::data_row;
use self::link::link_row;
use self::report::report_row;
use self::row::{ShareRow, row_html};
use super::context::DialogContext;
use super::save_button::saved_otherwise;
use crate::ui::tag_builder::{isolated, tag};
use crate::view;

/// Props of [`Share`].
#[derive(Clone, PartialEq, Properties)]
pub struct ShareProps {
    /// The dialog.
    pub context: DialogContext,
    /// Called when the reader asks for the embed builder.
    #[prop_or_default]
    pub on_embed: Callback<()>,
}

/// The dialog that shares a view.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let ShareProps { context, on_embed } = props;
    // The class of the open row.
    let open = use_state(|| None::<&'static str>);
    let citation_form = use_state(|| 0_usize);
    let opens = |class: &'static str| {
        let open = open.clone();
        // If the browser copies nothing, the row shows the text, for copying by hand.
        Callback::from(move |()| open.set(Some(class)))
    };
    // The content of the last file that the browser may not have saved, and the class of its row.
    let doubtful = use_state(|| None::<(&'static str, String)>);
    let doubts = |class: &'static str| {
        let (doubtful, open) = (doubtful.clone(), open.clone());
        Callback::from(move |text: String| {
            doubtful.set(Some((class, text)));
            open.set(Some(class));
        })
    };
    let rows: [ShareRow; 4] = [
        link_row(context, opens(link::CLASS)),
        citation_row(context, &citation_form, opens(citation::CLASS), doubts(citation::CLASS)),
        data_row(context, doubts(data::CLASS)),
        report_row(context, on_embed, opens(report::CLASS)),
    ];
    let rows = rows.into_iter().map(|mut row| {
        let otherwise = doubtful.as_ref().filter(|(class, _)| *class == row.class);
        let otherwise = otherwise.map(|(_, text)| saved_otherwise(context, text)).unwrap_or_default();
        row.choices =
            tag("div", "").child(tag("div", "").child(row.choices)).child(tag("div", "").child(otherwise)).html();
        let (is_open, class, open) = (*open == Some(row.class), row.class, open.clone());
        let on_toggle = Callback::from(move |_: MouseEvent| open.set((!is_open).then_some(class)));
        row_html(context, row, is_open, on_toggle)
    });
    tag("div", "")
        .child(tag("p", "filter").child(isolated(&view::filter_sentence(&context.view_context()))))
        .child(tag("div", "share-rows").children(rows.collect()))
        .html()
}
