//! Drawings of plans and of the cells of a matrix: their positions, what distinguishes them, and the shade of a number.

use outreach_report::charts::{
    Chart, HeatmapCell, Mark, MarkColour, MarkEnd, MarkRect, Orientation, Scale, ShadeScale,
};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::support::drawing::{Shape, bars, cell_shapes, columns, shapes};

const PLAN: &str = "#5B6875";

fn mark(low: u64, planned: Option<(u64, MarkEnd)>) -> Mark {
    Mark { low, firm: low, end: MarkEnd::Exact, colour: MarkColour::Known, outside: false, planned }
}

fn chart(orientation: Orientation, marks: Vec<Mark>) -> Chart {
    Chart { orientation, scale: Scale::exactly(100), grid_lines: false, marks }
}

/// Plans are drawn beside the mark of people reached, as lines in their own colour, and never over it. A mark without
/// plans has the same breadth as one with plans; otherwise it would look like a larger number.
#[test]
fn plans_are_drawn_beside_the_reached() {
    let marks = vec![mark(80, Some((50, MarkEnd::Exact))), mark(80, None)];
    let all = shapes(&chart(Orientation::Bars, marks.clone()), &bars(2), 1.0, false);
    let (plans, reached): (Vec<Shape>, Vec<Shape>) = all.into_iter().partition(|shape| shape.colour == PLAN);
    assert_eq!(reached.len(), 2);
    assert!(reached.iter().all(|shape| shape.filled) && plans.iter().all(|shape| !shape.filled));
    let breadth = |shape: &Shape| shape.down().1 - shape.down().0;
    assert_eq!(breadth(&reached[0]), breadth(&reached[1]));
    // Slots reach from 10 to 24 and from 10 to 410.
    let edge = plans.iter().map(|shape| shape.down().0).min().unwrap();
    assert!(edge > reached[0].down().1 && edge <= 21, "{edge}");
    assert_eq!(plans.iter().map(|shape| shape.across().1).max(), Some(210), "half of the scale");
    assert!(plans.len() > 20, "lines over the whole length: {}", plans.len());

    // Of a range only the low number is hatched; the rest is a narrower outline.
    let range = chart(Orientation::Bars, vec![mark(0, Some((25, MarkEnd::UpTo(75))))]);
    let all = shapes(&range, &bars(1), 1.0, false);
    let (rest, low): (Vec<&Shape>, Vec<&Shape>) = all.iter().partition(|shape| shape.across().1 > 111);
    assert_eq!(rest.iter().map(|shape| shape.across()).collect::<Vec<_>>(), [(110, 310)]);
    assert!(low.len() > 10 && low.iter().all(|shape| shape.across().1 <= 110));
    assert!(breadth(rest[0]) < low.iter().map(|shape| breadth(shape)).max().unwrap());

    // Without any plans in the chart, the mark of people reached fills the breadth of its rectangle.
    let alone = shapes(&chart(Orientation::Bars, vec![mark(80, None)]), &bars(1), 1.0, false);
    assert_eq!((breadth(&alone[0]), alone.len()), (14, 1));

    // In columns, plans are to the right of the reached; to the left in a language written from right to left.
    let horizontal_extents = |mirrored: bool| {
        let all = shapes(&chart(Orientation::Columns, marks.clone()), &columns(2), 1.0, mirrored);
        let (plans, reached): (Vec<Shape>, Vec<Shape>) = all.into_iter().partition(|shape| shape.colour == PLAN);
        let extents = plans.iter().map(Shape::across);
        let plan = extents.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap();
        [reached[0].across(), plan, reached[1].across()]
    };
    // The first rectangle reaches from 10 to 38, the second from 50 to 78.
    assert_eq!(horizontal_extents(false), [(10, 27), (30, 38), (50, 67)]);
    assert_eq!(horizontal_extents(true), [(21, 38), (10, 18), (61, 78)]);
}

fn end() -> impl Strategy<Value = MarkEnd> {
    prop_oneof![
        Just(MarkEnd::Exact),
        Just(MarkEnd::About),
        Just(MarkEnd::AtLeast),
        any::<u64>().prop_map(MarkEnd::UpTo)
    ]
}

fn number() -> impl Strategy<Value = u64> {
    prop_oneof![3 => 0_u64..200, 1 => any::<u64>(), 1 => prop::sample::select(vec![0, 1, 1 << 53, u64::MAX])]
}

