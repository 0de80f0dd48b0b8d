//! Drawings of marks: rules that hold for any numbers. `gallery.rs` has snapshots of how each kind of mark looks.

use outreach_report::charts::{Chart, Mark, MarkColour, MarkEnd, Orientation, Scale};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::support::drawing::{Shape, bars, columns, shapes};
use crate::support::gallery::{ends, mark};

fn chart(orientation: Orientation, scale: Scale, marks: Vec<Mark>) -> Chart {
    Chart { orientation, scale, grid_lines: orientation == Orientation::Columns, marks }
}

fn bar_chart(marks: Vec<Mark>) -> Chart {
    chart(Orientation::Bars, Scale::exactly(100), marks)
}

/// For a language written from right to left, every corner is mirrored and nothing else changes.
#[test]
fn mirrored() {
    let chart = bar_chart(ends());
    let mirror = |shape: Shape| Shape {
        // Slots reach from 10 to 410.
        corners: shape.corners.iter().map(|(x, y)| (420 - x, *y)).collect(),
        ..shape
    };
    let expected: Vec<Shape> = shapes(&chart, &bars(11), 1.0, false).into_iter().map(mirror).collect();
    let mirrored = shapes(&chart, &bars(11), 1.0, true);
    for (a, b) in expected.iter().zip(&mirrored) {
        let is_near = a.corners.iter().zip(&b.corners).all(|(a, b)| (a.0 - b.0).abs() <= 1 && a.1 == b.1);
        assert!(is_near, "{a:?} is not the mirror image of {b:?}");
    }
    assert_eq!(expected.len(), mirrored.len());
}

/// Goals have their official colours and an outline; a part that is inferred from the theme has only the outline.
#[test]
fn goals() {
    let goal = |number: u8, low: u64, firm: u64, end: MarkEnd| Mark {
        firm,
        colour: MarkColour::Goal(number),
        ..mark(low, end)
    };
    let marks = vec![
        goal(5, 90, 90, MarkEnd::AtLeast),
        goal(16, 80, 30, MarkEnd::AtLeast),
        goal(8, 60, 0, MarkEnd::Exact),
        goal(10, 0, 0, MarkEnd::AtLeast),
        goal(17, 50, 50, MarkEnd::UpTo(70)),
        Mark { colour: MarkColour::Unknown, ..mark(100, MarkEnd::About) },
    ];
    let chart = bar_chart(marks);
    let all = shapes(&chart, &bars(6), 1.0, false);
    let in_row = |row: usize| all.iter().filter(move |shape| shape.down().0 == 10 + 22 * row as i32);
    assert_eq!(in_row(2).filter(|shape| shape.filled).count(), 0, "nothing firm, nothing filled");
    // 30 of 100 on 400 pixels, from x = 10.
    let firm = in_row(1).find(|shape| shape.filled).unwrap();
    assert_eq!(firm.across(), (10, 130));
    assert_eq!(firm.colour, "#00689D");
    // A goal that does not exist, as in a broken data set, is drawn like any other value.
    let no_goal = bar_chart(vec![goal(99, 5, 5, MarkEnd::Exact)]);
    assert_eq!(shapes(&no_goal, &bars(1), 1.0, false)[0].colour, "#0B6394");
}

/// Faded marks are drawn with a low opacity, and no others.
#[test]
fn faded() {
    let marks: Vec<Mark> = ends().into_iter().map(|mark| Mark { faded: true, ..mark }).collect();
    assert!(shapes(&bar_chart(marks), &bars(11), 1.0, false).iter().all(|shape| shape.opacity == "0.3"));
    assert!(shapes(&bar_chart(ends()), &bars(11), 1.0, false).iter().all(|shape| shape.opacity == "1"));
}

/// Below columns is a strong base line; behind them are lighter lines at the ticks of their scale.
#[test]
fn columns_with_grid() {
    let scale = Scale::up_to(90);
    assert_eq!(scale.ticks(), [0, 20, 40, 60, 80, 100]);
    let chart = chart(Orientation::Columns, scale, ends());
    let all = shapes(&chart, &columns(11), 1.0, false);
    // The grid lines come first, from the bottom of the rectangles (190) to their top (10), across all of them.
    let lines: Vec<_> = all.iter().take(6).map(|line| (line.down().0, line.across())).collect();
    assert_eq!(lines, [190, 154, 118, 82, 46, 10].map(|y| (y, (10, 420))));
    assert_eq!((all[0].colour.as_str(), all[1].colour.as_str()), ("#7A8691", "#E2E6EA"));
    // A column of 80 of 100 is 144 of 180 pixels high.
    assert_eq!(all[6].down(), (46, 190));
    // Columns are not mirrored: their rectangles are.
    assert_eq!(shapes(&chart, &columns(11), 1.0, true), all);
}

