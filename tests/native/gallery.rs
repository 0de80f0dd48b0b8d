//! Drawings that were looked at: every kind of chart in its edge cases, as SVG snapshots and as a page to look at,
//! `target/gallery/index.html`, both from one list.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use outreach_report::charts::Palette;

use crate::support::gallery::{Picture, pictures};
use crate::support::ink::{DARK, PALETTE, Shape, shapes_of};

/// Each picture is as it was when it was looked at last.
#[test]
fn pictures_are_as_they_were() {
    for picture in pictures() {
        let svg = picture.svg(&PALETTE, 1.0);
        let text = if picture.is_large() { summary(&svg) } else { svg };
        insta::assert_snapshot!(picture.name, text, picture.shows);
    }
}

/// Of a picture with very many shapes: how many of each kind there are, where they lie, and the first and the last.
fn summary(svg: &str) -> String {
    let shapes = shapes_of(svg);
    let line =
        |shape: &Shape| format!("{:?} {} {} filled: {}", shape.corners, shape.colour, shape.opacity, shape.filled);
    let mut kinds: Vec<(String, usize)> = Vec::new();
    for shape in &shapes {
        let kind = format!("{} {} filled: {}", shape.colour, shape.opacity, shape.filled);
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, many)) => *many += 1,
            None => kinds.push((kind, 1)),
        }
    }
    let all = |ends: fn(&Shape) -> (i32, i32)| {
        let (least, most): (Vec<i32>, Vec<i32>) = shapes.iter().map(ends).unzip();
        (least.into_iter().min().unwrap(), most.into_iter().max().unwrap())
    };
    let mut text = format!("{} shapes, across {:?}, down {:?}\n", shapes.len(), all(Shape::across), all(Shape::down));
    kinds.iter().for_each(|(kind, many)| writeln!(text, "{many} of {kind}").unwrap());
    shapes.iter().take(3).for_each(|shape| writeln!(text, "first {}", line(shape)).unwrap());
    shapes.iter().rev().take(3).rev().for_each(|shape| writeln!(text, "last {}", line(shape)).unwrap());
    text
}

/// The list has every kind in every edge case, under names of their own, and no two pictures that are meant to differ are
/// the same.
#[test]
fn the_list_is_whole() {
    let all = pictures();
    let names: BTreeSet<&str> = all.iter().map(|picture| picture.name).collect();
    assert_eq!(names.len(), all.len());
    for kind in ["bars", "columns", "matrix"] {
        for case in ["no_data", "one", "many", "zero", "huge", "unknown", "planned", "ends", "faded", "mirrored"] {
            assert!(names.contains(&*format!("{kind}_{case}")), "{kind} {case}");
        }
    }
    let drawings: BTreeSet<String> = all.iter().map(|picture| picture.svg(&PALETTE, 1.0)).collect();
    assert_eq!(drawings.len(), all.len());
    let dark = all.iter().filter(|picture| picture.svg(&DARK, 1.0) == picture.svg(&PALETTE, 1.0)).count();
    // Three without data, and zeros, which are bars of no length.
    assert_eq!(dark, 4, "only what has no ink is the same in the dark");
}

/// Writes the page. It stands for itself, and is made anew by every run.
#[test]
fn the_gallery_is_made() {
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
        pictures.iter().for_each(|picture| page.push_str(&picture_content(picture, &palette)));
        page.push_str("</section>\n");
    }
    page
}

/// A picture as a sharp screen shows it: two pixels of the drawing for one of the page.
fn picture_content(picture: &Picture, palette: &Palette) -> String {
    let svg = picture.svg(palette, 2.0);
    let (head, body) = svg.split_once('>').unwrap();
    let number = |name: &str| {
        let value = head.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
        value.unwrap().0.parse::<f64>().unwrap()
    };
    let (width, height) = (number("width"), number("height"));
    // The largest are shown small, as a whole.
    let scale = if picture.is_large() { 6.0 } else { 2.0 };
    format!(
        "<figure><figcaption><b>{}</b> {}</figcaption><svg width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\">{body}</figure>\n",
        picture.name,
        picture.shows,
        width / scale,
        height / scale,
    )
}
