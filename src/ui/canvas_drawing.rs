//! Draws the canvases under the charts' HTML. The HTML decides where everything is: the canvases are measured against
//! it and carry no information that it does not have. Invariant: the layout is measured and not the screen, because a
//! page may scale, turn or animate the report.

use plotters::prelude::IntoDrawingArea;
use web_sys::{Element, HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use super::canvas_backend::CanvasBackend;
use super::dom::{canvas, canvas_context, is_right_to_left, offset_parent, query, query_all};
use crate::charts::{Colour, HeatmapCell, MarkRect, Palette, Shapes};
use crate::view::{ChartBlock, FacetChart, MarkStyle};

/// What to draw in a block.
#[derive(Clone, PartialEq)]
pub struct CanvasDrawing {
    block: ChartBlock,
    shapes: Shapes,
    /// The mark styles of the chart, each with its meaning, for the key.
    pub legend: Vec<(MarkStyle, String)>,
}

impl CanvasDrawing {
    /// The drawing of bars or columns.
    pub fn for_marks(block: ChartBlock, chart: FacetChart) -> Self {
        Self { block, shapes: Shapes::Marks(chart.chart), legend: chart.legend }
    }

    /// The drawing of the matrix, which has a legend of its own.
    pub fn for_cells(cells: Vec<HeatmapCell>) -> Self {
        Self { block: ChartBlock::Matrix, shapes: Shapes::Cells(cells), legend: Vec::new() }
    }
}

/// Draws all canvases. `palette_node` is the element to which the style sheet gives the colours of marks. Everything is
/// measured before anything is drawn: a canvas of another size would make the browser lay out the page again.
pub fn draw_canvases(report: &Element, palette_node: &NodeRef, drawings: &[CanvasDrawing]) {
    let Some(palette) = palette(palette_node) else { return };
    let mirrored = is_right_to_left(report);
    let measured: Vec<_> = drawings.iter().map(|drawing| measure(report, drawing)).collect();
    for (drawing, measured) in drawings.iter().zip(measured) {
        // A canvas that the page hides has no size; it is drawn once it is shown.
        if let Some(measured) = measured {
            let _ = draw_canvas(drawing, &measured, &palette, mirrored);
        }
    }
}

/// A canvas, how many pixels it needs, how many of them a pixel of the layout has, and the places of its shapes.
struct MeasuredCanvas {
    canvas: HtmlCanvasElement,
    size: [u32; 2],
    density: f64,
    rects: Vec<MarkRect>,
}

fn measure(report: &Element, drawing: &CanvasDrawing) -> Option<MeasuredCanvas> {
    let block = query(report, &format!("[data-chart={}]", drawing.block.code()))?;
    let canvas = canvas(&block)?;
    let frame = canvas.offset_parent()?;
    // The size in the layout, which a page that scales, turns or animates the report does not change; and the size on
    // the screen, which needs more pixels if it is larger.
    let (layout, seen) = (layout_rect(&canvas, &frame), canvas.get_bounding_client_rect());
    if layout.width < 1.0 || layout.height < 1.0 {
        return None;
    }
    let is_larger = seen.width() > layout.width - 1.0 && seen.height() > layout.height - 1.0;
    let (width, height) = if is_larger { (seen.width(), seen.height()) } else { (layout.width, layout.height) };
    // One canvas pixel per device pixel keeps lines sharp. Browsers refuse canvases with a side beyond some thousand
    // pixels, and some beyond sixteen million pixels in all.
    let density = gloo::utils::window().device_pixel_ratio().clamp(0.5, 4.0);
    let density = density.min(16_000.0 / width.max(height));
    let density = density.min((16e6 / (width * height)).sqrt());
    let size @ [width, height] = [width, height].map(|length| (length * density).round() as u32);
    let (across, down) = (f64::from(width) / layout.width, f64::from(height) / layout.height);
    let mut rects = Vec::new();
    for element in query_all(&block, ".slot") {
        let MarkRect { x, y, width, height } = layout_rect(&element, &frame);
        rects.push(MarkRect { x: x * across, y: y * down, width: width * across, height: height * down });
    }
    Some(MeasuredCanvas { canvas, size, density: across, rects })
}

fn draw_canvas(drawing: &CanvasDrawing, measured: &MeasuredCanvas, palette: &Palette, mirrored: bool) -> Option<()> {
    let MeasuredCanvas { canvas, size: [width, height], density, rects } = measured;
    if [canvas.width(), canvas.height()] != [*width, *height] {
        canvas.set_width(*width);
        canvas.set_height(*height);
    }
    let context = canvas_context(canvas)?;
    context.clear_rect(0.0, 0.0, f64::from(*width), f64::from(*height));
    let area = CanvasBackend::new(context, *width, *height).into_drawing_area();
    drawing.shapes.draw(&area, rects, palette, *density, mirrored).ok()
}

/// Where the layout has placed an element inside `frame`, one of the elements around it, whatever transforms there are.
fn layout_rect(element: &HtmlElement, frame: &Element) -> MarkRect {
    let (mut x, mut y) = (element.offset_left(), element.offset_top());
    let mut around = offset_parent(element);
    while let Some(parent) = around.filter(|parent| !parent.is_same_node(Some(frame))) {
        x += parent.offset_left();
        y += parent.offset_top();
        around = offset_parent(&parent);
    }
    let [x, y, width, height] = [x, y, element.offset_width(), element.offset_height()].map(f64::from);
    MarkRect { x, y, width, height }
}

/// The colours of the style sheet as the browser computes them, whatever notation they are written in; this includes
/// forced colours.
fn palette(palette_node: &NodeRef) -> Option<Palette> {
    let element = palette_node.cast::<HtmlElement>()?;
    let style = gloo::utils::window().get_computed_style(&element).ok().flatten()?;
    let colour = |property: &str| style.get_property_value(property).ok().and_then(|value| Colour::read(&value));
    Some(Palette {
        known: colour("color")?,
        unknown: colour("border-top-color")?,
        grid_lines: colour("border-right-color")?,
        outline: colour("border-bottom-color")?,
        planned: colour("border-left-color")?,
    })
}
