//! Drawing on the canvases under the charts' HTML. The HTML decides where everything is; the canvases are measured
//! against it and say nothing that it does not say.

use plotters::prelude::IntoDrawingArea;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::dom::{all, canvas, context, is_mirrored, one, set, set_property};
use super::ink::Ink;
use crate::charts::{Chart, Colour, GridCell, Palette, Slot, draw, draw_cells};
use crate::view::{ChartBlock, FacetChart};

/// What is to be drawn in a block.
#[derive(Clone, PartialEq)]
pub struct Painting {
    block: ChartBlock,
    ink: Drawing,
    /// Where the marks end, as shares of their places: there stand their numbers.
    shares: Vec<f64>,
    /// How many characters the longest of the numbers has, so that room is kept for it.
    longest: usize,
    /// How many rows to keep room for, so that the page does not jump while the reader filters.
    room: usize,
}

#[derive(Clone, PartialEq)]
enum Drawing {
    FacetChart(Chart),
    Cells(Vec<GridCell>),
}

impl Painting {
    /// The drawing of bars or columns.
    pub fn of_marks(block: ChartBlock, marks: FacetChart, room: usize) -> Self {
        let shares = marks.rows.iter().map(|row| row.share).collect();
        Self { block, longest: marks.longest(), ink: Drawing::FacetChart(marks.chart), shares, room }
    }

    /// The drawing of the matrix.
    pub fn of_cells(cells: Vec<GridCell>, longest: usize, room: usize) -> Self {
        Self { block: ChartBlock::Matrix, ink: Drawing::Cells(cells), shares: Vec::new(), longest, room }
    }
}

/// Draws everything. `inks` is the element whose colours are the style sheet's.
pub fn paint(report: &Element, inks: &NodeRef, paintings: &[Painting]) {
    let Some(palette) = palette(inks) else { return };
    for painting in paintings {
        if let Some(block) = one(report, &format!("[data-block={}]", painting.block.code())) {
            // A canvas without a size, because the page hides it, is drawn when it is shown and has one.
            let _ = paint_block(&block, painting, &palette);
        }
    }
}

fn paint_block(block: &HtmlElement, painting: &Painting, palette: &Palette) -> Option<()> {
    let slots = all(block, ".slot");
    set_property(block, "--longest", &painting.longest.to_string());
    set_property(block, "--room", &painting.room.to_string());
    if let Some(matrix) = one(block, ".matrix").filter(|matrix| !matrix.has_attribute("data-placed")) {
        // Where not all years have room, the latest are what most readers look for.
        let far = if is_mirrored(&matrix) { -100_000 } else { 100_000 };
        matrix.set_scroll_left(far);
        set(&matrix, "data-placed", "");
    }
    if let Some(reach) = reach(&slots, &painting.shares).filter(|_| one(block, ".bars").is_some()) {
        set_property(block, "--reach", &format!("{}px", reach.round() as u32));
    }
    for (slot, share) in slots.iter().zip(&painting.shares) {
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
    let mirrored = is_mirrored(&canvas);
    let area = Ink::new(context(&canvas)?, width, height).into_drawing_area();
    match &painting.ink {
        Drawing::FacetChart(chart) => draw(&area, chart, &places, palette, density, mirrored).ok(),
        Drawing::Cells(cells) => draw_cells(&area, cells, &places, palette, density).ok(),
    }
}

/// How long the longest bar can be, so that every bar has room for its number behind it.
fn reach(slots: &[HtmlElement], shares: &[f64]) -> Option<f64> {
    let track = slots.first()?.parent_element()?.get_bounding_client_rect().width();
    let mut reach = track;
    for (slot, share) in slots.iter().zip(shares).filter(|(_, share)| **share > 0.0) {
        let number = one(slot, ".value").map_or(0.0, |value| value.get_bounding_client_rect().width());
        reach = reach.min((track - number).max(24.0) / share);
    }
    Some(reach)
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
        planned: colour("border-left-color")?,
    })
}
