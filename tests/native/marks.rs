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

/// A part that is inferred from the theme is an outline, and so are people without a goal: their number is stated, so
/// they are not grey. The outlines differ in colour.
#[test]
fn goals() {
    let goal = |low: u64, firm: u64, end: MarkEnd| Mark { firm, ..mark(low, end) };
    let no_goal = Mark { colour: MarkColour::NoGoal, ..mark(100, MarkEnd::About) };
    let marks = vec![goal(80, 30, MarkEnd::AtLeast), goal(60, 0, MarkEnd::Exact), no_goal];
    let all = shapes(&bar_chart(marks), &bars(3), 1.0, false);
    let in_row = |row: usize| all.iter().filter(move |shape| shape.down().0 == 10 + 22 * row as i32);
    // 30 of 100 on 400 pixels, from x = 10.
    let firm = in_row(0).find(|shape| shape.filled).unwrap();
    assert_eq!((firm.across(), firm.colour.as_str()), ((10, 130), "#0B6394"));
    let outlines = |row: usize| in_row(row).map(|shape| (shape.filled, shape.colour.clone())).collect::<Vec<_>>();
    assert_eq!(outlines(1), [(false, "#0B6394".to_owned())]);
    assert_eq!(outlines(2), [(false, "#7A8691".to_owned())]);
}

/// What is outside the filter is never filled: its outline is dashed and has a colour that no number inside has.
#[test]
fn outside_the_filter() {
    let outside: Vec<Mark> = ends().into_iter().map(|mark| Mark { outside: true, ..mark }).collect();
    let dashes = shapes(&bar_chart(outside), &bars(11), 1.0, false);
    assert!(dashes.iter().all(|shape| !shape.filled && shape.corners.len() == 2 && shape.colour == "#7A8691"));
    assert!(dashes.iter().all(|shape| shape.opacity == "1"), "a lighter colour would look like a smaller number");
    // Dashes and gaps are about 4 pixels long.
    let upper: Vec<_> = dashes.iter().filter(|dash| dash.down() == (10, 10)).map(Shape::across).collect();
    assert!(upper.len() > 30 && upper.iter().all(|(from, to)| (3..=6).contains(&(to - from))), "{upper:?}");
    let closed = shapes(&bar_chart(ends()), &bars(11), 1.0, false);
    assert!(closed.iter().all(|shape| shape.corners.len() > 2));
}

/// If the largest number is more than three times the next, the axis ends above the next. The largest mark has a gap
/// beyond it, and the others have the length that their numbers have on the axis.
#[test]
fn an_outlier_is_beyond_the_axis() {
    let scale = |numbers: &[u64]| Scale::with_outlier(numbers.iter().copied());
    assert_eq!(scale(&[9098, 1045, 718]).ticks(), [0, 500, 1000, 1500]);
    for alike in [&[300, 100][..], &[100, 300], &[7, 7], &[7], &[7, 0], &[0], &[]] {
        let largest = alike.iter().copied().max().unwrap_or_default();
        assert_eq!(scale(alike), Scale::up_to(largest), "{alike:?}");
    }
    let numbers = [9098, 1500, 718];
    let marks = numbers.map(|n| mark(n, MarkEnd::AtLeast)).to_vec();
    let chart = chart(Orientation::Columns, scale(&numbers), marks);
    let all = shapes(&chart, &columns(3), 1.0, false);
    // The ticks are from 190 upwards, on four fifths of 180 pixels.
    let ticks = all.iter().filter(|shape| shape.corners.len() == 2).map(|line| line.down().0);
    assert_eq!(ticks.collect::<Vec<_>>(), [190, 142, 94, 46]);
    let marks: Vec<_> = all.iter().filter(|shape| shape.filled).map(|shape| (shape.across().0, shape.down())).collect();
    assert_eq!(marks.len(), 4, "two pieces and two whole marks: {marks:?}");
    let [(_, lower), (_, upper), (_, second), _] = marks[..] else { panic!() };
    assert_eq!(second, (46, 190), "1,500 ends at its tick");
    assert!(lower.1 == 190 && lower.0 < 46, "the lower piece passes the end of the axis: {lower:?}");
    assert!(upper.0 == 10, "the upper piece ends at the end of the rectangle: {upper:?}");
    let slant = 6;
    assert!(upper.1 - slant < lower.0 + slant, "{upper:?} {lower:?}");
    // Outlines and plans have the gap too.
    let planned = Mark { planned: Some((9098, MarkEnd::Exact)), ..mark(1500, MarkEnd::Exact) };
    let other = Chart { scale: scale(&numbers), grid_lines: false, marks: vec![planned], ..chart };
    let outlines = shapes(&other, &columns(1), 1.0, false).into_iter().filter(|shape| shape.corners.len() == 5);
    assert_eq!(outlines.filter(|shape| !shape.filled).count(), 2);
}

