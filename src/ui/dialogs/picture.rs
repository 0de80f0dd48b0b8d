//! The dialog about a picture that the browser did not give out, or may not have saved: it offers the same as SVG, to save
//! or to copy.

use yew::prelude::*;

use super::context::DialogContext;
use super::save_button::{TextFile, save_button, saved_otherwise};
use crate::export::{picture, picture_content, svg};
use crate::locale::Sentence;
use crate::ui::tag_builder::tag;
use crate::view::ChartBlock;

/// The media type of an SVG.
pub const SVG_TYPE: &str = "image/svg+xml;charset=utf-8";

/// A picture in other ways. `failed` says whether the browser gave out no pixels, or others than were drawn; there is no
/// `block` if this version does not know the picture.
pub fn picture_otherwise(context: &DialogContext, block: Option<ChartBlock>, failed: bool) -> Html {
    let drawn = block.and_then(|block| picture_content(&context.view_context(), block, &context.cited));
    let Some((block, content)) = block.zip(drawn) else {
        return tag("p", "").text(&context.say(Sentence::PictureUnknown)).html();
    };
    let text = svg(&picture(&content));
    let otherwise = saved_otherwise(context, &text);
    let file = TextFile { name: format!("outreach-{}.svg", block.code()), media_type: SVG_TYPE, text };
    let head = failed.then(|| {
        let save = save_button(context, Sentence::PictureSaveSvg, "primary", move || file.clone(), Callback::noop());
        tag("div", "").child(tag("p", "").text(&context.say(Sentence::PictureFailed))).child(save).html()
    });
    tag("div", "picture-otherwise")
        .child(tag("div", "").children(head.into_iter().collect()))
        .child(tag("div", "").child(otherwise))
        .html()
}
