//! Draws the marks of a chart with plotters. Invariant: a lower bound is never drawn longer than its number, unless it
//! would be shorter than a pixel.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{PathElement, Polygon};
use plotters::prelude::DrawingBackend;
use plotters::style::{Color, ShapeStyle};

use super::lines::{DrawResult, hatch, outline, pixel};
use super::{Chart, Colour, Mark, MarkColour, MarkEnd, MarkRect, Orientation, Palette};

/// If a chart shows plans too: the share of the breadth of a rectangle that people reached take up. Breadth is across
/// the direction in which marks grow.
pub const REACHED_BREADTH: f64 = 0.62;
/// The share of the breadth of a rectangle at which plans begin.
const PLANNED_START: f64 = 0.7;

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
    // A mark that is not on the screen has a rectangle without a size.
    for (mark, rect) in chart.marks.iter().zip(rects).filter(|(_, rect)| rect.width > 0.0) {
        painter.draw_mark(area, mark, rect)?;
    }
    Ok(())
}

/// A part of a mark between two numbers.
#[derive(Clone, Copy)]
struct Part {
    from: u64,
    to: u64,
    end: MarkEnd,
    colour: Colour,
    inside: Inside,
}

/// What is inside the outline of a part.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Empty,
    Filled,
    Hatched,
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
            area.draw(&PathElement::new(line, self.line_style(colour)))?;
        }
        Ok(())
    }

    /// Draws a mark and its plans.
    fn draw_mark<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        mark: &Mark,
        rect: &MarkRect,
    ) -> DrawResult<DB> {
        if !self.chart.has_plans() {
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

    /// Draws plans: diagonal hatching inside an outline, to distinguish them from the filled shapes of people reached.
    /// The rest of a range is an outline alone, as for people reached.
    fn draw_planned<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        mark: &Mark,
        low: u64,
        end: MarkEnd,
        rect: &MarkRect,
    ) -> DrawResult<DB> {
        let colour = self.palette.planned;
        if let MarkEnd::UpTo(high) = end {
            let rest = Part { from: low, to: high, end: MarkEnd::Exact, colour, inside: Inside::Empty };
            self.draw_part(area, mark, &self.middle_of_rect(rect), &rest)?;
            if low == 0 {
                return Ok(());
            }
        }
        self.draw_part(area, mark, rect, &Part { from: 0, to: low, end, colour, inside: Inside::Hatched })
    }

    fn draw_reached<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        mark: &Mark,
        rect: &MarkRect,
    ) -> DrawResult<DB> {
        let colour = match mark.colour {
            MarkColour::Known => self.palette.known,
            MarkColour::Unknown => self.palette.unknown,
            MarkColour::NoGoal => self.palette.outline,
        };
        let Mark { low, end, .. } = *mark;
        let firm = mark.firm.min(low);
        let hollow = Part { from: firm, to: low, end, colour, inside: Inside::Empty };

        // The rest of a range, and the part that is only inferred, are outlines, because a filled shape would claim
        // that someone stated them. The two differ in breadth.
        if let MarkEnd::UpTo(high) = end
            && high > low
        {
            let rest = Part { from: low, to: high, end: MarkEnd::Exact, ..hollow };
            self.draw_part(area, mark, &self.middle_of_rect(rect), &rest)?;
        }
        // People were reached, but pages give only words: a point at the base, because no mark would mean nobody.
        if low > firm || low == 0 && end == MarkEnd::AtLeast {
            self.draw_part(area, mark, rect, &hollow)?;
        }
        if firm == 0 {
            return Ok(());
        }
        let end = if firm == low { end } else { MarkEnd::Exact };
        let inside = if mark.colour == MarkColour::NoGoal { Inside::Empty } else { Inside::Filled };
        self.draw_part(area, mark, rect, &Part { from: 0, to: firm, end, colour, inside })
    }

    /// Draws a part of a mark. What is outside the filter is a dashed outline: a lighter colour would look like a number
    /// of its own, and be hard to see on a dark page.
    fn draw_part<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        mark: &Mark,
        rect: &MarkRect,
        part: &Part,
    ) -> DrawResult<DB> {
        let style = self.line_style(if mark.outside { self.palette.outline } else { part.colour });
        for shape in self.pieces(rect, part) {
            if part.inside == Inside::Filled && !mark.outside {
                area.draw(&Polygon::new(shape, part.colour.rgb().filled()))?;
                continue;
            }
            if part.inside == Inside::Hatched {
                let (left, right) = bounds(shape.iter().map(|corner| corner.0));
                let (top, bottom) = bounds(shape.iter().map(|corner| corner.1));
                let gap = if mark.outside { 12.0 } else { 6.0 };
                hatch(area, (left, top), (right, bottom), gap * self.density, style)?;
            }
            outline(area, shape, style, mark.outside.then_some(4.0 * self.density))?;
        }
        Ok(())
    }

    /// The middle of a rectangle: the rest of a range is narrower than its mark.
    fn middle_of_rect(&self, rect: &MarkRect) -> MarkRect {
        self.part_of_rect(rect, 0.28, 0.72)
    }

    /// The length of a rectangle, in the direction in which marks grow.
    fn length(&self, rect: &MarkRect) -> f64 {
        if self.chart.orientation == Orientation::Bars { rect.width } else { rect.height }
    }

    /// The shape of a part; two shapes with a slanting gap between them if it ends beyond the axis.
    fn pieces(&self, rect: &MarkRect, part: &Part) -> Vec<Vec<(i32, i32)>> {
        let scale = &self.chart.scale;
        let (from, to) = (scale.share(part.from), scale.share(part.to));
        let gap = scale.gap();
        if gap <= from || to <= gap {
            return vec![self.corners(rect, (from, to), part.end, (0.0, 0.0))];
        }
        let slant = (self.length(rect) * 0.1).min(3.0 * self.density);
        let half_gap = 2.5 * self.density / self.length(rect).max(1.0);
        vec![
            self.corners(rect, (from, gap - half_gap), MarkEnd::Exact, (0.0, slant)),
            self.corners(rect, (gap + half_gap, to), part.end, (slant, 0.0)),
        ]
    }

    /// The corners of a shape between two shares of the length of a rectangle. A pointed or rounded end is part of the
    /// length, because a lower bound must not be drawn longer than its number. `slants` is by how much the start and
    /// a straight end are aslant, in each direction.
    fn corners(&self, rect: &MarkRect, (from, to): (f64, f64), end: MarkEnd, slants: (f64, f64)) -> Vec<(i32, i32)> {
        let length = self.length(rect);
        let breadth = rect.width + rect.height - length;
        // A mark is always visible: at least one pixel long. A point that stands for words alone has no number that it
        // could be longer than.
        let tip = (length * to).max(if to > 0.0 { 1.0 } else { 4.0 } * self.density);
        // A point is as long as half its breadth, which distinguishes it from a rounded end; but at most 9 pixels, for
        // broad columns, and at most as long as the mark.
        let point_length = (breadth * 0.5).min(9.0 * self.density).min(tip);
        // If the part from its start to the tip is shorter than that, it starts earlier, behind the filled part.
        let min_length = match end {
            MarkEnd::AtLeast | MarkEnd::About => point_length,
            MarkEnd::Exact | MarkEnd::UpTo(_) => self.density,
        };
        let start = (length * from).min(tip - min_length);
        let mut corners = vec![(start - slants.0, 0.0)];
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
            MarkEnd::Exact | MarkEnd::UpTo(_) => corners.extend([(tip - slants.1, 0.0), (tip + slants.1, 1.0)]),
        }
        corners.push((start + slants.0, 1.0));
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

    fn line_style(&self, colour: Colour) -> ShapeStyle {
        colour.rgb().stroke_width(self.density.round().max(1.0) as u32)
    }
}

/// The least and the greatest of some coordinates.
fn bounds(coordinates: impl Iterator<Item = i32> + Clone) -> (i32, i32) {
    (coordinates.clone().min().unwrap_or_default(), coordinates.max().unwrap_or_default())
}