/// "≥ 35" is not drawn taller than "50", however short both are.
#[test]
fn a_short_lower_bound_is_not_longer_than_a_larger_number() {
    let marks = vec![mark(35, MarkEnd::AtLeast), mark(35, MarkEnd::About), mark(50, MarkEnd::Exact)];
    let all = shapes(&chart(Orientation::Columns, Scale::up_to(9098), marks), &columns(3), 1.0, false);
    let heights: Vec<i32> =
        all.iter().filter(|shape| shape.filled).map(|shape| shape.down().1 - shape.down().0).collect();
    assert_eq!(heights, [1, 1, 1]);
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
    // A rectangle without a size, because its row is hidden on the screen.
    let flat = bars(1).into_iter().map(|rect| outreach_report::charts::MarkRect { width: 0.0, height: 0.0, ..rect });
    assert_eq!(shapes(&bar_chart(vec![mark(80, MarkEnd::About)]), &flat.collect::<Vec<_>>(), 1.0, false), []);
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
        marks in prop::collection::vec((size(), size(), end(), any::<bool>()), 1..8), scale in 0..3,
        largest in size(), upright in any::<bool>(),
    ) {
        let marks: Vec<Mark> =
            marks.into_iter().map(|(low, firm, end, outside)| Mark { firm, outside, ..mark(low, end) }).collect();
        let numbers = marks.iter().map(Mark::highest);
        let scale = match scale {
            0 => Scale::exactly(largest),
            1 => Scale::up_to(largest),
            _ => Scale::with_outlier(numbers),
        };
        let orientation = if upright { Orientation::Columns } else { Orientation::Bars };
        let rects = if upright { columns(marks.len()) } else { bars(marks.len()) };
        for shape in shapes(&chart(orientation, scale, marks), &rects, 1.0, false) {
            let (start, end) = if upright { shape.down() } else { shape.across() };
            prop_assert!(start >= 10 && end <= if upright { 190 } else { 410 }, "{:?}", shape);
        }
    }

    /// A lower bound is never drawn longer than its number, unless the number is shorter than a pixel, and never shorter
    /// by more than a pixel.
    #[test]
    fn a_lower_bound_is_as_long_as_its_number(
        low in 1_u64..=1000, end in prop::sample::select(vec![MarkEnd::AtLeast, MarkEnd::About, MarkEnd::Exact]),
    ) {
        let chart = chart(Orientation::Bars, Scale::exactly(1000), vec![mark(low, end)]);
        let (from, to) = shapes(&chart, &bars(1), 1.0, false)[0].across();
        let length = low as f64 * 0.4;
        prop_assert_eq!(from, 10);
        prop_assert!(f64::from(to - from) <= length.max(1.0) + 0.5, "{} pixels for {}", to - from, length);
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
        for scale in [Scale::up_to(largest), Scale::exactly(largest), Scale::with_outlier([largest, a, b].into_iter())] {
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
    let goal = |firm: u64, end: MarkEnd| Mark { firm, ..mark(50, end) };
    let outline = |mark: Mark| {
        let all = shapes(&bar_chart(vec![mark]), &bars(1), 1.0, false);
        all.into_iter().find(|shape| !shape.filled && shape.across().1 > 110).unwrap()
    };
    let (inferred, range) = (outline(goal(20, MarkEnd::Exact)), outline(goal(50, MarkEnd::UpTo(90))));
    assert_eq!((inferred.across(), inferred.down()), ((90, 210), (10, 24)));
    assert_eq!((range.across(), range.down()), ((210, 370), (14, 20)));
}
