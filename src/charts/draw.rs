//! Draws the marks of a chart with plotters. Invariant: a lower bound is never drawn longer than its number, unless the
//! mark would be too short to see.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{PathElement, Polygon};
use plotters::prelude::DrawingBackend;
use plotters::style::{Color, RGBAColor, ShapeStyle};

use super::{Chart, Colour, Mark, MarkColour, MarkEnd, MarkRect, Orientation, Palette};

/// If a chart shows plans too: the share of the breadth of a rectangle that people reached take up. Breadth is across
/// the direction in which marks grow.
pub const REACHED_BREADTH: f64 = 0.62;
/// The share of the breadth of a rectangle at which plans begin.
const PLANNED_START: f64 = 0.7;

pub(super) type DrawResult<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Draws the marks into their rectangles. `density` is the number of pixels of the drawing per pixel of the page; it
/// keeps the width of lines the same on high-density screens. `mirrored` makes bars grow to the left, for right-to-left
/// languages.
///
/// # Errors
/// The errors of the backend; a canvas has none.
pub fn draw_marks<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    chart: &Chart,
    rects: &[MarkRect],
    palette: &Palette,
    density: f64,
    mirrored: bool,
) -> DrawResult<DB> {
    let painter = MarkPainter { palette, density, mirrored, chart };
    if chart.grid_lines {
        painter.draw_grid_lines(area, rects)?;
    }
    for (mark, rect) in chart.marks.iter().zip(rects) {
        painter.draw_mark(area, mark, rect)?;
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
    /// Draws lines across all rectangles at the ticks of the scale, the base line in a stronger colour.
    fn draw_grid_lines<DB: DrawingBackend>(&self, area: &DrawingArea<DB, Shift>, rects: &[MarkRect]) -> DrawResult<DB> {
        let (Some(first), Some(last)) = (rects.first(), rects.last()) else { return Ok(()) };
        let left = first.x.min(last.x);
        let right = (first.x + first.width).max(last.x + last.width);
        for tick in self.chart.scale.ticks() {
            let y = first.y + first.height * (1.0 - self.chart.scale.share(tick));
            let colour = if tick == 0 { self.palette.outline } else { self.palette.grid_lines };
            let line = vec![pixel(left, y), pixel(right, y)];
            area.draw(&PathElement::new(line, self.line_style(colour.rgb().to_rgba())))?;
        }
        Ok(())
    }

    /// Draws a mark and its plans. If any mark of the chart has plans, every mark leaves space for them, because all
    /// marks of a chart must have the same breadth.
    fn draw_mark<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        mark: &Mark,
        rect: &MarkRect,
    ) -> DrawResult<DB> {
        if !self.chart.marks.iter().any(|mark| mark.planned.is_some()) {
            return self.draw_reached(area, mark, rect);
        }
        self.draw_reached(area, mark, &self.part_of_rect(rect, 0.0, REACHED_BREADTH))?;
        match mark.planned {
            Some((low, end)) => self.draw_planned(area, mark, low, end, &self.part_of_rect(rect, PLANNED_START, 1.0)),
            None => Ok(()),
        }
    }

    /// The part of a rectangle between two shares of its breadth.
    fn part_of_rect(&self, rect: &MarkRect, from: f64, to: f64) -> MarkRect {
        match self.chart.orientation {
            Orientation::Bars => {
                MarkRect { y: rect.y + rect.height * from, height: rect.height * (to - from), ..*rect }
            }
            Orientation::Columns => {
                let left = if self.mirrored { 1.0 - to } else { from };
                MarkRect { x: rect.x + rect.width * left, width: rect.width * (to - from), ..*rect }
            }
        }
    }

    /// Draws plans: an outline with diagonal hatching, to distinguish them from the filled shapes of people reached.
    /// The rest of a range is an outline alone, as for people reached.
    fn draw_planned<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        mark: &Mark,
        low: u64,
        end: MarkEnd,
        rect: &MarkRect,
    ) -> DrawResult<DB> {
        let scale = &self.chart.scale;
        let style = self.line_style(self.palette.planned.rgb().mix(if mark.faded { 0.3 } else { 1.0 }));
        if let MarkEnd::UpTo(high) = end {
            self.draw_closed(area, self.range_box(rect, low, high), style)?;
            if low == 0 {
                return Ok(());
            }
        }
        let shape = self.corners(rect, 0.0, scale.share(low), end);
        let (left, right) = bounds(shape.iter().map(|corner| corner.0));
        let (top, bottom) = bounds(shape.iter().map(|corner| corner.1));
        hatch(area, (left, top), (right, bottom), 6.0 * self.density, style)?;
        self.draw_closed(area, shape, style)
    }

    fn draw_reached<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        mark: &Mark,
        rect: &MarkRect,
    ) -> DrawResult<DB> {
        let opacity = if mark.faded { 0.3 } else { 1.0 };
        let (fill, edge) = self.colours(mark.colour);
        let fill = fill.rgb().mix(opacity);
        let edge = self.line_style(edge.rgb().mix(opacity));
        let scale = &self.chart.scale;
        let firm = mark.firm.min(mark.low);

        // The rest of a range, and the part that is only inferred, are outlines, because a filled shape would claim
        // that someone stated them. The two differ in breadth.
        if let MarkEnd::UpTo(high) = mark.end
            && high > mark.low
        {
            self.draw_closed(area, self.range_box(rect, mark.low, high), edge)?;
        }
        if mark.low > firm {
            let shape = self.corners(rect, scale.share(firm), scale.share(mark.low), mark.end);
            self.draw_closed(area, shape, edge)?;
        }
        if firm > 0 {
            let end = if firm == mark.low { mark.end } else { MarkEnd::Exact };
            let shape = self.corners(rect, 0.0, scale.share(firm), end);
            area.draw(&Polygon::new(shape.clone(), fill.filled()))?;
            if matches!(mark.colour, MarkColour::Goal(_)) {
                self.draw_closed(area, shape, edge)?;
            }
        } else if mark.end == MarkEnd::AtLeast && mark.low == 0 {
            // People were reached, but pages give only words: a point at the base, because no mark would mean nobody.
            let shape = self.corners(rect, 0.0, 0.0, MarkEnd::AtLeast);
            self.draw_closed(area, shape, edge)?;
        }
        Ok(())
    }

    /// A narrow box between the lower and the upper end of a range.
    fn range_box(&self, rect: &MarkRect, low: u64, high: u64) -> Vec<(i32, i32)> {
        let scale = &self.chart.scale;
        self.corners(&self.part_of_rect(rect, 0.28, 0.72), scale.share(low), scale.share(high), MarkEnd::Exact)
    }

    /// Draws a line through all points and back to the first.
    fn draw_closed<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        mut shape: Vec<(i32, i32)>,
        style: ShapeStyle,
    ) -> DrawResult<DB> {
        shape.extend(shape.first().copied());
        area.draw(&PathElement::new(shape, style))
    }

    /// The corners of a mark between two shares of the length of its rectangle. A pointed or rounded end is part of the
    /// length, because a lower bound must not be drawn longer than its number, unless the mark is shorter than the
    /// point itself.
    fn corners(&self, rect: &MarkRect, from: f64, to: f64, end: MarkEnd) -> Vec<(i32, i32)> {
        let (length, breadth) = match self.chart.orientation {
            Orientation::Bars => (rect.width, rect.height),
            Orientation::Columns => (rect.height, rect.width),
        };
        let start = length * from;
        // A point is as long as half its breadth, which distinguishes it from a rounded end; but at most 9 pixels, for
        // broad columns, and at most as long as the mark, or 4 pixels if the mark is shorter than that.
        let point_length = (breadth * 0.5).min(9.0 * self.density).min((length * to).max(4.0 * self.density));
        // A mark is always visible: at least one pixel long, or as long as its point. If the part from `start` to the
        // tip is shorter than that, it starts earlier, behind the filled part.
        let min_length = match end {
            MarkEnd::AtLeast | MarkEnd::About => point_length.max(self.density),
            MarkEnd::Exact | MarkEnd::UpTo(_) => self.density,
        };
        let tip = (length * to).max(min_length);
        let start = start.min(tip - min_length);
        let mut corners = vec![(start, 0.0)];
        match end {
            MarkEnd::AtLeast => corners.extend([(tip - point_length, 0.0), (tip, 0.5), (tip - point_length, 1.0)]),
            MarkEnd::About => {
                corners.extend([
                    (tip - point_length, 0.0),
                    (tip - point_length * 0.3, 0.12),
                    (tip, 0.5),
                    (tip - point_length * 0.3, 0.88),
                    (tip - point_length, 1.0),
                ]);
            }
            MarkEnd::Exact | MarkEnd::UpTo(_) => corners.extend([(tip, 0.0), (tip, 1.0)]),
        }
        corners.push((start, 1.0));
        corners.into_iter().map(|(along, across)| self.to_pixel(rect, along, across * breadth)).collect()
    }

    /// The pixel at a distance from the base of a rectangle, along and across the direction of marks.
    fn to_pixel(&self, rect: &MarkRect, along: f64, across: f64) -> (i32, i32) {
        match (self.chart.orientation, self.mirrored) {
            (Orientation::Bars, false) => pixel(rect.x + along, rect.y + across),
            (Orientation::Bars, true) => pixel(rect.x + rect.width - along, rect.y + across),
            (Orientation::Columns, _) => pixel(rect.x + across, rect.y + rect.height - along),
        }
    }

    /// The colours of the fill and of the outline.
    fn colours(&self, colour: MarkColour) -> (Colour, Colour) {
        match colour {
            MarkColour::Known => (self.palette.known, self.palette.known),
            MarkColour::Unknown => (self.palette.unknown, self.palette.unknown),
            MarkColour::Goal(number) => (Colour::of_goal(number).unwrap_or(self.palette.known), self.palette.outline),
        }
    }

    fn line_style(&self, colour: RGBAColor) -> ShapeStyle {
        colour.stroke_width(self.density.round().max(1.0) as u32)
    }
}

/// Draws diagonal lines in a box from its lower to its upper edge, clipped at the left and right edge.
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

/// The least and the greatest of some coordinates.
fn bounds(coordinates: impl Iterator<Item = i32> + Clone) -> (i32, i32) {
    (coordinates.clone().min().unwrap_or_default(), coordinates.max().unwrap_or_default())
}

pub(super) fn pixel(x: f64, y: f64) -> (i32, i32) {
    (x.round() as i32, y.round() as i32)
}
