//! The picture that others show with a link to the report: its title, its headline, and what was done year by year.

use crate::charts::{Colour, Shapes, Slot};
use crate::export::picture::{Drawing, Picture, TextAnchor, TextLine, TextStyle, wrap};
use crate::locale::Sentence;
use crate::view::{ViewContext, headline, year_chart};

/// The size that others ask for.
const SIZE: (u32, u32) = (1200, 630);
const MARGIN: f64 = 64.0;
/// Where the columns stand.
const BASE: f64 = 556.0;
const HEIGHT: f64 = 190.0;
/// More lines would stand in the columns.
const LINES: usize = 3;

const INK: Colour = Colour(0x17, 0x21, 0x2b);
const MUTED: Colour = Colour(0x5b, 0x68, 0x75);
const NAME: TextStyle = TextStyle { size: 27.0, bold: false, colour: MUTED };
const HEADLINE: TextStyle = TextStyle { size: 52.0, bold: true, colour: INK };
const YEAR: TextStyle = TextStyle { size: 22.0, bold: false, colour: MUTED };

/// The picture of a view.
pub fn social_picture(context: &ViewContext) -> Picture {
    let ViewContext { data, locale, .. } = context;
    let width = f64::from(SIZE.0) - 2.0 * MARGIN;
    let title = headline(context).text();
    let mut texts = Vec::new();
    let mut write = |text: &str, x: f64, y: f64, style: TextStyle, anchor: TextAnchor| {
        texts.push(TextLine { text: text.to_owned(), x, y, style, anchor, turned: false });
    };
    let date = data.updated.as_ref().map(|updated| locale.fill(Sentence::DataOf, &[("date", &locale.date(updated))]));
    let name: Vec<String> = data.title.as_ref().map(ToString::to_string).into_iter().chain(date).collect();
    write(&name.join(" · "), MARGIN, 92.0, NAME, TextAnchor::Start);
    for (at, line) in wrap(&title, HEADLINE.size, width).iter().take(LINES).enumerate() {
        write(line, MARGIN, 172.0 + at as f64 * 64.0, HEADLINE, TextAnchor::Start);
    }

    let marks = year_chart(context).marks;
    let step = width / (marks.rows.len().max(1) as f64);
    let place = |at: usize| MARGIN + at as f64 * step;
    let slots = (0..marks.rows.len())
        .map(|at| Slot { x: place(at) + step * 0.14, y: BASE - HEIGHT, width: step * 0.72, height: HEIGHT })
        .collect();
    // The first and the last year say what lies between, the highest column says its number; the undated stand last.
    let dated: Vec<_> = marks.rows.iter().enumerate().filter(|(_, row)| row.value.number().is_some()).collect();
    let highest = dated.iter().max_by(|(_, a), (_, b)| a.share.total_cmp(&b.share));
    let mut named: Vec<_> = dated.first().into_iter().chain(highest).chain(dated.last()).collect();
    named.dedup_by_key(|(at, _)| *at);
    for (at, row) in named {
        write(&row.label, place(*at) + step / 2.0, BASE + 32.0, YEAR, TextAnchor::Middle);
    }
    if let Some((at, row)) = highest {
        write(&row.short, place(*at) + step / 2.0, BASE - HEIGHT * row.share - 10.0, YEAR, TextAnchor::Middle);
    }
    let drawings = vec![Drawing { shapes: Shapes::Marks(marks.chart), slots }];
    Picture { title, width: SIZE.0, height: SIZE.1, mirrored: false, drawings, texts }
}
