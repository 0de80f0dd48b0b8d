//! A picture as SVG.

use std::fmt::Write;

use plotters::prelude::IntoDrawingArea;

use super::svg_backend::{SvgBackend, hexadecimal};
use super::{FONT, Picture, TextAnchor, TextLine};

/// The picture as SVG.
pub fn svg(picture: &Picture) -> String {
    let Picture { title, width, height, mirrored, texts, .. } = picture;
    let direction = if *mirrored { " direction=\"rtl\"" } else { "" };
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} \
         {height}\" font-family=\"{FONT}\" role=\"img\"{direction}>\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n",
        escape(title),
    );
    let area = SvgBackend { svg: &mut svg, size: (*width, *height), last_line: String::new() }.into_drawing_area();
    // Writing into a text never fails.
    let _ = picture.draw(&area, 1.0);
    drop(area);
    for line in texts {
        write_line(&mut svg, line);
    }
    svg.push_str("</svg>\n");
    svg
}

fn write_line(svg: &mut String, line: &TextLine) {
    let TextLine { text, x, y, style, anchor, rotated } = line;
    let anchor = match anchor {
        TextAnchor::Start => "",
        TextAnchor::Middle => " text-anchor=\"middle\"",
        TextAnchor::End => " text-anchor=\"end\"",
    };
    let weight = if style.bold { " font-weight=\"700\"" } else { "" };
    let rotation = if *rotated { format!(" transform=\"rotate(-90 {x:.1} {y:.1})\"") } else { String::new() };
    let (size, colour) = (style.size, hexadecimal((style.colour.0, style.colour.1, style.colour.2)));
    // Writing into a text never fails.
    let _ = writeln!(
        svg,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{colour}\"{weight}{anchor}{rotation}>{}</text>",
        escape(text)
    );
}

/// A text escaped for XML. Control characters, which XML does not allow, are left out.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => escaped.push(character),
        }
    }
    escaped
}
