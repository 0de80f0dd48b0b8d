//! Drawing a chart with plotters.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{PathElement, Polygon};
use plotters::prelude::DrawingBackend;
use plotters::style::{Color, RGBAColor, ShapeStyle};

use super::{Chart, Colour, Mark, MarkColour, MarkEnd, Orientation, Palette};

/// Where a mark goes, in the pixels of the drawing: the box from its base to the end of the scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slot {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// How much of a mark's breadth is for what was reached, where the chart has plans too, which begin at the second.
pub const REACHED_BREADTH: f64 = 0.62;
const PLANNED_START: f64 = 0.7;

pub(super) type DrawResult<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Draws the marks into their slots. `density` is how many pixels of the drawing make one of the page: lines keep
/// their weight on sharp screens. `mirrored` lets bars grow to the left, for languages that are written so.
///
/// # Errors
/// What the backend gives; a canvas gives none.
pub fn draw_marks<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    chart: &Chart,
    slots: &[Slot],
    palette: &Palette,
    density: f64,
    mirrored: bool,
) -> DrawResult<DB> {
    let pen = MarkPainter { palette, density, mirrored, chart };
    if chart.grid {
        pen.grid(area, slots)?;
    }
    for (mark, slot) in chart.marks.iter().zip(slots) {
        pen.mark(area, mark, slot)?;
    }
    Ok(())
}

struct MarkPainter<'a> {
    palette: &'a Palette,
    density: f64,
    mirrored: bool,
    chart: &'a Chart,
}

