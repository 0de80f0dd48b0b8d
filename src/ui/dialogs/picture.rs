//! The dialog about a picture that the browser did not give out, or may not have saved: it offers the same as SVG, to save
//! or to copy.

use yew::prelude::*;

use super::context::DialogContext;
use super::save_button::{SaveButton, TextFile, saved_otherwise};
use crate::export::{picture, picture_content, svg};
use crate::locale::Sentence;
use crate::ui::tag_builder::tag;
use crate::view::ChartBlock;

/// The media type of an SVG.
pub const SVG_TYPE: &str = "image/svg+xml;charset=utf-8";

/// Props of [`Picture`].
#[derive(Clone, PartialEq, Properties)]
pub struct PictureProps {
    /// The dialog.
    pub context: DialogContext,
    /// The chart.
    pub block: Option<ChartBlock>,
    /// Whether the browser gave out no pixels, or others than were drawn.
    pub failed: bool,
}

/// A picture in other ways.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let PictureProps { context, block, failed } = props;
    let copied = use_state(|| !failed);
    let block = *block;
    let drawn = block.and_then(|block| picture_content(&context.view_context(), block, &context.cited));
    let Some((block, content)) = block.zip(drawn) else {
        return tag("p", "").text(&context.say(Sentence::PictureUnknown)).html();
    };
    let text = svg(&picture(&content));
    let otherwise = if *copied { saved_otherwise(context, &text) } else { Html::default() };
    let file = TextFile { name: format!("outreach-{}.svg", block.code()), media_type: SVG_TYPE, text };
    let on_doubt = Callback::from(move |_: String| copied.set(true));
    let save = html! {
        <SaveButton context={context.clone()} label={Sentence::PictureSaveSvg} class="primary" file={Callback::from(move |()| file.clone())} {on_doubt} />
    };
    let head = failed.then(|| {
        tag("div", "")
            .child(tag("p", "").text(&context.say(Sentence::PictureFailed)))
            .child(tag("p", "").child(save))
            .html()
    });
    tag("div", "picture-otherwise")
        .child(tag("div", "").children(head.into_iter().collect()))
        .child(tag("div", "").child(otherwise))
        .html()
}
