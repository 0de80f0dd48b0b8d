//! The picture that others show with a link, as pixels.
//!
//! Its letters are those of a font of this machine. Where none is installed the picture is drawn without words, because
//! a build must not fail for want of a font; `cargo xtask build` says so.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use outreach_report::export::{Picture, svg};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Family, Query};
use resvg::usvg::{Options, Tree};

/// The name of its file.
pub(crate) const NAME: &str = "picture.png";

/// The first of these that is there gives the letters; they look much the same.
const FONTS: [&str; 6] = ["Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial", "Helvetica", "Segoe UI"];

/// Draws the picture into a file.
pub(crate) fn write(picture: &Picture, file: &Path) -> Result<()> {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    let is_there = |name: &&&str| fonts.query(&Query { families: &[Family::Name(name)], ..Query::default() }).is_some();
    match FONTS.iter().find(is_there) {
        Some(name) => fonts.set_sans_serif_family(*name),
        None => println!("      no font was found for {NAME}; it is drawn without words"),
    }
    let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(&svg(picture), &options).context("the picture could not be read")?;
    let mut pixels = Pixmap::new(picture.width, picture.height).context("the picture has no size")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    let png = pixels.encode_png().context("the picture could not be written as PNG")?;
    fs::write(file, png).with_context(|| format!("{} could not be written", file.display()))
}
