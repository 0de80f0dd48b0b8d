//! Marks and cells as properties of CSS, from which paper draws them: the same forms as on the canvas.

use outreach_report::charts::{Chart, HeatmapCell, Mark, MarkColour, MarkEnd, Orientation, Scale};
use proptest::prelude::*;

use crate::support::gallery::mark;

fn chart() -> Chart {
    Chart { orientation: Orientation::Bars, scale: Scale::exactly(100), grid_lines: false, marks: Vec::new() }
}

/// The properties of a mark that decide its form, without its corners.
fn form(mark: &Mark) -> [String; 4] {
    let properties = chart().mark_properties(mark);
    ["--form", "--low", "--upper", "--filled"].map(|name| property(&properties, name))
}

fn property(properties: &str, name: &str) -> String {
    let value = properties.split(';').find_map(|declaration| declaration.strip_prefix(&format!("{name}:")));
    value.unwrap_or_default().to_owned()
}

#[test]
fn forms_of_marks() {
    let half = "max(1px,50.00%)";
    let outside = Mark { outside: true, ..mark(50, MarkEnd::Exact) };
    let unknown = Mark { colour: MarkColour::Unknown, ..mark(50, MarkEnd::Exact) };
    let no_goal = Mark { colour: MarkColour::NoGoal, ..mark(50, MarkEnd::Exact) };
    let inferred = Mark { firm: 25, ..mark(50, MarkEnd::AtLeast) };
    for (mark, expected, hollow) in [
        (mark(50, MarkEnd::Exact), ["var(--accent)", half, half, half], false),
        (mark(50, MarkEnd::AtLeast), ["var(--accent)", half, half, half], false),
        (mark(50, MarkEnd::UpTo(80)), ["var(--accent)", half, "max(1px,80.00%)", half], true),
        (mark(0, MarkEnd::UpTo(80)), ["var(--accent)", "0px", "max(1px,80.00%)", "0px"], true),
        (outside, ["var(--dashes)", half, half, "0px"], true),
        (unknown, ["var(--unknown)", half, half, half], false),
        (no_goal, ["var(--edge)", half, half, "0px"], true),
        (inferred, ["var(--accent)", half, half, "max(1px,25.00%)"], true),
        // A number given only in words is a point at the base; zero is not drawn.
        (mark(0, MarkEnd::AtLeast), ["var(--accent)", "4px", "4px", "0px"], true),
        (mark(0, MarkEnd::Exact), ["none", "0px", "0px", "0px"], false),
    ] {
        assert_eq!((form(&mark), mark.is_hollow()), (expected.map(str::to_owned), hollow), "{mark:?}");
    }
    let plans = Mark { planned: Some((20, MarkEnd::About)), ..mark(50, MarkEnd::Exact) };
    let properties = chart().plan_properties(&plans).unwrap_or_default();
    assert_eq!(property(&properties, "--low"), "max(1px,20.00%)");
    assert_eq!(chart().plan_properties(&mark(50, MarkEnd::Exact)), None);
}

/// Each end has corners of its own.
#[test]
fn ends_differ() {
    let ends = [MarkEnd::Exact, MarkEnd::AtLeast, MarkEnd::About, MarkEnd::UpTo(50)];
    let mut corners =
        ends.map(|end| chart().mark_properties(&mark(50, end)).split_once("--point").unwrap().1.to_owned());
    corners.sort();
    assert!(corners.windows(2).all(|pair| pair[0] != pair[1]), "{corners:?}");
}

#[test]
fn forms_of_cells() {
    let empty = HeatmapCell { shade: 0, at_least: false, planned: false, outside: false };
    for (cell, expected) in [
        (HeatmapCell { shade: 3, ..empty }, "--line:1px none;--shade:46.00%"),
        (HeatmapCell { shade: 5, at_least: true, ..empty }, "--line:1px none;--shade:100.00%;--cut:.5em"),
        (HeatmapCell { shade: 5, outside: true, ..empty }, "--line:1px dashed var(--edge);--shade:0.00%"),
        (HeatmapCell { planned: true, ..empty }, "--line:1px solid var(--muted);--shade:0.00%;--hatch:var(--muted)"),
        (HeatmapCell { at_least: true, ..empty }, "--line:1px solid var(--edge);--shade:0.00%;--cut:.5em"),
        (empty, "--line:1px solid var(--hairline);--shade:0.00%"),
    ] {
        assert_eq!(cell.properties(), expected);
    }
}

proptest! {
    /// A lower bound is never longer than its number.
    #[test]
    fn no_mark_is_longer_than_its_number(low in 1_u64..=100, firm in 0_u64..=100, upper in 0_u64..=100) {
        let mark = Mark { firm, ..mark(low, MarkEnd::UpTo(upper)) };
        let share = |text: &str| text.trim_matches(|sign: char| !sign.is_ascii_digit()).rsplit(',').next()
            .and_then(|share| share.parse::<f64>().ok()).unwrap_or_default();
        let [_, low_share, upper_share, filled] = form(&mark).map(|text| share(&text));
        prop_assert!(filled <= low_share && low_share <= upper_share);
        prop_assert!((low_share - low as f64).abs() < 0.01);
    }
}