impl MarkPainter<'_> {
    /// Lines across all slots at the ticks of the scale, the base line stronger.
    fn grid<DB: DrawingBackend>(&self, area: &DrawingArea<DB, Shift>, slots: &[Slot]) -> DrawResult<DB> {
        let (Some(first), Some(last)) = (slots.first(), slots.last()) else { return Ok(()) };
        let left = first.x.min(last.x);
        let right = (first.x + first.width).max(last.x + last.width);
        for tick in self.chart.scale.ticks() {
            let y = first.y + first.height * (1.0 - self.chart.scale.share(tick));
            let colour = if tick == 0 { self.palette.outline } else { self.palette.grid };
            let line = vec![pixel(left, y), pixel(right, y)];
            area.draw(&PathElement::new(line, self.line(colour.rgb().to_rgba())))?;
        }
        Ok(())
    }

    /// A mark and its plans. Where any mark of the chart has plans, each leaves them the same room, so that all are of
    /// one breadth.
    fn mark<DB: DrawingBackend>(&self, area: &DrawingArea<DB, Shift>, mark: &Mark, slot: &Slot) -> DrawResult<DB> {
        if !self.chart.marks.iter().any(|mark| mark.planned.is_some()) {
            return self.reached(area, mark, slot);
        }
        self.reached(area, mark, &self.strip(slot, 0.0, REACHED_BREADTH))?;
        match mark.planned {
            Some((low, end)) => self.hatched(area, mark, low, end, &self.strip(slot, PLANNED_START, 1.0)),
            None => Ok(()),
        }
    }

    /// A part of a slot from one share of its breadth to another.
    fn strip(&self, slot: &Slot, from: f64, to: f64) -> Slot {
        match self.chart.orientation {
            Orientation::Bars => Slot { y: slot.y + slot.height * from, height: slot.height * (to - from), ..*slot },
            Orientation::Columns => {
                let left = if self.mirrored { 1.0 - to } else { from };
                Slot { x: slot.x + slot.width * left, width: slot.width * (to - from), ..*slot }
            }
        }
    }

    /// Plans: an outline filled with slanting lines, so that they are told from ink that stands for people reached. What
    /// may be more is an outline alone, as it is there.
    fn hatched<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        mark: &Mark,
        low: u64,
        end: MarkEnd,
        slot: &Slot,
    ) -> DrawResult<DB> {
        let scale = &self.chart.scale;
        let colour = self.line(self.palette.planned.rgb().mix(if mark.faded { 0.3 } else { 1.0 }));
        if let MarkEnd::UpTo(high) = end {
            self.closed(area, self.rest(slot, low, high), colour)?;
            if low == 0 {
                return Ok(());
            }
        }
        let shape = self.outline(slot, 0.0, scale.share(low), end);
        let (left, right) = bounds(shape.iter().map(|corner| corner.0));
        let (top, bottom) = bounds(shape.iter().map(|corner| corner.1));
        hatch(area, (left, top), (right, bottom), 6.0 * self.density, colour)?;
        self.closed(area, shape, colour)
    }

    fn reached<DB: DrawingBackend>(&self, area: &DrawingArea<DB, Shift>, mark: &Mark, slot: &Slot) -> DrawResult<DB> {
        let opacity = if mark.faded { 0.3 } else { 1.0 };
        let (fill, edge) = self.colours(mark.colour);
        let fill = fill.rgb().mix(opacity);
        let edge = self.line(edge.rgb().mix(opacity));
        let scale = &self.chart.scale;
        let firm = mark.firm.min(mark.low);

        // What may be more, or what is only inferred, is an outline; ink that nobody stated would be a claim. The two are
        // told apart by their breadth.
        if let MarkEnd::UpTo(high) = mark.end
            && high > mark.low
        {
            self.closed(area, self.rest(slot, mark.low, high), edge)?;
        }
        if mark.low > firm {
            let outline = self.outline(slot, scale.share(firm), scale.share(mark.low), mark.end);
            self.closed(area, outline, edge)?;
        }
        if firm > 0 {
            let end = if firm == mark.low { mark.end } else { MarkEnd::Exact };
            let shape = self.outline(slot, 0.0, scale.share(firm), end);
            area.draw(&Polygon::new(shape.clone(), fill.filled()))?;
            if matches!(mark.colour, MarkColour::Goal(_)) {
                self.closed(area, shape, edge)?;
            }
        } else if mark.end == MarkEnd::AtLeast && mark.low == 0 {
            // Reached, as words say, but without a number: a point at the base, so that it is not taken for none.
            let shape = self.outline(slot, 0.0, 0.0, MarkEnd::AtLeast);
            self.closed(area, shape, edge)?;
        }
        Ok(())
    }

    /// What lies between the low and the high end of a range: a narrow box.
    fn rest(&self, slot: &Slot, low: u64, high: u64) -> Vec<(i32, i32)> {
        let scale = &self.chart.scale;
        self.outline(&self.strip(slot, 0.28, 0.72), scale.share(low), scale.share(high), MarkEnd::Exact)
    }

    fn closed<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        mut shape: Vec<(i32, i32)>,
        style: ShapeStyle,
    ) -> DrawResult<DB> {
        shape.extend(shape.first().copied());
        area.draw(&PathElement::new(shape, style))
    }

    /// The corners of a mark from one share of its slot to another. A point or a curve lies within the length, so
    /// that a lower bound is never drawn longer than its number, unless the mark is shorter than the point itself.
    fn outline(&self, slot: &Slot, from: f64, to: f64, end: MarkEnd) -> Vec<(i32, i32)> {
        let (length, breadth) = match self.chart.orientation {
            Orientation::Bars => (slot.width, slot.height),
            Orientation::Columns => (slot.height, slot.width),
        };
        let start = length * from;
        // A point is as long as half its breadth, which tells it from a rounded end; a broad column needs no more than 9
        // pixels, and a short one no more than it has.
        let point = (breadth * 0.5).min(9.0 * self.density).min((length * to).max(4.0 * self.density));
        // A mark that stands for something is never invisible: one pixel at least, or its point. What has no room
        // for that at the end of the scale begins earlier, under the part that is filled.
        let least =
            if matches!(end, MarkEnd::AtLeast | MarkEnd::About) { point.max(self.density) } else { self.density };
        let tip = (length * to).max(least);
        let start = start.min(tip - least);
        let mut corners = vec![(start, 0.0)];
        match end {
            MarkEnd::AtLeast => corners.extend([(tip - point, 0.0), (tip, 0.5), (tip - point, 1.0)]),
            MarkEnd::About => {
                corners.extend([
                    (tip - point, 0.0),
                    (tip - point * 0.3, 0.12),
                    (tip, 0.5),
                    (tip - point * 0.3, 0.88),
                    (tip - point, 1.0),
                ]);
            }
            MarkEnd::Exact | MarkEnd::UpTo(_) => corners.extend([(tip, 0.0), (tip, 1.0)]),
        }
        corners.push((start, 1.0));
        corners.into_iter().map(|(along, across)| self.place(slot, along, across * breadth)).collect()
    }

    fn place(&self, slot: &Slot, along: f64, across: f64) -> (i32, i32) {
        match (self.chart.orientation, self.mirrored) {
            (Orientation::Bars, false) => pixel(slot.x + along, slot.y + across),
            (Orientation::Bars, true) => pixel(slot.x + slot.width - along, slot.y + across),
            (Orientation::Columns, _) => pixel(slot.x + across, slot.y + slot.height - along),
        }
    }

    fn colours(&self, colour: MarkColour) -> (Colour, Colour) {
        match colour {
            MarkColour::Stated => (self.palette.stated, self.palette.stated),
            MarkColour::Unknown => (self.palette.unknown, self.palette.unknown),
            MarkColour::Goal(number) => (Colour::of_goal(number).unwrap_or(self.palette.stated), self.palette.outline),
        }
    }

    fn line(&self, colour: RGBAColor) -> ShapeStyle {
        colour.stroke_width(self.density.round().max(1.0) as u32)
    }
}

/// Slanting lines in a box, each from its lower edge to the upper as far as it lies between left and right.
pub(super) fn hatch<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    (left, top): (i32, i32),
    (right, bottom): (i32, i32),
    gap: f64,
    style: ShapeStyle,
) -> DrawResult<DB> {
    let mut start = left - (bottom - top);
    while start < right {
        let from = start.max(left);
        let to = (start + bottom - top).min(right);
        if from < to {
            area.draw(&PathElement::new(vec![(from, bottom - (from - start)), (to, bottom - (to - start))], style))?;
        }
        start += gap.round().max(2.0) as i32;
    }
    Ok(())
}

fn bounds(places: impl Iterator<Item = i32> + Clone) -> (i32, i32) {
    (places.clone().min().unwrap_or_default(), places.max().unwrap_or_default())
}

pub(super) fn pixel(x: f64, y: f64) -> (i32, i32) {
    (x.round() as i32, y.round() as i32)
}
