//! Colours as browsers write them in computed styles, and the official colours of the goals.

use outreach_report::charts::Colour;

#[test]
fn colours_are_read_from_computed_styles() {
    for text in [
        "rgb(11, 99, 148)",
        "rgba(11, 99, 148, 0.5)",
        " rgb(11 99 148) ",
        "rgb(11 99 148 / 50%)",
        "rgb(11.4, 99.9, 148)",
    ] {
        assert_eq!(Colour::read(text), Some(Colour(11, 99, 148)), "{text}");
    }
    assert_eq!(Colour::read("rgb(0, 0, 0)"), Some(Colour(0, 0, 0)));
    assert_eq!(Colour::read("rgba(255, 255, 255, 0)"), Some(Colour(255, 255, 255)));
    for text in [
        "",
        "red",
        "#0b6394",
        "rgb",
        "rgb(",
        "rgb()",
        "rgb(1, 2)",
        "rgb(256, 0, 0)",
        "rgb(-1, 0, 0)",
        "rgb(a, b, c)",
        "rgb(1, 2, 3e2)",
        "color(srgb 1 1 1)",
        "hsl(1, 2, 3)",
        "transparent",
    ] {
        assert_eq!(Colour::read(text), None, "{text}");
    }
}

/// The 17 goals have different colours; other numbers have none.
#[test]
fn goals_have_their_official_colours() {
    let colours: Vec<Colour> = (1..=17).map(|goal| Colour::of_goal(goal).unwrap()).collect();
    for (index, colour) in colours.iter().enumerate() {
        let is_used_before = colours.iter().take(index).any(|other| other == colour);
        assert!(!is_used_before, "goal {} has the colour of another", index + 1);
    }
    // From the guidelines of the United Nations.
    assert_eq!(colours.first(), Some(&Colour(0xE5, 0x24, 0x3B)));
    assert_eq!(Colour::of_goal(5), Some(Colour(0xFF, 0x3A, 0x21)));
    assert_eq!(colours.last(), Some(&Colour(0x19, 0x48, 0x6A)));
    assert_eq!([Colour::of_goal(0), Colour::of_goal(18), Colour::of_goal(255)], [None; 3]);
}
