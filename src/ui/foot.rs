//! The foot: how we count, sharing and files, date of the data set, licence, link to this view.

use yew::prelude::*;

use super::block_context::BlockContext;
use super::headline::share_button;
use super::tag_builder::{button, isolated, tag};
use super::view_link::view_link;
use crate::locale::Sentence;
use crate::view::{self, DialogRequest, TotalKind};

/// The foot. The licence stays even if the page leaves out the block: then `complete` is false.
pub fn foot(context: &BlockContext, complete: bool) -> Html {
    let foot = view::foot(&context.view);
    let license = foot.license.map(|(name, link)| match link {
        Some(link) => tag("a", "")
            .attribute("href", link.to_string())
            .attribute("rel", "license noopener noreferrer")
            .attribute("target", "_blank")
            .child(isolated(&name)),
        None => isolated(&name),
    });
    let mut line = tag("div", "foot").key("foot").attribute("part", "foot");
    if complete {
        let request = DialogRequest::Breakdown(TotalKind::People).code();
        line = line
            .child(
                tag("p", "")
                    .child(button("plain").attribute("data-request", request).sentence(context, Sentence::HowWeCount)),
            )
            .child(tag("p", "").child(share_button(context)));
        if let Some(data) = &foot.data {
            line = line.child(tag("p", "").child(isolated(data)));
        }
    }
    if let Some(license) = license {
        line = line.child(tag("p", "").child(license));
    }
    if complete {
        let link = view_link(context, context.props.snapshot.address.clone(), Sentence::FootLink);
        line = line.child(tag("p", "").child(link));
    }
    line.html()
}