fn cells() -> impl Strategy<Value = Vec<HeatmapCell>> {
    let cell = (0..=ShadeScale::MAX + 1, any::<bool>(), any::<bool>(), any::<bool>())
        .prop_map(|(shade, open, planned, outside)| HeatmapCell { shade, at_least: open, planned, outside });
    prop::collection::vec(cell, 1..9)
}

proptest! {
    #![proptest_config(Config { cases: 400, failure_persistence: None, ..Config::default() })]

    /// The lines of plans stay within their rectangles, and there are never so many that drawing would be slow.
    #[test]
    fn plans_stay_in_their_rectangles(
        marks in prop::collection::vec((number(), prop::option::of((number(), end()))), 1..8), largest in number(),
        upright in any::<bool>(), mirrored in any::<bool>(),
    ) {
        let marks: Vec<Mark> = marks.into_iter().map(|(low, planned)| mark(low, planned)).collect();
        let (orientation, rects) = if upright {
            (Orientation::Columns, columns(marks.len()))
        } else {
            (Orientation::Bars, bars(marks.len()))
        };
        let count = marks.len();
        let chart = Chart { scale: Scale::exactly(largest), ..chart(orientation, marks) };
        let all = shapes(&chart, &rects, 1.0, mirrored);
        prop_assert!(all.len() <= count * 160, "{} shapes for {} marks", all.len(), count);
        let within = |rect: &MarkRect, shape: &Shape| {
            let is_inside = |start: f64, length: f64, (smallest, largest): (i32, i32)| {
                f64::from(smallest) >= start - 1.0 && f64::from(largest) <= start + length + 1.0
            };
            is_inside(rect.x, rect.width, shape.across()) && is_inside(rect.y, rect.height, shape.down())
        };
        for shape in &all {
            prop_assert!(rects.iter().any(|rect| within(rect, shape)), "{:?}", shape);
        }
    }

    /// A cell is drawn within its rectangle; its shade, its cut corner or its lines distinguish it from the others.
    #[test]
    fn cells_stay_in_their_rectangles(cells in cells()) {
        let rect = |index: usize| MarkRect { x: 10.0 + 46.0 * index as f64, y: 10.0, width: 46.0, height: 30.0 };
        let rects: Vec<MarkRect> = (0..cells.len()).map(rect).collect();
        for (cell, rect) in cells.iter().zip(&rects) {
            let all = cell_shapes(&[*cell], &[*rect]);
            for shape in &all {
                let (left, right) = shape.across();
                prop_assert!(f64::from(left) > rect.x && f64::from(right) < rect.x + rect.width, "{:?}", shape);
                prop_assert!(shape.down().0 > 10 && shape.down().1 < 40, "{:?}", shape);
            }
            prop_assert!(!all.is_empty(), "every cell is visible");
            let filled = (1..=ShadeScale::MAX).contains(&cell.shade) && !cell.outside;
            prop_assert_eq!(all.iter().any(|shape| shape.filled), filled, "outside the filter nothing is filled");
            prop_assert_eq!(all.iter().any(|shape| shape.colour == PLAN), cell.planned && !filled && !cell.outside);
            if cell.outside {
                let dashes = all.iter().filter(|shape| shape.corners.len() == 2);
                prop_assert!(dashes.count() > 8 && all.iter().all(|shape| shape.colour == "#7A8691"));
                continue;
            }
            // An open cell has a corner cut off: five corners, not four.
            let corners: std::collections::BTreeSet<_> = all[0].corners.iter().collect();
            prop_assert_eq!(corners.len(), if cell.at_least { 5 } else { 4 }, "{:?}", corners);
        }
    }

    /// A number has the shade whose range contains it, larger numbers have no lighter shade, the largest number has the
    /// darkest, there are no gaps between the ranges, and every range has a number.
    #[test]
    fn shades_follow_numbers(numbers in prop::collection::vec(number(), 0..20)) {
        let shades = ShadeScale::of_numbers(numbers.iter().copied());
        let largest = numbers.iter().copied().max().unwrap_or_default();
        prop_assert_eq!(shades.of(0), 0);
        prop_assert_eq!(shades.of(largest), if largest == 0 { 0 } else { ShadeScale::MAX });
        let ranges = shades.ranges();
        prop_assert!(ranges.len() <= usize::from(ShadeScale::MAX), "{:?}", ranges);
        prop_assert_eq!(ranges.last().map(|(_, to, _)| *to), (largest > 0).then_some(largest));
        prop_assert!(ranges.first().is_none_or(|(from, ..)| *from == 1));
        prop_assert!(ranges.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0 && pair[0].2 < pair[1].2), "{:?}", ranges);
        for (from, to, shade) in &ranges {
            prop_assert!(numbers.iter().any(|number| (from..=to).contains(&number)), "{:?} of {:?}", ranges, numbers);
            prop_assert!((1..=ShadeScale::MAX).contains(shade));
        }
        for number in numbers {
            let shade = ranges.iter().find(|(from, to, _)| (*from..=*to).contains(&number)).map(|(.., shade)| *shade);
            prop_assert_eq!(shade.unwrap_or_default(), shades.of(number), "{} of {:?}", number, ranges);
        }
    }
}