/// On a screen with a higher pixel density, lines are wider in device pixels and keep their width in CSS pixels.
#[test]
fn sharp_screens() {
    let chart = bar_chart(vec![mark(50, MarkEnd::UpTo(80))]);
    let width = |density: f64| shapes(&chart, &bars(1), density, false)[0].width.clone();
    assert_eq!(
        [width(0.5), width(1.0), width(1.4), width(2.0), width(3.0)],
        ["1", "1", "1", "2", "3"].map(|w| Some(w.into()))
    );
}

/// A chart without marks, or with more marks than rectangles, draws what it can.
#[test]
fn edges() {
    assert_eq!(shapes(&bar_chart(vec![]), &[], 1.0, false), []);
    assert_eq!(shapes(&chart(Orientation::Columns, Scale::up_to(0), vec![]), &[], 1.0, false), []);
    assert_eq!(shapes(&bar_chart(ends()), &bars(1), 1.0, false).len(), 1);
    let many: Vec<Mark> = (0..195).map(|n| mark(n + 1, MarkEnd::AtLeast)).collect();
    let drawn = shapes(&chart(Orientation::Bars, Scale::exactly(195), many), &bars(195), 1.0, false);
    assert_eq!(drawn.len(), 195);
    assert_eq!(drawn[194].across(), (10, 410), "the longest fills its rect");
    // A rectangle without width and height, if the page has no space for it.
    let flat = bars(1).into_iter().map(|rect| outreach_report::charts::MarkRect { width: 0.0, height: 0.0, ..rect });
    assert_eq!(shapes(&bar_chart(vec![mark(80, MarkEnd::About)]), &flat.collect::<Vec<_>>(), 1.0, false).len(), 1);
    // No number: a number given only in words is drawn as a point, zero is not drawn.
    let none = bar_chart(vec![mark(0, MarkEnd::AtLeast), mark(0, MarkEnd::Exact)]);
    let drawn = shapes(&none, &bars(2), 1.0, false);
    assert_eq!((drawn.len(), drawn[0].filled, drawn[0].across().0), (1, false, 10));
}

fn end() -> impl Strategy<Value = MarkEnd> {
    let high = any::<u64>();
    prop_oneof![Just(MarkEnd::Exact), Just(MarkEnd::About), Just(MarkEnd::AtLeast), high.prop_map(MarkEnd::UpTo)]
}

/// Numbers of every size, including the largest count (2^53) and the largest sum.
fn size() -> impl Strategy<Value = u64> {
    let edge = prop::sample::select(vec![0, 1, 2, 9, 10, 11, 1 << 53, (1 << 53) + 1, u64::MAX - 1, u64::MAX]);
    prop_oneof![3 => 0_u64..200, 2 => any::<u64>(), 2 => edge, 1 => (0_u32..64).prop_map(|power| 1 << power)]
}

