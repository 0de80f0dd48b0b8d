//! Writes the picture that other sites show with a link as a PNG file.
//!
//! Its text uses a font of this machine. If none of the fonts is installed, the picture has no text and the build
//! prints a line about it: a build must not fail because a font is missing.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use outreach_report::export::{Picture, svg};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Family, Query};
use resvg::usvg::{Options, Tree};

/// The file name of the picture.
pub(crate) const NAME: &str = "picture.png";

/// The first of these fonts that is installed is used; they look similar.
const FONTS: [&str; 6] = ["Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial", "Helvetica", "Segoe UI"];

/// Writes the picture into a PNG file.
pub(crate) fn write(picture: &Picture, file: &Path) -> Result<()> {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    let is_installed =
        |name: &&&str| fonts.query(&Query { families: &[Family::Name(name)], ..Query::default() }).is_some();
    match FONTS.iter().find(is_installed) {
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
