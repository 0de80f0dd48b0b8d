//! Drawing on the canvases under the charts' HTML. The HTML decides where everything is; the canvases are measured
//! against it and say nothing that it does not say.

use plotters::prelude::IntoDrawingArea;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::canvas_backend::CanvasBackend;
use super::dom::{canvas, canvas_context, is_right_to_left, query, query_all, set_attribute, set_property};
use crate::charts::{Colour, GridCell, Palette, Shapes, Slot};
use crate::view::{ChartBlock, FacetChart};

/// What is to be drawn in a block.
#[derive(Clone, PartialEq)]
pub struct CanvasDrawing {
    block: ChartBlock,
    shapes: Shapes,
    /// Where the marks end, as shares of their places: there stand their numbers.
    shares: Vec<f64>,
    /// How many characters the longest of the numbers has, so that room is kept for it.
    longest: usize,
    /// How many rows to keep room for, so that the page does not jump while the reader filters.
    room: usize,
}

impl CanvasDrawing {
    /// The drawing of bars or columns.
    pub fn for_marks(block: ChartBlock, marks: FacetChart, room: usize) -> Self {
        let shares = marks.rows.iter().map(|row| row.share).collect();
        Self { block, longest: marks.longest(), shapes: Shapes::Marks(marks.chart), shares, room }
    }

    /// The drawing of the matrix.
    pub fn for_cells(cells: Vec<GridCell>, longest: usize, room: usize) -> Self {
        Self { block: ChartBlock::Matrix, shapes: Shapes::Cells(cells), shares: Vec::new(), longest, room }
    }
}

/// Draws everything. `palette_node` is the element whose colours are the style sheet's.
pub fn draw_canvases(report: &Element, palette_node: &NodeRef, drawings: &[CanvasDrawing]) {
    let Some(palette) = palette(palette_node) else { return };
    for drawing in drawings {
        if let Some(block) = query(report, &format!("[data-chart={}]", drawing.block.code())) {
            // A canvas without a size, because the page hides it, is drawn when it is shown and has one.
            let _ = draw_canvas(&block, drawing, &palette);
        }
    }
}

fn draw_canvas(block: &HtmlElement, drawing: &CanvasDrawing, palette: &Palette) -> Option<()> {
    let slots = query_all(block, ".slot");
    set_property(block, "--longest", &drawing.longest.to_string());
    set_property(block, "--room", &drawing.room.to_string());
    if let Some(matrix) = query(block, ".matrix").filter(|matrix| !matrix.has_attribute("data-placed")) {
        // Where not all years have room, the latest are what most readers look for.
        let far = if is_right_to_left(&matrix) { -100_000 } else { 100_000 };
        matrix.set_scroll_left(far);
        set_attribute(&matrix, "data-placed", "");
    }
    if let Some(room) = bar_room(&slots, &drawing.shares).filter(|_| query(block, ".bars").is_some()) {
        set_property(block, "--bar-room", &format!("{}px", room.round() as u32));
    }
    for (slot, share) in slots.iter().zip(&drawing.shares) {
        let hundredths = (share * 10_000.0).round() as u32;
        let at = format!("{}.{:02}%", hundredths / 100, hundredths % 100);
        set_property(slot, "--at", &at);
    }

    let canvas = canvas(block)?;
    let frame = canvas.get_bounding_client_rect();
    if frame.width() < 1.0 || frame.height() < 1.0 {
        return None;
    }
    // Every device pixel is drawn, so that lines are sharp; browsers refuse canvases beyond some thousand pixels, and
    // some beyond sixteen million in all.
    let density = gloo::utils::window().device_pixel_ratio().clamp(0.5, 4.0);
    let density = density.min(16_000.0 / frame.width().max(frame.height()));
    let density = density.min((16e6 / (frame.width() * frame.height())).sqrt());
    let [width, height] = [frame.width(), frame.height()].map(|length| (length * density).round() as u32);
    canvas.set_width(width);
    canvas.set_height(height);
    let mut places = Vec::new();
    for slot in &slots {
        let slot = slot.get_bounding_client_rect();
        places.push(Slot {
            x: (slot.x() - frame.x()) * density,
            y: (slot.y() - frame.y()) * density,
            width: slot.width() * density,
            height: slot.height() * density,
        });
    }
    let mirrored = is_right_to_left(&canvas);
    let area = CanvasBackend::new(canvas_context(&canvas)?, width, height).into_drawing_area();
    drawing.shapes.draw(&area, &places, palette, density, mirrored).ok()
}

/// How long the longest bar can be, so that every bar has room for its number behind it.
fn bar_room(slots: &[HtmlElement], shares: &[f64]) -> Option<f64> {
    let track = slots.first()?.parent_element()?.get_bounding_client_rect().width();
    let mut room = track;
    for (slot, share) in slots.iter().zip(shares).filter(|(_, share)| **share > 0.0) {
        let number = query(slot, ".value").map_or(0.0, |value| value.get_bounding_client_rect().width());
        room = room.min((track - number).max(24.0) / share);
    }
    Some(room)
}

/// The colours of the style sheet, as the browser computes them: whatever form they were written in, and with
/// forced colours too.
fn palette(palette_node: &NodeRef) -> Option<Palette> {
    let element = palette_node.cast::<HtmlElement>()?;
    let style = gloo::utils::window().get_computed_style(&element).ok().flatten()?;
    let colour = |property: &str| style.get_property_value(property).ok().and_then(|value| Colour::read(&value));
    Some(Palette {
        stated: colour("color")?,
        unknown: colour("border-top-color")?,
        grid: colour("border-right-color")?,
        outline: colour("border-bottom-color")?,
        planned: colour("border-left-color")?,
    })
}
