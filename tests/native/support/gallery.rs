//! Every kind of chart in its edge cases. The snapshots and the gallery page are both written from this list.

use outreach_report::charts::{
    Chart, HeatmapCell, Mark, MarkColour, MarkEnd, MarkRect, Orientation, Palette, Scale, ShadeScale, draw_cells,
    draw_marks,
};

use super::drawing::draw_svg;

/// A chart in one of its edge cases.
pub(crate) struct Picture {
    /// The name of its snapshot file.
    pub(crate) name: &'static str,
    /// What the picture shows.
    pub(crate) shows: &'static str,
    content: Content,
}

/// What is drawn.
enum Content {
    Marks {
        chart: Chart,
        mirrored: bool,
    },
    /// Cells row by row.
    Cells {
        cells: Vec<HeatmapCell>,
        columns: usize,
        mirrored: bool,
    },
}

/// The largest count, 2^53.
const HUGE: u64 = 1 << 53;

/// All pictures.
pub(crate) fn pictures() -> Vec<Picture> {
    let mut all = Vec::new();
    let mut add_marks = |name, shows, orientation, scale, marks: Vec<Mark>, mirrored| {
        let chart = Chart { orientation, scale, grid_lines: orientation == Orientation::Columns, marks };
        all.push(Picture { name, shows, content: Content::Marks { chart, mirrored } });
    };
    use Orientation::{Bars, Columns};
    let exactly = |marks: &[Mark]| Scale::exactly(marks.iter().map(Mark::highest).max().unwrap_or_default());
    let up_to = |marks: &[Mark]| Scale::with_outlier(marks.iter().map(Mark::highest));
    for (bars, columns, shows, list) in [
        ("bars_no_data", "columns_no_data", "No data: nothing to draw.", vec![]),
        ("bars_one", "columns_one", "One value.", vec![mark(42, MarkEnd::Exact)]),
        ("bars_many", "columns_many", "195 bars, and 80 columns, from few to many.", many()),
        (
            "bars_zero",
            "columns_zero",
            "Zeros: nobody was reached, and that is known.",
            vec![mark(0, MarkEnd::Exact); 3],
        ),
        ("bars_huge", "columns_huge", "The largest count, 2^53, beside half of it, a million, and one.", huge()),
        ("bars_unknown", "columns_unknown", "Nothing is stated of what the numbers belong to.", unknown()),
        ("bars_planned", "columns_planned", "Only plans: exact, at least, about, up to.", planned()),
        ("bars_both", "columns_both", "Plans beside what was reached, where there are any.", both()),
        ("bars_ends", "columns_ends", ENDS, ends()),
        ("bars_goals", "columns_goals", GOALS, goals()),
        ("bars_outside", "columns_outside", "One is chosen, the others are outside the filter.", outside()),
        ("bars_outlier", "columns_outlier", OUTLIER, outlier()),
        ("bars_mirrored", "columns_mirrored", "From right to left: every end, and plans.", [ends(), both()].concat()),
    ] {
        let mirrored = bars == "bars_mirrored";
        add_marks(bars, shows, Bars, exactly(&list), list.clone(), mirrored);
        let first_marks = list.into_iter().take(80).collect::<Vec<_>>();
        add_marks(columns, shows, Columns, up_to(&first_marks), first_marks, mirrored);
    }
    for (name, shows, cells, columns) in [
        ("matrix_no_data", "No data.", vec![], 1),
        ("matrix_one", "One cell.", shaded(&[42]), 1),
        ("matrix_many", "195 countries by 40 years.", shaded(&(0..195 * 40).map(sparse).collect::<Vec<_>>()), 40),
        ("matrix_zero", "Activities without a number.", shaded(&[0; 6]), 3),
        ("matrix_huge", "From 1 to 2^53 by factors of 64.", shaded(&powers()), 5),
        ("matrix_unknown", "Only words: no number, but more than nothing.", open_cells(), 3),
        ("matrix_planned", "Only plans.", planned_cells(), 3),
        ("matrix_ends", "Every shade: exact, and at least.", every_shade(), 5),
        (
            "matrix_outside",
            "A cell is chosen, the others are outside the filter: every shade, at least, plans, no number.",
            outside_cells(),
            5,
        ),
        ("matrix_mirrored", "From right to left.", every_shade(), 5),
    ] {
        let mirrored = name == "matrix_mirrored";
        all.push(Picture { name, shows, content: Content::Cells { cells, columns, mirrored } });
    }
    all
}

