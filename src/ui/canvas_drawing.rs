//! Draws the canvases under the charts' HTML. The HTML decides where everything is: the canvases are measured against
//! it and carry no information that it does not have.

use plotters::prelude::IntoDrawingArea;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::canvas_backend::CanvasBackend;
use super::dom::{canvas, canvas_context, is_right_to_left, query, query_all, set_attribute, set_property};
use crate::charts::{Colour, HeatmapCell, MarkRect, Palette, Shapes};
use crate::view::{ChartBlock, FacetChart, MarkStyle};

/// What to draw in a block.
#[derive(Clone, PartialEq)]
pub struct CanvasDrawing {
    block: ChartBlock,
    shapes: Shapes,
    /// Where the marks end, as shares of their rectangles; their numbers follow there.
    shares: Vec<f64>,
    /// How many characters the longest number of a matrix has; the style sheet reserves space for it.
    longest_number: usize,
    /// The mark styles of the chart, each with its meaning, for the key.
    pub legend: Vec<(MarkStyle, String)>,
}

impl CanvasDrawing {
    /// The drawing of bars or columns.
    pub fn for_marks(block: ChartBlock, chart: FacetChart) -> Self {
        let shares = chart.mark_texts.iter().map(|row| row.share).collect();
        let (shapes, legend) = (Shapes::Marks(chart.chart), chart.legend);
        Self { block, shapes, shares, longest_number: 0, legend }
    }

    /// The drawing of the matrix, which has a legend of its own.
    pub fn for_cells(cells: Vec<HeatmapCell>, longest_number: usize) -> Self {
        let (block, shapes) = (ChartBlock::Matrix, Shapes::Cells(cells));
        Self { block, shapes, shares: Vec::new(), longest_number, legend: Vec::new() }
    }
}

/// The width of a report, in pixels, up to which it has the layout of a phone.
const NARROW_WIDTH: f64 = 720.0;

/// Draws all canvases. `palette_node` is the element to which the style sheet gives the colours of marks.
pub fn draw_canvases(report: &Element, palette_node: &NodeRef, drawings: &[CanvasDrawing]) {
    let Some(palette) = palette(palette_node) else { return };
    // The style sheet hides bars by this and not by the width itself, because paper is narrow too: what is printed must
    // have the bars that were drawn.
    let is_narrow = report.get_bounding_client_rect().width() <= NARROW_WIDTH;
    let _ = report.toggle_attribute_with_force("data-narrow", is_narrow);
    for drawing in drawings {
        if let Some(block) = query(report, &format!("[data-chart={}]", drawing.block.code())) {
            // A canvas that the page hides has no size; it is drawn once it is shown.
            let _ = draw_canvas(&block, drawing, &palette);
        }
    }
}

fn draw_canvas(block: &HtmlElement, drawing: &CanvasDrawing, palette: &Palette) -> Option<()> {
    let slot_elements = query_all(block, ".slot");
    set_property(block, "--longest", &drawing.longest_number.to_string());
    if let Some(matrix) = query(block, ".matrix").filter(|matrix| !matrix.has_attribute("data-placed")) {
        // If not all years fit, scroll to the latest, which most readers look for.
        let end = if is_right_to_left(&matrix) { -100_000 } else { 100_000 };
        matrix.set_scroll_left(end);
        set_attribute(&matrix, "data-placed", "");
    }
    for (element, share) in slot_elements.iter().zip(&drawing.shares) {
        let hundredths = (share * 10_000.0).round() as u32;
        let end = format!("{}.{:02}%", hundredths / 100, hundredths % 100);
        set_property(element, "--at", &end);
    }

    let canvas = canvas(block)?;
    let canvas_rect = canvas.get_bounding_client_rect();
    if canvas_rect.width() < 1.0 || canvas_rect.height() < 1.0 {
        return None;
    }
    // One canvas pixel per device pixel keeps lines sharp. Browsers refuse canvases with a side beyond some thousand
    // pixels, and some beyond sixteen million pixels in all.
    let density = gloo::utils::window().device_pixel_ratio().clamp(0.5, 4.0);
    let density = density.min(16_000.0 / canvas_rect.width().max(canvas_rect.height()));
    let density = density.min((16e6 / (canvas_rect.width() * canvas_rect.height())).sqrt());
    let [width, height] = [canvas_rect.width(), canvas_rect.height()].map(|length| (length * density).round() as u32);
    canvas.set_width(width);
    canvas.set_height(height);
    // Measured again: WebKit snaps the scrolled matrix to a column after the size of the canvas is set.
    let canvas_rect = canvas.get_bounding_client_rect();
    let mut rects = Vec::new();
    for element in &slot_elements {
        let rect = element.get_bounding_client_rect();
        rects.push(MarkRect {
            x: (rect.x() - canvas_rect.x()) * density,
            y: (rect.y() - canvas_rect.y()) * density,
            width: rect.width() * density,
            height: rect.height() * density,
        });
    }
    let mirrored = is_right_to_left(&canvas);
    let area = CanvasBackend::new(canvas_context(&canvas)?, width, height).into_drawing_area();
    drawing.shapes.draw(&area, &rects, palette, density, mirrored).ok()
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
