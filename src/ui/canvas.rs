//! A canvas under a chart's HTML. The HTML decides where everything is; the canvas measures it and draws.

use plotters::prelude::{DrawingBackend, IntoDrawingArea};
use plotters_canvas::CanvasBackend;
use web_sys::{Element, HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use super::rove::is_mirrored;
use crate::charts::{Chart, Colour, Palette, Slot, draw};

/// Props of [`ChartCanvas`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChartCanvasProps {
    /// What to draw.
    pub chart: Chart,
    /// The marks' places, in the order of the chart's marks.
    pub slots: Vec<NodeRef>,
    /// Where the marks end, as shares of their places: there stand their numbers.
    pub shares: Vec<f64>,
    /// How many characters the longest of the numbers has, so that room is kept for it.
    pub longest: usize,
    /// Changes when it has to be drawn again though nothing else changed.
    pub appearance: u32,
}

/// The places of so many marks.
#[hook]
pub fn use_slots(count: usize) -> std::rc::Rc<Vec<NodeRef>> {
    use_memo(count, |count| (0..*count).map(|_| NodeRef::default()).collect())
}

/// The drawing. It says nothing that the HTML over it does not say, so screen readers pass it by.
#[component]
pub fn ChartCanvas(props: &ChartCanvasProps) -> Html {
    let canvas = use_node_ref();
    let inks = use_node_ref();
    let painted = (props.clone(), canvas.clone(), inks.clone());
    // Rendered only when its props changed, and then always to be drawn anew.
    use_effect(move || {
        let (props, canvas, inks) = painted;
        place(&props);
        // A canvas without a size, because the page hides it, is drawn when it is shown and has one.
        let _ = paint(&props, &canvas, &inks);
    });
    html! {
        <>
            <canvas ref={canvas} aria-hidden="true"></canvas>
            <span ref={inks} class="inks" hidden=true></span>
        </>
    }
}

/// Tells the style sheet where each mark ends, by a custom property of its place. A `style` attribute would be
/// refused by a strict Content-Security-Policy; the object model is not.
fn place(props: &ChartCanvasProps) {
    for (slot, share) in props.slots.iter().zip(&props.shares) {
        let hundredths = (share * 10_000.0).round() as u32;
        let at = format!("{}.{:02}%", hundredths / 100, hundredths % 100);
        if let Some(element) = slot.cast::<HtmlElement>() {
            // Setting a custom property fails on no element that has a style.
            let _ = element.style().set_property("--at", &at);
            let _ = element.style().set_property("--longest", &props.longest.to_string());
        }
    }
}

fn paint(props: &ChartCanvasProps, canvas: &NodeRef, inks: &NodeRef) -> Option<()> {
    let element = canvas.cast::<HtmlCanvasElement>()?;
    let frame = canvas.cast::<Element>()?.get_bounding_client_rect();
    if frame.width() < 1.0 || frame.height() < 1.0 {
        return None;
    }
    // Every device pixel is drawn, so that lines are sharp; browsers refuse canvases beyond some thousand pixels.
    let density = gloo::utils::window().device_pixel_ratio().clamp(0.5, 4.0);
    let density = density.min(16_000.0 / frame.width().max(frame.height()));
    element.set_width((frame.width() * density).round() as u32);
    element.set_height((frame.height() * density).round() as u32);

    let slots: Vec<Slot> = props
        .slots
        .iter()
        .filter_map(|slot| Some(slot.cast::<Element>()?.get_bounding_client_rect()))
        .map(|slot| Slot {
            x: (slot.x() - frame.x()) * density,
            y: (slot.y() - frame.y()) * density,
            width: slot.width() * density,
            height: slot.height() * density,
        })
        .collect();
    let mirrored = is_mirrored(&element);
    let mut backend = CanvasBackend::with_canvas_object(element)?;
    backend.ensure_prepared().ok()?;
    draw(&backend.into_drawing_area(), &props.chart, &slots, &palette(inks)?, density, mirrored).ok()
}

/// The colours of the style sheet, as the browser computes them: whatever form they were written in, and with
/// forced colours too.
fn palette(inks: &NodeRef) -> Option<Palette> {
    let element = inks.cast::<HtmlElement>()?;
    let style = gloo::utils::window().get_computed_style(&element).ok().flatten()?;
    let colour = |property: &str| style.get_property_value(property).ok().and_then(|value| Colour::read(&value));
    Some(Palette {
        stated: colour("color")?,
        unknown: colour("border-top-color")?,
        grid: colour("border-right-color")?,
        outline: colour("border-bottom-color")?,
    })
}
