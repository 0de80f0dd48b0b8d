//! Colours as browsers write them in computed styles.

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
