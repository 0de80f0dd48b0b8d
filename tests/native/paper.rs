//! Marks as lengths and classes, from which the style sheet draws them on paper: the same forms as on the canvas.

use outreach_report::charts::{Chart, Mark, MarkColour, MarkEnd, Orientation, Scale};
use outreach_report::view::mark_classes;
use proptest::prelude::*;

use crate::support::gallery::mark;

fn chart() -> Chart {
    Chart { orientation: Orientation::Bars, scale: Scale::exactly(100), grid_lines: false, marks: Vec::new() }
}

fn drawn(mark: &Mark) -> (String, String) {
    (mark_classes("slot", mark, &chart().scale), chart().mark_properties(mark))
}

#[test]
fn forms_of_marks() {
    let outside = Mark { outside: true, ..mark(50, MarkEnd::Exact) };
    let unknown = Mark { colour: MarkColour::Unknown, ..mark(50, MarkEnd::About) };
    let no_goal = Mark { colour: MarkColour::NoGoal, ..mark(50, MarkEnd::Exact) };
    let inferred = Mark { firm: 25, ..mark(50, MarkEnd::AtLeast) };
    for (mark, classes, lengths) in [
        (mark(50, MarkEnd::Exact), "slot", "--at:50.00%;--low:5000;--firm:5000;--upper:5000"),
        (mark(50, MarkEnd::AtLeast), "slot at-least", "--at:50.00%;--low:5000;--firm:5000;--upper:5000"),
        (mark(50, MarkEnd::UpTo(80)), "slot range", "--at:80.00%;--low:5000;--firm:5000;--upper:8000"),
        (mark(0, MarkEnd::UpTo(80)), "slot range", "--at:80.00%;--low:0;--firm:0;--upper:8000"),
        (outside, "slot outside", "--at:50.00%;--low:5000;--firm:5000;--upper:5000"),
        (unknown, "slot about unknown", "--at:50.00%;--low:5000;--firm:5000;--upper:5000"),
        (no_goal, "slot no-goal", "--at:50.00%;--low:5000;--firm:5000;--upper:5000"),
        (inferred, "slot at-least inferred", "--at:50.00%;--low:5000;--firm:2500;--upper:5000"),
        // A number given only in words is a point at the base; zero is not drawn.
        (mark(0, MarkEnd::AtLeast), "slot at-least", "--at:0.00%;--low:200;--firm:0;--upper:200"),
        (mark(0, MarkEnd::Exact), "slot", "--at:0.00%;--low:0;--firm:0;--upper:0"),
    ] {
        assert_eq!(drawn(&mark), (classes.to_owned(), lengths.to_owned()), "{mark:?}");
    }
}

/// Plans are hollow, with an end of their own; the number of the mark stands above the longer of the two.
#[test]
fn plans_are_a_mark_of_their_own() {
    let both = Mark { planned: Some((70, MarkEnd::About)), ..mark(50, MarkEnd::AtLeast) };
    assert_eq!(chart().mark_properties(&both), "--at:70.00%;--low:5000;--firm:5000;--upper:5000");
    let plans = both.plans().expect("it has plans");
    assert_eq!(drawn(&plans).1, "--at:70.00%;--low:7000;--firm:0;--upper:7000");
    assert!(drawn(&plans).0.starts_with("slot about"));
    assert_eq!(mark(50, MarkEnd::Exact).plans(), None);
}

proptest! {
    /// A mark is as long as its number to a hundredth of a percent, and visible if its number is not zero.
    #[test]
    fn lengths_of_marks(low in 1_u64..=100_000, firm: u64, upper in 0_u64..=100_000) {
        let chart = Chart { scale: Scale::exactly(100_000), ..chart() };
        let properties = chart.mark_properties(&Mark { firm, ..mark(low, MarkEnd::UpTo(upper)) });
        let length = |name: &str| {
            let value = properties.split(';').find_map(|declaration| declaration.strip_prefix(name));
            value.and_then(|value| value.parse::<u64>().ok()).unwrap_or_default()
        };
        prop_assert!(length("--low:").abs_diff(low.div_ceil(10)) <= 1);
        prop_assert!(length("--firm:") <= length("--low:") && length("--low:") <= length("--upper:"));
    }
}
