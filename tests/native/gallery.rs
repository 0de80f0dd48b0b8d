//! Every kind of chart in its edge cases: as SVG snapshots, which a person has approved, and as a page to look at,
//! `target/gallery/index.html`. Both are written from the list in `support::gallery`.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use outreach_report::charts::Palette;

use crate::support::drawing::{DARK, PALETTE, Shape, shapes_of};
use crate::support::gallery::{Picture, pictures};

/// Each picture is as it was when a person last approved it.
#[test]
fn pictures_are_as_approved() {
    for picture in pictures() {
        let svg = picture.svg(&PALETTE, 1.0);
        let text = if picture.is_large() { summary(&svg) } else { svg };
        insta::assert_snapshot!(picture.name, text, picture.shows);
    }
}

/// The summary of a picture with very many shapes: the number of each kind, the extent of all, and the first and the
/// last three.
fn summary(svg: &str) -> String {
    let shapes = shapes_of(svg);
    let line =
        |shape: &Shape| format!("{:?} {} {} filled: {}", shape.corners, shape.colour, shape.opacity, shape.filled);
    let mut kinds: Vec<(String, usize)> = Vec::new();
    for shape in &shapes {
        let kind = format!("{} {} filled: {}", shape.colour, shape.opacity, shape.filled);
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind, 1)),
        }
    }
    let extent = |shape_extent: fn(&Shape) -> (i32, i32)| {
        let (smallest, largest): (Vec<i32>, Vec<i32>) = shapes.iter().map(shape_extent).unzip();
        (smallest.into_iter().min().unwrap(), largest.into_iter().max().unwrap())
    };
    let mut text =
        format!("{} shapes, across {:?}, down {:?}\n", shapes.len(), extent(Shape::across), extent(Shape::down));
    kinds.iter().for_each(|(kind, count)| writeln!(text, "{count} of {kind}").unwrap());
    shapes.iter().take(3).for_each(|shape| writeln!(text, "first {}", line(shape)).unwrap());
    shapes.iter().rev().take(3).rev().for_each(|shape| writeln!(text, "last {}", line(shape)).unwrap());
    text
}

/// The list has every kind of chart in every edge case, each with its own name, and no two pictures are the same.
#[test]
fn the_list_is_complete() {
    let all = pictures();
    let names: BTreeSet<&str> = all.iter().map(|picture| picture.name).collect();
    assert_eq!(names.len(), all.len());
    for kind in ["bars", "columns", "matrix"] {
        for case in ["no_data", "one", "many", "zero", "huge", "unknown", "planned", "ends", "outside", "mirrored"] {
            assert!(names.contains(&*format!("{kind}_{case}")), "{kind} {case}");
        }
    }
    let drawings: BTreeSet<String> = all.iter().map(|picture| picture.svg(&PALETTE, 1.0)).collect();
    assert_eq!(drawings.len(), all.len());
    let same_in_dark = all.iter().filter(|picture| picture.svg(&DARK, 1.0) == picture.svg(&PALETTE, 1.0)).count();
    // Three pictures without data, and the bars of zeros, which have no length.
    assert_eq!(same_in_dark, 4, "only pictures without shapes are the same in both palettes");
}

/// Writes the page, which needs no other file. Every run writes it again.
#[test]
fn the_gallery_page_is_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    fs::create_dir_all(&folder).unwrap();
    let page = page(&pictures());
    fs::write(folder.join("index.html"), &page).unwrap();
    assert_eq!(page.matches("<svg").count(), 2 * pictures().len());
}

fn page(pictures: &[Picture]) -> String {
    let mut page = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Gallery</title><style>\
         body{margin:0;font:13px/1.4 system-ui,sans-serif;display:grid;grid-template-columns:1fr 1fr}\
         section{padding:16px;background:#fff;color:#17212b;overflow:hidden}\
         section.dark{background:#12191f;color:#e8edf1}\
         figure{margin:0 0 24px}figcaption{margin-bottom:4px;opacity:.8}svg{display:block}</style>\n",
    );
    for (class, palette) in [("light", PALETTE), ("dark", DARK)] {
        write!(page, "<section class=\"{class}\">").unwrap();
        pictures.iter().for_each(|picture| page.push_str(&figure(picture, &palette)));
        page.push_str("</section>\n");
    }
    page
}

/// A picture with its caption, drawn for a screen with two device pixels to a CSS pixel.
fn figure(picture: &Picture, palette: &Palette) -> String {
    let svg = picture.svg(palette, 2.0);
    let (head, body) = svg.split_once('>').unwrap();
    let number = |name: &str| {
        let value = head.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
        value.unwrap().0.parse::<f64>().unwrap()
    };
    let (width, height) = (number("width"), number("height"));
    // Large pictures are scaled down, to show them as a whole.
    let scale = if picture.is_large() { 6.0 } else { 2.0 };
    format!(
        "<figure><figcaption><b>{}</b> {}</figcaption><svg width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\">{body}</figure>\n",
        picture.name,
        picture.shows,
        width / scale,
        height / scale,
    )
}
