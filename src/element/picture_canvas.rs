//! A picture as pixels. The canvas is never on the page and no image is decoded, so a strict Content-Security-Policy
//! blocks nothing.
//!
//! The only file that uses `plotters-canvas`: `ui::canvas_backend` says why the report has its own backend.

use plotters::prelude::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::export::{FONT, Picture, TextAnchor, TextLine};

/// How many canvas pixels make one pixel of the picture, in each direction.
const DENSITY: f64 = 2.0;
/// The longest side of a canvas that browsers accept, in pixels.
const MAX_SIDE: f64 = 16_000.0;
/// The largest area of a canvas that browsers accept, in pixels.
const MAX_AREA: f64 = 64e6;

/// Draws a picture. Returns `None` if the browser provides no canvas.
pub(super) fn picture_canvas(picture: &Picture) -> Option<HtmlCanvasElement> {
    let (width, height) = (f64::from(picture.width), f64::from(picture.height));
    let density = DENSITY.min(MAX_SIDE / width.max(height)).min((MAX_AREA / (width * height)).sqrt());
    let canvas: HtmlCanvasElement = gloo::utils::document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width((width * density).floor() as u32);
    canvas.set_height((height * density).floor() as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
    let backend = CanvasBackend::with_canvas_object(canvas.clone())?;
    picture.draw(&backend.into_drawing_area(), density).ok()?;
    // Not every version of web-sys has this property. In a browser without it, only text of mixed direction looks
    // different.
    let direction = if picture.mirrored { "rtl" } else { "ltr" };
    let _ = js_sys::Reflect::set(&context, &JsValue::from_str("direction"), &JsValue::from_str(direction));
    for line in &picture.texts {
        write_line(&context, line, density)?;
    }
    Some(canvas)
}

fn write_line(context: &CanvasRenderingContext2d, line: &TextLine, density: f64) -> Option<()> {
    let TextLine { text, x, y, style, anchor, rotated } = line;
    let weight = if style.bold { 700 } else { 400 };
    context.set_font(&format!("{weight} {}px {FONT}", style.size * density));
    let (red, green, blue) = (style.colour.0, style.colour.1, style.colour.2);
    context.set_fill_style_str(&format!("rgb({red},{green},{blue})"));
    context.set_text_align(match anchor {
        TextAnchor::Start => "start",
        TextAnchor::Middle => "center",
        TextAnchor::End => "end",
    });
    context.save();
    context.translate(x * density, y * density).ok()?;
    if *rotated {
        context.rotate(-std::f64::consts::FRAC_PI_2).ok()?;
    }
    context.fill_text(text, 0.0, 0.0).ok()?;
    context.restore();
    Some(())
}