const ENDS: &str = "Every end: exact, at least, about, 50 to 90, at most 60, at least with no number, zero, 3, at least 3, \
                    about 3, and at least 40 of what is not stated.";
const OUTLIER: &str =
    "One value far larger than the others, with plans, at least, up to: columns continue behind a gap.";
const GOALS: &str = "Goals: all stated, with a part inferred, only inferred, in words alone, with a range, inferred to at \
                     least, and no goal seen.";

pub(crate) fn mark(low: u64, end: MarkEnd) -> Mark {
    Mark { low, firm: low, end, colour: MarkColour::Known, outside: false, planned: None }
}

fn many() -> Vec<Mark> {
    (0..195_u64)
        .map(|n| mark((195 - n) * (195 - n), if n % 3 == 0 { MarkEnd::AtLeast } else { MarkEnd::Exact }))
        .collect()
}

fn huge() -> Vec<Mark> {
    let exact = [HUGE, HUGE / 2, 1_000_000, 1].map(|n| mark(n, MarkEnd::Exact));
    exact
        .into_iter()
        .chain([mark(1, MarkEnd::AtLeast), mark(HUGE, MarkEnd::AtLeast), mark(1, MarkEnd::UpTo(HUGE))])
        .collect()
}

fn unknown() -> Vec<Mark> {
    let grey = |mark| Mark { colour: MarkColour::Unknown, ..mark };
    [mark(90, MarkEnd::AtLeast), mark(60, MarkEnd::Exact), mark(0, MarkEnd::AtLeast)].map(grey).to_vec()
}

fn planned() -> Vec<Mark> {
    let plan = |low, end| Mark { planned: Some((low, end)), ..mark(0, MarkEnd::Exact) };
    vec![
        plan(90, MarkEnd::Exact),
        plan(70, MarkEnd::AtLeast),
        plan(60, MarkEnd::About),
        plan(30, MarkEnd::UpTo(50)),
        plan(2, MarkEnd::Exact),
    ]
}

fn both() -> Vec<Mark> {
    vec![
        Mark { planned: Some((50, MarkEnd::Exact)), ..mark(90, MarkEnd::AtLeast) },
        mark(80, MarkEnd::Exact),
        Mark { planned: Some((95, MarkEnd::AtLeast)), ..mark(20, MarkEnd::Exact) },
        Mark { planned: Some((0, MarkEnd::AtLeast)), ..mark(40, MarkEnd::About) },
    ]
}

/// A mark of each end, large, zero and small, and one of `unknown`.
pub(crate) fn ends() -> Vec<Mark> {
    vec![
        mark(80, MarkEnd::Exact),
        mark(80, MarkEnd::AtLeast),
        mark(80, MarkEnd::About),
        mark(50, MarkEnd::UpTo(90)),
        mark(0, MarkEnd::UpTo(60)),
        mark(0, MarkEnd::AtLeast),
        mark(0, MarkEnd::Exact),
        mark(3, MarkEnd::Exact),
        mark(3, MarkEnd::AtLeast),
        mark(3, MarkEnd::About),
        Mark { colour: MarkColour::Unknown, ..mark(40, MarkEnd::AtLeast) },
    ]
}

fn goals() -> Vec<Mark> {
    let goal = |low, firm, end| Mark { firm, ..mark(low, end) };
    vec![
        goal(90, 90, MarkEnd::AtLeast),
        goal(80, 30, MarkEnd::Exact),
        goal(60, 0, MarkEnd::Exact),
        goal(0, 0, MarkEnd::AtLeast),
        goal(50, 50, MarkEnd::UpTo(70)),
        goal(70, 20, MarkEnd::AtLeast),
        Mark { colour: MarkColour::NoGoal, ..mark(100, MarkEnd::About) },
    ]
}

fn outlier() -> Vec<Mark> {
    vec![
        Mark { planned: Some((9_000, MarkEnd::AtLeast)), ..mark(9_098, MarkEnd::AtLeast) },
        mark(1_045, MarkEnd::AtLeast),
        mark(50, MarkEnd::Exact),
        mark(35, MarkEnd::AtLeast),
        mark(900, MarkEnd::UpTo(1_400)),
    ]
}

fn outside() -> Vec<Mark> {
    let marks = [both(), ends(), goals()].concat().into_iter().enumerate();
    marks.map(|(index, mark)| Mark { outside: index != 1, ..mark }).collect()
}