/// The upper ends of the ranges grow like powers: small values keep different shades even if one value is far larger.
/// Shades without a number are left out, and fewer shades differ more.
#[test]
fn shades_of_known_numbers() {
    let ranges = |numbers: &[u64]| ShadeScale::of_numbers(numbers.iter().copied()).ranges();
    assert_eq!(ranges(&[]), []);
    assert_eq!(ranges(&[0, 0]), []);
    assert_eq!(ranges(&[1]), [(1, 1, 5)]);
    assert_eq!(ranges(&[3, 1]), [(1, 2, 1), (3, 3, 5)]);
    let all = [(1, 10, 1), (11, 100, 2), (101, 1000, 3), (1001, 10_000, 4), (10_001, 100_000, 5)];
    assert_eq!(ranges(&[5, 50, 500, 5_000, 100_000]), all);
    assert_eq!(ranges(&[8834, 8, 50, 400]), [(1, 49, 1), (50, 343, 3), (344, 2401, 4), (2402, 8834, 5)]);
    assert_eq!(ranges(&[8834, 8, 400]), [(1, 49, 1), (50, 2401, 3), (2402, 8834, 5)]);
}

/// Neighbouring shades differ visibly on both backgrounds, and numbers are readable on all: dark text on the first three,
/// light text on the others.
#[test]
fn shades_differ_and_numbers_are_readable() {
    let grey = |value: u8| (value, value, value);
    let channels = |text: &str| {
        let channel = |from: usize| u8::from_str_radix(&text[from..from + 2], 16).unwrap();
        (channel(1), channel(3), channel(5))
    };
    // Accent, page, text, text on the accent: light, dark, and the systems' colours forced.
    let themes = [
        (channels("#0b6394"), channels("#ffffff"), channels("#17212b"), channels("#ffffff")),
        (channels("#5db0e0"), channels("#12191f"), channels("#e8edf1"), channels("#12191f")),
        (grey(0), grey(255), grey(0), grey(255)),
        (grey(255), grey(0), grey(255), grey(0)),
    ];
    let rect = [MarkRect { x: 10.0, y: 10.0, width: 46.0, height: 30.0 }];
    for (accent, page, text, text_on_accent) in themes {
        let mut previous = page;
        for shade in 1..=ShadeScale::MAX {
            let cell = HeatmapCell { shade, at_least: false, planned: false, outside: false };
            let opacity: f64 = cell_shapes(&[cell], &rect)[0].opacity.parse().unwrap();
            let mixed = mix(accent, page, opacity);
            assert!(contrast(mixed, previous) > 1.2, "shade {shade} of {accent:?}: {}", contrast(mixed, previous));
            let text = if shade > 3 { text_on_accent } else { text };
            assert!(contrast(mixed, text) >= 4.5, "text on shade {shade}: {}", contrast(mixed, text));
            previous = mixed;
        }
    }
}

type Channels = (u8, u8, u8);

fn mix(colour: Channels, page: Channels, opacity: f64) -> Channels {
    let part = |a: u8, b: u8| (f64::from(a) * opacity + f64::from(b) * (1.0 - opacity)).round() as u8;
    (part(colour.0, page.0), part(colour.1, page.1), part(colour.2, page.2))
}

/// The contrast ratio of the Web Content Accessibility Guidelines.
fn contrast(a: Channels, b: Channels) -> f64 {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = |(r, g, b): Channels| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) + 0.05;
    luminance(a).max(luminance(b)) / luminance(a).min(luminance(b))
}
