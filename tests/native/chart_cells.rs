//! Drawings of plans and of the cells of a matrix: where they lie, what tells them apart, and which shade a number has.

use outreach_report::charts::{Chart, GridCell, Mark, MarkColour, MarkEnd, Orientation, Scale, ShadeScale, Slot};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::support::ink::{Shape, bars, columns, grid_shapes, shapes};

const PLAN: &str = "#5B6875";

fn mark(low: u64, planned: Option<(u64, MarkEnd)>) -> Mark {
    Mark { low, firm: low, end: MarkEnd::Exact, colour: MarkColour::Stated, faded: false, planned }
}

fn chart(orientation: Orientation, marks: Vec<Mark>) -> Chart {
    Chart { orientation, scale: Scale::exactly(100), grid: false, marks }
}

/// Plans stand beside what was reached, in lines of their own colour, and never on it. Marks without plans keep the
/// same breadth, so that one is not taken for more than another.
#[test]
fn plans_stand_beside() {
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
    assert!(plans.len() > 20, "lines across the whole of it: {}", plans.len());

    // Of a range only the low number is filled with lines; the rest is a narrower outline.
    let range = chart(Orientation::Bars, vec![mark(0, Some((25, MarkEnd::UpTo(75))))]);
    let all = shapes(&range, &bars(1), 1.0, false);
    let (rest, low): (Vec<&Shape>, Vec<&Shape>) = all.iter().partition(|shape| shape.across().1 > 111);
    assert_eq!(rest.iter().map(|shape| shape.across()).collect::<Vec<_>>(), [(110, 310)]);
    assert!(low.len() > 10 && low.iter().all(|shape| shape.across().1 <= 110));
    assert!(breadth(rest[0]) < low.iter().map(|shape| breadth(shape)).max().unwrap());

    // Without any plans the whole slot is for what was reached.
    let alone = shapes(&chart(Orientation::Bars, vec![mark(80, None)]), &bars(1), 1.0, false);
    assert_eq!((breadth(&alone[0]), alone.len()), (14, 1));

    // Columns stand side by side, from right to left in a language that is written so.
    let sides = |mirrored: bool| {
        let all = shapes(&chart(Orientation::Columns, marks.clone()), &columns(2), 1.0, mirrored);
        let (plans, reached): (Vec<Shape>, Vec<Shape>) = all.into_iter().partition(|shape| shape.colour == PLAN);
        let ends = plans.iter().map(Shape::across);
        let plan = ends.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap();
        [reached[0].across(), plan, reached[1].across()]
    };
    // The first slot reaches from 10 to 38, the second from 50 to 78.
    assert_eq!(sides(false), [(10, 27), (30, 38), (50, 67)]);
    assert_eq!(sides(true), [(21, 38), (10, 18), (61, 78)]);
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

fn cells() -> impl Strategy<Value = Vec<GridCell>> {
    let one = (0..=ShadeScale::MAX + 1, any::<bool>(), any::<bool>(), any::<bool>())
        .prop_map(|(shade, open, planned, faded)| GridCell { shade, open, planned, faded });
    prop::collection::vec(one, 1..9)
}

proptest! {
    #![proptest_config(Config { cases: 400, failure_persistence: None, ..Config::default() })]

    /// No line of plans leaves its slot, and there are never so many that drawing would take long.
    #[test]
    fn plans_stay_in_their_slots(
        marks in prop::collection::vec((number(), prop::option::of((number(), end()))), 1..8), largest in number(),
        upright in any::<bool>(), mirrored in any::<bool>(),
    ) {
        let marks: Vec<Mark> = marks.into_iter().map(|(low, planned)| mark(low, planned)).collect();
        let (orientation, slots) = if upright {
            (Orientation::Columns, columns(marks.len()))
        } else {
            (Orientation::Bars, bars(marks.len()))
        };
        let count = marks.len();
        let chart = Chart { scale: Scale::exactly(largest), ..chart(orientation, marks) };
        let all = shapes(&chart, &slots, 1.0, mirrored);
        prop_assert!(all.len() <= count * 160, "{} shapes for {} marks", all.len(), count);
        let within = |slot: &Slot, shape: &Shape| {
            let press_y = |from: f64, length: f64, (least, most): (i32, i32)| {
                f64::from(least) >= from - 1.0 && f64::from(most) <= from + length + 1.0
            };
            press_y(slot.x, slot.width, shape.across()) && press_y(slot.y, slot.height, shape.down())
        };
        for shape in &all {
            prop_assert!(slots.iter().any(|slot| within(slot, shape)), "{:?}", shape);
        }
    }

    /// A cell is drawn within its slot, and told from the others by its shade, its corner or its lines.
    #[test]
    fn cells_stay_in_their_slots(cells in cells()) {
        let slots: Vec<Slot> = (0..cells.len()).map(|at| Slot { x: 10.0 + 46.0 * at as f64, y: 10.0, width: 46.0, height: 30.0 }).collect();
        for (cell, slot) in cells.iter().zip(&slots) {
            let all = grid_shapes(&[*cell], &[*slot]);
            for shape in &all {
                let (left, right) = shape.across();
                prop_assert!(f64::from(left) > slot.x && f64::from(right) < slot.x + slot.width, "{:?}", shape);
                prop_assert!(shape.down().0 > 10 && shape.down().1 < 40, "{:?}", shape);
            }
            prop_assert!(!all.is_empty(), "every cell is seen");
            let shaded = (1..=ShadeScale::MAX).contains(&cell.shade);
            prop_assert_eq!(all[0].filled, shaded);
            prop_assert_eq!(all.iter().any(|shape| shape.colour == PLAN), cell.planned && !shaded);
            // A corner that is cut off has one corner more than a box has.
            let corners: std::collections::BTreeSet<_> = all[0].corners.iter().collect();
            prop_assert_eq!(corners.len(), if cell.open { 5 } else { 4 }, "{:?}", corners);
        }
    }

    /// A number has the shade in whose range it lies; larger numbers have no lighter shade; the largest has the last; and
    /// the ranges leave nothing out.
    #[test]
    fn shades_follow_numbers(largest in number(), some in prop::collection::vec(number(), 1..20)) {
        let shades = ShadeScale::up_to(largest);
        prop_assert_eq!(shades.of(0), 0);
        prop_assert_eq!(shades.of(largest), if largest == 0 { 0 } else { ShadeScale::MAX });
        let ranges = shades.ranges();
        prop_assert!(ranges.len() <= usize::from(ShadeScale::MAX), "{:?}", ranges);
        prop_assert_eq!(ranges.last().map(|(_, to, _)| *to), (largest > 0).then_some(largest));
        prop_assert!(ranges.first().is_none_or(|(from, ..)| *from == 1));
        prop_assert!(ranges.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0 && pair[0].2 < pair[1].2), "{:?}", ranges);
        prop_assert!(ranges.iter().all(|(from, to, _)| from <= to));
        for number in some.into_iter().map(|number| number % largest.saturating_add(1).max(1)) {
            let found = ranges.iter().find(|(from, to, _)| (*from..=*to).contains(&number)).map(|(.., shade)| *shade);
            prop_assert_eq!(found.unwrap_or_default(), shades.of(number), "{} of {:?}", number, ranges);
        }
    }
}

/// The steps grow like powers, so that one value that dwarfs the rest leaves them told apart.
#[test]
fn shades_of_known_numbers() {
    let ranges =
        |largest| ShadeScale::up_to(largest).ranges().into_iter().map(|(from, to, _)| (from, to)).collect::<Vec<_>>();
    assert_eq!(ranges(0), []);
    assert_eq!(ranges(1), [(1, 1)]);
    assert_eq!(ranges(3), [(1, 2), (3, 3)]);
    assert_eq!(ranges(100_000), [(1, 10), (11, 100), (101, 1000), (1001, 10_000), (10_001, 100_000)]);
    assert_eq!(ranges(8834), [(1, 7), (8, 49), (50, 343), (344, 2401), (2402, 8834)]);
}