proptest! {
    #![proptest_config(Config { cases: 500, failure_persistence: None, ..Config::default() })]

    /// Every corner is within its rectangle, whatever the numbers are.
    #[test]
    fn nothing_is_drawn_outside(
        marks in prop::collection::vec((size(), size(), end(), any::<bool>()), 1..8), exactly in any::<bool>(),
        largest in size(), upright in any::<bool>(),
    ) {
        let marks: Vec<Mark> =
            marks.into_iter().map(|(low, firm, end, faded)| Mark { firm, faded, ..mark(low, end) }).collect();
        let scale = if exactly { Scale::exactly(largest) } else { Scale::up_to(largest) };
        let orientation = if upright { Orientation::Columns } else { Orientation::Bars };
        let rects = if upright { columns(marks.len()) } else { bars(marks.len()) };
        for shape in shapes(&chart(orientation, scale, marks), &rects, 1.0, false) {
            let (start, end) = if upright { shape.down() } else { shape.across() };
            prop_assert!(start >= 10 && end <= if upright { 190 } else { 410 }, "{:?}", shape);
        }
    }

    /// A lower bound is never drawn longer than its number, unless the number is shorter than the point of the mark,
    /// and never shorter by more than a pixel.
    #[test]
    fn a_lower_bound_is_as_long_as_its_number(
        low in 1_u64..=1000, end in prop::sample::select(vec![MarkEnd::AtLeast, MarkEnd::About, MarkEnd::Exact]),
    ) {
        let chart = chart(Orientation::Bars, Scale::exactly(1000), vec![mark(low, end)]);
        let (from, to) = shapes(&chart, &bars(1), 1.0, false)[0].across();
        let length = low as f64 * 0.4;
        // The point of a bar is half as long as the bar is broad: 7 of 14 pixels.
        let point = if end == MarkEnd::Exact { 1.0 } else { 7.0 };
        prop_assert_eq!(from, 10);
        prop_assert!(f64::from(to - from) <= length.max(point) + 0.5, "{} pixels for {}", to - from, length);
        prop_assert!(f64::from(to - from) >= length - 0.5, "{} pixels for {}", to - from, length);
    }

    /// The step between ticks is 1, 2 or 5 times a power of ten. There are at most five steps, from 0 to the largest
    /// number or beyond.
    #[test]
    fn ticks_are_round(largest in size()) {
        let scale = Scale::up_to(largest);
        let ticks = scale.ticks();
        let step = ticks[1];
        let leading: u64 = step.to_string().trim_end_matches('0').parse().unwrap();
        prop_assert!([1, 2, 5].contains(&leading), "steps of {} up to {}", step, largest);
        prop_assert!(ticks.len() <= 6, "{:?}", ticks);
        prop_assert_eq!(ticks[0], 0);
        prop_assert!(*ticks.last().unwrap() >= largest, "{:?} up to {}", ticks, largest);
        // No more ticks than needed.
        prop_assert!(ticks[ticks.len() - 2] < largest.max(1), "{:?} up to {}", ticks, largest);
        prop_assert!(ticks.windows(2).all(|pair| pair[1] - pair[0] == step || pair[1] == u64::MAX), "{:?}", ticks);
    }

    /// A share is a number from 0 to 1, and a larger number has no smaller share.
    #[test]
    fn shares_are_finite(largest in size(), a in size(), b in size()) {
        for scale in [Scale::up_to(largest), Scale::exactly(largest)] {
            let (a, b) = (a.min(b), a.max(b));
            prop_assert!((0.0..=1.0).contains(&scale.share(a)));
            prop_assert!(scale.share(a) <= scale.share(b));
            prop_assert_eq!(scale.share(0), 0.0);
        }
        prop_assert_eq!(Scale::exactly(largest).share(largest), if largest == 0 { 0.0 } else { 1.0 });
    }
}

#[test]
fn ticks_of_small_numbers() {
    let ticks = |largest| Scale::up_to(largest).ticks();
    assert_eq!([ticks(0), ticks(1)], [[0, 1], [0, 1]]);
    assert_eq!(ticks(9), [0, 2, 4, 6, 8, 10]);
    assert_eq!(ticks(10), [0, 2, 4, 6, 8, 10]);
    assert_eq!(ticks(11), [0, 5, 10, 15]);
    assert_eq!(ticks(9098), [0, 2000, 4000, 6000, 8000, 10_000]);
}

/// An inferred part and the upper part of a range are both outlines. The first is as broad as its mark, the second is
/// narrower.
#[test]
fn a_range_differs_from_an_inferred_part() {
    let goal = |firm: u64, end: MarkEnd| Mark { firm, colour: MarkColour::Goal(5), ..mark(50, end) };
    let outline = |mark: Mark| {
        let all = shapes(&bar_chart(vec![mark]), &bars(1), 1.0, false);
        all.into_iter().find(|shape| !shape.filled && shape.across().1 > 110).unwrap()
    };
    let (inferred, range) = (outline(goal(20, MarkEnd::Exact)), outline(goal(50, MarkEnd::UpTo(90))));
    assert_eq!((inferred.across(), inferred.down()), ((90, 210), (10, 24)));
    assert_eq!((range.across(), range.down()), ((210, 370), (14, 20)));
}