fn cell(shade: u8) -> HeatmapCell {
    HeatmapCell { shade, at_least: false, planned: false, outside: false }
}

fn shaded(numbers: &[u64]) -> Vec<HeatmapCell> {
    let shades = ShadeScale::of_numbers(numbers.iter().copied());
    numbers.iter().map(|number| cell(shades.of(*number))).collect()
}

/// Few large numbers among many small ones and zeros, the same on every machine.
fn sparse(index: u64) -> u64 {
    let spread = index.wrapping_mul(2_654_435_761) >> 7;
    if spread % 5 < 2 { 0 } else { spread % 97 * (spread % 13) }
}

fn powers() -> Vec<u64> {
    (0..=9).map(|power| 1_u64 << (6 * power).min(53)).collect()
}

fn open_cells() -> Vec<HeatmapCell> {
    vec![HeatmapCell { at_least: true, ..cell(0) }; 6]
}

fn planned_cells() -> Vec<HeatmapCell> {
    vec![HeatmapCell { planned: true, ..cell(0) }; 6]
}

fn every_shade() -> Vec<HeatmapCell> {
    let exact = (1..=ShadeScale::MAX).map(cell);
    exact.chain((1..=ShadeScale::MAX).map(|shade| HeatmapCell { at_least: true, ..cell(shade) })).collect()
}

fn outside_cells() -> Vec<HeatmapCell> {
    let all =
        every_shade().into_iter().chain([cell(0)]).chain(open_cells()).chain(planned_cells()).take(20).enumerate();
    all.map(|(index, cell)| HeatmapCell { outside: index != 3, ..cell }).collect()
}

impl Picture {
    /// The picture as SVG. `density` is the number of its pixels to one CSS pixel of the page.
    pub(crate) fn svg(&self, palette: &Palette, density: f64) -> String {
        let (rects, width, height) = self.rects();
        let scaled = |length: f64| length * density;
        let rects: Vec<MarkRect> = rects
            .into_iter()
            .map(|MarkRect { x, y, width, height }| MarkRect {
                x: scaled(x),
                y: scaled(y),
                width: scaled(width),
                height: scaled(height),
            })
            .collect();
        let size = [width, height].map(|length| scaled(length).round() as u32);
        draw_svg((size[0], size[1]), |area| match &self.content {
            Content::Marks { chart, mirrored } => draw_marks(area, chart, &rects, palette, density, *mirrored).unwrap(),
            Content::Cells { cells, .. } => draw_cells(area, cells, &rects, palette, density).unwrap(),
        })
    }

    /// Whether the picture has too many shapes for a snapshot of each.
    pub(crate) fn is_large(&self) -> bool {
        self.rects().0.len() > 60
    }

    /// The rectangles in the sizes of the style sheet, and the width and height of the picture.
    fn rects(&self) -> (Vec<MarkRect>, f64, f64) {
        let length = |count: usize, step: f64| 20.0 + step * count.max(1) as f64;
        match &self.content {
            Content::Marks { chart, mirrored: _ } if chart.orientation == Orientation::Bars => {
                let count = chart.marks.len();
                let rect =
                    |index: usize| MarkRect { x: 10.0, y: 17.0 + 30.0 * index as f64, width: 400.0, height: 16.0 };
                ((0..count).map(rect).collect(), 420.0, length(count, 30.0))
            }
            Content::Marks { chart, mirrored } => {
                let count = chart.marks.len();
                let step = if count > 40 { 12.0 } else { 44.0 };
                let rect = |index: usize| {
                    let position = if *mirrored { count - 1 - index } else { index } as f64;
                    MarkRect { x: 10.0 + step * (position + 0.18), y: 10.0, width: step * 0.64, height: 200.0 }
                };
                ((0..count).map(rect).collect(), length(count, step), 220.0)
            }
            Content::Cells { cells, columns, mirrored } => {
                let rect = |index: usize| {
                    let (row, column) = (index / columns, index % columns);
                    let position = if *mirrored { columns - 1 - column } else { column } as f64;
                    MarkRect { x: 10.0 + 46.0 * position, y: 10.0 + 30.0 * row as f64, width: 46.0, height: 30.0 }
                };
                let rows = cells.len().div_ceil(*columns);
                ((0..cells.len()).map(rect).collect(), length(*columns, 46.0), length(rows, 30.0))
            }
        }
    }
}
